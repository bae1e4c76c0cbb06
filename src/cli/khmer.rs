//! `sala khmer`: the Khmer core as filters. Lines come in on standard input and go out on standard
//! output, each with the end it came with; a line that cannot be read passes as it is and is reported.

mod format;
mod inspect;

use super::Exit;
use super::args::{Filter, Khmer, Segment};
use super::console::Console;
use crate::diagnostic::{Diagnostic, Place, Quote, Report, codes, diagnostic, visible_lines};
use crate::files;
use crate::khmer::{CoengDa, Segmenter, normalise_with};
use std::borrow::Cow;
use std::io::{BufRead, BufReader, BufWriter, ErrorKind, IsTerminal, Read, Write};

/// The name of standard input in messages.
const INPUT: &str = "stdin";
const BUFFER: usize = 1 << 16;
/// A line is held in memory while it is worked on; a longer one, in bytes, passes as it is.
const LONGEST_LINE: usize = 16 << 20;

pub(super) fn run(options: &Khmer, console: &Console) -> Exit {
    match &options.filter {
        Filter::Normalise(options) => {
            let coeng_da = match options.keep_coeng_da {
                true => CoengDa::AsTyped,
                false => CoengDa::AsTa,
            };
            filter(console, |line, output| {
                output.push_str(&normalise_with(line, coeng_da));
                Ok(())
            })
        }
        Filter::Segment(options) => segment(options, console),
        Filter::Inspect => filter(console, |line, output| {
            inspect::render(line, console.language, output);
            Ok(())
        }),
        Filter::Format(options) => filter(console, |line, output| {
            output.push_str(&format::format(line, options, console.language)?);
            Ok(())
        }),
    }
}

fn segment(options: &Segment, console: &Console) -> Exit {
    let list = match options.words.as_deref().map(files::text_of).transpose() {
        Ok(list) => list.unwrap_or_default(),
        Err(problem) => {
            let report = Report::of(problem);
            console.problems(&report);
            return Exit::of(&report);
        }
    };
    let words: Vec<&str> = words_of_list(&list).collect();
    let segmenter = Segmenter::new(&words);
    filter(console, |line, output| {
        segmenter.separate_words(line, &options.separator, output);
        Ok(())
    })
}

/// The entries of a word list: one a line, `#` before what is said about them.
fn words_of_list(list: &str) -> impl Iterator<Item = &str> {
    list.lines()
        .map(|line| line.split('#').next().unwrap_or_default().trim())
        .filter(|word| !word.is_empty())
}

/// Why a line has no result; its place is not known yet.
type Refusal = Box<dyn FnOnce(Place) -> Diagnostic>;

/// Sends standard input through `work`, line by line, to standard output.
fn filter(console: &Console, work: impl FnMut(&str, &mut String) -> Result<(), Refusal>) -> Exit {
    let mut gravest = Exit::Done;
    let report = |problem: Diagnostic| {
        let report = Report::of(problem);
        console.problems(&report);
        gravest = Exit::of(&report);
    };
    let input = std::io::stdin().lock();
    let output = std::io::stdout().lock();
    let shown = match output.is_terminal() {
        true => as_a_terminal_shows_it,
        false => as_it_is,
    };
    run_filter(input, output, shown, work, report);
    gravest
}

/// How a line is written where it goes.
type Shown = fn(&[u8]) -> Cow<'_, [u8]>;

/// For a file or another program.
fn as_it_is(line: &[u8]) -> Cow<'_, [u8]> {
    Cow::Borrowed(line)
}

/// A terminal would obey control characters in it.
fn as_a_terminal_shows_it(line: &[u8]) -> Cow<'_, [u8]> {
    match visible_lines(&String::from_utf8_lossy(line)) {
        Cow::Borrowed(text) if text.as_bytes() == line => Cow::Borrowed(line),
        text => Cow::Owned(text.into_owned().into_bytes()),
    }
}

