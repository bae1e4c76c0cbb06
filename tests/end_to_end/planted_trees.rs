//! A campaign comes from a zip file, a shared folder or a stick, and may carry an output folder and
//! the spare tree beside it that somebody has tampered with. Whatever stands in them, a build touches
//! nothing outside the two, and the site holds what was written and nothing else.

#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot lay out its trees fails"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use sala::diagnostic::MessageLanguage;
use sala::output::{MANIFEST, Stage};

const OLD_HEADING: &str =
    "# The files that sala wrote here. It replaces them, and refuses to build over any other.";

/// A folder with a precious file, an output that was built twice and so has a spare tree, and a few
/// ways to look at them.
struct Campaign {
    root: tempfile::TempDir,
}

impl Campaign {
    fn built_twice() -> Campaign {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir(root.path().join("elsewhere")).unwrap();
        fs::write(root.path().join("elsewhere/precious"), "years of work").unwrap();
        let campaign = Campaign { root };
        campaign.build(&site("first")).unwrap();
        campaign.build(&site("second")).unwrap();
        campaign
    }

    fn output(&self) -> PathBuf {
        self.root.path().join("campaign/public")
    }

    fn spare(&self) -> PathBuf {
        self.root.path().join("campaign/.public.sala-stage")
    }

    fn elsewhere(&self) -> PathBuf {
        self.root.path().join("elsewhere")
    }

    fn build(&self, site: &BTreeMap<String, String>) -> Result<(), String> {
        let told = |problem: sala::diagnostic::Diagnostic| {
            let message = problem.message(MessageLanguage::English);
            format!("{} {message}", problem.code.id)
        };
        let stage = Stage::open(&self.output()).map_err(told)?;
        for (path, text) in site {
            stage.write(path, text.as_bytes()).map_err(told)?;
        }
        stage.finish().map(drop).map_err(told)
    }

    /// Builds twice more, so that what was planted in one tree has met both roles, and compares all.
    fn assert_builds_and_harms_nothing(&self, what: &str) {
        for word in ["third", "fourth", "fifth"] {
            let expected = site(word);
            self.build(&expected)
                .unwrap_or_else(|problem| panic!("{what}: {problem}"));
            assert_eq!(entries(&self.output()), listed(&expected), "{what}: {word}");
            let precious = BTreeMap::from([("precious".into(), Some("years of work".into()))]);
            assert_eq!(entries(&self.elsewhere()), precious, "{what}: {word}");
        }
    }
}

fn site(word: &str) -> BTreeMap<String, String> {
    ["index.html", "a/index.html", "a/b/c/index.html", "same.css"]
        .map(|path| {
            let text = if path == "same.css" { "same" } else { word };
            (path.to_owned(), text.to_owned())
        })
        .into()
}

fn listed(site: &BTreeMap<String, String>) -> BTreeMap<String, Option<String>> {
    let files = site.iter();
    files
        .map(|(path, text)| (path.clone(), Some(text.clone())))
        .collect()
}

/// What stands in the tree beside the site is what the site holds too, and no folder is left of the rest.
#[track_caller]
fn assert_nothing_beside(campaign: &Campaign, what: &str) {
    let site = entries(&campaign.output());
    for (path, held) in entries(&campaign.spare()) {
        let is_there = site
            .keys()
            .any(|of_site| of_site.starts_with(&format!("{path}/")));
        let is_in_site = site.get(&path) == Some(&held) || held.is_none() && is_there;
        assert!(is_in_site, "{what}: `{path}` is beside the site: {held:?}");
    }
}

/// What stands in a folder, without our list: files with their text, links and the like without.
/// A folder counts if it is empty.
fn entries(folder: &Path) -> BTreeMap<String, Option<String>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).unwrap() {
            let entry = entry.unwrap();
            let name = entry.path();
            let name = name.strip_prefix(folder).unwrap().to_string_lossy();
            let name = name.replace('\\', "/");
            let kind = entry.file_type().unwrap();
            if kind.is_dir() && fs::read_dir(entry.path()).unwrap().next().is_some() {
                folders.push(entry.path());
            } else if name != MANIFEST {
                let text = kind
                    .is_file()
                    .then(|| fs::read_to_string(entry.path()).unwrap());
                found.insert(name, text);
            }
        }
    }
    found
}

