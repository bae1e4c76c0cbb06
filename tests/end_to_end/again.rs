//! A campaign that is read again where it changed is the campaign that is read anew: byte for byte,
//! after any edit.

use sala::campaign::{Campaign, Request};
use sala::diagnostic::{MessageLanguage, Report, Style, to_terminal};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// As many edits as a person makes in an afternoon.
const EDITS: usize = 80;

/// How many of them are built, leaflets and all.
const BUILDS: usize = 24;

#[test]
fn a_campaign_read_again_is_the_campaign_read_anew() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let root = folder.path().join("campaign");
    let original = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots/everything");
    copy(&original.join("campaign"), &root);
    let request = request(&root);
    let (campaign, _) = Campaign::load(&request);
    let mut campaign = campaign.expect("the campaign is right");
    let mut edits = Edits::new(20_261_128);
    let mut quick = 0;
    // What changed since the campaign was right.
    let mut changed: Vec<String> = Vec::new();
    for number in 0..EDITS {
        let (path, what) = edits.make(&root);
        let told = format!("edit {number}: {what} in {path}");
        if !changed.contains(&path) {
            changed.push(path);
        }
        let (again, report) = campaign.again(&changed);
        let (anew, anew_report) = Campaign::load(&request);
        let Some(again) = assert_same(again, &report, anew, &anew_report, &told) else {
            continue;
        };
        quick += usize::from(changed.len() == 1);
        changed.clear();
        campaign = again;
    }
    assert!(
        quick > EDITS / 2,
        "only {quick} edits left the campaign right"
    );
}

/// What is kept from one build to the next is only ever what a build without it would make.
#[test]
fn a_site_built_upon_the_last_one_is_the_site_built_anew() {
    let bases = [
        ("everything", "public"),
        ("plain", "public"),
        ("cards", "public"),
    ];
    for (seed, (name, output)) in (20_261_129..).zip(bases) {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let root = folder.path().join("campaign");
        let original = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots");
        let original = original.join(name).join("campaign");
        copy(&original, &root);
        let mut edits = Edits::new(seed);
        let (mut built, mut quick) = (0, 0);
        for number in 0..BUILDS {
            let (path, what) = edits.make(&root);
            let told = format!("{name}, edit {number}: {what} in {path}");
            // Now and then somebody spoils a file of the site.
            if number % 3 == 2 {
                spoil(&root.join(output), number);
            }
            let bare = folder.path().join(format!("bare-{number}"));
            copy(&original, &bare);
            copy(&root.join("content"), &bare.join("content"));
            let (anew, anew_report) = sala::build(&request(&bare), &|_, _| ());
            // The second time there is nothing to do.
            for time in ["first", "second"] {
                let (upon, report) = sala::build(&request(&root), &|_, _| ());
                assert_eq!(text(&report), text(&anew_report), "{told}, {time} time");
                assert_eq!(upon.is_some(), anew.is_some(), "{told}, {time} time");
                if let (Some(upon), Some(anew)) = (upon, &anew) {
                    quick += usize::from(time == "first" && upon.made < anew.made / 2);
                    let all = anew.made;
                    assert_eq!(
                        sala::Built { made: all, ..upon },
                        *anew,
                        "{told}, {time} time"
                    );
                }
            }
            if anew.is_none() {
                continue;
            }
            built += 1;
            let (mut upon, mut anew) = (BTreeMap::new(), BTreeMap::new());
            read(&root.join(output), "", &mut upon);
            read(&bare.join(output), "", &mut anew);
            assert!(upon.keys().eq(anew.keys()), "{told}");
            for (path, bytes) in &upon {
                assert!(anew[path] == *bytes, "{told}: {path} differs");
            }
        }
        assert!(built > BUILDS / 2, "{name}: only {built} edits were built");
        assert!(
            quick > BUILDS / 4,
            "{name}: only {quick} edits made less than half"
        );
    }
}

/// Changes a letter of a file of the site, or removes one.
fn spoil(site: &Path, number: usize) {
    let mut found = BTreeMap::new();
    read(site, "", &mut found);
    let nth = number * 7 % found.len();
    let (path, mut bytes) = found.into_iter().nth(nth).expect("there are so many");
    if path == "/.sala" {
        return;
    }
    let path = site.join(&path[1..]);
    match bytes.last_mut().filter(|_| number.is_multiple_of(2)) {
        Some(last) => {
            *last ^= 1;
            std::fs::write(path, bytes).expect("the file is written");
        }
        None => std::fs::remove_file(path).expect("the file is removed"),
    }
}

