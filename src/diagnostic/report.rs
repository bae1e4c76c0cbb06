//! Problems, as they are found → each of them once: errors in the order of files and lines, warnings by
//! their kind, and a count of those that nobody would read.
//!
//! However many there are, memory and time grow with their number only, and what is kept does not
//! depend on the order in which they were found. It knows neither stages nor renderers.

mod parts;

use super::{Diagnostic, Kind, Place, Severity};
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};

/// How many problems of one code in one file are told one by one.
const TOLD_OF_ONE_CODE: usize = 20;
/// How many of one code in all files.
const TOLD_OF_ONE_CODE_IN_ALL: usize = 50;
/// How many problems a report tells one by one.
const TOLD: usize = 300;
/// How many files are named in which there are more of a code.
const NAMED_FILES: usize = 10;
/// How many warnings of one code are told; more of them say nothing new.
const WARNINGS_OF_ONE_CODE: usize = 5;

/// All that a run found; each problem once, however many outputs met it.
#[derive(Debug, Clone, Default)]
pub struct Report {
    /// By what they have in common, and then by their file.
    found: BTreeMap<Sort, BTreeMap<String, Group>>,
    /// Whether what was accepted is told too.
    tells_accepted: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Sort {
    code: &'static str,
    severity: Severity,
    kind: Kind,
}

/// The problems of one code in one file.
#[derive(Debug, Clone, Default)]
struct Group {
    /// The first ones in the report's order.
    told: Vec<Diagnostic>,
    /// The others, as hashes: enough to count each of them once.
    others: BTreeSet<u64>,
}

impl Group {
    fn add(&mut self, diagnostic: Diagnostic) {
        let Err(at) = self
            .told
            .binary_search_by(|told| told.in_order(&diagnostic))
        else {
            return;
        };
        if !self.others.is_empty() && self.others.contains(&hash_of(&diagnostic)) {
            return;
        }
        if at < TOLD_OF_ONE_CODE {
            self.told.insert(at, diagnostic);
            if self.told.len() > TOLD_OF_ONE_CODE {
                self.others.extend(self.told.pop().as_ref().map(hash_of));
            }
        } else {
            self.others.insert(hash_of(&diagnostic));
        }
    }

    fn merge(&mut self, other: Group) {
        for diagnostic in other.told {
            self.add(diagnostic);
        }
        if !other.others.is_empty() {
            let told: BTreeSet<u64> = self.told.iter().map(hash_of).collect();
            self.others.extend(other.others.difference(&told));
        }
    }

    fn count(&self) -> usize {
        self.told.len() + self.others.len()
    }
}

/// The same in every run: its keys are fixed.
fn hash_of(diagnostic: &Diagnostic) -> u64 {
    let mut hasher = DefaultHasher::new();
    diagnostic.place.hash(&mut hasher);
    diagnostic.arguments.hash(&mut hasher);
    hasher.finish()
}

impl Report {
    pub fn new() -> Report {
        Report::default()
    }

    /// A report of one problem.
    pub fn of(diagnostic: Diagnostic) -> Report {
        let mut report = Report::new();
        report.push(diagnostic);
        report
    }

    pub fn push(&mut self, diagnostic: Diagnostic) {
        let sort = Sort {
            code: diagnostic.code.id,
            severity: diagnostic.severity,
            kind: diagnostic.kind,
        };
        let path = diagnostic.place.path().unwrap_or_default();
        let files = self.found.entry(sort).or_default();
        match files.get_mut(path) {
            Some(group) => group.add(diagnostic),
            None => {
                let path = path.to_owned();
                files.entry(path).or_default().add(diagnostic);
            }
        }
    }

    pub fn extend(&mut self, other: Report) {
        for (sort, files) in other.found {
            let own = self.found.entry(sort).or_default();
            for (path, group) in files {
                own.entry(path).or_default().merge(group);
            }
        }
    }

    pub fn has_errors(&self) -> bool {
        self.found
            .keys()
            .any(|sort| sort.severity == Severity::Error)
    }

    pub fn errors(&self) -> usize {
        self.count(Severity::Error)
    }

    pub fn warnings(&self) -> usize {
        self.count(Severity::Warning)
    }

    /// How many were accepted by who wrote the campaign; these are told by their number alone.
    pub fn accepted(&self) -> usize {
        self.count(Severity::Accepted)
    }

    fn count(&self, severity: Severity) -> usize {
        self.found
            .iter()
            .filter(|(sort, _)| sort.severity == severity)
            .flat_map(|(_, files)| files.values())
            .map(Group::count)
            .sum()
    }

