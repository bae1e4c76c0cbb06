//! What offices do for citizens, and what it costs them.

use crate::data::model::{Field, Holds, Refers};

pub(crate) static FIELDS: &[Field] = &[
    Field::new("id", Holds::Code, "its name in pages", "ឈ្មោះរបស់វាក្នុងទំព័រ"),
    Field::localised("name", "what is done", "សេវា"),
    Field::new("fee", Holds::Amount, "what it costs", "កម្រៃសេវា"),
    Field::new(
        "days",
        Holds::Number,
        "how many days it takes",
        "រយៈពេលគិតជាថ្ងៃ",
    ),
    Field::localised("documents", "what to bring", "ឯកសារដែលត្រូវយកមក"),
    Field::localised("office", "which office does it", "ការិយាល័យ"),
    Field::localised("legal_basis", "the law that it rests on", "មូលដ្ឋានច្បាប់"),
    Field::new("place", Holds::Code, "the code of the place", "លេខកូដទីកន្លែង").refers(Refers::Places),
    Field::localised("note", "a note on it", "កំណត់សម្គាល់"),
];
