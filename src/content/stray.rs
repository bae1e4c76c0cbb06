//! The text of a page → the first place in it where settings stand that nobody would read: without the
//! lines around them, or below text.
//!
//! Code, the calls of components and HTML tags may hold whatever they want. Each line is looked at by
//! its first letters, so that a text costs next to nothing.

use super::keys::{SLIPS, has_effect, is_known, key_and_sign};
use super::parts::{Fence, Lines, fence};
use crate::diagnostic::{Diagnostic, Place, codes, diagnostic};
use crate::schema::{is_blank, says_yes_or_no};
use std::ops::Range;

/// Settings that stand in the text of a page.
pub(super) struct Found {
    kind: Kind,
    /// Its line.
    pub(super) range: Range<usize>,
    key: String,
}

enum Kind {
    /// A setting without lines around it.
    Bare,
    /// A second block.
    Again,
    /// A block below text.
    Below,
}

impl Found {
    pub(super) fn told(&self, place: Place) -> Diagnostic {
        let key = &self.key;
        match self.kind {
            Kind::Bare => diagnostic!(codes::content::SETTING_IN_TEXT, place, key = key),
            Kind::Again => diagnostic!(codes::content::SETTINGS_AGAIN, place, key = key),
            Kind::Below => diagnostic!(codes::content::SETTINGS_BELOW_TEXT, place, key = key),
        }
    }
}

/// Keys that nobody begins a line of text with, also where they begin with a capital.
const NEVER_TEXT: [&str; 7] = [
    "draft",
    "published",
    "expires",
    "slug",
    "layout",
    "permalink",
    "aliases",
];

/// What stands between a key and its value.
const SIGNS: [char; 5] = [':', '=', '：', '＝', '៖'];

/// What a line is in, until a line ends it.
enum Within<'text> {
    Text,
    Code(&'text str),
    Until(&'static str),
    /// A comment above all text of a page without settings.
    FirstComment,
}

/// The first settings in `body`; `has_front` says whether the page has others at its top.
pub(super) fn find(text: &str, body: Range<usize>, has_front: bool) -> Option<Found> {
    let mut within = Within::Text;
    let mut is_before_heading = true;
    // Right below a heading settings stand as well where somebody put the title first.
    let mut is_below_heading = false;
    let mut is_first = true;
    let mut at = body.start;
    while at < body.end {
        let rest = &text.as_bytes()[at..body.end];
        let length = memchr::memchr(b'\n', rest).map_or(rest.len(), |end| end + 1);
        let range = at..at + length;
        at = range.end;
        // Most lines are text in Khmer, which begins with another byte.
        let may_matter = match (&within, rest[0]) {
            (
                Within::Text,
                b'`' | b'~' | b'+' | b'-' | b' ' | b'\t' | b'<' | b'{' | b'D' | b'P' | b'd' | b'p'
                | 0xC2 | 0xE2 | 0xEF,
            ) => true,
            (Within::Text, _) => is_before_heading || is_below_heading,
            _ => true,
        };
        if !may_matter {
            continue;
        }
        let line = text[range.clone()].trim_matches(|c| is_blank(c) || c == '\n');
        match within {
            Within::Code(mark) => {
                if line.starts_with(mark) && line.trim_start_matches(&mark[..1]).is_empty() {
                    within = Within::Text;
                }
                continue;
            }
            Within::FirstComment => {
                if let Some(key) = commented(line) {
                    let (kind, key) = (Kind::Bare, key.to_owned());
                    return Some(Found { kind, range, key });
                }
                if line.contains("-->") {
                    within = Within::Text;
                }
                continue;
            }
            Within::Until(end) => {
                if line.contains(end) {
                    within = Within::Text;
                }
                continue;
            }
            Within::Text => {}
        }
        let Some(first) = line.bytes().next() else {
            continue;
        };
        let found = match first {
            b'#' => {
                let key = said(line).filter(|_| is_before_heading);
                let is_heading = !line.starts_with("#+");
                is_below_heading = is_before_heading && is_heading;
                is_before_heading &= !is_heading;
                key.map(|key| (Kind::Bare, key))
            }
            b'`' | b'~' => {
                within = code(line).map_or(Within::Text, Within::Code);
                None
            }
            b'+' | b'-' | 0xE2 | 0xEF if is_fence(line) => {
                block(text, line, &range).map(|key| match has_front {
                    true => (Kind::Again, key),
                    false => (Kind::Below, key),
                })
            }
            b'<' if is_first && !has_front && line.starts_with("<!--") => {
                let inner = line[4..].trim_end_matches("-->").trim_matches(is_blank);
                commented(inner).map(|key| (Kind::Bare, key))
            }
            b'A'..=b'Z' | b'a'..=b'z' | b'"' | b'\'' | b',' | b':'..=b'=' | 0xE2 | b'+' | b'-'
                if is_before_heading =>
            {
                let behind = behind_signs(line);
                let key = behind.and_then(|line| bare(line, is_first));
                key.or_else(|| said(line)).map(|key| (Kind::Bare, key))
            }
            b'*' | b'>' | b'_' | b'0'..=b'9' if is_before_heading => {
                said(line).map(|key| (Kind::Bare, key))
            }
            _ if is_below_heading => {
                let key = said(line).or_else(|| never_text(line));
                is_below_heading = key_and_sign(line).is_some_and(|(key, _)| is_known(key));
                key.map(|key| (Kind::Bare, key))
            }
            b'D' | b'P' | b'd' | b'p' => said(line).map(|key| (Kind::Bare, key)),
            _ => None,
        };
        if let Some((kind, key)) = found {
            return Some(Found {
                kind,
                range,
                key: key.to_owned(),
            });
        }
        if (is_before_heading || matches!(first, b'<' | b'{'))
            && matches!(within, Within::Text)
            && let Some(end) = opened(line)
        {
            let is_above_all = is_first && !has_front && line.starts_with("<!--");
            within = match is_above_all {
                true => Within::FirstComment,
                false => Within::Until(end),
            };
        }
        is_first = false;
    }
    None
}

fn is_fence(line: &str) -> bool {
    fence(line).is_some_and(|(_, rest)| rest.is_empty())
}

/// The mark of a block of code that begins with this line.
fn code(line: &str) -> Option<&str> {
    let mark = &line[..1];
    let length = line.len() - line.trim_start_matches(mark).len();
    let is_code = length >= 3 && (mark == "~" || !line[length..].contains('`'));
    is_code.then(|| &line[..length])
}

/// What ends a call or a tag that this line opens and does not close.
fn opened(line: &str) -> Option<&'static str> {
    memchr::memchr2(b'{', b'<', line.as_bytes())?;
    let is_open = |open: &str, close: &str| match (line.rfind(open), line.rfind(close)) {
        (Some(open), Some(close)) => open > close,
        (Some(_), None) => true,
        (None, _) => false,
    };
    for (open, close) in [("{{", "}}"), ("{%", "%}"), ("<!--", "-->")] {
        if is_open(open, close) {
            return Some(close);
        }
    }
    let tag = line.rfind('<')?;
    let is_tag = line[tag + 1..].starts_with(|c: char| c.is_ascii_alphabetic());
    (is_tag && is_open("<", ">")).then_some(">")
}

