//! In: a line. Out: its code points by number, name and part, and what is wrong, as lines of text.

use crate::diagnostic::MessageLanguage;
use crate::khmer::legacy::{self, Family};
use crate::khmer::number::NumberStyle;
use crate::khmer::{self, InspectedCluster, Role, clusters, inspect};
use std::borrow::Cow;

/// How many clusters of a line are told one by one, and how many of the others if something is wrong
/// with them: what is written stays within a few hundred kilobytes a line, however long that is.
const TOLD: usize = 1000;
const WRONG_TOLD: usize = 100;
/// How many code points of one piece of text are shown.
const LONGEST: usize = 40;

/// Appends to `output` the line itself, what it seems to be if it is no proper Khmer, and each of its
/// clusters with its code points; of a long line the beginning.
pub(super) fn render(line: &str, language: MessageLanguage, output: &mut String) {
    output.push_str(&cut(line, TOLD * LONGEST_CLUSTER));
    if let Some(suspicion) = legacy::detect(line) {
        let words = family(suspicion.family, language);
        let sample = cut(suspicion.sample, LONGEST * LONGEST_CLUSTER);
        *output += &format!("\n  ! {words}: `{sample}`");
    }
    let (mut told, mut wrong_told, mut more, mut wrong) = (0, 0, 0, 0);
    for cluster in inspect(line) {
        let is_wrong = !cluster.irregularities.is_empty();
        if told < TOLD {
            told += 1;
        } else if is_wrong && wrong_told < WRONG_TOLD {
            wrong_told += 1;
        } else {
            more += 1;
            wrong += usize::from(is_wrong);
            continue;
        }
        render_cluster(&cluster, language, output);
    }
    if more > 0 {
        let (more, wrong) = (counted(more, language), counted(wrong, language));
        *output += "\n  ";
        *output += &match language {
            MessageLanguage::English => format!("… {more} more clusters, {wrong} of them wrong"),
            MessageLanguage::Khmer => format!("… អក្សរផ្សំចំនួន {more} ទៀត ដែល {wrong} មានកំហុស"),
        };
    }
}

/// A cluster is rarely longer than this, in code points.
const LONGEST_CLUSTER: usize = 8;

fn counted(number: usize, language: MessageLanguage) -> String {
    let style = match language {
        MessageLanguage::English => NumberStyle::latin(),
        MessageLanguage::Khmer => NumberStyle::khmer(),
    };
    style.decimal(number.into())
}

/// The text, of which so many code points are shown; it is cut after a cluster, if that ends in time.
fn cut(text: &str, longest: usize) -> Cow<'_, str> {
    let Some((end, _)) = text.char_indices().nth(longest) else {
        return Cow::Borrowed(text);
    };
    let mut kept = 0;
    for cluster in clusters(&text[..end]) {
        // What stands at the end may be a piece of a longer one.
        if kept + cluster.len() < end || kept == 0 {
            kept += cluster.len();
        }
    }
    Cow::Owned(format!("{}…", &text[..kept]))
}

fn render_cluster(cluster: &InspectedCluster<'_>, language: MessageLanguage, output: &mut String) {
    *output += "\n  ";
    output.extend(cut(cluster.text, LONGEST).chars().map(visible));
    if let Some(normal) = &cluster.normal {
        *output += &format!(" → {}", cut(normal, LONGEST));
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
    if cluster.more_code_points > 0 {
        let more = counted(cluster.more_code_points, language);
        *output += "\n    ";
        *output += &match language {
            MessageLanguage::English => format!("… {more} more code points"),
            MessageLanguage::Khmer => format!("… សញ្ញាចំនួន {more} ទៀត"),
        };
    }
    for irregularity in &cluster.irregularities {
        let words = irregularity.kind.words(words_in(language));
        let text = cut(irregularity.text, LONGEST);
        let text: String = text.chars().map(visible).collect();
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
        let told = "  ! this looks like Khmer typed for an old font such as Limon, which is not Unicode: \
                    `kargarRbcaMqñaM`";
        assert_eq!(legacy.lines().nth(1), Some(told));
    }

    #[test]
    fn however_long_a_line_is_what_is_told_of_it_is_bounded() {
        for stuck in ["ា", "ាិ", "្", "្ក", "ក", "ក្ ", "ក\u{200D}"] {
            let line = format!("ក{}", stuck.repeat(24_000));
            let mut output = String::new();
            render(&line, MessageLanguage::English, &mut output);
            assert!(output.len() < 400_000, "{stuck}: {}", output.len());
        }
        let mut output = String::new();
        render(&"ក្ ".repeat(2_000), MessageLanguage::English, &mut output);
        let last = output.lines().last();
        assert_eq!(last, Some("  … 2,900 more clusters, 1,400 of them wrong"));
        let mut output = String::new();
        render(&"ក្ ".repeat(2_000), MessageLanguage::Khmer, &mut output);
        let last = output.lines().last();
        assert_eq!(
            last,
            Some("  … អក្សរផ្សំចំនួន ២\u{A0}៩០០ ទៀត ដែល ១\u{A0}៤០០ មានកំហុស")
        );
        let mut output = String::new();
        render(
            &format!("ក{}", "ា".repeat(50)),
            MessageLanguage::English,
            &mut output,
        );
        let tail: Vec<&str> = output.lines().skip(34).collect();
        let repeated = format!("    ! this stands here twice: `{}…`", "ា".repeat(40));
        assert_eq!(tail, ["    … 19 more code points", &repeated]);
    }
}
