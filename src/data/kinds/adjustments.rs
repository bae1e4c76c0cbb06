//! What was changed between the approved and the revised budget, and why.

use crate::data::model::{Field, Holds, Needed, Refers};

pub(crate) static FIELDS: &[Field] = &[
    Field::new(
        "place",
        Holds::Code,
        "the code of the place; that of the budget, if it has only one",
        "លេខកូដទីកន្លែង។ បើថវិកាមានតែមួយកន្លែង មិនចាំបាច់ទេ",
    )
    .refers(Refers::Places),
    Field::new("year", Holds::Year, "the fiscal year", "ឆ្នាំសារពើពន្ធ").needed(Needed::Value),
    Field::new(
        "category",
        Holds::Code,
        "the code of the category whose figure was changed",
        "លេខកូដប្រភេទដែលតួលេខត្រូវបានប្ដូរ",
    )
    .needed(Needed::Value),
    Field::new(
        "amount",
        Holds::Amount,
        "what was added; negative, if it was taken away",
        "ចំនួនដែលបានបន្ថែម។ បើកាត់បន្ថយ គឺអវិជ្ជមាន",
    )
    .needed(Needed::Value),
    Field::new(
        "kind",
        Holds::Word(&["virement", "supplementary", "cut"]),
        "moved from another category, added by law, or cut",
        "ផ្ទេរពីប្រភេទផ្សេង បន្ថែមដោយច្បាប់ ឬកាត់បន្ថយ",
    ),
    Field::new(
        "day",
        Holds::Date,
        "the day on which it was decided",
        "ថ្ងៃដែលបានសម្រេច",
    ),
    Field::localised("reason", "why", "មូលហេតុ").needed(Needed::Column),
];
