//! Whatever happens while a site is written, the folder holds one whole site: the old or the new.
//!
//! Some tests need a process that dies. The test program starts itself again for that, with one of
//! the `child_…` tests and the folder in the environment; without the variable those tests write into
//! a folder of their own, so that they prove something in an ordinary run too.

#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "helpers of tests, and a child that tells its parent how far it is"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use sala::diagnostic::MessageLanguage;
use sala::output::{MANIFEST, Stage, Written};

const OUTPUT: &str = "SALA_TEST_OUTPUT";
const FILES: usize = 200;

/// Every file of a tree under this folder, links not followed.
fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).expect("a folder of the tree can be read") {
            let path = entry.expect("an entry can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).expect("it lies below");
                let name = name.to_string_lossy().replace('\\', "/");
                found.insert(name, fs::read(&path).expect("a file can be read"));
            }
        }
    }
    found
}

/// The site in a folder, without the list that `sala` keeps there.
fn site(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut site = tree(folder);
    site.remove(MANIFEST);
    site
}

/// A version of the site: a third of the files is the same in all, some stand in one version only.
fn version(version: char) -> BTreeMap<String, Vec<u8>> {
    (0..FILES)
        .filter(|number| number % 10 != 9 || number % 20 == (version as usize % 2) * 10 + 9)
        .map(|number| {
            let word = if number % 3 == 0 { '=' } else { version };
            let text = format!("{word} ឃុំ {number}\n").repeat(1 + number * 7);
            (
                format!("ឃុំ-{}/p{number}/index.html", number % 8),
                text.into_bytes(),
            )
        })
        .collect()
}

fn write(output: &Path, site: &BTreeMap<String, Vec<u8>>) -> Result<Written, String> {
    let told = |diagnostic: sala::diagnostic::Diagnostic| {
        format!(
            "{} {}\n{}",
            diagnostic.code.id,
            diagnostic.message(MessageLanguage::English),
            diagnostic.message(MessageLanguage::Khmer)
        )
    };
    let stage = Stage::open(output).map_err(told)?;
    let paths: Vec<&String> = site.keys().collect();
    std::thread::scope(|scope| {
        let halves: Vec<_> = paths
            .chunks(paths.len().div_ceil(2).max(1))
            .map(|half| {
                let stage = &stage;
                scope.spawn(move || {
                    half.iter()
                        .try_for_each(|path| stage.write(path, &site[*path]))
                })
            })
            .collect();
        halves
            .into_iter()
            .try_for_each(|half| half.join().expect("writing does not panic"))
    })
    .map_err(told)?;
    stage.finish().map_err(told)
}

fn small(pages: &[(&str, &str)]) -> BTreeMap<String, Vec<u8>> {
    pages
        .iter()
        .map(|(path, text)| ((*path).to_owned(), (*text).as_bytes().to_vec()))
        .collect()
}

fn beside(output: &Path, suffix: &str) -> PathBuf {
    let name = output
        .file_name()
        .expect("an output has a name")
        .to_string_lossy();
    output.with_file_name(format!(".{name}{suffix}"))
}

fn assert_refused(result: Result<Written, String>, code: &str) {
    let message = result.expect_err("it is refused");
    assert!(message.starts_with(code), "{message}");
}

/// A test of this file as the test program knows it.
fn in_this_module(test: &str) -> String {
    format!("safe_writing::{test}")
}

/// This program again, running one test in a new process.
fn child(test: &str, output: &Path) -> Command {
    let mut command = Command::new(std::env::current_exe().expect("a test knows its program"));
    command
        .args(["--exact", &in_this_module(test), "--nocapture"])
        .env(OUTPUT, output)
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command
}

#[test]
fn a_site_replaces_the_one_before_it() {
    let root = tempfile::tempdir().unwrap();
    let output = root.path().join("public");
    for letter in ['a', 'b', 'a', 'c', 'c'] {
        let written = write(&output, &version(letter)).unwrap();
        let expected = version(letter);
        assert_eq!(written.files, expected.len());
        assert_eq!(
            written.bytes,
            expected
                .values()
                .map(|bytes| bytes.len() as u64)
                .sum::<u64>()
        );
        assert!(site(&output) == expected, "version {letter}");
    }
}

