//! Pages set in a stand-in for their language → the same in their own.
//!
//! Where a line of Khmer may end is known before it is set: U+200B stands there. The typesetter looks for
//! it once more in every text, with a network that takes longer than all else together, unless the text is
//! said to be of a language in which lines may end anywhere: there it goes by what stands in the text. No
//! letter is drawn otherwise, and readers of the file, who hear it in a voice of its language, are told
//! the true one.

use std::str::FromStr;
use typst::introspection::Tag;
use typst::model::FigureElem;
use typst::text::{Lang, Locale};
use typst::visualize::ImageElem;

/// What templates set text in.
pub(in crate::leaflet) fn stand_in(language: &str) -> &str {
    match first_part(language) {
        "km" => "ja",
        own => own,
    }
}

fn first_part(language: &str) -> &str {
    language
        .split_once('-')
        .map_or(language, |(first, _)| first)
}

/// Which language takes the place of which.
#[derive(Clone, Copy)]
pub(in crate::leaflet) struct Spoken {
    set: Lang,
    own: Lang,
}

impl Spoken {
    /// For a leaflet in this language; nothing for one that is set in its own.
    pub(in crate::leaflet) fn of(language: &str) -> Option<Spoken> {
        let (set, own) = (stand_in(language), first_part(language));
        let spoken = Spoken {
            set: Lang::from_str(set).ok()?,
            own: Lang::from_str(own).ok()?,
        };
        (set != own).then_some(spoken)
    }

    pub(super) fn language(self, set: Lang) -> Lang {
        if set == self.set { self.own } else { set }
    }

    pub(super) fn locale(self, set: Locale) -> Locale {
        Locale {
            lang: self.language(set.lang),
            ..set
        }
    }

    /// What tells those who listen that a picture or a chart begins: in which language it is described.
    pub(super) fn tag(self, tag: &Tag) -> Tag {
        let Tag::Start(element, flags) = tag else {
            return tag.clone();
        };
        let mut element = element.clone();
        if let Some(figure) = element.to_packed_mut::<FigureElem>() {
            figure.locale = figure.locale.map(|locale| self.locale(locale));
        } else if let Some(image) = element.to_packed_mut::<ImageElem>() {
            image.locale = image.locale.map(|locale| self.locale(locale));
        }
        Tag::Start(element, *flags)
    }
}
