//! One file of a small campaign → the campaign with that file in it, loaded, every output made, and
//! what came of it looked through.

use crate::campaign::{Campaign, LastBuild, Request};
use crate::diagnostic::{Kind, MessageLanguage, Report, Style, to_html, to_json, to_terminal};
use crate::files::Files;
use crate::khmer::Segmenter;
use crate::site::plan::Output;
use std::borrow::Cow;
use std::io::{Cursor, Write};
use std::path::PathBuf;
use std::sync::LazyLock;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// The campaign that stands around what is fuzzed.
static AROUND: LazyLock<Files> = LazyLock::new(|| Files::from_fixture(FIXTURE));
const FIXTURE: &str = include_str!("around.txt");

/// The same with room for a workbook of wells.
static WITHOUT_WELLS: LazyLock<Files> =
    LazyLock::new(|| Files::from_fixture(&FIXTURE.replace("//- data/wells.csv", "//- notes.csv")));

/// How many bytes of messages, and of all pages together, may come of a file, besides what comes of the
/// campaign around it: so many a byte …
const MOST_OF_A_BYTE: usize = 400;
/// … and so many in all.
const MOST_BESIDES: usize = 4 << 20;

pub(super) fn segmenter() -> &'static Segmenter {
    static SEGMENTER: LazyLock<Segmenter> = LazyLock::new(|| Segmenter::new(&[]));
    &SEGMENTER
}

pub(super) fn front_matter(bytes: &[u8]) {
    let page = [b"+++\n".as_slice(), bytes, b"\n+++\n# Water\n\nText.\n"].concat();
    try_with("content/learn/water.md", page);
}

pub(super) fn markdown(bytes: &[u8]) {
    try_with("content/learn/water.md", bytes.to_vec());
}

/// Each line is where a link leads, a picture stands, and a source and a menu point to.
pub(super) fn links(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let mut page = String::from("# Water\n\n");
    for line in text.lines().take(16) {
        page += &format!("[a](<{line}>) ![b](<{line}>) <{line}> <a href=\"{line}\">c</a>\n\n");
    }
    try_with("content/learn/water.md", page.into_bytes());
    let line = text.lines().next().unwrap_or_default();
    let quoted = toml::Value::from(line).to_string();
    let front = format!("+++\naliases = [{quoted}]\n[extra]\nurl = {quoted}\n+++\n# Water\n");
    try_with("content/learn/water.md", front.into_bytes());
    let toml =
        format!("kind = 'table'\ntitle = 'T'\n[[source]]\nid = 's'\ntitle = 'S'\nurl = {quoted}\n");
    try_with("data/wells.toml", toml.into_bytes());
}

pub(super) fn csv(bytes: &[u8]) {
    // The first byte picks the table, so that each kind of table is read.
    let (kind, bytes) = bytes.split_first().unwrap_or((&0, &[]));
    let path = match kind % 4 {
        0 => "data/wells.csv",
        1 => "data/budget.csv",
        2 => "data/places.csv",
        _ => "data/contacts.csv",
    };
    try_with(path, bytes.to_vec());
}

pub(super) fn xlsx(bytes: &[u8]) {
    workbook("xlsx", &zipped(bytes));
}

pub(super) fn ods(bytes: &[u8]) {
    workbook("ods", &zipped(bytes));
}

/// Parts that are written one after the other, each after a line with its name, as a zip archive whose
/// checksums are right, so that a change of a part reaches whoever reads it. A whole archive as it is.
fn zipped(bytes: &[u8]) -> Cow<'_, [u8]> {
    if bytes.starts_with(b"PK") {
        return Cow::Borrowed(bytes);
    }
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        // A part of a name that is taken goes into the one before.
        let begins = line.strip_prefix(b"//- ").is_some_and(|name| {
            let name = String::from_utf8_lossy(name);
            archive.start_file(name.trim(), options).is_ok()
        });
        if !begins {
            let _ = archive.write_all(line);
        }
    }
    match archive.finish() {
        Ok(archive) => Cow::Owned(archive.into_inner()),
        Err(_) => Cow::Borrowed(bytes),
    }
}

pub(super) fn xls(bytes: &[u8]) {
    workbook("xls", bytes);
}

fn workbook(ending: &str, bytes: &[u8]) {
    let path = format!("data/wells.{ending}");
    let files = Files::in_memory([(path, bytes)]);
    try_files(WITHOUT_WELLS.clone().overlaid(files), bytes.len());
}

/// A table of wells as one text of JSON, or as a line for each row.
pub(super) fn json(bytes: &[u8]) {
    let (kind, bytes) = bytes.split_first().unwrap_or((&0, &[]));
    let path = match kind % 2 {
        0 => "data/wells.json",
        _ => "data/wells.jsonl",
    };
    let files = Files::in_memory([(path, bytes)]);
    try_files(WITHOUT_WELLS.clone().overlaid(files), bytes.len());
}

/// What another campaign says of its tables, up to an empty line, and one of them behind it.
pub(super) fn package(bytes: &[u8]) {
    let end = bytes.windows(2).position(|pair| pair == b"\n\n");
    let (descriptor, rows) = bytes.split_at(end.map_or(bytes.len(), |end| end + 2));
    let files = Files::in_memory([
        ("data/neighbour/datapackage.json", descriptor),
        ("data/neighbour/a.csv", rows),
    ]);
    try_files(AROUND.clone().overlaid(files), bytes.len());
}

