//! The beginning of a tag → its element, and what the element means for blanks.

use super::is_blank;

/// The name of an element in small letters, as a number: one comparison tells two apart. Of a name that
/// is longer than any which matters here, none.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Name(u128);

impl Name {
    pub(super) const HEAD: Name = Name::of(b"head>");
    pub(super) const MAIN: Name = Name::of(b"main>");
    pub(super) const SVG: Name = Name::of(b"svg>");

    /// What stands before a blank, `/` or `>`; none if nothing ends it.
    pub(super) const fn of(tag: &[u8]) -> Name {
        let mut name = 0;
        let mut at = 0;
        while at < tag.len() {
            let byte = tag[at];
            if is_blank(byte as char) || matches!(byte, b'/' | b'>') {
                return Name(name);
            }
            if at == LONGEST {
                break;
            }
            name = name << 8 | byte.to_ascii_lowercase() as u128;
            at += 1;
        }
        Name(0)
    }

    /// Its first letter, from 0; none of another name than those in small letters.
    const fn letter(self) -> Option<usize> {
        let bits = u128::BITS - self.0.leading_zeros();
        if bits == 0 {
            return None;
        }
        let first = (self.0 >> ((bits - 1) / 8 * 8)) as u8;
        match first {
            b'a'..=b'z' => Some((first - b'a') as usize),
            _ => None,
        }
    }
}

/// How many bytes fit into a [`Name`].
const LONGEST: usize = 16;

/// Elements in which every blank counts.
#[derive(Clone, Copy)]
pub(super) enum Kept {
    Pre,
    Code,
    Listing,
}

impl Kept {
    pub(super) const COUNT: usize = 3;
}

/// What an element means for the blanks in it and around it.
#[derive(Clone, Copy)]
pub(super) struct Element {
    pub(super) name: Name,
    /// Its edges end a line, so that a blank beside them is never seen.
    pub(super) is_block: bool,
    /// A block that nothing stands in.
    pub(super) is_void: bool,
    pub(super) kept: Option<Kept>,
    /// Its content is not markup, up to its own closing tag.
    pub(super) is_raw: bool,
    /// It may stand in a head without ending it.
    pub(super) is_of_head: bool,
    /// Words stand in it where it stands in a drawing.
    pub(super) is_text_of_svg: bool,
}

impl Element {
    /// The element whose name a tag begins with.
    pub(super) fn of(tag: &[u8]) -> Element {
        let name = Name::of(tag);
        let same_letter = name.letter().map_or(&[][..], |letter| {
            &ALL[FIRST[letter] as usize..FIRST[letter + 1] as usize]
        });
        let known = same_letter.iter().find(|element| element.name == name);
        known.copied().unwrap_or(Element::plain(name))
    }

    const fn plain(name: Name) -> Element {
        Element {
            name,
            is_block: false,
            is_void: false,
            kept: None,
            is_raw: false,
            is_of_head: false,
            is_text_of_svg: false,
        }
    }

    const fn named(tag: &str) -> Element {
        Element::plain(Name::of(tag.as_bytes()))
    }

    const fn block(tag: &str) -> Element {
        Element {
            is_block: true,
            ..Element::named(tag)
        }
    }

    const fn void(tag: &str) -> Element {
        Element {
            is_void: true,
            ..Element::block(tag)
        }
    }

    const fn raw(tag: &str) -> Element {
        Element {
            is_raw: true,
            ..Element::named(tag)
        }
    }

    const fn keeping(self, kept: Kept) -> Element {
        Element {
            kept: Some(kept),
            ..self
        }
    }

    const fn of_head(self) -> Element {
        Element {
            is_of_head: true,
            ..self
        }
    }

    const fn text_of_svg(self) -> Element {
        Element {
            is_text_of_svg: true,
            ..self
        }
    }
}

/// Where in [`ALL`] the names begin that begin with each letter.
static FIRST: [u8; 27] = {
    let mut first = [0; 27];
    let mut letter = 0;
    while letter < first.len() {
        let mut at = 0;
        while at < ALL.len() && matches!(ALL[at].name.letter(), Some(own) if own < letter) {
            at += 1;
        }
        first[letter] = at as u8;
        letter += 1;
    }
    first
};

/// Every element that differs from a word, by its first letter.
static ALL: [Element; 65] = [
    Element::block("address>"),
    Element::block("article>"),
    Element::block("aside>"),
    Element::named("base>").of_head(),
    Element::block("blockquote>"),
    Element::block("body>"),
    Element::void("br>"),
    Element::block("caption>"),
    Element::block("center>"),
    Element::named("code>").keeping(Kept::Code),
    Element::void("col>"),
    Element::block("colgroup>"),
    Element::block("dd>"),
    Element::named("desc>").text_of_svg(),
    Element::block("details>"),
    Element::block("div>"),
    Element::block("dl>"),
    Element::block("dt>"),
    Element::block("fieldset>"),
    Element::block("figcaption>"),
    Element::block("figure>"),
    Element::block("footer>"),
    Element::named("foreignobject>").text_of_svg(),
    Element::block("form>"),
    Element::block("h1>"),
    Element::block("h2>"),
    Element::block("h3>"),
    Element::block("h4>"),
    Element::block("h5>"),
    Element::block("h6>"),
    Element::block("head>").of_head(),
    Element::block("header>"),
    Element::block("hgroup>"),
    Element::void("hr>"),
    Element::block("html>"),
    Element::raw("iframe>"),
    Element::named("link>").of_head(),
    Element::named("listing>").keeping(Kept::Listing),
    Element::block("main>"),
    Element::named("meta>").of_head(),
    Element::block("nav>"),
    Element::raw("noembed>"),
    Element::raw("noscript>"),
    Element::block("ol>"),
    Element::block("optgroup>"),
    Element::block("option>"),
    Element::block("p>"),
    Element::block("pre>").keeping(Kept::Pre),
    Element::raw("script>").of_head(),
    Element::block("section>"),
    Element::raw("style>").of_head(),
    Element::block("summary>"),
    Element::block("table>"),
    Element::block("tbody>"),
    Element::block("td>"),
    Element::named("template>").of_head(),
    Element::named("text>").text_of_svg(),
    Element::raw("textarea>"),
    Element::block("tfoot>"),
    Element::block("th>"),
    Element::block("thead>"),
    Element::raw("title>").of_head().text_of_svg(),
    Element::block("tr>"),
    Element::block("ul>"),
    Element::raw("xmp>"),
];
