//! `sala explain`: what a code means, why it matters and what to do, in the words of the code itself.

use super::Exit;
use super::args::Explain;
use super::console::Console;
use crate::diagnostic::{Code, MessageLanguage, closest, codes};

pub(super) fn run(options: &Explain, console: &Console) -> Exit {
    let Some(wanted) = &options.code else {
        console.line(&list(console));
        return Exit::Done;
    };
    let wanted = wanted.to_ascii_uppercase();
    let found: Vec<&Code> = codes::all().filter(|code| code.id == wanted).collect();
    if found.is_empty() {
        console.error(&unknown(&wanted, console));
        return Exit::Usage;
    }
    console.line(&explained(&found, console));
    Exit::Done
}

/// Every code with its message, one a line.
fn list(console: &Console) -> String {
    let lines: Vec<String> = codes::all()
        .map(|code| format!("{}  {}", code.id, message(code, console.language)))
        .collect();
    lines.join("\n")
}

fn message(code: &Code, language: MessageLanguage) -> String {
    with_gaps(code.message.in_language(language))
}

/// The words of each problem of one code. Several that matter for the same reason share it.
fn explained(found: &[&'static Code], console: &Console) -> String {
    let severity = found[0].severity.name(console.language);
    let help = console.say("help", "ដំណោះស្រាយ");
    let mut out = format!("{severity}[{}]", found[0].id);
    for alike in found.chunk_by(|one, next| one.explain == next.explain) {
        for code in alike {
            let way_out = with_gaps(code.help.in_language(console.language));
            out += &format!("\n\n{}", message(code, console.language));
            out += &format!("\n  {help}: {way_out}");
            if let Some(example) = &code.example {
                let (not, but) = (
                    console.say("instead of", "ជំនួសឱ្យ"),
                    console.say("write", "សរសេរ"),
                );
                out += &format!("\n  {not}: {}\n  {but}: {}", example.wrong, example.right);
            }
        }
        out += &format!("\n\n{}", alike[0].explain.in_language(console.language));
    }
    out
}

fn unknown(wanted: &str, console: &Console) -> String {
    let meant = closest(wanted, codes::all().map(|code| code.id));
    match console.language {
        MessageLanguage::English => {
            let meant = meant.map_or_else(String::new, |id| format!("did you mean `{id}`? "));
            format!(
                "error: no code is called `{wanted}`\n  \
                 help: {meant}`sala explain` alone lists every code\n"
            )
        }
        MessageLanguage::Khmer => {
            let meant = meant.map_or_else(String::new, |id| format!("តើអ្នកចង់សរសេរ `{id}` មែនទេ? "));
            format!(
                "កំហុស: គ្មានលេខសម្គាល់ `{wanted}` ទេ\n  \
                 ដំណោះស្រាយ: {meant}`sala explain` តែឯង រាយលេខសម្គាល់ទាំងអស់\n"
            )
        }
    }
}

/// The words with `…` where a message has a value.
fn with_gaps(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let mut characters = words.chars().peekable();
    while let Some(character) = characters.next() {
        let is_brace = matches!(character, '{' | '}');
        if is_brace && characters.next_if_eq(&character).is_some() {
            out.push(character);
        } else if character == '{' {
            out.push('…');
            characters.by_ref().find(|character| *character == '}');
        } else {
            out.push(character);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_a_gap_and_a_brace_that_is_meant_is_one() {
        assert_eq!(
            with_gaps("`{name}` has no `{{#{id}}}` and {more}"),
            "`…` has no `{#…}` and …"
        );
    }
}
