//! The program as its users meet it: exit codes, words, both languages, and what a pipe does.

use crate::common::{Campaign, tree};
use std::path::Path;
use std::process::{Command, Output, Stdio};

const SMALL: &str = "//- sala.toml\nbase_url = 'https://org.example/'\ntitle = 'សាកល្បង'\n\
                     //- content/_index.md\n+++\ntitle = 'ដើម'\n+++\nសួស្តី\n";

fn sala(arguments: &[&str]) -> Output {
    sala_in(Path::new("."), arguments)
}

fn sala_in(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_sala"))
        .args(arguments)
        .current_dir(folder)
        .env_remove("SALA_LANGUAGE")
        .env("LC_ALL", "C.UTF-8")
        .output()
        .expect("the program runs")
}

fn stdout(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn a_good_campaign_ends_with_one_line_and_0() {
    let campaign = Campaign::write(SMALL);
    let output = sala_in(&campaign.root(), &["build"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let line = stdout(&output);
    assert_eq!(line.lines().count(), 1, "{line}");
    assert!(line.starts_with("3 pages, 0 leaflets, "), "{line}");
    assert!(stderr(&output).is_empty(), "no progress in a pipe");
    assert!(campaign.root().join("public/index.html").exists());
}

#[test]
fn each_kind_of_problem_has_its_exit_code() {
    let broken = |more: &str| {
        let campaign = Campaign::write(&format!("{SMALL}{more}"));
        let output = sala_in(&campaign.root(), &["build"]);
        assert!(!campaign.root().join("public").exists());
        output.status.code()
    };
    assert_eq!(broken("//- content/a.md\n# ក\n\n[x](@/no.md)\n"), Some(1));
    assert_eq!(broken("//- sala.toml\ntitle = true\n"), Some(3));
    assert_eq!(broken("//- templates/page.html\n{{ oops\n"), Some(3));
    // What a theme says of itself is settings too.
    let themed = "//- sala.toml\nbase_url = 'https://org.example/'\ntheme = 'own'\n";
    for file in [
        "theme.toml\nname = true\n",
        "strings/km.toml\nhome = true\n",
    ] {
        assert_eq!(
            broken(&format!("{themed}//- themes/own/{file}")),
            Some(3),
            "{file}"
        );
    }
    assert_eq!(sala(&["biuld"]).status.code(), Some(2));
    assert_eq!(
        sala(&["build", "--today", "tomorrow"]).status.code(),
        Some(2)
    );
    let campaign = Campaign::write(SMALL);
    std::fs::write(campaign.root().join("file"), "x").expect("a file");
    let output = sala_in(&campaign.root(), &["build", "--output", "file/site"]);
    assert_eq!(output.status.code(), Some(4), "{}", stderr(&output));
}

#[test]
fn messages_come_in_khmer_too() {
    let campaign = Campaign::write(&format!("{SMALL}//- content/a.md\nអត្ថបទ\n"));
    let output = sala_in(&campaign.root(), &["build", "--language", "km"]);
    assert_eq!(
        stderr(&output),
        "កំហុស[E202] content/a.md: ទំព័រនេះគ្មានចំណងជើងទេ\n  ដំណោះស្រាយ: សូមចាប់ផ្ដើមអត្ថបទដោយ `# ចំណងជើង` ឬសរសេរ `title = \"…\"` នៅចន្លោះបន្ទាត់ `+++` ពីរខាងលើបំផុត\n\n`sala explain E202` ប្រាប់លម្អិតបន្ថែម\n"
    );
    assert_eq!(
        stdout(&output),
        "មិនបានបង្កើតអ្វីទេ៖ កំហុស ១ កន្លែង គេហទំព័រចាស់នៅដដែល\n"
    );
}

#[test]
fn json_tells_a_program_everything() {
    let campaign = Campaign::write(&format!("{SMALL}//- content/a.md\n# ក\n\n[x](@/no.md)\n"));
    let output = sala_in(&campaign.root(), &["build", "--format", "json"]);
    let value: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(value["errors"], 1);
    assert_eq!(value["diagnostics"][0]["code"], "E309");
    assert_eq!(value["diagnostics"][0]["place"]["line"], 3);
    assert!(value.get("built").is_none());
}

#[test]
fn a_report_ends_by_saying_how_to_learn_more_of_its_first_error() {
    let campaign = Campaign::write(&format!(
        "{SMALL}//- content/a.md\n# ក\n\n[x](@/none/such.md)\n"
    ));
    for (language, expected) in [
        (
            "en",
            "error[E309] content/a.md:3:1: the link `@/none/such.md` leads to no page\n\
             3 | [x](@/none/such.md)\n  | ^^^^^^^^^^^^^^^^^^^\n  \
             help: did you mean `@/_index.md`? write the path of a file below `content/`, such as \
             `@/learn/council.md`\n\n\
             `sala explain E309` says more\n",
        ),
        (
            "km",
            "កំហុស[E309] content/a.md:3:1: តំណ `@/none/such.md` មិននាំទៅទំព័រណាទេ\n\
             3 | [x](@/none/such.md)\n  | ^^^^^^^^^^^^^^^^^^^\n  \
             ដំណោះស្រាយ: តើអ្នកចង់សរសេរ `@/_index.md` មែនទេ? សូមសរសេរផ្លូវឯកសារក្នុង `content/` ដូចជា \
             `@/learn/council.md`\n\n\
             `sala explain E309` ប្រាប់លម្អិតបន្ថែម\n",
        ),
    ] {
        let output = sala_in(&campaign.root(), &["build", "--language", language]);
        assert_eq!(stderr(&output), expected, "{}", stderr(&output));
    }
}

#[test]
fn a_code_is_explained_in_the_language_of_messages() {
    for (arguments, expected) in [
        (
            &["explain", "e309"][..],
            "error[E309]\n\nthe link `…` leads to no page\n  \
             help: write the path of a file below `content/`, such as `@/learn/council.md`\n  \
             instead of: [ទឹកស្អាត](@/learn/wather.md)\n  \
             write: [ទឹកស្អាត](@/learn/water.md)\n\n\
             A reader on a slow connection pays for every page that is not there.\n",
        ),
        (
            &["explain", "E309", "--language", "km"],
            "កំហុស[E309]\n\nតំណ `…` មិននាំទៅទំព័រណាទេ\n  \
             ដំណោះស្រាយ: សូមសរសេរផ្លូវឯកសារក្នុង `content/` ដូចជា `@/learn/council.md`\n  \
             ជំនួសឱ្យ: [ទឹកស្អាត](@/learn/wather.md)\n  \
             សរសេរ: [ទឹកស្អាត](@/learn/water.md)\n\n\
             អ្នកអានដែលមានអ៊ីនធឺណិតយឺត ចំណាយប្រាក់លើទំព័រដែលគ្មាន។\n",
        ),
    ] {
        let output = sala(arguments);
        assert_eq!(output.status.code(), Some(0));
        assert_eq!(stdout(&output), expected, "{}", stdout(&output));
        assert_eq!(stderr(&output), "");
    }
}

#[test]
fn a_code_that_there_is_not_is_wrong_usage() {
    for (arguments, expected) in [
        (
            &["explain", "E3O9"][..],
            "error: no code is called `E3O9`\n  \
             help: did you mean `E309`? `sala explain` alone lists every code\n",
        ),
        (
            &["explain", "link", "--language", "km"],
            "កំហុស: គ្មានលេខសម្គាល់ `LINK` ទេ\n  \
             ដំណោះស្រាយ: `sala explain` តែឯង រាយលេខសម្គាល់ទាំងអស់\n",
        ),
    ] {
        let output = sala(arguments);
        assert_eq!(output.status.code(), Some(2));
        assert_eq!(stderr(&output), expected, "{}", stderr(&output));
        assert_eq!(stdout(&output), "");
    }
}

#[test]
fn every_code_stands_in_the_list_of_codes() {
    for language in ["en", "km"] {
        let output = sala(&["explain", "--language", language]);
        assert_eq!(output.status.code(), Some(0));
        let text = stdout(&output);
        let listed: Vec<&str> = text
            .lines()
            .filter_map(|line| Some(line.split_once("  ")?.0))
            .collect();
        let codes: Vec<&str> = sala::diagnostic::codes::all().map(|code| code.id).collect();
        assert_eq!(listed, codes);
        assert!(!text.contains(['{', '}']), "{text}");
    }
}

#[test]
fn four_thousand_broken_links_are_counted_and_twenty_of_them_told() {
    let mut text = format!("{SMALL}//- content/a.md\n# ក\n\n");
    for number in 0..4000 {
        text += &format!("[x](@/no/{number:04}.md)\n");
    }
    let campaign = Campaign::write(&text);
    let output = sala_in(&campaign.root(), &["build"]);
    let told = stderr(&output);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(told.matches("leads to no page").count(), 20);
    assert!(
        told.ends_with(
            "and 3,980 more like this in content/a.md\n\n`sala explain E309` says more\n"
        ),
        "{told}"
    );
    assert_eq!(
        stdout(&output),
        "nothing was built: 4000 errors, the old site is untouched\n"
    );
    let output = sala_in(&campaign.root(), &["build", "--format", "json"]);
    let value: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(value["errors"], 4000);
    assert_eq!(value["diagnostics"].as_array().map(Vec::len), Some(20));
    assert_eq!(
        value["more"].to_string(),
        r#"[{"code":"E309","severity":"error","path":"content/a.md","count":3980}]"#
    );
    assert_eq!(value["not_shown"].to_string(), r#"{"errors":0,"files":0}"#);
}

#[test]
fn a_check_says_what_a_build_would_and_writes_nothing() {
    let page = "//- content/a.md\n# ក\n\nអណ្តូងត្រពាំង្\n";
    let template = "//- templates/404.html\n{{ nothing.here.at.all }}\n";
    let check = |more: &str, language: &str| {
        let campaign = Campaign::write(&format!("{SMALL}{more}"));
        let before = crate::common::tree(&campaign.root());
        let output = sala_in(&campaign.root(), &["check", "--language", language]);
        assert_eq!(before, crate::common::tree(&campaign.root()));
        let built = sala_in(&campaign.root(), &["build", "--language", language]);
        assert_eq!(stderr(&output), stderr(&built));
        assert_eq!(output.status.code(), built.status.code());
        stdout(&output)
    };
    assert_eq!(check("", "en"), "no problems in 3 pages\n");
    assert_eq!(check("", "km"), "គ្មានបញ្ហា ក្នុង ៣ ទំព័រ\n");
    assert_eq!(check(page, "en"), "1 warning in 4 pages\n");
    let broken = format!("{page}//- content/b.md\nx\n//- content/c.md\nx\n");
    assert_eq!(check(&broken, "en"), "2 errors, 1 warning\n");
    assert_eq!(check(&broken, "km"), "កំហុស ២ កន្លែង ការព្រមាន ១ កន្លែង\n");
    assert_eq!(check(template, "en"), "1 error in 3 pages\n");
}

#[test]
fn a_check_tells_a_program_everything() {
    let draft = "//- content/a.md\n+++\ntitle = 'ក'\ndraft = true\n+++\n";
    let campaign = Campaign::write(&format!("{SMALL}{draft}"));
    let output = sala_in(&campaign.root(), &["check", "--format", "json"]);
    let value: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let expected = serde_json::json!({
        "errors": 0, "warnings": 0, "accepted": 0, "diagnostics": [], "more": [],
        "elsewhere": [], "not_shown": {"errors": 0, "files": 0},
        "checked": {"pages": 3, "left_out": 1, "left_behind": 0}
    });
    assert_eq!(value, expected);
    let arguments = ["check", "--format", "json", "--drafts"];
    let output = sala_in(&campaign.root(), &arguments);
    let value: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(value["checked"]["pages"], 4);
}

#[test]
fn what_a_table_accepts_is_counted_and_shown_to_who_asks() {
    let case = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/broken/data/known-defects");
    let read = |path: &str| std::fs::read_to_string(case.join(path)).expect("a file of the case");
    let files = [
        "sala.toml",
        "content/_index.md",
        "data/budget.csv",
        "data/budget.toml",
        "data/categories.csv",
        "data/categories.toml",
    ];
    let fixture: String = files
        .map(|path| format!("//- {path}\n{}\n", read(path)))
        .concat();
    let campaign = Campaign::write(&fixture);
    let root = campaign.root();
    let check = |arguments: &[&str]| {
        let output = sala_in(&root, &[&["check"], arguments].concat());
        assert_eq!(output.status.code(), Some(0));
        (stdout(&output), stderr(&output))
    };
    let (english, khmer) = (
        "no problems in 7 pages; accepted in tables (`tolerate`): 4\n",
        "គ្មានបញ្ហា ក្នុង ៧ ទំព័រ។ ចំណុចខ្វះខាតដែលបានទទួលស្គាល់ក្នុងតារាង (`tolerate`)៖ ៤\n",
    );
    assert_eq!(check(&[]), (english.to_owned(), String::new()));
    assert_eq!(
        check(&["--language", "km"]),
        (khmer.to_owned(), String::new())
    );
    let (line, told) = check(&["--accepted"]);
    assert_eq!(line, english);
    let messages = read("expected.txt");
    let (messages, _) = messages
        .split_once(crate::common::IN_KHMER)
        .expect("both languages");
    assert_eq!(told, format!("{messages}`sala explain E08` says more\n"));

    let output = sala_in(&root, &["build"]);
    assert_eq!(stderr(&output), "");
    let line = stdout(&output);
    assert!(
        line.ends_with(" s; accepted in tables (`tolerate`): 4\n"),
        "{line}"
    );
}

#[test]
fn a_new_campaign_builds_as_it_is() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let root = folder.path().join("my-campaign");
    let path = root.to_str().expect("UTF-8");
    let output = sala(&["new", path]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let output = sala(&["build", "--root", path]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    // Nothing is to be told but the next step.
    let next = "warning[W119] sala.toml: still to be replaced: `https://example.org/`, `The name of your \
                organisation`, `This is an example: all figures are invented` and `data/budget.csv`\n  \
                help: before you publish, write your own address and organisation in `sala.toml`, and \
                your own figures in the table; a site that stays an example may have an address that \
                ends in `.example`\n\n`sala explain W119` says more\n";
    assert_eq!(stderr(&output), next);
    assert!(root.join("public/budget/budget-a4.pdf").exists());
    assert!(root.join("public/en/budget/budget-a4-print.pdf").exists());
    let again = sala(&["new", path]);
    assert_eq!(again.status.code(), Some(4));
    let told = format!(
        "error[E907] {path}: `{path}` is not empty\n  help: choose a new folder, or an empty one\n\n"
    );
    assert_eq!(stderr(&again), told);
}

#[test]
fn another_address_and_another_day_are_taken_from_the_command_line() {
    let campaign = Campaign::write(&format!(
        "{SMALL}//- content/later.md\n+++\ntitle = 'ក'\ndate = 2030-01-01\n+++\n"
    ));
    let build = |arguments: &[&str]| {
        let mut all = vec!["build"];
        all.extend(arguments);
        let output = sala_in(&campaign.root(), &all);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        stdout(&output)
    };
    assert!(build(&["--today", "2029-12-31"]).contains("left out"));
    assert!(
        !build(&["--today", "2030-01-01", "--base-url", "https://a.example/b"])
            .contains("left out")
    );
    let sitemap = std::fs::read_to_string(campaign.root().join("public/sitemap.xml"));
    assert!(
        sitemap
            .expect("a sitemap")
            .contains("<loc>https://a.example/b/later/</loc>")
    );
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let campaign = Campaign::write(SMALL);
    let mut child = Command::new(env!("CARGO_BIN_EXE_sala"))
        .args(["build", "--format", "json"])
        .current_dir(campaign.root())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    drop(child.stdout.take());
    drop(child.stderr.take());
    assert_eq!(child.wait().expect("it ends").code(), Some(0));
}

#[test]
fn every_help_has_examples() {
    for arguments in [
        &["--help"][..],
        &["build", "--help"],
        &["explain", "--help"],
        &["check", "--help"],
        &["new", "--help"],
        &["serve", "--help"],
    ] {
        let text = stdout(&sala(arguments));
        assert!(text.contains("Example"), "{arguments:?}: {text}");
    }
    assert!(stdout(&sala(&["--version"])).starts_with("sala 0."));
}

#[test]
fn the_built_in_theme_is_copied_whole_and_gives_the_same_site() {
    let campaign = Campaign::write(SMALL);
    let copied = sala_in(&campaign.root(), &["theme", "themes/own"]);
    assert_eq!(copied.status.code(), Some(0), "{}", stderr(&copied));
    let built_in = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default");
    assert_eq!(tree(&campaign.root().join("themes/own")), tree(&built_in));
    let again = sala_in(&campaign.root(), &["theme", "themes/own"]);
    assert_eq!(again.status.code(), Some(4));
    let build = || {
        let built = sala_in(&campaign.root(), &["build"]);
        assert_eq!(built.status.code(), Some(0), "{}", stderr(&built));
        tree(&campaign.root().join("public"))
    };
    let before = build();
    let settings = campaign.root().join("sala.toml");
    let text = std::fs::read_to_string(&settings).expect("the settings");
    std::fs::write(&settings, format!("theme = 'own'\n{text}")).expect("they are written");
    assert_eq!(build(), before);
}