/// An edit of a text costs the making of what shows that text.
#[test]
fn a_build_makes_what_shows_the_edited_text_and_nothing_else() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let original = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots");
    // The page and the search of its language; a page shown in two languages; one that is translated.
    for (name, page, made) in [
        ("everything", "content/news/n1.md", 2),
        ("plain", "content/learn/again.md", 2),
        ("plain", "content/learn/well.md", 1),
    ] {
        let root = folder.path().join(page.replace('/', "-")).join(name);
        copy(&original.join(name).join("campaign"), &root);
        let build = || {
            let (built, report) = sala::build(&request(&root), &|_, _| ());
            built.unwrap_or_else(|| panic!("{}", text(&report)))
        };
        let all = build();
        assert!(all.made > 10, "{name}: {}", all.made);
        assert_eq!(build().made, 0, "{name}");
        let written = std::fs::read_to_string(root.join(page)).expect("the page is read");
        let edited = format!("{written}\n\nទៀត។\n");
        std::fs::write(root.join(page), edited).expect("the page is written");
        let upon = build();
        assert_eq!(upon.made, made, "{page}");
        assert_eq!((upon.pages, upon.files), (all.pages, all.files), "{page}");
        assert_eq!(build().made, 0, "{name}");
        std::fs::write(root.join("sala.toml"), {
            let settings = std::fs::read_to_string(root.join("sala.toml"));
            format!("# កែ\n{}", settings.expect("the settings are read"))
        })
        .expect("the settings are written");
        assert_eq!(build().made, all.made, "{name}: another setting");
    }
}

/// Only a page is compared by what it says of itself.
#[test]
fn a_file_that_is_no_page_is_published_as_it_is_now_whatever_its_name() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let root = folder.path().join("campaign");
    let original = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots/plain");
    copy(&original.join("campaign"), &root);
    // One after the other: what is seen of one change must not be the reason to see another.
    for (file, published) in [
        ("static/notes.md", "notes.md"),
        ("static/content/notes.md", "content/notes.md"),
        ("content/learn/notes.pdf", "learn/notes.pdf"),
    ] {
        let file = root.join(file);
        std::fs::create_dir_all(file.parent().expect("a folder")).expect("the folder is made");
        for says in ["one", "two", "two and a half"] {
            std::fs::write(&file, says).expect("the file is written");
            let (built, report) = sala::build(&request(&root), &|_, _| ());
            assert!(built.is_some(), "{}", text(&report));
            let published = std::fs::read_to_string(root.join("public").join(published));
            assert_eq!(
                published.expect("it is published"),
                says,
                "{}",
                file.display()
            );
        }
    }
}

/// Of two sites that were built at one place, the later one stands there, whichever is asked for.
#[test]
fn nothing_is_taken_from_a_site_that_was_built_with_other_settings() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let root = folder.path().join("campaign");
    let original = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots/plain");
    copy(&original.join("campaign"), &root);
    let settings = std::fs::read_to_string(root.join("sala.toml")).expect("the settings are read");
    let site_of = |title: &str| {
        let settings = settings.replace("title = \"Wells\"", &format!("title = \"{title}\""));
        std::fs::write(root.join("sala.toml"), settings).expect("the settings are written");
        let (built, report) = sala::build(&request(&root), &|_, _| ());
        assert!(built.is_some(), "{}", text(&report));
        let mut site = BTreeMap::new();
        read(&root.join("public"), "", &mut site);
        site
    };
    let (one, other) = (site_of("Wells"), site_of("Ponds"));
    assert!(one != other);
    assert!(site_of("Wells") == one);
    assert!(site_of("Ponds") == other);
}

