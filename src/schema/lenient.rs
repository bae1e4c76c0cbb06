//! A value as people type it → the same as TOML has it, each piece with its place: text between any
//! quotation marks or none, lists and tables with any of the usual signs in them.
//!
//! What can mean two things is refused here, and told by whoever knows why. A word, a number or a day
//! that TOML does not know becomes text; whoever knows what the setting holds reads it.

use super::mended::Mended;
use super::statement::{closing, is_item, line_from};
use super::typed::{is_blank, is_like_a_number, truth};
use ::toml::de::DeValue;
use std::ops::Range;

#[cfg(test)]
mod tests;

/// Quotation marks as keyboards and word processors make them.
const DOUBLE: [char; 10] = ['"', '“', '”', '„', '‟', '«', '»', '＂', '″', '〝'];
const SINGLE: [char; 10] = ['\'', '‘', '’', '‚', '‛', '‹', '›', '＇', '′', '`'];

/// Lists in lists deeper than that are not written by hand.
const DEEPEST: usize = 32;

/// Whose rules decide where a value ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Habit {
    Toml,
    /// A `#` without a space before it begins no comment, `''` stands for one `'`, and so on.
    Yaml,
}

/// What reads the values of a text, from `at` on, and writes them down.
pub(super) struct Lenient<'own> {
    pub(super) text: &'own str,
    pub(super) at: usize,
    /// Where the statement ends.
    pub(super) end: usize,
    pub(super) habit: Habit,
    /// Whether a word is the name of a setting: text that holds one was two settings.
    pub(super) is_setting: &'own dyn Fn(&str) -> bool,
    pub(super) out: Mended,
    /// Where the line ends that was asked for last: a line may be long.
    pub(super) line_end: usize,
}

