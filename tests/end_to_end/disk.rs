//! A build and the disk: what was taken back is nowhere, a film takes no memory, a full disk is one
//! message.

use crate::common::{self, Campaign, tree};
use std::path::Path;
#[cfg(target_os = "linux")]
use std::process::Command;

const SMALL: &str = "//- sala.toml\nbase_url = 'https://org.example/'\ntitle = 'សាកល្បង'\n\
                     //- content/_index.md\n# ដើម\n\
                     //- content/stays.md\n# ទុក\n\nមិនប្តូរ\n\
                     //- content/secret/index.md\n# ទំព័រ\n\nsecret-word\n\
                     //- content/secret/secret.txt\nsecret-word\n";

/// Whether the word stands anywhere beside the campaign's own folder, or in a name there.
fn is_found(campaign: &Campaign) -> bool {
    let folder = campaign.site();
    let folder = folder.parent().expect("a site stands in a folder");
    tree(folder).into_iter().any(|(path, bytes)| {
        let is_campaign = Path::new(&path).starts_with("campaign");
        let holds = bytes.windows(6).any(|piece| piece == b"secret");
        !is_campaign && (holds || path.contains("secret"))
    })
}

#[test]
fn what_was_taken_back_is_nowhere_beside_the_campaign() {
    let page = "content/secret/index.md";
    type Way<'way> = (&'way str, &'way dyn Fn(&Campaign));
    let ways: [Way<'_>; 4] = [
        ("deleted", &|campaign| {
            std::fs::remove_dir_all(campaign.root().join("content/secret")).expect("it goes");
        }),
        ("a draft", &|campaign| {
            let text = "+++\ndraft = true\n+++\n# ទំព័រ\n\nsecret-word\n";
            std::fs::write(campaign.root().join(page), text).expect("it is written");
        }),
        ("expired", &|campaign| {
            let text = "+++\nexpires = 2026-01-01\n+++\n# ទំព័រ\n\nsecret-word\n";
            std::fs::write(campaign.root().join(page), text).expect("it is written");
        }),
        ("elsewhere, and without the word", &|campaign| {
            let folder = campaign.root().join("content/secret");
            std::fs::remove_file(folder.join("secret.txt")).expect("it goes");
            std::fs::rename(folder, campaign.root().join("content/other")).expect("it moves");
            let text = campaign.root().join("content/other/index.md");
            std::fs::write(text, "# ទំព័រ\n\nអត្ថបទ\n").expect("it is written");
        }),
    ];
    for (way, take_back) in ways {
        for builds in 1..=3 {
            let campaign = Campaign::write(SMALL);
            for number in 0..builds {
                let path = campaign.root().join("content/stays.md");
                std::fs::write(path, format!("# ទុក\n\n{number}\n")).expect("it is written");
                campaign.build();
                assert!(is_found(&campaign));
            }
            take_back(&campaign);
            campaign.build();
            assert!(!is_found(&campaign), "{way}, after {builds} builds");
        }
    }
}

/// A run that is killed when the trees have changed place, and before the old one is cleared.
#[test]
fn the_next_build_takes_back_what_a_killed_one_left() {
    let campaign = Campaign::write(SMALL);
    campaign.build();
    std::fs::remove_dir_all(campaign.root().join("content/secret")).expect("it goes");
    campaign.build();
    let folder = campaign.site();
    let folder = folder.parent().expect("a site stands in a folder");
    let spare = folder.join(".site.sala-stage/secret");
    std::fs::create_dir(&spare).expect("a folder");
    std::fs::write(spare.join("index.html"), "secret-word").expect("it is written");
    std::fs::write(folder.join(".site.sala-lock"), "").expect("it is emptied");
    assert!(is_found(&campaign));
    campaign.build();
    assert!(!is_found(&campaign));
}

/// The most memory that a run of the program had, in KiB; without Python nothing is known of it.
#[cfg(target_os = "linux")]
fn most_memory(arguments: &[&str]) -> Option<u64> {
    const MEASURE: &str = "import resource, subprocess, sys\n\
        subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)\n\
        print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)";
    let python = std::env::var_os("SALA_PYTHON").unwrap_or_else(|| "python3".into());
    let mut measure = Command::new(python);
    measure.args(["-c", MEASURE, env!("CARGO_BIN_EXE_sala")]);
    let measured = measure.args(arguments).output().ok()?;
    let said = String::from_utf8(measured.stderr).expect("messages are UTF-8");
    assert!(measured.status.success(), "{said}");
    let memory = String::from_utf8(measured.stdout).expect("a number");
    Some(memory.trim().parse().expect("a number"))
}

