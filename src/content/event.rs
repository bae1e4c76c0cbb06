//! One walk over the texts of an event of the parser, for whoever writes them in another way.

use pulldown_cmark::{CodeBlockKind, CowStr, Event, Tag};

/// What a text of an event is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Words,
    Code,
    Html,
    /// Where a link or a picture leads.
    Target,
    /// The title of a link or a picture.
    Title,
    /// What a definition or a note is referred to by.
    Label,
    /// The id or a class of a heading.
    Attribute,
    /// What stands behind the fence of a block of code.
    Info,
}

/// The event with each of its texts as `write` has it.
pub(super) fn rewritten<'a>(
    event: Event<'a>,
    mut write: impl FnMut(Part, CowStr<'a>) -> CowStr<'a>,
) -> Event<'a> {
    match event {
        Event::Text(text) => Event::Text(write(Part::Words, text)),
        Event::Code(text) => Event::Code(write(Part::Code, text)),
        Event::Html(text) => Event::Html(write(Part::Html, text)),
        Event::InlineHtml(text) => Event::InlineHtml(write(Part::Html, text)),
        Event::FootnoteReference(label) => Event::FootnoteReference(write(Part::Label, label)),
        Event::Start(tag) => Event::Start(match tag {
            Tag::FootnoteDefinition(label) => Tag::FootnoteDefinition(write(Part::Label, label)),
            Tag::Heading {
                level,
                id,
                classes,
                attrs,
            } => Tag::Heading {
                level,
                id: id.map(|id| write(Part::Attribute, id)),
                classes: classes
                    .into_iter()
                    .map(|class| write(Part::Attribute, class))
                    .collect(),
                attrs,
            },
            Tag::Link {
                link_type,
                dest_url,
                title,
                id,
            } => Tag::Link {
                link_type,
                dest_url: write(Part::Target, dest_url),
                title: write(Part::Title, title),
                id: write(Part::Label, id),
            },
            Tag::Image {
                link_type,
                dest_url,
                title,
                id,
            } => Tag::Image {
                link_type,
                dest_url: write(Part::Target, dest_url),
                title: write(Part::Title, title),
                id: write(Part::Label, id),
            },
            Tag::CodeBlock(CodeBlockKind::Fenced(info)) => {
                Tag::CodeBlock(CodeBlockKind::Fenced(write(Part::Info, info)))
            }
            other => other,
        }),
        other => other,
    }
}
