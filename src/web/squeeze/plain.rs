//! Style sheets and scripts without their comments and runs of blanks: all that a program built without
//! the feature `minify` does, and for scripts the first step of one with it.
//!
//! In: CSS or JavaScript. Out: the same, a little smaller. It knows where a string, a pattern or a
//! comment ends, and nothing of what the words between do.

/// The style sheet without comments and blanks that separate nothing.
#[cfg(any(test, not(feature = "minify")))]
pub(super) fn css(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    let mut has_blank = false;
    while let Some(first) = rest.bytes().next() {
        let length = match first {
            b' ' | b'\t' | b'\n' | b'\r' | 0x0c => 0,
            b'/' if rest.starts_with("/*") => 0,
            b'"' | b'\'' => string_length(rest).unwrap_or(rest.len()),
            b'u' | b'U' if begins_address(rest) => rest.find(')').map_or(rest.len(), |at| at + 1),
            b'\\' => 1 + rest[1..].chars().next().map_or(0, char::len_utf8),
            _ => rest.chars().next().map_or(1, char::len_utf8),
        };
        if length == 0 {
            has_blank = true;
            let blank = match rest.strip_prefix("/*") {
                Some(comment) => comment.find("*/").map_or(rest.len(), |at| at + 4),
                None => 1,
            };
            rest = &rest[blank..];
            continue;
        }
        let is_edge = |c: u8| matches!(c, b'{' | b'}' | b';' | b',');
        let before = out.bytes().next_back().unwrap_or(b'{');
        // A property of one's own may be empty, and then needs its blank.
        let is_after_name = before == b':' && !matches!(first, b';' | b'}');
        if has_blank && !is_edge(before) && !is_after_name && (!is_edge(first) || before == b':') {
            out.push(' ');
        }
        has_blank = false;
        out.push_str(&rest[..length]);
        rest = &rest[length..];
    }
    out
}

/// Whether an address without quotes begins, in which `/*` is no comment.
#[cfg(any(test, not(feature = "minify")))]
fn begins_address(css: &str) -> bool {
    css.get(..4)
        .is_some_and(|begin| begin.eq_ignore_ascii_case("url("))
        && !css[4..].trim_start().starts_with(['"', '\''])
}

/// The script without comments and indentation. Line ends stay, since they may end a statement; a
/// script in which this cannot tell a pattern from a division stays as it is.
pub(super) fn script(script: &str) -> String {
    without_comments(script).unwrap_or_else(|| script.to_owned())
}

fn without_comments(script: &str) -> Option<String> {
    let mut out = String::with_capacity(script.len());
    let mut rest = script;
    let mut blank = None;
    // For each open parenthesis, whether what stands in it is a condition.
    let mut open = Vec::new();
    let mut is_after_condition = false;
    while let Some(first) = rest.bytes().next() {
        let length = match first {
            b'\n' | b'\r' => {
                blank = Some('\n');
                rest = &rest[1..];
                continue;
            }
            b' ' | b'\t' => {
                blank = blank.or(Some(' '));
                rest = &rest[1..];
                continue;
            }
            b'/' if rest.starts_with("//") => {
                rest = &rest[rest.find('\n').unwrap_or(rest.len())..];
                continue;
            }
            b'/' if rest.starts_with("/*") => {
                let length = rest[2..].find("*/")? + 4;
                let ends_line = blank == Some('\n') || rest[..length].contains('\n');
                blank = Some(if ends_line { '\n' } else { ' ' });
                rest = &rest[length..];
                continue;
            }
            b'"' | b'\'' => string_length(rest)?,
            b'`' => template_length(rest)?,
            b'/' if begins_pattern(&out, is_after_condition)? => pattern_length(rest)?,
            b'(' => {
                open.push(matches!(last_word(&out), "if" | "while" | "for" | "with"));
                1
            }
            b')' => {
                is_after_condition = open.pop()?;
                1
            }
            _ => rest.chars().next().map_or(1, char::len_utf8),
        };
        if let Some(blank) = blank.take()
            && !out.is_empty()
        {
            out.push(blank);
        }
        out.push_str(&rest[..length]);
        rest = &rest[length..];
    }
    Some(out)
}

/// The length of the string that begins here, with its quotes; nothing if it does not end in its line.
fn string_length(text: &str) -> Option<usize> {
    let mut bytes = text.bytes().enumerate();
    let (_, quote) = bytes.next()?;
    while let Some((at, byte)) = bytes.next() {
        match byte {
            b'\\' => drop(bytes.next()),
            b'\n' => return None,
            _ if byte == quote => return Some(at + 1),
            _ => {}
        }
    }
    None
}

/// The length of a template, whatever stands in its `${…}`.
fn template_length(text: &str) -> Option<usize> {
    let mut at = 1;
    loop {
        match text.as_bytes().get(at)? {
            b'\\' => at += 2,
            b'`' => return Some(at + 1),
            b'$' if text[at..].starts_with("${") => at += inserted_length(&text[at..])?,
            _ => at += 1,
        }
    }
}

/// The length of what is inserted into a template, from `${` to its brace. With a comment or a `/` in
/// it, it is left alone.
fn inserted_length(text: &str) -> Option<usize> {
    let mut at = 2;
    let mut depth = 1;
    while depth > 0 {
        match text.as_bytes().get(at)? {
            b'"' | b'\'' => at += string_length(&text[at..])?,
            b'`' => at += template_length(&text[at..])?,
            b'/' => return None,
            byte => {
                depth += i32::from(*byte == b'{');
                depth -= i32::from(*byte == b'}');
                at += 1;
            }
        }
    }
    Some(at)
}

