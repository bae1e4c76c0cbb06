//! The walker and reader against folders as people and machines leave them.

use super::*;

#[test]
fn a_fixture_is_a_site() {
    let files = Files::from_fixture("//- content/a.md\nមួយ\n//- data/b.csv\nx\n");
    assert_eq!(
        files.under("content/").collect::<Vec<_>>(),
        ["content/a.md"]
    );
    assert_eq!(files.text("content/a.md").unwrap(), "មួយ\n");
}

#[test]
fn a_byte_order_mark_is_not_text() {
    let files = Files::in_memory([("a", "\u{feff}ក".as_bytes().to_vec())]);
    assert_eq!(files.text("a").unwrap(), "ក");
    let files = Files::in_memory([("a", "\u{feff}\u{feff}ក\u{feff}")]);
    assert_eq!(files.text("a").unwrap(), "ក\u{feff}");
}

#[test]
fn a_line_that_somebody_writes_ends_whatever_program_ends_it() {
    for (text, expected) in [
        ("ក\nខ\n", "ក\nខ\n"),
        ("ក\r\nខ\r\n", "ក\r\nខ\r\n"),
        ("ក\rខ\r", "ក\nខ\n"),
        ("ក\r\r\nខ\r\r\n", "ក\nខ\n"),
        ("ក\r\rខ\r\nគ", "ក\n\nខ\nគ"),
    ] {
        let files = Files::in_memory([("a.md", text)]);
        assert_eq!(files.written("a.md").unwrap(), expected, "{text:?}");
        assert_eq!(files.text("a.md").unwrap(), text);
    }
}

#[test]
fn what_is_hidden_or_lies_beside_an_open_file_is_no_part_of_a_campaign() {
    let root = tempfile::tempdir().unwrap();
    let content = root.path().join("content");
    std::fs::create_dir_all(content.join(".git")).unwrap();
    for name in ["a.docx", "~$a.docx", ".a.swp", ".git/a", "a~$"] {
        std::fs::write(content.join(name), "x").unwrap();
    }
    let files = Files::walk(root.path(), &[], &mut Report::new());
    assert_eq!(
        files.under("").collect::<Vec<_>>(),
        ["content/a.docx", "content/a~$"]
    );
}

#[test]
fn names_are_spelt_in_one_way_and_never_hide_each_other() {
    let root = tempfile::tempdir().unwrap();
    let content = root.path().join("content");
    std::fs::create_dir(&content).unwrap();
    std::fs::write(content.join("ស្រី្ត.jpg"), "one").unwrap();
    let mut report = Report::new();
    let files = Files::walk(root.path(), &[], &mut report);
    assert!(report.is_empty());
    assert_eq!(files.read("content/ស្ត្រី.jpg").unwrap(), b"one");
    std::fs::write(content.join("ស្ត្រី.jpg"), "two").unwrap();
    Files::walk(root.path(), &[], &mut report);
    let found: Vec<&str> = report.sorted().iter().map(|found| found.code.id).collect();
    assert_eq!(found, ["E107"]);
}

#[test]
fn what_programs_keep_in_hidden_folders_is_no_part_of_a_site() {
    let root = tempfile::tempdir().unwrap();
    for path in [
        ".sala/store/entry",
        ".sala/.gitignore",
        ".public.sala-stage/index.html",
        "content/.sala/store/entry.md",
        "static/.git/config",
        "content/a.md",
    ] {
        let path = root.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, "text").unwrap();
    }
    let mut report = Report::new();
    let files = Files::walk(root.path(), &[], &mut report);
    assert!(report.is_empty());
    assert_eq!(files.under("").collect::<Vec<_>>(), ["content/a.md"]);
}