/// As [`filter`], between any two ends.
fn run_filter(
    input: impl Read,
    output: impl Write,
    shown: Shown,
    mut work: impl FnMut(&str, &mut String) -> Result<(), Refusal>,
    mut report: impl FnMut(Diagnostic),
) {
    let mut input = BufReader::with_capacity(BUFFER, input);
    let mut output = BufWriter::with_capacity(BUFFER, output);
    let mut bytes = Vec::new();
    let mut result = String::new();
    for number in 1.. {
        bytes.clear();
        let mut beginning = input.by_ref().take(LONGEST_LINE as u64);
        match beginning.read_until(b'\n', &mut bytes) {
            Ok(0) => break,
            Ok(_) => {}
            Err(error) => {
                let place = Place::file(INPUT);
                let reason = files::reason(Some(&error));
                report(diagnostic!(
                    codes::khmer::UNREADABLE,
                    place,
                    reason = reason
                ));
                break;
            }
        }
        if bytes.len() == LONGEST_LINE && !bytes.ends_with(b"\n") {
            let whole = std::str::from_utf8(&bytes[..BUFFER]);
            let whole = whole.map_or_else(|error| error.valid_up_to(), str::len);
            let place = place_of(number, &bytes[..whole]);
            report(diagnostic!(
                codes::khmer::LINE_TOO_LONG,
                place,
                limit = LONGEST_LINE >> 20
            ));
            match pass(&bytes, shown, &mut input, &mut output) {
                Ok(()) => continue,
                Err(error) => {
                    unwritable(&error, &mut report);
                    let _ = output.into_parts();
                    return;
                }
            }
        }
        result.clear();
        let (line, end) = bytes.split_at(line_length(&bytes));
        let problem = match std::str::from_utf8(line) {
            Ok(line) => work(line, &mut result).err(),
            Err(_) => {
                let refusal: Refusal =
                    Box::new(|place| diagnostic!(codes::khmer::LINE_NOT_UTF8, place));
                Some(refusal)
            }
        };
        let written = match problem {
            None => output.write_all(&shown(result.as_bytes())),
            Some(problem) => {
                report(problem(place_of(number, line)));
                output.write_all(&shown(line))
            }
        };
        // Whoever waits for an answer gets it before more is read.
        let written = written.and_then(|()| output.write_all(end)).and_then(|()| {
            match input.buffer().is_empty() {
                true => output.flush(),
                false => Ok(()),
            }
        });
        if let Err(error) = written {
            unwritable(&error, &mut report);
            // What is left in the buffer would fail again.
            let _ = output.into_parts();
            return;
        }
    }
    if let Err(error) = output.flush() {
        unwritable(&error, &mut report);
        let _ = output.into_parts();
    }
}

/// Writes a line that is not worked on, as it comes, up to its end.
fn pass(
    beginning: &[u8],
    shown: Shown,
    input: &mut impl BufRead,
    output: &mut impl Write,
) -> std::io::Result<()> {
    output.write_all(&shown(beginning))?;
    loop {
        let more = input.fill_buf()?;
        let end = memchr::memchr(b'\n', more);
        let length = end.map_or(more.len(), |at| at + 1);
        output.write_all(&shown(&more[..length]))?;
        input.consume(length);
        if end.is_some() || length == 0 {
            return Ok(());
        }
    }
}

/// A reader that has gone away has seen enough.
fn unwritable(error: &std::io::Error, report: &mut impl FnMut(Diagnostic)) {
    if error.kind() != ErrorKind::BrokenPipe {
        let reason = files::reason(Some(error));
        report(diagnostic!(
            codes::khmer::UNWRITABLE,
            Place::Site,
            reason = reason
        ));
    }
}

/// The length of the line without its end.
fn line_length(bytes: &[u8]) -> usize {
    let without_feed = bytes.strip_suffix(b"\n").unwrap_or(bytes);
    match bytes.len() == without_feed.len() {
        true => bytes.len(),
        false => without_feed
            .strip_suffix(b"\r")
            .unwrap_or(without_feed)
            .len(),
    }
}

