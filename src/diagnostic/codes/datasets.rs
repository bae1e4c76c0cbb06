//! Codes of the `data` stage about tables as wholes: of when their figures are, how tables belong
//! together, what their rows are by the schema of their kind.

use super::codes;

codes! {
    NOT_A_PERIOD = "E660" Error Content {
        message: "read `{read}` as `{column}`, which is no part of a year", "`{read}` ក្នុង `{column}` មិនមែនជាផ្នែកនៃឆ្នាំទេ";
        help: "write a year `2026`, a half `2026-H1`, a quarter `2026-Q2`, a month `2026-05`, or from a month to another `2026-01/05`; format the cell as text, since spreadsheets turn `2026-05` into a day", "សូមសរសេរឆ្នាំ `2026` ឆមាស `2026-H1` ត្រីមាស `2026-Q2` ខែ `2026-05` ឬពីខែមួយដល់ខែមួយទៀត `2026-01/05`។ សូមកំណត់ក្រឡាជាអត្ថបទ ព្រោះកម្មវិធីតារាងប្ដូរ `2026-05` ទៅជាថ្ងៃ";
        explain: "What was spent in five months is no figure of a year: without its time, nobody can compare it with anything.", "ប្រាក់ចំណាយក្នុងរយៈពេលប្រាំខែ មិនមែនជាតួលេខនៃមួយឆ្នាំទេ៖ បើមិនដឹងពេលវេលា មិនអាចប្រៀបធៀបវានឹងអ្វីបានឡើយ។";
        example: "2026-13", "2026-01/12";
    }
    PERIOD_OF_ANOTHER_YEAR = "E661" Error Content {
        message: "the period `{read}` does not lie in the year {year} that stands beside it", "រយៈពេល `{read}` មិនស្ថិតក្នុងឆ្នាំ {year} ដែលនៅក្បែរវាទេ";
        help: "correct one of the two, or leave the year out: a period such as `2026-Q2` says it too", "សូមកែមួយក្នុងចំណោមទាំងពីរ ឬលុបឆ្នាំចោល៖ រយៈពេលដូចជា `2026-Q2` ប្រាប់ឆ្នាំរួចហើយ";
        explain: "Of two years only one can be right, and a figure in the wrong year is wrong on every page.", "ក្នុងចំណោមឆ្នាំពីរ មានតែមួយដែលត្រឹមត្រូវ ហើយតួលេខក្នុងឆ្នាំខុស គឺខុសលើទំព័រទាំងអស់។";
    }
    PERIODS_TOO_LARGE = "E662" Error Content {
        message: "the figure of {whole} is {total}, and those of its parts {periods} ({parts}) add up to {sum} ({difference} more)", "តួលេខនៃ {whole} គឺ {total} តែតួលេខនៃផ្នែករបស់វា {periods} ({parts}) បូកបាន {sum} (លើស {difference})";
        help: "correct the figure that is wrong; if figures grow from month to month because each counts from January, write such a period as `2026-01/05`; if they were rounded, say with `rounding` in {toml} by how much each may be off", "សូមកែតួលេខដែលខុស។ បើតួលេខកើនពីមួយខែទៅមួយខែ ព្រោះរាប់ពីខែមករាមក សូមសរសេររយៈពេលនោះជា `2026-01/05`។ បើត្រូវបានបង្គត់ សូមប្រាប់ដោយ `rounding` ក្នុង {toml} ថាតួលេខនីមួយៗអាចខុសប៉ុន្មាន";
        explain: "What a year comes to is what its quarters and months come to; where they differ, one of the figures is of another time or wrong.", "តួលេខពេញមួយឆ្នាំស្មើនឹងផលបូកនៃត្រីមាស ឬខែទាំងអស់។ បើខុសគ្នា តួលេខណាមួយខុស ឬជារបស់ពេលវេលាផ្សេង។";
    }
    PERIODS_TOO_SMALL = "E662" Error Content {
        message: "the figure of {whole} is {total}, and those of its parts {periods} ({parts}) add up to {sum} ({difference} less)", "តួលេខនៃ {whole} គឺ {total} តែតួលេខនៃផ្នែករបស់វា {periods} ({parts}) បូកបាន {sum} (ខ្វះ {difference})";
        help: "correct the figure that is wrong; if the parts were rounded, say with `rounding` in {toml} by how much each may be off", "សូមកែតួលេខដែលខុស។ បើផ្នែកត្រូវបានបង្គត់ សូមប្រាប់ដោយ `rounding` ក្នុង {toml} ថាតួលេខនីមួយៗអាចខុសប៉ុន្មាន";
        explain: "What a year comes to is what its quarters and months come to; where they differ, one of the figures is of another time or wrong.", "តួលេខពេញមួយឆ្នាំស្មើនឹងផលបូកនៃត្រីមាស ឬខែទាំងអស់។ បើខុសគ្នា តួលេខណាមួយខុស ឬជារបស់ពេលវេលាផ្សេង។";
    }
    DO_PLACES_ADD_UP = "W660" Warning Content {
        message: "`{place}` lies in `{above}`, both have a figure under `{code}` (that of `{above}` in {cell}), and nothing says whether the figures of places add up", "`{place}` ស្ថិតនៅក្នុង `{above}` ហើយទាំងពីរមានតួលេខក្រោម `{code}` (តួលេខនៃ `{above}` នៅ {cell}) តែគ្មានអ្វីប្រាប់ថាតួលេខនៃទីកន្លែងបូកបញ្ចូលគ្នាឬទេ";
        help: "write `over_places = true` under `[totals]` in {toml} if they do, and it is checked, or `false` if each place has a budget of its own", "បើបូកបញ្ចូលគ្នា សូមសរសេរ `over_places = true` ក្រោម `[totals]` ក្នុង {toml} រួចវានឹងត្រូវពិនិត្យ ឬ `false` បើទីកន្លែងនីមួយៗមានថវិការៀងខ្លួន";
        explain: "A district's figure may hold those of its communes or stand beside them; only who knows the table can say which.", "តួលេខនៃស្រុកអាចរួមបញ្ចូលតួលេខនៃឃុំ ឬនៅដោយឡែក។ មានតែអ្នកដែលស្គាល់តារាងទេ ដែលអាចប្រាប់បាន។";
    }
    PLACES_TOO_LARGE = "E663" Error Content {
        message: "the figure of `{place}` is {total}, and those of places in it (figures: {count}, the first in {first}) add up to {sum} ({difference} more)", "តួលេខនៃ `{place}` គឺ {total} តែតួលេខនៃទីកន្លែងក្នុងនោះ (ចំនួនតួលេខ៖ {count} ដំបូងគេនៅ {first}) បូកបាន {sum} (លើស {difference})";
        help: "correct the figure that is wrong, or write `over_places = false` under `[totals]` in {toml} if each place has a budget of its own", "សូមកែតួលេខដែលខុស ឬសរសេរ `over_places = false` ក្រោម `[totals]` ក្នុង {toml} បើទីកន្លែងនីមួយៗមានថវិការៀងខ្លួន";
        explain: "The declaration says that the figures of places add up; where they do not, a reader finds two truths about one place.", "ឯកសារពិពណ៌នាប្រាប់ថាតួលេខនៃទីកន្លែងបូកបញ្ចូលគ្នា។ បើបូកមិនត្រូវ អ្នកអាននឹងឃើញការពិតពីរអំពីកន្លែងតែមួយ។";
    }
    PLACES_TOO_SMALL = "E663" Error Content {
        message: "the figure of `{place}` is {total}, and those of all places in it (figures: {count}, the first in {first}) add up to {sum} ({difference} less)", "តួលេខនៃ `{place}` គឺ {total} តែតួលេខនៃទីកន្លែងទាំងអស់ក្នុងនោះ (ចំនួនតួលេខ៖ {count} ដំបូងគេនៅ {first}) បូកបាន {sum} (ខ្វះ {difference})";
        help: "correct the figure that is wrong; if the figures were rounded, say with `rounding` in {toml} by how much each may be off", "សូមកែតួលេខដែលខុស។ បើតួលេខត្រូវបានបង្គត់ សូមប្រាប់ដោយ `rounding` ក្នុង {toml} ថាតួលេខនីមួយៗអាចខុសប៉ុន្មាន";
        explain: "The declaration says that the figures of places add up; where they do not, a reader finds two truths about one place.", "ឯកសារពិពណ៌នាប្រាប់ថាតួលេខនៃទីកន្លែងបូកបញ្ចូលគ្នា។ បើបូកមិនត្រូវ អ្នកអាននឹងឃើញការពិតពីរអំពីកន្លែងតែមួយ។";
    }
    SHEET_AND_SHEETS = "E664" Error Content {
        message: "both `sheet` and `sheets` say which sheets to read", "ទាំង `sheet` ទាំង `sheets` ប្រាប់ថាត្រូវអានសន្លឹកណា";
        help: "keep `sheet` for one, or `sheets` for several of one shape", "សូមទុក `sheet` បើមានតែមួយ ឬ `sheets` បើមានច្រើនដែលមានទម្រង់ដូចគ្នា";
        explain: "Of two answers one would be dropped in silence.", "ក្នុងចំណោមចម្លើយពីរ មួយនឹងត្រូវរំលងដោយគ្មាននរណាដឹង។";
    }
    SHEETS_OF_NO_WORKBOOK = "E664" Error Content {
        message: "`sheets` is declared, and this file has no sheets", "បានកំណត់ `sheets` តែឯកសារនេះគ្មានសន្លឹកទេ";
        help: "leave `sheets` out, or save the table as a workbook", "សូមលុប `sheets` ចោល ឬរក្សាទុកតារាងជាសៀវភៅការងារ";
        explain: "A text file holds one table; whoever names sheets means a workbook.", "ឯកសារអត្ថបទមានតារាងតែមួយ។ អ្នកដែលហៅសន្លឹក ចង់និយាយអំពីសៀវភៅការងារ។";
    }
    SHEETS_OF_OTHER_SHAPE = "E664" Error Content {
        message: "the columns of this sheet are {headers}, and those of the sheet `{sheet}` are {first}", "ជួរឈរក្នុងសន្លឹកនេះគឺ {headers} តែជួរឈរក្នុងសន្លឹក `{sheet}` គឺ {first}";
        help: "give both the same columns in the same order, or describe each sheet in a TOML file of its own with `file` and `sheet`", "សូមធ្វើឱ្យសន្លឹកទាំងពីរមានជួរឈរដូចគ្នា តាមលំដាប់ដូចគ្នា ឬពិពណ៌នាសន្លឹកនីមួយៗក្នុងឯកសារ TOML ផ្ទាល់ខ្លួន ដោយ `file` និង `sheet`";
        explain: "Sheets that are one table have one shape, or cells would stand under names that are not theirs.", "សន្លឹកដែលជាតារាងតែមួយត្រូវមានទម្រង់ដូចគ្នា បើមិនដូច្នេះទេ ក្រឡានឹងស្ថិតក្រោមឈ្មោះដែលមិនមែនជារបស់វា។";
    }
    MANY_SHEETS = "E664" Error Content {
        message: "{count} sheets are to be read as one table, and {most} is the most", "ត្រូវអាន {count} សន្លឹកជាតារាងតែមួយ តែច្រើនបំផុតគឺ {most}";
        help: "name those that are meant with `sheets`, or put the rows together in one sheet", "សូមប្រាប់តែសន្លឹកដែលចង់បានដោយ `sheets` ឬដាក់ជួរដេកទាំងអស់ក្នុងសន្លឹកតែមួយ";
        explain: "A workbook has a sheet for each province or year, and not hundreds.", "សៀវភៅការងារមានសន្លឹកមួយសម្រាប់ខេត្តមួយ ឬឆ្នាំមួយ មិនមែនរាប់រយទេ។";
    }
    HIDDEN_SHEETS = "W661" Warning Content {
        message: "hidden sheets are not read: {sheets}", "សន្លឹកដែលលាក់មិនត្រូវបានអានទេ៖ {sheets}";
        help: "write in {toml} `hidden = \"skip\"` if that is right, or `hidden = \"read\"` if they may be published", "សូមសរសេរក្នុង {toml} `hidden = \"skip\"` បើត្រឹមត្រូវ ឬ `hidden = \"read\"` បើអាចផ្សាយបាន";
        explain: "What a spreadsheet hides is often private, so it is never published unasked; that it is left out is told.", "អ្វីដែលលាក់ក្នុងតារាងច្រើនតែជារឿងផ្ទៃក្នុង ដូច្នេះមិនត្រូវផ្សាយដោយគ្មានការអនុញ្ញាតឡើយ ហើយការរំលងវាក៏ត្រូវប្រាប់ដែរ។";
    }
    SHEET_WITHOUT_NAME = "E664" Error Content {
        message: "a constant is `@sheet`, and this file has no sheets with names", "តម្លៃថេរមួយគឺ `@sheet` តែឯកសារនេះគ្មានសន្លឹកដែលមានឈ្មោះទេ";
        help: "write the value itself under `[constants]` in {toml}", "សូមសរសេរតម្លៃនោះផ្ទាល់ក្រោម `[constants]` ក្នុង {toml}";
        explain: "`@sheet` stands for the name of the sheet that a row was read from.", "`@sheet` តំណាងឱ្យឈ្មោះសន្លឹកដែលជួរដេកស្ថិតនៅ។";
    }
    OF_OTHER_FORMATS = "W678" Warning Content {
        message: "`{key}` means nothing for a file that ends in `.{ending}`, and nothing was done by it", "`{key}` គ្មានន័យសម្រាប់ឯកសារដែលបញ្ចប់ដោយ `.{ending}` ហើយ sala មិនបានធ្វើអ្វីតាមវាទេ";
        help: "take it out, or save the table as one of {formats}", "សូមលុបវាចេញ ឬរក្សាទុកតារាងជាប្រភេទមួយក្នុងចំណោម {formats}";
        explain: "A setting that does nothing leaves its author sure of something that did not happen.", "ការកំណត់ដែលមិនធ្វើអ្វី ធ្វើឱ្យអ្នកសរសេរជឿលើអ្វីដែលមិនបានកើតឡើង។";
    }
    NO_SUCH_FILE = "E665" Error Content {
        message: "`file` names `{read}`, and no table of this name is beside this file", "`file` យោង `{read}` តែគ្មានតារាងឈ្មោះនេះនៅក្បែរឯកសារនេះទេ";
        help: "the tables beside it are {files}", "តារាងនៅក្បែរវាមាន {files}";
        explain: "Several descriptions may share a workbook, one for each of its tables; it lies in their folder.", "ឯកសារពិពណ៌នាច្រើនអាចប្រើសៀវភៅការងារតែមួយ មួយសម្រាប់តារាងមួយ។ វាត្រូវនៅក្នុងថតជាមួយគ្នា។";
    }
    TWO_FILES = "E665" Error Content {
        message: "`file` names `{read}`, and {own} has the name of this file", "`file` យោង `{read}` តែ {own} មានឈ្មោះដូចឯកសារនេះ";
        help: "leave `file` out if {own} is meant, or give it or this file another name", "សូមលុប `file` ចោលបើចង់បាន {own} ឬប្ដូរឈ្មោះវា ឬឯកសារនេះ";
        explain: "A description belongs to one table; the other would be dropped in silence.", "ឯកសារពិពណ៌នាមួយសម្រាប់តារាងតែមួយ។ តារាងមួយទៀតនឹងត្រូវរំលងដោយគ្មាននរណាដឹង។";
    }
    CODE_OF_NO_LENGTH = "E666" Error Content {
        message: "the code `{read}` has {length} digits, and `code_lengths` names {lengths}", "លេខកូដ `{read}` មាន {length} ខ្ទង់ តែ `code_lengths` ប្រាប់ថា {lengths}";
        help: "write the code with its leading zero (spreadsheets drop it, so format the column as text), or correct `code_lengths` in {toml}", "សូមសរសេរលេខកូដជាមួយលេខសូន្យខាងមុខ (កម្មវិធីតារាងលុបវាចោល ដូច្នេះសូមកំណត់ជួរឈរជាអត្ថបទ) ឬកែ `code_lengths` ក្នុង {toml}";
        explain: "The place above is found by the beginning of the code, so a code that lost a zero lies in the wrong place.", "ទីកន្លែងថ្នាក់លើត្រូវបានរកតាមដើមនៃលេខកូដ ដូច្នេះលេខកូដដែលបាត់លេខសូន្យ នឹងស្ថិតក្នុងទីកន្លែងខុស។";
        example: "102", "0102";
    }
    COLUMN_TWICE = "E667" Error Content {
        message: "two `[[column]]` describe the column `{name}`", "`[[column]]` ពីរពិពណ៌នាជួរឈរ `{name}`";
        help: "keep one, with all that is to hold", "សូមទុកតែមួយ ដែលមានគ្រប់អ្វីដែលត្រូវកំណត់";
        explain: "Of two descriptions one would be dropped in silence.", "ក្នុងចំណោមការពិពណ៌នាពីរ មួយនឹងត្រូវរំលងដោយគ្មាននរណាដឹង។";
    }
    LIMIT_OF_NO_NUMBER = "E667" Error Content {
        message: "`{key}` is `{read}`, which limits no numbers", "`{key}` គឺ `{read}` ដែលមិនកំណត់ព្រំដែនលេខណាទេ";
        help: "write a number, and give the column the type `number`, `integer`, `amount` or `year`", "សូមសរសេរលេខ ហើយកំណត់ប្រភេទជួរឈរជា `number`, `integer`, `amount` ឬ `year`";
        explain: "Only numbers and years have a smallest and a largest value.", "មានតែលេខ និងឆ្នាំទេ ដែលមានតម្លៃតូចបំផុត និងធំបំផុត។";
    }
    NAMES_OF_NO_TEXTS = "E678" Error Content {
        message: "`names` stands in a column of the type `{holds}`, and only texts, codes and `boolean` have names", "`names` ស្ថិតក្នុងជួរឈរប្រភេទ `{holds}` តែមានតែអត្ថបទ លេខកូដ និង `boolean` ទេ ដែលមានឈ្មោះ";
        help: "take `names` out, or give the column the type `text` or `code`", "សូមលុប `names` ចេញ ឬកំណត់ប្រភេទជួរឈរជា `text` ឬ `code`";
        explain: "Numbers, years and days are written in the language of the page; a name for one would never be shown.", "លេខ ឆ្នាំ និងថ្ងៃ ត្រូវសរសេរតាមភាសានៃទំព័រ។ ឈ្មោះសម្រាប់វានឹងមិនដែលបង្ហាញទេ។";
    }
    NAME_OF_NO_VALUE = "E678" Error Content {
        message: "`names` names `{read}`, which is none of the values there may be", "`names` ដាក់ឈ្មោះឱ្យ `{read}` ដែលមិនមែនជាតម្លៃដែលអាចមានទេ";
        help: "write one of {known}, or add it to `values`", "សូមសរសេរមួយក្នុងចំណោម {known} ឬបន្ថែមវាក្នុង `values`";
        explain: "A name of a value that no row has is never shown, and the value that was meant is shown without one.", "ឈ្មោះនៃតម្លៃដែលគ្មានជួរដេកណាមាន មិនដែលបង្ហាញទេ ហើយតម្លៃដែលចង់ដាក់ឈ្មោះ នឹងបង្ហាញដោយគ្មានឈ្មោះ។";
    }
    EITHER_CODE = "E679" Error Content {
        message: "the code `{read}` is kept as a number, and both `{read}` and `{other}` are known (such cells: {count})", "លេខកូដ `{read}` រក្សាទុកជាលេខ តែមានទាំង `{read}` ទាំង `{other}` (ចំនួនក្រឡាបែបនេះ៖ {count})";
        help: "format the column as text and type the codes again, or write them as texts in JSON: `\"{other}\"`", "សូមកំណត់ជួរឈរជាអត្ថបទ ហើយវាយលេខកូដឡើងវិញ ឬក្នុង JSON សរសេរជាអត្ថបទ៖ `\"{other}\"`";
        explain: "A number has no zeros at its end, so nobody can tell which of the two was typed, and figures of one would stand under the other.", "លេខគ្មានលេខសូន្យនៅចុងទេ ដូច្នេះគ្មាននរណាដឹងថាបានវាយមួយណា ហើយតួលេខនៃមួយនឹងស្ថិតក្រោមមួយទៀត។";
        example: "[{\"code\": 1.10}]", "[{\"code\": \"1.10\"}]";
    }
    REQUIRED_BUT_BLANK = "E668" Error Content {
        message: "the cell is blank, and no row may be without `{column}`", "ក្រឡានេះទទេ តែជួរដេកនីមួយៗត្រូវតែមាន `{column}`";
        help: "fill it in, or leave the row out with `skip_rows`", "សូមបំពេញវា ឬរំលងជួរដេកនេះដោយ `skip_rows`";
        explain: "A row without it says nothing that a reader could use.", "ជួរដេកដែលគ្មានវា មិនប្រាប់អ្វីដែលអ្នកអានអាចប្រើបានទេ។";
    }
    NOT_UNIQUE = "E668" Error Content {
        message: "`{read}` stands in {first} already, and no two rows may have the same `{column}`", "`{read}` មាននៅ {first} រួចហើយ តែជួរដេកពីរមិនអាចមាន `{column}` ដូចគ្នាទេ";
        help: "correct one of the two, or remove the row that is there twice", "សូមកែមួយក្នុងចំណោមទាំងពីរ ឬលុបជួរដេកដែលមានពីរដង";
        explain: "What names one thing cannot name two.", "អ្វីដែលជាឈ្មោះរបស់មួយ មិនអាចជាឈ្មោះរបស់ពីរទេ។";
    }
    TOO_SMALL = "E669" Error Content {
        message: "read {read} as `{column}`, and {least} is the least there may be", "`{column}` គឺ {read} តែតូចបំផុតដែលអាចមានគឺ {least}";
        help: "correct the figure, or `minimum` of the column if such a figure may be", "សូមកែតួលេខ ឬ `minimum` នៃជួរឈរ បើតួលេខបែបនេះអាចមាន";
        explain: "The declaration says which figures there can be, so that a slip of the finger is found.", "ឯកសារពិពណ៌នាប្រាប់ថាតួលេខណាខ្លះអាចមាន ដើម្បីរកឃើញការវាយខុស។";
    }
    TOO_LARGE = "E669" Error Content {
        message: "read {read} as `{column}`, and {most} is the most there may be", "`{column}` គឺ {read} តែធំបំផុតដែលអាចមានគឺ {most}";
        help: "correct the figure, or `maximum` of the column if such a figure may be", "សូមកែតួលេខ ឬ `maximum` នៃជួរឈរ បើតួលេខបែបនេះអាចមាន";
        explain: "The declaration says which figures there can be, so that a slip of the finger is found.", "ឯកសារពិពណ៌នាប្រាប់ថាតួលេខណាខ្លះអាចមាន ដើម្បីរកឃើញការវាយខុស។";
    }
    NO_SUCH_VALUE = "E670" Error Content {
        message: "read `{read}` as `{column}`, which is none of the values there may be", "`{read}` ក្នុង `{column}` មិនមែនជាតម្លៃដែលអាចមានទេ";
        help: "write one of {known}", "សូមសរសេរមួយក្នុងចំណោម {known}";
        explain: "Two spellings of one word would be two things on a page.", "ពាក្យតែមួយដែលសរសេរពីរបែប នឹងក្លាយជារបស់ពីរលើទំព័រ។";
    }
    NOT_A_DAY = "E671" Error Content {
        message: "read `{read}` as `{column}`, which is no day, or could be two", "`{read}` ក្នុង `{column}` មិនមែនជាថ្ងៃទេ ឬអាចជាថ្ងៃពីរ";
        help: "write it as `2026-05-31`, or with the name of the month", "សូមសរសេរជា `2026-05-31` ឬប្រើឈ្មោះខែ";
        explain: "`3/4/2026` is in March for some readers and in April for others; a guess would be wrong for half of them.", "`3/4/2026` អ្នកខ្លះយល់ថាខែមីនា អ្នកខ្លះយល់ថាខែមេសា។ បើស្មាន នឹងខុសសម្រាប់ពាក់កណ្ដាល។";
        example: "3/4/2026", "2026-04-03";
    }
    NEITHER_TRUE_NOR_FALSE = "E671" Error Content {
        message: "read `{read}` as `{column}`, which is neither `true` nor `false`", "`{read}` ក្នុង `{column}` មិនមែនជា `true` ឬ `false` ទេ";
        help: "write `true` or `false`, or leave the cell blank if it is not known", "សូមសរសេរ `true` ឬ `false` ឬទុកក្រឡាឱ្យទទេ បើមិនដឹង";
        explain: "Who counts what is true must know of each row whether it is.", "ដើម្បីរាប់អ្វីដែលពិត ត្រូវដឹងពីជួរដេកនីមួយៗ។";
    }
    NO_TABLE_OF_KEYS = "E672" Error Content {
        message: "`refers` names `{read}`, which is no table whose rows have an `id` or a `code`", "`refers` យោង `{read}` ដែលមិនមែនជាតារាងដែលជួរដេកមាន `id` ឬ `code` ទេ";
        help: "the tables whose rows have one are {known}", "តារាងដែលជួរដេកមានលេខបែបនេះគឺ {known}";
        explain: "What a column refers to must be there to be found.", "អ្វីដែលជួរឈរយោង ត្រូវតែមានដើម្បីរកឃើញ។";
    }
    NO_SUCH_ROW = "E672" Error Content {
        message: "read `{read}` as `{column}`, and no row of `{dataset}` has this key (cells with it: {count})", "`{read}` ក្នុង `{column}` មិនមាននៅក្នុងជួរដេកណានៃ `{dataset}` ទេ (ចំនួនក្រឡា៖ {count})";
        help: "correct it, or add the row", "សូមកែវា ឬបន្ថែមជួរដេកនោះ";
        explain: "A row that belongs to nothing would be missing wherever its own is shown.", "ជួរដេកដែលមិនជាប់នឹងអ្វី នឹងបាត់នៅកន្លែងដែលបង្ហាញអ្វីដែលវាជារបស់។";
    }
    UNEXPLAINED_CHANGE = "E673" Error Content {
        message: "{approved} was approved and {revised} is the revised figure, a difference of {difference}, and {tables} explain {explained} of it (adjustments: {count})", "បានអនុម័ត {approved} ហើយតួលេខកែសម្រួលគឺ {revised} ខុសគ្នា {difference} តែ {tables} ពន្យល់បាន {explained} (ចំនួនការកែ៖ {count})";
        help: "add the adjustment that is missing with its reason, or correct the figure that is wrong", "សូមបន្ថែមការកែដែលខ្វះ ព្រមទាំងមូលហេតុ ឬកែតួលេខដែលខុស";
        explain: "A budget that changed after it was approved should say what was changed and why; the declaration promises it.", "ថវិកាដែលប្ដូរក្រោយពេលអនុម័ត គួរប្រាប់ថាបានប្ដូរអ្វី និងហេតុអ្វី។ ឯកសារពិពណ៌នាបានសន្យាដូច្នេះ។";
    }
    CHANGE_OF_NOTHING = "E673" Error Content {
        message: "this adjustment is of `{place}`, {year}, code `{code}`, and the budget has no revised figure of that", "ការកែនេះសម្រាប់ `{place}` ឆ្នាំ {year} លេខកូដ `{code}` តែថវិកាគ្មានតួលេខកែសម្រួលសម្រាប់នោះទេ";
        help: "correct its place, year or code, or add the revised figure to the budget", "សូមកែទីកន្លែង ឆ្នាំ ឬលេខកូដរបស់វា ឬបន្ថែមតួលេខកែសម្រួលក្នុងថវិកា";
        explain: "An adjustment that changes no figure explains nothing.", "ការកែដែលមិនប្ដូរតួលេខណា មិនពន្យល់អ្វីទេ។";
    }
}
