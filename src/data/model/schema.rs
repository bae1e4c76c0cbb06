//! The columns of a table: their names, what they hold and mean, what must be there.
//!
//! One such value for each kind of table says what is read, checked, published and told of its
//! columns; that of a table of an author's own is made when it is read.

use crate::config::Localised;
use crate::diagnostic::Words;
use rust_decimal::Decimal;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The columns of a table, in the order in which they are published.
#[derive(Debug, Clone)]
pub struct Schema {
    pub fields: Cow<'static, [Field]>,
    /// Whether a table may have columns of its author's own, which pages can name.
    pub is_open: bool,
}

/// One column.
#[derive(Debug, Clone)]
pub struct Field {
    pub name: Cow<'static, str>,
    pub holds: Holds,
    pub needed: Needed,
    /// Whether it stands once in each language: `label_km`, `label_en`.
    pub localised: bool,
    pub stands: Stands,
    pub refers: Refers,
    pub constant: Constant,
    /// Whether the headers of a table with years and phases side by side say it.
    pub in_headers: bool,
    /// A column that says as much, where a table has that one instead.
    pub or: Option<&'static str>,
    pub constraints: Constraints,
    /// What its author says that it holds, where neither its kind nor a type of Table Schema does.
    pub declared: Option<&'static str>,
    /// Nobody knows what the columns of an author's own mean.
    pub means: Option<Words>,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    Text,
    /// A key: text without invisible characters.
    Code,
    /// Several keys.
    Codes,
    Number,
    /// A whole number that puts rows in order.
    Whole,
    /// Money in the dataset's currency and scale.
    Amount,
    Year,
    /// A day of the civil calendar.
    Date,
    Truth,
    /// One of these words.
    Word(&'static [&'static str]),
}

/// What the values of a column must be besides, by the names of Table Schema.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Constraints {
    /// No row is without one.
    pub required: bool,
    /// No two rows have the same.
    pub unique: bool,
    pub minimum: Option<Decimal>,
    pub maximum: Option<Decimal>,
    /// One of these; any, if there are none.
    pub values: Vec<String>,
    /// What readers are told for a value.
    pub names: BTreeMap<String, Localised>,
    /// The key of a row of this dataset.
    pub refers: Option<String>,
}

impl Constraints {
    pub const NONE: Constraints = Constraints {
        required: false,
        unique: false,
        minimum: None,
        maximum: None,
        values: Vec::new(),
        names: BTreeMap::new(),
        refers: None,
    };
}

/// What a table cannot do without.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Needed {
    Nothing,
    /// The column; its cells may be blank.
    Column,
    /// The column, and a value in each row.
    Value,
}

/// In which tables a column stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stands {
    Everywhere,
    /// In the author's file; what it says is told otherwise in the downloads.
    InFile,
    /// In the downloads, known from the declaration.
    InDownloads,
}

/// What the keys of a column name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refers {
    Nowhere,
    /// Rows of the same table.
    Itself,
    Places,
    Categories,
    /// Sources of the declaration.
    Sources,
}

/// Whether a declaration may say a value for all rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Constant {
    Never,
    May,
    /// It often does, such as this.
    Often(&'static str),
}

impl Holds {
    /// The word for it in declarations, where Table Schema has the same type for others too.
    pub fn declared(self) -> Option<&'static str> {
        match self {
            Holds::Text => Some("text"),
            Holds::Code => Some("code"),
            Holds::Amount => Some("amount"),
            _ => None,
        }
    }

    pub fn is_number(self) -> bool {
        matches!(self, Holds::Number | Holds::Whole | Holds::Amount)
    }
}

impl Schema {
    pub const fn of(fields: &'static [Field]) -> Schema {
        Schema {
            fields: Cow::Borrowed(fields),
            is_open: false,
        }
    }

    /// The same with columns of the author's own.
    pub const fn open(fields: &'static [Field]) -> Schema {
        Schema {
            fields: Cow::Borrowed(fields),
            is_open: true,
        }
    }