#[test]
fn what_has_not_changed_is_not_written_again() {
    let root = tempfile::tempdir().unwrap();
    let output = root.path().join("public");
    let mut site = version('a');
    assert_eq!(write(&output, &site).unwrap().changed, site.len());
    assert_eq!(write(&output, &site).unwrap().changed, 0);
    for word in ["one", "two", "three"] {
        site.insert("index.html".into(), word.into());
        assert_eq!(write(&output, &site).unwrap().changed, 1, "{word}");
    }
    // The last word gets its second name in the other tree.
    assert_eq!(write(&output, &site).unwrap().changed, 0);
}

#[test]
fn a_page_edited_by_hand_is_mended_and_never_reaches_the_next_site() {
    let root = tempfile::tempdir().unwrap();
    let output = root.path().join("public");
    let site_a = version('a');
    for _ in 0..3 {
        write(&output, &site_a).unwrap();
        let edited = output.join("ឃុំ-3/p3/index.html");
        let same_length = vec![b'x'; site_a["ឃុំ-3/p3/index.html"].len()];
        fs::write(edited, same_length).unwrap();
    }
    write(&output, &site_a).unwrap();
    assert!(site(&output) == site_a);
}

#[test]
fn a_file_may_become_a_folder_and_a_folder_a_file() {
    let root = tempfile::tempdir().unwrap();
    let output = root.path().join("public");
    let file = small(&[("a", "file"), ("b/c", "in a folder")]);
    let folder = small(&[("a/x", "in a folder"), ("b", "file")]);
    for expected in [&file, &folder, &file, &folder, &folder] {
        write(&output, expected).unwrap();
        assert!(site(&output) == *expected);
    }
}

#[test]
fn the_tree_is_the_same_whatever_stood_there_before() {
    let root = tempfile::tempdir().unwrap();
    let (fresh, reused) = (root.path().join("fresh"), root.path().join("reused"));
    for letter in ['a', 'b', 'c'] {
        write(&reused, &version(letter)).unwrap();
    }
    write(&fresh, &version('c')).unwrap();
    assert!(tree(&fresh) == tree(&reused));
}

#[test]
fn dropping_a_stage_leaves_the_old_site_and_nothing_beside_it() {
    let root = tempfile::tempdir().unwrap();
    let output = root.path().join("public");
    let stage = Stage::open(&output).unwrap();
    stage.write("index.html", b"never").unwrap();
    drop(stage);
    assert!(!output.exists() && !beside(&output, ".sala-stage").exists());

    for letter in ['a', 'b'] {
        write(&output, &version(letter)).unwrap();
    }
    let stage = Stage::open(&output).unwrap();
    stage.write("index.html", b"never").unwrap();
    drop(stage);
    assert!(site(&output) == version('b'));
    write(&output, &version('c')).unwrap();
    assert!(site(&output) == version('c'));
}

#[test]
fn a_second_build_is_refused_while_the_first_one_runs() {
    let root = tempfile::tempdir().unwrap();
    let output = root.path().join("public");
    let first = Stage::open(&output).unwrap();
    assert_refused(write(&output, &version('a')), "E904");
    let status = child("child_writes_once", &output).status().unwrap();
    assert!(!status.success(), "another process is refused too");
    drop(first);
    write(&output, &version('a')).unwrap();
}

#[test]
fn child_writes_once() {
    let own = tempfile::tempdir().unwrap();
    let output = std::env::var_os(OUTPUT).map_or(own.path().join("public"), PathBuf::from);
    write(&output, &version('b')).unwrap();
    assert!(site(&output) == version('b'));
}

