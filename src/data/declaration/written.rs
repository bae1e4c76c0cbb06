//! What a declaration, `data/<name>.toml`, may say.

use super::dialect::DeclaredUnseen;
use super::{Calendar, Codes, Declared, Digits};
use crate::data::model::{Classification, Direction, Kind, Phase, PlaceType};
use crate::diagnostic::Words;
use crate::schema::{Field, Holds, Means, Schema, field, required};

/// The settings of several lists as one.
macro_rules! joined {
    ($($part:ident),* $(,)?) => {{
        const ALL: [Field; 0 $(+ $part.len())*] = join(&[$($part),*]);
        &ALL
    }};
}

/// The settings of other kinds of tables, each with the name of those.
macro_rules! elsewhere {
    ($($part:ident: $name:ident),* $(,)?) => {{
        const ALL: [(&str, Means); 0 $(+ $part.len())*] = of_others(&[$(($part, $name)),*]);
        &ALL
    }};
}

const fn join<const COUNT: usize>(parts: &[&[Field]]) -> [Field; COUNT] {
    let mut all = [TITLE; COUNT];
    let (mut at, mut part) = (0, 0);
    while part < parts.len() {
        let mut own = 0;
        while own < parts[part].len() {
            all[at] = parts[part][own];
            (at, own) = (at + 1, own + 1);
        }
        part += 1;
    }
    all
}

const fn of_others<const COUNT: usize>(
    parts: &[(&[Field], Words)],
) -> [(&'static str, Means); COUNT] {
    let mut all = [("", Means::Nothing); COUNT];
    let (mut at, mut part) = (0, 0);
    while part < parts.len() {
        let (fields, name) = parts[part];
        let mut own = 0;
        while own < fields.len() {
            all[at] = (fields[own].key, Means::OfOthers(name));
            (at, own) = (at + 1, own + 1);
        }
        part += 1;
    }
    all
}

/// The settings of all declarations.
pub static SCHEMA: Schema = Schema::of(
    NAME.en,
    NAME.km,
    joined!(
        ABOUT, OF_BUDGETS, OF_PLACES, DIALECT, MONEY, NUMBERS, PROVENANCE, RULES, OF_OTHERS
    ),
);

static BUDGETS: Schema = Schema::of(
    NAME.en,
    NAME.km,
    joined!(
        ABOUT, OF_BUDGETS, DIALECT, MONEY, NUMBERS, PROVENANCE, RULES
    ),
)
.knowing(elsewhere!(OF_PLACES: PLACES_NAME, OF_OTHERS: OTHERS_NAME));

static CATEGORIES: Schema =
    Schema::of(NAME.en, NAME.km, joined!(ABOUT, DIALECT, PROVENANCE, RULES)).knowing(elsewhere!(
        OF_BUDGETS: BUDGETS_NAME,
        OF_PLACES: PLACES_NAME,
        OF_OTHERS: OTHERS_NAME,
        MONEY: FIGURES_NAME,
        NUMBERS: FIGURES_NAME
    ));

static PLACES: Schema = Schema::of(
    NAME.en,
    NAME.km,
    joined!(ABOUT, OF_PLACES, DIALECT, NUMBERS, PROVENANCE, RULES),
)
.knowing(elsewhere!(
    OF_BUDGETS: BUDGETS_NAME,
    OF_OTHERS: OTHERS_NAME,
    MONEY: FIGURES_NAME
));

static OTHERS: Schema = Schema::of(
    NAME.en,
    NAME.km,
    joined!(ABOUT, DIALECT, MONEY, NUMBERS, PROVENANCE, RULES, OF_OTHERS),
)
.knowing({
    const OTHERS: &[(&str, Means)] = elsewhere!(OF_BUDGETS: BUDGETS_NAME, OF_PLACES: PLACES_NAME);
    // As Table Schema calls all columns together.
    const ALL: [(&str, Means); OTHERS.len() + 1] = {
        let mut all = [("schema", Means::Field("column")); OTHERS.len() + 1];
        let mut at = 0;
        while at < OTHERS.len() {
            all[at] = OTHERS[at];
            at += 1;
        }
        all
    };
    &ALL
});

/// The settings that mean something for a kind of table.
pub(super) fn settings(kind: Kind) -> &'static Schema {
    match kind {
        Kind::Budget => &BUDGETS,
        Kind::Categories => &CATEGORIES,
        Kind::Places => &PLACES,
        _ => &OTHERS,
    }
}

