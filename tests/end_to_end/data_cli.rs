//! `sala data …` as its users meet it: whole outputs in both languages, as they stand in
//! `tests/data/<name>.txt`. `SALA_ACCEPT=1` writes them anew; read the difference.

use crate::common::{Campaign, IN_KHMER};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What the program prints for these arguments in a folder, and its exit code.
fn printed(folder: &Path, arguments: &[&str], language: &str) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_sala"))
        .args(arguments)
        .current_dir(folder)
        .env("SALA_LANGUAGE", language)
        .stdin(Stdio::null())
        .output()
        .expect("the program runs");
    let [stdout, stderr] = [output.stdout, output.stderr]
        .map(|bytes| String::from_utf8(bytes).expect("the output is UTF-8"));
    let code = output.status.code().expect("it ends by itself");
    format!("[exit code {code}]\n{stderr}{stdout}")
}

#[track_caller]
fn compare(name: &str, got: &str) {
    let path = repository().join(format!("tests/data/{name}.txt"));
    if std::env::var_os("SALA_ACCEPT").is_some() {
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("it is made");
        std::fs::write(path, got).expect("the output is written");
        return;
    }
    let accepted = std::fs::read_to_string(&path)
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    assert!(
        accepted == got,
        "{name}\n-- expected\n{accepted}\n-- got\n{got}"
    );
}

/// Compares what is printed in the folder, first in English, then in Khmer.
#[track_caller]
fn check(name: &str, folder: &Path, arguments: &[&str]) {
    let got = format!(
        "$ sala {}\n{}{IN_KHMER}{}",
        arguments.join(" "),
        printed(folder, arguments, "en"),
        printed(folder, arguments, "km")
    );
    compare(name, &got);
}

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn tables(name: &str) -> PathBuf {
    repository().join("tests/tables").join(name)
}

#[test]
fn a_table_is_accounted_for_cell_by_cell() {
    let folder = tables("codes-by-labels");
    check("check-all", &folder, &["data", "check"]);
    check(
        "check-json",
        &folder,
        &["data", "check", "--format", "json", "data/budget.csv"],
    );
    check(
        "check-not-offered",
        &tables("not-offered"),
        &["data", "check", "data/kept.toml"],
    );
    check(
        "check-nothing",
        Campaign::write(EMPTY).root().as_path(),
        &["data", "check"],
    );
}

const EMPTY: &str = "//- sala.toml\nbase_url = 'https://org.example/'\n";

#[test]
fn a_table_with_mistakes_is_told_and_has_no_account() {
    let folder = repository().join("tests/broken/data/codes-by-labels");
    check("check-broken", &folder, &["data", "check", "budget"]);
    // Mistakes of other tables are not those of this one.
    check(
        "check-beside-broken",
        &folder,
        &["data", "check", "data/lines.csv"],
    );
    check("show-broken", &folder, &["data", "show", "data/budget.csv"]);
    check("E920", &folder, &["data", "check", "data/budgets.csv"]);
}

#[test]
fn what_was_understood_of_a_table_is_shown_as_its_sheet_has_it() {
    check(
        "show-wide",
        &tables("codes-by-labels"),
        &["data", "show", "data/budget.csv"],
    );
    let example = repository();
    check(
        "show-long",
        &example,
        &["data", "show", "data/subnational-2025.csv"],
    );
    check("show-places", &example, &["data", "show", "provinces"]);
    check(
        "show-many",
        &example,
        &["data", "show", "data/communes.csv"],
    );
    check(
        "show-contacts",
        &example,
        &["data", "show", "data/contacts.csv"],
    );
    check(
        "show-categories",
        &example,
        &["data", "show", "data/categories-national.toml"],
    );
}

const NEW: &str = "//- sala.toml\nbase_url = 'https://org.example/'\n[languages.en]\n\
                   //- content/_index.md\n# ទំព័រដើម\n//- data/README.md\nTables.\n";

/// A campaign with one sheet of `tests/described` in its folder of tables.
fn with_sheet(sheet: &str) -> Campaign {
    let campaign = Campaign::write(NEW);
    let from = repository().join("tests/described").join(sheet);
    std::fs::copy(from, campaign.root().join("data").join(sheet)).expect("it is copied");
    campaign
}

/// The files of a campaign's folder of tables that hold text, with their texts.
fn texts(campaign: &Campaign, but: &str) -> String {
    let folder = campaign.root().join("data");
    let entries = std::fs::read_dir(folder).expect("the folder of tables");
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.sort();
    let mut texts = String::new();
    for path in paths {
        let name = path
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        if name != but && name != "README.md" {
            let text = std::fs::read_to_string(&path).expect("a text");
            texts += &format!("//- data/{name}\n{text}");
        }
    }
    texts
}

