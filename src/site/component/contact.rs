//! `contact`: somebody to ask, from the tables of contacts.

use super::{Argument, Body, Call, Component, Contact, Exhibit, Holds};
use crate::diagnostic::{Report, codes, diagnostic};
use crate::figures::RowColumns;
use std::collections::BTreeMap;

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
        let values = RowColumns::of(dataset, call.words()).values(row);
        let contact = contact_of(call, &values, dataset.synthetic);
        Ok(Exhibit::Contact(Box::new(contact)))
    },
};

/// A row of contacts in the page's language, or in the default one where it says nothing.
fn contact_of(call: &Call<'_, '_>, values: &BTreeMap<String, String>, synthetic: bool) -> Contact {
    let plain = |column: &str| values.get(column).cloned().unwrap_or_default();
    let localised = |column: &str| {
        [&call.page.language, call.site.config.default_language()]
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
        synthetic,
    }
}