pub(super) fn declaration(bytes: &[u8]) {
    let (kind, bytes) = bytes.split_first().unwrap_or((&0, &[]));
    let path = match kind % 2 {
        0 => "data/wells.toml",
        _ => "data/budget.toml",
    };
    try_with(path, bytes.to_vec());
}

pub(super) fn configuration(bytes: &[u8]) {
    try_with("sala.toml", bytes.to_vec());
}

/// A text whose words are searched for.
pub(super) fn search_index(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes).replace(['{', '<', '[', '+'], " ");
    try_with("content/learn/water.md", format!("# W\n\n{text}\n").into());
}

pub(super) fn last_build(bytes: &[u8]) {
    if let Some(last) = LastBuild::read(bytes.to_vec()) {
        try_upon(AROUND.clone(), Some(&last), bytes.len());
    }
}

/// What a build of the campaign leaves: where fuzzers begin.
#[cfg(test)]
pub(super) fn left_by_a_build() -> Vec<u8> {
    let mut report = Report::new();
    let campaign = Campaign::load_upon(&request(), AROUND.clone(), None, &mut report);
    let told = to_terminal(&report, MessageLanguage::English, Style::Plain);
    assert_eq!(told, "", "nothing is wrong with the campaign around");
    let campaign = campaign.expect("it is whole");
    let told = std::collections::BTreeSet::from(["index.html".to_owned()]);
    let left = campaign.left(blake3::hash(b"list"), &told);
    left.expect("no file in memory changes")
}

fn try_with(path: &str, bytes: Vec<u8>) {
    let length = bytes.len();
    let files = Files::in_memory([(path, bytes)]);
    try_files(AROUND.clone().overlaid(files), length);
}

fn try_files(files: Files, length: usize) {
    try_upon(files, None, length);
}

/// A campaign of files that are in memory only, and that leaves nothing on the disk.
fn request() -> Request {
    Request {
        root: PathBuf::from("/dev/null/campaign"),
        output: PathBuf::from("/dev/null/site"),
        base_url: None,
        drafts: true,
        today: jiff::civil::date(2026, 11, 24),
    }
}

fn try_upon(files: Files, last: Option<&LastBuild>, length: usize) {
    let most = MOST_BESIDES + MOST_OF_A_BYTE * length;
    let mut report = Report::new();
    let campaign = Campaign::load_upon(&request(), files, last, &mut report);
    told(&report, most);
    let Some(campaign) = campaign else {
        assert!(report.has_errors(), "refused without a word");
        return;
    };
    assert!(
        !report.has_errors(),
        "an error, and a campaign all the same"
    );
    let mut made = 0;
    for output in campaign.outputs() {
        made += produced(&campaign, output);
    }
    assert!(made <= most, "{made} bytes of {length}");
}

/// The messages in every form.
fn told(report: &Report, most: usize) {
    for language in [MessageLanguage::English, MessageLanguage::Khmer] {
        let text = to_terminal(report, language, Style::Plain);
        assert!(text.len() <= most, "{} bytes of messages", text.len());
        let acts = |c: char| c.is_control() && c != '\n';
        assert!(!text.contains(acts), "a control character: {text:?}");
        let _ = to_html(report, language);
    }
    let _ = to_json(report).to_string();
}

/// How many bytes came of an output, after a look at them.
fn produced(campaign: &Campaign, output: &Output) -> usize {
    if output.what.is_typeset() {
        return 0;
    }
    let production = match campaign.produce(output) {
        Ok(production) => production,
        // What only the page as a whole shows, such as an address that raw HTML and a template put
        // together; it is told to its author, and is nobody else's fault.
        Err(report) if report.gravest() == Some(Kind::Content) => return 0,
        Err(report) => {
            let told = to_terminal(&report, MessageLanguage::English, Style::Plain);
            panic!("{} cannot be made: {told}", output.path);
        }
    };
    let mut length = 0;
    for file in production.files {
        crate::output::check_path(&file.path).expect("a path that every computer can hold");
        length += file.bytes.len();
        if file.path.ends_with(".html") {
            let page = String::from_utf8(file.bytes).expect("a page is UTF-8");
            look_at(&file.path, &page);
        }
    }
    length
}

/// What no author may bring into a page. In text these stand escaped.
fn look_at(path: &str, page: &str) {
    // The theme's own icon stands in the page.
    const ICON: &str = "<link rel=\"icon\" href=\"data:image/svg+xml,";
    let lower = page.to_ascii_lowercase();
    let lower = lower.replace(ICON, "");
    // And so is the script before the end of each page.
    let (lower, asks) = lower
        .rsplit_once("<script data-worker=")
        .unwrap_or((&lower, ""));
    assert!(asks.is_empty() || asks.ends_with("</script>"));
    let own_script = path.contains("search/");
    for (never, own) in [
        ("<script", own_script),
        ("<iframe", false),
        ("<object", false),
        ("<embed", false),
        // The search, asked from where nothing stands.
        ("<form", own_script || path == "404.html"),
        ("href=\"javascript:", false),
        ("href=\"data:", false),
        ("href=\"vbscript:", false),
        ("src=\"http", false),
        ("src=\"//", false),
    ] {
        assert!(own || !lower.contains(never), "{path} holds {never}");
    }
}
