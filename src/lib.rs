//! `sala` compiles Markdown and budget tables into Khmer campaign sites and printable leaflets.
//!
//! # The map
//!
//! Data flows one way, and [`build`] is that way on one screen:
//!
//! ```text
//! Files → Sources → Site (facts) → resolved texts → Outputs → bytes → staged directory → swapped into place
//! ```
//!
//! - `diagnostic`: what an author can mend, with code, place, cause and way out
//! - `files`: the one walker and reader; `schema`: what files that people write may say;
//!   `spelling`: what is wrong with their Khmer; `personal`: numbers of people in them; `scheme`: which addresses no page may carry
//! - `active`: files that would run where they are opened
//! - `khmer`: spelling, words, numbers and dates; knows nothing of sites
//! - `archive`: a zip archive → its parts, bounded; `guarded`: a call into a library that may panic
//! - `config`, `theme`, `content`, `data`: one kind of source each
//! - `privacy`: what of people and documents would be published, told
//! - `figures`: datasets and a question → figures in one language
//! - `site`: pages in every language, links and components resolved; the plan of outputs
//! - `search`: words and phrases of a site's texts as an index; knows neither sites nor HTML
//! - `web`, `leaflet`, `chart`: an output's bytes
//! - `campaign`: a campaign loaded, its outputs, and each of them made
//! - `compress`: bytes made fewer, the same on every machine
//! - `sound`: how long a sound is, and the notes in it
//! - `qr`: an address as a code for cameras
//! - `store`: bytes kept from one run to the next by the content of what made them
//! - `build`: a campaign made and written, or what of it changed
//! - `check`: what a build would say, without a site
//! - `pack`: a site as one file, to hand on where there is no host
//! - `output`: the one writer of the disk
//! - `preview`: the development server
//! - `cli`: the command line; nobody names it

mod active;
mod archive;
mod build;
pub mod campaign;
mod chart;
mod check;
pub mod cli;
mod compress;
mod config;
mod content;
mod data;
pub mod diagnostic;
mod figures;
pub mod files;
mod font;
#[cfg(any(test, fuzzing))]
pub mod fuzzing;
mod guarded;
mod image;
pub mod leaflet;
pub mod output;
mod pack;
mod personal;
mod preview;
mod privacy;
mod qr;
mod schema;
mod scheme;
mod search;
mod site;
mod sound;
mod spelling;
mod starter;
mod store;
mod theme;
mod web;

pub use build::{Built, build};
pub use campaign::Request;
pub use sala_khmer as khmer;
pub use site::plan::Output;
pub use web::squeeze;

/// The settings of every file that people write, by file.
#[cfg(test)]
pub(crate) fn schemas() -> [&'static schema::Schema; 10] {
    [
        &config::SCHEMA,
        &content::PAGE,
        &content::SECTION,
        &content::kinds::SCHEMA,
        &data::SCHEMA,
        &theme::SCHEMA,
        &theme::STRINGS,
        &theme::TILES,
        &leaflet::SCHEMA,
        &leaflet::SCREEN_SCHEMA,
    ]
}
