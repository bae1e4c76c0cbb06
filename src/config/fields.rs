//! What the configuration, `sala.toml`, may say.

use super::language::DigitsName;
use super::{HeadingsFor, LineBreaks, MakeCards};
use crate::schema::{Holds, Schema, field, required};

/// What `sala.toml` may say.
pub static SCHEMA: Schema = Schema::of(
    "The configuration, `sala.toml`",
    "ការកំណត់គេហទំព័រ `sala.toml`",
    &[
        required(
            "base_url",
            Holds::Text,
            "the address at which readers will find the site",
            "អាសយដ្ឋានដែលអ្នកអាននឹងរកឃើញគេហទំព័រ",
        ),
        field(
            "title",
            Holds::Localised,
            "the name of the site",
            "ឈ្មោះគេហទំព័រ",
        ),
        field(
            "short_title",
            Holds::Localised,
            "a shorter name, which stands below the site's mark on a phone",
            "ឈ្មោះខ្លី ដែលបង្ហាញក្រោមរូបសញ្ញារបស់គេហទំព័រលើទូរសព្ទ",
        ),
        field(
            "short_address",
            Holds::Localised,
            "what readers of leaflets type to come to the site, such as `sala.example`, where pages have no short address of their own",
            "អ្វីដែលអ្នកអានខិត្តប័ណ្ណវាយ ដើម្បីមកគេហទំព័រ ដូចជា `sala.example` បើទំព័រគ្មានអាសយដ្ឋានខ្លីផ្ទាល់ខ្លួន",
        ),
        field(
            "description",
            Holds::Localised,
            "what the site is about, in one sentence",
            "គេហទំព័រនេះនិយាយអំពីអ្វី ក្នុងមួយប្រយោគ",
        ),
        field(
            "theme",
            Holds::Text,
            "the folder of the theme below `themes/`; `default` is built in",
            "ថតរូបរាង (theme) ក្នុង `themes/`។ `default` មានស្រាប់",
        ),
        field(
            "default_language",
            Holds::Text,
            "the language of files without a language in their name, `km` unless written",
            "ភាសានៃឯកសារដែលគ្មានភាសាក្នុងឈ្មោះ បើមិនសរសេរគឺ `km`",
        ),
        field(
            "languages",
            Holds::Map(&Holds::Table(&LANGUAGE)),
            "the languages of the site, each a table such as `[languages.en]`",
            "ភាសារបស់គេហទំព័រ មួយៗជាតារាងដូចជា `[languages.en]`",
        ),
        field(
            "taxonomies",
            Holds::List(&Holds::Table(&TAXONOMY)),
            "the ways in which pages are grouped",
            "របៀបដាក់ទំព័រជាក្រុម",
        ),
        field(
            "menu",
            Holds::List(&Holds::Text),
            "the pages of the menu, as links such as `@/learn/_index.md`",
            "ទំព័រក្នុងម៉ឺនុយ ជាតំណដូចជា `@/learn/_index.md`",
        ),
        field(
            "organisation",
            Holds::Table(&ORGANISATION),
            "who publishes the site",
            "អ្នកផ្សាយគេហទំព័រ",
        ),
        field(
            "brand",
            Holds::Table(&BRAND),
            "how the site is to be known again",
            "អ្វីដែលធ្វើឱ្យគេស្គាល់គេហទំព័រនេះ",
        ),
        field(
            "fonts",
            Holds::Table(&FONTS_OF_SITE),
            "the fonts that readers load; those of the phone unless written",
            "ពុម្ពអក្សរដែលអ្នកអានទាញយក។ បើមិនសរសេរ គឺពុម្ពអក្សររបស់ទូរសព្ទ",
        ),
        field(
            "generate_feeds",
            Holds::Truth,
            "whether readers can follow new pages with a feed",
            "ថាតើអ្នកអានអាចតាមដានទំព័រថ្មីតាម feed ឬទេ",
        ),
        field(
            "feed_limit",
            Holds::COUNT,
            "how many pages a feed holds, 20 unless written",
            "ចំនួនទំព័រក្នុង feed បើមិនសរសេរគឺ 20",
        ),
        field(
            "build_search_index",
            Holds::Truth,
            "whether readers can search the site",
            "ថាតើអ្នកអានអាចស្វែងរកក្នុងគេហទំព័រឬទេ",
        ),
        field(
            "build_catalogue",
            Holds::Truth,
            "whether a page lists all tables that readers can take away; it does unless you say `false`",
            "ថាតើមានទំព័រមួយរាយតារាងទាំងអស់ដែលអ្នកអានអាចទាញយកឬទេ។ មាន លុះត្រាតែអ្នកសរសេរ `false`",
        ),
        field(
            "precompress",
            Holds::Truth,
            "whether a compressed copy of each text stands beside it, for hosts that compress nothing themselves, with an `.htaccess` that lets Apache serve them; `false` unless written",
            "ថាតើមានច្បាប់បង្រួមនៃអត្ថបទនីមួយៗនៅក្បែរវាឬទេ សម្រាប់ម៉ាស៊ីនមេដែលមិនបង្រួមដោយខ្លួនឯង ព្រមទាំង `.htaccess` ដែលប្រាប់ Apache ឱ្យប្រើវា។ បើមិនសរសេរគឺ `false`",
        ),
        field(
            "weight",
            Holds::Table(&WEIGHT),
            "how many bytes of a page a reader may have to wait for",
            "ចំនួនបៃនៃទំព័រមួយ ដែលអ្នកអានត្រូវរង់ចាំយ៉ាងច្រើនបំផុត",
        ),
        field(
            "offline",
            Holds::Truth,
            "whether a phone keeps the pages that were read on it, for when there is no connection; it does unless you say `false`",
            "ថាតើទូរសព្ទរក្សាទុកទំព័រដែលបានអាន សម្រាប់ពេលគ្មានអ៊ីនធឺណិតឬទេ។ រក្សាទុក លុះត្រាតែអ្នកសរសេរ `false`",
        ),
        field(
            "place_pages",
            Holds::List(&Holds::Text),
            "the types of places that get a page from an `_each.md`, such as `province`; all unless written",
            "ប្រភេទទីកន្លែងដែលមានទំព័រពី `_each.md` ដូចជា `province`។ បើមិនសរសេរ គឺគ្រប់ប្រភេទ",
        ),
        field(
            "picture_limit",
            Holds::COUNT,
            "how many kilobytes a picture may weigh before you are warned, 500 unless written; 0 for no limit",
            "រូបភាពអាចមានទំហំប៉ុន្មានគីឡូបៃ មុនពេលកម្មវិធីព្រមានអ្នក បើមិនសរសេរគឺ 500។ 0 បើគ្មានដែនកំណត់",
        ),
        field(
            "cards",
            Holds::Table(&CARDS),
            "the pictures that pages are shared with",
            "រូបភាពដែលបង្ហាញពេលចែករំលែកទំព័រ",
        ),
        field(
            "khmer",
            Holds::Table(&KHMER),
            "how Khmer text is set",
            "របៀបរៀបចំអត្ថបទខ្មែរ",
        ),
        field(
            "privacy",
            Holds::Table(&PRIVACY),
            "what of people and documents may be known",
            "អ្វីអំពីមនុស្ស និងឯកសារ ដែលអាចឱ្យគេដឹងបាន",
        ),
        field(
            "extra",
            Holds::Free,
            "values of your own for templates",
            "តម្លៃរបស់អ្នកសម្រាប់គំរូ (template)",
        ),
    ],
);

