//! In: text. Out: how many words it has, and its beginning, cut where a reader would cut it.

use super::segment::Segmenter;
use super::set_text::SetStr;

/// How many words `text` has, in whatever scripts.
pub fn word_count(segmenter: &Segmenter, text: &str) -> usize {
    segmenter.word_ranges(text).len()
}

/// The first `words` words of `text` with what stands between them; ends in `…` if anything was
/// left out. Space around the text is left out without a sign.
///
/// ```
/// use sala_khmer::{Segmenter, excerpt};
/// let segmenter = Segmenter::new(&[]);
/// assert_eq!(excerpt(&segmenter, "ការអប់រំ និងសុខភាព។", 2), "ការអប់រំ និង…");
/// assert_eq!(excerpt(&segmenter, "ការអប់រំ និងសុខភាព។", 3), "ការអប់រំ និងសុខភាព។");
/// ```
pub fn excerpt(segmenter: &Segmenter, text: &str, words: usize) -> String {
    let text = text.trim();
    let ranges = segmenter.first_word_ranges(text, words + 1);
    if ranges.len() <= words {
        return text.to_owned();
    }
    let end = match words.checked_sub(1) {
        Some(last) => ranges[last].end,
        None => 0,
    };
    format!("{}…", &text[..end])
}

impl SetStr<'_> {
    /// As [`excerpt`], whose words need not be found again.
    pub fn excerpt(self, words: usize) -> String {
        let text = self.as_str();
        let (mut count, mut end) = (0, 0);
        self.each_word(|word| {
            count += 1;
            if count == words {
                end = word.end;
            }
        });
        match count <= words {
            true => text.trim().to_owned(),
            false => format!("{}…", text[..end].trim_start()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "ការទទួលស្គាល់សេចក្តីថ្លៃថ្នូរ និងសិទ្ធិស្មើភាពគ្នា ផ្សេងៗ Budget 2026។";

    #[test]
    fn excerpts_end_at_words() {
        let segmenter = Segmenter::new(&[]);
        let ranges = segmenter.word_ranges(TEXT);
        assert_eq!(word_count(&segmenter, TEXT), ranges.len());
        assert!(ranges.len() > 8, "{ranges:?}");
        for (count, range) in (1..ranges.len()).zip(&ranges) {
            let expected = format!("{}…", &TEXT[..range.end]);
            assert_eq!(excerpt(&segmenter, TEXT, count), expected);
        }
        for text in [TEXT, "  មួយ ", " ", ""] {
            let set = segmenter.set(&format!(" {text}\n"));
            for count in 0..=ranges.len() {
                let expected = excerpt(&segmenter, text, count);
                assert_eq!(set.borrow().excerpt(count), expected, "{text:?} {count}");
            }
        }
        assert_eq!(excerpt(&segmenter, TEXT, ranges.len()), TEXT);
        assert_eq!(excerpt(&segmenter, TEXT, 0), "…");
        assert_eq!(excerpt(&segmenter, "  ", 0), "");
    }

    #[test]
    fn words_are_counted_in_every_script() {
        let segmenter = Segmenter::new(&[]);
        for (text, count) in [
            ("", 0),
            ("។ ៕ — …", 0),
            ("ខ្ញុំ", 1),
            ("ផ្សេងៗ", 1),
            ("the people's budget", 3),
            ("១.២៣៤,៥៨៛", 1),
            ("ឆ្នាំ២០២៦", 2),
        ] {
            assert_eq!(word_count(&segmenter, text), count, "{text}");
        }
    }
}