#[test]
fn a_list_planted_in_the_spare_tree_removes_nothing_outside_it() {
    for is_old in [true, false] {
        let campaign = Campaign::built_twice();
        let absolute = campaign.elsewhere().join("precious");
        let absolute = absolute.to_string_lossy();
        for path in [
            "../../elsewhere/precious",
            "a/../../../elsewhere/precious",
            "./../../elsewhere/precious",
            "..\\..\\elsewhere\\precious",
            "a/..\\..\\..\\elsewhere/precious",
            &absolute,
            &format!("/{absolute}"),
            &absolute.replace('/', "\\"),
            &format!("C:{}", absolute.replace('/', "\\")),
        ] {
            let list = campaign.spare().join(MANIFEST);
            let text = if is_old {
                format!("{OLD_HEADING}\n{path}\n")
            } else {
                // The list as it is, with one line more.
                let now = fs::read_to_string(&list).unwrap();
                let hash = "0".repeat(64);
                format!("{now}{hash} 13 {path}\n")
            };
            fs::write(list, text).unwrap();
            campaign.assert_builds_and_harms_nothing(path);
        }
    }
}

#[test]
fn what_was_planted_in_the_spare_tree_does_not_reach_the_site() {
    for keeps_list in [true, false] {
        let campaign = Campaign::built_twice();
        let plant = |path: &str| {
            let target = campaign.spare().join(path);
            fs::create_dir_all(target.parent().unwrap()).unwrap();
            fs::write(target, "planted").unwrap();
        };
        plant("planted.html");
        plant("a/planted/index.html");
        plant("a/b/c/.hidden");
        plant(".sala-Prob\u{e9}");
        fs::create_dir_all(campaign.spare().join("empty/folder")).unwrap();
        if !keeps_list {
            fs::remove_file(campaign.spare().join(MANIFEST)).unwrap();
        }
        campaign.assert_builds_and_harms_nothing("planted files");
    }
}

#[test]
fn a_list_that_is_no_list_is_not_believed() {
    let campaign = Campaign::built_twice();
    let list = campaign.spare().join(MANIFEST);
    for text in ["", "\n", "\u{0}\u{0}", "# another program\nindex.html\n"] {
        fs::write(&list, text).unwrap();
        campaign.assert_builds_and_harms_nothing(text);
    }
    fs::write(&list, [0xff, 0xfe]).unwrap();
    campaign.assert_builds_and_harms_nothing("not UTF-8");
    fs::remove_file(&list).unwrap();
    fs::create_dir(&list).unwrap();
    fs::write(list.join("file"), "").unwrap();
    campaign.assert_builds_and_harms_nothing("a folder");
}

#[test]
fn a_live_folder_with_a_strange_list_is_refused_and_untouched() {
    let hash = "0".repeat(64);
    let campaign = Campaign::built_twice();
    let list = campaign.output().join(MANIFEST);
    let good = fs::read_to_string(&list).unwrap();
    fs::write(campaign.output().join("thesis.odt"), "mine").unwrap();
    let lines: Vec<&str> = good.lines().collect();
    for text in [
        format!("{good}{hash} 4 thesis.odt"),
        format!("{good}{hash} 4  thesis.odt\n"),
        format!("{good}{hash} 04 thesis.odt\n"),
        format!("{good}{hash} -4 thesis.odt\n"),
        format!("{good}{hash}0 4 thesis.odt\n"),
        format!("{good}{} 4 thesis.odt\n", "G".repeat(64)),
        format!("{good}{hash} 4 ../thesis.odt\n"),
        format!("{good}{hash} 4 /thesis.odt\n"),
        format!("{good}{hash} 4 a\\thesis.odt\n"),
        format!("{good}{hash} 4 thesis.odt\nthesis.odt\n"),
        format!("{good}{hash} 4 thesis.odt\n\n"),
        format!("{}\n{hash} 4 thesis.odt\n", lines[0].replace('2', "3")),
        format!("{}\n{hash} 4 z\n{hash} 4 thesis.odt\n", lines[0]),
        format!("{}\nthesis.odt\n", lines[0]),
        format!("{OLD_HEADING}\n../x\nthesis.odt\n"),
        format!("{OLD_HEADING}\nthesis.odt"),
        String::new(),
    ] {
        fs::write(&list, &text).unwrap();
        let before = entries(&campaign.output());
        let problem = campaign.build(&site("third")).expect_err(&text);
        assert!(
            problem.starts_with("E911") || problem.starts_with("E905"),
            "{problem}"
        );
        assert_eq!(entries(&campaign.output()), before, "{text}");
        assert_eq!(fs::read_to_string(&list).unwrap(), text);
    }
}