    /// The same problems, found in the configuration or the theme.
    #[must_use]
    pub fn of_configuration(self) -> Report {
        let mut report = Report::new();
        for (mut sort, files) in self.found {
            sort.kind = sort.kind.max(Kind::Configuration);
            let own = report.found.entry(sort).or_default();
            for (path, mut group) in files {
                for diagnostic in &mut group.told {
                    diagnostic.kind = sort.kind;
                }
                own.entry(path).or_default().merge(group);
            }
        }
        report
    }

    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// The same problems, of which those are told too that were accepted.
    #[must_use]
    pub fn telling_accepted(mut self) -> Report {
        self.tells_accepted = true;
        self
    }

    /// The diagnostics by path, line and cell. Of one code in one file these are the first ones;
    /// the counts know the others.
    pub fn sorted(&self) -> Vec<&Diagnostic> {
        let mut sorted: Vec<&Diagnostic> = self
            .groups()
            .flat_map(|(_, _, group)| &group.told)
            .collect();
        sorted.sort_by(|left, right| left.in_order(right));
        sorted
    }

    /// What a person is told one by one, and what is only counted: first the errors, then the warnings.
    pub fn told(&self) -> Told<'_> {
        self.told_with(WARNINGS_OF_ONE_CODE)
    }

    /// The same for a program, which reads more warnings than a person does.
    pub fn told_to_programs(&self) -> Told<'_> {
        self.told_with(TOLD_OF_ONE_CODE_IN_ALL)
    }

    fn told_with(&self, warnings_of_one_code: usize) -> Told<'_> {
        let mut told = self.told_errors();
        self.tell_by_kind(Severity::Warning, warnings_of_one_code, &mut told);
        if self.tells_accepted {
            self.tell_by_kind(Severity::Accepted, TOLD_OF_ONE_CODE_IN_ALL, &mut told);
        }
        told
    }

    fn told_errors(&self) -> Told<'_> {
        let first = self.first_errors();
        let mut by_file: BTreeMap<(Sort, &str), Shown> = BTreeMap::new();
        let mut by_code: BTreeMap<Sort, Shown> = BTreeMap::new();
        for diagnostic in &first {
            let (sort, path) = sort_and_path(diagnostic);
            by_file.entry((sort, path)).or_default().add();
            by_code.entry(sort).or_default().add();
        }
        let mut told = Told::default();
        let mut elsewhere: BTreeMap<Sort, (usize, Vec<&str>)> = BTreeMap::new();
        let mut files = BTreeSet::new();
        for (sort, path, group) in self.groups_of(Severity::Error) {
            if let Some(shown) = by_file.get_mut(&(sort, path)) {
                shown.more = group.count() - shown.whole;
            } else if by_code.contains_key(&sort) {
                let (count, paths) = elsewhere.entry(sort).or_default();
                *count += group.count();
                paths.push(path);
            } else {
                told.errors += group.count();
                files.insert(path);
            }
        }
        told.files = files.len();
        for like in first {
            told.entries.push(Entry::One(like));
            let (sort, path) = sort_and_path(like);
            if let Some(count) = by_file.get_mut(&(sort, path)).and_then(Shown::last) {
                told.entries.push(Entry::More { like, count });
            }
            let is_last = by_code.get_mut(&sort).is_some_and(Shown::is_last);
            if is_last && let Some((count, paths)) = elsewhere.remove(&sort) {
                told.entries.push(Entry::elsewhere(like, count, paths));
            }
        }
        told
    }

    /// The errors that are told, in order: of each code the first ones.
    fn first_errors(&self) -> Vec<&Diagnostic> {
        let mut first: Vec<&Diagnostic> = self
            .groups_of(Severity::Error)
            .flat_map(|(_, _, group)| &group.told)
            .collect();
        first.sort_by(|left, right| left.in_order(right));
        let mut of_code: BTreeMap<Sort, usize> = BTreeMap::new();
        first.retain(|diagnostic| {
            let (sort, _) = sort_and_path(diagnostic);
            let number = of_code.entry(sort).or_default();
            *number += 1;
            *number <= TOLD_OF_ONE_CODE_IN_ALL
        });
        first.truncate(TOLD);
        first
    }

    /// Those of a severity, one kind after the other in the order of their first places: the first of a kind
    /// with its way out, the next ones by place and words, and the number of the others.
    fn tell_by_kind<'report>(
        &'report self,
        severity: Severity,
        of_one_code: usize,
        told: &mut Told<'report>,
    ) {
        let mut codes: BTreeMap<Sort, OfOneCode<'_>> = BTreeMap::new();
        for (sort, path, group) in self.groups_of(severity) {
            let of_code = codes.entry(sort).or_default();
            of_code.first.extend(&group.told);
            of_code.files.push((path, group.count()));
        }
        let mut codes: Vec<OfOneCode<'_>> = codes.into_values().collect();
        for of_code in &mut codes {
            of_code.first.sort_by(|left, right| left.in_order(right));
        }
        codes.sort_by(|left, right| left.first[0].in_order(right.first[0]));
        for of_code in codes {
            let mut shown: BTreeMap<&str, usize> = BTreeMap::new();
            for alike in of_code.in_the_same_words(of_one_code) {
                let first = alike[0];
                for one in alike {
                    told.entries.push(match std::ptr::eq(one, first) {
                        true => Entry::One(one),
                        false => Entry::Alike { one, first },
                    });
                    *shown.entry(sort_and_path(one).1).or_default() += 1;
                }
            }
            let shown = |path: &str| shown.get(path).copied().unwrap_or_default();
            let files = of_code.files.iter();
            let left = files.map(|(path, count)| (*path, count - shown(path)));
            let left: Vec<(&str, usize)> = left.filter(|(_, count)| *count > 0).collect();
            if !left.is_empty() {
                let count = left.iter().map(|(_, count)| count).sum();
                let paths = left.into_iter().map(|(path, _)| path).collect();
                told.entries
                    .push(Entry::elsewhere(of_code.first[0], count, paths));
            }
        }
    }

    fn groups_of(&self, severity: Severity) -> impl Iterator<Item = (Sort, &str, &Group)> {
        self.groups()
            .filter(move |(sort, ..)| sort.severity == severity)
    }

    fn groups(&self) -> impl Iterator<Item = (Sort, &str, &Group)> {
        self.found.iter().flat_map(|(sort, files)| {
            files
                .iter()
                .map(|(path, group)| (*sort, path.as_str(), group))
        })
    }
}

