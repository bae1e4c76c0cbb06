//! Pictures of a page → pictures of its leaflet, or the words that stand for them.

use super::Composer;
use super::flow::Flow;
use crate::content::block::PictureId;
use crate::diagnostic::{Place, codes, diagnostic};
use crate::leaflet::document::{LeafletInline, Picture};
use crate::site::resolve::{self, Target};

/// What can be printed, by the endings of files' names.
const PRINTABLE: [&str; 5] = ["gif", "jpeg", "jpg", "png", "webp"];
/// So many pixels take seconds to be made small, and hundreds of megabytes.
const MOST_PIXELS: u64 = 60_000_000;

/// For so many pictures in HTML a place is looked for, which costs a look through the file each.
const MOST_PLACED: usize = 50;

/// A picture that a leaflet shows, and where.
pub(in crate::leaflet) struct Found {
    /// In the campaign's folder; also its name in the leaflet.
    pub path: String,
    /// As its author wrote it.
    pub written: String,
    pub place: Place,
}

impl Composer<'_> {
    /// The picture, or, if it cannot be printed, what its author says that it shows.
    pub(super) fn picture(&self, id: PictureId, flow: &mut Flow) {
        let picture = self.text.picture(id);
        let written = picture.written;
        let caption = written.title.borrow().with_zero_width_spaces();
        let said = Said {
            source: &written.source,
            alternative: &written.alternative,
            caption,
        };
        let place = || self.spans.place(written.span);
        self.show(&picture.target, said, place, flow);
    }

    /// One in an author's HTML; `html` is where the tag stands.
    pub(super) fn html_picture(
        &self,
        html: &str,
        source: &str,
        alternative: &str,
        caption: String,
        flow: &mut Flow,
    ) {
        let said = Said {
            source,
            alternative,
            caption,
        };
        let told = self.html_pictures_told.get();
        let place = || {
            if told >= MOST_PLACED {
                return Place::file(self.text.page.source());
            }
            let line = html.lines().find(|line| line.contains("<img"));
            self.spans.place_of(&[line.unwrap_or(html).trim(), source])
        };
        match resolve::file(self.site, self.text.page, source, place) {
            Ok(target) => self.show(&target, said, place, flow),
            Err(_) => {
                self.html_pictures_told.set(told + 1);
                let problem = diagnostic!(codes::leaflet::HTML_PICTURE, place(), source = source);
                self.found.borrow_mut().push(problem);
                self.in_words(said, flow);
            }
        }
    }

    fn show(
        &self,
        target: &Target<'_>,
        said: Said<'_>,
        place: impl Fn() -> Place,
        flow: &mut Flow,
    ) {
        let source = said.source;
        let path = match target {
            Target::Inside { path, .. } => &**path,
            Target::Outside(_) => "",
        };
        let stands_at = ["content/", "static/"]
            .map(|folder| format!("{folder}{path}"))
            .into_iter()
            .find(|path| self.files.contains(path));
        let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
        let is_printable = PRINTABLE.contains(&ending.to_ascii_lowercase().as_str());
        let (Some(stands_at), true) = (stands_at, is_printable) else {
            let problem = diagnostic!(codes::leaflet::PICTURE_KIND, place(), source = source);
            self.found.borrow_mut().push(problem);
            return self.in_words(said, flow);
        };
        let (width, height) = self.site.image_sizes.get(path).copied().unwrap_or((0, 0));
        if u64::from(width) * u64::from(height) > MOST_PIXELS {
            let problem = diagnostic!(
                codes::leaflet::PICTURE_TOO_LARGE,
                place(),
                source = source,
                width = width,
                height = height,
                limit = MOST_PIXELS / 1_000_000
            );
            self.found.borrow_mut().push(problem);
            return self.in_words(said, flow);
        }
        self.pictures.borrow_mut().push(Found {
            path: stands_at.clone(),
            written: source.to_owned(),
            place: place(),
        });
        flow.inline(LeafletInline::Picture(Picture {
            file: stands_at,
            alternative: said.alternative.to_owned(),
            caption: said.caption,
            width,
            height,
        }));
    }

    fn in_words(&self, said: Said<'_>, flow: &mut Flow) {
        if !said.alternative.is_empty() {
            let text = format!("[{}]", self.set(said.alternative));
            flow.inline(LeafletInline::Text { text });
        }
        if !said.caption.is_empty() {
            let text = said.caption;
            flow.inline(LeafletInline::Aside { text });
        }
    }
}

/// What an author says of a picture.
struct Said<'text> {
    source: &'text str,
    alternative: &'text str,
    /// With places to break.
    caption: String,
}
