//! The targets of links and pictures as an author wrote them: which of them no page may carry.
//!
//! Whether a target exists is another stage's question.

use super::link::Link;
use crate::diagnostic::{Diagnostic, Place, codes, diagnostic};
use crate::files::kinds::{self, Kind};
use crate::scheme::{self, Refused};

/// What is to be told of a target, once its place is known.
pub(super) type Refusal = fn(Place, &str) -> Diagnostic;

/// What is wrong with a link's target, its entities and escapes already resolved.
pub(super) fn check_link(target: &str) -> Result<(), Refusal> {
    if target.is_empty() {
        return Err(|place, _| diagnostic!(codes::content::LINK_EMPTY, place));
    }
    scheme::check(target).map_err(|refused| -> Refusal {
        match refused {
            Refused::Scheme if is_of_this_computer(target) => |place, target| {
                diagnostic!(codes::content::LINK_TO_A_COMPUTER, place, target = target)
            },
            Refused::OfThePage => |place, target| {
                diagnostic!(codes::content::LINK_WITHOUT_SCHEME, place, target = target)
            },
            Refused::Scheme => {
                |place, target| diagnostic!(codes::content::LINK_SCHEME, place, target = target)
            }
        }
    })
}

/// What is wrong with the number or the address of somebody whom a link is to reach. A `{column}` is
/// filled later.
pub(super) fn check_reach(target: &str) -> Result<(), Refusal> {
    let Link::Outside(url) = Link::read(target) else {
        return Ok(());
    };
    let Some((scheme, rest)) = url.split_once(':').filter(|_| !target.contains('{')) else {
        return Ok(());
    };
    let (whom, more) = match rest.find('?') {
        Some(more) => rest.split_at(more),
        None => (rest, ""),
    };
    let is_left_to_readers = whom.is_empty() && more.len() > 1;
    let is_number = whom.contains(|c: char| c.is_ascii_digit())
        && !whom
            .split(';')
            .next()
            .unwrap_or(whom)
            .contains(char::is_alphabetic);
    match scheme.to_ascii_lowercase().as_str() {
        "sms" if is_left_to_readers => Ok(()),
        "tel" | "sms" if !is_number => {
            Err(|place, target| diagnostic!(codes::content::NO_NUMBER, place, target = target))
        }
        "mailto" if !whom.contains('@') && !is_left_to_readers => Err(|place, target| {
            diagnostic!(codes::content::NO_MAIL_ADDRESS, place, target = target)
        }),
        _ => Ok(()),
    }
}

/// Whether it names a file where its author works: `C:\\plan.pdf`, `file:///home/plan.pdf`.
fn is_of_this_computer(target: &str) -> bool {
    let bytes = target.trim_start().as_bytes();
    let is_drive =
        matches!(bytes, [letter, b':', b'/' | b'\\', ..] if letter.is_ascii_alphabetic());
    is_drive
        || target
            .get(..5)
            .is_some_and(|begin| begin.eq_ignore_ascii_case("file:"))
}

/// What is wrong with a picture's source: it must be a file of the site.
pub(super) fn check_image(source: &str) -> Result<(), Refusal> {
    match source {
        "" => Err(|place, _| diagnostic!(codes::content::IMAGE_EMPTY, place)),
        _ if is_no_picture(source) && is_sound(source) => Err(|place, source| {
            diagnostic!(codes::content::SOUND_AS_PICTURE, place, source = source)
        }),
        _ if is_no_picture(source) => {
            Err(|place, source| diagnostic!(codes::content::NO_PICTURE, place, source = source))
        }
        _ if scheme::is_path(source) => Ok(()),
        _ => Err(|place, source| diagnostic!(codes::content::REMOTE_IMAGE, place, source = source)),
    }
}

/// Whether a page can let readers listen to it.
fn is_sound(source: &str) -> bool {
    let ending = kinds::ending(source);
    matches!(
        ending.as_str(),
        "aac" | "m4a" | "mp3" | "oga" | "ogg" | "opus"
    )
}

/// Whether its ending is one that no picture has.
fn is_no_picture(source: &str) -> bool {
    let path = source.split(['?', '#']).next().unwrap_or(source);
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    let has_ending = name
        .rsplit_once('.')
        .is_some_and(|(_, ending)| !ending.is_empty());
    has_ending
        && scheme::is_path(source)
        && !source.contains('{')
        && !matches!(kinds::kind(name), Kind::Picture | Kind::OtherPicture(_))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_that_no_page_may_carry_is_told_with_its_reason() {
        let code = |target: &str| {
            let refused = |refusal: Refusal| refusal(Place::Site, target).code;
            check_link(target).map_or_else(|refusal| Some(refused(refusal).id), |()| None)
        };
        assert_eq!(code("../x/"), None);
        assert_eq!(code(""), Some(codes::content::LINK_EMPTY.id));
        assert_eq!(
            code("//a.example"),
            Some(codes::content::LINK_WITHOUT_SCHEME.id)
        );
        assert_eq!(code("javascript:x"), Some(codes::content::LINK_SCHEME.id));
    }

    #[test]
    fn a_link_that_is_to_reach_somebody_says_whom() {
        let code = |target: &str| {
            let refused = |refusal: Refusal| refusal(Place::Site, target).code.id;
            check_reach(target).map_or_else(refused, |()| "")
        };
        for target in [
            "tel:012 345 678",
            "Tel:០១២៣៤៥",
            "tel:*123#",
            "tel:012;ext=a",
            "012 345 678",
            "tel:{phone}",
            "sms:012?body=x",
            "sms:?body=x",
            "mailto:a@x.example",
            "mailto: a@x.example",
            "MAILTO:a@x.example?subject=b",
            "mailto:?subject=a",
            "a@x.example",
            "https://x.example/tel:",
            "plan.pdf",
        ] {
            assert_eq!(code(target), "", "{target}");
        }
        for target in [
            "tel:",
            "TEL:",
            "tel:abc",
            "tel:1-800-ABC",
            "tel:ទូរស័ព្ទ",
            "sms:",
            "mailto:",
            "mailto:?",
            "mailto:ទឹក",
            "Mailto:x",
        ] {
            assert_eq!(code(target), "E232", "{target}");
        }
    }

    #[test]
    fn a_picture_is_a_file_of_the_site() {
        for source in ["film.MP4", "photos/plan.pdf?x", "a.docx#b", "y.md", "a.psd"] {
            let refused = check_image(source).unwrap_err()(Place::Site, source);
            assert_eq!(refused.code.id, "E235", "{source}");
        }
        for source in [
            "photo",
            "a.b/photo",
            "{photo}.x",
            "a.JFIF?v=1.2",
            "a.tiff",
            "photo.",
        ] {
            assert!(check_image(source).is_ok(), "{source}");
        }
        assert!(check_image("photo.jpg").is_ok());
        assert!(check_image("/images/a.jpg").is_ok());
        for source in [
            "https://a.example/b.png",
            "//a.example/b.png",
            "data:image/png;base64,x",
        ] {
            let refused = check_image(source).unwrap_err()(Place::Site, source);
            assert_eq!(refused.code.id, "E234", "{source}");
        }
    }
}
