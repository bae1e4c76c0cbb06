//! In: one line of text. Out: its clusters, each code point of them by number, name and part, what
//! normalising would make of them and what is wrong with them.
//!
//! Data only: how it is shown, and in which language, is the caller's.

use std::borrow::Cow;
use std::ops::Range;

use super::alphabet::{Role, role};
use super::cluster::clusters;
use super::irregular::{Irregularity, irregularities};
use super::names::name;
use super::normalise::normalise;

/// A cluster, opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InspectedCluster<'text> {
    /// Where it stands, in bytes of the line.
    pub range: Range<usize>,
    pub text: &'text str,
    pub code_points: Vec<InspectedCodePoint>,
    /// What normalising makes of the cluster, if that is something else.
    pub normal: Option<String>,
    /// What is wrong with it. An irregularity that reaches over several clusters stands in its first.
    pub irregularities: Vec<Irregularity<'text>>,
}

/// A code point, named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InspectedCodePoint {
    pub character: char,
    /// The name in the Unicode standard if the code point is Khmer or invisible, and otherwise a word
    /// such as `letter`.
    pub name: Cow<'static, str>,
    pub role: Role,
}

impl InspectedCodePoint {
    /// The number as Unicode writes it: `U+1780`.
    pub fn number(&self) -> String {
        format!("U+{:04X}", u32::from(self.character))
    }
}

/// The clusters of `line`, opened.
///
/// ```
/// let clusters = sala_khmer::inspect("ខែ្មរ");
/// assert_eq!(clusters.len(), 2);
/// assert_eq!(clusters[0].code_points[1].number(), "U+17C2");
/// assert_eq!(clusters[0].code_points[1].name, "KHMER VOWEL SIGN AE");
/// assert_eq!(clusters[0].normal.as_deref(), Some("ខ្មែ"));
/// ```
pub fn inspect(line: &str) -> Vec<InspectedCluster<'_>> {
    let normal = normalise(line);
    let mut irregular = irregularities(line).into_iter().peekable();
    let mut start = 0;
    // Normalising keeps the number of clusters, so that each has its own counterpart.
    clusters(line)
        .zip(clusters(&normal))
        .map(|(text, normal)| {
            let range = start..start + text.len();
            start = range.end;
            let mut own = Vec::new();
            while let Some(one) = irregular.next_if(|one| one.range.start < range.end) {
                own.push(one);
            }
            InspectedCluster {
                code_points: text.chars().map(inspect_code_point).collect(),
                normal: (normal != text).then(|| normal.to_owned()),
                irregularities: own,
                range,
                text,
            }
        })
        .collect()
}

fn inspect_code_point(character: char) -> InspectedCodePoint {
    InspectedCodePoint {
        character,
        name: name(character),
        role: role(character),
    }
}

#[cfg(test)]
mod tests {
    use super::super::irregular::IrregularityKind;
    use super::super::soup::soup;
    use super::*;

    #[test]
    fn a_line_is_opened_cluster_by_cluster() {
        let line = "ស្រី្ត a";
        let opened = inspect(line);
        assert_eq!(opened.len(), 3);
        assert_eq!(opened[0].text, "ស្រី្ត");
        assert_eq!(opened[0].normal.as_deref(), Some("ស្ត្រី"));
        assert_eq!(opened[0].irregularities, []);
        let roles: Vec<Role> = opened[0].code_points.iter().map(|one| one.role).collect();
        assert_eq!(
            roles,
            [
                Role::Base,
                Role::Coeng,
                Role::Base,
                Role::VowelAbove,
                Role::Coeng,
                Role::Base
            ]
        );
        assert_eq!(opened[2].code_points[0].name, "letter");
        assert_eq!(opened[2].code_points[0].number(), "U+0061");
        assert_eq!(opened[2].range, 19..20);
    }

    #[test]
    fn what_is_wrong_stands_with_its_cluster() {
        let opened = inspect("ក្ ខ ា");
        let found: Vec<(usize, IrregularityKind)> = opened
            .iter()
            .enumerate()
            .flat_map(|(index, cluster)| {
                cluster
                    .irregularities
                    .iter()
                    .map(move |one| (index, one.kind))
            })
            .collect();
        assert_eq!(
            found,
            [
                (0, IrregularityKind::DanglingCoeng),
                (3, IrregularityKind::OrphanMark)
            ]
        );
    }

    #[test]
    fn nothing_is_lost_on_random_text() {
        for text in soup(6).take(20_000) {
            let opened = inspect(&text);
            let together: String = opened.iter().map(|cluster| cluster.text).collect();
            assert_eq!(together, text);
            let normal: String = opened
                .iter()
                .map(|cluster| cluster.normal.as_deref().unwrap_or(cluster.text))
                .collect();
            assert_eq!(normal, normalise(&text));
            let found = opened
                .iter()
                .map(|cluster| cluster.irregularities.len())
                .sum::<usize>();
            assert_eq!(found, irregularities(&text).len());
        }
    }
}
