//! The store against a model of it, and against everything that can happen to a folder of files.

use super::*;
use std::collections::BTreeMap;

const LIMIT: u64 = 4_000;

fn key(number: u64) -> Key {
    KeyBuilder::new("test").part(&number.to_le_bytes()).key()
}

fn files(folder: &Path) -> BTreeMap<String, u64> {
    let entries = fs::read_dir(folder.join(".sala/store")).unwrap();
    entries
        .map(|entry| {
            let entry = entry.unwrap();
            let name = entry.file_name().to_string_lossy().into_owned();
            (name, entry.metadata().unwrap().len())
        })
        .collect()
}

struct Random(u64);

impl Random {
    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % end
    }
}

/// What the store should hold, the longest unused first.
#[derive(Default)]
struct Model(Vec<Kept>);

struct Kept {
    number: u64,
    /// Nothing if it was damaged.
    bytes: Option<Vec<u8>>,
    size: u64,
}

impl Model {
    fn take(&mut self, number: u64) -> Option<Kept> {
        let at = self.0.iter().position(|kept| kept.number == number)?;
        Some(self.0.remove(at))
    }

    fn get(&mut self, number: u64) -> Option<Vec<u8>> {
        let kept = self.take(number)?;
        let bytes = kept.bytes.clone()?;
        self.0.push(kept);
        Some(bytes)
    }

    fn put(&mut self, number: u64, bytes: Vec<u8>) {
        let size = HEAD + bytes.len() as u64;
        if size > LIMIT {
            return;
        }
        self.take(number);
        let bytes = Some(bytes);
        self.0.push(Kept {
            number,
            bytes,
            size,
        });
        let held = |model: &Model| model.0.iter().map(|kept| kept.size).sum::<u64>();
        if held(self) > LIMIT {
            while held(self) > LIMIT - LIMIT / 8 && self.0.len() > 1 {
                self.0.remove(0);
            }
        }
    }
}

/// Does something to the file of an entry, and leaves its time as it was.
fn damage(path: &Path, change: impl FnOnce(&mut Vec<u8>)) -> u64 {
    let time = fs::metadata(path).unwrap().modified().unwrap();
    let mut bytes = fs::read(path).unwrap();
    change(&mut bytes);
    fs::write(path, &bytes).unwrap();
    let file = File::options().write(true).open(path).unwrap();
    file.set_modified(time).unwrap();
    bytes.len() as u64
}

#[test]
fn whatever_happens_it_gives_what_the_model_gives() {
    for seed in 1..=20 {
        let root = tempfile::tempdir().unwrap();
        let mut random = Random(seed * 0x9e37_79b9);
        let mut store = Store::open(root.path(), LIMIT);
        let mut model = Model::default();
        for step in 0..400 {
            let number = random.below(12);
            let path = store.path(&key(number));
            let shown = format!("seed {seed}, step {step}, entry {number}");
            match random.below(20) {
                0..8 => assert_eq!(store.get(&key(number)), model.get(number), "{shown}"),
                8..15 => {
                    let longest = if random.below(10) == 0 {
                        LIMIT + 10
                    } else {
                        900
                    };
                    let length = random.below(longest) as usize;
                    let bytes = vec![random.below(256) as u8; length];
                    store.put(&key(number), &bytes);
                    model.put(number, bytes);
                }
                15 => store = Store::open(root.path(), LIMIT),
                16 if random.below(10) == 0 && root.path().join(".sala").exists() => {
                    fs::remove_dir_all(root.path().join(".sala")).unwrap();
                    model = Model::default();
                }
                17 => {
                    if let Some(kept) = model.0.iter_mut().find(|kept| kept.number == number) {
                        let length = random.below(kept.size) as usize;
                        kept.size = damage(&path, |bytes| bytes.truncate(length));
                        kept.bytes = None;
                    }
                }
                18 => {
                    if let Some(kept) = model.0.iter_mut().find(|kept| kept.number == number)
                        && kept.bytes.is_some()
                    {
                        let at = random.below(kept.size) as usize;
                        let bit = 1 << random.below(8);
                        damage(&path, |bytes| bytes[at] ^= bit);
                        kept.bytes = None;
                    }
                }
                _ => {
                    if model.take(number).is_some() {
                        fs::remove_file(path).unwrap();
                    }
                }
            }
            if root.path().join(".sala").exists() {
                let held: u64 = files(root.path()).values().sum();
                assert!(held <= LIMIT, "{shown}: {held} bytes");
            }
        }
        for number in 0..12 {
            assert_eq!(store.get(&key(number)), model.get(number), "seed {seed}");
        }
    }
}

