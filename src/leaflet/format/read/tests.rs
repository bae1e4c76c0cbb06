use super::*;
use crate::diagnostic::{MessageLanguage, Style, to_terminal};

const CARD: &str = r#"template = "card.typ"
pages = 2
margin = 5
smallest_scale = 0.9
smallest_text = 8.5
[page]
width = 105
height = 148
[sheet]
width = 210
height = 148
[[sheet.side]]
panels = [{ page = 1, x = 0, width = 105 }, { page = 2, x = 105, width = 105, turn = 180 }]
upright_folds = [105]
"#;

const POSTER: &str = r#"template = "card.typ"
pages = 1
margin = 5
smallest_scale = 0.9
smallest_text = 8.5
fold = "tiles"
page = { width = 297, height = 420 }
[sheet]
width = 210
height = 297
across = 2
down = 2
scale = 1.25
"#;

fn problems(text: &str) -> Vec<String> {
    let mut report = Report::new();
    read(
        "leaflet/card.toml",
        text,
        |path| path == "leaflet/card.typ",
        &mut report,
    );
    let told = to_terminal(&report, MessageLanguage::English, Style::Plain);
    told.lines()
        .filter_map(|line| Some(line.split_once("error[E501] ")?.1.to_owned()))
        .collect()
}

#[test]
fn a_format_is_named_after_its_file() {
    let format = read("leaflet/card.toml", CARD, |_| true, &mut Report::new()).unwrap();
    assert_eq!((format.name.as_str(), format.rules.pages), ("card", 2));
    assert!(problems(CARD).is_empty());
    assert!(problems(POSTER).is_empty());
}

#[test]
fn a_format_that_cannot_be_printed_says_why() {
    for (text, wrong, right, told) in [
        (
            CARD,
            "card.typ",
            "gone.typ",
            "leaflet/card.toml:1:12: the leaflet format `card` is set by `leaflet/gone.typ`, and there is no such file",
        ),
        (
            CARD,
            "page = 2,",
            "page = 1,",
            "leaflet/card.toml:2:9: each page of the leaflet format `card` must stand on exactly one panel of `[[sheet.side]]`",
        ),
        (
            CARD,
            "= 0.9",
            "= 1.5",
            "leaflet/card.toml:4:18: `smallest_scale` of the leaflet format `card` must lie between 0.5 and 1",
        ),
        (
            CARD,
            "width = 210\nheight = 148",
            "width = 210\nheight = 1",
            "leaflet/card.toml:11:10: `height` of the leaflet format `card` must lie between 50 and 2000",
        ),
        (
            CARD,
            "pages = 2",
            "pages = 0",
            "leaflet/card.toml:2:9: no page of the leaflet format `card` is left for the text: `pages` must be more than `closing_pages`",
        ),
        (
            CARD,
            "x = 105,",
            "x = 106.5,",
            "leaflet/card.toml:9:2: the pages of the leaflet format `card` do not lie within its paper",
        ),
        (
            CARD,
            "turn = 180",
            "turn = 45",
            "leaflet/card.toml:13:86: a page cannot be turned by 45 degrees",
        ),
        (
            CARD,
            "[page]",
            "fold = 'booklet'\n[page]",
            "leaflet/card.toml:13:9: `side` has no meaning where `fold` is `booklet`",
        ),
        (
            POSTER,
            "scale = 1.25",
            "scale = 1.5",
            "leaflet/card.toml:8:2: the sheets of the leaflet format `card` do not show the whole page",
        ),
        (
            POSTER,
            "across = 2\n",
            "",
            "leaflet/card.toml:8:1: the paper lacks `across`, without which nothing can be laid out where `fold` is `tiles`",
        ),
        (
            POSTER,
            "\"tiles\"",
            "\"several-up\"",
            "leaflet/card.toml:13:1: `scale` has no meaning where `fold` is `several-up`",
        ),
    ] {
        let changed = text.replace(wrong, right);
        assert_ne!(changed, text);
        assert_eq!(problems(&changed)[0], told);
    }
}