/// The warnings of one code.
#[derive(Default)]
struct OfOneCode<'report> {
    /// The first ones of each file, in order.
    first: Vec<&'report Diagnostic>,
    /// How many there are in each file.
    files: Vec<(&'report str, usize)>,
}

impl<'report> OfOneCode<'report> {
    /// The first of them, those together that say the same of different things: several mistakes may
    /// share a code.
    fn in_the_same_words(&self, at_most: usize) -> Vec<Vec<&'report Diagnostic>> {
        let mut places: BTreeMap<&str, usize> = BTreeMap::new();
        let mut alike: Vec<Vec<&Diagnostic>> = Vec::new();
        for one in &self.first {
            let at = *places.entry(one.code.message.en).or_insert(alike.len());
            if at == alike.len() {
                alike.push(Vec::new());
            }
            if alike[at].len() < at_most {
                alike[at].push(one);
            }
        }
        alike
    }
}

/// How much of a group is told: the whole of it, what is still to come, and what is only counted.
#[derive(Default)]
struct Shown {
    whole: usize,
    left: usize,
    more: usize,
}

impl Shown {
    fn add(&mut self) {
        self.whole += 1;
        self.left += 1;
    }

    /// Goes on to the next one of the group; whether there is none.
    fn is_last(&mut self) -> bool {
        self.left -= 1;
        self.left == 0
    }

    /// Goes on to the next one of the group; after the last, how many are only counted, if any are.
    fn last(&mut self) -> Option<usize> {
        (self.is_last() && self.more > 0).then_some(self.more)
    }
}

fn sort_and_path(diagnostic: &Diagnostic) -> (Sort, &str) {
    let sort = Sort {
        code: diagnostic.code.id,
        severity: diagnostic.severity,
        kind: diagnostic.kind,
    };
    (sort, diagnostic.place.path().unwrap_or_default())
}

/// As much of a report as a person reads, in its order.
#[derive(Debug, Default)]
pub struct Told<'report> {
    pub entries: Vec<Entry<'report>>,
    /// How many errors stand in groups of which nothing is told.
    pub errors: usize,
    /// In how many files.
    pub files: usize,
}

#[derive(Debug)]
pub enum Entry<'report> {
    One(&'report Diagnostic),
    /// A warning of the same kind as `first`, which stands before it: what is its own is enough.
    Alike {
        one: &'report Diagnostic,
        first: &'report Diagnostic,
    },
    /// So many more of the same code and severity in the same file.
    More {
        like: &'report Diagnostic,
        count: usize,
    },
    /// So many more of the same code and severity, in so many files, the first of which are named.
    Elsewhere {
        like: &'report Diagnostic,
        count: usize,
        files: usize,
        paths: Vec<&'report str>,
    },
}

