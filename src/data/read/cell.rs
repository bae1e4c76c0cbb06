//! One cell as it stands in its file.

use rust_decimal::Decimal;

/// What one cell holds, before anybody asks what it means.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) enum Value {
    #[default]
    Empty,
    Text(String),
    /// A workbook's number, exact to the fifteen digits that spreadsheets keep.
    Number(Decimal),
    /// A date, as `2025-01-31`.
    Date(String),
    Truth(bool),
    /// A spreadsheet error such as `#REF!`.
    Error(String),
    /// A formula whose result was not saved with the file.
    Unsaved(String),
}

impl Value {
    /// The text that it takes memory for.
    pub fn text(&self) -> &str {
        match self {
            Value::Text(text) | Value::Date(text) | Value::Error(text) | Value::Unsaved(text) => {
                text
            }
            Value::Empty | Value::Number(_) | Value::Truth(_) => "",
        }
    }
}
