//! Text → whether a reader sees anything of it. A heading, a title or a link of nothing but marks that
//! show nothing is empty, whatever its length.

/// Whether any character of `text` shows.
pub fn is_visible(text: &str) -> bool {
    !text.chars().all(shows_nothing)
}

/// White space, controls, and what Unicode calls ignorable by default or leaves blank.
fn shows_nothing(character: char) -> bool {
    character.is_whitespace()
        || character.is_control()
        // No characters: the last two of each plane, and some that are set apart.
        || u32::from(character) & 0xFFFE == 0xFFFE
        || matches!(
            character,
            '\u{AD}'
                | '\u{34F}'
                | '\u{61C}'
                | '\u{115F}'
                | '\u{1160}'
                | '\u{17B4}'
                | '\u{17B5}'
                | '\u{180B}'..='\u{180F}'
                | '\u{200B}'..='\u{200F}'
                | '\u{202A}'..='\u{202E}'
                | '\u{2060}'..='\u{206F}'
                | '\u{2800}'
                | '\u{3164}'
                | '\u{FDD0}'..='\u{FDEF}'
                | '\u{FE00}'..='\u{FE0F}'
                | '\u{FEFF}'
                | '\u{FFA0}'
                | '\u{FFF0}'..='\u{FFFB}'
                | '\u{1BCA0}'..='\u{1BCA3}'
                | '\u{1D173}'..='\u{1D17A}'
                | '\u{E0000}'..='\u{E0FFF}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_that_show_nothing_are_no_text() {
        for empty in [
            "",
            " \t\r\n",
            "\u{FEFF}",
            "\u{200B}\u{2060}\u{AD}",
            "\0",
            "\u{17B4}",
        ] {
            assert!(!is_visible(empty), "{empty:?}");
        }
        for shown in ["ក", "\u{200B}a", ".", "\u{E000}", "\u{FFFD}"] {
            assert!(is_visible(shown), "{shown:?}");
        }
    }
}