const NAME: Words = Words {
    en: "The description of a table, `data/….toml`",
    km: "ការពិពណ៌នាតារាង `data/….toml`",
};
const BUDGETS_NAME: Words = Words {
    en: "budgets",
    km: "តារាងថវិកា",
};
const PLACES_NAME: Words = Words {
    en: "tables of places",
    km: "តារាងទីកន្លែង",
};
const OTHERS_NAME: Words = Words {
    en: "tables of your own",
    km: "តារាងផ្ទាល់ខ្លួន",
};
const FIGURES_NAME: Words = Words {
    en: "tables that hold figures",
    km: "តារាងដែលមានតួលេខ",
};

/// What the table is.
const ABOUT: &[Field] = &[
    field(
        "kind",
        Holds::Word(Kind::WORDS),
        "what the table is about",
        "តារាងនេះជាតារាងអ្វី",
    ),
    TITLE,
    field(
        "file",
        Holds::Text,
        "the file beside this one that holds the table, where it has another name",
        "ឯកសារនៅក្បែរដែលមានតារាង បើវាមានឈ្មោះផ្សេង",
    ),
    field(
        "description",
        Holds::Localised,
        "what the table shows, in a sentence or two",
        "តារាងនេះបង្ហាញអ្វី ក្នុងមួយឬពីរប្រយោគ",
    ),
];

/// How the table stands in its file.
const DIALECT: &[Field] = &[
    field(
        "sheet",
        Holds::Text,
        "the sheet of the workbook that holds the table",
        "សន្លឹកក្នុងសៀវភៅការងារដែលមានតារាង",
    ),
    field(
        "sheets",
        Holds::Names,
        "several sheets of one shape that are one table, by their names, or `\"*\"` for all",
        "សន្លឹកច្រើនដែលមានទម្រង់ដូចគ្នា និងជាតារាងតែមួយ តាមឈ្មោះរបស់វា ឬ `\"*\"` សម្រាប់ទាំងអស់",
    ),
    field(
        "header_row",
        Holds::AT_LEAST_ONE,
        "the row that names the columns, counted from 1",
        "ជួរដេកដែលដាក់ឈ្មោះជួរឈរ រាប់ពី 1",
    ),
    field(
        "range",
        Holds::Text,
        "the cells of the table, such as `B3:H40`",
        "ក្រឡារបស់តារាង ដូចជា `B3:H40`",
    ),
    field(
        "skip_rows",
        Holds::List(&Holds::AT_LEAST_ONE),
        "rows that are left out, counted from 1",
        "ជួរដេកដែលត្រូវរំលង រាប់ពី 1",
    ),
    field(
        "until",
        Holds::Text,
        "the text at which the table ends; its row and those below it are left out",
        "អត្ថបទដែលតារាងចប់។ ជួរដេកនោះ និងជួរដេកខាងក្រោមត្រូវរំលង",
    ),
    field(
        "only_columns",
        Holds::List(&Holds::Text),
        "the columns that are read, by their names or letters; all others are left out",
        "ជួរឈរដែលត្រូវអាន តាមឈ្មោះ ឬតាមអក្សររបស់វា។ ជួរឈរផ្សេងទៀតត្រូវរំលង",
    ),
    field(
        "skip_columns",
        Holds::List(&Holds::Text),
        "columns that are left out, by their names or letters",
        "ជួរឈរដែលត្រូវរំលង តាមឈ្មោះ ឬតាមអក្សររបស់វា",
    ),
    field(
        "hidden",
        Holds::Word(DeclaredUnseen::WORDS),
        "what to do with rows and columns that the spreadsheet hides",
        "ធ្វើដូចម្ដេចចំពោះជួរដេក និងជួរឈរដែលកម្មវិធីតារាងលាក់",
    ),
    field(
        "fill_merged",
        Holds::List(&Holds::Text),
        "columns whose merged cells hold for each of their rows, by their names or letters",
        "ជួរឈរដែលក្រឡាបញ្ចូលគ្នារបស់វាមានន័យសម្រាប់ជួរដេកនីមួយៗ តាមឈ្មោះ ឬតាមអក្សររបស់វា",
    ),
    field(
        "codes_with_names",
        Holds::List(&Holds::Text),
        "columns in which a name stands behind each code, such as `[\"code\"]` for `62 - Staff`",
        "ជួរឈរដែលមានឈ្មោះនៅក្រោយលេខកូដ ដូចជា `[\"code\"]` សម្រាប់ `62 - បុគ្គលិក`",
    ),
    field(
        "missing",
        Holds::List(&Holds::Text),
        "texts that mean a figure is not known, such as `\"-\"`",
        "អត្ថបទដែលមានន័យថាមិនដឹងតួលេខ ដូចជា `\"-\"`",
    ),
    field(
        "zero",
        Holds::List(&Holds::Text),
        "texts that mean zero where a number belongs, such as `\"nil\"`",
        "អត្ថបទដែលមានន័យថាសូន្យ នៅកន្លែងដែលត្រូវមានលេខ ដូចជា `\"គ្មាន\"`",
    ),
    field(
        "delimiter",
        Holds::Text,
        "what stands between the columns of a text file",
        "សញ្ញារវាងជួរឈរក្នុងឯកសារអត្ថបទ",
    ),
    field(
        "guarded",
        Holds::Truth,
        "whether a `'` before a text that begins like a formula guards it and is no part of it, as in the CSV files that sala publishes",
        "ថាតើសញ្ញា `'` មុខអត្ថបទដែលចាប់ផ្ដើមដូចរូបមន្ត គ្រាន់តែការពារ មិនមែនជាផ្នែកនៃអត្ថបទ ដូចក្នុងឯកសារ CSV ដែល sala ផ្សាយ",
    ),
];

