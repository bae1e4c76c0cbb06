//! What doubles in size may double in time, and no small file becomes a large page: the program as it
//! is run, with texts made of one construct many times.
//!
//! Time is compared with itself only, at one size and at twice that, less what an empty campaign
//! takes; where that seems too much, it is measured again before anything is said.

#![cfg(target_os = "linux")]

use rustix::process::{Pid, WaitId, WaitIdOptions, waitid};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::time::Duration;

/// A text of one thing many times, as a campaign: its front matter, and its text.
struct Construct {
    name: &'static str,
    /// How many take a time that can be measured.
    times: usize,
    make: fn(usize) -> (String, String),
}

/// Twice the size takes twice the time; four times is what must not be.
const MOST_GROWTH: f64 = 3.0;
/// A time that is too short to be compared: the clock of processes ticks every hundredth of a second.
const SHORT: u64 = 10;
/// No campaign of a few hundred kilobytes needs more memory than this, in MiB.
const MOST_MEMORY: u64 = 512;
/// … nor becomes a site of more than this.
const MOST_BYTES: u64 = 64 << 20;

const fn text(name: &'static str, times: usize, make: fn(usize) -> (String, String)) -> Construct {
    Construct { name, times, make }
}

fn body(text: String) -> (String, String) {
    (String::new(), text)
}

fn each(times: usize, one: impl Fn(usize) -> String) -> (String, String) {
    body((0..times).map(one).collect())
}

fn front(text: String) -> (String, String) {
    (text, "x\n".to_owned())
}

fn listed(times: usize, one: impl Fn(usize) -> String) -> String {
    (0..times).map(one).collect::<Vec<_>>().join(", ")
}

/// What was quadratic once, or could be.
static GROWING: &[Construct] = &[
    text("equal headings", 40_000, |n| body("## water\n\n".repeat(n))),
    text("headings with ids", 40_000, |n| {
        each(n, |i| format!("## w {{#i{i}}}\n\n"))
    }),
    text("links to headings", 20_000, |n| {
        each(n, |i| format!("## w {{#i{i}}}\n\n[a](#i{i})\n\n"))
    }),
    text("links to no headings", 20_000, |n| {
        each(n, |i| format!("## w {{#i{i}}}\n\n[a](#j{i})\n\n"))
    }),
    text("links to no files", 20_000, |n| {
        each(n, |i| format!("[a](x{i}.pdf)\n"))
    }),
    text("footnotes", 20_000, |n| {
        each(n, |i| format!("x[^f{i}]\n\n[^f{i}]: y\n\n"))
    }),
    text("footnotes without mark", 40_000, |n| {
        each(n, |i| format!("[^f{}]: y\n\n", n - i))
    }),
    text("elements of one block", 40_000, |n| {
        let elements: String = (0..n).map(|i| format!("<x{i}>y</x{i}>\n")).collect();
        body(format!("<div>\n{elements}</div>\n"))
    }),
    text("elements of one line", 20_000, |n| {
        each(n, |i| format!("<x{i}>y</x{i}> "))
    }),
    text("known elements of one line", 40_000, |n| {
        body("<b>y</b> ".repeat(n))
    }),
    text("arguments of a call", 20_000, |n| {
        body(format!(
            "{{{{ contact({}) }}}}\n",
            listed(n, |i| format!("a{i}=1"))
        ))
    }),
    text("calls of nothing", 20_000, |n| {
        body("{{ nothing() }} ".repeat(n))
    }),
    text("calls without end", 40_000, |n| body("{{ a( ".repeat(n))),
    text("notes", 20_000, |n| {
        body("{% note() %}\nx\n{% end %}\n\n".repeat(n))
    }),
    text("marks before calls", 40_000, |n| {
        body(format!("{}{}\n", "- ".repeat(n.min(60)), "{% a ".repeat(n)))
    }),
    text("backticks of all lengths", 700, |n| {
        let runs: String = (1..=n)
            .map(|i| format!("{} ", "`".repeat(i * 1000 / n)))
            .collect();
        body(format!("{{{{ a\n{runs}"))
    }),
    text("brackets", 200_000, |n| body("[".repeat(n))),
    text("emphasis", 40_000, |n| body("*a **b _c ".repeat(n))),
    text("references", 20_000, |n| {
        let links: String = (0..n).map(|i| format!("[a{i}] ")).collect();
        let addresses: String = (0..n)
            .map(|i| format!("[a{i}]: https://e.org/{i}\n"))
            .collect();
        body(format!("{links}\n\n{addresses}"))
    }),
    text("references to nothing", 20_000, |n| {
        each(n, |i| format!("[b][a{i}] "))
    }),
    text("comments without end", 40_000, |n| body("<!-- ".repeat(n))),
    text("rows", 40_000, |n| {
        body(format!("|a|b|\n|-|-|\n{}", "|c|d|\n".repeat(n)))
    }),
    text("definitions", 40_000, |n| body("term\n: def\n\n".repeat(n))),
    text("quotes on one line", 400_000, |n| {
        body(format!("{}x\n", ">".repeat(n)))
    }),
    text("marks of a summary", 40_000, |n| {
        body("x\n\n<!-- more -->\n\n".repeat(n))
    }),
    text("a vowel that was held", 40_000, |n| {
        body(format!("ក{}\n", "ាិ".repeat(n)))
    }),
    text("coengs of one letter", 40_000, |n| {
        body(format!("ក{}\n", "្ក".repeat(n)))
    }),
    text("a vowel before each letter on one line", 20_000, |n| {
        body("េស ្រកុម ែដល ".repeat(n))
    }),
    text("lines without coengs", 4000, |n| {
        body("កុមបឹកាឃុំអនុម័តថវិកា និងជួយគួសារកីកដែលតូវការទឹកសាត\n".repeat(n))
    }),
    text("one line without coengs", 4000, |n| {
        body("កុមបឹកាឃុំអនុម័តថវិកា និងជួយគួសារកីកដែលតូវការទឹកសាត ".repeat(n))
    }),
    text("signs for colons", 40_000, |n| body("ម៉ោង៨ៈ៣០ ".repeat(n))),
    text("another order of marks", 40_000, |n| {
        body(format!("[a](x) {}\n", "លេាក ".repeat(n)))
    }),
    text("lines with a held vowel", 20_000, |n| {
        body("ភាសាាាា\n".repeat(n))
    }),
    text("unknown keys", 20_000, |n| {
        front((0..n).map(|i| format!("k{i} = 1\n")).collect())
    }),
    text("keys without value", 20_000, |n| {
        front((0..n).map(|i| format!("k{i} = \n")).collect())
    }),
    text("numbers too large on one line", 20_000, |n| {
        front(format!(
            "extra = {{ {} }}\n",
            listed(n, |i| format!("k{i} = {}", "9".repeat(20)))
        ))
    }),
    text("aliases that are none", 20_000, |n| {
        front(format!(
            "aliases = [{}]\n",
            listed(n, |i| format!("\"a {i}\""))
        ))
    }),
    text("leaflets that are none", 10_000, |n| {
        front(format!(
            "leaflets = [{}]\n",
            listed(n, |i| format!("\"a{i}\""))
        ))
    }),
];