#[test]
fn parts_never_run_into_each_other() {
    let mut keys = std::collections::HashSet::new();
    for kind in ["a", "ab", ""] {
        for parts in [
            &[][..],
            &[""],
            &["", ""],
            &["b"],
            &["a", "b"],
            &["ab"],
            &["ab", ""],
            &["", "ab"],
            &["b\0\0\0\0\0\0\0"],
        ] {
            let begun = KeyBuilder::new(kind);
            let whole = parts
                .iter()
                .fold(begun, |key, part| key.part(part.as_bytes()));
            assert!(keys.insert(whole.key()), "{kind} {parts:?}");
        }
    }
}

#[test]
fn nothing_is_made_before_something_is_kept() {
    let root = tempfile::tempdir().unwrap();
    let store = Store::open(root.path(), LIMIT);
    assert_eq!(store.get(&key(1)), None);
    assert_eq!(fs::read_dir(root.path()).unwrap().count(), 0);
    store.put(&key(1), b"bytes");
    assert_eq!(store.get(&key(1)).as_deref(), Some(&b"bytes"[..]));
    let ignored = fs::read_to_string(root.path().join(".sala/.gitignore")).unwrap();
    assert_eq!(ignored, "*\n");
}

#[test]
fn a_damaged_entry_is_a_miss_and_goes() {
    let root = tempfile::tempdir().unwrap();
    let store = Store::open(root.path(), LIMIT);
    store.put(&key(2), b"of another key");
    let other = fs::read(store.path(&key(2))).unwrap();
    let kept = b"some bytes that were kept";
    store.put(&key(1), kept);
    let path = store.path(&key(1));
    let whole = fs::read(&path).unwrap();
    let mut ways = vec![other, Vec::new(), [&whole[..], b"x"].concat()];
    for at in 0..whole.len() {
        ways.push(whole[..at].to_vec());
        let mut flipped = whole.clone();
        flipped[at] ^= 1;
        ways.push(flipped);
    }
    for (way, bytes) in ways.iter().enumerate() {
        fs::write(&path, bytes).unwrap();
        assert_eq!(store.get(&key(1)), None, "way {way}");
        assert!(way == 3 || !path.exists(), "way {way}");
    }
    store.put(&key(1), kept);
    assert_eq!(store.get(&key(1)).as_deref(), Some(&kept[..]));
}

#[test]
fn files_that_nobody_finished_go_after_a_while() {
    let root = tempfile::tempdir().unwrap();
    let store = Store::open(root.path(), LIMIT);
    store.put(&key(1), b"one");
    for (name, age) in [("new-1-1", 2 * 60 * 60), ("new-1-2", 60)] {
        let file = File::create_new(store.entries.join(name)).unwrap();
        let time = SystemTime::now() - Duration::from_secs(age);
        file.set_modified(time).unwrap();
    }
    Store::open(root.path(), LIMIT).put(&key(2), b"two");
    let names: Vec<String> = files(root.path()).into_keys().collect();
    let mut expected = vec![key(1).name(), key(2).name(), "new-1-2".to_owned()];
    expected.sort();
    assert_eq!(names, expected);
}

#[test]
fn what_a_wrong_clock_kept_does_not_stay_for_ever() {
    let root = tempfile::tempdir().unwrap();
    let store = Store::open(root.path(), LIMIT);
    store.put(&key(0), &[0; 900]);
    let file = File::options()
        .write(true)
        .open(store.path(&key(0)))
        .unwrap();
    let time = SystemTime::now() + Duration::from_secs(400 * 24 * 60 * 60);
    file.set_modified(time).unwrap();
    for number in 1..=4 {
        store.put(&key(number), &[0; 900]);
    }
    assert!(!store.path(&key(0)).exists());
    assert!(store.path(&key(4)).exists());
}

#[test]
fn several_at_once_never_see_half_an_entry_even_while_the_folder_is_removed() {
    let root = tempfile::tempdir().unwrap();
    let bytes = |number: u64| vec![number as u8; 200 + number as usize * 90];
    let hits = AtomicU64::new(0);
    std::thread::scope(|scope| {
        for thread in 1..=4 {
            let (root, hits) = (root.path(), &hits);
            scope.spawn(move || {
                let store = Store::open(root, LIMIT);
                let mut random = Random(thread);
                for step in 0..500 {
                    let number = random.below(10);
                    if let Some(found) = store.get(&key(number)) {
                        assert_eq!(found, bytes(number));
                        hits.fetch_add(1, Ordering::Relaxed);
                    } else {
                        store.put(&key(number), &bytes(number));
                    }
                    if thread == 1 && step % 100 == 99 {
                        let _ = fs::remove_dir_all(root.join(".sala"));
                    }
                }
            });
        }
    });
    assert!(hits.into_inner() > 100);
    let store = Store::open(root.path(), LIMIT);
    store.put(&key(0), &bytes(0));
    let held: u64 = files(root.path()).values().sum();
    assert!(held <= LIMIT, "{held} bytes");
    assert!(
        files(root.path())
            .keys()
            .all(|name| !name.starts_with(UNFINISHED))
    );
}

