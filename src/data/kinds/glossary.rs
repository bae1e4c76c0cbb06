//! Words of budgets, in plain words.

use crate::data::model::{Field, Holds, Needed};

pub(crate) static FIELDS: &[Field] = &[
    Field::new("id", Holds::Code, "its name in pages", "ឈ្មោះរបស់វាក្នុងទំព័រ"),
    Field::localised("term", "the word", "ពាក្យ").needed(Needed::Column),
    Field::localised("meaning", "what it means", "ន័យរបស់ពាក្យ").needed(Needed::Column),
];
