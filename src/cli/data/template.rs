//! `sala data template`: an empty workbook for a kind of table, and its description beside it.

use crate::cli::Exit;
use crate::cli::args::DataTemplate;
use crate::cli::console::Console;
use crate::data::{Kind, has_template, template};
use crate::diagnostic::{Place, codes, diagnostic, list};
use crate::output::{Over, new_files};
use std::path::{Path, PathBuf};

pub(super) fn run(options: &DataTemplate, console: &Console) -> Exit {
    let kind = Kind::named(&options.kind).filter(|kind| has_template(*kind));
    let Some(kind) = kind else {
        let kinds = Kind::ALL.into_iter().filter(|kind| has_template(*kind));
        let words: Vec<&str> = kinds.map(Kind::word).collect();
        let problem = diagnostic!(
            codes::tables::NO_TEMPLATE,
            Place::Site,
            read = &options.kind,
            kinds = list(&words)
        );
        return super::refused(problem, console);
    };
    let output = match &options.output {
        Some(output) => output.clone(),
        None => PathBuf::from(format!("{}.xlsx", kind.word())),
    };
    let stem = output
        .file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    if output
        .extension()
        .is_none_or(|ending| !ending.eq_ignore_ascii_case("xlsx"))
    {
        let shown = shown(&output);
        let problem = diagnostic!(codes::tables::NOT_XLSX, Place::Site, read = &shown);
        return super::refused(problem, console);
    }
    let made = template(kind, &stem)
        .expect("the names and notes of a schema fit a workbook, as tests show");
    let folder = output.parent().map_or_else(PathBuf::new, Path::to_owned);
    let file = output
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let files = [
        (file, made.workbook),
        (format!("{stem}.toml"), made.toml.into_bytes()),
    ];
    let over = match options.force {
        true => Over::Anything,
        false => Over::Nothing,
    };
    if let Err(report) = new_files(&folder, &files, over) {
        console.report(&report);
        return Exit::of(&report);
    }
    console.line(console.say("Written:", "បានសរសេរ៖"));
    for (name, _) in &files {
        console.line(&format!("  {}", shown(&folder.join(name))));
    }
    console.line(console.say(
        "Put both into the folder `data` of a campaign, fill in the first sheet, and write the title into the TOML.",
        "សូមដាក់ទាំងពីរក្នុងថត `data` នៃយុទ្ធនាការ បំពេញសន្លឹកទីមួយ ហើយសរសេរចំណងជើងក្នុង TOML។",
    ));
    Exit::Done
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}