#[cfg(target_os = "linux")]
#[test]
fn a_film_takes_no_more_memory_than_a_photo() {
    let campaign = Campaign::write(SMALL);
    let (root, site) = (campaign.root(), campaign.site());
    let (root, site) = (root.to_string_lossy(), site.to_string_lossy());
    let run = ["build", "--root", root.as_ref(), "--output", site.as_ref()];
    std::fs::create_dir(campaign.root().join("static")).expect("a folder");
    for path in ["static/film.mp4", "content/secret/drawing.gif"] {
        // The beginning of a picture; the rest are holes, which take no room on the disk.
        let path = campaign.root().join(path);
        let picture = b"GIF89a\x01\x02\x03\x04\0\0\0";
        std::fs::write(path, picture).expect("a picture");
    }
    let Some(small) = most_memory(&run) else {
        return;
    };
    for path in ["static/film.mp4", "content/secret/drawing.gif"] {
        let path = campaign.root().join(path);
        let file = std::fs::File::options().write(true).open(path);
        file.expect("a picture").set_len(150 << 20).expect("holes");
    }
    // Copied; compared with what stands there; another page edited; compared with both trees.
    for word in ["one", "one", "two", "three"] {
        let page = campaign.root().join("content/stays.md");
        std::fs::write(page, format!("# ទុក\n\n{word}\n")).expect("a page");
        let memory = most_memory(&run).expect("Python was there");
        assert!(
            memory < small + (32 << 10),
            "{memory} KiB instead of {small}"
        );
        let film = campaign.site().join("film.mp4");
        assert_eq!(film.metadata().expect("a film").len(), 150 << 20);
    }
}

/// On a disk of one megabyte, where this user may mount one.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told_once_however_many_files_are_left() {
    use std::fmt::Write as _;
    let mut pages = SMALL.to_owned();
    for number in 0..200 {
        let text = "អត្ថបទវែង ".repeat(300);
        write!(
            pages,
            "//- content/p{number}.md\n# ទំព័រ {number}\n\n{text}\n"
        )
        .expect("a text");
    }
    let campaign = Campaign::write(&pages);
    let disk = tempfile::tempdir().expect("a folder");
    let script = "mount -t tmpfs -o size=1m tmpfs \"$0\" && \"$1\" build --language en --root \"$2\" \
                  --output \"$0/site\" >/dev/null; echo $?; ls -A \"$0\"";
    let mut ran = None;
    for apart in ["-m", "-rm"] {
        let mut unshare = Command::new("unshare");
        unshare.args([apart, "sh", "-c", script]).arg(disk.path());
        unshare.arg(env!("CARGO_BIN_EXE_sala")).arg(campaign.root());
        let output = unshare.output().expect("it runs");
        if output.stdout.starts_with(b"4\n") {
            ran = Some(output);
            break;
        }
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(!said.contains("error["), "{said}");
    }
    let Some(ran) = ran else {
        return; // No disk can be mounted here.
    };
    let said = String::from_utf8(ran.stderr).expect("messages are UTF-8");
    assert_eq!(said.matches("error[").count(), 1, "{said}");
    assert!(said.starts_with("error[E903] "), "{said}");
    let left = String::from_utf8(ran.stdout).expect("names");
    let left: Vec<&str> = left.lines().skip(1).collect();
    assert!(
        !left.contains(&"site") && !left.contains(&".site.sala-stage"),
        "{left:?}"
    );
}

/// A film that grows while it is copied is as long as it was when the copy began.
#[test]
fn every_copy_of_a_build_is_whole() {
    let campaign = Campaign::write(SMALL);
    let film: Vec<u8> = (0..300_000_u32).flat_map(u32::to_le_bytes).collect();
    std::fs::create_dir(campaign.root().join("static")).expect("a folder");
    for length in [0, 1, 65_536, film.len()] {
        std::fs::write(campaign.root().join("static/film.mp4"), &film[..length]).expect("a film");
        campaign.build();
        let copied = std::fs::read(campaign.site().join("film.mp4")).expect("a copy");
        assert!(copied == film[..length], "{length}");
    }
    let (built, _) = common::build(&campaign.root(), &campaign.site());
    assert!(built.is_some());
}
