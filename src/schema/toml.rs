//! TOML → a [`Record`], and every mistake in it: what is no TOML, unknown keys, values of another
//! kind, words that are not known, and what is missing.

use super::mended::Mended;
use super::mistake::{self, Mistake, shown};
use super::record::{Entry, Read, Record, Source, Span};
use super::{Holds, Means, Schema, mend, yaml};
use crate::diagnostic::{
    Candidates, Diagnostic, Place, Report, closest, codes, codes::files as words, diagnostic,
};
use ::toml::Spanned;
use ::toml::de::{DeTable, DeValue};
use std::borrow::Cow;
use std::cell::LazyCell;
use std::ops::Range;

type Key<'text> = Spanned<Cow<'text, str>>;
type Written<'text> = Spanned<DeValue<'text>>;

pub(super) fn read<'text>(
    schema: &'static Schema,
    path: &'text str,
    text: &'text str,
    range: Range<usize>,
    report: &mut Report,
) -> Read<'text> {
    let toml = &text[range.clone()];
    let source = Source::new(path, text);
    let (table, errors) = DeTable::parse_recoverable(toml);
    if errors.is_empty() {
        let mut reader = Reader::new(source, range.start, None, |text| text, report);
        return reader.read(schema, table);
    }
    let is_setting = |name: &str| schema.is_setting(name);
    let (mended, unreadable) = mend::mend(toml, &is_setting);
    let mut reader = Reader::new(source, range.start, Some(&mended), owned, report);
    for statement in unreadable {
        reader.tell_statement(toml, statement);
    }
    reader.read_mended(schema)
}

/// The same of plain YAML.
pub(super) fn read_yaml<'text>(
    schema: &'static Schema,
    path: &'text str,
    text: &'text str,
    range: Range<usize>,
    report: &mut Report,
) -> Read<'text> {
    let (mended, unreadable) = yaml::settings(&text[range.clone()], schema);
    let source = Source::new(path, text);
    let mut reader = Reader::new(source, range.start, Some(&mended), owned, report);
    for line in unreadable {
        let place = reader.original_place(line);
        reader.refuse_statement(diagnostic!(codes::content::YAML_NOT_PLAIN, place));
    }
    reader.read_mended(schema)
}

/// How many of the places where the reader stumbled in one statement are looked at.
const MOST_LOOKED_AT: usize = 8;

/// Where the reader stumbled.
fn in_order(errors: Vec<::toml::de::Error>) -> Vec<Range<usize>> {
    let spans = errors.into_iter().map(|error| error.span().unwrap_or(0..0));
    let mut spans: Vec<Range<usize>> = spans.collect();
    spans.sort_by_key(|span| (span.start, span.end));
    spans
}

fn owned<'text>(text: Cow<'_, str>) -> Cow<'text, str> {
    Cow::Owned(text.into_owned())
}

/// The keys that lead to a value, for messages: `languages.km.title`.
#[derive(Clone, Copy)]
pub(super) struct Trail<'own> {
    pub(super) key: &'own str,
    pub(super) outer: Option<&'own Trail<'own>>,
}

impl Trail<'_> {
    pub(super) fn shown(&self) -> String {
        match self.outer {
            Some(outer) => format!("{}.{}", outer.shown(), self.key),
            None => self.key.to_owned(),
        }
    }
}

/// Reads TOML, which is a part of the file or was made of one.
pub(super) struct Reader<'text, 'toml, 'report> {
    source: Source<'text>,
    /// Where the TOML, or what it was made of, begins in the file.
    offset: usize,
    mended: Option<&'toml Mended>,
    /// Makes what was read last as long as the file.
    pub(super) keep: fn(Cow<'toml, str>) -> Cow<'text, str>,
    /// Lines that are no TOML, in their order: what was read there is not what was meant.
    broken: Vec<Range<usize>>,
    /// Whether a statement was left out: nobody knows what is missing.
    is_incomplete: bool,
    whole: bool,
    report: &'report mut Report,
}

