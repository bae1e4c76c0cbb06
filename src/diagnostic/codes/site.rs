//! Putting pages, sections, terms and links together.

use super::codes;

codes! {
    NO_HOME = "E301" Error Content {
        message: "the site has no front page", "គេហទំព័រគ្មានទំព័រដើមទេ";
        help: "write `content/_index.md`; its text stands on the front page", "សូមសរសេរ `content/_index.md` ដែលអត្ថបទរបស់វានឹងនៅលើទំព័រដើម";
        explain: "Readers arrive at the front page; without it the address of the campaign leads nowhere.", "អ្នកអានមកដល់ទំព័រដើមមុនគេ។ បើគ្មានវា អាសយដ្ឋានយុទ្ធនាការមិននាំទៅណាទេ។";
    }
    HOME_IS_A_DRAFT = "E301" Error Content {
        message: "the front page is a draft, and the site has no other", "ទំព័រដើមជាសេចក្ដីព្រាង ហើយគេហទំព័រគ្មានទំព័រដើមផ្សេងទេ";
        help: "take `draft = true` out of this file, or add `--drafts` to the command to see all drafts", "សូមលុប `draft = true` ចេញពីឯកសារនេះ ឬបន្ថែម `--drafts` ក្នុងពាក្យបញ្ជា ដើម្បីមើលសេចក្ដីព្រាងទាំងអស់";
        explain: "Readers arrive at the front page; without it the address of the campaign leads nowhere.", "អ្នកអានមកដល់ទំព័រដើមមុនគេ។ បើគ្មានវា អាសយដ្ឋានយុទ្ធនាការមិននាំទៅណាទេ។";
    }
    SAME_PAGE = "E302" Error Content {
        message: "this is the same page as `{other}`", "នេះជាទំព័រតែមួយជាមួយ `{other}`";
        help: "rename one of the two files, or join them", "សូមប្ដូរឈ្មោះឯកសារមួយ ឬបញ្ចូលវាជាមួយគ្នា";
        explain: "Two files with one name would give one page, and one of the texts would be lost.", "ឯកសារពីរមានឈ្មោះតែមួយ នឹងបានទំព័រតែមួយ ហើយអត្ថបទមួយនឹងបាត់។";
    }
    SAME_OUTPUT = "E303" Error Content {
        message: "`{path}` is written from here and from `{other}` as well", "`{path}` ត្រូវបានសរសេរពីទីនេះ និងពី `{other}` ដែរ";
        help: "give one of them another `slug`, `path` or alias; capital letters do not make a difference", "សូមដាក់ `slug` `path` ឬ alias ផ្សេងឱ្យមួយក្នុងចំណោមវា។ អក្សរធំ អក្សរតូចមិនខុសគ្នាទេ";
        explain: "One of the two pages would overwrite the other.", "ទំព័រមួយនឹងសរសេរលុបទំព័រមួយទៀត។";
    }
    FILE_AND_FOLDER = "E331" Error Content {
        message: "`{path}` is a file here, and the folder that `{other}` is written into", "`{path}` ជាឯកសារនៅទីនេះ ហើយក៏ជាថតដែល `{other}` ត្រូវសរសេរចូលដែរ";
        help: "rename the file, or give the other one another `slug` or `path`; capital letters do not make a difference", "សូមប្ដូរឈ្មោះឯកសារ ឬដាក់ `slug` ឬ `path` ផ្សេងឱ្យមួយទៀត។ អក្សរធំ អក្សរតូចមិនខុសគ្នាទេ";
        explain: "A disk holds one thing of a name in a folder, so one of the two could not be written.", "ក្នុងថតមួយ ឈ្មោះមួយប្រើបានតែម្ដង ដូច្នេះមួយក្នុងចំណោមទាំងពីរមិនអាចសរសេរបានទេ។";
    }
    TOO_HEAVY = "E388" Error Content {
        message: "`{path}` weighs {weight} bytes, and {most} are allowed: text {text}, style {style}, drawings {drawings}, pictures {pictures}, scripts {scripts}; on a slow connection it takes {seconds} seconds", "`{path}` មានទម្ងន់ {weight} បៃ តែអនុញ្ញាតត្រឹម {most}៖ អត្ថបទ {text} រចនាប័ទ្ម {style} គំនូរ {drawings} រូបភាព {pictures} ស្គ្រីប {scripts}។ លើអ៊ីនធឺណិតយឺត ត្រូវចំណាយពេល {seconds} វិនាទី";
        help: "make the heaviest part smaller: fewer or smaller pictures, a part of the text on a page of its own; or allow more in `[weight]` of `sala.toml`", "សូមធ្វើឱ្យផ្នែកធ្ងន់ជាងគេតូចជាងមុន៖ រូបភាពតិច ឬតូចជាងមុន ឬដាក់អត្ថបទមួយផ្នែកលើទំព័រដោយឡែក។ ឬអនុញ្ញាតឱ្យធ្ងន់ជាងនេះ ក្នុង `[weight]` នៃ `sala.toml`";
        explain: "Readers pay for each byte, and wait for it: what is counted is what a phone loads before it shows the page, compressed as a good host sends it. The slow connection is that of 400 kilobits a second, which takes 0.4 seconds to answer.", "អ្នកអានបង់ប្រាក់ និងរង់ចាំបៃនីមួយៗ៖ អ្វីដែលរាប់ គឺអ្វីដែលទូរសព្ទផ្ទុកមុនបង្ហាញទំព័រ ដែលបង្រួមដូចម៉ាស៊ីនមេល្អផ្ញើ។ អ៊ីនធឺណិតយឺត គឺ 400 គីឡូប៊ីតក្នុងមួយវិនាទី ដែលចំណាយពេល 0.4 វិនាទីទើបឆ្លើយ។";
    }
    SEARCH_PAGE = "E330" Error Content {
        message: "`{path}` is where the search page stands", "`{path}` ជាកន្លែងរបស់ទំព័រស្វែងរក";
        help: "give this page another `slug` or `path`, or write `build_search_index = false` in `sala.toml`", "សូមដាក់ `slug` ឬ `path` ផ្សេងឱ្យទំព័រនេះ ឬសរសេរ `build_search_index = false` ក្នុង `sala.toml`";
        explain: "Readers search the site at `search/`; one of the two pages would overwrite the other.", "អ្នកអានស្វែងរកក្នុងគេហទំព័រនៅ `search/`។ ទំព័រមួយនឹងសរសេរលុបទំព័រមួយទៀត។";
    }
    NO_DATASET = "E304" Error Content {
        message: "no dataset is called `{name}`", "គ្មានសំណុំទិន្នន័យឈ្មោះ `{name}` ទេ";
        help: "datasets here are {known}", "សំណុំទិន្នន័យនៅទីនេះមាន {known}";
        explain: "The figures of this page would be missing.", "តួលេខនៃទំព័រនេះនឹងបាត់។";
        example: "{{ budget_table(dataset=\"bugdet\") }}", "{{ budget_table(dataset=\"budget\") }}";
    }
    NOT_OFFERED = "E304" Error Content {
        message: "the table `{name}` is not offered for download, because its declaration says `publish = false`", "តារាង `{name}` មិនឱ្យទាញយកទេ ព្រោះឯកសារពិពណ៌នារបស់វាសរសេរ `publish = false`";
        help: "leave the download out, or take `publish = false` out of `data/{name}.toml`", "សូមលុបការទាញយកនេះចេញ ឬលុប `publish = false` ចេញពី `data/{name}.toml`";
        explain: "A table that is not to be given away as a whole is not given away by a slip either.", "តារាងដែលមិនត្រូវឱ្យទៅអ្នកអានទាំងមូល ក៏មិនត្រូវឱ្យទៅដោយច្រឡំដែរ។";
    }
    EMPTY_SLUG = "E305" Error Content {
        message: "row {row} gives an empty address", "ជួរដេកទី {row} ឱ្យអាសយដ្ឋានទទេ";
        help: "make `slug` from a column with Latin letters or digits, such as `{{code}}`", "សូមធ្វើ `slug` ពីជួរឈរដែលមានអក្សរឡាតាំង ឬលេខ ដូចជា `{{code}}`";
        explain: "Every page needs an address of its own.", "ទំព័រនីមួយៗត្រូវមានអាសយដ្ឋានរបស់ខ្លួន។";
    }
    SAME_SLUG = "E306" Error Content {
        message: "rows {other} and {row} both give the address `{slug}`", "ជួរដេកទី {other} និង {row} ឱ្យអាសយដ្ឋាន `{slug}` ដូចគ្នា";
        help: "make `slug` from a column that is different in every row, such as the code", "សូមធ្វើ `slug` ពីជួរឈរដែលខុសគ្នាគ្រប់ជួរដេក ដូចជាលេខកូដ";
        explain: "Many places share a name; one of the two pages would be lost.", "ទីកន្លែងច្រើនមានឈ្មោះដូចគ្នា។ ទំព័រមួយក្នុងចំណោមពីរនឹងបាត់។";
    }
    NO_COLUMN = "E370" Error Content {
        message: "rows of `{dataset}` have no column `{name}`", "ជួរដេកនៃ `{dataset}` គ្មានជួរឈរ `{name}` ទេ";
        help: "columns here are {known}", "ជួរឈរនៅទីនេះមាន {known}";
        explain: "Rows cannot be chosen, put together or sorted by what they do not say.", "មិនអាចជ្រើស ដាក់ជាក្រុម ឬរៀបជួរដេកតាមអ្វីដែលគ្មានក្នុងតារាងបានទេ។";
    }
    NOT_NUMBERS = "E371" Error Content {
        message: "`{column}` holds neither numbers nor days, and `{key}` compares them", "`{column}` មិនមែនជាលេខ ឬថ្ងៃទេ តែ `{key}` ប្រៀបធៀបលេខ និងថ្ងៃ";
        help: "name a column of numbers or days, or say in the declaration of the table that this is one", "សូមប្រើជួរឈរដែលជាលេខ ឬថ្ងៃ ឬប្រាប់ក្នុងឯកសារពិពណ៌នាតារាងថា ជួរឈរនេះជាលេខ ឬថ្ងៃ";
        explain: "Words are neither larger nor smaller than a number, so every row would be left out.", "ពាក្យមិនធំជាង ឬតូចជាងលេខទេ ដូច្នេះជួរដេកទាំងអស់នឹងត្រូវទុកចោល។";
    }
    NOT_A_NUMBER = "E371" Error Content {
        message: "`{read}` under `{key}` is no number", "`{read}` ក្រោម `{key}` មិនមែនជាលេខទេ";
        help: "write it plainly, without spaces and units, such as `2500` or `2.5`", "សូមសរសេរតែលេខ ដោយគ្មានដកឃ្លា និងឯកតា ដូចជា `2500` ឬ `2.5`";
        explain: "Words are neither larger nor smaller than a number, so every row would be left out.", "ពាក្យមិនធំជាង ឬតូចជាងលេខទេ ដូច្នេះជួរដេកទាំងអស់នឹងត្រូវទុកចោល។";
    }
    NOT_A_DAY = "E385" Error Content {
        message: "`{column}` holds days, and `{read}` is none, or could be two", "`{column}` មានថ្ងៃ តែ `{read}` មិនមែនជាថ្ងៃទេ ឬអាចជាថ្ងៃពីរ";
        help: "write the day as `2026-05-31` or `២០២៦-០៥-៣១`, or with the name of the month", "សូមសរសេរថ្ងៃជា `2026-05-31` ឬ `២០២៦-០៥-៣១` ឬប្រើឈ្មោះខែ";
        explain: "Days are compared as days: a number such as `20260531`, or one that some read in March and others in April, chooses rows that nobody meant.", "ថ្ងៃត្រូវប្រៀបធៀបជាថ្ងៃ៖ លេខដូចជា `20260531` ឬថ្ងៃដែលអ្នកខ្លះយល់ថាខែមីនា អ្នកខ្លះយល់ថាខែមេសា នឹងជ្រើសជួរដេកដែលគ្មាននរណាចង់បាន។";
        example: "where = { day = { at_least = 20260531 } }", "where = { day = { at_least = \"2026-05-31\" } }";
    }
    NOT_A_PERIOD = "E386" Error Content {
        message: "`{column}` holds years and parts of years, and `{read}` is none", "`{column}` មានឆ្នាំ និងផ្នែកនៃឆ្នាំ តែ `{read}` មិនមែនទេ";
        help: "write a year `2026`, a half `2026-H1`, a quarter `2026-Q2`, a month `2026-05`, or from a month to another `2026-01/05`", "សូមសរសេរឆ្នាំ `2026` ឆមាស `2026-H1` ត្រីមាស `2026-Q2` ខែ `2026-05` ឬពីខែមួយដល់ខែមួយទៀត `2026-01/05`";
        explain: "One time can be written in many ways, and only one that is understood finds its rows.", "ពេលវេលាតែមួយអាចសរសេរបានច្រើនបែប ហើយមានតែពេលដែលយល់ទេ ទើបរកឃើញជួរដេក។";
    }
    FILE_OF_TWO_PLACES = "E387" Error Content {
        message: "the places `{one}` and `{another}` would have one file, `{path}`, since their codes differ in capital letters only", "ទីកន្លែង `{one}` និង `{another}` នឹងមានឯកសារតែមួយ `{path}` ព្រោះលេខកូដខុសគ្នាតែអក្សរធំ អក្សរតូច";
        help: "give one of them another code in its table of places", "សូមដាក់លេខកូដផ្សេងឱ្យមួយក្នុងចំណោមវា ក្នុងតារាងទីកន្លែង";
        explain: "Not every computer tells capital letters apart, and one of the two files would overwrite the other.", "មិនមែនកុំព្យូទ័រទាំងអស់ញែកអក្សរធំ អក្សរតូចបានទេ ហើយឯកសារមួយនឹងសរសេរលុបឯកសារមួយទៀត។";
    }
    NO_SUCH_WORD = "E372" Error Content {
        message: "no row can say `{read}` in `{column}`", "គ្មានជួរដេកណាអាចសរសេរ `{read}` ក្នុង `{column}` បានទេ";
        help: "words of this column are {known}", "ពាក្យក្នុងជួរឈរនេះមាន {known}";
        explain: "The column holds a few known words, and a page for this one would never be made.", "ជួរឈរនេះមានតែពាក្យដែលកំណត់ទុក ហើយទំព័រសម្រាប់ពាក្យនេះមិនអាចកើតមានទេ។";
    }
    NOTHING_ASKED = "E373" Error Content {
        message: "`where` asks nothing of `{column}`", "`where` មិនបានកំណត់អ្វីចំពោះ `{column}` ទេ";
        help: "write a value, a list of values, or a condition such as `{{ at_least = 100 }}`", "សូមសរសេរតម្លៃមួយ បញ្ជីតម្លៃ ឬលក្ខខណ្ឌដូចជា `{{ at_least = 100 }}`";
        explain: "Nobody can tell which rows were meant.", "គ្មាននរណាដឹងថាចង់យកជួរដេកណាទេ។";
        example: "where = { type = [] }", "where = { type = [\"commune\", \"sangkat\"] }";
    }
    GROUP_DIFFERS = "E374" Error Content {
        message: "rows that share a page differ in `{name}`: row {row} says `{one}`, and row {other} says `{another}`", "ជួរដេកដែលរួមទំព័រតែមួយខុសគ្នាក្នុង `{name}`៖ ជួរដេកទី {row} សរសេរ `{one}` ហើយជួរដេកទី {other} សរសេរ `{another}`";
        help: "add `{name}` to `group_by`, or show the rows with `rows(columns=\"{name}\")`", "សូមបន្ថែម `{name}` ក្នុង `group_by` ឬបង្ហាញជួរដេកទាំងនោះដោយ `rows(columns=\"{name}\")`";
        explain: "In the text stands one value, and the others would be lost without a word.", "ក្នុងអត្ថបទមានតម្លៃតែមួយ ហើយតម្លៃផ្សេងទៀតនឹងបាត់ដោយគ្មាននរណាដឹង។";
    }
    PLACE_TWICE = "E375" Error Content {
        message: "the place `{code}` has another page in `{other}`", "ទីកន្លែង `{code}` មានទំព័រមួយទៀតក្នុង `{other}`";
        help: "make one page for each place, or write `link_places = false` under `[each]` of the other pages", "សូមបង្កើតទំព័រតែមួយសម្រាប់ទីកន្លែងនីមួយៗ ឬសរសេរ `link_places = false` ក្រោម `[each]` សម្រាប់ទំព័រផ្សេងទៀត";
        explain: "Links from the place above and from places beside it could lead to one of the two only.", "តំណពីទីកន្លែងថ្នាក់លើ និងពីទីកន្លែងជិតខាង អាចនាំទៅទំព័រតែមួយប៉ុណ្ណោះ។";
    }
    NO_PLACE = "E376" Error Content {
        message: "no table of places has the code `{code}`", "គ្មានតារាងទីកន្លែងណាមានលេខកូដ `{code}` ទេ";
        help: "write the code as the table has it; codes here are {known}", "សូមសរសេរលេខកូដដូចក្នុងតារាង។ លេខកូដនៅទីនេះមាន {known}";
        explain: "The page would stand beside no place, and nobody would find it from there.", "ទំព័រនេះនឹងមិននៅក្បែរទីកន្លែងណាទេ ហើយគ្មាននរណារកឃើញវាពីទីនោះបានទេ។";
    }
    EACH_PLACE = "E377" Error Content {
        message: "`place` would be the same for all pages of `_each.md`", "`place` នឹងដូចគ្នាសម្រាប់ទំព័រទាំងអស់របស់ `_each.md`";
        help: "take it out: pages of a table of places know their places", "សូមលុបវាចេញ៖ ទំព័រដែលបង្កើតពីតារាងទីកន្លែង ស្គាល់ទីកន្លែងរបស់វាហើយ";
        explain: "A place has one page, to which the places around it are linked.", "ទីកន្លែងមួយមានទំព័រតែមួយ ដែលទីកន្លែងជុំវិញដាក់តំណមករក។";
    }
    NO_PLACE_TYPE = "E378" Error Configuration {
        message: "no place is a `{read}`", "គ្មានទីកន្លែងប្រភេទ `{read}` ទេ";
        help: "types of places are {known}", "ប្រភេទទីកន្លែងមាន {known}";
        explain: "Pages of places would be left out, and nobody would see that they are missing.", "ទំព័រទីកន្លែងនឹងត្រូវទុកចោល ហើយគ្មាននរណាឃើញថាវាបាត់ទេ។";
        example: "place_pages = [\"provinse\"]", "place_pages = [\"province\"]";
    }
    NOT_OF_ROWS = "E379" Error Content {
        message: "`{component}` shows the rows that a page is made from, and this page is made from none", "`{component}` បង្ហាញជួរដេកដែលទំព័រត្រូវបានបង្កើតពីវា តែទំព័រនេះមិនបានបង្កើតពីជួរដេកទេ";
        help: "call it in an `_each.md`", "សូមហៅវាក្នុង `_each.md`";
        explain: "Only pages that an `_each.md` makes have rows of their own.", "មានតែទំព័រដែល `_each.md` បង្កើតទេ ដែលមានជួរដេករបស់ខ្លួន។";
    }
    NO_MAP = "E398" Error Content {
        message: "the theme has no map `{name}`", "រូបរាង (theme) គ្មានផែនទី `{name}` ទេ";
        help: "maps here are {known}; each is a file such as `maps/provinces.toml` in the folder of the theme", "ផែនទីនៅទីនេះមាន {known}។ ផែនទីនីមួយៗជាឯកសារដូចជា `maps/provinces.toml` ក្នុងថតរូបរាង";
        explain: "Readers find the place they live in where it lies.", "អ្នកអានរកទីកន្លែងដែលខ្លួនរស់នៅ តាមទីតាំងរបស់វា។";
    }
    NOT_ON_MAP = "E399" Error Content {
        message: "the map `{name}` has no tile for {missing}", "ផែនទី `{name}` គ្មានក្រឡាសម្រាប់ {missing} ទេ";
        help: "write their codes with column and row into the theme's `maps/{name}.toml`, or use `place_finder()`, which lists all places", "សូមសរសេរលេខកូដរបស់វា ជាមួយជួរឈរ និងជួរដេក ក្នុង `maps/{name}.toml` របស់រូបរាង ឬប្រើ `place_finder()` ដែលរាយទីកន្លែងទាំងអស់";
        explain: "Whoever lives there would look for their place and not find it.", "អ្នកដែលរស់នៅទីនោះ នឹងរកទីកន្លែងរបស់ខ្លួនមិនឃើញ។";
    }
    NO_PLACES_BELOW = "E380" Error Content {
        message: "there are no places to be found here", "គ្មានទីកន្លែងសម្រាប់រកនៅទីនេះទេ";
        help: "add a table with `kind = \"places\"` to `data`, or name a place that has others below it", "សូមបន្ថែមតារាងដែលមាន `kind = \"places\"` ក្នុង `data` ឬដាក់ឈ្មោះទីកន្លែងដែលមានទីកន្លែងផ្សេងនៅក្រោមវា";
        explain: "Readers would see an empty list.", "អ្នកអាននឹងឃើញបញ្ជីទទេ។";
    }
    CATALOGUE_PAGE = "E381" Error Content {
        message: "`{path}` is where the list of data to take away stands", "`{path}` ជាកន្លែងរបស់បញ្ជីទិន្នន័យសម្រាប់ទាញយក";
        help: "give this page another `slug` or `path`, or write `build_catalogue = false` in `sala.toml`", "សូមដាក់ `slug` ឬ `path` ផ្សេងឱ្យទំព័រនេះ ឬសរសេរ `build_catalogue = false` ក្នុង `sala.toml`";
        explain: "Readers find all tables at `data/`; one of the two pages would overwrite the other.", "អ្នកអានរកឃើញតារាងទាំងអស់នៅ `data/`។ ទំព័រមួយនឹងសរសេរលុបទំព័រមួយទៀត។";
    }
    NO_ROW_SAYS = "W690" Warning Content {
        message: "no row of `{dataset}` says `{read}` in `{column}`", "គ្មានជួរដេកណានៃ `{dataset}` សរសេរ `{read}` ក្នុង `{column}` ទេ";
        help: "rows say {known}", "ជួរដេកសរសេរ {known}";
        explain: "A slip of the hand in a condition leaves pages out, and nobody sees what is not there.", "ការវាយខុសក្នុងលក្ខខណ្ឌ ធ្វើឱ្យទំព័រខ្លះមិនកើតមាន ហើយគ្មាននរណាឃើញអ្វីដែលបាត់ទេ។";
    }
    NO_ROWS = "W691" Warning Content {
        message: "no row of `{dataset}` becomes a page", "គ្មានជួរដេកណានៃ `{dataset}` ក្លាយជាទំព័រទេ";
        help: "look at `where`, or fill the table", "សូមពិនិត្យ `where` ឬបំពេញតារាង";
        explain: "The table is empty, or no row is as `where` asks, and readers find no page.", "តារាងទទេ ឬគ្មានជួរដេកណាត្រូវនឹង `where` ហើយអ្នកអានរកមិនឃើញទំព័រទេ។";
    }
    ORDER_UNUSED = "W692" Warning Content {
        message: "the section shows its pages in another order", "ផ្នែកនេះបង្ហាញទំព័ររបស់វាតាមលំដាប់ផ្សេង";
        help: "write `sort_by = \"weight\"` in the `_index.md` of the section, or take this out", "សូមសរសេរ `sort_by = \"weight\"` ក្នុង `_index.md` នៃផ្នែកនេះ ឬលុបការកំណត់នេះចេញ";
        explain: "Rows are numbered in the order that is asked for here, and a section that does not sort by those numbers, its `weight`, shows another.", "ជួរដេកត្រូវបានដាក់លេខតាមលំដាប់ដែលសុំនៅទីនេះ ហើយផ្នែកដែលមិនរៀបតាមលេខទាំងនោះ (`weight`) បង្ហាញលំដាប់ផ្សេង។";
    }
    WANTS_LIST = "E307" Error Content {
        message: "`steps` holds no numbered list", "`steps` គ្មានបញ្ជីលេខរៀងទេ";
        help: "write one step a line between its marks: `1. …`, `2. …`, `3. …`", "សូមសរសេរមួយជំហានក្នុងមួយបន្ទាត់ ចន្លោះសញ្ញារបស់វា៖ `1. …`, `2. …`, `3. …`";
        explain: "Big numerals show readers what to do first; they are made from a numbered list.", "លេខធំៗបង្ហាញអ្នកអានថាត្រូវធ្វើអ្វីមុន។ វាត្រូវបង្កើតពីបញ្ជីលេខរៀង។";
    }
    TERM = "E308" Error Content {
        message: "the term `{term}` of `{taxonomy}` cannot stand in an address", "ពាក្យ `{term}` ក្នុង `{taxonomy}` ប្រើក្នុងអាសយដ្ឋានមិនបានទេ";
        help: "write a Latin identifier such as `budget`, and its names under `terms` of the taxonomy in `sala.toml`", "សូមសរសេរអត្តសញ្ញាណជាអក្សរឡាតាំង ដូចជា `budget` ហើយដាក់ឈ្មោះវាក្រោម `terms` ក្នុង `sala.toml`";
        explain: "The address must survive being typed on an old phone and unpacked on any computer.", "អាសយដ្ឋានត្រូវវាយបានលើទូរសព្ទចាស់ និងស្រាយឯកសារបានលើកុំព្យូទ័រទាំងអស់។";
    }
    BROKEN_LINK = "E309" Error Content {
        message: "the link `{target}` leads to no page", "តំណ `{target}` មិននាំទៅទំព័រណាទេ";
        help: "write the path of a file below `content/`, such as `@/learn/council.md`", "សូមសរសេរផ្លូវឯកសារក្នុង `content/` ដូចជា `@/learn/council.md`";
        explain: "A reader on a slow connection pays for every page that is not there.", "អ្នកអានដែលមានអ៊ីនធឺណិតយឺត ចំណាយប្រាក់លើទំព័រដែលគ្មាន។";
        example: "[ទឹកស្អាត](@/learn/wather.md)", "[ទឹកស្អាត](@/learn/water.md)";
    }
    BROKEN_ANCHOR = "E310" Error Content {
        message: "`{page}` has no heading `#{anchor}`", "`{page}` គ្មានចំណងជើង `#{anchor}` ទេ";
        help: "headings there: {known}; give a heading a name with `{{#name}}` behind it", "ចំណងជើងនៅទីនោះមាន {known}។ សូមដាក់ឈ្មោះចំណងជើងដោយ `{{#name}}` ពីក្រោយវា";
        explain: "The link would lead to the top of the page and not to the place meant.", "តំណនឹងនាំទៅដើមទំព័រ មិនមែនកន្លែងដែលចង់ទៅទេ។";
        example: "[ថវិកា](@/budget.md#totl)", "[ថវិកា](@/budget.md#total)";
    }
    SHARED_KIND = "E311" Error Content {
        message: "`{read}` cannot be the picture that a page is shared with: it is neither PNG, JPEG, WebP nor GIF", "`{read}` មិនអាចជារូបភាពសម្រាប់ចែករំលែកទំព័របានទេ ព្រោះវាមិនមែនជា PNG, JPEG, WebP ឬ GIF";
        help: "save the picture as PNG or JPEG, 1200 pixels wide and 630 high, and name that one", "សូមរក្សាទុករូបភាពជា PNG ឬ JPEG ទទឹង 1200 ភីកសែល (pixel) កម្ពស់ 630 រួចដាក់ឈ្មោះរូបភាពនោះ";
        explain: "Telegram, Facebook and others show links with pictures of these kinds alone.", "Telegram, Facebook និងកម្មវិធីផ្សេង បង្ហាញតំណជាមួយរូបភាពប្រភេទទាំងនេះប៉ុណ្ណោះ។";
    }
    BROKEN_FILE = "E311" Error Content {
        message: "the file `{target}` is neither beside the page nor in `static/`", "ឯកសារ `{target}` មិននៅក្បែរទំព័រ និងមិននៅក្នុង `static/` ទេ";
        help: "files beside this page: {known}", "ឯកសារក្បែរទំព័រនេះមាន {known}";
        explain: "The page would show a gap, or offer a download that is not there.", "ទំព័រនឹងបង្ហាញចន្លោះទទេ ឬឱ្យទាញយកឯកសារដែលគ្មាន។";
        example: "![អណ្ដូង](wel.jpg)", "![អណ្ដូង](well.jpg)";
    }
    LINK_TO_DRAFT = "E341" Error Content {
        message: "this leads to `{file}`, which is a draft and not published", "តំណនេះនាំទៅ `{file}` ដែលជាសេចក្ដីព្រាង ហើយមិនទាន់ផ្សាយទេ";
        help: "take `draft = true` out of that file, or of its section's, or take this away until it is published", "សូមលុប `draft = true` ចេញពីឯកសារនោះ ឬពីឯកសារនៃផ្នែករបស់វា ឬដកតំណនេះចេញរហូតដល់វាផ្សាយ";
        explain: "The page is there, but no reader can open it yet.", "ទំព័រនោះមានមែន ប៉ុន្តែគ្មានអ្នកអានណាអាចបើកវាបាននៅឡើយទេ។";
    }
    LINK_TO_SCHEDULED = "E342" Error Content {
        message: "this leads to `{file}`, whose `date` lies ahead, so it is not published yet", "តំណនេះនាំទៅ `{file}` ដែល `date` របស់វាមិនទាន់មកដល់ ដូច្នេះវាមិនទាន់ផ្សាយទេ";
        help: "wait with this until that day, or change the `date` in that file", "សូមរង់ចាំដល់ថ្ងៃនោះ ឬកែ `date` ក្នុងឯកសារនោះ";
        explain: "The page is there, but no reader can open it yet.", "ទំព័រនោះមានមែន ប៉ុន្តែគ្មានអ្នកអានណាអាចបើកវាបាននៅឡើយទេ។";
    }
    LINK_TO_EXPIRED = "E343" Error Content {
        message: "this leads to `{file}`, whose `expires` has come, so it is published no more", "តំណនេះនាំទៅ `{file}` ដែលដល់ថ្ងៃ `expires` ហើយ ដូច្នេះវាលែងផ្សាយ";
        help: "take this away, or change `expires` in that file", "សូមដកតំណនេះចេញ ឬកែ `expires` ក្នុងឯកសារនោះ";
        explain: "The page was withdrawn on its day, and a link to it would lead nowhere.", "ទំព័រនោះត្រូវបានដកចេញតាមថ្ងៃកំណត់ ហើយតំណទៅវាមិននាំទៅណាទេ។";
    }
    TWO_PAGES_MEANT = "E344" Error Content {
        message: "`{target}` may mean the page `{one}` or the page `{other}`", "`{target}` អាចសំដៅលើទំព័រ `{one}` ឬទំព័រ `{other}`";
        help: "write one of the two", "សូមសរសេរមួយក្នុងចំណោមទាំងពីរ";
        explain: "Counted from the page's file it leads to one page, and counted from its address to another.", "បើរាប់ពីឯកសាររបស់ទំព័រ វានាំទៅទំព័រមួយ ហើយបើរាប់ពីអាសយដ្ឋាន វានាំទៅទំព័រមួយទៀត។";
        example: "[up](../)", "[up](@/learn/_index.md)";
    }
    ADDRESS_WITHOUT_SCHEME = "E345" Error Content {
        message: "no file of this site is called `{target}`, which looks like the address of another site", "គ្មានឯកសារណាក្នុងគេហទំព័រនេះឈ្មោះ `{target}` ទេ ហើយវាមើលទៅដូចអាសយដ្ឋានរបស់គេហទំព័រផ្សេង";
        help: "if it is one, write it as `{meant}`", "បើវាជាអាសយដ្ឋានមែន សូមសរសេរជា `{meant}`";
        explain: "Without `https://` browsers look for a page of this site under that name.", "បើគ្មាន `https://` កម្មវិធីរុករករកទំព័រនៃគេហទំព័រនេះដែលមានឈ្មោះនោះ។";
        example: "[ហ្វេសប៊ុក](facebook.com/sala)", "[ហ្វេសប៊ុក](https://facebook.com/sala)";
    }
    NO_COMPONENT = "E312" Error Content {
        message: "no component is called `{name}`", "គ្មានសមាសធាតុឈ្មោះ `{name}` ទេ";
        help: "components here are {known}", "សមាសធាតុនៅទីនេះមាន {known}";
        explain: "A component that nobody knows would leave a gap in the page.", "សមាសធាតុដែលគ្មាននរណាស្គាល់ នឹងទុកចន្លោះទទេក្នុងទំព័រ។";
    }
    NO_ARGUMENT = "E313" Error Content {
        message: "`{component}` takes no argument `{name}`", "`{component}` មិនទទួលការកំណត់ `{name}` ទេ";
        help: "its arguments are {known}", "ការកំណត់របស់វាមាន {known}";
        explain: "An argument that is ignored would show other figures than the author meant.", "ការកំណត់ដែលត្រូវរំលង អាចបង្ហាញតួលេខខុសពីអ្វីដែលអ្នកនិពន្ធចង់បាន។";
    }
    MISSING_ARGUMENT = "E314" Error Content {
        message: "`{component}` needs `{name}`", "`{component}` ត្រូវការ `{name}`";
        help: "write it as `{component}({name}=\"…\")`", "សូមសរសេរជា `{component}({name}=\"…\")`";
        explain: "Without it there is nothing to show.", "បើគ្មានវា គ្មានអ្វីត្រូវបង្ហាញទេ។";
    }
    BAD_ARGUMENT = "E315" Error Content {
        message: "`{name}` of `{component}` is `{read}`, and must be {wanted}", "`{name}` នៃ `{component}` គឺ `{read}` តែត្រូវជា {wanted}";
        help: "change the value between the quotes", "សូមកែតម្លៃក្នុងសញ្ញាសម្រង់";
        explain: "A value that does not fit would show nothing, or the wrong thing.", "តម្លៃដែលមិនត្រូវ នឹងមិនបង្ហាញអ្វី ឬបង្ហាញខុស។";
    }
    NONE_OF_THE_WORDS = "E315" Error Content {
        message: "`{name}` of `{component}` is `{read}`, which is none of its words", "`{name}` នៃ `{component}` គឺ `{read}` ដែលមិនមែនជាពាក្យរបស់វាទេ";
        help: "its words are {known}", "ពាក្យរបស់វាមាន {known}";
        explain: "A value that does not fit would show nothing, or the wrong thing.", "តម្លៃដែលមិនត្រូវ នឹងមិនបង្ហាញអ្វី ឬបង្ហាញខុស។";
    }
    UNKNOWN_FIGURE = "E316" Error Content {
        message: "`{dataset}` has no figure with the {what} `{read}`", "`{dataset}` គ្មានតួលេខដែលមាន {what} `{read}` ទេ";
        help: "for {what} it has {known}", "សម្រាប់ {what} វាមាន {known}";
        explain: "The page would promise a figure and show none.", "ទំព័រនឹងនិយាយអំពីតួលេខ តែគ្មានតួលេខបង្ហាញទេ។";
    }
    SEVERAL_FIGURES = "E323" Error Content {
        message: "`{dataset}` has several such figures, and the call does not say which", "`{dataset}` មានតួលេខបែបនេះច្រើន ហើយការហៅមិនប្រាប់ថាមួយណា";
        help: "add `{what}`; there are {known}", "សូមបន្ថែម `{what}`។ មាន {known}";
        explain: "A figure without its year and phase says nothing that a reader can check.", "តួលេខដែលគ្មានឆ្នាំ និងដំណាក់កាល អ្នកអានមិនអាចផ្ទៀងផ្ទាត់បានទេ។";
        example: "{{ amount(dataset=\"budget\", code=\"T\") }}", "{{ amount(dataset=\"budget\", code=\"T\", year=2026, phase=\"planned\") }}";
    }
    TABLE_TOO_LARGE = "E339" Error Content {
        message: "the table of `{dataset}` would have {rows} rows and {columns} columns", "តារាង `{dataset}` នឹងមាន {rows} ជួរដេក និង {columns} ជួរឈរ";
        help: "add `year` or `phase` to the call, or `place` for the figures of one place", "សូមបន្ថែម `year` ឬ `phase` ក្នុងការហៅ ឬ `place` សម្រាប់តួលេខរបស់ទីកន្លែងតែមួយ";
        explain: "Nobody can read such a table, and a phone cannot load it.", "គ្មាននរណាអានតារាងបែបនេះបានទេ ហើយទូរសព្ទបើកវាមិនបាន។";
    }
    BLANK_FIGURE = "E325" Error Content {
        message: "the figure is blank in {cell}, which means unknown", "តួលេខនេះទទេក្នុង {cell} ដែលមានន័យថាមិនដឹង";
        help: "fill the cell in, or show a table, which marks what is unknown", "សូមបំពេញក្រឡានោះ ឬបង្ហាញជាតារាង ដែលសម្គាល់អ្វីដែលមិនដឹង";
        explain: "A blank is never zero, so there is nothing to put into the sentence.", "ក្រឡាទទេមិនមែនសូន្យទេ ដូច្នេះគ្មានអ្វីត្រូវដាក់ក្នុងប្រយោគ។";
    }
    COMPARED_WITH_ITSELF = "E350" Error Content {
        message: "the figure would be compared with itself", "តួលេខនេះនឹងត្រូវប្រៀបធៀបជាមួយខ្លួនវា";
        help: "say with which: `with_year`, `with_phase` or `with_dataset`", "សូមប្រាប់ថាប្រៀបធៀបជាមួយតួលេខណា៖ `with_year`, `with_phase` ឬ `with_dataset`";
        explain: "What is compared with itself never changes, and readers would be told so. Without a word on the other figure, what was spent is compared with what was decided, the first phase of `[derive] base` that has a figure.", "តួលេខដែលប្រៀបធៀបជាមួយខ្លួនវា មិនដែលប្រែប្រួល ហើយអ្នកអាននឹងយល់ដូច្នេះ។ បើមិនប្រាប់តួលេខមួយទៀត ចំណាយជាក់ស្ដែងត្រូវប្រៀបធៀបជាមួយអ្វីដែលបានសម្រេច គឺដំណាក់កាលទីមួយនៃ `[derive] base` ដែលមានតួលេខ។";
        example: "{{ compare(dataset=\"budget\", code=\"T\", year=2025, phase=\"planned\") }}", "{{ compare(dataset=\"budget\", code=\"T\", year=2025, phase=\"planned\", with_year=2024) }}";
    }
    NOT_COMPARABLE = "E351" Error Content {
        message: "`{one}` cannot be compared with `{other}`", "`{one}` មិនអាចប្រៀបធៀបជាមួយ `{other}` បានទេ";
        help: "compare figures of one phase and one currency, or what was spent with what was planned for the same year", "សូមប្រៀបធៀបតួលេខដែលមានដំណាក់កាល និងរូបិយប័ណ្ណដូចគ្នា ឬចំណាយជាក់ស្ដែងជាមួយអ្វីដែលបានគ្រោងសម្រាប់ឆ្នាំតែមួយ";
        explain: "A plan of one year and what was spent in another differ for two reasons at once, and nobody could tell which.", "គម្រោងនៃឆ្នាំមួយ និងចំណាយជាក់ស្ដែងនៃឆ្នាំមួយទៀត ខុសគ្នាដោយហេតុផលពីរក្នុងពេលតែមួយ ហើយគ្មាននរណាដឹងថាមួយណាទេ។";
    }
    NO_PARTS = "E352" Error Content {
        message: "`{dataset}` has no figures that the code `{code}` is divided into", "`{dataset}` គ្មានតួលេខជាផ្នែកនៃលេខកូដ `{code}` ទេ";
        help: "name a code of which others are parts; the table of categories says so under `parent` or `sum_of`", "សូមសរសេរលេខកូដដែលមានលេខកូដផ្សេងជាផ្នែក។ តារាងប្រភេទប្រាប់ដូច្នេះក្នុង `parent` ឬ `sum_of`";
        explain: "The list of parts would be empty.", "បញ្ជីផ្នែកនឹងទទេ។";
    }
    CHART_OF_MANY_COLUMNS = "E353" Error Content {
        message: "a `{chart}` chart draws {most} at most of the years and phases, and {read} are chosen", "ក្រាប `{chart}` គូរឆ្នាំ និងដំណាក់កាលបានច្រើនបំផុត {most} តែការហៅនេះជ្រើស {read}";
        help: "add `year` or `phase`, or choose another `type`", "សូមបន្ថែម `year` ឬ `phase` ឬជ្រើស `type` ផ្សេង";
        explain: "The other years and phases would be left out of the picture, and nobody would know.", "ឆ្នាំ និងដំណាក់កាលផ្សេងនឹងបាត់ពីរូប ដោយគ្មាននរណាដឹង។";
        example: "{{ budget_chart(dataset=\"budget\", year=2026, type=\"treemap\") }}", "{{ budget_chart(dataset=\"budget\", year=2026, phase=\"planned\", type=\"treemap\") }}";
    }
    CHART_OF_FEW_COLUMNS = "E354" Error Content {
        message: "a `{chart}` chart needs {least} years or phases, and {read} is chosen", "ក្រាប `{chart}` ត្រូវការឆ្នាំ ឬដំណាក់កាលយ៉ាងតិច {least} តែការហៅនេះជ្រើស {read}";
        help: "leave out `year` or `phase`, or choose another `type`", "សូមដក `year` ឬ `phase` ចេញ ឬជ្រើស `type` ផ្សេង";
        explain: "What is drawn is how figures differ from one year or phase to another; of one alone there is nothing to compare.", "ក្រាបនេះបង្ហាញពីភាពខុសគ្នារវាងឆ្នាំ ឬដំណាក់កាល។ បើមានតែមួយ គ្មានអ្វីត្រូវប្រៀបធៀបទេ។";
    }
    CHART_OF_SEVERAL_PHASES = "E355" Error Content {
        message: "a `{chart}` chart would join figures of several phases, or of longer and shorter times, with one line", "ក្រាប `{chart}` នឹងភ្ជាប់តួលេខនៃដំណាក់កាលច្រើន ឬនៃរយៈពេលវែងខ្លីខុសគ្នា ដោយខ្សែតែមួយ";
        help: "add `phase`, such as `phase=\"actual\"`, or draw years and parts of years apart", "សូមបន្ថែម `phase` ដូចជា `phase=\"actual\"` ឬគូរឆ្នាំ និងផ្នែកនៃឆ្នាំដាច់ពីគ្នា";
        explain: "What was planned for one year and spent in another differ for two reasons at once, and the line would hide that.", "អ្វីដែលបានគ្រោងសម្រាប់ឆ្នាំមួយ និងចំណាយក្នុងឆ្នាំមួយទៀត ខុសគ្នាដោយហេតុផលពីរក្នុងពេលតែមួយ ហើយខ្សែនោះនឹងលាក់បាំង។";
    }
    CHART_OF_NEGATIVE_PART = "E356" Error Content {
        message: "a `{chart}` chart shows parts of a whole, and `{label}` is less than nothing", "ក្រាប `{chart}` បង្ហាញផ្នែកនៃចំនួនសរុប តែ `{label}` តិចជាងសូន្យ";
        help: "choose `type=\"bar\"`, which draws negative figures as outlines to the left", "សូមជ្រើស `type=\"bar\"` ដែលគូរតួលេខអវិជ្ជមានជាស៊ុមទៅខាងឆ្វេង";
        explain: "A part that is less than nothing has no length, and without it the others would look like the whole.", "ផ្នែកដែលតិចជាងសូន្យគ្មានប្រវែងទេ ហើយបើគ្មានវា ផ្នែកផ្សេងនឹងមើលទៅដូចជាចំនួនសរុប។";
    }
    NO_PEERS = "E357" Error Content {
        message: "in `{dataset}` no other place of the type of `{place}` has such a figure", "ក្នុង `{dataset}` គ្មានទីកន្លែងផ្សេងដែលមានប្រភេទដូច `{place}` មានតួលេខបែបនេះទេ";
        help: "name a place whose type stands in a table of places, and of which there are others in the same year and phase", "សូមសរសេរទីកន្លែងដែលមានប្រភេទក្នុងតារាងទីកន្លែង ហើយមានទីកន្លែងផ្សេងទៀតក្នុងឆ្នាំ និងដំណាក់កាលដូចគ្នា";
        explain: "A place is compared with those of its own type, in the same year and phase; alone it would be the first and the last.", "ទីកន្លែងមួយត្រូវប្រៀបធៀបជាមួយទីកន្លែងប្រភេទដូចគ្នា ក្នុងឆ្នាំ និងដំណាក់កាលដូចគ្នា។ បើនៅម្នាក់ឯង វានឹងជាទីមួយផង និងទីចុងក្រោយផង។";
    }
    NONE_BELOW = "E358" Error Content {
        message: "in `{dataset}` none of the places below `{place}` has such a figure", "ក្នុង `{dataset}` គ្មានទីកន្លែងណាក្រោម `{place}` មានតួលេខបែបនេះទេ";
        help: "look at `code`, `year`, `phase` and `of`, which says the type of the places that are added up", "សូមពិនិត្យ `code`, `year`, `phase` និង `of` ដែលប្រាប់ប្រភេទទីកន្លែងដែលត្រូវបូក";
        explain: "There is nothing to add up.", "គ្មានអ្វីត្រូវបូកទេ។";
    }
    ROLL_UP_OF_WHAT = "E382" Error Content {
        message: "either `of` or `over` has to say what is added up", "ត្រូវប្រើ `of` ឬ `over` មួយ ដើម្បីប្រាប់ថាបូកអ្វី";
        help: "write `of=\"commune\"` for all places of a type, or `over=\"quarters\"` for all parts of a time", "សូមសរសេរ `of=\"commune\"` សម្រាប់ទីកន្លែងទាំងអស់នៃប្រភេទមួយ ឬ `over=\"quarters\"` សម្រាប់ផ្នែកទាំងអស់នៃពេលវេលា";
        explain: "A sum of places and a sum of quarters are two different sums.", "ផលបូកនៃទីកន្លែង និងផលបូកនៃត្រីមាស គឺជាផលបូកពីរផ្សេងគ្នា។";
        example: "{{ roll_up(dataset=\"budget\", code=\"T\", year=2025, phase=\"actual\") }}", "{{ roll_up(dataset=\"budget\", code=\"T\", year=2025, phase=\"actual\", over=\"quarters\") }}";
    }
    YEARS_OF_PLACES = "E382" Error Content {
        message: "`from_year` and `to_year` say over which years figures are added up, and `of` adds up places", "`from_year` និង `to_year` ប្រាប់ឆ្នាំដែលត្រូវបូក តែ `of` បូកទីកន្លែង";
        help: "write `year` in their place, or `over=\"years\"` in place of `of`", "សូមសរសេរ `year` ជំនួសវិញ ឬ `over=\"years\"` ជំនួស `of`";
        explain: "A sum over places and years at once would hide which of them has no figure.", "ផលបូកនៃទីកន្លែង និងឆ្នាំក្នុងពេលតែមួយ នឹងលាក់បាំងថាមួយណាគ្មានតួលេខ។";
    }
    OVER_WHAT_TIME = "E382" Error Content {
        message: "nothing says of which time all {parts} are added up, or two arguments do", "គ្មានអ្វីប្រាប់ថាបូក {parts} ទាំងអស់នៃពេលវេលាណា ឬប្រាប់ពីរដង";
        help: "write one of these: `year=2025` or `period=\"2025-H1\"` for parts of a year, or `from_year=2021, to_year=2025`", "សូមសរសេរមួយក្នុងចំណោមនេះ៖ `year=2025` ឬ `period=\"2025-H1\"` សម្រាប់ផ្នែកនៃឆ្នាំ ឬ `from_year=2021, to_year=2025`";
        explain: "Of all there is somebody would read a sum that is one year's today and two years' tomorrow.", "បើបូកទាំងអស់ដែលមាន ថ្ងៃនេះផលបូកជារបស់មួយឆ្នាំ ថ្ងៃស្អែកជារបស់ពីរឆ្នាំ។";
    }
    PARTS_DO_NOT_FILL = "E383" Error Content {
        message: "`{period}` is not made of whole {parts}", "`{period}` មិនមែនជា {parts} ពេញលេញទេ";
        help: "choose shorter parts, such as `over=\"months\"`, or another time", "សូមជ្រើសផ្នែកខ្លីជាង ដូចជា `over=\"months\"` ឬពេលវេលាផ្សេង";
        explain: "What is left over would be missing from the sum, or what lies outside would be in it.", "អ្វីដែលនៅសល់នឹងបាត់ពីផលបូក ឬអ្វីដែលនៅក្រៅនឹងចូលក្នុងនោះ។";
    }
    NONE_OVER = "E384" Error Content {
        message: "in `{dataset}` none of the {parts} of {period} has such a figure", "ក្នុង `{dataset}` គ្មាន {parts} ណាមួយនៃ {period} មានតួលេខបែបនេះទេ";
        help: "look at `code`, `phase` and the time; what counts from the beginning of the year, such as `2025-01/05`, is no part that can be added up", "សូមពិនិត្យ `code`, `phase` និងពេលវេលា។ តួលេខដែលរាប់ពីដើមឆ្នាំ ដូចជា `2025-01/05` មិនមែនជាផ្នែកដែលអាចបូកបានទេ";
        explain: "There is nothing to add up.", "គ្មានអ្វីត្រូវបូកទេ។";
    }
    NO_COMPARATOR = "E359" Error Content {
        message: "no table of comparators has a row `{id}`", "គ្មានតារាងតម្លៃឯកតាណាមានជួរដេក `{id}` ទេ";
        help: "rows there are {known}", "ជួរដេកនៅទីនោះមាន {known}";
        explain: "What one costs stands in a table of the kind `comparators`, with who says so.", "តម្លៃមួយឯកតាស្ថិតក្នុងតារាងប្រភេទ `comparators` ជាមួយប្រភពរបស់វា។";
    }
    OTHER_CURRENCY = "E360" Error Content {
        message: "the figure is in {one}, and the cost of `{id}` in {other}", "តួលេខនេះគិតជា {one} តែតម្លៃនៃ `{id}` គិតជា {other}";
        help: "write the cost in {one}, with the day of the rate in its source", "សូមសរសេរតម្លៃជា {one} ដោយប្រាប់ថ្ងៃនៃអត្រាប្ដូរប្រាក់ក្នុងប្រភពរបស់វា";
        explain: "The rate between two currencies changes from day to day, and nobody could check which one was taken.", "អត្រារវាងរូបិយប័ណ្ណពីរប្រែប្រួលរាល់ថ្ងៃ ហើយគ្មាននរណាផ្ទៀងផ្ទាត់បានថាយកអត្រាណា។";
    }
    OTHER_KIND = "E361" Error Content {
        message: "`{name}` is no table of the kind `{kind}`, which `{component}` shows", "`{name}` មិនមែនជាតារាងប្រភេទ `{kind}` ដែល `{component}` បង្ហាញទេ";
        help: "tables of that kind here are {known}", "តារាងប្រភេទនោះនៅទីនេះមាន {known}";
        explain: "The columns of another kind mean something else.", "ជួរឈរនៃប្រភេទផ្សេងមានន័យផ្សេង។";
    }
    NO_SUCH_COLUMN = "E362" Error Content {
        message: "`{dataset}` has no column `{column}`, which `{component}` needs", "`{dataset}` គ្មានជួរឈរ `{column}` ដែល `{component}` ត្រូវការទេ";
        help: "its columns are {known}; name it under `[columns]` if yours is called otherwise", "ជួរឈររបស់វាមាន {known}។ បើជួរឈររបស់អ្នកមានឈ្មោះផ្សេង សូមប្រាប់ក្រោម `[columns]`";
        explain: "Without the column there is nothing to show, or to choose rows by.", "បើគ្មានជួរឈរនេះ គ្មានអ្វីត្រូវបង្ហាញ ឬប្រើជ្រើសជួរដេកទេ។";
    }
    NO_SUCH_ROW = "E363" Error Content {
        message: "`{dataset}` has no row with `{read}` under `{column}`", "`{dataset}` គ្មានជួរដេកដែលមាន `{read}` ក្រោម `{column}` ទេ";
        help: "under `{column}` it has {known}", "ក្រោម `{column}` វាមាន {known}";
        explain: "The page would promise rows and show none.", "ទំព័រនឹងនិយាយអំពីជួរដេក តែគ្មានអ្វីបង្ហាញទេ។";
    }
    SMALL_COUNTS_OFFERED = "E364" Error Content {
        message: "the page hides the count in {cell}, and the download of `{dataset}` would tell it", "ទំព័រលាក់ចំនួនក្នុង {cell} តែការទាញយក `{dataset}` នឹងប្រាប់វា";
        help: "write `publish = false` in `data/{dataset}.toml`, or join small groups in the table", "សូមសរសេរ `publish = false` ក្នុង `data/{dataset}.toml` ឬបញ្ចូលក្រុមតូចៗជាក្រុមតែមួយក្នុងតារាង";
        explain: "Where fewer than five people answered, neighbours can tell who said what. A page shows no such count, nor one from which it could be worked out.", "កន្លែងដែលមានអ្នកឆ្លើយតិចជាងប្រាំនាក់ អ្នកជិតខាងអាចដឹងថានរណានិយាយអ្វី។ ទំព័រមិនបង្ហាញចំនួនបែបនេះ ឬចំនួនដែលអាចប្រើគណនាវាទេ។";
    }
    NO_BUDGET = "E326" Error Content {
        message: "`{name}` is not a budget", "`{name}` មិនមែនជាថវិកាទេ";
        help: "budgets here are {known}", "ថវិកានៅទីនេះមាន {known}";
        explain: "Only a budget has lines, years and phases to show.", "មានតែថវិកាទេដែលមានមុខចំណូល-ចំណាយ ឆ្នាំ និងដំណាក់កាលសម្រាប់បង្ហាញ។";
    }
    NO_CONTACT = "E317" Error Content {
        message: "no contact is called `{id}`", "គ្មានទំនាក់ទំនងឈ្មោះ `{id}` ទេ";
        help: "contacts in this campaign are {known}", "ទំនាក់ទំនងក្នុងយុទ្ធនាការនេះមាន {known}";
        explain: "A reader who wants to ask would find nobody to call.", "អ្នកអានដែលចង់សួរ នឹងរកអ្នកទទួលទូរសព្ទមិនឃើញ។";
    }
    WANTS_BODY = "E318" Error Content {
        message: "`{component}` is empty: it shows the text that stands between its marks", "`{component}` ទទេ៖ វាបង្ហាញអត្ថបទដែលនៅចន្លោះសញ្ញារបស់វា";
        help: "write the text between {open} and {close}", "សូមសរសេរអត្ថបទចន្លោះ {open} និង {close}";
        explain: "Without text between its marks the component would be empty.", "បើគ្មានអត្ថបទនៅចន្លោះ សមាសធាតុនេះនឹងទទេ។";
    }
    TAKES_NO_BODY = "E327" Error Content {
        message: "`{component}` shows nothing of the text between its marks", "`{component}` មិនបង្ហាញអត្ថបទដែលនៅចន្លោះសញ្ញារបស់វាទេ";
        help: "write {call} instead, and put the text below it", "សូមសរសេរ {call} ជំនួសវិញ ហើយដាក់អត្ថបទនោះនៅខាងក្រោម";
        explain: "Readers would never see that text.", "អ្នកអាននឹងមិនដែលឃើញអត្ថបទនោះទេ។";
        example: "{% amount(dataset=\"budget\", code=\"T\", year=2026, phase=\"planned\") %}\nAll money in.\n{% end %}", "{{ amount(dataset=\"budget\", code=\"T\", year=2026, phase=\"planned\") }}\n\nAll money in.";
    }
    BLOCK_IN_A_LINE = "E328" Error Content {
        message: "`{component}` stands inside a line of text, where it has no room", "`{component}` ស្ថិតក្នុងបន្ទាត់អត្ថបទ ដែលគ្មានកន្លែងសម្រាប់វាទេ";
        help: "put the call on a line of its own, with an empty line before and after it", "សូមដាក់វានៅលើបន្ទាត់ដាច់ដោយឡែក ដោយមានបន្ទាត់ទទេមុន និងក្រោយ";
        explain: "A table or a chart in the middle of a sentence tears the sentence apart, on a screen and on paper.", "តារាង ឬក្រាបនៅកណ្ដាលប្រយោគ ធ្វើឱ្យប្រយោគដាច់ពីគ្នា ទាំងលើអេក្រង់ និងលើក្រដាស។";
        example: "The whole budget: {{ budget_table(dataset=\"budget\", year=2026) }}", "The whole budget:\n\n{{ budget_table(dataset=\"budget\", year=2026) }}";
    }
    NO_SOUND = "E346" Error Content {
        message: "`{file}` is no sound that can be counted", "`{file}` មិនមែនជាសំឡេងដែលអាចវាស់បានទេ";
        help: "save it as one of {kinds}, best as MP3, one channel and 48 kilobits a second for speech, and copy it again", "សូមរក្សាទុកវាជាទម្រង់មួយក្នុងចំណោម {kinds} ល្អបំផុតជា MP3 មួយប៉ុស្តិ៍ (mono) 48 គីឡូប៊ីតក្នុងមួយវិនាទីសម្រាប់ការនិយាយ រួចចម្លងម្ដងទៀត";
        explain: "Readers are told how long a sound is and how many bytes it costs before they press play. Of a file that is damaged, or of another kind, nobody knows.", "អ្នកអានត្រូវដឹងថាសំឡេងវែងប៉ុនណា និងធ្ងន់ប៉ុន្មានបៃ មុនពេលចុចស្ដាប់។ ចំពោះឯកសារដែលខូច ឬជាប្រភេទផ្សេង គ្មាននរណាដឹងទេ។";
    }
    NO_LEAFLET = "E319" Error Content {
        message: "this page has no leaflet to offer", "ទំព័រនេះគ្មានខិត្តប័ណ្ណសម្រាប់ផ្ដល់ទេ";
        help: "ask for one in the front matter: `leaflets = [\"a4\"]`", "សូមសុំវាក្នុងក្បាលទំព័រ៖ `leaflets = [\"a4\"]`";
        explain: "The page would offer a leaflet that does not exist.", "ទំព័រនឹងផ្ដល់ខិត្តប័ណ្ណដែលគ្មាន។";
    }
    NO_FORMAT = "E320" Error Content {
        message: "there is no leaflet format `{name}`", "គ្មានទម្រង់ខិត្តប័ណ្ណ `{name}` ទេ";
        help: "formats here are {known}", "ទម្រង់នៅទីនេះមាន {known}";
        explain: "The leaflet could not be printed.", "ខិត្តប័ណ្ណនឹងមិនអាចបោះពុម្ពបានទេ។";
    }
    SHORT_ADDRESS = "E347" Error Content {
        message: "`{address}` is no address that somebody can type from paper", "`{address}` មិនមែនជាអាសយដ្ឋានដែលគេអាចវាយតាមក្រដាសបានទេ";
        help: "write a host and, if you need one, a short path: `sala.example` or `sala.example/ask`", "សូមសរសេរឈ្មោះម៉ាស៊ីនមេ ហើយបើត្រូវការ ផ្លូវខ្លីមួយ៖ `sala.example` ឬ `sala.example/ask`";
        explain: "Who holds a leaflet types what stands beside its code. Spaces, signs such as `?`, `#` and `@`, and more than 60 letters are typed wrongly.", "អ្នកកាន់ខិត្តប័ណ្ណវាយអ្វីដែលនៅក្បែរកូដ QR។ ដកឃ្លា សញ្ញាដូចជា `?`, `#`, `@` និងអក្សរលើសពី 60 ងាយវាយខុស។";
        example: "short_address = \"sala example\"", "short_address = \"sala.example\"";
    }
    SHORT_ADDRESS_NOWHERE = "E347" Error Content {
        message: "nothing of this site stands at the short address `{address}`", "គ្មានអ្វីរបស់គេហទំព័រនេះ នៅអាសយដ្ឋានខ្លី `{address}` ទេ";
        help: "let it lead there: write `aliases = [\"{alias}\"]` in the front matter of the page, or correct the address", "សូមឱ្យវានាំទៅទំព័រ៖ សរសេរ `aliases = [\"{alias}\"]` ក្នុងក្បាលទំព័រ ឬកែអាសយដ្ឋាន";
        explain: "It begins with the address of the site, so that all that can stand there is known. Readers of the leaflet would find nothing.", "វាចាប់ផ្ដើមដោយអាសយដ្ឋានរបស់គេហទំព័រ ដូច្នេះកម្មវិធីដឹងថាមានអ្វីនៅទីនោះ។ អ្នកអានខិត្តប័ណ្ណនឹងរកអ្វីមិនឃើញ។";
    }
    SHORT_ADDRESS_OF_ANOTHER = "E347" Error Content {
        message: "the short address `{address}` leads to `{other}` and not to this page", "អាសយដ្ឋានខ្លី `{address}` នាំទៅ `{other}` មិនមែនទំព័រនេះទេ";
        help: "write another one, or move the alias to this page", "សូមសរសេរអាសយដ្ឋានផ្សេង ឬផ្លាស់ alias មកទំព័រនេះ";
        explain: "Who types it from the leaflet would read something else.", "អ្នកដែលវាយវាតាមខិត្តប័ណ្ណ នឹងអានទំព័រផ្សេង។";
    }
    SHORT_ADDRESS_TWICE = "E347" Error Content {
        message: "`{other}` has the short address `{address}` too", "`{other}` ក៏មានអាសយដ្ឋានខ្លី `{address}` ដែរ";
        help: "give each page one of its own; only translations of a page may share it", "សូមឱ្យទំព័រនីមួយៗមានអាសយដ្ឋានខ្លីផ្ទាល់ខ្លួន។ មានតែការបកប្រែនៃទំព័រតែមួយ ដែលអាចប្រើរួមគ្នា";
        explain: "An address leads to one page, so that the leaflets of all others would be wrong.", "អាសយដ្ឋានមួយនាំទៅទំព័រតែមួយ ដូច្នេះខិត្តប័ណ្ណនៃទំព័រផ្សេងនឹងខុស។";
    }
    SHORT_ADDRESS_LONG = "E347" Error Content {
        message: "the short address `{address}` is longer than the page's own, `{whole}`", "អាសយដ្ឋានខ្លី `{address}` វែងជាងអាសយដ្ឋានរបស់ទំព័រ `{whole}`";
        help: "take it out, or write a shorter one", "សូមដកវាចេញ ឬសរសេរអាសយដ្ឋានខ្លីជាងនេះ";
        explain: "Leaflets print it in the place of the page's own address, so that there is less to type.", "ខិត្តប័ណ្ណបោះពុម្ពវាជំនួសអាសយដ្ឋានរបស់ទំព័រ ដើម្បីឱ្យគេវាយតិច។";
    }
    FORMAT_TWICE = "E320" Error Content {
        message: "the page asks for the leaflet format `{name}` twice", "ទំព័រនេះសុំទម្រង់ខិត្តប័ណ្ណ `{name}` ពីរដង";
        help: "write it once", "សូមសរសេរវាតែម្ដង";
        explain: "A page has one leaflet of each format, so that one of the two words stands for another format or for none.", "ទំព័រមួយមានខិត្តប័ណ្ណតែមួយក្នុងទម្រង់នីមួយៗ ដូច្នេះពាក្យមួយក្នុងចំណោមពីរ ប្រហែលជាចង់និយាយទម្រង់ផ្សេង ឬលើស។";
    }
}
