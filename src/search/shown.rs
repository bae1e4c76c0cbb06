//! What a list of results shows of the pages → scripts, a block of pages each.

use super::{Script, quote, script};
use rayon::prelude::*;

/// A result as the reader sees it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Card {
    /// Relative to the search page.
    pub url: String,
    pub title: String,
    pub section: String,
    pub date: String,
    pub description: String,
}

/// Few, since the pages of an answer are scattered and each asks for its block.
pub(super) const PAGES_A_BLOCK: usize = 25;

/// The scripts of all blocks.
pub(super) fn blocks(cards: &[Card]) -> impl ParallelIterator<Item = Script> {
    let blocks = cards.par_chunks(PAGES_A_BLOCK).enumerate();
    blocks.map(|(block, cards)| script(format!("c{block}"), |out| cards_body(out, cards)))
}

fn cards_body(mut out: String, cards: &[Card]) -> String {
    let lines: Vec<String> = cards
        .iter()
        .map(|card| {
            [
                &card.url,
                &card.title,
                &card.section,
                &card.date,
                &card.description,
            ]
            .map(|field| field.replace(['\t', '\n', '\r'], " "))
            .join("\t")
        })
        .collect();
    quote(&lines.join("\n"), &mut out);
    out
}

#[cfg(test)]
mod tests {
    use super::super::{Index, index};
    use super::*;
    use crate::khmer::Segmenter;
    use std::collections::BTreeMap;

    /// What the script is called with in each file, by the file's name.
    fn told(index: &Index) -> BTreeMap<String, Vec<String>> {
        let files = index.files.iter().map(|file| {
            let call = file.text.strip_prefix("sala_search(").expect("a call");
            let call = call.strip_suffix(")\n").expect("and nothing else");
            let mut values: Vec<String> =
                serde_json::from_str(&format!("[{call}]")).expect("strings");
            (values.remove(0), values)
        });
        files.collect()
    }

    #[test]
    fn what_a_list_of_results_shows_is_found_by_the_number_of_its_page() {
        let segmenter = Segmenter::new(&[]);
        let pages: Vec<usize> = (0..2 * PAGES_A_BLOCK + 2).collect();
        let index = index(&pages, |page, words| {
            let title = format!("ទំព័រ {page} \\n \"C:\\\\\" \u{2028}\u{2029}</script>\\");
            words.title(segmenter.set(&title).borrow());
            Ok::<_, ()>(Card {
                url: format!("../p{page}/index.html"),
                title,
                section: "ទឹក\tភ្លៀង".to_owned(),
                date: "១\r\n២".to_owned(),
                description: String::new(),
            })
        })
        .expect("every page is read");
        let manifest: Vec<&str> = index.manifest.split(' ').collect();
        let block: usize = manifest[2].parse().expect("a number");
        let told = told(&index);
        let shown = pages.iter().map(|page| {
            let cards = &told[&format!("c{}", page / block)][0];
            cards.split('\n').nth(page % block).unwrap_or_default()
        });
        let expected = pages.iter().map(|page| {
            format!(
                "../p{page}/index.html\tទំព័រ {page} \\n \"C:\\\\\" \u{2028}\u{2029}</script>\\\t\
                 ទឹក ភ្លៀង\t១  ២\t"
            )
        });
        assert_eq!(shown.collect::<Vec<_>>(), expected.collect::<Vec<String>>());
        assert_eq!(manifest[1], pages.len().to_string());
    }
}