#[test]
fn a_list_of_the_first_version_tells_that_the_folder_is_ours() {
    let campaign = Campaign::built_twice();
    for folder in [campaign.output(), campaign.spare()] {
        let paths: Vec<String> = site("").into_keys().collect();
        let text = format!("{OLD_HEADING}\n{}\n", paths.join("\n"));
        fs::write(folder.join(MANIFEST), text).unwrap();
    }
    campaign.assert_builds_and_harms_nothing("the first version");
}

#[test]
fn what_is_no_longer_in_the_site_is_nowhere_beside_it() {
    let campaign = Campaign::built_twice();
    let mut now = site("third");
    now.insert("news/taken-back/index.html".into(), "private".into());
    now.insert("news/index.html".into(), "list".into());
    campaign.build(&now).unwrap();
    assert_nothing_beside(&campaign, "added");
    now.remove("news/taken-back/index.html");
    campaign.build(&now).unwrap();
    assert_nothing_beside(&campaign, "taken back");
    assert!(!campaign.spare().join("news/taken-back").exists());
    now.insert("a/index.html".into(), "without a telephone number".into());
    campaign.build(&now).unwrap();
    assert_nothing_beside(&campaign, "a page without what it said");
    // A file takes the place of a folder, and the other way round.
    now.remove("a/b/c/index.html");
    now.insert("a/b".into(), "a file".into());
    campaign.build(&now).unwrap();
    assert_nothing_beside(&campaign, "a file for a folder");
    now.remove("a/b");
    now.insert("a/b/c/index.html".into(), "third".into());
    campaign.build(&now).unwrap();
    assert_nothing_beside(&campaign, "a folder for a file");
    let none = BTreeMap::from([("index.html".to_owned(), "third".to_owned())]);
    campaign.build(&none).unwrap();
    assert_nothing_beside(&campaign, "all but one");
    campaign.build(&none).unwrap();
    assert_eq!(entries(&campaign.output()), listed(&none));
}

#[test]
fn no_empty_folder_is_left_of_a_page_that_stood_in_both_trees() {
    let campaign = Campaign::built_twice();
    let mut both = site("third");
    both.insert("news/taken-back/index.html".into(), "private".into());
    for _ in 0..3 {
        campaign.build(&both).unwrap();
    }
    for word in ["third", "fourth"] {
        campaign.build(&site(word)).unwrap();
        assert_eq!(entries(&campaign.output()), listed(&site(word)));
        assert_nothing_beside(&campaign, word);
    }
}

#[test]
fn a_page_changed_by_hand_and_what_a_system_drops_are_not_left_beside_the_site() {
    let campaign = Campaign::built_twice();
    for word in ["third", "third", "fourth"] {
        fs::remove_file(campaign.output().join("a/index.html")).unwrap();
        fs::write(campaign.output().join("a/index.html"), "by hand").unwrap();
        fs::write(campaign.output().join("a/b/Thumbs.db"), "pictures").unwrap();
        campaign.build(&site(word)).unwrap();
        assert_eq!(entries(&campaign.output()), listed(&site(word)));
        assert_nothing_beside(&campaign, word);
    }
}

