//! What leaflets look like: the fonts and the colour of the site, which no printer needs, and photos that stay
//! what they are on paper.

#![cfg(feature = "leaflets")]

use crate::common::{Campaign, run};
use image::RgbImage;
use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

fn campaign(settings: &str) -> Campaign {
    Campaign::write(&format!(
        "//- sala.toml\nbase_url = 'https://org.example/'\ntitle = 'ទឹកឃុំ'\n{settings}\
         //- content/_index.md\n# ដើម\n//- content/a.md\n+++\ntitle = 'ប្រាក់ឃុំ'\nleaflets = ['a4', 'trifold']\n+++\n\
         ប្រាក់មកពី **រដ្ឋ** ខ្លះ។ Water.\n\n## សំណួរ\n\n{{% steps() %}}\n1. សួរ\n{{% end %}}\n"
    ))
}

/// The fonts in a leaflet, without what tells those of two files apart.
fn fonts(campaign: &Campaign, leaflet: &str) -> BTreeSet<String> {
    let told = run(Command::new("pdffonts").arg(campaign.site().join(leaflet)));
    let names = told
        .lines()
        .skip(2)
        .filter_map(|line| line.split(' ').next());
    let bare = names.map(|name| name.split_once('+').map_or(name, |(_, name)| name));
    bare.map(str::to_owned).collect()
}

/// The first page of a leaflet, in so many dots an inch.
fn page(campaign: &Campaign, leaflet: &str) -> RgbImage {
    let stem = campaign.root().join("page");
    run(Command::new("pdftoppm")
        .args(["-r", "100", "-png", "-singlefile"])
        .arg(campaign.site().join(leaflet))
        .arg(&stem));
    let picture = std::fs::read(stem.with_extension("png")).expect("a picture was drawn");
    image::load_from_memory(&picture)
        .expect("a picture")
        .to_rgb8()
}

/// How many points of a page are of each kind: the colour itself, any other that is no grey.
fn colours(page: &RgbImage, own: [u8; 3]) -> (usize, usize) {
    let is_grey =
        |pixel: &[u8; 3]| pixel[0].abs_diff(pixel[1]) < 3 && pixel[1].abs_diff(pixel[2]) < 3;
    let coloured = page
        .pixels()
        .map(|pixel| pixel.0)
        .filter(|pixel| !is_grey(pixel));
    let (own, others): (Vec<[u8; 3]>, Vec<[u8; 3]>) = coloured.partition(|pixel| {
        pixel
            .iter()
            .zip(own)
            .all(|(one, other)| one.abs_diff(other) < 3)
    });
    (own.len(), others.len())
}

#[test]
fn leaflets_have_the_fonts_that_pages_have() {
    let plain = campaign("");
    plain.build();
    let own = [
        "KantumruyPro-Bold",
        "Moul-Regular",
        "NotoSansKhmer-Bold",
        "NotoSansKhmer-Regular",
    ];
    assert_eq!(
        fonts(&plain, "a/a-a4.pdf"),
        BTreeSet::from(own.map(str::to_owned))
    );
    let asked = campaign("[fonts]\ntext = 'Kantumruy Pro'\nheadings = 'Koulen'\n");
    asked.build();
    // Letters that the site's fonts are not asked for are those of the theme.
    let own = [
        "KantumruyPro-Bold",
        "KantumruyPro-Regular",
        "Koulen-Regular",
        "NotoSansKhmer-Bold",
        "NotoSansKhmer-Regular",
    ];
    assert_eq!(
        fonts(&asked, "a/a-a4.pdf"),
        BTreeSet::from(own.map(str::to_owned))
    );
}

#[test]
fn the_colour_of_the_site_is_for_screens_and_dark_enough_for_letters() {
    let yellow = campaign("[brand]\ncolour = '#ffcc00'\n");
    yellow.build();
    let own = [0x68, 0x53, 0x00];
    for (reading, print) in [
        ("a/a-a4.pdf", "a/a-a4-print.pdf"),
        ("a/a-trifold.pdf", "a/a-trifold-print.pdf"),
    ] {
        let (coloured, _) = colours(&page(&yellow, reading), own);
        assert!(coloured > 500, "{reading}: {coloured}");
        let found = colours(&page(&yellow, print), own);
        assert_eq!(found, (0, 0), "{print}");
    }
}

