//! What `leaflet/<format>.toml` of a theme may say, for each medium.

use crate::schema::{Field, Holds, Schema, field, required};

/// What the file of a format for paper may say.
pub static SCHEMA: Schema = Schema::of(
    "A leaflet format, `leaflet/….toml` of a theme",
    "ទម្រង់ខិត្តប័ណ្ណ `leaflet/….toml` របស់រូបរាង (theme)",
    &[
        required(
            "template",
            Holds::Text,
            "the Typst file beside this one that sets the pages",
            "ឯកសារ Typst ក្បែរនេះ ដែលរៀបចំទំព័រ",
        ),
        required(
            "pages",
            Holds::COUNT,
            "how many pages there may be",
            "ចំនួនទំព័រដែលអាចមាន",
        ),
        field(
            "closing_pages",
            Holds::COUNT,
            "how many pages at the end the text does not flow into",
            "ចំនួនទំព័រនៅចុងដែលអត្ថបទមិនហូរចូល",
        ),
        field(
            "page",
            Holds::Table(&PAGE),
            "how large a page is; where nothing is said, its share of the paper",
            "ទំហំទំព័រ។ បើមិនសរសេរ ទំព័រយកចំណែករបស់វាពីក្រដាស",
        ),
        required(
            "margin",
            Holds::Number,
            "the white edge that a printer needs, in millimetres",
            "គែមសដែលម៉ាស៊ីនបោះពុម្ពត្រូវការ គិតជាមីលីម៉ែត្រ",
        ),
        field(
            "text",
            Holds::Number,
            "how large the letters of the text are, in points, before they grow or shrink to fit: 10.5 where nothing is said",
            "ទំហំអក្សរនៃអត្ថបទ គិតជា point មុនពេលពង្រីក ឬបង្រួមឱ្យល្មម។ បើមិនសរសេរ គឺ 10.5",
        ),
        required(
            "smallest_scale",
            Holds::Number,
            "how far letters may shrink to make the text fit: 0.85 is 85 %",
            "អក្សរអាចបង្រួមដល់កម្រិតណាដើម្បីឱ្យអត្ថបទល្មម៖ 0.85 គឺ 85 %",
        ),
        field(
            "largest_text",
            Holds::Number,
            "how large the letters of the text may grow to fill the pages, in points: 14 for a `text` of 10.5",
            "អក្សរនៃអត្ថបទអាចពង្រីកដល់កម្រិតណាឱ្យពេញទំព័រ គិតជា point។ បើ `text` គឺ 10.5 វាស្មើ 14",
        ),
        required(
            "smallest_text",
            Holds::Number,
            "the smallest letters there may be, in points",
            "ទំហំអក្សរតូចបំផុត គិតជា point",
        ),
        field(
            "columns",
            UP_TO_TEN,
            "how many columns the text of a page stands in: 1 where nothing is said",
            "ចំនួនជួរឈរនៃអត្ថបទលើទំព័រមួយ។ បើមិនសរសេរ គឺ 1",
        ),
        field(
            "excerpt",
            Holds::Truth,
            "whether it shows only a choice of the page's text, as a poster or a card does",
            "តើវាបង្ហាញតែផ្នែកខ្លះនៃអត្ថបទ ដូចជាផ្ទាំងរូបភាព ឬកាត ឬទេ",
        ),
        field(
            "pictures",
            Holds::Word(&["grey", "dots"]),
            "what photos are made of: greys, or black dots that stay the same on any printer and copier",
            "រូបថតធ្វើពីអ្វី៖ ពណ៌ប្រផេះ ឬចំណុចខ្មៅ ដែលមិនប្រែប្រួលលើម៉ាស៊ីនបោះពុម្ព និងម៉ាស៊ីនថតចម្លងណាមួយ",
        ),
        field(
            "most_ink",
            Holds::Number,
            "how much of a page may be black, in percent: 10 where nothing is said, and two and a half times as much with its pictures",
            "ផ្ទៃទំព័រប៉ុន្មានភាគរយអាចមានទឹកខ្មៅ។ បើមិនសរសេរ គឺ 10 ហើយពីរដងកន្លះនៃចំនួននេះ បើគិតរូបភាពផង",
        ),
        field(
            "fold",
            Holds::Word(&["panels", "booklet", "several-up", "tiles"]),
            "how pages lie on the paper: each in its place, as a stapled booklet, the same one several times, or one page on several sheets that are glued",
            "របៀបដាក់ទំព័រលើក្រដាស៖ ទំព័រនីមួយៗនៅកន្លែងរបស់វា ជាកូនសៀវភៅកិប ទំព័រដដែលច្រើនដង ឬទំព័រមួយលើសន្លឹកច្រើនដែលបិទភ្ជាប់គ្នា",
        ),
        required(
            "sheet",
            Holds::Table(&SHEET),
            "the paper that goes into the printer",
            "ក្រដាសដែលដាក់ក្នុងម៉ាស៊ីនបោះពុម្ព",
        ),
    ],
);

