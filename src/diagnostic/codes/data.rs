//! Codes of the `data` stage. Where several problems share a code, each has its own words.

use super::codes;

codes! {
    MERGED_HEADER = "E02" Error Content {
        message: "the cells {range} are merged, so the header does not name each column", "ក្រឡា {range} ត្រូវបានបញ្ចូលគ្នា ដូច្នេះចំណងជើងតារាងមិនប្រាប់ឈ្មោះជួរឈរនីមួយៗទេ";
        help: "unmerge them and give each column one name, or say with `header_row` in {toml} which row holds the names", "សូមបំបែកក្រឡាទាំងនោះ ហើយដាក់ឈ្មោះមួយឱ្យជួរឈរនីមួយៗ ឬប្រាប់ដោយ `header_row` ក្នុង {toml} ថាឈ្មោះស្ថិតនៅជួរដេកណា";
        explain: "Figures can only be read when each column has one name in one cell.", "តួលេខអាចអានបានតែពេលដែលជួរឈរនីមួយៗមានឈ្មោះមួយក្នុងក្រឡាមួយ។";
    }
    NAMELESS_COLUMN = "E02" Error Content {
        message: "the column {column} has no name in row {row}, but holds something in {count} cells, first `{read}`", "ជួរឈរ {column} គ្មានឈ្មោះក្នុងជួរដេកទី {row} ទេ តែមានខ្លឹមសារក្នុង {count} ក្រឡា ដំបូងគេគឺ `{read}`";
        help: "name the column, or leave it out with `skip_columns = [\"{column}\"]` in {toml}", "សូមដាក់ឈ្មោះឱ្យជួរឈរ ឬរំលងវាដោយ `skip_columns = [\"{column}\"]` ក្នុង {toml}";
        explain: "Nobody can say what figures without a name mean, and they would be left out in silence.", "គ្មាននរណាដឹងថាតួលេខដែលគ្មានឈ្មោះមានន័យអ្វីទេ ហើយវានឹងត្រូវរំលងដោយគ្មាននរណាដឹង។";
    }
    UNUSED_COLUMNS = "W621" Warning Content {
        message: "nothing is made of these columns: {columns}", "ជួរឈរទាំងនេះមិនត្រូវបានប្រើទេ៖ {columns}";
        help: "say under `[columns]` in {toml} what they are, or leave them out with `skip_columns`, or name those that are read with `only_columns`", "សូមប្រាប់ក្រោម `[columns]` ក្នុង {toml} ថាវាជាអ្វី ឬរំលងវាដោយ `skip_columns` ឬប្រាប់ជួរឈរដែលត្រូវអានដោយ `only_columns`";
        explain: "Whoever keeps a column may expect to find it on a page, so what is left out is told.", "អ្នកដែលរក្សាទុកជួរឈរ អាចរំពឹងឃើញវាក្នុងទំព័រ ដូច្នេះអ្វីដែលត្រូវរំលង គួរប្រាប់ឱ្យដឹង។";
    }
    UNKNOWN_LABEL = "E630" Error Content {
        message: "no category is called `{read}` (rows: {count})", "គ្មានប្រភេទណាឈ្មោះ `{read}` ទេ (ចំនួនជួរដេក៖ {count})";
        help: "give it a row in {datasets}, or correct its name here or there so that both are the same", "សូមបន្ថែមជួរដេកមួយឱ្យវាក្នុង {datasets} ឬកែឈ្មោះនៅទីនេះ ឬនៅទីនោះ ឱ្យដូចគ្នា";
        explain: "With `codes = \"labels\"` a row has the code of the category that has its name, so a name that no category has would leave its figures without a code.", "ពេលមាន `codes = \"labels\"` ជួរដេកនីមួយៗយកលេខកូដនៃប្រភេទដែលមានឈ្មោះដូចវា ដូច្នេះបើគ្មានប្រភេទណាមានឈ្មោះនោះ តួលេខនឹងគ្មានលេខកូដ។";
    }
    LABELS_WITHOUT_CATEGORIES = "E631" Error Content {
        message: "`codes = \"labels\"` needs a table of categories", "`codes = \"labels\"` ត្រូវការតារាងប្រភេទ";
        help: "name the table that gives each name its code with `categories` in {toml}", "សូមប្រាប់តារាងដែលឱ្យលេខកូដដល់ឈ្មោះនីមួយៗ ដោយ `categories` ក្នុង {toml}";
        explain: "Names alone are no codes: a table of categories says which code belongs to which name.", "ឈ្មោះតែឯងមិនមែនជាលេខកូដទេ៖ តារាងប្រភេទប្រាប់ថាលេខកូដណាជារបស់ឈ្មោះណា។";
    }
    NO_HEADER = "E02" Error Content {
        message: "row {row} is empty, where the names of the columns belong", "ជួរដេកទី {row} ទទេ ទោះបីជាឈ្មោះជួរឈរត្រូវនៅទីនោះក៏ដោយ";
        help: "write the names of the columns there, or say with `header_row` in {toml} which row holds them", "សូមសរសេរឈ្មោះជួរឈរនៅទីនោះ ឬប្រាប់ដោយ `header_row` ក្នុង {toml} ថាឈ្មោះស្ថិតនៅជួរដេកណា";
        explain: "Figures can only be read when each column has a name.", "តួលេខអាចអានបានតែពេលដែលជួរឈរនីមួយៗមានឈ្មោះ។";
    }
    HEADER_BELOW = "E02" Error Content {
        message: "row {row} does not hold the names of the columns, but row {found} does", "ជួរដេកទី {row} មិនមានឈ្មោះជួរឈរទេ តែជួរដេកទី {found} មាន";
        help: "write `header_row = {found}` in {toml}", "សូមសរសេរ `header_row = {found}` ក្នុង {toml}";
        explain: "A title above the table is welcome, but the row with the names must be told.", "មានចំណងជើងនៅលើតារាងក៏បាន ប៉ុន្តែត្រូវប្រាប់ថាឈ្មោះជួរឈរស្ថិតនៅជួរដេកណា។";
    }
    MISSING_COLUMN = "E02" Error Content {
        message: "there is no column `{column}`", "គ្មានជួរឈរ `{column}` ទេ";
        help: "the columns here are {headers}; if one of them is meant, write `{ours} = \"its name\"` under `[columns]` in {toml}", "ជួរឈរនៅទីនេះមាន {headers}។ បើចង់ប្រើជួរឈរណាមួយ សូមសរសេរ `{ours} = \"ឈ្មោះរបស់វា\"` ក្រោម `[columns]` ក្នុង {toml}";
        explain: "Without this column a figure cannot be told from another.", "បើគ្មានជួរឈរនេះ មិនអាចដឹងថាតួលេខនីមួយៗនិយាយអំពីអ្វីទេ។";
    }
    MISSING_COLUMN_OR_CONSTANT = "E02" Error Content {
        message: "there is no column `{column}`", "គ្មានជួរឈរ `{column}` ទេ";
        help: "the columns here are {headers}; if one of them is meant, write `{column} = \"its name\"` under `[columns]` in {toml}, or `{column} = \"{example}\"` under `[constants]` if all rows have the same", "ជួរឈរនៅទីនេះមាន {headers}។ បើចង់ប្រើជួរឈរណាមួយ សូមសរសេរ `{column} = \"ឈ្មោះរបស់វា\"` ក្រោម `[columns]` ក្នុង {toml} ឬ `{column} = \"{example}\"` ក្រោម `[constants]` បើជួរដេកទាំងអស់ដូចគ្នា";
        explain: "Without this column a figure cannot be told from another.", "បើគ្មានជួរឈរនេះ មិនអាចដឹងថាតួលេខនីមួយៗនិយាយអំពីអ្វីទេ។";
    }
    REPEATED_COLUMN = "E02" Error Content {
        message: "a second column is called `{header}`, like {first}", "មានជួរឈរទីពីរឈ្មោះ `{header}` ដូច {first}";
        help: "give each column its own name", "សូមដាក់ឈ្មោះខុសៗគ្នាឱ្យជួរឈរនីមួយៗ";
        explain: "Of two columns with one name, nobody can say which holds the figure that is meant.", "បើជួរឈរពីរមានឈ្មោះដូចគ្នា គ្មាននរណាដឹងថាតួលេខត្រឹមត្រូវស្ថិតនៅជួរឈរណាទេ។";
    }
    NEARLY_A_COLUMN = "E02" Error Content {
        message: "no column is called `{header}`", "គ្មានជួរឈរឈ្មោះ `{header}` ទេ";
        help: "write `{meant}`, or give the column a name that is not so close to it", "សូមសរសេរ `{meant}` ឬដាក់ឈ្មោះផ្សេងដែលមិនស្រដៀងនឹងវា";
        explain: "A misspelt column would be left out, and nobody would notice.", "ជួរឈរដែលសរសេរឈ្មោះខុសនឹងត្រូវរំលង ហើយគ្មាននរណាដឹងឡើយ។";
    }
    RAGGED_ROW = "E02" Error Content {
        message: "row {row} is not as long as the header (cells: {cells}, columns: {columns})", "ជួរដេកទី {row} មានប្រវែងមិនស្មើចំណងជើង (ចំនួនក្រឡា៖ {cells}, ចំនួនជួរឈរ៖ {columns})";
        help: "look for a separator too many or too few; a text or number that holds the separator itself goes between quotation marks", "សូមពិនិត្យមើលថាមានសញ្ញាខណ្ឌលើស ឬខ្វះ។ អត្ថបទ ឬលេខដែលមានសញ្ញាខណ្ឌនៅក្នុងខ្លួន ត្រូវដាក់ក្នុងសញ្ញាសម្រង់ \"…\"";
        explain: "In a row of another length the figures stand under the wrong names.", "ក្នុងជួរដេកដែលមានប្រវែងខុស តួលេខនឹងស្ថិតក្រោមឈ្មោះខុស។";
    }
    OUTSIDE_COLUMNS = "E02" Error Content {
        message: "the cell holds `{read}`, and its column has no name in row {row}", "ក្រឡានេះមាន `{read}` តែជួរឈររបស់វាគ្មានឈ្មោះក្នុងជួរដេកទី {row} ទេ";
        help: "name the column, or say with `range = \"A1:F40\"` in {toml} where the table begins and ends", "សូមដាក់ឈ្មោះឱ្យជួរឈរ ឬប្រាប់ដោយ `range = \"A1:F40\"` ក្នុង {toml} ថាតារាងចាប់ផ្ដើម និងចប់នៅត្រង់ណា";
        explain: "A remark beside a table, or a column without a name, would be left out in silence.", "កំណត់សម្គាល់ក្បែរតារាង ឬជួរឈរគ្មានឈ្មោះ នឹងត្រូវរំលងដោយគ្មាននរណាដឹង។";
    }
    OTHER_DELIMITER = "E02" Error Content {
        message: "the first line holds no `{read}`, but it holds `{found}`", "បន្ទាត់ទីមួយគ្មាន `{read}` ទេ តែមាន `{found}`";
        help: "if `{found}` stands between the columns, write `delimiter = \"{found}\"` in {toml}", "បើ `{found}` ជាសញ្ញាខណ្ឌជួរឈរ សូមសរសេរ `delimiter = \"{found}\"` ក្នុង {toml}";
        explain: "Excel separates columns with commas or semicolons, as the computer is set up; the file does not say which.", "Excel ខណ្ឌជួរឈរដោយសញ្ញាក្បៀស ឬសញ្ញា ; តាមការកំណត់របស់កុំព្យូទ័រ ហើយឯកសារមិនប្រាប់ថាមួយណាទេ។";
    }
    NO_PLACE_TYPE = "E02" Error Content {
        message: "nothing says what kind of place `{code}` is", "គ្មានអ្វីប្រាប់ថា `{code}` ជាទីកន្លែងប្រភេទអ្វីទេ";
        help: "fill in a column `type`, or write `type = \"commune\"` (or another kind) in {toml}", "សូមបំពេញជួរឈរ `type` ឬសរសេរ `type = \"commune\"` (ឬប្រភេទផ្សេង) ក្នុង {toml}";
        explain: "Places are counted and compared only among their own kind.", "ទីកន្លែងត្រូវបានរាប់ និងប្រៀបធៀបតែក្នុងចំណោមប្រភេទដូចគ្នា។";
    }
    NOT_A_NUMBER = "E03" Error Content {
        message: "read `{read}`, which is not a number", "`{read}` មិនមែនជាលេខទេ";
        help: "write digits only, with no unit or word; leave the cell blank if the figure is not known", "សូមសរសេរតែលេខ ដោយគ្មានឯកតា ឬពាក្យ។ បើមិនដឹងតួលេខ សូមទុកក្រឡាឱ្យទទេ";
        explain: "A figure that cannot be read would be missing from every sum.", "តួលេខដែលអានមិនបាន នឹងបាត់ពីផលបូកទាំងអស់។";
    }
    NUMBER_IN_WORDS = "E03" Error Content {
        message: "read `{read}`, which is a number with words", "`{read}` ជាលេខដែលមានពាក្យ";
        help: "write `{meant}` if that is the amount in the unit of the table, and the unit in the name of the column", "បើនោះជាចំនួនតាមឯកតារបស់តារាង សូមសរសេរ `{meant}` ហើយសរសេរឯកតាក្នុងឈ្មោះជួរឈរ";
        explain: "Words within figures are read in many ways, so they are asked about and never reckoned with.", "ពាក្យក្នុងតួលេខអាចយល់បានច្រើនយ៉ាង ដូច្នេះកម្មវិធីសួរសិន ហើយមិនគណនាដោយស្មានទេ។";
    }
    TOO_LARGE_A_NUMBER = "E03" Error Content {
        message: "read `{read}`, which is larger or longer than any amount of money", "`{read}` ធំ ឬវែងជាងចំនួនទឹកប្រាក់ណាៗទាំងអស់";
        help: "look whether cells have run together; the largest amount is 100,000,000,000,000,000,000, counted as it stands and again after `scale` in {toml}", "សូមពិនិត្យមើលថាមានក្រឡាជាប់គ្នាឬទេ។ ចំនួនធំបំផុតគឺ ១០០\u{A0}០០០\u{A0}០០០\u{A0}០០០\u{A0}០០០\u{A0}០០០\u{A0}០០០ ទាំងមុន និងក្រោយគុណនឹង `scale` ក្នុង {toml}";
        explain: "A sum of such figures would have more digits than can be kept exactly.", "ផលបូកនៃតួលេខបែបនេះ នឹងមានខ្ទង់ច្រើនជាងដែលអាចរក្សាទុកបានត្រឹមត្រូវ។";
    }
    AMBIGUOUS_NUMBER = "E03" Error Content {
        message: "read `{read}`, which is {first} or {second}", "`{read}` អាចជា {first} ឬ {second}";
        help: "set `group` and `decimal` in {toml}: the signs between thousands and before decimals", "សូមកំណត់ `group` និង `decimal` ក្នុង {toml}៖ សញ្ញាខណ្ឌខ្ទង់ពាន់ និងសញ្ញាមុខខ្ទង់ទសភាគ";
        explain: "The same sign separates thousands in one office and decimals in another: a guess would be wrong by a factor of a thousand.", "សញ្ញាតែមួយ ការិយាល័យមួយប្រើខណ្ឌខ្ទង់ពាន់ ការិយាល័យមួយទៀតប្រើមុខខ្ទង់ទសភាគ។ បើស្មានខុស តួលេខនឹងខុសមួយពាន់ដង។";
        example: "1.250", "1250";
    }
    WRONG_GROUPS = "E03" Error Content {
        message: "read `{read}`, which is not how {toml} says that numbers are written", "`{read}` មិនត្រូវនឹងរបៀបសរសេរលេខដែលប្រាប់ក្នុង {toml} ទេ";
        help: "thousands are declared to be separated by `{group}` and decimals by `{decimal}`: correct the number, or `group` and `decimal`", "បានកំណត់ថាខ្ទង់ពាន់ខណ្ឌដោយ `{group}` និងខ្ទង់ទសភាគដោយ `{decimal}`៖ សូមកែលេខនេះ ឬកែ `group` និង `decimal`";
        explain: "A sign in the wrong place is a slip of the finger or another way of writing numbers; both change the figure.", "សញ្ញានៅខុសកន្លែង អាចមកពីវាយខុស ឬពីរបៀបសរសេរផ្សេង ហើយទាំងពីរធ្វើឱ្យតួលេខប្រែប្រួល។";
    }
    MISPLACED_SEPARATORS = "E03" Error Content {
        message: "read `{read}`, which is not a number in any way of writing them", "`{read}` មិនមែនជាលេខតាមរបៀបសរសេរណាមួយទេ";
        help: "put the signs between groups of three digits and once before the decimals, or leave them out", "សូមដាក់សញ្ញារវាងក្រុមលេខបីខ្ទង់ និងតែម្ដងមុខខ្ទង់ទសភាគ ឬកុំដាក់ទាល់តែសោះ";
        explain: "A sign in the wrong place is a slip of the finger that may have lost a digit too.", "សញ្ញានៅខុសកន្លែងមកពីវាយខុស ហើយអាចបាត់លេខមួយខ្ទង់ផង។";
    }
    OTHER_DIGITS = "E03" Error Content {
        message: "read `{read}`, where only the digits `{wanted}` are declared", "`{read}` ប្រើលេខផ្សេង តែបានកំណត់ថាប្រើតែលេខ `{wanted}`";
        help: "write the number with these digits, or replace `digits = \"{key}\"` by `digits = \"any\"` in {toml}", "សូមសរសេរដោយប្រើលេខទាំងនេះ ឬប្ដូរ `digits = \"{key}\"` ទៅជា `digits = \"any\"` ក្នុង {toml}";
        explain: "Khmer and Latin digits come with different separators, so a change of digits may be a change of both.", "លេខខ្មែរ និងលេខឡាតាំងប្រើសញ្ញាខណ្ឌខុសគ្នា ដូច្នេះបើលេខប្ដូរ សញ្ញាខណ្ឌក៏អាចប្ដូរដែរ។";
    }
    MIXED_DIGITS = "E03" Error Content {
        message: "read `{read}`, which mixes Khmer and Latin digits", "`{read}` លាយលេខខ្មែរ និងលេខឡាតាំង";
        help: "write the whole number in one kind of digits", "សូមសរសេរលេខទាំងមូលដោយប្រើលេខតែមួយប្រភេទ";
        explain: "A mixed number was typed in two goes, and one of them may be wrong.", "លេខលាយគ្នាត្រូវបានវាយពីរដង ហើយមួយក្នុងនោះអាចខុស។";
    }
    SPREADSHEET_ERROR = "E04" Error Content {
        message: "the cell holds the spreadsheet error `{read}`", "ក្រឡានេះមានសារកំហុសរបស់កម្មវិធីតារាង `{read}`";
        help: "open the workbook and mend the formula, or leave the cell blank if the figure is not known", "សូមបើកសៀវភៅការងារ ហើយកែរូបមន្ត ឬទុកក្រឡាឱ្យទទេ បើមិនដឹងតួលេខ";
        explain: "The formula lost what it referred to, so its figure is not known.", "រូបមន្តបាត់អ្វីដែលវាយោង ដូច្នេះមិនដឹងតួលេខទេ។";
    }
    DATE_AS_NUMBER = "E04" Error Content {
        message: "the cell holds the date {read}, where a number belongs", "ក្រឡានេះមានកាលបរិច្ឆេទ {read} តែត្រូវជាលេខ";
        help: "spreadsheets turn `3-4` or `1.5` into a date: format the cell as a number and type the figure again", "កម្មវិធីតារាងប្ដូរ `3-4` ឬ `1.5` ទៅជាកាលបរិច្ឆេទ៖ សូមកំណត់ក្រឡាជាលេខ ហើយវាយតួលេខម្ដងទៀត";
        explain: "What was typed is gone: the spreadsheet kept a day instead of the figure.", "អ្វីដែលបានវាយបាត់ហើយ៖ កម្មវិធីរក្សាទុកថ្ងៃមួយ ជំនួសតួលេខ។";
    }
    UNSAVED_FORMULA = "E04" Error Content {
        message: "the cell holds the formula `={formula}`, and its result was not saved with the file", "ក្រឡានេះមានរូបមន្ត `={formula}` តែលទ្ធផលមិនត្រូវបានរក្សាទុកជាមួយឯកសារទេ";
        help: "open the workbook in Excel or LibreOffice, let it compute, and save it again", "សូមបើកសៀវភៅការងារក្នុង Excel ឬ LibreOffice ឱ្យវាគណនា រួចរក្សាទុកម្ដងទៀត";
        explain: "Formulas are not computed here, so that a figure on a page is one that somebody saw.", "កម្មវិធីនេះមិនគណនារូបមន្តទេ ដើម្បីឱ្យតួលេខលើទំព័រជាតួលេខដែលមាននរណាម្នាក់បានឃើញ។";
    }
    ERROR_AS_TEXT = "E04" Error Content {
        message: "the cell holds the spreadsheet error `{read}`, where a text of the column `{column}` belongs", "ក្រឡានេះមានសារកំហុសរបស់កម្មវិធីតារាង `{read}` តែត្រូវមានអត្ថបទរបស់ជួរឈរ `{column}`";
        help: "mend the formula, or write the text itself; if there is none, leave the cell blank", "សូមកែរូបមន្ត ឬសរសេរអត្ថបទនោះផ្ទាល់។ បើគ្មានអត្ថបទទេ សូមទុកក្រឡាឱ្យទទេ";
        explain: "A name or a code that a formula lost would stand on pages as `#REF!`, and the row would belong to nothing.", "បើរូបមន្តបាត់ឈ្មោះ ឬលេខកូដ ទំព័រនឹងបង្ហាញ `#REF!` ជំនួស ហើយជួរដេកនោះមិនជាប់នឹងអ្វីទេ។";
    }
    FORMULA_AS_TEXT = "E04" Error Content {
        message: "the cell holds the formula `={formula}` in place of a text of the column `{column}`, and its result was not saved with the file", "ក្រឡានេះមានរូបមន្ត `={formula}` ជំនួសអត្ថបទរបស់ជួរឈរ `{column}` តែលទ្ធផលមិនត្រូវបានរក្សាទុកជាមួយឯកសារទេ";
        help: "open the workbook in Excel or LibreOffice, let it compute, and save it again", "សូមបើកសៀវភៅការងារក្នុង Excel ឬ LibreOffice ឱ្យវាគណនា រួចរក្សាទុកម្ដងទៀត";
        explain: "Formulas are not computed here, so that a name on a page is one that somebody saw.", "កម្មវិធីនេះមិនគណនារូបមន្តទេ ដើម្បីឱ្យឈ្មោះលើទំព័រជាឈ្មោះដែលមាននរណាម្នាក់បានឃើញ។";
    }
    BROKEN_HEADER = "E02" Error Content {
        message: "`{read}` stands where the name of a column belongs", "`{read}` ស្ថិតនៅកន្លែងដែលត្រូវមានឈ្មោះជួរឈរ";
        help: "write the name of the column in this cell; a formula whose result is lost, or was not saved with the file, names nothing", "សូមសរសេរឈ្មោះជួរឈរក្នុងក្រឡានេះ។ រូបមន្តដែលបាត់លទ្ធផល ឬលទ្ធផលមិនត្រូវបានរក្សាទុកជាមួយឯកសារ មិនដាក់ឈ្មោះឱ្យអ្វីទេ";
        explain: "A column without a name would be left out with all its figures, and nobody would notice.", "ជួរឈរដែលគ្មានឈ្មោះនឹងត្រូវចោលទាំងតួលេខ ហើយគ្មាននរណាដឹងទេ។";
    }
    MISSING_VALUE = "E04" Error Content {
        message: "row {row} has no `{column}`", "ជួរដេកទី {row} គ្មាន `{column}` ទេ";
        help: "fill it in; if the row is a title or a remark and holds no figure to publish, write `skip_rows = [{row}]` in {toml}", "សូមបំពេញវា។ បើជួរដេកនេះជាចំណងជើង ឬកំណត់សម្គាល់ ហើយគ្មានតួលេខត្រូវផ្សាយ សូមសរសេរ `skip_rows = [{row}]` ក្នុង {toml}";
        explain: "Without it nobody can say what the row is about.", "បើគ្មានវា គ្មាននរណាដឹងថាជួរដេកនេះនិយាយអំពីអ្វីទេ។";
    }
    NOT_A_YEAR = "E04" Error Content {
        message: "read `{read}`, which is not a fiscal year", "`{read}` មិនមែនជាឆ្នាំថវិកាទេ";
        help: "write a year from 2000 to 2100 with four digits, such as `2026` or `២០២៦`", "សូមសរសេរឆ្នាំពី 2000 ដល់ 2100 ដោយប្រើលេខបួនខ្ទង់ ដូចជា `2026` ឬ `២០២៦`";
        explain: "Figures are compared year by year, so each must say its year.", "តួលេខត្រូវបានប្រៀបធៀបពីមួយឆ្នាំទៅមួយឆ្នាំ ដូច្នេះតួលេខនីមួយៗត្រូវប្រាប់ឆ្នាំរបស់វា។";
    }
    NOT_A_YEAR_OF_COUNT = "E04" Error Content {
        message: "read `{read}`, which is not a year", "`{read}` មិនមែនជាឆ្នាំទេ";
        help: "write the year in which the people were counted with four digits, from 1900 to 2100, such as `2019`", "សូមសរសេរឆ្នាំដែលបានរាប់ប្រជាជន ដោយប្រើលេខបួនខ្ទង់ ពី 1900 ដល់ 2100 ដូចជា `2019`";
        explain: "How many people live in a place means little without the year in which they were counted.", "ចំនួនប្រជាជនគ្មានន័យច្បាស់ទេ បើមិនដឹងថារាប់នៅឆ្នាំណា។";
    }
    BUDDHIST_YEAR = "E04" Error Content {
        message: "read `{read}`, which is no fiscal year, but would be {meant} if counted in the Buddhist era", "`{read}` មិនមែនជាឆ្នាំថវិកាទេ តែជាឆ្នាំ {meant} បើរាប់តាមពុទ្ធសករាជ";
        help: "write {meant}, or write `calendar = \"buddhist\"` in {toml} if all years are so", "សូមសរសេរ {meant} ឬសរសេរ `calendar = \"buddhist\"` ក្នុង {toml} បើឆ្នាំទាំងអស់ជាពុទ្ធសករាជ";
        explain: "The eras are 543 years apart; which one a table uses is declared and never guessed.", "សករាជទាំងពីរខុសគ្នា ៥៤៣ ឆ្នាំ។ តារាងប្រើសករាជណា ត្រូវប្រាប់ មិនត្រូវស្មានទេ។";
    }
    NOT_A_WHOLE_NUMBER = "E04" Error Content {
        message: "read `{read}` as `{column}`, which is not a whole number", "`{read}` ក្នុង `{column}` មិនមែនជាចំនួនគត់ទេ";
        help: "write a whole number such as `10`, or leave the cell blank", "សូមសរសេរចំនួនគត់ដូចជា `10` ឬទុកក្រឡាឱ្យទទេ";
        explain: "The number decides the order in which the rows are shown.", "លេខនេះកំណត់លំដាប់នៃការបង្ហាញជួរដេក។";
    }
    UNKNOWN_WORD = "E04" Error Content {
        message: "read `{read}` as `{column}`, which is none of the words known there", "`{read}` ក្នុង `{column}` មិនមែនជាពាក្យដែលស្គាល់នៅទីនោះទេ";
        help: "write one of {known}", "សូមសរសេរពាក្យមួយក្នុងចំណោម {known}";
        explain: "The word decides how the row is shown and counted.", "ពាក្យនេះកំណត់ពីរបៀបបង្ហាញ និងរាប់ជួរដេកនេះ។";
    }
    UNKNOWN_BUDGET_WORD = "E04" Error Content {
        message: "read `{read}` as `{column}`, which is none of the words known there", "`{read}` ក្នុង `{column}` មិនមែនជាពាក្យដែលស្គាល់នៅទីនោះទេ";
        help: "write one of {known}, or say under `[{table}]` in {toml} which of them yours means, such as `\"{read}\" = \"{example}\"`", "សូមសរសេរពាក្យមួយក្នុងចំណោម {known} ឬប្រាប់ក្រោម `[{table}]` ក្នុង {toml} ថាពាក្យរបស់អ្នកមានន័យដូចពាក្យណា ឧទាហរណ៍ `\"{read}\" = \"{example}\"`";
        explain: "A planned figure and an actual one must never stand in one column, nor revenue beside expenditure.", "តួលេខគ្រោង និងតួលេខជាក់ស្ដែង មិនត្រូវនៅក្នុងជួរឈរតែមួយទេ ហើយចំណូលក៏មិនត្រូវលាយនឹងចំណាយដែរ។";
    }
    REPEATED_KEY = "E05" Error Content {
        message: "{first} holds the same place, year, phase, direction, code and fund already", "{first} មានទីកន្លែង ឆ្នាំ ដំណាក់កាល ទិសដៅ លេខកូដ និងមូលនិធិដូចនេះរួចហើយ";
        help: "remove one of the two rows, or correct what tells them apart", "សូមលុបជួរដេកមួយ ឬកែអ្វីដែលធ្វើឱ្យវាខុសគ្នា";
        explain: "Counted twice, the money would be doubled; and if the amounts differ, nobody can say which one holds.", "បើរាប់ពីរដង ថវិកានឹងកើនទ្វេដង។ បើចំនួនខុសគ្នា គ្មាននរណាដឹងថាមួយណាត្រូវទេ។";
    }
    REPEATED_KEY_OF_DIMENSIONS = "E05" Error Content {
        message: "{first} holds the same place, year, phase, direction, code and fund already, and the same {columns}", "{first} មានទីកន្លែង ឆ្នាំ ដំណាក់កាល ទិសដៅ លេខកូដ មូលនិធិ និង {columns} ដូចនេះរួចហើយ";
        help: "remove one of the two rows, or correct what tells them apart", "សូមលុបជួរដេកមួយ ឬកែអ្វីដែលធ្វើឱ្យវាខុសគ្នា";
        explain: "Counted twice, the money would be doubled; and if the amounts differ, nobody can say which one holds.", "បើរាប់ពីរដង ថវិកានឹងកើនទ្វេដង។ បើចំនួនខុសគ្នា គ្មាននរណាដឹងថាមួយណាត្រូវទេ។";
    }
    REPEATED_CODE = "E05" Error Content {
        message: "the code `{code}` stands in the rows {rows}", "លេខកូដ `{code}` មាននៅជួរដេក {rows}";
        help: "give each row its own code; in a list that somebody else publishes, accept it with `tolerate = [\"E05\"]` in {toml}", "សូមដាក់លេខកូដខុសៗគ្នាឱ្យជួរដេកនីមួយៗ។ បើជាបញ្ជីដែលអ្នកដទៃផ្សាយ អាចទទួលយកដោយ `tolerate = [\"E05\"]` ក្នុង {toml}";
        explain: "A code names one thing; figures with a shared code could belong to either.", "លេខកូដមួយតាងវត្ថុតែមួយ។ បើលេខកូដដូចគ្នា តួលេខអាចជារបស់មួយណាក៏បាន។";
    }
    UNKNOWN_PLACE = "E06" Error Content {
        message: "no place has the code `{read}` (rows with it: {count})", "គ្មានទីកន្លែងណាមានលេខកូដ `{read}` ទេ (ចំនួនជួរដេក៖ {count})";
        help: "write the code as it stands in the list of places, or `KH` for the whole country", "សូមសរសេរលេខកូដដូចក្នុងបញ្ជីទីកន្លែង ឬ `KH` សម្រាប់ទូទាំងប្រទេស";
        explain: "A figure must say which place it is about, or it stands on no page.", "តួលេខត្រូវប្រាប់ថាវាអំពីទីកន្លែងណា បើមិនដូច្នេះ វានឹងមិនមាននៅលើទំព័រណាទេ។";
    }
    UNKNOWN_CATEGORY = "E06" Error Content {
        message: "no category has the code `{read}` (rows with it: {count})", "គ្មានប្រភេទណាមានលេខកូដ `{read}` ទេ (ចំនួនជួរដេក៖ {count})";
        help: "correct the code, or add it to the categories in {datasets}", "សូមកែលេខកូដ ឬបន្ថែមវាទៅក្នុងប្រភេទនៃ {datasets}";
        explain: "The category says in plain words what the money is for.", "ប្រភេទប្រាប់ជាពាក្យងាយៗថាថវិកានេះសម្រាប់អ្វី។";
    }
    UNKNOWN_SOURCE = "E06" Error Content {
        message: "no source has the id `{read}` (rows with it: {count})", "គ្មានប្រភពណាមាន id `{read}` ទេ (ចំនួនជួរដេក៖ {count})";
        help: "correct it, or add a `[[source]]` with `id = \"{read}\"` to {toml}", "សូមកែវា ឬបន្ថែម `[[source]]` ដែលមាន `id = \"{read}\"` ទៅក្នុង {toml}";
        explain: "Readers trust a figure when they can look up where it comes from.", "អ្នកអានជឿលើតួលេខ ពេលដែលគាត់អាចពិនិត្យមើលប្រភពបាន។";
    }
    ORPHAN_PLACE = "E06" Error Content {
        message: "the parent `{parent}` has no row in {datasets} (rows that name it: {count})", "លេខកូដថ្នាក់លើ `{parent}` គ្មានជួរដេកក្នុង {datasets} ទេ (ចំនួនជួរដេកដែលយោងវា៖ {count})";
        help: "add the missing row or correct the code; in a list that somebody else publishes, accept it with `tolerate = [\"E06\"]` in {toml}", "សូមបន្ថែមជួរដេកដែលខ្វះ ឬកែលេខកូដ។ បើជាបញ្ជីដែលអ្នកដទៃផ្សាយ អាចទទួលយកដោយ `tolerate = [\"E06\"]` ក្នុង {toml}";
        explain: "A place without its parent is missing from the parent's page and from its counts.", "ទីកន្លែងដែលគ្មានថ្នាក់លើ នឹងបាត់ពីទំព័រ និងពីចំនួនរាប់របស់ថ្នាក់លើនោះ។";
    }
    ORPHAN_CATEGORY = "E07" Error Content {
        message: "`{column}` names the category `{parent}`, which does not exist", "`{column}` យោងប្រភេទ `{parent}` ដែលមិនមាន";
        help: "correct the code, or add a row for it", "សូមកែលេខកូដ ឬបន្ថែមជួរដេកឱ្យវា";
        explain: "The categories form a tree; a branch that hangs nowhere is missing from every total.", "ប្រភេទទាំងឡាយបង្កើតជាមែកធាង។ មែកដែលមិនជាប់នឹងអ្វី នឹងបាត់ពីផលបូកទាំងអស់។";
    }
    CATEGORY_CIRCLE = "E07" Error Content {
        message: "the parents run in a circle: {circle}", "ប្រភេទមេទាំងនេះវិលជារង្វង់៖ {circle}";
        help: "correct one `parent` so that the chain ends at a category without a parent", "សូមកែ `parent` មួយ ដើម្បីឱ្យខ្សែនេះចប់នៅប្រភេទដែលគ្មានប្រភេទមេ";
        explain: "In a circle every part would contain itself, so nothing could be added up.", "ក្នុងរង្វង់ ផ្នែកនីមួយៗមានខ្លួនឯងនៅក្នុង ដូច្នេះមិនអាចបូកបានទេ។";
    }
    TOTAL_TOO_LARGE = "E08" Error Content {
        message: "the total says {total}, but the sum of {parts} is {sum} ({difference} less)", "តួលេខសរុបគឺ {total} តែផលបូកនៃ {parts} គឺ {sum} (តិចជាង {difference})";
        help: "correct the figures; if the source leaves parts out, write `partial = [\"{code}\"]` under `[totals]` in {toml}", "សូមកែតួលេខ។ បើប្រភពមិនបានបោះពុម្ពគ្រប់ផ្នែក សូមសរសេរ `partial = [\"{code}\"]` ក្រោម `[totals]` ក្នុង {toml}";
        explain: "Readers add up. A total that its parts do not reach is a missing part or a wrong figure, and they should be told which.", "អ្នកអានតែងបូកលេខ។ បើផ្នែកទាំងឡាយមិនស្មើតួលេខសរុប នោះខ្វះផ្នែកមួយ ឬតួលេខខុស ហើយត្រូវប្រាប់អ្នកអានថាមួយណា។";
    }
    TOTAL_LITTLE_LARGER = "E08" Error Content {
        message: "the total says {total}, but the sum of {parts} is {sum} ({difference} less)", "តួលេខសរុបគឺ {total} តែផលបូកនៃ {parts} គឺ {sum} (តិចជាង {difference})";
        help: "correct the figures; if the source leaves parts out, write `partial = [\"{code}\"]` under `[totals]` in {toml}; if it rounds each figure by so much, `rounding = {rounding}`", "សូមកែតួលេខ។ បើប្រភពមិនបានបោះពុម្ពគ្រប់ផ្នែក សូមសរសេរ `partial = [\"{code}\"]` ក្រោម `[totals]` ក្នុង {toml}។ បើប្រភពបង្គត់តួលេខនីមួយៗប៉ុណ្ណេះ សូមសរសេរ `rounding = {rounding}`";
        explain: "Readers add up. A total that its parts do not reach is a missing part or a wrong figure, and they should be told which.", "អ្នកអានតែងបូកលេខ។ បើផ្នែកទាំងឡាយមិនស្មើតួលេខសរុប នោះខ្វះផ្នែកមួយ ឬតួលេខខុស ហើយត្រូវប្រាប់អ្នកអានថាមួយណា។";
    }
    TOTAL_TOO_SMALL = "E08" Error Content {
        message: "the total says {total}, but the sum of {parts} is {sum} ({difference} more)", "តួលេខសរុបគឺ {total} តែផលបូកនៃ {parts} គឺ {sum} (ច្រើនជាង {difference})";
        help: "correct the figures (is a part counted twice, or `{code}` not their total?)", "សូមកែតួលេខ (តើផ្នែកណាមួយត្រូវបានរាប់ពីរដង ឬ `{code}` មិនមែនជាផលបូករបស់វា?)";
        explain: "Parts that come to more than their total mean that one is counted twice or that a figure is wrong.", "ផ្នែកដែលបូកបានច្រើនជាងតួលេខសរុប មានន័យថាមានផ្នែកត្រូវបានរាប់ពីរដង ឬតួលេខខុស។";
    }
    TOTAL_LITTLE_SMALLER = "E08" Error Content {
        message: "the total says {total}, but the sum of {parts} is {sum} ({difference} more)", "តួលេខសរុបគឺ {total} តែផលបូកនៃ {parts} គឺ {sum} (ច្រើនជាង {difference})";
        help: "correct the figures (is a part counted twice, or `{code}` not their total?); if the source rounds each figure by so much, write `rounding = {rounding}` in {toml}", "សូមកែតួលេខ (តើផ្នែកណាមួយត្រូវបានរាប់ពីរដង ឬ `{code}` មិនមែនជាផលបូករបស់វា?)។ បើប្រភពបង្គត់តួលេខនីមួយៗប៉ុណ្ណេះ សូមសរសេរ `rounding = {rounding}` ក្នុង {toml}";
        explain: "Parts that come to more than their total mean that one is counted twice or that a figure is wrong.", "ផ្នែកដែលបូកបានច្រើនជាងតួលេខសរុប មានន័យថាមានផ្នែកត្រូវបានរាប់ពីរដង ឬតួលេខខុស។";
    }
    KNOWN_PARTS_TOO_LARGE = "E08" Error Content {
        message: "the total says {total}, and the parts that are known, {parts}, add up to {sum} already ({difference} more), though {blank} is blank", "តួលេខសរុបគឺ {total} តែផ្នែកដែលដឹង គឺ {parts} បូកបាន {sum} រួចទៅហើយ (លើស {difference}) ទោះបី {blank} នៅទទេក៏ដោយ";
        help: "look for a digit too many in a part, or a missing one in the total", "សូមពិនិត្យមើលថាមានលេខលើសមួយខ្ទង់ក្នុងផ្នែកណាមួយ ឬខ្វះលេខក្នុងតួលេខសរុប";
        explain: "A part that is not known can only make the sum larger, so the total cannot be right.", "ផ្នែកដែលមិនដឹង អាចតែធ្វើឱ្យផលបូកធំជាង ដូច្នេះតួលេខសរុបមិនអាចត្រឹមត្រូវទេ។";
    }
    NEGATIVE = "E09" Error Content {
        message: "read the negative amount {read}", "{read} ជាចំនួនអវិជ្ជមាន";
        help: "correct it, or write `allow_negative = true` in {toml} if this table holds deficits or refunds", "សូមកែវា ឬសរសេរ `allow_negative = true` ក្នុង {toml} បើតារាងនេះមានឱនភាព ឬការសងត្រឡប់";
        explain: "Most budgets hold no negative figures, so a minus is often a slip that turns a sum round.", "ថវិកាភាគច្រើនគ្មានតួលេខអវិជ្ជមានទេ ដូច្នេះសញ្ញាដកច្រើនតែជាការវាយខុសដែលធ្វើឱ្យផលបូកខុស។";
    }
    NOT_ITEMISED = "W10" Warning Content {
        message: "the total says {total}, the sum of {parts} is {sum}; the other {difference} will be shown as not itemised", "តួលេខសរុបគឺ {total} ហើយផលបូកនៃ {parts} គឺ {sum}។ {difference} ទៀតនឹងបង្ហាញថាមិនបានរាយលម្អិត";
        help: "the declaration of the table accepts this; nothing needs to be done if the source is published so", "ឯកសារ `.toml` របស់តារាងនេះទទួលយកភាពខុសគ្នានេះហើយ។ បើប្រភពផ្សាយដូច្នេះ មិនចាំបាច់ធ្វើអ្វីទេ";
        explain: "Published totals and parts differ when figures are rounded or parts left out; both are kept and the rest is named.", "តួលេខសរុប និងផ្នែកដែលបានផ្សាយអាចខុសគ្នា ព្រោះការបង្គត់ ឬមិនបានបោះពុម្ពគ្រប់ផ្នែក។ ទាំងពីរត្រូវរក្សាទុក ហើយចំនួននៅសល់ត្រូវបង្ហាញ។";
    }
    ROUNDED_UP = "W10" Warning Content {
        message: "the total says {total}, the sum of {parts} is {sum}; the {difference} more will be shown as rounding", "តួលេខសរុបគឺ {total} ហើយផលបូកនៃ {parts} គឺ {sum}។ ចំនួនលើស {difference} នឹងបង្ហាញថាមកពីការបង្គត់";
        help: "the declaration of the table accepts this; nothing needs to be done if the source is published so", "ឯកសារ `.toml` របស់តារាងនេះទទួលយកភាពខុសគ្នានេះហើយ។ បើប្រភពផ្សាយដូច្នេះ មិនចាំបាច់ធ្វើអ្វីទេ";
        explain: "Rounded parts can come to slightly more than their rounded total; both are kept and the rest is named.", "ផ្នែកដែលបង្គត់រួចអាចបូកបានច្រើនជាងតួលេខសរុបបន្តិច។ ទាំងពីរត្រូវរក្សាទុក ហើយចំនួនខុសគ្នាត្រូវបង្ហាញ។";
    }
    NO_KHMER_LABEL = "W16" Warning Content {
        message: "`{code}` has no Khmer name in the column `{column}`", "`{code}` គ្មានឈ្មោះខ្មែរក្នុងជួរឈរ `{column}` ទេ";
        help: "write one; until then Khmer pages show it in another language", "សូមសរសេរឈ្មោះនោះ។ មុនពេលនោះ ទំព័រខ្មែរនឹងបង្ហាញជាភាសាផ្សេង";
        explain: "Many readers know only Khmer; a label they cannot read hides the figure beside it.", "អ្នកអានជាច្រើនចេះតែភាសាខ្មែរ។ បើគាត់អានឈ្មោះមិនបាន គាត់ក៏មិនយល់តួលេខដែលនៅក្បែរវាដែរ។";
    }
    INVISIBLE = "W16" Warning Content {
        message: "`{read}` was written with the invisible {characters}, left out here", "`{read}` ត្រូវបានសរសេរជាមួយតួអក្សរមើលមិនឃើញ {characters} ដែលត្រូវបានដកចេញនៅទីនេះ";
        help: "type the text again instead of copying it, if the file is yours; in a table that others publish, accept it with `tolerate = [\"W16\"]`", "បើជាឯកសាររបស់អ្នក សូមវាយអត្ថបទនេះម្ដងទៀត កុំចម្លង។ បើជាតារាងដែលអ្នកដទៃផ្សាយ អាចទទួលយកដោយ `tolerate = [\"W16\"]`";
        explain: "Two names that look the same would not match, and a search would not find them.", "ឈ្មោះពីរដែលមើលទៅដូចគ្នា នឹងមិនត្រូវគ្នាទេ ហើយស្វែងរកមិនឃើញ។";
    }
    LOST_ZERO = "W17" Warning Content {
        message: "read `{read}` as `{column}` and took it for `{meant}`, which lost its leading zero (rows with it: {count})", "`{read}` ក្នុង `{column}` ត្រូវបានចាត់ទុកជា `{meant}` ដែលបាត់លេខសូន្យនៅខាងមុខ (ចំនួនជួរដេក៖ {count})";
        help: "format the column as text in the spreadsheet and write `{meant}`", "សូមកំណត់ជួរឈរនេះជាអត្ថបទក្នុងកម្មវិធីតារាង ហើយសរសេរ `{meant}`";
        explain: "Spreadsheets drop the zero at the beginning of a code, and another place may have the shorter one.", "កម្មវិធីតារាងលុបលេខសូន្យនៅដើមលេខកូដ ហើយលេខកូដខ្លីអាចជារបស់ទីកន្លែងផ្សេង។";
        example: "102", "0102";
    }
    HIDDEN_SHEET = "E619" Error Content {
        message: "the sheet `{sheet}` is hidden", "សន្លឹក `{sheet}` ត្រូវបានលាក់";
        help: "show it in the workbook (right-click a sheet's name, `Unhide`), choose another with `sheet`, or write `hidden = \"read\"` in {toml} if it may be published", "សូមបង្ហាញវាក្នុងសៀវភៅការងារ (ចុចកណ្ដុរស្ដាំលើឈ្មោះសន្លឹក រួច `Unhide`) ឬជ្រើសសន្លឹកផ្សេងដោយ `sheet` ឬសរសេរ `hidden = \"read\"` ក្នុង {toml} បើអាចផ្សាយវាបាន";
        explain: "What a spreadsheet hides is often private, so it is never published unasked.", "អ្វីដែលលាក់ក្នុងតារាងច្រើនតែជារឿងផ្ទៃក្នុង ដូច្នេះមិនត្រូវផ្សាយដោយគ្មានការអនុញ្ញាតឡើយ។";
    }
    HIDDEN_ROWS = "E619" Error Content {
        message: "the rows {rows} are hidden, and something stands in them", "ជួរដេក {rows} ត្រូវបានលាក់ តែមានខ្លឹមសារនៅក្នុងនោះ";
        help: "show or delete them in the spreadsheet, or write in {toml} `hidden = \"skip\"` to leave hidden rows and columns out, or `hidden = \"read\"` if they may be published", "សូមបង្ហាញ ឬលុបជួរដេកទាំងនោះក្នុងកម្មវិធីតារាង ឬសរសេរក្នុង {toml} `hidden = \"skip\"` ដើម្បីរំលងជួរដេក និងជួរឈរដែលលាក់ ឬ `hidden = \"read\"` បើអាចផ្សាយបាន";
        explain: "What a spreadsheet hides is often private, so it is never published unasked.", "អ្វីដែលលាក់ក្នុងតារាងច្រើនតែជារឿងផ្ទៃក្នុង ដូច្នេះមិនត្រូវផ្សាយដោយគ្មានការអនុញ្ញាតឡើយ។";
    }
    FILTERED_ROWS = "E619" Error Content {
        message: "a filter is set and the rows {rows} are hidden, and something stands in them", "មានតម្រង ហើយជួរដេក {rows} ត្រូវបានលាក់ តែមានខ្លឹមសារនៅក្នុងនោះ";
        help: "take the filter off in the spreadsheet (`Data`, `Clear`) if all rows belong to the table, or write in {toml} `hidden = \"skip\"` to leave hidden rows and columns out, or `hidden = \"read\"` if they may be published", "បើជួរដេកទាំងអស់ជាផ្នែកនៃតារាង សូមដកតម្រងចេញក្នុងកម្មវិធីតារាង (`Data`, `Clear`) ឬសរសេរក្នុង {toml} `hidden = \"skip\"` ដើម្បីរំលងជួរដេក និងជួរឈរដែលលាក់ ឬ `hidden = \"read\"` បើអាចផ្សាយបាន";
        explain: "Whoever sees a filtered table sees other sums than the file holds, so somebody has to say which rows are meant.", "អ្នកដែលឃើញតារាងដែលមានតម្រង ឃើញផលបូកខុសពីអ្វីដែលមានក្នុងឯកសារ ដូច្នេះត្រូវមាននរណាម្នាក់ប្រាប់ថាចង់បានជួរដេកណា។";
    }
    HIDDEN_COLUMNS = "E619" Error Content {
        message: "the columns {columns} are hidden, and something stands in them", "ជួរឈរ {columns} ត្រូវបានលាក់ តែមានខ្លឹមសារនៅក្នុងនោះ";
        help: "show or delete them in the spreadsheet, or write in {toml} `skip_columns` with their letters to leave them out, or `hidden = \"read\"` if they may be published", "សូមបង្ហាញ ឬលុបជួរឈរទាំងនោះក្នុងកម្មវិធីតារាង ឬសរសេរក្នុង {toml} `skip_columns` ជាមួយអក្សររបស់វាដើម្បីរំលង ឬ `hidden = \"read\"` បើអាចផ្សាយបាន";
        explain: "What a spreadsheet hides is often private, so it is never published unasked.", "អ្វីដែលលាក់ក្នុងតារាងច្រើនតែជារឿងផ្ទៃក្នុង ដូច្នេះមិនត្រូវផ្សាយដោយគ្មានការអនុញ្ញាតឡើយ។";
    }
    NO_COLUMN_TO_LEAVE_OUT = "E620" Error Content {
        message: "`{key}` names `{read}`, and no column is called so", "`{key}` យោង `{read}` តែគ្មានជួរឈរឈ្មោះនេះទេ";
        help: "the columns here are {headers}; a column can also be named by its letter, such as `\"F\"`", "ជួរឈរនៅទីនេះមាន {headers}។ អាចហៅជួរឈរតាមអក្សររបស់វាក៏បាន ដូចជា `\"F\"`";
        explain: "A column that was meant to be left out would be published, or the other way round.", "ជួរឈរដែលចង់រំលងនឹងត្រូវផ្សាយ ឬផ្ទុយមកវិញ។";
    }
    NO_END = "E620" Error Content {
        message: "`until` names `{read}`, and no cell below the header says so", "`until` យោង `{read}` តែគ្មានក្រឡាណាក្រោមចំណងជើងមានអត្ថបទនេះទេ";
        help: "write the whole text of a cell of the first row that is not part of the table", "សូមសរសេរអត្ថបទទាំងមូលនៃក្រឡាមួយ ក្នុងជួរដេកទីមួយដែលមិនមែនជាផ្នែកនៃតារាង";
        explain: "Without its end, remarks and signatures below a table would be read as rows.", "បើមិនដឹងថាតារាងចប់ត្រង់ណា កំណត់សម្គាល់ និងហត្ថលេខាក្រោមតារាងនឹងត្រូវអានជាជួរដេក។";
    }
    BLANK_AND_ZERO = "E620" Error Content {
        message: "`{read}` stands in both `missing` and `zero`", "`{read}` មានទាំងក្នុង `missing` និង `zero`";
        help: "leave it in the one that is meant: `missing` is a figure that nobody knows, `zero` is 0", "សូមទុកវានៅកន្លែងតែមួយ៖ `missing` គឺតួលេខដែលមិនដឹង ចំណែក `zero` គឺ 0";
        explain: "A figure that is not known is never zero: sums and shares would be wrong.", "តួលេខដែលមិនដឹង មិនមែនជាសូន្យទេ៖ ផលបូក និងភាគរយនឹងខុស។";
    }
    OTHER_SCALE = "E622" Error Content {
        message: "`{read}` says that a 1 stands for {stated}, and the declaration says {declared}", "`{read}` ប្រាប់ថាលេខ 1 ស្មើ {stated} តែឯកសារពិពណ៌នាប្រាប់ថា {declared}";
        help: "write `scale = {stated}` in {toml} if the table is right, or correct the words in the table", "បើតារាងត្រឹមត្រូវ សូមសរសេរ `scale = {stated}` ក្នុង {toml} ឬកែពាក្យក្នុងតារាង";
        explain: "Of a slip in the unit every figure is a thousand times too large or too small, and each sum is right all the same.", "បើច្រឡំឯកតា តួលេខទាំងអស់ធំ ឬតូចជាងការពិតមួយពាន់ដង តែផលបូកនៅតែត្រូវគ្នា។";
    }
    OTHER_CURRENCY = "E622" Error Content {
        message: "`{read}` says that the figures are in {stated}, and the declaration says {declared}", "`{read}` ប្រាប់ថាតួលេខគិតជា {stated} តែឯកសារពិពណ៌នាប្រាប់ថា {declared}";
        help: "write `currency = \"{stated}\"` in {toml} if the table is right, or correct the words in the table", "បើតារាងត្រឹមត្រូវ សូមសរសេរ `currency = \"{stated}\"` ក្នុង {toml} ឬកែពាក្យក្នុងតារាង";
        explain: "Without a word of the declaration amounts are in riel; dollars taken for riel are four thousand times too small.", "បើឯកសារពិពណ៌នាមិនប្រាប់ ទឹកប្រាក់គិតជារៀល។ ដុល្លារដែលយកជារៀល តូចជាងការពិតបួនពាន់ដង។";
    }
    COMPUTED_DECIMALS = "W623" Warning Content {
        message: "`{read}` has decimals that no coin has and that a spreadsheet computed; it is read as `{rounded}`, and so are such amounts of this table, {count} in all", "`{read}` មានខ្ទង់ទសភាគដែលគ្មានកាក់ណាមាន ហើយដែលកម្មវិធីតារាងគណនា។ វាត្រូវអានជា `{rounded}` ដូចទឹកប្រាក់បែបនេះទាំងអស់ក្នុងតារាងនេះ ចំនួន {count}";
        help: "round it in the spreadsheet, such as with `=ROUND(…, 0)`", "សូមបង្គត់វាក្នុងកម្មវិធីតារាង ដូចជាដោយ `=ROUND(…, 0)`";
        explain: "A third of a million riel is no amount that anybody paid; what was changed is told.", "មួយភាគបីនៃមួយលានរៀល មិនមែនជាទឹកប្រាក់ដែលមានអ្នកបង់ទេ។ អ្វីដែលបានប្ដូរ ត្រូវប្រាប់ឱ្យដឹង។";
    }
    DATA_WITHOUT_TOML = "E610" Error Content {
        message: "nothing says what this table holds", "គ្មានអ្វីប្រាប់ថាតារាងនេះមានអ្វីទេ";
        help: "write `data/{name}.toml` with `kind` (one of {kinds}), a `title` and a `[[source]]`", "សូមសរសេរ `data/{name}.toml` ដែលមាន `kind` (មួយក្នុងចំណោម {kinds}) `title` និង `[[source]]`";
        explain: "Whoever reads a figure must learn what it is, in which unit, and where it comes from; the TOML file says so.", "អ្នកអានតួលេខត្រូវដឹងថាវាជាអ្វី គិតជាឯកតាអ្វី និងមកពីណា។ ឯកសារ TOML ប្រាប់ព័ត៌មានទាំងនេះ។";
    }
    TOML_WITHOUT_DATA = "E611" Error Content {
        message: "this file describes a table that is not there", "ឯកសារនេះពិពណ៌នាអំពីតារាងដែលមិនមាន";
        help: "put `{name}.csv`, `{name}.tsv`, `{name}.xlsx`, `{name}.xlsm`, `{name}.xls`, `{name}.ods`, `{name}.json` or `{name}.jsonl` beside it, or remove it", "សូមដាក់ `{name}.csv`, `{name}.tsv`, `{name}.xlsx`, `{name}.xlsm`, `{name}.xls`, `{name}.ods`, `{name}.json` ឬ `{name}.jsonl` ក្បែរវា ឬលុបវាចោល";
        explain: "The two files belong together by their name; one without the other is a file renamed or forgotten.", "ឯកសារទាំងពីរត្រូវគ្នាដោយឈ្មោះ។ បើមានតែមួយ នោះឯកសារត្រូវបានប្ដូរឈ្មោះ ឬភ្លេច។";
    }
    TWO_OF_ONE_NAME = "E612" Error Content {
        message: "{paths} would both be the dataset `{name}`", "{paths} នឹងក្លាយជាសំណុំទិន្នន័យតែមួយ `{name}`";
        help: "keep the one that holds the figures, or rename the other", "សូមរក្សាទុកមួយដែលមានតួលេខត្រឹមត្រូវ ឬប្ដូរឈ្មោះមួយទៀត";
        explain: "Pages call a dataset by its name, so only one file may have it.", "ទំព័រហៅសំណុំទិន្នន័យតាមឈ្មោះ ដូច្នេះមានតែឯកសារមួយប៉ុណ្ណោះអាចមានឈ្មោះនោះ។";
    }
    BAD_SETTING = "E613" Error Content {
        message: "`{key}` cannot be `{read}`", "`{key}` មិនអាចជា `{read}` បានទេ";
        help: "write something like {allowed}, or leave it out", "សូមសរសេរអ្វីមួយដូចជា {allowed} ឬលុបវាចោល";
        explain: "The setting decides how every cell of the table is read.", "ការកំណត់នេះសម្រេចពីរបៀបអានក្រឡាទាំងអស់ក្នុងតារាង។";
    }
    TOO_MANY_ABOVE = "E338" Error Content {
        message: "more than {most} places lie above `{code}`", "មានទីកន្លែងជាង {most} នៅថ្នាក់លើ `{code}`";
        help: "correct the parents: a village lies in a commune, a district, a province and the nation, and no place in itself", "សូមកែទីកន្លែងថ្នាក់លើ៖ ភូមិស្ថិតក្នុងឃុំ ស្រុក ខេត្ត និងប្រទេស ហើយគ្មានទីកន្លែងណាស្ថិតក្នុងខ្លួនឯងទេ";
        explain: "Villages and communes are counted for each place above them; a chain without end counts nothing that is there.", "ភូមិ និងឃុំត្រូវបានរាប់សម្រាប់ទីកន្លែងថ្នាក់លើនីមួយៗ។ ខ្សែដែលគ្មានទីបញ្ចប់ មិនរាប់អ្វីដែលមានពិតទេ។";
    }
    TEXT_TOO_LONG = "E340" Error Content {
        message: "`{key}` is {count} characters long, and stands wherever a figure does", "`{key}` មានប្រវែង {count} តួអក្សរ ហើយស្ថិតនៅគ្រប់កន្លែងដែលមានតួលេខ";
        help: "shorten it to {most} characters; a longer explanation goes into `description` or into the column `explain_km`", "សូមបំព្រួញវាឱ្យនៅ {most} តួអក្សរ។ ការពន្យល់វែងត្រូវសរសេរក្នុង `description` ឬក្នុងជួរឈរ `explain_km`";
        explain: "A long text that is repeated beside every figure makes of a small table files that nobody on a slow connection can load.", "អត្ថបទវែងដែលសរសេរដដែលៗក្បែរតួលេខនីមួយៗ ធ្វើឱ្យតារាងតូចក្លាយជាឯកសារដែលអ្នកមានអ៊ីនធឺណិតយឺតទាញយកមិនបាន។";
    }
    NOT_A_WEB_ADDRESS = "E613" Error Content {
        message: "`{key}` is `{read}`, which is not a web address", "`{key}` គឺ `{read}` ដែលមិនមែនជាអាសយដ្ឋានគេហទំព័រ";
        help: "write the whole address, such as `https://example.org/budget.pdf`, or leave it out", "សូមសរសេរអាសយដ្ឋានទាំងមូល ដូចជា `https://example.org/budget.pdf` ឬលុបវាចោល";
        explain: "Readers tap it under the figures. Another address leads nowhere, or runs a program in the reader's browser.", "អ្នកអានចុចវានៅក្រោមតួលេខ។ អាសយដ្ឋានផ្សេងមិននាំទៅណាទេ ឬដំណើរការកម្មវិធីក្នុងកម្មវិធីរុករករបស់អ្នកអាន។";
    }
    NO_KIND = "E613" Error Content {
        message: "`kind` is missing, so nothing says what the table is", "ខ្វះ `kind` ដូច្នេះគ្មានអ្វីប្រាប់ថាតារាងនេះជាអ្វីទេ";
        help: "write `kind = \"budget\"`, or another of {kinds}", "សូមសរសេរ `kind = \"budget\"` ឬមួយទៀតក្នុងចំណោម {kinds}";
        explain: "The kind decides which columns there are and what is checked.", "ប្រភេទតារាងកំណត់ថាមានជួរឈរអ្វី និងត្រូវពិនិត្យអ្វី។";
    }
    NO_SUCH_DATASET = "E614" Error Content {
        message: "`{key}` names `{name}`, and no table of the kind `{kind}` is called so", "`{key}` យោង `{name}` តែគ្មានតារាងប្រភេទ `{kind}` ឈ្មោះនេះទេ";
        help: "the tables of this kind: {known}", "តារាងប្រភេទនេះ៖ {known}";
        explain: "The codes of this table get their meaning from that one.", "លេខកូដក្នុងតារាងនេះ យកន័យពីតារាងនោះ។";
    }
    NO_SHEET = "E615" Error Content {
        message: "the workbook has no sheet `{sheet}`", "សៀវភៅការងារគ្មានសន្លឹក `{sheet}` ទេ";
        help: "its sheets: {sheets}; correct `sheet` in {toml}", "សន្លឹករបស់វា៖ {sheets}។ សូមកែ `sheet` ក្នុង {toml}";
        explain: "Another sheet may hold another year, so none is taken in its place.", "សន្លឹកផ្សេងអាចជាឆ្នាំផ្សេង ដូច្នេះកម្មវិធីមិនយកសន្លឹកណាជំនួសទេ។";
    }
    NO_SHEET_BUT_HIDDEN = "E615" Error Content {
        message: "the workbook has no sheet `{sheet}`", "សៀវភៅការងារគ្មានសន្លឹក `{sheet}` ទេ";
        help: "its sheets: {sheets}, and hidden: {hidden}; correct `sheet` in {toml}", "សន្លឹករបស់វា៖ {sheets} និងសន្លឹកលាក់៖ {hidden}។ សូមកែ `sheet` ក្នុង {toml}";
        explain: "Another sheet may hold another year, so none is taken in its place.", "សន្លឹកផ្សេងអាចជាឆ្នាំផ្សេង ដូច្នេះកម្មវិធីមិនយកសន្លឹកណាជំនួសទេ។";
    }
    WHICH_SHEET = "E615" Error Content {
        message: "nothing says which of the {count} sheets holds the table", "គ្មានអ្វីប្រាប់ថាតារាងស្ថិតនៅសន្លឹកណាក្នុងចំណោម {count} សន្លឹកទេ";
        help: "write `sheet = \"its name\"` in {toml}; the sheets are {sheets}", "សូមសរសេរ `sheet = \"ឈ្មោះសន្លឹក\"` ក្នុង {toml}។ សន្លឹកទាំងនោះគឺ {sheets}";
        explain: "Another sheet may hold another year, so none is taken by guess.", "សន្លឹកផ្សេងអាចជាឆ្នាំផ្សេង ដូច្នេះកម្មវិធីមិនស្មានទេ។";
    }
    NOT_A_WORKBOOK = "E616" Error Content {
        message: "this is not a workbook, or it is damaged", "នេះមិនមែនជាសៀវភៅការងារទេ ឬវាខូច";
        help: "open it in Excel or LibreOffice and save it again as `.xlsx`", "សូមបើកវាក្នុង Excel ឬ LibreOffice រួចរក្សាទុកម្ដងទៀតជា `.xlsx`";
        explain: "Nothing in the file can be read.", "អានអ្វីក្នុងឯកសារនេះមិនបានទេ។";
    }
    UNREADABLE_TABLE = "E616" Error Content {
        message: "the table cannot be read: {reason}", "អានតារាងនេះមិនបាន៖ {reason}";
        help: "open the file, look there, and save it again", "សូមបើកឯកសារ ពិនិត្យមើលកន្លែងនោះ រួចរក្សាទុកម្ដងទៀត";
        explain: "A table is read whole or not at all.", "តារាងត្រូវអានទាំងមូល ឬមិនអានទាល់តែសោះ។";
    }
    DAMAGED_WORKBOOK = "E616" Error Content {
        message: "the workbook is damaged in its part `{part}`", "សៀវភៅការងារនេះខូចត្រង់ផ្នែក `{part}`";
        help: "open it in Excel or LibreOffice, which can often repair it, and save it again as `.xlsx`; or take an earlier copy", "សូមបើកវាក្នុង Excel ឬ LibreOffice ដែលច្រើនតែអាចជួសជុលវាបាន រួចរក្សាទុកម្ដងទៀតជា `.xlsx` ឬយកច្បាប់ចម្លងមុន";
        explain: "Something in the file changed while it was sent or saved, so no figure in it can be trusted.", "អ្វីមួយក្នុងឯកសារបានប្រែប្រួលពេលផ្ញើ ឬពេលរក្សាទុក ដូច្នេះមិនអាចទុកចិត្តតួលេខណាមួយក្នុងនោះបានទេ។";
    }
    OTHER_WORKBOOK = "E616" Error Content {
        message: "a workbook of the kind `{kind}` cannot be read", "មិនអាចអានសៀវភៅការងារប្រភេទ `{kind}` បានទេ";
        help: "open it in Excel or LibreOffice and save it as `.xlsx`", "សូមបើកវាក្នុង Excel ឬ LibreOffice រួចរក្សាទុកជា `.xlsx`";
        explain: "Workbooks are read as `.xlsx`, `.xlsm`, `.xls` and `.ods`; a table in a file of another kind would be missing from the site.", "សៀវភៅការងារអានបានតែជា `.xlsx` `.xlsm` `.xls` និង `.ods`។ តារាងក្នុងឯកសារប្រភេទផ្សេងនឹងបាត់ពីគេហទំព័រ។";
    }
    TOO_LARGE = "E617" Error Content {
        message: "the workbook unpacks to more than {megabytes} MB", "សៀវភៅការងារនេះពេលពន្លាមានទំហំលើស {megabytes} MB";
        help: "copy the table alone into a new workbook, or save it as `CSV UTF-8`", "សូមចម្លងតែតារាងទៅសៀវភៅការងារថ្មី ឬរក្សាទុកជា `CSV UTF-8`";
        explain: "A small file can be made to fill a computer's whole memory, so large ones are refused.", "ឯកសារតូចអាចធ្វើឱ្យពេញអង្គចងចាំកុំព្យូទ័រ ដូច្នេះឯកសារធំពេកត្រូវបានបដិសេធ។";
    }
    LARGE_FILE = "E617" Error Content {
        message: "the file has more than {megabytes} MB", "ឯកសារនេះមានទំហំលើស {megabytes} MB";
        help: "copy the table alone into a new file, or share its rows out over several", "សូមចម្លងតែតារាងទៅឯកសារថ្មី ឬបែងចែកជួរដេកទៅឯកសារច្រើន";
        explain: "A table is held in memory whole, and every visitor downloads what is made from it.", "តារាងត្រូវរក្សាទុកទាំងមូលក្នុងអង្គចងចាំ ហើយអ្នកចូលមើលម្នាក់ៗទាញយកអ្វីដែលបង្កើតពីវា។";
    }
    MANY_CELLS = "E617" Error Content {
        message: "the table has more than {cells} cells", "តារាងនេះមានលើស {cells} ក្រឡា";
        help: "delete the rows and columns that were filled in around the table by mistake, or share its rows out over several files", "សូមលុបជួរដេក និងជួរឈរជុំវិញតារាងដែលបំពេញច្រឡំ ឬបែងចែកជួរដេកទៅឯកសារច្រើន";
        explain: "A small file can say that one cell repeats a million times, which fills a computer's whole memory.", "ឯកសារតូចអាចប្រាប់ថាក្រឡាមួយដដែលៗមួយលានដង ដែលធ្វើឱ្យពេញអង្គចងចាំកុំព្យូទ័រ។";
    }
    MANY_FIGURES = "E617" Error Content {
        message: "from this cell on, the figures of the campaign's budgets take more than {megabytes} MB of memory", "ចាប់ពីក្រឡានេះ តួលេខក្នុងថវិកាទាំងអស់នៃយុទ្ធនាការត្រូវការអង្គចងចាំលើស {megabytes} MB";
        help: "take budgets that no page shows out of `data/`, or rows and columns that nobody asks for", "សូមយកថវិកាដែលគ្មានទំព័របង្ហាញ ឬជួរដេក និងជួរឈរដែលគ្មានអ្នកត្រូវការ ចេញពី `data/`";
        explain: "A few million figures fit, and are found at once; a file of nothing but commas can stand for many more.", "តួលេខពីរបីលានអាចដាក់បាន ហើយរកឃើញភ្លាម។ ឯកសារដែលមានតែសញ្ញាក្បៀស អាចតំណាងឱ្យតួលេខច្រើនជាងនេះឆ្ងាយ។";
    }
    MUCH_TEXT = "E617" Error Content {
        message: "the texts of the table come to more than {megabytes} MB", "អត្ថបទក្នុងតារាងនេះសរុបលើស {megabytes} MB";
        help: "delete texts that were filled in by mistake, or share the rows out over several files", "សូមលុបអត្ថបទដែលបំពេញច្រឡំ ឬបែងចែកជួរដេកទៅឯកសារច្រើន";
        explain: "A small file can repeat one long text in every cell, which fills a computer's whole memory.", "ឯកសារតូចអាចដាក់អត្ថបទវែងដដែលក្នុងគ្រប់ក្រឡា ដែលធ្វើឱ្យពេញអង្គចងចាំកុំព្យូទ័រ។";
    }
    MANY_TABLES = "E617" Error Content {
        message: "with this table, the tables of the campaign have more than {cells} cells or {megabytes} MB of text", "បើរួមទាំងតារាងនេះ តារាងទាំងអស់ក្នុងយុទ្ធនាការមានលើស {cells} ក្រឡា ឬអត្ថបទលើស {megabytes} MB";
        help: "take tables that no page shows out of `data/`, or rows that nobody asks for", "សូមយកតារាងដែលគ្មានទំព័របង្ហាញ ឬជួរដេកដែលគ្មានអ្នកត្រូវការ ចេញពី `data/`";
        explain: "All tables are held in memory together, and a computer with little of it has to build the site too.", "តារាងទាំងអស់ត្រូវរក្សាទុកក្នុងអង្គចងចាំជាមួយគ្នា ហើយកុំព្យូទ័រដែលមានអង្គចងចាំតិចក៏ត្រូវបង្កើតគេហទំព័របានដែរ។";
    }
    LONG_CELL = "E617" Error Content {
        message: "a cell holds a text of more than {characters} characters", "ក្រឡាមួយមានអត្ថបទលើស {characters} តួអក្សរ";
        help: "shorten it, or write it in a page of its own; in a CSV file, look for a quotation mark that is not closed", "សូមធ្វើឱ្យខ្លី ឬសរសេរវាក្នុងទំព័រដោយឡែក។ ក្នុងឯកសារ CSV សូមរកសញ្ញាសម្រង់ដែលមិនបានបិទ";
        explain: "No spreadsheet holds a longer text in one cell, so a longer one is a slip or a trap.", "គ្មានកម្មវិធីតារាងណាដាក់អត្ថបទវែងជាងនេះក្នុងក្រឡាមួយបានទេ ដូច្នេះវាជាការច្រឡំ ឬជាអន្ទាក់។";
    }
    FAR_CELL = "E617" Error Content {
        message: "there is something in this cell, far to the right of any table (beyond {columns} columns)", "មានអ្វីមួយក្នុងក្រឡានេះ ដែលនៅឆ្ងាយពេកខាងស្ដាំតារាង (ហួស {columns} ជួរឈរ)";
        help: "delete the columns to the right of the table, or copy the table alone into a new workbook", "សូមលុបជួរឈរនៅខាងស្ដាំតារាង ឬចម្លងតែតារាងទៅសៀវភៅការងារថ្មី";
        explain: "A stray cell far away makes a table too wide to hold.", "ក្រឡាឯកោនៅឆ្ងាយ ធ្វើឱ្យតារាងធំពេក។";
    }
    NO_TABLE = "W135" Warning Content {
        message: "this file is not read: it is no table and describes none", "ឯកសារនេះមិនត្រូវបានអានទេ៖ វាមិនមែនជាតារាង ហើយមិនពិពណ៌នាតារាងណាទេ";
        help: "save a table as `.csv`, `.tsv`, `.xlsx`, `.xls`, `.ods` or `.json`; what readers may download goes into `static/`; take anything else out of `data/`", "សូមរក្សាទុកតារាងជា `.csv` `.tsv` `.xlsx` `.xls` `.ods` ឬ `.json`។ អ្វីដែលអ្នកអានអាចទាញយក សូមដាក់ក្នុង `static/`។ អ្វីផ្សេងទៀត សូមយកចេញពី `data/`";
        explain: "`data/` holds tables and the TOML files that describe them. Whoever puts anything else there expects something of it, and nothing happens.", "`data/` មានតារាង និងឯកសារ TOML ដែលពិពណ៌នាវា។ អ្នកដែលដាក់អ្វីផ្សេងនៅទីនោះ រំពឹងអ្វីមួយពីវា តែគ្មានអ្វីកើតឡើងទេ។";
    }
    OTHER_ENDING = "E136" Error Content {
        message: "this file of `data/` is not read, because its name ends with `.{ending}`", "ឯកសារនេះក្នុង `data/` មិនត្រូវបានអានទេ ព្រោះឈ្មោះវាចប់ដោយ `.{ending}`";
        help: "rename it to `{meant}`; Windows shows endings once `View`, `File name extensions` is ticked", "សូមប្ដូរឈ្មោះវាជា `{meant}`។ Windows បង្ហាញកន្ទុយឈ្មោះ ពេលគូស `View`, `File name extensions`";
        explain: "Windows hides the last ending of a name, so that an editor's `.txt` behind it is not seen. The figures would be missing from the site.", "Windows លាក់កន្ទុយចុងក្រោយនៃឈ្មោះ ដូច្នេះ `.txt` ដែលកម្មវិធីដាក់ពីក្រោយ មើលមិនឃើញទេ។ តួលេខនឹងបាត់ពីគេហទំព័រ។";
    }
}