/// What is told and written when a sheet is described with these flags, and how it is read then.
fn described(sheet: &str, flags: &[&str]) {
    let campaign = with_sheet(sheet);
    let root = campaign.root();
    let file = format!("data/{sheet}");
    let before = std::fs::read(root.join(&file)).expect("the sheet");
    let arguments = [&["data", "describe", &file][..], flags].concat();
    let english = printed(&root, &arguments, "en");
    let files = texts(&campaign, sheet);
    let forced = [&arguments[..], &["--force"]].concat();
    let khmer = printed(&root, &forced, "km");
    assert_eq!(
        files,
        texts(&campaign, sheet),
        "{sheet}: the same in both languages"
    );
    assert_eq!(
        before,
        std::fs::read(root.join(&file)).expect("the sheet"),
        "{sheet} stays"
    );
    let shown = match files.is_empty() {
        true => String::new(),
        false => printed(&root, &["data", "show", &file], "en"),
    };
    let got = format!(
        "$ sala {}\n{english}{IN_KHMER}{khmer}--- files ---\n{files}--- shown ---\n{shown}",
        arguments.join(" ")
    );
    compare(&format!("described-{}", sheet.replace('.', "-")), &got);
}

#[test]
fn a_clerks_sheet_is_described_as_it_is_meant() {
    described("clerk.xlsx", &["--place", "KH"]);
    described("semicolon.csv", &["--place", "KH"]);
    described("indent.csv", &["--place", "KH"]);
    described("aligned.xlsx", &["--place", "KH"]);
    described(
        "sections.ods",
        &["--place", "KH", "--direction", "expenditure"],
    );
    described(
        "codes.xls",
        &["--place", "KH", "--direction", "expenditure"],
    );
    described("dashes.csv", &["--place", "KH"]);
    described(
        "parents.csv",
        &["--place", "KH", "--direction", "expenditure"],
    );
}

#[test]
fn tables_that_are_no_clerks_are_described_too() {
    described("long.csv", &["--direction", "expenditure"]);
    described("people.xlsx", &[]);
    described("wells.csv", &[]);
    described(
        "units.csv",
        &[
            "--place",
            "KH",
            "--phase",
            "actual",
            "--direction",
            "expenditure",
        ],
    );
    described(
        "months.csv",
        &[
            "--place",
            "KH",
            "--year",
            "2025",
            "--phase",
            "actual",
            "--direction",
            "expenditure",
        ],
    );
}

#[test]
fn what_a_sheet_does_not_say_is_asked_for_and_nothing_is_written() {
    for sheet in ["years.xlsx", "months.csv", "codes.xls"] {
        let campaign = with_sheet(sheet);
        let file = format!("data/{sheet}");
        let name = format!("E922-{}", sheet.replace('.', "-"));
        check(&name, &campaign.root(), &["data", "describe", &file]);
        assert_eq!(texts(&campaign, sheet), "");
    }
    // Two figures that no other makes plain, and columns of one year and phase.
    let campaign = Campaign::write(&format!(
        "{NEW}//- data/a.csv\nបរិយាយ,2025 approved\nក,1.250\nខ,3.400\n\
         //- data/b.csv\nថវិកា ២០២៥,,\nបរិយាយ,អនុម័ត ក,អនុម័ត ខ\nក,10,20\n\
         //- data/c.csv\nitem,phase,year,amount\nក,stated,2025,1\n\
         //- data/d.csv\nA line\n"
    ));
    let flags = ["--place", "KH", "--direction", "expenditure"];
    for name in ["a", "b", "c"] {
        let file = format!("data/{name}.csv");
        let arguments = [&["data", "describe", &file][..], &flags].concat();
        check(&format!("E922-{name}"), &campaign.root(), &arguments);
    }
    check(
        "E923",
        &campaign.root(),
        &["data", "describe", "data/d.csv"],
    );
}

#[test]
fn what_somebody_wrote_is_never_written_over_unasked() {
    let campaign = with_sheet("semicolon.csv");
    std::fs::write(campaign.root().join("data/semicolon.toml"), "mine").expect("it is written");
    let arguments = ["data", "describe", "data/semicolon.csv", "--place", "KH"];
    check("E921", &campaign.root(), &arguments);
    assert_eq!(
        texts(&campaign, "semicolon.csv"),
        "//- data/semicolon.toml\nmine"
    );
}