#[test]
fn a_folder_of_somebody_else_is_refused_and_untouched() {
    let root = tempfile::tempdir().unwrap();
    let home = root.path().join("home");
    fs::create_dir(&home).unwrap();
    fs::write(home.join("thesis.odt"), "years").unwrap();
    assert_refused(write(&home, &version('a')), "E905 `");
    assert_eq!(site(&home), small(&[("thesis.odt", "years")]));
}

#[test]
fn a_file_of_somebody_else_among_ours_is_refused_and_untouched() {
    let root = tempfile::tempdir().unwrap();
    let output = root.path().join("public");
    write(&output, &version('a')).unwrap();
    fs::write(output.join("ឃុំ-1/CNAME"), "org.example").unwrap();
    fs::write(output.join("Thumbs.db"), "litter").unwrap();
    let message = write(&output, &version('b')).unwrap_err();
    assert!(
        message.starts_with("E905") && message.contains("such as `ឃុំ-1/CNAME`\n"),
        "{message}"
    );
    fs::remove_file(output.join("ឃុំ-1/CNAME")).unwrap();
    write(&output, &version('b')).unwrap();
    assert!(site(&output) == version('b'));
}

#[test]
fn an_empty_folder_is_taken() {
    let root = tempfile::tempdir().unwrap();
    let output = root.path().join("public");
    fs::create_dir(&output).unwrap();
    write(&output, &version('a')).unwrap();
    assert!(site(&output) == version('a'));
}

#[test]
fn a_file_is_no_output_folder_nor_is_a_whole_disk() {
    let root = tempfile::tempdir().unwrap();
    let file = root.path().join("public");
    fs::write(&file, "text").unwrap();
    assert_refused(write(&file, &version('a')), "E906");
    assert_refused(write(Path::new("/"), &version('a')), "E906");
    assert_refused(write(&file.join("below"), &version('a')), "E902");
    assert_eq!(fs::read(&file).unwrap(), b"text");
}

#[test]
fn two_files_of_one_path_are_refused() {
    let root = tempfile::tempdir().unwrap();
    let stage = Stage::open(&root.path().join("public")).unwrap();
    stage.write("a/b", b"").unwrap();
    for (path, code) in [
        ("a/b", "E322"),
        ("a", "E322"),
        ("a/b/c", "E322"),
        ("../a", "E321"),
    ] {
        assert_eq!(stage.write(path, b"").unwrap_err().code.id, code, "{path}");
    }
}

#[test]
fn a_stage_that_a_dead_run_left_never_leaks_into_the_site() {
    let root = tempfile::tempdir().unwrap();
    let output = root.path().join("public");
    let stage = beside(&output, ".sala-stage");
    fs::create_dir_all(stage.join("half/written")).unwrap();
    fs::write(stage.join("half/written/page"), "half").unwrap();
    fs::write(stage.join("index.html"), "half").unwrap();
    let site_a = small(&[("index.html", "whole"), ("half", "a file now")]);
    write(&output, &site_a).unwrap();
    assert!(site(&output) == site_a);
}

#[test]
fn a_swap_cut_in_two_is_completed_by_the_next_run() {
    let root = tempfile::tempdir().unwrap();
    let output = root.path().join("public");
    let (stage, old) = (beside(&output, ".sala-stage"), beside(&output, ".sala-old"));
    let complete = root.path().join("complete");
    for is_second_step_done in [false, true] {
        for letter in ['a', 'b'] {
            write(&output, &version(letter)).unwrap();
        }
        // `b` is live and `a` is complete beside it, as if `a` were about to replace `b`.
        write(&complete, &version('a')).unwrap();
        fs::remove_dir_all(&stage).unwrap();
        fs::rename(&complete, &stage).unwrap();
        fs::write(beside(&output, ".sala-lock"), "").unwrap();
        fs::rename(&output, &old).unwrap();
        if is_second_step_done {
            fs::rename(&stage, &output).unwrap();
        }
        drop(Stage::open(&output).unwrap());
        assert!(site(&output) == version('a'));
        assert!(!old.exists());
    }
}

