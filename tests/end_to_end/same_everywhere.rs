//! A figure is the same wherever it is read: in the author's cell, on the page of its place in each
//! language, on the leaflet, in the CSV, in the dataset's JSON and in the file of its place. Held by random
//! budgets, in each way of writing numbers.

use crate::common::Campaign;
use crate::promise::{SITE, figures_in};
use rust_decimal::Decimal;
use std::fmt::Write;

const YEARS: [i16; 2] = [2025, 2026];
const PHASES: [&str; 2] = ["planned", "actual"];
const PLACES: [&str; 2] = ["A", "B"];
const CODES: usize = 5;
const BUDGETS: u64 = 9;

/// How the amounts of a budget are written.
struct Written {
    scale: &'static str,
    group: &'static str,
    decimal: &'static str,
    in_khmer: bool,
    /// How many decimals its amounts have at most.
    decimals: u32,
}

const WAYS: [Written; 3] = [
    Written {
        scale: "1",
        group: ",",
        decimal: ".",
        in_khmer: false,
        decimals: 0,
    },
    Written {
        scale: "1_000_000",
        group: ".",
        decimal: ",",
        in_khmer: true,
        decimals: 2,
    },
    Written {
        scale: "1_000_000_000",
        group: " ",
        decimal: ".",
        in_khmer: false,
        decimals: 3,
    },
];

/// A figure of a budget, in riel; nothing if its cell is blank.
struct Figure {
    place: &'static str,
    year: i16,
    phase: &'static str,
    code: usize,
    amount: Option<Decimal>,
}

/// Numbers that are the same in each run (xorshift64).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }
}

impl Written {
    fn scale(&self) -> Decimal {
        self.scale.replace('_', "").parse().expect("a number")
    }

    /// An amount as its author types it.
    fn cell(&self, amount: Decimal) -> String {
        let plain = amount.abs().normalize().to_string();
        let (whole, decimals) = plain.split_once('.').unwrap_or((&plain, ""));
        let mut cell = String::new();
        if amount.is_sign_negative() && !amount.is_zero() {
            cell.push('-');
        }
        for (at, digit) in whole.chars().enumerate() {
            if at > 0 && (whole.len() - at) % 3 == 0 {
                cell += self.group;
            }
            cell.push(digit);
        }
        if !decimals.is_empty() {
            cell += self.decimal;
            cell += decimals;
        }
        if !self.in_khmer {
            return cell;
        }
        let khmer = |c: char| match c.to_digit(10) {
            Some(digit) => char::from_u32(u32::from('០') + digit).expect("a digit"),
            None => c,
        };
        cell.chars().map(khmer).collect()
    }
}

fn random_figures(random: &mut Random, written: &Written) -> Vec<Figure> {
    let mut figures = Vec::new();
    for place in PLACES {
        for year in YEARS {
            for phase in PHASES {
                for code in 0..CODES {
                    let decimals = random.below(u64::from(written.decimals) + 1);
                    let size = random.below(9);
                    let digits = i64::try_from(random.below(10_u64.pow(size as u32 + 1)));
                    let sign = if random.below(6) == 0 { -1 } else { 1 };
                    let digits = digits.expect("a small number") * sign;
                    let amount = Decimal::new(digits, decimals as u32) * written.scale();
                    let is_known = random.below(7) > 0;
                    figures.push(Figure {
                        place,
                        year,
                        phase,
                        code,
                        amount: is_known.then(|| amount.normalize()),
                    });
                }
            }
        }
    }
    figures
}

fn campaign(figures: &[Figure], written: &Written) -> Campaign {
    let mut rows = String::from("place,year,phase,code,label_km,label_en,amount\n");
    for figure in figures {
        let cell = figure.amount.map(|amount| amount / written.scale());
        let cell = cell.map_or_else(String::new, |amount| written.cell(amount));
        let Figure {
            place,
            year,
            phase,
            code,
            ..
        } = figure;
        writeln!(rows, "{place},{year},{phase},c{code},ក,line,\"{cell}\"").expect("text");
    }
    let mut calls = String::new();
    for year in YEARS {
        for phase in PHASES {
            let choice = format!("place=\"{{code}}\", year={year}, phase=\"{phase}\"");
            writeln!(calls, "{{{{ budget_table(dataset=\"b\", {choice}) }}}}\n").expect("text");
        }
    }
    let page = format!(
        "+++\ntitle = '{{name_km}}'\nleaflets = ['a4']\n[each]\ndataset = 'places'\n\
         slug = '{{code}}'\n+++\n\n{calls}"
    );
    let (scale, group, decimal) = (written.scale, written.group, written.decimal);
    Campaign::write(&format!(
        "{SITE}//- content/_index.md\n# ក\n//- content/p/_index.md\n# ខ\n\
         //- content/p/_each.md\n{page}//- content/p/_each.en.md\n{page}\
         //- data/places.csv\ncode,type,name_km,name_en\nA,commune,គ,G\nB,commune,ឃ,H\n\
         //- data/b.csv\n{rows}\
         //- data/b.toml\ntitle = 'B'\nkind = 'budget'\nplaces = 'places'\nscale = {scale}\n\
         digits = 'any'\ngroup = '{group}'\ndecimal = '{decimal}'\nallow_negative = true\n\
         unusual_totals = ['A', 'B']\n\
         [constants]\ndirection = 'expenditure'\n[[source]]\nid = 's'\ntitle = 'S'\n"
    ))
}