#[test]
fn a_file_is_read_in_pieces_from_the_disk_as_from_memory() {
    let root = tempfile::tempdir().unwrap();
    std::fs::create_dir(root.path().join("static")).unwrap();
    std::fs::write(root.path().join("static/film"), "abcdef").unwrap();
    let on_disk = Files::walk(root.path(), &[], &mut Report::new());
    let in_memory = Files::in_memory([("static/film", "abcdef")]);
    for files in [on_disk, in_memory] {
        let mut opened = files.open("static/film").unwrap();
        assert_eq!(opened.size(), 6);
        let mut piece = [0; 4];
        opened.read_exact(&mut piece).unwrap();
        assert_eq!(&piece, b"abcd");
        opened.seek(SeekFrom::Start(1)).unwrap();
        opened.read_exact(&mut piece).unwrap();
        assert_eq!(&piece, b"bcde");
        assert_eq!(files.open("static/none").unwrap_err().code.id, "E901");
    }
}

#[test]
fn latin_1_is_refused() {
    let files = Files::in_memory([("a", vec![0xe9])]);
    assert_eq!(files.text("a").unwrap_err().code.id, "E01");
}

#[test]
fn a_file_that_changes_while_it_is_read_is_as_long_as_it_was_or_told() {
    let root = tempfile::tempdir().unwrap();
    let film = root.path().join("static/film");
    std::fs::create_dir(root.path().join("static")).unwrap();
    std::fs::write(&film, "abcdef").unwrap();
    let files = Files::walk(root.path(), &[], &mut Report::new());
    let mut opened = files.open("static/film").unwrap();
    std::fs::write(&film, "abcdefgh").unwrap();
    let mut text = String::new();
    opened.read_to_string(&mut text).unwrap();
    assert_eq!(text, "abcdef");
    let mut opened = files.open("static/film").unwrap();
    std::fs::write(&film, "ab").unwrap();
    let error = opened.read_to_string(&mut text).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidData);
}

#[cfg(unix)]
#[test]
fn what_takes_the_place_of_a_file_after_the_walk_is_not_followed_and_makes_nobody_wait() {
    let root = tempfile::tempdir().unwrap();
    let page = root.path().join("content/a.md");
    std::fs::create_dir(root.path().join("content")).unwrap();
    std::fs::write(&page, "text").unwrap();
    let files = Files::walk(root.path(), &[], &mut Report::new());
    let refused = || {
        let read = files.read("content/a.md").map(drop).unwrap_err();
        let opened = files.open("content/a.md").map(drop).unwrap_err();
        assert_eq!((read.code.id, opened.code.id), ("E901", "E901"));
        assert_eq!(files.hash("content/a.md"), None);
        match std::fs::symlink_metadata(&page).unwrap().is_dir() {
            true => std::fs::remove_dir(&page).unwrap(),
            false => std::fs::remove_file(&page).unwrap(),
        }
    };
    std::fs::remove_file(&page).unwrap();
    std::os::unix::fs::symlink("/etc/passwd", &page).unwrap();
    refused();
    let made = std::process::Command::new("mkfifo").arg(&page).status();
    assert!(made.unwrap().success());
    refused();
    std::fs::create_dir(&page).unwrap();
    refused();
}

#[test]
fn a_file_is_read_up_to_what_its_kind_may_hold() {
    let root = tempfile::tempdir().unwrap();
    std::fs::create_dir_all(root.path().join("content")).unwrap();
    std::fs::create_dir_all(root.path().join("data")).unwrap();
    for (path, most) in [("content/a.md", LARGEST_WRITTEN), ("data/a.csv", LARGEST)] {
        let file = std::fs::File::create(root.path().join(path)).unwrap();
        for (size, is_read) in [(0, true), (most, true), (most + 1, false)] {
            file.set_len(size).unwrap();
            let files = Files::walk(root.path(), &[], &mut Report::new());
            let read = files.read(path);
            match is_read {
                true => assert_eq!(read.unwrap().len() as u64, size),
                false => assert_eq!(read.unwrap_err().code.id, "E118"),
            }
            assert_eq!(
                files.open(path).unwrap().size(),
                size,
                "a copy has no bound"
            );
        }
    }
}
