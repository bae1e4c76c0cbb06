//! Every flag there is.

use crate::data::{Direction, Kind, Phase};
use crate::khmer::number::{Currency, Digits};
use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;
use std::path::PathBuf;

/// Turns Markdown and budget tables into a Khmer campaign site and printable leaflets.
#[derive(Debug, Parser)]
#[command(
    name = "sala",
    version,
    after_help = "Examples:\n  sala new my-campaign     begin a campaign in the folder my-campaign\n  sala serve --open        see it in a browser while you write\n  sala check               say what is wrong in it, and write nothing\n  sala build               build the campaign of this folder into public/\n  sala pack water.zip      pack it into one file to hand on\n  sala explain E309        say more about a message\n\nExit codes: 0 done, 1 the content has problems, 2 wrong usage, 3 the configuration has problems,\n4 the machine has problems (disk, permissions), 70 a bug in sala"
)]
pub(super) struct Arguments {
    /// The language of messages; without it the language of this computer's settings
    #[arg(long, value_enum, global = true, env = "SALA_LANGUAGE")]
    pub(super) language: Option<Language>,
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Language {
    /// English
    En,
    /// Khmer, ភាសាខ្មែរ
    Km,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Build(Build),
    Check(Check),
    Data(Data),
    Explain(Explain),
    Khmer(Khmer),
    /// Show the licences of the program and of everything in it
    #[command(
        alias = "licenses",
        after_help = "Example:\n  sala licences > licences.txt"
    )]
    Licences,
    New(New),
    Pack(Pack),
    Serve(Serve),
    Theme(Theme),
}

/// Which campaign a command is about, and as of which day.
#[derive(Debug, Clone, Args)]
pub(super) struct Campaign {
    /// The campaign's folder, which holds sala.toml
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub(super) root: PathBuf,
    /// Include pages that are marked as drafts
    #[arg(long)]
    pub(super) drafts: bool,
    /// The day it is taken to be: pages dated later wait, pages that expired are left out
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(super) today: Option<Date>,
}

/// Build the site and its leaflets
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  sala build\n  sala build --root campaigns/water --output /srv/www/water\n  sala build --base-url https://example.org/water/\n  sala build --drafts --today 2026-12-24\n  sala build --format json > report.json"
)]
pub(super) struct Build {
    #[command(flatten)]
    pub(super) campaign: Campaign,
    /// Where the site is written; without it `public` in the campaign's folder
    #[arg(long, value_name = "DIR")]
    pub(super) output: Option<PathBuf>,
    /// The address of the site, instead of `base_url` in sala.toml
    #[arg(long, value_name = "URL")]
    pub(super) base_url: Option<String>,
    /// How the result is told: for a person, or as JSON for a program
    #[arg(long, value_enum, default_value = "human")]
    pub(super) format: ReportFormat,
}

/// Say what is wrong with a campaign, and write nothing
///
/// Everything is read and every page is made and thrown away, so that all problems of texts, tables,
/// settings and templates are told. Leaflets are not printed, which takes longest: whether a text fits
/// its sheet only `sala build` tells.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  sala check\n  sala check --root campaigns/water --drafts\n  sala check --format json > report.json"
)]
pub(super) struct Check {
    #[command(flatten)]
    pub(super) campaign: Campaign,
    /// How the result is told: for a person, or as JSON for a program
    #[arg(long, value_enum, default_value = "human")]
    pub(super) format: ReportFormat,
    /// Also tell what the declarations of tables accept, with its places
    #[arg(long)]
    pub(super) accepted: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ReportFormat {
    Human,
    Json,
}

/// Say what the code of an error or a warning means, why it matters and what to do
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  sala explain E309\n  sala explain --language km W109\n  sala explain | grep link"
)]
pub(super) struct Explain {
    /// The code, as it stands in a message; without it every code is listed
    #[arg(value_name = "CODE")]
    pub(super) code: Option<String>,
}

