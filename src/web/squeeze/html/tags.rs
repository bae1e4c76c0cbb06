//! Tags that a page may leave out, since every parser sets them where they are missing.
//!
//! In: the tags of a page in their order. Out: whether the last of them may go, now that it is known what
//! follows it without a blank. HTML says where (13.1.2.4 of the standard). That holds where elements
//! stand one in another, as they are written; where a parser would build something else, as of a list
//! in a paragraph, nothing more is left out to the end of the page. Where head and body begin and the head ends stays
//! written: what reads pages without a parser asks for that.

use super::element::Name;

#[derive(Default)]
pub(super) struct Tags {
    /// The elements that are open, the innermost last.
    open: Vec<Name>,
    /// How many of those in [`COUNTED`] are open, so that nobody looks through all.
    counts: [usize; COUNTED.len()],
    /// Whether a parser may have built something else of what was read.
    is_crooked: bool,
    last: Option<Last>,
}

/// The tag that was written last.
struct Last {
    /// Where it stands in what was written.
    start: usize,
    end: usize,
    name: Name,
    is_closing: bool,
}

/// A tag, and how it was written.
#[derive(Clone, Copy)]
pub(super) struct Tag {
    pub(super) name: Name,
    pub(super) is_closing: bool,
    pub(super) is_self_closing: bool,
}

impl Tags {
    /// Takes the last tag back out of what was written if `tag`, which is about to be written, says as much.
    pub(super) fn before(&mut self, tag: Tag, out: &mut String) {
        let Some(last) = self.last.take() else {
            return;
        };
        if !self.is_crooked && last.end == out.len() && self.says(tag, &last) {
            out.truncate(last.start);
        }
    }

    /// The end of the page says as much as a closing tag.
    pub(super) fn at_end(&mut self, out: &mut String) {
        let is_needless = |last: &Last| last.is_closing && last.name == HTML;
        if let Some(last) = self.last.take()
            && !self.is_crooked
            && last.end == out.len()
            && is_needless(&last)
        {
            out.truncate(last.start);
        }
    }

    /// Takes in a tag that was written from `start` to `end`.
    pub(super) fn after(&mut self, tag: Tag, start: usize, end: usize) {
        if self.is_crooked {
            return;
        }
        let name = tag.name;
        match tag.is_closing {
            true => {
                let ended = self.open.pop();
                self.is_crooked = ended != Some(name);
                if let Some(count) = ended.and_then(|ended| self.count(ended)) {
                    *count -= 1;
                }
            }
            false => {
                self.is_crooked = self.would_be_moved(name);
                let is_in_drawing = name == Name::SVG || self.is_open(Name::SVG);
                if !(VOID.contains(&name) || is_in_drawing && tag.is_self_closing) {
                    self.open.push(name);
                    if let Some(count) = self.count(name) {
                        *count += 1;
                    }
                }
            }
        }
        self.last = Some(Last {
            start,
            end,
            name,
            is_closing: tag.is_closing,
        });
    }

    fn count(&mut self, name: Name) -> Option<&mut usize> {
        let at = COUNTED.iter().position(|own| *own == name)?;
        Some(&mut self.counts[at])
    }

    /// Whether one of these is open, which are counted.
    fn is_open(&self, name: Name) -> bool {
        let own = COUNTED.iter().zip(self.counts);
        own.into_iter()
            .any(|(own, count)| *own == name && count > 0)
    }

    /// Whether the next tag says what the last one does.
    fn says(&self, next: Tag, last: &Last) -> bool {
        if self.is_open(Name::SVG) {
            return false;
        }
        let ends_parent = next.is_closing && self.open.last() == Some(&next.name);
        last.is_closing
            && ENDS.iter().any(|rule| {
                let by = match next.is_closing {
                    true => rule.ends_of,
                    false => rule.beginnings_of,
                };
                rule.of.contains(&last.name)
                    && by.contains(&next.name)
                    && (ends_parent || !next.is_closing)
            })
    }

    /// Whether a parser puts an element that begins here elsewhere, ends another by it, or drops it.
    fn would_be_moved(&self, name: Name) -> bool {
        let parent = self.open.last().copied();
        let is_in = |parents: &[Name]| parent.is_some_and(|parent| parents.contains(&parent));
        if self.is_open(Name::SVG) {
            return ENDS_DRAWING.contains(&name);
        }
        if let Some((_, parents)) = ONLY_IN.iter().find(|(names, _)| names.contains(&name)) {
            let is_group = parent == Some(DIV) && self.open.iter().rev().nth(1) == Some(&DL);
            let is_in_group = is_group && parents.contains(&DL);
            return !(is_in(parents) || is_in_group || name == HTML && parent.is_none());
        }
        is_in(PARTS_OF_TABLE)
            || ENDS_PARAGRAPH.contains(&name) && self.is_open(P)
            || HEADINGS.contains(&name) && is_in(HEADINGS)
            || ONCE.contains(&name) && self.is_open(name)
            || STRANGE.contains(&name)
    }
}

