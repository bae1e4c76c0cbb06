//! The fonts that a site asks for, `[fonts]` → small WOFF2 files with the letters of the site, and the style
//! by which pages ask for them.
//!
//! In: the names of families, the theme with its `fonts/`, and all that the campaign's files say. Out: for
//! each font the file that stands in the site, no larger than allowed, in which every word of the site is
//! drawn as by the whole font: that is tried out, word by word. A site that asks for none has none of this.
//! It knows neither pages nor paper.
//!
//! Of a font with Khmer letters only those are taken: Latin letters would make it half as large again, and
//! every phone has some.

mod faces;
mod letters;
mod subset;

pub use faces::Face;
pub use letters::Letters;

use crate::config::{Config, Fonts, HeadingsFor};
use crate::diagnostic::{Candidates, Place, Report, codes, diagnostic};
use crate::store::{KeyBuilder, Store};
use crate::theme::Theme;
use faces::Weight;
use std::collections::BTreeSet;

/// What a font is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    Text,
    Headings,
}

/// A font as it stands in the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WebFont {
    pub role: Role,
    /// The face that it was made from.
    pub face: Face,
    pub woff2: Vec<u8>,
    /// Whether it has Khmer letters and no others.
    pub is_khmer: bool,
}

/// Those of a site, that of its text first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WebFonts {
    pub fonts: Vec<WebFont>,
    headings_for: HeadingsFor,
    /// The families that stand where these have no letter: those of the theme.
    stack: String,
}

impl Role {
    /// Where its file stands in the site.
    pub fn path(self) -> &'static str {
        match self {
            Role::Text => "fonts/text.woff2",
            Role::Headings => "fonts/headings.woff2",
        }
    }

    /// What `[weight]` calls it, and how many bytes it may have unless that says otherwise: of a page's
    /// first breath, which is 14,000, a font may take about one more.
    fn limit(self) -> (&'static str, u64) {
        match self {
            Role::Text => ("text_font", 15_000),
            Role::Headings => ("heading_font", 7_000),
        }
    }

    fn family(self) -> &'static str {
        match self {
            Role::Text => "sala-text",
            Role::Headings => "sala-headings",
        }
    }

    fn weight(self) -> Weight {
        match self {
            Role::Text => Weight(400),
            Role::Headings => Weight(700),
        }
    }
}

/// The letters that a Khmer font answers for; joiners stand within words.
const KHMER: [std::ops::RangeInclusive<char>; 3] = [
    '\u{1780}'..='\u{17FF}',
    '\u{19E0}'..='\u{19FF}',
    '\u{200C}'..='\u{200D}',
];

fn is_khmer(letter: char) -> bool {
    KHMER.iter().any(|range| range.contains(&letter))
}

/// Makes the fonts that the configuration asks for; every problem with them is one of the configuration.
///
/// The cost grows with the words of the site and with the size of the font; a font is kept, and made anew
/// when the site has other words.
pub fn load(
    config: &Config,
    theme: &Theme,
    letters: impl FnOnce() -> Letters,
    kept: &Store,
    report: &mut Report,
) -> Option<WebFonts> {
    let Fonts {
        text,
        headings,
        headings_for,
    } = &config.fonts;
    if text.is_none() && headings.is_none() {
        return None;
    }
    let mut found = Report::new();
    let letters = letters();
    let faces = faces::of(&theme.files);
    let of_headings = match headings_for {
        HeadingsFor::All => &letters.headings,
        HeadingsFor::Titles => &letters.titles,
        HeadingsFor::Name => &letters.name,
    };
    let asked = [
        (Role::Text, text, &letters.text),
        (Role::Headings, headings, of_headings),
    ];
    let mut fonts = Vec::new();
    for (role, name, words) in asked {
        let Some(name) = name else { continue };
        let asked = Asked {
            role,
            name,
            place: name.place(crate::config::FILE),
        };
        let site = Site {
            config,
            theme,
            letters: &letters,
            faces: &faces,
            kept,
        };
        fonts.extend(make(asked, words, &site, &mut found));
    }
    report.extend(found.of_configuration());
    Some(WebFonts {
        fonts,
        headings_for: *headings_for,
        stack: stack(&theme.css),
    })
}

/// A font by its name, and where it was asked for.
struct Asked<'config> {
    role: Role,
    name: &'config str,
    place: Place,
}

/// What a font is made for and from.
struct Site<'site> {
    config: &'site Config,
    theme: &'site Theme,
    letters: &'site Letters,
    faces: &'site [Face],
    kept: &'site Store,
}

