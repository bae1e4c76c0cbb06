//! The text of a page as HTML, what its components show rendered by the theme.

use super::growth::{self, Harm};
use super::html::{self, Headings, HtmlOptions, ImageView};
use super::page::leaflet_of;
use super::templates;
use super::value::{array, html as safe, map, optional, text};
use super::view::{View, phone_uri, set};
use crate::chart;
use crate::content::block::{ArgumentValue, Block, CallId, ComponentCall};
use crate::diagnostic::{Report, codes, diagnostic};
use crate::figures::{BudgetTable, Measured, SourceView};
use crate::site::component::{
    Chart, Contact, Download, Exhibit, Figure, Finder, Found, Rows, Table,
};
use crate::site::plan;
use crate::site::resolve::Resolved;
use std::cell::{Cell, RefCell};
use tera::{Context, Value};

/// Writes one page's text and gathers what is wrong with the theme's components.
pub(super) struct Renderer<'view> {
    view: &'view View<'view>,
    text: &'view Resolved<'view>,
    found: RefCell<Report>,
    /// Charts of the page so far: their titles need ids.
    charts: Cell<usize>,
    headings: Cell<Headings>,
}

impl<'view> Renderer<'view> {
    pub(super) fn new(view: &'view View<'view>, text: &'view Resolved<'view>) -> Renderer<'view> {
        Renderer {
            view,
            text,
            found: RefCell::new(Report::new()),
            charts: Cell::new(0),
            headings: Cell::default(),
        }
    }

    /// The whole text of the page.
    pub(super) fn document(self) -> Result<String, Report> {
        let html = self.with_options(html::write);
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
        let picture = |id| {
            let picture = self.text.picture(id);
            ImageView {
                src: self.view.target(&picture.target),
                width: picture.size.map(|(width, _)| width),
                height: picture.size.map(|(_, height)| height),
            }
        };
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

    /// A component of the text, rendered by the theme; empty if something is wrong with it there.
    fn component(&self, id: CallId) -> String {
        let call = self.text.document.call(id);
        let strings = &self.view.web.shared[self.view.language].strings;
        let mut arguments = Context::new();
        let mut body = None;
        match self.text.exhibit(id) {
            Exhibit::Theme(call) => {
                arguments = theme_arguments(call);
                body = call.body.as_deref().map(|blocks| self.blocks(blocks));
            }
            exhibit => {
                arguments.insert_value("t", strings.clone());
                arguments.insert_value("view", self.exhibit(exhibit, call.in_line()));
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

    fn exhibit(&self, exhibit: &Exhibit<'_>, in_line: bool) -> Value {
        match exhibit {
            Exhibit::Table(table) => self.table(table),
            Exhibit::Chart(chart) => self.chart(chart),
            Exhibit::Figure(figure) => self.figure(figure),
            Exhibit::Measure(measured) => self.measure(measured),
            Exhibit::Note { kind, title, body } => map([
                ("kind", text(kind)),
                ("title", optional(title.map(|title| self.set(title)))),
                ("body", safe(&self.blocks(body))),
            ]),
            Exhibit::Steps(items) => {
                let items = items.iter().map(|item| safe(&self.blocks(item)));
                map([("items", array(items))])
            }
            Exhibit::Contact(contact) => self.contact(contact, in_line),
            Exhibit::Files(files) => {
                map([("items", self.files(files)), ("in_line", in_line.into())])
            }
            Exhibit::Rows(rows) => self.rows(rows),
            Exhibit::Finder(finder) => self.finder(finder),
            Exhibit::Leaflets(formats) => {
                let strings = self.view.site.theme.strings(self.view.language);
                let items = formats.iter().map(|format| {
                    let path = leaflet_of(self.view.site, self.text.id, format);
                    let title = strings.get(&format!("leaflet_{format}"));
                    map([
                        ("title", self.set(title.unwrap_or(format))),
                        ("url", self.view.url(&path)),
                        ("print_url", self.view.url(&plan::print_path(&path))),
                    ])
                });
                map([("items", array(items)), ("in_line", in_line.into())])
            }
            Exhibit::Theme(_) | Exhibit::Nothing => Value::none(),
        }
    }

    fn chart(&self, shown: &Chart) -> Value {
        let number = self.charts.get() + 1;
        self.charts.set(number);
        let title = &shown.figures.table.title;
        let identity = chart::Identity {
            title,
            title_id: &format!("chart-{number}"),
            description: &shown.description,
            description_id: &format!("chart-{number}-text"),
        };
        map([
            ("svg", safe(&chart::svg(&shown.chart, identity))),
            ("title", self.set(title)),
            ("description", text("")),
            ("table", self.table(&shown.figures)),
        ])
    }

    fn set(&self, plain: &str) -> Value {
        set(self.view.site, plain)
    }

    fn table(&self, Table { table, downloads }: &Table) -> Value {
        let table: &BudgetTable = table;
        let strings = self.view.site.theme.strings(self.view.language);
        let first = strings.get("budget_line").map_or("", String::as_str);
        let head =
            std::iter::once(first).chain(table.columns.iter().map(|head| head.label.as_str()));
        let rows = table.rows.iter().map(|row| {
            map([
                ("label", self.set(&row.label)),
                (
                    "explain",
                    self.set(row.explanation.as_deref().unwrap_or_default()),
                ),
                ("depth", row.depth.into()),
                ("kind", text(row.kind.word())),
                (
                    "cells",
                    array(row.cells.iter().map(|cell| text(&cell.text))),
                ),
            ])
        });
        map([
            ("caption", self.set(&table.title)),
            ("unit", self.set(&table.unit)),
            ("head", array(head.map(|head| self.set(head)))),
            ("rows", array(rows)),
            (
                "notes",
                array(table.notes.iter().map(|note| self.set(note))),
            ),
            (
                "sources",
                array(table.sources.iter().map(|source| self.source(source))),
            ),
            ("synthetic", table.synthetic.into()),
            ("downloads", self.files(downloads)),
        ])
    }

    fn source(&self, source: &SourceView) -> Value {
        let some = |value: Option<&str>| optional(value.map(|value| self.set(value)));
        let publisher = Some(source.publisher.as_str()).filter(|publisher| !publisher.is_empty());
        map([
            ("title", self.set(&source.title)),
            ("publisher", some(publisher)),
            ("url", optional(source.url.as_deref().map(text))),
            ("page", some(source.page.as_deref())),
            ("retrieved", some(source.retrieved.as_deref())),
        ])
    }

    fn figure(&self, Figure { view, label }: &Figure<'_>) -> Value {
        let strings = self.view.site.theme.strings(self.view.language);
        let synthetic = view.synthetic.then(|| strings.get("synthetic")).flatten();
        map([
            ("text", self.set(&view.text)),
            ("label", self.set(label.unwrap_or_default())),
            (
                "source",
                optional(view.source.as_ref().map(|source| self.source(source))),
            ),
            ("note", self.set(synthetic.map_or("", String::as_str))),
        ])
    }

    fn measure(&self, measured: &Measured) -> Value {
        let parts = measured.parts.iter().map(|part| {
            map([
                ("label", self.set(&part.label)),
                ("text", self.set(&part.text)),
            ])
        });
        let sources = measured.sources.iter().map(|source| self.source(source));
        map([
            ("label", self.set(&measured.label)),
            ("told", self.set(&measured.told)),
            ("parts", array(parts)),
            ("formula", self.set(&measured.formula)),
            ("sources", array(sources)),
            ("synthetic", measured.synthetic.into()),
        ])
    }

    fn rows(&self, shown: &Rows) -> Value {
        let head = shown.head.iter().map(|head| {
            map([
                ("label", self.set(&head.label)),
                ("right", head.is_of_numbers.into()),
            ])
        });
        let cells = |row: &Vec<String>| array(row.iter().map(|cell| self.set(cell)));
        map([
            ("caption", self.set(&shown.title)),
            ("head", array(head)),
            ("rows", array(shown.rows.iter().map(cells))),
            (
                "sources",
                array(shown.sources.iter().map(|source| self.source(source))),
            ),
            ("synthetic", shown.synthetic.into()),
        ])
    }

    fn finder(&self, finder: &Finder) -> Value {
        let found = |found: &Found| {
            let url = found.page.as_ref().map(|page| self.view.target(page));
            map([
                ("name", self.set(&found.name)),
                ("url", optional(url.as_deref().map(text))),
            ])
        };
        let groups = finder.groups.iter().map(|group| {
            map([
                ("code", text(&group.code)),
                ("place", found(&group.place)),
                ("below", array(group.below.iter().map(found))),
                ("count", text(&self.view.number(group.below.len()))),
            ])
        });
        let search = finder.search.as_ref().map(|page| self.view.target(page));
        map([
            ("groups", array(groups)),
            ("search_url", optional(search.as_deref().map(text))),
        ])
    }

    fn contact(&self, contact: &Contact, in_line: bool) -> Value {
        let some = |value: &str| optional((!value.is_empty()).then(|| self.set(value)));
        map([
            ("name", self.set(&contact.name)),
            ("role", some(&contact.role)),
            ("phone", some(&contact.phone)),
            ("phone_uri", text(&phone_uri(&contact.phone))),
            ("telegram", some(&contact.telegram)),
            ("address", some(&contact.address)),
            ("hours", some(&contact.hours)),
            ("synthetic", contact.synthetic.into()),
            ("in_line", in_line.into()),
        ])
    }

    fn files(&self, files: &[Download]) -> Value {
        array(files.iter().map(|file| {
            map([
                ("label", self.set(&file.label)),
                ("format", text(&file.format)),
                ("url", text(&self.view.target(&file.target))),
                ("bytes", Value::none()),
            ])
        }))
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
