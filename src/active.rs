//! Files of a campaign that do something where they are opened → what is to be told of them.
//!
//! A page of ours asks nobody else for anything and runs no script but its own. A file that lies beside
//! it is published as it is: HTML and drawings (SVG) with a script run in the reader's browser with all
//! the rights of the site, a `.php` runs on the host, a document with macros on the reader's computer.
//! Beside a page such a file is an error; in `static/`, where nothing lies by accident, a warning. It
//! goes by endings, and looks into drawings and style sheets; the theme's own files are trusted. Of a
//! drawing beside a page, what runs or asks others is taken out, and told.

mod cleaned;

use crate::diagnostic::{Diagnostic, Place, Report, Words, codes, diagnostic};
use crate::files::{Files, kinds};
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::ops::Range;

const RUNS_IN_BROWSERS: Words = Words {
    en: "can run scripts in readers' browsers",
    km: "អាចដំណើរការស្គ្រីបក្នុងកម្មវិធីរុករករបស់អ្នកអាន",
};

const RUNS_ON_HOSTS: Words = Words {
    en: "is run as a program by many hosts",
    km: "ត្រូវម៉ាស៊ីនមេជាច្រើនដំណើរការជាកម្មវិធី",
};

const RUNS_ON_COMPUTERS: Words = Words {
    en: "can run programs on readers' computers",
    km: "អាចដំណើរការកម្មវិធីលើកុំព្យូទ័ររបស់អ្នកអាន",
};

const IS_A_SCRIPT: Words = Words {
    en: "runs a script",
    km: "ដំណើរការស្គ្រីប",
};

const HOLDS_A_PAGE: Words = Words {
    en: "holds a piece of a web page, which many programs do not show",
    km: "មានផ្នែកនៃទំព័រវែប ដែលកម្មវិធីជាច្រើនមិនបង្ហាញ",
};

const ASKS_OTHERS: Words = Words {
    en: "asks another website for something",
    km: "ស្នើសុំអ្វីមួយពីគេហទំព័រផ្សេង",
};

const HIDES: Words = Words {
    en: "can hide what the file holds",
    km: "អាចលាក់អ្វីដែលមានក្នុងឯកសារ",
};

/// Tells of every active file beside pages and in `static/`.
///
/// Drawings and style sheets are read whole; the cost grows with their size.
pub fn check(files: &Files, report: &mut Report) {
    for (folder, stands) in [
        ("content/", Stands::BesidePages),
        ("static/", Stands::Apart),
    ] {
        for path in files.under(folder) {
            // A campaign's own page for what is not there takes the place of ours: it has to be HTML.
            let does = by_name(path).filter(|_| path != "static/404.html");
            if let Some(does) = does {
                report.push(stands.file(path, does));
            } else if let Some(look) = look_of(path) {
                match files.text(path) {
                    Ok(text) => {
                        let cleaned = match stands {
                            Stands::BesidePages if is_drawing(path) => cleaned::clean(&text),
                            Stands::BesidePages | Stands::Apart => None,
                        };
                        if let Some((_, taken_out)) = cleaned {
                            let told = taken_out.into_iter();
                            told.for_each(|found| report.push(taken_out_of(path, &text, found)));
                            continue;
                        }
                        for (range, does) in look(&text) {
                            let found = text[range.clone()].to_owned();
                            let place = Place::in_text(path, &text, range);
                            report.push(stands.piece(place, &found, does));
                        }
                    }
                    Err(problem) => report.push(stands.severity(problem)),
                }
            }
        }
    }
}

/// Whether the file at a path is a drawing.
pub fn is_drawing(path: &str) -> bool {
    kinds::ending(path) == "svg"
}

/// A drawing that lies beside pages, as it is published; nothing if it is as it was written.
pub fn cleaned(text: &str) -> Option<String> {
    let (cleaned, taken_out) = cleaned::clean(text)?;
    (!taken_out.is_empty()).then_some(cleaned)
}

