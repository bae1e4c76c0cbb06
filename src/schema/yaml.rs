//! Plain YAML, as other generators have it before the text of a page → the same settings as TOML, each
//! piece with its place.
//!
//! Plain are keys with text, numbers, days, yes and no, lists and tables of these, and text over several
//! lines. Of everything else that YAML can say, the place is told. What other generators call a setting is
//! known to the schema.

use super::lenient::{Habit, Lenient, bare_key, basic, is_quoted, trimmed};
use super::mended::Mended;
use super::statement::{after_line, is_item, line_from};
use super::typed::{is_blank, truth};
use super::{Means, Schema};
use std::ops::Range;

/// Tables in tables deeper than that are not written by hand.
const DEEPEST: usize = 16;

/// A line that says something.
struct Line {
    indent: usize,
    /// Without the spaces around it.
    range: Range<usize>,
}

/// The settings in `range` of `text`, in TOML, and the lines that say what plain YAML does not.
pub(super) fn settings(text: &str, schema: &'static Schema) -> (Mended, Vec<Range<usize>>) {
    let mut yaml = Yaml {
        text,
        schema,
        lines: lines(text),
        at: 0,
    };
    let mut mended = Mended::default();
    let mut unreadable = Vec::new();
    let indent = yaml.lines.first().map_or(0, |line| line.indent);
    while let Some(line) = yaml.lines.get(yaml.at) {
        let (begin, first) = (yaml.at, line.range.clone());
        let read = match line.indent == indent {
            true => yaml.setting(indent),
            false => None,
        };
        match read {
            Some(read) => mended.append(read),
            None => {
                unreadable.push(first);
                yaml.at = yaml.at.max(begin + 1);
                yaml.skip_below(indent);
            }
        }
    }
    (mended, unreadable)
}

/// The lines that are neither empty nor comments.
fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let line = line_from(text, at);
        let range = trimmed(text, line.clone());
        if !range.is_empty() && !text[range.clone()].starts_with('#') {
            lines.push(Line {
                indent: range.start - line.start,
                range,
            });
        }
        at = after_line(text, line.end);
    }
    lines
}

struct Yaml<'text> {
    text: &'text str,
    schema: &'static Schema,
    lines: Vec<Line>,
    /// The line that is read next.
    at: usize,
}

