//! Reading the site's files. Where several problems share a code, each has its own words.

use super::codes;

codes! {
    NUL = "E01" Error Content {
        message: "a character without any meaning (NUL) stands here", "នៅទីនេះមានតួអក្សរដែលគ្មានន័យ (NUL)";
        help: "delete it: put the cursor behind the word, press Backspace until it and the last letter are gone, and type the letter again", "សូមលុបវា៖ ដាក់ទស្សន៍ទ្រនិចក្រោយពាក្យ ចុច Backspace រហូតដល់វា និងអក្សរចុងក្រោយបាត់ រួចវាយអក្សរនោះឡើងវិញ";
        explain: "It comes out of damaged files and of copied text; no page can carry it.", "វាចេញមកពីឯកសារខូច និងពីអត្ថបទដែលចម្លង។ គ្មានទំព័រណាអាចមានវាបានទេ។";
    }
    NOT_UTF8 = "E01" Error Content {
        message: "the file is not UTF-8 text", "ឯកសារនេះមិនមែនជាអត្ថបទ UTF-8 ទេ";
        help: "save it again as `UTF-8` (in Excel: save as `CSV UTF-8`)", "សូមរក្សាទុកឯកសារនេះម្ដងទៀតជា `UTF-8` (ក្នុង Excel៖ រក្សាទុកជា `CSV UTF-8`)";
        explain: "Khmer can only be read from UTF-8; in any other encoding the letters would come out wrong.", "អក្សរខ្មែរអាចអានបានតែពី UTF-8 ប៉ុណ្ណោះ។ បើប្រើកូដផ្សេង អក្សរនឹងខូច។";
    }
    UNREADABLE = "E901" Error Machine {
        message: "the file cannot be read: {reason}", "អានឯកសារនេះមិនបាន៖ {reason}";
        help: "check that the file exists and that you may read it", "សូមពិនិត្យមើលថាមានឯកសារនេះ ហើយអ្នកមានសិទ្ធិអានវាឬទេ";
        explain: "A site with a file missing would be wrong without anybody noticing, so nothing is built.", "បើខ្វះឯកសារមួយ គេហទំព័រនឹងខុសដោយគ្មាននរណាដឹង ដូច្នេះកម្មវិធីមិនបង្កើតអ្វីទេ។";
    }
    SYMLINK = "E102" Error Content {
        message: "`{path}` is a symbolic link", "`{path}` ជាតំណនិមិត្តសញ្ញា (symbolic link)";
        help: "copy the file itself into the site's folder", "សូមចម្លងឯកសារពិតមកដាក់ក្នុងថតគេហទំព័រ";
        explain: "A link can lead out of the site's folder and publish a private file.", "តំណអាចនាំចេញក្រៅថតគេហទំព័រ ហើយផ្សាយឯកសារឯកជន។";
    }
    BAD_NAME = "E103" Error Content {
        message: "the file name `{path}` is not UTF-8 or holds a character that a web address cannot carry", "ឈ្មោះឯកសារ `{path}` មិនមែនជា UTF-8 ឬមានសញ្ញាដែលអាសយដ្ឋានគេហទំព័រប្រើមិនបាន";
        help: "rename the file with letters, digits, `-`, `_` and `.`", "សូមប្ដូរឈ្មោះឯកសារ ដោយប្រើតែអក្សរ លេខ `-` `_` និង `.`";
        explain: "The name becomes part of a page's address and must work on every computer.", "ឈ្មោះឯកសារក្លាយជាផ្នែកនៃអាសយដ្ឋានទំព័រ ហើយត្រូវដំណើរការលើកុំព្យូទ័រទាំងអស់។";
    }
    BAD_NAME_ON_WINDOWS = "E103" Error Content {
        message: "Windows cannot hold a file or folder of the name `{path}`", "Windows មិនអាចរក្សាទុកឯកសារ ឬថតឈ្មោះ `{path}` បានទេ";
        help: "rename it: a name must not end with a dot or a space, hold `*` or `|`, be longer than 255 bytes, or be kept for a device, such as `con`, `aux`, `nul` or `com1`", "សូមប្ដូរឈ្មោះវា។ ឈ្មោះមិនត្រូវចប់ដោយចំណុច ឬដកឃ្លា មិនត្រូវមាន `*` ឬ `|` មិនត្រូវវែងជាង 255 បៃ ហើយមិនត្រូវជាឈ្មោះដែលទុកសម្រាប់ឧបករណ៍ ដូចជា `con`, `aux`, `nul` ឬ `com1`";
        explain: "A campaign goes from one computer to another. A colleague with Windows could not unpack it, or would lose this file without a word.", "យុទ្ធនាការមួយត្រូវចម្លងពីកុំព្យូទ័រមួយទៅកុំព្យូទ័រមួយទៀត។ មិត្តរួមការងារដែលប្រើ Windows នឹងពន្លាវាមិនបាន ឬបាត់ឯកសារនេះដោយគ្មាននរណាដឹង។";
    }
    BAD_TOML = "E104" Error Content {
        message: "this line cannot be read as a setting", "បន្ទាត់នេះអានជាការកំណត់មិនបាន";
        help: "write `key = \"value\"`, one a line, with text in quotes and dates as `2026-01-31`", "សូមសរសេរ `key = \"value\"` មួយក្នុងមួយបន្ទាត់ ដោយដាក់អត្ថបទក្នុងសញ្ញាសម្រង់ និងកាលបរិច្ឆេទជា `2026-01-31`";
        explain: "Settings stand in TOML; a line that cannot be read would be a setting silently lost.", "ការកំណត់ស្ថិតក្នុង TOML។ បើអានបន្ទាត់មួយមិនបាន ការកំណត់នោះនឹងបាត់ដោយគ្មាននរណាដឹង។";
    }
    WANTS_TRUTH = "E104" Error Content {
        message: "`{key}` is `{read}`, and must be `true` or `false`", "`{key}` គឺ `{read}` តែត្រូវជា `true` ឬ `false`";
        help: "write `true` or `false` in its place", "សូមសរសេរ `true` ឬ `false` ជំនួសវា";
        explain: "A setting of the wrong kind would have no effect, or another than was meant.", "ការកំណត់ដែលមានតម្លៃខុសប្រភេទ គ្មានប្រសិទ្ធភាព ឬមានប្រសិទ្ធភាពខុសពីបំណង។";
    }
    WANTS_TEXT = "E104" Error Content {
        message: "`{key}` is `{read}`, and must be text", "`{key}` គឺ `{read}` តែត្រូវជាអត្ថបទ";
        help: "put it between straight quotation marks: `\"…\"`", "សូមដាក់វាក្នុងសញ្ញាសម្រង់ត្រង់៖ `\"…\"`";
        explain: "A setting of the wrong kind would have no effect, or another than was meant.", "ការកំណត់ដែលមានតម្លៃខុសប្រភេទ គ្មានប្រសិទ្ធភាព ឬមានប្រសិទ្ធភាពខុសពីបំណង។";
    }
    WANTS_WHOLE_NUMBER = "E104" Error Content {
        message: "`{key}` is `{read}`, and must be a whole number", "`{key}` គឺ `{read}` តែត្រូវជាចំនួនគត់";
        help: "write digits only, such as `10`", "សូមសរសេរតែលេខ ដូចជា `10`";
        explain: "A setting of the wrong kind would have no effect, or another than was meant.", "ការកំណត់ដែលមានតម្លៃខុសប្រភេទ គ្មានប្រសិទ្ធភាព ឬមានប្រសិទ្ធភាពខុសពីបំណង។";
    }
    WANTS_NUMBER = "E104" Error Content {
        message: "`{key}` is `{read}`, and must be a number", "`{key}` គឺ `{read}` តែត្រូវជាលេខ";
        help: "write digits, with a point before decimals, such as `10` or `0.5`", "សូមសរសេរលេខ ដោយដាក់ចំណុចមុខខ្ទង់ទសភាគ ដូចជា `10` ឬ `0.5`";
        explain: "A setting of the wrong kind would have no effect, or another than was meant.", "ការកំណត់ដែលមានតម្លៃខុសប្រភេទ គ្មានប្រសិទ្ធភាព ឬមានប្រសិទ្ធភាពខុសពីបំណង។";
    }
    WANTS_DATE = "E104" Error Content {
        message: "`{key}` is `{read}`, and must be a day", "`{key}` គឺ `{read}` តែត្រូវជាកាលបរិច្ឆេទ";
        help: "write year, month and day such as `2026-01-31`", "សូមសរសេរឆ្នាំ ខែ ថ្ងៃ ដូចជា `2026-01-31`";
        explain: "A setting of the wrong kind would have no effect, or another than was meant.", "ការកំណត់ដែលមានតម្លៃខុសប្រភេទ គ្មានប្រសិទ្ធភាព ឬមានប្រសិទ្ធភាពខុសពីបំណង។";
    }
    WANTS_MOMENT = "E104" Error Content {
        message: "`{key}` is `{read}`, and must be a day, with an hour or without one", "`{key}` គឺ `{read}` តែត្រូវជាកាលបរិច្ឆេទ មានម៉ោង ឬគ្មានម៉ោងក៏បាន";
        help: "write year, month, day and hour such as `2026-01-31T08:00:00`", "សូមសរសេរឆ្នាំ ខែ ថ្ងៃ និងម៉ោង ដូចជា `2026-01-31T08:00:00`";
        explain: "A setting of the wrong kind would have no effect, or another than was meant.", "ការកំណត់ដែលមានតម្លៃខុសប្រភេទ គ្មានប្រសិទ្ធភាព ឬមានប្រសិទ្ធភាពខុសពីបំណង។";
    }
    WANTS_LIST = "E104" Error Content {
        message: "`{key}` is `{read}`, and must be a list", "`{key}` គឺ `{read}` តែត្រូវជាបញ្ជី";
        help: "write the list between square brackets, each item between quotation marks: `[\"…\", \"…\"]`", "សូមសរសេរបញ្ជីក្នុងតង្កៀប `[ ]` ដោយដាក់ធាតុនីមួយៗក្នុងសញ្ញាសម្រង់៖ `[\"…\", \"…\"]`";
        explain: "A setting of the wrong kind would have no effect, or another than was meant.", "ការកំណត់ដែលមានតម្លៃខុសប្រភេទ គ្មានប្រសិទ្ធភាព ឬមានប្រសិទ្ធភាពខុសពីបំណង។";
    }
    WANTS_TABLE = "E104" Error Content {
        message: "`{key}` is `{read}`, and must be a table", "`{key}` គឺ `{read}` តែត្រូវជាតារាង";
        help: "write settings of its own below a line `[{key}]`, or between braces: `{{ … = \"…\" }}`", "សូមសរសេរការកំណត់របស់វាក្រោមបន្ទាត់ `[{key}]` ឬក្នុងតង្កៀប៖ `{{ … = \"…\" }}`";
        explain: "A setting of the wrong kind would have no effect, or another than was meant.", "ការកំណត់ដែលមានតម្លៃខុសប្រភេទ គ្មានប្រសិទ្ធភាព ឬមានប្រសិទ្ធភាពខុសពីបំណង។";
    }
    WANTS_WORDS = "E104" Error Content {
        message: "`{key}` is `{read}`, and must be text, or text in each language", "`{key}` គឺ `{read}` តែត្រូវជាអត្ថបទ ឬអត្ថបទតាមភាសានីមួយៗ";
        help: "write `\"…\"`, or `{{ km = \"…\", en = \"…\" }}`", "សូមសរសេរ `\"…\"` ឬ `{{ km = \"…\", en = \"…\" }}`";
        explain: "A setting of the wrong kind would have no effect, or another than was meant.", "ការកំណត់ដែលមានតម្លៃខុសប្រភេទ គ្មានប្រសិទ្ធភាព ឬមានប្រសិទ្ធភាពខុសពីបំណង។";
    }
    WANTS_NAMES = "E104" Error Content {
        message: "`{key}` is `{read}`, and must be a name, or a list of names", "`{key}` គឺ `{read}` តែត្រូវជាឈ្មោះ ឬបញ្ជីឈ្មោះ";
        help: "write `\"…\"`, or `[\"…\", \"…\"]`", "សូមសរសេរ `\"…\"` ឬ `[\"…\", \"…\"]`";
        explain: "A setting of the wrong kind would have no effect, or another than was meant.", "ការកំណត់ដែលមានតម្លៃខុសប្រភេទ គ្មានប្រសិទ្ធភាព ឬមានប្រសិទ្ធភាពខុសពីបំណង។";
    }
    UNSEEN_CHARACTER = "E104" Error Content {
        message: "`{key}` is `{read}`, and holds a control character, which nobody can see", "`{key}` គឺ `{read}` ហើយមានតួអក្សរបញ្ជា (control character) ដែលគ្មាននរណាមើលឃើញ";
        help: "type the text again, without `\\u` or `\\b` and the like", "សូមវាយអត្ថបទម្ដងទៀត ដោយគ្មាន `\\u` ឬ `\\b` ជាដើម";
        explain: "Browsers and feed readers refuse a page with such a character, or drop what stands beside it.", "កម្មវិធីរុករក និងកម្មវិធីអានដំណឹង មិនទទួលទំព័រដែលមានតួអក្សរបែបនេះ ឬលុបអ្វីដែលនៅក្បែរវា។";
    }
    NUMBER_OUT_OF_RANGE = "E104" Error Content {
        message: "`{key}` cannot be the number `{read}`", "`{key}` មិនអាចជាលេខ `{read}` បានទេ";
        help: "write a number such as `1` or `10`", "សូមសរសេរលេខដូចជា `1` ឬ `10`";
        explain: "A setting of the wrong kind would have no effect, or another than was meant.", "ការកំណត់ដែលមានតម្លៃខុសប្រភេទ គ្មានប្រសិទ្ធភាព ឬមានប្រសិទ្ធភាពខុសពីបំណង។";
    }
    DAY_OF_TWO = "E104" Error Content {
        message: "`{key}` is `{read}`, which can be the days {readings}", "`{key}` គឺ `{read}` ដែលអាចជាថ្ងៃ {readings}";
        help: "write the one that is meant, with the year first and the month second", "សូមសរសេរថ្ងៃដែលចង់បាន ដោយដាក់ឆ្នាំមុន រួចខែ រួចថ្ងៃ";
        explain: "Some write the day first and some the month. A page that is published or taken down on the wrong one of two days harms the campaign.", "អ្នកខ្លះសរសេរថ្ងៃមុន អ្នកខ្លះសរសេរខែមុន។ ទំព័រដែលផ្សាយ ឬដកចេញខុសថ្ងៃ ធ្វើឱ្យខូចដល់យុទ្ធនាការ។";
        example: "date = 03/04/2026", "date = 2026-04-03";
    }
    DAY_OF_ANOTHER_ERA = "E104" Error Content {
        message: "the year {year} of `{key}` seems to be one of the Buddhist era", "ឆ្នាំ {year} នៃ `{key}` ហាក់ជាឆ្នាំពុទ្ធសករាជ";
        help: "write the year as {first} or {second}, whichever is meant: `{first}-01-31`", "សូមសរសេរឆ្នាំជា {first} ឬ {second} តាមដែលចង់បាន៖ `{first}-01-31`";
        explain: "Read as it stands, the day would lie five centuries ahead, and the page would never appear.", "បើអានតាមដែលសរសេរ ថ្ងៃនេះនៅប្រាំសតវត្សទៀត ហើយទំព័រនឹងមិនចេញផ្សាយឡើយ។";
        example: "date = 2569-11-24", "date = 2025-11-24";
    }
    DAY_OF_ANOTHER_WEEKDAY = "E104" Error Content {
        message: "`{key}` names another day of the week than {weekday}, which {day} is", "`{key}` មានថ្ងៃក្នុងសប្ដាហ៍ខុស ព្រោះ {day} គឺជាថ្ងៃ{weekday}";
        help: "write the day that is meant, without the day of the week, such as `{day}`", "សូមសរសេរថ្ងៃដែលចង់បាន ដោយមិនបាច់ដាក់ថ្ងៃក្នុងសប្ដាហ៍ ដូចជា `{day}`";
        explain: "One of the two is a slip, and nobody else knows which.", "ក្នុងចំណោមពីរ មានមួយសរសេរខុស ហើយគ្មានអ្នកផ្សេងដឹងថាមួយណាទេ។";
    }
    NO_SUCH_DAY = "E104" Error Content {
        message: "`{key}` is `{read}`, a day that no calendar has", "`{key}` គឺ `{read}` ដែលគ្មានក្នុងប្រតិទិន";
        help: "write year, month and day of the calendar, such as `2026-01-31`", "សូមសរសេរឆ្នាំ ខែ ថ្ងៃ ដែលមានក្នុងប្រតិទិន ដូចជា `2026-01-31`";
        explain: "A setting of the wrong kind would have no effect, or another than was meant.", "ការកំណត់ដែលមានតម្លៃខុសប្រភេទ គ្មានប្រសិទ្ធភាព ឬមានប្រសិទ្ធភាពខុសពីបំណង។";
    }
    SHORT_YEAR = "E104" Error Content {
        message: "`{key}` is `{read}`, a year without its century", "`{key}` គឺ `{read}` ដែលឆ្នាំខ្វះសតវត្ស";
        help: "write all four digits of the year, such as `2026-01-31`", "សូមសរសេរឆ្នាំជាលេខបួនខ្ទង់ ដូចជា `2026-01-31`";
        explain: "A short year can be the day of another date, or lie in another century.", "ឆ្នាំដែលសរសេរខ្លី អាចច្រឡំជាថ្ងៃ ឬជាសតវត្សផ្សេង។";
    }
    ESCAPE_IN_PATH = "E104" Error Content {
        message: "`{key}` is `{read}`, in which a `\\` turns the letter behind it into the end of a line or a tab", "`{key}` គឺ `{read}` ដែល `\\` ធ្វើឱ្យអក្សរក្រោយវាក្លាយជាចុងបន្ទាត់ ឬសញ្ញា tab";
        help: "write folders with `/`, as in `photos/new.jpg`", "សូមសរសេរថតដោយប្រើ `/` ដូចជា `photos/new.jpg`";
        explain: "The file that is meant would not be found, and another name stands in its place.", "ឯកសារដែលចង់បាននឹងរកមិនឃើញ ព្រោះឈ្មោះក្លាយជាឈ្មោះផ្សេង។";
    }
    UNCERTAIN_VALUE = "E104" Error Content {
        message: "`{key}` is `{read}`, which can be text or something else", "`{key}` គឺ `{read}` ដែលអាចជាអត្ថបទ ឬជាអ្វីផ្សេង";
        help: "write text between straight quotation marks, `\"…\"`, and without them numbers as `1000`, days as `2026-01-31`, and `true` or `false`", "សូមសរសេរអត្ថបទក្នុងសញ្ញាសម្រង់ត្រង់ `\"…\"` ហើយសរសេរលេខជា `1000` កាលបរិច្ឆេទជា `2026-01-31` និង `true` ឬ `false` ដោយគ្មានសញ្ញាសម្រង់";
        explain: "A template shows text and numbers each in its own way, and nobody else knows which is meant.", "គំរូ (template) បង្ហាញអត្ថបទ និងលេខខុសគ្នា ហើយគ្មានអ្នកផ្សេងដឹងថាចង់បានមួយណាទេ។";
    }
    UNKNOWN_CHOICE = "E104" Error Content {
        message: "`{key}` is `{read}`, which is none of the words known there", "`{key}` គឺ `{read}` ដែលមិនមែនជាពាក្យដែលស្គាល់នៅទីនោះ";
        help: "write one of {known}", "សូមសរសេរពាក្យមួយក្នុងចំណោម {known}";
        explain: "A setting of the wrong kind would have no effect, or another than was meant.", "ការកំណត់ដែលមានតម្លៃខុសប្រភេទ គ្មានប្រសិទ្ធភាព ឬមានប្រសិទ្ធភាពខុសពីបំណង។";
    }
    WRONG_VALUE = "E104" Error Content {
        message: "`{key}` cannot be `{read}`", "`{key}` មិនអាចជា `{read}` បានទេ";
        help: "write text between quotation marks, and numbers, dates, `true` and `false` without", "សូមសរសេរអត្ថបទក្នុងសញ្ញាសម្រង់ ហើយលេខ កាលបរិច្ឆេទ `true` និង `false` ដោយគ្មានសញ្ញាសម្រង់";
        explain: "A setting of the wrong kind would have no effect, or another than was meant.", "ការកំណត់ដែលមានតម្លៃខុសប្រភេទ គ្មានប្រសិទ្ធភាព ឬមានប្រសិទ្ធភាពខុសពីបំណង។";
    }
    MISSING_KEY = "E104" Error Content {
        message: "`{key}` is missing", "ខ្វះ `{key}`";
        help: "add a line `{key} = …`", "សូមបន្ថែមបន្ទាត់ `{key} = …`";
        explain: "Some settings have no value that would be right for everybody, so they must be written.", "ការកំណត់ខ្លះគ្មានតម្លៃដែលត្រូវសម្រាប់គ្រប់គ្នាទេ ដូច្នេះត្រូវសរសេរវា។";
    }
    REPEATED_KEY = "E104" Error Content {
        message: "`{key}` stands here a second time", "`{key}` មាននៅទីនេះជាលើកទីពីរ";
        help: "keep one of the two", "សូមទុកតែមួយ";
        explain: "Of two values for one setting, nobody can say which is meant.", "បើការកំណត់មួយមានតម្លៃពីរ គ្មាននរណាដឹងថាចង់បានមួយណាទេ។";
    }
    REPEATED_TABLE = "E104" Error Content {
        message: "the table `{key}` begins here a second time", "តារាង `{key}` ចាប់ផ្ដើមនៅទីនេះជាលើកទីពីរ";
        help: "write its settings below one line `[{key}]`; where there may be several of such tables, begin each with `[[{key}]]`", "សូមសរសេរការកំណត់របស់វាក្រោមបន្ទាត់ `[{key}]` តែមួយ។ បើអាចមានតារាងបែបនេះច្រើន សូមចាប់ផ្ដើមតារាងនីមួយៗដោយ `[[{key}]]`";
        explain: "Of two values for one setting, nobody can say which is meant.", "បើការកំណត់មួយមានតម្លៃពីរ គ្មាននរណាដឹងថាចង់បានមួយណាទេ។";
    }
    NOT_QUOTED = "E104" Error Content {
        message: "text stands here without quotation marks", "អត្ថបទនៅទីនេះគ្មានសញ្ញាសម្រង់ទេ";
        help: "put it between straight quotation marks: `\"…\"`; `true`, `false`, numbers and dates stand without", "សូមដាក់វាក្នុងសញ្ញាសម្រង់ត្រង់៖ `\"…\"`។ `true`, `false` លេខ និងកាលបរិច្ឆេទ មិនដាក់សញ្ញាសម្រង់ទេ";
        explain: "Settings stand in TOML; a line that cannot be read would be a setting silently lost.", "ការកំណត់ស្ថិតក្នុង TOML។ បើអានបន្ទាត់មួយមិនបាន ការកំណត់នោះនឹងបាត់ដោយគ្មាននរណាដឹង។";
        example: "title = ថវិកាឃុំ", "title = \"ថវិកាឃុំ\"";
    }
    NO_VALUE = "E104" Error Content {
        message: "a setting stands here without a value", "ការកំណត់នៅទីនេះគ្មានតម្លៃទេ";
        help: "write `name = \"value\"`, or remove the line", "សូមសរសេរ `name = \"value\"` ឬលុបបន្ទាត់នេះ";
        explain: "Settings stand in TOML; a line that cannot be read would be a setting silently lost.", "ការកំណត់ស្ថិតក្នុង TOML។ បើអានបន្ទាត់មួយមិនបាន ការកំណត់នោះនឹងបាត់ដោយគ្មាននរណាដឹង។";
    }
    NO_SIGN = "E104" Error Content {
        message: "no `=` stands on this line", "គ្មាន `=` លើបន្ទាត់នេះទេ";
        help: "write a setting as `name = \"value\"`, and a comment behind `#`", "សូមសរសេរការកំណត់ជា `name = \"value\"` ហើយសរសេរសម្គាល់ក្រោយ `#`";
        explain: "Settings stand in TOML; a line that cannot be read would be a setting silently lost.", "ការកំណត់ស្ថិតក្នុង TOML។ បើអានបន្ទាត់មួយមិនបាន ការកំណត់នោះនឹងបាត់ដោយគ្មាននរណាដឹង។";
    }
    MORE_ON_THE_LINE = "E104" Error Content {
        message: "something more stands here behind the value", "មានអ្វីមួយទៀតនៅក្រោយតម្លៃ";
        help: "write one setting a line; within text between `\"`, write a quotation mark as `\\\"`", "សូមសរសេរការកំណត់មួយក្នុងមួយបន្ទាត់។ ក្នុងអត្ថបទរវាង `\"` សូមសរសេរសញ្ញាសម្រង់ជា `\\\"`";
        explain: "Settings stand in TOML; a line that cannot be read would be a setting silently lost.", "ការកំណត់ស្ថិតក្នុង TOML។ បើអានបន្ទាត់មួយមិនបាន ការកំណត់នោះនឹងបាត់ដោយគ្មាននរណាដឹង។";
    }
    BRACKET_UNCLOSED = "E104" Error Content {
        message: "a bracket that was opened is not closed", "តង្កៀបដែលបានបើក មិនបានបិទទេ";
        help: "close it with `]` or `}}`", "សូមបិទវាដោយ `]` ឬ `}}`";
        explain: "Settings stand in TOML; a line that cannot be read would be a setting silently lost.", "ការកំណត់ស្ថិតក្នុង TOML។ បើអានបន្ទាត់មួយមិនបាន ការកំណត់នោះនឹងបាត់ដោយគ្មាននរណាដឹង។";
    }
    QUOTE_UNCLOSED = "E104" Error Content {
        message: "the quotation mark that ends the text is missing", "ខ្វះសញ្ញាសម្រង់នៅចុងអត្ថបទ";
        help: "write `\"` at the end of the text, on the same line", "សូមសរសេរ `\"` នៅចុងអត្ថបទ ក្នុងបន្ទាត់ដដែល";
        explain: "Settings stand in TOML; a line that cannot be read would be a setting silently lost.", "ការកំណត់ស្ថិតក្នុង TOML។ បើអានបន្ទាត់មួយមិនបាន ការកំណត់នោះនឹងបាត់ដោយគ្មាននរណាដឹង។";
    }
    UNREADABLE_VALUE = "E104" Error Content {
        message: "`{read}` is neither a number nor a day", "`{read}` មិនមែនជាលេខ ហើយក៏មិនមែនជាកាលបរិច្ឆេទ";
        help: "write a number as `1000` or `0.5`, a day of the calendar as `2026-01-31`, and anything else between quotation marks: `\"…\"`", "សូមសរសេរលេខជា `1000` ឬ `0.5` កាលបរិច្ឆេទដែលមានក្នុងប្រតិទិនជា `2026-01-31` ហើយអ្វីផ្សេងទៀតក្នុងសញ្ញាសម្រង់៖ `\"…\"`";
        explain: "Settings stand in TOML; a line that cannot be read would be a setting silently lost.", "ការកំណត់ស្ថិតក្នុង TOML។ បើអានបន្ទាត់មួយមិនបាន ការកំណត់នោះនឹងបាត់ដោយគ្មាននរណាដឹង។";
    }
    BAD_KEY = "E104" Error Content {
        message: "`{read}` cannot be the name of a setting", "`{read}` មិនអាចជាឈ្មោះនៃការកំណត់បានទេ";
        help: "write the name as the handbook has it, in Latin letters and without spaces, and `=` behind it", "សូមសរសេរឈ្មោះតាមសៀវភៅណែនាំ ជាអក្សរឡាតាំង ដោយគ្មានដកឃ្លា រួចដាក់ `=` ពីក្រោយ";
        explain: "Settings stand in TOML; a line that cannot be read would be a setting silently lost.", "ការកំណត់ស្ថិតក្នុង TOML។ បើអានបន្ទាត់មួយមិនបាន ការកំណត់នោះនឹងបាត់ដោយគ្មាននរណាដឹង។";
    }
    BAD_HEADING = "E104" Error Content {
        message: "`{read}` cannot be the name of a table", "`{read}` មិនអាចជាឈ្មោះតារាងបានទេ";
        help: "write the name as the handbook has it, in Latin letters and without spaces, such as `[extra]`", "សូមសរសេរឈ្មោះតាមសៀវភៅណែនាំ ជាអក្សរឡាតាំង ដោយគ្មានដកឃ្លា ដូចជា `[extra]`";
        explain: "Settings stand in TOML; a line that cannot be read would be a setting silently lost.", "ការកំណត់ស្ថិតក្នុង TOML។ បើអានបន្ទាត់មួយមិនបាន ការកំណត់នោះនឹងបាត់ដោយគ្មាននរណាដឹង។";
    }
    BAD_ESCAPE = "E104" Error Content {
        message: "a `\\` stands in this text before something that cannot follow it", "ក្នុងអត្ថបទនេះមាន `\\` នៅមុខសញ្ញាដែលមិនអាចនៅបន្ទាប់វាបានទេ";
        help: "write `\\\\` where one `\\` is meant, and folders with `/`", "សូមសរសេរ `\\\\` ពេលចង់បាន `\\` មួយ ហើយសរសេរថតដោយប្រើ `/`";
        explain: "Settings stand in TOML; a line that cannot be read would be a setting silently lost.", "ការកំណត់ស្ថិតក្នុង TOML។ បើអានបន្ទាត់មួយមិនបាន ការកំណត់នោះនឹងបាត់ដោយគ្មាននរណាដឹង។";
    }
    COMMA_MISSING = "E104" Error Content {
        message: "a comma is missing between two values", "ខ្វះសញ្ញាក្បៀសរវាងតម្លៃពីរ";
        help: "write `,` between the values of a list", "សូមសរសេរ `,` រវាងតម្លៃក្នុងបញ្ជី";
        explain: "Settings stand in TOML; a line that cannot be read would be a setting silently lost.", "ការកំណត់ស្ថិតក្នុង TOML។ បើអានបន្ទាត់មួយមិនបាន ការកំណត់នោះនឹងបាត់ដោយគ្មាននរណាដឹង។";
    }
    UNKNOWN_KEY = "E105" Error Content {
        message: "no setting is called `{key}`", "គ្មានការកំណត់ឈ្មោះ `{key}` ទេ";
        help: "the settings here are {known}", "ការកំណត់នៅទីនេះមាន {known}";
        explain: "A misspelt setting has no effect, and nobody would notice.", "ការកំណត់ដែលសរសេរខុស គ្មានប្រសិទ្ធភាពទេ ហើយគ្មាននរណាដឹងឡើយ។";
        example: "titel = \"ថវិកាឃុំ\"", "title = \"ថវិកាឃុំ\"";
    }
    SAME_MEANING = "E104" Error Content {
        message: "`{written}` means `{key}`, which has a value already", "`{written}` មានន័យថា `{key}` ដែលមានតម្លៃរួចហើយ";
        help: "keep one of the two", "សូមទុកតែមួយ";
        explain: "Of two values for one setting, nobody can say which is meant.", "បើការកំណត់មួយមានតម្លៃពីរ គ្មាននរណាដឹងថាចង់បានមួយណាទេ។";
    }
    TWO_SETTINGS = "E104" Error Content {
        message: "a second setting, `{key}`, seems to stand on this line", "ហាក់មានការកំណត់ទីពីរ `{key}` លើបន្ទាត់នេះ";
        help: "write each setting on a line of its own, and text between straight quotation marks: `\"…\"`", "សូមសរសេរការកំណត់នីមួយៗលើបន្ទាត់ផ្ទាល់ខ្លួន ហើយដាក់អត្ថបទក្នុងសញ្ញាសម្រង់ត្រង់៖ `\"…\"`";
        explain: "Settings stand in TOML; a line that cannot be read would be a setting silently lost.", "ការកំណត់ស្ថិតក្នុង TOML។ បើអានបន្ទាត់មួយមិនបាន ការកំណត់នោះនឹងបាត់ដោយគ្មាននរណាដឹង។";
    }
    KEY_OF_OTHERS = "E105" Error Content {
        message: "`{key}` is a setting of {others}, and says nothing here", "`{key}` ជាការកំណត់របស់{others} ហើយគ្មានន័យនៅទីនេះទេ";
        help: "take the line away, or write it where it has an effect", "សូមលុបបន្ទាត់នេះ ឬសរសេរវានៅកន្លែងដែលវាមានប្រសិទ្ធភាព";
        explain: "A setting without effect looks as if it had one, and nobody would notice.", "ការកំណត់ដែលគ្មានប្រសិទ្ធភាព មើលទៅដូចជាមាន ហើយគ្មាននរណាដឹងឡើយ។";
    }
    OPPOSITE_KEY = "E105" Error Content {
        message: "no setting is called `{key}`", "គ្មានការកំណត់ឈ្មោះ `{key}` ទេ";
        help: "write `{field} = true` or `{field} = false`, which says the opposite", "សូមសរសេរ `{field} = true` ឬ `{field} = false` ដែលមានន័យផ្ទុយពីនេះ";
        explain: "A misspelt setting has no effect, and nobody would notice.", "ការកំណត់ដែលសរសេរខុស គ្មានប្រសិទ្ធភាពទេ ហើយគ្មាននរណាដឹងឡើយ។";
        example: "published = false", "draft = true";
    }
    KEY_BELOW = "E105" Error Content {
        message: "`{key}` stands outside the table `[{table}]`", "`{key}` នៅក្រៅតារាង `[{table}]`";
        help: "write it on a line below `[{table}]`, behind all settings that stand in no table", "សូមសរសេរវាលើបន្ទាត់ក្រោម `[{table}]` ក្រោយការកំណត់ទាំងអស់ដែលមិននៅក្នុងតារាង";
        explain: "A misspelt setting has no effect, and nobody would notice.", "ការកំណត់ដែលសរសេរខុស គ្មានប្រសិទ្ធភាពទេ ហើយគ្មាននរណាដឹងឡើយ។";
    }
    KEY_IS_A_TABLE = "E105" Error Content {
        message: "`{key}` does not say what kind a page is", "`{key}` មិនប្រាប់ថាទំព័រជាប្រភេទអ្វីទេ";
        help: "the kind is said by a table: write a line `[event]` or `[service]` behind all settings that stand in no table, and below it what the page says of it", "តារាងជាអ្នកប្រាប់ប្រភេទ៖ សូមសរសេរបន្ទាត់ `[event]` ឬ `[service]` ក្រោយការកំណត់ទាំងអស់ដែលមិននៅក្នុងតារាង រួចសរសេរព័ត៌មានរបស់ទំព័រក្រោមវា";
        explain: "A kind brings what pages of it have to say: an event has a day and a place, a service a fee. These stand in the table of the kind, which says the kind too.", "ប្រភេទនីមួយៗមានព័ត៌មានដែលទំព័រត្រូវប្រាប់៖ ព្រឹត្តិការណ៍មានថ្ងៃ និងទីកន្លែង សេវាមានកម្រៃ។ ព័ត៌មានទាំងនេះស្ថិតក្នុងតារាងរបស់ប្រភេទ ដែលប្រាប់ប្រភេទផងដែរ។";
        example: "kind = \"event\"", "[event]\nstart = 2026-12-12T08:00:00";
    }
    KEY_ELSEWHERE = "E105" Error Content {
        message: "`{key}` is a setting of other programs, and says nothing here", "`{key}` ជាការកំណត់របស់កម្មវិធីផ្សេង ហើយគ្មានន័យនៅទីនេះទេ";
        help: "take the line away, or, if a template of yours reads it, write it below a line `[extra]`", "សូមលុបបន្ទាត់នេះ ឬបើគំរូ (template) របស់អ្នកអានវា សូមសរសេរវាក្រោមបន្ទាត់ `[extra]`";
        explain: "A setting without effect looks as if it had one, and nobody would notice.", "ការកំណត់ដែលគ្មានប្រសិទ្ធភាព មើលទៅដូចជាមាន ហើយគ្មាននរណាដឹងឡើយ។";
        example: "layout = \"post\"", "template = \"post.html\"";
    }
    BAD_IMAGE = "E106" Error Content {
        message: "this file is not a picture that browsers can show", "ឯកសារនេះមិនមែនជារូបភាពដែលកម្មវិធីរុករកបង្ហាញបានទេ";
        help: "open it in a picture program and save it again as JPEG, PNG or WebP", "សូមបើកវាក្នុងកម្មវិធីរូបភាព រួចរក្សាទុកម្ដងទៀតជា JPEG, PNG ឬ WebP";
        explain: "Readers would see a gap where the picture should be.", "អ្នកអាននឹងឃើញចន្លោះទទេ ជំនួសរូបភាព។";
    }
    SAME_NAME = "E107" Error Content {
        message: "`{path}` and another file have names that look alike and differ only in how they were typed", "`{path}` និងឯកសារមួយទៀតមានឈ្មោះដូចគ្នា ខុសតែរបៀបវាយអក្សរ";
        help: "delete or rename one of the two", "សូមលុប ឬប្ដូរឈ្មោះឯកសារណាមួយ";
        explain: "The same Khmer letters can be typed in several orders, and a letter with an accent in two ways. A link could not tell the two files apart, and neither can a reader.", "អក្សរខ្មែរដដែលអាចវាយតាមលំដាប់ផ្សេងៗគ្នា ហើយអក្សរដែលមានសញ្ញាអាចវាយបានពីររបៀប។ តំណមិនអាចបែងចែកឯកសារទាំងពីរបានទេ ហើយអ្នកអានក៏មិនអាចដែរ។";
    }
    ALIKE = "E107" Error Content {
        message: "`{path}` and `{other}` are one name on Windows and macOS: they differ only in capital letters, or in how a letter with an accent is made up", "`{path}` និង `{other}` ជាឈ្មោះតែមួយលើ Windows និង macOS៖ ខុសគ្នាតែអក្សរធំតូច ឬរបៀបសរសេរអក្សរដែលមានសញ្ញា";
        help: "delete or rename one of the two", "សូមលុប ឬប្ដូរឈ្មោះណាមួយ";
        explain: "A campaign and its site go from one computer to another. Where both names are one, one of the two files would take the place of the other without a word.", "យុទ្ធនាការ និងគេហទំព័ររបស់វា ត្រូវចម្លងពីកុំព្យូទ័រមួយទៅកុំព្យូទ័រមួយទៀត។ នៅកន្លែងដែលឈ្មោះទាំងពីរជាឈ្មោះតែមួយ ឯកសារមួយនឹងជំនួសឯកសារមួយទៀតដោយគ្មាននរណាដឹង។";
    }
    NO_FILE = "E116" Error Content {
        message: "`{path}` is a pipe, a socket or a device, not a file", "`{path}` ជា pipe, socket ឬឧបករណ៍ មិនមែនជាឯកសារទេ";
        help: "remove it from the campaign's folder", "សូមយកវាចេញពីថតយុទ្ធនាការ";
        explain: "Only files and folders can be published. A program that reads from such a thing may wait for ever.", "មានតែឯកសារ និងថតប៉ុណ្ណោះដែលអាចផ្សាយបាន។ កម្មវិធីដែលអានពីវា អាចរង់ចាំរហូតគ្មានទីបញ្ចប់។";
    }
    FILE_FOR_FOLDER = "E117" Error Content {
        message: "`{path}` is a file, and must be a folder", "`{path}` ជាឯកសារ តែត្រូវជាថត";
        help: "rename the file, and make a folder `{path}` if the campaign needs one", "សូមប្ដូរឈ្មោះឯកសារនេះ រួចបង្កើតថត `{path}` បើយុទ្ធនាការត្រូវការ";
        explain: "Each part of a campaign stands in a folder of its own. What stands in its place is not seen by anybody.", "ផ្នែកនីមួយៗនៃយុទ្ធនាការស្ថិតក្នុងថតរៀងខ្លួន។ អ្វីដែលនៅជំនួសកន្លែងវា គ្មាននរណាឃើញទេ។";
    }
    FOLDER_FOR_FILE = "E117" Error Content {
        message: "`{path}` is a folder, and must be a file", "`{path}` ជាថត តែត្រូវជាឯកសារ";
        help: "rename the folder, and write the file `{path}`", "សូមប្ដូរឈ្មោះថតនេះ រួចសរសេរឯកសារ `{path}`";
        explain: "The settings of a campaign stand in this file, and without them nothing can be built.", "ការកំណត់នៃយុទ្ធនាការស្ថិតក្នុងឯកសារនេះ ហើយបើគ្មានវា គ្មានអ្វីអាចបង្កើតបានទេ។";
    }
    TOO_LARGE = "E118" Error Content {
        message: "the file holds {size} MB, and one of its kind may hold {most} MB", "ឯកសារនេះមានទំហំ {size} MB តែឯកសារប្រភេទនេះមានទំហំបានត្រឹម {most} MB";
        help: "check that it is the file you mean, and divide what is too long", "សូមពិនិត្យមើលថាវាជាឯកសារដែលអ្នកចង់បានឬទេ ហើយបែងចែកវា បើវែងពេក";
        explain: "Nobody writes a text of so many letters; such a file is damaged, or another than was meant, and reading it could fill the memory.", "គ្មាននរណាសរសេរអត្ថបទវែងដល់ម្ល៉េះទេ។ ឯកសារបែបនេះខូច ឬមិនមែនជាឯកសារដែលចង់បាន ហើយការអានវាអាចធ្វើឱ្យអង្គចងចាំពេញ។";
    }
    ACTIVE = "E120" Error Content {
        message: "this file {does}", "ឯកសារនេះ{does}";
        help: "take it out of `content/`; if the site has to offer it as it is, put it below `static/`", "សូមយកវាចេញពី `content/`។ បើគេហទំព័រត្រូវផ្ដល់វាដូចដែលវាមាន សូមដាក់វាក្នុង `static/`";
        explain: "A file beside a page is published as it is. One that runs can read and change whatever readers see of the site, ask other websites for things and tell them who reads here; on a host it can do whatever the site's owner can.", "ឯកសារដែលនៅក្បែរទំព័រ ត្រូវផ្សាយដូចដែលវាមាន។ ឯកសារដែលដំណើរការបាន អាចអាន និងកែអ្វីដែលអ្នកអានឃើញ អាចស្នើសុំពីគេហទំព័រផ្សេង ហើយប្រាប់គេថានរណាអាននៅទីនេះ។ លើម៉ាស៊ីនមេ វាអាចធ្វើអ្វីៗទាំងអស់ដែលម្ចាស់គេហទំព័រអាចធ្វើ។";
    }
    ACTIVE_APART = "W121" Warning Content {
        message: "this file {does}", "ឯកសារនេះ{does}";
        help: "delete it if nobody needs it; if it is meant, know what it does: `sala` did not look into it", "សូមលុបវា បើគ្មាននរណាត្រូវការ។ បើមានបំណងដាក់វា សូមដឹងថាវាធ្វើអ្វី ព្រោះ `sala` មិនបានពិនិត្យខាងក្នុងវាទេ";
        explain: "What lies in `static/` is published as it is. One that runs can read and change whatever readers see of the site, ask other websites for things and tell them who reads here.", "អ្វីដែលនៅក្នុង `static/` ត្រូវផ្សាយដូចដែលវាមាន។ ឯកសារដែលដំណើរការបាន អាចអាន និងកែអ្វីដែលអ្នកអានឃើញ អាចស្នើសុំពីគេហទំព័រផ្សេង ហើយប្រាប់គេថានរណាអាននៅទីនេះ។";
    }
    ACTIVE_PIECE = "E122" Error Content {
        message: "`{found}` in this file {does}", "`{found}` ក្នុងឯកសារនេះ{does}";
        help: "save the drawing again as plain SVG, with its pictures in it and without scripts, or as PNG", "សូមរក្សាទុកគំនូរម្ដងទៀតជា SVG ធម្មតា ដោយមានរូបភាពនៅក្នុងវា និងគ្មានស្គ្រីប ឬរក្សាទុកជា PNG";
        explain: "A drawing (SVG) is published as it is. A script in it runs with all the rights of the site, and one that fetches something from another website tells that one who reads here.", "គំនូរ (SVG) ត្រូវផ្សាយដូចដែលវាមាន។ ស្គ្រីបក្នុងវាដំណើរការដោយមានសិទ្ធិទាំងអស់របស់គេហទំព័រ ហើយគំនូរដែលយកអ្វីមួយពីគេហទំព័រផ្សេង ប្រាប់គេថានរណាអាននៅទីនេះ។";
    }
    ACTIVE_PIECE_APART = "W123" Warning Content {
        message: "`{found}` in this file {does}", "`{found}` ក្នុងឯកសារនេះ{does}";
        help: "take that out of the file, or save it again without", "សូមយកវាចេញពីឯកសារ ឬរក្សាទុកឯកសារម្ដងទៀតដោយគ្មានវា";
        explain: "What lies in `static/` is published as it is. A script in it runs with all the rights of the site, and a file that fetches something from another website tells that one who reads here.", "អ្វីដែលនៅក្នុង `static/` ត្រូវផ្សាយដូចដែលវាមាន។ ស្គ្រីបក្នុងវាដំណើរការដោយមានសិទ្ធិទាំងអស់របស់គេហទំព័រ ហើយឯកសារដែលយកអ្វីមួយពីគេហទំព័រផ្សេង ប្រាប់គេថានរណាអាននៅទីនេះ។";
    }
    TAKEN_OUT = "W141" Warning Content {
        message: "`{found}` is taken out of this drawing: it {does}", "`{found}` ត្រូវដកចេញពីគំនូរនេះ៖ វា{does}";
        help: "look at the drawing on the page; if something is missing, save it again as plain SVG, with texts as texts and its pictures in it, or as PNG", "សូមមើលគំនូរលើទំព័រ។ បើខ្វះអ្វីមួយ សូមរក្សាទុកវាម្ដងទៀតជា SVG ធម្មតា ដោយទុកអត្ថបទជាអត្ថបទ និងមានរូបភាពនៅក្នុងវា ឬរក្សាទុកជា PNG";
        explain: "Programs that draw put scripts, letters from other websites and pieces of web pages into their files. A page of this site asks nobody else for anything, so such pieces are left out of what is published; your own file stays as it is.", "កម្មវិធីគូររូប ដាក់ស្គ្រីប ពុម្ពអក្សរពីគេហទំព័រផ្សេង និងផ្នែកនៃទំព័រវែប ចូលក្នុងឯកសារ។ ទំព័ររបស់គេហទំព័រនេះ មិនស្នើសុំអ្វីពីអ្នកដទៃទេ ដូច្នេះផ្នែកបែបនេះត្រូវដកចេញពីអ្វីដែលផ្សាយ។ ឯកសារដើមរបស់អ្នក នៅដដែល។";
    }
    HIDDEN = "W124" Warning Content {
        message: "the name of `{path}` begins with a dot, so it is not published", "ឈ្មោះ `{path}` ចាប់ផ្ដើមដោយចំណុច ដូច្នេះមិនត្រូវបានផ្សាយទេ";
        help: "if it belongs to the site, rename it without the dot; if not, take it out of this folder", "បើវាជារបស់គេហទំព័រ សូមប្ដូរឈ្មោះវាដោយគ្មានចំណុច។ បើមិនមែនទេ សូមយកវាចេញពីថតនេះ";
        explain: "Computers hide such files, and programs keep passwords and notes in them, so none is published by accident. Below `static/`, what hosts look for is published: `.htaccess`, `.well-known`, `.nojekyll`, `.user.ini` and `.domains`.", "កុំព្យូទ័រលាក់ឯកសារបែបនេះ ហើយកម្មវិធីនានារក្សាពាក្យសម្ងាត់ និងកំណត់ចំណាំក្នុងវា ដូច្នេះគ្មានឯកសារបែបនេះត្រូវផ្សាយដោយចៃដន្យទេ។ ក្នុង `static/` អ្វីដែលម៉ាស៊ីនបម្រើត្រូវការ ត្រូវបានផ្សាយ៖ `.htaccess`, `.well-known`, `.nojekyll`, `.user.ini` និង `.domains`។";
    }
    HIDDEN_PASSWORDS = "W124" Warning Content {
        message: "this file holds passwords, so it is not published", "ឯកសារនេះមានពាក្យសម្ងាត់ ដូច្នេះមិនត្រូវបានផ្សាយទេ";
        help: "put it on the host by hand, outside the folder of the site, and name it there in `.htaccess`", "សូមដាក់វាលើម៉ាស៊ីនបម្រើដោយដៃ នៅក្រៅថតគេហទំព័រ ហើយសរសេរទីតាំងវាក្នុង `.htaccess`";
        explain: "Many hosts hand out `.htpasswd` to whoever asks for it, and passwords can be guessed from what stands in it.", "ម៉ាស៊ីនបម្រើជាច្រើនឱ្យ `.htpasswd` ទៅអ្នកណាក៏ដោយដែលសុំ ហើយគេអាចទាយពាក្យសម្ងាត់ពីអ្វីដែលនៅក្នុងវា។";
    }
    IN_THE_CLOUD = "E125" Error Content {
        message: "`{name}` is in iCloud, and not on this computer", "`{name}` នៅក្នុង iCloud មិននៅលើកុំព្យូទ័រនេះទេ";
        help: "open the folder in Finder and download the file, then build again", "សូមបើកថតក្នុង Finder ទាញយកឯកសារនេះ រួចបង្កើតម្ដងទៀត";
        explain: "To save room, macOS leaves only a sign in the place of a file. The site would lack what the file holds.", "ដើម្បីសន្សំទំហំ macOS ទុកតែសញ្ញាមួយជំនួសឯកសារ។ គេហទំព័រនឹងខ្វះអ្វីដែលនៅក្នុងឯកសារនោះ។";
    }
    NEARLY_A_PART = "W126" Warning Content {
        message: "the folder `{name}` is not read, because it is not called `{part}`", "ថត `{name}` មិនត្រូវបានអានទេ ព្រោះវាមិនមានឈ្មោះ `{part}`";
        help: "move what belongs to the site into `{part}/`, in small letters; if the folder is no part of the site, give it a name that begins with `_`", "សូមផ្លាស់អ្វីដែលជារបស់គេហទំព័រទៅក្នុង `{part}/` ជាអក្សរតូច។ បើថតនេះមិនមែនជាផ្នែកនៃគេហទំព័រ សូមដាក់ឈ្មោះដែលចាប់ផ្ដើមដោយ `_`";
        explain: "A campaign consists of `sala.toml` and the folders `content`, `data`, `static`, `templates` and `themes`; what lies in another is neither read nor published.", "យុទ្ធនាការមាន `sala.toml` និងថត `content`, `data`, `static`, `templates` និង `themes`។ អ្វីដែលនៅក្នុងថតផ្សេង មិនត្រូវបានអាន ឬផ្សាយទេ។";
    }
    BESIDE = "W126" Warning Content {
        message: "what lies in the folder `{name}` is not published, because it stands beside `content/` and `static/`", "អ្វីដែលនៅក្នុងថត `{name}` មិនត្រូវបានផ្សាយទេ ព្រោះថតនេះនៅក្បែរ `content/` និង `static/`";
        help: "move the folder into `static/`, or into `content/` if pages stand beside it; if it is no part of the site, give it a name that begins with `_`", "សូមផ្លាស់ថតនេះទៅក្នុង `static/` ឬក្នុង `content/` បើទំព័រនៅក្បែរវា។ បើវាមិនមែនជាផ្នែកនៃគេហទំព័រ សូមដាក់ឈ្មោះដែលចាប់ផ្ដើមដោយ `_`";
        explain: "A campaign consists of `sala.toml` and the folders `content`, `data`, `static`, `templates` and `themes`; what lies in another is neither read nor published.", "យុទ្ធនាការមាន `sala.toml` និងថត `content`, `data`, `static`, `templates` និង `themes`។ អ្វីដែលនៅក្នុងថតផ្សេង មិនត្រូវបានអាន ឬផ្សាយទេ។";
    }
    PAGE_BESIDE = "W126" Warning Content {
        message: "the page `{name}` is not published, because it stands outside `content/`", "ទំព័រ `{name}` មិនត្រូវបានផ្សាយទេ ព្រោះវានៅក្រៅ `content/`";
        help: "move it into `content/`", "សូមផ្លាស់វាទៅក្នុង `content/`";
        explain: "Pages are the Markdown files below `content/`; one that lies elsewhere is not seen.", "ទំព័រគឺជាឯកសារ Markdown ក្នុង `content/`។ ទំព័រដែលនៅកន្លែងផ្សេង មិនត្រូវបានមើលឃើញទេ។";
    }
    SETTINGS_TWICE = "W126" Warning Content {
        message: "the settings in `{name}` are not read; those in `sala.toml` are", "ការកំណត់ក្នុង `{name}` មិនត្រូវបានអានទេ។ កម្មវិធីអានតែ `sala.toml`";
        help: "take over into `sala.toml` what is right in it, and delete it", "សូមយកអ្វីដែលត្រឹមត្រូវក្នុងវាទៅដាក់ក្នុង `sala.toml` រួចលុបវា";
        explain: "Whoever changes a setting in the wrong one of two files sees no change, and does not learn why.", "អ្នកដែលកែការកំណត់ក្នុងឯកសារខុស នឹងមិនឃើញអ្វីប្រែប្រួល ហើយមិនដឹងមូលហេតុទេ។";
    }
    COPY = "W127" Warning Content {
        message: "`{path}` is a copy that a program made of `{original}`, and is left out", "`{path}` ជាច្បាប់ចម្លងដែលកម្មវិធីបង្កើតពី `{original}` ហើយមិនត្រូវបានប្រើទេ";
        help: "compare the two, keep in `{original}` what is right, and delete the copy; if it is a file of its own, give it another name", "សូមផ្ទៀងទាំងពីរ រក្សាអ្វីដែលត្រឹមត្រូវក្នុង `{original}` រួចលុបច្បាប់ចម្លង។ បើវាជាឯកសារដោយឡែក សូមដាក់ឈ្មោះផ្សេង";
        explain: "Where two people save a file at once, or a folder is synchronised, a program keeps both. Only the file with the plain name is used, so that nothing is published twice, and what stands in the copy alone is not on the site.", "ពេលមនុស្សពីរនាក់រក្សាទុកឯកសារតែមួយក្នុងពេលតែមួយ ឬពេលថតត្រូវបានធ្វើសមកាលកម្ម កម្មវិធីរក្សាទុកទាំងពីរ។ មានតែឯកសារដែលមានឈ្មោះដើមត្រូវបានប្រើ ដើម្បីកុំឱ្យផ្សាយពីរដង ហើយអ្វីដែលមានតែក្នុងច្បាប់ចម្លង មិននៅលើគេហទំព័រទេ។";
    }
    COPY_ALONE = "W127" Warning Content {
        message: "a program made this copy of `{original}`, which is not there; the copy is left out", "កម្មវិធីបានបង្កើតច្បាប់ចម្លងនេះពី `{original}` ដែលគ្មាននៅទីនោះទេ។ ច្បាប់ចម្លងមិនត្រូវបានប្រើទេ";
        help: "rename the copy to `{original}` if it is to be used, or delete it", "សូមប្ដូរឈ្មោះច្បាប់ចម្លងជា `{original}` បើត្រូវប្រើវា ឬលុបវា";
        explain: "Where two people save a file at once, a program keeps both. Here only the second was left, under a name that nobody chose; whether it is to be on the site, only people know.", "ពេលមនុស្សពីរនាក់រក្សាទុកឯកសារតែមួយក្នុងពេលតែមួយ កម្មវិធីរក្សាទុកទាំងពីរ។ នៅទីនេះ នៅសល់តែច្បាប់ទីពីរ ក្រោមឈ្មោះដែលគ្មាននរណាជ្រើសរើស។ មានតែមនុស្សទេដែលដឹងថាវាគួរនៅលើគេហទំព័រឬអត់។";
    }
    EMPTY = "W128" Warning Content {
        message: "this file is empty", "ឯកសារនេះទទេ";
        help: "put the file here again from where it came, or delete it; a folder that is synchronised may not be complete yet", "សូមដាក់ឯកសារនេះម្ដងទៀតពីប្រភពដើម ឬលុបវា។ ថតដែលកំពុងធ្វើសមកាលកម្ម អាចមិនទាន់ពេញលេញ";
        explain: "Readers would download nothing, and take the site for broken.", "អ្នកអាននឹងទាញយកបានតែទទេ ហើយគិតថាគេហទំព័រខូច។";
    }
    OTHER_PICTURE = "E129" Error Content {
        message: "this picture is {kind}, which many phones and browsers cannot show", "រូបភាពនេះជា {kind} ដែលទូរសព្ទ និងកម្មវិធីរុករកជាច្រើនបង្ហាញមិនបាន";
        help: "open it in a picture program and save it as JPEG (a photo) or PNG (a drawing); a file for printers to take away goes into `static/`", "សូមបើកវាក្នុងកម្មវិធីរូបភាព រួចរក្សាទុកជា JPEG (រូបថត) ឬ PNG (គំនូរ)។ ឯកសារសម្រាប់ឱ្យគេទាញយកទៅបោះពុម្ព សូមដាក់ក្នុង `static/`";
        explain: "Phones take photos as HEIC and scanners write TIFF. Readers would see a gap where the picture should be.", "ទូរសព្ទថតរូបជា HEIC ហើយម៉ាស៊ីនស្កេនសរសេរជា TIFF។ អ្នកអាននឹងឃើញចន្លោះទទេ ជំនួសរូបភាព។";
    }
    FILM_POSITION = "W130" Warning Content {
        message: "this film tells where it was taken", "វីដេអូនេះប្រាប់ទីកន្លែងដែលវាត្រូវបានថត";
        help: "save it again without the position: share it from the phone without `Location`, or export it from a program that cuts films", "សូមរក្សាទុកវាម្ដងទៀតដោយគ្មានទីតាំង៖ ចែករំលែកវាពីទូរសព្ទដោយបិទ `Location` ឬនាំវាចេញពីកម្មវិធីកាត់វីដេអូ";
        explain: "Phones write the position into a film, to a few metres. Whoever downloads it can find the house of whom it shows, and of whom took it.", "ទូរសព្ទសរសេរទីតាំងចូលក្នុងវីដេអូ ត្រឹមតែប៉ុន្មានម៉ែត្រ។ អ្នកណាដែលទាញយកវីដេអូ អាចរកឃើញផ្ទះរបស់អ្នកក្នុងវីដេអូ និងអ្នកថត។";
    }
    PICTURE_WEIGHT = "W131" Warning Content {
        message: "this picture weighs {size} KB; more than {most} KB takes long to load on a slow connection", "រូបភាពនេះមានទំហំ {size} KB។ លើសពី {most} KB ត្រូវចំណាយពេលយូរដើម្បីផ្ទុកលើអ៊ីនធឺណិតយឺត";
        help: "make it smaller, 1,200 pixels wide is enough, and save it as JPEG or WebP; `picture_limit` in `sala.toml` sets the limit", "សូមធ្វើឱ្យវាតូចជាងនេះ ទទឹង 1,200 ភីកសែលគ្រប់គ្រាន់ហើយ រួចរក្សាទុកជា JPEG ឬ WebP។ `picture_limit` ក្នុង `sala.toml` កំណត់ដែនកំណត់នេះ";
        explain: "Readers pay for every megabyte, and on a slow connection a photo from a camera takes minutes.", "អ្នកអានចំណាយប្រាក់លើគ្រប់មេកាបៃ ហើយលើអ៊ីនធឺណិតយឺត រូបថតពីកាមេរ៉ាត្រូវចំណាយពេលច្រើននាទី។";
    }
    LINKED_PICTURE_WEIGHT = "W131" Warning Content {
        message: "a page leads to this picture, which weighs {size} KB; more than {most} KB takes long to load on a slow connection", "ទំព័រមួយមានតំណទៅរូបភាពនេះ ដែលមានទំហំ {size} KB។ លើសពី {most} KB ត្រូវចំណាយពេលយូរដើម្បីផ្ទុកលើអ៊ីនធឺណិតយឺត";
        help: "lead to a smaller one, or say in the link how large it is; `picture_limit` in `sala.toml` sets the limit", "សូមដាក់តំណទៅរូបភាពតូចជាងនេះ ឬប្រាប់ទំហំរបស់វាក្នុងតំណ។ `picture_limit` ក្នុង `sala.toml` កំណត់ដែនកំណត់នេះ";
        explain: "A picture that a page shows is made small by `sala`; one that a link leads to is published as large as it is, since somebody may want to print it. Who follows the link pays for every megabyte.", "រូបភាពដែលទំព័របង្ហាញ ត្រូវ `sala` បង្រួមឱ្យតូច។ រូបភាពដែលតំណនាំទៅ ត្រូវផ្សាយតាមទំហំដើម ព្រោះអាចមានអ្នកចង់បោះពុម្ពវា។ អ្នកដែលចុចតំណ ចំណាយប្រាក់លើគ្រប់មេកាបៃ។";
    }
    PICTURE_FOR_PRINT = "W132" Warning Content {
        message: "the colours of this picture are for printing (CMYK)", "ពណ៌របស់រូបភាពនេះសម្រាប់បោះពុម្ព (CMYK)";
        help: "save it again in RGB", "សូមរក្សាទុកវាម្ដងទៀតជា RGB";
        explain: "Phones show such colours wrong, some upside down, and older ones show nothing.", "ទូរសព្ទបង្ហាញពណ៌បែបនេះខុស ខ្លះបង្ហាញពណ៌បញ្ច្រាស ហើយទូរសព្ទចាស់មិនបង្ហាញអ្វីទេ។";
    }
    PICTURE_DAMAGED = "E138" Error Content {
        message: "this picture is damaged: it cannot be read to its end", "រូបភាពនេះខូច៖ អានមិនដល់ចប់ទេ";
        help: "copy it again from the phone or the camera; if it is damaged there too, open it in a picture program and save it anew", "សូមចម្លងវាម្ដងទៀតពីទូរសព្ទ ឬកាមេរ៉ា។ បើនៅទីនោះវាខូចដែរ សូមបើកវាក្នុងកម្មវិធីរូបភាព រួចរក្សាទុកម្ដងទៀត";
        explain: "A file that broke off while it was copied shows only the upper part of the picture, or nothing.", "ឯកសារដែលដាច់ពេលចម្លង បង្ហាញបានតែផ្នែកខាងលើនៃរូបភាព ឬមិនបង្ហាញអ្វីសោះ។";
    }
    PICTURE_TOO_LARGE = "E139" Error Content {
        message: "this picture has {width} × {height} pixels, more than the {limit} million that can be made small", "រូបភាពនេះមាន {width} × {height} ភីកសែល (pixel) លើសពី {limit} លាន ដែលអាចបង្រួមបាន";
        help: "save it smaller in a picture program; 2000 pixels wide is more than a page shows", "សូមរក្សាទុកវាឱ្យតូចជាងនេះក្នុងកម្មវិធីរូបភាព។ ទទឹង 2000 ភីកសែល លើសពីអ្វីដែលទំព័របង្ហាញ";
        explain: "To make such a picture small takes more time and memory than a build may take, and to show it as it is would cost readers many megabytes.", "ការបង្រួមរូបភាពធំបែបនេះ ត្រូវការពេលវេលា និងអង្គចងចាំច្រើនពេក ហើយបើបង្ហាញវាដូចដើម អ្នកអានត្រូវចំណាយច្រើនមេកាបៃ។";
    }
    PICTURE_MOVES = "W140" Warning Content {
        message: "this picture moves", "រូបភាពនេះមានចលនា";
        help: "show one picture that does not move, or lead to a film with a link", "សូមបង្ហាញរូបភាពមួយដែលមិនមានចលនា ឬដាក់តំណទៅវីដេអូ";
        explain: "Who sees it cannot stop it, and it takes people from reading; it is also many times as heavy as one picture, and phones without much memory stop showing the page. It is published as it is.", "អ្នកមើលមិនអាចបញ្ឈប់វាបាន ហើយវារំខានដល់ការអាន។ វាក៏ធ្ងន់ជាងរូបភាពមួយច្រើនដង ហើយទូរសព្ទដែលមានអង្គចងចាំតិច អាចឈប់បង្ហាញទំព័រ។ វាត្រូវផ្សាយដូចដែលវាមាន។";
    }
    SOUND_FOR_NEW_PHONES = "W142" Warning Content {
        message: "many phones do not play this kind of sound ({kind}), or it is many times as heavy as MP3", "ទូរសព្ទច្រើនចាក់សំឡេងប្រភេទនេះ ({kind}) មិនបាន ឬវាធ្ងន់ជាង MP3 ច្រើនដង";
        help: "save it as MP3 or M4A, which all phones play", "សូមរក្សាទុកវាជា MP3 ឬ M4A ដែលទូរសព្ទទាំងអស់ចាក់បាន";
        explain: "iPhones of a few years ago play neither OGG nor Opus, and WAV is ten times as heavy as MP3.", "iPhone ប៉ុន្មានឆ្នាំមុនចាក់ OGG និង Opus មិនបានទេ ហើយ WAV ធ្ងន់ជាង MP3 ដប់ដង។";
    }
    MISNAMED_SETTINGS = "E137" Error Content {
        message: "the settings in `{name}` are not read, because the file is not called `sala.toml`", "ការកំណត់ក្នុង `{name}` មិនត្រូវបានអានទេ ព្រោះឯកសារមិនមានឈ្មោះ `sala.toml`";
        help: "rename it to `sala.toml`; Windows shows endings once `View`, `File name extensions` is ticked", "សូមប្ដូរឈ្មោះវាជា `sala.toml`។ Windows បង្ហាញកន្ទុយឈ្មោះ ពេលគូស `View`, `File name extensions`";
        explain: "`sala.toml` says what the site is called and where it will stand; without it nothing can be built.", "`sala.toml` ប្រាប់ឈ្មោះគេហទំព័រ និងអាសយដ្ឋានរបស់វា។ បើគ្មានវា មិនអាចបង្កើតអ្វីបានទេ។";
    }
    CLOCK_BEHIND = "E915" Error Machine {
        message: "the clock of this computer shows {today}, a day before this version of `sala` was made ({made})", "នាឡិកាកុំព្យូទ័រនេះបង្ហាញថ្ងៃ {today} ជាថ្ងៃមុនពេលដែល `sala` ជំនាន់នេះត្រូវបានបង្កើត ({made})";
        help: "set the clock of the computer, or say which day it is with `--today`, as in `sala build --today 2026-12-24`", "សូមកែនាឡិកាកុំព្យូទ័រ ឬប្រាប់ថាថ្ងៃនេះជាថ្ងៃណាដោយ `--today` ដូចជា `sala build --today 2026-12-24`";
        explain: "The day decides what is published: a page waits for its `date`, and goes at its `expires`. With a wrong clock, news would vanish from the site, or come back, and nobody would know why.", "ថ្ងៃខែកំណត់ថាអ្វីត្រូវផ្សាយ៖ ទំព័ររង់ចាំ `date` របស់វា ហើយឈប់ផ្សាយនៅថ្ងៃ `expires`។ បើនាឡិកាខុស ដំណឹងអាចបាត់ពីគេហទំព័រ ឬត្រឡប់មកវិញ ដោយគ្មាននរណាដឹងមូលហេតុ។";
    }
    CLOCK_AHEAD = "E915" Error Machine {
        message: "the clock of this computer shows {today}, more than {years} years after this version of `sala` was made", "នាឡិកាកុំព្យូទ័រនេះបង្ហាញថ្ងៃ {today} ក្រោយពេលបង្កើត `sala` ជំនាន់នេះជាង {years} ឆ្នាំ";
        help: "set the clock of the computer, or say which day it is with `--today`, as in `sala build --today 2026-12-24`", "សូមកែនាឡិកាកុំព្យូទ័រ ឬប្រាប់ថាថ្ងៃនេះជាថ្ងៃណាដោយ `--today` ដូចជា `sala build --today 2026-12-24`";
        explain: "The day decides what is published: a page waits for its `date`, and goes at its `expires`. With a wrong clock, news would vanish from the site, or come out before its day, and nobody would know why.", "ថ្ងៃខែកំណត់ថាអ្វីត្រូវផ្សាយ៖ ទំព័ររង់ចាំ `date` របស់វា ហើយឈប់ផ្សាយនៅថ្ងៃ `expires`។ បើនាឡិកាខុស ដំណឹងអាចបាត់ពីគេហទំព័រ ឬចេញមុនថ្ងៃកំណត់ ដោយគ្មាននរណាដឹងមូលហេតុ។";
    }
    LEGACY_FONT = "E01" Error Content {
        message: "`{sample}` is text for an old Khmer font such as Limon or ABC, not Unicode", "`{sample}` ជាអត្ថបទសម្រាប់ពុម្ពអក្សរខ្មែរចាស់ ដូចជា Limon ឬ ABC មិនមែន Unicode ទេ";
        help: "convert it to Khmer Unicode or type it again; what must stay as it is goes between backticks in a page, and a table accepts it with `tolerate = [\"E01\"]`", "សូមបម្លែងវាជាខ្មែរយូនីកូដ ឬវាយម្ដងទៀត។ បើត្រូវទុកដដែល ក្នុងទំព័រសូមដាក់ក្នុងសញ្ញា `…` ហើយក្នុងតារាងសូមសរសេរ `tolerate = [\"E01\"]`";
        explain: "Such text looks like Khmer only where its font is installed. On a phone it is a row of Latin letters, and no search finds it.", "អត្ថបទបែបនេះមើលទៅជាអក្សរខ្មែរតែនៅកុំព្យូទ័រដែលមានពុម្ពអក្សរនោះ។ លើទូរសព្ទ វាជាអក្សរឡាតាំងដែលអានមិនយល់ ហើយស្វែងរកមិនឃើញ។";
    }
    LEGACY_FONT_AGAIN = "E01" Error Content {
        message: "`{sample}` is text for an old Khmer font such as Limon or ABC, not Unicode; {count} such places in all, also {places}", "`{sample}` ជាអត្ថបទសម្រាប់ពុម្ពអក្សរខ្មែរចាស់ ដូចជា Limon ឬ ABC មិនមែន Unicode ទេ សរុប {count} កន្លែង ដូចជានៅ {places} ទៀត";
        help: "convert it to Khmer Unicode or type it again; what must stay as it is goes between backticks in a page, and a table accepts it with `tolerate = [\"E01\"]`", "សូមបម្លែងវាជាខ្មែរយូនីកូដ ឬវាយម្ដងទៀត។ បើត្រូវទុកដដែល ក្នុងទំព័រសូមដាក់ក្នុងសញ្ញា `…` ហើយក្នុងតារាងសូមសរសេរ `tolerate = [\"E01\"]`";
        explain: "Such text looks like Khmer only where its font is installed. On a phone it is a row of Latin letters, and no search finds it.", "អត្ថបទបែបនេះមើលទៅជាអក្សរខ្មែរតែនៅកុំព្យូទ័រដែលមានពុម្ពអក្សរនោះ។ លើទូរសព្ទ វាជាអក្សរឡាតាំងដែលអានមិនយល់ ហើយស្វែងរកមិនឃើញ។";
    }
    TORN_TEXT = "W108" Warning Content {
        message: "`{sample}` seems to be copied from a PDF that lost letters or their order", "`{sample}` ហាក់ដូចជាចម្លងពី PDF ដែលបាត់អក្សរ ឬខុសលំដាប់";
        help: "compare it with the PDF on screen and type it again", "សូមផ្ទៀងជាមួយ PDF លើអេក្រង់ រួចវាយម្ដងទៀត";
        explain: "Many PDFs show Khmer well and hand out something else when it is copied: letters below the line are missing, vowels stand in the wrong place. Readers would see broken words.", "PDF ច្រើនបង្ហាញអក្សរខ្មែរត្រឹមត្រូវ តែពេលចម្លងចេញ បាត់ជើងអក្សរ ឬស្រៈខុសកន្លែង។ អ្នកអាននឹងឃើញពាក្យខូច។";
    }
    TORN_TEXT_AGAIN = "W108" Warning Content {
        message: "`{sample}` seems to be copied from a PDF that lost letters or their order; {count} such places in all, also {places}", "`{sample}` ហាក់ដូចជាចម្លងពី PDF ដែលបាត់អក្សរ ឬខុសលំដាប់ សរុប {count} កន្លែង ដូចជានៅ {places} ទៀត";
        help: "compare it with the PDF on screen and type it again", "សូមផ្ទៀងជាមួយ PDF លើអេក្រង់ រួចវាយម្ដងទៀត";
        explain: "Many PDFs show Khmer well and hand out something else when it is copied: letters below the line are missing, vowels stand in the wrong place. Readers would see broken words.", "PDF ច្រើនបង្ហាញអក្សរខ្មែរត្រឹមត្រូវ តែពេលចម្លងចេញ បាត់ជើងអក្សរ ឬស្រៈខុសកន្លែង។ អ្នកអាននឹងឃើញពាក្យខូច។";
    }
    IRREGULAR = "W109" Warning Content {
        message: "`{read}` is no proper Khmer: {fault}", "`{read}` មិនមែនជាអក្សរខ្មែរត្រឹមត្រូវទេ៖ {fault}";
        help: "type the word again; `sala khmer inspect` names each sign in it; a table that others publish accepts it with `tolerate = [\"W109\"]`", "សូមវាយពាក្យនេះម្ដងទៀត។ `sala khmer inspect` ប្រាប់ឈ្មោះសញ្ញានីមួយៗក្នុងពាក្យ។ តារាងដែលអ្នកដទៃផ្សាយ អាចទទួលយកវាដោយ `tolerate = [\"W109\"]`";
        explain: "The letters stand in an order or a combination that Khmer does not have. Phones draw a dotted circle there, or nothing, and a search does not find the word. It is left as it was typed.", "អក្សរទាំងនេះនៅក្នុងលំដាប់ ឬបន្សំដែលភាសាខ្មែរគ្មាន។ ទូរសព្ទបង្ហាញរង្វង់ចុចៗ ឬមិនបង្ហាញអ្វីសោះ ហើយការស្វែងរករកពាក្យនេះមិនឃើញ។ កម្មវិធីទុកវាដូចដែលបានវាយ។";
    }
    IRREGULAR_AGAIN = "W109" Warning Content {
        message: "`{read}` is no proper Khmer: {fault}; {count} such places in all, also {places}", "`{read}` មិនមែនជាអក្សរខ្មែរត្រឹមត្រូវទេ៖ {fault} សរុប {count} កន្លែង ដូចជានៅ {places} ទៀត";
        help: "type the word again; `sala khmer inspect` names each sign in it; a table that others publish accepts it with `tolerate = [\"W109\"]`", "សូមវាយពាក្យនេះម្ដងទៀត។ `sala khmer inspect` ប្រាប់ឈ្មោះសញ្ញានីមួយៗក្នុងពាក្យ។ តារាងដែលអ្នកដទៃផ្សាយ អាចទទួលយកវាដោយ `tolerate = [\"W109\"]`";
        explain: "The letters stand in an order or a combination that Khmer does not have. Phones draw a dotted circle there, or nothing, and a search does not find the word. It is left as it was typed.", "អក្សរទាំងនេះនៅក្នុងលំដាប់ ឬបន្សំដែលភាសាខ្មែរគ្មាន។ ទូរសព្ទបង្ហាញរង្វង់ចុចៗ ឬមិនបង្ហាញអ្វីសោះ ហើយការស្វែងរករកពាក្យនេះមិនឃើញ។ កម្មវិធីទុកវាដូចដែលបានវាយ។";
    }
    NO_COLON = "W050" Warning Content {
        message: "`{read}` is written with the vowel sign `ៈ` (U+17C8) where the colon `៖` (U+17D6) is meant", "`{read}` ប្រើយុគលពិន្ទុ `ៈ` (U+17C8) ជំនួសចំណុចពីរគូស `៖` (U+17D6)";
        help: "type `៖`; it is read and shown as `៖` meanwhile, and words such as `គណៈ` keep their `ៈ`", "សូមវាយ `៖`។ ក្នុងពេលនេះ វាត្រូវបានអាន និងបង្ហាញជា `៖` ហើយពាក្យដូចជា `គណៈ` រក្សា `ៈ` ដដែល";
        explain: "The two signs look nearly alike. `ៈ` belongs to a word, so a search and a screen reader take it for a part of the word or the figure before it.", "សញ្ញាទាំងពីរមើលទៅស្រដៀងគ្នា។ `ៈ` ជាផ្នែកនៃពាក្យ ដូច្នេះការស្វែងរក និងកម្មវិធីអានអេក្រង់ យល់ថាវាជាផ្នែកនៃពាក្យ ឬលេខដែលនៅមុខវា។";
    }
    NO_COLON_AGAIN = "W050" Warning Content {
        message: "`{read}` is written with the vowel sign `ៈ` (U+17C8) where the colon `៖` (U+17D6) is meant; {count} such places in all, also {places}", "`{read}` ប្រើយុគលពិន្ទុ `ៈ` (U+17C8) ជំនួសចំណុចពីរគូស `៖` (U+17D6) សរុប {count} កន្លែង ដូចជានៅ {places} ទៀត";
        help: "type `៖` in all of them; they are read and shown as `៖` meanwhile, and words such as `គណៈ` keep their `ៈ`", "សូមវាយ `៖` នៅគ្រប់កន្លែងទាំងនេះ។ ក្នុងពេលនេះ វាត្រូវបានអាន និងបង្ហាញជា `៖` ហើយពាក្យដូចជា `គណៈ` រក្សា `ៈ` ដដែល";
        explain: "The two signs look nearly alike. `ៈ` belongs to a word, so a search and a screen reader take it for a part of the word or the figure before it.", "សញ្ញាទាំងពីរមើលទៅស្រដៀងគ្នា។ `ៈ` ជាផ្នែកនៃពាក្យ ដូច្នេះការស្វែងរក និងកម្មវិធីអានអេក្រង់ យល់ថាវាជាផ្នែកនៃពាក្យ ឬលេខដែលនៅមុខវា។";
    }
}
