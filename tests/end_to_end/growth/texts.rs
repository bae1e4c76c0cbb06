//! Texts, and what front matter says, of one construct many times.

use super::{ALONE, Construct, Files, faster_than_their_size, file, of};

/// A site in English alone.
pub(super) const SETTINGS: &str = "[languages.en]\n";

/// A page of this front matter and text.
pub(super) fn page(front: &str, text: &str) -> Files {
    let page = format!("+++\ntitle = \"t\"\n{front}+++\n{text}");
    vec![file("content/p.md", page)]
}

pub(super) fn body(text: String) -> Files {
    page("", &text)
}

pub(super) fn each(times: usize, one: impl Fn(usize) -> String) -> Files {
    body((0..times).map(one).collect())
}

pub(super) fn front(text: String) -> Files {
    page(&text, "x\n")
}

pub(super) fn listed(times: usize, one: impl Fn(usize) -> String) -> String {
    (0..times).map(one).collect::<Vec<_>>().join(", ")
}

/// What was quadratic once, or could be.
static GROWING: &[Construct] = &[
    of("equal headings", 40_000, |n| body("## water\n\n".repeat(n))),
    of("headings with ids", 40_000, |n| {
        each(n, |i| format!("## w {{#i{i}}}\n\n"))
    }),
    of("links to headings", 20_000, |n| {
        each(n, |i| format!("## w {{#i{i}}}\n\n[a](#i{i})\n\n"))
    }),
    of("links to no headings", 20_000, |n| {
        each(n, |i| format!("## w {{#i{i}}}\n\n[a](#j{i})\n\n"))
    }),
    of("links to no files", 20_000, |n| {
        each(n, |i| format!("[a](x{i}.pdf)\n"))
    }),
    of("footnotes", 20_000, |n| {
        each(n, |i| format!("x[^f{i}]\n\n[^f{i}]: y\n\n"))
    }),
    of("footnotes without mark", 40_000, |n| {
        each(n, |i| format!("[^f{}]: y\n\n", n - i))
    }),
    of("elements of one block", 40_000, |n| {
        let elements: String = (0..n).map(|i| format!("<x{i}>y</x{i}>\n")).collect();
        body(format!("<div>\n{elements}</div>\n"))
    }),
    of("elements of one line", 20_000, |n| {
        each(n, |i| format!("<x{i}>y</x{i}> "))
    }),
    of("known elements of one line", 40_000, |n| {
        body("<b>y</b> ".repeat(n))
    }),
    of("arguments of a call", 20_000, |n| {
        body(format!(
            "{{{{ contact({}) }}}}\n",
            listed(n, |i| format!("a{i}=1"))
        ))
    }),
    of("calls of nothing", 20_000, |n| {
        body("{{ nothing() }} ".repeat(n))
    }),
    of("calls without end", 40_000, |n| body("{{ a( ".repeat(n))),
    of("notes", 20_000, |n| {
        body("{% note() %}\nx\n{% end %}\n\n".repeat(n))
    }),
    of("marks before calls", 40_000, |n| {
        body(format!("{}{}\n", "- ".repeat(n.min(60)), "{% a ".repeat(n)))
    }),
    of("backticks of all lengths", 700, |n| {
        let runs: String = (1..=n)
            .map(|i| format!("{} ", "`".repeat(i * 1000 / n)))
            .collect();
        body(format!("{{{{ a\n{runs}"))
    }),
    of("brackets", 200_000, |n| body("[".repeat(n))),
    of("emphasis", 40_000, |n| body("*a **b _c ".repeat(n))),
    of("references", 20_000, |n| {
        let links: String = (0..n).map(|i| format!("[a{i}] ")).collect();
        let addresses: String = (0..n)
            .map(|i| format!("[a{i}]: https://e.org/{i}\n"))
            .collect();
        body(format!("{links}\n\n{addresses}"))
    }),
    of("references to nothing", 20_000, |n| {
        each(n, |i| format!("[b][a{i}] "))
    }),
    of("comments without end", 40_000, |n| body("<!-- ".repeat(n))),
    of("rows", 40_000, |n| {
        body(format!("|a|b|\n|-|-|\n{}", "|c|d|\n".repeat(n)))
    }),
    of("definitions", 40_000, |n| body("term\n: def\n\n".repeat(n))),
    of("quotes on one line", 400_000, |n| {
        body(format!("{}x\n", ">".repeat(n)))
    }),
    of("marks of a summary", 40_000, |n| {
        body("x\n\n<!-- more -->\n\n".repeat(n))
    }),
    of("a vowel that was held", 40_000, |n| {
        body(format!("ក{}\n", "ាិ".repeat(n)))
    }),
    of("coengs of one letter", 40_000, |n| {
        body(format!("ក{}\n", "្ក".repeat(n)))
    }),
    of("a vowel before each letter on one line", 20_000, |n| {
        body("េស ្រកុម ែដល ".repeat(n))
    }),
    of("lines without coengs", 4000, |n| {
        body("កុមបឹកាឃុំអនុម័តថវិកា និងជួយគួសារកីកដែលតូវការទឹកសាត\n".repeat(n))
    }),
    of("one line without coengs", 4000, |n| {
        body("កុមបឹកាឃុំអនុម័តថវិកា និងជួយគួសារកីកដែលតូវការទឹកសាត ".repeat(n))
    }),
    of("signs for colons", 40_000, |n| body("ម៉ោង៨ៈ៣០ ".repeat(n))),
    of("another order of marks", 40_000, |n| {
        body(format!("[a](x) {}\n", "លេាក ".repeat(n)))
    }),
    of("lines with a held vowel", 20_000, |n| {
        body("ភាសាាាា\n".repeat(n))
    }),
    of("unknown keys", 20_000, |n| {
        front((0..n).map(|i| format!("k{i} = 1\n")).collect())
    }),
    of("keys without value", 20_000, |n| {
        front((0..n).map(|i| format!("k{i} = \n")).collect())
    }),
    of("numbers too large on one line", 20_000, |n| {
        front(format!(
            "extra = {{ {} }}\n",
            listed(n, |i| format!("k{i} = {}", "9".repeat(20)))
        ))
    }),
    of("aliases that are none", 20_000, |n| {
        front(format!(
            "aliases = [{}]\n",
            listed(n, |i| format!("\"a {i}\""))
        ))
    }),
    of("leaflets that are none", 10_000, |n| {
        front(format!(
            "leaflets = [{}]\n",
            listed(n, |i| format!("\"a{i}\""))
        ))
    }),
];

#[test]
fn texts_take_a_time_that_grows_as_they_do() {
    let _alone = ALONE.lock();
    let wrong = faster_than_their_size(SETTINGS, GROWING);
    assert!(wrong.is_empty(), "hundredths of a second for {wrong:#?}");
}
