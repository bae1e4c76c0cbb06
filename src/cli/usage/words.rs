//! What the commands say in English, beside the same in Khmer. A test finds what is missing here.

use clap::builder::Str;

/// A text of the help in Khmer. What has no word of English in it says the same in both languages.
pub(super) fn khmer(english: &str) -> String {
    found(TEXTS, english).unwrap_or(english).to_owned()
}

/// What stands for a value, as in `--root <DIR>`.
pub(super) fn value_name(english: &Str) -> Str {
    found(VALUE_NAMES, english).map_or_else(|| english.clone(), Str::from)
}

fn found(list: &[(&str, &'static str)], english: &str) -> Option<&'static str> {
    let found = list.iter().find(|(text, _)| *text == english);
    found.map(|(_, khmer)| *khmer)
}

pub(super) static VALUE_NAMES: &[(&str, &str)] = &[
    ("CODE", "លេខសម្គាល់"),
    ("COMMAND", "ពាក្យបញ្ជា"),
    ("COUNT", "ចំនួន"),
    ("CURRENCY", "រូបិយប័ណ្ណ"),
    ("DIGITS", "លេខ"),
    ("DIRECTION", "ទិស"),
    ("EXAMPLE", "គំរូ"),
    ("DIR", "ថត"),
    ("FILE", "ឯកសារ"),
    ("FORM", "ទម្រង់"),
    ("FORMAT", "ទម្រង់"),
    ("KIND", "ប្រភេទ"),
    ("LANGUAGE", "ភាសា"),
    ("LETTERS", "អក្សរ"),
    ("NAME", "ឈ្មោះ"),
    ("NUMBER", "លេខ"),
    ("PHASE", "ដំណាក់កាល"),
    ("READERS", "ភាសា"),
    ("SIGN", "សញ្ញា"),
    ("TEXT", "អត្ថបទ"),
    ("URL", "អាសយដ្ឋាន"),
    ("YEAR", "ឆ្នាំ"),
    ("YYYY-MM-DD", "ឆ្នាំ-ខែ-ថ្ងៃ"),
];

pub(super) static TEXTS: &[(&str, &str)] = &[
    // The program.
    (
        "Turns Markdown and budget tables into a Khmer campaign site and printable leaflets",
        "បង្កើតគេហទំព័រយុទ្ធនាការជាភាសាខ្មែរ និងខិត្តប័ណ្ណសម្រាប់បោះពុម្ព ពី Markdown និងតារាងថវិកា",
    ),
    (
        "Examples:\n  sala new my-campaign     begin a campaign in the folder my-campaign\n  sala serve --open        see it in a browser while you write\n  sala check               say what is wrong in it, and write nothing\n  sala build               build the campaign of this folder into public/\n  sala pack water.zip      pack it into one file to hand on\n  sala explain E309        say more about a message\n\nExit codes: 0 done, 1 the content has problems, 2 wrong usage, 3 the configuration has problems,\n4 the machine has problems (disk, permissions), 70 a bug in sala",
        "ឧទាហរណ៍៖\n  sala new my-campaign     ចាប់ផ្ដើមយុទ្ធនាការក្នុងថត my-campaign\n  sala serve --open        មើលក្នុងកម្មវិធីរុករក ពេលកំពុងសរសេរ\n  sala check               ប្រាប់កំហុស ដោយមិនសរសេរអ្វីទេ\n  sala build               បង្កើតគេហទំព័រនៃថតនេះ ចូលក្នុង public/\n  sala pack water.zip      ខ្ចប់វាជាឯកសារតែមួយ សម្រាប់ចែកគេ\n  sala explain E309        ពន្យល់សារមួយបន្ថែម\n\nលេខពេលចប់៖ 0 រួចរាល់ 1 ខ្លឹមសារមានបញ្ហា 2 ប្រើមិនត្រឹមត្រូវ 3 ការកំណត់មានបញ្ហា\n4 កុំព្យូទ័រមានបញ្ហា (ថាស សិទ្ធិ) 70 sala មានកំហុសក្នុងកម្មវិធី",
    ),
    (
        "The language of messages; without it the language of this computer's settings",
        "ភាសានៃសារ។ បើមិនសរសេរ គឺភាសាក្នុងការកំណត់របស់កុំព្យូទ័រនេះ",
    ),
    ("English", "ភាសាអង់គ្លេស"),
    ("Khmer", "ភាសាខ្មែរ"),
    ("Khmer, ភាសាខ្មែរ", "ភាសាខ្មែរ"),
    // Help itself.
    (
        "Print help (see a summary with '-h')",
        "បង្ហាញជំនួយ (បើចង់បានតែសង្ខេប សូមសរសេរ `-h`)",
    ),
    (
        "Print help (see more with '--help')",
        "បង្ហាញជំនួយ (បើចង់ដឹងលម្អិត សូមសរសេរ `--help`)",
    ),
    (
        "Print this message or the help of the given subcommand(s)",
        "បង្ហាញជំនួយនេះ ឬជំនួយរបស់ពាក្យបញ្ជាដែលសរសេរនៅពីក្រោយ",
    ),
    ("Print version", "បង្ហាញជំនាន់កម្មវិធី"),
    // A campaign.
    (
        "The campaign's folder, which holds sala.toml",
        "ថតយុទ្ធនាការ ដែលមាន sala.toml",
    ),
    (
        "Include pages that are marked as drafts",
        "រួមទាំងទំព័រដែលជាសេចក្ដីព្រាង",
    ),
    (
        "The day it is taken to be: pages dated later wait, pages that expired are left out",
        "ថ្ងៃដែលចាត់ទុកជាថ្ងៃនេះ៖ ទំព័រដែលមិនទាន់ដល់ថ្ងៃ និងទំព័រផុតកំណត់ មិនត្រូវបានផ្សាយទេ",
    ),
    (
        "How the result is told: for a person, or as JSON for a program",
        "របៀបប្រាប់លទ្ធផល៖ សម្រាប់មនុស្ស ឬជា JSON សម្រាប់កម្មវិធី",
    ),
    // sala build
    ("Build the site and its leaflets", "បង្កើតគេហទំព័រ និងខិត្តប័ណ្ណ"),
    (
        "Examples:\n  sala build\n  sala build --root campaigns/water --output /srv/www/water\n  sala build --base-url https://example.org/water/\n  sala build --drafts --today 2026-12-24\n  sala build --format json > report.json",
        "ឧទាហរណ៍៖\n  sala build\n  sala build --root campaigns/water --output /srv/www/water\n  sala build --base-url https://example.org/water/\n  sala build --drafts --today 2026-12-24\n  sala build --format json > report.json",
    ),
    (
        "Where the site is written; without it `public` in the campaign's folder",
        "ថតដែលត្រូវសរសេរគេហទំព័រ។ បើមិនសរសេរ គឺ `public` ក្នុងថតយុទ្ធនាការ",
    ),
    (
        "The address of the site, instead of `base_url` in sala.toml",
        "អាសយដ្ឋានគេហទំព័រ ជំនួស `base_url` ក្នុង sala.toml",
    ),
    // sala pack
    (
        "Pack the site into one file to hand on: a zip, or one page that holds all",
        "ខ្ចប់គេហទំព័រជាឯកសារតែមួយសម្រាប់ចែកគេ៖ zip ឬទំព័រតែមួយដែលមានអ្វីៗទាំងអស់",
    ),
    (
        "Pack the site into one file to hand on: a zip, or one page that holds all\n\nThe pages of a zip open from the folder that it becomes. One page (`.html`) opens by itself, on a phone too: pictures and leaflets stand in it, and links between pages lead to its parts. Whatever else a page leads to stays on the web.",
        "ខ្ចប់គេហទំព័រជាឯកសារតែមួយសម្រាប់ចែកគេ៖ zip ឬទំព័រតែមួយដែលមានអ្វីៗទាំងអស់\n\nទំព័រក្នុង zip បើកពីថត ដែលបានពន្លាចេញពីវា។ ទំព័រតែមួយ (`.html`) បើកបានដោយខ្លួនឯង សូម្បីលើទូរសព្ទ៖ រូបភាព និងខិត្តប័ណ្ណនៅក្នុងវា ហើយតំណរវាងទំព័រនាំទៅផ្នែករបស់វា។ អ្វីផ្សេងទៀតដែលទំព័រនាំទៅ នៅលើអ៊ីនធឺណិតដដែល។",
    ),
    (
        "Examples:\n  sala pack water.zip\n  sala pack water.html --without-leaflets\n  sala pack water-km.html --only km",
        "ឧទាហរណ៍៖\n  sala pack water.zip\n  sala pack water.html --without-leaflets\n  sala pack water-km.html --only km",
    ),
    (
        "The file to write; it ends with `.zip` or `.html`",
        "ឯកសារដែលត្រូវសរសេរ មានកន្ទុយ `.zip` ឬ `.html`",
    ),
    (
        "Only the pages of this language, in a file that ends with `.html`",
        "តែទំព័រជាភាសានេះ ក្នុងឯកសារដែលមានកន្ទុយ `.html`",
    ),
    (
        "Leave the leaflets out; links to them lead to the web",
        "មិនដាក់ខិត្តប័ណ្ណទេ។ តំណទៅខិត្តប័ណ្ណ នាំទៅអ៊ីនធឺណិត",
    ),
    ("Write over a file that is there", "សរសេរពីលើឯកសារដែលមានស្រាប់"),
    // sala check
    (
        "Say what is wrong with a campaign, and write nothing",
        "ប្រាប់កំហុសក្នុងយុទ្ធនាការ ដោយមិនសរសេរអ្វីទេ",
    ),
    (
        "Say what is wrong with a campaign, and write nothing\n\nEverything is read and every page is made and thrown away, so that all problems of texts, tables, settings and templates are told. Leaflets are not printed, which takes longest: whether a text fits its sheet only `sala build` tells.",
        "ប្រាប់កំហុសក្នុងយុទ្ធនាការ ដោយមិនសរសេរអ្វីទេ\n\nអ្វីៗទាំងអស់ត្រូវបានអាន ហើយទំព័រទាំងអស់ត្រូវបានបង្កើត រួចលុបចោលវិញ ដើម្បីប្រាប់បញ្ហាទាំងអស់ក្នុងអត្ថបទ តារាង ការកំណត់ និងគំរូ។ ខិត្តប័ណ្ណមិនត្រូវបានរៀបចំទេ ព្រោះចំណាយពេលយូរជាងគេ៖ មានតែ `sala build` ទេ ដែលប្រាប់ថាអត្ថបទល្មមនឹងក្រដាសឬទេ។",
    ),
    (
        "Also tell what the declarations of tables accept, with its places",
        "ប្រាប់ចំណុចខ្វះខាតដែលតារាងទទួលយកដោយ `tolerate` ព្រមទាំងកន្លែងរបស់វា",
    ),
    (
        "Examples:\n  sala check\n  sala check --root campaigns/water --drafts\n  sala check --format json > report.json",
        "ឧទាហរណ៍៖\n  sala check\n  sala check --root campaigns/water --drafts\n  sala check --format json > report.json",
    ),
    // sala data
    (
        "Tables: check them, see what was understood, describe a clerk's sheet, begin an empty one",
        "តារាង៖ ពិនិត្យ មើលអ្វីដែលបានយល់ ពិពណ៌នាសន្លឹករបស់ស្មៀន ឬចាប់ផ្ដើមតារាងទទេ",
    ),
    (
        "Examples:\n  sala data describe data/budget.xlsx --place 010201\n  sala data show data/budget.xlsx\n  sala data check\n  sala data template budget",
        "ឧទាហរណ៍៖\n  sala data describe data/budget.xlsx --place 010201\n  sala data show data/budget.xlsx\n  sala data check\n  sala data template budget",
    ),
    (
        "Make an empty workbook for a kind of table, with lists to choose from and help in both languages",
        "បង្កើតសៀវភៅការងារទទេសម្រាប់តារាងមួយប្រភេទ ដែលមានបញ្ជីសម្រាប់ជ្រើស និងការណែនាំជាពីរភាសា",
    ),
    (
        "Make an empty workbook for a kind of table, with lists to choose from and help in both languages\n\nIts description is written beside it. The workbook of a budget also adds up: a sheet compares each total with its parts.",
        "បង្កើតសៀវភៅការងារទទេសម្រាប់តារាងមួយប្រភេទ ដែលមានបញ្ជីសម្រាប់ជ្រើស និងការណែនាំជាពីរភាសា\n\nការពិពណ៌នារបស់វាត្រូវសរសេរនៅក្បែរវា។ សៀវភៅការងារថវិកាក៏បូកឱ្យដែរ៖ សន្លឹកមួយប្រៀបធៀបតួលេខសរុបជាមួយផ្នែករបស់វា។",
    ),
    (
        "Examples:\n  sala data template budget\n  sala data template contacts --output data/contacts.xlsx",
        "ឧទាហរណ៍៖\n  sala data template budget\n  sala data template contacts --output data/contacts.xlsx",
    ),
    ("The kind of table", "ប្រភេទតារាង"),
    (
        "The file to write; without it the kind with `.xlsx`, in this folder",
        "ឯកសារដែលត្រូវសរសេរ។ បើមិនសរសេរ គឺប្រភេទបន្ថែម `.xlsx` ក្នុងថតនេះ",
    ),
    (
        "Write over files that are there",
        "សរសេរជាន់លើឯកសារដែលមានស្រាប់",
    ),
    (
        "Say what is wrong with tables, and what became of each of their cells",
        "ប្រាប់កំហុសក្នុងតារាង និងអ្វីដែលបានធ្វើចំពោះក្រឡានីមួយៗ",
    ),
    (
        "Examples:\n  sala data check\n  sala data check data/budget.xlsx data/contacts.csv\n  sala data check --format json > tables.json",
        "ឧទាហរណ៍៖\n  sala data check\n  sala data check data/budget.xlsx data/contacts.csv\n  sala data check --format json > tables.json",
    ),
    (
        "The tables to look at, by their files; without any, all of the campaign",
        "តារាងដែលត្រូវពិនិត្យ តាមឯកសាររបស់វា។ បើមិនសរសេរ គឺតារាងទាំងអស់នៃយុទ្ធនាការ",
    ),
    (
        "The campaign's folder, which holds sala.toml; without it the one around the file, or this one",
        "ថតយុទ្ធនាការ ដែលមាន sala.toml។ បើមិនសរសេរ គឺថតដែលឯកសារស្ថិតនៅ ឬថតនេះ",
    ),
    (
        "Describe a clerk's sheet: write its TOML and its categories beside it, and say what was decided",
        "ពិពណ៌នាសន្លឹករបស់ស្មៀន៖ សរសេរ TOML និងតារាងប្រភេទនៅក្បែរវា ហើយប្រាប់អ្វីដែលបានសម្រេច",
    ),
    (
        "Describe a clerk's sheet: write its TOML and its categories beside it, and say what was decided\n\nThe sheet itself stays as it is. What it does not say is asked for on a terminal; elsewhere the flag is named that says it.",
        "ពិពណ៌នាសន្លឹករបស់ស្មៀន៖ សរសេរ TOML និងតារាងប្រភេទនៅក្បែរវា ហើយប្រាប់អ្វីដែលបានសម្រេច\n\nសន្លឹកខ្លួនឯងនៅដដែល។ អ្វីដែលវាមិនប្រាប់ ត្រូវសួរក្នុងបង្អួចបញ្ជា។ បើមិនមែនបង្អួចបញ្ជាទេ ប្រាប់ជម្រើសដែលត្រូវប្រើ។",
    ),
    (
        "Examples:\n  sala data describe data/budget.xlsx\n  sala data describe data/budget.csv --place 010201 --year 2026 --phase approved\n  sala data describe data/budget.xlsx --sheet 2026 --skip F,G --force",
        "ឧទាហរណ៍៖\n  sala data describe data/budget.xlsx\n  sala data describe data/budget.csv --place 010201 --year 2026 --phase approved\n  sala data describe data/budget.xlsx --sheet 2026 --skip F,G --force",
    ),
    (
        "The sheet: CSV, TSV, XLSX, XLS or ODS",
        "ឯកសារតារាង៖ CSV, TSV, XLSX, XLS ឬ ODS",
    ),
    (
        "The sheet of a workbook; without it the one with the most rows",
        "សន្លឹកក្នុងសៀវភៅការងារ។ បើមិនសរសេរ គឺសន្លឹកដែលមានជួរដេកច្រើនជាងគេ",
    ),
    (
        "The code of the place that all figures are about",
        "លេខកូដទីកន្លែងនៃតួលេខទាំងអស់",
    ),
    (
        "The year of the figures whose column names none",
        "ឆ្នាំនៃតួលេខដែលឈ្មោះជួរឈរមិនប្រាប់",
    ),
    (
        "The phase of the figures whose column names none",
        "ដំណាក់កាលនៃតួលេខដែលឈ្មោះជួរឈរមិនប្រាប់",
    ),
    (
        "Which way the money of the figures goes",
        "តួលេខទាំងនេះជាចំណូល ចំណាយ ឬហិរញ្ញប្បទាន",
    ),
    ("How figures are written", "របៀបសរសេរតួលេខ"),
    (
        "Columns that are left out, by their letters",
        "ជួរឈរដែលត្រូវរំលង តាមអក្សររបស់វា",
    ),
    (
        "Write over a description that is there",
        "សរសេរជាន់លើការពិពណ៌នាដែលមានស្រាប់",
    ),
    (
        "Show what was understood of a table, row by row, to compare it with the sheet",
        "បង្ហាញអ្វីដែលបានយល់ពីតារាង មួយជួរដេកម្ដងៗ ដើម្បីផ្ទៀងជាមួយសន្លឹក",
    ),
    (
        "Examples:\n  sala data show data/budget.xlsx\n  sala data show data/budget.xlsx --all | less",
        "ឧទាហរណ៍៖\n  sala data show data/budget.xlsx\n  sala data show data/budget.xlsx --all | less",
    ),
    ("The table, by its file", "តារាង តាមឯកសាររបស់វា"),
    (
        "Show all rows, and not only the first ones",
        "បង្ហាញជួរដេកទាំងអស់ មិនមែនតែជួរដេកដំបូងៗទេ",
    ),
    // sala explain
    (
        "Say what the code of an error or a warning means, why it matters and what to do",
        "ពន្យល់លេខសម្គាល់នៃកំហុស ឬការព្រមាន៖ ន័យ មូលហេតុ និងអ្វីដែលគួរធ្វើ",
    ),
    (
        "Examples:\n  sala explain E309\n  sala explain --language km W109\n  sala explain | grep link",
        "ឧទាហរណ៍៖\n  sala explain E309\n  sala explain --language km W109\n  sala explain | grep link",
    ),
    (
        "The code, as it stands in a message; without it every code is listed",
        "លេខសម្គាល់ ដូចដែលមានក្នុងសារ។ បើមិនសរសេរ លេខសម្គាល់ទាំងអស់ត្រូវបានរាយ",
    ),
    // sala licences
    (
        "Show the licences of the program and of everything in it",
        "បង្ហាញអាជ្ញាប័ណ្ណរបស់កម្មវិធី និងរបស់អ្វីៗទាំងអស់ក្នុងកម្មវិធី",
    ),
    (
        "Example:\n  sala licences > licences.txt",
        "ឧទាហរណ៍៖\n  sala licences > licences.txt",
    ),
    // sala new
    (
        "Begin a campaign: a folder with a small site that builds as it is",
        "ចាប់ផ្ដើមយុទ្ធនាការ៖ បង្កើតថតមួយ ដែលមានគេហទំព័រតូចមួយរួចជាស្រេច",
    ),
    (
        "Example:\n  sala new my-campaign\n  cd my-campaign\n  sala build",
        "ឧទាហរណ៍៖\n  sala new my-campaign\n  cd my-campaign\n  sala build",
    ),
    (
        "The folder to make; it must be missing or empty",
        "ថតដែលត្រូវបង្កើត។ ថតនោះត្រូវមិនទាន់មាន ឬទទេ",
    ),
    // sala theme
    (
        "Copy the files of the built-in theme into a folder, to change some of them",
        "ចម្លងឯកសារនៃរូបរាង (theme) ដែលភ្ជាប់មកស្រាប់ចូលថតមួយ ដើម្បីកែឯកសារខ្លះ",
    ),
    (
        "Example:\n  sala theme themes/own",
        "ឧទាហរណ៍៖\n  sala theme themes/own",
    ),
    // sala serve
    (
        "See the site in a browser while you write; the page follows each change",
        "មើលគេហទំព័រក្នុងកម្មវិធីរុករក ពេលកំពុងសរសេរ។ ទំព័រប្រែតាមរាល់ការកែ",
    ),
    (
        "See the site in a browser while you write; the page follows each change\n\nThe site is shown on this computer only, and the folder `public` stays as it is. Each page, and each leaflet, is made when the browser asks for it. If something is wrong, the last good page stays and says so.",
        "មើលគេហទំព័រក្នុងកម្មវិធីរុករក ពេលកំពុងសរសេរ។ ទំព័រប្រែតាមរាល់ការកែ\n\nគេហទំព័របង្ហាញតែលើកុំព្យូទ័រនេះទេ ហើយថត `public` នៅដដែល។ ទំព័រ និងខិត្តប័ណ្ណនីមួយៗ ត្រូវបានបង្កើតពេលកម្មវិធីរុករកសុំ។ បើមានកំហុស ទំព័រចុងក្រោយដែលត្រឹមត្រូវនៅដដែល ហើយប្រាប់អំពីកំហុសនោះ។",
    ),
    (
        "Examples:\n  sala serve\n  sala serve --open\n  sala serve --root campaigns/water --port 8000 --drafts",
        "ឧទាហរណ៍៖\n  sala serve\n  sala serve --open\n  sala serve --root campaigns/water --port 8000 --drafts",
    ),
    (
        "The port of this computer; without it the first that is free from 1111 on, with 0 any that is free",
        "ច្រក (port) របស់កុំព្យូទ័រនេះ។ បើមិនសរសេរ គឺច្រកទំនេរដំបូងចាប់ពី 1111។ បើសរសេរ 0 គឺច្រកទំនេរណាក៏បាន",
    ),
    ("Open the browser", "បើកកម្មវិធីរុករក"),
    // sala khmer
    (
        "Mend, cut, take apart and format Khmer text, line by line from standard input to standard output",
        "ជួសជុល បំបែក ពិនិត្យ និងសរសេរអត្ថបទខ្មែរ ម្ដងមួយបន្ទាត់ ពីច្រកចូល (standard input) ទៅច្រកចេញ (standard output)",
    ),
    (
        "Examples:\n  sala khmer normalise < typed.txt > mended.txt\n  sala khmer segment --separator '|' < text.txt\n  echo 2026-11-24 | sala khmer format long-date\n\nEach line keeps its end. A line that cannot be read passes as it is, is reported, and the exit code\nis 1.",
        "ឧទាហរណ៍៖\n  sala khmer normalise < typed.txt > mended.txt\n  sala khmer segment --separator '|' < text.txt\n  echo 2026-11-24 | sala khmer format long-date\n\nចុងបន្ទាត់នីមួយៗនៅដដែល។ បន្ទាត់ដែលអានមិនបាន ត្រូវទុកដដែល ហើយប្រាប់ ដោយលេខពេលចប់គឺ 1។",
    ),
    (
        "Write each cluster in its one spelling, so that what looks alike is alike",
        "សរសេរអក្សរតាមលំដាប់តែមួយ ដើម្បីឱ្យអ្វីដែលមើលទៅដូចគ្នា សរសេរដូចគ្នា",
    ),
    (
        "Examples:\n  sala khmer normalise < typed.txt > mended.txt\n  sala khmer normalise --keep-coeng-da < typed.txt",
        "ឧទាហរណ៍៖\n  sala khmer normalise < typed.txt > mended.txt\n  sala khmer normalise --keep-coeng-da < typed.txt",
    ),
    (
        "Leave a DA below the line as it was typed; without this it is written as the TA it looks like",
        "ទុកជើង ដ ដូចដែលបានវាយ។ បើមិនសរសេរ វាត្រូវបានសរសេរជាជើង ត ដែលមើលទៅដូចគ្នា",
    ),
    (
        "Put a zero-width space between the words of Khmer text, where none stands yet",
        "ដាក់ចន្លោះមើលមិនឃើញនៅចន្លោះពាក្យខ្មែរ ត្រង់កន្លែងដែលមិនទាន់មាន",
    ),
    (
        "Examples:\n  sala khmer segment < text.txt\n  sala khmer segment --separator '|' --words names.txt < text.txt",
        "ឧទាហរណ៍៖\n  sala khmer segment < text.txt\n  sala khmer segment --separator '|' --words names.txt < text.txt",
    ),
    (
        "What to put between words instead of a zero-width space",
        "អ្វីដែលត្រូវដាក់រវាងពាក្យ ជំនួសចន្លោះមើលមិនឃើញ",
    ),
    (
        "A file of names and terms that are never cut: one a line, `#` before comments",
        "ឯកសារឈ្មោះ និងពាក្យដែលមិនត្រូវកាត់៖ មួយក្នុងមួយបន្ទាត់ ហើយ `#` នៅមុខកំណត់សម្គាល់",
    ),
    (
        "Name each code point of each line, and what is wrong with it",
        "ប្រាប់ឈ្មោះសញ្ញានីមួយៗក្នុងបន្ទាត់ និងកំហុសរបស់វា",
    ),
    (
        "Example:\n  echo ខែ្មរ | sala khmer inspect",
        "ឧទាហរណ៍៖\n  echo ខែ្មរ | sala khmer inspect",
    ),
    (
        "Write the number, the amount or the day on each line as its readers write it",
        "សរសេរចំនួន ទឹកប្រាក់ ឬកាលបរិច្ឆេទក្នុងបន្ទាត់នីមួយៗ តាមរបៀបរបស់អ្នកអាន",
    ),
    (
        "Examples:\n  echo 1234567.5 | sala khmer format number\n  echo '1234567890 riel' | sala khmer format compact-money --readers en\n  echo ១២៣៤,៥ | sala khmer format plain\n  echo 2026-11-24 | sala khmer format long-date",
        "ឧទាហរណ៍៖\n  echo 1234567.5 | sala khmer format number\n  echo '1234567890 riel' | sala khmer format compact-money --readers en\n  echo ១២៣៤,៥ | sala khmer format plain\n  echo 2026-11-24 | sala khmer format long-date",
    ),
    ("The language that the readers read", "ភាសារបស់អ្នកអាន"),
    (
        "The digits, with the separators that belong to them; without it those of the readers",
        "លេខ និងសញ្ញាខណ្ឌដែលទៅជាមួយវា។ បើមិនសរសេរ គឺតាមភាសារបស់អ្នកអាន",
    ),
    (
        "The currency of amounts that name none; without it riel",
        "រូបិយប័ណ្ណនៃទឹកប្រាក់ដែលមិនប្រាប់រូបិយប័ណ្ណ។ បើមិនសរសេរ គឺរៀល",
    ),
    ("How many decimals to write", "ចំនួនខ្ទង់ទសភាគដែលត្រូវសរសេរ"),
    (
        "What stands before the decimals of the numbers that are read: `.` or `,`",
        "សញ្ញាមុខខ្ទង់ទសភាគនៃចំនួនដែលអាន៖ `.` ឬ `,`",
    ),
    ("A share: 0.5 becomes ៥០%", "ភាគរយ៖ 0.5 ក្លាយជា ៥០%"),
    (
        "Latin digits and a point, for programs: 1234.5",
        "លេខឡាតាំង និងចំណុច សម្រាប់កម្មវិធី៖ 1234.5",
    ),
    (
        "The Khmer lunar date, from 1900 to 2100",
        "ថ្ងៃខែចន្ទគតិ ពីឆ្នាំ 1900 ដល់ 2100",
    ),
    (
        "The Buddhist-era year, which turns after Visak Bochea: ព.ស. ២៥៧០",
        "ឆ្នាំពុទ្ធសករាជ ដែលផ្លាស់ក្រោយពិធីវិសាខបូជា៖ ព.ស. ២៥៧០",
    ),
    ("For programs: 2026-11-24", "សម្រាប់កម្មវិធី៖ 2026-11-24"),
    ("Cambodian riel", "រៀល"),
    ("US dollars", "ដុល្លារអាមេរិក"),
];
