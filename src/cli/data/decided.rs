//! What was decided about a clerk's file, in words.

use super::number;
use crate::cli::console::Console;
use crate::data::{Decided, Draft, Grown, What, Why};

/// What is sure, what is to be looked at, what was written, and what to do next.
pub(super) fn lines(
    draft: &Draft,
    file: &str,
    written: &[String],
    is_below_data: bool,
    console: &Console,
) -> Vec<String> {
    let mut lines = Vec::new();
    let parts = [
        (true, console.say("Read in the file:", "អានក្នុងឯកសារ៖")),
        (
            false,
            console.say("Please look at this:", "សូមពិនិត្យមើលចំណុចនេះ៖"),
        ),
    ];
    for (is_sure, heading) in parts {
        let told = draft.decided.iter().filter(|one| one.is_sure == is_sure);
        let told: Vec<String> = told
            .map(|one| format!("  {}", said(one, console)))
            .collect();
        if !told.is_empty() {
            lines.push(heading.to_owned());
            lines.extend(told);
            lines.push(String::new());
        }
    }
    lines.push(console.say("Written:", "បានសរសេរ៖").to_owned());
    lines.extend(written.iter().map(|path| format!("  {path}")));
    lines.push(String::new());
    if !is_below_data {
        let words = console.say(
            "These files belong into the folder `data` of a campaign, beside {file}.",
            "ឯកសារទាំងនេះត្រូវនៅក្នុងថត `data` នៃយុទ្ធនាការ ជាមួយ {file}។",
        );
        lines.push(words.replace("{file}", file));
    }
    lines.push(
        console
            .say(
                "Say under `[[source]]` where the figures come from, then compare: sala data show {file}",
                "សូមប្រាប់ប្រភពតួលេខក្រោម `[[source]]` រួចផ្ទៀង៖ sala data show {file}",
            )
            .replace("{file}", file),
    );
    lines
}

