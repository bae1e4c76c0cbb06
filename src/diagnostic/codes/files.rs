//! Reading the site's files.

use super::codes;

codes! {
    NOT_UTF8 = "E01" Error Content {
        message: "the file is not UTF-8 text", "ឯកសារនេះមិនមែនជាអត្ថបទ UTF-8 ទេ";
        help: "save it again as `UTF-8` (in Excel: save as `CSV UTF-8`)", "សូមរក្សាទុកឯកសារនេះម្តងទៀតជា `UTF-8` (ក្នុង Excel៖ រក្សាទុកជា `CSV UTF-8`)";
        explain: "Khmer can only be read from UTF-8; in any other encoding the letters would come out wrong.", "អក្សរខ្មែរអាចអានបានតែពី UTF-8 ប៉ុណ្ណោះ។ បើប្រើកូដផ្សេង អក្សរនឹងខូច។";
    }
    UNREADABLE = "E901" Error Machine {
        message: "the file cannot be read: {reason}", "អានឯកសារនេះមិនបាន៖ {reason}";
        help: "check that the file exists and that you may read it", "សូមពិនិត្យថាឯកសារនេះមាន ហើយអ្នកមានសិទ្ធិអានវា";
        explain: "A site with a file missing would be wrong without anybody noticing, so nothing is built.", "បើខ្វះឯកសារមួយ គេហទំព័រនឹងខុសដោយគ្មាននរណាដឹង ដូច្នេះកម្មវិធីមិនបង្កើតអ្វីទេ។";
    }
    SYMLINK = "E102" Error Content {
        message: "`{path}` is a symbolic link", "`{path}` ជាតំណនិមិត្តសញ្ញា (symbolic link)";
        help: "copy the file itself into the site's folder", "សូមចម្លងឯកសារពិតមកដាក់ក្នុងថតគេហទំព័រ";
        explain: "A link can lead out of the site's folder and publish a private file.", "តំណអាចនាំចេញក្រៅថតគេហទំព័រ ហើយផ្សាយឯកសារឯកជន។";
    }
    BAD_NAME = "E103" Error Content {
        message: "the file name `{path}` is not UTF-8 or holds a character that a web address cannot carry", "ឈ្មោះឯកសារ `{path}` មិនមែនជា UTF-8 ឬមានសញ្ញាដែលអាសយដ្ឋានគេហទំព័រប្រើមិនបាន";
        help: "rename the file with letters, digits, `-`, `_` and `.`", "សូមប្តូរឈ្មោះឯកសារ ដោយប្រើតែអក្សរ លេខ `-` `_` និង `.`";
        explain: "The name becomes part of a page's address and must work on every computer.", "ឈ្មោះឯកសារក្លាយជាផ្នែកនៃអាសយដ្ឋានទំព័រ ហើយត្រូវដំណើរការលើកុំព្យូទ័រទាំងអស់។";
    }
    BAD_TOML = "E104" Error Content {
        message: "this TOML cannot be read: {reason}", "TOML នេះអានមិនបាន៖ {reason}";
        help: "write `key = \"value\"`, one a line, with text in quotes and dates as `2026-01-31`", "សូមសរសេរ `key = \"value\"` មួយក្នុងមួយបន្ទាត់ ដោយដាក់អត្ថបទក្នុងសញ្ញាសម្រង់ និងកាលបរិច្ឆេទជា `2026-01-31`";
        explain: "Settings stand in TOML; a line that cannot be read would be a setting silently lost.", "ការកំណត់ស្ថិតក្នុង TOML។ បើអានបន្ទាត់មួយមិនបាន ការកំណត់នោះនឹងបាត់ដោយស្ងៀមស្ងាត់។";
    }
    UNKNOWN_KEY = "E105" Error Content {
        message: "no setting is called `{key}`", "គ្មានការកំណត់ឈ្មោះ `{key}` ទេ";
        help: "the settings here are {known}", "ការកំណត់នៅទីនេះមាន {known}";
        explain: "A misspelt setting has no effect, and nobody would notice.", "ការកំណត់ដែលសរសេរខុស គ្មានប្រសិទ្ធភាពទេ ហើយគ្មាននរណាដឹងឡើយ។";
    }
}
