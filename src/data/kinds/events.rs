//! Meetings and other days to come to.

use crate::data::model::{Field, Holds, Needed, Refers};

pub(crate) static FIELDS: &[Field] = &[
    Field::new("id", Holds::Code, "its name in pages", "ឈ្មោះរបស់វាក្នុងទំព័រ"),
    Field::localised("name", "what it is", "ឈ្មោះព្រឹត្តិការណ៍").needed(Needed::Column),
    Field::new(
        "start",
        Holds::Date,
        "its day, or its first one",
        "ថ្ងៃ ឬថ្ងៃដំបូង",
    )
    .needed(Needed::Column),
    Field::new("end", Holds::Date, "its last day", "ថ្ងៃចុងក្រោយ"),
    Field::localised("hours", "at what time", "ម៉ោង"),
    Field::localised("location", "where it is", "ទីតាំង"),
    Field::new("place", Holds::Code, "the code of the place", "លេខកូដទីកន្លែង").refers(Refers::Places),
    Field::new(
        "contact",
        Holds::Code,
        "the `id` of a contact",
        "`id` នៃអ្នកទំនាក់ទំនង",
    ),
];
