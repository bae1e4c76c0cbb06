//! What of people would be published with a site → what is told of it.
//!
//! In: what was seen in pages and tables when they were read, and the other files that are published or
//! whose words are: settings, templates, documents. Out: an error for what can bring somebody into danger
//! and a warning for what may; nothing for what is said to be public, in `[privacy]`, in front matter or
//! in a table's declaration, nor for the numbers under which an organisation or a contact is to be called.

mod documents;
mod drawing;
mod office;
mod pdf;
#[cfg(feature = "leaflets")]
mod pdf_words;
// What reads pages of PDFs comes with what prints them.
#[cfg(not(feature = "leaflets"))]
#[path = "pdf_words/nobody_reads.rs"]
mod pdf_words;
mod unseen;

use crate::config::{self, Config};
use crate::content::Sources;
use crate::content::kinds::{FieldHolds, Given};
use crate::data::{Contents, Datasets, Kind, TableCell};
use crate::diagnostic::{
    Argument, Diagnostic, Place, Report, Words, codes, diagnostic, list, list_of,
};
use crate::files::Files;
use crate::files::kinds;
use crate::personal::{self, Sighting, What, key};
use crate::store::Store;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// How many further places are named.
const NAMED_PLACES: usize = 10;

/// What sees what is in a file.
type Look = fn(&Files, &str, &Store) -> Vec<Sighting>;

/// Tells what of people would be published.
///
/// Documents are read whole; the cost grows with their size. What takes long to read is taken from `kept`, if the
/// same file was read before.
pub fn check(
    files: &Files,
    config: &Config,
    (sources, datasets): (&Sources, &Datasets),
    kept: &Store,
    report: &mut Report,
) {
    tell_nothing_public(files, config, report);
    let public = Public::of(config, sources, datasets);
    let written = files.under("").filter(|path| is_written(path));
    let published = files.under("static/").chain(sources.attachments.paths());
    let published = published.filter(|path| !public.files.contains(*path));
    let written = written.map(|path| (path, in_text as Look));
    let published = published.map(|path| (path, documents::look as Look));
    let paths: Vec<(&str, Look)> = written.chain(published).collect();
    let seen: Vec<Vec<Sighting>> = paths
        .par_iter()
        .map(|(path, look)| look(files, path, kept))
        .collect();
    let pages = sources.pages.iter().map(|page| page.facts.path.as_str());
    let named = files
        .under("static/")
        .chain(sources.attachments.paths())
        .chain(pages);
    let in_names = named.flat_map(documents::in_name);
    let in_sources = sources.sightings.iter().chain(&datasets.sightings).cloned();
    let all = seen.into_iter().flatten().chain(in_names).chain(in_sources);
    tell(all.filter(|one| !public.knows(one)), report);
}

/// Whether the words of a file that somebody writes are published, besides pages and tables.
fn is_written(path: &str) -> bool {
    let is_settings = path == config::FILE || path.starts_with("data/") && path.ends_with(".toml");
    let is_theme = ["kinds/", "templates/", "themes/"]
        .iter()
        .any(|folder| path.starts_with(folder));
    is_settings || is_theme && matches!(&*kinds::ending(path), "html" | "toml" | "typ")
}

/// What stands in a file that somebody writes; comments of settings are not published.
fn in_text(files: &Files, path: &str, _: &Store) -> Vec<Sighting> {
    // That it cannot be read is told by whoever reads it first.
    let Ok(text) = files.written(path) else {
        return Vec::new();
    };
    let is_comment = |at: usize| {
        let line = text[..at].rfind('\n').map_or(0, |end| end + 1);
        path.ends_with(".toml") && text[line..at].trim_start().starts_with('#')
    };
    let mut seen = Vec::new();
    personal::look(&text, |what, range| {
        if !is_comment(range.start) {
            let read = &text[range.clone()];
            seen.push(Sighting::new(
                what,
                read,
                Place::in_text(path, &text, range),
            ));
        }
    });
    seen
}

