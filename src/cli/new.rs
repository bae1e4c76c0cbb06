//! `sala new`: a starting campaign that builds as it is.

use super::Exit;
use super::args::New;
use super::console::Console;
use crate::diagnostic::Report;
use crate::output;
use include_dir::{Dir, include_dir};

static STARTER: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/cli/starter");

pub(super) fn run(options: &New, console: &Console) -> Exit {
    let mut files = Vec::new();
    collect(&STARTER, &mut files);
    if let Err(problem) = output::new_folder(&options.folder, &files) {
        let mut report = Report::new();
        report.push(problem);
        console.problems(&report);
        return Exit::of(&report);
    }
    let folder = options.folder.display();
    console.line(console.say(
        "A campaign begins. Next:",
        "បានបង្កើតថតយុទ្ធនាការថ្មីរួចហើយ។ ជំហានបន្ទាប់៖",
    ));
    console.line(&format!("  sala build --root {folder}"));
    Exit::Done
}

fn collect(folder: &'static Dir<'_>, files: &mut Vec<(String, &'static [u8])>) {
    for file in folder.files() {
        let path = file.path().to_string_lossy().replace('\\', "/");
        files.push((path, file.contents()));
    }
    for inner in folder.dirs() {
        collect(inner, files);
    }
}
