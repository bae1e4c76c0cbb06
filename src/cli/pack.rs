//! `sala pack`.

use super::Exit;
use super::args::Pack;
use super::console::Console;
use crate::diagnostic::{Place, Report, Words, codes, diagnostic};
use crate::khmer::number::{NumberStyle, to_khmer_digits};
use crate::output::{self, Over};
use crate::pack::{self, Form, Leaflets, Packed, Refused};
use std::path::Path;

const TOO_LARGE: Words = Words {
    en: "the site is larger than a zip file can be",
    km: "គេហទំព័រធំជាងអ្វីដែលឯកសារ zip អាចផ្ទុកបាន",
};

pub(super) fn run(options: &Pack, console: &Console) -> Exit {
    let path = &options.file;
    let stem = path.file_stem().map(|stem| stem.to_string_lossy());
    let ending = path.extension().map(|ending| ending.to_string_lossy());
    let form = match ending.as_deref() {
        Some("zip") => Form::Zip {
            folder: stem.unwrap_or_default().into_owned(),
        },
        Some("html") => Form::OnePage {
            language: options.only.clone(),
        },
        _ => {
            console.wrong_usage(console.say(
                "the file that is packed ends with `.zip` or `.html`",
                "ឯកសារដែលត្រូវខ្ចប់ ត្រូវមានកន្ទុយ `.zip` ឬ `.html`",
            ));
            return Exit::Usage;
        }
    };
    if options.only.is_some() && matches!(form, Form::Zip { .. }) {
        console.wrong_usage(console.say(
            "`--only` is for a file that ends with `.html`: a zip has every language",
            "`--only` សម្រាប់តែឯកសារដែលមានកន្ទុយ `.html` ព្រោះ zip មានគ្រប់ភាសា",
        ));
        return Exit::Usage;
    }
    let leaflets = match options.without_leaflets {
        true => Leaflets::LeftOut,
        false => Leaflets::Along,
    };
    let (packed, mut report) = match options.campaign.wrong_clock() {
        Some(problem) => (None, Report::of(problem)),
        None => pack::pack(&options.campaign.request(None), &form, leaflets),
    };
    let shown = path.to_string_lossy().replace('\\', "/");
    let packed = match packed {
        Some(Err(Refused::NoSuchLanguage)) => {
            console.report(&report);
            console.wrong_usage(console.say(
                "the site has no page in the language that `--only` names",
                "គេហទំព័រគ្មានទំព័រជាភាសាដែល `--only` ប្រាប់ទេ",
            ));
            return Exit::Usage;
        }
        Some(Err(Refused::TooLarge)) => {
            report.push(diagnostic!(
                codes::output::UNWRITABLE,
                Place::file(&shown),
                path = &shown,
                reason = TOO_LARGE
            ));
            None
        }
        Some(Ok(packed)) => Some(packed),
        None => None,
    };
    let packed = packed.filter(|packed| {
        let written = write(path, packed, options.force);
        written.map_err(|problems| report.extend(problems)).is_ok()
    });
    console.report(&report);
    let line = match packed {
        Some(packed) => closing_line(&shown, &packed, console),
        None => problems_line(report.errors(), console),
    };
    console.line(&line);
    Exit::of(&report)
}

fn problems_line(errors: usize, console: &Console) -> String {
    let count = NumberStyle::latin().integer(errors as u64);
    let english = match errors {
        1 => "nothing was packed: 1 error".to_owned(),
        _ => format!("nothing was packed: {count} errors"),
    };
    let khmer = format!("មិនបានខ្ចប់អ្វីទេ៖ កំហុស {} កន្លែង", to_khmer_digits(&count));
    console.say(&english, &khmer).to_owned()
}

fn write(path: &Path, packed: &Packed, force: bool) -> Result<(), Report> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let name = path.file_name().map(|name| name.to_string_lossy());
    let file = (name.unwrap_or_default().into_owned(), packed.bytes.clone());
    let over = match force {
        true => Over::Anything,
        false => Over::Nothing,
    };
    output::new_files(folder, &[file], over)
}

fn closing_line(path: &str, packed: &Packed, console: &Console) -> String {
    let number = |number: usize| NumberStyle::latin().integer(number as u64);
    let (holds, kilobytes) = (
        number(packed.holds),
        number(packed.bytes.len().div_ceil(1 << 10)),
    );
    let is_zip = path.ends_with(".zip");
    let english = match is_zip {
        true => format!("{path}: {holds} files, {kilobytes} KiB"),
        false => format!("{path}: {holds} pages, {kilobytes} KiB"),
    };
    let khmer = match is_zip {
        true => format!(
            "{path}៖ ឯកសារ {} {} KiB",
            to_khmer_digits(&holds),
            to_khmer_digits(&kilobytes)
        ),
        false => format!(
            "{path}៖ ទំព័រ {} {} KiB",
            to_khmer_digits(&holds),
            to_khmer_digits(&kilobytes)
        ),
    };
    console.say(&english, &khmer).to_owned()
}