#[test]
fn a_clerks_sheet_is_on_a_page_in_one_round() {
    let campaign = with_sheet("clerk.xlsx");
    let root = campaign.root();
    let page = "# ថវិកា\n\n{{ budget_table(dataset=\"clerk\") }}\n";
    std::fs::write(root.join("content/budget.md"), page).expect("a page");
    let described = printed(
        &root,
        &["data", "describe", "data/clerk.xlsx", "--place", "KH"],
        "km",
    );
    assert!(described.starts_with("[exit code 0]\n"), "{described}");
    let built = printed(&root, &["build"], "km");
    assert!(built.starts_with("[exit code 0]\n"), "{built}");
    let html = std::fs::read_to_string(root.join("public/budget/index.html")).expect("a page");
    assert_eq!(
        rows(&html),
        [
            "សរុបរួម|៨ ០០០ ០០០|៦ ៨០០ ០០០|៩ ៣០០ ០០០",
            "ចំណាយចរន្ត|៣ ០០០ ០០០|២ ៨០០ ០០០|៣ ៣០០ ០០០",
            "ប្រាក់បៀវត្ស|២ ០០០ ០០០|១ ៩០០ ០០០|២ ១០០ ០០០",
            "សម្ភារៈការិយាល័យ|៧០០ ០០០|៦៥០ ០០០|៨០០ ០០០",
            "ផ្សេងៗ|៣០០ ០០០|២៥០ ០០០|៤០០ ០០០",
            "ចំណាយវិនិយោគ|៥ ០០០ ០០០|៤ ០០០ ០០០|៦ ០០០ ០០០",
            "ផ្លូវលំ|៣ ០០០ ០០០|២ ៥០០ ០០០|៣ ៥០០ ០០០",
            "អណ្តូងទឹក|១ ៥០០ ០០០|១ ២០០ ០០០|២ ០០០ ០០០",
            "ផ្សេងៗ|៥០០ ០០០|៣០០ ០០០|៥០០ ០០០",
        ]
    );
}

/// The texts of the cells of a page's one table, row by row.
fn rows(html: &str) -> Vec<String> {
    let (_, body) = html.split_once("<tbody>").expect("a table");
    let (body, _) = body.split_once("</table>").expect("its end");
    let text = |cell: &str| {
        let pieces = cell
            .split('<')
            .map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text));
        let text: String = pieces.collect();
        text.replace(['\u{200b}', '\u{2060}'], "")
            .replace('\u{a0}', " ")
    };
    let rows = body.split("<tr").skip(1);
    let cells = |row: &str| {
        let cells = row.replace("<th", "\n<th").replace("<td", "\n<td");
        let cells = cells.lines().skip(1).map(text).collect::<Vec<String>>();
        cells.join("|")
    };
    rows.map(cells).collect()
}

#[test]
fn a_template_is_an_empty_table_of_its_kind() {
    let campaign = Campaign::write(NEW);
    let root = campaign.root();
    let arguments = ["data", "template", "budget", "--output", "data/budget.xlsx"];
    assert!(printed(&root, &arguments, "en").starts_with("[exit code 0]\n"));
    check("template-check", &root, &["data", "check"]);
    check(
        "template-show",
        &root,
        &["data", "show", "data/budget.xlsx"],
    );
    check("template-again", &root, &arguments);
    let forced = [&arguments[..], &["--force"]].concat();
    check("template", &root, &forced);
    let toml = std::fs::read_to_string(root.join("data/budget.toml")).expect("its description");
    assert_eq!(
        toml,
        "title = \"budget\"\nkind = \"budget\"\nsheet = \"budget\"\n"
    );
    let kinds = ["data", "template", "table"];
    check("E924-table", &root, &kinds);
    check(
        "E924-csv",
        &root,
        &["data", "template", "contacts", "--output", "contacts.csv"],
    );
}

#[test]
fn the_commands_of_the_handbook_run_one_after_the_other() {
    for page in ["sheet.md", "sheet.en.md"] {
        let text = std::fs::read_to_string(repository().join("docs/content").join(page));
        let text = text.expect("the page of the handbook");
        let blocks: Vec<&str> = text.split("```").skip(1).step_by(2).collect();
        let campaign = Campaign::write(NEW);
        let root = campaign.root();
        let table = blocks[0].trim_start_matches('\n');
        std::fs::write(root.join("data/commune.csv"), table).expect("the table");
        std::fs::write(
            root.join("content/budget.md"),
            "# ថវិកា\n\n{{ budget_table(dataset=\"commune\") }}\n",
        )
        .expect("the page");
        let commands = blocks.iter().filter_map(|block| block.strip_prefix("sh\n"));
        let commands: Vec<&str> = commands.flat_map(str::lines).collect();
        assert_eq!(commands.len(), 6, "{page}: {commands:?}");
        for command in commands {
            let words: Vec<&str> = command.split_whitespace().skip(1).collect();
            let told = printed(&root, &words, "km");
            let is_silent = !told.contains("កំហុស[") && !told.contains("ការព្រមាន[");
            assert!(
                told.starts_with("[exit code 0]\n") && is_silent,
                "{page}: {command}\n{told}"
            );
        }
    }
}