/// The line, or what is no text in it.
fn place_of(number: usize, line: &[u8]) -> Place {
    let quote = String::from_utf8_lossy(line);
    let first_wrong = std::str::from_utf8(line).map_or_else(|error| error.valid_up_to(), |_| 0);
    let column = String::from_utf8_lossy(&line[..first_wrong])
        .chars()
        .count()
        + 1;
    let length = quote.chars().count().saturating_sub(column - 1);
    let shown_end = match first_wrong {
        0 => quote.len(),
        _ => quote.len().min(first_wrong + '\u{FFFD}'.len_utf8()),
    };
    let meant = first_wrong..shown_end;
    Place::Span {
        path: INPUT.to_owned(),
        line: number,
        column,
        length: match first_wrong {
            0 => length.max(1),
            _ => 1,
        },
        quote: Quote::of(&quote, meant),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the filter writes, and the places of what it reports.
    fn filtered(input: &[u8]) -> (Vec<u8>, Vec<String>) {
        let mut output = Vec::new();
        let mut places = Vec::new();
        run_filter(
            input,
            &mut output,
            as_it_is,
            |line, result| {
                result.push_str(&line.to_uppercase());
                Ok(())
            },
            |problem| places.push(format!("{} {}", problem.code.id, problem.place)),
        );
        (output, places)
    }

    #[test]
    fn each_line_keeps_its_end() {
        let (output, places) = filtered("a\r\nb\n\n\rc\r\r\nd".as_bytes());
        assert_eq!(output, b"A\r\nB\n\n\rC\r\r\nD");
        assert!(places.is_empty());
        assert_eq!(filtered(b"").0, b"");
    }

    #[test]
    fn a_line_that_is_no_text_passes_and_is_reported() {
        let (output, places) = filtered(b"a\nb\xFFc\r\n\xE1\x9E\nd");
        assert_eq!(output, b"A\nb\xFFc\r\n\xE1\x9E\nD");
        assert_eq!(places, ["E701 stdin:2:2", "E701 stdin:3:1"]);
    }

    #[test]
    fn a_line_that_is_too_long_passes_and_is_reported() {
        let long = "ក".repeat(LONGEST_LINE / 3 + 30_000);
        let input = format!("a\n{long}\nb\n");
        let (output, places) = filtered(input.as_bytes());
        assert!(output == format!("A\n{long}\nB\n").as_bytes());
        assert_eq!(places, ["E050 stdin:2:1"]);
    }

    #[test]
    fn a_reader_that_goes_away_is_no_error_and_a_full_disk_is_one() {
        struct Broken(ErrorKind);
        impl Write for Broken {
            fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
                Err(self.0.into())
            }
            fn flush(&mut self) -> std::io::Result<()> {
                Ok(())
            }
        }
        for (kind, expected) in [(ErrorKind::BrokenPipe, 0), (ErrorKind::StorageFull, 1)] {
            let mut found = 0;
            let work = |line: &str, result: &mut String| {
                result.push_str(line);
                Ok(())
            };
            run_filter(&b"a\nb\n"[..], Broken(kind), as_it_is, work, |_| found += 1);
            assert_eq!(found, expected);
        }
    }

    #[test]
    fn a_terminal_gets_nothing_that_it_would_obey() {
        let shown = |line| as_a_terminal_shows_it(line).into_owned();
        assert_eq!(
            shown(b"a\x1b]52;c;eA==\x07\xff\tb"),
            "a␛]52;c;eA==␇�\tb".as_bytes()
        );
        assert_eq!(shown("ស្ត្រី".as_bytes()), "ស្ត្រី".as_bytes());
    }

    #[test]
    fn a_word_list_has_one_entry_a_line() {
        let list = "# names\nភ្នំពេញ\r\n\n  សៀមរាប  # a province\n";
        assert_eq!(words_of_list(list).collect::<Vec<_>>(), ["ភ្នំពេញ", "សៀមរាប"]);
    }
}