/// What became much larger than it was, once.
static BOMBS: &[Construct] = &[
    text("bold left open", 5000, |n| body("<b>x\n\n".repeat(n))),
    text("formatting left open", 3000, |n| {
        each(n, |i| {
            format!("<b title=\"{i}\"><i title=\"{i}\"><font color=\"{i}\">x\n\n")
        })
    }),
    text("a long title left open", 20_000, |n| {
        body(format!(
            "z <b title=\"{}\">\n\n{}",
            "a".repeat(20 * n),
            "x\n\n".repeat(n)
        ))
    }),
    text("formatting in a table", 20_000, |n| {
        let open: String = (0..60).map(|i| format!("<u title=\"{i}\">")).collect();
        body(format!("<div>{open}</div>\n<table>{}\n", "x<tr>".repeat(n)))
    }),
    text("elements in elements", 100_000, |n| {
        body("<div>\n\n".repeat(n))
    }),
    text("elements in elements of one line", 100_000, |n| {
        body(format!("z {}\n", "<span>".repeat(n)))
    }),
    text("lists in lists", 400_000, |n| {
        body(format!("{}x\n", "- ".repeat(n)))
    }),
    text("quotes in quotes", 1_000_000, |n| {
        body(format!("{}x\n", "> ".repeat(n)))
    }),
    text("links in links", 200_000, |n| {
        body(format!("{}a{}\n", "[".repeat(n), "](x)".repeat(n)))
    }),
    text("a table of many columns and short rows", 20_000, |n| {
        let (head, line) = ("a|".repeat(n), "-|".repeat(n));
        body(format!("|{head}\n|{line}\n{}", "|a|\n".repeat(n)))
    }),
    text("a long address used often", 10_000, |n| {
        body(format!(
            "{}\n\n[a]: https://e.org/{}\n",
            "[a]\n".repeat(n),
            "x".repeat(10 * n)
        ))
    }),
    text("a footnote used often", 50_000, |n| {
        body(format!("{}\n[^f]: y\n", "x[^f]\n".repeat(n)))
    }),
    text("a letter that was held", 500_000, |n| {
        body(format!("ក{}\n", "្".repeat(n)))
    }),
    text("broken words on one line", 100_000, |n| {
        body("ភាសាាា ".repeat(n))
    }),
    text("aliases on one line", 1500, |n| {
        front(format!(
            "aliases = [{}]\n",
            listed(n, |i| format!("\"{}{i}\"", "a".repeat(300)))
        ))
    }),
    text("a leaflet far too long", 30_000, |n| {
        (
            "leaflets = [\"a4\", \"trifold\"]\n".to_owned(),
            "ទឹកស្អាត\n\n".repeat(n),
        )
    }),
    text("a leaflet of one word", 400_000, |n| {
        ("leaflets = [\"a4\"]\n".to_owned(), "a".repeat(n))
    }),
    text("a leaflet of pictures in HTML that are none", 4000, |n| {
        (
            "leaflets = [\"a4\"]\n".to_owned(),
            listed(n, |i| format!("<img src=\"gone-{i}.png\" alt=\"a\">\n\n")),
        )
    }),
    text("a leaflet of HTML that is left open", 3000, |n| {
        (
            "leaflets = [\"a4\"]\n".to_owned(),
            format!("<div>{}</div>\n", "<p><i>a<del>b</i><ul><li>c".repeat(n)),
        )
    }),
    text("a leaflet of a wide table", 5000, |n| {
        let (head, line) = ("a|".repeat(n), "-|".repeat(n));
        (
            "leaflets = [\"a4\"]\n".to_owned(),
            format!("|{head}\n|{line}\n|b|\n"),
        )
    }),
];

