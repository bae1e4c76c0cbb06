//! Words that readers see → the marks in them that say nothing to anybody.

use crate::content::raw_html;
use crate::content::typed::{dashes, is_space, marks};
use std::ops::Range;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// `**`, `__`, `~~`, `*x*`
    Emphasis,
    /// `[[x]]`, `[x] (y)`, `](`
    Link,
    /// `#ទំព័រ`
    Heading,
    /// A line of dashes below a line of words.
    Underline,
    /// What other programs write: `:::`, `==x==`, `<!--`, `{#id}`.
    Foreign,
    /// `<a href=…` that begins no tag.
    Tag,
}

pub(super) struct Sign {
    pub(super) kind: Kind,
    pub(super) range: Range<usize>,
}

/// The marks in the pieces `visible` of the text; `call` says where a call ends that stands around a place.
pub(super) fn find(
    text: &str,
    visible: &[Range<usize>],
    call: &dyn Fn(usize) -> Option<usize>,
) -> Vec<Sign> {
    let mut reader = Reader {
        text,
        line: 0..0,
        found: Vec::new(),
    };
    let mut passed = 0;
    for range in visible {
        let mut at = range.start.max(passed);
        reader.underline(range);
        while at < range.end {
            let rest = &text.as_bytes()[at..range.end];
            let Some(next) = rest.iter().position(|byte| MARKS[usize::from(*byte)]) else {
                break;
            };
            at += next;
            if let Some(end) = call(at) {
                at = end;
                continue;
            }
            at = reader.mark(at, range);
        }
        passed = at;
    }
    reader.found
}

/// How far around a mark its other half is looked for, in bytes.
const FARTHEST: usize = 600;

/// The bytes that such marks begin with.
const MARKS: [bool; 256] = {
    let mut marks = [false; 256];
    let mut at = 0;
    let signs = b"*_~[]<{:=^#&\xEF";
    while at < signs.len() {
        marks[signs[at] as usize] = true;
        at += 1;
    }
    marks
};

struct Reader<'text> {
    text: &'text str,
    /// The line that the last mark stood in.
    line: Range<usize>,
    found: Vec<Sign>,
}

impl<'text> Reader<'text> {
    /// Judges the mark that begins here; where to go on.
    fn mark(&mut self, at: usize, piece: &Range<usize>) -> usize {
        let bytes = self.text.as_bytes();
        let sign = bytes[at];
        if !sign.is_ascii() {
            return self.wide(at);
        }
        let is_run = matches!(sign, b'*' | b'_' | b'~' | b'=' | b'[' | b':' | b'#');
        let rest = bytes[at..piece.end].iter();
        let run = match is_run {
            true => rest.take_while(|byte| **byte == sign).count(),
            false => 1,
        };
        let end = at + run;
        let escapes = self.text[..at].len() - self.text[..at].trim_end_matches('\\').len();
        if escapes % 2 == 1 {
            return end.max(at + 1);
        }
        let line = self.line_of(at);
        let before = self.text[line.start..at].chars().next_back();
        let after = &self.text[end.min(line.end)..line.end];
        let next = after.chars().next();
        match sign {
            b'*' | b'~' if run == 2 && is_apart(before, next) => self.apart(at..end, &line),
            b'*' => self.stars(at..end, &line, before, next),
            b'_' if run == 2 => self.pair(at..end, &line, "__", Kind::Emphasis),
            b'~' if run == 2 => self.tildes(at..end, before, next),
            b'=' if run == 2 => self.pair(at..end, &line, "==", Kind::Foreign),
            b'[' if run == 2 => match after.find("]]") {
                Some(length) if length > 0 && !after[..length].contains('"') => {
                    self.push(Kind::Link, at..end + length + 2)
                }
                _ => end,
            },
            // However many stand together, only the last of them has words behind it.
            b'[' => self.bracket(end - 1),
            b']' => self.link(at, &line),
            b'<' if self.text[at..line.end].starts_with("<!--") => {
                self.push(Kind::Foreign, at..at + 4)
            }
            b'<' => self.tag(at, &line),
            b'{' => self.brace(at, &line),
            b':' => self.colon(at..end, &line, before),
            b'^' => self.note(at, &line),
            b'#' => self.hash(at..end, &line),
            b'&' => self.entity(at, &line),
            _ => end,
        }
    }

    fn push(&mut self, kind: Kind, range: Range<usize>) -> usize {
        let end = range.end;
        self.found.push(Sign { kind, range });
        end
    }

