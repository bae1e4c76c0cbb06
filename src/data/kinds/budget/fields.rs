//! The columns that a budget may have.

use crate::data::model::{Constant, Direction, Field, Holds, Needed, Phase, Refers, Stands};

pub(crate) static FIELDS: &[Field] = &[
    Field::new(
        "place",
        Holds::Code,
        "the code of the place; `KH` is the whole country",
        "លេខកូដទីកន្លែង។ `KH` គឺទូទាំងប្រទេស",
    )
    .refers(Refers::Places)
    .needed(Needed::Value)
    .constant(Constant::Often("KH")),
    Field::new(
        "year",
        Holds::Year,
        "the fiscal year; `2024/25` is one that ends in the next year",
        "ឆ្នាំសារពើពន្ធ។ `2024/25` គឺឆ្នាំដែលចប់នៅឆ្នាំបន្ទាប់",
    )
    .needed(Needed::Value)
    .constant(Constant::Often("2026"))
    .in_headers()
    .or("period"),
    Field::new(
        "period",
        Holds::Code,
        "the part of the year, such as `2026-Q1`, `2026-05` or `2026-01/05`, where a figure is not of the whole year",
        "ផ្នែកនៃឆ្នាំ ដូចជា `2026-Q1` `2026-05` ឬ `2026-01/05` បើតួលេខមិនមែនសម្រាប់ពេញមួយឆ្នាំ",
    )
    .constant(Constant::May)
    .in_headers(),
    Field::new(
        "phase",
        Holds::Word(Phase::WORDS),
        "the stage of the budget that the figure belongs to",
        "ដំណាក់កាលនៃថវិកាដែលតួលេខនោះស្ថិតនៅ",
    )
    .needed(Needed::Value)
    .constant(Constant::Often("approved"))
    .in_headers(),
    Field::new(
        "direction",
        Holds::Word(Direction::WORDS),
        "which way the money goes",
        "ប្រាក់ចូល ឬប្រាក់ចេញ",
    )
    .needed(Needed::Value)
    .constant(Constant::Often("expenditure"))
    .in_headers(),
    Field::new(
        "code",
        Holds::Code,
        "the code of the category",
        "លេខកូដប្រភេទ",
    )
    .refers(Refers::Categories)
    .needed(Needed::Value)
    .constant(Constant::May),
    Field::localised("label", "what the code means", "ន័យនៃលេខកូដ"),
    Field::new(
        "amount",
        Holds::Amount,
        "the figure; blank is not known",
        "តួលេខ។ បើទទេ មានន័យថាមិនដឹង",
    )
    .needed(Needed::Column)
    .in_headers(),
    Field::new(
        "currency",
        Holds::Code,
        "the currency of the figure",
        "រូបិយប័ណ្ណនៃតួលេខ",
    )
    .needed(Needed::Value)
    .stands(Stands::InDownloads),
    // A file need not say it.
    Field::new(
        "currency",
        Holds::Code,
        "the currency of the figure, which has to be that of the declaration",
        "រូបិយប័ណ្ណនៃតួលេខ ដែលត្រូវដូចក្នុងឯកសារ TOML",
    )
    .stands(Stands::InFile),
    Field::new(
        "unit",
        Holds::Text,
        "the unit of the figure, which has to be that of the declaration, such as `million riel`",
        "ឯកតានៃតួលេខ ដែលត្រូវដូចក្នុងឯកសារ TOML ដូចជា `លានរៀល`",
    )
    .stands(Stands::InFile),
    Field::new(
        "fund",
        Holds::Code,
        "the fund that the money belongs to",
        "មូលនិធិដែលប្រាក់នោះស្ថិតនៅ",
    )
    .constant(Constant::May),
    Field::new(
        "status",
        Holds::Text,
        "whether the figure may still change",
        "ថាតើតួលេខនៅអាចប្ដូរឬទេ",
    )
    .constant(Constant::May),
    Field::new(
        "source",
        Holds::Code,
        "the `id` of a `[[source]]` of the declaration",
        "`id` នៃ `[[source]]` ណាមួយក្នុងឯកសារ TOML",
    )
    .refers(Refers::Sources)
    .constant(Constant::May),
    Field::localised("note", "a note on the figure", "កំណត់សម្គាល់អំពីតួលេខ"),
    Field::new(
        "parent",
        Holds::Code,
        "the code of the sum that this one belongs to, where the table explains its codes itself",
        "លេខកូដនៃផលបូកដែលលេខកូដនេះស្ថិតនៅ បើតារាងពន្យល់លេខកូដដោយខ្លួនឯង",
    )
    .refers(Refers::Itself)
    .stands(Stands::InFile),
];
