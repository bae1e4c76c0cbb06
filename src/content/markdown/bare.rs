//! Words → the addresses that stand bare among them: `https://…`, `www.…` and e-mail addresses, without
//! the punctuation, Khmer or Latin, that ends the sentence around them.

use super::{Builder, Frame, Kind};
use crate::content::block::{Inline, Inlines, LinkId, WrittenLink};
use crate::content::link::Link;
use memchr::memmem;
use std::ops::Range;

/// An address among words.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Bare {
    pub at: Range<usize>,
    /// What stands before it in the link.
    pub begin: &'static str,
}

impl Builder<'_, '_> {
    pub(super) fn plain_words(&mut self, words: &str) {
        if !words.is_empty() {
            let text = self.document.texts.push(self.segmenter, words);
            self.inlines.push(Inline::Text(text));
        }
    }

    /// Words among which addresses may stand bare, which become links where no other is around them.
    pub(super) fn words_with_addresses(&mut self, words: &str) {
        let in_a_link =
            |frame: &Frame| matches!(frame.kind, Kind::Link { .. } | Kind::Image { .. });
        let is_linked = self.stack.iter().any(in_a_link) || self.is_in_a_link_of_html();
        let mut passed = 0;
        for bare in addresses(words).into_iter().filter(|_| !is_linked) {
            self.plain_words(&words[passed..bare.at.start]);
            let address = &words[bare.at.clone()];
            let id = LinkId::from(self.document.links.len());
            self.document.links.push(WrittenLink {
                to: Link::read(&format!("{}{address}", bare.begin)),
                title: "".into(),
                span: (self.pending_at..self.pending_at).into(),
            });
            let text = self.document.texts.push(self.segmenter, address);
            let content: Inlines = Box::new([Inline::Text(text)]);
            self.inlines.push(Inline::Link(id, Box::new(content)));
            passed = bare.at.end;
        }
        self.plain_words(&words[passed..]);
    }
}

/// Whether any may stand in these words: a quick look.
pub(super) fn may_stand_in(words: &str) -> bool {
    memchr::memchr2(b':', b'@', words.as_bytes()).is_some()
        || memmem::find(words.as_bytes(), b"www.").is_some()
}

/// The addresses in these words, in their order.
pub(super) fn addresses(words: &str) -> Vec<Bare> {
    let bytes = words.as_bytes();
    let mut found: Vec<Bare> = Vec::new();
    let mut signs = memchr::memchr2_iter(b':', b'@', bytes).peekable();
    let mut begins = memmem::find_iter(bytes, b"www.").peekable();
    loop {
        let bare = match (signs.peek(), begins.peek()) {
            (None, None) => return found,
            (Some(sign), begin) if begin.is_none_or(|begin| sign < begin) => match bytes[*sign] {
                b':' => web(words, *sign),
                _ => mail(words, *sign),
            },
            (_, Some(begin)) => www(words, *begin),
            (Some(_), None) => unreachable!("a sign stands before what is not there"),
        };
        let next = match (signs.peek(), begins.peek()) {
            (Some(sign), Some(begin)) => *sign.min(begin),
            (Some(at), None) | (None, Some(at)) => *at,
            (None, None) => return found,
        };
        signs.next_if_eq(&next);
        begins.next_if_eq(&next);
        if let Some(bare) = bare
            && found.last().is_none_or(|last| last.at.end <= bare.at.start)
        {
            found.push(bare);
        }
    }
}

fn web(words: &str, colon: usize) -> Option<Bare> {
    let rest = words[colon..].strip_prefix("://")?;
    let start = ["https", "http"].iter().find_map(|scheme| {
        let start = colon.checked_sub(scheme.len())?;
        let own = words.get(start..colon)?;
        own.eq_ignore_ascii_case(scheme).then_some(start)
    })?;
    let free = |c: char| !c.is_ascii_alphanumeric() && !matches!(c, '/' | '@' | '.' | '-' | '_');
    if !words[..start].chars().next_back().is_none_or(free) {
        return None;
    }
    let host = host(rest, 1)?;
    let end = colon + 3 + host + tail(&rest[host..])?;
    Some(Bare {
        at: start..end,
        begin: "",
    })
}

fn www(words: &str, start: usize) -> Option<Bare> {
    let free =
        |c: char| !c.is_ascii_alphanumeric() && !matches!(c, '/' | '@' | '.' | '-' | '_' | ':');
    if !words[..start].chars().next_back().is_none_or(free) {
        return None;
    }
    let host = host(&words[start..], 2)?;
    let end = start + host + tail(&words[start + host..])?;
    Some(Bare {
        at: start..end,
        begin: "https://",
    })
}

fn mail(words: &str, at: usize) -> Option<Bare> {
    let plain =
        |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_' | b'+');
    let name = words.as_bytes()[..at]
        .iter()
        .rev()
        .take_while(|byte| plain(byte));
    let start = at - name.count();
    let own = words[start..at].trim_start_matches(['.', '-', '_', '+']);
    let start = at - own.len();
    let free = |c: char| !matches!(c, '/' | ':' | '@' | '=');
    if own.is_empty() || !words[..start].chars().next_back().is_none_or(free) {
        return None;
    }
    let host = host(&words[at + 1..], 1)?;
    let end = at + 1 + host;
    let ends_well = !words[end..].starts_with(['/', '@', ':']);
    ends_well.then_some(Bare {
        at: start..end,
        begin: "mailto:",
    })
}