#[test]
fn a_folder_that_cannot_be_written_only_keeps_nothing() {
    let root = tempfile::tempdir().unwrap();
    fs::write(root.path().join(".sala"), "a file").unwrap();
    let store = Store::open(root.path(), LIMIT);
    store.put(&key(1), b"bytes");
    assert_eq!(store.get(&key(1)), None);
    assert_eq!(fs::read(root.path().join(".sala")).unwrap(), b"a file");
    let missing = Store::open(&root.path().join("missing/folder"), LIMIT);
    missing.put(&key(1), b"bytes");
    assert_eq!(missing.get(&key(1)), None);

    let full = root.path().join("full");
    fs::create_dir_all(full.join(".sala/store")).unwrap();
    let store = Store::open(&full, LIMIT);
    fs::create_dir(store.path(&key(1))).unwrap();
    store.put(&key(1), b"bytes");
    assert_eq!(store.get(&key(1)), None);
    let names: Vec<String> = files(&full).into_keys().collect();
    assert_eq!(names, [key(1).name()], "nothing unfinished stays");
}

#[cfg(unix)]
#[test]
fn links_are_never_followed() {
    use std::os::unix::fs::symlink;
    let root = tempfile::tempdir().unwrap();
    let elsewhere = root.path().join("elsewhere");
    fs::create_dir(&elsewhere).unwrap();

    // An entry that is a link, to a file that would be a good entry.
    let campaign = root.path().join("campaign");
    fs::create_dir(&campaign).unwrap();
    let store = Store::open(&campaign, LIMIT);
    store.put(&key(1), b"bytes");
    let (path, target) = (store.path(&key(1)), elsewhere.join("precious"));
    fs::rename(&path, &target).unwrap();
    let precious = fs::read(&target).unwrap();
    let unchanged = || {
        assert_eq!(fs::read(&target).unwrap(), precious);
        assert_eq!(fs::read_dir(&elsewhere).unwrap().count(), 1);
    };
    symlink(&target, &path).unwrap();
    assert_eq!(store.get(&key(1)), None);
    assert!(fs::symlink_metadata(&path).is_err(), "the link goes");
    unchanged();
    symlink(&target, &path).unwrap();
    store.put(&key(1), b"bytes");
    assert_eq!(store.get(&key(1)).as_deref(), Some(&b"bytes"[..]));
    assert!(fs::symlink_metadata(&path).unwrap().is_file());
    unchanged();

    // A folder that is a link.
    for link in [".sala", ".sala/store"] {
        let campaign = root.path().join(link.replace('/', "-"));
        fs::create_dir(&campaign).unwrap();
        if link != ".sala" {
            fs::create_dir(campaign.join(".sala")).unwrap();
        }
        symlink(&elsewhere, campaign.join(link)).unwrap();
        let store = Store::open(&campaign, LIMIT);
        store.put(&key(1), b"bytes");
        assert_eq!(store.get(&key(1)), None);
        unchanged();
    }
}

/// A campaign that comes in a zip file, or through a shared folder, brings its folder of entries along.
#[test]
fn what_another_folder_kept_is_a_miss() {
    let (here, there) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    Store::open(here.path(), LIMIT).put(&key(1), b"one");
    let unpacked = there.path().join(".sala/store");
    fs::create_dir_all(&unpacked).unwrap();
    for name in files(here.path()).into_keys() {
        let from = here.path().join(".sala/store").join(&name);
        fs::copy(from, unpacked.join(name)).unwrap();
    }
    let store = Store::open(there.path(), LIMIT);
    assert_eq!(store.get(&key(1)), None);
    assert!(files(there.path()).is_empty(), "it has gone");
    store.put(&key(1), b"one");
    assert_eq!(store.get(&key(1)), Some(b"one".to_vec()));
    // The folder as a whole may move.
    fs::rename(there.path().join(".sala"), here.path().join("moved")).unwrap();
    fs::remove_dir_all(here.path().join(".sala")).unwrap();
    fs::rename(here.path().join("moved"), here.path().join(".sala")).unwrap();
    assert_eq!(
        Store::open(here.path(), LIMIT).get(&key(1)),
        Some(b"one".to_vec())
    );
}
