//! `sala data describe`: a clerk's file → its description, written beside it, and what was decided.

use super::chosen::{below, campaign_around};
use super::decided;
use crate::campaign::{Tables, Tried, tables};
use crate::cli::Exit;
use crate::cli::args::DataDescribe;
use crate::cli::console::Console;
use crate::data::{Answers, Direction, Phase, Question, words};
use crate::diagnostic::{Diagnostic, Place, Report, codes, diagnostic, list};
use crate::files;
use crate::output::{Over, new_files};
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};

/// The most questions that are asked.
const QUESTIONS: usize = 3;

pub(super) fn run(options: &DataDescribe, console: &Console) -> Exit {
    let root = match &options.root {
        Some(root) => Some(root.clone()),
        None => campaign_around(&options.file),
    };
    let name = root.as_ref().map(|root| below(root, &options.file));
    let is_below = name.as_ref().is_some_and(|name| name.starts_with("data/"));
    // A file that lies elsewhere is read as if it lay there.
    let path = match name.filter(|_| is_below) {
        Some(name) => name,
        None => format!(
            "data/{}",
            options
                .file
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
        ),
    };
    let bytes = match files::bytes_of(&options.file) {
        Ok(bytes) => bytes,
        Err(problem) => return super::refused(problem, console),
    };
    let mut answers = answers(options);
    let mut asked = 0;
    loop {
        let tables = match campaign(root.as_deref()) {
            Ok(tables) => tables,
            Err(report) => return told(&report, console),
        };
        match tables.describe(&path, bytes.clone(), &answers) {
            Err(report) => return told(&report, console),
            Ok(Tried::Draft { draft, report }) => {
                let over = match options.force {
                    true => Over::Anything,
                    false => Over::Nothing,
                };
                let folder = options
                    .file
                    .parent()
                    .map_or_else(PathBuf::new, Path::to_owned);
                let files = draft.files.iter();
                let files = files.map(|(name, text)| (name.clone(), text.as_bytes().to_vec()));
                let files: Vec<(String, Vec<u8>)> = files.collect();
                if let Err(report) = new_files(&folder, &files, over) {
                    return told(&report, console);
                }
                console.report(&report);
                let names = files.iter().map(|(name, _)| folder.join(name));
                let names: Vec<String> = names
                    .map(|name| name.to_string_lossy().replace('\\', "/"))
                    .collect();
                let file = options.file.to_string_lossy().replace('\\', "/");
                console.line(&decided::lines(&draft, &file, &names, is_below, console).join("\n"));
                return Exit::of(&report);
            }
            Ok(Tried::Questions(questions)) => {
                let may_ask = std::io::stdin().is_terminal() && std::io::stderr().is_terminal();
                let first = questions.first().filter(|_| may_ask && asked < QUESTIONS);
                let answered = first.is_some_and(|question| {
                    asked += 1;
                    ask(question, &path, &mut answers, console)
                });
                if !answered {
                    let mut report = Report::new();
                    questions
                        .iter()
                        .for_each(|question| report.push(problem(question, &path)));
                    return told(&report, console);
                }
            }
        }
    }
}

fn told(report: &Report, console: &Console) -> Exit {
    console.report(report);
    Exit::of(report)
}

fn campaign(root: Option<&Path>) -> Result<Tables, Report> {
    let Some(root) = root else {
        return Ok(Tables::of_none());
    };
    // What is wrong with other tables is told when they are checked.
    match tables(root) {
        (Some(tables), _) => Ok(tables),
        (None, report) => Err(report),
    }
}

fn answers(options: &DataDescribe) -> Answers {
    let words = options.skip.iter().flat_map(|letters| letters.split(','));
    Answers {
        sheet: options.sheet.clone(),
        place: options.place.clone(),
        year: options.year,
        phase: options.phase.as_deref().and_then(Phase::named),
        direction: options.direction.as_deref().and_then(Direction::named),
        separators: options.separators.as_deref().map(separators),
        skip: words
            .map(|letters| letters.trim().to_ascii_uppercase())
            .collect(),
    }
}

/// The signs of `1,234.5`: between thousands, and before decimals.
fn separators(example: &str) -> (Option<char>, Option<char>) {
    let signs: Vec<char> = example
        .chars()
        .filter(|sign| !sign.is_ascii_digit())
        .collect();
    match *signs {
        [group, decimal] => (Some(group), Some(decimal)),
        [decimal] => (None, Some(decimal)),
        _ => (None, None),
    }
}

/// What to tell of a question that nobody is there to answer.
fn problem(question: &Question, path: &str) -> Diagnostic {
    let place = Place::file(path);
    match question {
        Question::Place => diagnostic!(codes::tables::WHICH_PLACE, place),
        Question::Year => diagnostic!(codes::tables::WHICH_YEAR, place),
        Question::Phase(None) => diagnostic!(codes::tables::WHICH_PHASE, place),
        Question::Phase(Some(read)) => {
            diagnostic!(codes::tables::WHICH_PHASE_IS, place, read = read)
        }
        Question::Direction => diagnostic!(codes::tables::WHICH_DIRECTION, place),
        Question::Separators(read) => {
            diagnostic!(codes::tables::WHICH_SEPARATORS, place, read = read)
        }
        Question::Alike(columns) => {
            diagnostic!(codes::tables::WHICH_COLUMN, place, columns = list(columns))
        }
    }
}

/// Asks on the terminal, and again where the answer says nothing; whether there was one. Year, phase and
/// way of money are asked for at once.
fn ask(question: &Question, path: &str, answers: &mut Answers, console: &Console) -> bool {
    let example = match question {
        Question::Place => "010201, KH",
        Question::Year | Question::Phase(None) | Question::Direction => "2026 approved expenditure",
        Question::Phase(Some(_)) => "actual",
        Question::Separators(_) => "1,234.5 · 1.234,5",
        Question::Alike(_) => "D,E",
    };
    for _ in 0..3 {
        let problem = problem(question, path);
        console.error(&format!(
            "{} ({example}): ",
            problem.message(console.language)
        ));
        let _ = std::io::stderr().flush();
        let mut line = String::new();
        if std::io::stdin().read_line(&mut line).unwrap_or(0) == 0 {
            return false;
        }
        let said = line.trim();
        let is_answer = match question {
            Question::Place => {
                answers.place = (!said.is_empty()).then(|| said.to_owned());
                answers.place.is_some()
            }
            Question::Year | Question::Phase(_) | Question::Direction => {
                answers.year = answers.year.or_else(|| words::year(said));
                answers.phase = answers.phase.or_else(|| words::phase(said));
                answers.direction = answers.direction.or_else(|| words::direction(said));
                match question {
                    Question::Year => answers.year.is_some(),
                    Question::Direction => answers.direction.is_some(),
                    _ => answers.phase.is_some(),
                }
            }
            Question::Separators(_) => {
                answers.separators =
                    (said.chars().any(|c| c.is_ascii_digit())).then(|| separators(said));
                answers.separators.is_some()
            }
            Question::Alike(_) => {
                let letters = said.split(',').map(|it| it.trim().to_ascii_uppercase());
                answers.skip.extend(letters.filter(|it| !it.is_empty()));
                !said.is_empty()
            }
        };
        if is_answer {
            return true;
        }
    }
    false
}