/// One edit each of what a head can say, and of a heading that another page links to.
const HEADS: &[(&str, &str, &str)] = &[
    ("content/_index.md", "leaflets = [\"a4\"]", ""),
    (
        "content/components.md",
        "updated = 2026-03-04",
        "updated = 2026-03-05",
    ),
    (
        "content/learn/_index.md",
        "icon = \"book\"",
        "icon = \"well\"",
    ),
    (
        "content/learn/first.md",
        "colour = \"red\"",
        "colour = \"green\"",
    ),
    (
        "content/learn/first.md",
        "path = \"/start/here/\"",
        "path = \"/begin/\"",
    ),
    ("content/learn/first.md", "weight = 1", "weight = 9"),
    ("content/learn/first.md", "\"own.html\"", "\"page.html\""),
    (
        "content/learn/second.md",
        "\"a4\", \"trifold\"",
        "\"trifold\"",
    ),
    (
        "content/learn/second.md",
        "slug = \"the-second\"",
        "slug = \"second\"",
    ),
    ("content/markdown.md", "\"everything\"", "\"all\""),
    ("content/components.md", "{#contact}", "{#no-contact}"),
    (
        "content/news/_index.md",
        "paginate_by = 2",
        "paginate_by = 1",
    ),
    (
        "content/news/_index.md",
        "sort_by = \"date\"",
        "sort_by = \"title\"",
    ),
    (
        "content/news/n1.md",
        "date = 2026-01-05",
        "date = 2026-01-25",
    ),
    (
        "content/news/n1.md",
        "date = 2026-01-05",
        "date = 2027-01-05",
    ),
    ("content/news/n1.md", "description = ", "# description = "),
    ("content/news/n1.md", "title = \"អណ្តូង", "title = \"ខអណ្តូង"),
    ("content/news/n2.md", "\"water\", \"budget\"", "\"water\""),
    ("content/news/n2.md", "<!-- more -->", ""),
];

#[test]
fn an_edit_of_a_head_is_seen_as_if_all_were_read_anew() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let root = folder.path().join("campaign");
    let original = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots/everything");
    copy(&original.join("campaign"), &root);
    let request = request(&root);
    let (campaign, _) = Campaign::load(&request);
    let campaign = campaign.expect("the campaign is right");
    for (path, from, to) in HEADS {
        let told = format!("{path}: {from} becomes {to}");
        let text = std::fs::read_to_string(root.join(path)).expect("the page is read");
        assert_eq!(text.matches(from).count(), 1, "{told}");
        std::fs::write(root.join(path), text.replace(from, to)).expect("the page is written");
        let (again, report) = campaign.again(&[(*path).to_owned()]);
        let (anew, anew_report) = Campaign::load(&request);
        assert_same(again, &report, anew, &anew_report, &told);
        std::fs::write(root.join(path), text).expect("the page is written");
    }
}

/// Edits of what pages of a kind say, of the kind, and of its template; what begins with `content/` is read
/// again by itself, too.
const KINDS: &[(&str, &str, &str)] = &[
    ("content/services/birth.md", "អត្ថបទអំពី", "អត្ថបទថ្មីអំពី"),
    ("content/services/birth.md", "fee = 0", "fee = 500"),
    (
        "content/services/birth.md",
        "[service]\n",
        "[howto]\n# [service]\n",
    ),
    (
        "content/events/past.md",
        "start = 2026-10-12T08:00:00",
        "start = 2026-12-01",
    ),
    ("content/events/past.md", "\"សន្យាភ្លើង\"", "\"សន្យាទឹក\""),
    (
        "content/functions/school.md",
        "level = \"nation\"",
        "level = []",
    ),
    ("kinds/market/kind.toml", "តូប", "តូបលក់"),
    (
        "kinds/market/kind.toml",
        "list = \"table\"",
        "list = \"cards\"",
    ),
    (
        "kinds/market/page.html",
        "class=\"lead\"",
        "class=\"quiet\"",
    ),
    ("content/papers/_each.md", "days = \"{days}\"\n", ""),
];

#[test]
fn an_edit_of_what_a_page_of_a_kind_says_is_seen_as_if_all_were_read_anew() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let root = folder.path().join("campaign");
    let original = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots/kinds");
    copy(&original.join("campaign"), &root);
    // Its leaflets take longest, and are the same function of the same facts.
    let mut pages = Vec::new();
    markdown(&root.join("content"), &mut pages);
    for page in &pages {
        let text = std::fs::read_to_string(page).expect("the page is read");
        let without = text.replace("leaflets = [\"a4\"]\n", "");
        std::fs::write(page, without).expect("the page is written");
    }
    let read_all = |root: &Path| {
        let mut all = BTreeMap::new();
        read(&root.join("public"), "", &mut all);
        all
    };
    for (number, (path, from, to)) in KINDS.iter().enumerate() {
        let told = format!("{path}: {from} becomes {to}");
        let (built, report) = sala::build(&request(&root), &|_, _| ());
        assert!(built.is_some(), "{}", text(&report));
        let (campaign, _) = Campaign::load(&request(&root));
        let campaign = campaign.expect("the campaign is right");
        let was = std::fs::read_to_string(root.join(path)).expect("the file is read");
        assert_eq!(was.matches(from).count(), 1, "{told}");
        std::fs::write(root.join(path), was.replace(from, to)).expect("the file is written");
        let bare = folder.path().join(format!("bare-{number}"));
        for part in ["content", "data", "kinds"] {
            copy(&root.join(part), &bare.join(part));
        }
        std::fs::copy(root.join("sala.toml"), bare.join("sala.toml")).expect("it is copied");
        let (again, report) = campaign.again(&[(*path).to_owned()]);
        let (anew, anew_report) = Campaign::load(&request(&root));
        assert_same(again, &report, anew, &anew_report, &told);
        let (upon, report) = sala::build(&request(&root), &|_, _| ());
        let (anew, anew_report) = sala::build(&request(&bare), &|_, _| ());
        assert_eq!(text(&report), text(&anew_report), "{told}");
        assert_eq!(upon.is_some(), anew.is_some(), "{told}");
        if anew.is_some() {
            let (upon, anew) = (read_all(&root), read_all(&bare));
            assert!(upon.keys().eq(anew.keys()), "{told}");
            for (path, bytes) in &upon {
                assert!(anew[path] == *bytes, "{told}: {path} differs");
            }
        }
        std::fs::write(root.join(path), was).expect("the file is written");
    }
}

