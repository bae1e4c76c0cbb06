//! What a file is by its ending, in whatever letters: a page, a picture, a text of an office.
//!
//! In: a name or a path. Out: what people mean by such a file. It does not look into files.

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Markdown.
    Page,
    /// A picture that every browser shows.
    Picture,
    /// A picture that many phones do not show, by the name of its kind.
    OtherPicture(&'static str),
    /// Sound, film, a document that is read as it is, an archive: something to take away.
    Attachment,
    /// A text that is written in a program for letters, or without any marks.
    Text,
    /// A table, or a list of figures.
    Table,
    /// It runs where it is opened: in browsers, on hosts, on computers.
    Active,
    Other,
}

/// How Markdown is named.
const PAGES: &[&str] = &["markdown", "md", "mdown", "mdwn", "mkd", "mkdn", "mkdown"];

const PICTURES: &[&str] = &["gif", "ico", "jfif", "jpeg", "jpg", "png", "svg", "webp"];

/// Endings of pictures that cameras, scanners and drawing programs write, each with the name of its kind.
const OTHER_PICTURES: &[(&str, &str)] = &[
    ("arw", "RAW"),
    ("avif", "AVIF"),
    ("bmp", "BMP"),
    ("cr2", "RAW"),
    ("cr3", "RAW"),
    ("dib", "BMP"),
    ("dng", "RAW"),
    ("emf", "EMF"),
    ("heic", "HEIC"),
    ("heif", "HEIC"),
    ("hif", "HEIC"),
    ("j2k", "JPEG 2000"),
    ("jp2", "JPEG 2000"),
    ("jpf", "JPEG 2000"),
    ("jxl", "JPEG XL"),
    ("nef", "RAW"),
    ("orf", "RAW"),
    ("raf", "RAW"),
    ("rw2", "RAW"),
    ("tif", "TIFF"),
    ("tiff", "TIFF"),
    ("wmf", "WMF"),
];

const ATTACHMENTS: &[&str] = &[
    "3gp", "7z", "aac", "epub", "flac", "geojson", "gpx", "gz", "ics", "kml", "kmz", "m4a", "m4b",
    "m4v", "mka", "mkv", "mov", "mp3", "mp4", "mpeg", "mpg", "oga", "ogg", "ogv", "opus", "otf",
    "pdf", "srt", "tar", "ttf", "vcf", "vtt", "wav", "webm", "wma", "wmv", "woff", "woff2", "zip",
];

const TEXTS: &[&str] = &[
    "adoc", "doc", "docx", "dot", "dotx", "fodt", "gdoc", "hwp", "mdx", "odt", "ott", "pages",
    "rst", "rtf", "tex", "text", "txt", "wpd", "wps",
];

const TABLES: &[&str] = &[
    "csv", "fods", "gsheet", "numbers", "ods", "ots", "tab", "tsv", "xls", "xlsx", "xlt", "xltx",
];

/// Opened by browsers, with scripts.
pub const IN_BROWSERS: &[&str] = &[
    "hta", "htm", "html", "js", "mht", "mhtml", "mjs", "svgz", "swf", "xht", "xhtml", "xsl", "xslt",
];

/// Run by hosts, at any place in the name: many run `a.php.jpg` as well.
pub const ON_HOSTS: &[&str] = &[
    "ashx", "asmx", "asp", "aspx", "cfm", "cgi", "fcgi", "jsp", "jspx", "phar", "php", "php3",
    "php4", "php5", "php7", "php8", "phps", "pht", "phtml", "pl", "py", "rb", "shtm", "shtml",
    "stm",
];

/// Run by readers' computers.
pub const ON_COMPUTERS: &[&str] = &[
    "apk", "bat", "cmd", "com", "dll", "docm", "dotm", "exe", "jar", "lnk", "msi", "pptm", "ps1",
    "reg", "scr", "sh", "vbs", "xlam", "xlsb", "xlsm", "xltm",
];

/// What the file at a path is.
pub fn kind(path: &str) -> Kind {
    let ending = ending(path);
    let ending = ending.as_str();
    let other = OTHER_PICTURES.binary_search_by_key(&ending, |(own, _)| own);
    let is_in = |endings: &[&str]| endings.binary_search(&ending).is_ok();
    if is_in(IN_BROWSERS) || is_in(ON_HOSTS) || is_in(ON_COMPUTERS) {
        Kind::Active
    } else if is_in(PAGES) {
        Kind::Page
    } else if is_in(PICTURES) {
        Kind::Picture
    } else if let Ok(at) = other {
        Kind::OtherPicture(OTHER_PICTURES[at].1)
    } else if is_in(ATTACHMENTS) {
        Kind::Attachment
    } else if is_in(TEXTS) {
        Kind::Text
    } else if is_in(TABLES) {
        Kind::Table
    } else {
        Kind::Other
    }
}