static PRIVACY: Schema = Schema::of(
    "What may be known of people and documents, `[privacy]`",
    "អ្វីអំពីមនុស្ស និងឯកសារដែលអាចឱ្យគេដឹងបាន `[privacy]`",
    &[field(
        "public",
        Holds::List(&Holds::Text),
        "numbers and addresses that are meant for the public, and files that were looked at and may be published with all that is in them",
        "លេខ និងអាសយដ្ឋានដែលសម្រាប់សាធារណជន និងឯកសារដែលបានពិនិត្យរួច ហើយអាចផ្សាយព្រមទាំងអ្វីៗដែលនៅក្នុងវា",
    )],
);

/// `[languages.en]`: that the language exists, and the site's words in it.
static LANGUAGE: Schema = Schema::of(
    "A language of the site, `[languages.…]`",
    "ភាសាមួយរបស់គេហទំព័រ `[languages.…]`",
    &[
        field(
            "title",
            Holds::Text,
            "the name of the site in this language",
            "ឈ្មោះគេហទំព័រជាភាសានេះ",
        ),
        field(
            "short_title",
            Holds::Text,
            "a shorter name in this language",
            "ឈ្មោះខ្លីជាភាសានេះ",
        ),
        field(
            "short_address",
            Holds::Text,
            "what readers of leaflets in this language type to come to the site",
            "អ្វីដែលអ្នកអានខិត្តប័ណ្ណជាភាសានេះវាយ ដើម្បីមកគេហទំព័រ",
        ),
        field(
            "description",
            Holds::Text,
            "what the site is about, in this language",
            "គេហទំព័រនេះនិយាយអំពីអ្វី ជាភាសានេះ",
        ),
        field(
            "digits",
            Holds::Word(DigitsName::WORDS),
            "the digits of numbers by their CLDR names: Khmer (`khmr`), Latin (`latn`), Arabic (`arab`) and others; those of the language unless written",
            "លេខដែលប្រើ តាមឈ្មោះ CLDR៖ លេខខ្មែរ (`khmr`) លេខឡាតាំង (`latn`) លេខអារ៉ាប់ (`arab`) និងផ្សេងទៀត។ បើមិនសរសេរ គឺលេខរបស់ភាសានោះ",
        ),
    ],
);

