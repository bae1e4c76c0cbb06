//! The campaign that `sala new` begins with, and what of it still stands in a campaign of today.
//!
//! In: a campaign's settings and files. Out: what its authors have still to replace by their own. It
//! knows the words and the tables of the beginning only, not what others stand for.

use crate::config::{self, Config, Localised};
use crate::diagnostic::{Place, Report, codes, diagnostic, list};
use crate::files::Files;
use include_dir::{Dir, include_dir};

static CAMPAIGN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/starter/campaign");

/// The hosts of documents; no campaign can stand there (RFC 2606, 3).
const OF_DOCUMENTS: [&str; 3] = ["example.com", "example.net", "example.org"];
/// Where nobody but the author sees a site (RFC 2606, 2; RFC 6761).
const OF_NOBODY: [&str; 4] = ["example", "invalid", "localhost", "test"];

/// The files of the campaign, with their paths in it.
pub fn files() -> Vec<(String, &'static [u8])> {
    let mut files = Vec::new();
    collect(&CAMPAIGN, &mut files);
    files
}

fn collect(folder: &'static Dir<'_>, files: &mut Vec<(String, &'static [u8])>) {
    for file in folder.files() {
        let path = file.path().to_string_lossy().replace('\\', "/");
        files.push((path, file.contents()));
    }
    for inner in folder.dirs() {
        collect(inner, files);
    }
}

/// Tells once what is still to be replaced. It is an error if the site is made for a host where others
/// see it, which whoever builds it named: `named`.
pub fn tell_left_over(config: &Config, files: &Files, named: bool, report: &mut Report) {
    let left_over = left_over(config, files);
    if left_over.is_empty() {
        return;
    }
    let place = Place::file(config::FILE);
    let what = list(left_over);
    report.push(match named && is_seen(host(&config.base_url)) {
        true => diagnostic!(
            codes::config::LEFT_OVER_ONLINE,
            place,
            address = &config.base_url,
            what = what
        ),
        false => diagnostic!(codes::config::LEFT_OVER, place, what = what),
    });
}

fn left_over(config: &Config, files: &Files) -> Vec<String> {
    let mut found = Vec::new();
    if OF_DOCUMENTS
        .iter()
        .any(|other| is_below(host(&config.base_url), other))
    {
        found.push(config.base_url.clone());
    }
    let own = self::files();
    let beginning = Files::in_memory(own.iter().map(|(path, bytes)| (path.as_str(), *bytes)));
    let settings = config::load(&beginning, &mut Report::new());
    let settings = settings.expect("the beginning is a campaign, a test builds it");
    for (then, now) in [
        (&settings.organisation.name, &config.organisation.name),
        (&settings.organisation.notice, &config.organisation.notice),
    ] {
        found.extend(
            texts(now)
                .find(|text| texts(then).any(|then| then == *text))
                .cloned(),
        );
    }
    for (path, bytes) in &own {
        let declaration = path.strip_suffix(".csv").map(|stem| format!("{stem}.toml"));
        let is_invented = declaration
            .and_then(|path| beginning.text(&path).ok())
            .is_some_and(|text| text.contains("synthetic = true"));
        if is_invented && files.contains(path) && holds(files, path, bytes) {
            found.push(path.clone());
        }
    }
    found
}

/// Whether a table says what it said at the beginning, however a spreadsheet has saved it.
fn holds(files: &Files, path: &str, beginning: &[u8]) -> bool {
    let lines = |text: &str| -> Vec<String> {
        let lines = text.lines().map(|line| line.trim().replace(';', ","));
        lines.filter(|line| !line.is_empty()).collect()
    };
    let then = String::from_utf8_lossy(beginning);
    files
        .text(path)
        .is_ok_and(|now| lines(&now) == lines(&then))
}

fn texts(localised: &Localised) -> Box<dyn Iterator<Item = &String> + '_> {
    match localised {
        Localised::Empty => Box::new(std::iter::empty()),
        Localised::Same(text) => Box::new(std::iter::once(text)),
        Localised::Each(texts) => Box::new(texts.values()),
    }
}