/// What stands on a line behind signs that no text begins with: those of a line of signs that was to
/// stand alone. An item of a list is text.
fn behind_signs(line: &str) -> Option<&str> {
    let is_sign = |c: char| matches!(c, '+' | '-');
    let behind = line.trim_start_matches(|c| is_sign(c) || is_blank(c) || SLIPS.contains(&c));
    let signs = &line[..line.len() - behind.len()];
    let is_item = signs.matches(is_sign).count() == 1 && signs.ends_with(is_blank);
    (!is_item).then_some(behind)
}

/// The key of a setting that a line of text can hardly be anything else than.
fn bare(line: &str, is_first: bool) -> Option<&str> {
    let (key, sign) = key_and_sign(line)?;
    let is_never_text = || NEVER_TEXT.iter().any(|own| own.eq_ignore_ascii_case(key));
    let is_title = || is_first && key.eq_ignore_ascii_case("title");
    let begins_small = key.starts_with(|c: char| c.is_ascii_lowercase());
    let is_setting = has_effect(key) && (sign == '=' || begins_small);
    (is_setting || is_never_text() || is_title()).then_some(key)
}

/// The key of a setting that no line of text begins with, written as settings are.
fn never_text(line: &str) -> Option<&str> {
    let (key, _) = key_and_sign(line)?;
    NEVER_TEXT.contains(&key).then_some(key)
}

/// The key of a setting that a line says yes or no to, whatever marks of Markdown stand around it:
/// `- draft: true`, `**draft:** yes`.
fn said(line: &str) -> Option<&str> {
    let mut bytes = line.bytes();
    let begin = bytes.position(|byte| byte.is_ascii_alphabetic())?;
    let line = &line[begin..];
    let mut bytes = line.bytes();
    let end = bytes.position(|byte| !byte.is_ascii_alphabetic())?;
    let (key, rest) = line.split_at(end);
    let is_key = ["draft", "published"]
        .iter()
        .any(|own| own.eq_ignore_ascii_case(key));
    let is_mark = |c: char| is_blank(c) || matches!(c, '*' | '_' | ',' | ';' | '"' | '“' | '”');
    let value = rest.trim_matches(|c| is_mark(c) || SIGNS.contains(&c));
    let has_sign = rest.contains(SIGNS);
    (is_key && has_sign && says_yes_or_no(value)).then_some(key)
}

/// The key of a setting in a comment above all text, where some programs keep theirs.
fn commented(line: &str) -> Option<&str> {
    said(line).or_else(|| never_text(line))
}

/// The first key of a block of settings that begins with this line.
fn block<'text>(text: &'text str, line: &str, range: &Range<usize>) -> Option<&'text str> {
    let (fence_of_it, rest) = fence(line)?;
    if !rest.is_empty() || line.chars().count() < 3 {
        return None;
    }
    let mut first = None;
    for (line, _) in Lines::from(text, range.end) {
        if is_fence(line) {
            return first;
        }
        match (first, key_and_sign(line)) {
            (None, Some((key, _))) if is_known(key) => first = Some(key),
            (None, _) if line.is_empty() => {}
            (None, _) => return None,
            // Nothing else begins so.
            (Some(key), _) if fence_of_it == Fence::Plus => return Some(key),
            (Some(_), None) if !line.is_empty() && !line.starts_with(['-', '#', '[', ']', '"']) => {
                return None;
            }
            (Some(_), _) => {}
        }
    }
    match fence_of_it {
        Fence::Plus => first,
        Fence::Dash => None,
    }
}
