//! A file, and what part of it is meant → a [`Place`] that a message can name and show.
//!
//! It knows no problem, and reads nothing: the caller has the text.

use super::{Lines, visible, visible_lines};
use crate::khmer::clusters;
use std::borrow::Cow;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

/// Where it is. Paths are relative to the site's root, with `/`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// The site as a whole, or the machine.
    Site,
    /// A whole file.
    File { path: String },
    /// A piece of one line of a text file. `line` and `column` count from 1, `column` and `length`
    /// in characters.
    Span {
        path: String,
        line: usize,
        column: usize,
        length: usize,
        quote: Quote,
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

    /// The bytes `range` of `text`, which is the whole content of the file at `path`: for one place of
    /// a text; [`Lines`] knows many.
    pub fn in_text(path: impl Into<String>, text: &str, range: Range<usize>) -> Place {
        let path: String = path.into();
        Lines::default().place(&path, text, range)
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

    /// Where it is in its file: `14:3`, `F14`.
    pub fn within(&self) -> String {
        match self {
            Place::Span { line, column, .. } => format!("{line}:{column}"),
            Place::Cell { cell, .. } => cell.clone(),
            Place::Site | Place::File { .. } => self.to_string(),
        }
    }
}

impl fmt::Display for Place {
    /// `path:line:column`, `path › sheet › F14 (key)` or the path alone, with nothing in it that a
    /// terminal acts on.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Place::Site => Ok(()),
            Place::File { path } => formatter.write_str(&visible(path)),
            Place::Span {
                path, line, column, ..
            } => write!(formatter, "{}:{line}:{column}", visible(path)),
            Place::Cell {
                path,
                sheet,
                cell,
                key,
            } => {
                formatter.write_str(&visible(path))?;
                if let Some(sheet) = sheet {
                    write!(formatter, " › {}", visible(sheet))?;
                }
                write!(formatter, " › {cell}")?;
                match key {
                    Some(key) => write!(formatter, " ({})", visible(key)),
                    None => Ok(()),
                }
            }
        }
    }
}

/// The line that a place stands on, as the author wrote it, and the piece that is meant. A long line
/// is cut around that piece, between clusters, with `…` where something is left out.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Quote {
    text: Arc<str>,
    marked: (usize, usize),
}

/// How many clusters of a line are shown …
const SHOWN: usize = 100;
/// … and how many of them stand before the piece that is meant, if more stands behind it.
const BEFORE: usize = 30;
/// A cluster is rarely longer than this, in characters; a line of marks without end is cut by it.
const LONGEST_CLUSTER: usize = 8;

impl Quote {
    /// The bytes `meant` of `line`, which begin and end on character borders within it. What a terminal
    /// would act on is shown as a picture.
    pub fn of(line: &str, meant: Range<usize>) -> Quote {
        match is_short(line) {
            true => Quote {
                text: line.into(),
                marked: (meant.start, meant.end),
            },
            false => Quote::cut(line, meant),
        }
        .visible()
    }

    fn visible(self) -> Quote {
        let Cow::Owned(_) = visible_lines(&self.text) else {
            return self;
        };
        let mut text = String::with_capacity(self.text.len() + 8);
        let mut end_of = |piece: Range<usize>| {
            text.push_str(&visible_lines(&self.text[piece]));
            text.len()
        };
        let start = end_of(0..self.marked.0);
        let end = end_of(self.marked.0..self.marked.1);
        end_of(self.marked.1..self.text.len());
        Quote {
            text: text.into(),
            marked: (start, end),
        }
    }

    /// The same, sharing the text of a short line among all its places.
    pub fn of_shared(line: &Arc<str>, meant: Range<usize>) -> Quote {
        match is_short(line) {
            true => Quote {
                text: line.clone(),
                marked: (meant.start, meant.end),
            },
            false => Quote::cut(line, meant),
        }
        .visible()
    }

    /// What [`Quote::text`] gave before, with what was marked in it.
    pub fn ready(text: &str, marked: Range<usize>) -> Quote {
        Quote {
            text: text.into(),
            marked: (marked.start, marked.end),
        }
    }