#[test]
fn a_build_that_fails_leaves_nothing_of_what_it_wrote() {
    let campaign = Campaign::built_twice();
    for word in ["third", "fourth", "fifth"] {
        let before = entries(&campaign.output());
        let stage = Stage::open(&campaign.output()).unwrap();
        for (path, text) in site("embargoed") {
            stage.write(&path, text.as_bytes()).unwrap();
        }
        stage.write("secret/index.html", b"embargoed").unwrap();
        drop(stage);
        assert_eq!(entries(&campaign.output()), before);
        if campaign.spare().exists() {
            let beside = entries(&campaign.spare());
            let beside: Vec<_> = beside.values().flatten().collect();
            assert!(
                !beside.iter().any(|text| *text == "embargoed"),
                "{beside:?}"
            );
        }
        campaign.build(&site(word)).unwrap();
        assert_nothing_beside(&campaign, word);
    }
}

/// What a list names has been looked at by the one check of paths before anything is done with it.
#[test]
fn a_list_of_anything_else_than_paths_of_a_site_is_not_believed() {
    let hash = "0".repeat(64);
    for path in [
        "../../elsewhere/precious",
        "/etc/hostname",
        "c:/x",
        "a\\b",
        "a\0b",
        "nul.txt",
        "a/../index.html",
        "a//b",
        ".sala",
        ".SALA/x",
        "dot.",
        "a/ ",
    ] {
        let campaign = Campaign::built_twice();
        let list = campaign.spare().join(MANIFEST);
        let now = fs::read_to_string(&list).unwrap();
        let heading = now.lines().next().unwrap();
        fs::write(&list, format!("{heading}\n{hash} 13 {path}\n")).unwrap();
        campaign.assert_builds_and_harms_nothing(path);
        assert_nothing_beside(&campaign, path);
        // In the live tree it is refused.
        let list = campaign.output().join(MANIFEST);
        fs::write(&list, format!("{heading}\n{hash} 13 {path}\n")).unwrap();
        let problem = campaign.build(&site("sixth")).expect_err(path);
        assert!(problem.starts_with("E911"), "{path}: {problem}");
    }
    // Paths in no order, one twice, and two that are one on some computers, which harms nobody.
    let campaign = Campaign::built_twice();
    let list = campaign.spare().join(MANIFEST);
    let now = fs::read_to_string(&list).unwrap();
    let lines: Vec<&str> = now.lines().collect();
    for text in [
        format!("{}\n{}\n{}\n", lines[0], lines[2], lines[1]),
        format!("{}\n{}\n{}\n", lines[0], lines[1], lines[1]),
        format!("{}\n{hash} 1 A\n{hash} 1 a\n", lines[0]),
        format!("{}\n{hash} 1 cafe\u{301}\n{hash} 1 caf\u{e9}\n", lines[0]),
        format!("{}\n{hash} 1 {}\n", lines[0], "a/".repeat(600) + "a"),
    ] {
        fs::write(&list, &text).unwrap();
        campaign.assert_builds_and_harms_nothing(&text);
    }
}

#[cfg(unix)]
mod links {
    use super::*;
    use std::os::unix::fs::symlink;

    /// Puts a link in the place of what stands there.
    fn link(target: &Path, place: &Path) {
        if fs::symlink_metadata(place).is_ok_and(|entry| entry.is_dir()) {
            fs::remove_dir_all(place).unwrap();
        } else if fs::symlink_metadata(place).is_ok() {
            fs::remove_file(place).unwrap();
        }
        symlink(target, place).unwrap();
    }

    #[test]
    fn a_link_in_the_spare_tree_leads_no_page_outside() {
        for place in [
            "index.html",
            "a",
            "a/index.html",
            "a/b",
            "a/b/c",
            "a/b/c/index.html",
        ] {
            let campaign = Campaign::built_twice();
            let precious = campaign.elsewhere().join("precious");
            let folder = campaign.elsewhere();
            let missing = campaign.elsewhere().join("index.html");
            for target in [&precious, &folder, &missing, &campaign.output()] {
                link(target, &campaign.spare().join(place));
                campaign.assert_builds_and_harms_nothing(place);
            }
        }
    }

    #[test]
    fn a_link_that_no_page_stands_at_does_not_reach_the_site() {
        let campaign = Campaign::built_twice();
        for place in ["link", "a/link", "a/b/c/link"] {
            for target in [campaign.elsewhere(), campaign.elsewhere().join("precious")] {
                link(&target, &campaign.spare().join(place));
                campaign.assert_builds_and_harms_nothing(place);
            }
        }
    }

