//! A style sheet → the same for one of the languages of a packed page: sheets of pages from the left and from
//! the right say opposite things, and must not meet.
//!
//! Each selector is put behind a prefix, so that those of a sheet stay as strong among each other as they were.
//! What is about the whole page, or asks for a direction itself, stays as it is.

pub(super) fn scoped(css: &str, prefix: &str) -> String {
    let mut out = String::with_capacity(css.len() * 5 / 4);
    let mut head = String::new();
    let mut quote = None;
    for c in css.chars() {
        match (quote, c) {
            (Some(own), c) if own == c => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(c),
            (None, '{') => {
                out.push_str(&prefixed(&head, prefix));
                out.push(c);
                head.clear();
                continue;
            }
            (None, '}' | ';') => {
                // Declarations, or the end of a group.
                out.push_str(&head);
                out.push(c);
                head.clear();
                continue;
            }
            _ => {}
        }
        head.push(c);
    }
    out + &head
}

fn prefixed(head: &str, prefix: &str) -> String {
    if head.trim_start().starts_with('@') {
        return head.to_owned();
    }
    let mut depth = 0_usize;
    let mut selectors = vec![String::new()];
    for c in head.chars() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => {
                selectors.push(String::new());
                continue;
            }
            _ => {}
        }
        if let Some(last) = selectors.last_mut() {
            last.push(c);
        }
    }
    let each = selectors.iter().map(|selector| {
        let own = selector.trim();
        let is_of_all = ["html", "body", ":root", "[dir"];
        match is_of_all.iter().any(|begin| own.starts_with(begin)) {
            true => own.to_owned(),
            false => format!("{prefix} {own}"),
        }
    });
    each.collect::<Vec<String>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::scoped;

    #[test]
    fn selectors_stand_behind_the_language_that_they_are_for() {
        for (css, expected) in [
            ("a,b>c{d:e}", ".x a,.x b>c{d:e}"),
            (
                "html{a:b}body{c:d}:root .w{e:f}",
                "html{a:b}body{c:d}:root .w{e:f}",
            ),
            (
                "@media print{a{b:c;d:e}f{g:h}}i{j:k}",
                "@media print{.x a{b:c;d:e}.x f{g:h}}.x i{j:k}",
            ),
            (":is(a,b) c{d:'{,}'}", ".x :is(a,b) c{d:'{,}'}"),
            ("[dir=rtl] .s{a:b}", "[dir=rtl] .s{a:b}"),
            ("@font-face{a:b}*{c:d}", "@font-face{a:b}.x *{c:d}"),
            ("", ""),
            ("a{", ".x a{"),
        ] {
            assert_eq!(scoped(css, ".x"), expected, "{css}");
        }
    }
}
