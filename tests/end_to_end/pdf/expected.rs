//! The text that must copy out of a leaflet's PDF.

use sala::leaflet::document::{Citation, Contact, Leaflet, LeafletBlock, LeafletInline, Source};

/// The leaflet's text in the order of the A4 template, without white space.
pub fn expected(leaflet: &Leaflet) -> String {
    let reader = Reader::of(&leaflet.language);
    let mut out = [&leaflet.site_title, &leaflet.title, &leaflet.description]
        .map(String::as_str)
        .concat();
    out.push_str(&leaflet.notices.concat());
    out.push_str(&reader.blocks(&leaflet.blocks));
    out.push_str(&leaflet.call_to_action);
    out.push_str(&leaflet.address);
    let sender: Vec<&str> = [leaflet.organisation.as_str(), &leaflet.phone]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    out.push_str(&sender.join("·"));
    without_space(&out)
}

/// Text without white space and invisible characters.
pub fn without_space(text: &str) -> String {
    let invisible =
        |c: char| c.is_whitespace() || matches!(c, '\u{200b}' | '\u{2060}' | '\u{feff}');
    text.chars().filter(|c| !invisible(*c)).collect()
}

/// Reads a leaflet's blocks aloud, with the words of its language.
struct Reader {
    khmer: bool,
    source: &'static str,
    page: &'static str,
    retrieved: &'static str,
    licence: &'static str,
    read_from: &'static str,
    unit: &'static str,
}

impl Reader {
    fn of(language: &str) -> Reader {
        match language {
            "km" => Reader {
                khmer: true,
                source: "ប្រភព៖",
                page: "ទំព័រ",
                retrieved: "កត់ត្រានៅ",
                licence: "អាជ្ញាបណ្ណ",
                read_from: "អានពី",
                unit: "ឯកតា៖",
            },
            _ => Reader {
                khmer: false,
                source: "Source:",
                page: "page",
                retrieved: "retrieved",
                licence: "licence",
                read_from: "Read from",
                unit: "Unit:",
            },
        }
    }

    fn number(&self, number: u64) -> String {
        match self.khmer {
            true => sala::khmer::number::to_khmer_digits(&number.to_string()),
            false => number.to_string(),
        }
    }

    fn blocks(&self, blocks: &[LeafletBlock]) -> String {
        blocks.iter().map(|block| self.block(block)).collect()
    }

