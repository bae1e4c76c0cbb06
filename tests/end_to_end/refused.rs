//! What the machine does not give, or no repository can hold: the whole messages, as they stand in
//! `tests/refused/<code>.txt`, first in English, then in Khmer. `SALA_ACCEPT=1` writes them anew.

use crate::common::{self, Campaign};
use sala::output::Stage;
use std::path::Path;
use std::process::{Command, Output};

const SMALL: &str = "//- sala.toml\nbase_url = 'https://org.example/'\ntitle = 'សាកល្បង'\n\
                     //- content/_index.md\n# ដើម\n";

/// Builds the campaign; nothing comes of it but the messages of this code, in which `…` stands for
/// the folder that holds it.
#[track_caller]
fn check(campaign: &Campaign, output: &Path, code: &str) {
    let (built, report) = common::build(&campaign.root(), output);
    assert!(built.is_none());
    let folder = campaign.root();
    let folder = folder.parent().expect("a campaign stands in a folder");
    common::compare_with_accepted(code, &without(folder, &common::messages(&report)));
}

/// The messages without what is different in every run.
fn without(folder: &Path, messages: &str) -> String {
    let messages = messages.replace(&folder.display().to_string(), "…");
    messages.replace("…\\", "…/")
}

#[cfg(unix)]
#[test]
fn a_symbolic_link_is_no_file_of_a_campaign() {
    let campaign = Campaign::write(SMALL);
    let link = campaign.root().join("content/passwords.txt");
    let make_link = || std::os::unix::fs::symlink("/etc/passwd", &link).expect("a link is made");
    make_link();
    check(&campaign, &campaign.site(), "E102");
    // Nor where all else is as it was when the site was built that stands there.
    std::fs::remove_file(&link).expect("the link is removed");
    campaign.build();
    make_link();
    check(&campaign, &campaign.site(), "E102");
}

#[cfg(unix)]
#[test]
fn a_name_that_no_address_can_carry_is_refused() {
    let campaign = Campaign::write(SMALL);
    // The second kind are names that Windows cannot hold.
    for name in [
        "a?.txt",
        "b\u{7}.txt",
        "dot./x.txt",
        "con.txt",
        "d/Aux",
        "lpt1.d/x.txt",
        "space ",
        "star*.md",
    ] {
        let path = campaign.root().join("content").join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("it is made");
        std::fs::write(path, "x").expect("the file is written");
    }
    check(&campaign, &campaign.site(), "E103");
}

// Other systems hold no two such names.
#[cfg(target_os = "linux")]
#[test]
fn names_that_are_one_on_other_computers_are_refused() {
    let campaign = Campaign::write(SMALL);
    for name in [
        "content/ka\u{301}.txt",
        "content/k\u{e1}.txt",
        "content/K\u{c1}.txt",
        "content/News/a.txt",
        "content/news/b.txt",
        "static/stra\u{df}e.txt",
        "static/strasse.txt",
        "static/same.txt",
        "content/same.txt",
        "data/\u{e9}.txt",
        "data/e.txt",
    ] {
        let path = campaign.root().join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("it is made");
        std::fs::write(path, "x").expect("the file is written");
    }
    check(&campaign, &campaign.site(), "E107");
}

#[cfg(unix)]
#[test]
fn what_is_no_file_and_no_folder_is_refused_at_once() {
    let campaign = Campaign::write(SMALL);
    std::fs::remove_file(campaign.root().join("sala.toml")).expect("it goes");
    let pipe = |path: &str| {
        let path = campaign.root().join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("it is made");
        let made = Command::new("mkfifo").arg(path).status();
        assert!(made.expect("it runs").success());
    };
    for path in [
        "sala.toml",
        "content/page.md",
        "content/photo.jpg",
        "content/bundle/index.md",
        "data/budget.csv",
        "data/budget.toml",
        "data/words.txt",
        "static/film.mp4",
        "templates/page.html",
        "themes/mine/theme.toml",
        "themes/mine/leaflet/a4.typ",
    ] {
        pipe(path);
    }
    let socket = campaign.root().join("content/socket.md");
    let _socket = std::os::unix::net::UnixListener::bind(socket).expect("a socket");
    check(&campaign, &campaign.site(), "E116");
}

