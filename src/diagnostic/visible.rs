//! Text that somebody else wrote → the same with nothing in it that a terminal or a browser acts on.
//!
//! A terminal obeys control characters: they move what is shown, rename windows, and write into the
//! clipboard (`OSC 52`). Characters that turn the direction of text show a line in another order than
//! it has. In messages each of them is shown as a picture of itself.

use std::borrow::Cow;

/// Whether the character is shown as a picture: a control character, the end of a line and a tab among
/// them, or one that turns the direction of what follows.
pub fn acts(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Its picture in the block *Control Pictures*, or `�` where there is none.
pub fn picture(character: char) -> char {
    match u32::from(character) {
        control @ 0..=0x1F => char::from_u32(0x2400 + control).unwrap_or('\u{FFFD}'),
        0x7F => '\u{2421}',
        _ => '\u{FFFD}',
    }
}

/// The text with pictures in the place of what acts.
pub fn visible(text: &str) -> Cow<'_, str> {
    match text.contains(acts) {
        false => Cow::Borrowed(text),
        true => Cow::Owned(with_pictures(text, |_| false)),
    }
}

/// The same for text of several lines, whose ends and tabs stay.
pub fn visible_lines(text: &str) -> Cow<'_, str> {
    let stays = |character| matches!(character, '\n' | '\t');
    match text.contains(|character| acts(character) && !stays(character)) {
        false => Cow::Borrowed(text),
        true => Cow::Owned(with_pictures(text, stays)),
    }
}

fn with_pictures(text: &str, stays: impl Fn(char) -> bool) -> String {
    let shown = |character| match acts(character) && !stays(character) {
        true => picture(character),
        false => character,
    };
    text.chars().map(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_acts_on_is_a_picture() {
        let clipboard = "a\u{1b}]52;c;eA==\u{7}b\r\n\tc\u{7f}\u{9b}31m\u{202e}d";
        assert_eq!(visible(clipboard), "a␛]52;c;eA==␇b␍␊␉c␡�31m�d");
        assert_eq!(visible_lines(clipboard), "a␛]52;c;eA==␇b␍\n\tc␡�31m�d");
        for code in 0..=0x2_FFFF {
            let Some(character) = char::from_u32(code) else {
                continue;
            };
            let text = character.to_string();
            let shown = visible(&text);
            assert!(!shown.contains(acts), "{code:x}");
            assert_eq!(shown == text, !acts(character), "{code:x}");
        }
    }

    #[test]
    fn other_text_is_as_it_was() {
        let text = "ស្ត្រី\u{200b}និង\u{200c} “x” 🙂";
        assert!(matches!(visible(text), Cow::Borrowed(_)));
        assert!(matches!(visible_lines("a\nb\t"), Cow::Borrowed(_)));
    }
}
