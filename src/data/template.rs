//! A kind of table → an empty workbook for it, and its declaration: the schema's columns with lists to
//! choose from, what each column means in both languages, and for budgets a sheet that adds up.
//!
//! All of it follows from the [`Schema`](super::model::Schema). The same bytes each time: no clock.

use super::kinds;
use super::model::{Field, Holds, Kind, Needed, column_letters};
use crate::diagnostic::Words;
use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DocProperties, ExcelDateTime, Format, Formula,
    Workbook, Worksheet, XlsxError,
};

/// An empty workbook and its declaration.
pub(crate) struct Template {
    pub workbook: Vec<u8>,
    pub toml: String,
}

/// How many rows are prepared, and added up where they are a budget.
const ROWS: u32 = 200;

const HELP: &str = "ណែនាំ help";
const SUMS: &str = "ផលបូក sums";

const NEEDED: Words = Words {
    en: "must be filled in each row, unless `[constants]` says it",
    km: "ត្រូវបំពេញក្នុងជួរដេកនីមួយៗ លើកលែងតែ `[constants]` ប្រាប់វា",
};
const OPTIONAL: Words = Words {
    en: "may be blank",
    km: "អាចទុកឱ្យទទេ",
};
const ABOUT: Words = Words {
    en: "Fill in the first sheet, one row for each line, and save it as XLSX. Leave a cell blank if you do not know it; a blank is not zero. Do not change the names in the first row.",
    km: "សូមបំពេញសន្លឹកទីមួយ មួយជួរដេកក្នុងមួយបន្ទាត់ រួចរក្សាទុកជា XLSX។ បើមិនដឹង សូមទុកក្រឡាឱ្យទទេ។ ក្រឡាទទេមិនមែនសូន្យទេ។ សូមកុំប្ដូរឈ្មោះក្នុងជួរដេកទីមួយ។",
};
const ABOUT_SUMS: Words = Words {
    en: "Each row with parts is compared with their sum: the last column is 0 where they agree.",
    km: "ជួរដេកដែលមានផ្នែក ត្រូវប្រៀបធៀបជាមួយផលបូករបស់ផ្នែក៖ ជួរឈរចុងក្រោយគឺ 0 បើវាស្មើគ្នា។",
};
const OFF: Words = Words {
    en: "Totals that do not agree",
    km: "ចំនួនតួលេខសរុបដែលមិនស្មើ",
};

/// Whether a kind has columns of its own.
pub(crate) fn has_template(kind: Kind) -> bool {
    kinds::schema(kind).in_file().next().is_some()
}

/// The workbook for a table of this kind, called as its file until somebody gives it a title.
pub(crate) fn template(kind: Kind, name: &str) -> Result<Template, XlsxError> {
    let columns = columns(kind);
    let mut workbook = Workbook::new();
    let created = ExcelDateTime::from_ymd(2026, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&created));
    fill_in(workbook.add_worksheet(), kind, &columns)?;
    help(workbook.add_worksheet(), &columns)?;
    if kind == Kind::Budget {
        sums(workbook.add_worksheet(), kind, &columns)?;
    }
    let title = toml::Value::String(name.replace(['-', '_'], " "));
    let word = kind.word();
    let toml = format!("title = {title}\nkind = \"{word}\"\nsheet = \"{word}\"\n");
    Ok(Template {
        workbook: workbook.save_to_buffer()?,
        toml,
    })
}

/// A column and the name that it has in the file.
struct Column {
    name: String,
    field: Field,
}

fn columns(kind: Kind) -> Vec<Column> {
    let schema = kinds::schema(kind);
    let fields = schema.in_file().flat_map(|field| {
        let names = match field.localised {
            true => vec![format!("{}_km", field.name), format!("{}_en", field.name)],
            false => vec![field.name.to_string()],
        };
        names.into_iter().map(|name| Column {
            name,
            field: field.clone(),
        })
    });
    fields.collect()
}