/// Tables: check them, see what was understood, describe a clerk's sheet, begin an empty one
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  sala data describe data/budget.xlsx --place 010201\n  sala data show data/budget.xlsx\n  sala data check\n  sala data template budget"
)]
pub(super) struct Data {
    #[command(subcommand)]
    pub(super) verb: DataVerb,
}

#[derive(Debug, Subcommand)]
pub(super) enum DataVerb {
    Check(DataCheck),
    Describe(DataDescribe),
    Show(DataShow),
    Template(DataTemplate),
}

/// Say what is wrong with tables, and what became of each of their cells
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  sala data check\n  sala data check data/budget.xlsx data/contacts.csv\n  sala data check --format json > tables.json"
)]
pub(super) struct DataCheck {
    /// The tables to look at, by their files; without any, all of the campaign
    #[arg(value_name = "FILE")]
    pub(super) files: Vec<PathBuf>,
    /// The campaign's folder, which holds sala.toml; without it the one around the file, or this one
    #[arg(long, value_name = "DIR")]
    pub(super) root: Option<PathBuf>,
    /// How the result is told: for a person, or as JSON for a program
    #[arg(long, value_enum, default_value = "human")]
    pub(super) format: ReportFormat,
}

/// Describe a clerk's sheet: write its TOML and its categories beside it, and say what was decided
///
/// The sheet itself stays as it is. What it does not say is asked for on a terminal; elsewhere the flag is
/// named that says it.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  sala data describe data/budget.xlsx\n  sala data describe data/budget.csv --place 010201 --year 2026 --phase approved\n  sala data describe data/budget.xlsx --sheet 2026 --skip F,G --force"
)]
pub(super) struct DataDescribe {
    /// The sheet: CSV, TSV, XLSX, XLS or ODS
    #[arg(value_name = "FILE")]
    pub(super) file: PathBuf,
    /// The campaign's folder, which holds sala.toml; without it the one around the file, or this one
    #[arg(long, value_name = "DIR")]
    pub(super) root: Option<PathBuf>,
    /// The sheet of a workbook; without it the one with the most rows
    #[arg(long, value_name = "NAME")]
    pub(super) sheet: Option<String>,
    /// The code of the place that all figures are about
    #[arg(long, value_name = "CODE")]
    pub(super) place: Option<String>,
    /// The year of the figures whose column names none
    #[arg(long, value_name = "YEAR", value_parser = clap::value_parser!(i16).range(2000..=2100))]
    pub(super) year: Option<i16>,
    /// The phase of the figures whose column names none
    #[arg(long, value_name = "PHASE", value_parser = clap::builder::PossibleValuesParser::new(Phase::WORDS))]
    pub(super) phase: Option<String>,
    /// Which way the money of the figures goes
    #[arg(long, value_name = "DIRECTION", value_parser = clap::builder::PossibleValuesParser::new(Direction::WORDS))]
    pub(super) direction: Option<String>,
    /// How figures are written
    #[arg(long, value_name = "EXAMPLE", value_parser = clap::builder::PossibleValuesParser::new(SEPARATORS))]
    pub(super) separators: Option<String>,
    /// Columns that are left out, by their letters
    #[arg(long, value_name = "LETTERS")]
    pub(super) skip: Vec<String>,
    /// Write over a description that is there
    #[arg(long)]
    pub(super) force: bool,
}

/// Ways to write a figure.
const SEPARATORS: [&str; 5] = ["1,234.5", "1.234,5", "1 234,5", "1234.5", "1234,5"];

/// Show what was understood of a table, row by row, to compare it with the sheet
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  sala data show data/budget.xlsx\n  sala data show data/budget.xlsx --all | less"
)]
pub(super) struct DataShow {
    /// The table, by its file
    #[arg(value_name = "FILE")]
    pub(super) file: PathBuf,
    /// The campaign's folder, which holds sala.toml; without it the one around the file, or this one
    #[arg(long, value_name = "DIR")]
    pub(super) root: Option<PathBuf>,
    /// Show all rows, and not only the first ones
    #[arg(long)]
    pub(super) all: bool,
}

