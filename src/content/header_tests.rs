//! Files with a header as people and programs leave it, loaded: what says that it is no page yet is never
//! published, and what is one has all that its author said of it.

use super::tests::load_files;
use super::*;
use crate::config;

/// What becomes of `content/a.md`: the title of the page, why it is left out, or the codes it is told.
fn outcome(text: &str) -> String {
    let toml = "base_url = 'https://example.org/'\n[[taxonomies]]\nname = 'tags'\n";
    let files = Files::in_memory([(config::FILE, toml), ("content/a.md", text)]);
    let (sources, found) = load_files(&files, Drafts::LeftOut);
    let code = |found: &String| format!("{} ", found.split(' ').next().unwrap_or_default());
    let codes: Vec<String> = found.iter().map(code).collect();
    let left_out = &sources.left_out;
    let why = [
        ("draft ", &left_out.drafts),
        ("scheduled ", &left_out.scheduled),
        ("expired ", &left_out.expired),
    ];
    let why = why.into_iter().filter(|(_, paths)| !paths.is_empty());
    let pages = sources.pages.iter().map(|page| {
        let terms = page.facts.terms.iter().map(|(name, terms)| {
            let terms: Vec<&str> = terms.iter().map(|term| term.as_str()).collect();
            format!(" {name}={}", terms.join(","))
        });
        format!(
            "{}{} ",
            page.facts.title.as_str(),
            terms.collect::<String>()
        )
    });
    let outcome: String = codes
        .into_iter()
        .chain(why.map(|(why, _)| why.to_owned()))
        .chain(pages)
        .collect();
    outcome.trim_end().to_owned()
}

#[test]
fn a_page_that_is_not_to_be_seen_is_left_out_however_its_header_is_typed() {
    for (text, expected) in [
        ("+++\ndraft = true\n+++\n# ទឹក\n", "draft"),
        (
            "\u{feff}\u{feff}\n\u{200b}\n+++\ndraft = true\n+++\n# ទឹក\n",
            "draft",
        ),
        ("+++\rdraft = true\r+++\r\r# ទឹក\r", "draft"),
        ("+++\r\r\ndraft = true\r\r\n+++\r\r\n# ទឹក\r\r\n", "draft"),
        ("++\ndraft = True\n++\n# ទឹក\n", "draft"),
        ("＋＋＋\ndraft：yes\n＋＋＋\n# ទឹក\n", "draft"),
        ("+ + +\nDraft: yes\n+ + +\n# ទឹក\n", "draft"),
        ("+++ draft = true +++\n# ទឹក\n", "draft"),
        ("+++\ndraft = on\n---\n# ទឹក\n", "draft"),
        ("---\ndraft: true\n---\n# ទឹក\n", "draft"),
        ("---\nlayout: post\n---\n# ទឹក\n", "E105"),
        ("---\npublished: false\n---\n# ទឹក\n", "draft"),
        ("———\ndraft: yes\n———\n# ទឹក\n", "draft"),
        ("<!-- ព្រាង -->\n+++\ndraft = “true”\n+++\n# ទឹក\n", "draft"),
        ("+++\nexpires = 01/03/2026 # ចប់\n+++\n# ទឹក\n", "E104"),
        ("+++\nexpires = ២៨/០២/២០២៦\n+++\n# ទឹក\n", "expired"),
        (
            "---\nexpiryDate: 2026-02-28T00:00:00+07:00\n---\n# ទឹក\n",
            "expired",
        ),
        ("+++\ndate = 24 វិច្ឆិកា 2026\n+++\n# ទឹក\n", "scheduled"),
        ("---\npublishDate: '2026-11-24'\n---\n# ទឹក\n", "scheduled"),
        ("+++\ndraft = maybe\n+++\n# ទឹក\n", "E104"),
        ("+++\n[extra]\na = 1\ndraft = true\n+++\n# ទឹក\n", "E260 ទឹក"),
        (
            "+++\n[extra.b]\nExpires = 2026-02-28\n+++\n# ទឹក\n",
            "E260 ទឹក",
        ),
        ("---\nextra:\n  published: false\n---\n# ទឹក\n", "E260 ទឹក"),
        ("+++\ndraft៖ true\n+++\n# ទឹក\n", "draft"),
        ("---\ndraft៖ បាទ\n---\n# ទឹក\n", "draft"),
        ("# ទឹក\n\ndraft៖ true\n", "E260"),
        ("# ទឹក\n\nមួយ\n\n## ពីរ\n\nបី\n\nDraft = yes\n", "E260"),
        ("# ទឹក\n\nមួយ\n\n- បី\ndraft: true\n", "E260"),
        ("<!--\ntitle: ទឹក\ndraft: true\n-->\n# ទឹក\n", "E260"),
        ("<!-- draft: true -->\n# ទឹក\n", "E260"),
        ("<!-- expires: 2020-01-01 -->\n# ទឹក\n", "E260"),
        ("draft = true\n\n# ទឹក\n", "E260"),
        ("# ទឹក\n+++\ndraft = true\n+++\n", "E263"),
        ("```\n+++\ndraft = true\n+++\n```\n# ទឹក\n", "E264"),
        ("{\"draft\": true}\n\n# ទឹក\n", "E265"),
        ("+++\n{\"draft\": true}\n+++\n# ទឹក\n", "E265"),
        ("+++\n\"draft\": true,\n+++\n# ទឹក\n", "draft"),
        ("+++\n\"title\": \"ទឹក\",\n\"draft\": true\n+++\n", "draft"),
        ("+++ draft = true +++ # ទឹក\n", "draft"),
        ("➕➕➕\ndraft = true\n➕➕➕\n# ទឹក\n", "draft"),
        ("\u{202a}+++\ndraft = true\n+++\n# ទឹក\n", "draft"),
        ("\t+++\n    draft\u{a0}= true\n    +++\n# ទឹក\n", "draft"),
        ("---\ndraft: true\n+++\n# ទឹក\n", "draft"),
        ("- - -\ndraft: true\n- - -\n# ទឹក\n", "draft"),
        ("===\ndraft = true\n===\n# ទឹក\n", "E260"),
        ("%%%\ndraft = true\n%%%\n# ទឹក\n", "E260"),
        ("~~~\ndraft = true\n~~~\n# ទឹក\n", "E264"),
        ("\\---\ndraft: true\n\\---\n# ទឹក\n", "E260"),
        ("%YAML 1.2\n---\ndraft: true\n---\n# ទឹក\n", "E263"),
        (":draft: true\n\n# ទឹក\n", "E260"),
        ("#+DRAFT: true\n\n# ទឹក\n", "E260"),
        ("# draft: true\n\nអត្ថបទ\n", "E260"),
        ("- draft: true\n\n# ទឹក\n", "E260"),
        ("**draft:** yes\n\n# ទឹក\n", "E260"),
        ("> draft = true\n\n# ទឹក\n", "E260"),
        ("draft=true\n# ទឹក\n", "E260"),
        ("draft = true\n+++\n# ទឹក\n", "E260"),
        ("+++\ndraft = true\n# ទឹក\n\nមួយ មួយ\n", "E201"),
    ] {
        assert_eq!(outcome(text), expected, "{text}");
    }
}

