//! What is built or done with public money.

use crate::data::model::{Field, Holds, Needed, Refers};

pub(crate) static FIELDS: &[Field] = &[
    Field::new(
        "id",
        Holds::Code,
        "its name in pages and contracts",
        "ឈ្មោះរបស់វាក្នុងទំព័រ និងកិច្ចសន្យា",
    ),
    Field::localised("name", "what it is called", "ឈ្មោះគម្រោង").needed(Needed::Column),
    Field::new("place", Holds::Code, "the code of the place", "លេខកូដទីកន្លែង").refers(Refers::Places),
    Field::new(
        "sector",
        Holds::Code,
        "the code of its category",
        "លេខកូដប្រភេទ",
    ),
    Field::new(
        "status",
        Holds::Word(&["planned", "ongoing", "completed", "cancelled"]),
        "how far it is",
        "ស្ថានភាព",
    ),
    Field::new(
        "start",
        Holds::Date,
        "the day on which it begins",
        "ថ្ងៃចាប់ផ្ដើម",
    ),
    Field::new("end", Holds::Date, "the day on which it ends", "ថ្ងៃបញ្ចប់"),
    Field::new("budget", Holds::Amount, "what it may cost", "ថវិកាគម្រោង"),
    Field::new(
        "spent",
        Holds::Amount,
        "what it has cost so far",
        "ប្រាក់ដែលបានចំណាយ",
    ),
    Field::localised("who", "who carries it out", "អ្នកអនុវត្ត"),
    Field::localised("note", "a note on it", "កំណត់សម្គាល់"),
];
