//! A small site's folder in, its sources out.

use super::text::plain_text;
use super::*;
use crate::config;
use block::{ArgumentValue, Block, Inline};
use jiff::civil::date;
use std::collections::BTreeMap;

const SITE: &str = "//- sala.toml\nbase_url = 'https://example.org/'\n[languages.en]\n[[taxonomies]]\nname = 'tags'\n";

pub(super) fn load_with(fixture: &str, drafts: Drafts) -> (Sources, Vec<String>) {
    load_whole(&format!("{SITE}{fixture}"), drafts)
}

/// The fixture has its own configuration.
fn load_whole(fixture: &str, drafts: Drafts) -> (Sources, Vec<String>) {
    load_files(&Files::from_fixture(fixture), drafts)
}

pub(super) fn load_files(files: &Files, drafts: Drafts) -> (Sources, Vec<String>) {
    let mut report = Report::new();
    let config = config::load(files, &mut report).expect("the configuration is right");
    let segmenter = Segmenter::new(&[]);
    let kinds = kinds::Kinds::none();
    let inputs = Inputs {
        files,
        config: &config,
        kinds: &kinds,
        segmenter: &segmenter,
        today: date(2026, 3, 1),
        drafts,
    };
    let sources = load(&inputs, None, &mut report);
    let found = report
        .sorted()
        .iter()
        .map(|found| format!("{} {}", found.code.id, found.place))
        .collect();
    (sources, found)
}

fn text_of(page: &PageSource) -> &Document {
    let read = page.text.document(|| Err(Report::new()));
    read.expect("the text was read with its facts")
}

fn clean(fixture: &str) -> Sources {
    let (sources, found) = load_with(fixture, Drafts::LeftOut);
    assert!(found.is_empty(), "{found:?}");
    sources
}

#[test]
fn sections_pages_bundles_and_their_files_are_told_apart() {
    let sources = clean(
        "//- content/_index.md\n# ទំព័រដើម\n//- content/learn/_index.md\n# រៀន\n//- content/learn/_index.en.md\n# Learn\n//- content/learn/a.md\n# ក\n//- content/learn/a.en.md\n# A\n//- content/learn/plan.pdf\nx\n//- content/learn/water/index.md\n# ទឹក\n//- content/learn/water/img/well.jpg\nx\n",
    );
    let sections: Vec<String> = sources
        .sections
        .iter()
        .map(|one| {
            format!(
                "{}|{}|{}",
                one.folder,
                one.facts.language,
                one.facts.title.as_str(),
            )
        })
        .collect();
    assert_eq!(sections, ["|km|ទំព័រដើម", "learn|en|Learn", "learn|km|រៀន",]);
    let pages: Vec<String> = sources
        .pages
        .iter()
        .map(|one| format!("{}|{}|{}", one.folder, one.stem, one.facts.language))
        .collect();
    assert_eq!(pages, ["learn|a|en", "learn|a|km", "learn|water|km",]);
    assert_eq!(
        sources.attachments.paths().collect::<Vec<_>>(),
        ["content/learn/plan.pdf", "content/learn/water/img/well.jpg"]
    );
}

#[test]
fn front_matter_is_read_with_its_types() {
    let sources = clean(
        "//- content/ទឹក.md\n+++\ntitle = 'ទឹក'\ndate = 2026-02-28T23:00:00Z\nweight = 3\nslug = 'water'\nleaflets = ['a4']\naliases = ['/old/']\n[taxonomies]\ntags = ['x']\n[extra]\nn = 1\n+++\nអត្ថបទ\n",
    );
    let page = &sources.pages[0];
    assert_eq!(page.facts.title.as_str(), "ទឹក");
    assert_eq!(page.facts.date, Some(date(2026, 2, 28)));
    assert_eq!(page.slug.as_ref().map(|slug| slug.as_str()), Some("water"));
    let terms = page.facts.terms.iter().map(|(taxonomy, terms)| {
        let terms: Vec<&str> = terms.iter().map(|term| term.as_str()).collect();
        (taxonomy.as_str(), terms)
    });
    assert_eq!(terms.collect::<Vec<_>>(), [("tags", vec!["x"])]);
    assert_eq!(page.facts.leaflets, ["a4"]);
    assert_eq!(page.facts.aliases, ["/old/"]);
    assert_eq!(page.facts.extra["n"].as_integer(), Some(1));
}

