//! In: text and where its words end. Out: the same text with breaks between its words, or its words.
//!
//! Finding words is dear and done once for a text; [`SetText`] keeps what was found in one byte a
//! word, and everything that needs words reads it from there: pages, leaflets, counts, the search.
//! Knows nothing of dictionaries, HTML or typesetting.

use std::fmt;
use std::ops::Range;

use super::alphabet::{NO_BREAK_SPACE, REPETITION, Role, WORD_JOINER, role};
use super::search::{letter_at, next_run};
use super::spaced::{NARROW_NO_BREAK_SPACE, parts_thousands};
use super::unit::{Units, ends_in_number, is_unit, push_gap};
use super::whole::{LONGEST_TIED, closing, fits_a_line, is_lone};

/// How long a Khmer word is, and what is known of it: the letters in the lowest six bits, each of
/// three bytes, then whether it ends a run of letters, and whether a browser would cut it.
pub(super) type CutBits = u8;

/// A Khmer word of a text, or a part of one that is longer than [`Cut::LONGEST`] letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cut(CutBits);

impl Cut {
    const LETTERS: CutBits = 0x3F;
    const ENDS_RUN: CutBits = 0x40;
    const WHOLE: CutBits = 0x80;
    /// A cut of this many letters goes on in the next one.
    const LONGEST: usize = Cut::LETTERS as usize;

    /// Appends a word of `letters` letters.
    pub(super) fn push(cuts: &mut Vec<Cut>, mut letters: usize, whole: bool) {
        let whole = if whole { Cut::WHOLE } else { 0 };
        while letters >= Cut::LONGEST {
            cuts.push(Cut(Cut::LETTERS | whole));
            letters -= Cut::LONGEST;
        }
        cuts.push(Cut(letters as CutBits | whole));
    }

    /// Says of the last word that its run of letters ends with it.
    pub(super) fn end_run(cuts: &mut [Cut]) {
        if let Some(last) = cuts.last_mut() {
            last.0 |= Cut::ENDS_RUN;
        }
    }
}

/// A Khmer word, read from its cuts.
#[derive(Clone, Copy)]
struct Word {
    bytes: usize,
    ends_run: bool,
    whole: bool,
}

/// Reads words from cuts.
#[derive(Clone)]
struct Cuts<'cuts>(std::slice::Iter<'cuts, Cut>);

impl Iterator for Cuts<'_> {
    type Item = Word;

    #[inline]
    fn next(&mut self) -> Option<Word> {
        let mut letters = 0;
        loop {
            let Cut(bits) = *self.0.next()?;
            let part = usize::from(bits & Cut::LETTERS);
            letters += part;
            if part < Cut::LONGEST {
                return Some(Word {
                    bytes: 3 * letters,
                    ends_run: bits & Cut::ENDS_RUN != 0,
                    whole: bits & Cut::WHOLE != 0,
                });
            }
        }
    }
}

/// Text whose words were found. Made by [`super::Segmenter::set`].
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SetText {
    text: Box<str>,
    cuts: Box<[Cut]>,
}

impl SetText {
    pub(super) fn of(text: &str, cuts: &[Cut]) -> SetText {
        SetText {
            text: text.into(),
            cuts: cuts.into(),
        }
    }

    /// The text as it was, without breaks.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// What is known of its words, a byte or more for each, to be kept.
    pub fn cut_bytes(&self) -> Vec<u8> {
        self.cuts.iter().map(|cut| cut.0).collect()
    }

    /// The text with what [`SetText::cut_bytes`] gave; nothing if it does not fit the text.
    pub fn with_cuts(text: &str, cuts: &[u8]) -> Option<SetText> {
        let cuts: Box<[Cut]> = cuts.iter().copied().map(Cut).collect();
        let bytes = text.as_bytes();
        let mut words = Cuts(cuts.iter());
        let mut at = 0;
        while let Some(run) = next_run(bytes, at) {
            at = run;
            let mut word = words.next();
            while let Some(Word {
                bytes: length,
                ends_run,
                ..
            }) = word
            {
                // A joiner may stand inside a word, and has three bytes too.
                let is_letter = |at| {
                    letter_at(bytes, at).is_some()
                        || matches!(bytes.get(at..at + 3), Some([0xE2, 0x80, 0x8C | 0x8D]))
                };
                if length == 0 || !(at..at + length).step_by(3).all(is_letter) {
                    return None;
                }
                at += length;
                word = if ends_run { None } else { words.next() };
            }
            if at == run {
                // None of its words are known.
                return cuts.is_empty().then(|| SetText {
                    text: text.into(),
                    cuts,
                });
            }
        }
        words.next().is_none().then(|| SetText {
            text: text.into(),
            cuts: cuts.clone(),
        })
    }

