//! Small files that become no large page.

use super::texts::{SETTINGS, body, each, front, listed, page};
use super::{ALONE, Construct, Files, Taken, build, of};

/// No campaign of a few hundred kilobytes needs more memory than this, in MiB.
const MOST_MEMORY: u64 = 512;
/// … nor becomes a site of more than this.
const MOST_BYTES: u64 = 64 << 20;

/// A page with a leaflet of one sheet.
fn a4(text: &str) -> Files {
    page("leaflets = [\"a4\"]\n", text)
}

/// What became much larger than it was, once.
static BOMBS: &[Construct] = &[
    of("bold left open", 5000, |n| body("<b>x\n\n".repeat(n))),
    of("formatting left open", 3000, |n| {
        each(n, |i| {
            format!("<b title=\"{i}\"><i title=\"{i}\"><font color=\"{i}\">x\n\n")
        })
    }),
    of("a long title left open", 20_000, |n| {
        body(format!(
            "z <b title=\"{}\">\n\n{}",
            "a".repeat(20 * n),
            "x\n\n".repeat(n)
        ))
    }),
    of("formatting in a table", 20_000, |n| {
        let open: String = (0..60).map(|i| format!("<u title=\"{i}\">")).collect();
        body(format!("<div>{open}</div>\n<table>{}\n", "x<tr>".repeat(n)))
    }),
    of("elements in elements", 100_000, |n| {
        body("<div>\n\n".repeat(n))
    }),
    of("elements in elements of one line", 100_000, |n| {
        body(format!("z {}\n", "<span>".repeat(n)))
    }),
    of("lists in lists", 400_000, |n| {
        body(format!("{}x\n", "- ".repeat(n)))
    }),
    of("quotes in quotes", 1_000_000, |n| {
        body(format!("{}x\n", "> ".repeat(n)))
    }),
    of("links in links", 200_000, |n| {
        body(format!("{}a{}\n", "[".repeat(n), "](x)".repeat(n)))
    }),
    of("a table of many columns and short rows", 20_000, |n| {
        let (head, line) = ("a|".repeat(n), "-|".repeat(n));
        body(format!("|{head}\n|{line}\n{}", "|a|\n".repeat(n)))
    }),
    of("a long address used often", 10_000, |n| {
        body(format!(
            "{}\n\n[a]: https://e.org/{}\n",
            "[a]\n".repeat(n),
            "x".repeat(10 * n)
        ))
    }),
    of("a footnote used often", 50_000, |n| {
        body(format!("{}\n[^f]: y\n", "x[^f]\n".repeat(n)))
    }),
    of("a letter that was held", 500_000, |n| {
        body(format!("ក{}\n", "្".repeat(n)))
    }),
    of("broken words on one line", 100_000, |n| {
        body("ភាសាាា ".repeat(n))
    }),
    of("aliases on one line", 1500, |n| {
        front(format!(
            "aliases = [{}]\n",
            listed(n, |i| format!("\"{}{i}\"", "a".repeat(300)))
        ))
    }),
    of("a leaflet far too long", 30_000, |n| {
        page("leaflets = [\"a4\", \"trifold\"]\n", &"ទឹកស្អាត\n\n".repeat(n))
    }),
    of("a leaflet of one word", 400_000, |n| a4(&"a".repeat(n))),
    of("a leaflet of pictures in HTML that are none", 4000, |n| {
        a4(&listed(n, |i| {
            format!("<img src=\"gone-{i}.png\" alt=\"a\">\n\n")
        }))
    }),
    of("a leaflet of HTML that is left open", 3000, |n| {
        a4(&format!(
            "<div>{}</div>\n",
            "<p><i>a<del>b</i><ul><li>c".repeat(n)
        ))
    }),
    of("a leaflet of a wide table", 5000, |n| {
        let (head, line) = ("a|".repeat(n), "-|".repeat(n));
        a4(&format!("|{head}\n|{line}\n|b|\n"))
    }),
];

#[test]
fn no_small_text_becomes_a_large_page() {
    let _alone = ALONE.lock();
    let mut wrong = Vec::new();
    for Construct { name, times, make } in BOMBS {
        let taken = build(SETTINGS, make(*times));
        if taken.memory > MOST_MEMORY || taken.bytes > MOST_BYTES || !matches!(taken.exit, 0 | 1) {
            let Taken {
                memory,
                bytes,
                exit,
                ..
            } = taken;
            wrong.push(format!("{name}: {memory} MiB, {bytes} bytes, exit {exit}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
