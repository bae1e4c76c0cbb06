//! Each cell of a file that holds something is counted once, whatever a declaration leaves out: random
//! tables, counted by hand beside what their accounts say.

use super::Contents;
use super::model::Account;
use super::tests::{SITE, load_fixture};
use crate::config;
use crate::diagnostic::Report;
use crate::files::Files;
use std::fmt::Write;

/// The same numbers in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }
}

/// A budget with a title, notes, codes, figures and an end.
struct Sheet {
    cells: Vec<Vec<String>>,
    declaration: String,
}

const WIDTH: usize = 7;

fn sheet(numbers: &mut Numbers) -> Sheet {
    let mut cells = Vec::new();
    let titles = numbers.below(3);
    for title in 0..titles {
        let mut row = vec![String::new(); WIDTH];
        row[numbers.below(7) as usize] = format!("title {title}");
        cells.push(row);
    }
    let header = [
        "code",
        "2024 actual",
        "2025 approved",
        "2025 revised",
        "extra",
        "more",
        "note_en",
    ];
    cells.push(header.map(str::to_owned).to_vec());
    let rows = 2 + numbers.below(30);
    for row in 0..rows {
        let mut row = vec![format!("c{row}")];
        for column in 1..WIDTH {
            row.push(match numbers.below(4) {
                0 => String::new(),
                1 if column < 4 => "-".to_owned(),
                number => format!("{}", number * 10 + column as u64),
            });
        }
        if numbers.below(8) == 0 {
            row.fill(String::new());
        }
        cells.push(row);
    }
    let mut end = vec![String::new(); WIDTH];
    end[0] = "the end".to_owned();
    cells.push(end);
    cells.push(vec!["signed".to_owned(); WIDTH]);
    let mut declaration =
        "kind = 'budget'\ntitle = 'T'\nmissing = ['-']\nuntil = 'the end'\n".to_owned();
    let header_row = titles + 1;
    let _ = writeln!(declaration, "header_row = {header_row}");
    let first = header_row + 1;
    let skipped: Vec<String> = (first..first + rows)
        .filter(|_| numbers.below(6) == 0)
        .map(|row| row.to_string())
        .collect();
    let _ = writeln!(declaration, "skip_rows = [{}]", skipped.join(", "));
    let left_out = ["[]", "['more']", "['extra', 'G']", "['C', 'more']"];
    let left_out = left_out[numbers.below(4) as usize];
    let _ = writeln!(declaration, "skip_columns = {left_out}");
    if numbers.below(3) == 0 {
        declaration += "only_columns = ['code', 'B', 'D']\n";
    }
    declaration += "[constants]\nplace = 'KH'\ndirection = 'expenditure'\n";
    Sheet { cells, declaration }
}

fn account_of(files: Files) -> Account {
    let mut report = Report::new();
    let config = config::load(&files, &mut report).expect("the site's own configuration is right");
    let datasets = super::load(&files, &config, &mut report);
    assert!(
        !report.has_errors(),
        "{:?}",
        super::tests::messages(&report)
    );
    datasets.get("b").expect("it is read").account.clone()
}

#[test]
fn every_cell_that_holds_something_is_counted_once() {
    for seed in 0..300 {
        let mut numbers = Numbers(seed);
        let Sheet { cells, declaration } = sheet(&mut numbers);
        let csv: String = cells.iter().map(|row| row.join(",") + "\n").collect();
        let fixture = format!("{SITE}//- data/b.toml\n{declaration}//- data/b.csv\n{csv}");
        let account = account_of(Files::from_fixture(&fixture));
        let filled = cells
            .iter()
            .flatten()
            .filter(|cell| !cell.is_empty())
            .count();
        assert_eq!(
            account.cells.filled(),
            filled as u64,
            "{fixture}\n{account:#?}"
        );
        // And those of a row that is read stand in its columns.
        let columns = &account.columns;
        let all = account.rows.read * columns.used.len() as u64;
        let counts = account.cells;
        assert_eq!(
            all,
            counts.read + counts.missing + counts.blank,
            "{fixture}\n{account:#?}"
        );
        let figures = columns
            .used
            .iter()
            .filter(|one| one.read_as.starts_with("20"));
        let figures = account.rows.read * figures.count() as u64;
        assert_eq!(figures, account.figures.known + account.figures.unknown);
        let named = columns.used.len() + columns.left_out.len() + columns.unused.len();
        assert_eq!(named, WIDTH, "{columns:#?}");
    }
}