/// The texts of the cells of a page's tables, heads aside.
fn cells_of(page: &str) -> Vec<String> {
    let cells = page.split("<td").skip(1);
    cells
        .map(|cell| {
            // Pages leave out the end of a cell where something else says it.
            let ends = ["</td>", "</tr>", "</tbody>", "</table>", "<tr", "<th"];
            let end = ends.iter().filter_map(|end| cell.find(end)).min();
            let cell = &cell[..end.unwrap_or(cell.len())];
            let pieces = cell.split('<');
            let texts = pieces.filter_map(|piece| piece.split_once('>'));
            texts.map(|(_, text)| text.trim()).collect()
        })
        .collect()
}

/// The known figures of a place, a list for each of the tables on its page.
fn tables<'own>(figures: &'own [Figure], place: &str) -> Vec<Vec<Decimal>> {
    let mut tables = Vec::new();
    for year in YEARS {
        for phase in PHASES {
            let own = |figure: &&'own Figure| {
                (figure.place, figure.year, figure.phase) == (place, year, phase)
            };
            let known = figures
                .iter()
                .filter(own)
                .filter_map(|figure| figure.amount);
            tables.push(known.collect());
        }
    }
    tables
}

/// That these are the figures of the tables, each table in a unit of its own.
fn assert_same(found: &[String], tables: &[Vec<Decimal>], written: &Written, what: &str) {
    let found: Vec<Decimal> = found
        .iter()
        .map(|figure| {
            figure
                .parse()
                .unwrap_or_else(|_| panic!("{what}: {figure}"))
        })
        .collect();
    let mut rest = &found[..];
    let mut shown = Vec::new();
    for table in tables {
        let (own, others) = rest.split_at_checked(table.len()).unwrap_or((rest, &[]));
        rest = others;
        // The unit is the one that figures were published in, or the largest that all are multiples of.
        let is_of_all = |unit: &Decimal| {
            let mut amounts = table.iter();
            table.iter().any(|amount| !amount.is_zero())
                && amounts.all(|amount| (amount % unit).is_zero())
        };
        let larger = [1_000_000_000_u64, 1_000_000].map(Decimal::from);
        let unit = match written.scale {
            "1" => larger.into_iter().find(is_of_all).unwrap_or(Decimal::ONE),
            _ => written.scale(),
        };
        shown.push(
            own.iter()
                .map(|figure| (figure * unit).normalize())
                .collect(),
        );
    }
    assert_eq!((&shown[..], rest), (tables, &[][..]), "{what}");
}

fn rows_of(json: &serde_json::Value) -> Vec<Option<Decimal>> {
    let rows = json["rows"].as_array().expect("rows").iter();
    rows.map(|row| {
        let amount = row["amount"].as_str();
        amount.map(|amount| amount.parse().expect("a number"))
    })
    .collect()
}

#[test]
fn a_figure_is_the_same_in_its_cell_on_pages_on_leaflets_and_in_every_file() {
    for seed in 1..=BUDGETS {
        let mut random = Random(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        let written = &WAYS[usize::try_from(seed).expect("small") % WAYS.len()];
        let figures = random_figures(&mut random, written);
        let campaign = campaign(&figures, written);
        campaign.build();
        let all: Vec<Option<Decimal>> = figures.iter().map(|figure| figure.amount).collect();
        let json = |path: &str| -> serde_json::Value {
            serde_json::from_str(&campaign.read(path)).expect("it is JSON")
        };
        assert_eq!(rows_of(&json("data/b.json")), all, "JSON, seed {seed}");
        let csv = campaign.read("data/b.csv");
        let mut lines = csv.trim_start_matches('\u{feff}').lines();
        let heads = lines.next().expect("a head").split(',');
        let at = heads.into_iter().position(|head| head == "amount");
        let at = at.expect("a column of amounts");
        let cells = lines.map(|line| line.split(',').nth(at).expect("a cell"));
        let cells: Vec<Option<Decimal>> = cells.map(|cell| cell.parse().ok()).collect();
        assert_eq!(cells, all, "CSV, seed {seed}");
        for place in PLACES {
            let file = json(&format!("places/{place}.json"));
            let own = figures.iter().filter(|figure| figure.place == place);
            let own: Vec<Option<Decimal>> = own.map(|figure| figure.amount).collect();
            assert_eq!(
                rows_of(&file["budgets"][0]),
                own,
                "file of {place}, seed {seed}"
            );
            let tables = tables(&figures, place);
            let folder = place.to_lowercase();
            for (language, units) in [
                ("", ["ពាន់លានរៀល", "លានរៀល", "រៀល"]),
                ("en/", ["billion riel", "million riel", "riel"]),
            ] {
                let unit = match written.scale {
                    "1_000_000_000" => units[0],
                    "1_000_000" => units[1],
                    _ => units[2],
                };
                let path = format!("{language}p/{folder}/index.html");
                let page = campaign.read(&path);
                let cells = cells_of(&page);
                let found = figures_in(cells.iter().map(String::as_str), unit);
                assert_same(&found, &tables, written, &format!("{path}, seed {seed}"));
                let blank = cells.iter().filter(|cell| *cell == "…").count();
                let unknown = own.iter().filter(|amount| amount.is_none()).count();
                assert_eq!(blank, unknown, "unknown figures of {path}, seed {seed}");
                #[cfg(feature = "leaflets")]
                {
                    let path = format!("{language}p/{folder}/{folder}-a4.pdf");
                    let mut command = std::process::Command::new("pdftotext");
                    let file = campaign.site().join(&path);
                    let text = command.arg("-raw").arg(file).arg("-").output();
                    let text = String::from_utf8(text.expect("it runs").stdout).expect("UTF-8");
                    // Before each figure stands its label.
                    let rows = text.lines().filter_map(|line| {
                        let labels = ["ក ", "line "].into_iter();
                        labels.filter_map(|label| line.strip_prefix(label)).next()
                    });
                    let found = figures_in(rows, unit);
                    assert_same(&found, &tables, written, &format!("{path}, seed {seed}"));
                }
            }
        }
    }
}