#[test]
fn a_folder_for_a_file_and_a_file_for_a_folder_are_refused() {
    let campaign = Campaign::write(SMALL);
    std::fs::remove_file(campaign.root().join("sala.toml")).expect("it goes");
    std::fs::create_dir(campaign.root().join("sala.toml")).expect("a folder");
    for part in ["data", "static", "templates", "themes"] {
        std::fs::write(campaign.root().join(part), "text").expect("a file");
    }
    check(&campaign, &campaign.site(), "E117");
}

// Elsewhere holes take room on the disk.
#[cfg(target_os = "linux")]
#[test]
fn a_text_of_gigabytes_is_refused_unread() {
    let large = |campaign: &Campaign, path: &str| {
        let path = campaign.root().join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("it is made");
        let file = std::fs::File::create(path).expect("a file");
        file.set_len(8 << 30).expect("it has holes");
    };
    let campaign = Campaign::write(SMALL);
    for path in [
        "content/page.md",
        "content/news/_index.md",
        "data/budget.csv",
        "data/other.toml",
        "data/other.csv",
        "data/book.xlsx",
    ] {
        large(&campaign, path);
    }
    check(&campaign, &campaign.site(), "E118");
    for path in ["sala.toml", "templates/page.html"] {
        let campaign = Campaign::write(SMALL);
        large(&campaign, path);
        let (_, report) = common::build(&campaign.root(), &campaign.site());
        let ids: Vec<&str> = report.sorted().iter().map(|found| found.code.id).collect();
        assert_eq!(ids, ["E118"], "{path}");
    }
}

#[test]
fn a_page_that_is_or_shows_many_megabytes_is_refused() {
    let written = Campaign::write(SMALL);
    let text = format!("# ទំព័រ\n\n{}", "ទឹក ".repeat(1_000_000));
    std::fs::write(written.root().join("content/large.md"), text).expect("a page");
    let lines = |one: fn(usize) -> String| (0..400).map(one).collect::<String>();
    let shown = Campaign::write(&format!(
        "{SMALL}//- content/large.md\n# ទំព័រ\n\n{}\n\
         //- data/categories.csv\ncode,parent,kind,label_km\nT,,total,សរុប\n{}\n\
         //- data/budget.csv\nplace,year,phase,direction,code,amount,source\n{}\n\
         //- data/budget.toml\ntitle = 'ថវិកា'\nkind = 'budget'\ncategories = 'categories'\n\
         [[source]]\nid = 's'\ntitle = 'ប្រភព'\n",
        "{{ budget_table(dataset=\"budget\") }}\n\n".repeat(400),
        lines(|line| format!("L{line},T,line,ផ្លូវ\n")),
        lines(|line| format!("KH,2026,planned,expenditure,L{line},1,s\n")),
    ));
    let messages = [written, shown].map(|campaign| {
        let (built, report) = common::build(&campaign.root(), &campaign.site());
        assert!(built.is_none());
        common::messages(&report)
    });
    common::compare_with_accepted("E214", &messages.concat());
}

#[test]
fn a_table_of_many_megabytes_is_refused() {
    let campaign = Campaign::write(SMALL);
    let data = campaign.root().join("data");
    std::fs::create_dir(&data).expect("a folder");
    let toml = "kind = 'table'\ntitle = 'តារាង'\n";
    for (name, bytes) in [("large.csv", 64 << 20), ("larger.xlsx", (64 << 20) + 1)] {
        std::fs::write(data.join(name).with_extension("toml"), toml).expect("a declaration");
        std::fs::write(data.join(name), "x".repeat(bytes)).expect("a table");
    }
    // The smaller one is opened, and is one cell.
    check(&campaign, &campaign.site(), "E617");
}

