//! Text that was made of other text, and where each piece of it came from, so that a mistake in what
//! was made is told where its author wrote it.

use std::ops::Range;

/// What was made so far.
#[derive(Debug, Default)]
pub(super) struct Mended {
    pub(super) text: String,
    /// In the order of `text`, each until the next.
    pieces: Vec<Piece>,
}

#[derive(Debug)]
struct Piece {
    at: usize,
    /// The bytes that it was made of, or that it stands for.
    from: Range<usize>,
    /// Whether it is the same bytes.
    is_copy: bool,
}

impl Mended {
    /// Appends bytes of the original as they are.
    pub(super) fn copy(&mut self, original: &str, range: Range<usize>) {
        if !range.is_empty() {
            self.text_of(&original[range.clone()], range, true);
        }
    }

    /// Appends text that stands for `range` of the original.
    pub(super) fn put(&mut self, text: &str, range: Range<usize>) {
        if !text.is_empty() {
            self.text_of(text, range, false);
        }
    }

    fn text_of(&mut self, text: &str, from: Range<usize>, is_copy: bool) {
        self.pieces.push(Piece {
            at: self.text.len(),
            from,
            is_copy,
        });
        self.text.push_str(text);
    }

    /// Appends what was made apart.
    pub(super) fn append(&mut self, other: Mended) {
        let before = self.text.len();
        self.text.push_str(&other.text);
        let pieces = other.pieces.into_iter();
        self.pieces.extend(pieces.map(|piece| Piece {
            at: before + piece.at,
            ..piece
        }));
    }

    /// The bytes of the original that `range` of the text was made of.
    pub(super) fn origin(&self, range: Range<usize>) -> Range<usize> {
        let start = self.piece_at(range.start).map_or(0, |piece| {
            let within = range.start - piece.at;
            match piece.is_copy {
                true => (piece.from.start + within).min(piece.from.end),
                false => piece.from.start,
            }
        });
        if range.is_empty() {
            return start..start;
        }
        let end = self.piece_at(range.end - 1).map_or(0, |piece| {
            let within = range.end - piece.at;
            match piece.is_copy {
                true => (piece.from.start + within).min(piece.from.end),
                false => piece.from.end,
            }
        });
        start..end.max(start)
    }

    fn piece_at(&self, at: usize) -> Option<&Piece> {
        let behind = self.pieces.partition_point(|piece| piece.at <= at);
        self.pieces.get(behind.checked_sub(1)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_piece_is_found_where_it_came_from() {
        let original = "title: “ទឹក”,\n";
        let (colon, value) = (5..6, 7..22);
        assert_eq!(&original[value.clone()], "“ទឹក”");
        let mut made = Mended::default();
        made.copy(original, 0..5);
        made.put(" = ", colon.clone());
        let begin = made.text.len();
        made.put("\"ទឹក\"", value.clone());
        let end = made.text.len();
        made.put("\n", 23..24);
        assert_eq!(made.text, "title = \"ទឹក\"\n");
        assert_eq!(made.origin(0..5), 0..5);
        assert_eq!(made.origin(1..3), 1..3);
        assert_eq!(made.origin(begin..end), value);
        assert_eq!(made.origin(begin + 1..end - 1), value);
        assert_eq!(made.origin(6..6), colon.start..colon.start);
        assert_eq!(made.origin(0..end), 0..22);
        assert_eq!(Mended::default().origin(3..9), 0..0);
    }
}
