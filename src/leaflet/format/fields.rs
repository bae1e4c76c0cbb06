//! What `leaflet/<format>.toml` of a theme may say.

use crate::schema::{Field, Holds, Schema, field, required};

/// What a format's file may say.
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
        required(
            "margin",
            Holds::Number,
            "the white edge that a printer needs, in millimetres",
            "គែមសដែលម៉ាស៊ីនបោះពុម្ពត្រូវការ គិតជាមីលីម៉ែត្រ",
        ),
        required(
            "smallest_scale",
            Holds::Number,
            "how far letters may shrink to make the text fit: 0.85 is 85 %",
            "អក្សរអាចបង្រួមដល់កម្រិតណាដើម្បីឱ្យអត្ថបទល្មម៖ 0.85 គឺ 85 %",
        ),
        required(
            "smallest_text",
            Holds::Number,
            "the smallest letters there may be, in points",
            "ទំហំអក្សរតូចបំផុត គិតជា point",
        ),
        required(
            "sheet",
            Holds::Table(&SHEET),
            "the paper that goes into the printer",
            "ក្រដាសដែលដាក់ក្នុងម៉ាស៊ីនបោះពុម្ព",
        ),
    ],
);

static SHEET: Schema = Schema::of(
    "The paper, `[sheet]`",
    "ក្រដាស `[sheet]`",
    &[
        WIDTH,
        required(
            "height",
            Holds::Number,
            "its height in millimetres",
            "កម្ពស់ គិតជាមីលីម៉ែត្រ",
        ),
        required(
            "side",
            Holds::List(&Holds::Table(&SIDE)),
            "its sides; one of which no page exists is not printed",
            "ខាងរបស់ក្រដាស។ ខាងដែលគ្មានទំព័រ មិនបោះពុម្ពទេ",
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
    ],
);

const WIDTH: Field = required(
    "width",
    Holds::Number,
    "its width in millimetres",
    "ទទឹង គិតជាមីលីម៉ែត្រ",
);