#[test]
fn a_folder_of_an_interrupted_swap_is_not_believed_where_the_last_run_ended() {
    let root = tempfile::tempdir().unwrap();
    let output = root.path().join("public");
    for letter in ['a', 'b', 'c'] {
        write(&output, &version(letter)).unwrap();
    }
    // The tree beside the site holds a part of it, which is no site.
    fs::create_dir(beside(&output, ".sala-old")).unwrap();
    fs::write(beside(&output, ".sala-old").join("index.html"), "planted").unwrap();
    fs::remove_dir_all(&output).unwrap();
    drop(Stage::open(&output).unwrap());
    assert!(!output.exists() && !beside(&output, ".sala-old").exists());
    write(&output, &version('a')).unwrap();
    assert!(site(&output) == version('a'));
}

#[cfg(unix)]
#[test]
fn a_link_to_the_output_stays_a_link() {
    let root = tempfile::tempdir().unwrap();
    let (target, link) = (root.path().join("www/site"), root.path().join("public"));
    fs::create_dir_all(&target).unwrap();
    std::os::unix::fs::symlink(&target, &link).unwrap();
    for letter in ['a', 'b', 'c'] {
        write(&link, &version(letter)).unwrap();
    }
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert!(site(&target) == version('c'));
    fs::rename(&target, root.path().join("away")).unwrap();
    assert_refused(write(&link, &version('a')), "E906");
}

#[cfg(unix)]
#[test]
fn the_rights_of_the_folder_are_kept_and_the_spare_tree_is_private() {
    use std::os::unix::fs::PermissionsExt;
    let root = tempfile::tempdir().unwrap();
    let output = root.path().join("public");
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o7777;
    write(&output, &version('a')).unwrap();
    fs::set_permissions(&output, fs::Permissions::from_mode(0o2775)).unwrap();
    for letter in ['b', 'c'] {
        write(&output, &version(letter)).unwrap();
        assert_eq!(mode(&output), 0o2775);
        assert_eq!(mode(&beside(&output, ".sala-stage")), 0o700);
    }
}

/// Writes versions `a` and `b` in turn until it is killed.
#[test]
fn child_writes_for_ever() {
    let own = tempfile::tempdir().unwrap();
    let asked = std::env::var_os(OUTPUT);
    let output = asked
        .clone()
        .map_or(own.path().join("public"), PathBuf::from);
    for round in 0.. {
        write(&output, &version(if round % 2 == 0 { 'a' } else { 'b' })).unwrap();
        if asked.is_none() && round == 3 {
            return;
        }
    }
}

#[test]
fn a_hundred_kills_leave_a_whole_site_each() {
    let root = tempfile::tempdir().unwrap();
    let output = root.path().join("public");
    write(&output, &version('b')).unwrap();
    let (a, b) = (version('a'), version('b'));
    let begun = Instant::now();
    let status = child("child_writes_once", &output).status().unwrap();
    assert!(status.success());
    let longest = begun.elapsed().as_micros() as u64 * 2;
    let mut random: u64 = 0x5a1a;
    let mut seen = [0, 0];
    for kill in 0..100 {
        let mut child: Child = child("child_writes_for_ever", &output).spawn().unwrap();
        // An xorshift: the same moments in every run, as far as a process has moments.
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        std::thread::sleep(Duration::from_micros(random % longest));
        child.kill().unwrap();
        child.wait().unwrap();
        // On a system without an exchange, the next run may have to complete a swap first.
        if !output.exists() {
            drop(Stage::open(&output).unwrap());
        }
        let found = site(&output);
        assert!(found == a || found == b, "kill {kill} left a torn site");
        seen[usize::from(found == b)] += 1;
    }
    assert!(
        seen[0] > 0 && seen[1] > 0,
        "the kills met both versions: {seen:?}"
    );
    write(&output, &version('c')).unwrap();
    assert!(site(&output) == version('c'));
}