    #[test]
    fn a_link_in_the_place_of_our_own_files_is_replaced() {
        let campaign = Campaign::built_twice();
        let precious = campaign.elsewhere().join("precious");
        let beside = |name: &str| campaign.output().with_file_name(name);
        for place in [
            campaign.spare().join(MANIFEST),
            campaign.spare().join(".sala-Prob\u{e9}"),
            beside(".public.sala-stage"),
            beside(".public.sala-lock"),
            beside(".public.sala-old"),
        ] {
            for target in [
                precious.clone(),
                campaign.elsewhere(),
                precious.with_extension("no"),
            ] {
                link(&target, &place);
                let shown = format!("{} to {}", place.display(), target.display());
                campaign.assert_builds_and_harms_nothing(&shown);
            }
        }
    }

    #[test]
    fn a_link_in_the_live_tree_is_never_followed() {
        for place in ["index.html", "a/index.html", "a/b/c/index.html"] {
            let campaign = Campaign::built_twice();
            link(
                &campaign.elsewhere().join("precious"),
                &campaign.output().join(place),
            );
            campaign.assert_builds_and_harms_nothing(place);
        }
        let campaign = Campaign::built_twice();
        link(&campaign.elsewhere(), &campaign.output().join("a"));
        let problem = campaign.build(&site("third")).unwrap_err();
        assert!(problem.starts_with("E905"), "{problem}");
    }

    #[test]
    fn names_that_are_no_text_do_not_reach_the_site() {
        use std::ffi::OsStr;
        use std::os::unix::ffi::OsStrExt;
        let campaign = Campaign::built_twice();
        let folder = campaign.spare().join(OsStr::from_bytes(b"a/\xff"));
        fs::create_dir(&folder).unwrap();
        fs::write(folder.join("index.html"), "planted").unwrap();
        fs::write(campaign.spare().join(OsStr::from_bytes(b"\xfe.html")), "").unwrap();
        fs::write(campaign.spare().join("a/line\nend\\.html"), "").unwrap();
        campaign.assert_builds_and_harms_nothing("names");
    }

    #[test]
    fn a_reader_of_a_file_gets_the_whole_of_it_whatever_is_built_meanwhile() {
        use std::io::Read;
        let campaign = Campaign::built_twice();
        let mut open = fs::File::open(campaign.output().join("a/index.html")).unwrap();
        for word in ["other3", "other4", "other5", "6", "a longer one, number 7"] {
            campaign.build(&site(word)).unwrap();
        }
        let mut text = String::new();
        open.read_to_string(&mut text).unwrap();
        assert_eq!(text, "second");
    }

    /// Every file of a tree, open.
    fn open_all(folder: &Path) -> Vec<(String, fs::File)> {
        let files = entries(folder).into_iter();
        files
            .filter_map(|(path, held)| held.map(|_| path))
            .map(|path| {
                let file = fs::File::open(folder.join(&path)).unwrap();
                (path, file)
            })
            .collect()
    }

    #[test]
    fn half_of_a_file_before_two_builds_and_half_after_them_are_one_file() {
        use std::io::{Read, Seek, SeekFrom};
        let campaign = Campaign::built_twice();
        let large = |word: &str| -> BTreeMap<String, String> {
            let mut large = site(word);
            for name in ["leaflet.pdf", "a/b/other.pdf"] {
                large.insert(name.into(), format!("{word:8}").repeat(40_000));
            }
            large
        };
        let mut readers = Vec::new();
        for word in ["one", "two", "three", "four", "five"] {
            campaign.build(&large(word)).unwrap();
            for (path, mut file) in open_all(&campaign.output()) {
                let mut text = String::new();
                let half = file.metadata().unwrap().len() / 2;
                (&mut file).take(half).read_to_string(&mut text).unwrap();
                readers.push((word, path, file, text));
            }
            // Where the tree stands between two builds, somebody may still be reading too.
            for (path, mut file) in open_all(&campaign.spare()) {
                let mut text = String::new();
                file.read_to_string(&mut text).unwrap();
                file.seek(SeekFrom::End(0)).unwrap();
                readers.push((word, path, file, text));
            }
        }
        for (word, path, mut file, mut text) in readers {
            file.read_to_string(&mut text).unwrap();
            let same = large(word)[&path] == text;
            assert!(same, "{path} of {word} is torn");
        }
    }