impl<'report> Entry<'report> {
    fn elsewhere(like: &'report Diagnostic, count: usize, mut paths: Vec<&'report str>) -> Self {
        let files = paths.len();
        paths.truncate(NAMED_FILES);
        Entry::Elsewhere {
            like,
            count,
            files,
            paths,
        }
    }
}

impl Diagnostic {
    /// By path, line and cell; at one place, by code and by what is told.
    fn in_order(&self, other: &Diagnostic) -> Ordering {
        let words = |diagnostic: &Diagnostic| diagnostic.code.message.en;
        self.sort_key()
            .cmp(&other.sort_key())
            .then_with(|| words(self).cmp(words(other)))
            .then_with(|| self.arguments.cmp(&other.arguments))
            .then_with(|| self.place.cmp(&other.place))
    }

    fn sort_key(&self) -> (&str, usize, usize, Option<&str>, &str) {
        let path = self.place.path().unwrap_or("");
        match &self.place {
            Place::Span { line, column, .. } => (path, *line, *column, None, self.code.id),
            Place::Cell { sheet, cell, .. } => {
                let letters = cell.chars().take_while(char::is_ascii_alphabetic).count();
                let row = cell[letters..].parse().unwrap_or(0);
                let column = cell[..letters].bytes().fold(0, |column, letter| {
                    column * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1
                });
                (path, row, column, sheet.as_deref(), self.code.id)
            }
            Place::Site | Place::File { .. } => (path, 0, 0, None, self.code.id),
        }
    }
}

/// A stage could not go on; what it found stands in the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stopped;

