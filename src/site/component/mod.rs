//! The built-in components: a call in a page's text → an [`Exhibit`], plain values in the page's
//! language, before any medium.
//!
//! One file for each, and one list. A component says which arguments it takes, and whether text stands
//! between its marks; both are checked here, for all of them alike.

mod amount;
mod arguments;
mod audio;
mod budget_chart;
mod budget_table;
mod chosen;
mod commitments;
mod comparator;
mod compare;
mod constant_prices;
mod contact;
mod download;
mod exhibit;
mod glossary;
mod leaflet;
mod median;
mod note;
mod of_100;
mod of_rows;
mod per_person;
mod place_finder;
mod place_map;
mod rank;
mod roll_up;
mod rows;
mod scorecard;
mod services;
mod steps;
mod survey;
mod what_changed;

pub use arguments::{Argument, Holds};
pub use contact::contact_of_row;
pub use exhibit::{Cards, Chart, Contact, Download, Exhibit, Figure, Sounding, Table, Words};
pub use place_finder::{Finder, Found};
pub use rows::Rows;

use super::{Page, Site};
use crate::content::Spans;
use crate::content::block::{ArgumentValue, Block, ComponentCall, Stands};
use crate::diagnostic::{Diagnostic, Place, Report, codes, diagnostic};
use crate::figures::Wording;
use crate::scheme;
use arguments::Arguments;

/// A component that needs what only the site knows.
pub struct Component {
    pub name: &'static str,
    /// In groups, of which several components share some.
    pub arguments: &'static [&'static [Argument]],
    pub body: Body,
    /// Whether it can stand in a sentence.
    pub in_line: bool,
    resolve: for<'text> fn(&Call<'text, '_>) -> Result<Exhibit<'text>, Report>,
}

impl Component {
    pub fn arguments(&self) -> impl Iterator<Item = &'static Argument> + Clone + use<> {
        self.arguments.iter().copied().flatten()
    }
}

/// Whether text stands between a component's marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Body {
    None,
    Required,
}

/// Every built-in component, by name.
pub static ALL: &[&Component] = &[
    &amount::COMPONENT,
    &audio::COMPONENT,
    &budget_chart::COMPONENT,
    &budget_table::COMPONENT,
    &commitments::COMPONENT,
    &comparator::COMPONENT,
    &compare::COMPONENT,
    &constant_prices::COMPONENT,
    &contact::COMPONENT,
    &download::COMPONENT,
    &glossary::COMPONENT,
    &leaflet::COMPONENT,
    &median::COMPONENT,
    &note::COMPONENT,
    &of_100::COMPONENT,
    &per_person::COMPONENT,
    &place_finder::COMPONENT,
    &place_map::COMPONENT,
    &rank::COMPONENT,
    &roll_up::COMPONENT,
    &rows::COMPONENT,
    &scorecard::COMPONENT,
    &services::COMPONENT,
    &steps::COMPONENT,
    &survey::COMPONENT,
    &what_changed::COMPONENT,
];

/// A call with what it stands in.
struct Call<'text, 'file> {
    site: &'text Site,
    page: &'text Page,
    call: &'text ComponentCall,
    arguments: Arguments<'text>,
    spans: &'file Spans<'file>,
}

impl<'text> Call<'text, '_> {
    /// The text between its marks.
    fn body(&self) -> &'text [Block] {
        self.call.body.as_deref().unwrap_or_default()
    }

    fn place(&self) -> Place {
        self.spans.place(self.call.span)
    }

    /// What the theme says in the page's language.
    fn words(&self) -> Wording<'text> {
        Wording::of(&self.site.theme, &self.page.language)
    }

    /// Where an argument stands; the call, if it is not written.
    fn place_of(&self, argument: &str) -> Place {
        let mut arguments = self.call.arguments.iter();
        let written = arguments.find(|written| written.name == argument);
        self.spans
            .place(written.map_or(self.call.span, |written| written.span))
    }
}

/// Finds what a call shows; `theme_components` are those that the theme has, sorted.
pub(super) fn resolve<'text>(
    site: &'text Site,
    page: &'text Page,
    call: &'text ComponentCall,
    theme_components: &[String],
    spans: &Spans<'_>,
) -> Result<Exhibit<'text>, Report> {
    let Some(component) = ALL.iter().find(|component| component.name == call.name) else {
        if theme_components.binary_search(&call.name).is_ok() {
            return check_theme_arguments(call, spans).map(|()| Exhibit::Theme(call));
        }
        return Err(Report::of(unknown(site, call, theme_components, spans)));
    };
    let (arguments, mut found) = Arguments::read(component, call, spans);
    let has_text = call.body.as_ref().is_some_and(|body| !body.is_empty());
    match component.body {
        Body::Required if !has_text => found.push(diagnostic!(
            codes::site::WANTS_BODY,
            spans.place(call.span),
            component = &call.name,
            open = format!("`{{% {}() %}}`", call.name),
            close = "`{% end %}`"
        )),
        Body::None if has_text => found.push(diagnostic!(
            codes::site::TAKES_NO_BODY,
            spans.place(call.span),
            component = &call.name,
            call = format!("`{{{{ {}() }}}}`", call.name)
        )),
        Body::None if call.in_line() && !component.in_line => found.push(diagnostic!(
            codes::site::BLOCK_IN_A_LINE,
            spans.place(call.span),
            component = &call.name
        )),
        // Each of those that stand in a line holds a link, and no link stands in another.
        Body::None if call.stands == Stands::InLink => found.push(diagnostic!(
            codes::content::CALL_MISPLACED,
            spans.place(call.span)
        )),
        Body::Required | Body::None => {}
    }
    if found.has_errors() {
        return Err(found);
    }
    (component.resolve)(&Call {
        site,
        page,
        call,
        arguments,
        spans,
    })
}

/// A theme's component may put any of its arguments into an address.
fn check_theme_arguments(call: &ComponentCall, spans: &Spans<'_>) -> Result<(), Report> {
    let mut found = Report::new();
    for argument in &call.arguments {
        if let ArgumentValue::Text(text) = &argument.value
            && scheme::is_active(text)
        {
            found.push(diagnostic!(
                codes::content::LINK_SCHEME,
                spans.place(argument.span),
                target = text
            ));
        }
    }
    match found.has_errors() {
        true => Err(found),
        false => Ok(()),
    }
}

fn unknown(
    site: &Site,
    call: &ComponentCall,
    theme_components: &[String],
    spans: &Spans<'_>,
) -> Diagnostic {
    let known = site.component_names(theme_components);
    diagnostic!(
        codes::site::NO_COMPONENT,
        spans.place(call.span),
        name = &call.name,
        known = known.list()
    )
    .did_you_mean(&call.name, known)
}