    #[test]
    fn a_second_name_of_a_file_outside_is_neither_written_over_nor_published() {
        use std::os::unix::fs::MetadataExt;
        let number = |path: PathBuf| fs::metadata(path).unwrap().ino();
        for (place, held) in [
            ("index.html", "years of work"),
            ("a/b/c/index.html", "years of work"),
            // The very bytes of the page, and later others.
            ("index.html", "third"),
            ("same.css", "same"),
        ] {
            let campaign = Campaign::built_twice();
            let precious = campaign.elsewhere().join("precious");
            fs::write(&precious, held).unwrap();
            let place_in_spare = campaign.spare().join(place);
            let _ = fs::remove_file(&place_in_spare);
            fs::hard_link(&precious, &place_in_spare).unwrap();
            for word in ["third", "fourth", "fifth"] {
                campaign.build(&site(word)).unwrap();
                assert_eq!(entries(&campaign.output()), listed(&site(word)));
                assert_eq!(fs::read_to_string(&precious).unwrap(), held);
                for tree in [campaign.output(), campaign.spare()] {
                    let own = tree.join(place);
                    assert!(!own.exists() || number(own) != number(precious.clone()));
                }
            }
        }
    }

    #[test]
    fn a_pipe_or_a_socket_in_the_place_of_anything_of_ours_makes_nobody_wait() {
        use std::os::unix::net::UnixListener;
        let beside = |campaign: &Campaign, name: &str| campaign.output().with_file_name(name);
        let places: [&dyn Fn(&Campaign) -> PathBuf; 8] = [
            &|campaign| campaign.spare().join(MANIFEST),
            &|campaign| campaign.spare().join("index.html"),
            &|campaign| campaign.spare().join("a"),
            &|campaign| campaign.spare().join("a/b/c/other"),
            &|campaign| beside(campaign, ".public.sala-stage"),
            &|campaign| beside(campaign, ".public.sala-lock"),
            &|campaign| beside(campaign, ".public.sala-old"),
            &|campaign| campaign.output().join("index.html"),
        ];
        for place in places {
            for is_pipe in [true, false] {
                let campaign = Campaign::built_twice();
                let place = place(&campaign);
                match fs::symlink_metadata(&place) {
                    Ok(entry) if entry.is_dir() => fs::remove_dir_all(&place).unwrap(),
                    Ok(_) => fs::remove_file(&place).unwrap(),
                    Err(_) => {}
                }
                let _socket = match is_pipe {
                    true => {
                        make_pipe(&place);
                        None
                    }
                    false => Some(UnixListener::bind(&place).unwrap()),
                };
                let shown = place.display().to_string();
                campaign.assert_builds_and_harms_nothing(&shown);
                assert_nothing_beside(&campaign, &shown);
            }
        }
        // What is no list in the site is not ours to replace.
        let campaign = Campaign::built_twice();
        fs::remove_file(campaign.output().join(MANIFEST)).unwrap();
        make_pipe(&campaign.output().join(MANIFEST));
        let problem = campaign.build(&site("third")).unwrap_err();
        assert!(problem.starts_with("E911"), "{problem}");
    }

    fn make_pipe(place: &Path) {
        let made = std::process::Command::new("mkfifo").arg(place).status();
        assert!(made.unwrap().success());
    }

    #[test]
    fn a_list_of_any_size_is_read_no_further_than_a_list_can_go() {
        let campaign = Campaign::built_twice();
        let list = campaign.spare().join(MANIFEST);
        // Holes: it takes no room on the disk.
        let file = fs::File::options().write(true).open(&list).unwrap();
        file.set_len(8 << 30).unwrap();
        campaign.assert_builds_and_harms_nothing("8 GB");
        let list = campaign.output().join(MANIFEST);
        let file = fs::File::options().write(true).open(&list).unwrap();
        file.set_len(8 << 30).unwrap();
        let problem = campaign.build(&site("third")).unwrap_err();
        assert!(problem.starts_with("E911"), "{problem}");
    }
}
