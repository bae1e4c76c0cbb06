//! What the documents beside the handbook say of the repository is so: commands, links, messages, the map of the
//! house.

use crate::repository::{files_under, read, repository, top_level_modules};
use std::path::Path;
use std::process::Command;

#[test]
fn the_documents_name_commands_and_flags_that_there_are() {
    let build_help = output_of(Command::new("bash").arg("build.sh").arg("help"));
    let mut seen = 0;
    for document in ["README.md", "CONTRIBUTING.md"] {
        for command in commands_in(&read(Path::new(document))) {
            let words: Vec<&str> = command.split_whitespace().collect();
            match words.as_slice() {
                ["./build.sh"] => assert!(build_help.contains("./build.sh ")),
                ["./build.sh", verb, ..] => assert!(
                    build_help.contains(&format!("./build.sh {verb}")),
                    "{document}: `{command}`"
                ),
                [program, rest @ ..] if program.rsplit('/').next() == Some("sala") => {
                    let verb = rest.first().filter(|word| !word.starts_with('-'));
                    let help = output_of(
                        Command::new(env!("CARGO_BIN_EXE_sala"))
                            .args(verb)
                            .arg("--help"),
                    );
                    for flag in rest.iter().filter(|word| word.starts_with("--")) {
                        let flag = flag.split('=').next().expect("a split has a first part");
                        assert!(help.contains(flag), "{document}: `{command}` names {flag}");
                    }
                }
                _ => continue,
            }
            seen += 1;
        }
    }
    assert!(seen >= 4, "only {seen} commands found in the documents");
}

#[test]
fn the_page_in_the_readme_builds_in_a_new_campaign() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let campaign = folder.path().join("campaign");
    let sala = || Command::new(env!("CARGO_BIN_EXE_sala"));
    output_of(sala().arg("new").arg(&campaign));
    std::fs::write(
        campaign.join("content/sample.md"),
        fenced(&read(Path::new("README.md")), "markdown"),
    )
    .expect("the page is written");
    output_of(sala().arg("build").arg("--root").arg(&campaign));
    for file in ["index.html", "sample-a4.pdf", "sample-trifold.pdf"] {
        let built = files_under(&campaign.join("public/sample"));
        assert!(
            built.iter().any(|path| path.ends_with(file)),
            "no {file} among {built:?}"
        );
    }
}

#[test]
fn the_message_in_the_readme_is_one_that_sala_gives() {
    let readme = read(Path::new("README.md"));
    let shown = fenced(&readme, "text");
    let given = files_under(Path::new("tests/broken"))
        .into_iter()
        .filter(|path| path.ends_with("expected.txt"))
        .any(|path| read(&path).contains(shown.trim_end()));
    assert!(
        given,
        "no broken table or site gives this message:\n{shown}"
    );
}

#[test]
fn the_documents_link_to_files_that_there_are() {
    for document in ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"] {
        for target in read(Path::new(document)).split("](").skip(1) {
            let target = target.split([')', '#']).next().unwrap_or_default();
            if !target.is_empty() && !target.contains("://") {
                assert!(
                    repository().join(target).exists(),
                    "{document} links to `{target}`"
                );
            }
        }
    }
}

#[test]
fn the_map_for_contributors_shows_every_room() {
    let contributing = read(Path::new("CONTRIBUTING.md"));
    for module in top_level_modules("src") {
        let shown = [format!("`{module}/`"), format!("`{module}.rs`")];
        assert!(
            shown
                .iter()
                .any(|name| contributing.contains(name.as_str())),
            "CONTRIBUTING.md does not say what `{module}` is"
        );
    }
}

#[test]
fn the_changelog_speaks_of_this_version() {
    let heading = format!("## {}", env!("CARGO_PKG_VERSION"));
    assert!(
        read(Path::new("CHANGELOG.md"))
            .lines()
            .any(|line| line.starts_with(&heading)),
        "CHANGELOG.md has no heading `{heading}`"
    );
}

/// The lines of fenced blocks, without prompts and comments.
fn commands_in(markdown: &str) -> Vec<String> {
    let mut fenced = false;
    let mut commands = Vec::new();
    for line in markdown.lines() {
        if line.starts_with("```") {
            fenced = !fenced;
        } else if fenced {
            let command = line.trim_start_matches("$ ");
            let command = command
                .split(" #")
                .next()
                .expect("a split has a first part");
            commands.push(command.trim().to_owned());
        }
    }
    commands
}

/// The first fenced block of a language.
fn fenced<'text>(markdown: &'text str, language: &str) -> &'text str {
    let fence = format!("```{language}\n");
    markdown
        .split_once(&fence)
        .and_then(|(_, rest)| rest.split_once("```"))
        .map(|(block, _)| block)
        .unwrap_or_else(|| panic!("no block of {language}"))
}

fn output_of(command: &mut Command) -> String {
    let output = command
        .current_dir(repository())
        .output()
        .expect("the command starts");
    assert!(output.status.success(), "{command:?} failed");
    String::from_utf8(output.stdout).expect("the output is text")
}