impl Lenient<'_> {
    /// Where the line ends, or the statement.
    fn line_end(&mut self) -> usize {
        if self.line_end < self.at {
            self.line_end = line_from(self.text, self.at).end;
        }
        self.line_end.min(self.end)
    }

    fn rest(&self) -> &str {
        &self.text[self.at..self.end]
    }

    fn next(&self) -> Option<char> {
        self.rest().chars().next()
    }

    pub(super) fn skip_blanks(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start_matches(is_blank).len();
    }

    /// The value of a setting, up to the end of its line; `None` if it can mean two things, or nothing.
    pub(super) fn only_value(&mut self) -> Option<()> {
        self.skip_blanks();
        match self.next()? {
            '[' | '{' => self.value(0)?,
            c if is_mark(c) => self.quoted()?,
            _ => {
                let line_end = self.line_end();
                let end = self.at + self.without_comment(&self.text[self.at..line_end])?;
                let end = self.at + without_trailing_sign(&self.text[self.at..end]).len();
                self.word(end)?;
            }
        }
        self.skip_blanks();
        if matches!(self.next(), Some(',' | ';' | '，')) {
            self.at += self.next().map_or(0, char::len_utf8);
            self.skip_blanks();
        }
        match self.next() {
            None | Some('\n') => Some(()),
            Some('#') => {
                self.at = self.line_end();
                self.rest().trim().is_empty().then_some(())
            }
            Some(_) => None,
        }
    }

    /// Whether the value is a list on the lines below its key. One value there is passed to.
    pub(super) fn begins_below(&mut self) -> bool {
        self.skip_blanks();
        if self.next() != Some('\n') {
            return false;
        }
        self.at += 1;
        self.skip_blanks();
        {
            let line_end = self.line_end();
            is_item(self.text[self.at..line_end].trim_end())
        }
    }

    /// Items of a list, one a line behind `-`.
    pub(super) fn items_below(&mut self) -> Option<()> {
        self.out.put("[", self.at..self.at);
        while self.next().is_some() {
            let line_end = self.line_end();
            self.at += self.next().map_or(0, char::len_utf8);
            let (begin, end) = (self.at, self.end);
            self.end = line_end;
            self.only_value()?;
            self.out.put(", ", begin..begin);
            self.end = end;
            self.at = (line_end + 1).min(end);
            self.skip_blanks();
        }
        self.out.put("]", self.end..self.end);
        Some(())
    }

    /// A value that marks of its own end.
    pub(super) fn bracketed_or_quoted(&mut self) -> Option<()> {
        match self.next()? {
            '[' | '{' => self.value(0),
            _ => self.quoted(),
        }
    }

    /// How long the words of a line are without the comment behind them.
    fn without_comment(&self, line: &str) -> Option<usize> {
        match (self.habit, line.find('#')) {
            (_, None) => Some(line.len()),
            (Habit::Yaml, Some(_)) => {
                let mut signs = line.char_indices();
                let mut before = ' ';
                let comment = signs.find(|(_, c)| {
                    let begins = *c == '#' && is_blank(before);
                    before = *c;
                    begins
                });
                Some(comment.map_or(line.len(), |(at, _)| at))
            }
            // Text may hold the sign; a number, a day, yes and no do not.
            (Habit::Toml, Some(at)) => {
                let word = line[..at].trim_matches(is_blank);
                let is_known =
                    is_like_a_number(word) && !word.contains(' ') || truth(word).is_some();
                is_known.then_some(at)
            }
        }
    }

    /// A value that others may follow.
    fn value(&mut self, depth: usize) -> Option<()> {
        if depth > DEEPEST {
            return None;
        }
        match self.next()? {
            '[' => self.list(depth),
            '{' => self.table(depth),
            c if is_mark(c) => self.quoted(),
            _ => {
                let rest = self.rest();
                let stops = [',', ';', '，', '、', ']', '}', '\n', '#'];
                let end = self.at + rest.find(stops).unwrap_or(rest.len());
                self.word(end)
            }
        }
    }

    fn list(&mut self, depth: usize) -> Option<()> {
        self.sign("[");
        loop {
            self.skip_between();
            match self.next()? {
                ']' => break,
                _ => self.value(depth + 1)?,
            }
            self.skip_between();
            match self.next()? {
                ']' => break,
                ',' | ';' | '，' | '、' => self.sign(","),
                _ => return None,
            }
        }
        self.sign("]");
        Some(())
    }

    fn table(&mut self, depth: usize) -> Option<()> {
        self.sign("{");
        loop {
            self.skip_between();
            if self.next()? == '}' {
                break;
            }
            self.key()?;
            self.skip_between();
            match self.next()? {
                '=' | ':' | '＝' | '：' => self.sign(" = "),
                _ => return None,
            }
            self.skip_between();
            self.value(depth + 1)?;
            self.skip_between();
            match self.next()? {
                '}' => break,
                ',' | ';' | '，' | '、' => self.sign(","),
                _ => return None,
            }
        }
        self.sign("}");
        Some(())
    }

    fn key(&mut self) -> Option<()> {
        if self.next().is_some_and(is_mark) {
            return self.quoted();
        }
        let rest = self.rest();
        let length = rest.find(['=', ':', '＝', '：', '\n'])?;
        let key = rest[..length].trim_end_matches(is_blank);
        let range = self.at..self.at + key.len();
        let key = bare_key(key)?;
        self.out.put(&key, range.clone());
        self.at = range.end;
        Some(())
    }

    /// Writes a sign down for the one that stands here.
    fn sign(&mut self, sign: &str) {
        let length = self.next().map_or(0, char::len_utf8);
        self.out.put(sign, self.at..self.at + length);
        self.at += length;
    }

    /// Spaces, ends of lines and comments.
    fn skip_between(&mut self) {
        loop {
            self.skip_blanks();
            match self.next() {
                Some('\n') => self.at += 1,
                Some('#') => self.at = self.line_end(),
                _ => return,
            }
        }
    }

    /// What stands up to `end` without quotation marks.
    fn word(&mut self, end: usize) -> Option<()> {
        let word = self.text[self.at..end].trim_end_matches(is_blank);
        let range = self.at..self.at + word.len();
        let is_toml = !word.is_empty() && DeValue::parse(word).is_ok();
        match is_toml {
            true => self.out.copy(self.text, range.clone()),
            false if self.is_text(word) => self.out.put(&basic(word), range.clone()),
            false => return None,
        }
        self.at = range.end;
        Some(())
    }

    /// Whether it is plainly text whose quotation marks are missing.
    fn is_text(&self, word: &str) -> bool {
        let begins_otherwise = [
            '[', ']', '{', '}', '|', '>', '&', '*', '!', '%', '<', ',', ';',
        ];
        let has_word = word.chars().any(char::is_alphanumeric);
        let holds_setting = || {
            let mut before = word.split([':', '：']);
            // What stands behind the last sign is no key.
            before.next_back();
            let mut names = before.filter_map(|text| text.split(is_blank).next_back());
            names.any(|name| (self.is_setting)(name))
        };
        (has_word || self.habit == Habit::Yaml && !word.is_empty())
            && !word.starts_with(begins_otherwise)
            && !is_item(word)
            && !matches!(word, "null" | "Null" | "nil" | "none" | "None")
            && !word.contains(['"', '=', '＝', '“', '”', '„'])
            && (self.habit == Habit::Yaml || !word.contains('#'))
            && !holds_setting()
    }

    /// Text between marks of one kind, on one line.
    fn quoted(&mut self) -> Option<()> {
        let open = self.next()?;
        let begin = self.at + open.len_utf8();
        let line_end = self.line_end();
        let threefold = open.to_string().repeat(3);
        if matches!(open, '"' | '\'') && self.rest().starts_with(&threefold) {
            let length = closing(&self.text[begin + 2..self.end], &threefold, open == '"')?;
            let end = begin + 2 + length + 3;
            self.out.copy(self.text, self.at..end);
            self.at = end;
            return Some(());
        }
        let inner = &self.text[begin..line_end];
        let (length, end) = match (open, self.habit) {
            ('"', _) => match closing(inner, "\"", true) {
                Some(length) => (length, begin + length + 1),
                None => closed_by_another(inner, &DOUBLE).map(|(at, end)| (at, begin + end))?,
            },
            ('\'', Habit::Toml) => match inner.find('\'') {
                Some(length) => (length, begin + length + 1),
                None => closed_by_another(inner, &SINGLE).map(|(at, end)| (at, begin + end))?,
            },
            ('\'', Habit::Yaml) => {
                let length = closing_of_yaml(inner)?;
                (length, begin + length + 1)
            }
            (open, _) => {
                let marks = if DOUBLE.contains(&open) {
                    DOUBLE
                } else {
                    SINGLE
                };
                closed_by_another(inner, &marks).map(|(at, end)| (at, begin + end))?
            }
        };
        let inner = &inner[..length];
        let text = match (open, self.habit) {
            ('"', Habit::Toml) => unescaped_paths(inner)?,
            ('"', Habit::Yaml) => unescaped_paths(&inner.replace("\\/", "/"))?,
            ('\'', Habit::Yaml) => basic(&inner.replace("''", "'")),
            ('\'', Habit::Toml) => basic(inner),
            _ if !is_one_text(inner) => return None,
            _ => basic(&inner.trim_matches(is_blank).replace("\\\"", "\"")),
        };
        self.out.put(&text, self.at..end);
        self.at = end;
        Some(())
    }
}