/// How its digits and years are read.
const NUMBERS: &[Field] = &[
    field(
        "digits",
        Holds::Word(Digits::WORDS),
        "the digits of the table: Khmer, Latin or both",
        "លេខក្នុងតារាង៖ ខ្មែរ ឡាតាំង ឬទាំងពីរ",
    ),
    field(
        "group",
        Holds::Text,
        "the sign between thousands",
        "សញ្ញារវាងខ្ទង់ពាន់",
    ),
    field(
        "decimal",
        Holds::Text,
        "the sign before decimals",
        "សញ្ញាមុខខ្ទង់ទសភាគ",
    ),
    field(
        "calendar",
        Holds::Word(Calendar::WORDS),
        "the calendar of the years",
        "ប្រតិទិននៃឆ្នាំ",
    ),
];

/// What its amounts are in.
const MONEY: &[Field] = &[
    field(
        "currency",
        Holds::Text,
        "the currency, `KHR` unless written",
        "រូបិយប័ណ្ណ បើមិនសរសេរគឺ `KHR`",
    ),
    field(
        "scale",
        Holds::Exact,
        "what a 1 in the table stands for, such as `1_000_000`",
        "លេខ 1 ក្នុងតារាងស្មើប៉ុន្មាន ដូចជា `1_000_000`",
    ),
];

/// Where its figures come from.
const PROVENANCE: &[Field] = &[
    RETRIEVED,
    field(
        "source",
        Holds::List(&SOURCES),
        "where the figures come from",
        "តួលេខមកពីណា",
    ),
    field(
        "publish",
        Holds::Truth,
        "`false` if the table is used in pages and not offered for download",
        "`false` បើតារាងប្រើក្នុងទំព័រ តែមិនឱ្យទាញយក",
    ),
    field(
        "synthetic",
        Holds::Truth,
        "whether the figures are made up, which pages then say",
        "ថាតើតួលេខបង្កើតឡើងឬទេ ដែលទំព័រនឹងប្រាប់",
    ),
];