    fn cut(line: &str, meant: Range<usize>) -> Quote {
        let (before, from) = line.split_at(meant.start);
        let behind = beginning(from, SHOWN - BEFORE);
        // A piece at the end of its line leaves more room for what stands before it.
        let room = SHOWN - clusters(behind).take(SHOWN).count();
        let before = ending(before, room);
        let is_begun = before.len() < meant.start;
        let is_open = behind.len() < from.len();
        let mut text = String::with_capacity(before.len() + behind.len() + 6);
        text.push_str(if is_begun { "…" } else { "" });
        text.push_str(before);
        let start = text.len();
        text.push_str(behind);
        let end = start + meant.len().min(behind.len());
        text.push_str(if is_open { "…" } else { "" });
        Quote {
            text: text.into(),
            marked: (start, end),
        }
    }

    /// The line, or the part of it around what is meant.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The bytes of [`Quote::text`] that are meant, or as much of them as is shown.
    pub fn marked(&self) -> Range<usize> {
        self.marked.0..self.marked.1
    }
}

/// Whether the whole line can be shown: as many clusters as may be, or fewer.
fn is_short(line: &str) -> bool {
    line.len() <= SHOWN
        || (line.len() <= SHOWN * LONGEST_CLUSTER * 3 && clusters(line).nth(SHOWN).is_none())
}

/// The first `count` clusters of `text`.
pub(super) fn beginning(text: &str, count: usize) -> &str {
    let end = text
        .char_indices()
        .nth(count * LONGEST_CLUSTER)
        .map_or(text.len(), |(at, _)| at);
    crate::khmer::truncate_clusters(&text[..end], count)
}

/// The last `count` clusters of `text`.
fn ending(text: &str, count: usize) -> &str {
    let Some(last) = (count * LONGEST_CLUSTER).checked_sub(1) else {
        return "";
    };
    let start = text.char_indices().nth_back(last).map_or(0, |(at, _)| at);
    let mut starts = vec![start];
    for cluster in clusters(&text[start..]) {
        starts.push(starts[starts.len() - 1] + cluster.len());
    }
    // What stands before the first cluster may be a piece of it.
    let first = usize::from(start > 0 && starts.len() > 2);
    &text[starts[first.max((starts.len() - 1).saturating_sub(count))]..]
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

    /// The quote of `meant` in `line`, with `[ ]` around what is marked.
    fn quoted(line: &str, meant: &str) -> String {
        let at = line.find(meant).unwrap();
        let quote = Quote::of(line, at..at + meant.len());
        let Range { start, end } = quote.marked();
        let text = quote.text();
        format!("{}[{}]{}", &text[..start], &text[start..end], &text[end..])
    }

    #[test]
    fn a_short_line_is_quoted_whole() {
        assert_eq!(quoted("a [x](@/y.md) b", "@/y.md"), "a [x]([@/y.md]) b");
        let khmer = "ស្ត្រី".repeat(100);
        assert_eq!(Quote::of(&khmer, 0..0).text(), khmer);
    }

    #[test]
    fn a_long_line_is_cut_around_what_is_meant() {
        let line = format!("{}(!){}", "a".repeat(5000), "b".repeat(4000));
        let expected = format!("…{}[(!)]{}…", "a".repeat(30), "b".repeat(67));
        assert_eq!(quoted(&line, "(!)"), expected);
        let line = format!("(!){}", "b".repeat(4000));
        assert_eq!(quoted(&line, "(!)"), format!("[(!)]{}…", "b".repeat(67)));
        let line = format!("{}(!)", "a".repeat(5000));
        assert_eq!(quoted(&line, "(!)"), format!("…{}[(!)]", "a".repeat(97)));
        let line = "a".repeat(5000);
        assert_eq!(quoted(&line, &line), format!("[{}]…", "a".repeat(70)));
    }

    #[test]
    fn no_cluster_is_cut() {
        let line = format!("{}(!){}", "ស្ត្រី".repeat(900), "ខ្មែ".repeat(900));
        let expected = format!("…{}[(!)]{}…", "ស្ត្រី".repeat(30), "ខ្មែ".repeat(67));
        assert_eq!(quoted(&line, "(!)"), expected);
    }

    #[test]
    fn a_line_of_one_endless_cluster_is_cut_all_the_same() {
        let line = format!("ក{}", "\u{17D2}".repeat(24_000));
        let quote = Quote::of(&line, 3..line.len());
        assert!(quote.text().len() < 3000, "{} bytes", quote.text().len());
        let quote = Quote::of(&line, line.len()..line.len());
        assert!(quote.text().len() < 3000, "{} bytes", quote.text().len());
    }
}