/// What a run of the program took.
struct Taken {
    /// Hundredths of a second of one processor.
    time: u64,
    /// MiB, as seen from time to time.
    memory: u64,
    /// The size of the site.
    bytes: u64,
    exit: i32,
}

/// One program at a time: what is measured shares its processor with the other tests only.
static ALONE: Mutex<()> = Mutex::new(());

fn build((front, text): (String, String)) -> Taken {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let write = |path: &str, text: &str| {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("the folder is made");
        std::fs::write(path, text).expect("the file is written");
    };
    write(
        "sala.toml",
        "base_url = \"https://org.example/\"\ntitle = \"t\"\n[languages.en]\n",
    );
    write("content/_index.md", "# t\n");
    write(
        "content/p.md",
        &format!("+++\ntitle = \"t\"\n{front}+++\n{text}"),
    );
    let mut child = Command::new(env!("CARGO_BIN_EXE_sala"))
        .args(["build", "--language", "en", "--output", "site"])
        .current_dir(folder.path())
        .env("RAYON_NUM_THREADS", "1")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program runs");
    let id = child.id();
    let of = |file: &str| std::fs::read_to_string(format!("/proc/{id}/{file}")).unwrap_or_default();
    let pid = Pid::from_child(&child);
    let mut memory = 0;
    // Ended, but not yet waited for, it still says how much time it took.
    let ended = WaitIdOptions::EXITED | WaitIdOptions::NOWAIT | WaitIdOptions::NOHANG;
    while !matches!(waitid(WaitId::Pid(pid), ended), Ok(Some(_))) {
        let status = of("status");
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let peak = peak.and_then(|peak| peak.trim().strip_suffix(" kB")?.parse::<u64>().ok());
        memory = memory.max(peak.unwrap_or(0) / 1024);
        if memory > 4 * MOST_MEMORY {
            child.kill().expect("it is ours");
        }
        std::thread::sleep(Duration::from_millis(1));
    }
    let stat = of("stat");
    let fields = stat.rsplit_once(')').map_or("", |(_, fields)| fields);
    let time = fields.split_whitespace().skip(11).take(2);
    let time = time.filter_map(|ticks| ticks.parse::<u64>().ok()).sum();
    let exit = child.wait().expect("it ended").code().unwrap_or(-1);
    let site = crate::common::tree_size(&folder.path().join("site"));
    Taken {
        time,
        memory,
        bytes: site,
        exit,
    }
}

#[test]
fn what_doubles_in_size_may_double_in_time() {
    let _alone = ALONE.lock();
    let empty = build(body("x\n".to_owned())).time;
    let mut wrong = Vec::new();
    for Construct { name, times, make } in GROWING {
        let mut tried = Vec::new();
        let grows = |tried: &mut Vec<String>| {
            let once = build(make(*times)).time.saturating_sub(empty);
            let twice = build(make(2 * times)).time.saturating_sub(empty);
            tried.push(format!("{once} and {twice}"));
            twice > SHORT && twice as f64 > once as f64 * MOST_GROWTH
        };
        // A machine that does other things is no mistake of ours.
        if (0..4).all(|_| grows(&mut tried)) {
            wrong.push(format!("{name}: {}", tried.join(", ")));
        }
    }
    assert!(wrong.is_empty(), "hundredths of a second for {wrong:#?}");
}

#[test]
fn no_small_text_becomes_a_large_page() {
    let _alone = ALONE.lock();
    let mut wrong = Vec::new();
    for Construct { name, times, make } in BOMBS {
        let taken = build(make(*times));
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
