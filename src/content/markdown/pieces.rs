//! Text that the parser hands over → where in the file each of its bytes stands.
//!
//! In quotes, in lists and in files with the line ends of Windows the two are not the same: marks,
//! indents and carriage returns are left out. So each piece keeps the range it was read from, and
//! nobody adds an offset of one to an offset of the other.

use std::ops::Range;

/// A text in pieces, each a piece of the file.
#[derive(Debug, Default)]
pub(super) struct Pieces {
    text: String,
    /// Where each piece begins in the text, and the bytes of the file that it was read from.
    pieces: Vec<(usize, Range<usize>)>,
}

impl Pieces {
    /// One piece of `file`, which the parser read from `range`.
    pub(super) fn of(words: &str, file: &str, range: Range<usize>) -> Pieces {
        let mut pieces = Pieces::default();
        pieces.push(words, file, range);
        pieces
    }

    pub(super) fn push(&mut self, words: &str, file: &str, range: Range<usize>) {
        if file.get(range.clone()) == Some(words) {
            self.pieces.push((self.text.len(), range));
            self.text.push_str(words);
            return;
        }
        // Something was left out at the ends and the beginnings of lines; each is the end of its own.
        let mut at = range.start;
        for line in words.split_inclusive('\n') {
            let rest = file.get(at..range.end).unwrap_or_default();
            let own = rest.split_inclusive('\n').next().unwrap_or_default();
            let bare = line.trim_end_matches(['\r', '\n']);
            let own_bare = own.trim_end_matches(['\r', '\n']);
            let read = match own_bare.ends_with(bare) {
                true => at + own_bare.len() - bare.len()..at + own_bare.len(),
                false => at..at,
            };
            self.pieces.push((self.text.len(), read));
            self.text.push_str(line);
            at += own.len();
        }
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The bytes of the file that the bytes `range` of the text were read from, up to the end of their
    /// piece.
    pub(super) fn in_file(&self, range: Range<usize>) -> Range<usize> {
        let piece = self
            .pieces
            .partition_point(|(begin, _)| *begin <= range.start);
        let Some((begin, read)) = piece.checked_sub(1).map(|piece| &self.pieces[piece]) else {
            return 0..0;
        };
        let start = (read.start + range.start - begin).min(read.end);
        start..(start + range.len()).min(read.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_out_moves_no_place() {
        let file = "> <ក\r\n> >  ខ>\r\n";
        let words = "<ក\nខ>\n";
        let pieces = Pieces::of(words, file, 2..file.len());
        for letter in ["<", "ក", "ខ", ">"] {
            let at = words.rfind(letter).unwrap();
            let own = file.rfind(letter).unwrap();
            let (range, expected) = (at..at + letter.len(), own..own + letter.len());
            assert_eq!(pieces.in_file(range), expected, "{letter}");
        }
    }

    #[test]
    fn a_piece_that_stands_nowhere_is_at_the_beginning_of_its_line() {
        let file = "\tក\n\tខ\n";
        let pieces = Pieces::of("   ក\n   ខ", file, 0..file.len());
        let at = pieces.text().find('ខ').unwrap();
        assert_eq!(pieces.in_file(at..at + 3), 5..5);
    }
}