/// What is known and left alone, and what its columns are called.
const RULES: &[Field] = &[
    field(
        "tolerate",
        Holds::List(&Holds::Text),
        "codes of defects that are known and only counted",
        "កូដនៃចំណុចខ្វះខាតដែលបានដឹងហើយ និងគ្រាន់តែរាប់",
    ),
    field(
        "public",
        Holds::List(&Holds::Text),
        "columns whose numbers of people are meant for the public, by their names or letters",
        "ជួរឈរដែលលេខរបស់មនុស្សក្នុងវាសម្រាប់សាធារណជន តាមឈ្មោះ ឬតាមអក្សររបស់វា",
    ),
    field(
        "columns",
        Holds::Map(&Holds::Text),
        "the file's own names of columns",
        "ឈ្មោះជួរឈរក្នុងឯកសារ",
    ),
];

const OF_BUDGETS: &[Field] = &[
    field(
        "classification",
        Holds::Word(Classification::WORDS),
        "by what a budget is divided; it stands in the downloads",
        "ថវិកានេះចែកតាមអ្វី។ វាមានក្នុងឯកសារទាញយក",
    ),
    field(
        "categories",
        Holds::Names,
        "the tables that explain the codes",
        "តារាងដែលពន្យល់លេខកូដ",
    ),
    field(
        "dimensions",
        Holds::Map(&Holds::Text),
        "other columns of codes by which the budget is divided, each with the table that explains them, such as `functional = \"functions\"`",
        "ជួរឈរលេខកូដផ្សេងទៀតដែលថវិកាចែកតាម ជាមួយតារាងដែលពន្យល់លេខកូដនីមួយៗ ដូចជា `functional = \"functions\"`",
    ),
    field(
        "codes",
        Holds::Word(Codes::WORDS),
        "`labels` where the column `code` holds the names of categories in place of their codes",
        "`labels` បើជួរឈរ `code` មានឈ្មោះប្រភេទ ជំនួសឱ្យលេខកូដ",
    ),
    field(
        "places",
        Holds::Names,
        "the tables of the places",
        "តារាងទីកន្លែង",
    ),
    field(
        "adjustments",
        Holds::Names,
        "the tables of what was changed between the approved and the revised budget",
        "តារាងនៃអ្វីដែលបានប្ដូររវាងថវិកាអនុម័ត និងថវិកាកែសម្រួល",
    ),
    field(
        "concordance",
        Holds::Names,
        "the tables of which code of one year is which of another, by which years are compared",
        "តារាងដែលប្រាប់ថាលេខកូដក្នុងឆ្នាំមួយ ត្រូវនឹងលេខកូដណាក្នុងឆ្នាំផ្សេង សម្រាប់ប្រៀបធៀបឆ្នាំ",
    ),
    field(
        "rounding",
        Holds::Exact,
        "by how much a published figure may be off",
        "តួលេខដែលបានផ្សាយអាចខុសប៉ុន្មាន",
    ),
    field(
        "derive",
        Holds::Table(&DERIVE),
        "how measures are computed",
        "របៀបគណនារង្វាស់",
    ),
    field(
        "allow_negative",
        Holds::Truth,
        "whether figures may be negative",
        "ថាតើតួលេខអាចអវិជ្ជមានឬទេ",
    ),
    field(
        "percentages",
        Holds::Map(&Holds::Text),
        "columns of percentages and the columns that each is made from, such as `\"% spent\" = \"2025 actual / 2025 approved\"`",
        "ជួរឈរភាគរយ និងជួរឈរដែលវាគណនាពី ដូចជា `\"% ចំណាយ\" = \"2025 actual / 2025 approved\"`",
    ),
    field(
        "other_currency",
        Holds::Table(&OTHER_CURRENCY),
        "a column that says the amounts in another currency as well",
        "ជួរឈរដែលប្រាប់ទឹកប្រាក់ដដែលជារូបិយប័ណ្ណផ្សេងទៀត",
    ),
    field(
        "unusual_totals",
        Holds::List(&Holds::Text),
        "codes of places whose totals are as small or as large as they look, because somebody asked",
        "លេខកូដទីកន្លែងដែលតួលេខសរុបតូច ឬធំដូចដែលឃើញមែន ព្រោះមានអ្នកបានសួរបញ្ជាក់ហើយ",
    ),
    field(
        "constants",
        Holds::Map(&Holds::Cell),
        "values that every row has",
        "តម្លៃដែលជួរដេកទាំងអស់មានដូចគ្នា",
    ),
    field(
        "phases",
        Holds::Map(&Holds::Word(Phase::WORDS)),
        "the file's own words for phases",
        "ពាក្យក្នុងឯកសារសម្រាប់ដំណាក់កាល",
    ),
    field(
        "directions",
        Holds::Map(&Holds::Word(Direction::WORDS)),
        "the file's own words for revenue, expenditure and financing",
        "ពាក្យក្នុងឯកសារសម្រាប់ចំណូល ចំណាយ និងហិរញ្ញប្បទាន",
    ),
    field(
        "totals",
        Holds::Table(&TOTALS),
        "what is known about totals",
        "អ្វីដែលដឹងអំពីតួលេខសរុប",
    ),
];

