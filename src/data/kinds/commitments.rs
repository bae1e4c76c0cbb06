//! What somebody promised to do, and whether it was done.

use crate::data::model::{Field, Holds, Needed, Refers};

pub(crate) static FIELDS: &[Field] = &[
    Field::new("id", Holds::Code, "its name in pages", "ឈ្មោះរបស់វាក្នុងទំព័រ"),
    Field::localised("action", "what is to be done", "អ្វីដែលត្រូវធ្វើ").needed(Needed::Column),
    Field::localised("who", "who promised it", "អ្នកដែលបានសន្យា"),
    Field::new(
        "due",
        Holds::Date,
        "the day by which it is to be done",
        "ថ្ងៃកំណត់",
    ),
    Field::new(
        "status",
        Holds::Word(&["open", "ongoing", "done", "dropped"]),
        "how far it is",
        "ស្ថានភាព",
    ),
    Field::new("place", Holds::Code, "the code of the place", "លេខកូដទីកន្លែង").refers(Refers::Places),
    Field::localised("note", "a note on it", "កំណត់សម្គាល់"),
];
