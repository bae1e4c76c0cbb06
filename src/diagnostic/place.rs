//! A file, and what part of it is meant → a [`Place`] that a message can name and show.
//!
//! It knows no problem, and reads nothing: the caller has the text.

use std::fmt;
use std::sync::Arc;

/// Where it is. Paths are relative to the site's root, with `/`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// The site as a whole, or the machine.
    Site,
    /// A whole file.
    File { path: String },
    /// A piece of one line of a text file. `line` and `column` count from 1, `column` and `length`
    /// in characters; `quote` is the whole line as the author wrote it, shared by the places on it.
    Span {
        path: String,
        line: usize,
        column: usize,
        length: usize,
        quote: Arc<str>,
    },
    /// A cell of a table, named as a spreadsheet names it (`F14`); `key` says what the row is about
    /// (`010201, 2025 approved, code 62`).
    Cell {
        path: String,
        sheet: Option<String>,
        cell: String,
        key: Option<String>,
    },
}

impl Place {
    /// The whole of the file at `path`.
    pub fn file(path: impl Into<String>) -> Place {
        Place::File { path: path.into() }
    }

    /// The bytes `range` of `text`, which is the whole content of the file at `path`.
    ///
    /// A range that reaches over several lines is shown up to the end of its first line; a range
    /// that does not lie on character borders is widened to them.
    pub fn in_text(path: impl Into<String>, text: &str, range: std::ops::Range<usize>) -> Place {
        let start = floor_char_boundary(text, range.start);
        let end = floor_char_boundary(text, range.end).max(start);
        let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = text[start..].find('\n').map_or(text.len(), |at| start + at);
        let quote = text[line_start..line_end].trim_end_matches('\r');
        let shown_end = end.min(line_start + quote.len()).max(start);
        Place::Span {
            path: path.into(),
            line: text[..line_start].matches('\n').count() + 1,
            column: text[line_start..start].chars().count() + 1,
            length: text[start..shown_end].chars().count().max(1),
            quote: quote.into(),
        }
    }

    /// The path of the file, if there is one.
    pub fn path(&self) -> Option<&str> {
        match self {
            Place::Site => None,
            Place::File { path } | Place::Span { path, .. } | Place::Cell { path, .. } => {
                Some(path)
            }
        }
    }
}

fn floor_char_boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

impl fmt::Display for Place {
    /// `path:line:column`, `path › sheet › F14 (key)` or the path alone.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Place::Site => Ok(()),
            Place::File { path } => formatter.write_str(path),
            Place::Span {
                path, line, column, ..
            } => write!(formatter, "{path}:{line}:{column}"),
            Place::Cell {
                path,
                sheet,
                cell,
                key,
            } => {
                formatter.write_str(path)?;
                if let Some(sheet) = sheet {
                    write!(formatter, " › {sheet}")?;
                }
                write!(formatter, " › {cell}")?;
                match key {
                    Some(key) => write!(formatter, " ({key})"),
                    None => Ok(()),
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_in_khmer_text_counts_characters() {
        let text = "ក\nសួស្តី @/x.md\n";
        let at = text.find("@/").unwrap();
        let place = Place::in_text("content/a.md", text, at..at + 6);
        assert_eq!(place.to_string(), "content/a.md:2:8");
        assert!(matches!(place, Place::Span { length: 6, .. }));
    }
}