#[test]
fn a_format_can_have_its_photos_in_dots() {
    let photo =
        std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pictures/photo.jpg"));
    let campaign = Campaign::write(
        "//- sala.toml\nbase_url = 'https://org.example/'\ntitle = 'ទឹកឃុំ'\ntheme = 'own'\n\
         //- content/_index.md\n# ដើម\n//- content/a/index.md\n+++\ntitle = 'ទឹក'\nleaflets = ['a4', 'dots']\n+++\n![អូរ](photo.jpg)\n\
         //- themes/own/leaflet/dots.toml\ntemplate = 'a4.typ'\npages = 2\nmargin = 10\nsmallest_scale = 0.85\n\
         smallest_text = 8.5\npictures = 'dots'\nfold = 'several-up'\n[sheet]\nwidth = 210\nheight = 297\n",
    );
    std::fs::write(
        campaign.root().join("content/a/photo.jpg"),
        photo.expect("a photo"),
    )
    .expect("it is written");
    campaign.build();
    let shades = |leaflet: &str| {
        let stem = campaign.root().join("picture");
        run(Command::new("pdfimages")
            .args(["-png"])
            .arg(campaign.site().join(leaflet))
            .arg(&stem));
        let picture = std::fs::read(campaign.root().join("picture-000.png")).expect("a picture");
        let picture = image::load_from_memory(&picture)
            .expect("a picture")
            .to_luma8();
        let shades: BTreeSet<u8> = picture.pixels().map(|pixel| pixel.0[0]).collect();
        shades.len()
    };
    assert!(shades("a/a-a4-print.pdf") > 100);
    assert_eq!(shades("a/a-dots-print.pdf"), 2);
}

/// A page in English with a leaflet in this format.
fn page_of(name: &str, format: &str, text: &str) -> String {
    format!("//- content/{name}.md\n+++\ntitle = 'Water'\nleaflets = ['{format}']\n+++\n{text}\n")
}

#[test]
fn the_small_print_of_a_table_or_a_chart_begins_no_panel() {
    let mut fixture =
        "//- sala.toml\nbase_url = 'https://org.example/'\ntitle = 'T'\ndefault_language = 'en'\n\
         //- content/_index.md\n# Home\n"
            .to_owned();
    let table = "{{ budget_table(dataset=\"b\", title=\"Wells\", year=2025) }}";
    let chart = "{{ budget_chart(dataset=\"b\", year=2025, phase=\"planned\") }}";
    let before = |lines: usize| "A line of text before it.\n\n".repeat(lines);
    let lines = (0..24).step_by(2);
    for count in lines.clone() {
        for (name, shown) in [("p", table), ("c", chart)] {
            let text = format!("{}{shown}", before(count));
            fixture += &page_of(&format!("{name}{count}"), "trifold", &text);
        }
    }
    let rows: Vec<String> = (1..=18)
        .map(|row| format!("W{row},T,line,Well {row}"))
        .collect();
    let figures: Vec<String> = (1..=18).map(|row| format!("W{row},{row}")).collect();
    fixture += &format!(
        "//- data/b.csv\ncode,2025 planned\nT,171\n{}\n\
         //- data/b.toml\nkind = 'budget'\ncategories = 'categories'\nplaces = 'places'\ncurrency = 'KHR'\n\
         scale = 1_000_000\ndigits = 'latn'\nsynthetic = true\nretrieved = 2026-01-15\n\
         [columns]\ncode = 'code'\n[constants]\nplace = 'A'\ndirection = 'expenditure'\n\
         [[source]]\nid = 'law'\ntitle = 'The law'\nlicence = 'CC-BY-4.0'\n\
         //- data/categories.csv\ncode,parent,kind,label_en\nT,,total,Total\n{}\n\
         //- data/places.csv\ncode,type,name_en,population\nA,commune,Place,600\n\
         //- data/places.toml\nkind = 'places'\n[[source]]\nid = 'census'\ntitle = 'Census'\nlicence = 'unknown'\n",
        figures.join("\n"),
        rows.join("\n"),
    );
    let campaign = Campaign::write(&fixture);
    campaign.build();
    let pages = |name: String| {
        let leaflet = campaign.site().join(format!("{name}/{name}-trifold.pdf"));
        let text = run(Command::new("pdftotext").arg("-raw").arg(leaflet).arg("-"));
        text.split('\u{c}').map(str::to_owned).collect::<Vec<_>>()
    };
    let is_small_print = |line: &str| {
        let begin = ["Sample figures", "Source:"];
        begin.iter().any(|own| line.starts_with(own))
    };
    let (mut torn_tables, mut torn_charts) = (0, 0);
    for count in lines {
        for name in ["p", "c"] {
            let pages = pages(format!("{name}{count}"));
            let begin: Vec<&str> = pages
                .iter()
                .filter_map(|page| page.lines().next())
                .collect();
            torn_tables += begin.iter().filter(|line| **line == "Item").count();
            let alone = begin.iter().find(|line| is_small_print(line));
            assert_eq!(alone, None, "{name}, {count} lines before it: {begin:?}");
            // The last rows stand above it, and the first ones below each other.
            let with = |words: &str| pages.iter().position(|page| page.contains(words));
            assert_eq!(
                with("Well 17"),
                with("Source:"),
                "{name}, {count} lines before it"
            );
            torn_charts += usize::from(name == "c" && with("Well 1\u{20}") != with("Well 18"));
        }
    }
    assert!(torn_tables > 2, "{torn_tables} tables were torn");
    assert!(torn_charts > 2, "{torn_charts} charts were torn");
}

