//! Codes of files and cells that are not what they look like, and of figures that nobody can mean. Where
//! several problems share a code, each has its own words.

use super::codes;

codes! {
    OPEN_QUOTE = "E640" Error Content {
        message: "this quotation mark is not closed, so the rest of the file would be one cell", "សញ្ញាសម្រង់នេះមិនបានបិទទេ ដូច្នេះឯកសារទាំងមូលខាងក្រោយនឹងក្លាយជាក្រឡាតែមួយ";
        help: "close it where the cell ends, or delete it; a quotation mark within a cell is written twice", "សូមបិទវានៅចុងក្រឡា ឬលុបវាចោល។ សញ្ញាសម្រង់នៅក្នុងក្រឡា ត្រូវសរសេរពីរដង";
        explain: "Behind an open quotation mark commas and ends of lines are letters, and all rows below it would be lost in one cell.", "ក្រោយសញ្ញាសម្រង់ដែលបើក សញ្ញាក្បៀស និងចុងបន្ទាត់ជាតួអក្សរធម្មតា ហើយជួរដេកខាងក្រោមទាំងអស់នឹងបាត់ទៅក្នុងក្រឡាតែមួយ។";
        example: "1,\"Roads,250", "1,\"Roads\",250";
    }
    EARLY_QUOTE = "E640" Error Content {
        message: "this quotation mark closes a cell, but more of the cell follows", "សញ្ញាសម្រង់នេះបិទក្រឡា តែនៅមានអត្ថបទបន្តនៅក្រោយវា";
        help: "a quotation mark within a cell is written twice; or look above for one that was not closed", "សញ្ញាសម្រង់នៅក្នុងក្រឡា ត្រូវសរសេរពីរដង។ ឬសូមរកសញ្ញាសម្រង់ខាងលើដែលមិនបានបិទ";
        explain: "Where one quotation mark is missing, rows run together until the next one, and nobody sees it.", "បើខ្វះសញ្ញាសម្រង់មួយ ជួរដេកនឹងជាប់គ្នារហូតដល់សញ្ញាបន្ទាប់ ហើយគ្មាននរណាមើលឃើញ។";
        example: "1,\"the \"new\" road\",250", "1,\"the \"\"new\"\" road\",250";
    }
    OTHER_DELIMITER_SAID = "E640" Error Content {
        message: "the file says that `{read}` stands between its columns, and the declaration says `{declared}`", "ឯកសារនេះប្រាប់ថា `{read}` ជាសញ្ញាខណ្ឌជួរឈរ តែឯកសារពិពណ៌នាប្រាប់ថា `{declared}`";
        help: "take `delimiter` out of {toml} if the file is right, or correct its first line", "បើឯកសារត្រឹមត្រូវ សូមលុប `delimiter` ចេញពី {toml} ឬកែបន្ទាត់ទីមួយរបស់វា";
        explain: "With the wrong sign between columns a whole row is one cell.", "បើសញ្ញាខណ្ឌជួរឈរខុស ជួរដេកទាំងមូលនឹងក្លាយជាក្រឡាតែមួយ។";
    }
    BROKEN_UTF_16 = "E641" Error Content {
        message: "the file is text in UTF-16, and a piece of it is missing", "ឯកសារនេះជាអត្ថបទ UTF-16 តែបាត់មួយផ្នែក";
        help: "save it again as `CSV UTF-8`, or take an earlier copy", "សូមរក្សាទុកវាម្ដងទៀតជា `CSV UTF-8` ឬយកច្បាប់ចម្លងមុន";
        explain: "Something was lost while the file was sent or saved, so no figure in it can be trusted.", "មានអ្វីមួយបាត់ពេលផ្ញើ ឬពេលរក្សាទុកឯកសារ ដូច្នេះមិនអាចទុកចិត្តតួលេខណាមួយក្នុងនោះបានទេ។";
    }
    WORKBOOK_AS_TEXT = "E641" Error Content {
        message: "this is a workbook, but its name is that of a text", "នេះជាសៀវភៅការងារ តែឈ្មោះរបស់វាជាឈ្មោះឯកសារអត្ថបទ";
        help: "give its name the ending `.xlsx`, `.xls` or `.ods`, whichever it is, or open it and save it as `CSV UTF-8`", "សូមប្ដូរកន្ទុយឈ្មោះវាជា `.xlsx` `.xls` ឬ `.ods` តាមប្រភេទរបស់វា ឬបើកវា ហើយរក្សាទុកជា `CSV UTF-8`";
        explain: "To rename a file does not change what is in it.", "ការប្ដូរឈ្មោះឯកសារ មិនប្ដូរអ្វីដែលនៅក្នុងវាទេ។";
    }
    LOCKED_WORKBOOK = "E641" Error Content {
        message: "the workbook is locked with a password", "សៀវភៅការងារនេះចាក់សោដោយពាក្យសម្ងាត់";
        help: "open it in Excel, take the password off (`File`, `Info`, `Protect Workbook`, `Encrypt with Password`, and leave it empty), and save it", "សូមបើកវាក្នុង Excel ដកពាក្យសម្ងាត់ចេញ (`File`, `Info`, `Protect Workbook`, `Encrypt with Password` ហើយទុកឱ្យទទេ) រួចរក្សាទុក";
        explain: "Without the password nothing in the file can be read, and figures that are published need none.", "បើគ្មានពាក្យសម្ងាត់ មិនអាចអានអ្វីក្នុងឯកសារបានទេ ហើយតួលេខដែលត្រូវផ្សាយ មិនចាំបាច់មានពាក្យសម្ងាត់ឡើយ។";
    }
    HTML_AS_WORKBOOK = "E641" Error Content {
        message: "this is a web page that is named like a workbook", "នេះជាគេហទំព័រដែលដាក់ឈ្មោះដូចសៀវភៅការងារ";
        help: "open it in Excel or LibreOffice and save it as `.xlsx`", "សូមបើកវាក្នុង Excel ឬ LibreOffice រួចរក្សាទុកជា `.xlsx`";
        explain: "Many offices' systems export web pages as `.xls`; Excel shows them as tables, and the cells of a page are no cells of a workbook.", "ប្រព័ន្ធរបស់ការិយាល័យជាច្រើននាំចេញគេហទំព័រជា `.xls`។ Excel បង្ហាញវាជាតារាង តែក្រឡារបស់គេហទំព័រមិនមែនជាក្រឡារបស់សៀវភៅការងារទេ។";
    }
    XML_AS_WORKBOOK = "E641" Error Content {
        message: "this is an XML table of Excel 2003 that is named like a workbook", "នេះជាតារាង XML របស់ Excel 2003 ដែលដាក់ឈ្មោះដូចសៀវភៅការងារ";
        help: "open it in Excel or LibreOffice and save it as `.xlsx`", "សូមបើកវាក្នុង Excel ឬ LibreOffice រួចរក្សាទុកជា `.xlsx`";
        explain: "Excel opens such files under any name; they are of another kind than `.xls` and `.xlsx`.", "Excel បើកឯកសារបែបនេះបានទោះមានឈ្មោះអ្វីក៏ដោយ តែវាជាប្រភេទផ្សេងពី `.xls` និង `.xlsx`។";
    }
    TEXT_AS_WORKBOOK = "E641" Error Content {
        message: "this is a text, such as CSV, that is named like a workbook", "នេះជាអត្ថបទ ដូចជា CSV ដែលដាក់ឈ្មោះដូចសៀវភៅការងារ";
        help: "give its name the ending `.csv`, or open it and save it as `.xlsx`", "សូមប្ដូរកន្ទុយឈ្មោះវាជា `.csv` ឬបើកវា ហើយរក្សាទុកជា `.xlsx`";
        explain: "To rename a file does not change what is in it; what is read as text says so in its name.", "ការប្ដូរឈ្មោះឯកសារ មិនប្ដូរអ្វីដែលនៅក្នុងវាទេ។ អ្វីដែលត្រូវអានជាអត្ថបទ ត្រូវប្រាប់ក្នុងឈ្មោះ។";
    }
    OTHER_DOCUMENT = "E641" Error Content {
        message: "this is a document of the kind `{kind}` that is named like a workbook", "នេះជាឯកសារប្រភេទ `{kind}` ដែលដាក់ឈ្មោះដូចសៀវភៅការងារ";
        help: "ask its author for the workbook that its table was made from, or copy the table into a workbook and compare the figures one by one", "សូមសុំសៀវភៅការងារដើមពីអ្នកធ្វើឯកសារ ឬចម្លងតារាងទៅសៀវភៅការងារ ហើយផ្ទៀងផ្ទាត់តួលេខម្ដងមួយៗ";
        explain: "A document holds what a table looks like, and not which figure stands in which cell.", "ឯកសារបែបនេះរក្សារូបរាងរបស់តារាង មិនមែនតួលេខណានៅក្រឡាណាទេ។";
    }
    NUMBERS_WORKBOOK = "E641" Error Content {
        message: "this is a workbook of Numbers, Apple's program for tables, and cannot be read", "នេះជាសៀវភៅការងារ Numbers របស់ Apple ហើយអានមិនបានទេ";
        help: "open it in Numbers and choose `File`, `Export To`, `Excel`", "សូមបើកវាក្នុង Numbers ហើយជ្រើស `File`, `Export To`, `Excel`";
        explain: "Only Numbers itself knows how such a file is made, and that changes from year to year.", "មានតែ Numbers ទេដែលស្គាល់ឯកសារបែបនេះ ហើយវាប្ដូរពីមួយឆ្នាំទៅមួយឆ្នាំ។";
    }
    EMPTY_FILE = "E641" Error Content {
        message: "the file is empty", "ឯកសារនេះទទេ";
        help: "put the table here again from where it came; a folder that is synchronised may not be complete yet", "សូមដាក់តារាងនេះម្ដងទៀតពីប្រភពដើម។ ថតដែលកំពុងធ្វើសមកាលកម្មអាចមិនទាន់ចប់";
        explain: "A file of no bytes is what is left when saving or copying was broken off.", "ឯកសារដែលគ្មានអ្វីសោះ គឺជាអ្វីដែលនៅសល់ ពេលការរក្សាទុក ឬការចម្លងត្រូវដាច់កណ្ដាលទី។";
    }
    LOST_LETTERS = "E642" Error Content {
        message: "the cell holds `{read}`: its letters were lost when the file was saved (cells with it: {count})", "ក្រឡានេះមាន `{read}`៖ តួអក្សររបស់វាបាត់ពេលរក្សាទុកឯកសារ (ចំនួនក្រឡា៖ {count})";
        help: "open the workbook that the file was made from and save it as `CSV UTF-8`; the letters are not in this file any more", "សូមបើកសៀវភៅការងារដើម ហើយរក្សាទុកជា `CSV UTF-8`។ តួអក្សរទាំងនោះលែងមានក្នុងឯកសារនេះទៀតហើយ";
        explain: "Saved as `CSV (Comma delimited)`, Excel writes a question mark in place of each Khmer letter.", "ពេលរក្សាទុកជា `CSV (Comma delimited)` Excel សរសេរសញ្ញាសួរជំនួសតួអក្សរខ្មែរនីមួយៗ។";
    }
    JSON_NO_LIST = "E643" Error Content {
        message: "the file is no list of rows", "ឯកសារនេះមិនមែនជាបញ្ជីជួរដេកទេ";
        help: "save the list alone, such as `[{{\"code\": \"1\", \"2025 approved\": 250}}]`, or a list of lists of which the first names the columns", "សូមរក្សាទុកតែបញ្ជី ដូចជា `[{{\"code\": \"1\", \"2025 approved\": 250}}]` ឬបញ្ជីនៃបញ្ជី ដែលបញ្ជីទីមួយដាក់ឈ្មោះជួរឈរ";
        explain: "A JSON file can hold anything; only a list of rows is a table.", "ឯកសារ JSON អាចមានអ្វីក៏បាន។ មានតែបញ្ជីជួរដេកប៉ុណ្ណោះជាតារាង។";
    }
    JSON_NO_ROW = "E643" Error Content {
        message: "a row is no object or list, or not what the first one is", "ជួរដេកនេះមិនមែនជា object ឬបញ្ជីទេ ឬមិនដូចជួរដេកទីមួយ";
        help: "make all rows objects with the same keys, or all of them lists", "សូមធ្វើឱ្យជួរដេកទាំងអស់ជា object ដែលមាន key ដូចគ្នា ឬជាបញ្ជីទាំងអស់";
        explain: "Of a row that is like no other nobody can say which columns it has.", "បើជួរដេកមួយមិនដូចជួរដេកឯទៀត គ្មាននរណាដឹងថាវាមានជួរឈរអ្វីទេ។";
    }
    JSON_KEY_TWICE = "E643" Error Content {
        message: "the key `{key}` stands twice in one row", "key `{key}` មានពីរដងក្នុងជួរដេកតែមួយ";
        help: "delete the one that does not hold", "សូមលុបមួយដែលមិនត្រឹមត្រូវ";
        explain: "Programs keep the one or the other of them without a word.", "កម្មវិធីនានារក្សាទុកតែមួយក្នុងចំណោមពីរ ដោយមិនប្រាប់ឡើយ។";
    }
    JSON_NESTED = "E643" Error Content {
        message: "the cell holds a list or an object", "ក្រឡានេះមានបញ្ជី ឬ object";
        help: "write one text, one number, `true`, `false` or `null`, or take the key out of all rows", "សូមសរសេរអត្ថបទមួយ លេខមួយ `true` `false` ឬ `null` ឬលុប key នេះចេញពីជួរដេកទាំងអស់";
        explain: "A cell of a table holds one thing; what stands deeper would be lost.", "ក្រឡាតារាងមានរបស់តែមួយ។ អ្វីដែលនៅជ្រៅជាងនេះនឹងបាត់។";
    }
    BROKEN_JSON = "E643" Error Content {
        message: "the JSON is broken here", "JSON ខូចនៅត្រង់នេះ";
        help: "look for a comma, a colon or a quotation mark too many or too few just before it", "សូមរកមើលសញ្ញាក្បៀស សញ្ញា : ឬសញ្ញាសម្រង់ដែលលើស ឬខ្វះ នៅមុខវា";
        explain: "A table is read whole or not at all.", "តារាងត្រូវអានទាំងមូល ឬមិនអានទាល់តែសោះ។";
    }
    JSON_WITHOUT_END = "E643" Error Content {
        message: "the JSON ends here before it is complete", "JSON ចប់នៅត្រង់នេះ មុនពេលវាពេញលេញ";
        help: "take the file again from where it came; it was cut off, or a bracket or quotation mark is not closed", "សូមយកឯកសារនេះម្ដងទៀតពីប្រភពដើម។ វាដាច់កណ្ដាលទី ឬមានវង់ក្រចក ឬសញ្ញាសម្រង់មិនបានបិទ";
        explain: "A table is read whole or not at all.", "តារាងត្រូវអានទាំងមូល ឬមិនអានទាល់តែសោះ។";
    }
    SCALE_OF_FORMAT = "E644" Error Content {
        message: "the number format `{format}` of the cell with {read} says that a 1 in the file stands for {stated}, and the declaration says {declared} (such cells in the column: {count})", "ទម្រង់លេខ `{format}` នៃក្រឡាដែលមាន {read} ប្រាប់ថាលេខ 1 ក្នុងឯកសារស្មើ {stated} តែឯកសារពិពណ៌នាប្រាប់ថា {declared} (ចំនួនក្រឡាបែបនេះក្នុងជួរឈរ៖ {count})";
        help: "write `scale = {stated}` in {toml} if {read} is what the file keeps, or give the column a number format that shows numbers as they are kept", "បើឯកសាររក្សាទុក {read} មែន សូមសរសេរ `scale = {stated}` ក្នុង {toml} ឬដាក់ទម្រង់លេខឱ្យជួរឈរ ដែលបង្ហាញលេខដូចដែលបានរក្សាទុក";
        explain: "A format such as `#,##0,,` shows five million as 5. Whoever declares the unit from what the sheet shows, declares it a million times too large.", "ទម្រង់ដូចជា `#,##0,,` បង្ហាញប្រាំលានជា 5។ អ្នកដែលកំណត់ឯកតាតាមអ្វីដែលមើលឃើញ កំណត់វាធំជាងការពិតមួយលានដង។";
    }
    SCALE_WITH_FORMAT = "E644" Error Content {
        message: "`{read}` and the number format below it, which shows numbers divided by {divisor}, say that a 1 in the file stands for {stated}, and the declaration says {declared}", "`{read}` និងទម្រង់លេខខាងក្រោម ដែលបង្ហាញលេខចែកនឹង {divisor} ប្រាប់ថាលេខ 1 ក្នុងឯកសារស្មើ {stated} តែឯកសារពិពណ៌នាប្រាប់ថា {declared}";
        help: "write `scale = {stated}` in {toml}, since the file keeps the whole numbers, or give the column a number format that shows numbers as they are kept", "សូមសរសេរ `scale = {stated}` ក្នុង {toml} ព្រោះឯកសាររក្សាទុកលេខទាំងមូល ឬដាក់ទម្រង់លេខឱ្យជួរឈរ ដែលបង្ហាញលេខដូចដែលបានរក្សាទុក";
        explain: "The unit in the words is that of what the sheet shows, and the file keeps other numbers.", "ឯកតាក្នុងពាក្យ គឺឯកតានៃអ្វីដែលតារាងបង្ហាញ ហើយឯកសាររក្សាទុកលេខផ្សេង។";
    }
    CURRENCY_OF_FORMAT = "E644" Error Content {
        message: "the number format `{format}` shows the cell in {stated}, and the declaration says {declared} (such cells in the column: {count})", "ទម្រង់លេខ `{format}` បង្ហាញក្រឡានេះជា {stated} តែឯកសារពិពណ៌នាប្រាប់ថា {declared} (ចំនួនក្រឡាបែបនេះក្នុងជួរឈរ៖ {count})";
        help: "write `currency = \"{stated}\"` in {toml} if the table is right, or correct the number format", "បើតារាងត្រឹមត្រូវ សូមសរសេរ `currency = \"{stated}\"` ក្នុង {toml} ឬកែទម្រង់លេខ";
        explain: "Without a word of the declaration amounts are in riel; dollars taken for riel are four thousand times too small.", "បើឯកសារពិពណ៌នាមិនប្រាប់ ទឹកប្រាក់គិតជារៀល។ ដុល្លារដែលយកជារៀល តូចជាងការពិតបួនពាន់ដង។";
    }
    SHARE_AS_AMOUNT = "E644" Error Content {
        message: "the number format `{format}` shows {read} as a percentage, in a column of amounts (such cells in it: {count})", "ទម្រង់លេខ `{format}` បង្ហាញ {read} ជាភាគរយ ក្នុងជួរឈរទឹកប្រាក់ (ចំនួនក្រឡាបែបនេះ៖ {count})";
        help: "leave the column out with `skip_columns` in {toml} if it holds shares, or give the cells a number format of amounts if they hold money", "បើជួរឈរនេះជាភាគរយ សូមរំលងវាដោយ `skip_columns` ក្នុង {toml} ឬបើជាប្រាក់ សូមដាក់ទម្រង់លេខធម្មតាឱ្យក្រឡា";
        explain: "An eighth that is shown as 13 % would be published as an eighth of a riel.", "មួយភាគប្រាំបីដែលបង្ហាញជា 13 % នឹងត្រូវផ្សាយជាមួយភាគប្រាំបីនៃមួយរៀល។";
    }
    SHARE_AS_NUMBER = "W644" Warning Content {
        message: "the number format `{format}` shows {read} as a percentage, and it is read as {read} (such cells in the column: {count})", "ទម្រង់លេខ `{format}` បង្ហាញ {read} ជាភាគរយ តែត្រូវអានជា {read} (ចំនួនក្រឡាបែបនេះក្នុងជួរឈរ៖ {count})";
        help: "multiply the column by 100 and give it an ordinary number format, so that pages show what the sheet shows", "សូមគុណជួរឈរនឹង 100 ហើយដាក់ទម្រង់លេខធម្មតា ដើម្បីឱ្យទំព័របង្ហាញដូចក្នុងតារាង";
        explain: "A spreadsheet keeps 13 % as 0.13, and readers of a page would see 0.13.", "កម្មវិធីតារាងរក្សាទុក 13 % ជា 0.13 ហើយអ្នកអានទំព័រនឹងឃើញ 0.13។";
    }
    ZEROS_OF_FORMAT = "W644" Warning Content {
        message: "only the number format `{format}` shows the zeros of `{read}`, which it is read as (such cells in the column: {count})", "មានតែទម្រង់លេខ `{format}` ទេដែលបង្ហាញលេខសូន្យនៃ `{read}` ហើយវាត្រូវអានដូច្នេះ (ចំនួនក្រឡាបែបនេះក្នុងជួរឈរ៖ {count})";
        help: "format the column as text and type the codes again, so that they keep their zeros in every file that is saved from it", "សូមកំណត់ជួរឈរជាអត្ថបទ ហើយវាយលេខកូដម្ដងទៀត ដើម្បីឱ្យវារក្សាលេខសូន្យក្នុងគ្រប់ឯកសារដែលរក្សាទុកពីវា";
        explain: "The file keeps the number 102; another program, or the same sheet saved as CSV, shows it without its zero.", "ឯកសាររក្សាទុកលេខ 102។ កម្មវិធីផ្សេង ឬតារាងដដែលដែលរក្សាទុកជា CSV បង្ហាញវាដោយគ្មានលេខសូន្យ។";
    }
    HIDDEN_BY_FORMAT = "E645" Error Content {
        message: "the number format `{format}` hides the cell, which holds `{read}` (such cells in the column: {count})", "ទម្រង់លេខ `{format}` លាក់ក្រឡានេះ ដែលមាន `{read}` (ចំនួនក្រឡាបែបនេះក្នុងជួរឈរ៖ {count})";
        help: "give the cells a number format that shows them, or delete what they hold, or write in {toml} `hidden = \"skip\"` to leave out what is hidden, or `hidden = \"read\"` if it may be published", "សូមដាក់ទម្រង់លេខដែលបង្ហាញក្រឡាទាំងនោះ ឬលុបអ្វីដែលនៅក្នុងវា ឬសរសេរក្នុង {toml} `hidden = \"skip\"` ដើម្បីរំលងអ្វីដែលលាក់ ឬ `hidden = \"read\"` បើអាចផ្សាយបាន";
        explain: "What a spreadsheet hides is often private, so it is never published unasked.", "អ្វីដែលលាក់ក្នុងតារាងច្រើនតែជារឿងផ្ទៃក្នុង ដូច្នេះមិនត្រូវផ្សាយដោយគ្មានការអនុញ្ញាតឡើយ។";
    }
    CURRENCY_OF_ROW = "E646" Error Content {
        message: "the row is in {read}, and the declaration says {declared} (rows with it: {count})", "ជួរដេកនេះគិតជា {read} តែឯកសារពិពណ៌នាប្រាប់ថា {declared} (ចំនួនជួរដេក៖ {count})";
        help: "write `currency = \"{read}\"` in {toml} if all rows are in it; keep rows of another currency in a table of their own", "បើជួរដេកទាំងអស់គិតជារូបិយប័ណ្ណនេះ សូមសរសេរ `currency = \"{read}\"` ក្នុង {toml}។ ជួរដេកដែលមានរូបិយប័ណ្ណផ្សេង សូមដាក់ក្នុងតារាងដោយឡែក";
        explain: "Amounts of two currencies cannot be added, and dollars taken for riel are four thousand times too small.", "ទឹកប្រាក់នៃរូបិយប័ណ្ណពីរមិនអាចបូកគ្នាបានទេ ហើយដុល្លារដែលយកជារៀល តូចជាងការពិតបួនពាន់ដង។";
    }
    UNIT_OF_ROW = "E646" Error Content {
        message: "the unit of the row is `{read}`, and by the declaration a 1 stands for {scale} {currency} (rows with it: {count})", "ឯកតានៃជួរដេកនេះគឺ `{read}` តែតាមឯកសារពិពណ៌នា លេខ 1 ស្មើ {scale} {currency} (ចំនួនជួរដេក៖ {count})";
        help: "correct `scale` and `currency` in {toml} if all rows are in it; rows of another unit, or of no money at all, belong in a table of their own", "បើជួរដេកទាំងអស់ប្រើឯកតានេះ សូមកែ `scale` និង `currency` ក្នុង {toml}។ ជួរដេកដែលមានឯកតាផ្សេង ឬមិនមែនជាប្រាក់ សូមដាក់ក្នុងតារាងដោយឡែក";
        explain: "A percentage or a million that is read as riel stands beside real amounts, and is added to them.", "ភាគរយ ឬលានដែលអានជារៀល នឹងនៅក្បែរទឹកប្រាក់ពិត ហើយត្រូវបូកចូលគ្នា។";
    }
    DAY_AS_CODE = "E647" Error Content {
        message: "the cell holds the day {read}, where a code belongs (such cells in the column: {count})", "ក្រឡានេះមានកាលបរិច្ឆេទ {read} តែត្រូវជាលេខកូដ (ចំនួនក្រឡាបែបនេះក្នុងជួរឈរ៖ {count})";
        help: "spreadsheets turn `1-2` or `3/4` into a day: format the column as text and type the codes again", "កម្មវិធីតារាងប្ដូរ `1-2` ឬ `3/4` ទៅជាកាលបរិច្ឆេទ៖ សូមកំណត់ជួរឈរជាអត្ថបទ ហើយវាយលេខកូដម្ដងទៀត";
        explain: "What was typed is gone: the spreadsheet kept a day instead of the code.", "អ្វីដែលបានវាយបាត់ហើយ៖ កម្មវិធីរក្សាទុកថ្ងៃមួយ ជំនួសលេខកូដ។";
    }
    POINT_ZERO = "E647" Error Content {
        message: "read `{read}`, which a program made of `{meant}` (such cells in the column: {count})", "`{read}` គឺជាអ្វីដែលកម្មវិធីបង្កើតពី `{meant}` (ចំនួនក្រឡាបែបនេះក្នុងជួរឈរ៖ {count})";
        help: "write `{meant}`; whoever exports the table keeps the column as text, or as whole numbers", "សូមសរសេរ `{meant}`។ អ្នកនាំចេញតារាង ត្រូវរក្សាជួរឈរជាអត្ថបទ ឬជាចំនួនគត់";
        explain: "Programs that take a column with a blank in it for numbers with decimals write `.0` behind each of them, and no code is found any more.", "កម្មវិធីដែលយកជួរឈរមានក្រឡាទទេទៅជាលេខទសភាគ សរសេរ `.0` ក្រោយលេខនីមួយៗ ហើយរកលេខកូដលែងឃើញ។";
    }
    POWER_OF_TEN = "E647" Error Content {
        message: "read `{read}`, as a spreadsheet shows a number that is too long for its column (such cells in the column: {count})", "`{read}` គឺជារបៀបដែលកម្មវិធីតារាងបង្ហាញលេខដែលវែងពេកសម្រាប់ជួរឈរ (ចំនួនក្រឡាបែបនេះក្នុងជួរឈរ៖ {count})";
        help: "the other digits are not in this file: open the workbook, give the column the number format `0` or text, and save it again", "ខ្ទង់ឯទៀតមិនមានក្នុងឯកសារនេះទេ៖ សូមបើកសៀវភៅការងារ ដាក់ទម្រង់លេខ `0` ឬអត្ថបទឱ្យជួរឈរ រួចរក្សាទុកម្ដងទៀត";
        explain: "Of `8.55E+11` only three digits are left of twelve.", "ក្នុង `8.55E+11` នៅសល់តែបីខ្ទង់ក្នុងចំណោមដប់ពីរ។";
        example: "8.55E+11", "855123456789";
    }
    TOO_NARROW = "E647" Error Content {
        message: "read `{read}`, as a spreadsheet shows a number in a column that is too narrow (such cells in the column: {count})", "`{read}` គឺជារបៀបដែលកម្មវិធីតារាងបង្ហាញលេខក្នុងជួរឈរដែលចង្អៀតពេក (ចំនួនក្រឡាបែបនេះក្នុងជួរឈរ៖ {count})";
        help: "the number is not in this file: open the workbook, make the column wider, and save it again", "លេខនោះមិនមានក្នុងឯកសារនេះទេ៖ សូមបើកសៀវភៅការងារ ពង្រីកជួរឈរ រួចរក្សាទុកម្ដងទៀត";
        explain: "What was saved is what the screen showed, and the figure behind it is lost.", "អ្វីដែលបានរក្សាទុកគឺអ្វីដែលអេក្រង់បង្ហាញ ហើយតួលេខនៅពីក្រោយវាបាត់។";
    }
    PHONE_WITHOUT_ZERO = "E647" Error Content {
        message: "read the phone number `{read}`, which lost its zero (such cells in the column: {count})", "លេខទូរស័ព្ទ `{read}` បាត់លេខសូន្យនៅខាងមុខ (ចំនួនក្រឡាបែបនេះក្នុងជួរឈរ៖ {count})";
        help: "format the column as text and write `0{read}`; a number of another country begins with `+` and its code", "សូមកំណត់ជួរឈរជាអត្ថបទ ហើយសរសេរ `0{read}`។ លេខរបស់ប្រទេសផ្សេងចាប់ផ្ដើមដោយ `+` និងលេខកូដប្រទេស";
        explain: "Spreadsheets drop the zero at the beginning of a number, and nobody can call what is left.", "កម្មវិធីតារាងលុបលេខសូន្យនៅដើមលេខ ហើយគ្មាននរណាអាចហៅទៅលេខដែលនៅសល់បានទេ។";
        example: "12345678", "012345678";
    }
    FRACTION_AS_CODE = "W647" Warning Content {
        message: "the code `{read}` is kept as a number, which has no zeros at its end: `1.10` would be `1.1` (such cells in the column: {count})", "លេខកូដ `{read}` ត្រូវបានរក្សាទុកជាលេខ ដែលគ្មានលេខសូន្យនៅខាងចុង៖ `1.10` នឹងក្លាយជា `1.1` (ចំនួនក្រឡាបែបនេះក្នុងជួរឈរ៖ {count})";
        help: "format the column as text and type again the codes that end with a zero", "សូមកំណត់ជួរឈរជាអត្ថបទ ហើយវាយម្ដងទៀតនូវលេខកូដដែលចប់ដោយលេខសូន្យ";
        explain: "The tenth of a list is then taken for the first, with all its money.", "បើដូច្នេះ លេខទីដប់ក្នុងបញ្ជីត្រូវយកជាលេខទីមួយ ទាំងប្រាក់របស់វា។";
        example: "1.1", "1.10";
    }
    CODE_WITH_NAME = "E648" Error Content {
        message: "the cell holds a code and a name behind it: `{read}` (such cells in the column: {count})", "ក្រឡានេះមានលេខកូដ និងឈ្មោះនៅក្រោយវា៖ `{read}` (ចំនួនក្រឡាបែបនេះក្នុងជួរឈរ៖ {count})";
        help: "write `codes_with_names = [\"{column}\"]` in {toml}, or keep codes and names in two columns", "សូមសរសេរ `codes_with_names = [\"{column}\"]` ក្នុង {toml} ឬដាក់លេខកូដ និងឈ្មោះក្នុងជួរឈរពីរ";
        explain: "A code is the key by which a figure is found, and a name behind it makes another key of it.", "លេខកូដជាគន្លឹះសម្រាប់រកតួលេខ ហើយឈ្មោះនៅក្រោយវាធ្វើឱ្យវាក្លាយជាគន្លឹះផ្សេង។";
        example: "code = 62 - Staff", "code = 62, label_en = Staff";
    }
    NO_COLUMN_TO_SPLIT = "E648" Error Content {
        message: "`codes_with_names` names `{read}`, and the table has no such column", "`codes_with_names` យោង `{read}` តែតារាងគ្មានជួរឈរនោះទេ";
        help: "write our names of columns; those of this table: {columns}", "សូមសរសេរឈ្មោះជួរឈររបស់កម្មវិធី។ ជួរឈរក្នុងតារាងនេះមាន៖ {columns}";
        explain: "Codes would be read together with their names.", "លេខកូដនឹងត្រូវអានរួមជាមួយឈ្មោះ។";
    }
    MERGED_FIGURE = "E649" Error Content {
        message: "a figure stands in merged cells: {ranges}", "តួលេខស្ថិតក្នុងក្រឡាដែលបញ្ចូលគ្នា៖ {ranges}";
        help: "unmerge them and write the figure in the cell that it belongs to; the others stay blank, or get figures of their own", "សូមបំបែកក្រឡាទាំងនោះ ហើយសរសេរតួលេខក្នុងក្រឡាដែលវាត្រូវនៅ។ ក្រឡាឯទៀតទុកឱ្យទទេ ឬដាក់តួលេខរបស់វា";
        explain: "One figure for several rows is a sum of them or the same for each, and only its author knows.", "តួលេខមួយសម្រាប់ជួរដេកច្រើន អាចជាផលបូក ឬដូចគ្នាសម្រាប់ជួរដេកនីមួយៗ ហើយមានតែអ្នកសរសេរដឹង។";
    }
    MERGED_DOWN = "E649" Error Content {
        message: "cells are merged over several rows, and only the first row of each holds what they show: {ranges}", "ក្រឡាត្រូវបានបញ្ចូលគ្នាលើជួរដេកច្រើន ហើយមានតែជួរដេកទីមួយទេដែលមានខ្លឹមសារ៖ {ranges}";
        help: "write `fill_merged = [\"{column}\"]` in {toml} if it holds for each of the rows, or unmerge them", "បើវាមានន័យសម្រាប់ជួរដេកនីមួយៗ សូមសរសេរ `fill_merged = [\"{column}\"]` ក្នុង {toml} ឬបំបែកក្រឡាទាំងនោះ";
        explain: "The rows below the first would belong to nothing.", "ជួរដេកក្រោមជួរដេកទីមួយនឹងមិនជាប់នឹងអ្វីទេ។";
    }
    MERGED_ACROSS = "W649" Warning Content {
        message: "cells are merged over several columns, and what they show is read in the first of them: {ranges}", "ក្រឡាត្រូវបានបញ្ចូលគ្នាលើជួរឈរច្រើន ហើយខ្លឹមសារត្រូវអានតែក្នុងជួរឈរទីមួយ៖ {ranges}";
        help: "unmerge them if the other columns have something of their own; a title among the rows can be left out with `skip_rows`", "បើជួរឈរឯទៀតមានខ្លឹមសាររបស់វា សូមបំបែកក្រឡាទាំងនោះ។ ចំណងជើងរវាងជួរដេកអាចរំលងដោយ `skip_rows`";
        explain: "What is not known stays unknown in the other columns, which nobody sees in the sheet.", "ក្នុងជួរឈរឯទៀត អ្វីដែលមិនដឹងនៅតែមិនដឹង ហើយគ្មាននរណាមើលឃើញក្នុងតារាង។";
    }
    NAMED_ELSEWHERE = "W650" Warning Content {
        message: "these columns are not used, because `categories` says what the codes mean: {columns}", "ជួរឈរទាំងនេះមិនត្រូវបានប្រើទេ ព្រោះ `categories` ប្រាប់ន័យនៃលេខកូដរួចហើយ៖ {columns}";
        help: "leave them out with `skip_columns` in {toml}, or take `categories` out if the table explains its codes itself", "សូមរំលងវាដោយ `skip_columns` ក្នុង {toml} ឬលុប `categories` ចេញ បើតារាងពន្យល់លេខកូដដោយខ្លួនឯង";
        explain: "A name that was corrected here would not reach any page.", "ឈ្មោះដែលកែនៅទីនេះ នឹងមិនទៅដល់ទំព័រណាទេ។";
    }
    UNUSUALLY_SMALL = "E651" Error Content {
        message: "all figures of the place in this year, phase and direction come to {total} {currency}, and a place like it has at least {least} riel", "តួលេខទាំងអស់របស់ទីកន្លែងនេះក្នុងឆ្នាំ ដំណាក់កាល និងទិសដៅនេះ សរុប {total} {currency} តែទីកន្លែងបែបនេះមានយ៉ាងតិច {least} រៀល";
        help: "look at `scale` and `currency` in {toml}; if the figures are right, write `unusual_totals = [\"{code}\"]` there", "សូមពិនិត្យមើល `scale` និង `currency` ក្នុង {toml}។ បើតួលេខត្រឹមត្រូវ សូមសរសេរ `unusual_totals = [\"{code}\"]` ក្នុងនោះ";
        explain: "A commune that plans 800 riel in all was counted in thousands or in millions, and every sum is right all the same. The limit is a hundredth of what such a place had on average in 2025, or of what it had for each of its people.", "ឃុំដែលគ្រោងតែ ៨០០ រៀលសរុប ត្រូវបានគិតជាពាន់ ឬជាលាន តែផលបូកទាំងអស់នៅតែត្រូវគ្នា។ កម្រិតនេះគឺមួយភាគរយនៃអ្វីដែលទីកន្លែងបែបនេះមានជាមធ្យមក្នុងឆ្នាំ ២០២៥ ឬនៃអ្វីដែលវាមានសម្រាប់ប្រជាជនម្នាក់ៗ។";
    }
    UNUSUALLY_LARGE = "E651" Error Content {
        message: "all figures of the place in this year, phase and direction come to {total} {currency}, and a place like it has at most {most} riel", "តួលេខទាំងអស់របស់ទីកន្លែងនេះក្នុងឆ្នាំ ដំណាក់កាល និងទិសដៅនេះ សរុប {total} {currency} តែទីកន្លែងបែបនេះមានយ៉ាងច្រើន {most} រៀល";
        help: "look at `scale` and `currency` in {toml}; if the figures are right, write `unusual_totals = [\"{code}\"]` there", "សូមពិនិត្យមើល `scale` និង `currency` ក្នុង {toml}។ បើតួលេខត្រឹមត្រូវ សូមសរសេរ `unusual_totals = [\"{code}\"]` ក្នុងនោះ";
        explain: "A scale of millions over figures in riel makes them a million times too large, and every sum is right all the same. The limit is a hundred times of what such a place had on average in 2025, or of what the country had for each of its people.", "បើគុណតួលេខជារៀលនឹងមួយលាន វាធំជាងការពិតមួយលានដង តែផលបូកទាំងអស់នៅតែត្រូវគ្នា។ កម្រិតនេះគឺមួយរយដងនៃអ្វីដែលទីកន្លែងបែបនេះមានជាមធ្យមក្នុងឆ្នាំ ២០២៥ ឬនៃអ្វីដែលប្រទេសមានសម្រាប់ប្រជាជនម្នាក់ៗ។";
    }
    JUMP_OVER_YEARS = "W11" Warning Content {
        message: "read {read}, and the other years of this line are about {median}: {times} times apart", "តួលេខនេះគឺ {read} តែឆ្នាំផ្សេងៗនៃជួរដេកនេះប្រហែល {median}៖ ខុសគ្នា {times} ដង";
        help: "look whether it is in the same unit as the others; if the table is right, accept it with `tolerate = [\"W11\"]`", "សូមពិនិត្យមើលថាវាប្រើឯកតាដូចតួលេខឯទៀតឬទេ។ បើតារាងត្រឹមត្រូវ អាចទទួលយកដោយ `tolerate = [\"W11\"]`";
        explain: "One figure in riel among figures in thousands makes a change of a thousand times that nobody decided.", "តួលេខមួយជារៀលក្នុងចំណោមតួលេខជាពាន់ ធ្វើឱ្យមានការប្រែប្រួលមួយពាន់ដងដែលគ្មាននរណាសម្រេច។";
    }
    JUMP_AMONG_PLACES = "W11" Warning Content {
        message: "read {read}, and the median of {places} places of its type is {median} (places fifty times above or below it: {count})", "តួលេខនេះគឺ {read} តែមេដ្យាននៃទីកន្លែងប្រភេទដូចគ្នា {places} គឺ {median} (ចំនួនទីកន្លែងដែលធំ ឬតូចជាងហាសិបដង៖ {count})";
        help: "look whether it is in the same unit as the others; if the table is right, accept it with `tolerate = [\"W11\"]`", "សូមពិនិត្យមើលថាវាប្រើឯកតាដូចតួលេខឯទៀតឬទេ។ បើតារាងត្រឹមត្រូវ អាចទទួលយកដោយ `tolerate = [\"W11\"]`";
        explain: "One place in riel among places in thousands stands first or last in every list.", "ទីកន្លែងមួយដែលគិតជារៀលក្នុងចំណោមទីកន្លែងដែលគិតជាពាន់ នឹងនៅដំបូង ឬចុងក្រោយគេក្នុងបញ្ជីទាំងអស់។";
    }
    YEAR_MISSING = "W12" Warning Content {
        message: "there are `{phase}` figures of {before} and of {year}, and none of {missing}", "មានតួលេខ `{phase}` នៃឆ្នាំ {before} និងឆ្នាំ {year} តែគ្មាននៃឆ្នាំ {missing} ទេ";
        help: "add the year; if nobody published it, accept that with `tolerate = [\"W12\"]`", "សូមបន្ថែមឆ្នាំនោះ។ បើគ្មានអ្នកផ្សាយវា អាចទទួលយកដោយ `tolerate = [\"W12\"]`";
        explain: "A chart over years draws a line across the year that is missing, and a reader takes it for a figure.", "គំនូសតាងតាមឆ្នាំគូរបន្ទាត់កាត់ឆ្នាំដែលខ្វះ ហើយអ្នកអានយល់ថាជាតួលេខ។";
    }
    PLACES_WITHOUT = "W12" Warning Content {
        message: "most places have `{phase}` figures of `{direction}` in {year}; places without them ({count}): {places}", "ទីកន្លែងភាគច្រើនមានតួលេខ `{phase}` នៃ `{direction}` ក្នុងឆ្នាំ {year}។ ទីកន្លែងដែលគ្មាន ({count})៖ {places}";
        help: "add their rows, with a blank amount if the figure is not known; or accept it with `tolerate = [\"W12\"]`", "សូមបន្ថែមជួរដេករបស់វា ដោយទុកទឹកប្រាក់ឱ្យទទេបើមិនដឹង ឬទទួលយកដោយ `tolerate = [\"W12\"]`";
        explain: "Sums and ranks leave out in silence a place that has no row.", "ផលបូក និងចំណាត់ថ្នាក់រំលងទីកន្លែងដែលគ្មានជួរដេក ដោយគ្មាននរណាដឹង។";
    }
    FAR_ABOVE_BASE = "W13" Warning Content {
        message: "the actual figure {read} is {percent} % of the `{phase}` one, {base}", "តួលេខជាក់ស្ដែង {read} ស្មើ {percent} % នៃតួលេខ `{phase}` គឺ {base}";
        help: "look whether both are of the same year and in the same unit; if the table is right, accept it with `tolerate = [\"W13\"]`", "សូមពិនិត្យមើលថាទាំងពីរជាឆ្នាំតែមួយ និងឯកតាតែមួយឬទេ។ បើតារាងត្រឹមត្រូវ អាចទទួលយកដោយ `tolerate = [\"W13\"]`";
        explain: "Half as much again as was decided is seldom spent, and often a figure of another year or unit.", "ការចំណាយលើសពាក់កណ្ដាលនៃអ្វីដែលបានសម្រេច កម្រមានណាស់ ហើយច្រើនតែជាតួលេខនៃឆ្នាំ ឬឯកតាផ្សេង។";
    }
    OVERSPENT_IN_SILENCE = "W13" Warning Content {
        message: "more was spent than was decided, {read} of {base}, and no note says why (such figures in the table: {count})", "ចំណាយលើសអ្វីដែលបានសម្រេច {read} ក្នុងចំណោម {base} តែគ្មានកំណត់សម្គាល់ប្រាប់មូលហេតុទេ (ចំនួនតួលេខបែបនេះក្នុងតារាង៖ {count})";
        help: "say why in `note_km` and `note_en`, or accept it with `tolerate = [\"W13\"]`", "សូមប្រាប់មូលហេតុក្នុង `note_km` និង `note_en` ឬទទួលយកដោយ `tolerate = [\"W13\"]`";
        explain: "It is the first thing that a reader asks.", "នេះជាសំណួរទីមួយដែលអ្នកអានសួរ។";
    }
    OTHER_PERCENTAGE = "W14" Warning Content {
        message: "read {read} %, and {part} of {whole} is {computed} %", "បានអាន {read} % តែ {part} ក្នុង {whole} ស្មើ {computed} %";
        help: "correct the percentage or the figures; if a source prints it so, accept it with `tolerate = [\"W14\"]`", "សូមកែភាគរយ ឬតួលេខ។ បើប្រភពបោះពុម្ពដូច្នេះ អាចទទួលយកដោយ `tolerate = [\"W14\"]`";
        explain: "Readers compute it again, and one of the three figures is wrong.", "អ្នកអានគណនាវាម្ដងទៀត ហើយតួលេខមួយក្នុងចំណោមបីខុស។";
    }
    OTHER_RATE = "W15" Warning Content {
        message: "a {other} is worth {rate} {own} here, and {usual} in most of the table (rows with another rate: {count})", "នៅទីនេះ 1 {other} ស្មើ {rate} {own} តែក្នុងតារាងភាគច្រើនស្មើ {usual} (ចំនួនជួរដេកដែលមានអត្រាផ្សេង៖ {count})";
        help: "look which of the two amounts is mistyped; if the source uses several rates, accept it with `tolerate = [\"W15\"]`", "សូមពិនិត្យមើលថាទឹកប្រាក់មួយណាវាយខុស។ បើប្រភពប្រើអត្រាច្រើន អាចទទួលយកដោយ `tolerate = [\"W15\"]`";
        explain: "Amounts in two currencies that were computed with different rates cannot both be compared with others.", "ទឹកប្រាក់ជារូបិយប័ណ្ណពីរដែលគណនាតាមអត្រាផ្សេងគ្នា មិនអាចប្រៀបធៀបជាមួយទឹកប្រាក់ផ្សេងទាំងពីរបានទេ។";
    }
    NO_COLUMN_TO_COMPARE = "E652" Error Content {
        message: "{toml} compares the column `{read}`, and there is none", "{toml} ប្រៀបធៀបជួរឈរ `{read}` តែគ្មានជួរឈរនេះទេ";
        help: "the columns here are {headers}; correct `percentages` or `other_currency` in {toml}", "ជួរឈរនៅទីនេះមាន {headers}។ សូមកែ `percentages` ឬ `other_currency` ក្នុង {toml}";
        explain: "What is declared to be compared would not be, and nobody would notice.", "អ្វីដែលបានកំណត់ឱ្យប្រៀបធៀប នឹងមិនត្រូវបានប្រៀបធៀប ហើយគ្មាននរណាដឹង។";
    }
}