    pub fn borrow(&self) -> SetStr<'_> {
        SetStr {
            text: &self.text,
            cuts: &self.cuts,
        }
    }
}

/// A borrowed [`SetText`].
#[derive(Clone, Copy, Debug)]
pub struct SetStr<'text> {
    text: &'text str,
    /// Those of the text; more may follow, of other texts.
    cuts: &'text [Cut],
}

impl<'text> SetStr<'text> {
    /// The text as it was, without breaks.
    pub fn as_str(self) -> &'text str {
        self.text
    }

    /// Calls `visit` with the place of each word, see [`super::Segmenter::word_ranges`].
    pub fn each_word(self, visit: impl FnMut(Range<usize>)) {
        each_word(self.text, self.cuts, visit);
    }

    /// The text by itself.
    pub fn to_set_text(self) -> SetText {
        let mut line = Line::default();
        line.push(self);
        SetText::of(&line.text, &line.cuts)
    }

    /// Appends the text with its breaks, see [`super::Segmenter::insert_breaks`]; `escape` writes
    /// what stands between Khmer words.
    pub fn write(
        self,
        breaks: &Breaks<'_>,
        escape: impl FnMut(&str, &mut String),
        output: &mut String,
    ) {
        let units = Units::WithTheirNumbers;
        write(self.text, self.cuts, breaks, units, escape, output);
    }

    /// The text with U+200B between its words, for readers without markup.
    pub fn with_zero_width_spaces(self) -> String {
        let mut output = String::new();
        self.write_with_zero_width_spaces(&mut output);
        output
    }

    /// Appends the text with U+200B between its words.
    pub fn write_with_zero_width_spaces(self, output: &mut String) {
        let breaks = Breaks::only(ZERO_WIDTH_SPACE);
        self.write(&breaks, |gap, out| out.push_str(gap), output);
    }
}

/// Many texts with their words in one piece of memory.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SetTexts {
    text: String,
    cuts: Vec<Cut>,
}

/// Where a text stands among [`SetTexts`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    start: u32,
    end: u32,
    cut: u32,
}

impl SetTexts {
    /// None yet, and room for so many bytes of them.
    pub fn with_room(bytes: usize) -> SetTexts {
        SetTexts {
            text: String::with_capacity(bytes),
            cuts: Vec::new(),
        }
    }

    /// Adds a text and finds its words.
    pub fn push(&mut self, segmenter: &super::Segmenter, text: &str) -> Piece {
        let at =
            |length: usize| u32::try_from(length).expect("texts of a page are a few mebibytes");
        let (start, cut) = (at(self.text.len()), at(self.cuts.len()));
        self.text.push_str(text);
        segmenter.cut(text, &mut self.cuts);
        Piece {
            start,
            end: at(self.text.len()),
            cut,
        }
    }

    pub fn get(&self, piece: Piece) -> SetStr<'_> {
        SetStr {
            text: &self.text[piece.start as usize..piece.end as usize],
            cuts: &self.cuts[piece.cut as usize..],
        }
    }

    /// A piece without blanks at its beginning or its end, which are in no word.
    pub fn trimmed(&self, piece: Piece, blanks: &[char], edge: Edge) -> Piece {
        let text = self.get(piece).text;
        match edge {
            Edge::Start => Piece {
                start: piece.end - text.trim_start_matches(blanks).len() as u32,
                ..piece
            },
            Edge::End => Piece {
                end: piece.start + text.trim_end_matches(blanks).len() as u32,
                ..piece
            },
        }
    }

    /// Gives back memory that no text needs. The texts move: an allocator leaves a piece of memory as
    /// large as it is while half of it is used.
    pub fn shrink(&mut self) {
        self.text = self.text.as_str().to_owned();
        self.cuts = self.cuts.as_slice().to_vec();
    }
}

/// An end of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    Start,
    End,
}

impl fmt::Debug for SetText {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.text.fmt(formatter)
    }
}

/// A line put together from pieces whose words are known: no piece is cut again.
#[derive(Clone, Debug, Default)]
pub struct Line {
    text: String,
    cuts: Vec<Cut>,
}

