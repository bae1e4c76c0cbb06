//! The text that must copy out of a leaflet's PDF.

use sala::leaflet::document::{
    Citation, Contact, KeyFigure, Leaflet, LeafletBlock, LeafletInline, Source,
};

/// What may copy out of a leaflet that the A4 template set, without white space: with a slip to tear off
/// at its end, with lines, or without; but for the line at the foot of each page, which [`foot_line`] is.
pub fn expected(leaflet: &Leaflet) -> [String; 3] {
    let reader = Reader::of(&leaflet.language);
    let mut before = [&leaflet.site_title, &leaflet.title, &leaflet.description]
        .map(String::as_str)
        .concat();
    before.push_str(&reader.blocks(&leaflet.blocks));
    before.push_str(&leaflet.notices.concat());
    let sender: Vec<&str> = [leaflet.organisation.as_str(), &leaflet.phone]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    let after = [
        &leaflet.call_to_action,
        typed(leaflet),
        &sender.concat(),
        reader.free,
    ]
    .concat();
    ["", reader.slip, reader.notes].map(|slip| without_space(&format!("{before}{slip}{after}")))
}

/// What may copy out of a leaflet of six panels, without white space and in any order: with each number of
/// panels that the text leaves free.
pub fn expected_of_panels(leaflet: &Leaflet) -> Vec<String> {
    let reader = Reader::of(&leaflet.language);
    let own = [
        &leaflet.site_title,
        &leaflet.title,
        &leaflet
            .figure
            .as_ref()
            .map_or_else(String::new, on_the_cover),
        &leaflet.description,
        reader.free,
        &leaflet.organisation,
        &reader.blocks(&leaflet.blocks),
        &leaflet.notices.concat(),
        &leaflet.call_to_action,
        typed(leaflet),
        &leaflet.phone,
        &leaflet.organisation,
        &foot_line(leaflet),
    ];
    let free = [reader.slip, reader.answer, reader.notes, reader.notes];
    let copies =
        (0..=free.len()).map(|count| own.map(str::to_owned).concat() + &free[..count].concat());
    copies.map(|text| without_space(&text)).collect()
}

/// The line at the foot of a sheet, without white space.
pub fn foot_line(leaflet: &Leaflet) -> String {
    let reader = Reader::of(&leaflet.language);
    let blocks = serde_json::to_value(&leaflet.blocks).expect("blocks are JSON");
    let mut line = synthetic(&blocks).map_or(String::new(), |words| words + "·");
    if !leaflet.edition.is_empty() {
        line += &format!("{}{}·", reader.edition, leaflet.edition);
    }
    without_space(&(line + reader.newer + address(leaflet)))
}

/// The first words that say that figures are an example; those of contacts speak of people.
fn synthetic(value: &serde_json::Value) -> Option<String> {
    match value {
        serde_json::Value::Array(values) => values.iter().find_map(synthetic),
        serde_json::Value::Object(fields) => {
            let own = fields.get("synthetic").and_then(|words| words.as_str());
            let own = own.filter(|words| !words.is_empty()).map(str::to_owned);
            match fields.get("block").and_then(|kind| kind.as_str()) {
                Some("contact") => None,
                _ => own.or_else(|| fields.values().find_map(synthetic)),
            }
        }
        _ => None,
    }
}

/// What a cover says of its figure.
fn on_the_cover(figure: &KeyFigure) -> String {
    let KeyFigure {
        text,
        label,
        when,
        synthetic,
    } = figure;
    let what = [label.as_str(), when].into_iter();
    let what: Vec<&str> = what.filter(|part| !part.is_empty()).collect();
    format!("{}{text}{synthetic}", what.join(", "))
}

/// What copies out of a poster, without white space: the figure of the page or, if it has none, the first three
/// things to do, each with its first block.
pub fn expected_of_poster(leaflet: &Leaflet) -> String {
    let reader = Reader::of(&leaflet.language);
    let choice = match &leaflet.figure {
        Some(figure) => on_the_cover(figure) + &leaflet.description,
        None => {
            let items = items(&leaflet.blocks);
            let items = items.iter().take(3).zip(1..).map(|(item, number)| {
                reader.number(number) + &reader.blocks(&without_marks(&item[..item.len().min(1)]))
            });
            leaflet.description.clone() + &items.collect::<String>()
        }
    };
    let contact = contacts(&leaflet.blocks).into_iter().next();
    let whom = contact.map_or_else(
        || leaflet.phone.clone(),
        |contact| contact.name.clone() + &contact.phone,
    );
    without_space(
        &[
            &leaflet.site_title,
            &leaflet.title,
            &choice,
            &leaflet.call_to_action,
            typed(leaflet),
            &whom,
            &leaflet.organisation,
            &leaflet.notices.concat(),
            &foot_line(leaflet),
        ]
        .concat(),
    )
}