const OF_PLACES: &[Field] = &[
    field(
        "parents",
        Holds::Names,
        "the tables of the places that these places belong to",
        "តារាងទីកន្លែងដែលទីកន្លែងទាំងនេះស្ថិតនៅ",
    ),
    field(
        "code_lengths",
        Holds::List(&Holds::AT_LEAST_ONE),
        "how many digits the codes of each level have, such as `[2, 4, 6, 8]`; a place lies in the one whose code begins its own",
        "លេខកូដនៃថ្នាក់នីមួយៗមានប៉ុន្មានខ្ទង់ ដូចជា `[2, 4, 6, 8]`។ ទីកន្លែងស្ថិតនៅក្នុងទីកន្លែងដែលលេខកូដជាដើមនៃលេខកូដរបស់វា",
    ),
    field(
        "type",
        Holds::Word(PlaceType::WORDS),
        "what the places of this table are",
        "ទីកន្លែងក្នុងតារាងនេះជាអ្វី",
    ),
    field(
        "types",
        Holds::Map(&Holds::Word(PlaceType::WORDS)),
        "places that are something else, by their code",
        "ទីកន្លែងដែលខុសពីនោះ តាមលេខកូដ",
    ),
];

const OF_OTHERS: &[Field] = &[field(
    "column",
    Holds::List(&COLUMNS),
    "what the columns of a table of your own hold, and what their values must be",
    "ជួរឈរនៃតារាងរបស់អ្នកមានអ្វី ហើយតម្លៃក្នុងនោះត្រូវយ៉ាងណា",
)];

static COLUMNS: Holds = Holds::Table(&COLUMN);

static COLUMN: Schema = Schema::of(
    "A column of a table of your own, `[[column]]`",
    "ជួរឈរនៃតារាងរបស់អ្នក `[[column]]`",
    &[
        required("name", Holds::Text, "its name", "ឈ្មោះរបស់វា"),
        field(
            "type",
            Holds::Word(Declared::WORDS),
            "what it holds",
            "វាមានអ្វី",
        ),
        field(
            "required",
            Holds::Truth,
            "whether no row may be without it",
            "ថាតើជួរដេកទាំងអស់ត្រូវតែមានវាឬទេ",
        ),
        field(
            "unique",
            Holds::Truth,
            "whether no two rows may have the same",
            "ថាតើជួរដេកពីរមិនអាចមានដូចគ្នាឬទេ",
        ),
        field(
            "refers",
            Holds::Text,
            "the table whose `id` or `code` its values name",
            "តារាងដែលតម្លៃទាំងនេះយោង `id` ឬ `code` របស់វា",
        ),
        field(
            "minimum",
            Holds::Exact,
            "the smallest number that there may be",
            "លេខតូចបំផុតដែលអាចមាន",
        ),
        field(
            "maximum",
            Holds::Exact,
            "the largest number that there may be",
            "លេខធំបំផុតដែលអាចមាន",
        ),
        field(
            "values",
            Holds::List(&Holds::Text),
            "the only values that there may be",
            "តម្លៃដែលអាចមាន និងគ្មានអ្វីផ្សេង",
        ),
        field(
            "names",
            Holds::Map(&Holds::Localised),
            "what readers are told for a value, such as `done = { km = \"បានធ្វើរួច\", en = \"done\" }`",
            "អ្វីដែលប្រាប់អ្នកអានសម្រាប់តម្លៃមួយ ដូចជា `done = { km = \"បានធ្វើរួច\", en = \"done\" }`",
        ),
    ],
)
.knowing(&[
    ("min", Means::Field("minimum")),
    ("max", Means::Field("maximum")),
    ("enum", Means::Field("values")),
]);