/// What everybody may know.
struct Public {
    keys: BTreeSet<String>,
    files: BTreeSet<String>,
}

impl Public {
    fn of(config: &Config, sources: &Sources, datasets: &Datasets) -> Public {
        let mut keys: BTreeSet<String> = BTreeSet::new();
        let said = config.public.iter().map(|one| one.value.as_str());
        let own = [&config.organisation.phone, &config.organisation.email];
        let own = own.into_iter().flatten().map(String::as_str);
        keys.extend(
            said.chain(own)
                .chain(config.organisation.name.texts())
                .map(key),
        );
        let pages = sources
            .pages
            .iter()
            .filter_map(|page| page.facts.particulars.as_ref());
        for particulars in pages {
            for given in &particulars.fields {
                let holds = particulars.kind.fields[given.at].holds;
                if !matches!(holds, FieldHolds::Phone | FieldHolds::Link) {
                    continue;
                }
                keys.extend(given.values.iter().filter_map(|value| match &value.value {
                    Given::Text(text) => Some(key_of_link(text)),
                    _ => None,
                }));
            }
        }
        for dataset in datasets.iter().filter(|one| one.kind == Kind::Contacts) {
            if let Contents::Table(table) = &dataset.contents {
                let columns = table.columns.iter().enumerate();
                let called = columns.filter(|(_, own)| CALLED.contains(&&*own.name));
                let called: Vec<usize> = called.map(|(at, _)| at).collect();
                for row in &table.rows {
                    for at in &called {
                        if let TableCell::Text(text) = &row.cells[*at] {
                            keys.insert(key_of_link(text));
                        }
                    }
                }
            }
        }
        Public {
            keys,
            files: config.public.iter().map(|one| one.value.clone()).collect(),
        }
    }

    fn knows(&self, seen: &Sighting) -> bool {
        let path = seen.place.path();
        self.keys.contains(&seen.key) || path.is_some_and(|path| self.files.contains(path))
    }
}

/// The columns of a table of contacts by which they are reached.
const CALLED: [&str; 2] = ["phone", "email"];

/// The same for a number and for a link that calls it.
fn key_of_link(text: &str) -> String {
    let text = text.trim();
    let schemes = ["tel:", "sms:", "mailto:"];
    let bare = schemes.iter().find_map(|scheme| text.strip_prefix(scheme));
    key(bare.unwrap_or(text))
}

/// What `[privacy]` calls public, and is nothing.
fn tell_nothing_public(files: &Files, config: &Config, report: &mut Report) {
    let mut found = Report::new();
    for one in &config.public {
        let read = one.value.as_str();
        let digits = key(read).bytes().filter(u8::is_ascii_digit).count();
        if !read.contains('@') && !files.contains(read) && digits < 6 {
            let place = one.place(config::FILE);
            found.push(diagnostic!(
                codes::privacy::NOTHING_PUBLIC,
                place,
                read = read
            ));
        }
    }
    report.extend(found);
}

/// Tells each kind of thing once for each file, with its places.
fn tell(seen: impl Iterator<Item = Sighting>, report: &mut Report) {
    let mut together: BTreeMap<(String, What), Vec<Sighting>> = BTreeMap::new();
    for one in seen {
        let path = one.place.path().unwrap_or_default().to_owned();
        together.entry((path, one.what)).or_default().push(one);
    }
    for ((_, what), seen) in together {
        report.push(told(what, &seen));
    }
}

