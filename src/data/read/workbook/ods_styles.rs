//! The styles of an ODS archive, of which some stand before the sheets and some in a part of their own →
//! which sheets are not displayed, and which styles of cells show numbers otherwise than they are kept.
//!
//! Formats of numbers are elements there; they are written as Excel writes them, so that one reader
//! understands both.

use super::refusal::Refusal;
use super::xml::{Node, attribute, said, visit};
use crate::data::read::number_format::NumberFormat;
use quick_xml::events::BytesStart;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Default)]
pub(super) struct Styles {
    /// Styles of sheets that are not displayed.
    pub hidden: BTreeSet<String>,
    pub known: Vec<NumberFormat>,
    /// The style of a cell → which of them.
    pub of: BTreeMap<String, u16>,
}

/// The format of a number.
#[derive(Default)]
struct Format {
    code: String,
    /// Conditions, and the formats of numbers for which they hold.
    maps: Vec<(String, String)>,
}

#[derive(Default)]
struct Reading {
    hidden: BTreeSet<String>,
    style: Option<String>,
    formats: BTreeMap<String, Format>,
    /// Styles of cells: the style that each is made from, and its own format.
    cells: BTreeMap<String, (Option<String>, Option<String>)>,
    /// The format that is read, and what is written in it.
    format: Option<(String, Format)>,
    words: Option<String>,
    is_currency: bool,
}

impl Styles {
    /// Of these parts and their texts.
    pub fn of(parts: &[(&str, &str)]) -> Styles {
        let mut reading = Reading::default();
        for (part, text) in parts {
            let whole = visit(part, text, |node| {
                match node {
                    Node::Open(element) => reading.open(&element),
                    Node::Close(name) => reading.close(name),
                    Node::Text(text) => {
                        if let Some(words) = &mut reading.words {
                            words.push_str(text);
                        }
                    }
                }
                Ok::<(), Refusal>(())
            });
            // The elements around the sheets are still open.
            drop(whole);
        }
        let mut styles = Styles {
            hidden: std::mem::take(&mut reading.hidden),
            ..Styles::default()
        };
        let mut numbers: BTreeMap<&str, Option<u16>> = BTreeMap::new();
        for (name, format) in &reading.formats {
            let number = NumberFormat::of(&code(format, &reading.formats)).and_then(|format| {
                let number = u16::try_from(styles.known.len()).ok()?;
                styles.known.push(format);
                Some(number)
            });
            numbers.insert(name, number);
        }
        for cell in reading.cells.keys() {
            let format = reading.format_of(cell);
            if let Some(number) = format.and_then(|it| numbers.get(it).copied().flatten()) {
                styles.of.insert(cell.clone(), number);
            }
        }
        styles
    }
}

/// The code of a format with those of its conditions before it.
fn code(format: &Format, all: &BTreeMap<String, Format>) -> String {
    let conditions: Vec<&str> = format.maps.iter().map(|(it, _)| it.as_str()).collect();
    // As Excel parts numbers where nothing else is said.
    let is_usual = matches!(
        conditions.as_slice(),
        ["value()>=0"] | ["value()>0", "value()<0"] | ["value()>0", "value()<0", "value()=0"]
    );
    let mut sections = Vec::new();
    for (condition, name) in &format.maps {
        let own = all.get(name).map_or("", |format| &format.code);
        sections.push(match is_usual {
            true => own.to_owned(),
            false => {
                let condition = condition.replace("value()", "").replace("!=", "<>");
                format!("[{condition}]{own}")
            }
        });
    }
    match (sections.is_empty(), format.code.is_empty()) {
        // Nothing at all is shown.
        (true, true) => ";;;".to_owned(),
        _ => {
            sections.push(format.code.clone());
            sections.join(";")
        }
    }
}

/// How many styles may be made from each other.
const DEPTH: usize = 16;

impl Reading {
    /// The name of the format of a style, its own or that of one that it is made from.
    fn format_of(&self, cell: &str) -> Option<&str> {
        let mut cell = cell;
        for _ in 0..DEPTH {
            let (from, format) = self.cells.get(cell)?;
            match format {
                Some(format) => return Some(format),
                None => cell = from.as_deref()?,
            }
        }
        None
    }

    fn open(&mut self, element: &BytesStart<'_>) {
        match element.name().as_ref() {
            "style:style" => {
                self.style = said(element, "style:name");
                let format = said(element, "style:data-style-name");
                let from = said(element, "style:parent-style-name");
                if let Some(style) = &self.style
                    && (format.is_some() || from.is_some())
                {
                    self.cells.insert(style.clone(), (from, format));
                }
            }
            "style:table-properties" => {
                let displayed = attribute(element, "table:display");
                if displayed.is_some_and(|displayed| displayed == "false") {
                    self.hidden.extend(self.style.clone());
                }
            }
            name if is_format(name) => {
                let name = said(element, "style:name").unwrap_or_default();
                self.format = Some((name, Format::default()));
            }
            "number:number" => self.put(&digits(element)),
            "number:scientific-number" | "number:fraction" => self.put("0E+0"),
            "number:text-content" => self.put("@"),
            name @ ("number:text" | "number:currency-symbol") => {
                self.is_currency = name == "number:currency-symbol";
                self.words = Some(String::new());
            }
            "style:map" => {
                let condition = said(element, "style:condition");
                let name = said(element, "style:apply-style-name");
                if let (Some((_, format)), Some(condition), Some(name)) =
                    (&mut self.format, condition, name)
                {
                    format.maps.push((condition, name));
                }
            }
            _ => {}
        }
    }

