//! The tags of a page → what its policy has to let it load.
//!
//! What no page needs, no policy allows: a list for all pages would be paid for by every reader. It
//! judges names of elements, and takes one too many rather than one too few.

/// What a page loads besides itself.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub(super) struct Loads {
    /// Besides those that stand in it.
    pub(super) pictures: bool,
    pub(super) media: bool,
    pub(super) fonts: bool,
    pub(super) manifest: bool,
}

impl Loads {
    pub(super) const ALL: Loads = Loads {
        pictures: true,
        media: true,
        fonts: true,
        manifest: true,
    };

    /// Takes in a tag that opens an element, as it was written.
    pub(super) fn see(&mut self, tag: &str) {
        let name = tag[1..].split(|c: char| c.is_ascii_whitespace() || matches!(c, '>' | '/'));
        let name = name.into_iter().next().unwrap_or_default();
        let is = |names: &[&str]| names.iter().any(|own| name.eq_ignore_ascii_case(own));
        if name.len() > 1 {
            self.pictures |= is(&[
                "img", "image", "feimage", "input", "picture", "source", "video",
            ]);
            self.media |= is(&["audio", "video"]);
        }
        // The script of a front page sets the link to its manifest later.
        self.manifest |= is(&["script"]) && tag.contains("data-manifest");
        if is(&["link"]) {
            let tag = tag.to_ascii_lowercase();
            self.pictures |= tag.contains("icon") && !tag.contains("data:");
            self.manifest |= tag.contains("manifest");
            self.fonts |= tag.contains("font");
        }
    }

    /// Takes in text in which a style may ask for pictures and fonts.
    pub(super) fn see_style(&mut self, text: &str) {
        self.pictures |= text.contains("url(") || text.contains("image-set(");
        self.fonts |= text.contains("@font-face");
    }

    /// The directives that allow it. The mark of the site stands in each page, as a picture.
    pub(super) fn policy(self) -> String {
        let pictures = match self.pictures {
            true => "img-src 'self' file: data:",
            false => "img-src data:",
        };
        let others = [
            (self.media, "; media-src 'self' file:"),
            (self.fonts, "; font-src 'self' file:"),
            (self.manifest, "; manifest-src 'self'"),
        ];
        let asked = others.into_iter().filter(|(asked, _)| *asked);
        asked.fold(pictures.to_owned(), |policy, (_, own)| policy + own)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_may_load_what_it_shows_and_nothing_else() {
        for (tags, expected) in [
            (
                &["<p>", "<i>", "<svg viewBox='0 0 1 1'>"][..],
                "img-src data:",
            ),
            (&["<IMG src=a>"], "img-src 'self' file: data:"),
            (
                &["<link rel=icon href=data:,>", "<link rel=canonical href=a>"],
                "img-src data:",
            ),
            (&["<link rel=icon href=a>"], "img-src 'self' file: data:"),
            (
                &["<link rel=\"manifest\" href=a>"],
                "img-src data:; manifest-src 'self'",
            ),
            (
                &["<script data-worker=a data-manifest=b>"],
                "img-src data:; manifest-src 'self'",
            ),
            (&["<script data-worker=a>"], "img-src data:"),
            (
                &["<audio controls>"],
                "img-src data:; media-src 'self' file:",
            ),
            (
                &["<video/>"],
                "img-src 'self' file: data:; media-src 'self' file:",
            ),
        ] {
            let mut loads = Loads::default();
            tags.iter().for_each(|tag| loads.see(tag));
            assert_eq!(loads.policy(), expected, "{tags:?}");
        }
        let mut loads = Loads::default();
        loads.see_style("<style>a{b:c}</style><p style=\"d:e\">");
        assert_eq!(loads, Loads::default());
        loads.see_style("@font-face{src:url(a)}");
        assert_eq!(
            loads.policy(),
            "img-src 'self' file: data:; font-src 'self' file:"
        );
        assert_eq!(
            Loads::ALL.policy(),
            "img-src 'self' file: data:; media-src 'self' file:; font-src 'self' file:; manifest-src 'self'"
        );
    }
}
