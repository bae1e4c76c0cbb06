//! The words of a file, without its code → what is wrong with their Khmer.

use crate::content::page_text::Typed;
use crate::content::places::Places;
use crate::diagnostic::Report;
use crate::spelling;
use std::ops::Range;

/// Reports Khmer that is no proper Khmer, in the head of the file too; code is left alone. It is looked
/// for in the text as it was typed, since normalising mends what would tell of it; the places, as all
/// others, are those of the normal text.
pub(super) fn check_spelling(
    path: &str,
    (text, written): (&str, Option<&Typed>),
    not_prose: &[Range<usize>],
    report: &mut Report,
) {
    let typed = written.map_or(text, Typed::text);
    if spelling::is_clean(typed) {
        return;
    }
    let mut prose = typed.as_bytes().to_vec();
    for range in not_prose {
        let range = written.map_or(range.clone(), |one| one.changes().typed(range.clone()));
        for byte in &mut prose[range] {
            if *byte != b'\n' {
                *byte = b' ';
            }
        }
    }
    let prose = String::from_utf8(prose).expect("code begins and ends between characters");
    let places = Places::new(path, text);
    let place = |range: Range<usize>| match written {
        Some(written) => places.of(written.changes().normal(range)),
        None => places.of(range),
    };
    let mut mistakes = spelling::Mistakes::default();
    mistakes.look_at(&prose, place);
    mistakes.tell(|problem| report.push(problem));
}
