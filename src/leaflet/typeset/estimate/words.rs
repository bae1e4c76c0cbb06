//! Words → how many lines they take.

use crate::leaflet::document::LeafletInline;

/// A text that flows over lines.
pub(super) struct Text {
    /// The widths of what no line ends within, in thousandths of a letter's size, and of blanks.
    words: Vec<(u32, u32)>,
    /// Of its letters beside those around it.
    size: f64,
    /// From one line to the next beyond the letters themselves, in letters around it.
    pub(super) leading: f64,
}

/// Lines above and below each other: how high their letters are.
pub(super) const LINE: f64 = 1.362;
const LEADING: f64 = 0.14;
pub(super) const TIGHT: f64 = 0.05;
pub(super) const SMALL: f64 = 0.84;

impl Text {
    pub(super) fn of(text: &str, size: f64) -> Text {
        let mut line = Text::empty(size);
        line.push(text, 1.0);
        line
    }

    pub(super) fn inlines(inlines: &[LeafletInline], size: f64) -> Text {
        let mut line = Text::empty(size);
        line.push_inlines(inlines, 1.0);
        line
    }

    pub(super) fn empty(size: f64) -> Text {
        Text {
            words: Vec::new(),
            size,
            leading: LEADING,
        }
    }

    pub(super) fn push_inlines(&mut self, inlines: &[LeafletInline], wide: f64) {
        for inline in inlines {
            match inline {
                LeafletInline::Break => self.words.push((u32::MAX, 0)),
                LeafletInline::Picture(_) => self.push("ណណ", wide),
                LeafletInline::Task { .. } => self.push("ណ", wide),
                LeafletInline::Aside { text } => self.push(&format!(" ({text})"), wide * SMALL),
                LeafletInline::Amount {
                    text,
                    mark,
                    synthetic,
                } => {
                    self.push(text, wide * HEAVY);
                    self.push(mark, wide * SMALL);
                    if !synthetic.is_empty() {
                        self.push(&format!(" ({synthetic})"), wide * SMALL);
                    }
                }
                other => {
                    let wide = match other {
                        LeafletInline::Strong { .. } | LeafletInline::Emphasis { .. } => {
                            wide * HEAVY
                        }
                        LeafletInline::Small { .. } => wide * SMALL,
                        LeafletInline::Superscript { .. } | LeafletInline::Subscript { .. } => {
                            wide * 0.7
                        }
                        _ => wide,
                    };
                    self.push(other.text(), wide);
                    self.push_inlines(other.content().map_or(&[], Vec::as_slice), wide);
                }
            }
        }
    }

    /// Adds words whose letters are so much wider than plain ones of this size.
    fn push(&mut self, text: &str, wide: f64) {
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a small positive number"
        )]
        let wider = |width: u32| (f64::from(width) * wide) as u32;
        let mut width = 0;
        let mut before = '\0';
        for character in text.chars() {
            match character {
                '\u{200B}' => self.words.push((wider(std::mem::take(&mut width)), 0)),
                ' ' => self
                    .words
                    .push((wider(std::mem::take(&mut width)), wider(BLANK))),
                _ => width += letter(character, before),
            }
            before = character;
        }
        // What follows stands close to it.
        if width > 0 {
            self.words.push((wider(width), 0));
        }
    }

    pub(super) fn width(&self) -> f64 {
        let widths = self.words.iter().filter(|(width, _)| *width != u32::MAX);
        let sum: u32 = widths.map(|(width, blank)| width + blank).sum();
        f64::from(sum) / 1000.0 * self.size
    }

    /// How many lines it takes at this width.
    fn lines(&self, width: f64, em: f64) -> f64 {
        let room = width / (em * self.size) * 1000.0;
        let (mut lines, mut at) = (0.0, f64::INFINITY);
        for (word, blank) in &self.words {
            if *word == u32::MAX {
                at = f64::INFINITY;
                continue;
            }
            if at + f64::from(*word) > room {
                lines += 1.0;
                at = 0.0;
            }
            at += f64::from(word + blank);
        }
        lines
    }

    pub(super) fn height(&self, width: f64, em: f64) -> f64 {
        let lines = self.lines(width, em);
        (lines * LINE * self.size + (lines - 1.0).max(0.0) * self.leading) * em
    }
}

/// How much wider heavy letters are.
pub(super) const HEAVY: f64 = 1.06;
const BLANK: u32 = 260;

/// The width of a letter after another, in thousandths of its size.
fn letter(character: char, before: char) -> u32 {
    match character {
        // Written below the letter before; these two stand beside it too.
        'រ' | 'យ' if before == '\u{17D2}' => 290,
        '\u{1780}'..='\u{17B3}' if before == '\u{17D2}' => 0,
        'រ' | 'វ' => 290,
        'ឈ' | 'ណ' => 1245,
        'ឃ' | 'ញ' | 'ឍ' | 'យ' | 'ល' | 'ស' | 'ហ' | 'ឡ' => 930,
        '\u{1780}'..='\u{17B3}' => 640,
        '\u{17B6}' | '\u{17BE}' | '\u{17C1}'..='\u{17C3}' => 290,
        '\u{17BF}' | '\u{17C0}' | '\u{17C4}' | '\u{17C5}' => 580,
        '\u{17C7}' | '\u{17C8}' => 390,
        '\u{17B4}'..='\u{17D3}' | '\u{200B}'..='\u{200D}' => 0,
        '\u{17E0}'..='\u{17E9}' => 660,
        '\u{1780}'..='\u{17FF}' => 600,
        'a'..='z' | '0'..='9' => 540,
        'A'..='Z' => 640,
        '.' | ',' | ':' | ';' | '\'' | '!' | '|' | '(' | ')' | '-' | '/' => 310,
        _ => 560,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_where_words_do() {
        // Two letters of 0.64 and one of 0.29 beside them; a blank; a word of one letter.
        let text = Text::of("ការ\u{200b}ក ក", 1.0);
        assert_eq!(text.words, [(640 + 290 + 290, 0), (640, 260), (640, 0)]);
        assert!((text.width() - 2.76).abs() < 1e-9);
        for (width, lines) in [
            (28.0, 1.0),
            (21.0, 2.0),
            (15.5, 2.0),
            (15.3, 3.0),
            (5.0, 3.0),
        ] {
            assert!((text.lines(width, 10.0) - lines).abs() < 1e-9, "{width}");
        }
        let line = 10.0 * LINE;
        assert!((text.height(21.0, 10.0) - (2.0 * line + 1.4)).abs() < 1e-9);
        assert!(Text::of("", 1.0).height(20.0, 10.0).abs() < 1e-9);
    }

    #[test]
    fn what_stands_below_a_letter_takes_no_room_of_its_own() {
        let width = |text: &str| Text::of(text, 1.0).width();
        assert!((width("ក្ក") - width("ក")).abs() < 1e-9);
        assert!(width("ក្រ") > width("ក"));
    }
}
