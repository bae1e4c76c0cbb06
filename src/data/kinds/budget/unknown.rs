//! What rows of a budget name that nothing knows: noted where it stands first, and told once.

use super::Reader;
use super::keys::{self, Key};
use crate::data::read::Row;
use crate::diagnostic::{Candidates, codes, diagnostic, list};
use std::cell::LazyCell;
use std::sync::Arc;

impl Reader<'_> {
    /// Notes a value that is unknown, or known but for its leading zero.
    pub(super) fn other(
        &mut self,
        column: usize,
        row: &Row,
        read: Arc<str>,
        meant: Option<String>,
    ) -> Arc<str> {
        let cell = self.cell(row, &self.columns[column].name);
        match meant {
            Some(meant) => {
                let word = Arc::from(meant.as_str());
                self.lost
                    .entry((column, read))
                    .or_insert((meant, cell, 0))
                    .2 += 1;
                word
            }
            None => {
                self.unknown
                    .entry((column, read.clone()))
                    .or_insert((cell, 0))
                    .1 += 1;
                read
            }
        }
    }

    pub(super) fn report_unknown(self) {
        for ((column, read), (meant, cell, count)) in self.lost {
            self.findings.push(diagnostic!(
                codes::data::LOST_ZERO,
                cell.place(None),
                column = self.declaration.header_of(&self.columns[column].name),
                read = &read,
                meant = meant,
                count = count
            ));
        }
        let datasets = &self.of.places;
        let places = LazyCell::new(|| Candidates::codes(self.gazetteer.codes_in(datasets)));
        let categories = LazyCell::new(|| Candidates::codes(self.categories.codes()));
        let sources = LazyCell::new(|| {
            let sources = self.declaration.provenance.sources.iter();
            Candidates::of(sources.map(|source| source.id.as_str()))
        });
        for ((column, read), (cell, count)) in self.unknown {
            let place = cell.place(None);
            self.findings.push(match &*self.columns[column].name {
                "place" => diagnostic!(
                    codes::data::UNKNOWN_PLACE,
                    place,
                    read = &read,
                    count = count
                )
                .did_you_mean(&read, &places),
                "source" => diagnostic!(
                    codes::data::UNKNOWN_SOURCE,
                    place,
                    read = &read,
                    count = count,
                    toml = &self.findings.toml
                )
                .did_you_mean(&read, &sources),
                name if name != Key::Code.name() => {
                    let at = column.saturating_sub(keys::of_dimension(0));
                    let known = Candidates::codes(self.dimensions[at].codes());
                    diagnostic!(
                        codes::data::UNKNOWN_CATEGORY,
                        place,
                        read = &read,
                        count = count,
                        datasets = &self.of.dimensions[at].categories
                    )
                    .did_you_mean(&read, &known)
                }
                _ => {
                    let datasets = &self.of.categories;
                    let own = std::slice::from_ref(&self.declaration.name);
                    let datasets = if datasets.is_empty() { own } else { datasets };
                    diagnostic!(
                        codes::data::UNKNOWN_CATEGORY,
                        place,
                        read = &read,
                        count = count,
                        datasets = list(datasets)
                    )
                    .did_you_mean(&read, &categories)
                }
            });
        }
    }
}