/// Make an empty workbook for a kind of table, with lists to choose from and help in both languages
///
/// Its description is written beside it. The workbook of a budget also adds up: a sheet compares each total
/// with its parts.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  sala data template budget\n  sala data template contacts --output data/contacts.xlsx"
)]
pub(super) struct DataTemplate {
    /// The kind of table
    #[arg(value_name = "KIND", value_parser = clap::builder::PossibleValuesParser::new(Kind::WORDS))]
    pub(super) kind: String,
    /// The file to write; without it the kind with `.xlsx`, in this folder
    #[arg(long, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
    /// Write over files that are there
    #[arg(long)]
    pub(super) force: bool,
}

/// Begin a campaign: a folder with a small site that builds as it is
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  sala new my-campaign\n  cd my-campaign\n  sala build")]
pub(super) struct New {
    /// The folder to make; it must be missing or empty
    #[arg(value_name = "DIR")]
    pub(super) folder: PathBuf,
}

/// Copy the files of the built-in theme into a folder, to change some of them
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  sala theme themes/own")]
pub(super) struct Theme {
    /// The folder to make; it must be missing or empty
    #[arg(value_name = "DIR")]
    pub(super) folder: PathBuf,
}

/// Pack the site into one file to hand on: a zip, or one page that holds all
///
/// The pages of a zip open from the folder that it becomes. One page (`.html`) opens by itself, on a phone too:
/// pictures and leaflets stand in it, and links between pages lead to its parts. Whatever else a page leads to
/// stays on the web.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  sala pack water.zip\n  sala pack water.html --without-leaflets\n  sala pack water-km.html --only km"
)]
pub(super) struct Pack {
    /// The file to write; it ends with `.zip` or `.html`
    #[arg(value_name = "FILE")]
    pub(super) file: PathBuf,
    #[command(flatten)]
    pub(super) campaign: Campaign,
    /// Only the pages of this language, in a file that ends with `.html`
    #[arg(long, value_name = "LANGUAGE")]
    pub(super) only: Option<String>,
    /// Leave the leaflets out; links to them lead to the web
    #[arg(long)]
    pub(super) without_leaflets: bool,
    /// Write over a file that is there
    #[arg(long)]
    pub(super) force: bool,
}

/// See the site in a browser while you write; the page follows each change
///
/// The site is shown on this computer only, and the folder `public` stays as it is. Each page, and each leaflet, is made
/// when the browser asks for it. If something is wrong, the last good page stays and says so.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  sala serve\n  sala serve --open\n  sala serve --root campaigns/water --port 8000 --drafts"
)]
pub(super) struct Serve {
    #[command(flatten)]
    pub(super) campaign: Campaign,
    /// The port of this computer; without it the first that is free from 1111 on, with 0 any that is free
    #[arg(long, value_name = "NUMBER")]
    pub(super) port: Option<u16>,
    /// Open the browser
    #[arg(long)]
    pub(super) open: bool,
}

/// Mend, cut, take apart and format Khmer text, line by line from standard input to standard output
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  sala khmer normalise < typed.txt > mended.txt\n  sala khmer segment --separator '|' < text.txt\n  echo 2026-11-24 | sala khmer format long-date\n\nEach line keeps its end. A line that cannot be read passes as it is, is reported, and the exit code\nis 1."
)]
pub(super) struct Khmer {
    #[command(subcommand)]
    pub(super) filter: Filter,
}

#[derive(Debug, Subcommand)]
pub(super) enum Filter {
    Normalise(Normalise),
    Segment(Segment),
    /// Name each code point of each line, and what is wrong with it
    #[command(after_help = "Example:\n  echo ខែ្មរ | sala khmer inspect")]
    Inspect,
    Format(Format),
}

/// Write each cluster in its one spelling, so that what looks alike is alike
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  sala khmer normalise < typed.txt > mended.txt\n  sala khmer normalise --keep-coeng-da < typed.txt"
)]
pub(super) struct Normalise {
    /// Leave a DA below the line as it was typed; without this it is written as the TA it looks like
    #[arg(long)]
    pub(super) keep_coeng_da: bool,
}