fn is_mark(c: char) -> bool {
    DOUBLE.contains(&c) || SINGLE.contains(&c)
}

/// Whether text that begins so stands between marks.
pub(super) fn is_quoted(text: &str) -> bool {
    text.starts_with(is_mark)
}

/// The first mark of this kind that nothing but a sign or the end of its line follows: where it stands,
/// and where it ends.
fn closed_by_another(line: &str, marks: &[char]) -> Option<(usize, usize)> {
    let mut found = line.char_indices().filter(|(_, c)| marks.contains(c));
    found.find_map(|(at, mark)| {
        let end = at + mark.len_utf8();
        let after = line[end..].trim_start_matches(is_blank);
        let closes = after.is_empty() || after.starts_with([',', ';', ']', '}', '#', '，', '、']);
        closes.then_some((at, end))
    })
}

/// Whether no mark in a text that stands between marks ends it before its end: `“a” and “b”` is none.
fn is_one_text(inner: &str) -> bool {
    let mut open = 0usize;
    let mut before = ' ';
    let mut letters = inner.chars().peekable();
    while let Some(c) = letters.next() {
        let is_apostrophe =
            before.is_alphanumeric() && letters.peek().is_some_and(|next| next.is_alphanumeric());
        match c {
            '“' | '„' | '«' | '‹' | '‘' | '‚' => open += 1,
            '’' if is_apostrophe => {}
            '”' | '»' | '›' | '’' => match open.checked_sub(1) {
                Some(fewer) => open = fewer,
                None => return false,
            },
            _ => {}
        }
        before = c;
    }
    true
}