/// Whose closing tags may go, and where.
struct Rule {
    of: &'static [Name],
    /// What may begin right after it.
    beginnings_of: &'static [Name],
    /// What may end right after it, as that in which it stands.
    ends_of: &'static [Name],
}

const BODY: Name = Name::of(b"body>");
const DIV: Name = Name::of(b"div>");
const DL: Name = Name::of(b"dl>");
const HTML: Name = Name::of(b"html>");
const P: Name = Name::of(b"p>");

/// The names of the elements that are listed, parted by blanks.
macro_rules! names {
    ($($name:ident)+) => {
        &[$(Name::of(concat!(stringify!($name), ">").as_bytes())),+]
    };
}

static ENDS: [Rule; 12] = [
    Rule {
        of: names![li],
        beginnings_of: names![li],
        ends_of: names![ul ol menu],
    },
    Rule {
        of: names![dt],
        beginnings_of: names![dt dd],
        ends_of: &[],
    },
    Rule {
        of: names![dd],
        beginnings_of: names![dt dd],
        ends_of: names![dl div],
    },
    // A table after a paragraph ends it only where a page has a doctype.
    Rule {
        of: names![p],
        beginnings_of: names![address article aside blockquote details div dl fieldset figcaption
            figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre section ul],
        ends_of: names![address article aside blockquote body details div dl dd fieldset figcaption
            figure footer form header hgroup li main nav section td th],
    },
    Rule {
        of: names![td th],
        beginnings_of: names![td th],
        ends_of: names![tr],
    },
    Rule {
        of: names![tr],
        beginnings_of: names![tr],
        ends_of: names![table thead tbody tfoot],
    },
    Rule {
        of: names![caption],
        beginnings_of: names![colgroup thead tbody tr],
        ends_of: &[],
    },
    Rule {
        of: names![thead],
        beginnings_of: names![tbody tfoot],
        ends_of: &[],
    },
    Rule {
        of: names![tbody],
        beginnings_of: names![tbody tfoot],
        ends_of: names![table],
    },
    Rule {
        of: names![tfoot],
        beginnings_of: &[],
        ends_of: names![table],
    },
    Rule {
        of: names![option],
        beginnings_of: names![option],
        ends_of: names![select datalist optgroup],
    },
    Rule {
        of: names![body],
        beginnings_of: &[],
        ends_of: names![html],
    },
];

const VOID: &[Name] = names![
    area base br col embed hr img input link meta param source track wbr
];

/// Elements that a parser puts nowhere else than in these.
const ONLY_IN: &[(&[Name], &[Name])] = &[
    (names![html], &[]),
    (names![head body], names![html]),
    (names![li], names![ul ol menu]),
    (names![dt dd], names![dl]),
    (names![caption colgroup thead tbody tfoot], names![table]),
    (names![col], names![colgroup]),
    (names![tr], names![table thead tbody tfoot]),
    (names![td th], names![tr]),
    (names![optgroup], names![select]),
    (names![option], names![select optgroup datalist]),
    (names![rb rt rp rtc], names![ruby]),
];

/// In which nothing else may stand than their own parts.
const PARTS_OF_TABLE: &[Name] = names![table thead tbody tfoot tr colgroup select];

/// What cannot stand in a paragraph.
const ENDS_PARAGRAPH: &[Name] = names![
    address article aside blockquote center details dialog dir div dl fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hgroup hr listing main menu nav ol p pre search section
    summary table ul xmp
];

const HEADINGS: &[Name] = names![h1 h2 h3 h4 h5 h6];

/// What makes a difference anywhere within it.
const COUNTED: [Name; 7] = [
    Name::SVG,
    P,
    BODY,
    Name::of(b"a>"),
    Name::of(b"button>"),
    Name::of(b"form>"),
    Name::of(b"nobr>"),
];

/// What cannot stand in itself; all of them are counted.
const ONCE: &[Name] = names![a body button form nobr];

/// What has rules of its own that are not worth telling here.
const STRANGE: &[Name] = names![frame frameset math noembed noframes plaintext template];

/// What ends a drawing, and what stands in one as in a page.
const ENDS_DRAWING: &[Name] = names![
    b big blockquote body br center code dd div dl dt em embed font foreignobject h1 h2 h3 h4 h5 h6
    head hr i img li listing menu meta nobr ol p pre ruby s small span strike strong sub sup table
    tt u ul var
];
