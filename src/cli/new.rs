//! `sala new`: a starting campaign that builds as it is.

use super::Exit;
use super::args::New;
use super::console::Console;
use crate::diagnostic::Report;
use crate::{output, starter};

pub(super) fn run(options: &New, console: &Console) -> Exit {
    if let Err(problem) = output::new_folder(&options.folder, &starter::files()) {
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
