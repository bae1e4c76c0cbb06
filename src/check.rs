//! Everything a build would say about a campaign, without a site: in, a folder; out, a report.
//!
//! What authors get wrong is known when a campaign is loaded. Templates are a program of the theme and
//! show their mistakes only when they run, so every page is made as well and thrown away. Leaflets are
//! not printed, and no card is drawn: that takes longest, and whether a text fits its sheet is told by the
//! build. What of a page a leaflet cannot show is known without.

use crate::campaign::{Campaign, Request};
use crate::diagnostic::Report;
use crate::site::plan::What;
use rayon::prelude::*;

/// What was looked through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Checked {
    /// HTML pages, lists included.
    pub pages: usize,
    /// Drafts, pages of the future and pages that expired.
    pub left_out: usize,
    /// Files and folders that other programs left among those of the campaign.
    pub left_behind: usize,
}

/// Looks through the campaign of `request.root`; without a result, no page could be made.
pub fn check(request: &Request) -> (Option<Checked>, Report) {
    let (campaign, mut report) = Campaign::load(request);
    let checked = campaign.map(|campaign| {
        made_and_thrown_away(&campaign, &mut report);
        Checked {
            pages: campaign.pages(),
            left_out: campaign.left_out().total(),
            left_behind: campaign.left_behind(),
        }
    });
    (checked, report)
}

fn made_and_thrown_away(campaign: &Campaign, report: &mut Report) {
    let outputs = campaign.outputs().par_iter();
    let found: Vec<Report> = outputs
        .filter_map(|output| match campaign.copied(output) {
            Some(opened) => opened.err().map(Report::of),
            None if output.what.is_typeset() => campaign.leaflet_doubts(output),
            // The rows were checked when they were read, and a million of them take a while to write.
            None if matches!(
                output.what,
                What::Dataset { .. } | What::PlaceFile { .. } | What::DataPackage
            ) =>
            {
                None
            }
            None => Some(match campaign.produce(output) {
                Ok(mut made) => {
                    if let Err(problems) = campaign.weigh(output, &made.files) {
                        made.warnings.extend(problems);
                    }
                    made.warnings
                }
                Err(problems) => problems,
            }),
        })
        .collect();
    found.into_iter().for_each(|found| report.extend(found));
}
