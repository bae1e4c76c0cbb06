//! The text of a page as HTML, with its links resolved and its components rendered by the theme.

use super::html::{self, HtmlOptions, ImageView};
use super::page::leaflet_of;
use super::templates;
use super::value::{array, html as safe, map, optional, text};
use super::view::{View, phone_uri, set};
use crate::chart;
use crate::content::block::{ArgumentValue, Block, ComponentCall, Document};
use crate::data::{AmountView, BudgetTable, SourceView};
use crate::diagnostic::{Diagnostic, Place, Report};
use crate::site::widgets::{self, Contact, Download, Widget};
use crate::site::{PageId, links, plan};
use std::cell::{Cell, RefCell};
use tera::{Context, Value};

/// Writes one page's text and gathers what is wrong with it.
pub(super) struct Renderer<'view> {
    view: &'view View<'view>,
    id: PageId,
    found: RefCell<Report>,
    /// Charts of the page so far: their titles need ids.
    charts: Cell<usize>,
}

impl<'view> Renderer<'view> {
    pub(super) fn new(view: &'view View<'view>, id: PageId) -> Renderer<'view> {
        Renderer {
            view,
            id,
            found: RefCell::new(Report::new()),
            charts: Cell::new(0),
        }
    }

    /// The whole text of the page.
    pub(super) fn document(&self, document: &Document) -> String {
        self.with_options(|options| html::write(document, options))
    }

    /// All that was wrong.
    pub(super) fn finish(self) -> Result<(), Report> {
        let found = self.found.into_inner();
        if found.has_errors() {
            Err(found)
        } else {
            Ok(())
        }
    }

    fn blocks(&self, blocks: &[Block]) -> String {
        self.with_options(|options| html::write_blocks(blocks, options))
    }

    fn with_options(&self, write: impl FnOnce(&HtmlOptions<'_>) -> String) -> String {
        let site = self.view.site;
        let page = site.page(self.id);
        let link = |target: &str, place: &Place| {
            self.or_report(links::resolve(site, page, target, place))
                .map_or_else(String::new, |target| target.relative_to(self.view.path))
        };
        let image = |source: &str, place: &Place| {
            let target = self.or_report(links::file(site, page, source, place));
            let size = target.as_ref().and_then(|target| match target {
                links::Target::Inside { path, .. } => site.image_sizes.get(path).copied(),
                links::Target::Outside(_) => None,
            });
            ImageView {
                src: target.map_or_else(String::new, |target| target.relative_to(self.view.path)),
                width: size.map(|(width, _)| width),
                height: size.map(|(_, height)| height),
            }
        };
        let component = |call: &ComponentCall, _inline: bool| self.component(call);
        write(&HtmlOptions {
            language: &page.content_language,
            breaks: site.config.khmer.line_breaks,
            segmenter: Some(&site.segmenter),
            resolve_link: &link,
            resolve_image: &image,
            component: &component,
            strings: site.theme.strings(self.view.language),
        })
    }

    fn or_report<T>(&self, result: Result<T, Diagnostic>) -> Option<T> {
        result
            .map_err(|problem| self.found.borrow_mut().push(problem))
            .ok()
    }

    /// A component of the text, rendered by the theme; empty if something is wrong with it.
    fn component(&self, call: &ComponentCall) -> String {
        let tera = &self.view.web.tera;
        let own: Vec<&str> = tera
            .get_component_names()
            .filter(|name| !name.contains('.'))
            .collect();
        let knows = |name: &str| own.contains(&name);
        let widget = match widgets::resolve(self.view.site, self.id, call, &knows, &own) {
            Ok(widget) => widget,
            Err(problems) => {
                self.found.borrow_mut().extend(problems);
                return String::new();
            }
        };
        let mut arguments = Context::new();
        arguments.insert_value(
            "t",
            self.view.web.shared[self.view.language].strings.clone(),
        );
        let mut body = None;
        match &widget {
            Widget::Theme(call) => {
                arguments = theme_arguments(call);
                body = call.body.as_deref().map(|blocks| self.blocks(blocks));
            }
            widget => arguments.insert_value("view", self.widget(widget)),
        }
        let mut implicit = Context::new();
        implicit.insert_value(
            "t",
            self.view.web.shared[self.view.language].strings.clone(),
        );
        implicit.insert_value("lang", text(self.view.language.tag()));
        let rendered = tera.render_component_with_implicits(
            &call.name,
            &arguments,
            &implicit,
            body.as_deref(),
            true,
        );
        match rendered {
            Ok(html) => html,
            Err(error) => {
                let problem = templates::component_problem(self.view.site, &error, call);
                self.found.borrow_mut().push(problem);
                String::new()
            }
        }
    }

    fn widget(&self, widget: &Widget<'_>) -> Value {
        match widget {
            Widget::BudgetTable { table, downloads } => self.table(table, downloads),
            Widget::BudgetChart {
                description,
                chart,
                table,
                downloads,
            } => {
                let number = self.charts.get() + 1;
                self.charts.set(number);
                let identity = chart::Identity {
                    title: &table.title,
                    title_id: &format!("chart-{number}"),
                    description,
                    description_id: &format!("chart-{number}-text"),
                };
                let svg = chart::svg(chart, identity);
                map([
                    ("svg", safe(&svg)),
                    ("title", self.set(&table.title)),
                    ("description", text("")),
                    ("table", self.table(table, downloads)),
                ])
            }
            Widget::Amount { view, label } => self.amount(view, label.as_deref()),
            Widget::Note { kind, title, body } => map([
                ("kind", text(kind)),
                (
                    "title",
                    optional(title.as_deref().map(|title| self.set(title))),
                ),
                ("body", safe(&self.blocks(body))),
            ]),
            Widget::Steps(items) => {
                let items = items.iter().map(|item| safe(&self.blocks(item)));
                map([("items", array(items))])
            }
            Widget::Contact(contact) => self.contact(contact),
            Widget::Download(files) => map([("items", self.files(files))]),
            Widget::Leaflet(formats) => {
                let strings = self.view.site.theme.strings(self.view.language);
                let items = formats.iter().map(|format| {
                    let path = leaflet_of(self.view.site, self.id, format);
                    let title = strings.get(&format!("leaflet_{format}"));
                    map([
                        ("title", self.set(title.unwrap_or(format))),
                        ("url", self.view.url(&path)),
                        ("print_url", self.view.url(&plan::print_path(&path))),
                    ])
                });
                map([("items", array(items))])
            }
            Widget::Theme(_) => Value::none(),
        }
    }

    fn set(&self, plain: &str) -> Value {
        set(self.view.site, plain)
    }

    fn table(&self, table: &BudgetTable, downloads: &[Download]) -> Value {
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

    fn amount(&self, view: &AmountView, label: Option<&str>) -> Value {
        let strings = self.view.site.theme.strings(self.view.language);
        let synthetic = view.synthetic.then(|| strings.get("synthetic")).flatten();
        map([
            ("text", self.set(&view.text)),
            ("label", self.set(label.unwrap_or_default())),
            (
                "source",
                optional(view.sources.first().map(|source| self.source(source))),
            ),
            ("note", self.set(synthetic.map_or("", String::as_str))),
        ])
    }

    fn contact(&self, contact: &Contact) -> Value {
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
        ])
    }

    fn files(&self, files: &[Download]) -> Value {
        array(files.iter().map(|file| {
            map([
                ("label", self.set(&file.label)),
                ("format", text(&file.format)),
                ("url", text(&file.target.relative_to(self.view.path))),
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
