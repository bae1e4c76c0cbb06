//! Codes of the `data` stage about the tables of other campaigns.

use super::codes;

codes! {
    DAMAGED = "E690" Error Content {
        message: "the file is no JSON from line {line} on", "ឯកសារនេះមិនមែនជា JSON ត្រឹមត្រូវទេ ចាប់ពីបន្ទាត់ទី {line}";
        help: "take `datapackage.json` again from the site that publishes it, beside its CSV files", "សូមទាញយក `datapackage.json` ម្ដងទៀតពីគេហទំព័រដែលផ្សាយវា ជាមួយឯកសារ CSV របស់វា";
        explain: "This file says what the tables of another campaign hold; without it their figures cannot be told apart.", "ឯកសារនេះប្រាប់ថាតារាងរបស់យុទ្ធនាការផ្សេងមានអ្វីខ្លះ។ បើគ្មានវា មិនអាចដឹងថាតួលេខនីមួយៗនិយាយអំពីអ្វីទេ។";
    }
    NO_TABLES = "E691" Error Content {
        message: "the package names no tables (`resources`)", "កញ្ចប់នេះមិនប្រាប់ឈ្មោះតារាងណាទេ (`resources`)";
        help: "take `datapackage.json` from the folder `data/` of the site that publishes the tables", "សូមទាញយក `datapackage.json` ពីថត `data/` នៃគេហទំព័រដែលផ្សាយតារាង";
        explain: "A package lists its tables; one without a list says nothing about the files beside it.", "កញ្ចប់មានបញ្ជីតារាងរបស់វា។ បើគ្មានបញ្ជី វាមិនប្រាប់អ្វីអំពីឯកសារក្បែរវាទេ។";
    }
    NO_FILE = "E692" Error Content {
        message: "table {number} of the package is in no CSV file beside it (`{read}`)", "តារាងទី {number} នៃកញ្ចប់ មិនមែនជាឯកសារ CSV ក្បែរវាទេ (`{read}`)";
        help: "save the table as one CSV file in this folder and name it in `path`, or take the table out of the list `resources`", "សូមរក្សាទុកតារាងជាឯកសារ CSV តែមួយក្នុងថតនេះ ហើយសរសេរឈ្មោះវាក្នុង `path` ឬដកតារាងនោះចេញពីបញ្ជី `resources`";
        explain: "Tables are read from this folder only: a site is built without a network, and what stands elsewhere may change.", "តារាងអានតែពីថតនេះប៉ុណ្ណោះ៖ គេហទំព័រសាងសង់ដោយគ្មានអ៊ីនធឺណិត ហើយអ្វីដែលនៅកន្លែងផ្សេងអាចប្ដូរ។";
    }
    FILE_MISSING = "E693" Error Content {
        message: "the package names `{path}`, which is not there", "កញ្ចប់ប្រាប់ឈ្មោះ `{path}` តែឯកសារនោះមិនមានទេ";
        help: "put the file into this folder, or take the table out of the list `resources`", "សូមដាក់ឯកសារក្នុងថតនេះ ឬដកតារាងនោះចេញពីបញ្ជី `resources`";
        explain: "A table that is named and missing would be missing from every page without a word.", "តារាងដែលមានឈ្មោះតែបាត់ នឹងបាត់ពីគ្រប់ទំព័រដោយគ្មាននរណាដឹង។";
    }
    PLACE_OF_TWO = "W694" Warning Content {
        message: "the place {code} is called `{name}` here and `{other}` in the table {dataset}, which is shown", "ទីកន្លែង {code} មានឈ្មោះ `{name}` នៅទីនេះ តែមានឈ្មោះ `{other}` ក្នុងតារាង {dataset} ដែលត្រូវបង្ហាញ";
        help: "find out which name is right and write it in both tables, or leave the place out of one of them", "សូមរកមើលថាឈ្មោះណាត្រឹមត្រូវ ហើយសរសេរវាក្នុងតារាងទាំងពីរ ឬដកទីកន្លែងនោះចេញពីតារាងមួយ";
        explain: "Two tables that give one code two names may mean two places, and figures would stand under the wrong one.", "តារាងពីរដែលដាក់ឈ្មោះពីរឱ្យលេខកូដតែមួយ អាចសំដៅលើទីកន្លែងពីរ ហើយតួលេខអាចស្ថិតក្រោមទីកន្លែងខុស។";
    }
}