fn said(decided: &Decided, console: &Console) -> String {
    match &decided.what {
        What::Sheet { name, others } => match others.is_empty() {
            true => console.say("the sheet is `{name}`", "សន្លឹកគឺ `{name}`").replace("{name}", name),
            false => console
                .say(
                    "the sheet is `{name}`, which has the most rows; others are {others} (`--sheet`)",
                    "សន្លឹកគឺ `{name}` ដែលមានជួរដេកច្រើនជាងគេ។ សន្លឹកផ្សេងមាន {others} (`--sheet`)",
                )
                .replace("{name}", name)
                .replace("{others}", &others.join(", ")),
        },
        What::Header { first, last } => match first == last {
            true => console
                .say("row {last} names the columns", "ជួរដេកទី {last} ដាក់ឈ្មោះជួរឈរ")
                .replace("{last}", &last.to_string()),
            false => console
                .say(
                    "rows {first} to {last} name the columns",
                    "ជួរដេកទី {first} ដល់ {last} ដាក់ឈ្មោះជួរឈរ",
                )
                .replace("{first}", &first.to_string())
                .replace("{last}", &last.to_string()),
        },
        What::Title(title) => console.say("the title is “{title}”", "ចំណងជើងគឺ “{title}”").replace("{title}", title),
        What::Unit { scale, currency } => {
            let words = match decided.is_sure {
                true => console.say(
                    "a 1 in it stands for {scale} {currency}",
                    "លេខ 1 ក្នុងតារាងស្មើ {scale} {currency}",
                ),
                false => console.say(
                    "no unit stands there, so a 1 is taken for {scale} {currency} (`scale`, `currency`)",
                    "គ្មានឯកតានៅទីនោះទេ ដូច្នេះលេខ 1 ចាត់ទុកស្មើ {scale} {currency} (`scale`, `currency`)",
                ),
            };
            let scale = super::style(console).decimal(scale.normalize());
            words.replace("{scale}", &scale).replace("{currency}", currency)
        }
        What::Place(code) => console
            .say("the figures are about the place {code}", "តួលេខទាំងនេះអំពីទីកន្លែង {code}")
            .replace("{code}", code),
        What::Column {
            letters,
            name,
            read_as,
        } => column(letters, name, read_as),
        What::LeftOut { letters, name, why } => {
            let words = console.say("left out: {column} ({why})", "រំលង៖ {column} ({why})");
            let named = [letters.as_str(), name].join(" ");
            words.replace("{column}", named.trim()).replace("{why}", reason(*why, console))
        }
        What::Separators { group, decimal } => {
            let shown = |sign: &Option<char>| sign.map_or_else(String::new, |sign| format!("`{sign}`"));
            let mut parts = Vec::new();
            if group.is_some() {
                let words = console.say("{sign} stands between thousands", "{sign} នៅរវាងខ្ទង់ពាន់");
                parts.push(words.replace("{sign}", &shown(group)));
            }
            if decimal.is_some() {
                let words = console.say("{sign} stands before decimals", "{sign} នៅមុខខ្ទង់ទសភាគ");
                parts.push(words.replace("{sign}", &shown(decimal)));
            }
            parts.join(", ")
        }
        What::Direction(direction) => console
            .say(
                "the figures seem to be {direction} (`--direction`)",
                "តួលេខទាំងនេះទំនងជា {direction} (`--direction`)",
            )
            .replace("{direction}", direction),
        What::Word { read, meant } => console
            .say("`{read}` is taken for `{meant}`", "`{read}` ចាត់ទុកជា `{meant}`")
            .replace("{read}", read)
            .replace("{meant}", meant),
        What::Codes { are_made, count } => {
            let words = match are_made {
                true => console.say(
                    "the rows have no codes of their own, so one was made for each name: {count}",
                    "ជួរដេកគ្មានលេខកូដផ្ទាល់ខ្លួនទេ ដូច្នេះបានបង្កើតមួយសម្រាប់ឈ្មោះនីមួយៗ៖ {count}",
                ),
                false => console.say("{count} codes stand in the file", "មានលេខកូដ {count} ក្នុងឯកសារ"),
            };
            words.replace("{count}", &number(*count as u64, console))
        }
        What::Again(names) => {
            let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
            let words = console.say(
                "several rows are called {names}, and each is a line of its own",
                "មានជួរដេកច្រើនឈ្មោះ {names} ហើយជួរដេកនីមួយៗជាបន្ទាត់ផ្ទាល់ខ្លួន",
            );
            words.replace("{names}", &names.join(", "))
        }
        What::OtherUnit(units) => {
            let units: Vec<String> = units.iter().map(|unit| format!("`{unit}`")).collect();
            let words = console.say(
                "rows in another unit are left out: {units}",
                "ជួរដេកដែលមានឯកតាផ្សេងត្រូវរំលង៖ {units}",
            );
            words.replace("{units}", &units.join(", "))
        }
        What::Tree { grown, parts } => {
            let words = match grown {
                Grown::Flat => console.say(
                    "no row is the sum of others",
                    "គ្មានជួរដេកណាជាផលបូកនៃជួរដេកផ្សេងទេ",
                ),
                Grown::Stated => console.say(
                    "{count} rows are parts of others, as the column of parents says",
                    "{count} ជួរដេកជាផ្នែកនៃជួរដេកផ្សេង តាមជួរឈរ `parent`",
                ),
                Grown::ByCodes => console.say(
                    "{count} rows are parts of others, by their codes",
                    "{count} ជួរដេកជាផ្នែកនៃជួរដេកផ្សេង តាមលេខកូដ",
                ),
                Grown::ByIndents => console.say(
                    "{count} rows are parts of others, by their indents",
                    "{count} ជួរដេកជាផ្នែកនៃជួរដេកផ្សេង តាមការចូលបន្ទាត់",
                ),
                Grown::BySums => console.say(
                    "{count} rows are parts of others, since they add up to them or stand below a heading",
                    "{count} ជួរដេកជាផ្នែកនៃជួរដេកផ្សេង ព្រោះបូកស្មើគ្នា ឬនៅក្រោមចំណងជើង",
                ),
            };
            words.replace("{count}", &number(*parts as u64, console))
        }
        What::Skipped(rows) => {
            let rows: Vec<String> = rows.iter().map(u32::to_string).collect();
            let words = console.say(
                "rows that hold no line of the table are left out: {rows} (`skip_rows`)",
                "ជួរដេកដែលមិនមែនជាបន្ទាត់តារាងត្រូវរំលង៖ {rows} (`skip_rows`)",
            );
            words.replace("{rows}", &rows.join(", "))
        }
        What::Until { row, text } => console
            .say("the table ends before row {row}, at `{text}`", "តារាងចប់មុនជួរដេកទី {row} ត្រង់ `{text}`")
            .replace("{row}", &row.to_string())
            .replace("{text}", text),
        What::Missing(texts) => {
            let texts: Vec<String> = texts.iter().map(|text| format!("`{text}`")).collect();
            let words = console.say(
                "{texts} is taken for a figure that is not known, and not for zero (`missing`, `zero`)",
                "{texts} ចាត់ទុកថាមិនដឹងតួលេខ មិនមែនសូន្យទេ (`missing`, `zero`)",
            );
            words.replace("{texts}", &texts.join(", "))
        }
        What::Negative => console.say("some figures are negative", "តួលេខខ្លះអវិជ្ជមាន").to_owned(),
    }
}

/// `C ទឹកប្រាក់ = 2025 approved`
fn column(letters: &str, name: &str, read_as: &str) -> String {
    let named = [letters, name].join(" ");
    format!("{} = {read_as}", named.trim())
}

fn reason(why: Why, console: &Console) -> &str {
    match why {
        Why::Empty => console.say("nothing stands in it", "គ្មានអ្វីក្នុងនោះ"),
        Why::Ordinal => console.say("it numbers the rows", "វារាប់ជួរដេក"),
        Why::Computed => console.say("it can be computed", "វាអាចគណនាបាន"),
        Why::OtherCurrency => console.say(
            "the same in another currency, so their rates are compared",
            "ដូចគ្នា ក្នុងរូបិយប័ណ្ណផ្សេង ដូច្នេះអត្រារបស់វាត្រូវប្រៀបធៀប",
        ),
        Why::OtherUnit => console.say("the same in another unit", "ដូចគ្នា ក្នុងឯកតាផ្សេង"),
        Why::PartOfAnother => console.say("another column says the sum", "ជួរឈរផ្សេងប្រាប់ផលបូក"),
        Why::InCategories => {
            console.say("the table of categories says it now", "តារាងប្រភេទប្រាប់វាហើយ")
        }
        Why::SomeCodes => console.say(
            "not each row has a code of its own",
            "មិនមែនជួរដេកទាំងអស់មានលេខកូដផ្ទាល់ខ្លួនទេ",
        ),
        Why::Asked => console.say("as asked for", "តាមការសុំ"),
        Why::NotUnderstood => console.say("it was not understood", "មិនយល់"),
    }
}