#[test]
fn editing_a_body_changes_no_other_page() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let root = folder.path().join("campaign");
    let page = |name: &str, body: &str| {
        let path = root.join("content").join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("the folder is made");
        let date = match name {
            "_index.md" => "",
            _ => "date = 2026-01-01\n",
        };
        let front = format!("+++\ntitle = '{name}'\ndescription = 'd'\n{date}+++\n");
        std::fs::write(path, format!("{front}{body}")).expect("the page is written");
    };
    page("_index.md", "ដើម\n");
    page("a.md", "មួយ\n");
    page("b.md", "[ក](@/a.md)\n");
    std::fs::write(
        root.join("sala.toml"),
        "base_url = 'https://org.example/'\ntitle = 'ទឹក'\n",
    )
    .expect("the configuration is written");
    let request = request(&root);
    let before = files(&Campaign::load(&request).0.expect("it is right"));
    page("a.md", "## ថ្មី\n\nមួយ ពីរ បី [ខ](@/b.md)\n\n- ក\n- ខ\n");
    let after = files(&Campaign::load(&request).0.expect("it is right"));
    let changed: Vec<&String> = before
        .iter()
        .filter(|(path, bytes)| after.get(*path) != Some(*bytes))
        .map(|(path, _)| path)
        .filter(|path| !path.starts_with("search/"))
        .collect();
    assert_eq!(changed, ["a/index.html"]);
}

/// Compares a campaign that was read again with the one read anew, and gives it back; nothing if
/// neither stands, for the same reasons.
fn assert_same(
    again: Option<Campaign>,
    report: &Report,
    anew: Option<Campaign>,
    anew_report: &Report,
    told: &str,
) -> Option<Campaign> {
    let (again, anew) = match (again, anew) {
        (Some(again), Some(anew)) => (again, anew),
        (None, None) => {
            assert_eq!(text(report), text(anew_report), "{told}");
            return None;
        }
        (again, _) => panic!("{told}: only one of them stands: {}", again.is_some()),
    };
    let (again_files, anew_files) = (files(&again), files(&anew));
    let paths = |files: &BTreeMap<String, Vec<u8>>| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(paths(&again_files), paths(&anew_files), "{told}");
    for (path, bytes) in &again_files {
        assert!(anew_files[path] == *bytes, "{told}: {path} differs");
    }
    let leaflets = |campaign: &Campaign| -> Vec<String> {
        let outputs = campaign.outputs().iter();
        let paths = outputs.map(|output| output.path.clone());
        paths.filter(|path| path.ends_with(".pdf")).collect()
    };
    assert_eq!(leaflets(&again), leaflets(&anew), "{told}");
    Some(again)
}

fn request(root: &Path) -> Request {
    Request {
        root: root.to_owned(),
        output: root.join("public"),
        base_url: None,
        drafts: false,
        today: jiff::civil::date(2026, 11, 24),
    }
}

fn text(report: &Report) -> String {
    to_terminal(report, MessageLanguage::English, Style::Plain)
}

/// Every file but those of leaflets, whose text is that of their page.
fn files(campaign: &Campaign) -> BTreeMap<String, Vec<u8>> {
    let outputs = campaign.outputs().iter();
    outputs
        .filter(|output| !output.path.ends_with(".pdf"))
        .flat_map(|output| {
            let produced = campaign.produce(output);
            produced
                .unwrap_or_else(|report| panic!("{}: {}", output.path, text(&report)))
                .files
        })
        .map(|file| (file.path, file.bytes))
        .collect()
}