    fn put(&mut self, code: &str) {
        if let Some((_, format)) = &mut self.format {
            format.code.push_str(code);
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            name if is_format(name) => {
                if let Some((name, format)) = self.format.take() {
                    self.formats.insert(name, format);
                }
            }
            "number:text" | "number:currency-symbol" => {
                let words = self.words.take().unwrap_or_default();
                match words.replace('"', "") {
                    words if self.is_currency => self.put(&format!("[${words}]")),
                    words if words.trim() == "%" => self.put("%"),
                    words if !words.is_empty() => self.put(&format!("\"{words}\"")),
                    _ => {}
                }
            }
            _ => {}
        }
    }
}

fn is_format(name: &str) -> bool {
    ["number", "percentage", "currency", "text"]
        .iter()
        .any(|kind| {
            let rest = name
                .strip_prefix("number:")
                .and_then(|it| it.strip_prefix(kind));
            rest == Some("-style")
        })
}

/// `000`, `#,##0.0`, `0,,`
fn digits(element: &BytesStart<'_>) -> String {
    let number = |name| attribute(element, name).and_then(|it| it.parse::<usize>().ok());
    // Excel knows no longer format.
    let whole = number("number:min-integer-digits").unwrap_or(1).min(255);
    let mut code = match attribute(element, "number:grouping").as_deref() {
        Some("true") => format!("#,##{}", "0".repeat(whole.min(1))),
        _ if whole == 0 => "#".to_owned(),
        _ => "0".repeat(whole),
    };
    let decimals = number("number:decimal-places").unwrap_or(0).min(30);
    if decimals > 0 {
        code.push('.');
        code.push_str(&"0".repeat(decimals));
    }
    let factor = attribute(element, "number:display-factor");
    let mut factor = factor.and_then(|it| it.parse::<u64>().ok()).unwrap_or(1);
    while factor >= 1000 {
        code.push(',');
        factor /= 1000;
    }
    code
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_of_numbers_are_written_as_excel_writes_them() {
        let styles = Styles::of(&[(
            "content.xml",
            "<a><number:number-style style:name='N1'>\
             <number:number number:min-integer-digits='4'/></number:number-style>\
             <number:currency-style style:name='N2P0'>\
             <number:currency-symbol>$</number:currency-symbol>\
             <number:number number:decimal-places='2' number:min-integer-digits='1' number:grouping='true'/>\
             </number:currency-style>\
             <number:currency-style style:name='N2'><number:text>-</number:text>\
             <number:currency-symbol>$</number:currency-symbol>\
             <number:number number:decimal-places='2' number:min-integer-digits='1' number:grouping='true'/>\
             <style:map style:condition='value()&gt;=0' style:apply-style-name='N2P0'/>\
             </number:currency-style>\
             <number:percentage-style style:name='N3'>\
             <number:number number:min-integer-digits='1'/><number:text>%</number:text>\
             </number:percentage-style>\
             <number:number-style style:name='N4'>\
             <number:number number:min-integer-digits='1' number:display-factor='1000000'/>\
             <number:text> លាន</number:text></number:number-style>\
             <number:number-style style:name='N5'/>\
             <number:number-style style:name='N6'><number:number number:min-integer-digits='1'/>\
             </number:number-style>\
             <style:style style:name='ce1' style:data-style-name='N1'/>\
             <style:style style:name='ce2' style:data-style-name='N2'/>\
             <style:style style:name='ce3' style:data-style-name='N3'/>\
             <style:style style:name='ce4' style:data-style-name='N4'/>\
             <style:style style:name='ce5' style:data-style-name='N5'/>\
             <style:style style:name='ce6' style:data-style-name='N6'/>\
             <style:style style:name='ce7' style:parent-style-name='ce1'/>\
             <style:style style:name='ta1'><style:table-properties table:display='false'/></style:style>",
        )]);
        let codes: Vec<(&str, &str)> = styles
            .of
            .iter()
            .map(|(name, number)| (name.as_str(), &*styles.known[usize::from(*number)].code))
            .collect();
        assert_eq!(
            codes,
            [
                ("ce1", "0000"),
                ("ce2", "[$$]#,##0.00;\"-\"[$$]#,##0.00"),
                ("ce3", "0%"),
                ("ce4", "0,,\" លាន\""),
                ("ce5", ";;;"),
                ("ce7", "0000"),
            ]
        );
        assert_eq!(styles.hidden, BTreeSet::from(["ta1".to_owned()]));
    }
}