/// The kinds of pages, as templates know them.
pub(super) const KINDS: [&str; 7] = [
    "home",
    "section",
    "page",
    "taxonomy",
    "term",
    "catalogue",
    "search",
];

/// What `[weight]` calls the fonts of a site.
pub(super) const FONTS: [&str; 2] = ["text_font", "heading_font"];

static FONTS_OF_SITE: Schema = Schema::of(
    "The fonts that readers load, `[fonts]`",
    "ពុម្ពអក្សរដែលអ្នកអានទាញយក `[fonts]`",
    &[
        field(
            "text",
            Holds::Text,
            "the font of text, by the name of its family, such as `Kantumruy Pro`, or by its file in `fonts/`; its Khmer letters are taken",
            "ពុម្ពអក្សរនៃអត្ថបទ តាមឈ្មោះរបស់វា ដូចជា `Kantumruy Pro` ឬតាមឯកសាររបស់វាក្នុង `fonts/`។ កម្មវិធីយកតែអក្សរខ្មែរ",
        ),
        field(
            "headings",
            Holds::Text,
            "the font of titles and headings, such as `Koulen`",
            "ពុម្ពអក្សរនៃចំណងជើង ដូចជា `Koulen`",
        ),
        field(
            "headings_for",
            Holds::Word(HeadingsFor::WORDS),
            "which headings of pages the font of headings is for: all, titles of pages and the name of the site (`titles`), or that name alone (`name`); `all` unless written",
            "ពុម្ពអក្សរនៃចំណងជើងប្រើសម្រាប់ចំណងជើងណា៖ ទាំងអស់ (`all`) ចំណងជើងទំព័រ និងឈ្មោះគេហទំព័រ (`titles`) ឬតែឈ្មោះគេហទំព័រ (`name`)។ បើមិនសរសេរគឺ `all`",
        ),
    ],
);

static WEIGHT: Schema = Schema::of(
    "How heavy pages may be, in bytes as they are sent, `[weight]`",
    "ទម្ងន់ដែលទំព័រអាចមាន គិតជាបៃពេលផ្ញើ `[weight]`",
    &[
        field(
            "home",
            Holds::COUNT,
            "how many bytes the front page may have",
            "ចំនួនបៃដែលទំព័រដើមអាចមាន",
        ),
        field(
            "section",
            Holds::COUNT,
            "how many bytes a section may have",
            "ចំនួនបៃដែលផ្នែកអាចមាន",
        ),
        field(
            "page",
            Holds::COUNT,
            "how many bytes a page may have",
            "ចំនួនបៃដែលទំព័រអាចមាន",
        ),
        field(
            "taxonomy",
            Holds::COUNT,
            "how many bytes the list of a taxonomy's terms may have",
            "ចំនួនបៃដែលបញ្ជីពាក្យនៃក្រុមអាចមាន",
        ),
        field(
            "term",
            Holds::COUNT,
            "how many bytes the list of a term's pages may have",
            "ចំនួនបៃដែលបញ្ជីទំព័រនៃពាក្យមួយអាចមាន",
        ),
        field(
            "catalogue",
            Holds::COUNT,
            "how many bytes the list of all tables may have",
            "ចំនួនបៃដែលបញ្ជីតារាងទាំងអស់អាចមាន",
        ),
        field(
            "search",
            Holds::COUNT,
            "how many bytes the search page may have",
            "ចំនួនបៃដែលទំព័រស្វែងរកអាចមាន",
        ),
        field(
            "text_font",
            Holds::COUNT,
            "how many bytes the font of text may have, 15000 unless written",
            "ចំនួនបៃដែលពុម្ពអក្សរនៃអត្ថបទអាចមាន បើមិនសរសេរគឺ 15000",
        ),
        field(
            "heading_font",
            Holds::COUNT,
            "how many bytes the font of headings may have, 7000 unless written",
            "ចំនួនបៃដែលពុម្ពអក្សរនៃចំណងជើងអាចមាន បើមិនសរសេរគឺ 7000",
        ),
    ],
);

