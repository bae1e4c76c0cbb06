//! What the beginnings and ends of lines say: the marks of lists and quotes, headings, fences, rulers of
//! tables, rules.
//!
//! Whether a line begins a block is the parser's to say; here it is only written as the parser knows it.

use super::counted::Counted;
use super::marks::{self, Kind, Mark};
use super::spaces::{self, is_space, is_typed};
use super::{Change, dashes};
use std::ops::Range;

pub(super) fn changes(source: &str) -> Vec<Change> {
    let mut lines = Lines {
        source,
        has_typed_spaces: spaces::are_typed_in(source),
        changes: Vec::new(),
        fence: None,
        before: Before::default(),
        items: Vec::new(),
    };
    let mut start = 0;
    while start < source.len() {
        let rest = &source.as_bytes()[start..];
        let end = memchr::memchr2(b'\n', b'\r', rest).map_or(source.len(), |end| start + end);
        lines.line(start..end);
        start = match source[end..].starts_with("\r\n") {
            true => end + 2,
            false => end + 1,
        };
    }
    lines.changes
}

struct Lines<'text> {
    source: &'text str,
    has_typed_spaces: bool,
    changes: Vec<Change>,
    fence: Option<Fence>,
    before: Before,
    /// The items that are open, each further to the right than the one before it.
    items: Vec<Item>,
}

/// An item that others may stand in.
struct Item {
    /// The column of its mark, as it was typed.
    column: usize,
    /// The same as it is read, and the column of its words.
    read: usize,
    words: usize,
    mark: (Kind, Option<u64>),
}

/// A block of code that is open.
struct Fence {
    sign: u8,
    length: usize,
    /// What it stands in, which ends it too.
    in_quote: bool,
    in_item: bool,
}

/// What the line before was.
#[derive(Default)]
struct Before {
    line: Range<usize>,
    is_text: bool,
    mark: Option<(Kind, Option<u64>)>,
    counted: Option<Counted>,
    /// Full-width bars stand for bars, up to the next line without words.
    has_wide_bars: bool,
}