impl Line {
    pub fn clear(&mut self) {
        self.text.clear();
        self.cuts.clear();
    }

    pub fn borrow(&self) -> SetStr<'_> {
        SetStr {
            text: &self.text,
            cuts: &self.cuts,
        }
    }

    pub fn push(&mut self, piece: SetStr<'_>) {
        self.join(piece.text);
        let bytes = piece.text.as_bytes();
        let mut cuts = piece.cuts.iter().copied();
        let mut at = 0;
        // As many cuts as the text has words.
        while let Some(run) = next_run(bytes, at) {
            at = run;
            for cut in cuts.by_ref() {
                self.cuts.push(cut);
                at += 3 * usize::from(cut.0 & Cut::LETTERS);
                if cut.0 & Cut::ENDS_RUN != 0 {
                    break;
                }
            }
            if at == run {
                break;
            }
        }
    }

    /// Appends text whose words nobody has looked for yet.
    pub fn push_plain(&mut self, segmenter: &super::Segmenter, piece: &str) {
        self.join(piece);
        segmenter.cut(piece, &mut self.cuts);
    }

    /// Letters on both sides of the seam are one run.
    fn join(&mut self, piece: &str) {
        let own = self.text.as_bytes();
        let ends_in_letter = own.len() >= 3 && letter_at(own, own.len() - 3).is_some();
        let both = ends_in_letter && letter_at(piece.as_bytes(), 0).is_some();
        if both && let Some(last) = self.cuts.last_mut() {
            last.0 &= !Cut::ENDS_RUN;
        }
        self.text.push_str(piece);
    }
}

const ZERO_WIDTH_SPACE: &str = "\u{200B}";

/// What is put between words, and around those that a browser would cut in two.
///
/// A browser has a dictionary of its own and breaks words at its ends of lines even where all
/// boundaries are marked. Between two separators it sees one word alone, so which words it cuts does
/// not depend on the sentence and was measured for the whole dictionary.
#[derive(Clone, Copy, Debug)]
pub struct Breaks<'text> {
    /// U+200B or `<wbr>`.
    pub separator: &'text str,
    /// Stands before and after a word that must be kept whole; nothing if nothing can be done.
    pub whole: Option<(&'text str, &'text str)>,
}