impl<'text, 'toml, 'report> Reader<'text, 'toml, 'report> {
    fn new(
        source: Source<'text>,
        offset: usize,
        mended: Option<&'toml Mended>,
        keep: fn(Cow<'toml, str>) -> Cow<'text, str>,
        report: &'report mut Report,
    ) -> Self {
        Reader {
            source,
            offset,
            mended,
            keep,
            broken: Vec::new(),
            is_incomplete: false,
            whole: true,
            report,
        }
    }

    fn read_mended(mut self, schema: &'static Schema) -> Read<'text> {
        let toml = self.mended.map_or("", |mended| mended.text.as_str());
        let (table, errors) = DeTable::parse_recoverable(toml);
        self.tell_broken_lines(toml, errors);
        self.read(schema, table)
    }

    fn read(&mut self, schema: &'static Schema, table: Spanned<DeTable<'toml>>) -> Read<'text> {
        let span = table.span();
        let record = self.record(schema, table.into_inner(), span, None);
        Read {
            record,
            whole: self.whole,
        }
    }

    /// Tells what is wrong with a statement of the file that was left out.
    fn tell_statement(&mut self, toml: &str, statement: Range<usize>) {
        // What is missing at the end of a statement is missing on its last line.
        let (begin, toml) = (statement.start, toml[statement].trim_end());
        let (_, errors) = DeTable::parse_recoverable(toml);
        let mut scan = mistake::Scan::default();
        let mistakes = in_order(errors).into_iter().take(MOST_LOOKED_AT);
        let mut mistakes = mistakes.map(|span| mistake::find(toml, span, &mut scan));
        let first = mistakes.next();
        // The first one may be only what an unclosed bracket makes of the rest.
        let mistake = match first.as_ref().is_some_and(Mistake::is_known) {
            true => first,
            false => mistakes.find(Mistake::is_known).or(first),
        };
        let mistake = mistake.unwrap_or_else(|| Mistake::of_a_whole_line(toml));
        let (start, end) = (begin + mistake.at.start, begin + mistake.at.end);
        let place = self.original_place(start..end);
        self.refuse_statement(mistake.told(place));
    }

    fn refuse_statement(&mut self, diagnostic: Diagnostic) {
        self.whole = false;
        self.is_incomplete = true;
        self.report.push(diagnostic);
    }

    fn original_place(&self, range: Range<usize>) -> Place {
        let range = self.offset + range.start..self.offset + range.end;
        self.source.place(Span::new(range))
    }

    /// Tells the first mistake of each line that only shows beside other lines, such as a second value.
    fn tell_broken_lines(&mut self, toml: &str, errors: Vec<::toml::de::Error>) {
        let mut scan = mistake::Scan::default();
        for span in in_order(errors) {
            if let Some(last) = self.broken.last()
                && span.start <= last.end
            {
                continue;
            }
            let line = mistake::line_at(toml, span.start);
            let mistake = mistake::find(toml, span, &mut scan);
            let place = self.source.place(self.span(mistake.at.clone()));
            let written = self.written(&mistake.at);
            self.refuse_statement(mistake.told_of(place, written));
            self.broken.push(line);
        }
    }

    pub(super) fn record(
        &mut self,
        schema: &'static Schema,
        table: DeTable<'toml>,
        at: Range<usize>,
        trail: Option<&Trail<'_>>,
    ) -> Record<'text> {
        let mut record = Record::new(
            schema,
            self.source.clone(),
            self.span(at.clone()),
            table.len(),
        );
        let known = LazyCell::new(|| Candidates::of(schema.fields.iter().map(|field| field.key)));
        // Keys that stand here, and those that a misspelt key may have meant: none of them is missing.
        let mut told: Vec<&str> = Vec::new();
        let mut unknown: Vec<Cow<'toml, str>> = Vec::new();
        for (key, value) in table {
            let name = key.get_ref().as_ref();
            let field = schema.position(name);
            let holds = match field {
                Some(at) => schema.fields[at].holds,
                None => match schema.others {
                    Some(holds) => holds,
                    None => {
                        self.unknown_key(schema, &known, &key);
                        unknown.push(key.into_inner());
                        continue;
                    }
                },
            };
            match self.entry(holds, key, value, trail) {
                Some(entry) => record.add(field, entry),
                None => told.extend(field.map(|at| schema.fields[at].key)),
            }
        }
        let keys = || schema.fields.iter().map(|field| field.key);
        let misspelt = LazyCell::new(|| -> Vec<&str> {
            let meant = |key: &str| match schema.means(key) {
                Some(Means::Field(field)) => Some(field),
                _ => closest(key, keys()),
            };
            unknown.iter().filter_map(|key| meant(key)).collect()
        });
        for (index, field) in schema.fields.iter().enumerate() {
            let is_told = || told.contains(&field.key) || misspelt.contains(&field.key);
            if field.required && !record.has(index) && !is_told() {
                self.missing(field.key, at.clone(), trail.is_none());
            }
        }
        record
    }

