//! `resize_image` for templates: of the files that stand for a picture, the one that fits.
//!
//! Every file of the site is known before a template runs, so a template chooses among the widths that
//! are made of each picture, and none is cut: a style can show a part of one (`object-fit: cover`). The
//! arguments are Zola's.

use crate::image::{Picture, Pictures};
use crate::site::{Site, address};
use std::sync::Arc;
use tera::{Kwargs, State, Tera, TeraResult, Value};

use super::value::{map, text};

/// `resize_image(path="news/meeting.jpg", width=320)`.
pub(super) fn register(tera: &mut Tera, site: &Site) {
    let pictures = Arc::clone(&site.pictures);
    let base = site.config.base_url.clone();
    tera.register_function(
        "resize_image",
        move |arguments: Kwargs, state: &State| -> TeraResult<Value> {
            let path = arguments.must_get::<&str>("path")?;
            let wanted = Wanted {
                width: arguments.get::<u32>("width")?,
                height: arguments.get::<u32>("height")?,
                op: arguments.get::<&str>("op")?.unwrap_or("fit"),
            };
            // Nothing in a component, and on a page that may be shown at any address.
            let from = state.get::<String>("output_path")?;
            let url = |path: &str| match &from {
                Some(from) => address::relative(from, path),
                None => address::absolute(&base, path),
            };
            resized(&pictures, path, &wanted, &url).map_err(tera::Error::message)
        },
    );
}

/// The size that a template asks for.
struct Wanted<'template> {
    width: Option<u32>,
    height: Option<u32>,
    op: &'template str,
}

impl Wanted<'_> {
    /// How wide a picture of this size has to be.
    fn width_of(&self, picture: &Picture) -> Result<u32, String> {
        let (across, down) = (u64::from(picture.width), u64::from(picture.height));
        let by_height = |height: u32| (u64::from(height) * across).div_ceil(down);
        let width = match (self.op, self.width, self.height) {
            ("fit_width", Some(width), _) => u64::from(width),
            ("fit_height", _, Some(height)) => by_height(height),
            ("fit", Some(width), None) => u64::from(width),
            ("fit", None, Some(height)) => by_height(height),
            ("fit", Some(width), Some(height)) => u64::from(width).min(by_height(height)),
            ("fit_width", None, _) => return Err("`fit_width` needs a `width`".to_owned()),
            ("fit_height", _, None) => return Err("`fit_height` needs a `height`".to_owned()),
            ("fit", None, None) => return Err("`width` or `height` is missing".to_owned()),
            ("fill" | "scale", _, _) => {
                return Err(format!(
                    "no picture is cut or stretched, so `op` cannot be `{}`: write `fit`, and \
                     `object-fit: cover` in the style sheet",
                    self.op
                ));
            }
            _ => {
                return Err(format!(
                    "`op` is `{}`, and must be `fit`, `fit_width` or `fit_height`",
                    self.op
                ));
            }
        };
        Ok(u32::try_from(width).unwrap_or(u32::MAX))
    }
}

fn resized(
    pictures: &Pictures,
    path: &str,
    wanted: &Wanted<'_>,
    url: &dyn Fn(&str) -> String,
) -> Result<Value, String> {
    let published = path.strip_prefix("@/").unwrap_or(path);
    let published = published.trim_start_matches('/');
    let Some(picture) = pictures.get(published) else {
        return Err(format!(
            "there is no picture `{path}` in `content/` or `static/`"
        ));
    };
    let width = wanted.width_of(picture)?;
    let Some(smaller) = &picture.smaller else {
        if !picture.may_be_shown_itself() {
            return Err(format!(
                "no small pictures are made of `{path}`, since no page shows it or has its name in its \
                 head, and no template has it in `resize_image(path=\"…\")`"
            ));
        }
        return Ok(seen(
            published,
            published,
            (picture.width, picture.height),
            url,
        ));
    };
    let fits = |size: &&(u32, u32)| size.0 >= width;
    let size = smaller.sizes.iter().find(fits).copied();
    let size = size.unwrap_or(smaller.largest());
    let webp = smaller.webp_paths(published);
    let webp = webp.filter(|(_, width)| *width == size.0);
    let webp = webp.map(|(path, _)| path).last().unwrap_or_default();
    Ok(seen(&webp, &smaller.jpeg_path(published), size, url))
}

/// `url`, with `fallback_url` for browsers that know no WebP.
fn seen(
    path: &str,
    fallback: &str,
    (width, height): (u32, u32),
    url: &dyn Fn(&str) -> String,
) -> Value {
    map([
        ("url", text(&url(path))),
        ("fallback_url", text(&url(fallback))),
        ("static_path", text(path)),
        ("width", width.into()),
        ("height", height.into()),
    ])
}

/// The pictures that templates name in so many words, sorted.
pub fn pictures_named<'theme>(templates: impl Iterator<Item = &'theme str>) -> Vec<&'theme str> {
    let mut named = Vec::new();
    for template in templates {
        for (at, call) in template.match_indices("resize_image(") {
            let rest = &template[at + call.len()..];
            let arguments = rest.split(')').next().unwrap_or(rest);
            let value = arguments
                .split_once("path")
                .map(|(_, value)| value.trim_start());
            let value = value
                .and_then(|value| value.strip_prefix('='))
                .map(str::trim_start);
            let quoted = value.and_then(|value| {
                let quote = value
                    .chars()
                    .next()
                    .filter(|first| "\"'".contains(*first))?;
                value[1..].split_once(quote).map(|(path, _)| path)
            });
            named.extend(quoted.map(|path| path.trim_start_matches("@/").trim_start_matches('/')));
        }
    }
    named.sort_unstable();
    named
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_names_pictures_between_quotation_marks() {
        let template = "{{ resize_image(path=\"b.jpg\", width=3).url }} {% set a = resize_image( width=1, \
                        path = '/a.png' ) %} {{ resize_image(path=page.extra.picture) }} path=\"c\"";
        assert_eq!(pictures_named([template].into_iter()), ["a.png", "b.jpg"]);
    }
}
