//! A code's words and the names that a caller fills in → the proof that they are the same names,
//! found while the program is compiled.
//!
//! A blank that is forgotten, misspelt or too many is an error of the compiler, where it was a
//! broken message, or a panic, in front of an author before.

use super::Code;

/// A diagnostic of a code at a place, with a value for each `{placeholder}` of the code's words:
///
/// ```text
/// diagnostic!(codes::site::NO_DATASET, place, name = read, known = list(names))
/// ```
///
/// A value is anything that can be displayed, a [`list`](super::list), or the program's own
/// [`Words`](super::Words).
macro_rules! diagnostic {
    ($code:path, $place:expr $(, $name:ident = $value:expr)* $(,)?) => {{
        const BLANKS: $crate::diagnostic::Blanks<{ <[&str]>::len(&[$(stringify!($name)),*]) }> =
            $crate::diagnostic::Blanks::of(&$code, [$(stringify!($name)),*]);
        $crate::diagnostic::Diagnostic::filled(
            BLANKS,
            $place,
            [$($crate::diagnostic::Argument::from($value)),*],
        )
    }};
}
pub(crate) use diagnostic;

/// A code, and the name of each placeholder of its words, once.
#[derive(Clone, Copy)]
pub(crate) struct Blanks<const N: usize> {
    pub(super) code: &'static Code,
    pub(super) names: [&'static str; N],
}

impl<const N: usize> Blanks<N> {
    /// Does not compile, in a constant, if `names` are other names than those of the code's words.
    pub(crate) const fn of(code: &'static Code, names: [&'static str; N]) -> Blanks<N> {
        let words = [code.message.en, code.message.km, code.help.en, code.help.km];
        let mut at = 0;
        while at < words.len() {
            check_all_are_filled(words[at], &names);
            at += 1;
        }
        let mut at = 0;
        while at < N {
            if is_among(names[at], names.split_at(at).0) {
                this_blank_is_filled_twice(names[at]);
            }
            // The words of both languages have the same placeholders, in message and help each.
            if !has_placeholder(code.message.en, names[at])
                && !has_placeholder(code.help.en, names[at])
            {
                the_code_has_no_such_blank(names[at]);
            }
            at += 1;
        }
        Blanks { code, names }
    }
}

const fn the_code_has_no_such_blank(name: &str) -> ! {
    panic!("{}", name)
}

const fn this_blank_is_filled_twice(name: &str) -> ! {
    panic!("{}", name)
}

const fn this_blank_is_not_filled(name: &str) -> ! {
    panic!("{}", name)
}

const fn check_all_are_filled(words: &str, names: &[&str]) {
    let mut rest = words;
    while let Some((name, after)) = next_placeholder(rest) {
        if !is_among(name, names) {
            this_blank_is_not_filled(name);
        }
        rest = after;
    }
}

const fn has_placeholder(words: &str, wanted: &str) -> bool {
    let mut rest = words;
    while let Some((name, after)) = next_placeholder(rest) {
        if is_same(name, wanted) {
            return true;
        }
        rest = after;
    }
    false
}

/// The name in the first `{placeholder}`, and what stands behind it. A brace that is meant stands
/// twice.
pub(super) const fn next_placeholder(words: &str) -> Option<(&str, &str)> {
    let bytes = words.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let is_brace = bytes[at] == b'{' || bytes[at] == b'}';
        if is_brace && at + 1 < bytes.len() && bytes[at + 1] == bytes[at] {
            at += 2;
        } else if bytes[at] == b'{' {
            let (_, from) = words.split_at(at + 1);
            let mut length = 0;
            while from.as_bytes()[length] != b'}' {
                length += 1;
            }
            let (name, _) = from.split_at(length);
            let (_, after) = from.split_at(length + 1);
            return Some((name, after));
        } else {
            at += 1;
        }
    }
    None
}

const fn is_among(name: &str, names: &[&str]) -> bool {
    let mut at = 0;
    while at < names.len() {
        if is_same(name, names[at]) {
            return true;
        }
        at += 1;
    }
    false
}

const fn is_same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let mut at = 0;
    while at < one.len() && at < other.len() && one[at] == other[at] {
        at += 1;
    }
    at == one.len() && at == other.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Kind, MessageLanguage, Place, Severity, Words, list};

    static CODE: Code = Code {
        id: "E000",
        severity: Severity::Error,
        kind: Kind::Content,
        message: Words {
            en: "`{name}` is {{no}} {what}",
            km: "`{name}` {{no}} {what}",
        },
        help: Words {
            en: "write {known}",
            km: "សូមសរសេរ {known}",
        },
        explain: Words { en: "", km: "" },
        example: None,
    };

    #[test]
    fn each_blank_is_filled_with_its_value() {
        let what = Words {
            en: "number",
            km: "លេខ",
        };
        let name = "ក";
        let made = diagnostic!(
            CODE,
            Place::Site,
            known = list([1, 2]),
            name = name,
            what = what
        );
        let shown = [MessageLanguage::English, MessageLanguage::Khmer]
            .map(|language| [made.message(language), made.help(language)]);
        assert_eq!(
            shown,
            [
                ["`ក` is {no} number", "write `1` and `2`"],
                ["`ក` {no} លេខ", "សូមសរសេរ `1` និង `2`"]
            ]
        );
    }

    /// What the compiler says of these names, found here while running.
    fn refusal<const N: usize>(names: [&'static str; N]) -> Option<String> {
        let found = std::panic::catch_unwind(|| Blanks::of(&CODE, names).names.len());
        found.err()?.downcast::<String>().ok().map(|name| *name)
    }

    #[test]
    fn a_blank_that_is_forgotten_misspelt_or_too_many_does_not_compile() {
        assert_eq!(refusal(["name", "what", "known"]), None);
        assert_eq!(refusal(["what", "known"]), Some("name".to_owned()));
        assert_eq!(refusal(["name", "what"]), Some("known".to_owned()));
        assert_eq!(refusal(["nmae", "what", "known"]), Some("name".to_owned()));
        let more = ["name", "what", "known", "no"];
        assert_eq!(refusal(more), Some("no".to_owned()));
        let twice = ["name", "what", "known", "what"];
        assert_eq!(refusal(twice), Some("what".to_owned()));
    }
}