#[test]
fn the_first_heading_is_the_title_and_leaves_the_text() {
    let page = &clean("//- content/a.md\n# ចំណងជើង *ធំ*\n\nមួយ\n\n<!-- more -->\n\nពីរ\n").pages[0];
    assert_eq!(page.facts.title.as_str(), "ចំណងជើង ធំ");
    assert_eq!(page.facts.summary().as_str(), "មួយ");
    let words = plain_text(text_of(page), &text_of(page).blocks);
    assert_eq!(words, "មួយ\nពីរ");
    assert_eq!(page.facts.reading_minutes, 1);
}

#[test]
fn what_others_see_holds_no_sentence_that_lost_its_figure() {
    let call = "{{ amount(dataset='b', code='T') }}".replace('\'', "\"");
    for (text, seen) in [
        ("ឃុំជីកអណ្តូង។ យើងចំណាយ {} លើទឹក។ សូមមកជួប។", "ឃុំជីកអណ្តូង។ សូមមកជួប។"),
        ("យើងចំណាយ {} លើទឹក។\n\nសូមមកជួប។", "សូមមកជួប។"),
        ("យើងចំណាយ **{}**។ ទឹក។{} ផ្លូវ។ ស្ពាន", "ទឹក។ ស្ពាន"),
        ("សូម។ សរុប {}", "សូម។"),
        ("ទឹក។ {}", "ទឹក។"),
        ("A well. It cost {}. It works.", "A well. It works."),
        ("It cost {}\nin all. It works.", "It works."),
        ("{}\n\n- {}\n\n## {}", ""),
        (
            "ទីមួយ។ {} ទីពីរ។\n\n- ទឹក {}\n- ផ្លូវ\n\n| ក | ខ |\n|:--|:--|\n| គ | {} |\n| ឃ | ង |\n\n\
             <!-- more -->\n\nក្រោយ",
            "ទីមួយ។\nផ្លូវ\nក ខ\nឃ ង",
        ),
        ("ទឹក {}\n\n<!-- more -->\n\nក្រោយ", ""),
    ] {
        let page = format!("//- content/a.md\n# ទ\n\n{}\n", text.replace("{}", &call));
        let facts = &clean(&page).pages[0].facts;
        assert_eq!(facts.summary().as_str(), seen, "{text}");
        assert_eq!(facts.description.as_str(), seen, "{text}");
    }
}

#[test]
fn drafts_future_and_expired_pages_wait_or_go() {
    let fixture = "//- content/a.md\n+++\ndraft = true\n+++\n[x](javascript:x)\n//- content/b.md\n+++\ntitle = 'b'\ndate = 2026-03-02\n+++\n//- content/c.md\n+++\ntitle = 'c'\nexpires = 2026-03-01\n+++\n//- content/d.md\n+++\ntitle = 'd'\ndate = 2026-03-01\nexpires = 2026-03-02\n+++\n//- content/s/_index.md\n+++\ntitle = 's'\ndraft = true\n+++\n//- content/s/e.md\n# e\n";
    let sources = clean(fixture);
    let left: Vec<&str> = sources
        .pages
        .iter()
        .map(|page| page.stem.as_str())
        .collect();
    assert_eq!(left, ["d"]);
    assert_eq!(
        sources.left_out.drafts,
        ["content/a.md", "content/s/_index.md", "content/s/e.md"]
    );
    assert_eq!(sources.left_out.scheduled, ["content/b.md"]);
    assert_eq!(sources.left_out.expired, ["content/c.md"]);
    assert_eq!(sources.left_out.total(), 5);
    let (_, found) = load_with(fixture, Drafts::Included);
    assert_eq!(found, ["E202 content/a.md", "E231 content/a.md:4:1"]);
}

