//! A page's bytes → the copy that is shown while it is written: with a script that reloads it, and a policy
//! that lets the script in. Text in, text out; the page on the disk never has either.

use super::policy;
use memchr::memmem;

/// Our own addresses.
pub(super) const SCRIPT: &str = "/_sala/preview.js";
pub(super) const EVENTS: &str = "/_sala/events";
pub(super) const PROBLEMS: &str = "/_sala/problems";

/// The page as it is shown at `origin`, made from the campaign that is called `mark`.
pub(super) fn served(page: &str, origin: &str, mark: &str) -> String {
    let mut out = with_wider_policies(page, origin);
    let script = script(origin, mark);
    let at = last_end_tag(&out, "body").or_else(|| last_end_tag(&out, "html"));
    out.insert_str(at.unwrap_or(out.len()), &script);
    out
}

/// The element that loads our script; the address is whole, whatever `<base>` says. A `mark` that names
/// a report too is that of a page which is shown because of it.
pub(super) fn script(origin: &str, mark: &str) -> String {
    format!("<script src=\"{origin}{SCRIPT}\" data-mark=\"{mark}\"></script>")
}

fn last_end_tag(page: &str, name: &str) -> Option<usize> {
    let mut found = None;
    for at in memmem::find_iter(page.as_bytes(), "</") {
        let rest = &page.as_bytes()[at + 2..];
        let is_named = rest.get(..name.len());
        let ends = rest
            .get(name.len())
            .is_none_or(|byte| !byte.is_ascii_alphanumeric());
        if is_named.is_some_and(|own| own.eq_ignore_ascii_case(name.as_bytes())) && ends {
            found = Some(at);
        }
    }
    found
}

/// The page with each `<meta http-equiv="Content-Security-Policy">` widened.
fn with_wider_policies(page: &str, origin: &str) -> String {
    let mut out = String::with_capacity(page.len() + 512);
    let mut done = 0;
    for at in memmem::find_iter(page.as_bytes(), "<") {
        if at < done || !is_meta(&page.as_bytes()[at + 1..]) {
            continue;
        }
        let Some(tag) = Tag::read(page, at + "<meta".len()) else {
            continue;
        };
        let names_policy = tag
            .value("http-equiv")
            .is_some_and(|(_, value)| value.eq_ignore_ascii_case("content-security-policy"));
        let Some((range, policy)) = tag.value("content").filter(|_| names_policy) else {
            continue;
        };
        let policy = policy::widened(&unescaped(policy), origin);
        out.push_str(&page[done..range.start]);
        out.push('"');
        out.push_str(&policy.replace('&', "&amp;").replace('"', "&quot;"));
        out.push('"');
        done = range.end;
    }
    out.push_str(&page[done..]);
    out
}

fn is_meta(rest: &[u8]) -> bool {
    let named = rest.get(.."meta".len());
    named.is_some_and(|name| name.eq_ignore_ascii_case(b"meta"))
        && rest
            .get(4)
            .is_some_and(|byte| byte.is_ascii_whitespace() || *byte == b'/')
}

/// The attributes of a start tag: names with the place of each value, its quotation marks included.
struct Tag<'page> {
    attributes: Vec<(&'page str, std::ops::Range<usize>, &'page str)>,
}

impl<'page> Tag<'page> {
    /// The attributes from `at` to the tag's end; nothing if it has none.
    fn read(page: &'page str, at: usize) -> Option<Tag<'page>> {
        let bytes = page.as_bytes();
        let skip = |from: usize, skipped: &dyn Fn(u8) -> bool| {
            let rest = bytes[from..].iter();
            from + rest.take_while(|byte| skipped(**byte)).count()
        };
        let is_space = |byte: u8| byte.is_ascii_whitespace();
        let mut attributes = Vec::new();
        let mut at = at;
        loop {
            at = skip(at, &|byte| is_space(byte) || byte == b'/');
            if *bytes.get(at)? == b'>' {
                return Some(Tag { attributes });
            }
            let name_end = skip(at + 1, &|byte| !is_space(byte) && !b"=>/".contains(&byte));
            let name = page.get(at..name_end)?;
            let equals = skip(name_end, &is_space);
            if bytes.get(equals) != Some(&b'=') {
                at = name_end;
                continue;
            }
            let start = skip(equals + 1, &is_space);
            let (end, value) = match *bytes.get(start)? {
                quote @ (b'"' | b'\'') => {
                    let end = skip(start + 1, &|byte| byte != quote);
                    (end + 1, page.get(start + 1..end)?)
                }
                _ => {
                    let end = skip(start, &|byte| !is_space(byte) && byte != b'>');
                    (end, page.get(start..end)?)
                }
            };
            if end > bytes.len() {
                return None;
            }
            attributes.push((name, start..end, value));
            at = end;
        }
    }

    /// The first value of this name, as browsers take it.
    fn value(&self, name: &str) -> Option<(std::ops::Range<usize>, &'page str)> {
        let mut attributes = self.attributes.iter();
        let (_, range, value) = attributes.find(|(own, ..)| own.eq_ignore_ascii_case(name))?;
        Some((range.clone(), value))
    }
}

fn unescaped(value: &str) -> String {
    let mut value = value.to_owned();
    for (entity, sign) in [
        ("&#39;", "'"),
        ("&#x27;", "'"),
        ("&apos;", "'"),
        ("&quot;", "\""),
        ("&amp;", "&"),
    ] {
        value = value.replace(entity, sign);
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_gets_a_script_before_its_body_ends_and_a_policy_that_lets_it_in() {
        let script = script("o", "1-2");
        for (page, expected) in [
            (
                "<body>a</body></html>",
                format!("<body>a{script}</body></html>"),
            ),
            ("<p>a</BODY >", format!("<p>a{script}</BODY >")),
            ("<p>a</html>", format!("<p>a{script}</html>")),
            ("<p>ក</bodyguard>", format!("<p>ក</bodyguard>{script}")),
            ("", script.clone()),
            (
                "<meta charset=utf-8><META\nHTTP-EQUIV=content-security-policy CONTENT=\"img-src a\"><p>",
                format!(
                    "<meta charset=utf-8><META\nHTTP-EQUIV=content-security-policy CONTENT=\"img-src a\"><p>{script}"
                ),
            ),
            (
                "<meta content='default-src &#39;none&#39;' http-equiv='Content-Security-Policy'/>ក",
                format!(
                    "<meta content=\"default-src 'none'; script-src o/_sala/preview.js; connect-src o/_sala/events; \
                     frame-src o/_sala/problems\" http-equiv='Content-Security-Policy'/>ក{script}"
                ),
            ),
            (
                "<meta name=description content=\"script-src 'none'\">",
                format!("<meta name=description content=\"script-src 'none'\">{script}"),
            ),
            (
                "<meta http-equiv=\"Content-Security-Policy\" content=\"a",
                format!("<meta http-equiv=\"Content-Security-Policy\" content=\"a{script}"),
            ),
            ("<meta", format!("<meta{script}")),
        ] {
            assert_eq!(served(page, "o", "1-2"), expected, "{page}");
        }
    }
}