#[test]
fn a_campaign_that_is_not_there_is_named() {
    let campaign = Campaign::write("");
    check(&campaign, &campaign.site(), "E901");
}

// Other systems give another reason.
#[cfg(unix)]
#[test]
fn an_output_below_a_file_is_refused() {
    let campaign = Campaign::write(SMALL);
    std::fs::write(campaign.site(), "text").expect("a file");
    check(&campaign, &campaign.site().join("below"), "E902");
}

#[test]
fn a_second_build_of_one_output_is_refused() {
    let campaign = Campaign::write(SMALL);
    let first = Stage::open(&campaign.site()).expect("nobody writes there");
    check(&campaign, &campaign.site(), "E904");
    drop(first);
    campaign.build();
}

#[test]
fn a_folder_of_somebody_else_is_refused() {
    let campaign = Campaign::write(SMALL);
    std::fs::create_dir(campaign.site()).expect("a folder");
    std::fs::write(campaign.site().join("thesis.odt"), "years").expect("a file");
    check(&campaign, &campaign.site(), "E905");
}

#[test]
fn a_list_that_something_else_changed_is_refused() {
    let campaign = Campaign::write(SMALL);
    campaign.build();
    let list = campaign.site().join(sala::output::MANIFEST);
    let text = std::fs::read_to_string(&list).expect("the list");
    std::fs::write(list, text + "thesis.odt\n").expect("it is changed");
    check(&campaign, &campaign.site(), "E911");
}

/// A folder in the place of a page cannot be removed as a page is.
#[test]
fn what_could_not_be_removed_beside_the_site_is_told() {
    let page = "//- content/page.md\n# ទំព័រ\n\nមួយ\n";
    let campaign = Campaign::write(&format!("{SMALL}{page}"));
    campaign.build();
    let published = campaign.site().join("page/index.html");
    std::fs::remove_file(&published).expect("it goes");
    std::fs::create_dir(&published).expect("a folder");
    std::fs::write(campaign.root().join("content/page.md"), "# ទំព័រ\n\nពីរ\n").expect("a page");
    let (built, report) = common::build(&campaign.root(), &campaign.site());
    assert!(built.is_some());
    let folder = campaign.root();
    let folder = folder.parent().expect("a campaign stands in a folder");
    let messages = without(folder, &common::messages(&report));
    // Other systems give another reason.
    if cfg!(target_os = "linux") {
        common::compare_with_accepted("W117", &messages);
    }
    campaign.build();
    assert!(!folder.join(".site.sala-stage/page/index.html").is_dir());
}

#[test]
fn a_file_is_no_output() {
    let campaign = Campaign::write(SMALL);
    std::fs::write(campaign.site(), "text").expect("a file");
    check(&campaign, &campaign.site(), "E906");
}

#[test]
fn no_part_of_a_campaign_is_its_output_nor_is_its_folder() {
    let campaign = Campaign::write(SMALL);
    let root = campaign.root();
    let before = common::tree(&root);
    for output in [
        "sala.toml",
        "content",
        "data",
        "static/site",
        "themes",
        ".sala",
        ".",
        "content/..",
        "/",
    ] {
        let (built, report) = common::build(&root, &root.join(output));
        assert!(built.is_none(), "{output}");
        let ids: Vec<&str> = report.sorted().iter().map(|found| found.code.id).collect();
        assert!(ids == ["E905"] || ids == ["E906"], "{output}: {ids:?}");
        let mut after = common::tree(&root);
        after.retain(|path, _| path != ".campaign.sala-lock" && !path.ends_with(".sala-lock"));
        assert!(after == before, "{output}");
    }
}

/// What the program says on its error channel, in English and in Khmer.
fn said(run: impl Fn(&mut Command) -> Output) -> String {
    let in_language = |language| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sala"));
        let output = run(command.args(["--language", language]));
        assert_eq!(output.status.code(), Some(4));
        String::from_utf8(output.stderr).expect("messages are UTF-8")
    };
    in_language("en") + common::IN_KHMER + &in_language("km")
}