fn make(
    asked: Asked<'_>,
    words: &BTreeSet<String>,
    site: &Site<'_>,
    report: &mut Report,
) -> Option<WebFont> {
    let Asked { role, name, place } = asked;
    let Site {
        config,
        theme,
        letters,
        faces,
        kept,
    } = *site;
    let place = || place.clone();
    let Some(face) = faces::chosen(faces, name, role.weight()) else {
        if theme.files.contains(name) {
            let place = Place::file(theme.files.stands_at(name));
            report.push(diagnostic!(codes::theme::FONT_UNREADABLE, place));
            return None;
        }
        let families: BTreeSet<&str> = faces.iter().map(|face| face.family.as_str()).collect();
        let known = Candidates::of(families);
        report.push(
            diagnostic!(
                codes::theme::NO_FONT,
                place(),
                name = name,
                known = known.list()
            )
            .did_you_mean(name, &known),
        );
        return None;
    };
    let bytes = theme.files.read(&face.path);
    let bytes = bytes.map_err(|problem| report.push(problem)).ok()?;
    let speaks_khmer = config.languages.iter().any(|language| language.is_khmer());
    let is_khmer_font = speaks_khmer && face.has_khmer;
    let wanted_of = |words: &BTreeSet<String>| -> BTreeSet<char> {
        let letters = words.iter().flat_map(|word| word.chars());
        letters
            .filter(|letter| !is_khmer_font || is_khmer(*letter))
            .collect()
    };
    let made_for = |words: &BTreeSet<String>| {
        let wanted = wanted_of(words);
        subset::made(&bytes, &wanted).and_then(|made| {
            subset::prove(&bytes, &made, words, &wanted)?;
            Ok(made.woff2)
        })
    };
    let mut key = KeyBuilder::new("web font 1").part(&bytes);
    for word in words {
        key = key.part(word.as_bytes());
    }
    let key = key.part(&[u8::from(is_khmer_font)]).key();
    let woff2 = match kept.get(&key) {
        Some(woff2) => woff2,
        None => match made_for(words) {
            Ok(woff2) => {
                kept.put(&key, &woff2);
                woff2
            }
            Err(subset::Refused::Unreadable) => {
                let place = Place::file(theme.files.stands_at(&face.path));
                report.push(diagnostic!(codes::theme::FONT_UNREADABLE, place));
                return None;
            }
            Err(subset::Refused::Otherwise(word)) => {
                report.push(diagnostic!(
                    codes::theme::FONT_CHANGED,
                    place(),
                    name = name,
                    word = word
                ));
                return None;
            }
        },
    };
    let (setting, limit) = role.limit();
    let most = config.weight.get(setting).copied().unwrap_or(limit);
    if woff2.len() as u64 > most {
        let (size, count) = (woff2.len(), wanted_of(words).len());
        let fewer = [&letters.titles, &letters.name].map(|words| made_for(words).ok());
        report.push(match (role, fewer) {
            (Role::Headings, [Some(titles), Some(of_name)]) => diagnostic!(
                codes::theme::HEADING_FONT_TOO_LARGE,
                place(),
                name = name,
                size = size,
                most = most,
                letters = count,
                titles = titles.len(),
                of_name = of_name.len(),
                setting = setting
            ),
            _ => diagnostic!(
                codes::theme::FONT_TOO_LARGE,
                place(),
                name = name,
                size = size,
                most = most,
                letters = count,
                setting = setting
            ),
        });
        return None;
    }
    Some(WebFont {
        role,
        face: face.clone(),
        woff2,
        is_khmer: is_khmer_font,
    })
}

impl WebFonts {
    /// What the style of a page adds, whose file for a font stands at `url`. A font that the phone has is
    /// taken from there, and one that comes late is shown on the next page.
    pub fn style(&self, url: impl Fn(&str) -> String) -> String {
        let mut out = String::new();
        for font in &self.fonts {
            let name = font.role.family();
            let mut sources: Vec<String> = font
                .face
                .local_names()
                .map(|name| format!("local(\"{name}\")"))
                .collect();
            sources.push(format!(
                "url(\"{}\")format(\"woff2\")",
                url(font.role.path())
            ));
            out += &format!("@font-face{{font-family:{name};src:{}", sources.join(","));
            out += ";font-display:optional";
            if font.role == Role::Headings {
                // Headings are bold; a browser would make letters bolder that say they are not.
                out += ";font-weight:700";
            }
            if font.is_khmer {
                out += ";unicode-range:U+1780-17FF,U+19E0-19FF,U+200C-200D";
            }
            out.push('}');
        }
        let families = |roles: &[Role]| -> String {
            let own = self.fonts.iter().rev();
            let own = own.filter(|font| roles.contains(&font.role));
            own.map(|font| format!("{},", font.role.family())).collect()
        };
        let headings = match self.headings_for {
            HeadingsFor::All => "h1,h2,h3",
            HeadingsFor::Titles => "h1,.brand",
            HeadingsFor::Name => ".brand",
        };
        for (role, selector, roles) in [
            (Role::Text, "html", &[Role::Text][..]),
            (Role::Headings, headings, &[Role::Text, Role::Headings]),
        ] {
            if self.fonts.iter().any(|font| font.role == role) {
                out += &format!(
                    "{selector}{{font-family:{}{}}}",
                    families(roles),
                    self.stack
                );
            }
        }
        out
    }
}

/// The families that the theme's sheet sets text in.
fn stack(css: &str) -> String {
    const ELSE: &str = "system-ui,sans-serif";
    let found = css.split_once("html").and_then(|(_, rest)| {
        let (rule, _) = rest.split_once('}')?;
        let (_, font) = rule.split_once("font:")?;
        let font = font.split([';', '}']).next()?.trim();
        // After the size, and the height of lines.
        let (_, families) = font.split_once(' ')?;
        Some(families.replace(", ", ","))
    });
    found.unwrap_or_else(|| ELSE.to_owned())
}

#[cfg(test)]
mod tests {
    use super::stack;

    #[test]
    fn letters_that_a_font_lacks_stand_in_those_of_the_theme() {
        let sheet = include_str!("../../themes/default/css/site.css");
        assert_eq!(stack(sheet), "system-ui,sans-serif");
        assert_eq!(stack("html { font: 1rem A, B C, serif }"), "A,B C,serif");
        assert_eq!(stack("html { color: red }"), "system-ui,sans-serif");
    }
}