#[test]
fn a_draft_section_hides_what_is_in_it_in_its_language_alone() {
    let fixture = "//- content/s/_index.md\n+++\ntitle = 's'\ndraft = true\n+++\n//- content/s/_index.en.md\n# s\n//- content/s/a.md\n# a\n//- content/s/a.en.md\n# a\n//- content/s/t/_index.md\n# t\n//- content/s/t/b.md\n# b\n//- content/st/c.md\n# c\n";
    let published = |drafts| {
        let (sources, found) = load_with(fixture, drafts);
        assert!(found.is_empty(), "{found:?}");
        let sections = sources.sections.iter().map(|own| own.facts.path.clone());
        let pages = sources.pages.iter().map(|own| own.facts.path.clone());
        (
            sections.chain(pages).collect::<Vec<String>>().join(" "),
            sources.left_out.drafts.join(" "),
        )
    };
    let (shown, left_out) = published(Drafts::LeftOut);
    assert_eq!(
        shown,
        "content/s/_index.en.md content/s/a.en.md content/st/c.md"
    );
    assert_eq!(
        left_out,
        "content/s/_index.md content/s/a.md content/s/t/_index.md content/s/t/b.md"
    );
    let (shown, left_out) = published(Drafts::Included);
    assert_eq!(
        shown,
        "content/s/_index.en.md content/s/_index.md content/s/t/_index.md content/s/a.en.md \
         content/s/a.md content/s/t/b.md content/st/c.md"
    );
    assert_eq!(left_out, "");
}

#[test]
fn a_heading_without_words_is_no_title() {
    let written = ["#\n", "# <!-- x -->\n", "+++\ntitle = ' '\n+++\n#\n"];
    for text in written {
        let (_, found) = load_with(&format!("//- content/a.md\n{text}"), Drafts::LeftOut);
        assert_eq!(found, ["E202 content/a.md"], "{text}");
    }
}

#[test]
fn text_is_normalised_before_it_is_read() {
    let page = &clean("//- content/a.md\n# ខ\u{17d2}ម\u{17c2}រ ក\u{17c1}\u{17b8}\n").pages[0];
    assert_eq!(page.facts.title.as_str(), "ខ\u{17d2}ម\u{17c2}រ ក\u{17be}");
}

/// The first words of each page, broken where words are known.
fn broken(fixture: &str) -> Vec<String> {
    let (Sources { pages, .. }, found) = load_whole(fixture, Drafts::LeftOut);
    assert!(found.is_empty(), "{found:?}");
    let first = |page: &Arc<PageSource>| {
        let document = text_of(page);
        let Some(Block::Paragraph(inlines)) = document.blocks.first() else {
            unreachable!("the page begins with a paragraph")
        };
        let [Inline::Text(text)] = inlines[..] else {
            unreachable!("the paragraph is one text")
        };
        document.text(text).with_zero_width_spaces()
    };
    pages.iter().map(first).collect()
}

#[test]
fn words_are_looked_for_where_something_asks_for_them() {
    let (whole, in_words) = ("ទៅផ្សារ", "ទៅ\u{200b}ផ្សារ");
    let pages = "//- content/a.md\n# ក\n\nទៅផ្សារ\n//- content/b.md\n+++\ntitle = 'ខ'\nleaflets = ['a4']\n+++\nទៅផ្សារ\n";
    for (search, breaks, expected) in [
        (false, "none", [whole, in_words]),
        (true, "none", [in_words, in_words]),
        (false, "zwsp", [in_words, in_words]),
        (false, "wbr", [in_words, in_words]),
    ] {
        let settings =
            format!("build_search_index = {search}\n[khmer]\nline_breaks = '{breaks}'\n");
        // The settings stand before the tables of the configuration that every test has.
        let config = SITE.replacen(
            "[languages.en]\n",
            &format!("{settings}[languages.en]\n"),
            1,
        );
        let fixture = format!("{config}{pages}");
        assert_eq!(broken(&fixture), expected, "{settings}");
    }
}

