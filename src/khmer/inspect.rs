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
    /// The first of its code points, at most [`MOST_CODE_POINTS`].
    pub code_points: Vec<InspectedCodePoint>,
    /// How many more it has: a key that was held makes a cluster without end.
    pub more_code_points: usize,
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

/// How many code points of a cluster are opened; those of words have twelve at most.
pub const MOST_CODE_POINTS: usize = 32;

/// The clusters of `line`, each opened when it is asked for: what is kept of a line is as long as the
/// line, however much there is to say of it.
///
/// ```
/// let clusters: Vec<_> = sala_khmer::inspect("ខែ្មរ").collect();
/// assert_eq!(clusters.len(), 2);
/// assert_eq!(clusters[0].code_points[1].number(), "U+17C2");
/// assert_eq!(clusters[0].code_points[1].name, "KHMER VOWEL SIGN AE");
/// assert_eq!(clusters[0].normal.as_deref(), Some("ខ្មែ"));
/// ```
pub fn inspect(line: &str) -> impl Iterator<Item = InspectedCluster<'_>> {
    let normal = normalise(line);
    let mut irregular = irregularities(line).into_iter().peekable();
    let (mut start, mut normal_start) = (0, 0);
    // Normalising keeps the number of clusters, so that each has its own counterpart.
    clusters(line).map(move |text| {
        let range = start..start + text.len();
        start = range.end;
        let spelt = clusters(&normal[normal_start..]).next().unwrap_or_default();
        normal_start += spelt.len();
        let mut own = Vec::new();
        while let Some(one) = irregular.next_if(|one| one.range.start < range.end) {
            own.push(one);
        }
        let mut characters = text.chars();
        let first = characters.by_ref().take(MOST_CODE_POINTS);
        InspectedCluster {
            code_points: first.map(inspect_code_point).collect(),
            more_code_points: characters.count(),
            normal: (spelt != text).then(|| spelt.to_owned()),
            irregularities: own,
            range,
            text,
        }
    })
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
        let opened: Vec<_> = inspect(line).collect();
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
        let opened: Vec<_> = inspect("ក្ ខ ា").collect();
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
    fn a_cluster_without_end_is_opened_in_part() {
        for stuck in ["ា", "ាិ", "្", "្ក", "់", "\u{200D}", "\u{17B4}"] {
            let line = format!("ក{}", stuck.repeat(24_000));
            let opened: Vec<_> = inspect(&line).collect();
            assert_eq!(opened.len(), 1);
            assert_eq!(opened[0].code_points.len(), MOST_CODE_POINTS);
            let all = line.chars().count();
            assert_eq!(opened[0].more_code_points, all - MOST_CODE_POINTS);
            assert!(opened[0].irregularities.len() <= 8, "{stuck}");
        }
    }

    #[test]
    fn nothing_is_lost_on_random_text() {
        for text in soup(6).take(20_000) {
            let opened: Vec<_> = inspect(&text).collect();
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