static SOURCES: Holds = Holds::Table(&SOURCE);

static SOURCE: Schema = Schema::of(
    "Where figures come from, `[[source]]`",
    "ប្រភពតួលេខ `[[source]]`",
    &[
        field(
            "id",
            Holds::Text,
            "its name in the column `source`",
            "ឈ្មោះរបស់វាក្នុងជួរឈរ `source`",
        ),
        TITLE,
        field("publisher", Holds::Localised, "who published it", "អ្នកផ្សាយ"),
        field("url", Holds::Text, "its address", "អាសយដ្ឋានរបស់វា"),
        field("page", Holds::Text, "the page in it", "ទំព័រក្នុងនោះ"),
        field(
            "licence",
            Holds::Text,
            "its licence; `unknown` keeps the original from being offered",
            "អាជ្ញាប័ណ្ណ។ បើ `unknown` ឯកសារដើមមិនត្រូវបានផ្ដល់ទេ",
        ),
        RETRIEVED,
    ],
);

static DERIVE: Schema = Schema::of(
    "How measures are computed, `[derive]`",
    "របៀបគណនារង្វាស់ `[derive]`",
    &[field(
        "base",
        Holds::List(&Holds::Word(Phase::WORDS)),
        "the phases that an actual figure is compared with, in this order",
        "ដំណាក់កាលដែលតួលេខជាក់ស្ដែងត្រូវប្រៀបធៀបជាមួយ តាមលំដាប់នេះ",
    )],
);

static OTHER_CURRENCY: Schema = Schema::of(
    "Amounts in another currency, `[other_currency]`",
    "ទឹកប្រាក់ជារូបិយប័ណ្ណផ្សេង `[other_currency]`",
    &[
        field(
            "column",
            Holds::Text,
            "the column of these amounts",
            "ជួរឈរនៃទឹកប្រាក់នេះ",
        ),
        field(
            "currency",
            Holds::Text,
            "their currency, `USD` unless written",
            "រូបិយប័ណ្ណរបស់វា បើមិនសរសេរគឺ `USD`",
        ),
        field(
            "scale",
            Holds::Exact,
            "what a 1 in that column stands for",
            "លេខ 1 ក្នុងជួរឈរនោះស្មើប៉ុន្មាន",
        ),
        field(
            "of",
            Holds::Text,
            "the column of the same amounts in the currency of the table, `amount` unless written",
            "ជួរឈរនៃទឹកប្រាក់ដដែលជារូបិយប័ណ្ណនៃតារាង បើមិនសរសេរគឺ `amount`",
        ),
    ],
);

static TOTALS: Schema = Schema::of(
    "Totals, `[totals]`",
    "តួលេខសរុប `[totals]`",
    &[
        field(
            "partial",
            Holds::List(&Holds::Text),
            "codes of totals whose parts were not all published",
            "លេខកូដនៃតួលេខសរុបដែលមិនបានផ្សាយគ្រប់ផ្នែក",
        ),
        field(
            "over_places",
            Holds::Truth,
            "whether the figures of places add up to that of the place they lie in",
            "ថាតើតួលេខនៃទីកន្លែងបូកគ្នាស្មើតួលេខនៃទីកន្លែងថ្នាក់លើឬទេ",
        ),
    ],
);

const TITLE: Field = field(
    "title",
    Holds::Localised,
    "its name for readers",
    "ឈ្មោះសម្រាប់អ្នកអាន",
);
const RETRIEVED: Field = field(
    "retrieved",
    Holds::Day,
    "the day on which the figures were taken",
    "ថ្ងៃដែលបានយកតួលេខ",
);
