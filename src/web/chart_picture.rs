//! The charts of a page → pictures to take away: SVG files that say by themselves what they show, where the
//! figures come from and on which page they stood.

use crate::chart::{self, Caption};
use crate::figures::{SourceView, Wording};
use crate::khmer::Breaks;
use crate::site::Site;
use crate::site::component::{Chart, Exhibit};
use crate::site::plan;
use crate::site::resolve::Resolved;

/// Path and text of each picture, in the order of the charts.
pub(super) fn of(site: &Site, resolved: &Resolved<'_>) -> Vec<(String, String)> {
    let charts = resolved.document.charts().zip(1..);
    let pictures = charts.filter_map(|(call, number)| match resolved.exhibit(call) {
        Exhibit::Chart(chart) => {
            let path = plan::chart_path(&resolved.page.path, number);
            Some((path, picture(site, resolved, chart)))
        }
        _ => None,
    });
    pictures.collect()
}

fn picture(site: &Site, resolved: &Resolved<'_>, shown: &Chart) -> String {
    let page = resolved.page;
    let strings = site.theme.strings(&page.language);
    let word = |key: &str| strings.get(key).map_or("", String::as_str);
    let set = |plain: &str| broken(site, plain);
    let wording = Wording::of(&site.theme, &page.language);
    let table = &shown.figures.table;
    let mut above = Vec::new();
    if !table.unit.is_empty() {
        above.push(set(&format!("{} {}", word("unit"), table.unit)));
    }
    if table.synthetic {
        above.push(set(word("synthetic")));
    }
    let notes = shown.unknown.iter().chain(&table.notes);
    let notes = notes.map(|note| set(note));
    let sources = table.sources.iter().map(|source| {
        set(&format!(
            "{} {}",
            word("source"),
            in_a_line(source, wording)
        ))
    });
    let is_from_the_right = page.language.direction() == "rtl";
    // An address is read from the left wherever it stands.
    let address = match is_from_the_right {
        true => format!("\u{2066}{}\u{2069}", site.permalink(page)),
        false => site.permalink(page),
    };
    let below: Vec<String> = notes.chain(sources).chain([address]).collect();
    let mut drawing = shown.drawing.clone();
    for row in &mut drawing.rows {
        row.label = set(&row.label);
    }
    chart::picture(
        &drawing,
        Caption {
            language: page.language.tag(),
            is_from_the_right,
            title: &set(&table.title),
            description: &shown.description,
            above: &above,
            below: &below,
        },
    )
}

fn in_a_line(source: &SourceView, words: Wording<'_>) -> String {
    let cells = source.cells.on_paper(words);
    let parts = [
        source.title.as_str(),
        &source.publisher,
        source.page.as_deref().unwrap_or_default(),
        source.retrieved.as_deref().unwrap_or_default(),
        source.licence.as_deref().unwrap_or_default(),
        &cells,
    ];
    let parts = parts.into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(", ")
}

/// Text with U+200B between its words, where lines may break.
fn broken(site: &Site, plain: &str) -> String {
    let mut out = String::with_capacity(plain.len() + plain.len() / 8);
    let breaks = Breaks::only("\u{200b}");
    site.segmenter.insert_breaks(plain, &breaks, &mut out);
    out
}
