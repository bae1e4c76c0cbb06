//! All tables of contacts → the row that an id means, found without reading the others.

use super::{Contents, Dataset, Datasets, Kind, TableCell};
use std::collections::BTreeMap;

/// Where each contact stands.
#[derive(Debug, Default)]
pub(super) struct Contacts {
    /// The name of the dataset and the number of the row; of an id that stands twice, the first.
    by_id: BTreeMap<String, (String, usize)>,
}

impl Contacts {
    pub fn of<'own>(datasets: impl Iterator<Item = &'own Dataset>) -> Contacts {
        let mut contacts = Contacts::default();
        for dataset in datasets.filter(|dataset| dataset.kind == Kind::Contacts) {
            let Contents::Table(table) = &dataset.contents else {
                continue;
            };
            let Some(column) = table.columns.iter().position(|column| column.name == "id") else {
                continue;
            };
            for (number, row) in table.rows.iter().enumerate() {
                if let TableCell::Text(id) = &row.cells[column] {
                    contacts
                        .by_id
                        .entry(id.clone())
                        .or_insert_with(|| (dataset.name.clone(), number));
                }
            }
        }
        contacts
    }
}

impl Datasets {
    /// The dataset and the row of the contact with this id.
    pub fn contact(&self, id: &str) -> Option<(&Dataset, usize)> {
        let (dataset, row) = self.contacts.by_id.get(id)?;
        Some((self.get(dataset)?, *row))
    }

    /// The ids of all contacts, sorted.
    pub fn contact_ids(&self) -> impl Iterator<Item = &str> {
        self.contacts.by_id.keys().map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use crate::data::tests::load_fixture;

    #[test]
    fn a_contact_is_found_by_its_id_in_whichever_table_it_stands() {
        let (datasets, ..) = load_fixture(
            "//- data/clerks.toml
kind = 'contacts'
//- data/clerks.csv
name_km,id
ម្នាក់,one
គ្មានលេខ,
ពីរនាក់,two
//- data/contacts.csv
id,name_km
three,បី
two,ផ្សេង
",
        );
        let found = |id| {
            datasets
                .contact(id)
                .map(|(dataset, row)| (dataset.name.as_str(), row))
        };
        assert_eq!(found("one"), Some(("clerks", 0)));
        assert_eq!(found("two"), Some(("clerks", 2)));
        assert_eq!(found("three"), Some(("contacts", 0)));
        assert_eq!(found(""), None);
        assert_eq!(
            datasets.contact_ids().collect::<Vec<_>>(),
            ["one", "three", "two"]
        );
    }
}