/// Where the `'` stands that ends a text of YAML.
fn closing_of_yaml(text: &str) -> Option<usize> {
    let mut at = 0;
    while let Some(length) = text[at..].find('\'') {
        at += length;
        match text[at + 1..].starts_with('\'') {
            true => at += 2,
            false => return Some(at),
        }
    }
    None
}

/// Text as TOML has it between `"`.
pub(super) fn basic(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push('\t'),
            c if c.is_control() => out.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// What stands between `"`, each `\` that can only be a part of a path as that; `None` if another one may
/// mean something else.
fn unescaped_paths(inner: &str) -> Option<String> {
    let mut out = String::with_capacity(inner.len() + 8);
    let (mut has_meaning, mut has_path) = (false, false);
    let mut rest = inner;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        match rest.chars().next() {
            Some(c @ ('"' | '\\')) => {
                out.push('\\');
                out.push(c);
                rest = &rest[1..];
            }
            Some(c) if is_escape(c, &rest[c.len_utf8()..]) => {
                has_meaning = true;
                out.push('\\');
            }
            _ => {
                has_path = true;
                out.push_str("\\\\");
            }
        }
    }
    out.push_str(rest);
    (!(has_meaning && has_path)).then(|| format!("\"{out}\""))
}

/// Whether a `\` before `c` means something in TOML.
fn is_escape(c: char, after: &str) -> bool {
    let digits = match c {
        'b' | 't' | 'n' | 'f' | 'r' | 'e' => return true,
        'x' => 2,
        'u' => 4,
        'U' => 8,
        _ => return false,
    };
    let hex = after.bytes().take(digits);
    hex.filter(u8::is_ascii_hexdigit).count() == digits
}

/// The text without a sign behind it that ends a line in other languages.
fn without_trailing_sign(text: &str) -> &str {
    let text = text.trim_end_matches(is_blank);
    let bare = text.trim_end_matches([',', ';', '，']);
    bare.trim_end_matches(is_blank)
}

/// A key, in TOML's own marks or in none, without what nobody sees; dots may stand in it.
pub(super) fn bare_key(key: &str) -> Option<String> {
    let shown: String = key.chars().filter(|c| !is_blank(*c) || *c == ' ').collect();
    let shown = shown.trim();
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let unquoted = shown.trim_matches(|c: char| is_mark(c));
    let is_bare = |part: &str| !part.is_empty() && part.chars().all(is_name);
    if unquoted.len() < shown.len() {
        return is_bare(unquoted).then(|| unquoted.to_owned());
    }
    shown
        .split('.')
        .map(str::trim)
        .all(is_bare)
        .then(|| shown.to_owned())
}

/// A range of `text` without the blanks around it.
pub(super) fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let whole = &text[range.clone()];
    let start = range.start + (whole.len() - whole.trim_start_matches(is_blank).len());
    let length = whole.trim_matches(is_blank).len();
    start..start + length
}
