//! `contact`: somebody to ask, from the tables of contacts.

use super::{Argument, Body, Component, Contact, Exhibit, Holds};
use crate::config::Language;
use crate::data::Dataset;
use crate::diagnostic::{Report, codes, diagnostic};
use crate::figures::{RowColumns, Wording};
use crate::site::Site;

pub(super) static COMPONENT: Component = Component {
    name: "contact",
    arguments: &[&[Argument::required("id", Holds::Text)]],
    body: Body::None,
    in_line: true,
    resolve: |call| {
        let id = call.arguments.required("id");
        let datasets = &call.site.datasets;
        let Some((dataset, row)) = datasets.contact(id) else {
            return Err(Report::of(
                diagnostic!(
                    codes::site::NO_CONTACT,
                    call.place(),
                    id = id,
                    known = call.site.contact_ids().list()
                )
                .did_you_mean(id, call.site.contact_ids()),
            ));
        };
        let language = &call.page.language;
        let contact = contact_of_row(call.site, language, dataset, row);
        Ok(Exhibit::Contact(Box::new(contact)))
    },
};

/// A row of contacts in a language, or in the default one where it says nothing.
pub fn contact_of_row(site: &Site, language: &Language, dataset: &Dataset, row: usize) -> Contact {
    let words = Wording::of(&site.theme, language);
    let values = RowColumns::of(dataset, words).values(row);
    let plain = |column: &str| values.get(column).cloned().unwrap_or_default();
    let localised = |column: &str| {
        [language, site.config.default_language()]
            .into_iter()
            .map(|language| plain(&format!("{column}_{language}")))
            .find(|text| !text.is_empty())
            .unwrap_or_else(|| plain(column))
    };
    Contact {
        name: localised("name"),
        role: localised("role"),
        phone: plain("phone"),
        telegram: plain("telegram").trim_start_matches('@').to_owned(),
        address: localised("address"),
        hours: localised("hours"),
        synthetic: dataset.synthetic,
    }
}