/// The same cells as a workbook, some of whose rows and columns are hidden.
fn workbook(cells: &[Vec<String>], hidden_rows: &[u32], hidden_column: Option<u16>) -> Vec<u8> {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet();
    for (row, cells) in (0..).zip(cells) {
        for (column, cell) in (0..).zip(cells) {
            let written = match cell.parse::<f64>() {
                Ok(number) => sheet.write_number(row, column, number),
                Err(_) if cell.is_empty() => continue,
                Err(_) => sheet.write_string(row, column, cell),
            };
            written.expect("it fits");
        }
    }
    for row in hidden_rows {
        sheet.set_row_hidden(*row).expect("there is one");
    }
    if let Some(column) = hidden_column {
        sheet.set_column_hidden(column).expect("there is one");
    }
    workbook.save_to_buffer().expect("it is made")
}

#[test]
fn what_a_workbook_hides_is_counted_once_too() {
    for seed in 0..60 {
        let mut numbers = Numbers(seed);
        let Sheet { cells, declaration } = sheet(&mut numbers);
        let rows = (0..cells.len() as u32).filter(|_| numbers.below(5) == 0);
        // The end stays where it is seen.
        let rows: Vec<u32> = rows
            .filter(|row| (*row as usize) + 2 < cells.len() && *row > 3)
            .collect();
        let column = (numbers.below(2) == 0).then_some(4 + numbers.below(3) as u16);
        let declaration = format!("hidden = 'skip'\n{declaration}");
        let settings = SITE.split_once('\n').map_or("", |(_, settings)| settings);
        let account = account_of(Files::in_memory([
            ("sala.toml", settings.as_bytes().to_vec()),
            ("data/b.toml", declaration.clone().into_bytes()),
            ("data/b.xlsx", workbook(&cells, &rows, column)),
        ]));
        let filled = cells
            .iter()
            .flatten()
            .filter(|cell| !cell.is_empty())
            .count();
        assert_eq!(
            account.cells.filled(),
            filled as u64,
            "{declaration}\n{cells:?}\n{account:#?}"
        );
    }
}

#[test]
fn a_table_that_is_read_again_and_one_that_is_kept_have_one_account() {
    let table = "note,,\ncode,2025 approved,extra\na,1,x\n\nb,,\nc,3,y\nleft out,9,z\n";
    let fixture = |more: &str| {
        format!(
            "//- data/b.csv\n{table}//- data/b.toml\nkind = 'budget'\ntitle = 'T'\nheader_row = 2\n\
             skip_rows = [7]\n{more}[constants]\nplace = 'KH'\ndirection = 'expenditure'\n"
        )
    };
    let account = |more: &str| {
        let (datasets, ..) = load_fixture(&fixture(more));
        datasets.get("b").expect("it is read").account.clone()
    };
    let kept = account("missing = ['never there']\n");
    assert_eq!(account(""), kept);
    let counts = (
        kept.cells.heading,
        kept.cells.read,
        kept.cells.blank,
        kept.cells.unused,
        kept.cells.skipped,
    );
    assert_eq!(counts, (4, 5, 1, 2, 3));
    assert_eq!((kept.rows.read, kept.rows.skipped), (3, 1));
    assert_eq!((kept.figures.known, kept.figures.unknown), (2, 1));
}

#[test]
fn a_total_is_checked_or_it_is_said_why_not() {
    let (datasets, _, report) = load_fixture(
        "//- data/b.csv
code,parent,label_km,2024 actual,2025 approved,2025 revised
T,,សរុប,3,,9
A,T,ក,1,1,9
B,T,ខ,2,2,
//- data/b.toml
kind = 'budget'
title = 'T'
[constants]
place = 'KH'
direction = 'expenditure'
//- data/c.csv
code,2024 actual
T,3
//- data/c.toml
kind = 'budget'
title = 'C'
categories = 'k'
[constants]
place = 'KH'
direction = 'expenditure'
//- data/k.csv
code,parent,label_km
T,,សរុប
A,T,ក
//- data/k.toml
kind = 'categories'
title = 'K'
",
    );
    assert!(!report.has_errors());
    let totals = |name| {
        let totals = datasets.get(name).expect("it is read").account.totals;
        (
            totals.checked,
            totals.blank,
            totals.blank_part,
            totals.no_part,
        )
    };
    assert_eq!(totals("b"), (1, 1, 1, 0));
    assert_eq!(totals("c"), (0, 0, 0, 1));
    assert!(matches!(
        datasets.get("b").map(|it| &it.contents),
        Some(Contents::Budget(_))
    ));
}
