//! The grammar of component calls: `{{ name(key="value", n=3, flag=true) }}`, `{% name() %}` and
//! `{% end %}` → a [`Tag`], or a diagnostic at the exact place.
//!
//! A text value stands in straight double quotes on one line, with `\"`, `\\` and `\|` (for table
//! cells) in it; a number is whole; between the parts there may be white space of any kind, but no empty
//! line.
//! It knows nothing of Markdown around a call, and not which components exist.

use super::block::{Argument, ArgumentValue, ComponentCall, Stands};
use super::places::Places;
use super::typed::is_space;
use crate::diagnostic::{Diagnostic, codes, diagnostic};
use std::collections::HashSet;
use std::ops::Range;

/// What stands between one pair of `{{ }}` or `{% %}`.
#[derive(Debug)]
pub(super) enum Tag {
    /// `{{ name() }}`
    Call(ComponentCall),
    /// `{% name() %}`, whose body follows.
    Open(ComponentCall),
    /// `{% end %}`
    End,
}

pub(super) enum Outcome {
    /// Not a call: ordinary text.
    Text,
    Tag {
        tag: Tag,
        end: usize,
    },
    Broken(Box<Diagnostic>),
}

/// Reads the call that begins at `range.start` with `{{` or `{%` and ends before `range.end`.
pub(super) fn read<'text>(
    text: &'text str,
    range: Range<usize>,
    places: &Places<'text>,
) -> Outcome {
    let mut reader = Reader {
        text,
        start: range.start,
        at: range.start + 2,
        end: range.end,
        opens_body: text.as_bytes()[range.start + 1] == b'%',
        places,
    };
    match reader.tag() {
        Ok(Some(tag)) => Outcome::Tag {
            tag,
            end: reader.at,
        },
        Ok(None) => Outcome::Text,
        Err(diagnostic) => Outcome::Broken(diagnostic),
    }
}

struct Reader<'call, 'text> {
    text: &'text str,
    start: usize,
    at: usize,
    end: usize,
    opens_body: bool,
    places: &'call Places<'text>,
}

type Read<T> = Result<T, Box<Diagnostic>>;

impl Reader<'_, '_> {
    fn tag(&mut self) -> Read<Option<Tag>> {
        self.skip_white_space();
        let Some(name) = self.name() else {
            return Ok(None);
        };
        if self.opens_body && name.starts_with("end") {
            let behind = self.at;
            self.skip_white_space();
            // `{% end note %}` and `{% endnote %}` say which.
            if name == "end" && self.name().is_some() {
                self.skip_white_space();
            }
            if self.take("%}") {
                return Ok(Some(Tag::End));
            }
            if name == "end" {
                return Err(self.unclosed("{% end"));
            }
            self.at = behind;
        }
        self.skip_white_space();
        if !self.take("(") {
            let written = self.start..self.at;
            return Err(Box::new(diagnostic!(
                codes::content::CALL_WITHOUT_PARENTHESES,
                self.places.of(written.clone()),
                read = self.text[written].trim_end(),
                name = name
            )));
        }
        let arguments = self.arguments(&name)?;
        self.skip_white_space();
        if !self.take(if self.opens_body { "%}" } else { "}}" }) {
            return Err(self.unclosed(&name));
        }
        let call = ComponentCall {
            name,
            arguments,
            body: None,
            stands: Stands::Alone,
            span: (self.start..self.at).into(),
        };
        Ok(Some(if self.opens_body {
            Tag::Open(call)
        } else {
            Tag::Call(call)
        }))
    }

    fn arguments(&mut self, call: &str) -> Read<Vec<Argument>> {
        let mut arguments: Vec<Argument> = Vec::new();
        let mut names: HashSet<String> = HashSet::new();
        loop {
            self.skip_white_space();
            if self.take(")") {
                return Ok(arguments);
            }
            let start = self.at;
            let Some(name) = self.name() else {
                return Err(self.unreadable(call));
            };
            let name_end = self.at;
            self.skip_white_space();
            if !self.take("=") {
                return Err(self.unreadable(call));
            }
            self.skip_white_space();
            let value = self.value(call)?;
            if !names.insert(name.clone()) {
                return Err(Box::new(diagnostic!(
                    codes::content::ARGUMENT_TWICE,
                    self.places.of(start..name_end),
                    name = name,
                    call = call
                )));
            }
            arguments.push(Argument {
                name,
                value,
                span: (start..self.at).into(),
            });
            self.skip_white_space();
            if !self.take(",") && self.peek() != Some(b')') {
                return Err(self.unreadable(call));
            }
        }
    }

