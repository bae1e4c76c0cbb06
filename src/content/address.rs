//! The targets of links and pictures as an author wrote them: which of them no page may carry.
//!
//! Whether a target exists is another stage's question.

use crate::diagnostic::{Diagnostic, Place, codes, diagnostic};
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
        _ if scheme::is_path(source) => Ok(()),
        _ => Err(|place, source| diagnostic!(codes::content::REMOTE_IMAGE, place, source = source)),
    }
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
    fn a_picture_is_a_file_of_the_site() {
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
