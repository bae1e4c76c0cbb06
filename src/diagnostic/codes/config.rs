//! Reading `sala.toml`.

use super::codes;

codes! {
    MISSING = "E111" Error Configuration {
        message: "this folder has no `sala.toml`", "ថតនេះគ្មាន `sala.toml` ទេ";
        help: "run `sala build` in the campaign's folder, name it with `--root`, or begin one with `sala new`", "សូមដំណើរការ `sala build` ក្នុងថតយុទ្ធនាការ ប្រាប់ថតដោយ `--root` ឬបង្កើតថ្មីដោយ `sala new`";
        explain: "`sala.toml` says what the site is called and where it will stand; without it nothing can be built.", "`sala.toml` ប្រាប់ឈ្មោះគេហទំព័រ និងអាសយដ្ឋានរបស់វា។ បើគ្មានវា មិនអាចបង្កើតអ្វីបានទេ។";
    }
    BASE_URL = "E112" Error Configuration {
        message: "`base_url` is `{read}`, which is not a web address", "`base_url` គឺ `{read}` ដែលមិនមែនជាអាសយដ្ឋានគេហទំព័រ";
        help: "write the address readers will type, such as `https://example.org/`", "សូមសរសេរអាសយដ្ឋានដែលអ្នកអាននឹងវាយ ដូចជា `https://example.org/`";
        explain: "The address stands in the feed, the sitemap and the QR codes on printed leaflets, where a mistake cannot be called back.", "អាសយដ្ឋាននេះស្ថិតក្នុង feed, sitemap និងកូដ QR លើខិត្តប័ណ្ណដែលបោះពុម្ពហើយ កំហុសមិនអាចកែបានទេ។";
        example: "base_url = \"example.org\"", "base_url = \"https://example.org/\"";
    }
    LANGUAGE = "E113" Error Configuration {
        message: "`{read}` is not a language tag", "`{read}` មិនមែនជាកូដភាសាទេ";
        help: "write a tag such as `km` or `en`", "សូមសរសេរកូដដូចជា `km` ឬ `en`";
        explain: "The tag tells browsers and screen readers how to read a page aloud and how to break its lines.", "កូដនេះប្រាប់កម្មវិធីរុករក និងកម្មវិធីអានអេក្រង់ ពីរបៀបអានទំព័រ និងចុះបន្ទាត់។";
    }
    NAME = "E114" Error Configuration {
        message: "`{read}` cannot be a name here", "`{read}` មិនអាចជាឈ្មោះនៅទីនេះបានទេ";
        help: "use Latin letters, digits and `-`", "សូមប្រើអក្សរឡាតាំង លេខ និង `-`";
        explain: "The name becomes a folder or a part of an address.", "ឈ្មោះនេះក្លាយជាថត ឬជាផ្នែកនៃអាសយដ្ឋាន។";
    }
    LEFT_OVER = "W119" Warning Configuration {
        message: "still to be replaced: {what}", "មិនទាន់បានជំនួស៖ {what}";
        help: "before you publish, write your own address and organisation in `sala.toml`, and your own figures in the table; a site that stays an example may have an address that ends in `.example`", "មុនពេលផ្សាយ សូមសរសេរអាសយដ្ឋាន និងអង្គការរបស់អ្នកក្នុង `sala.toml` ហើយដាក់តួលេខរបស់អ្នកក្នុងតារាង។ គេហទំព័រដែលគ្រាន់តែជាឧទាហរណ៍ អាចមានអាសយដ្ឋានដែលបញ្ចប់ដោយ `.example`";
        explain: "What `sala new` writes only shows where something belongs. Printed leaflets would lead to an address of nobody, and readers would take made-up figures for those of their commune.", "អ្វីដែល `sala new` សរសេរ គ្រាន់តែបង្ហាញកន្លែងដែលត្រូវបំពេញ។ បើទុកដដែល ខិត្តប័ណ្ណដែលបោះពុម្ពនឹងនាំទៅអាសយដ្ឋានដែលគ្មានម្ចាស់ ហើយអ្នកអាននឹងយល់ថាតួលេខសន្មតជាតួលេខរបស់ឃុំ សង្កាត់ខ្លួន។";
    }
    LEFT_OVER_ONLINE = "E119" Error Configuration {
        message: "the site is made for `{address}`, but still to be replaced: {what}", "គេហទំព័រនេះបង្កើតសម្រាប់ `{address}` តែមិនទាន់បានជំនួស៖ {what}";
        help: "write your own organisation in `sala.toml`, and your own figures in the table", "សូមសរសេរអង្គការរបស់អ្នកក្នុង `sala.toml` ហើយដាក់តួលេខរបស់អ្នកក្នុងតារាង";
        explain: "Whoever opens that address would take made-up figures and names for real ones.", "អ្នកណាដែលបើកអាសយដ្ឋាននោះ នឹងយល់ថាតួលេខ និងឈ្មោះសន្មតជារបស់ពិត។";
    }
    WORDS_FILE = "E115" Error Configuration {
        message: "there is no list of words `{read}` among the campaign's files", "គ្មានបញ្ជីពាក្យ `{read}` ក្នុងឯកសាររបស់យុទ្ធនាការទេ";
        help: "save it in the folder `data` as plain text, one word a line, and write `words_file = \"data/words.txt\"`", "សូមរក្សាទុកវាក្នុងថត `data` ជាអត្ថបទធម្មតា មួយពាក្យមួយបន្ទាត់ រួចសរសេរ `words_file = \"data/words.txt\"`";
        explain: "Names and terms that no dictionary knows are cut at the end of a line and missed by the search, unless the campaign lists them.", "ឈ្មោះ និងពាក្យដែលគ្មានក្នុងវចនានុក្រម នឹងត្រូវកាត់នៅចុងបន្ទាត់ ហើយការស្វែងរករកមិនឃើញ លុះត្រាតែយុទ្ធនាការសរសេរវាក្នុងបញ្ជី។";
    }
    NO_PICTURE_OF_SITE = "E115" Error Configuration {
        message: "there is no picture `{read}` in `static/`, which pages are to be shared with", "គ្មានរូបភាព `{read}` ក្នុង `static/` សម្រាប់បង្ហាញពេលចែករំលែកទំព័រទេ";
        help: "put the picture into `static/`, 1200 pixels wide and 630 high, or take `picture` out of `[cards]`", "សូមដាក់រូបភាពក្នុង `static/` ទទឹង 1200 ភីកសែល (pixel) កម្ពស់ 630 ឬដក `picture` ចេញពី `[cards]`";
        explain: "Where somebody shares a page, its picture would be missing.", "ពេលគេចែករំលែកទំព័រ រូបភាពរបស់វានឹងបាត់។";
    }
    TEXTS_LACK_A_LANGUAGE = "W148" Warning Content {
        message: "readers of the site see words of another language than theirs, because texts of this file do not stand in all of its languages ({count}): {keys}", "អ្នកអានឃើញពាក្យជាភាសាផ្សេងពីភាសារបស់ពួកគាត់ ព្រោះអត្ថបទក្នុងឯកសារនេះមិនមានគ្រប់ភាសានៃគេហទំព័រទេ ({count})៖ {keys}";
        help: "add what is named above; a text that is the same in every language is written once, in quotation marks and without `{{` and `}}`", "សូមបន្ថែមអ្វីដែលមានឈ្មោះខាងលើ។ អត្ថបទដែលដូចគ្នាគ្រប់ភាសា សូមសរសេរតែម្ដងក្នុងសញ្ញាសម្រង់ ដោយគ្មាន `{{` និង `}}`";
        explain: "Where a language has no words of its own, those of another stand in their place: readers would miss them otherwise. That is no translation.", "បើភាសាមួយគ្មានពាក្យរបស់ខ្លួន ពាក្យនៃភាសាផ្សេងបង្ហាញជំនួស ព្រោះបើមិនដូច្នេះ អ្នកអាននឹងមិនឃើញអ្វីសោះ។ នោះមិនមែនជាការបកប្រែទេ។";
    }
    CELLS_LACK_A_LANGUAGE = "W148" Warning Content {
        message: "readers of the site see words of another language than theirs, because texts of this table do not stand in all of its languages ({count}, the first in row {row}): {columns}", "អ្នកអានឃើញពាក្យជាភាសាផ្សេងពីភាសារបស់ពួកគាត់ ព្រោះអត្ថបទក្នុងតារាងនេះមិនមានគ្រប់ភាសានៃគេហទំព័រទេ ({count} ដំបូងនៅជួរដេក {row})៖ {columns}";
        help: "add the columns, or fill in their cells; what is the same in every language stands in a column without one, such as `label`; in a table that others publish, accept it with `tolerate = [\"W148\"]`", "សូមបន្ថែមជួរឈរទាំងនេះ ឬបំពេញក្រឡារបស់វា។ អ្វីដែលដូចគ្នាគ្រប់ភាសា ដាក់ក្នុងជួរឈរដែលគ្មានភាសា ដូចជា `label`។ បើតារាងជារបស់គេផ្សាយ សូមទទួលយកដោយ `tolerate = [\"W148\"]`";
        explain: "Where a language has no words of its own, those of another stand in their place: readers would miss them otherwise. That is no translation.", "បើភាសាមួយគ្មានពាក្យរបស់ខ្លួន ពាក្យនៃភាសាផ្សេងបង្ហាញជំនួស ព្រោះបើមិនដូច្នេះ អ្នកអាននឹងមិនឃើញអ្វីសោះ។ នោះមិនមែនជាការបកប្រែទេ។";
    }
    COLOUR = "E110" Error Configuration {
        message: "`colour` is `{read}`, which is not a colour", "`colour` គឺ `{read}` ដែលមិនមែនជាពណ៌ទេ";
        help: "write `#` and three or six signs from 0 to 9 and a to f, such as `#0b5751`", "សូមសរសេរ `#` រួចសញ្ញាបី ឬប្រាំមួយពី 0 ដល់ 9 និង a ដល់ f ដូចជា `#0b5751`";
        explain: "The head of every page, its buttons and its links are painted with it.", "ផ្នែកខាងលើនៃទំព័រទាំងអស់ ប៊ូតុង និងតំណ ប្រើពណ៌នេះ។";
    }
}
