//! The only writer of the disk: a finished tree of files takes the place of the old one in one step.
//!
//! In: paths, and bytes or open files. Out: the site in its folder, or the old site untouched and a
//! [`Diagnostic`]. It does not know what a page or a leaflet is.
//!
//! Beside an output folder `public` stand `.public.sala-lock`, which one run at a time holds,
//! `.public.sala-stage`, where the next tree grows, and for a moment, on file systems that cannot
//! exchange two folders, `.public.sala-old`. Inside it stands [`MANIFEST`], the list of what `sala`
//! wrote there. Any of them may have come in a zip file or through a shared folder, with anything in
//! it: nothing there is followed out of its folder, and nothing outside is touched.
//!
//! [`Diagnostic`]: crate::diagnostic::Diagnostic

#![allow(clippy::disallowed_methods, reason = "this is the one writer")]

mod contents;
mod ground;
mod keep;
mod manifest;
mod new_files;
mod new_folder;
mod path;
mod place;
mod platform;
mod remove;
mod retire;
mod seal;
mod stage;
mod standing;
mod walk;

pub use manifest::MANIFEST;
#[cfg(any(test, fuzzing))]
pub(crate) use manifest::fuzz as fuzz_manifest;
pub use new_files::{Over, new_files};
pub use new_folder::new_folder;
pub use path::check as check_path;
pub use stage::{Stage, Written};
pub use standing::standing;
