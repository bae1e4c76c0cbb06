//! Documents that are damaged in all ways: each is looked into, and none makes the program fall.

use super::*;

macro_rules! documents {
    ($($name:literal),*) => {
        [$(($name, &include_bytes!(concat!("../../tests/broken/site/documents-that-tell/static/", $name))[..])),*]
    };
}

/// A number that looks like any other, and the same ones each time.
fn next(state: &mut u64) -> usize {
    *state = state
        .wrapping_mul(6_364_136_223_846_793_005)
        .wrapping_add(1_442_695_040_888_963_407);
    usize::try_from(*state >> 40).unwrap_or(0)
}

#[test]
fn no_damaged_document_makes_the_reader_fall() {
    let documents = documents![
        "letter.docx",
        "plan.xlsx",
        "report.odt",
        "talk.pptx",
        "paper.pdf",
        "shown.pdf",
        "white.docx",
        "white.ods",
        "white.xlsx",
        "note.rtf",
        "plan.svg"
    ];
    let mut state = 7;
    let folder = tempfile::tempdir().expect("a temporary folder");
    let kept = Store::open(folder.path(), 1 << 20);
    for (name, whole) in documents {
        let path = format!("static/{name}");
        for _ in 0..200 {
            let mut bytes = whole.to_vec();
            for _ in 0..=next(&mut state) % 4 {
                let at = next(&mut state) % bytes.len();
                match next(&mut state) % 3 {
                    0 => bytes[at] = u8::try_from(next(&mut state) & 0xff).unwrap_or(0),
                    1 => bytes.truncate(at.max(1)),
                    _ => {
                        let piece = bytes[at..].to_vec();
                        bytes.extend(piece);
                    }
                }
            }
            let files = Files::in_memory([(path.as_str(), bytes)]);
            let mut report = Report::new();
            tell(
                documents::look(&files, &path, &kept).into_iter(),
                &mut report,
            );
        }
    }
}

#[test]
fn what_is_told_of_many_places_names_the_first_ones() {
    let seen = (1..=14).map(|line| Sighting {
        what: What::Phone,
        read: "012 345 678".to_owned(),
        key: String::new(),
        place: Place::Cell {
            path: "data/a.csv".to_owned(),
            sheet: None,
            cell: format!("B{line}"),
            key: None,
        },
    });
    let mut report = Report::new();
    tell(seen, &mut report);
    let told: Vec<String> = report
        .sorted()
        .iter()
        .map(|one| {
            format!(
                "{}: {}",
                one.place,
                one.message(crate::diagnostic::MessageLanguage::English)
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            "data/a.csv › B1: `012 345 678` is a mobile number, and nothing says that everybody may know it; \
             14 such places in all, also `B2`, `B3`, `B4`, `B5`, `B6`, `B7`, `B8`, `B9`, `B10`, `B11` and 3 more"
        ]
    );
}
