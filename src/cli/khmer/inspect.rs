//! In: a line. Out: its code points by number, name and part, and what is wrong, as lines of text.

use crate::diagnostic::MessageLanguage;
use crate::khmer::legacy::{self, Family};
use crate::khmer::{self, InspectedCluster, Role, inspect};

/// Appends to `output` the line itself, what it seems to be if it is no proper Khmer, and each of its
/// clusters with its code points.
pub(super) fn render(line: &str, language: MessageLanguage, output: &mut String) {
    output.push_str(line);
    if let Some(suspicion) = legacy::detect(line) {
        let words = family(suspicion.family, language);
        *output += &format!("\n  ! {words}: `{}`", suspicion.sample);
    }
    for cluster in inspect(line) {
        render_cluster(&cluster, language, output);
    }
}

fn render_cluster(cluster: &InspectedCluster<'_>, language: MessageLanguage, output: &mut String) {
    *output += "\n  ";
    output.extend(cluster.text.chars().map(visible));
    if let Some(normal) = &cluster.normal {
        *output += &format!(" → {normal}");
    }
    for one in &cluster.code_points {
        let shown = match one.role {
            Role::Other | Role::Base => visible(one.character).to_string(),
            // A mark stands on something, and a joiner is seen by nobody.
            Role::ZeroWidthJoiner | Role::ZeroWidthNonJoiner => " ".to_owned(),
            _ => format!("\u{25CC}{}", one.character),
        };
        let part = part(one.role, language);
        *output += &format!("\n    {}  {shown}  {}{part}", one.number(), one.name);
    }
    for irregularity in &cluster.irregularities {
        let words = irregularity.kind.words(words_in(language));
        let text: String = irregularity.text.chars().map(visible).collect();
        *output += &format!("\n    ! {words}: `{text}`");
    }
}

/// The character, if it can be shown without an effect on the terminal or on the lines.
fn visible(character: char) -> char {
    let is_direction = matches!(character, '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    match character.is_control() || is_direction {
        true => ' ',
        false => character,
    }
}

fn in_language(
    language: MessageLanguage,
    english: &'static str,
    khmer: &'static str,
) -> &'static str {
    match language {
        MessageLanguage::English => english,
        MessageLanguage::Khmer => khmer,
    }
}

fn words_in(language: MessageLanguage) -> khmer::Language {
    match language {
        MessageLanguage::English => khmer::Language::English,
        MessageLanguage::Khmer => khmer::Language::Khmer,
    }
}

/// What the text seems to be.
fn family(family: Family, language: MessageLanguage) -> &'static str {
    let (english, khmer) = match family {
        Family::LegacyFont => (
            "this looks like Khmer typed for an old font such as Limon, which is not Unicode",
            "អត្ថបទនេះទំនងជាវាយដោយពុម្ពអក្សរចាស់ដូចជា Limon ដែលមិនមែនជាយូនីកូដ",
        ),
        Family::TornTextLayer => (
            "this looks like Khmer copied from a PDF, with marks lost or out of place",
            "អត្ថបទនេះទំនងជាចម្លងពី PDF ដោយបាត់ ឬខុសទីតាំងស្រៈ និងជើង",
        ),
    };
    in_language(language, english, khmer)
}

/// The part of a code point in its cluster, after its name.
fn part(role: Role, language: MessageLanguage) -> &'static str {
    let (english, khmer) = match role {
        Role::Other => return "",
        Role::Base => (", base", " ព្យញ្ជនៈ ឬស្រៈពេញតួ"),
        Role::Robat => (", robat", " របាទ"),
        Role::Coeng => (", writes the next letter below", " ជើង"),
        Role::Shifter => (", shifter", " សញ្ញាប្ដូរសំឡេង"),
        Role::VowelBefore => (", vowel before", " ស្រៈនៅមុខ"),
        Role::VowelBelow => (", vowel below", " ស្រៈនៅក្រោម"),
        Role::VowelAbove => (", vowel above", " ស្រៈនៅលើ"),
        Role::VowelAfter => (", vowel after", " ស្រៈនៅក្រោយ"),
        Role::Modifier => (", sign", " វណ្ណយុត្ត"),
        Role::Final => (", final sign", " សញ្ញាចុង"),
        Role::ZeroWidthJoiner | Role::ZeroWidthNonJoiner => (", invisible", " មើលមិនឃើញ"),
    };
    in_language(language, english, khmer)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, language: MessageLanguage, expected: &str) {
        let mut output = String::new();
        render(line, language, &mut output);
        assert_eq!(output, expected);
    }

    #[test]
    fn a_line_is_taken_apart() {
        check(
            "ខែ្ម a",
            MessageLanguage::English,
            "ខែ្ម a\n\
             \x20 ខែ្ម → ខ្មែ\n\
             \x20   U+1781  ខ  KHMER LETTER KHA, base\n\
             \x20   U+17C2  \u{25CC}ែ  KHMER VOWEL SIGN AE, vowel before\n\
             \x20   U+17D2  \u{25CC}្  KHMER SIGN COENG, writes the next letter below\n\
             \x20   U+1798  ម  KHMER LETTER MO, base\n\
             \x20  \n\
             \x20   U+0020     SPACE\n\
             \x20 a\n\
             \x20   U+0061  a  letter",
        );
    }

    #[test]
    fn what_is_wrong_is_named_in_both_languages() {
        let mut english = String::new();
        render("ក្", MessageLanguage::English, &mut english);
        assert!(
            english.ends_with("\n    ! no letter follows this coeng: `្`"),
            "{english}"
        );
        let mut khmer = String::new();
        render("ក្", MessageLanguage::Khmer, &mut khmer);
        assert!(khmer.ends_with("\n    ! ជើងគ្មានព្យញ្ជនៈតាមក្រោយ: `្`"), "{khmer}");
        let mut legacy = String::new();
        render("kargarRbcaMqñaM", MessageLanguage::English, &mut legacy);
        assert!(legacy.contains("an old font such as Limon"), "{legacy}");
    }
}
