//! A page's file → where its front matter and its text stand, and in what form the front matter is.
//!
//! Its place is between two lines of `+++` at the top. What other programs and keyboards put there is read
//! as it is meant where that is certain; anything else that looks like settings is told, so that none is
//! lost and none is shown as text. What the settings say is not asked here.

use super::keys::{is_known, key_and_sign, key_of};
use super::stray;
use crate::diagnostic::{Place, Report, codes, diagnostic};
use crate::schema::{Form, is_blank};
use std::ops::Range;

/// Where a file's front matter and its text stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Parts {
    pub front: Range<usize>,
    pub form: Form,
    pub body: Range<usize>,
}

/// A line that begins or ends settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fence {
    /// `+++`
    Plus,
    /// `---`, which other programs have.
    Dash,
}

/// A part of a file's text, and its lines.
pub(super) struct Lines<'text> {
    text: &'text str,
    at: usize,
}

impl<'text> Lines<'text> {
    pub(super) fn from(text: &'text str, at: usize) -> Lines<'text> {
        Lines { text, at }
    }
}

/// Each line without the spaces around it, and where it stands with its end.
impl<'text> Iterator for Lines<'text> {
    type Item = (&'text str, Range<usize>);

    fn next(&mut self) -> Option<Self::Item> {
        let start = self.at;
        let rest = self.text.get(start..).filter(|rest| !rest.is_empty())?;
        let length = memchr::memchr(b'\n', rest.as_bytes()).map_or(rest.len(), |end| end + 1);
        self.at = start + length;
        let line = rest[..length].trim_matches(|c| is_blank(c) || c == '\n');
        Some((line, start..self.at))
    }
}

/// Divides a file; what it begins with decides whether it has front matter.
pub(super) fn divide(path: &str, text: &str, report: &mut Report) -> Option<Parts> {
    let tell = |range: Range<usize>| Place::in_text(path, text, range);
    let without = Parts {
        front: 0..0,
        form: Form::Toml,
        body: 0..text.len(),
    };
    let Some((line, range)) = beginning(text) else {
        return Some(without);
    };
    let parts = match fence(line) {
        Some((Fence::Plus, rest)) => {
            Some(plus(path, text, (offset(text, rest), rest, range), report)?)
        }
        Some((Fence::Dash, _)) => match dashes(text, &range) {
            Dashes::Settings(parts) => {
                if let Some(prose) = prose(text, parts.front.clone()) {
                    let (place, sign) = (tell(shown(text, &prose)), "---");
                    let code =
                        diagnostic!(codes::content::SETTINGS_END_MISSING, place, sign = sign);
                    report.push(code);
                    return None;
                }
                Some(parts)
            }
            Dashes::Unclosed => {
                let place = tell(shown(text, &range));
                report.push(diagnostic!(codes::content::DASHES_UNCLOSED, place));
                return None;
            }
            Dashes::Rule => None,
        },
        None if line == ";;;" || line.starts_with('{') => match is_json(text, &range) {
            true => {
                let place = tell(shown(text, &range));
                report.push(diagnostic!(codes::content::SETTINGS_IN_JSON, place));
                return None;
            }
            false => None,
        },
        None if line.starts_with("```") || line.starts_with("~~~") => {
            match is_code_of_settings(text, line, &range) {
                true => {
                    let place = tell(shown(text, &range));
                    report.push(diagnostic!(codes::content::SETTINGS_IN_CODE, place));
                    return None;
                }
                false => None,
            }
        }
        None => None,
    };
    let has_front = parts.is_some();
    let parts = parts.unwrap_or(without);
    match stray::find(text, parts.body.clone(), has_front) {
        None => Some(parts),
        Some(found) => {
            report.push(found.told(tell(shown(text, &found.range))));
            None
        }
    }
}

/// The first line that says something, past empty lines and comments that HTML does not show; nothing
/// if the file begins with its text.
fn beginning(text: &str) -> Option<(&str, Range<usize>)> {
    // Most files begin with what they are.
    if text.starts_with("+++\n") {
        return Some((&text[..3], 0..4));
    }
    let mut at = 0;
    loop {
        let rest = text[at..].trim_start_matches(|c| is_blank(c) || c == '\n');
        at = text.len() - rest.len();
        let Some(comment) = rest.strip_prefix("<!--") else {
            break;
        };
        let end = comment.find("-->")?;
        at += "<!--".len() + end + "-->".len();
    }
    let (line, mut range) = Lines::from(text, at).next()?;
    range.start = at;
    Some((line, range))
}

/// The line without its end.
fn shown(text: &str, range: &Range<usize>) -> Range<usize> {
    let line = text[range.clone()].trim_end_matches(|c| is_blank(c) || c == '\n');
    let start = line.len() - line.trim_start_matches(is_blank).len();
    range.start + start..range.start + line.len()
}

/// Where `part` begins in `whole`, of which it is a part.
fn offset(whole: &str, part: &str) -> usize {
    (part.as_ptr() as usize).saturating_sub(whole.as_ptr() as usize)
}

/// The fence that a line is, and what stands behind it on the line.
pub(super) fn fence(line: &str) -> Option<(Fence, &str)> {
    let is_plus = |c: char| matches!(c, '+' | '＋' | '﹢' | '➕');
    let is_dash = |c: char| matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '－');
    let first = line.chars().next()?;
    let (fence, is_sign): (_, &dyn Fn(char) -> bool) = match first {
        c if is_plus(c) => (Fence::Plus, &is_plus),
        c if is_dash(c) => (Fence::Dash, &is_dash),
        _ => return None,
    };
    let rest = line.trim_start_matches(|c| is_sign(c) || is_blank(c));
    let signs = line[..line.len() - rest.len()].chars();
    let signs: Vec<char> = signs.filter(|c| is_sign(*c)).collect();
    // `---` becomes one long dash in a word processor.
    let is_long = fence == Fence::Dash && signs.iter().any(|c| *c != '-');
    let is_fence = match (fence, rest) {
        (Fence::Plus, "") => signs.len() >= 2,
        (Fence::Plus, _) => line.starts_with("+++") || line.starts_with("＋＋＋"),
        (Fence::Dash, "") => signs.len() >= 3 || is_long,
        (Fence::Dash, _) => false,
    };
    is_fence.then_some((fence, rest))
}

/// The parts of a file whose first line is `+++`, with `rest` behind it.
fn plus(
    path: &str,
    text: &str,
    (begin, rest, line): (usize, &str, Range<usize>),
    report: &mut Report,
) -> Option<Parts> {
    // All on one line: `+++ title = "x" +++`.
    let second = ["+++", "＋＋＋"].iter().find_map(|sign| rest.find(sign));
    if let Some(second) = second.filter(|at| rest[..*at].matches('"').count() % 2 == 0) {
        let body = rest[second..].trim_start_matches(['+', '＋']);
        return Some(parts(text, begin..begin + second, offset(text, body)));
    }
    let begin = match rest.trim_matches(is_blank) {
        "" | "toml" | "TOML" | "yaml" | "YAML" => line.end,
        _ => begin,
    };
    let end = match closing(text, begin, line.end) {
        Some(end) => end,
        None => {
            let place = Place::in_text(path, text, shown(text, &line));
            report.push(diagnostic!(codes::content::FRONT_MATTER_UNCLOSED, place));
            return None;
        }
    };
    if is_json(text, &(begin..end.start)) {
        let place = Place::in_text(path, text, shown(text, &line));
        report.push(diagnostic!(codes::content::SETTINGS_IN_JSON, place));
        return None;
    }
    if let Some(prose) = prose(text, begin..end.start) {
        let place = Place::in_text(path, text, shown(text, &prose));
        let sign = "+++";
        report.push(diagnostic!(
            codes::content::SETTINGS_END_MISSING,
            place,
            sign = sign
        ));
        return None;
    }
    Some(parts(text, begin..end.start, end.end))
}

/// The line that ends settings which begin at `begin`, the lines of which begin at `from`: up to where
/// the text begins, which may stand on the same line.
fn closing(text: &str, begin: usize, from: usize) -> Option<Range<usize>> {
    let mut other: Option<Range<usize>> = None;
    // Whether nothing but settings stands before the line.
    let mut may_be_other = true;
    for (line, range) in Lines::from(text, from) {
        let first = line.as_bytes().first();
        if first.is_none_or(|first| !matches!(first, b'+' | b'-' | b'`' | b'~' | 0x80..)) {
            continue;
        }
        match fence(line) {
            Some((Fence::Plus, rest)) => {
                let body = match rest {
                    "" => range.end,
                    rest => offset(text, rest),
                };
                return match other {
                    // It was closed before by another sign.
                    Some(other) if !is_settings(text, other.end..range.start) => Some(other),
                    _ => Some(range.start..body),
                };
            }
            Some((Fence::Dash, _)) => {}
            None if line == "```" || line == "~~~" => {}
            None => continue,
        }
        if other.is_none() && may_be_other {
            may_be_other = is_settings(text, begin..range.start);
            other = may_be_other.then_some(range);
        }
    }
    other
}

/// What stands between dashes at the top of a file.
enum Dashes {
    Settings(Parts),
    Unclosed,
    /// A line across the page.
    Rule,
}

fn dashes(text: &str, line: &Range<usize>) -> Dashes {
    let begin = line.end;
    let mut first = None;
    let mut has_known = false;
    for (line, range) in Lines::from(text, begin) {
        if line == "..." || fence(line).is_some_and(|(_, rest)| rest.is_empty()) {
            // Nothing between two lines says nothing.
            let is_empty = range.start == begin;
            return match has_known || is_empty {
                true => Dashes::Settings(parts(text, begin..range.start, range.end)),
                false => Dashes::Rule,
            };
        }
        let key = key_of(line);
        has_known |= key.is_some_and(is_known);
        if first.is_none() && !line.is_empty() && !line.starts_with('#') {
            if key.is_none() {
                return Dashes::Rule;
            }
            first = key;
        }
    }
    match first.is_some_and(is_known) {
        true => Dashes::Unclosed,
        false => Dashes::Rule,
    }
}

/// The parts, once it is known where they stand.
fn parts(text: &str, front: Range<usize>, body: usize) -> Parts {
    Parts {
        form: form(&text[front.clone()]),
        front,
        body: body..text.len(),
    }
}

/// The form of settings: the sign behind the first key tells it.
fn form(front: &str) -> Form {
    // What is written as we ask for it is seen at a glance.
    let mut first = None;
    for (line, _) in Lines::from(front, 0) {
        if line.starts_with('[') {
            return Form::Toml;
        }
        match (first, key_and_sign(line)) {
            (None, Some((_, '='))) => return Form::Toml,
            (None, Some((_, sign))) => first = Some(sign),
            _ => {}
        }
    }
    match first {
        Some(_) => Form::Yaml,
        None => Form::Toml,
    }
}

/// Whether all that stands there looks like settings.
fn is_settings(text: &str, range: Range<usize>) -> bool {
    let mut has_key = false;
    let lines = Lines::from(&text[..range.end], range.start);
    for (line, _) in lines {
        let is_part = line.starts_with(['"', '\'', '[', ']', '{', '}', '-', ',', '#', '“']);
        match key_and_sign(line) {
            Some(_) => has_key = true,
            None if line.is_empty() || is_part => {}
            None => return false,
        }
    }
    has_key
}

/// The first of two lines among settings that can only be text of the page: where the settings end, the
/// line that says so is missing.
fn prose(text: &str, front: Range<usize>) -> Option<Range<usize>> {
    let settings = &text[front.clone()];
    if settings.contains("\"\"\"") || settings.contains("'''") {
        return None;
    }
    let is_prose = |line: &str| {
        // Nearly every line of settings has one of these.
        memchr::memchr2(b'=', b':', line.as_bytes()).is_none()
            && !line.contains(['＝', '：'])
            && !line.ends_with(',')
            && !line.starts_with(['"', '\'', '[', ']', '{', '}', '-', '#', '“', '/', '<'])
            && line.chars().filter(|c| c.is_alphabetic()).nth(1).is_some()
    };
    let mut before: Option<Range<usize>> = None;
    for (line, range) in Lines::from(&text[..front.end], front.start) {
        if line.starts_with("```") {
            return Some(before.unwrap_or(range));
        }
        let is_indented = text[range.clone()].starts_with([' ', '\t']);
        match (is_prose(line) && !is_indented, &before) {
            (true, Some(before)) => return Some(before.clone()),
            (true, None) => before = Some(range),
            (false, _) if line.is_empty() => {}
            (false, _) => before = None,
        }
    }
    None
}

/// Whether an object of JSON with settings stands there.
fn is_json(text: &str, line: &Range<usize>) -> bool {
    const LOOKED_AT: usize = 20;
    let begin = text[line.start..].trim_start_matches(|c| is_blank(c) || c == '\n');
    if !begin.starts_with(['{', ';']) {
        return false;
    }
    let lines = Lines::from(text, line.start).map(|(line, _)| line);
    let mut keys = lines.take(LOOKED_AT).filter_map(|line| {
        let begin = line.trim_start_matches(['{', ' ']).strip_prefix('"')?;
        let (key, after) = begin.split_once('"')?;
        after.trim_start().starts_with(':').then_some(key)
    });
    keys.any(is_known)
}

/// Whether a block of code at the top of a file holds the settings of its page.
fn is_code_of_settings(text: &str, line: &str, range: &Range<usize>) -> bool {
    let language = line.trim_start_matches(['`', '~']).trim();
    let mark = &line[..3];
    let inner = Lines::from(text, range.end).map(|(line, _)| line);
    let mut inner = inner.take_while(|line| !line.starts_with(mark));
    let Some(first) = inner.by_ref().find(|line| !line.is_empty()) else {
        return false;
    };
    match fence(first) {
        Some(_) => inner
            .find(|line| !line.is_empty())
            .and_then(key_of)
            .is_some_and(is_known),
        None => {
            let is_of_settings = matches!(
                language.to_ascii_lowercase().as_str(),
                "" | "toml" | "yaml" | "yml" | "frontmatter" | "front-matter"
            );
            let begins = matches!(key_of(first), Some("title" | "draft" | "date"));
            is_of_settings && begins && inner.filter_map(key_of).all(is_known)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::MessageLanguage;

    /// The settings and the text of a file, or what is told of it.
    fn divided(text: &str) -> String {
        let mut report = Report::new();
        let Some(Parts { front, form, body }) = divide("a", text, &mut report) else {
            let told = report.sorted();
            let told = told.iter().map(|one| {
                let message = one.message(MessageLanguage::English);
                format!("{} {}: {message}", one.code.id, one.place)
            });
            return told.collect::<Vec<String>>().join("\n");
        };
        assert!(report.is_empty());
        let (front, body) = (text[front].trim(), text[body].trim());
        match (front, form) {
            ("", _) => format!("| {body}"),
            (front, Form::Toml) => format!("{front} | {body}"),
            (front, Form::Yaml) => format!("yaml {front} | {body}"),
        }
    }

    fn check(cases: &[(&str, &str)]) {
        let mut wrong = Vec::new();
        for (text, expected) in cases {
            let read = divided(text);
            if read != *expected {
                wrong.push(format!("{text}\n  is      {read}\n  and not {expected}"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn settings_are_found_whatever_stands_around_them() {
        let toml = "draft = true | # ទឹក";
        for begin in [
            "+++\n",
            "\n\n+++\n",
            "  +++\n",
            "\u{feff}\u{feff}+++\n",
            "\u{200b}\n\u{a0}\n+++\u{200b}\n",
            "<!-- ព្រាង -->\n+++\n",
            "<!--\n+++ two lines\n-->\n\n+++\n",
            "++\n",
            "++++\n",
            "+ + +\n",
            "＋＋＋\n",
            "＋ ＋ ＋\n",
            "+++ toml\n",
            "---\n",
            "—\n",
            "———\n",
            "- - -\n",
            "----\n",
        ] {
            let dashes = matches!(fence(begin.trim()), Some((Fence::Dash, _)));
            let ends: &[&str] = match dashes {
                true => &["---\n", "...\n", "—\n", "+++\n"],
                false => &[
                    "+++\n",
                    "++++\n",
                    "++\n",
                    " +++ \n",
                    "＋＋＋\n",
                    "+ + +\n",
                    "---\n",
                    "```\n",
                    "+++ ",
                ],
            };
            for end in ends {
                let text = format!("{begin}draft = true\n{end}# ទឹក\n");
                assert_eq!(divided(&text), toml, "{text}");
            }
        }
        check(&[
            ("+++ title = \"ទឹក\" +++\n# ទឹក", "title = \"ទឹក\" | # ទឹក"),
            (
                "+++ title = \"ទឹក\"\ndraft = true\n+++\n",
                "title = \"ទឹក\"\ndraft = true | ",
            ),
            ("+++\n+++\n# ទឹក", "| # ទឹក"),
            (
                "---\ntitle: >\n  មួយ\n  ពីរ\n---\nx",
                "yaml title: >\n  មួយ\n  ពីរ | x",
            ),
            (
                "+++\nleaflets = [\ntrifold,\nbooklet,\n]\n+++\nx",
                "leaflets = [\ntrifold,\nbooklet,\n] | x",
            ),
            ("---\n---\n# ទឹក", "| # ទឹក"),
            (
                "+++\ntitle = 'x'\n---\ndraft = true\n+++\nx",
                "title = 'x'\n---\ndraft = true | x",
            ),
            (
                "---\ntitle: ទឹក\ndraft: true\n---\nx",
                "yaml title: ទឹក\ndraft: true | x",
            ),
            ("+++\ntitle: ទឹក\n+++\nx", "yaml title: ទឹក | x"),
            (
                "---\n# a comment\n\nlayout: post\n---\nx",
                "yaml # a comment\n\nlayout: post | x",
            ),
            (
                "+++\na = \"\"\"\nមួយ\nពីរ\n\"\"\"\n+++\nx",
                "a = \"\"\"\nមួយ\nពីរ\n\"\"\" | x",
            ),
            (
                "+++\ndraft = true\n---\nx\n\n+++\n",
                "draft = true | x\n\n+++",
            ),
        ]);
    }

    #[test]
    fn text_that_is_no_setting_stays_text() {
        for text in [
            "# ទឹក\n\nអត្ថបទ",
            "---\n\n# ទឹក",
            "---\nអត្ថបទ\n---\n# ទឹក",
            "---\nNote: read this.\n\nអត្ថបទ\n---\n",
            "---\nNote: read this.\n---\n",
            "# ទឹក\n\n```toml\n+++\ndraft = true\n+++\n```",
            "# ទឹក\n\n~~~\n---\ntitle: x\n---\n~~~\n",
            "# ទឹក\n\ntitle: x\n\nអត្ថបទ\n\nDraft is what we call it: true",
            "# ទឹក\n\nweight: kilograms\n\nអត្ថបទ",
            "# Layout\n\nLayout: two columns",
            "# ទឹក\n\n---\n\nអត្ថបទ\n\n---\n",
            "# ទឹក\n\n+++\nអត្ថបទ",
            "ទឹក\n---\ndate of birth: x\n",
            "{{ chart(\n  title=\"x\",\n  type=\"y\",\n) }}\n\n# ទឹក",
            "<figure\ntitle=\"x\">\n</figure>\n\n# ទឹក",
            "# ទឹក\n\n<!--\ndraft = true\n-->\n",
            "Date: 24 November 2026\n\n# ទឹក",
            "អត្ថបទ\nType: x\n\n# ទឹក",
            "https://example.org/\n\n# ទឹក",
            "1. title: x\n- type: true\n\n# ទឹក",
            "**Draft:** for comments\n\n# ទឹក",
            "# draft = 3\n",
            "```toml\ndataset = \"x\"\n```\n# ទឹក",
            "```sh\ntitle=x\n```\n# ទឹក",
            "{{ amount(year=2026) }}\n# ទឹក",
            "{% note() %}\ntext\n{% end %}\n# ទឹក",
            "+ មួយ\n+ ពីរ\n\n# ទឹក",
            "",
            "\n\n",
        ] {
            assert_eq!(divided(text), format!("| {}", text.trim()), "{text}");
        }
    }

    #[test]
    fn what_looks_like_settings_is_never_shown_as_text() {
        let bare = |at: &str, key: &str| {
            format!("E260 a:{at}: `{key}` looks like a setting, but stands in the text of the page")
        };
        let below = |at: &str, key: &str| {
            format!("E263 a:{at}: settings begin here, with `{key}`, below text of the page")
        };
        let again = |at: &str, key: &str| {
            format!("E262 a:{at}: a second block of settings begins here, with `{key}`")
        };
        let code = "E264 a:1:1: a block of code with settings stands at the top of the page";
        let json = "E265 a:1:1: the settings of this page are JSON, which is not read here";
        let unclosed = "E201 a:1:1: the front matter begins with `+++` but no second `+++` ends it";
        let prose =
            |at: &str| format!("E261 a:{at}: text of the page stands here among its settings");
        for (text, expected) in [
            ("title = \"ទឹក\"\ndraft = true\n\nអត្ថបទ", bare("1:1", "title")),
            ("\u{feff}\n draft: true\n# ទឹក", bare("2:2", "draft")),
            ("Draft: true\n\n# ទឹក", bare("1:1", "Draft")),
            ("Title: ទឹក\n\nអត្ថបទ", bare("1:1", "Title")),
            (
                "អត្ថបទ\n\nexpires = 2026-11-24\n\n# ទឹក",
                bare("3:1", "expires"),
            ),
            ("publishDate: 2026-11-24\n# ទឹក", bare("1:1", "publishDate")),
            ("+\ndraft = true\n+\n# ទឹក", bare("2:1", "draft")),
            ("***\ndraft: true\n***\n# ទឹក", bare("2:1", "draft")),
            (
                "+++\ntitle = 'x'\n+++\ndraft = true\n\n# ទឹក",
                bare("4:1", "draft"),
            ),
            ("# ទឹក\n\ndraft: true\n\nអត្ថបទ", bare("3:1", "draft")),
            ("# ទឹក\n**Draft:** yes\n", bare("2:1", "Draft")),
            ("# ទឹក\n\nslug: water\n", bare("3:1", "slug")),
            ("# ទឹក\n\ntitle: x\n\ndraft = true", bare("5:1", "draft")),
            ("# ទឹក\n\nក\n\nខ\n\ndraft = true", bare("7:1", "draft")),
            ("<!--\ndraft = true\n-->\n\n# ទឹក", bare("2:1", "draft")),
            ("# ទឹក\n+++\ndraft = true\n+++\n", below("2:1", "draft")),
            ("# ទឹក\n+++\ndraft = true\nអត្ថបទ\n", below("2:1", "draft")),
            ("#+AUTHOR: x\nslug = 'x'\n# ទឹក", bare("2:1", "slug")),
            ("អត្ថបទ\n\n---\ndraft: true\n---\n", below("3:1", "draft")),
            ("# ទឹក\n\n＋＋＋\n\ntitle: x\n", below("3:1", "title")),
            (
                "+++\ntitle = 'x'\n+++\n+++\ndraft = true\n+++\n",
                again("4:1", "draft"),
            ),
            (
                "---\ntitle: x\n---\n\nអត្ថបទ\n\n---\ndraft: true\ntags:\n- a\n---\n",
                again("7:1", "draft"),
            ),
            (
                "```toml\ntitle = \"x\"\ndraft = true\n```\n# ទឹក",
                code.to_owned(),
            ),
            ("```yaml\n---\ntitle: x\n---\n```\n# ទឹក", code.to_owned()),
            ("```\n+++\ndraft = true\n+++\n```\n", code.to_owned()),
            (
                "{\n  \"title\": \"ទឹក\",\n  \"draft\": true\n}\n\n# ទឹក",
                json.to_owned(),
            ),
            (";;;\n\"title\": \"ទឹក\"\n;;;\n", json.to_owned()),
            ("{ \"draft\": true }\n", json.to_owned()),
            ("+++\ntitle = 'x'\n", unclosed.to_owned()),
            ("+++\ntitle = 'x'\n\n# ទឹក\n\nអត្ថបទ", unclosed.to_owned()),
            (
                "---\ntitle: x\n\n# ទឹក\n",
                "E266 a:1:1: the settings begin with `---` but no second `---` ends them"
                    .to_owned(),
            ),
            ("---\ndraft: true\n\nមួយ មួយ\nពីរ ពីរ\n\n---\nx", prose("4:1")),
            ("+++\ndraft = true\n\nមួយ មួយ\nពីរ ពីរ\n\n+++\n", prose("4:1")),
            (
                "+++\ntitle = 'x'\n\n# ទឹក\n\n```toml\n+++\n```\n",
                prose("6:1"),
            ),
        ] {
            assert_eq!(divided(text), expected, "{text}");
        }
    }
}
