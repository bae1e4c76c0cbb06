//! The words of a file, without its code → what is wrong with their Khmer.

use crate::content::places::Places;
use crate::diagnostic::Report;
use crate::khmer::legacy;
use crate::spelling;
use std::ops::Range;

/// Reports Khmer that is no proper Khmer, in the head of the file too; code is left alone.
pub(super) fn check_spelling(
    path: &str,
    text: &str,
    not_prose: &[Range<usize>],
    report: &mut Report,
) {
    if legacy::is_clean(text) {
        return;
    }
    let mut prose = text.as_bytes().to_vec();
    for range in not_prose {
        for byte in &mut prose[range.clone()] {
            if *byte != b'\n' {
                *byte = b' ';
            }
        }
    }
    let prose = String::from_utf8(prose).expect("code begins and ends between characters");
    let places = Places::new(path, text);
    let place = |range| places.of(range);
    spelling::tell(&prose, place, |problem| report.push(problem));
}