impl<'text> Breaks<'text> {
    /// Separators, and nothing around words.
    pub const fn only(separator: &'text str) -> Breaks<'text> {
        Breaks {
            separator,
            whole: None,
        }
    }

    #[inline]
    fn push_separator(&self, output: &mut String) {
        match self.separator {
            ZERO_WIDTH_SPACE => output.push('\u{200B}'),
            other => output.push_str(other),
        }
    }

    #[inline]
    fn push_word(&self, word: &str, whole: bool, output: &mut String) {
        self.push_closed(word, "", whole, output);
    }

    /// Signs that close a word stay with it: Firefox would begin a line with one of Khmer.
    #[inline]
    fn push_closed(&self, word: &str, signs: &str, whole: bool, output: &mut String) {
        let whole = self.whole.filter(|_| whole && fits_a_line(word));
        if let Some((before, _)) = whole {
            output.push_str(before);
        }
        output.push_str(word);
        if !signs.is_empty() {
            output.push_str(signs);
        }
        if let Some((_, after)) = whole {
            output.push_str(after);
        }
    }
}

/// Writes `text`, whose words end at `cuts`.
pub(super) fn write(
    text: &str,
    cuts: &[Cut],
    breaks: &Breaks<'_>,
    units: Units,
    mut escape: impl FnMut(&str, &mut String),
    output: &mut String,
) {
    let tied = matches!(units, Units::WithTheirNumbers);
    let bytes = text.as_bytes();
    output.reserve(text.len() + text.len() / 4);
    let mut words = Cuts(cuts.iter());
    let mut at = 0;
    while let Some(run) = next_run(bytes, at) {
        let Some(mut word) = words.next() else {
            break;
        };
        let gap = &text[at..run];
        let mut after_number = tied && ends_in_number(gap) && is_unit(&text[run..run + word.bytes]);
        match units {
            Units::WithTheirNumbers => push_gap(gap, after_number, &mut escape, output),
            Units::AsWords => escape(gap, output),
        }
        if text[..run].ends_with(REPETITION) && begins_with_base(&text[run..]) {
            breaks.push_separator(output);
        }
        // What is kept together begins at `start`, its last word at `last`.
        let (mut start, mut last, mut whole) = (run, run, word.whole);
        let mut is_lone_before = is_lone(&bytes[run..run + word.bytes]);
        loop {
            let next = last + word.bytes;
            let following = match word.ends_run {
                true => None,
                false => words.next(),
            };
            let Some(following) = following else {
                let repeated = match text[next..].starts_with(REPETITION) {
                    true => next + REPETITION.len_utf8(),
                    false => next,
                };
                let whole = whole || repeated > next;
                at = match whole && breaks.whole.is_some() {
                    true => repeated + closing(&text[repeated..]),
                    false => repeated,
                };
                let (word, signs) = (&text[start..repeated], &text[repeated..at]);
                breaks.push_closed(word, signs, whole, output);
                break;
            };
            let end = next + following.bytes;
            after_number = after_number && is_unit(&text[next..end]);
            let is_lone_after = is_lone(&bytes[next..end]);
            if tied && is_lone_before != is_lone_after && end - start <= LONGEST_TIED {
                whole = true;
            } else {
                let separator = if after_number { "" } else { breaks.separator };
                match breaks.whole {
                    Some(_) => breaks.push_word(&text[start..next], whole, output),
                    None => output.push_str(&text[start..next]),
                }
                match separator {
                    ZERO_WIDTH_SPACE => output.push('\u{200B}'),
                    other => output.push_str(other),
                }
                (start, whole) = (next, following.whole);
            }
            (last, word, is_lone_before) = (next, following, is_lone_after);
        }
    }
    match units {
        Units::WithTheirNumbers => push_gap(&text[at..], false, &mut escape, output),
        Units::AsWords => escape(&text[at..], output),
    }
}

/// Calls `visit` with the place of each word of `text`, whose Khmer words end at `cuts`.
pub(super) fn each_word(text: &str, cuts: &[Cut], visit: impl FnMut(Range<usize>)) {
    let bytes = text.as_bytes();
    let mut cuts = Cuts(cuts.iter());
    let mut words = Words {
        text,
        last: None,
        visit,
    };
    let mut at = 0;
    while at < text.len() {
        if letter_at(bytes, at).is_some()
            && let Some(mut word) = cuts.next()
        {
            loop {
                words.push(at..at + word.bytes);
                at += word.bytes;
                if word.ends_run {
                    break;
                }
                match cuts.next() {
                    Some(next) => word = next,
                    None => break,
                }
            }
            continue;
        }
        // Most that is no letter is a blank.
        if bytes[at].is_ascii() && !bytes[at].is_ascii_alphanumeric() {
            at += 1;
            continue;
        }
        let length = other_word_length(&text[at..]);
        if length > 0 {
            words.push(at..at + length);
            at += length;
            continue;
        }
        let character = text[at..].chars().next().unwrap_or(REPETITION);
        if character == REPETITION {
            words.repeat(at);
        }
        at += character.len_utf8();
    }
    words.finish();
}

// ---- words -----------------------------------------------------------------------

/// The last word waits, because what follows may belong to it.
struct Words<'text, V> {
    text: &'text str,
    last: Option<Range<usize>>,
    visit: V,
}

impl<V: FnMut(Range<usize>)> Words<'_, V> {
    /// Adds a word, or makes the last word longer if a word joiner ties the two.
    fn push(&mut self, word: Range<usize>) {
        match &mut self.last {
            Some(last)
                if last.end < word.start && is_word_joiner(&self.text[last.end..word.start]) =>
            {
                last.end = word.end;
            }
            last => {
                if let Some(done) = last.replace(word) {
                    (self.visit)(done);
                }
            }
        }
    }

    /// Takes the repetition sign at `at` into the word before it.
    fn repeat(&mut self, at: usize) {
        if let Some(last) = &mut self.last
            && (last.end == at || is_word_joiner(&self.text[last.end..at]))
        {
            last.end = at + REPETITION.len_utf8();
        }
    }

    fn finish(mut self) {
        if let Some(done) = self.last.take() {
            (self.visit)(done);
        }
    }
}

fn is_word_joiner(between: &str) -> bool {
    between.chars().eq([WORD_JOINER])
}

