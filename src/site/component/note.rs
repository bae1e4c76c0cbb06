//! `note`: text in a box, of one of a few kinds.

use super::{Argument, Body, Component, Exhibit, Holds};

/// The kinds of notes there are; the first is what a note is unless it says.
const KINDS: &[&str] = &["info", "tip", "important", "synthetic"];

pub(super) static COMPONENT: Component = Component {
    name: "note",
    arguments: &[&[
        Argument::optional("kind", Holds::Word(KINDS)),
        Argument::optional("title", Holds::Text),
    ]],
    body: Body::Required,
    in_line: false,
    resolve: |call| {
        let asked = call.arguments.text("kind");
        let kind = KINDS.iter().find(|kind| asked == Some(**kind));
        Ok(Exhibit::Note {
            kind: kind.unwrap_or(&KINDS[0]),
            title: call.arguments.text("title"),
            body: call.body(),
        })
    },
};