/// Writes a site larger than it may and expects to be told; the old one stays.
#[test]
fn child_runs_out_of_room() {
    let Some(output) = std::env::var_os(OUTPUT).map(PathBuf::from) else {
        return expect_no_room_on_a_file_in_the_way();
    };
    let old = small(&[("index.html", "old"), ("a/index.html", "old")]);
    write(&output, &old).unwrap();
    let mut large = small(&[("index.html", "new"), ("a/index.html", "new")]);
    large.insert("z/leaflet.pdf".into(), vec![b'x'; 4 << 20]);
    let message = write(&output, &large).unwrap_err();
    println!("{message}");
    assert!(site(&output) == old, "the old site is untouched");
    write(&output, &small(&[("index.html", "small")])).unwrap();
}

/// A folder that cannot be made because a file stands in its way.
fn expect_no_room_on_a_file_in_the_way() {
    let root = tempfile::tempdir().unwrap();
    let output = root.path().join("public");
    write(&output, &version('a')).unwrap();
    let lock = beside(&output, ".sala-lock");
    fs::remove_file(&lock).unwrap();
    fs::create_dir(&lock).unwrap();
    assert_refused(write(&output, &version('b')), "E902");
    assert!(site(&output) == version('a'));
}

/// What the child said, run by a shell that sets its limits first.
#[cfg(unix)]
fn child_within(limits: &str, output: &Path) -> std::process::Output {
    let mut command = Command::new("sh");
    command
        .args(["-c", &format!("{limits} exec \"$0\" \"$@\"")])
        .arg(std::env::current_exe().unwrap())
        .args([
            "--exact",
            &in_this_module("child_runs_out_of_room"),
            "--nocapture",
        ])
        .env(OUTPUT, output);
    command.output().unwrap()
}

#[cfg(unix)]
#[test]
fn a_write_that_the_system_refuses_midway_leaves_the_old_site() {
    let root = tempfile::tempdir().unwrap();
    let output = root.path().join("public");
    // A megabyte a file at most; the signal that would kill the process is ignored.
    let ran = child_within("trap '' XFSZ; ulimit -f 2048;", &output);
    let said = String::from_utf8_lossy(&ran.stdout).into_owned();
    assert!(
        ran.status.success(),
        "{said}{}",
        String::from_utf8_lossy(&ran.stderr)
    );
    assert!(
        said.contains("E902") && said.contains("z/leaflet.pdf"),
        "{said}"
    );
}

/// On a disk of one megabyte where this user may mount one; elsewhere the limit above must do.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_named_and_leaves_the_old_site() {
    let root = tempfile::tempdir().unwrap();
    let disk = root.path().to_string_lossy().into_owned();
    let can_mount = |arguments: &[&str]| {
        let mut unshare = Command::new("unshare");
        unshare
            .args(arguments)
            .args(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", &disk]);
        unshare.stderr(Stdio::null());
        unshare.status().is_ok_and(|status| status.success())
    };
    let Some(apart) = [&["-m"][..], &["-rm"]]
        .into_iter()
        .find(|apart| can_mount(apart))
    else {
        return a_write_that_the_system_refuses_midway_leaves_the_old_site();
    };
    let ran = Command::new("unshare")
        .args(apart)
        .args([
            "sh",
            "-c",
            "mount -t tmpfs -o size=1m tmpfs \"$DISK\" && exec \"$0\" \"$@\"",
        ])
        .arg(std::env::current_exe().unwrap())
        .args([
            "--exact",
            &in_this_module("child_runs_out_of_room"),
            "--nocapture",
        ])
        .env("DISK", &disk)
        .env(OUTPUT, root.path().join("public"))
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&ran.stdout).into_owned();
    assert!(
        ran.status.success(),
        "{said}{}",
        String::from_utf8_lossy(&ran.stderr)
    );
    // The other half of the files may have met the full disk first.
    assert!(said.contains("E903 the disk is full"), "{said}");
    assert!(said.contains("\nថាសពេញហើយ៖"), "{said}");
}
