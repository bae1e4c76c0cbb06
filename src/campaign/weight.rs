//! A page → how many bytes its reader waits for, and what is told if they are more than the configuration
//! allows.
//!
//! Counted is what a browser asks for before it shows the page: the page itself as Brotli makes it, its
//! pictures, and the scripts that stand in files. A picture that waits until it is scrolled to
//! (`loading="lazy"`) does not count. Little effort of Brotli already shows for most pages that they are
//! light enough, so that a page costs a third of a millisecond; only a heavy one is weighed exactly.

use super::{Campaign, Produced};
use crate::compress::{Effort, brotli};
use crate::diagnostic::{Place, Report, codes, diagnostic};
use crate::scheme::tags::{Address, Change, changed};
use crate::site::Kind;
use crate::site::plan::{Output, What};
use crate::store::KeyBuilder;

/// The slow connection that pages are measured with everywhere: bits of a second, and what it takes to be
/// answered.
const BITS_A_SECOND: f64 = 400_000.0;
const ANSWER: f64 = 0.4;
/// The host is asked for its address, called, greeted in secret, and asked for the page.
const ANSWERS_OF_A_PAGE: f64 = 4.0;

/// What a page consists of, in bytes as they are sent.
#[derive(Default)]
struct Weight {
    page: usize,
    pictures: u64,
    scripts: u64,
}

impl Weight {
    fn total(&self) -> u64 {
        self.page as u64 + self.pictures + self.scripts
    }

    /// Until all of it is there; what stands in files is asked for once the page says so.
    fn seconds(&self) -> f64 {
        let is_more = self.pictures + self.scripts > 0;
        let answers = ANSWERS_OF_A_PAGE + if is_more { 1.0 } else { 0.0 };
        answers * ANSWER + self.total() as f64 * 8.0 / BITS_A_SECOND
    }
}

impl Campaign {
    /// Tells of a page that is heavier than pages of its kind may be. The cost grows with the page.
    pub fn weigh(&self, output: &Output, files: &[Produced]) -> Result<(), Report> {
        let Some(most) = self.most(output) else {
            return Ok(());
        };
        let mut found = Report::new();
        // What an output makes beside its pages is asked for later.
        let pages = files.iter().filter(|file| file.path.ends_with(".html"));
        for file in pages {
            let Ok(page) = std::str::from_utf8(&file.bytes) else {
                continue;
            };
            let mut weight = self.around(page, &file.path);
            weight.page = brotli(&file.bytes, Effort::Little).len();
            if weight.total() <= most {
                continue;
            }
            weight.page = self.exactly(&file.bytes);
            if weight.total() > most {
                found.push(self.too_heavy(output, &file.path, page, &weight, most));
            }
        }
        match found.has_errors() {
            true => Err(found),
            false => Ok(()),
        }
    }

    /// How many bytes a page of this output may have.
    fn most(&self, output: &Output) -> Option<u64> {
        let kind = match &output.what {
            What::Page { page, .. } => match self.site.page(*page).kind {
                Kind::Home => "home",
                Kind::Section => "section",
                Kind::Page => "page",
                Kind::NotFound => return None,
            },
            What::Taxonomy { .. } => "taxonomy",
            What::Term { .. } => "term",
            What::Catalogue { .. } => "catalogue",
            What::Search { .. } => "search",
            _ => return None,
        };
        self.site.config.weight.get(kind).copied()
    }

    fn exactly(&self, page: &[u8]) -> usize {
        let key = KeyBuilder::new("brotli").part(page).key();
        let kept = self.kept().get(&key);
        let made = kept.unwrap_or_else(|| {
            let made = brotli(page, Effort::All);
            self.kept().put(&key, &made);
            made
        });
        made.len()
    }

    /// What the page at `path` asks for.
    fn around(&self, page: &str, path: &str) -> Weight {
        let mut weight = Weight::default();
        changed(page, |tag| {
            let waits = tag.value("loading").as_deref() == Some("lazy");
            let address = tag.value("src").filter(|_| !waits);
            let address = address.and_then(|address| Address::of(path, &address));
            let size = address.map_or(0, |address| self.size_of(&address.path));
            match tag.name.as_str() {
                "img" => weight.pictures += size,
                "script" => weight.scripts += size,
                _ => {}
            }
            Change::Nothing
        });
        weight
    }

    /// How large a file of the site is as it is sent; 0 if there is none.
    fn size_of(&self, path: &str) -> u64 {
        let named = self
            .outputs
            .binary_search_by(|output| output.path.as_str().cmp(path));
        let Some(output) = named.ok().map(|at| &self.outputs[at]) else {
            return 0;
        };
        match &output.what {
            What::Copy { source } => self.files.size(source).unwrap_or(0),
            What::ThemeFile { source } => self.site.theme.files.size(source).unwrap_or(0),
            // The only script in a file; what it is made from never changes within a build.
            What::SearchScript => self.produce(output).map_or(0, |made| {
                let files = made.files.iter();
                files.map(|file| self.exactly(&file.bytes) as u64).sum()
            }),
            _ => 0,
        }
    }

    fn too_heavy(
        &self,
        output: &Output,
        path: &str,
        page: &str,
        weight: &Weight,
        most: u64,
    ) -> crate::diagnostic::Diagnostic {
        let place = match &output.what {
            What::Page { page, .. } => Place::file(self.site.page(*page).source()),
            _ => Place::file(crate::config::FILE),
        };
        let style = share(page, weight.page, "<style", "</style>");
        let drawings = share(page, weight.page, "<svg", "</svg>");
        let script = share(page, weight.page, "<script", "</script>");
        let text = weight.page.saturating_sub(style + drawings + script);
        diagnostic!(
            codes::site::TOO_HEAVY,
            place,
            path = path,
            weight = weight.total(),
            most = most,
            text = text,
            style = style,
            drawings = drawings,
            pictures = weight.pictures,
            scripts = weight.scripts + script as u64,
            seconds = format!("{:.1}", weight.seconds())
        )
    }
}

/// How much of a page's weight comes of the elements between these marks: what Brotli makes of them alone.
/// Less than that comes of them where the rest of the page repeats them.
fn share(page: &str, whole: usize, open: &str, close: &str) -> usize {
    let pieces = page.split(open).skip(1);
    let pieces = pieces.map(|piece| piece.split_once(close).map_or(piece, |(inside, _)| inside));
    let pieces = pieces.collect::<String>();
    match pieces.is_empty() {
        true => 0,
        false => brotli(pieces.as_bytes(), Effort::All).len().min(whole),
    }
}
