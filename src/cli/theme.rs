//! `sala theme`: the files of the built-in theme, to change some of them.

use super::Exit;
use super::args::Theme;
use super::console::Console;
use crate::diagnostic::Report;
use crate::{output, theme};

pub(super) fn run(options: &Theme, console: &Console) -> Exit {
    if let Err(problem) = output::new_folder(&options.folder, &theme::built_in_files()) {
        let mut report = Report::new();
        report.push(problem);
        console.problems(&report);
        return Exit::of(&report);
    }
    console.line(console.say(
        "The files of the built-in theme are there. Keep those that you change, and delete the others.",
        "មានឯកសារនៃរូបរាង (theme) ដែលភ្ជាប់មកស្រាប់ហើយ។ សូមទុកតែឯកសារដែលអ្នកកែ ហើយលុបឯកសារផ្សេង។",
    ));
    Exit::Done
}