/// How long the word is that `text` begins with, if it begins with one that is not in Khmer
/// letters: letters, digits, their marks, and separators between digits, those of thousands among
/// them, or apostrophes inside.
pub(super) fn other_word_length(text: &str) -> usize {
    let mut length = 0;
    let mut characters = text.char_indices().peekable();
    let mut previous = ' ';
    let mut group_from = None;
    while let Some((at, character)) = characters.next() {
        let is_letter = match character {
            // The Khmer block: its letters are no words of other scripts, and the rest is quickly told.
            '\u{1780}'..='\u{17FF}' => matches!(character, '០'..='៩' | '\u{17F0}'..='\u{17F9}'),
            _ => character.is_alphanumeric(),
        };
        // Tones, vowel signs and the like; those of Khmer belong to its letters.
        let is_mark = length > 0
            && character >= '\u{300}'
            && !matches!(character, '\u{1780}'..='\u{17FF}')
            && unicode_normalization::char::is_combining_mark(character);
        let next = characters.peek().map_or(' ', |&(_, next)| next);
        let is_inside = match character {
            '.' | ',' => is_digit(previous) && is_digit(next),
            ' ' | NO_BREAK_SPACE | NARROW_NO_BREAK_SPACE
                if is_digit(previous) && is_digit(next) =>
            {
                let after = at + character.len_utf8();
                let group = &text[group_from.unwrap_or(0)..at];
                let parts = parts_thousands(group, group_from.is_none(), &text[after..]);
                group_from = Some(after);
                parts
            }
            '\'' | '\u{2019}' => previous.is_alphabetic() && next.is_alphabetic() && length > 0,
            _ => false,
        };
        if !(is_letter || is_mark || is_inside) {
            break;
        }
        length = at + character.len_utf8();
        previous = character;
    }
    length
}

pub(super) fn begins_with_base(text: &str) -> bool {
    text.chars()
        .next()
        .is_some_and(|first| role(first) == Role::Base)
}

pub(super) fn is_khmer_letter(character: char) -> bool {
    matches!(
        character,
        '\u{1780}'..='\u{17D3}' | '\u{17D7}' | '\u{17DC}' | '\u{17DD}'
    )
}

pub(super) fn is_digit(character: char) -> bool {
    character.is_ascii_digit() || matches!(character, '០'..='៩')
}

#[cfg(test)]
mod tests {
    use super::super::Segmenter;
    use super::super::soup::soup;
    use super::*;

    #[test]
    fn a_line_of_pieces_has_the_words_of_its_pieces() {
        let segmenter = Segmenter::new(&[]);
        let mut line = Line::default();
        for piece in ["ការអប់រំ ", "និង", "សុខ", "ភាព 2026 ", "ផ្សេងៗ", "ក"]
        {
            line.push(segmenter.set(piece).borrow());
        }
        let mut words = Vec::new();
        let line = line.borrow();
        line.each_word(|range| words.push(&line.as_str()[range]));
        assert_eq!(
            words,
            ["ការ", "អប់រំ", "និង", "សុខ", "ភាព", "2026", "ផ្សេងៗ", "ក"]
        );
    }

    #[test]
    fn digits_are_the_only_khmer_signs_that_are_words_without_being_letters() {
        for sign in '\u{1780}'..='\u{17FF}' {
            let is_word = sign.is_alphanumeric() && !is_khmer_letter(sign);
            let length = other_word_length(&sign.to_string());
            assert_eq!(length > 0, is_word, "{sign:?}");
        }
    }

    #[test]
    fn a_set_text_is_written_as_if_it_were_cut_anew() {
        let segmenter = Segmenter::new(&[]);
        let breaks = Breaks {
            separator: "|",
            whole: Some(("<", ">")),
        };
        let long = "ក".repeat(200);
        let texts = soup(20_261_128).take(20_000);
        for text in texts.chain([long, "៥០ លានរៀល & ១០០ ៛ ទៀតៗខ្ញុំ".to_owned()])
        {
            let mut expected = String::new();
            segmenter.insert_breaks(&text, &breaks, &mut expected);
            let mut got = String::new();
            let set = segmenter.set(&text);
            set.borrow()
                .write(&breaks, |gap, out| out.push_str(gap), &mut got);
            assert_eq!(got, expected);
            let mut line = Line::default();
            line.push(set.borrow());
            let mut ranges = Vec::new();
            line.borrow().each_word(|range| ranges.push(range));
            assert_eq!(ranges, segmenter.word_ranges(&text));
        }
    }
}