    /// The line around a place, as far as it is looked at.
    fn line_of(&mut self, at: usize) -> Range<usize> {
        if !(self.line.start..=self.line.end).contains(&at) || self.line.is_empty() {
            let bytes = self.text.as_bytes();
            let start = memchr::memrchr2(b'\n', b'\r', &bytes[..at]).map_or(0, |end| end + 1);
            let end = memchr::memchr2(b'\n', b'\r', &bytes[at..]);
            self.line = start..end.map_or(bytes.len(), |end| at + end);
        }
        let start = self.line.start.max(at.saturating_sub(FARTHEST));
        let end = self.line.end.min(at + FARTHEST);
        self.text.ceil_char_boundary(start)..self.text.floor_char_boundary(end)
    }

    /// Whether nothing but marks of lists and quotes stands on the line before it.
    fn is_first(&self, at: usize) -> bool {
        at - self.line.start < FARTHEST
            && marks::without(&self.text[self.line.start..at]).is_empty()
    }

    /// The word around a place is an address, in which such signs are letters.
    fn is_in_address(&self, at: usize, line: &Range<usize>) -> bool {
        let is_end = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '(' | '"');
        let start = self.text[line.start..at]
            .rfind(is_end)
            .map_or(line.start, |end| line.start + end);
        let word = &self.text[start..line.end];
        let word = word.trim_start_matches(is_end);
        let length = word.find(is_end).unwrap_or(word.len());
        let word = &word[..length];
        word.contains("://") || word.starts_with("www.")
    }

    fn stars(
        &mut self,
        run: Range<usize>,
        line: &Range<usize>,
        before: Option<char>,
        next: Option<char>,
    ) -> usize {
        let is_word = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace());
        let is_path = |c: Option<char>| matches!(c, Some('/' | '.' | '\\'));
        let is_digit = |c: Option<char>| c.is_some_and(char::is_numeric);
        let numbers = is_digit(before) && is_digit(next);
        let touches = is_word(before) || is_word(next);
        let is_sign = |c: Option<char>| c.is_some_and(|c| c.is_ascii_punctuation());
        let is_alone = is_sign(before) && is_sign(next);
        if run.len() > 3 || is_alone || !touches || is_path(before) || is_path(next) || numbers {
            return run.end;
        }
        if run.len() > 1 {
            // In cells they lead to a note below the table.
            let behind = self.text[run.end..line.end].trim_start_matches(is_space);
            let is_note = behind.starts_with(['|', '†', '‡'])
                && !self.text[line.start..run.start].contains("**");
            return match is_note || self.is_in_address(run.start, line) {
                true => run.end,
                false => self.push(Kind::Emphasis, run),
            };
        }
        // One star alone is often a mark that leads to a note.
        let rest = &self.text[run.end..line.end];
        let closes = rest.find('*').is_some_and(|close| {
            let inner = &rest[..close];
            !inner.is_empty()
                && !inner.ends_with(char::is_whitespace)
                && !rest[close..].starts_with("**")
        });
        let begins_words = |c: char| c.is_alphanumeric() || matches!(c, '«' | '“' | '"');
        let opens = next.is_some_and(begins_words) && !before.is_some_and(char::is_alphanumeric);
        if closes && opens {
            let end = run.end + rest.find('*').map_or(0, |close| close + 1);
            return self.push(Kind::Emphasis, run.start..end);
        }
        run.end
    }

    fn tildes(&mut self, run: Range<usize>, before: Option<char>, next: Option<char>) -> usize {
        let is_word = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace());
        match is_word(before) || is_word(next) {
            true => self.push(Kind::Emphasis, run),
            false => run.end,
        }
    }

    /// `** words **`: words between two marks that stand apart from them, unless they multiply.
    fn apart(&mut self, run: Range<usize>, line: &Range<usize>) -> usize {
        let mark = &self.text[run.clone()];
        let rest = &self.text[run.end..line.end];
        let Some(close) = rest.find(mark) else {
            return run.end;
        };
        let inner = rest[..close].trim_matches(is_space);
        let is_term = match mark {
            "~~" => inner.is_empty(),
            _ => inner.is_ascii() && inner.len() <= 2 || !inner.contains(char::is_alphabetic),
        };
        match is_term {
            true => run.end,
            false => self.push(Kind::Emphasis, run.start..run.end + close + mark.len()),
        }
    }

    /// Words between two of the same marks, on one line.
    fn pair(&mut self, run: Range<usize>, line: &Range<usize>, mark: &str, kind: Kind) -> usize {
        let rest = &self.text[run.end..line.end];
        let Some(close) = rest.find(mark).filter(|close| *close > 0) else {
            return run.end;
        };
        let inner = &rest[..close];
        let is_bare = inner.starts_with(|c: char| c.is_whitespace() || c.is_ascii_punctuation())
            || inner.ends_with(|c: char| c.is_whitespace());
        match is_bare || self.is_in_address(run.start, line) {
            true => run.end,
            false => self.push(kind, run.start..run.end + close + mark.len()),
        }
    }

    /// `](` and `] (`, the second before what looks like an address.
    fn link(&mut self, at: usize, line: &Range<usize>) -> usize {
        let rest = &self.text[at + 1..line.end];
        let bare = rest.trim_start_matches(is_space);
        let Some(inner) = bare.strip_prefix(['(', '（']) else {
            return at + 1;
        };
        let open = line.end - inner.len();
        let Some(close) = inner.find([')', '）']) else {
            return match rest.len() == bare.len() && !inner.trim().is_empty() {
                true => self.push(Kind::Link, at..open),
                false => at + 1,
            };
        };
        let address = inner[..close].trim_matches(is_space);
        let is_glued = rest.starts_with('(') && !address.is_empty();
        if !is_glued && !looks_like_an_address(address) {
            return at + 1;
        }
        let end = open + close + inner[close..].chars().next().map_or(0, char::len_utf8);
        self.push(Kind::Link, at..end)
    }

    /// `(words)[address]`, and `[!NOTE]` at the beginning of a line.
    fn bracket(&mut self, at: usize) -> usize {
        let line = self.line_of(at);
        let inner = &self.text[at + 1..line.end];
        let Some(close) = inner.find(']') else {
            return at + 1;
        };
        let words = &inner[..close];
        let end = at + 1 + close + 1;
        let is_name =
            |name: &str| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_uppercase());
        if words.strip_prefix('!').is_some_and(is_name) && self.is_first(at) {
            return self.push(Kind::Foreign, at..end);
        }
        let before = self.text[line.start..at].strip_suffix(')');
        let open = before.and_then(|before| before.rfind('('));
        match open {
            Some(open) if looks_like_an_address(words) && !words.starts_with('^') => {
                self.push(Kind::Link, line.start + open..end)
            }
            _ => at + 1,
        }
    }

    /// A tag that is none to anybody, and those of word processors.
    fn tag(&mut self, at: usize, line: &Range<usize>) -> usize {
        let inner = &self.text[at + 1..line.end];
        let inner = inner.strip_prefix('/').unwrap_or(inner);
        let of_name = |c: char| c.is_ascii_alphanumeric() || c == ':';
        let length = inner.len() - inner.trim_start_matches(of_name).len();
        let (name, rest) = inner.split_at(length);
        let end = line.end - rest.len();
        let is_of_office = ["o:", "v:", "w:", "st1:"]
            .iter()
            .any(|office| name.starts_with(office));
        if is_of_office && rest.starts_with(['>', ' ', '/']) {
            return self.push(Kind::Foreign, at..end);
        }
        let attribute = rest.trim_start_matches(|c| is_space(c) || c == '/');
        let of_attribute = |c: char| c.is_ascii_alphabetic() || c == '-';
        let value = attribute.trim_start_matches(of_attribute);
        let has_value = value.len() < attribute.len() && value.starts_with('=');
        match has_value && attribute.len() < rest.len() && raw_html::is_html(name) {
            true => self.push(Kind::Tag, at..end),
            false => at + 1,
        }
    }

    fn brace(&mut self, at: usize, line: &Range<usize>) -> usize {
        let rest = &self.text[at..line.end];
        for (open, close) in [("{{", "}}"), ("{%", "%}")] {
            let Some(inner) = rest.strip_prefix(open) else {
                continue;
            };
            let named = inner.trim_start_matches(is_space);
            // Whoever names a component is told what is wrong with its call.
            if named.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_') {
                return at + 2;
            }
            return match inner.find(close) {
                Some(length) => self.push(Kind::Foreign, at..at + length + 4),
                None => at + 2,
            };
        }
        let is_id = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
        let inner = rest
            .strip_prefix("{#")
            .or(rest.strip_prefix("{."))
            .or(rest.strip_prefix("{:."));
        if let Some(inner) = inner {
            let name = inner.len() - inner.trim_start_matches(is_id).len();
            if name > 0 && inner[name..].starts_with('}') {
                let end = line.end - inner.len() + name + 1;
                return self.push(Kind::Foreign, at..end);
            }
        }
        at + 1
    }

    /// `:::` at the beginning of a line, and `:smile:`.
    fn colon(&mut self, run: Range<usize>, line: &Range<usize>, before: Option<char>) -> usize {
        if run.len() >= 3 {
            return match self.is_first(run.start) {
                true => self.push(Kind::Foreign, run),
                false => run.end,
            };
        }
        let rest = &self.text[run.end..line.end];
        let is_of_a_name =
            |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '_' | '+' | '-');
        let name = rest.len() - rest.trim_start_matches(is_of_a_name).len();
        let after = &rest[name..];
        let ends = after.starts_with(':')
            && !after[1..].starts_with(|c: char| c.is_ascii_alphanumeric() || c == ':');
        let begins = !before.is_some_and(|c| c.is_ascii_alphanumeric());
        let is_name = rest.starts_with(|c: char| c.is_ascii_lowercase() || c == '+');
        match run.len() == 1 && ends && begins && is_name {
            true => self.push(Kind::Foreign, run.start..run.end + name + 1),
            false => run.end,
        }
    }

    /// `^[a note]`
    fn note(&mut self, at: usize, line: &Range<usize>) -> usize {
        let rest = &self.text[at..line.end];
        let length = rest.strip_prefix("^[").and_then(|inner| inner.find(']'));
        match length {
            Some(length) if length > 0 => self.push(Kind::Foreign, at..at + length + 3),
            _ => at + 1,
        }
    }

    /// A single `#` before a word at the beginning of a line, unless it stands among others of its kind.
    fn hash(&mut self, run: Range<usize>, line: &Range<usize>) -> usize {
        if run.len() != 1 || !self.is_first(run.start) {
            return run.end;
        }
        let words = &self.text[run.end..line.end];
        let begins_word = words.starts_with(char::is_alphabetic);
        let has_others = words.contains('#');
        if !begins_word || has_others {
            return run.end;
        }
        let length = words.find(is_space).unwrap_or(words.len());
        self.push(Kind::Heading, run.start..run.end + length)
    }

    /// `&name;` that no browser knows, and the common ones without their `;`.
    fn entity(&mut self, at: usize, line: &Range<usize>) -> usize {
        const COMMON: [&str; 12] = [
            "nbsp", "amp", "lt", "gt", "quot", "ldquo", "rdquo", "laquo", "raquo", "ndash",
            "mdash", "hellip",
        ];
        let rest = &self.text[at + 1..line.end];
        let length = rest.len()
            - rest
                .trim_start_matches(|c: char| c.is_ascii_alphanumeric())
                .len();
        let name = &rest[..length];
        let is_whole = rest[length..].starts_with(';');
        let is_entity =
            is_whole && length > 1 && name.bytes().all(|byte| byte.is_ascii_alphabetic());
        if (is_entity || COMMON.contains(&name)) && !self.is_in_address(at, line) {
            return self.push(Kind::Foreign, at..at + 1 + length + usize::from(is_whole));
        }
        at + 1
    }

    /// Full-width brackets around the words of a link.
    fn wide(&mut self, at: usize) -> usize {
        let line = self.line_of(at);
        let rest = &self.text[at..line.end];
        let width = rest.chars().next().map_or(1, char::len_utf8);
        if !rest.starts_with('］') {
            return at + width;
        }
        let bare = rest[width..].trim_start_matches(is_space);
        let inner = bare.strip_prefix(['(', '（']);
        let close = inner.and_then(|inner| inner.find([')', '）']));
        let (Some(inner), Some(close)) = (inner, close) else {
            return at + width;
        };
        if !looks_like_an_address(inner[..close].trim_matches(is_space)) {
            return at + width;
        }
        let end = line.end - inner.len()
            + close
            + inner[close..].chars().next().map_or(0, char::len_utf8);
        self.push(Kind::Link, at..end)
    }

    /// A line of other dashes than Markdown's below words.
    fn underline(&mut self, piece: &Range<usize>) {
        let words = &self.text[piece.clone()];
        if !dashes::begins_as_foreign(words) || !dashes::is_foreign_rule(words) {
            return;
        }
        let line = self.line_of(piece.start);
        let whole = self.text[line].trim_matches(is_space);
        if whole.len() == words.trim_matches(is_space).len() {
            self.found.push(Sign {
                kind: Kind::Underline,
                range: piece.clone(),
            });
        }
    }
}

/// Whether a mark has spaces on both sides.
fn is_apart(before: Option<char>, next: Option<char>) -> bool {
    let is_gap = |c: Option<char>| c.is_none_or(is_space);
    is_gap(before) && is_gap(next)
}

/// Whether words in parentheses are the address of a link: a path, a name of a file or a site.
fn looks_like_an_address(words: &str) -> bool {
    let is_of_one = |c: char| {
        (c.is_ascii_graphic() || c.is_alphanumeric()) && !matches!(c, '[' | ']' | '(' | '<' | '`')
    };
    let has_sign = words.contains(['/', '#', '@'])
        || words.split_once('.').is_some_and(|(name, end)| {
            !name.is_empty() && end.starts_with(|c: char| c.is_ascii_alphabetic())
        });
    !words.is_empty()
        && words.chars().all(is_of_one)
        && words.bytes().any(|byte| byte.is_ascii_alphabetic())
        && has_sign
}