impl Yaml<'_> {
    fn line(&self) -> &str {
        &self.text[self.lines[self.at].range.clone()]
    }

    /// Passes the lines that belong to one at `indent` that was refused.
    fn skip_below(&mut self, indent: usize) {
        while let Some(line) = self.lines.get(self.at) {
            let item = is_item(&self.text[line.range.clone()]);
            if line.indent <= indent && !(item && line.indent == indent) {
                return;
            }
            self.at += 1;
        }
    }

    /// Where the sign stands that ends the key of this line.
    fn colon(&self) -> Option<usize> {
        let line = self.line();
        let begin = match is_quoted(line) {
            true => {
                let open = line.chars().next()?;
                let inner = &line[open.len_utf8()..];
                open.len_utf8() + inner.find(|c: char| is_quoted(&c.to_string()))?
            }
            false => 0,
        };
        let ends = |at: usize, sign: &str| {
            let after = &line[at + sign.len()..];
            after.is_empty() || matches!(sign, "：" | "៖") || after.starts_with(is_blank)
        };
        let signs = line.char_indices().skip_while(|(at, _)| *at < begin);
        let mut signs = signs.filter(|(_, c)| matches!(c, ':' | '：' | '៖'));
        let found = signs.find(|(at, c)| ends(*at, &c.to_string()));
        // A space is soon forgotten, and whoever mends a line as messages show it writes TOML's sign.
        let is_known = |at: &usize| self.schema.is_setting(line[..*at].trim_matches(is_blank));
        let found = found
            .map(|(at, _)| at)
            .or_else(|| line.find(':').filter(is_known))
            .or_else(|| line.find('='));
        found.map(|at| self.lines[self.at].range.start + at)
    }

    /// A setting at the top, as a line of TOML.
    fn setting(&mut self, indent: usize) -> Option<Mended> {
        let colon = self.colon()?;
        let key_at = trimmed(self.text, self.lines[self.at].range.start..colon);
        let key = bare_key(&self.text[key_at.clone()])?;
        let mut mended = Mended::default();
        let begin = self.at;
        let mut value = self.value(colon, indent, 0)?;
        let name = match self.schema.means(&key) {
            Some(Means::Field(field)) => field.to_owned(),
            Some(Means::Not(field)) => {
                let told = truth(value.text.trim_matches('"'));
                match told {
                    Some(truth) => {
                        let from = value.origin(0..value.text.len());
                        value = Mended::default();
                        value.put(if truth { "false" } else { "true" }, from);
                        field.to_owned()
                    }
                    None => key,
                }
            }
            Some(Means::Below(table)) => format!("{table}.{key}"),
            Some(Means::Kind | Means::OfOthers(_) | Means::Nothing) | None => key,
        };
        debug_assert!(self.at > begin);
        mended.put(&name, key_at);
        mended.put(" = ", colon..colon + 1);
        mended.append(value);
        mended.put("\n", colon..colon + 1);
        Some(mended)
    }

    /// What stands behind the sign of a key, and below its line.
    fn value(&mut self, colon: usize, indent: usize, depth: usize) -> Option<Mended> {
        let line = self.lines[self.at].range.clone();
        let behind = colon + self.text[colon..].chars().next().map_or(1, char::len_utf8);
        let value = trimmed(self.text, behind.min(line.end)..line.end);
        let shown = &self.text[value.clone()];
        if shown.is_empty() || shown.starts_with('#') {
            self.at += 1;
            return self.below(indent, line.end, depth);
        }
        if shown.starts_with(['|', '>']) {
            return self.text_below(value, indent);
        }
        if shown.starts_with(['[', '{']) || is_quoted(shown) {
            return self.marked(value);
        }
        self.plain(value, indent)
    }

    /// A list or a table on the lines below one at `indent`; empty text if there is none.
    fn below(&mut self, indent: usize, at: usize, depth: usize) -> Option<Mended> {
        let nothing = || {
            let mut nothing = Mended::default();
            nothing.put("\"\"", at..at);
            Some(nothing)
        };
        let Some(line) = self.lines.get(self.at) else {
            return nothing();
        };
        let (own, item) = (line.indent, is_item(self.line()));
        match (item, own > indent, own == indent) {
            _ if depth >= DEEPEST => None,
            (true, _, true) | (true, true, _) => self.list(own),
            (false, true, _) => self.table(own, depth + 1),
            _ => nothing(),
        }
    }

    fn list(&mut self, indent: usize) -> Option<Mended> {
        let mut list = Mended::default();
        let begin = self.lines[self.at].range.start;
        let mut end = begin;
        list.put("[", begin..begin);
        while let Some(line) = self.lines.get(self.at) {
            let range = line.range.clone();
            if line.indent != indent || !is_item(self.line()) {
                if line.indent > indent {
                    return None;
                }
                break;
            }
            let mark = self.line().chars().next().map_or(1, char::len_utf8);
            let value = trimmed(self.text, range.start + mark..range.end);
            let shown = &self.text[value.clone()];
            let item = match shown {
                "" => return None,
                _ if shown.starts_with(['[', '{']) || is_quoted(shown) => self.marked(value)?,
                // A table in a list; no setting of a page holds one.
                _ if shown.contains(": ") || shown.ends_with(':') => return None,
                _ => self.plain(value, indent)?,
            };
            list.append(item);
            list.put(", ", range.end..range.end);
            end = range.end;
        }
        list.put("]", end..end);
        Some(list)
    }

    fn table(&mut self, indent: usize, depth: usize) -> Option<Mended> {
        let mut table = Mended::default();
        let begin = self.lines[self.at].range.start;
        table.put("{ ", begin..begin);
        while let Some(line) = self.lines.get(self.at) {
            if line.indent != indent {
                if line.indent > indent {
                    return None;
                }
                break;
            }
            let colon = self.colon()?;
            let key_at = trimmed(self.text, line.range.start..colon);
            let key = bare_key(&self.text[key_at.clone()])?;
            table.put(&key, key_at);
            table.put(" = ", colon..colon + 1);
            let value = self.value(colon, indent, depth)?;
            table.append(value);
            table.put(", ", colon..colon + 1);
        }
        let end = self.lines[self.at - 1].range.end;
        table.put("}", end..end);
        Some(table)
    }

    /// Text between marks, or a list or a table between brackets, which may take several lines.
    fn marked(&mut self, value: Range<usize>) -> Option<Mended> {
        let has_lines = self.text[value.clone()].starts_with(['[', '{']);
        let line_end = self.lines[self.at].range.end;
        let end = match has_lines {
            true => self.text.len(),
            false => line_end,
        };
        let is_setting = |name: &str| self.schema.is_setting(name);
        let mut lenient = Lenient {
            text: self.text,
            at: value.start,
            end,
            habit: Habit::Yaml,
            is_setting: &is_setting,
            out: Mended::default(),
            line_end: 0,
        };
        lenient.bracketed_or_quoted()?;
        let (stopped, out) = (lenient.at, lenient.out);
        let rest = self.text[stopped..line_from(self.text, stopped).end].trim_matches(is_blank);
        let rest = rest
            .trim_start_matches([',', ';'])
            .trim_start_matches(is_blank);
        if !rest.is_empty() && !rest.starts_with('#') {
            return None;
        }
        let lines = self.lines[self.at..].iter();
        self.at += lines.take_while(|line| line.range.start < stopped).count();
        Some(out)
    }

    /// A word, or text without marks, which may go on below.
    fn plain(&mut self, value: Range<usize>, indent: usize) -> Option<Mended> {
        self.at += 1;
        let mut words = self.text[value.clone()].to_owned();
        let mut end = value.end;
        let one_line = self
            .lines
            .get(self.at)
            .is_none_or(|line| line.indent <= indent);
        let is_setting = |name: &str| self.schema.is_setting(name);
        let mut lenient = Lenient {
            text: self.text,
            at: value.start,
            end: value.end,
            habit: Habit::Yaml,
            is_setting: &is_setting,
            out: Mended::default(),
            line_end: 0,
        };
        if one_line {
            let word = words.split(" #").next().unwrap_or_default().trim_end();
            match word {
                "~" | "null" | "Null" | "NULL" => lenient.out.put("\"\"", value),
                _ => lenient.only_value()?,
            }
            return Some(lenient.out);
        }
        while let Some(line) = self.lines.get(self.at).filter(|line| line.indent > indent) {
            words.push(' ');
            words.push_str(&self.text[line.range.clone()]);
            end = line.range.end;
            self.at += 1;
        }
        let is_more = words.contains(": ") || words.contains(" #");
        let mut text = Mended::default();
        text.put(&basic(&words), value.start..end);
        (!is_more).then_some(text)
    }

    /// Text below a `|`, whose lines stay, or below a `>`, whose lines are one.
    fn text_below(&mut self, value: Range<usize>, indent: usize) -> Option<Mended> {
        let sign = &self.text[value.clone()];
        let joined = sign.starts_with('>');
        if !sign[1..].trim_start_matches(['-', '+']).is_empty() {
            return None;
        }
        self.at += 1;
        let mut text = String::new();
        let mut at = after_line(self.text, line_from(self.text, value.end).end);
        let mut end = value.end;
        let mut own = None;
        // Empty lines and what looks like a comment are text here.
        while at < self.text.len() {
            let line = line_from(self.text, at);
            let shown = trimmed(self.text, line.clone());
            let indented = shown.start - line.start;
            if !shown.is_empty() {
                if indented <= indent {
                    break;
                }
                let own = *own.get_or_insert(indented);
                let begins = line.start + own.min(indented);
                if !text.is_empty() {
                    let more = if joined && !text.ends_with('\n') {
                        " "
                    } else {
                        "\n"
                    };
                    text.push_str(if text.ends_with('\n') && joined {
                        ""
                    } else {
                        more
                    });
                }
                text.push_str(self.text[begins..line.end].trim_end_matches(is_blank));
                end = shown.end;
            } else if !text.is_empty() {
                text.push('\n');
            }
            at = after_line(self.text, line.end);
        }
        let lines = self.lines[self.at..].iter();
        self.at += lines.take_while(|line| line.range.start < at).count();
        let mut mended = Mended::default();
        mended.put(&basic(text.trim_end()), value.start..end);
        Some(mended)
    }
}
