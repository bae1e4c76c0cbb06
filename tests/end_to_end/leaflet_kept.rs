//! Leaflets that an earlier run printed: taken where nothing in them is other than it was, and only there.

#![cfg(feature = "leaflets")]

use crate::common::{Tree, build, messages, tree};
use std::fs;
use std::path::Path;

const SETTINGS: &str = "base_url = 'https://a.example/'\ntitle = 'យុទ្ធនាការ'\n\n[organisation]\nname = 'អង្គការ'\nphone = '012 345 678'\n\n[cards]\nmake = 'none'\n";
const PAGE: &str =
    "+++\nleaflets = ['a4', 'notice']\n+++\n# ទឹកស្អាត\n\nមើល[ទំព័រផ្សេង](@/b.md)។\n\n![រូប](seen.png)\n";

/// The leaflets of the site that is built.
fn printed(root: &Path) -> Tree {
    let site = root.join("public");
    let (built, report) = build(root, &site);
    assert!(built.is_some(), "{}", messages(&report));
    let mut files = tree(&site);
    files.retain(|path, _| path.ends_with(".pdf"));
    files
}

#[test]
fn whatever_goes_into_a_leaflet_makes_another_of_it() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let root = folder.path().join("campaign");
    let pictures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pictures");
    let picture = |name: &str| fs::read(pictures.join(name)).expect("a picture");
    let edits: [(&str, Vec<u8>); 9] = [
        ("content/a/index.md", PAGE.into()),
        ("content/a/index.md", PAGE.replace("ទឹក", "ផ្លូវ").into()),
        ("content/a/seen.png", picture("clear.png")),
        ("content/a/index.md", PAGE.replace("រូប", "ផែនទី").into()),
        ("sala.toml", SETTINGS.replace("678", "679").into()),
        (
            "sala.toml",
            SETTINGS.replace("https://a", "https://b").into(),
        ),
        ("sala.toml", SETTINGS.replace("យុទ្ធ", "ការ").into()),
        ("content/b.md", "+++\nslug = 'c'\n+++\n# ផ្សេង\n".into()),
        ("strings/km.toml", "leaflet_scan = \"ស្កេន\"\n".into()),
    ];
    let write = |path: &str, bytes: &[u8]| {
        let path = root.join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("it is made");
        fs::write(path, bytes).expect("it is written");
    };
    write("sala.toml", SETTINGS.as_bytes());
    write("content/_index.md", "# ដើម\n".as_bytes());
    write("content/b.md", "# ផ្សេង\n".as_bytes());
    write("content/a/seen.png", &picture("drawing.png"));
    let mut before = Tree::new();
    for (number, (path, bytes)) in edits.iter().enumerate() {
        write(path, bytes);
        let told = format!("edit {number} of {path}");
        let first = printed(&root);
        assert_eq!(first.len(), 4, "{told}");
        assert!(
            first
                .iter()
                .any(|(path, bytes)| before.get(path) != Some(bytes)),
            "{told}"
        );
        // Where there is no site, all of it comes from what is kept.
        let kept = tree(&root.join(".sala/store")).len();
        fs::remove_dir_all(root.join("public")).expect("the site goes");
        assert!(printed(&root) == first, "{told}: not what was kept");
        assert_eq!(
            tree(&root.join(".sala/store")).len(),
            kept,
            "{told}: printed again"
        );
        fs::remove_dir_all(root.join("public")).expect("the site goes");
        fs::remove_dir_all(root.join(".sala")).expect("what was kept goes");
        assert!(printed(&root) == first, "{told}: not what is printed anew");
        before = first;
    }
}
