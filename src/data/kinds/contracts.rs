//! What public offices buy, from whom, and how they chose.

use crate::data::model::{Field, Holds, Needed, Refers};

pub(crate) static FIELDS: &[Field] = &[
    Field::new("id", Holds::Code, "its number", "លេខកិច្ចសន្យា"),
    Field::localised("title", "what is bought", "អ្វីដែលទិញ").needed(Needed::Column),
    Field::localised("buyer", "the office that buys", "ស្ថាប័នដែលទិញ"),
    Field::localised("supplier", "who sells", "អ្នកផ្គត់ផ្គង់"),
    Field::new(
        "method",
        Holds::Word(&["open", "selective", "limited", "direct"]),
        "how the supplier was chosen, in the words of the Open Contracting Data Standard",
        "របៀបជ្រើសរើសអ្នកផ្គត់ផ្គង់ តាមពាក្យរបស់ Open Contracting Data Standard",
    ),
    Field::new(
        "signed",
        Holds::Date,
        "the day on which it was signed",
        "ថ្ងៃចុះហត្ថលេខា",
    ),
    Field::new(
        "start",
        Holds::Date,
        "the day on which it begins",
        "ថ្ងៃចាប់ផ្ដើម",
    ),
    Field::new("end", Holds::Date, "the day on which it ends", "ថ្ងៃបញ្ចប់"),
    Field::new("amount", Holds::Amount, "its value", "តម្លៃកិច្ចសន្យា"),
    Field::new(
        "project",
        Holds::Code,
        "the `id` of a project",
        "`id` នៃគម្រោង",
    ),
    Field::new("place", Holds::Code, "the code of the place", "លេខកូដទីកន្លែង").refers(Refers::Places),
    Field::new(
        "url",
        Holds::Text,
        "where it can be read",
        "អាសយដ្ឋានដែលអាចអានបាន",
    ),
];