/// Whether a file is a page by its name.
pub fn is_page(path: &str) -> bool {
    let bytes = path.as_bytes();
    // Nearly every page is named so.
    bytes.ends_with(b".md") || PAGES.contains(&ending(path).as_str())
}

/// The name without the ending of a page.
pub fn without_ending(name: &str) -> Option<&str> {
    is_page(name).then(|| name.rsplit_once('.').map_or(name, |(stem, _)| stem))
}

/// The name that was meant where a program hung its own ending to one of ours: `water.md` for
/// `water.md.txt`. Windows hides the last ending, so its author sees what was meant.
pub fn meant_by(path: &str, is_ours: impl Fn(&str) -> bool) -> Option<&str> {
    let (meant, _) = path.rsplit_once('.')?;
    let hangs_on = ["doc", "docx", "odt", "rtf", "text", "txt"];
    let is_hung_on = hangs_on.contains(&ending(path).as_str());
    (is_hung_on && !is_ours(path) && is_ours(meant)).then_some(meant)
}

/// Whether a file is for the people who keep a folder: what lies in it, and whose it is.
pub fn is_for_people(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).to_ascii_lowercase();
    let is_text = ["", "md", "markdown", "rst", "txt"].contains(&ending(name).as_str());
    let notes = [
        "authors",
        "changelog",
        "licence",
        "license",
        "notice",
        "readme",
        "sources",
    ];
    is_text
        && notes.iter().any(|own| {
            let rest = stem.strip_prefix(own);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['-', '_']))
        })
}

/// The ending in small letters, without its dot; empty if there is none.
pub fn ending(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    let ending = name.rsplit_once('.').filter(|(stem, _)| !stem.is_empty());
    ending.map_or_else(String::new, |(_, ending)| ending.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_are_sorted_and_say_one_thing() {
        let others: Vec<&str> = OTHER_PICTURES.iter().map(|(ending, _)| *ending).collect();
        let runs = [IN_BROWSERS, ON_HOSTS, ON_COMPUTERS].concat();
        for list in [IN_BROWSERS, ON_HOSTS, ON_COMPUTERS] {
            assert!(list.is_sorted(), "{list:?}");
        }
        let lists = [PAGES, PICTURES, &others, ATTACHMENTS, TEXTS, TABLES];
        for list in lists {
            assert!(list.is_sorted(), "{list:?}");
        }
        let mut all = [lists.concat(), runs].concat();
        all.sort_unstable();
        assert!(all.windows(2).all(|pair| pair[0] != pair[1]), "{all:?}");
    }

    #[test]
    fn a_file_is_known_by_its_ending_in_any_letters() {
        for (path, expected) in [
            ("a.MD", Kind::Page),
            ("a.en.Markdown", Kind::Page),
            ("a.JPG", Kind::Picture),
            ("IMG_1.HEIC", Kind::OtherPicture("HEIC")),
            ("scan.tif", Kind::OtherPicture("TIFF")),
            ("plan.pdf", Kind::Attachment),
            ("a.b.Docx", Kind::Text),
            ("budget.XLSX", Kind::Table),
            ("LICENSE", Kind::Other),
            (".htaccess", Kind::Other),
            ("a.xlsm", Kind::Active),
            ("a.md/b", Kind::Other),
        ] {
            assert_eq!(kind(path), expected, "{path}");
            assert_eq!(is_page(path), expected == Kind::Page, "{path}");
        }
        assert_eq!(without_ending("a.en.MD"), Some("a.en"));
        assert_eq!(without_ending("a.txt"), None);
    }

    #[test]
    fn an_ending_that_windows_hides_is_seen_through() {
        assert_eq!(meant_by("content/a.md.txt", is_page), Some("content/a.md"));
        assert_eq!(meant_by("a.MD.Docx", is_page), Some("a.MD"));
        for name in ["a.md", "a.txt", "a.md.pdf", "a.md.md", "txt"] {
            assert_eq!(meant_by(name, is_page), None, "{name}");
        }
    }
}