    fn block(&self, block: &LeafletBlock) -> String {
        let cells = |cells: &[Vec<LeafletInline>]| -> String {
            cells.iter().map(|cell| inlines(cell)).collect()
        };
        match block {
            LeafletBlock::Heading { content, .. } | LeafletBlock::Paragraph { content } => {
                inlines(content)
            }
            LeafletBlock::List {
                start,
                marks,
                items,
            } => items
                .iter()
                .zip(start.unwrap_or(0)..)
                .enumerate()
                .map(|(index, (item, number))| match start {
                    _ if !marks.is_empty() => format!("{}{}", marks[index], self.blocks(item)),
                    None => format!("•{}", self.blocks(item)),
                    Some(_) => format!("{}.{}", self.number(number), self.blocks(item)),
                })
                .collect(),
            LeafletBlock::Steps { items } => items
                .iter()
                .zip(1..)
                .map(|(item, number)| self.number(number) + &self.blocks(item))
                .collect(),
            LeafletBlock::Quote { blocks } | LeafletBlock::Group { blocks } => self.blocks(blocks),
            LeafletBlock::Note { title, blocks, .. } => title.clone() + &self.blocks(blocks),
            LeafletBlock::Definitions { entries } => entries
                .iter()
                .map(|(term, meaning)| inlines(term) + &self.blocks(meaning))
                .collect(),
            LeafletBlock::Table { head, rows, .. } => {
                cells(head) + &rows.iter().map(|row| cells(row)).collect::<String>()
            }
            LeafletBlock::Picture(picture) => picture.caption.clone(),
            LeafletBlock::Notes { notes } => notes
                .iter()
                .map(|note| note.number.clone() + &self.blocks(&note.blocks))
                .collect(),
            LeafletBlock::Sources { title, sources } => {
                let sources = sources.iter().map(|source| self.source(source));
                title.clone() + &sources.collect::<String>()
            }
            LeafletBlock::Code { text } => text.clone(),
            LeafletBlock::Rule | LeafletBlock::NewPage => String::new(),
            LeafletBlock::Amount {
                text,
                label,
                sources,
                synthetic,
            } => label.clone() + text + &self.below(&[], sources, synthetic),
            LeafletBlock::Measure(measure) => {
                let parts = measure.parts.iter();
                let parts = parts.map(|(label, figure)| label.clone() + figure);
                let below = self.below(&measure.notes, &measure.sources, &measure.synthetic);
                format!("{}{}", measure.label, measure.told) + &parts.collect::<String>() + &below
            }
            LeafletBlock::Contact(contact) => {
                let Contact {
                    name,
                    role,
                    phone,
                    telegram,
                    address,
                    hours,
                    synthetic,
                } = contact;
                format!("{name}{role}{phone}Telegram:{telegram}{address}{hours}{synthetic}")
            }
            LeafletBlock::BudgetTable(table) => {
                let rows = table
                    .rows
                    .iter()
                    .map(|row| row.label.clone() + &row.cells.concat());
                let caption = format!("{}{}{}", table.caption, self.unit, table.unit);
                let below = self.below(&table.notes, &table.sources, &table.synthetic);
                let adjusted = &table.adjusted;
                let changes = adjusted.lines.iter().map(|change| {
                    let (label, how, reason) = (&change.label, &change.how, &change.reason);
                    format!("{}{label}({how})–{reason}", change.amount)
                });
                let changes = adjusted.title.clone() + &changes.collect::<String>();
                let below = changes + &adjusted.more + &below;
                caption + &table.head.concat() + &rows.collect::<String>() + &below
            }
            LeafletBlock::BudgetChart(chart) => {
                let rows = chart.rows.iter().map(|row| row.label.clone() + &row.text);
                let caption = format!("{}{}{}", chart.title, self.unit, chart.table.unit);
                let table = &chart.table;
                let below = self.below(&table.notes, &table.sources, &table.synthetic);
                caption + &rows.collect::<String>() + &below
            }
            LeafletBlock::Cards(cards) => {
                let each = cards.cards.iter().map(|card| {
                    let lines = card.lines.iter().map(|(label, text)| label.clone() + text);
                    format!("{}{}{}", card.title, card.text, lines.collect::<String>())
                });
                let below = self.below(&cards.notes, &cards.sources, &cards.synthetic);
                cards.title.clone() + &each.collect::<String>() + &below
            }
        }
    }

    fn below(&self, notes: &[String], sources: &[Citation], synthetic: &str) -> String {
        let sources = sources.iter();
        let sources: Vec<String> = sources.map(|own| own.mark.clone() + &own.cells).collect();
        let before = if sources.is_empty() { "" } else { self.source };
        synthetic.to_owned() + &notes.concat() + before + &sources.join(";")
    }

    fn source(&self, source: &Source) -> String {
        let Source {
            mark,
            title,
            url: _,
            typed,
            publisher,
            page,
            retrieved,
            licence,
            cells,
        } = source;
        let said = |before: &str, what: &str| match what {
            "" => String::new(),
            what => format!("{before}{what}"),
        };
        let typed = if typed.is_empty() {
            String::new()
        } else {
            format!("({typed})")
        };
        let parts = [
            title.clone() + &typed,
            publisher.clone(),
            said(self.page, page),
            said(self.retrieved, retrieved),
            said(self.licence, licence),
        ];
        let parts = parts.into_iter().filter(|part| !part.is_empty());
        let parts = parts.collect::<Vec<_>>().join(",");
        let cells = said(&format!("·{}", self.read_from), cells);
        format!("{mark}{parts}{cells}")
    }
}

fn inlines(content: &[LeafletInline]) -> String {
    content
        .iter()
        .map(|inline| match inline {
            LeafletInline::Amount {
                text,
                mark,
                synthetic,
            } => format!("{text}{mark}({synthetic})"),
            LeafletInline::Aside { text } => format!("({text})"),
            LeafletInline::Picture(picture) if picture.caption.is_empty() => String::new(),
            LeafletInline::Picture(picture) => format!("({})", picture.caption),
            other => {
                let content = other
                    .content()
                    .map_or(String::new(), |inner| inlines(inner));
                other.text().to_owned() + &content
            }
        })
        .collect()
}
