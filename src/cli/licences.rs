//! `sala licences`: what the program is made of, who holds the copyright of it, and the licences' own
//! texts. All of it stands in the program; `licences/make.py` writes it from the libraries' sources.

use super::Exit;
use super::console::Console;
use include_dir::{Dir, include_dir};

/// A library a line: its name, its version, its licence, and who holds the copyright.
const LIBRARIES: &str = include_str!("../../licences/linked.tsv");
/// What the dictionary was made from, in the same way.
const DICTIONARY: &str = include_str!("../../licences/dictionary.tsv");
static TEXTS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/licences/texts");
static NOTICES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/licences/notices");

const OWN: &str = include_str!("../../LICENSE-MIT");
const FONTS: [(&str, &str); 5] = [
    (
        "Inconsolata",
        "Copyright 2006 The Inconsolata Project Authors",
    ),
    (
        "Kantumruy Pro",
        "Copyright 2022 The Kantumruy Pro Project Authors (https://github.com/googlefonts/kantumruy)",
    ),
    (
        "Koulen",
        "Copyright 2019 The Koulen Project Authors (https://github.com/danhhong/Koulen)",
    ),
    (
        "Moul",
        "Copyright 2020 The Moul Project Authors (https://github.com/danhhong/Moul)",
    ),
    (
        "Noto Sans Khmer",
        "Copyright 2022 The Noto Project Authors (https://github.com/notofonts/khmer)",
    ),
];
/// Begins with whose font it is; below that the fonts' licences are alike.
const TEXT_OF_FONTS: &str = include_str!("../../themes/default/fonts/NotoSansKhmer-OFL.txt");
const OF_FONTS: &str = "OFL-1.1";

pub(super) fn run(console: &Console) -> Exit {
    console.line(everything(console).trim_end());
    Exit::Done
}

fn everything(console: &Console) -> String {
    let own = OWN.lines().filter(|line| line.starts_with("Copyright"));
    let program = part(
        concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION")),
        env!("CARGO_PKG_LICENSE"),
        own,
    );
    let fonts = FONTS.map(|(name, holder)| part(name, OF_FONTS, std::iter::once(holder)));
    let of_fonts = TEXT_OF_FONTS.lines().skip(1).collect::<Vec<_>>().join("\n");
    let mut texts = texts(&TEXTS);
    texts.push((OF_FONTS.to_owned(), &of_fonts));
    texts.sort();
    [
        program,
        heading(console.say("Fonts in the program", "ពុម្ពអក្សរក្នុងកម្មវិធី")),
        fonts.concat(),
        heading(console.say(
            "What the dictionary of Khmer words was made from",
            "ប្រភពដែលវចនានុក្រមខ្មែរក្នុងកម្មវិធីបានបង្កើតចេញពី",
        )),
        parts(DICTIONARY),
        heading(console.say("Libraries in the program", "បណ្ណាល័យកូដក្នុងកម្មវិធី")),
        parts(LIBRARIES),
        heading(console.say(
            "Notices that libraries ask to pass on",
            "សេចក្ដីជូនដំណឹងដែលបណ្ណាល័យកូដសុំឱ្យភ្ជាប់មកជាមួយ",
        )),
        chapters(&self::texts(&NOTICES)),
        heading(console.say("Texts of the licences", "អត្ថបទនៃអាជ្ញាប័ណ្ណ")),
        chapters(&texts),
    ]
    .concat()
}

fn heading(words: &str) -> String {
    format!("\n== {words} ==\n\n")
}

fn parts(list: &str) -> String {
    let lines = list.lines().map(|line| {
        let mut fields = line.splitn(4, '\t');
        let mut field = || fields.next().unwrap_or_default();
        let (name, version, licence, holders) = (field(), field(), field(), field());
        part(&format!("{name} {version}"), licence, holders.split(" | "))
    });
    lines.collect()
}

fn part<'text>(name: &str, licence: &str, holders: impl Iterator<Item = &'text str>) -> String {
    let holders: String = holders.map(|holder| format!("  {holder}\n")).collect();
    format!("{name}: {licence}\n{holders}")
}

fn chapters(texts: &[(String, &str)]) -> String {
    texts
        .iter()
        .map(|(name, text)| format!("-- {name} --\n\n{}\n\n", text.trim_matches('\n')))
        .collect()
}

/// The texts of a folder by the names of their files, sorted.
fn texts(folder: &'static Dir<'_>) -> Vec<(String, &'static str)> {
    let mut texts: Vec<(String, &str)> = folder
        .files()
        .filter_map(|file| {
            let name = file.path().file_stem()?.to_string_lossy().into_owned();
            Some((name, file.contents_utf8()?))
        })
        .collect();
    texts.sort();
    texts
}