fn taken_out_of(path: &str, text: &str, (range, does): (Range<usize>, Words)) -> Diagnostic {
    let found = text[range.clone()].split(char::is_whitespace).next();
    let found = found.unwrap_or_default().to_owned();
    let place = Place::in_text(path, text, range);
    diagnostic!(codes::files::TAKEN_OUT, place, found = found, does = does)
}

#[derive(Debug, Clone, Copy)]
enum Stands {
    BesidePages,
    Apart,
}

impl Stands {
    fn file(self, path: &str, does: Words) -> Diagnostic {
        let place = Place::file(path);
        match self {
            Stands::BesidePages => {
                diagnostic!(codes::files::ACTIVE, place, does = does)
            }
            Stands::Apart => {
                diagnostic!(codes::files::ACTIVE_APART, place, does = does)
            }
        }
    }

    fn piece(self, place: Place, found: &str, does: Words) -> Diagnostic {
        let found = found.split(char::is_whitespace).next().unwrap_or(found);
        match self {
            Stands::BesidePages => {
                diagnostic!(
                    codes::files::ACTIVE_PIECE,
                    place,
                    found = found,
                    does = does
                )
            }
            Stands::Apart => {
                diagnostic!(
                    codes::files::ACTIVE_PIECE_APART,
                    place,
                    found = found,
                    does = does
                )
            }
        }
    }

    /// What cannot be read cannot be looked into.
    fn severity(self, problem: Diagnostic) -> Diagnostic {
        match self {
            Stands::BesidePages => problem,
            Stands::Apart => problem.as_warning(),
        }
    }
}

/// What a file does by its name alone.
fn by_name(path: &str) -> Option<Words> {
    let name = path.rsplit('/').next().unwrap_or(path).to_ascii_lowercase();
    let mut endings = name.split('.').skip(1);
    let last = name.rsplit_once('.').map_or("", |(_, last)| last);
    if endings.any(|ending| kinds::ON_HOSTS.binary_search(&ending).is_ok()) {
        Some(RUNS_ON_HOSTS)
    } else if kinds::IN_BROWSERS.binary_search(&last).is_ok() {
        Some(RUNS_IN_BROWSERS)
    } else if kinds::ON_COMPUTERS.binary_search(&last).is_ok() {
        Some(RUNS_ON_COMPUTERS)
    } else {
        None
    }
}

/// A piece of a text, and what it does.
type Found = Vec<(Range<usize>, Words)>;

fn look_of(path: &str) -> Option<fn(&str) -> Found> {
    let lower = path.to_ascii_lowercase();
    match lower.rsplit_once('.')?.1 {
        "svg" | "xml" => Some(in_drawing),
        "css" => Some(in_style_sheet),
        "html" => Some(in_page),
        _ => None,
    }
}

/// Elements that run something, or show what is none of the drawing.
const RUNNING: &[&str] = &[
    "audio",
    "embed",
    "foreignobject",
    "handler",
    "iframe",
    "listener",
    "object",
    "script",
    "video",
];

/// What a drawing does, by XML's and SVG 2's rules, read more strictly than browsers do.
fn in_drawing(text: &str) -> Found {
    let mut found = Found::new();
    let mut reader = Reader::from_str(text);
    let mut in_style = false;
    let mut open = 0_usize;
    loop {
        let start = position(&reader);
        let event = reader.read_event();
        let range = start..position(&reader).max(start);
        let does = match event {
            // A browser that mends what is not closed shows something else than we read.
            Ok(Event::Eof) if open > 0 => {
                found.push((0..0, HIDES));
                break;
            }
            Ok(Event::Eof) => break,
            Ok(Event::Start(element)) => {
                open += 1;
                in_style = name_of(&element) == "style";
                of_element(&element)
            }
            Ok(Event::Empty(element)) => of_element(&element),
            Ok(Event::End(_)) => {
                open = open.saturating_sub(1);
                in_style = false;
                None
            }
            Ok(Event::Text(_) | Event::CData(_)) if in_style => {
                found.extend(of_style(text, range));
                continue;
            }
            Ok(Event::DocType(_)) => {
                let holds_entities = text[range.clone()]
                    .to_ascii_lowercase()
                    .contains("<!entity");
                holds_entities.then_some(HIDES)
            }
            Ok(Event::PI(_)) => Some(ASKS_OTHERS),
            Ok(_) => None,
            Err(_) => {
                found.push((range, HIDES));
                break;
            }
        };
        found.extend(does.map(|does| (range, does)));
    }
    found
}