    pub(super) fn entry(
        &mut self,
        holds: Holds,
        key: Key<'toml>,
        value: Written<'toml>,
        outer: Option<&Trail<'_>>,
    ) -> Option<Entry<'text>> {
        let key_at = self.span(key.span());
        let key = (self.keep)(key.into_inner());
        let trail = Trail { key: &key, outer };
        let item = self.item(holds, value, &trail)?;
        Some(Entry { key, key_at, item })
    }

    fn unknown_key(&mut self, schema: &Schema, known: &Candidates, key: &Key<'_>) {
        let name = key.get_ref().as_ref();
        let unknown =
            |place| diagnostic!(words::UNKNOWN_KEY, place, key = name, known = known.list());
        self.tell(&key.span(), |place| match schema.means(name) {
            Some(Means::Field(field)) => unknown(place).which_means(field.to_owned()),
            Some(Means::Not(field)) => {
                diagnostic!(words::OPPOSITE_KEY, place, key = name, field = field)
            }
            Some(Means::Below(table)) => {
                diagnostic!(words::KEY_BELOW, place, key = name, table = table)
            }
            Some(Means::Kind) => diagnostic!(words::KEY_IS_A_TABLE, place, key = name),
            Some(Means::OfOthers(others)) => {
                diagnostic!(words::KEY_OF_OTHERS, place, key = name, others = others)
            }
            Some(Means::Nothing) => diagnostic!(words::KEY_ELSEWHERE, place, key = name),
            None => unknown(place).did_you_mean(name, known),
        });
    }

    fn missing(&mut self, key: &'static str, table: Range<usize>, of_the_file: bool) {
        self.whole = false;
        if self.is_incomplete {
            // It may stand on a line that could not be read.
            return;
        }
        let place = match of_the_file {
            // What the file as a whole lacks stands nowhere in it.
            true => Place::file(self.source.path),
            false => self.source.place(self.span(table)),
        };
        self.report
            .push(diagnostic!(words::MISSING_KEY, place, key = key));
    }

    /// Tells a mistake at `at`, unless another one on the same line explains it.
    pub(super) fn tell(&mut self, at: &Range<usize>, diagnostic: impl FnOnce(Place) -> Diagnostic) {
        self.whole = false;
        let before = self.broken.partition_point(|line| line.start <= at.start);
        let line = before.checked_sub(1).map(|last| &self.broken[last]);
        if line.is_some_and(|line| at.start <= line.end) {
            return;
        }
        let place = self.source.place(self.span(at.clone()));
        self.report.push(diagnostic(place));
    }

    pub(super) fn span(&self, at: Range<usize>) -> Span {
        let at = match self.mended {
            Some(mended) => mended.origin(at),
            None => at,
        };
        Span::new(self.offset + at.start..self.offset + at.end)
    }

    pub(super) fn shown(&self, at: &Range<usize>) -> String {
        shown(self.source.text, &self.span(at.clone()).range())
    }

    /// What its author wrote there.
    pub(super) fn written(&self, at: &Range<usize>) -> &'text str {
        let span = self.span(at.clone()).range();
        self.source.text.get(span).unwrap_or_default()
    }
}