#[test]
fn a_page_of_another_program_keeps_what_it_says() {
    for (text, expected) in [
        (
            "---\ntitle: \"ទឹក\"\ndate: 2026-01-31T09:00:00+07:00\nlastmod: 2026-02-01\ndraft: false\ntags: [\"ថវិកា\", ឃុំ]\n---\nx\n",
            "ទឹក tags=ថវិកា,ឃុំ",
        ),
        (
            "---\ntitle: ទឹក\ndate: 2026-01-31 09:00:00 +0700\npermalink: /water/\ntags:\n  - ថវិកា\n---\nx\n",
            "ទឹក tags=ថវិកា",
        ),
        (
            "---\nsidebar_position: 3\ndescription: ទឹកស្អាត\n---\n\n# ទឹក\n",
            "ទឹក",
        ),
        (
            "+++\ntitle = \"ទឹក\"\nupdated = 2026-02-01\n[taxonomies]\ntags = [\"ថវិកា\"]\n+++\nx\n",
            "ទឹក tags=ថវិកា",
        ),
        ("---\n\n# ទឹក\n\n---\n\nអត្ថបទ\n", "ទឹក"),
    ] {
        assert_eq!(outcome(text), expected, "{text}");
    }
}

/// The same numbers in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005);
        self.0 = self.0.wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % most
    }
}

#[test]
fn no_slip_of_the_finger_publishes_a_draft() {
    // Neither a `#` nor any letter beside the word, with which its author may have meant something else.
    let noise = [
        " ", "\n", "\u{200b}", "\u{a0}", "+", "-", "=", ":", "\"", "“", "”", ",", ";", "`", "\r",
        "\u{feff}", "'", "+++", "---", "\n\n", "\t",
    ];
    let mut dice = Dice(9);
    let mut told = BTreeSet::new();
    for _ in 0..5_000 {
        let (open, sign, close) =
            [("+++\n", " = ", "\n+++\n"), ("---\n", ": ", "\n---\n")][dice.below(2)];
        let mut parts = [open.to_owned(), sign.to_owned(), close.to_owned()];
        // Either the lines around the setting, or the sign in it.
        let of_lines = dice.below(2) == 0;
        for _ in 0..=dice.below(3) {
            let part = match (of_lines, dice.below(2)) {
                (true, 0) => &mut parts[0],
                (true, _) => &mut parts[2],
                (false, _) => &mut parts[1],
            };
            let borders: Vec<usize> = part.char_indices().map(|(at, _)| at).collect();
            let at = borders
                .get(dice.below(borders.len().max(1)))
                .copied()
                .unwrap_or(0);
            match dice.below(3) {
                0 if of_lines && part.len() > 1 => drop(part.remove(at)),
                _ => match noise[dice.below(noise.len())] {
                    "\n" | "\r" | "\n\n" if !of_lines => {}
                    "`" if of_lines => {}
                    noise => part.insert_str(at, noise),
                },
            }
        }
        let [open, sign, close] = parts;
        let text = format!("{open}draft{sign}true{close}# ទឹក\n\nអត្ថបទ\n");
        let outcome = outcome(&text);
        let is_held = outcome == "draft" || outcome.contains('E');
        assert!(is_held, "{outcome}: {text:?}");
        told.insert(outcome);
    }
    assert!(told.contains("draft") && told.len() > 3, "{told:?}");
}