/// Every file below a folder, by its path in it.
fn read(folder: &Path, within: &str, found: &mut BTreeMap<String, Vec<u8>>) {
    for entry in std::fs::read_dir(folder).expect("the folder is there") {
        let entry = entry.expect("an entry");
        let path = format!("{within}/{}", entry.file_name().to_string_lossy());
        match entry.file_type().expect("a type").is_dir() {
            true => read(&entry.path(), &path, found),
            false => {
                let bytes = std::fs::read(entry.path()).expect("the file is read");
                found.insert(path, bytes);
            }
        }
    }
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("the folder is made");
    for entry in std::fs::read_dir(from).expect("the folder is there") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        match entry.file_type().expect("a type").is_dir() {
            true => copy(&entry.path(), &target),
            false => {
                std::fs::copy(entry.path(), target).expect("the file is copied");
            }
        }
    }
}

/// The kind of edit that mends.
const MEND: usize = 11;

/// Edits as people make them, always the same for the same seed.
struct Edits {
    state: u64,
    /// The page with a broken link, which is mended next.
    broken: Option<PathBuf>,
}

impl Edits {
    fn new(seed: u64) -> Edits {
        Edits {
            state: seed,
            broken: None,
        }
    }

    fn next(&mut self, below: usize) -> usize {
        self.state = self
            .state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.state >> 33) as usize % below
    }

    /// Changes a file; gives its path below the campaign's folder and what was done.
    fn make(&mut self, root: &Path) -> (String, &'static str) {
        let mut pages = Vec::new();
        markdown(&root.join("content"), &mut pages);
        pages.sort();
        let broken = self.broken.take();
        let drawn = pages[self.next(pages.len())].clone();
        let (path, kind) = match broken {
            Some(path) => (path, MEND),
            None => (drawn, self.next(MEND)),
        };
        let shown = path.strip_prefix(root).expect("it lies in the campaign");
        let shown = shown.to_string_lossy().replace('\\', "/");
        let text = std::fs::read_to_string(&path).expect("the page is read");
        let is_plain = text.starts_with("+++\n");
        let number = self.next(1000);
        let in_front = |line: String| format!("+++\n{line}\n{}", &text["+++\n".len()..]);
        let (new, what) = match kind {
            0..=3 => (format!("{text}\nកថាខណ្ឌ ថ្មី {number}។\n"), "a paragraph"),
            4 => (format!("{text}\n## ចំណងជើង {number}\n"), "a heading"),
            5 if is_plain && text.contains("title = ") => {
                let title = format!("title = \"ចំណងជើង {number}\"");
                let lines = text.lines().map(|line| match line.starts_with("title = ") {
                    true => title.clone(),
                    false => line.to_owned(),
                });
                (lines.collect::<Vec<_>>().join("\n") + "\n", "a title")
            }
            6 if is_plain && !text.contains("weight = ") => {
                (in_front(format!("weight = {number}")), "a weight")
            }
            7 if is_plain && !text.contains("description = ") => (
                in_front(format!("description = \"ពិពណ៌នា {number}\"")),
                "a description",
            ),
            8 => {
                self.broken = Some(path.clone());
                let link = format!("{text}\n[ខូច](@/nowhere-{number}.md)\n");
                (link, "a broken link")
            }
            // All rows of a table would have it.
            9 if is_plain && !text.contains("aliases = ") && !text.contains("[each]") => (
                in_front(format!("aliases = [\"/old-{number}/\"]")),
                "an alias",
            ),
            10 if is_plain && text.contains("date = ") => {
                let day = number % 27 + 1;
                let date = format!("date = 2026-10-{day:02}");
                let lines = text.lines().map(|line| match line.starts_with("date = ") {
                    true => date.clone(),
                    false => line.to_owned(),
                });
                (lines.collect::<Vec<_>>().join("\n") + "\n", "a date")
            }
            _ => (
                text.lines()
                    .filter(|line| !line.contains("@/nowhere-"))
                    .collect::<Vec<_>>()
                    .join("\n")
                    + "\n",
                "links mended",
            ),
        };
        std::fs::write(&path, new).expect("the page is written");
        (shown, what)
    }
}

fn markdown(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            markdown(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "md") {
            found.push(path);
        }
    }
}