fn position(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

fn name_of(element: &BytesStart<'_>) -> String {
    element.local_name().as_ref().to_ascii_lowercase()
}

/// What an element does by its name alone.
fn of_name(name: &str) -> Option<Words> {
    RUNNING.binary_search(&name).ok().map(|_| match name {
        "foreignobject" => HOLDS_A_PAGE,
        _ => IS_A_SCRIPT,
    })
}

fn of_element(element: &BytesStart<'_>) -> Option<Words> {
    let name = name_of(element);
    if let Some(does) = of_name(&name) {
        return Some(does);
    }
    let mut attributes = element.attributes();
    attributes.with_checks(false).find_map(|attribute| {
        // A browser may read what we cannot.
        let Ok(attribute) = attribute else {
            return Some(HIDES);
        };
        let key = attribute.key.local_name().as_ref().to_ascii_lowercase();
        let Ok(value) = attribute.normalized_value(XmlVersion::Explicit1_0) else {
            return Some(HIDES);
        };
        of_attribute(&name, &key, &value)
    })
}

fn of_attribute(element: &str, key: &str, value: &str) -> Option<Words> {
    let plain: String = value
        .chars()
        .filter(|character| !character.is_control() && !character.is_whitespace())
        .collect::<String>()
        .to_ascii_lowercase();
    let is_animated = key == "attributename" && (plain == "href" || plain.ends_with(":href"));
    if key.starts_with("on") || plain.contains("javascript:") || is_animated {
        return Some(IS_A_SCRIPT);
    }
    let leads_elsewhere = match key {
        // A link asks nobody before somebody follows it.
        "href" if element == "a" => false,
        "href" | "src" | "from" | "to" | "values" if key != "href" => plain.contains("//"),
        "href" => !is_own(&plain),
        _ => false,
    };
    (leads_elsewhere || asks_in_style(&plain)).then_some(ASKS_OTHERS)
}

/// Whether an address leads to a piece of the same file, or is a picture itself.
fn is_own(address: &str) -> bool {
    let pictures = ["png", "jpeg", "jpg", "gif", "webp"];
    let is_picture = address.strip_prefix("data:image/").is_some_and(|rest| {
        let named = pictures.iter().find_map(|kind| rest.strip_prefix(kind));
        named.is_some_and(|rest| rest.starts_with([';', ',']))
    });
    address.is_empty() || address.starts_with('#') || is_picture
}

/// Whether a style asks for anything besides a piece of its own file; it has no white space and no
/// capital letters.
fn asks_in_style(style: &str) -> bool {
    let own = |rest: &str| is_own(rest.trim_start_matches(['"', '\'']));
    let mut addresses = style.match_indices("url(");
    style.contains("@import") || addresses.any(|(at, call)| !own(&style[at + call.len()..]))
}

/// Each rule of a style that asks others.
fn of_style(text: &str, range: Range<usize>) -> Found {
    let mut found = Found::new();
    let mut start = range.start;
    for rule in text[range].split_inclusive(['}', ';']) {
        let end = start + rule.len();
        // A backslash writes a letter in another way.
        let plain: String = rule.chars().filter(|c| !c.is_whitespace()).collect();
        let plain = plain.to_ascii_lowercase();
        if asks_in_style(&plain) || plain.contains('\\') && plain.contains('(') {
            let begin = start + (rule.len() - rule.trim_start().len());
            found.push((begin..end, ASKS_OTHERS));
        }
        start = end;
    }
    found
}

/// The beginnings of what runs or asks others in a page, in small letters.
const IN_PAGES: &[(&str, Words)] = &[
    ("<script", IS_A_SCRIPT),
    ("javascript:", IS_A_SCRIPT),
    ("<iframe", ASKS_OTHERS),
    ("<object", ASKS_OTHERS),
    ("<embed", ASKS_OTHERS),
    ("src=\"http", ASKS_OTHERS),
    ("src='http", ASKS_OTHERS),
    ("src=\"//", ASKS_OTHERS),
    ("src='//", ASKS_OTHERS),
    ("rel=\"stylesheet\" href=\"http", ASKS_OTHERS),
    ("@import", ASKS_OTHERS),
    ("url(http", ASKS_OTHERS),
    ("url(//", ASKS_OTHERS),
];

/// What a whole page does that somebody wrote by hand; the first place of each kind.
fn in_page(text: &str) -> Found {
    let lower = text.to_ascii_lowercase();
    let mut found: Found = IN_PAGES
        .iter()
        .filter_map(|(piece, does)| {
            let at = lower.find(piece)?;
            Some((at..at + piece.len(), *does))
        })
        .collect();
    // `onclick="…"` and its kind.
    let handler = lower.match_indices(" on").find_map(|(at, begin)| {
        let rest = &lower[at + begin.len()..];
        let name = rest.find(|c: char| !c.is_ascii_alphabetic())?;
        let is_handler = name > 2 && rest[name..].trim_start().starts_with('=');
        is_handler.then(|| at + 1..at + begin.len() + name)
    });
    found.extend(handler.map(|range| (range, IS_A_SCRIPT)));
    found
}

/// A style sheet may use files of the site, and none of others.
fn in_style_sheet(text: &str) -> Found {
    let mut found = of_style(text, 0..text.len());
    found.retain(|(range, _)| {
        let rule = &text[range.clone()];
        rule.contains("//") || rule.contains('\\')
    });
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is found, each as the beginning of its piece.
    fn found(look: fn(&str) -> Found, text: &str) -> Vec<String> {
        let pieces = look(text);
        let shown = pieces.iter().map(|(range, does)| {
            let piece: String = text[range.clone()].chars().take(12).collect();
            format!("{piece}: {}", does.en)
        });
        shown.collect()
    }

    #[test]
    fn elements_are_sorted() {
        assert!(RUNNING.is_sorted());
    }

    #[test]
    fn what_a_file_does_is_known_by_its_endings_in_any_letters() {
        let does = |path: &str| by_name(path).map(|does| does.en);
        for (path, expected) in [
            ("content/a.html", Some(RUNS_IN_BROWSERS)),
            ("content/a.HTM", Some(RUNS_IN_BROWSERS)),
            ("content/a.b.js", Some(RUNS_IN_BROWSERS)),
            ("content/a.svgz", Some(RUNS_IN_BROWSERS)),
            ("content/a.php", Some(RUNS_ON_HOSTS)),
            ("content/a.PHP.jpg", Some(RUNS_ON_HOSTS)),
            ("content/a.pHtMl", Some(RUNS_ON_HOSTS)),
            ("static/a.exe", Some(RUNS_ON_COMPUTERS)),
            ("static/plan.xlsm", Some(RUNS_ON_COMPUTERS)),
            ("content/php/a.jpg", None),
            ("content/php", None),
            ("content/a.js/b.png", None),
            ("content/a.pdf", None),
            ("content/a.json", None),
        ] {
            assert_eq!(does(path), expected.map(|does| does.en), "{path}");
        }
    }

    #[test]
    fn a_drawing_that_only_draws_passes() {
        let drawing = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE svg PUBLIC \
                       \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">\n\
                       <svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">\
                       <style>.a { fill: url(#g) } /* ក */</style><defs><linearGradient id=\"g\"/></defs>\
                       <title>ទឹក</title><use xlink:href=\"#g\"/><a href=\"https://example.org/\"><text>x</text></a>\
                       <image href=\"data:image/png;base64,AAAA\"/><rect style=\"fill:url('#g')\" fill=\"url(#g)\"/>\
                       <animate attributeName=\"x\" values=\"0;1\"/></svg>";
        assert_eq!(found(in_drawing, drawing), Vec::<String>::new());
    }

    #[test]
    fn what_runs_or_asks_in_a_drawing_is_named_however_it_is_written() {
        let runs = IS_A_SCRIPT.en;
        let asks = ASKS_OTHERS.en;
        let hides = HIDES.en;
        for (piece, does) in [
            ("<script>alert(1)</script>", runs),
            ("<SCRIPT/>", runs),
            ("<s:script xmlns:s='http://www.w3.org/2000/svg'/>", runs),
            ("<foreignObject><p/></foreignObject>", HOLDS_A_PAGE.en),
            ("<rect onload='x'/>", runs),
            ("<rect ONCLICK='x'/>", runs),
            ("<a href='java&#x73;cript:x'/>", runs),
            ("<a xlink:href='java\tscript:x'/>", runs),
            ("<set attributeName='xlink:href' to='#x'/>", runs),
            ("<image href='https://example.org/a.png'/>", asks),
            ("<image xlink:href='//example.org/a.png'/>", asks),
            ("<image href='a.png'/>", asks),
            ("<image href='data:image/svg+xml,x'/>", asks),
            ("<use href='other.svg#x'/>", asks),
            ("<rect fill='url(https://example.org/#x)'/>", asks),
            ("<rect style='fill: URL( \"//x\" )'/>", asks),
            ("<style>@import 'x'</style>", asks),
            ("<style><![CDATA[a{b:url(x)}]]></style>", asks),
            ("<style>a{b:\\75rl(x)}</style>", asks),
            ("<?xml-stylesheet href='x'?>", asks),
            ("<rect a='&x;'/>", hides),
            ("<rect", hides),
        ] {
            let drawing = format!("<svg>{piece}</svg>");
            let found = found(in_drawing, &drawing);
            assert!(!found.is_empty(), "{piece}");
            assert!(
                found[0].ends_with(&format!(": {does}")),
                "{piece}: {found:?}"
            );
        }
        let entities = "<!DOCTYPE svg [<!ENTITY x \"y\">]><svg/>";
        assert_eq!(
            found(in_drawing, entities),
            [format!("<!DOCTYPE sv: {hides}")]
        );
    }

    #[test]
    fn a_page_written_by_hand_may_show_and_lead_and_nothing_else() {
        let quiet = "<!doctype html><title>404</title><style>a{b:url(x.png)}</style>\
                     <a href=\"https://example.org/\">Go on = now</a><img src=\"/x.png\">";
        assert_eq!(found(in_page, quiet), Vec::<String>::new());
        let loud = "<BODY onload = \"x()\"><Script>1</Script><img src=\"https://x/y\">";
        assert_eq!(
            found(in_page, loud),
            [
                format!("<Script: {}", IS_A_SCRIPT.en),
                format!("src=\"http: {}", ASKS_OTHERS.en),
                format!("onload: {}", IS_A_SCRIPT.en),
            ]
        );
    }

    #[test]
    fn a_style_sheet_may_use_files_of_its_own_site() {
        let own = "a { b: url(x.png) } @import 'b.css'; c { d: url(\"../e.woff2\") }";
        assert_eq!(found(in_style_sheet, own), Vec::<String>::new());
        let others = "a { b: url(https://x/y) }\n@import '//x';\nc { d: \\75rl(x) }";
        let asks = ASKS_OTHERS.en;
        assert_eq!(
            found(in_style_sheet, others),
            [
                format!("a {{ b: url(h: {asks}"),
                format!("@import '//x: {asks}"),
                format!("c {{ d: \\75rl: {asks}")
            ]
        );
    }
}