/// The sizes of letters on a page, the largest first, in whole points.
fn sizes(campaign: &Campaign, leaflet: &str) -> Vec<u32> {
    let leaflet = campaign.site().join(leaflet);
    let told = run(Command::new("pdftohtml")
        .args(["-xml", "-stdout", "-i"])
        .arg(leaflet));
    let fonts = told.split("<fontspec ").skip(1);
    let sizes = fonts.filter_map(|font| {
        let (_, rest) = font.split_once("size=\"")?;
        rest.split_once('"')?.0.parse().ok()
    });
    let sizes: BTreeSet<u32> = sizes.collect();
    sizes.into_iter().rev().collect()
}

#[test]
fn a_notice_of_few_words_is_read_from_afar() {
    let campaign = Campaign::write(&format!(
        "//- sala.toml\nbase_url = 'https://org.example/'\ntitle = 'T'\ndefault_language = 'en'\n\
         [organisation]\nname = 'Us'\nphone = '000 000 000'\n//- content/_index.md\n# Home\n{}",
        page_of(
            "a",
            "notice",
            "The council meets on Monday at eight. Come and ask about the money.\n\n\
            - Bring your question.\n- Bring a neighbour."
        ),
    ));
    campaign.build();
    let text = run(Command::new("pdftotext")
        .arg("-raw")
        .arg(campaign.site().join("a/a-notice.pdf"))
        .arg("-"));
    assert_eq!(
        text.trim_end(),
        "T\nWater\nThe council meets on Monday at eight.\nCome and ask about the money.\n\
         •Bring your question.\n•Bring a neighbour.\nScan to read more\norg.example/a/\n000 000 000\nUs\n\
         Look for a newer one: org.example/a/"
    );
    let sizes = sizes(&campaign, "a/a-notice.pdf");
    assert!(
        sizes.iter().filter(|size| **size > 35).count() >= 2,
        "{sizes:?}"
    );
}

#[test]
fn an_address_in_a_language_from_the_right_stands_in_its_own_order() {
    let strings = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default/strings/en.toml");
    let strings = std::fs::read_to_string(strings).expect("words");
    let campaign = Campaign::write(&format!(
        "//- sala.toml\nbase_url = 'https://org.example/'\ndefault_language = 'ar'\n\
         build_search_index = false\n[languages.ar]\ntitle = 'Water'\n\
         //- strings/ar.toml\n{strings}\n//- content/_index.md\n# Home\n\
         //- content/money/money-2026.md\n+++\ntitle = 'Money'\nleaflets = ['a4']\n+++\nWords.\n"
    ));
    campaign.build();
    let leaflet = campaign.site().join("money/money-2026/money-2026-a4.pdf");
    // As it is seen: in the order of the page and not of the file.
    let text = run(Command::new("pdftotext").arg(leaflet).arg("-"));
    let address = "org.example/money/money-2026/";
    assert_eq!(text.matches(address).count(), 2, "{text}");
}

#[test]
fn a_form_has_one_box_for_what_is_to_be_ticked() {
    let boxes = |list: &str| {
        let fixture = "//- sala.toml\nbase_url = 'https://org.example/'\ntitle = 'T'\ndefault_language = 'en'\n\
                       //- content/_index.md\n# Home\n";
        let campaign = Campaign::write(&format!("{fixture}{}", page_of("a", "form", list)));
        campaign.build();
        page(&campaign, "a/a-form.pdf")
    };
    // A list of things to do is the same form as a list.
    assert!(boxes("- [ ] Ask\n- [ ] Listen\n") == boxes("- Ask\n- Listen\n"));
    assert!(boxes("- [x] Ask\n- [ ] Listen\n") != boxes("- Ask\n- Listen\n"));
}
