//! What the columns of a table hold.

use crate::schema::choice;

choice! {
    /// What a column of an author's own table holds.
    pub enum Holds {
        Text = "text",
        /// A key: text without invisible characters.
        Code = "code",
        Number = "number",
        /// Money in the dataset's currency and scale.
        Amount = "amount",
        Year = "year",
    }
}