    fn value(&mut self, call: &str) -> Read<ArgumentValue> {
        if self.peek() == Some(b'"') {
            return self.quoted(call).map(ArgumentValue::Text);
        }
        let start = self.at;
        let word = self.text[start..self.end]
            .bytes()
            .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'))
            .count();
        let word = &self.text[start..start + word];
        let value = match word {
            "true" => ArgumentValue::Boolean(true),
            "false" => ArgumentValue::Boolean(false),
            number => match number.parse() {
                Ok(number) => ArgumentValue::Integer(number),
                Err(_) => return Err(self.unreadable(call)),
            },
        };
        self.at += word.len();
        Ok(value)
    }

    fn quoted(&mut self, call: &str) -> Read<String> {
        let open = self.at;
        self.at += 1;
        let mut value = String::new();
        loop {
            let rest = &self.text[self.at..self.end];
            let plain = memchr::memchr3(b'"', b'\\', b'\n', rest.as_bytes()).unwrap_or(rest.len());
            value.push_str(&rest[..plain]);
            self.at += plain;
            match rest.as_bytes().get(plain..) {
                Some([b'"', ..]) => {
                    self.at += 1;
                    return Ok(value);
                }
                Some([b'\\', escaped @ (b'"' | b'\\' | b'|'), ..]) => {
                    value.push(char::from(*escaped));
                    self.at += 2;
                }
                Some([b'\\', ..]) => return Err(self.unreadable(call)),
                _ => {
                    let place = self.places.of(open..self.at);
                    return Err(Box::new(diagnostic!(
                        codes::content::QUOTE_UNCLOSED,
                        place,
                        call = call
                    )));
                }
            }
        }
    }

    fn name(&mut self) -> Option<String> {
        let rest = &self.text.as_bytes()[self.at..self.end];
        let length = rest
            .iter()
            .take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'_')
            .count();
        if length == 0 || rest[0].is_ascii_digit() {
            return None;
        }
        let name = self.text[self.at..self.at + length].to_owned();
        self.at += length;
        Some(name)
    }

    fn take(&mut self, expected: &str) -> bool {
        let found = self.text[self.at..self.end].starts_with(expected);
        if found {
            self.at += expected.len();
        }
        found
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes()[..self.end].get(self.at).copied()
    }

    /// Passes spaces, tabs and single line ends; an empty line ends every call.
    fn skip_white_space(&mut self) {
        let mut lines = 0;
        let rest = &self.text[self.at..self.end];
        let is_white = |c: char| {
            lines += usize::from(c == '\n');
            matches!(c, '\n' | '\r') || is_space(c)
        };
        let white = rest.len() - rest.trim_start_matches(is_white).len();
        if lines < 2 {
            self.at += white;
        }
    }

    fn unclosed(&mut self, name: &str) -> Box<Diagnostic> {
        let close = if self.opens_body { "%}" } else { "}}" };
        let first_line = self.text[self.start..self.at].split('\n').next();
        let length = first_line.map_or(0, str::len);
        let place = self.places.of(self.start..self.start + length);
        Box::new(diagnostic!(
            codes::content::CALL_UNCLOSED,
            place,
            name = name,
            close = close
        ))
    }

    /// What stands here is no argument; at the end of the text the call is not closed.
    fn unreadable(&mut self, call: &str) -> Box<Diagnostic> {
        let rest = self.text[self.at..self.end].chars();
        let shown: String = rest.take_while(|c| *c != '\n').take(16).collect();
        if shown.trim().is_empty() {
            return self.unclosed(call);
        }
        let place = self.places.of(self.at..self.at + shown.len());
        Box::new(diagnostic!(
            codes::content::BAD_ARGUMENT,
            place,
            call = call,
            read = shown.trim()
        ))
    }
}