/// The sheet that is filled in.
fn fill_in(sheet: &mut Worksheet, kind: Kind, columns: &[Column]) -> Result<(), XlsxError> {
    sheet.set_name(kind.word())?;
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_landscape();
    sheet.set_print_fit_to_pages(1, 0);
    let named = Format::new()
        .set_bold()
        .set_border_bottom(rust_xlsxwriter::FormatBorder::Thin);
    // A spreadsheet takes the zero from `0102` and makes a date of `1-2`, unless the column is text.
    let text = Format::new().set_num_format("@");
    for (number, column) in (0_u16..).zip(columns) {
        sheet.set_column_width(number, 18)?;
        if !column.field.holds.is_number() && column.field.holds != Holds::Year {
            sheet.set_column_format(number, &text)?;
        }
        sheet.write_string_with_format(0, number, &column.name, &named)?;
        sheet.add_data_validation(1, number, ROWS, number, &choices(column)?)?;
    }
    Ok(())
}

/// What may stand in a column, and what is said of it where it is filled in.
fn choices(column: &Column) -> Result<DataValidation, XlsxError> {
    let validation = match column.field.holds {
        Holds::Word(words) => DataValidation::new().allow_list_strings(words)?,
        Holds::Truth => DataValidation::new().allow_list_strings(&["true", "false"])?,
        _ => DataValidation::new().allow_any_value(),
    };
    let said = column.field.means.map_or_else(String::new, |means| {
        format!("{}\n{}", shortened(means.km), shortened(means.en))
    });
    // A word of the file's own is told by `sala`, which knows the declaration.
    let validation = validation.set_error_style(DataValidationErrorStyle::Warning);
    let title: String = column.name.chars().take(32).collect();
    validation.set_input_title(title)?.set_input_message(said)
}

/// As much as a note beside a cell holds.
fn shortened(text: &str) -> String {
    crate::khmer::truncate_clusters(text, 60)
        .chars()
        .take(120)
        .collect()
}

/// What each column means.
fn help(sheet: &mut Worksheet, columns: &[Column]) -> Result<(), XlsxError> {
    sheet.set_name(HELP)?;
    let bold = Format::new().set_bold();
    let wrapped = Format::new().set_text_wrap();
    for (column, width) in [(0, 18), (1, 60), (2, 60), (3, 50)] {
        sheet.set_column_width(column, width)?;
    }
    sheet.write_string_with_format(0, 1, ABOUT.km, &wrapped)?;
    sheet.write_string_with_format(0, 2, ABOUT.en, &wrapped)?;
    for (row, column) in (2..).zip(columns) {
        let field = &column.field;
        let needed = match field.needed {
            Needed::Value => NEEDED,
            Needed::Nothing | Needed::Column => OPTIONAL,
        };
        let (km, en) = field.means.map_or(("", ""), |means| (means.km, means.en));
        sheet.write_string_with_format(row, 0, &column.name, &bold)?;
        sheet.write_string_with_format(row, 1, format!("{km}។ {}", needed.km), &wrapped)?;
        sheet.write_string_with_format(row, 2, format!("{en}; {}", needed.en), &wrapped)?;
        if let Holds::Word(words) = field.holds {
            sheet.write_string_with_format(row, 3, words.join(", "), &wrapped)?;
        }
    }
    Ok(())
}

/// What tells figures apart that cannot be added up.
const KEYS: [&str; 6] = ["place", "year", "period", "phase", "direction", "fund"];

