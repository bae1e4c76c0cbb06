//! No word that an author writes is missing from the page or from the leaflet.
//!
//! Texts are generated, the same ones each time: words that stand nowhere else, in Latin and in Khmer,
//! in every kind of block and inline within every other. Each word has to stand on the page and in the
//! leaflet, in the order it was written, and a part of the leaflets is printed and read back.

mod form;
mod kinds;
mod text;

use super::{Campaign, Request, load};
use crate::diagnostic::{MessageLanguage, Report, Style, to_terminal};
use crate::files::Files;
use crate::leaflet;
use crate::site::PageId;
use crate::site::plan::What;
use kinds::Kinds;
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use std::io::Write;
use std::process::{Command, Stdio};
use text::Written;

/// How many texts are generated, and how many of their leaflets are printed.
const TEXTS: usize = 400;
const PRINTED: usize = 12;

#[test]
fn no_word_of_a_text_is_missing_from_its_page_or_its_leaflet() {
    let texts: Vec<Written> = (0..TEXTS).map(|seed| text::generate(seed as u64)).collect();
    let (campaign, report) = campaign(&texts);
    let told = to_terminal(&report, MessageLanguage::English, Style::Plain);
    let mut kinds = Kinds::default();
    let mut missing = Vec::new();
    for (index, written) in texts.iter().enumerate() {
        let id = page_of(&campaign, index);
        let page = campaign.site.page(id);
        let (document, _) = campaign.resolver().document(page).expect("a text");
        kinds.see(&document);
        let (leaflet, doubts) = leaflet::composed(&campaign.resolver(), id);
        let doubts = to_terminal(&doubts, MessageLanguage::English, Style::Plain);
        let leaflet = words_of_leaflet(&serde_json::to_value(&leaflet.blocks).expect("JSON"));
        for (medium, shown) in [
            ("page", &words_of_page(&campaign, id)),
            ("leaflet", &leaflet),
        ] {
            let lost = first_missing(written, shown);
            let untold = lost.filter(|word| !told.contains(word) && !doubts.contains(word));
            missing.extend(untold.map(|word| {
                let markdown = &written.markdown;
                format!("{word} is missing from the {medium} of text {index}, or stands elsewhere\n{markdown}\n--- {medium}\n{shown}")
            }));
        }
    }
    assert!(
        missing.is_empty(),
        "{} texts\n{}",
        missing.len(),
        missing[..missing.len().min(3)].join("\n\n")
    );
    assert_eq!(
        kinds.unseen(),
        Vec::<String>::new(),
        "add what is new to `text.rs`"
    );
}

#[test]
fn no_word_of_a_text_is_missing_from_the_printed_leaflet() {
    let texts: Vec<Written> = (0..PRINTED)
        .map(|seed| text::generate(seed as u64))
        .collect();
    let (campaign, _) = campaign(&texts);
    for (index, written) in texts.iter().enumerate() {
        let id = page_of(&campaign, index);
        let outputs = campaign.outputs().iter();
        let mut of_page = outputs
            .filter(|output| matches!(&output.what, What::Leaflet { page, .. } if *page == id));
        let output = of_page.next().expect("the page asks for a leaflet");
        let printed = leaflet::on_its_own(|| campaign.produce(output));
        let printed = printed.unwrap_or_else(|report| {
            let told = to_terminal(&report, MessageLanguage::English, Style::Plain);
            panic!("{told}\n{}", written.markdown)
        });
        let shown = text_of_pdf(&printed.files[0].bytes);
        let words = written.words.iter().filter(|word| !word.is_said_only);
        let missing: Vec<&str> = words
            .map(|word| word.text.as_str())
            .filter(|word| !shown.contains(word))
            .collect();
        assert_eq!(
            missing,
            Vec::<&str>::new(),
            "--- text\n{}\n--- printed\n{shown}",
            written.markdown
        );
    }
}

/// The first word that does not stand where it should.
fn first_missing(written: &Written, shown: &str) -> Option<String> {
    let mut at = 0;
    for word in &written.words {
        match shown[at..].find(&word.text) {
            Some(found) => at += found + word.text.len(),
            None => return Some(word.text.clone()),
        }
    }
    None
}

