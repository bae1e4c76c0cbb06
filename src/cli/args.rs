//! Every flag there is.

use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;
use std::path::PathBuf;

/// Turns Markdown and budget tables into a Khmer campaign site and printable leaflets.
#[derive(Debug, Parser)]
#[command(
    name = "sala",
    version,
    after_help = "Examples:\n  sala new my-campaign     begin a campaign in the folder my-campaign\n  sala build               build the campaign of this folder into public/\n\nExit codes: 0 done, 1 the content has problems, 2 wrong usage, 3 the configuration has problems,\n4 the machine has problems (disk, permissions), 70 a bug in sala"
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
    New(New),
}

/// Build the site and its leaflets
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  sala build\n  sala build --root campaigns/water --output /srv/www/water\n  sala build --base-url https://example.org/water/\n  sala build --drafts --today 2026-12-24\n  sala build --format json > report.json"
)]
pub(super) struct Build {
    /// The campaign's folder, which holds sala.toml
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub(super) root: PathBuf,
    /// Where the site is written; without it `public` in the campaign's folder
    #[arg(long, value_name = "DIR")]
    pub(super) output: Option<PathBuf>,
    /// The address of the site, instead of `base_url` in sala.toml
    #[arg(long, value_name = "URL")]
    pub(super) base_url: Option<String>,
    /// Include pages that are marked as drafts
    #[arg(long)]
    pub(super) drafts: bool,
    /// Build as on this day: pages dated later wait, pages that expired are left out
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(super) today: Option<Date>,
    /// How the result is told: for a person, or as JSON for a program
    #[arg(long, value_enum, default_value = "human")]
    pub(super) format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    Human,
    Json,
}

/// Begin a campaign: a folder with a small site that builds as it is
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  sala new my-campaign\n  cd my-campaign\n  sala build")]
pub(super) struct New {
    /// The folder to make; it must be missing or empty
    #[arg(value_name = "DIR")]
    pub(super) folder: PathBuf,
}