impl Lines<'_> {
    fn line(&mut self, at: Range<usize>) {
        let text = &self.source[at.clone()];
        if self.is_code(text, at.start) {
            self.before = Before::default();
            return;
        }
        let mut before = Before {
            line: at.clone(),
            is_text: true,
            ..Before::default()
        };
        if begins_with_words(text) {
            self.end_items();
            self.content(at.start, at, &mut before);
            self.before = before;
            return;
        }
        let mut begin = 0;
        let mut is_quoted = false;
        for _ in 0..marks::MOST {
            let white = spaces::leading(&text[begin..]);
            self.spaces(at.start + begin..at.start + begin + white);
            begin += white;
            let rest = &text[begin..];
            if rest.starts_with('>') {
                is_quoted = true;
                begin += 1;
                continue;
            }
            if let Some(wide) = rest.strip_prefix('＞') {
                is_quoted = true;
                let end = at.end - wide.len();
                self.changes.push(Change::new(at.start + begin..end, ">"));
                begin = end - at.start;
                continue;
            }
            let Some(mark) = Mark::of(rest).filter(|_| !dashes::is_rule(rest)) else {
                break;
            };
            before.mark = Some((mark.kind, mark.number));
            if begin == white {
                self.item(at.start..at.start + begin, rest, &mark);
            }
            begin += self.mark(at.start + begin, rest, &mark);
        }
        if let Some(mark) = self.glued_mark(&text[begin..], at.end) {
            before.mark = Some((mark.kind, mark.number));
            let place = at.start + begin..at.start + begin + mark.text.len();
            begin += mark.text.len();
            let read = format!("{} ", mark.in_markdown());
            self.changes.push(Change::new(place, read));
        }
        if begin == text.len() {
            before.is_text = false;
        } else if begin == 0 {
            self.end_items();
        }
        let in_item = before.mark.is_some();
        self.open_fence(at.start + begin, &text[begin..], is_quoted, in_item);
        if self.fence.is_none() {
            self.content(at.start + begin, at, &mut before);
        }
        self.before = before;
    }

    /// Writes each space as the parser knows it: one is as wide as another.
    fn spaces(&mut self, at: Range<usize>) {
        if !self.has_typed_spaces {
            return;
        }
        for (offset, space) in self.source[at.clone()].char_indices() {
            if is_typed(space) {
                let start = at.start + offset;
                self.changes
                    .push(Change::new(start..start + space.len_utf8(), " "));
            }
        }
    }

    /// A line at the left that goes on in no paragraph ends all lists.
    fn end_items(&mut self) {
        if !self.before.is_text {
            self.items.clear();
        }
    }

    /// An item behind these spaces: one that is set in below another stands in it, also where Markdown
    /// would have it one space further to the right.
    fn item(&mut self, spaces: Range<usize>, rest: &str, mark: &Mark<'_>) {
        let typed = &self.source[spaces.clone()];
        if typed.contains('\t') {
            return;
        }
        let column = typed.chars().count();
        let mut beside = None;
        while let Some(item) = self.items.pop_if(|item| item.column >= column) {
            beside = Some(item).filter(|item| item.column == column);
        }
        let own = (mark.kind, mark.number);
        let read = match (beside, self.items.last()) {
            (Some(beside), _) => beside.read,
            (None, Some(outer)) => {
                let is_set_in = column >= outer.column + 2 && column < outer.words;
                let goes_on = own.1.is_some() && is_next(outer.mark, own);
                match is_set_in && !goes_on {
                    true => outer.words,
                    false => column,
                }
            }
            (None, None) => column,
        };
        if read != column {
            let is_in_spaces = |change: &mut Change| change.at.start >= spaces.start;
            while self.changes.pop_if(is_in_spaces).is_some() {}
            self.changes.push(Change::new(spaces, " ".repeat(read)));
        }
        let gap = rest[mark.text.len()..]
            .bytes()
            .take_while(|byte| *byte == b' ')
            .count();
        let gap = match mark.is_plain() && (1..=4).contains(&gap) {
            true => gap,
            false => 1,
        };
        self.items.push(Item {
            column,
            read,
            words: read + mark.in_markdown().len() + gap,
            mark: own,
        });
    }

    /// A mark with the spaces behind it; how long they are.
    fn mark(&mut self, start: usize, rest: &str, mark: &Mark<'_>) -> usize {
        let length = mark.text.len();
        let white = spaces::leading(&rest[length..]);
        let gap = &rest[length..length + white];
        if mark.is_plain() && !gap.contains(is_typed) {
            return length;
        }
        let end = length + white;
        let read = match end == rest.len() {
            true => mark.in_markdown(),
            false => format!("{} ", mark.in_markdown()),
        };
        self.changes.push(Change::new(start..start + end, read));
        end
    }

    /// A mark without a space behind it, where a line beside it says that it is one.
    fn glued_mark<'line>(&self, rest: &'line str, end: usize) -> Option<Mark<'line>> {
        let mark = Mark::glued(rest).filter(|mark| !mark.text.starts_with(['*', '+']))?;
        let next = rest[mark.text.len()..].chars().next()?;
        let is_word = match mark.number {
            // `-v` is what programs are told.
            None => next.is_alphabetic() && !next.is_ascii(),
            Some(_) => next.is_alphabetic(),
        };
        match mark.kind {
            Kind::Point | Kind::Sign(_) if !may_begin_words(&mark) => {
                (next.is_alphanumeric() || matches!(next, '«' | '“' | '(')).then_some(mark)
            }
            _ if !is_word => None,
            _ => {
                let own = (mark.kind, mark.number);
                let follows = self.before.mark.is_some_and(|before| is_next(before, own));
                let leads = || {
                    let below = self.source[end..].trim_start_matches(['\r', '\n']);
                    let gap = self.source.len() - end - below.len();
                    let below = below.trim_start_matches(|c| is_space(c) || c == '>');
                    let below = Mark::glued(below).filter(|_| gap <= 2);
                    below.is_some_and(|below| is_next(own, (below.kind, below.number)))
                };
                (follows || leads()).then_some(mark)
            }
        }
    }

    /// Whether the line stands in a block of code; its last line does.
    fn is_code(&mut self, text: &str, start: usize) -> bool {
        let Some(fence) = &self.fence else {
            return false;
        };
        let inner = text.trim_start_matches(|c| is_space(c) || c == '>');
        let quote_ends = fence.in_quote && !text.trim_start_matches(is_space).starts_with('>');
        let item_ends = fence.in_item && !text.is_empty() && !text.starts_with(is_space);
        if quote_ends || item_ends {
            self.fence = None;
            return false;
        }
        let run = inner.bytes().take_while(|byte| *byte == fence.sign).count();
        if run >= fence.length && inner[run..].trim_matches(is_space).is_empty() {
            self.fence = None;
            self.spaces(start..start + text.len());
        }
        true
    }

    fn open_fence(&mut self, start: usize, rest: &str, in_quote: bool, in_item: bool) {
        let Some(sign @ (b'`' | b'~')) = rest.bytes().next() else {
            return;
        };
        let length = rest.bytes().take_while(|byte| *byte == sign).count();
        let information = &rest[length..];
        if length < 3 || sign == b'`' && information.contains('`') {
            return;
        }
        self.spaces(start..start + rest.len());
        self.fence = Some(Fence {
            sign,
            length,
            in_quote,
            in_item,
        });
    }

    /// What stands behind the marks, from `start` to the end of the line.
    fn content(&mut self, start: usize, line: Range<usize>, before: &mut Before) {
        let rest = &self.source[start..line.end];
        match rest.as_bytes() {
            [] => return,
            [b'#', ..] | [0xEF, 0xBC, 0x83, ..] => self.heading(start, rest),
            [b'[', ..] => {
                if before.mark.is_some() {
                    self.task(start, rest);
                }
                self.definition(start, rest);
            }
            // The parser would take the first of them for the mark of a definition.
            [b':', b':', ..] => self.changes.push(Change::new(start..start + 1, "\\:")),
            [b':', ..] => {
                let white = spaces::leading(&rest[1..]);
                self.spaces(start + 1..start + 1 + white);
            }
            _ => {}
        }
        before.counted = Counted::of(rest);
        if let (Some(above), Some(own)) = (self.before.counted, before.counted)
            && own.goes_on(above)
        {
            let end = self.before.line.end;
            self.changes.push(Change::new(end..end, "  "));
        }
        if dashes::begins_dashes(rest) {
            self.dashes(start, rest, &line, before);
        }
        if self.before.has_wide_bars {
            before.has_wide_bars = true;
            self.wide_bars(start..line.end);
        }
        if self.has_typed_spaces {
            self.line_end(start, rest);
            if memchr::memchr(b'|', rest.as_bytes()).is_some() {
                self.beside_bars(start, rest);
            }
        }
    }

    /// `##ចំណងជើង`, `＃ ចំណងជើង`, `## ចំណងជើង ##`. One `#` without a space may begin a word of its own.
    fn heading(&mut self, start: usize, rest: &str) {
        let after = rest.trim_start_matches(['#', '＃']);
        let signs = &rest[..rest.len() - after.len()];
        let count = signs.chars().count();
        if count > 6 {
            return;
        }
        let white = spaces::leading(after);
        let is_glued = white == 0 && after.starts_with(char::is_alphanumeric);
        if is_glued && count < 2 || white == 0 && !after.is_empty() && !is_glued {
            return;
        }
        let begin = start + signs.len() + white;
        if is_glued || signs.len() > count || after[..white].contains(is_typed) {
            let read = format!("{} ", "#".repeat(count));
            self.changes.push(Change::new(start..begin, read));
        }
        // The marks that close it, and the spaces before and behind them.
        let bare = rest.trim_end_matches(is_space);
        let words = bare.trim_end_matches('#').trim_end_matches(is_space);
        let closing = (start + words.len()).max(begin);
        if bare.ends_with(['#', '}']) {
            self.spaces(closing..start + rest.len());
        }
    }

    /// `[ ] …`, `[x] …` behind the mark of an item, with any spaces in it and behind it.
    fn task(&mut self, start: usize, rest: &str) {
        let inner = &rest[1..];
        let Some(state) = inner.chars().next() else {
            return;
        };
        let length = state.len_utf8();
        let behind = inner[length..].strip_prefix(']');
        if let Some(behind) = behind.filter(|_| is_space(state) || matches!(state, 'x' | 'X')) {
            let white = spaces::leading(behind);
            self.spaces(start..start + rest.len() - behind.len() + white);
        }
    }

    /// `[^១]៖ …`, `[^1] : …`, `[name]: …`
    fn definition(&mut self, start: usize, rest: &str) {
        let Some(label) = rest.find(']') else {
            return;
        };
        let after = &rest[label + 1..];
        let white = spaces::leading(after);
        let Some(colon) = after[white..]
            .chars()
            .next()
            .filter(|c| matches!(c, ':' | '៖' | '：'))
        else {
            return;
        };
        let is_note = rest.starts_with("[^");
        if !is_note && (colon != ':' || white > 0) {
            return;
        }
        let begin = start + label + 1;
        let end = begin + white + colon.len_utf8();
        if white > 0 || colon != ':' {
            self.changes.push(Change::new(begin..end, ":"));
        }
        let behind = spaces::leading(&self.source[end..start + rest.len()]);
        self.spaces(end..end + behind);
    }

    /// A line of dashes, alone or between bars.
    fn dashes(&mut self, start: usize, rest: &str, line: &Range<usize>, before: &mut Before) {
        let at = start..start + rest.len();
        if let Some(ruler) = dashes::ruler(rest) {
            let head = &self.source[self.before.line.clone()];
            let is_below_head = self.before.is_text && head.contains(['|', '｜']);
            if is_below_head && ruler != rest {
                self.changes.push(Change::new(at, ruler));
            }
            if is_below_head && (head.contains('｜') || rest.contains('｜')) {
                self.wide_bars(self.before.line.clone());
                before.has_wide_bars = true;
            }
            return;
        }
        if dashes::is_foreign_rule(rest) {
            let below = &self.source[line.end..];
            let below = below
                .strip_prefix("\r\n")
                .or(below.get(1..))
                .unwrap_or_default();
            let next = below.split(['\n', '\r']).next().unwrap_or_default();
            if !self.before.is_text && next.trim_matches(is_space).is_empty() {
                self.changes.push(Change::new(at, "---"));
            }
            return;
        }
        if rest
            .chars()
            .all(|c| c.is_ascii_punctuation() || is_space(c))
        {
            self.spaces(at);
        }
    }

    fn wide_bars(&mut self, at: Range<usize>) {
        for (offset, bar) in self.source[at.clone()].match_indices('｜') {
            let start = at.start + offset;
            self.changes
                .push(Change::new(start..start + bar.len(), "|"));
        }
    }

    /// Spaces beside the bars of a row.
    fn beside_bars(&mut self, start: usize, rest: &str) {
        let bytes = rest.as_bytes();
        let mut at = 0;
        while let Some(found) = rest[at..].find(is_typed) {
            let begin = at + found - spaces::trailing(&rest[at..at + found]);
            let end = begin + spaces::leading(&rest[begin..]);
            let is_beside = begin > 0 && bytes[begin - 1] == b'|' || bytes.get(end) == Some(&b'|');
            if is_beside {
                self.changes
                    .push(Change::new(start + begin..start + end, " "));
            }
            at = end;
        }
    }

    /// A `\` that breaks the line stands at its end.
    fn line_end(&mut self, start: usize, rest: &str) {
        let white = spaces::trailing(rest);
        let bare = &rest[..rest.len() - white];
        if rest[bare.len()..].contains(is_typed) && bare.ends_with('\\') {
            let at = start + bare.len()..start + rest.len();
            self.changes.push(Change::new(at, ""));
        }
    }
}

