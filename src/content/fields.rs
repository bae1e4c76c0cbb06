//! What front matter may say: of a page, of a section, of rows that become pages.

use super::front::SortBy;
use crate::diagnostic::Words;
use crate::schema::{Field, Holds, Means, Schema, field, required};

/// What the front matter of a page may say.
pub static PAGE: Schema = Schema::of(
    "A page, between two lines of `+++`",
    "ទំព័រមួយ ចន្លោះបន្ទាត់ `+++` ពីរ",
    &[
        TITLE,
        DESCRIPTION,
        field(
            "date",
            Holds::Day,
            "the day on which it appears",
            "ថ្ងៃដែលទំព័រចេញផ្សាយ",
        ),
        field(
            "updated",
            Holds::Day,
            "the day on which it was last changed",
            "ថ្ងៃដែលបានកែចុងក្រោយ",
        ),
        field(
            "expires",
            Holds::Day,
            "the first day on which it is gone",
            "ថ្ងៃដំបូងដែលទំព័រត្រូវដកចេញ",
        ),
        WEIGHT,
        DRAFT,
        field(
            "slug",
            Holds::Text,
            "its own part of its address, in small Latin letters, digits and hyphens",
            "ផ្នែករបស់វាក្នុងអាសយដ្ឋាន ជាអក្សរឡាតាំងតូច លេខ និងសញ្ញា `-`",
        ),
        field(
            "path",
            Holds::Text,
            "its whole address below the site's",
            "អាសយដ្ឋានទាំងមូលក្រោមអាសយដ្ឋានគេហទំព័រ",
        ),
        ALIASES,
        TEMPLATE,
        LEAFLETS,
        SHORT_ADDRESS,
        CARD,
        field(
            "taxonomies",
            Holds::Map(&Holds::List(&Holds::Text)),
            "its terms, by taxonomy",
            "ពាក្យដាក់ក្រុមរបស់វា តាមក្រុមនីមួយៗ",
        ),
        PUBLIC,
        EXTRA,
        field(
            "place",
            Holds::Cell,
            "the code of the place that the page is about, as the table of places has it",
            "លេខកូដទីកន្លែងដែលទំព័រនេះនិយាយអំពី តាមតារាងទីកន្លែង",
        ),
        field(
            "each",
            Holds::Table(&EACH),
            "in a file `_each.md`: the rows of which each becomes a page",
            "ក្នុងឯកសារ `_each.md`៖ ជួរដេកដែលមួយៗក្លាយជាទំព័រមួយ",
        ),
    ],
)
.knowing(ELSEWHERE);

/// What the front matter of a section may say.
pub static SECTION: Schema = Schema::of(
    "A section, between two lines of `+++` in `_index.md`",
    "ផ្នែកមួយ ចន្លោះបន្ទាត់ `+++` ពីរក្នុង `_index.md`",
    &[
        TITLE,
        DESCRIPTION,
        field(
            "sort_by",
            Holds::Word(SortBy::WORDS),
            "the order of its pages",
            "លំដាប់ទំព័ររបស់វា",
        ),
        field(
            "paginate_by",
            Holds::AT_LEAST_ONE,
            "how many pages its list shows at once",
            "ចំនួនទំព័រដែលបញ្ជីបង្ហាញម្ដង",
        ),
        WEIGHT,
        DRAFT,
        TEMPLATE,
        field(
            "page_template",
            Holds::Text,
            "the template of its pages",
            "គំរូ (template) នៃទំព័ររបស់វា",
        ),
        ALIASES,
        LEAFLETS,
        SHORT_ADDRESS,
        PUBLIC,
        CARD,
        EXTRA,
    ],
)
.knowing(ELSEWHERE_OF_SECTIONS);

