//! `sala serve`.

use super::Exit;
use super::args::Serve;
use super::console::Console;
use crate::check::check;
use crate::diagnostic::{MessageLanguage, Report, Style, to_terminal};
use crate::khmer::number::{NumberStyle, to_khmer_digits};
use crate::preview::{Preview, Told};
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

pub(super) fn run(options: &Serve, console: &Console) -> Exit {
    if !options.campaign.root.is_dir() {
        // Nothing that could be waited for: the name is wrong, and a check says so.
        let (_, report) = check(&options.campaign.request(None));
        console.report(&report);
        return Exit::of(&report);
    }
    let preview = match options.campaign.wrong_clock() {
        Some(problem) => Err(problem),
        None => Preview::open(options.port),
    };
    let preview = match preview {
        Ok(preview) => preview,
        Err(problem) => {
            let report = Report::of(problem);
            console.report(&report);
            return Exit::of(&report);
        }
    };
    let address = preview.address();
    console.line(&format!(
        "{} {address}",
        console.say(
            "The site, until you press Ctrl+C:",
            "គេហទំព័រ រហូតដល់អ្នកចុច Ctrl+C៖"
        )
    ));
    console.explain_bugs(console.say(
        "sala has a bug; what is shown goes on. Please report this:",
        "sala មានកំហុសក្នុងកម្មវិធី ប៉ុន្តែនៅបន្តបង្ហាញគេហទំព័រ។ សូមរាយការណ៍ពីបញ្ហានេះ៖",
    ));
    if options.open {
        open_browser(&address);
    }
    let campaign = options.campaign.clone();
    let language = console.language;
    let speaker = Speaker {
        console: console.clone(),
        last: Mutex::default(),
    };
    let tell = Arc::new(move |told: Told<'_>| speaker.tell(&told));
    preview.run(move || campaign.request(None), language, tell);
    Exit::Done
}

/// Says what happens, and each report when it is another than the last.
struct Speaker {
    console: Console,
    last: Mutex<String>,
}

impl Speaker {
    fn tell(&self, told: &Told<'_>) {
        let console = &self.console;
        match told {
            Told::Loaded {
                report,
                pages,
                took,
            } => {
                self.report(report);
                console.line(&loaded(*pages, *took, console.language));
            }
            Told::Failed { report } => {
                if self.report(report) {
                    console.line(console.say(
                        "the last good pages stay until this is mended",
                        "ទំព័រចុងក្រោយដែលត្រឹមត្រូវនៅដដែល រហូតដល់កែកំហុសនេះរួច",
                    ));
                }
            }
            Told::NotMade { report } | Told::Doubtful { report } => {
                self.report(report);
            }
            Told::LooksForChanges { reason } => console.line(&format!(
                "{} ({reason})",
                console.say(
                    "changes are looked for every second",
                    "sala រកមើលការកែប្រែរៀងរាល់វិនាទី"
                )
            )),
        }
    }

    /// Prints the report if it is news.
    fn report(&self, report: &Report) -> bool {
        let text = to_terminal(report, self.console.language, Style::Plain);
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        if *last == text {
            return false;
        }
        self.console.report(report);
        *last = text;
        true
    }
}

/// `107 pages read in 0.4 s`.
fn loaded(pages: usize, took: Duration, language: MessageLanguage) -> String {
    let seconds = format!("{:.2}", took.as_secs_f64());
    match language {
        MessageLanguage::English => {
            let pages = NumberStyle::latin().integer(pages as i64);
            format!("{pages} pages in {seconds} s")
        }
        MessageLanguage::Khmer => {
            let pages = NumberStyle::khmer().integer(pages as i64);
            let seconds = to_khmer_digits(&seconds).replace('.', ",");
            format!("{pages} ទំព័រ ក្នុង {seconds} វិនាទី")
        }
    }
}

/// Opens the address as this system does, if it can.
fn open_browser(address: &str) {
    let mut command = if cfg!(windows) {
        let mut command = Command::new("cmd");
        // The first text between quotation marks would be the window's title.
        command.args(["/C", "start", "", address]);
        command
    } else {
        let opener = match cfg!(target_os = "macos") {
            true => "open",
            false => "xdg-open",
        };
        let mut command = Command::new(opener);
        command.arg(address);
        command
    };
    let command = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    // Without a browser the address on the screen has to do.
    if let Ok(mut child) = command.spawn() {
        let _ = std::thread::Builder::new().spawn(move || child.wait());
    }
}