/// What copies out of each card, without white space: one for each contact and service, or one of the page.
pub fn expected_of_cards(leaflet: &Leaflet) -> Vec<String> {
    let contacts = contacts(&leaflet.blocks);
    let contacts = contacts.iter().map(|contact| {
        let telegram = match &*contact.telegram {
            "" => String::new(),
            name => format!("Telegram: {name}"),
        };
        [
            &contact.name,
            &contact.role,
            &contact.phone,
            &telegram,
            &contact.hours,
            &contact.address,
            &contact.synthetic,
        ]
        .map(String::as_str)
        .concat()
    });
    let cards = found(&leaflet.blocks, &|block| match block {
        LeafletBlock::Cards(cards) => Some(cards.clone()),
        _ => None,
    });
    let services = cards.iter().flat_map(|cards| {
        cards.cards.iter().map(|card| {
            let lines = card
                .lines
                .iter()
                .map(|(label, words)| label.clone() + words);
            card.title.clone() + &card.text + &lines.collect::<String>() + &cards.synthetic
        })
    });
    let mut each: Vec<String> = contacts.chain(services).collect();
    if each.is_empty() {
        each.push(leaflet.title.clone() + &leaflet.description + &leaflet.phone);
    }
    let each = each.into_iter().map(|own| {
        without_space(&format!(
            "{}{own}{}{}",
            leaflet.site_title,
            typed(leaflet),
            leaflet.edition
        ))
    });
    each.collect()
}

/// Blocks that somebody looks for, at any depth.
fn found<Own>(blocks: &[LeafletBlock], own: &dyn Fn(&LeafletBlock) -> Option<Own>) -> Vec<Own> {
    let each = blocks.iter().flat_map(|block| match (own(block), block) {
        (Some(own), _) => vec![own],
        (
            None,
            LeafletBlock::Group { blocks }
            | LeafletBlock::Note { blocks, .. }
            | LeafletBlock::Quote { blocks },
        ) => found(blocks, own),
        (None, _) => Vec::new(),
    });
    each.collect()
}

fn contacts(blocks: &[LeafletBlock]) -> Vec<Contact> {
    found(blocks, &|block| match block {
        LeafletBlock::Contact(contact) => Some(contact.clone()),
        _ => None,
    })
}

/// What there is to do, one by one.
fn items(blocks: &[LeafletBlock]) -> Vec<Vec<LeafletBlock>> {
    let lists = found(blocks, &|block| match block {
        LeafletBlock::List { items, .. } | LeafletBlock::Steps { items } => Some(items.clone()),
        _ => None,
    });
    lists.concat()
}

/// The same without what refers to notes and sources, which stand on no poster.
fn without_marks(blocks: &[LeafletBlock]) -> Vec<LeafletBlock> {
    fn clear(value: &mut serde_json::Value) {
        match value {
            serde_json::Value::Array(values) => values.iter_mut().for_each(clear),
            serde_json::Value::Object(fields) => {
                let inline = fields.get("inline").and_then(|kind| kind.as_str());
                let mark = match inline {
                    Some("note_mark") => Some("number"),
                    Some("amount") => Some("mark"),
                    _ => None,
                };
                if let Some(mark) = mark {
                    fields[mark] = "".into();
                }
                fields.values_mut().for_each(clear);
            }
            _ => {}
        }
    }
    let mut value = serde_json::to_value(blocks).expect("blocks are JSON");
    clear(&mut value);
    serde_json::from_value(value).expect("the same blocks")
}

/// The address beside the code, as it is printed.
fn typed(leaflet: &Leaflet) -> &str {
    match leaflet.short_address.as_str() {
        "" => address(leaflet),
        short => short,
    }
}

/// The page's own address as it is printed.
fn address(leaflet: &Leaflet) -> &str {
    let address = leaflet.address.as_str();
    address.strip_prefix("https://").unwrap_or(address)
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
    free: &'static str,
    slip: &'static str,
    answer: &'static str,
    notes: &'static str,
    edition: &'static str,
    newer: &'static str,
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
                free: "ឥតគិតថ្លៃ។ យកមួយ ហើយចែកបន្ត។",
                slip: "សំណួររបស់ខ្ញុំជូនក្រុមប្រឹក្សា ឈ្មោះ (បើចង់ប្រាប់) ថ្ងៃខែ ប្រជុំលើកក្រោយ",
                answer: "ចម្លើយ និងអ្នកដែលឆ្លើយ",
                notes: "កំណត់ចំណាំរបស់ខ្ញុំ",
                edition: "ចេញផ្សាយ",
                newer: "រកមើលច្បាប់ថ្មីនៅ៖",
            },
            _ => Reader {
                khmer: false,
                source: "Source:",
                page: "page",
                retrieved: "retrieved",
                licence: "licence",
                read_from: "Read from",
                unit: "Unit:",
                free: "Free. Take one, pass it on.",
                slip: "My question to the council Name (if you like) Date Next meeting",
                answer: "The answer, and who gave it",
                notes: "My notes",
                edition: "Edition of",
                newer: "Look for a newer one:",
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
