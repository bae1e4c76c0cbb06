//! Sounds that authors put beside their pages → how long and how heavy each is, and what it says of itself.
//!
//! In: the files of a campaign. Out: [`Sounds`], by the path that each is published at. MP3 (ISO 11172-3,
//! ISO 13818-3), AAC in its own stream (ADTS) and in MP4 (ISO 14496-12), and Ogg with Opus or Vorbis
//! (RFC 3533, RFC 7845) are counted; what is of another kind, or damaged, has no length. It plays nothing
//! and changes nothing. The cost grows with the size of the files.

mod boxes;
mod frames;
mod notes;

pub use notes::notes;

use crate::content::Attachments;
use crate::diagnostic::{Place, Report, codes, diagnostic};
use crate::files::{Files, kinds};
use std::collections::BTreeMap;

/// The sounds of a campaign, by the path that each is published at.
pub type Sounds = BTreeMap<String, Sound>;

/// A sound as pages tell of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sound {
    pub kind: Kind,
    pub bytes: u64,
    /// Rounded, and at least one; nothing if it holds no sound that can be counted.
    pub seconds: Option<u32>,
}

/// A way to keep a sound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Mp3,
    M4a,
    Aac,
    Ogg,
    Opus,
    Wav,
}

/// How the names of sounds end.
const ENDINGS: [(&str, Kind); 8] = [
    ("aac", Kind::Aac),
    ("m4a", Kind::M4a),
    ("m4b", Kind::M4a),
    ("mp3", Kind::Mp3),
    ("oga", Kind::Ogg),
    ("ogg", Kind::Ogg),
    ("opus", Kind::Opus),
    ("wav", Kind::Wav),
];

impl Kind {
    /// The kind of the file at a path, by its ending.
    pub fn of(path: &str) -> Option<Kind> {
        let ending = kinds::ending(path);
        let found = ENDINGS.iter().find(|(own, _)| *own == ending);
        found.map(|(_, kind)| *kind)
    }

    /// What people call it.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Mp3 => "MP3",
            Kind::M4a => "M4A",
            Kind::Aac => "AAC",
            Kind::Ogg => "OGG",
            Kind::Opus => "Opus",
            Kind::Wav => "WAV",
        }
    }

    /// Whether phones of ten years ago play it. iPhones learned Ogg and Opus late, and a sound that is
    /// not pressed together is ten times as heavy.
    pub fn suits_old_phones(self) -> bool {
        matches!(self, Kind::Mp3 | Kind::M4a | Kind::Aac)
    }
}

/// Every sound in `content/` and `static/`; one that is published with pages and that many phones do not
/// play is reported.
pub fn look(files: &Files, attachments: &Attachments, report: &mut Report) -> Sounds {
    let mut sounds = Sounds::new();
    for folder in ["content/", "static/"] {
        for path in files.under(folder) {
            let Some(kind) = Kind::of(path) else {
                continue;
            };
            let is_published = folder == "content/" && attachments.uses(path).any();
            if is_published && !kind.suits_old_phones() {
                let (place, kind) = (Place::file(path), kind.name());
                report.push(diagnostic!(
                    codes::files::SOUND_FOR_NEW_PHONES,
                    place,
                    kind = kind
                ));
            }
            // One that cannot be read, or is larger than anybody should hand out, is told where it is
            // asked for.
            let seconds = files.read(path).ok().and_then(|bytes| seconds(&bytes));
            let sound = Sound {
                kind,
                bytes: files.size(path).unwrap_or(0),
                seconds,
            };
            sounds.insert(path[folder.len()..].to_owned(), sound);
        }
    }
    sounds
}

/// How long it plays, whatever its name says; nothing if no sound is found in it.
fn seconds(bytes: &[u8]) -> Option<u32> {
    let milliseconds = if bytes.get(4..8) == Some(&b"ftyp"[..]) {
        frames::mp4(bytes)?
    } else if bytes.starts_with(b"OggS") {
        frames::ogg(bytes)?
    } else if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(&b"WAVE"[..]) {
        frames::wav(bytes)?
    } else {
        frames::stream(bytes)?
    };
    let seconds = milliseconds.saturating_add(500) / 1000;
    let is_sound = milliseconds > 0;
    is_sound.then(|| u32::try_from(seconds.max(1)).ok())?
}

#[cfg(test)]
mod tests;
