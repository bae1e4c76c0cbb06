//! Every letter that a page shows is among those that a font of its site is made of, although these are
//! read from the campaign's files before there is a page.

use super::{Campaign, Request};
use crate::font::Letters;
use crate::site::plan::What;
use std::collections::BTreeSet;
use std::path::Path;

#[test]
fn every_letter_of_a_page_is_among_those_of_its_site() {
    for name in ["everything", "kinds", "rows", "tongues"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots");
        let nowhere = tempfile::tempdir().expect("a temporary folder");
        let request = Request {
            root: folder.join(name).join("campaign"),
            output: nowhere.path().join("site"),
            base_url: None,
            drafts: false,
            today: jiff::civil::date(2026, 11, 24),
        };
        let (campaign, _) = Campaign::load(&request);
        let campaign = campaign.expect("a campaign without mistakes");
        let site = &campaign.site;
        let letters = Letters::of(&campaign.files, &site.config, &site.theme, &site.segmenter);
        let of = |words: &BTreeSet<String>| -> BTreeSet<char> {
            words.iter().flat_map(|word| word.chars()).collect()
        };
        let (text, headings) = (of(&letters.text), of(&letters.headings));
        let (titles, own_name) = (of(&letters.titles), of(&letters.name));
        assert!(own_name.is_subset(&titles) && titles.is_subset(&headings));
        let mut pages = 0;
        for output in campaign.outputs().iter() {
            let is_page = matches!(
                output.what,
                What::Page { .. }
                    | What::Taxonomy { .. }
                    | What::Term { .. }
                    | What::Search { .. }
                    | What::Catalogue { .. }
                    | What::NotFound
            );
            if !is_page {
                continue;
            }
            let Ok(made) = campaign.produce(output) else {
                panic!("{name}: {} was not made", output.path);
            };
            let files = made.files.into_iter();
            for file in files.filter(|file| file.path.ends_with(".html")) {
                let page = String::from_utf8(file.bytes).expect("UTF-8");
                pages += 1;
                let missing = khmer_of(&shown(&page))
                    .difference(&text)
                    .collect::<String>();
                assert_eq!(missing, "", "{name}: {}", file.path);
                for (begins, ends, known) in [
                    ("<a class=\"brand\"", "</a", &own_name),
                    ("<h1", "</h", &titles),
                    ("<h2", "</h", &headings),
                    ("<h3", "</h", &headings),
                ] {
                    for heading in page.split(begins).skip(1) {
                        let heading = heading.split(ends).next().unwrap_or_default();
                        let heading = shown(&format!("<{heading}"));
                        let missing = khmer_of(&heading).difference(known).collect::<String>();
                        assert_eq!(missing, "", "{name}: {}: {heading}", file.path);
                    }
                }
            }
        }
        assert!(pages > 10, "{name} has {pages} pages");
    }
}

fn khmer_of(text: &str) -> BTreeSet<char> {
    let letters = text.chars();
    letters
        .filter(|letter| matches!(letter, '\u{1780}'..='\u{17FF}'))
        .collect()
}

/// What stands between tags.
fn shown(page: &str) -> String {
    let mut out = String::new();
    let mut rest = page;
    while let Some((before, after)) = rest.split_once('<') {
        out.push_str(before);
        let end = match after.starts_with("style") || after.starts_with("script") {
            true => after.find("</").unwrap_or(0),
            false => 0,
        };
        rest = after[end..].split_once('>').map_or("", |(_, rest)| rest);
    }
    out + rest
}
