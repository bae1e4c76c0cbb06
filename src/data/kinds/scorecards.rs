//! How users and providers of a service judge it.

use crate::data::model::{Field, Holds, Refers};

pub(crate) static FIELDS: &[Field] = &[
    Field::new("id", Holds::Code, "its name in pages", "ឈ្មោះរបស់វាក្នុងទំព័រ"),
    Field::localised("criterion", "what is judged", "លក្ខណៈវិនិច្ឆ័យ"),
    Field::new(
        "user",
        Holds::Number,
        "the score that users give",
        "ពិន្ទុដែលអ្នកប្រើប្រាស់ផ្ដល់",
    ),
    Field::new(
        "provider",
        Holds::Number,
        "the score that providers give themselves",
        "ពិន្ទុដែលអ្នកផ្ដល់សេវាផ្ដល់ឱ្យខ្លួនឯង",
    ),
    Field::new(
        "agreed",
        Holds::Number,
        "the score that both agreed on",
        "ពិន្ទុដែលទាំងពីរព្រមព្រៀងគ្នា",
    ),
    Field::new("n", Holds::Number, "how many took part", "ចំនួនអ្នកចូលរួម"),
    Field::new("place", Holds::Code, "the code of the place", "លេខកូដទីកន្លែង").refers(Refers::Places),
];
