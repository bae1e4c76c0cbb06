//! What doubles in size may double in time: the program as it is run, with campaigns of one construct
//! many times.
//!
//! Time is compared with itself only, at one size and at four times that, less what an empty campaign
//! takes. Whatever else a machine does can only lengthen a run, so the shortest of several is taken
//! before anything is said.

#![cfg(target_os = "linux")]

mod bombs;
mod data;
mod texts;

use rustix::process::{Pid, WaitId, WaitIdOptions, waitid};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::time::Duration;

/// Files by their path.
type Files = Vec<(String, String)>;

/// A campaign of one thing many times.
struct Construct {
    name: &'static str,
    /// How many take a time that can be measured.
    times: usize,
    make: fn(usize) -> Files,
}

const fn of(name: &'static str, times: usize, make: fn(usize) -> Files) -> Construct {
    Construct { name, times, make }
}

fn file(path: &str, text: String) -> (String, String) {
    (path.to_owned(), text)
}

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

/// MiB at which a build is ended.
const TOO_MUCH_MEMORY: u64 = 2048;

/// One program at a time: what is measured shares its processor with the other tests only.
static ALONE: Mutex<()> = Mutex::new(());

/// What it takes to build a campaign of these settings and files.
fn build(settings: &str, files: Files) -> Taken {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let own = [
        file(
            "sala.toml",
            format!("base_url = \"https://org.example/\"\ntitle = \"t\"\n{settings}"),
        ),
        file("content/_index.md", "# t\n".to_owned()),
    ];
    for (path, text) in own.into_iter().chain(files) {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("the folder is made");
        std::fs::write(path, text).expect("the file is written");
    }
    let mut child = Command::new(env!("CARGO_BIN_EXE_sala"))
        .args(["build", "--language", "en", "--output", "site"])
        .current_dir(folder.path())
        .env("RAYON_NUM_THREADS", "1")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program runs");
    let id = child.id();
    let told_of =
        |file: &str| std::fs::read_to_string(format!("/proc/{id}/{file}")).unwrap_or_default();
    let pid = Pid::from_child(&child);
    let mut memory = 0;
    // Ended, but not yet waited for, it still says how much time it took.
    let ended = WaitIdOptions::EXITED | WaitIdOptions::NOWAIT | WaitIdOptions::NOHANG;
    while !matches!(waitid(WaitId::Pid(pid), ended), Ok(Some(_))) {
        let status = told_of("status");
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let peak = peak.and_then(|peak| peak.trim().strip_suffix(" kB")?.parse::<u64>().ok());
        memory = memory.max(peak.unwrap_or(0) / 1024);
        if memory > TOO_MUCH_MEMORY {
            child.kill().expect("it is ours");
        }
        std::thread::sleep(Duration::from_millis(1));
    }
    let stat = told_of("stat");
    let fields = stat.rsplit_once(')').map_or("", |(_, fields)| fields);
    let time = fields.split_whitespace().skip(11).take(2);
    let time = time.filter_map(|ticks| ticks.parse::<u64>().ok()).sum();
    let exit = child.wait().expect("it ended").code().unwrap_or(-1);
    let bytes = crate::common::tree_size(&folder.path().join("site"));
    Taken {
        time,
        memory,
        bytes,
        exit,
    }
}

/// How often a time is measured before it is said to be too long.
const TRIES: usize = 5;
/// Four times the size takes four times the time, and sixteen times is what must not be.
const MOST_GROWTH: u64 = 8;
/// The clock of processes ticks every hundredth of a second: so much may be missing of a short time …
const TICKS: u64 = 2;
/// … and what takes no longer than this is not compared.
const SHORT: u64 = 16;

/// The shortest times that were seen so far.
#[derive(Clone, Copy)]
struct Shortest {
    empty: u64,
    small: u64,
    large: u64,
}

impl Shortest {
    fn grows(self) -> bool {
        let small = self.small.saturating_sub(self.empty);
        let large = self.large.saturating_sub(self.empty);
        large > SHORT && large > MOST_GROWTH * (small + TICKS)
    }
}

/// What grows faster than its size, and the times of each, in hundredths of a second.
fn faster_than_their_size(settings: &str, constructs: &[Construct]) -> Vec<String> {
    let time = |files| {
        let Taken { time, exit, .. } = build(settings, files);
        assert!(matches!(exit, 0 | 1), "the build ended with {exit}");
        time
    };
    let mut empty = time(Vec::new());
    let mut wrong = Vec::new();
    for Construct { name, times, make } in constructs {
        let mut shortest = Shortest {
            empty,
            small: u64::MAX,
            large: u64::MAX,
        };
        for tried in 0..TRIES {
            if tried > 0 {
                shortest.empty = shortest.empty.min(time(Vec::new()));
            }
            shortest.small = shortest.small.min(time(make(times / 2)));
            shortest.large = shortest.large.min(time(make(2 * times)));
            if !shortest.grows() {
                break;
            }
        }
        empty = shortest.empty;
        if shortest.grows() {
            let Shortest { small, large, .. } = shortest;
            wrong.push(format!("{name}: {small} and {large}, {empty} when empty"));
        }
    }
    wrong
}

#[test]
fn what_grows_faster_than_its_size_is_told_from_what_does_not() {
    let grows = |empty, small, large| {
        let shortest = Shortest {
            empty,
            small,
            large,
        };
        shortest.grows()
    };
    // With its square, a little more slowly, and as it does; and what is too short to be told.
    assert!(grows(5, 5 + 4, 5 + 64));
    assert!(grows(5, 5 + 4, 5 + 49));
    assert!(!grows(5, 5 + 4, 5 + 48));
    assert!(!grows(5, 5 + 4, 5 + 16));
    assert!(!grows(5, 5, 5 + 16));
    assert!(grows(5, 5, 5 + 17));
}

#[test]
fn a_run_tells_its_time() {
    let _alone = ALONE.lock();
    // Several times what is not compared, on a fast machine too.
    let page = |number: usize| {
        let path = format!("content/p{number}.md");
        file(&path, "*a* [b](x) ក\n\n".repeat(64_000))
    };
    let large = build("", (0..6).map(page).collect()).time;
    // The first run may wait for the program to be read from the disk.
    let empty = (0..TRIES).map(|_| build("", Vec::new()).time).min();
    let empty = empty.expect("several were measured");
    assert!(large > empty + SHORT, "{empty} and {large}");
}
