//! `sala` compiles Markdown and budget tables into Khmer campaign sites and printable leaflets.

pub mod authored;
pub mod chart;
pub mod config;
pub mod content;
pub mod data;
pub mod diagnostic;
pub mod files;
pub mod image;
pub mod khmer;
pub mod leaflet;
pub mod output;
pub mod site;
pub mod theme;
pub mod web;