    /// The same with these columns behind its own.
    pub fn and(mut self, fields: impl ExactSizeIterator<Item = Field>) -> Schema {
        if fields.len() > 0 {
            self.fields.to_mut().extend(fields);
        }
        self
    }

    /// Whether years and phases may stand in the headers.
    pub fn may_be_wide(&self) -> bool {
        self.fields.iter().any(|field| field.in_headers)
    }

    /// The names that columns of a file may have.
    pub fn names(&self, languages: &[String]) -> Vec<Cow<'_, str>> {
        let mut names = Vec::new();
        for field in self.in_file() {
            names.push(Cow::Borrowed(&*field.name));
            if field.localised {
                let languages = languages.iter();
                names.extend(languages.map(|tag| Cow::Owned(format!("{}_{tag}", field.name))));
            }
        }
        names
    }

    /// The column of this name, in whichever language.
    pub fn field(&self, name: &str) -> Option<&Field> {
        let exact = self.fields.iter().find(|field| field.name == name);
        exact.or_else(|| {
            let (base, _) = name.rsplit_once('_')?;
            let mut localised = self.fields.iter().filter(|field| field.localised);
            localised.find(|field| field.name == base)
        })
    }

    /// The columns that an author's file may have.
    pub fn in_file(&self) -> impl Iterator<Item = &Field> {
        let fields = self.fields.iter();
        fields.filter(|field| field.stands != Stands::InDownloads)
    }

    /// The columns that are published.
    pub fn in_downloads(&self) -> impl Iterator<Item = &Field> {
        let fields = self.fields.iter();
        fields.filter(|field| field.stands != Stands::InFile)
    }
}

impl Field {
    /// A column that a table may have.
    pub const fn new(
        name: &'static str,
        holds: Holds,
        en: &'static str,
        km: &'static str,
    ) -> Field {
        Field {
            name: Cow::Borrowed(name),
            holds,
            needed: Needed::Nothing,
            localised: false,
            stands: Stands::Everywhere,
            refers: Refers::Nowhere,
            constant: Constant::Never,
            in_headers: false,
            or: None,
            constraints: Constraints::NONE,
            declared: None,
            means: Some(Words { en, km }),
        }
    }

    /// A text that stands once in each language.
    pub const fn localised(name: &'static str, en: &'static str, km: &'static str) -> Field {
        let mut field = Field::new(name, Holds::Text, en, km);
        field.localised = true;
        field
    }

    /// A column of an author's own.
    pub fn own(name: &str, holds: Holds) -> Field {
        Field {
            name: Cow::Owned(name.to_owned()),
            means: None,
            ..Field::new("", holds, "", "")
        }
    }

    /// The codes of a classification of a budget, which this dataset explains. A figure that says none
    /// is told, and no error.
    pub fn dimension(name: &str, dataset: &str) -> Field {
        let mut field = Field::own(name, Holds::Code);
        field.constraints.refers = Some(dataset.to_owned());
        field.needed(Needed::Column).constant(Constant::May)
    }

    pub const fn needed(mut self, needed: Needed) -> Field {
        self.needed = needed;
        self
    }

    pub const fn stands(mut self, stands: Stands) -> Field {
        self.stands = stands;
        self
    }

    pub const fn refers(mut self, refers: Refers) -> Field {
        self.refers = refers;
        self
    }

    pub const fn constant(mut self, constant: Constant) -> Field {
        self.constant = constant;
        self
    }

    pub const fn or(mut self, other: &'static str) -> Field {
        self.or = Some(other);
        self
    }

    pub const fn in_headers(mut self) -> Field {
        self.in_headers = true;
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_known_in_each_language() {
        static FIELDS: &[Field] = &[
            Field::new("code", Holds::Code, "", ""),
            Field::localised("label", "", ""),
        ];
        let schema = Schema::of(FIELDS);
        let named = |name| schema.field(name).map(|field| field.name.as_ref());
        assert_eq!(named("code"), Some("code"));
        assert_eq!(named("label"), Some("label"));
        assert_eq!(named("label_km"), Some("label"));
        assert_eq!(named("code_km"), None);
        assert_eq!(named("other"), None);
    }
}
