//! In: text. Out: the pieces a reader takes for one letter, which nothing may cut.
//!
//! For Khmer these are orthographic clusters: a base, what stands below it, its vowels and signs.
//! Elsewhere a base and its combining marks. Knows nothing of words.

use super::alphabet::{
    Role, WORD_JOINER, ZERO_WIDTH_JOINER, ZERO_WIDTH_SPACE, joins_next_base, role,
};

/// The clusters of `text`, in order; together they are the text.
///
/// ```
/// use sala_khmer::clusters;
/// assert_eq!(clusters("ស្ត្រី ko\u{308}").collect::<Vec<_>>(), ["ស្ត្រី", " ", "k", "o\u{308}"]);
/// ```
pub fn clusters(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let (cluster, after) = rest.split_at(first_cluster_length(rest));
        rest = after;
        Some(cluster)
    })
}

/// The longest beginning of `text` that has at most `count` clusters.
pub fn truncate_clusters(text: &str, count: usize) -> &str {
    let length = clusters(text).take(count).map(str::len).sum();
    &text[..length]
}

fn first_cluster_length(text: &str) -> usize {
    let mut characters = text.char_indices();
    let Some((_, first)) = characters.next() else {
        return 0;
    };
    let mut previous = first;
    let mut flag_letters = u32::from(is_regional_indicator(first));
    for (offset, character) in characters {
        let belongs = continues_cluster(previous, character)
            || (previous == ZERO_WIDTH_JOINER && is_pictograph(first) && is_pictograph(character))
            || (flag_letters == 1 && is_regional_indicator(character));
        if !belongs {
            return offset;
        }
        flag_letters += u32::from(is_regional_indicator(character));
        previous = character;
    }
    text.len()
}

/// Whether `character` hangs on `previous`.
fn continues_cluster(previous: char, character: char) -> bool {
    if previous == '\r' && character == '\n' {
        return true;
    }
    if previous.is_control() || matches!(previous, ZERO_WIDTH_SPACE | WORD_JOINER) {
        return false;
    }
    match role(character) {
        Role::Base => joins_next_base(previous),
        Role::Other => is_combining(character),
        _ => true,
    }
}

/// Marks of other scripts that sit on the character before them; the ranges of those that occur
/// beside Khmer: Latin, Thai, Lao, Indic, Arabic, symbols and emoji.
fn is_combining(character: char) -> bool {
    matches!(character,
        '\u{17B4}' | '\u{17B5}'
        | '\u{0300}'..='\u{036F}' | '\u{0483}'..='\u{0489}' | '\u{0591}'..='\u{05BD}'
        | '\u{0610}'..='\u{061A}' | '\u{064B}'..='\u{065F}' | '\u{0670}'
        | '\u{0900}'..='\u{0903}' | '\u{093A}'..='\u{093C}' | '\u{093E}'..='\u{094F}'
        | '\u{0E31}' | '\u{0E34}'..='\u{0E3A}' | '\u{0E47}'..='\u{0E4E}'
        | '\u{0EB1}' | '\u{0EB4}'..='\u{0EBC}' | '\u{0EC8}'..='\u{0ECE}'
        | '\u{102B}'..='\u{103E}'
        | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{FE20}'..='\u{FE2F}'
        | '\u{1F3FB}'..='\u{1F3FF}' | '\u{E0020}'..='\u{E007F}' | '\u{E0100}'..='\u{E01EF}')
}

fn is_pictograph(character: char) -> bool {
    matches!(character, '\u{2600}'..='\u{27BF}' | '\u{2190}'..='\u{21FF}' | '\u{1F000}'..='\u{1FAFF}')
}

fn is_regional_indicator(character: char) -> bool {
    matches!(character, '\u{1F1E6}'..='\u{1F1FF}')
}

#[cfg(test)]
mod tests {
    use super::super::soup::soup;
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        assert_eq!(clusters(text).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_cluster_is_a_base_and_all_that_hangs_on_it() {
        check("ស្ត្រីខ្មែរ", &["ស្ត្រី", "ខ្មែ", "រ"]);
        check("សន្តិភាព", &["ស", "ន្តិ", "ភា", "ព"]);
        check("ឧទាហរណ៍ៗ។", &["ឧ", "ទា", "ហ", "រ", "ណ៍", "ៗ", "។"]);
        check("ធម៌\u{200B}ល្អ", &["ធ", "ម៌", "\u{200B}", "ល្អ"]);
        check("ក\u{200D}ខ", &["ក\u{200D}ខ"]);
    }

    #[test]
    fn other_scripts_keep_their_marks() {
        check("e\u{301}a\r\n", &["e\u{301}", "a", "\r\n"]);
        check("👩\u{200D}🌾👍🏽x", &["👩\u{200D}🌾", "👍🏽", "x"]);
        check("🇰🇭🇰🇭🇰", &["🇰🇭", "🇰🇭", "🇰"]);
        check("", &[]);
    }

    #[test]
    fn cutting_keeps_whole_clusters() {
        assert_eq!(truncate_clusters("ស្ត្រីខ្មែរ", 0), "");
        assert_eq!(truncate_clusters("ស្ត្រីខ្មែរ", 1), "ស្ត្រី");
        assert_eq!(truncate_clusters("ស្ត្រីខ្មែរ", 2), "ស្ត្រីខ្មែ");
        assert_eq!(truncate_clusters("ស្ត្រីខ្មែរ", 9), "ស្ត្រីខ្មែរ");
    }

    #[test]
    fn clusters_are_the_whole_text_and_never_begin_with_a_mark() {
        for text in soup(4).take(20_000) {
            assert_eq!(clusters(&text).collect::<String>(), text);
            for cluster in clusters(&text).skip(1) {
                assert!(!cluster.is_empty());
            }
        }
    }
}
