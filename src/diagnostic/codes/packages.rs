//! Codes of the `data` stage about the tables of other campaigns.

use super::codes;

codes! {
    DAMAGED = "E690" Error Content {
        message: "the file is no JSON from line {line} on", "ឯកសារនេះមិនមែនជា JSON ត្រឹមត្រូវទេ ចាប់ពីបន្ទាត់ទី {line}";
        help: "take `datapackage.json` again from the site that publishes it, beside its CSV files", "សូមទាញយក `datapackage.json` ម្ដងទៀតពីគេហទំព័រដែលផ្សាយវា ជាមួយឯកសារ CSV របស់វា";
        explain: "This file says what the tables of another campaign hold; without it their figures cannot be told apart.", "ឯកសារនេះប្រាប់ថាតារាងរបស់យុទ្ធនាការផ្សេងមានអ្វីខ្លះ។ បើគ្មានវា មិនអាចដឹងថាតួលេខនីមួយៗនិយាយអំពីអ្វីទេ។";
    }
    TWICE = "E690" Error Content {
        message: "`{key}` stands twice in one object, the second time in line {line}", "`{key}` សរសេរពីរដងក្នុងវត្ថុតែមួយ លើកទីពីរក្នុងបន្ទាត់ទី {line}";
        help: "keep one of the two, or take `datapackage.json` again from the site that publishes it", "សូមទុកតែមួយ ឬទាញយក `datapackage.json` ម្ដងទៀតពីគេហទំព័រដែលផ្សាយវា";
        explain: "Of two values one would be dropped, and nobody would know which.", "ក្នុងចំណោមតម្លៃពីរ មួយនឹងត្រូវរំលង ហើយគ្មាននរណាដឹងថាមួយណា។";
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
    UNKNOWN_WORD = "E695" Error Content {
        message: "`{property}` of the table `{table}` is `{read}`, which is none of the words that can stand there", "`{property}` នៃតារាង `{table}` គឺ `{read}` ដែលមិនមែនជាពាក្យដែលអាចនៅទីនោះទេ";
        help: "write one of {known} in `datapackage.json`, or describe the table in a TOML file beside it", "សូមសរសេរមួយក្នុងចំណោម {known} ក្នុង `datapackage.json` ឬពិពណ៌នាតារាងក្នុងឯកសារ TOML ក្បែរវា";
        explain: "Taken for a table or a column of another sort, its rows would be read without what makes them what they are.", "បើយកវាជាតារាង ឬជួរឈរប្រភេទផ្សេង ជួរដេកនឹងត្រូវអានដោយខ្វះអ្វីដែលធ្វើឱ្យវាមានន័យ។";
    }
    NOT_READ_SO = "E696" Error Content {
        message: "`{property}` of the table `{table}` is `{read}`, and tables are not read so", "`{property}` នៃតារាង `{table}` គឺ `{read}` តែ sala មិនអានតារាងតាមរបៀបនេះទេ";
        help: "save the CSV file so that this is {wanted} and correct it in `datapackage.json`, or describe the table in a TOML file beside it", "សូមរក្សាទុកឯកសារ CSV ឱ្យវាជា {wanted} ហើយកែក្នុង `datapackage.json` ឬពិពណ៌នាតារាងក្នុងឯកសារ TOML ក្បែរវា";
        explain: "Cells that are parted or written in another way than they are read become other cells.", "ក្រឡាដែលញែក ឬសរសេរតាមរបៀបផ្សេងពីរបៀបអាន នឹងក្លាយជាក្រឡាផ្សេង។";
    }
    WRONG_VALUE = "E697" Error Content {
        message: "`{property}` of the table `{table}` is `{read}`, which cannot stand there", "`{property}` នៃតារាង `{table}` គឺ `{read}` ដែលមិនអាចនៅទីនោះទេ";
        help: "take `datapackage.json` again from who publishes it, or correct it as the standard Data Package has it", "សូមទាញយក `datapackage.json` ម្ដងទៀតពីអ្នកដែលផ្សាយវា ឬកែវាតាមស្តង់ដារ Data Package";
        explain: "What cannot be understood would be dropped, and nobody would know that it was said.", "អ្វីដែលមិនយល់ នឹងត្រូវរំលង ហើយគ្មាននរណាដឹងថាវាបានសរសេរទេ។";
    }
    OTHER_FILE = "E698" Error Content {
        message: "`{path}` has {bytes} bytes, and the package says {said}", "`{path}` មាន {bytes} បៃ តែកញ្ចប់ប្រាប់ថា {said}";
        help: "take the file again from who publishes it; if it was changed on purpose, take `bytes` and `hash` out of the package", "សូមទាញយកឯកសារម្ដងទៀតពីអ្នកដែលផ្សាយវា។ បើបានកែវាដោយចេតនា សូមលុប `bytes` និង `hash` ចេញពីកញ្ចប់";
        explain: "A file that was cut off or changed on its way would be shown as the publisher's own figures.", "ឯកសារដែលដាច់ ឬត្រូវបានកែតាមផ្លូវ នឹងត្រូវបង្ហាញជាតួលេខរបស់អ្នកផ្សាយ។";
    }
    KEY_OF_NOTHING = "E699" Error Content {
        message: "a key of the table `{table}` on {columns} names `{read}`, which is not there", "សោនៃតារាង `{table}` លើ {columns} យោង `{read}` ដែលគ្មានទេ";
        help: "correct the key in `datapackage.json`, or take it out; there are {known}", "សូមកែសោក្នុង `datapackage.json` ឬលុបវាចេញ។ អ្វីដែលមានគឺ {known}";
        explain: "A key says which row of another table a row belongs to; one that leads nowhere leaves rows that belong to nothing.", "សោប្រាប់ថាជួរដេកមួយជារបស់ជួរដេកណានៃតារាងផ្សេង។ សោដែលមិននាំទៅណា ធ្វើឱ្យជួរដេកមិនជាប់នឹងអ្វី។";
    }
    LEFT_OUT = "W695" Warning Content {
        message: "what the package says of the table `{table}` under {properties} is not read", "អ្វីដែលកញ្ចប់ប្រាប់អំពីតារាង `{table}` ក្រោម {properties} មិនត្រូវបានអានទេ";
        help: "if rows mean something else without it, describe the table in a TOML file beside it; else take it out of `datapackage.json`", "បើគ្មានវាហើយជួរដេកមានន័យផ្សេង សូមពិពណ៌នាតារាងក្នុងឯកសារ TOML ក្បែរវា។ បើមិនដូច្នេះទេ សូមលុបវាចេញពី `datapackage.json`";
        explain: "A package may say more than a table here can hold; that it is left out is told.", "កញ្ចប់អាចប្រាប់លើសពីអ្វីដែលតារាងនៅទីនេះអាចផ្ទុក។ ការរំលងវាត្រូវប្រាប់។";
    }
    LEFT_OUT_OF_PACKAGE = "W695" Warning Content {
        message: "what the package says under {properties} is not read", "អ្វីដែលកញ្ចប់ប្រាប់ក្រោម {properties} មិនត្រូវបានអានទេ";
        help: "if tables mean something else without it, describe each in a TOML file beside it; else take it out of `datapackage.json`", "បើគ្មានវាហើយតារាងមានន័យផ្សេង សូមពិពណ៌នាតារាងនីមួយៗក្នុងឯកសារ TOML ក្បែរវា។ បើមិនដូច្នេះទេ សូមលុបវាចេញពី `datapackage.json`";
        explain: "A package may say more than a table here can hold; that it is left out is told.", "កញ្ចប់អាចប្រាប់លើសពីអ្វីដែលតារាងនៅទីនេះអាចផ្ទុក។ ការរំលងវាត្រូវប្រាប់។";
    }
    NOT_HELD = "W696" Warning Content {
        message: "what the package promises of `{table}` under {properties} is not checked", "អ្វីដែលកញ្ចប់សន្យាអំពី `{table}` ក្រោម {properties} មិនត្រូវបានពិនិត្យទេ";
        help: "check it with a program for Data Packages, such as `frictionless validate datapackage.json`, or take it out", "សូមពិនិត្យវាដោយកម្មវិធីសម្រាប់ Data Package ដូចជា `frictionless validate datapackage.json` ឬលុបវាចេញ";
        explain: "Rows are read all the same; whether they keep this promise nobody knows.", "ជួរដេកត្រូវបានអានដដែល។ គ្មាននរណាដឹងថាវាគោរពតាមសន្យានេះឬទេ។";
    }
    READ_AS_TEXTS = "W697" Warning Content {
        message: "columns of the table `{table}` are read as texts: {columns}", "ជួរឈរនៃតារាង `{table}` ដែលត្រូវបានអានជាអត្ថបទ៖ {columns}";
        help: "if texts are right, write the type `string`; numbers, years, days and `boolean` are read as what they are", "បើអត្ថបទត្រឹមត្រូវ សូមសរសេរប្រភេទ `string`។ លេខ ឆ្នាំ ថ្ងៃ និង `boolean` ត្រូវបានអានតាមប្រភេទរបស់វា";
        explain: "A text is shown as it is written; it cannot be compared or put in order by what it stands for.", "អត្ថបទត្រូវបង្ហាញដូចដែលបានសរសេរ។ វាមិនអាចប្រៀបធៀប ឬរៀបតាមអ្វីដែលវាតំណាងបានទេ។";
    }
    SOURCE_ADDRESS = "W698" Warning Content {
        message: "the source `{source}` of `{table}` has the address `{read}`, which is none of the web and is left out", "ប្រភព `{source}` នៃ `{table}` មានអាសយដ្ឋាន `{read}` ដែលមិនមែនជាអាសយដ្ឋានគេហទំព័រ ហើយត្រូវបានរំលង";
        help: "write the whole address, with `https://`, or take `path` out", "សូមសរសេរអាសយដ្ឋានពេញ ដោយមាន `https://` ឬលុប `path` ចេញ";
        explain: "Readers tap the address of a source; one that leads nowhere for them is not shown.", "អ្នកអានចុចលើអាសយដ្ឋានប្រភព។ អាសយដ្ឋានដែលមិននាំទៅណា មិនត្រូវបង្ហាញទេ។";
    }
    SEVERAL_LICENCES = "W699" Warning Content {
        message: "`{table}` has several licences ({licences}), and nobody knows which counts for its sources", "`{table}` មានអាជ្ញាបណ្ណច្រើន ({licences}) ហើយគ្មាននរណាដឹងថាមួយណាសម្រាប់ប្រភពរបស់វា";
        help: "keep the one that counts in `licenses`, or describe the table in a TOML file beside it; until then the licence is `unknown`", "សូមទុកតែមួយដែលត្រូវក្នុង `licenses` ឬពិពណ៌នាតារាងក្នុងឯកសារ TOML ក្បែរវា។ មុននោះ អាជ្ញាបណ្ណគឺ `unknown`";
        explain: "The licence says what readers may do with a table, so none is chosen for them.", "អាជ្ញាបណ្ណប្រាប់ថាអ្នកអានអាចធ្វើអ្វីជាមួយតារាង ដូច្នេះគ្មាននរណាជ្រើសជំនួសទេ។";
    }
    PLACE_OF_TWO = "W694" Warning Content {
        message: "the place {code} is called `{name}` here and `{other}` in the table {dataset}, which is shown", "ទីកន្លែង {code} មានឈ្មោះ `{name}` នៅទីនេះ តែមានឈ្មោះ `{other}` ក្នុងតារាង {dataset} ដែលត្រូវបង្ហាញ";
        help: "find out which name is right and write it in both tables, or leave the place out of one of them", "សូមរកមើលថាឈ្មោះណាត្រឹមត្រូវ ហើយសរសេរវាក្នុងតារាងទាំងពីរ ឬដកទីកន្លែងនោះចេញពីតារាងមួយ";
        explain: "Two tables that give one code two names may mean two places, and figures would stand under the wrong one.", "តារាងពីរដែលដាក់ឈ្មោះពីរឱ្យលេខកូដតែមួយ អាចសំដៅលើទីកន្លែងពីរ ហើយតួលេខអាចស្ថិតក្រោមទីកន្លែងខុស។";
    }
}