#[test]
fn a_new_campaign_wants_an_empty_folder() {
    let campaign = Campaign::write(SMALL);
    let messages = said(|sala| {
        sala.arg("new")
            .arg(campaign.root())
            .output()
            .expect("it runs")
    });
    common::compare_with_accepted("E907", &without(&campaign.root(), &messages));
}

#[cfg(target_os = "linux")]
#[test]
fn standard_input_that_cannot_be_read_is_named() {
    let messages = said(|sala| {
        let folder = std::fs::File::open("/").expect("the root");
        let sala = sala.args(["khmer", "normalise"]).stdin(folder);
        sala.output().expect("it runs")
    });
    common::compare_with_accepted("E908", &messages);
}

#[cfg(target_os = "linux")]
#[test]
fn standard_output_that_cannot_be_written_is_named() {
    use std::process::Stdio;
    let input = tempfile::NamedTempFile::new().expect("a temporary file");
    std::fs::write(input.path(), "ទឹក\n").expect("a line");
    let messages = said(|sala| {
        let full = std::fs::File::create("/dev/full").expect("a full disk");
        let lines = std::fs::File::open(input.path()).expect("the line");
        let sala = sala.args(["khmer", "normalise"]).stdin(lines).stdout(full);
        let child = sala.stderr(Stdio::piped()).spawn().expect("it runs");
        child.wait_with_output().expect("it ends")
    });
    common::compare_with_accepted("E909", &messages);
}

#[test]
fn a_port_that_is_taken_is_named() {
    let campaign = Campaign::write(SMALL);
    let other = std::net::TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
    let port = other.local_addr().expect("its address").port().to_string();
    let messages = said(|sala| {
        let sala = sala.args(["serve", "--port", &port, "--root"]);
        sala.arg(campaign.root()).output().expect("it runs")
    });
    common::compare_with_accepted("E910", &messages.replace(&port, "…"));
}

/// The program under another clock, by Debian's `faketime`.
#[cfg(target_os = "linux")]
#[test]
fn a_clock_that_cannot_be_right_takes_nothing_off_the_site() {
    let campaign = Campaign::write(SMALL);
    let output = campaign.site();
    let at = |day: &str| {
        said(|sala| {
            let mut other = Command::new("faketime");
            other.arg(day).arg(sala.get_program()).args(sala.get_args());
            other.args(["build", "--root"]).arg(campaign.root());
            other.arg("--output").arg(&output);
            other.output().expect("Debian's package faketime")
        })
    };
    let messages = at("2005-01-01") + "\n" + &at("2042-01-01");
    common::compare_with_accepted("E915", &messages);
    assert!(!output.exists());
}

#[test]
fn what_is_still_to_be_replaced_goes_to_no_host_of_others() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let root = folder.path().join("campaign");
    let output = Command::new(env!("CARGO_BIN_EXE_sala"))
        .arg("new")
        .arg(&root)
        .output();
    assert!(output.expect("it runs").status.success());
    let build = |address: &str, language: &str| {
        let mut sala = Command::new(env!("CARGO_BIN_EXE_sala"));
        let sala = sala.args([
            "--language",
            language,
            "build",
            "--base-url",
            address,
            "--root",
        ]);
        let output = sala.arg(&root).output().expect("it runs");
        let messages = String::from_utf8(output.stderr).expect("messages are UTF-8");
        (output.status.code(), messages)
    };
    let (code, english) = build("https://water.org.kh/", "en");
    assert_eq!(code, Some(3));
    let (_, khmer) = build("https://water.org.kh/", "km");
    common::compare_with_accepted("E119", &(english + common::IN_KHMER + &khmer));
    assert!(!root.join("public").exists());
    let (code, warned) = build("http://localhost:8000/", "en");
    assert_eq!(code, Some(0));
    assert!(
        warned.starts_with("warning[W119] sala.toml: still to be replaced:"),
        "{warned}"
    );
    assert!(root.join("public").exists());
}
