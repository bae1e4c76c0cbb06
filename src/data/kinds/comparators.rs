//! What one classroom, one well, one metre of road costs.

use crate::data::model::{Field, Holds, Needed};

pub(crate) static FIELDS: &[Field] = &[
    Field::new("id", Holds::Code, "its name in pages", "ឈ្មោះរបស់វាក្នុងទំព័រ").needed(Needed::Column),
    Field::localised("label", "what it is", "វាជាអ្វី"),
    Field::new("unit_cost", Holds::Number, "what one costs", "តម្លៃមួយឯកតា").needed(Needed::Column),
    Field::new(
        "currency",
        Holds::Code,
        "the currency of the cost",
        "រូបិយប័ណ្ណនៃតម្លៃ",
    ),
    Field::new("year", Holds::Year, "the year of the cost", "ឆ្នាំនៃតម្លៃ"),
    Field::new("source", Holds::Text, "who says so", "ប្រភពនៃតម្លៃ").needed(Needed::Column),
];