const IDENTITY_CARD: Words = Words {
    en: "an identity card",
    km: "អត្តសញ្ញាណប័ណ្ណ",
};
const PASSPORT: Words = Words {
    en: "a passport",
    km: "លិខិតឆ្លងដែន",
};
const BANK_ACCOUNT: Words = Words {
    en: "a bank account",
    km: "គណនីធនាគារ",
};
const AUTHOR: Words = Words {
    en: "its author",
    km: "អ្នកនិពន្ធ",
};
const LAST_EDITOR: Words = Words {
    en: "who changed it last",
    km: "អ្នកកែចុងក្រោយ",
};
const COMPANY: Words = Words {
    en: "a company",
    km: "ក្រុមហ៊ុន",
};
const PATH: Words = Words {
    en: "a folder of its author's computer",
    km: "ថតក្នុងកុំព្យូទ័ររបស់អ្នកនិពន្ធ",
};
const COMMENTS: Words = Words {
    en: "comments",
    km: "មតិ",
};
const CHANGES: Words = Words {
    en: "changes that were not accepted",
    km: "ការកែដែលមិនទាន់ទទួលយក",
};

/// What is told of all that is of one kind in one file.
fn told(what: What, seen: &[Sighting]) -> Diagnostic {
    let first = &seen[0];
    let (place, read) = (first.place.clone(), first.read.trim());
    let mut reads: Vec<&str> = Vec::with_capacity(seen.len());
    let mut known = BTreeSet::new();
    reads.extend(seen.iter().map(|one| one.read.trim()));
    reads.retain(|read| known.insert(*read));
    let named = || list(reads.iter());
    // The names of the blanks are held against each code when this is compiled.
    macro_rules! of_one {
        ($once:ident, $again:ident) => {
            match again(seen) {
                None => diagnostic!(codes::privacy::$once, place, read = read),
                Some((count, places)) => diagnostic!(
                    codes::privacy::$again,
                    place,
                    read = read,
                    count = count,
                    places = places
                ),
            }
        };
    }
    let of_document = |what: Words, place: Place| {
        diagnostic!(codes::privacy::NAMED, place, what = what, read = named())
    };
    let of_remarks = |what: Words, place: Place| {
        diagnostic!(codes::privacy::REMARKS, place, what = what, read = named())
    };
    match what {
        What::Phone => of_one!(PHONE, PHONE_AGAIN),
        What::Email => of_one!(EMAIL, EMAIL_AGAIN),
        What::IdentityCard => number(IDENTITY_CARD, seen),
        What::Passport => number(PASSPORT, seen),
        What::BankAccount => number(BANK_ACCOUNT, seen),
        What::Author => of_document(AUTHOR, place),
        What::LastEditor => of_document(LAST_EDITOR, place),
        What::Company => of_document(COMPANY, place),
        What::Path => of_document(PATH, place),
        What::Notes => diagnostic!(codes::privacy::NOTES, place, read = named()),
        What::Comments => of_remarks(COMMENTS, place),
        What::Changes => of_remarks(CHANGES, place),
        What::Hidden => diagnostic!(codes::privacy::HIDDEN, place, read = named()),
        What::Position => diagnostic!(codes::privacy::POSITION, place, read = named()),
        What::Closed => diagnostic!(codes::privacy::CLOSED, place),
        What::Unread => diagnostic!(codes::privacy::UNREAD, place),
        What::Unseen => diagnostic!(codes::privacy::UNSEEN, place, read = named()),
    }
}

fn number(what: Words, seen: &[Sighting]) -> Diagnostic {
    let first = &seen[0];
    let (place, read) = (first.place.clone(), first.read.trim());
    match again(seen) {
        None => diagnostic!(codes::privacy::NUMBER, place, read = read, what = what),
        Some((count, places)) => diagnostic!(
            codes::privacy::NUMBER_AGAIN,
            place,
            read = read,
            what = what,
            count = count,
            places = places
        ),
    }
}

/// How many there are, and the places of the others.
fn again(seen: &[Sighting]) -> Option<(usize, Argument)> {
    let others = seen.len() - 1;
    let places = seen[1..]
        .iter()
        .take(NAMED_PLACES)
        .map(|one| match &one.place {
            Place::File { .. } => one.read.trim().to_owned(),
            place => place.within(),
        });
    (others > 0).then(|| (seen.len(), list_of(places.collect(), others)))
}

#[cfg(test)]
mod tests;
