//! `sala build`.

use super::Exit;
use super::args::{Build, ReportFormat};
use super::console::Console;
use crate::diagnostic::{MessageLanguage, Report, to_json};
use crate::khmer::number::{NumberStyle, to_khmer_digits};
use crate::{Built, Request};
use serde_json::json;
use std::time::Instant;

pub(super) fn run(options: &Build, console: &Console) -> Exit {
    let start = Instant::now();
    let request = Request {
        base_url: options.base_url.clone(),
        ..options.campaign.request(options.output.as_deref())
    };
    let progress = |done, total| console.progress(done, total);
    let (built, report) = match options.campaign.wrong_clock() {
        Some(problem) => (None, Report::of(problem)),
        None => crate::build(&request, &progress),
    };
    match options.format {
        ReportFormat::Human => {
            console.report(&report);
            let line = match &built {
                Some(built) => {
                    let seconds = start.elapsed().as_secs_f64();
                    closing_line(built, &report, seconds, console)
                }
                None => problems_line(report.errors(), console),
            };
            console.line(&line);
        }
        ReportFormat::Json => {
            let mut value = to_json(&report);
            if let Some(built) = &built {
                value["built"] = json!({
                    "pages": built.pages,
                    "leaflets": built.leaflets,
                    "files": built.files,
                    "bytes": built.bytes,
                    "left_out": built.left_out,
                    "left_behind": built.left_behind,
                    "made": built.made,
                });
            }
            console.json(&value);
        }
    }
    Exit::of(&report)
}

/// `; 3 files left by other programs were left out`; nothing if there are none.
pub(super) fn left_behind(files: usize, language: MessageLanguage) -> String {
    match (files, language) {
        (0, _) => String::new(),
        (1, MessageLanguage::English) => "; 1 file left by another program was left out".to_owned(),
        (_, MessageLanguage::English) => {
            let files = NumberStyle::latin().integer(files as i64);
            format!("; {files} files left by other programs were left out")
        }
        (_, MessageLanguage::Khmer) => {
            let files = NumberStyle::khmer().integer(files as i64);
            format!("។ ឯកសារ {files} ដែលកម្មវិធីផ្សេងបន្សល់ទុក ត្រូវបានទុកចោល")
        }
    }
}

fn closing_line(built: &Built, report: &Report, seconds: f64, console: &Console) -> String {
    let mebibytes = built.bytes as f64 / (1024.0 * 1024.0);
    let line = match console.language {
        MessageLanguage::English => {
            let style = NumberStyle::latin();
            let mut line = format!(
                "{} pages, {} leaflets, {} files, {mebibytes:.1} MiB in {seconds:.1} s",
                style.integer(built.pages as i64),
                style.integer(built.leaflets as i64),
                style.integer(built.files as i64),
            );
            if built.left_out > 0 {
                line += &format!("; left out (drafts, future, expired): {}", built.left_out);
            }
            line + &accepted(report, console.language)
        }
        MessageLanguage::Khmer => {
            let style = NumberStyle::khmer();
            let decimal = |number: f64| to_khmer_digits(&format!("{number:.1}")).replace('.', ",");
            let mut line = format!(
                "បានបង្កើតទំព័រចំនួន {} ខិត្តប័ណ្ណចំនួន {} និងឯកសារចំនួន {} (ទំហំ {} MiB) ក្នុងរយៈពេល {} វិនាទី",
                style.integer(built.pages as i64),
                style.integer(built.leaflets as i64),
                style.integer(built.files as i64),
                decimal(mebibytes),
                decimal(seconds),
            );
            if built.left_out > 0 {
                line += &format!(
                    "។ មិនបានផ្សាយ (សេចក្ដីព្រាង មិនទាន់ដល់ថ្ងៃ ឬផុតកំណត់)៖ {}",
                    style.integer(built.left_out as i64)
                );
            }
            line + &accepted(report, console.language)
        }
    };
    line + &left_behind(built.left_behind, console.language)
}

/// How many defects the declarations of tables accept, at the end of a closing line.
pub(super) fn accepted(report: &Report, language: MessageLanguage) -> String {
    match (report.accepted(), language) {
        (0, _) => String::new(),
        (count, MessageLanguage::English) => format!(
            "; accepted in tables (`tolerate`): {}",
            NumberStyle::latin().integer(count as u64)
        ),
        (count, MessageLanguage::Khmer) => format!(
            "។ ចំណុចខ្វះខាតដែលបានទទួលស្គាល់ក្នុងតារាង (`tolerate`)៖ {}",
            NumberStyle::khmer().integer(count as u64)
        ),
    }
}

fn problems_line(errors: usize, console: &Console) -> String {
    match console.language {
        MessageLanguage::English if errors == 1 => {
            "nothing was built: 1 error, the old site is untouched".to_owned()
        }
        MessageLanguage::English => {
            format!("nothing was built: {errors} errors, the old site is untouched")
        }
        MessageLanguage::Khmer => format!(
            "មិនបានបង្កើតអ្វីទេ៖ កំហុស {} កន្លែង គេហទំព័រចាស់នៅដដែល",
            to_khmer_digits(&errors.to_string())
        ),
    }
}
