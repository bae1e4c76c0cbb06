//! The table of categories → [`Categories`]: what the codes of a budget mean, as trees.

use crate::data::declaration::{Declaration, Findings};
use crate::data::model::{Categories, Category, CategoryKind, Field, Holds, Needed, Refers};
use crate::data::read::{Grid, Texts, each_row, localised};
use crate::diagnostic::{Candidates, codes, diagnostic, list};

pub(crate) static FIELDS: &[Field] = &[
    Field::new("code", Holds::Code, "the code", "លេខកូដ").needed(Needed::Value),
    Field::new(
        "parent",
        Holds::Code,
        "the code of the sum that it belongs to",
        "លេខកូដនៃផលបូកដែលវាស្ថិតនៅ",
    )
    .refers(Refers::Itself),
    Field::new(
        "kind",
        Holds::Word(CategoryKind::WORDS),
        "what the line does",
        "មុខងារនៃបន្ទាត់នេះ",
    ),
    Field::new(
        "sum_of",
        Holds::Codes,
        "the codes that add up to it, where they are not those below it",
        "លេខកូដដែលបូកបញ្ចូលគ្នាស្មើវា បើមិនមែនជាលេខកូដនៅក្រោមវា",
    )
    .refers(Refers::Itself),
    Field::localised("label", "its name", "ឈ្មោះរបស់វា"),
    Field::localised("explain", "the same in plain words", "ការពន្យល់ជាពាក្យងាយៗ"),
    Field::new(
        "cofog",
        Holds::Code,
        "its code in the classification of the functions of government",
        "លេខកូដរបស់វាក្នុងចំណាត់ថ្នាក់មុខងាររដ្ឋាភិបាល (COFOG)",
    ),
    Field::new(
        "order",
        Holds::Whole,
        "where it stands among its neighbours",
        "លំដាប់របស់វាក្នុងចំណោមលេខកូដជាមួយគ្នា",
    ),
    Field::new("icon", Holds::Text, "its picture", "រូបតំណាង"),
];

/// Reads the categories.
pub(crate) fn read(
    grids: &[Grid],
    declaration: &Declaration,
    texts: &Texts,
    findings: &mut Findings,
) -> Categories {
    let mut categories = Categories::default();
    for (grid, row) in each_row(grids) {
        let row = &*row;
        let cell = |name: &str| grid.cell(row, name);
        let Some(code) = grid.needed(row, "code", declaration, findings) else {
            continue;
        };
        let key = format!("code {code}");
        let kind = match grid.text(row, "kind", findings) {
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
        let order = match grid
            .text(row, "order", findings)
            .map(|read| (read.parse::<i64>(), read))
        {
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
        let label = localised(grid, row, "label", texts, &key, findings);
        if !label.is_empty() && !texts.has_khmer(&label) {
            findings.push(diagnostic!(
                codes::data::NO_KHMER_LABEL,
                cell("code").place(Some(key.clone())),
                code = &code,
                column = "label_km"
            ));
        }
        let category = Category {
            parent: grid.text(row, "parent", findings),
            kind,
            sum_of: grid
                .text(row, "sum_of", findings)
                .map_or_else(Vec::new, |codes| {
                    codes
                        .split([' ', ',', ';', '+'])
                        .filter(|code| !code.is_empty())
                        .map(str::to_owned)
                        .collect()
                }),
            label,
            explain: localised(grid, row, "explain", texts, &key, findings),
            cofog: grid.text(row, "cofog", findings),
            order,
            icon: grid.text(row, "icon", findings),
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
