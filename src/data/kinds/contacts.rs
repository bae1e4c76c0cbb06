//! Whom readers can ask.

use crate::data::model::{Field, Holds, Refers};

pub(crate) static FIELDS: &[Field] = &[
    Field::new(
        "id",
        Holds::Code,
        "the name by which pages call the contact",
        "ឈ្មោះដែលទំព័រប្រើហៅ",
    ),
    Field::localised("name", "who it is", "ឈ្មោះ"),
    Field::localised("role", "what they do", "តួនាទី"),
    Field::new("phone", Holds::Code, "the phone number", "លេខទូរស័ព្ទ"),
    Field::new("email", Holds::Code, "the address for mail", "អ៊ីមែល"),
    Field::new(
        "telegram",
        Holds::Code,
        "the name on Telegram",
        "ឈ្មោះលើ Telegram",
    ),
    Field::localised("address", "where they are found", "អាសយដ្ឋាន"),
    Field::localised("hours", "when they are there", "ម៉ោងធ្វើការ"),
    Field::new(
        "place",
        Holds::Code,
        "the code of their place",
        "លេខកូដទីកន្លែង",
    )
    .refers(Refers::Places),
];
