//! What offices do for citizens, and what it costs them.

use crate::data::model::{Field, Holds};

pub(crate) static FIELDS: &[Field] = &[
    Field::new("fee", Holds::Amount, "what it costs", "កម្រៃសេវា"),
    Field::new(
        "days",
        Holds::Number,
        "how many days it takes",
        "រយៈពេលគិតជាថ្ងៃ",
    ),
];