/// What pages of Hugo, Zola, Jekyll, Eleventy and Docusaurus say before their text, besides what is called
/// the same here.
const ELSEWHERE: &[(&str, Means)] = &[
    ("lastmod", Means::Field("updated")),
    ("last_modified_at", Means::Field("updated")),
    ("last_updated", Means::Field("updated")),
    ("modified", Means::Field("updated")),
    ("expiry_date", Means::Field("expires")),
    ("unpublish_date", Means::Field("expires")),
    ("publish_date", Means::Field("date")),
    ("pub_date", Means::Field("date")),
    ("summary", Means::Field("description")),
    ("excerpt", Means::Field("description")),
    ("url", Means::Field("path")),
    ("permalink", Means::Field("path")),
    ("redirect_from", Means::Field("aliases")),
    ("sidebar_position", Means::Field("weight")),
    ("nav_order", Means::Field("weight")),
    ("published", Means::Not("draft")),
    ("tags", Means::Below("taxonomies")),
    ("categories", Means::Below("taxonomies")),
    ("layout", Means::Nothing),
    ("kind", Means::Kind),
    ("type", Means::Nothing),
    ("id", Means::Nothing),
    ("author", Means::Nothing),
    ("authors", Means::Nothing),
    ("keywords", Means::Nothing),
    ("image", Means::Nothing),
    ("images", Means::Nothing),
    ("cover", Means::Nothing),
    ("toc", Means::Nothing),
    ("menu", Means::Nothing),
    ("params", Means::Nothing),
    ("link_title", Means::Nothing),
    ("lang", Means::Nothing),
    ("locale", Means::Nothing),
    ("category", Means::Nothing),
    ("tag", Means::Nothing),
    ("sidebar_label", Means::Nothing),
    ("sidebar_class_name", Means::Nothing),
    ("hide_table_of_contents", Means::Nothing),
    ("hide_title", Means::Nothing),
    ("unlisted", Means::Nothing),
    ("last_update", Means::Nothing),
    ("pagination_next", Means::Nothing),
    ("pagination_prev", Means::Nothing),
    ("eleventy_navigation", Means::Nothing),
    ("eleventy_exclude_from_collections", Means::Nothing),
    ("render", Means::Nothing),
    ("in_search_index", Means::Nothing),
    ("parent", Means::Nothing),
    ("outputs", Means::Nothing),
    ("cascade", Means::Nothing),
    ("comments", Means::Nothing),
    ("math", Means::Nothing),
];

/// The same of sections.
const ELSEWHERE_OF_SECTIONS: &[(&str, Means)] = &[
    ("summary", Means::Field("description")),
    ("excerpt", Means::Field("description")),
    ("redirect_from", Means::Field("aliases")),
    ("redirect_to", Means::Nothing),
    ("sidebar_position", Means::Field("weight")),
    ("nav_order", Means::Field("weight")),
    ("paginate", Means::Field("paginate_by")),
    ("published", Means::Not("draft")),
    ("date", OF_PAGES),
    ("updated", OF_PAGES),
    ("lastmod", OF_PAGES),
    ("expires", OF_PAGES),
    ("expiry_date", OF_PAGES),
    ("publish_date", OF_PAGES),
    ("slug", OF_PAGES),
    ("path", OF_PAGES),
    ("url", OF_PAGES),
    ("permalink", OF_PAGES),
    ("taxonomies", OF_PAGES),
    ("tags", OF_PAGES),
    ("categories", OF_PAGES),
    ("layout", Means::Nothing),
    ("type", Means::Nothing),
    ("id", Means::Nothing),
    ("author", Means::Nothing),
    ("menu", Means::Nothing),
    ("link_title", Means::Nothing),
    ("params", Means::Nothing),
    ("cascade", Means::Nothing),
    ("outputs", Means::Nothing),
    ("transparent", Means::Nothing),
    ("render", Means::Nothing),
    ("insert_anchor_links", Means::Nothing),
    ("generate_feeds", Means::Nothing),
    ("in_search_index", Means::Nothing),
];

static EACH: Schema = Schema::of(
    "The rows that become pages, `[each]` in `_each.md`",
    "ជួរដេកដែលក្លាយជាទំព័រ `[each]` ក្នុង `_each.md`",
    &[
        required(
            "dataset",
            Holds::Text,
            "the table whose rows become pages",
            "តារាងដែលជួរដេករបស់វាក្លាយជាទំព័រ",
        ),
        required(
            "slug",
            Holds::Text,
            "a page's own part of its address, with a column in it, such as `{code}`",
            "ផ្នែករបស់ទំព័រក្នុងអាសយដ្ឋាន ដែលមានជួរឈរមួយ ដូចជា `{code}`",
        ),
        field(
            "where",
            Holds::Map(&Holds::CellsOr(&CONDITION)),
            "only rows with this value, or one of these values, in this column",
            "យកតែជួរដេកដែលមានតម្លៃនេះ ឬតម្លៃណាមួយក្នុងបញ្ជីនេះ ក្នុងជួរឈរនេះ",
        ),
        field(
            "group_by",
            Holds::Names,
            "the columns whose rows with the same values share a page",
            "ជួរឈរដែលជួរដេកមានតម្លៃដូចគ្នាក្នុងវា រួមគ្នាជាទំព័រមួយ",
        ),
        field(
            "sort_by",
            Holds::Names,
            "the columns that put the rows in order; `-` before a name begins with the largest",
            "ជួរឈរដែលរៀបលំដាប់ជួរដេក។ សញ្ញា `-` នៅមុខឈ្មោះ ចាប់ផ្ដើមពីធំទៅតូច",
        ),
        field(
            "link_places",
            Holds::Truth,
            "of a table of places: whether these are the pages of its places, linked to those above and below; they are unless you say `false`",
            "ចំពោះតារាងទីកន្លែង៖ ថាតើទាំងនេះជាទំព័ររបស់ទីកន្លែង ដែលមានតំណទៅទីកន្លែងថ្នាក់លើ និងថ្នាក់ក្រោម។ មាន លុះត្រាតែអ្នកសរសេរ `false`",
        ),
    ],
);