fn campaign(texts: &[Written]) -> (Campaign, Report) {
    let setting =
        "base_url = 'https://org.example/'\ntitle = 'T'\ndefault_language = 'km'\n[languages.km]\n";
    let dot: &[u8] = b"\x89PNG\x0d\x0a\x1a\x0a\0\0\0\x0dIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0:~\x9bU\0\0\0\x0aIDATx\x9cch\0\0\0\x82\0\x81w\xcdr\xb6\0\0\0\0IEND\xaeB`\x82";
    let mut files: Vec<(String, Vec<u8>)> = vec![
        ("sala.toml".to_owned(), setting.into()),
        (
            "content/_index.md".to_owned(),
            "+++\ntitle = 'Home'\n+++\n".into(),
        ),
        ("static/dot.png".to_owned(), dot.to_vec()),
        ("static/b.txt".to_owned(), b"x".to_vec()),
    ];
    for (index, written) in texts.iter().enumerate() {
        let head =
            format!("+++\ntitle = 'Text {index}'\ndescription = 'D'\nleaflets = ['a4']\n+++\n");
        let text = head + &written.markdown;
        files.push((format!("content/{}.md", name(index)), text.into()));
    }
    loaded(files)
}

/// The campaign of these files, and what is told of it.
pub(super) fn loaded(files: Vec<(String, Vec<u8>)>) -> (Campaign, Report) {
    let folder = std::env::temp_dir().join("sala-no-such-campaign");
    let request = Request {
        output: folder.join("public"),
        root: folder,
        base_url: None,
        drafts: false,
        today: jiff::civil::date(2026, 11, 24),
    };
    let mut report = Report::new();
    let campaign = load(&request, Files::in_memory(files), None, &mut report);
    let told = to_terminal(&report, MessageLanguage::English, Style::Plain);
    (campaign.unwrap_or_else(|| panic!("{told}")), report)
}

fn name(index: usize) -> String {
    format!("text-{index}")
}

fn page_of(campaign: &Campaign, index: usize) -> PageId {
    let path = format!("content/{}.md", name(index));
    campaign.site.pages_of(&path)[0]
}

/// The words of a page's HTML in reading order, with what is said of pictures and links.
pub(super) fn words_of_page(campaign: &Campaign, id: PageId) -> String {
    let mut outputs = campaign.outputs().iter();
    let output =
        outputs.find(|output| matches!(&output.what, What::Page { page, .. } if *page == id));
    let made = campaign
        .produce(output.expect("a page"))
        .unwrap_or_else(|report| {
            panic!(
                "{}",
                to_terminal(&report, MessageLanguage::English, Style::Plain)
            )
        });
    let html = String::from_utf8(made.files[0].bytes.clone()).expect("UTF-8");
    use html5ever::tendril::TendrilSink;
    let dom = html5ever::parse_document(RcDom::default(), Default::default()).one(html);
    let mut out = String::new();
    read(&dom.document, &mut out);
    without_space(&out)
}

fn read(node: &Handle, out: &mut String) {
    if let NodeData::Text { contents } = &node.data {
        out.push_str(&contents.borrow());
    }
    let attribute = |name: &str, out: &mut String| {
        if let NodeData::Element { attrs, .. } = &node.data {
            let attributes = attrs.borrow();
            let found = attributes.iter().find(|one| &*one.name.local == name);
            if let Some(found) = found {
                out.push_str(&found.value);
                out.push(' ');
            }
        }
    };
    attribute("alt", out);
    let is_hidden = |child: &&Handle| matches!(&child.data, NodeData::Element { name, .. } if matches!(&*name.local, "head" | "style"));
    let children = node.children.borrow();
    children
        .iter()
        .filter(|child| !is_hidden(child))
        .for_each(|child| read(child, out));
    attribute("title", out);
    out.push(' ');
}

/// Every string of a leaflet, in the order in which it is said.
pub(super) fn words_of_leaflet(value: &serde_json::Value) -> String {
    fn read(value: &serde_json::Value, out: &mut String) {
        match value {
            serde_json::Value::String(text) => {
                out.push_str(text);
                out.push(' ');
            }
            serde_json::Value::Array(values) => values.iter().for_each(|value| read(value, out)),
            serde_json::Value::Object(fields) => fields.values().for_each(|value| read(value, out)),
            _ => {}
        }
    }
    let mut out = String::new();
    read(value, &mut out);
    without_space(&out)
}

fn text_of_pdf(bytes: &[u8]) -> String {
    let reader = Command::new("pdftotext")
        .args(["-raw", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn();
    let mut reader = reader.unwrap_or_else(|error| {
        panic!("`pdftotext` cannot be run ({error}): `./build.sh test` installs it")
    });
    // It says nothing before it has read all.
    let mut pipe = reader.stdin.take().expect("a pipe");
    pipe.write_all(bytes).expect("it reads");
    drop(pipe);
    let output = reader.wait_with_output().expect("it ends");
    without_space(&String::from_utf8(output.stdout).expect("UTF-8"))
}

/// Without what parts words and where they may break.
pub(super) fn without_space(text: &str) -> String {
    let is_seen = |c: &char| !c.is_whitespace() && *c != '\u{200b}';
    text.chars().filter(is_seen).collect()
}