/// The sources of a fixture as a build reads them, and what it leaves for the next one.
fn load_and_keep(fixture: &str, kept: Option<&KeptPages>) -> (Sources, Option<KeptPages>) {
    let mut report = Report::new();
    let files = Files::from_fixture(fixture);
    let config = config::load(&files, &mut report).expect("the configuration is right");
    let segmenter = Segmenter::new(&[]);
    let kinds = kinds::Kinds::none();
    let inputs = Inputs {
        files: &files,
        config: &config,
        kinds: &kinds,
        segmenter: &segmenter,
        today: date(2026, 3, 1),
        drafts: Drafts::LeftOut,
    };
    let sources = load(&inputs, kept, &mut report);
    for page in &sources.pages {
        let read = || sources.text(&files, &config, &kinds, &segmenter, &page.facts.path);
        let anew = read().expect("the file is as it was");
        let text = page.text.document(read).expect("the file is as it was");
        assert!(*text == anew, "{}", page.facts.path);
    }
    let bytes = sources.keep(&files, b"head".to_vec());
    (sources, bytes.and_then(|bytes| KeptPages::read(bytes, 4)))
}

const KEPT: &str = "//- content/_index.md\n+++\ntitle = 'ទំព័រដើម'\nsort_by = 'title'\npaginate_by = 3\npage_template = 'own.html'\naliases = ['/old/']\n+++\n## មួយ\n//- content/a.md\n+++\ntitle = 'ក\u{17d2}រៅ «ខ្មែរ» A'\ndescription = 'ទៅផ្សារ'\ndate = 2026-02-28\nupdated = 2026-03-01\nweight = -3\nslug = 'a-b'\ntemplate = 'x.html'\nleaflets = ['a4', 'trifold']\n[taxonomies]\ntags = ['x', 'y']\n[extra]\nn = 1\nf = 1.50\nd = 2026-01-01T10:00:00Z\nl = [1, 'ក', { a = true }]\n[extra.t]\nq = \"\\\"\\n\"\n+++\nមុន\n\n<!-- more -->\n\n## ពីរ {#two}\n\nក្រោយ [x](@/b.md#section-1)\n//- content/b.md\n+++\npath = '/elsewhere/'\n+++\n# ចំណងជើង\n\n## បី\n\nអត្ថបទ។\n//- content/c.md\n+++\ntitle = 'c'\ndraft = true\n+++\n//- content/d.md\n+++\ntitle = 'd'\ndate = 2027-01-01\n+++\n//- content/e.md\n+++\ntitle = 'e'\nexpires = 2026-01-01\n+++\n//- content/s/_index.md\n+++\ntitle = 's'\ndraft = true\n+++\n//- content/s/hidden.md\n# hidden\n//- content/t/index.md\n# 7 things\n//- content/t/x.pdf\nx\n//- content/u/_each.md\n+++\ntitle = '{name}'\n[each]\ndataset = 'u'\nslug = '{code}'\n+++\n{name}, {village}\n";

/// What all see of each other.
fn seen(sources: &Sources) -> String {
    let sections = sources.sections.iter();
    let sections: Vec<_> = sections
        .map(|own| {
            (
                &own.folder,
                own.sort_by,
                own.paginate_by,
                &own.page_template,
                &own.facts,
                own.text.headings(),
            )
        })
        .collect();
    let pages = sources.pages.iter();
    let pages: Vec<_> = pages
        .map(|own| {
            (
                &own.folder,
                &own.stem,
                &own.slug,
                &own.path,
                &own.facts,
                own.text.headings(),
            )
        })
        .collect();
    let each = sources.each.iter();
    let each: Vec<_> = each.map(|own| (&own.folder, &own.facts)).collect();
    format!(
        "{sections:#?}\n{pages:#?}\n{each:#?}\n{:?}",
        sources.left_out
    )
}