/// Put a zero-width space between the words of Khmer text, where none stands yet
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  sala khmer segment < text.txt\n  sala khmer segment --separator '|' --words names.txt < text.txt"
)]
pub(super) struct Segment {
    /// What to put between words instead of a zero-width space
    #[arg(
        long,
        value_name = "TEXT",
        default_value = "\u{200B}",
        hide_default_value = true,
        allow_hyphen_values = true
    )]
    pub(super) separator: String,
    /// A file of names and terms that are never cut: one a line, `#` before comments
    #[arg(long, value_name = "FILE")]
    pub(super) words: Option<PathBuf>,
}

/// Write the number, the amount or the day on each line as its readers write it
#[derive(Debug, Clone, Copy, Args)]
#[command(
    after_help = "Examples:\n  echo 1234567.5 | sala khmer format number\n  echo '1234567890 riel' | sala khmer format compact-money --readers en\n  echo ១២៣៤,៥ | sala khmer format plain\n  echo 2026-11-24 | sala khmer format long-date"
)]
pub(super) struct Format {
    #[arg(value_enum)]
    pub(super) form: Form,
    /// The language that the readers read
    #[arg(long, value_enum, default_value = "km")]
    pub(super) readers: Readers,
    /// The digits, with the separators that belong to them; without it those of the readers
    #[arg(long, value_enum)]
    pub(super) digits: Option<DigitScript>,
    /// The currency of amounts that name none; without it riel
    #[arg(long, value_enum)]
    pub(super) currency: Option<CurrencyName>,
    /// How many decimals to write
    #[arg(long, value_name = "COUNT", value_parser = clap::value_parser!(u32).range(..=28))]
    pub(super) places: Option<u32>,
    /// What stands before the decimals of the numbers that are read: `.` or `,`
    #[arg(long, value_name = "SIGN", value_parser = decimal_sign)]
    pub(super) decimal: Option<char>,
}

fn decimal_sign(text: &str) -> Result<char, &'static str> {
    match text {
        "." => Ok('.'),
        "," => Ok(','),
        _ => Err("write `.` or `,`"),
    }
}

/// A new form is one line here and one in `khmer::format`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Form {
    /// ១ ២៣៤,៥
    Number,
    /// ១ ២៣៤៛
    Money,
    /// ១,២ ពាន់លានរៀល
    CompactMoney,
    /// ១,២ ពាន់លាន
    Compact,
    /// A share: 0.5 becomes ៥០%
    Percent,
    /// ទី២
    Ordinal,
    /// Latin digits and a point, for programs: 1234.5
    Plain,
    /// មួយពាន់ពីររយសាមសិបបួន
    Words,
    /// មួយពាន់ពីររយសាមសិបបួនរៀល
    MoneyWords,
    /// ២៤ វិច្ឆិកា ២០២៦
    Date,
    /// ថ្ងៃទី២៤ ខែវិច្ឆិកា ឆ្នាំ២០២៦
    LongDate,
    /// ថ្ងៃអង្គារ ទី២៤ ខែវិច្ឆិកា ឆ្នាំ២០២៦
    FullDate,
    /// The Khmer lunar date, from 1900 to 2100
    LunarDate,
    /// The Buddhist-era year, which turns after Visak Bochea: ព.ស. ២៥៧០
    BuddhistYear,
    /// For programs: 2026-11-24
    IsoDate,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Readers {
    /// Khmer
    Km,
    /// English
    En,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum DigitScript {
    /// ០១២៣៤៥៦៧៨៩
    Khmer,
    /// 0123456789
    Latin,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum CurrencyName {
    /// Cambodian riel
    Riel,
    /// US dollars
    Usd,
}

impl From<DigitScript> for Digits {
    fn from(script: DigitScript) -> Digits {
        match script {
            DigitScript::Khmer => Digits::Khmer,
            DigitScript::Latin => Digits::Latin,
        }
    }
}

impl From<CurrencyName> for Currency {
    fn from(name: CurrencyName) -> Currency {
        match name {
            CurrencyName::Riel => Currency::Riel,
            CurrencyName::Usd => Currency::UsDollar,
        }
    }
}
