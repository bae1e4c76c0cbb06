//! What people answered, and how many.

use crate::data::model::{Field, Holds, Needed, Refers};

pub(crate) static FIELDS: &[Field] = &[
    Field::localised("question", "what was asked", "សំណួរ").needed(Needed::Column),
    Field::localised("answer", "what was answered", "ចម្លើយ").needed(Needed::Column),
    Field::new("n", Holds::Whole, "how many answered so", "ចំនួនអ្នកឆ្លើយដូច្នេះ").needed(Needed::Column),
    Field::localised("group", "of which group they are", "ក្រុមអ្នកឆ្លើយ"),
    Field::new("place", Holds::Code, "the code of the place", "លេខកូដទីកន្លែង").refers(Refers::Places),
];