#[test]
fn what_is_kept_of_pages_is_what_their_files_say() {
    let fixture = format!("{SITE}{KEPT}");
    let (anew, kept) = load_and_keep(&fixture, None);
    let kept = kept.expect("all files are there");
    assert_eq!(anew.edited, None);
    assert_eq!((anew.sections.len(), anew.pages.len()), (1, 3));
    let (upon, again) = load_and_keep(&fixture, Some(&kept));
    assert_eq!(upon.edited, Some(Vec::new()));
    assert_eq!(seen(&upon), seen(&anew));
    assert!(
        upon.pages
            .iter()
            .zip(&anew.pages)
            .all(|(one, other)| one.facts == other.facts)
    );
    let again = again.expect("all files are there");
    assert!(
        format!("{again:?}") == format!("{kept:?}"),
        "what is left is the same"
    );

    for (from, to, edited) in [
        ("ក្រោយ", "ក្រោយទៀត", Some(["content/a.md"].as_slice())),
        ("អត្ថបទ។", "អត្ថបទ។\n\nទៀត។", Some(&["content/b.md"])),
        ("title = 'e'", "title = 'f'", Some(&["content/e.md"])),
        ("មុន", "មុនទៀត", None),
        ("ចំណងជើង", "ចំណង", None),
        ("{#two}", "{#one}", None),
        ("n = 1", "n = 2", None),
        ("'x', 'y'", "'x'", None),
        ("'/old/'", "'/older/'", None),
        ("paginate_by = 3", "paginate_by = 4", None),
        (
            "draft = true\n+++\n//- content/d",
            "draft = false\n+++\n//- content/d",
            None,
        ),
        (
            "draft = true\n+++\n//- content/s/h",
            "draft = false\n+++\n//- content/s/h",
            None,
        ),
        ("2027-01-01", "2026-01-01", None),
        // Hidden by its section: nobody knows what it said.
        ("# hidden", "# hid", None),
        // What its rows say of themselves is made of it.
        ("title = '{name}'", "title = '{name}!'", None),
        ("{name}, {village}", "{village}: {name}", None),
    ] {
        assert_eq!(fixture.matches(from).count(), 1, "{from}");
        let fixture = fixture.replace(from, to);
        let (upon, left) = load_and_keep(&fixture, Some(&kept));
        let (anew, expected) = load_and_keep(&fixture, None);
        assert_eq!(seen(&upon), seen(&anew), "{from}");
        assert_eq!(format!("{left:?}"), format!("{expected:?}"), "{from}");
        let edited = edited.map(|paths| paths.iter().map(|path| (*path).to_owned()).collect());
        assert_eq!(upon.edited, edited, "{from}");
    }
}

/// Whoever changes what is kept, on purpose or not, gets what is kept or what the files say, no panic.
#[test]
fn nothing_that_is_kept_is_believed() {
    let fixture = format!("{SITE}{KEPT}");
    let (sources, _) = load_and_keep(&fixture, None);
    let files = Files::from_fixture(&fixture);
    let bytes = sources
        .keep(&files, Vec::new())
        .expect("all files are there");
    let load = |bytes: Vec<u8>| {
        if let Some(kept) = KeptPages::read(bytes, 0) {
            let (sources, left) = load_and_keep(&fixture, Some(&kept));
            assert_eq!(
                sources.pages.len() + sources.sections.len() + sources.left_out.total(),
                9
            );
            for page in &sources.pages {
                page.facts.title.text.borrow().with_zero_width_spaces();
                page.facts.summary().borrow().with_zero_width_spaces();
                page.facts.address.place("a");
            }
            left.expect("all files are there");
        }
    };
    for at in 0..bytes.len() {
        for change in [0x01, 0x80, 0xff] {
            let mut changed = bytes.clone();
            changed[at] ^= change;
            load(changed);
        }
        load(bytes[..at].to_vec());
    }
}

#[test]
fn a_page_too_large_is_refused_unread() {
    let files = Files::in_memory([
        ("sala.toml", b"base_url = 'https://example.org/'\n".to_vec()),
        ("content/a.md", vec![b'a'; (LARGEST as usize + 1) << 20]),
    ]);
    let (_, found) = load_files(&files, Drafts::LeftOut);
    assert_eq!(found[0].split(' ').next(), Some("E214"));
}

