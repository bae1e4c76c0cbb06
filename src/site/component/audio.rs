//! `audio`: a sound to listen to, and what is said in it.

use super::{Argument, Body, Component, Exhibit, Holds, Sounding};
use crate::diagnostic::{Report, codes, diagnostic};
use crate::site::resolve::{Target, file};

pub(super) static COMPONENT: Component = Component {
    name: "audio",
    arguments: &[&[
        Argument::required("file", Holds::Text),
        Argument::optional("title", Holds::Text),
    ]],
    // Who cannot hear, has no sound on, or pays for every megabyte reads what is said.
    body: Body::Required,
    in_line: false,
    resolve: |call| {
        let name = call.arguments.text("file").unwrap_or_default();
        let place = || call.place_of("file");
        let target = file(call.site, call.page, name, place).map_err(Report::of)?;
        let no_sound = || {
            Report::of(diagnostic!(
                codes::site::NO_SOUND,
                place(),
                file = name,
                kinds = "MP3, M4A, AAC, OGG, Opus"
            ))
        };
        let Target::Inside { path, .. } = &target else {
            return Err(no_sound());
        };
        let sound = call.site.sounds.get(&**path).ok_or_else(no_sound)?;
        let seconds = sound.seconds.ok_or_else(no_sound)?;
        Ok(Exhibit::Sound(Box::new(Sounding {
            title: call.arguments.text("title"),
            kind: sound.kind,
            bytes: sound.bytes,
            seconds,
            target: target.into_owned(),
            transcript: call.body(),
        })))
    },
};