/// Whether a line begins with words, as most do: with a Khmer letter that is no mark, or with a Latin one.
fn begins_with_words(text: &str) -> bool {
    match text.as_bytes() {
        [0xE1, 0x9E, _, next, ..] => {
            !matches!(next, b'.' | b')' | b'-' | b'/' | 0xE1) || {
                let mut letters = text.chars();
                letters.next();
                !matches!(letters.next(), Some('.' | ')' | '-' | '/' | '៖'))
            }
        }
        [
            b'a'..=b'n' | b'p' | b'r'..=b't' | b'w'..=b'z' | b'A'..=b'Z',
            ..,
        ] => true,
        _ => false,
    }
}

/// Signs that begin words and sentences as well.
fn may_begin_words(mark: &Mark<'_>) -> bool {
    matches!(mark.kind, Kind::Point | Kind::Sign(_))
        && mark.text.starts_with([
            '-', '*', '+', '·', '–', '—', '―', '−', '－', '→', '⇒', '★', '☆', 'o', '§', 'Ø', 'ü',
            'v', 'q',
        ])
}

/// Whether the second mark goes on where the first was.
fn is_next(first: (Kind, Option<u64>), second: (Kind, Option<u64>)) -> bool {
    first.0 == second.0 && first.1.map(|number| number + 1) == second.1
}