static CONDITION: Schema = Schema::of(
    "What rows say in a column, `[each.where.…]`",
    "អ្វីដែលជួរដេកសរសេរក្នុងជួរឈរមួយ `[each.where.…]`",
    &[
        field(
            "not",
            Holds::List(&Holds::Cell),
            "none of these values",
            "មិនមែនតម្លៃណាមួយក្នុងនេះ",
        ),
        field(
            "at_least",
            Holds::Cell,
            "this number or a larger one, this day or a later one",
            "លេខនេះ ឬលេខធំជាង ថ្ងៃនេះ ឬថ្ងៃក្រោយ",
        ),
        field(
            "at_most",
            Holds::Cell,
            "this number or a smaller one, this day or an earlier one",
            "លេខនេះ ឬលេខតូចជាង ថ្ងៃនេះ ឬថ្ងៃមុន",
        ),
        field(
            "filled",
            Holds::Truth,
            "whether something stands there",
            "ថាតើក្រឡានោះមានអ្វីសរសេរឬទេ",
        ),
    ],
);

const TITLE: Field = field(
    "title",
    Holds::Text,
    "its title; without it, the first heading is the title",
    "ចំណងជើង។ បើគ្មាន ចំណងជើងដំបូងក្នុងអត្ថបទគឺជាចំណងជើងទំព័រ",
);
const DESCRIPTION: Field = field(
    "description",
    Holds::Text,
    "what it says, in one sentence, for lists and search engines",
    "ខ្លឹមសារក្នុងមួយប្រយោគ សម្រាប់បញ្ជី និងម៉ាស៊ីនស្វែងរក",
);
const WEIGHT: Field = field(
    "weight",
    Holds::INTEGER,
    "its place among its neighbours; light ones come first",
    "លំដាប់ក្នុងចំណោមទំព័រជិតខាង លេខតូចមកមុន",
);
const DRAFT: Field = field(
    "draft",
    Holds::Truth,
    "whether it is not published yet",
    "ថាតើវាមិនទាន់ចេញផ្សាយឬទេ",
);
const ALIASES: Field = field(
    "aliases",
    Holds::List(&Holds::Text),
    "other addresses that lead here",
    "អាសយដ្ឋានផ្សេងទៀតដែលនាំមកទីនេះ",
);
const TEMPLATE: Field = field(
    "template",
    Holds::Text,
    "the template that gives it its form",
    "គំរូ (template) ដែលផ្ដល់រូបរាងដល់វា",
);
const CARD: Field = field(
    "card",
    Holds::Text,
    "the picture that is shown where somebody shares the page, beside it or in `static/`: PNG, JPEG, WebP or GIF",
    "រូបភាពដែលបង្ហាញពេលគេចែករំលែកទំព័រ នៅក្បែរវា ឬក្នុង `static/`៖ PNG, JPEG, WebP ឬ GIF",
);

const LEAFLETS: Field = field(
    "leaflets",
    Holds::List(&Holds::Text),
    "the formats in which it is printed as a leaflet",
    "ទម្រង់ដែលបោះពុម្ពវាជាខិត្តប័ណ្ណ",
);
const SHORT_ADDRESS: Field = field(
    "short_address",
    Holds::Text,
    "what readers of its leaflets type to come to it, such as `sala.example/ask`, where its own address is long",
    "អ្វីដែលអ្នកអានខិត្តប័ណ្ណវាយ ដើម្បីមកទំព័រនេះ ដូចជា `sala.example/ask` បើអាសយដ្ឋានរបស់វាវែង",
);
const PUBLIC: Field = field(
    "public",
    Holds::List(&Holds::Text),
    "numbers and addresses in it that are meant for the public",
    "លេខ និងអាសយដ្ឋានក្នុងទំព័រនេះ ដែលសម្រាប់សាធារណជន",
);
const EXTRA: Field = field(
    "extra",
    Holds::Free,
    "values of your own for templates",
    "តម្លៃរបស់អ្នកសម្រាប់គំរូ (template)",
);

const OF_PAGES: Means = Means::OfOthers(Words {
    en: "pages",
    km: "ទំព័រ",
});
