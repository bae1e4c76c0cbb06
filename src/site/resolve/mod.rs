//! The text of a page, still as written → [`Resolved`]: where each link leads, which file each picture
//! is, what each call shows.
//!
//! Links, pictures and calls stand beside the tree of a document, so this walks three lists and no
//! tree. Every mistake that an author can make in a text is found here, before anything is produced;
//! the web and the leaflet take what is found and report nothing.

mod links;

pub use links::{Target, file, page_of};

use super::component::{self, Exhibit};
use super::{Page, PageId, Site};
use crate::content::Spans;
use crate::content::block::{CallId, Document, LinkId, PictureId, WrittenPicture};
use crate::diagnostic::Report;
use crate::files::Files;

/// What texts are resolved against.
#[derive(Clone, Copy)]
pub struct Resolver<'site> {
    pub site: &'site Site,
    /// Read again only if there is something to tell, for the place of it.
    pub files: &'site Files,
    /// The components that the theme alone knows.
    pub theme_components: &'site [String],
}

/// A text with all that it leads to and shows.
pub struct Resolved<'text> {
    pub id: PageId,
    pub page: &'text Page,
    pub document: &'text Document,
    links: Vec<Target<'text>>,
    pictures: Vec<Picture<'text>>,
    exhibits: Vec<Exhibit<'text>>,
}

/// A picture of the site.
pub struct Picture<'text> {
    pub written: &'text WrittenPicture,
    pub target: Target<'text>,
    /// Width and height in pixels, if they are known.
    pub size: Option<(u32, u32)>,
}

impl<'text> Resolved<'text> {
    pub fn link(&self, id: LinkId) -> &Target<'text> {
        &self.links[id.index()]
    }

    pub fn picture(&self, id: PictureId) -> &Picture<'text> {
        &self.pictures[id.index()]
    }

    pub fn exhibit(&self, id: CallId) -> &Exhibit<'text> {
        &self.exhibits[id.index()]
    }

    /// Whether the text offers the page's leaflets itself.
    pub fn offers_leaflets(&self) -> bool {
        let mut exhibits = self.exhibits.iter();
        exhibits.any(|exhibit| matches!(exhibit, Exhibit::Leaflets(_)))
    }
}

impl<'site> Resolver<'site> {
    /// The places of a page's file.
    pub fn spans(&self, page: &'site Page) -> Spans<'site> {
        Spans::new(self.files, &self.site.config, page.source())
    }

    /// Resolves the text of a page; all that is wrong with it is reported.
    pub fn resolve<'text>(
        &self,
        id: PageId,
        document: &'text Document,
    ) -> Result<Resolved<'text>, Report>
    where
        'site: 'text,
    {
        let site: &'text Site = self.site;
        let page = site.page(id);
        let spans = self.spans(self.site.page(id));
        let mut found = Report::new();
        let links = gather(&mut found, &document.links, |link| {
            links::resolve(site, page, &link.to, || spans.place(link.span)).map_err(Report::of)
        });
        let pictures = gather(&mut found, &document.pictures, |written| {
            let target = links::file(site, page, &written.source, || spans.place(written.span))
                .map_err(Report::of)?;
            let size = match &target {
                Target::Inside { path, .. } => site.image_sizes.get(&**path).copied(),
                Target::Outside(_) => None,
            };
            Ok(Picture {
                written,
                target,
                size,
            })
        });
        let exhibits = gather(&mut found, &document.calls, |call| {
            component::resolve(site, page, call, self.theme_components, &spans)
        });
        match found.has_errors() {
            true => Err(found),
            false => Ok(Resolved {
                id,
                page,
                document,
                links,
                pictures,
                exhibits,
            }),
        }
    }

    /// Resolves the text of a page to look for mistakes, in it and, with `more`, in what comes out.
    pub fn check(
        &self,
        id: PageId,
        more: impl FnOnce(&Resolved<'_>) -> Result<(), Report>,
    ) -> Result<(), Report> {
        let page = self.site.page(id);
        let (document, bad) = self.site.document(page);
        let mut found = Report::new();
        if !bad.is_empty() {
            let spans = self.spans(page);
            for address in bad {
                found.push(address.told(spans.place(address.span)));
            }
            return Err(found);
        }
        more(&self.resolve(id, &document)?)
    }
}

fn gather<'text, W, R>(
    found: &mut Report,
    written: &'text [W],
    resolve: impl Fn(&'text W) -> Result<R, Report>,
) -> Vec<R> {
    let mut resolved = Vec::with_capacity(written.len());
    for one in written {
        match resolve(one) {
            Ok(one) => resolved.push(one),
            Err(problems) => found.extend(problems),
        }
    }
    resolved
}
