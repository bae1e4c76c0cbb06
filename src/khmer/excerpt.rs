//! In: text. Out: how many words it has, and its beginning, cut where a reader would cut it.

use super::date::KHMER_MONTHS;
use super::segment::Segmenter;
use super::set_text::SetStr;
use std::ops::Range;

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
/// assert_eq!(excerpt(&segmenter, "ការអប់រំ និងសុខភាព។", 3), "ការអប់រំ និង…");
/// assert_eq!(excerpt(&segmenter, "ការអប់រំ និងសុខភាព។", 4), "ការអប់រំ និងសុខភាព។");
/// ```
pub fn excerpt(segmenter: &Segmenter, text: &str, words: usize) -> String {
    let text = text.trim();
    let ranges = segmenter.first_word_ranges(text, words + MOST_OF_A_FIGURE + 1);
    let words = with_whole_figure(text, &ranges, words);
    if ranges.len() <= words {
        return text.to_owned();
    }
    let end = match words.checked_sub(1) {
        Some(last) => ranges[last].end,
        None => 0,
    };
    format!("{}…", &text[..end])
}

/// By so many words an excerpt may be longer, so that a figure or a date in it is whole.
const MOST_OF_A_FIGURE: usize = 12;

/// What goes on with a number or a name: `៥` is another amount than `៥ ពាន់លាន`.
const GOES_ON: &[&str] = &[
    "កោដិ",
    "ខែ",
    "ចន្លោះ",
    "ឆ្នាំ",
    "ដប់",
    "ថ្ងៃ",
    "ថ្ងៃទី",
    "ទី",
    "ប៊ីលាន",
    "ប៊ីលៀន",
    "ពាន់",
    "ម៉ឺន",
    "រយ",
    "លាន",
    "លានលាន",
    "សែន",
    "billion",
    "hundred",
    "million",
    "thousand",
    "trillion",
];

/// What belongs to the number before it.
const ENDS: &[&str] = &[
    "៛",
    "ដុល្លារ",
    "ដុល្លារអាមេរិក",
    "ភាគរយ",
    "រៀល",
    "dollars",
    "khr",
    "percent",
    "riel",
    "riels",
    "usd",
];

/// How many words to keep so that no figure and no date is cut.
fn with_whole_figure(text: &str, ranges: &[Range<usize>], words: usize) -> usize {
    let mut kept = words;
    while kept > 0 && kept < ranges.len() && kept < words + MOST_OF_A_FIGURE {
        let (last, next) = (&ranges[kept - 1], &ranges[kept]);
        let between = &text[last.end..next.start];
        let (last, next) = (&text[last.clone()], &text[next.clone()]);
        let joined = between
            .chars()
            .all(|c| c.is_whitespace() || "\u{200b}.,%-–".contains(c))
            && !between.contains('\n');
        let is_number = |word: &str| word.chars().any(char::is_numeric);
        let goes_on = |word: &str| GOES_ON.contains(&word.to_lowercase().as_str());
        let is_end = ENDS.contains(&next.to_lowercase().as_str());
        let belongs = match is_number(last) {
            true => is_number(next) || goes_on(next) || is_of_a_date(next) || is_end,
            false if is_month(last) => is_number(next) || next.starts_with("ឆ្នាំ"),
            false => goes_on(last),
        };
        if !joined || !belongs {
            break;
        }
        kept += 1;
    }
    kept
}

/// Whether a word ends in the name of a month, as `ខែវិច្ឆិកា` does.
fn is_month(word: &str) -> bool {
    KHMER_MONTHS.iter().any(|month| word.ends_with(month))
}

/// Whether a word says what part of a date stands with it.
fn is_of_a_date(word: &str) -> bool {
    is_month(word) || ["ខែ", "ឆ្នាំ"].iter().any(|part| word.starts_with(part))
}

impl SetStr<'_> {
    /// As [`excerpt`], whose words need not be found again.
    pub fn excerpt(self, words: usize) -> String {
        let text = self.as_str();
        let mut ranges = Vec::with_capacity(words + MOST_OF_A_FIGURE + 1);
        self.each_word(|word| {
            if ranges.len() <= words + MOST_OF_A_FIGURE {
                ranges.push(word);
            }
        });
        let words = with_whole_figure(text, &ranges, words);
        if ranges.len() <= words {
            return text.trim().to_owned();
        }
        let end = words.checked_sub(1).map_or(0, |last| ranges[last].end);
        format!("{}…", text[..end].trim_start())
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
    fn no_figure_and_no_date_is_cut() {
        let segmenter = Segmenter::new(&[]);
        for (text, kept) in [
            ("ចំណាយ ៣៤ ៤៩៧ លានរៀល សម្រាប់ទឹក", "ចំណាយ ៣៤ ៤៩៧ លានរៀល…"),
            ("ចំណាយ ៥ ពាន់លានរៀល សម្រាប់ទឹក", "ចំណាយ ៥ ពាន់លានរៀល…"),
            ("ប្រជុំ ថ្ងៃទី២៤ ខែវិច្ឆិកា ឆ្នាំ២០២៦ នៅសាលា", "ប្រជុំ ថ្ងៃទី២៤ ខែវិច្ឆិកា ឆ្នាំ២០២៦…"),
            ("Spent 5 million riel on water", "Spent 5 million riel…"),
        ] {
            let words = segmenter.word_ranges(text);
            let least = words
                .iter()
                .position(|word| text[word.clone()].chars().any(char::is_numeric));
            let until = words
                .iter()
                .position(|word| word.end >= kept.len() - "…".len());
            for count in least.unwrap() + 1..=until.unwrap() + 1 {
                assert_eq!(excerpt(&segmenter, text, count), kept, "{count}");
                assert_eq!(segmenter.set(text).borrow().excerpt(count), kept, "{count}");
            }
        }
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
