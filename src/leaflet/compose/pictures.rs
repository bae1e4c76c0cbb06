//! Pictures of a page → pictures of its leaflet, or the words that stand for them.

use super::Composer;
use super::flow::Flow;
use crate::content::block::{self, PictureId, targets_in_html};
use crate::diagnostic::{Place, codes, diagnostic};
use crate::leaflet::document::{LeafletInline, Picture};
use crate::site::resolve::Target;

/// What can be printed, by the endings of files' names.
const PRINTABLE: [&str; 5] = ["gif", "jpeg", "jpg", "png", "webp"];
/// So many pixels take seconds to be made small, and hundreds of megabytes.
const MOST_PIXELS: u64 = 60_000_000;

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

    /// One in an author's HTML. A tag without a picture shows what it says.
    pub(super) fn html_picture(
        &self,
        source: &str,
        alternative: &str,
        caption: String,
        flow: &mut Flow,
    ) {
        let mut targets = targets_in_html(source).filter_map(|(_, target)| target);
        let Some(block::Target::Picture(id)) = targets.next() else {
            let said = Said {
                source,
                alternative,
                caption,
            };
            return self.in_words(said, flow);
        };
        let picture = self.text.picture(id);
        let said = Said {
            source: &picture.written.source,
            alternative,
            caption,
        };
        let place = || self.spans.place(picture.written.span);
        self.show(&picture.target, said, place, flow);
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
        let picture = self.site.pictures.get(path);
        let (width, height) = picture.map_or((0, 0), |own| (own.width, own.height));
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