static TAXONOMY: Schema = Schema::of(
    "A way of grouping pages, `[[taxonomies]]`",
    "របៀបដាក់ទំព័រជាក្រុម `[[taxonomies]]`",
    &[
        required(
            "name",
            Holds::Text,
            "its name in addresses and in front matter, such as `topics`",
            "ឈ្មោះក្នុងអាសយដ្ឋាន និងក្បាលទំព័រ ដូចជា `topics`",
        ),
        field(
            "title",
            Holds::Localised,
            "its name for readers",
            "ឈ្មោះសម្រាប់អ្នកអាន",
        ),
        field(
            "terms",
            Holds::Map(&Holds::Localised),
            "the names of its terms for readers",
            "ឈ្មោះពាក្យក្នុងក្រុម សម្រាប់អ្នកអាន",
        ),
        field(
            "feed",
            Holds::Truth,
            "whether each term has a feed",
            "ថាតើពាក្យនីមួយៗមាន feed ឬទេ",
        ),
        field(
            "paginate_by",
            Holds::COUNT,
            "how many pages a list of a term shows at once",
            "ចំនួនទំព័រដែលបញ្ជីនៃពាក្យមួយបង្ហាញម្ដង",
        ),
    ],
);

static ORGANISATION: Schema = Schema::of(
    "Who publishes the site, `[organisation]`",
    "អ្នកផ្សាយគេហទំព័រ `[organisation]`",
    &[
        field("name", Holds::Localised, "its name", "ឈ្មោះអង្គការ"),
        field(
            "description",
            Holds::Localised,
            "a line under the name: who they are",
            "បន្ទាត់មួយក្រោមឈ្មោះ៖ អង្គការជានរណា",
        ),
        field(
            "phone",
            Holds::Text,
            "a telephone number, as dialled",
            "លេខទូរសព្ទ ដូចដែលចុច",
        ),
        field(
            "email",
            Holds::Text,
            "an address for letters",
            "អាសយដ្ឋានអ៊ីមែល",
        ),
        field(
            "notice",
            Holds::Localised,
            "a notice at the foot of every page and leaflet",
            "សេចក្ដីជូនដំណឹងនៅបាតទំព័រ និងខិត្តប័ណ្ណទាំងអស់",
        ),
    ],
);

static BRAND: Schema = Schema::of(
    "How the site is to be known again, `[brand]`",
    "អ្វីដែលធ្វើឱ្យគេស្គាល់គេហទំព័រនេះ `[brand]`",
    &[field(
        "colour",
        Holds::Text,
        "its colour, such as `#0b5751`; the colours of text and links are made from it so that all can be read",
        "ពណ៌របស់វា ដូចជា `#0b5751`។ ពណ៌អក្សរ និងពណ៌តំណ កម្មវិធីគណនាពីពណ៌នេះ ដើម្បីឱ្យអានច្បាស់",
    )],
);

static CARDS: Schema = Schema::of(
    "The pictures that pages are shared with, `[cards]`",
    "រូបភាពដែលបង្ហាញពេលចែករំលែកទំព័រ `[cards]`",
    &[
        field(
            "make",
            Holds::Word(MakeCards::WORDS),
            "which pages get a card with their title and figure: none, those that you wrote (`pages`), or those of rows of tables too (`all`); `none` unless written",
            "ទំព័រណាមានកាតដែលមានចំណងជើង និងតួលេខរបស់វា៖ គ្មាន (`none`) ទំព័រដែលអ្នកសរសេរ (`pages`) ឬទំព័រពីជួរដេកនៃតារាងផង (`all`)។ បើមិនសរសេរគឺ `none`",
        ),
        field(
            "picture",
            Holds::Text,
            "the picture of pages that have none of their own: a file in `static/`, such as `share.png`",
            "រូបភាពសម្រាប់ទំព័រដែលគ្មានរូបភាពផ្ទាល់ខ្លួន៖ ឯកសារក្នុង `static/` ដូចជា `share.png`",
        ),
    ],
);

static KHMER: Schema = Schema::of(
    "How Khmer text is set, `[khmer]`",
    "របៀបរៀបចំអត្ថបទខ្មែរ `[khmer]`",
    &[
        field(
            "line_breaks",
            Holds::Word(LineBreaks::WORDS),
            "what stands between words so that lines can break there",
            "អ្វីដែលដាក់រវាងពាក្យ ដើម្បីឱ្យចុះបន្ទាត់បាន",
        ),
        field(
            "words",
            Holds::List(&Holds::Text),
            "words and names that are never cut",
            "ពាក្យ និងឈ្មោះដែលមិនត្រូវកាត់",
        ),
        field(
            "words_file",
            Holds::Text,
            "a file with more of them, one a line",
            "ឯកសារដែលមានពាក្យបែបនេះទៀត មួយបន្ទាត់មួយពាក្យ",
        ),
        field(
            "keep_coeng_da",
            Holds::Truth,
            "whether a DA below the line stays as it was typed",
            "ថាតើជើងដ នៅដូចដែលបានវាយឬទេ",
        ),
    ],
);