fn host(address: &str) -> &str {
    let (_, rest) = address.split_once("://").unwrap_or(("", address));
    let authority = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    let host = authority.rsplit('@').next().unwrap_or(authority);
    match host.strip_prefix('[') {
        Some(host) => host.split(']').next().unwrap_or(host),
        None => host.split(':').next().unwrap_or(host),
    }
}

fn is_below(host: &str, domain: &str) -> bool {
    let host = host.trim_end_matches('.').to_ascii_lowercase();
    host == domain || host.ends_with(&format!(".{domain}"))
}

/// Whether others than the author may see what stands there.
fn is_seen(host: &str) -> bool {
    let is_own_machine = host
        .parse::<std::net::IpAddr>()
        .is_ok_and(|address| address.is_loopback());
    let mut unseen = OF_DOCUMENTS.iter().chain(&OF_NOBODY);
    !is_own_machine && !unseen.any(|domain| is_below(host, domain))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(settings: &str, table: Option<&str>, named: bool) -> Vec<String> {
        let mut files = vec![(config::FILE, settings)];
        files.extend(table.map(|table| ("data/budget.csv", table)));
        let files = Files::in_memory(files);
        let config = config::load(&files, &mut Report::new()).unwrap();
        let mut report = Report::new();
        tell_left_over(&config, &files, named, &mut report);
        let english = crate::diagnostic::MessageLanguage::English;
        let found = report.sorted().into_iter();
        found
            .map(|found| format!("{} {}", found.code.id, found.message(english)))
            .collect()
    }

    #[test]
    fn what_is_as_it_was_is_told_once() {
        let own = files();
        let text = |path: &str| {
            let (_, bytes) = own.iter().find(|(own, _)| own == path).unwrap();
            String::from_utf8(bytes.to_vec()).unwrap()
        };
        let settings = text(config::FILE);
        let table = text("data/budget.csv");
        let all = "`https://example.org/`, `The name of your organisation`, `This is an example: all \
                   figures are invented` and `data/budget.csv`";
        assert_eq!(
            told(&settings, Some(&table), false),
            [format!("W119 still to be replaced: {all}")]
        );
        // As Excel saves it, in a country that writes decimals with a comma.
        let saved = format!("\u{feff}{}", table.replace(',', ";").replace('\n', "\r\n"));
        let replaced = settings.replace("example.org", "water.org.kh");
        let rest = all.replace("`https://example.org/`, ", "");
        assert_eq!(
            told(&replaced, Some(&saved), true),
            [format!(
                "E119 the site is made for `https://water.org.kh/`, but still to be replaced: {rest}"
            )]
        );
        let corrected = table.replace("90000000", "91000000");
        let own = "base_url = 'https://water.org.kh/'\n[organisation]\nname = 'ទឹក'\n";
        assert_eq!(told(own, Some(&corrected), true), [""; 0]);
        assert_eq!(
            told("base_url = 'https://www.example.com:80/a/'\n", None, true),
            ["W119 still to be replaced: `https://www.example.com:80/a/`"]
        );
    }

    #[test]
    fn hosts_that_nobody_else_sees_are_known() {
        for address in [
            "http://localhost:8000/",
            "http://127.0.0.1/",
            "http://[::1]:80/",
            "https://sala.test/",
            "https://EXAMPLE.org/",
            "https://a.b.example/",
        ] {
            assert!(!is_seen(host(address)), "{address}");
        }
        for address in [
            "https://water.org.kh/",
            "https://user@10.0.0.1/",
            "https://myexample.org/",
            "https://xn--j2e7beiw1lb2hqg.example.kh/",
        ] {
            assert!(is_seen(host(address)), "{address}");
        }
    }
}
