//! Texts of a CSV file that a spreadsheet could take for formulas: how they are guarded, and what they
//! were before.

use std::borrow::Cow;

/// The text, with an apostrophe before every piece of it that a spreadsheet could take for a formula:
/// at its beginning, and behind each sign by which some spreadsheets part cells, since one that parts
/// them at `;` does not see that the text is quoted (OWASP, CSV Injection).
///
/// An apostrophe was added wherever one stands at the beginning of such a piece and a sign of a formula
/// follows, with nothing but blanks, quotes and apostrophes between; and at the beginning of a text whose
/// first sign behind its apostrophes parts cells. [`unguarded`] takes it away there.
pub(crate) fn guarded(text: &str) -> Cow<'_, str> {
    if !text.contains(begins_formula) && !begins_with_nothing(text) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 1);
    if begins_with_nothing(text) {
        out.push('\'');
    }
    for piece in text.split_inclusive(parts_cells) {
        if is_formula(piece) {
            out.push('\'');
        }
        out.push_str(piece);
    }
    match out.len() == text.len() {
        true => Cow::Borrowed(text),
        false => Cow::Owned(out),
    }
}

/// The text as it was before it was [`guarded`].
pub(crate) fn unguarded(text: &str) -> Cow<'_, str> {
    if !text.contains('\'') || !text.contains(begins_formula) && !begins_with_nothing(text) {
        return Cow::Borrowed(text);
    }
    let text = match begins_with_nothing(text) {
        true => text.strip_prefix('\'').unwrap_or(text),
        false => text,
    };
    let pieces = text.split_inclusive(parts_cells);
    let pieces = pieces.map(|piece| match is_formula(piece) {
        true => piece.strip_prefix('\'').unwrap_or(piece),
        false => piece,
    });
    Cow::Owned(pieces.collect())
}

/// Whether a sign that parts cells comes first, but for apostrophes.
fn begins_with_nothing(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(parts_cells)
}

/// Whether a spreadsheet could take a piece for a formula.
fn is_formula(piece: &str) -> bool {
    let beginning = piece.trim_start_matches(|c: char| c != '\t' && is_passed_over(c));
    beginning.starts_with(begins_formula)
}

/// The signs of formulas, wide and small ones as East Asian keyboards have them too.
fn begins_formula(c: char) -> bool {
    matches!(
        c,
        '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '﹦' | '﹢' | '﹣' | '﹫'
    )
}

/// Signs besides the comma by which a spreadsheet may part cells and rows. A comma of a text stands
/// between quotation marks for all that part cells by it.
pub(crate) fn parts_cells(c: char) -> bool {
    matches!(c, ';' | '|' | '\t' | '\r' | '\n')
}

/// What a spreadsheet may take away before it looks for a formula.
fn is_passed_over(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(
            c,
            '"' | '\'' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_piece_of_a_text_begins_a_formula_however_cells_are_parted() {
        for (text, expected) in [
            ("=1+1", "'=1+1"),
            ("-5", "'-5"),
            ("a=1", "a=1"),
            ("a - b", "a - b"),
            ("a, -b", "a, -b"),
            ("a;b", "a;b"),
            ("a;=1+1", "a;'=1+1"),
            ("a; =1+1", "a;' =1+1"),
            ("a;\"=1+1\"", "a;'\"=1+1\""),
            ("a;\u{a0}\u{200b}=1", "a;'\u{a0}\u{200b}=1"),
            ("a\t=1;@b|+c", "a\t'=1;'@b|'+c"),
            ("a\n-b\r\n=c", "a\n'-b\r\n'=c"),
            ("\tb", "'\tb"),
            ("\t=b", "'\t'=b"),
            ("  =1", "'  =1"),
            ("\"=1", "'\"=1"),
            ("＝១;－២;﹢៣", "'＝១;'－២;'﹢៣"),
            ("'=1", "''=1"),
            ("'a", "'a"),
            (";=1", "';'=1"),
            ("';a", "'';a"),
        ] {
            assert_eq!(guarded(text), expected, "{text:?}");
            assert_eq!(unguarded(expected), text, "{expected:?}");
        }
    }

    /// Every text of up to six of the signs that count comes back as it was, and no two are guarded alike.
    #[test]
    fn what_was_guarded_comes_back() {
        let signs = ['\'', '=', ';', ' ', '"', '\t', 'a'];
        let mut texts = vec![String::new()];
        let mut from = 0;
        for _ in 0..6 {
            let to = texts.len();
            for text in from..to {
                let longer = signs.map(|sign| format!("{}{sign}", texts[text]));
                texts.extend(longer);
            }
            from = to;
        }
        for text in texts {
            assert_eq!(unguarded(&guarded(&text)), text, "{text:?}");
        }
    }
}
