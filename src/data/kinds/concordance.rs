//! Which code of one year is which of another.

use crate::data::model::{Field, Holds, Needed};

pub(crate) static FIELDS: &[Field] = &[
    Field::new(
        "from",
        Holds::Code,
        "the code in the earlier year",
        "លេខកូដក្នុងឆ្នាំមុន",
    )
    .needed(Needed::Value),
    Field::new(
        "from_year",
        Holds::Year,
        "the last year in which it was used so",
        "ឆ្នាំចុងក្រោយដែលប្រើលេខកូដនោះ",
    )
    .needed(Needed::Value),
    Field::new(
        "to",
        Holds::Code,
        "the code in the later year",
        "លេខកូដក្នុងឆ្នាំក្រោយ",
    )
    .needed(Needed::Value),
    Field::new(
        "to_year",
        Holds::Year,
        "the first year in which it is used so",
        "ឆ្នាំដំបូងដែលប្រើលេខកូដនោះ",
    )
    .needed(Needed::Value),
    Field::new(
        "share",
        Holds::Number,
        "which share of the earlier code it takes over, `1` for all",
        "ចំណែកនៃលេខកូដមុនដែលវាទទួល `1` គឺទាំងអស់",
    ),
];