impl Report {
    /// `Err(Stopped)` if there is an error: a stage is complete, the next one does not begin.
    pub fn stop_if_errors(&self) -> Result<(), Stopped> {
        if self.has_errors() {
            Err(Stopped)
        } else {
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{codes, diagnostic};

    fn cell(cell: &str) -> Place {
        Place::Cell {
            path: "a.csv".into(),
            sheet: None,
            cell: cell.into(),
            key: Some(format!("code {cell}")),
        }
    }

    #[test]
    fn cells_sort_by_row_and_then_by_column_whatever_their_code() {
        let mut report = Report::new();
        for at in ["B10", "F9", "B2"] {
            report.push(diagnostic!(codes::data::NOT_A_NUMBER, cell(at), read = at));
        }
        for at in ["AA2", "F2"] {
            report.push(diagnostic!(codes::data::MIXED_DIGITS, cell(at), read = at));
        }
        let cells: Vec<&str> = report
            .sorted()
            .iter()
            .map(|diagnostic| match &diagnostic.place {
                Place::Cell { cell, .. } => cell.as_str(),
                _ => "",
            })
            .collect();
        assert_eq!(cells, ["B2", "F2", "AA2", "F9", "B10"]);
    }

    fn broken_link(file: &str, target: usize) -> Diagnostic {
        diagnostic!(
            codes::site::BROKEN_LINK,
            Place::file(file),
            target = format!("{target:05}")
        )
    }

    /// The targets that are told, with `+n` for those that are counted.
    fn told(report: &Report) -> Vec<String> {
        let told = report.told();
        let entries = told.entries.iter().map(|entry| match entry {
            Entry::One(one) => one.argument("target").to_owned(),
            Entry::Alike { one, .. } => format!("={}", one.argument("target")),
            Entry::More { count, .. } => format!("+{count}"),
            Entry::Elsewhere {
                count,
                files,
                paths,
                ..
            } => format!("+{count} in {files}: {}", paths.join(" ")),
        });
        let beyond = (told.errors, told.files);
        entries.chain([format!("{beyond:?}")]).collect()
    }

    #[test]
    fn each_problem_is_counted_once_however_often_and_in_which_order_it_is_found() {
        let mut twenty: Vec<String> = (0..20).map(|target| format!("{target:05}")).collect();
        twenty.extend(["+3980".to_owned(), "(0, 0)".to_owned()]);
        let mut forward = Report::new();
        let mut backward = Report::new();
        for target in 0..4000 {
            forward.push(broken_link("a.md", target));
            forward.push(broken_link("a.md", target / 2));
            backward.push(broken_link("a.md", 3999 - target));
        }
        let mut joined = Report::new();
        for from in [7, 3, 0, 5, 1, 6, 2, 4, 3] {
            let mut part = Report::new();
            for target in from * 500..(from + 1) * 500 {
                part.push(broken_link("a.md", target));
            }
            joined.extend(part);
        }
        for report in [forward, backward, joined] {
            assert_eq!(report.errors(), 4000);
            assert_eq!(told(&report), twenty);
        }
    }

    #[test]
    fn no_warning_hides_an_error_and_nothing_is_lost_from_the_counts() {
        let mut report = Report::new();
        for file in 0..1000 {
            let path = format!("{file:04}.md");
            report.push(broken_link(&path, 1).as_warning());
            if file >= 900 {
                report.push(broken_link(&path, 2));
                report.push(broken_link(&path, 3));
            }
        }
        let named = |from: usize| -> String {
            let paths = (from..from + 10).map(|file| format!(" {file:04}.md"));
            paths.collect()
        };
        let mut expected: Vec<String> = Vec::new();
        for _ in 0..25 {
            expected.extend(["00002".to_owned(), "00003".to_owned()]);
        }
        expected.push(format!("+150 in 75:{}", named(925)));
        expected.push("00001".to_owned());
        expected.extend(vec!["=00001".to_owned(); 4]);
        expected.push(format!("+995 in 995:{}", named(5)));
        expected.push("(0, 0)".to_owned());
        assert_eq!((report.errors(), report.warnings()), (200, 1000));
        assert_eq!(told(&report), expected);
    }

    #[test]
    fn of_very_many_codes_all_errors_are_counted_and_every_kind_of_warning_is_told() {
        let mut report = Report::new();
        let all: Vec<_> = codes::all().collect();
        for code in &all {
            for file in 0..60 {
                let mut found = broken_link(&format!("{file:02}.md"), 1);
                found.code = code;
                report.push(found.clone());
                report.push(found.as_warning());
            }
        }
        let mut words: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for code in &all {
            words.entry(code.id).or_default().insert(code.message.en);
        }
        // Of one code in one file no more are kept.
        let words = words
            .values()
            .map(|words| words.len().min(TOLD_OF_ONE_CODE));
        let words: usize = words.sum();
        for (told, warnings) in [(report.told(), 5), (report.told_to_programs(), 50)] {
            let (mut errors, mut kinds, mut counted) = (0, BTreeMap::new(), 0);
            for entry in &told.entries {
                counted += match entry {
                    Entry::One(one) if one.severity == Severity::Error => {
                        assert!(kinds.is_empty(), "an error behind a warning");
                        errors += 1;
                        1
                    }
                    Entry::One(one) | Entry::Alike { one, .. } => {
                        let words = (one.code.id, one.code.message.en);
                        *kinds.entry(words).or_insert(0) += 1;
                        1
                    }
                    Entry::More { count, .. } | Entry::Elsewhere { count, .. } => *count,
                };
            }
            assert_eq!(errors, TOLD);
            assert_eq!(kinds.len(), words);
            assert!(kinds.into_values().all(|told| told == warnings));
            assert_eq!(counted + told.errors, report.errors() + report.warnings());
        }
    }

    #[test]
    fn warnings_stand_by_their_kind_and_what_was_accepted_is_a_number() {
        let mut report = Report::new();
        let no_title = |path: &str| diagnostic!(codes::content::NO_TITLE, Place::file(path));
        for path in ["a.md", "c.md"] {
            report.push(no_title(path).as_warning());
            report.push(broken_link(path, 1).as_warning());
            report.push(broken_link(path, 2).as_accepted());
        }
        report.push(broken_link("b.md", 3).as_warning());
        let kinds: Vec<(&str, String)> = report
            .told()
            .entries
            .iter()
            .map(|entry| match entry {
                Entry::One(one) => ("one", format!("{} {}", one.code.id, one.place)),
                Entry::Alike { one, .. } => ("alike", format!("{} {}", one.code.id, one.place)),
                _ => ("", String::new()),
            })
            .collect();
        let of = |kind: &'static str, words: &str| (kind, words.to_owned());
        assert_eq!(
            kinds,
            [
                of("one", "E202 a.md"),
                of("alike", "E202 c.md"),
                of("one", "E309 a.md"),
                of("alike", "E309 b.md"),
                of("alike", "E309 c.md"),
            ]
        );
        assert_eq!((report.warnings(), report.accepted()), (5, 2));
    }

    #[test]
    fn a_problem_of_the_configuration_stays_one_problem() {
        let mut report = Report::new();
        for target in 0..30 {
            report.push(broken_link("a.md", target));
        }
        let report = report.of_configuration();
        assert_eq!(report.errors(), 30);
        assert_eq!(report.gravest(), Some(Kind::Configuration));
        assert!(
            report
                .sorted()
                .iter()
                .all(|one| one.kind == Kind::Configuration)
        );
    }
}
