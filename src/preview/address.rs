//! The address that a browser asks for → a path of the site, and a path → its content type. Pure: whether
//! there is such a file is the plan's business.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// Where our own addresses stand; no page of a site begins with an underscore.
pub(super) const OWN: &str = "_sala/";

/// A longer path, in bytes, names nothing.
const LONGEST: usize = 2048;

/// What is meant by an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Asked {
    /// A file of the site, as the plan names it.
    File(String),
    /// One of our own, without [`OWN`].
    Own(String),
    /// No path that a site can have.
    Nothing,
}

/// Not an address at all.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Malformed;

/// Reads the target of a request: `/learn/?x=1` is `learn/index.html`.
pub(super) fn asked(target: &str) -> Result<Asked, Malformed> {
    let path = target.split(['?', '#']).next().unwrap_or_default();
    let path = path.strip_prefix('/').ok_or(Malformed)?;
    let path = percent_decode_str(path)
        .decode_utf8()
        .map_err(|_| Malformed)?;
    if path.contains('\0') {
        return Err(Malformed);
    }
    if path.len() > LONGEST || path.chars().any(|c| c.is_control() || c == '\\') {
        return Ok(Asked::Nothing);
    }
    if let Some(own) = path.strip_prefix(OWN) {
        return Ok(Asked::Own(own.to_owned()));
    }
    let (folder, name) = path
        .rsplit_once('/')
        .map_or(("", &*path), |(folder, name)| (folder, name));
    let mut folders = folder.split('/');
    let leads_astray = |part: &str| matches!(part, "" | "." | "..");
    if path.contains('/') && folders.any(leads_astray) || matches!(name, "." | "..") {
        return Ok(Asked::Nothing);
    }
    Ok(Asked::File(match name {
        "" => format!("{path}index.html"),
        _ => path.into_owned(),
    }))
}

/// What an address leaves as it is.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'/');

/// The address of the folder `path`.
pub(super) fn of_folder(path: &str) -> String {
    format!("/{}/", utf8_percent_encode(path, PLAIN))
}

/// What a browser takes the file at `path` for.
pub(super) fn content_type(path: &str) -> &'static str {
    let name = path.rsplit('/').next().unwrap_or_default();
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    match ending.to_ascii_lowercase().as_str() {
        "html" | "htm" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "txt" | "md" => "text/plain; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "xml" if name == "atom.xml" => "application/atom+xml; charset=utf-8",
        "xml" => "application/xml; charset=utf-8",
        "pdf" => "application/pdf",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "svg" => "image/svg+xml",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "woff" => "font/woff",
        "ttf" => "font/ttf",
        "otf" => "font/otf",
        "mp3" => "audio/mpeg",
        "m4a" => "audio/mp4",
        "ogg" | "oga" | "opus" => "audio/ogg",
        "wav" => "audio/wav",
        "mp4" => "video/mp4",
        "webm" => "video/webm",
        "zip" => "application/zip",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "ods" => "application/vnd.oasis.opendocument.spreadsheet",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_a_path_of_the_site_or_nothing() {
        let file = |path: &str| Ok(Asked::File(path.to_owned()));
        for (target, expected) in [
            ("/", file("index.html")),
            ("/?a=/../b", file("index.html")),
            ("/en/#top", file("en/index.html")),
            ("/en", file("en")),
            ("/a/b.pdf", file("a/b.pdf")),
            ("/a%2Fb.pdf", file("a/b.pdf")),
            ("/%E1%9E%80/", file("ក/index.html")),
            ("/a..b/...", file("a..b/...")),
            ("/%25", file("%")),
            ("/%zz", file("%zz")),
            ("/_sala/events?x", Ok(Asked::Own("events".to_owned()))),
            (
                "/_sala/../sala.toml",
                Ok(Asked::Own("../sala.toml".to_owned())),
            ),
            ("//", Ok(Asked::Nothing)),
            ("//example.org/", Ok(Asked::Nothing)),
            ("/a//b", Ok(Asked::Nothing)),
            ("/..", Ok(Asked::Nothing)),
            ("/.", Ok(Asked::Nothing)),
            ("/../sala.toml", Ok(Asked::Nothing)),
            ("/a/../../sala.toml", Ok(Asked::Nothing)),
            ("/%2e%2e/sala.toml", Ok(Asked::Nothing)),
            ("/a/%2E%2E%2Fsala.toml", Ok(Asked::Nothing)),
            ("/..%5Csala.toml", Ok(Asked::Nothing)),
            ("/a%0d%0ab", Ok(Asked::Nothing)),
            ("/a%00b", Err(Malformed)),
            ("/%ff", Err(Malformed)),
            ("", Err(Malformed)),
            ("*", Err(Malformed)),
            ("http://127.0.0.1/", Err(Malformed)),
        ] {
            assert_eq!(asked(target), expected, "{target}");
        }
        let long = format!("/{}", "a".repeat(LONGEST + 1));
        assert_eq!(asked(&long), Ok(Asked::Nothing));
    }

    #[test]
    fn a_folder_has_an_address() {
        assert_eq!(of_folder("ក/a b"), "/%E1%9E%80/a%20b/");
        assert_eq!(asked(&of_folder("ក/a b")), asked("/ក/a%20b/index.html"));
    }

    #[test]
    fn a_name_tells_the_content_type() {
        for (path, expected) in [
            ("index.html", "text/html; charset=utf-8"),
            ("a/B.PDF", "application/pdf"),
            ("en/atom.xml", "application/atom+xml; charset=utf-8"),
            ("sitemap.xml", "application/xml; charset=utf-8"),
            ("a.b/c", "application/octet-stream"),
            ("data/a.datapackage.json", "application/json"),
        ] {
            assert_eq!(content_type(path), expected, "{path}");
        }
    }
}