/// Whether a `/` after this begins a pattern; nothing if only a whole parser could tell.
fn begins_pattern(before: &str, is_after_condition: bool) -> Option<bool> {
    const WORDS: [&str; 14] = [
        "await",
        "case",
        "delete",
        "do",
        "else",
        "in",
        "instanceof",
        "new",
        "of",
        "return",
        "throw",
        "typeof",
        "void",
        "yield",
    ];
    let Some(last) = before.bytes().next_back() else {
        return Some(true);
    };
    match last {
        b'}' => None,
        b')' => Some(is_after_condition),
        b']' | b'"' | b'\'' | b'`' => Some(false),
        b'+' | b'-' if before.ends_with("++") || before.ends_with("--") => None,
        _ if last.is_ascii_alphanumeric() || matches!(last, b'_' | b'$') || last >= 0x80 => {
            Some(WORDS.contains(&last_word(before)))
        }
        _ => Some(true),
    }
}

/// The name or word that a text ends with, with what it is a member of.
fn last_word(text: &str) -> &str {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '$' | '.');
    text.rsplit(|c| !is_part(c)).next().unwrap_or(text)
}

fn pattern_length(text: &str) -> Option<usize> {
    let mut is_in_class = false;
    let mut bytes = text.bytes().enumerate().skip(1);
    while let Some((at, byte)) = bytes.next() {
        match byte {
            b'\\' => drop(bytes.next()),
            b'\n' => return None,
            b'[' => is_in_class = true,
            b']' => is_in_class = false,
            b'/' if !is_in_class => return Some(at + 1),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_sheet_loses_what_separates_nothing() {
        for (given, expected) in [
            ("", ""),
            ("/* a */", ""),
            (
                "/* ទឹក */\nbody {\n  color : red;\n  margin: 0 auto\n}\n\n\na , b > c { }\n",
                "body{color :red;margin:0 auto}a,b > c{}",
            ),
            (
                "a::before { content: \"/* ; { */  x\" }",
                "a::before{content:\"/* ; { */  x\"}",
            ),
            ("a/**/b{c:d}", "a b{c:d}"),
            ("a :hover{}", "a :hover{}"),
            ("a{b:url( data:x;/*y*/ )}", "a{b:url( data:x;/*y*/ )}"),
            ("a{b:url( 'x  y' )}", "a{b:url( 'x  y' )}"),
            ("a{--empty: ;--b:  1px}", "a{--empty: ;--b:1px}"),
            (
                "@media (max-width: 30em)  and (x) { a { b: c } }",
                "@media (max-width:30em) and (x){a{b:c}}",
            ),
            (".a\\ b{c:d}", ".a\\ b{c:d}"),
            ("a{b:'x", "a{b:'x"),
        ] {
            assert_eq!(css(given), expected);
            assert_eq!(css(expected), expected, "once is enough");
        }
    }

    #[test]
    fn a_script_loses_comments_and_indentation() {
        for (given, expected) in [
            ("// ទឹក\n  a = 1; // b\n\n\n  b()\n", "a = 1;\nb()"),
            ("a /* b */ + c /* d\n */ + e", "a + c\n+ e"),
            (
                "x = \"// no  comment\" + '/*' + 'a\\'//b'",
                "x = \"// no  comment\" + '/*' + 'a\\'//b'",
            ),
            (
                "x = `a  // ${f({a: '}'})}  \n  b`;  y",
                "x = `a  // ${f({a: '}'})}  \n  b`; y",
            ),
            ("x = a / b / c // d", "x = a / b / c"),
            (
                "x = /[/'\"`]  \\/\\* /g.test(s) // d",
                "x = /[/'\"`]  \\/\\* /g.test(s)",
            ),
            ("return  /  '/.exec(a)", "return /  '/.exec(a)"),
            ("(a + (b))  / 2 // '", "(a + (b)) / 2"),
            ("if ((a))  /'/.test(b) // '", "if ((a)) /'/.test(b)"),
            ("else /'/.test(a)  // b", "else /'/.test(a)"),
        ] {
            assert_eq!(script(given), expected);
            assert_eq!(script(expected), expected, "once is enough");
        }
    }

    #[test]
    fn a_pattern_may_follow_a_word_that_wants_a_value() {
        for word in [
            "await",
            "case",
            "delete",
            "do",
            "else",
            "in",
            "instanceof",
            "new",
            "of",
            "return",
            "throw",
            "typeof",
            "void",
            "yield",
        ] {
            let given = format!("{word} /'/.test(a)  // b");
            assert_eq!(script(&given), format!("{word} /'/.test(a)"));
        }
        for name in ["awaits", "a.of", "ក"] {
            let given = format!("{name} / 2  // '");
            assert_eq!(script(&given), format!("{name} / 2"));
        }
    }

    #[test]
    fn a_script_that_cannot_be_told_apart_stays_as_it_is() {
        for given in [
            "x = 'no end\n  y",
            "`no end",
            "`${a / b}`  // c",
            "{}  /a/.test(b)  // c",
            "/* no end",
            "x = /no end\n",
        ] {
            assert_eq!(script(given), given);
        }
    }
}