#[test]
fn a_table_of_contents_is_a_tree() {
    let page = &clean("//- content/a.md\n# T\n\n## One\n\n### Two\n\n## Three\n").pages[0];
    let contents = table_of_contents(text_of(page), &Segmenter::new(&[]), &|_| String::new());
    let shape: Vec<(&str, usize)> = contents
        .iter()
        .map(|entry| (entry.id.as_str(), entry.children.len()))
        .collect();
    assert_eq!(shape, [("one", 1), ("three", 0)]);
}

fn template() -> Arc<EachSource> {
    let sources = clean(
        "//- content/p/_each.md\n+++\ntitle = '{name}'\n[each]\ndataset = 'provinces'\nslug = '{code}'\nwhere = { kind = 'province', level = 1 }\n+++\n## ថវិកា {name}\n\n{name} [x](@/p/{code}.md) [y]({url}) `{name}` {{ amount(place=\"{code}\") }}\n\n<p title=\"{name}\">x</p>\n",
    );
    sources
        .each
        .into_iter()
        .next()
        .expect("there is a template")
}

fn row(name: &str, url: &str) -> BTreeMap<String, String> {
    [("name", name), ("code", "a b"), ("url", url)]
        .map(|(column, value)| (column.to_owned(), value.to_owned()))
        .into()
}

#[test]
fn a_template_is_filled_with_the_values_of_a_row() {
    let template = template();
    let asked = template.each.conditions.iter();
    let asked: Vec<&str> = asked.map(|one| one.column.as_str()).collect();
    assert_eq!(asked, ["kind", "level"]);
    let values = row("<b>\"*x*", "https://example.org/");
    let segmenter = Segmenter::new(&[]);
    let (filled, bad) = template.text.fill(&values, &BTreeMap::new(), &segmenter);
    assert!(bad.is_empty());
    let Block::Heading { content, .. } = &filled.blocks[0] else {
        panic!("{filled:?}");
    };
    let [Inline::Text(text)] = content[..] else {
        panic!("{content:?}");
    };
    assert_eq!(filled.text(text).as_str(), "ថវិកា <b>\"*x*");
    let Block::Paragraph(content) = &filled.blocks[1] else {
        panic!("{filled:?}");
    };
    let shown: Vec<String> = content
        .iter()
        .filter_map(|inline| match inline {
            Inline::Link(id, _) => Some(filled.link(*id).to.to_string()),
            Inline::Code(code) => Some(code.to_string()),
            Inline::Component(id) => match &filled.call(*id).arguments[0].value {
                ArgumentValue::Text(text) => Some(text.clone()),
                _ => None,
            },
            _ => None,
        })
        .collect();
    assert_eq!(
        shown,
        ["@/p/a%20b.md", "https://example.org/", "{name}", "a b"]
    );
    assert_eq!(
        filled.blocks[2],
        Block::Html("<p title=\"&lt;b&gt;&quot;*x*\">x</p>\n".into())
    );
}

#[test]
fn a_row_cannot_bring_a_hostile_address_and_a_missing_column_is_named_where_it_stands() {
    let template = template();
    let values = row("x", "javascript:alert(1)");
    let (_, bad) = template
        .text
        .fill(&values, &BTreeMap::new(), &Segmenter::new(&[]));
    let told = bad[0].told(Place::file("a.md"));
    assert_eq!((bad.len(), told.code.id), (1, "E231"));

    let mut report = Report::new();
    let mut values = row("x", "y");
    values.remove("code");
    assert!(!template.text.check_columns(&values, &mut report));
    let places: Vec<String> = report
        .sorted()
        .iter()
        .map(|found| format!("{} {}", found.code.id, found.place))
        .collect();
    assert_eq!(places[0], "E219 content/p/_each.md:10:16");
    let place = Place::file("a.md");
    assert_eq!(fill_text("{nam}", &values, &place, &mut report), None);
    assert_eq!(
        fill_text(
            "{name} {{code}} {Code}",
            &values,
            &place,
            &mut Report::new()
        )
        .as_deref(),
        Some("x {{code}} {Code}")
    );
}
