//! The text of a page as HTML, what its components show rendered by the theme.

use super::growth::{self, Harm};
use super::html::{self, Headings, HtmlOptions, ImageView};
use super::page::leaflet_of;
use super::templates;
use super::value::{array, html as safe, map, optional, text};
use super::view::{View, set};
use crate::content::block::{ArgumentValue, Block, CallId, ComponentCall, PictureId};
use crate::diagnostic::{Report, codes, diagnostic};
use crate::figures::SourceView;
use crate::image::Picture;
use crate::site::component::{Exhibit, Figure, Sounding};
use crate::site::plan;
use crate::site::resolve::{Resolved, Target};
use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use tera::{Context, Value};

/// Writes one page's text and gathers what is wrong with the theme's components.
pub(super) struct Renderer<'view> {
    view: &'view View<'view>,
    text: &'view Resolved<'view>,
    found: RefCell<Report>,
    /// The sources of figures in sentences.
    sources: RefCell<Told>,
    headings: Cell<Headings>,
}

/// Sources as they were met, and the number of each.
#[derive(Default)]
struct Told {
    sources: Vec<SourceView>,
    numbers: HashMap<SourceView, usize>,
}

impl<'view> Renderer<'view> {
    pub(super) fn new(view: &'view View<'view>, text: &'view Resolved<'view>) -> Renderer<'view> {
        Renderer {
            view,
            text,
            found: RefCell::new(Report::new()),
            sources: RefCell::default(),
            headings: Cell::default(),
        }
    }

    /// The whole text of the page.
    pub(super) fn document(self) -> Result<String, Report> {
        let html = self.with_options(html::write) + &self.sources();
        let found = self.found.into_inner();
        match found.has_errors() {
            true => Err(found),
            false => Ok(html),
        }
    }

    fn blocks(&self, blocks: &[Block]) -> String {
        self.with_options(|options| html::write_blocks(blocks, options))
    }

    /// Empty if the raw HTML in it does harm, which is told.
    fn with_options(&self, write: impl FnOnce(&HtmlOptions<'_>) -> Result<String, Harm>) -> String {
        let site = self.view.site;
        let link = |id| self.view.target(self.text.link(id));
        let picture = |id| self.picture(id);
        let component = |id| self.component(id);
        let written = write(&HtmlOptions {
            document: self.text.document,
            language: self.text.page.content_language(),
            breaks: site.config.khmer.line_breaks,
            link: &link,
            picture: &picture,
            component: &component,
            headings: &self.headings,
            strings: site.theme.strings(self.view.language),
        });
        written.unwrap_or_else(|harm| {
            let place = self.view.spans(self.text.page).place_of_open_html();
            self.found.borrow_mut().push(match harm {
                Harm::Grows => diagnostic!(codes::content::HTML_GROWS, place),
                Harm::TooDeep => diagnostic!(
                    codes::content::HTML_TOO_DEEP,
                    place,
                    deepest = growth::DEEPEST
                ),
            });
            String::new()
        })
    }

    /// A picture of the text: what is shown in its place, if that is not the picture itself.
    fn picture(&self, id: PictureId) -> ImageView {
        let picture = self.text.picture(id);
        let url = |path: String| {
            let path = path.into();
            let fragment = None;
            self.view.target(&Target::Inside { path, fragment })
        };
        let smaller = picture.file.and_then(|file| file.smaller.as_ref());
        let (src, webp) = match (&picture.target, smaller) {
            (Target::Inside { path, .. }, Some(smaller)) => {
                let webp = smaller.webp_paths(path);
                let webp = webp.map(|(path, width)| (url(path), width));
                (url(smaller.jpeg_path(path)), webp.collect())
            }
            (target, _) => (self.view.target(target), Vec::new()),
        };
        ImageView {
            src,
            size: picture.file.map(Picture::shown_at),
            webp,
        }
    }

    /// A component of the text, rendered by the theme; empty if something is wrong with it there.
    fn component(&self, id: CallId) -> String {
        let call = self.text.document.call(id);
        let strings = self.strings();
        let mut arguments = Context::new();
        let mut body = None;
        match self.text.exhibit(id) {
            Exhibit::Theme(call) => {
                arguments = theme_arguments(call);
                body = call.body.as_deref().map(|blocks| self.blocks(blocks));
            }
            exhibit => {
                arguments.insert_value("t", strings.clone());
                arguments.insert_value("view", self.exhibit(id, exhibit, call.in_line()));
            }
        }
        let mut implicit = Context::new();
        implicit.insert_value("t", strings.clone());
        implicit.insert_value("lang", text(self.view.language.tag()));
        let rendered = self.view.web.tera.render_component_with_implicits(
            &call.name,
            &arguments,
            &implicit,
            body.as_deref(),
            true,
        );
        match rendered {
            Ok(html) => html,
            Err(error) => {
                let place = self.view.spans(self.text.page).place(call.span);
                let problem = templates::component_problem(self.view.site, &error, call, place);
                self.found.borrow_mut().push(problem);
                String::new()
            }
        }
    }

    fn exhibit(&self, id: CallId, exhibit: &Exhibit<'_>, in_line: bool) -> Value {
        let view = self.view;
        match exhibit {
            Exhibit::Table(table) => view.table(table),
            Exhibit::Chart(chart) => view.chart(chart, self.text, id),
            Exhibit::Cards(cards) => view.cards(cards),
            Exhibit::Figure(figure) => self.figure(figure),
            Exhibit::Measure(measured) => view.measure(measured),
            Exhibit::Note { kind, title, body } => map([
                ("kind", text(kind)),
                ("title", optional(title.map(|title| set(view.site, title)))),
                ("body", safe(&self.blocks(body))),
            ]),
            Exhibit::Sound(sound) => self.sound(sound),
            Exhibit::Steps(items) => {
                let items = items.iter().map(|item| safe(&self.blocks(item)));
                map([("items", array(items))])
            }
            Exhibit::Contact(contact) => view.contact(contact, in_line),
            Exhibit::Files(files) => map([
                ("items", view.downloads(files)),
                ("in_line", in_line.into()),
            ]),
            Exhibit::Rows(rows) => view.rows(rows),
            Exhibit::Finder(finder) => view.finder(finder),
            Exhibit::Leaflets(formats) => {
                let strings = view.site.theme.strings(view.language);
                let items = formats.iter().map(|format| {
                    let path = leaflet_of(view.site, self.text.id, format);
                    let title = strings.get(&format!("leaflet_{format}"));
                    map([
                        ("title", set(view.site, title.unwrap_or(format))),
                        ("url", view.url(&path)),
                        ("print_url", view.url(&plan::print_path(&path))),
                    ])
                });
                map([("items", array(items)), ("in_line", in_line.into())])
            }
            Exhibit::Theme(_) | Exhibit::Nothing => Value::none(),
        }
    }

    /// A sound, with how long and how heavy it is.
    fn sound(&self, sound: &Sounding<'_>) -> Value {
        let view = self.view;
        let seconds = view.number(usize::try_from(sound.seconds % 60).unwrap_or(0));
        let zero = view.number(0);
        let padding = if sound.seconds % 60 < 10 {
            zero
        } else {
            String::new()
        };
        let minutes = view.number(usize::try_from(sound.seconds / 60).unwrap_or(0));
        // Whoever pays for it is not told less than it costs.
        let size = match sound.bytes.div_ceil(1 << 10) {
            kilobytes @ 0..1000 => (kilobytes, "KB"),
            kilobytes => (kilobytes.div_ceil(1 << 10), "MB"),
        };
        let size_number = view.number(usize::try_from(size.0).unwrap_or(usize::MAX));
        map([
            (
                "title",
                optional(sound.title.map(|title| set(view.site, title))),
            ),
            ("url", text(&view.target(&sound.target))),
            ("length", text(&format!("{minutes}:{padding}{seconds}"))),
            ("size", text(&format!("{size_number}\u{a0}{}", size.1))),
            ("format", text(sound.kind.name())),
            ("body", safe(&self.blocks(sound.transcript))),
        ])
    }

    /// One figure; in a sentence it leads to its source at the end of the text.
    fn figure(&self, figure: &Figure<'_>) -> Value {
        let source = figure.view.source.as_ref();
        let in_sentence = source.filter(|_| figure.label.is_none());
        let number = in_sentence.map(|source| {
            let Told { sources, numbers } = &mut *self.sources.borrow_mut();
            *numbers.entry(source.clone()).or_insert_with(|| {
                sources.push(source.clone());
                sources.len()
            })
        });
        self.view.figure(figure, number)
    }

    /// Where the figures come from that stand in sentences.
    fn sources(&self) -> String {
        let sources = &self.sources.borrow().sources;
        if sources.is_empty() {
            return String::new();
        }
        let mut arguments = Context::new();
        arguments.insert_value("t", self.strings().clone());
        let sources = sources.iter().map(|source| self.view.source(source));
        arguments.insert_value("sources", array(sources));
        let mut implicit = Context::new();
        implicit.insert_value("t", self.strings().clone());
        let tera = &self.view.web.tera;
        let name = "layout.page_sources";
        match tera.render_component_with_implicits(name, &arguments, &implicit, None, true) {
            Ok(html) => html,
            Err(error) => {
                let problem = templates::problem(self.view.site, &error);
                self.found.borrow_mut().push(problem);
                String::new()
            }
        }
    }

    fn strings(&self) -> &Value {
        &self.view.web.shared[self.view.language].strings
    }
}

/// The arguments of a call as a theme's component gets them.
fn theme_arguments(call: &ComponentCall) -> Context {
    let mut context = Context::new();
    for argument in &call.arguments {
        let value = match &argument.value {
            ArgumentValue::Text(value) => text(value),
            ArgumentValue::Integer(value) => (*value).into(),
            ArgumentValue::Boolean(value) => (*value).into(),
        };
        context.insert_value(argument.name.clone(), value);
    }
    context
}