/// What the file of a format for screens may say.
pub static SCREEN_SCHEMA: Schema = Schema::of(
    "A picture of a page, `leaflet/….toml` of a theme with `[screen]`",
    "រូបភាពនៃទំព័រ `leaflet/….toml` របស់រូបរាង (theme) ដែលមាន `[screen]`",
    &[
        required(
            "template",
            Holds::Text,
            "the Typst file beside this one that draws the picture",
            "ឯកសារ Typst ក្បែរនេះ ដែលគូររូបភាព",
        ),
        required(
            "smallest_text",
            Holds::Number,
            "the smallest letters there may be, in points of which 96 pixels hold 72",
            "ទំហំអក្សរតូចបំផុត គិតជា point ដែល 96 ភីកសែល (pixel) ស្មើ 72",
        ),
        required(
            "screen",
            Holds::Table(&SCREEN),
            "how large the picture is",
            "ទំហំរូបភាព",
        ),
    ],
);

static SCREEN: Schema = Schema::of(
    "The picture, `[screen]`",
    "រូបភាព `[screen]`",
    &[
        required(
            "width",
            PIXELS,
            "its width in pixels",
            "ទទឹង គិតជាភីកសែល (pixel)",
        ),
        required(
            "height",
            PIXELS,
            "its height in pixels",
            "កម្ពស់ គិតជាភីកសែល (pixel)",
        ),
    ],
);

/// What screens and those who show pictures on them take.
const PIXELS: Holds = Holds::Whole {
    least: 100,
    most: 2000,
};

static PAGE: Schema = Schema::of("A page, `[page]`", "ទំព័រមួយ `[page]`", &[WIDTH, HEIGHT]);

static SHEET: Schema = Schema::of(
    "The paper, `[sheet]`",
    "ក្រដាស `[sheet]`",
    &[
        WIDTH,
        HEIGHT,
        field(
            "side",
            Holds::List(&Holds::Table(&SIDE)),
            "for `panels`, its sides; one of which no page exists is not printed",
            "សម្រាប់ `panels` ខាងរបស់ក្រដាស។ ខាងដែលគ្មានទំព័រ មិនបោះពុម្ពទេ",
        ),
        field(
            "across",
            UP_TO_TEN,
            "for `several-up` and `tiles`, how many lie beside each other",
            "សម្រាប់ `several-up` និង `tiles` ចំនួនដែលនៅក្បែរគ្នាតាមទទឹង",
        ),
        field(
            "down",
            UP_TO_TEN,
            "for `several-up` and `tiles`, how many lie below each other",
            "សម្រាប់ `several-up` និង `tiles` ចំនួនដែលនៅពីលើគ្នាតាមកម្ពស់",
        ),
        field(
            "scale",
            Holds::Number,
            "for `tiles`, how much larger the page becomes",
            "សម្រាប់ `tiles` ទំព័រត្រូវពង្រីកប៉ុន្មានដង",
        ),
        field(
            "edge",
            Holds::Number,
            "for `tiles`, the white edge of each sheet, in millimetres",
            "សម្រាប់ `tiles` គែមសនៃសន្លឹកនីមួយៗ គិតជាមីលីម៉ែត្រ",
        ),
    ],
);

static SIDE: Schema = Schema::of(
    "A side of the paper, `[[sheet.side]]`",
    "ខាងមួយនៃក្រដាស `[[sheet.side]]`",
    &[
        required(
            "panels",
            Holds::List(&Holds::Table(&PANEL)),
            "where pages lie on it",
            "កន្លែងដែលទំព័រស្ថិតនៅ",
        ),
        field(
            "upright_folds",
            Holds::List(&Holds::Number),
            "where marks for upright folds stand, from the left edge",
            "កន្លែងសញ្ញាបត់បញ្ឈរ ពីគែមឆ្វេង",
        ),
        field(
            "level_folds",
            Holds::List(&Holds::Number),
            "where marks for level folds stand, from the top edge",
            "កន្លែងសញ្ញាបត់ផ្ដេក ពីគែមលើ",
        ),
    ],
);

static PANEL: Schema = Schema::of(
    "Where a page lies on the paper, `panels`",
    "កន្លែងទំព័រនៅលើក្រដាស `panels`",
    &[
        required(
            "page",
            Holds::COUNT,
            "the page's number in reading order, from 1",
            "លេខទំព័រតាមលំដាប់អាន រាប់ពី 1",
        ),
        required(
            "x",
            Holds::Number,
            "its distance from the left edge, in millimetres",
            "ចម្ងាយពីគែមឆ្វេង គិតជាមីលីម៉ែត្រ",
        ),
        field(
            "y",
            Holds::Number,
            "its distance from the top edge, in millimetres",
            "ចម្ងាយពីគែមលើ គិតជាមីលីម៉ែត្រ",
        ),
        WIDTH,
        field(
            "turn",
            Holds::COUNT,
            "by how many degrees it is turned to the right: 0, 90, 180 or 270",
            "បង្វិលទៅស្ដាំប៉ុន្មានដឺក្រេ៖ 0, 90, 180 ឬ 270",
        ),
        field(
            "scale",
            Holds::Number,
            "how large the page is there: 0.5 is half as wide and half as high",
            "ទំហំទំព័រនៅទីនោះ៖ 0.5 គឺពាក់កណ្ដាលទទឹង និងពាក់កណ្ដាលកម្ពស់",
        ),
    ],
);

const UP_TO_TEN: Holds = Holds::Whole { least: 1, most: 10 };

const HEIGHT: Field = required(
    "height",
    Holds::Number,
    "its height in millimetres",
    "កម្ពស់ គិតជាមីលីម៉ែត្រ",
);

const WIDTH: Field = required(
    "width",
    Holds::Number,
    "its width in millimetres",
    "ទទឹង គិតជាមីលីម៉ែត្រ",
);