/// A sheet of formulas: of each row with parts, what they add up to, and by how much it is off.
fn sums(sheet: &mut Worksheet, kind: Kind, columns: &[Column]) -> Result<(), XlsxError> {
    sheet.set_name(SUMS)?;
    let wrapped = Format::new().set_text_wrap();
    for (column, width) in [(0, 40), (1, 18), (2, 18), (3, 18)] {
        sheet.set_column_width(column, width)?;
    }
    let letters = |name: &str| {
        let at = columns.iter().position(|column| column.name == name);
        at.map(|at| column_letters(u32::try_from(at).unwrap_or(0)))
    };
    let (Some(code), Some(parent), Some(amount)) =
        (letters("code"), letters("parent"), letters("amount"))
    else {
        return Ok(());
    };
    let (own, last) = (kind.word(), ROWS + 1);
    let all = |letters: &str| format!("{own}!${letters}$2:${letters}${last}");
    sheet.write_string_with_format(
        0,
        0,
        format!("{}\n{}", ABOUT_SUMS.km, ABOUT_SUMS.en),
        &wrapped,
    )?;
    sheet.write_string_with_format(1, 0, format!("{}\n{}", OFF.km, OFF.en), &wrapped)?;
    let first = 5;
    let off = format!("D{first}:D{}", first + ROWS - 1);
    let off = format!("=SUMPRODUCT(ISNUMBER({off})*1,({off}<>0)*1)");
    sheet.write_formula(1, 1, Formula::new(off).set_result("0"))?;
    for (column, name) in [(0, "code"), (1, "amount"), (2, "sum"), (3, "off")] {
        sheet.write_string(3, column, name)?;
    }
    for row in 0..ROWS {
        let (at, theirs) = (first + row - 1, row + 2);
        let here = first + row;
        let keys = KEYS.iter().filter_map(|key| letters(key));
        let same: String = keys
            .map(|letters| format!("*({}={own}!{letters}{theirs})", all(&letters)))
            .collect();
        let parts = format!("({}={own}!{code}{theirs}){same}", all(&parent));
        let formulas = [
            format!("=IF({own}!{code}{theirs}=\"\",\"\",{own}!{code}{theirs})"),
            format!("=IF({own}!{amount}{theirs}=\"\",\"\",{own}!{amount}{theirs})"),
            format!(
                "=IF(A{here}=\"\",\"\",IF(SUMPRODUCT({parts})=0,\"\",SUMPRODUCT({parts},{})))",
                all(&amount)
            ),
            format!("=IF(OR(B{here}=\"\",C{here}=\"\"),\"\",B{here}-C{here})"),
        ];
        for (column, formula) in (0_u16..).zip(formulas) {
            sheet.write_formula(at, column, Formula::new(formula).set_result(""))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::load;
    use super::super::tests::{SITE, messages};
    use super::*;
    use crate::config;
    use crate::diagnostic::Report;
    use crate::files::Files;

    #[test]
    fn an_empty_template_of_each_kind_is_read_and_is_the_same_each_time() {
        for kind in Kind::ALL.into_iter().filter(|kind| has_template(*kind)) {
            let made = template(kind, "t").expect("it is made");
            assert_eq!(
                made.workbook,
                template(kind, "t").expect("it is made").workbook
            );
            let site = SITE.split_once('\n').map_or("", |(_, settings)| settings);
            let files = Files::in_memory([
                ("sala.toml".to_owned(), site.as_bytes().to_vec()),
                ("data/t.toml".to_owned(), made.toml.clone().into_bytes()),
                ("data/t.xlsx".to_owned(), made.workbook),
            ]);
            let mut report = Report::new();
            let config = config::load(&files, &mut report).expect("it is right");
            let datasets = load(&files, &config, &mut report);
            assert_eq!(messages(&report), [""; 0], "{kind:?}");
            let account = &datasets.get("t").expect("it is read").account;
            let count = columns(kind).len();
            assert_eq!(
                (account.rows.read, account.cells.heading),
                (0, count as u64)
            );
        }
    }

    #[test]
    fn a_table_without_columns_of_its_own_has_no_template() {
        let without: Vec<Kind> = Kind::ALL
            .into_iter()
            .filter(|kind| !has_template(*kind))
            .collect();
        assert!(without.contains(&Kind::Table), "{without:?}");
    }
}