/// How long a host with so many dots at least is, its port included.
fn host(text: &str, dots: usize) -> Option<usize> {
    let length = text
        .bytes()
        .take(LONGEST)
        .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-'))
        .count();
    let own = text[..length].trim_end_matches(['.', '-']);
    let last = own.rsplit('.').next()?;
    let is_address =
        own.split('.').count() == 4 && own.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    let is_host = last.len() >= 2 && last.bytes().all(|byte| byte.is_ascii_alphabetic())
        || last.starts_with("xn--")
        || is_address;
    let labels = own.split('.').all(|label| !label.is_empty());
    if !is_host || !labels || own.matches('.').count() < dots {
        return None;
    }
    let port = text[own.len()..].strip_prefix(':').map_or(0, |port| {
        let digits = port.bytes().take_while(u8::is_ascii_digit).count();
        if digits > 0 { digits + 1 } else { 0 }
    });
    Some(own.len() + port)
}

/// The longest address; nobody types a longer one.
const LONGEST: usize = 2048;

/// How long the path, the question and the fragment behind a host are.
fn tail(text: &str) -> Option<usize> {
    if !text.starts_with(['/', '?', '#']) {
        return Some(0);
    }
    let mut end = text.len();
    let mut before = '/';
    for (at, c) in text.char_indices() {
        if at > LONGEST {
            return None;
        }
        let passes = match c {
            '<' | '>' | '"' | '`' | '\\' | '^' | '|' => false,
            _ if c.is_ascii() => !c.is_ascii_whitespace() && !c.is_ascii_control(),
            // A word in the address; a sentence that goes on without a space begins behind a letter.
            _ if c.is_alphanumeric() || is_khmer_sign(c) => !before.is_ascii_alphanumeric(),
            _ => false,
        };
        if !passes {
            end = at;
            break;
        }
        before = c;
    }
    let mut own = &text[..end];
    loop {
        let last = own.chars().next_back();
        let is_open = own.matches('(').count() >= own.matches(')').count();
        let cut = match last {
            Some('?' | '!' | '.' | ',' | ':' | ';' | '*' | '_' | '~' | '\'') => true,
            Some(')') => !is_open,
            Some(']') => own.matches('[').count() < own.matches(']').count(),
            Some('}') => own.matches('{').count() < own.matches('}').count(),
            _ => false,
        };
        if !cut {
            return Some(own.len());
        }
        own = &own[..own.len() - 1];
    }
}

/// A vowel or another sign that stands with a Khmer letter.
fn is_khmer_sign(c: char) -> bool {
    matches!(c, '\u{17B4}'..='\u{17D3}' | '\u{17DD}')
}

/// Where addresses stand in Markdown that hold signs which Markdown would take for its own.
pub(super) fn with_signs(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    if memmem::find(text.as_bytes(), b"://").is_none()
        && memmem::find(text.as_bytes(), b"www.").is_none()
    {
        return found;
    }
    for bare in addresses(text) {
        let before = &text[..bare.at.start];
        let is_target = before.ends_with(['<', '"', '\'', '='])
            || before.ends_with("](")
            || before.trim_end_matches(' ').ends_with("]:");
        if bare.begin != "mailto:" && !is_target && text[bare.at.clone()].contains(['*', '_', '~'])
        {
            found.push(bare.at);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, expected: &[&str]) {
        let found = addresses(words);
        let found: Vec<String> = found
            .iter()
            .map(|bare| format!("{}{}", bare.begin, &words[bare.at.clone()]))
            .collect();
        assert_eq!(found, expected, "{words}");
    }

    #[test]
    fn an_address_ends_where_its_sentence_goes_on() {
        for (words, address) in [
            ("មើល https://mef.gov.kh/a។", "https://mef.gov.kh/a"),
            ("(https://mef.gov.kh)", "https://mef.gov.kh"),
            ("(https://mef.gov.kh/a).", "https://mef.gov.kh/a"),
            ("[https://x.org/a?b=[c]].", "https://x.org/a?b=[c]"),
            ("https://x.org/a_(b).", "https://x.org/a_(b)"),
            ("«https://x.org/a»", "https://x.org/a"),
            ("https://x.org៖", "https://x.org"),
            ("https://x.orgដើម្បី", "https://x.org"),
            ("https://x.org/aដើម្បី", "https://x.org/a"),
            (
                "https://km.wikipedia.org/wiki/ទឹក។",
                "https://km.wikipedia.org/wiki/ទឹក",
            ),
            (
                "HTTP://X.org:8080/?a=1&b=2#c!",
                "HTTP://X.org:8080/?a=1&b=2#c",
            ),
            ("ឬhttps://x.org\u{200b}ក", "https://x.org"),
            ("www.x.org/a, b", "https://www.x.org/a"),
            ("https://www.x.org", "https://www.x.org"),
            ("info.a+b@x.org.", "mailto:info.a+b@x.org"),
            ("អ៊ីមែល៖a@x.com.kh។", "mailto:a@x.com.kh"),
            ("http://127.0.0.1:8000/a", "http://127.0.0.1:8000/a"),
        ] {
            check(words, &[address]);
        }
        check(
            "a@x.org, www.y.org http://z.org",
            &["mailto:a@x.org", "https://www.y.org", "http://z.org"],
        );
    }

    #[test]
    fn what_only_looks_like_an_address_is_none() {
        for words in [
            "ម៉ោង 12:30",
            "@sala",
            "a@b",
            "https://",
            "https://x",
            "ftp://x.org",
            "xhttps://x.org",
            "www.x",
            "www.",
            "//x.org",
            "a@x.o",
            "git@x.org:a/b",
            "https:x.org",
            "ថ្ងៃទី 1.2.2026 @ 3",
            "@@",
            "x@.org",
            "::://",
        ] {
            check(words, &[]);
        }
    }
}
