//! The table of categories → [`Categories`]: what the codes of a budget mean, as trees.

use crate::data::declaration::Findings;
use crate::data::model::{Categories, Category, CategoryKind, clean_label};
use crate::data::read::{Columns, Sheet, Texts, localised, values};
use crate::diagnostic::{Candidates, codes, diagnostic, list};

pub(crate) const REQUIRED: &[&str] = &["code"];
pub(crate) const OPTIONAL: &[&str] = &["parent", "kind", "sum_of", "cofog", "order", "icon"];
pub(crate) const TEXTS: &[&str] = &["label", "explain"];

/// Reads the categories.
pub(crate) fn read(
    sheet: &Sheet,
    columns: &Columns,
    texts: &Texts,
    findings: &mut Findings,
) -> Categories {
    let mut categories = Categories::default();
    for row in &sheet.rows {
        let cell = |name: &str| sheet.cell_place(row.number, columns.index(name).unwrap_or(0));
        let text =
            |name: &str| values::text(columns.value(row, name)).map(|text| clean_label(&text).0);
        let Some(code) = text("code").filter(|code| !code.is_empty()) else {
            findings.push(diagnostic!(
                codes::data::MISSING_VALUE,
                cell("code").place(None),
                column = "code",
                row = row.number,
                toml = &findings.toml
            ));
            continue;
        };
        let key = format!("code {code}");
        let kind = match text("kind") {
            None => CategoryKind::Line,
            Some(word) => match CategoryKind::named(&word) {
                Some(kind) => kind,
                None => {
                    let known = Candidates::words(CategoryKind::WORDS);
                    findings.push(
                        diagnostic!(
                            codes::data::UNKNOWN_WORD,
                            cell("kind").place(Some(key)),
                            column = "kind",
                            read = &word,
                            known = known.list()
                        )
                        .did_you_mean(&word, &known),
                    );
                    continue;
                }
            },
        };
        let order = match text("order").map(|read| (read.parse::<i64>(), read)) {
            None => None,
            Some((Ok(order), _)) => Some(order),
            Some((Err(_), read)) => {
                let place = cell("order").place(Some(key.clone()));
                findings.push(diagnostic!(
                    codes::data::NOT_A_WHOLE_NUMBER,
                    place,
                    column = "order",
                    read = read
                ));
                None
            }
        };
        let label = localised(sheet, columns, row, "label", texts, &key, findings);
        if !label.is_empty() && !texts.has_khmer(&label) {
            findings.push(diagnostic!(
                codes::data::NO_KHMER_LABEL,
                cell("code").place(Some(key.clone())),
                code = &code,
                column = "label_km"
            ));
        }
        let category = Category {
            parent: text("parent").filter(|parent| !parent.is_empty()),
            kind,
            sum_of: text("sum_of").map_or_else(Vec::new, |codes| {
                codes
                    .split([' ', ',', ';', '+'])
                    .filter(|code| !code.is_empty())
                    .map(str::to_owned)
                    .collect()
            }),
            label,
            explain: localised(sheet, columns, row, "explain", texts, &key, findings),
            cofog: text("cofog"),
            order,
            icon: text("icon"),
            cell: cell("code"),
            code,
        };
        if let Some(first) = categories.get(&category.code) {
            findings.push(diagnostic!(
                codes::data::REPEATED_CODE,
                category.cell.place(None),
                code = &category.code,
                toml = &findings.toml,
                rows = list([first.cell.row, category.cell.row])
            ));
            continue;
        }
        categories.insert(category);
    }
    categories
}
