//! The end-to-end tests: one program, so that everything is linked once.
//!
//! Each module is one subject; `common` lays out and builds campaigns. What they compare with stands
//! beside this folder.

#![allow(
    clippy::disallowed_methods,
    reason = "a test lays out its own campaign"
)]

mod again;
mod as_meant;
mod broken;
mod build;
mod cards;
mod cli;
mod common;
mod compressed;
mod data_cli;
mod data_package;
mod disk;
mod documents;
mod files;
mod growth;
mod hostile_leaflets;
mod khmer_cli;
mod khmer_crate;
mod leaflet_ink;
mod leaflet_kept;
mod leaflet_looks;
mod leaflet_press;
mod leaflet_room;
mod leaflet_text;
mod licences;
mod minify;
mod named_modules;
mod packed;
mod pdf;
mod planted_trees;
mod promise;
mod refused;
mod repository;
mod rows;
mod sabotages;
mod safe_writing;
mod same_everywhere;
mod serve;
mod snapshots;
mod tables;
mod usage;
