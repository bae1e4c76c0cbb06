//! Reading pages: front matter, Markdown, component calls.

use super::codes;

codes! {
    FRONT_MATTER_UNCLOSED = "E201" Error Content {
        message: "the front matter begins with `+++` but no second `+++` ends it", "ក្បាលទំព័រចាប់ផ្ដើមដោយ `+++` តែគ្មាន `+++` ទីពីរបិទវាទេ";
        help: "put a line with `+++` and nothing else after the last setting", "សូមដាក់បន្ទាត់មួយដែលមានតែ `+++` ក្រោយការកំណត់ចុងក្រោយ";
        explain: "Without its end nobody can tell the page's settings from its text.", "បើគ្មានបន្ទាត់បិទ គ្មានអ្វីញែកការកំណត់របស់ទំព័រចេញពីអត្ថបទបានទេ។";
    }
    DASHES_UNCLOSED = "E266" Error Content {
        message: "the settings begin with `---` but no second `---` ends them", "ការកំណត់ចាប់ផ្ដើមដោយ `---` តែគ្មាន `---` ទីពីរបិទវាទេ";
        help: "put a line with `---` and nothing else after the last setting", "សូមដាក់បន្ទាត់មួយដែលមានតែ `---` ក្រោយការកំណត់ចុងក្រោយ";
        explain: "Without its end nobody can tell the page's settings from its text.", "បើគ្មានបន្ទាត់បិទ គ្មានអ្វីញែកការកំណត់របស់ទំព័រចេញពីអត្ថបទបានទេ។";
    }
    SETTINGS_END_MISSING = "E261" Error Content {
        message: "text of the page stands here among its settings", "អត្ថបទរបស់ទំព័រនៅទីនេះ លាយជាមួយការកំណត់";
        help: "put a line with `{sign}` and nothing else above it, where the settings end", "សូមដាក់បន្ទាត់មួយដែលមានតែ `{sign}` ពីលើវា នៅត្រង់កន្លែងដែលការកំណត់ចប់";
        explain: "Without its end nobody can tell the page's settings from its text.", "បើគ្មានបន្ទាត់បិទ គ្មានអ្វីញែកការកំណត់របស់ទំព័រចេញពីអត្ថបទបានទេ។";
    }
    SETTING_IN_TEXT = "E260" Error Content {
        message: "`{key}` looks like a setting, but stands in the text of the page", "`{key}` មើលទៅដូចការកំណត់ តែនៅក្នុងអត្ថបទរបស់ទំព័រ";
        help: "write settings at the top of the file, between two lines of `+++`; if this is text, begin its line with another word, or put it in backticks", "សូមសរសេរការកំណត់នៅខាងលើបំផុតនៃឯកសារ ចន្លោះបន្ទាត់ `+++` ពីរ។ បើវាជាអត្ថបទ សូមចាប់ផ្ដើមបន្ទាត់ដោយពាក្យផ្សេង ឬដាក់ក្នុងសញ្ញា backtick";
        explain: "A setting that is shown as text has no effect: a draft would be published, and a page would never expire.", "ការកំណត់ដែលបង្ហាញជាអត្ថបទ គ្មានប្រសិទ្ធភាពទេ៖ សេចក្ដីព្រាងនឹងត្រូវផ្សាយ ហើយទំព័រនឹងមិនផុតកំណត់ឡើយ។";
        example: "draft = true", "+++\ndraft = true\n+++";
    }
    SETTING_IN_EXTRA = "E260" Error Content {
        message: "`{key}` stands below `extra`, where it has no effect", "`{key}` នៅក្រោម `extra` ដែលវាគ្មានប្រសិទ្ធភាពទេ";
        help: "move its line up, above `extra` and above every line that begins with `[`; if a template of yours reads it, give it another name", "សូមផ្លាស់បន្ទាត់របស់វាឡើងលើ ពីលើ `extra` និងពីលើបន្ទាត់ទាំងអស់ដែលចាប់ផ្ដើមដោយ `[`។ បើគំរូ (template) របស់អ្នកអានវា សូមដាក់ឈ្មោះផ្សេង";
        explain: "A setting that stands in a wrong place has no effect: a draft would be published, and a page would never expire.", "ការកំណត់ដែលនៅខុសកន្លែង គ្មានប្រសិទ្ធភាពទេ៖ សេចក្ដីព្រាងនឹងត្រូវផ្សាយ ហើយទំព័រនឹងមិនផុតកំណត់ឡើយ។";
    }
    SETTINGS_AGAIN = "E262" Error Content {
        message: "a second block of settings begins here, with `{key}`", "ប្លុកការកំណត់ទីពីរចាប់ផ្ដើមនៅទីនេះ ដោយ `{key}`";
        help: "move its settings into the first block, at the top of the file, and take its lines away", "សូមផ្លាស់ការកំណត់ទាំងនេះទៅក្នុងប្លុកទីមួយខាងលើបំផុតនៃឯកសារ រួចលុបបន្ទាត់របស់ប្លុកនេះ";
        explain: "A setting that is shown as text has no effect: a draft would be published, and a page would never expire.", "ការកំណត់ដែលបង្ហាញជាអត្ថបទ គ្មានប្រសិទ្ធភាពទេ៖ សេចក្ដីព្រាងនឹងត្រូវផ្សាយ ហើយទំព័រនឹងមិនផុតកំណត់ឡើយ។";
    }
    SETTINGS_BELOW_TEXT = "E263" Error Content {
        message: "settings begin here, with `{key}`, below text of the page", "ការកំណត់ចាប់ផ្ដើមនៅទីនេះ ដោយ `{key}` ក្រោមអត្ថបទរបស់ទំព័រ";
        help: "move the block to the top of the file, so that nothing stands above it", "សូមផ្លាស់ប្លុកនេះទៅខាងលើបំផុតនៃឯកសារ កុំឱ្យមានអ្វីពីលើវា";
        explain: "A setting that is shown as text has no effect: a draft would be published, and a page would never expire.", "ការកំណត់ដែលបង្ហាញជាអត្ថបទ គ្មានប្រសិទ្ធភាពទេ៖ សេចក្ដីព្រាងនឹងត្រូវផ្សាយ ហើយទំព័រនឹងមិនផុតកំណត់ឡើយ។";
    }
    SETTINGS_IN_CODE = "E264" Error Content {
        message: "a block of code with settings stands at the top of the page", "ប្លុកកូដដែលមានការកំណត់ នៅខាងលើបំផុតនៃទំព័រ";
        help: "take both its lines of backticks away, and let the settings stand between two lines of `+++`; if it is an example, write text or a heading above it", "សូមលុបបន្ទាត់ backtick ទាំងពីររបស់វា ហើយដាក់ការកំណត់ចន្លោះបន្ទាត់ `+++` ពីរ។ បើវាជាឧទាហរណ៍ សូមសរសេរអត្ថបទ ឬចំណងជើងពីលើវា";
        explain: "A setting that is shown as text has no effect: a draft would be published, and a page would never expire.", "ការកំណត់ដែលបង្ហាញជាអត្ថបទ គ្មានប្រសិទ្ធភាពទេ៖ សេចក្ដីព្រាងនឹងត្រូវផ្សាយ ហើយទំព័រនឹងមិនផុតកំណត់ឡើយ។";
    }
    SETTINGS_IN_JSON = "E265" Error Content {
        message: "the settings of this page are JSON, which is not read here", "ការកំណត់របស់ទំព័រនេះជា JSON ដែលកម្មវិធីមិនអានទេ";
        help: "write each on a line of its own between two lines of `+++`, as in `title = \"…\"` and `draft = true`, without braces and commas", "សូមសរសេរការកំណត់នីមួយៗលើបន្ទាត់ផ្ទាល់ខ្លួន ចន្លោះបន្ទាត់ `+++` ពីរ ដូចជា `title = \"…\"` និង `draft = true` ដោយគ្មានតង្កៀប និងសញ្ញាក្បៀស";
        explain: "A setting that is shown as text has no effect: a draft would be published, and a page would never expire.", "ការកំណត់ដែលបង្ហាញជាអត្ថបទ គ្មានប្រសិទ្ធភាពទេ៖ សេចក្ដីព្រាងនឹងត្រូវផ្សាយ ហើយទំព័រនឹងមិនផុតកំណត់ឡើយ។";
    }
    YAML_NOT_PLAIN = "E267" Error Content {
        message: "this line says something that plain YAML does not", "បន្ទាត់នេះមានទម្រង់ហួសពី YAML ធម្មតា";
        help: "write it as `key: value`, with text between `\"` and lists as `[\"…\", \"…\"]`, or all settings as TOML between two lines of `+++`, as in `title = \"…\"`", "សូមសរសេរវាជា `key: value` ដោយដាក់អត្ថបទចន្លោះ `\"` និងបញ្ជីជា `[\"…\", \"…\"]` ឬសរសេរការកំណត់ទាំងអស់ជា TOML ចន្លោះបន្ទាត់ `+++` ពីរ ដូចជា `title = \"…\"`";
        explain: "Settings of other programs are read where they are plain; a line that is read otherwise than it was meant would be a setting silently lost.", "ការកំណត់របស់កម្មវិធីផ្សេងអានបាន ពេលវាធម្មតា។ បន្ទាត់ដែលអានខុសពីបំណង គឺជាការកំណត់ដែលបាត់ដោយគ្មាននរណាដឹង។";
    }
    NO_TITLE = "E202" Error Content {
        message: "this page has no title", "ទំព័រនេះគ្មានចំណងជើងទេ";
        help: "begin the text with `# Title`, or write `title = \"…\"` between two lines of `+++` at the top", "សូមចាប់ផ្ដើមអត្ថបទដោយ `# ចំណងជើង` ឬសរសេរ `title = \"…\"` នៅចន្លោះបន្ទាត់ `+++` ពីរខាងលើបំផុត";
        explain: "The title stands in menus, in search results and in shared links; without it nobody knows what the page is about.", "ចំណងជើងបង្ហាញក្នុងម៉ឺនុយ លទ្ធផលស្វែងរក និងតំណដែលគេចែករំលែក។ បើគ្មានវា គ្មាននរណាដឹងថាទំព័រនិយាយអំពីអ្វីទេ។";
    }
    CALL_IN_TITLE = "E202" Error Content {
        message: "the title of this page holds a call, and lists and menus could not show what it shows", "ចំណងជើងទំព័រនេះមានការហៅសមាសធាតុ ដែលបញ្ជី និងម៉ឺនុយមិនអាចបង្ហាញបាន";
        help: "write `title = \"…\"` between two lines of `+++` at the top, or take the call out of the heading", "សូមសរសេរ `title = \"…\"` នៅចន្លោះបន្ទាត់ `+++` ពីរខាងលើបំផុត ឬដកការហៅចេញពីចំណងជើង";
        explain: "A title stands on many pages, and a figure that is missing from it would change what it says.", "ចំណងជើងបង្ហាញនៅទំព័រជាច្រើន។ បើខ្វះតួលេខ វានឹងមានន័យផ្សេង។";
    }
    BAD_SLUG = "E205" Error Content {
        message: "the slug `{read}` cannot stand in an address", "slug `{read}` ប្រើក្នុងអាសយដ្ឋានមិនបានទេ";
        help: "use small Latin letters, digits and hyphens, such as `clean-water`", "សូមប្រើអក្សរឡាតាំងតូច លេខ និងសញ្ញា `-` ដូចជា `clean-water`";
        explain: "The slug is the page's part of the address; people read it aloud, type it and print it.", "slug គឺជាផ្នែកនៃអាសយដ្ឋានរបស់ទំព័រ ដែលគេអានឮៗ វាយ និងបោះពុម្ព។";
        example: "slug = \"ទឹកស្អាត\"", "slug = \"clean-water\"";
    }
    BAD_PATH = "E206" Error Content {
        message: "`{key}` holds `{read}`, which is not a path inside this site", "`{key}` មានតម្លៃ `{read}` ដែលមិនមែនជាផ្លូវនៅក្នុងគេហទំព័រនេះ";
        help: "write it as `/about/team/`, with Latin letters, digits, `-`, `_` and `.`, and without `..`", "សូមសរសេរជា `/about/team/` ដោយប្រើអក្សរឡាតាំង លេខ `-` `_` និង `.` ហើយគ្មាន `..`";
        explain: "A path that leads out of the site, or that a web address cannot carry, would put the page where no reader finds it.", "ផ្លូវដែលនាំចេញក្រៅគេហទំព័រ ឬដែលអាសយដ្ឋានប្រើមិនបាន នឹងដាក់ទំព័រនៅកន្លែងដែលអ្នកអានរកមិនឃើញ។";
    }
    NEEDS_SLUG = "E207" Error Content {
        message: "the name `{name}` cannot stand in an address", "ឈ្មោះ `{name}` ប្រើក្នុងអាសយដ្ឋានមិនបានទេ";
        help: "add `slug = \"clean-water\"` to the front matter, in words of your own, or rename the file with Latin letters, digits and `-`", "សូមបន្ថែម `slug = \"clean-water\"` តាមពាក្យរបស់អ្នក ក្នុងក្បាលទំព័រ ឬប្ដូរឈ្មោះឯកសារដោយប្រើអក្សរឡាតាំង លេខ និង `-`";
        explain: "Khmer letters and spaces in an address turn into long codes such as `%E1%9E%91` that nobody can read aloud or type from a leaflet.", "អក្សរខ្មែរ និងដកឃ្លាក្នុងអាសយដ្ឋាន ក្លាយជាកូដវែងដូចជា `%E1%9E%91` ដែលគ្មាននរណាអាចអាន ឬវាយតាមខិត្តប័ណ្ណបានទេ។";
    }
    FOLDER_NAME = "E208" Error Content {
        message: "the folder name `{name}` cannot stand in an address", "ឈ្មោះថត `{name}` ប្រើក្នុងអាសយដ្ឋានមិនបានទេ";
        help: "rename the folder with Latin letters, digits, `-` and `_`", "សូមប្ដូរឈ្មោះថតដោយប្រើអក្សរឡាតាំង លេខ `-` និង `_`";
        explain: "The folder's name is part of the address of every page in it.", "ឈ្មោះថតជាផ្នែកនៃអាសយដ្ឋានរបស់ទំព័រទាំងអស់ក្នុងថតនោះ។";
    }
    UNKNOWN_LANGUAGE = "E209" Error Content {
        message: "`{read}` in the file name is not a language of this site", "`{read}` ក្នុងឈ្មោះឯកសារ មិនមែនជាភាសារបស់គេហទំព័រនេះទេ";
        help: "the languages here are {known}; add `[languages.{read}]` to `sala.toml`, or take the full stop out of the name", "ភាសានៅទីនេះមាន {known}។ សូមបន្ថែម `[languages.{read}]` ក្នុង `sala.toml` ឬដកសញ្ញា `.` ចេញពីឈ្មោះ";
        explain: "A translation that nobody announced would have no address and no menu.", "សេចក្ដីបកប្រែដែលមិនបានប្រកាស នឹងគ្មានអាសយដ្ឋាន និងគ្មានម៉ឺនុយទេ។";
    }
    UNKNOWN_TAXONOMY = "E210" Error Content {
        message: "no taxonomy is called `{name}`", "គ្មានចំណាត់ថ្នាក់ឈ្មោះ `{name}` ទេ";
        help: "the taxonomies in `sala.toml` are {known}", "ចំណាត់ថ្នាក់ក្នុង `sala.toml` មាន {known}";
        explain: "Terms of a taxonomy that does not exist would lead no reader to this page.", "ពាក្យនៃចំណាត់ថ្នាក់ដែលគ្មាន នឹងមិននាំអ្នកអានណាម្នាក់មកទំព័រនេះទេ។";
    }
    RESERVED_NAME = "E211" Error Content {
        message: "a page's file cannot be called `{name}`", "ឯកសារទំព័រមិនអាចមានឈ្មោះ `{name}` បានទេ";
        help: "`_index.md` is a section, `_each.md` makes pages from rows, and `index.md` stands in a folder of its own; give any other page a name that does not begin with `_`", "`_index.md` គឺជាផ្នែក `_each.md` បង្កើតទំព័រពីជួរដេក ហើយ `index.md` ត្រូវនៅក្នុងថតរបស់ខ្លួន។ ទំព័រផ្សេងទៀត សូមដាក់ឈ្មោះដែលមិនចាប់ផ្ដើមដោយ `_`";
        explain: "Names with `_` at their front have a meaning, and a misspelt one would silently lose it.", "ឈ្មោះដែលចាប់ផ្ដើមដោយ `_` មានន័យពិសេស ហើយបើសរសេរខុស ន័យនោះនឹងបាត់ដោយគ្មាននរណាដឹង។";
    }
    PAGE_IN_BUNDLE = "E212" Error Content {
        message: "this page stands in the folder of another one, `{bundle}`", "ទំព័រនេះនៅក្នុងថតរបស់ទំព័រមួយទៀតគឺ `{bundle}`";
        help: "move the file out of the folder, or rename that `index.md` to `_index.md` to make the folder a section", "សូមយកឯកសារនេះចេញពីថត ឬប្ដូរឈ្មោះ `index.md` នោះទៅជា `_index.md` ដើម្បីឱ្យថតក្លាយជាផ្នែក";
        explain: "A folder with `index.md` is one page with its pictures and files; a second page in it would have no place of its own.", "ថតដែលមាន `index.md` គឺជាទំព័រតែមួយ ជាមួយរូបភាព និងឯកសាររបស់វា។ ទំព័រទីពីរក្នុងថតនោះ នឹងគ្មានកន្លែងរបស់ខ្លួនទេ។";
    }
    SAME_PAGE = "E213" Error Content {
        message: "this file and `{other}` are the same page in the same language", "ឯកសារនេះ និង `{other}` ជាទំព័រតែមួយ ក្នុងភាសាតែមួយ";
        help: "keep one of them, or rename one", "សូមទុកតែមួយ ឬប្ដូរឈ្មោះមួយ";
        explain: "Both would have one address, and readers would see either of them by chance.", "ទាំងពីរនឹងមានអាសយដ្ឋានតែមួយ ហើយអ្នកអាននឹងឃើញមួយណាក៏បាន ដោយចៃដន្យ។";
    }
    TOO_LARGE = "E214" Error Content {
        message: "the page is larger than {limit} MiB", "ទំព័រនេះធំជាង {limit} MiB";
        help: "divide it into several pages, and keep tables in `data/`", "សូមបំបែកវាជាច្រើនទំព័រ ហើយទុកតារាងក្នុង `data/`";
        explain: "No phone opens such a page, and no reader finishes it.", "គ្មានទូរសព្ទណាបើកទំព័របែបនេះបាន ហើយគ្មានអ្នកអានណាអានចប់ទេ។";
    }
    TOO_DEEP = "E215" Error Content {
        message: "lists, quotes and components stand more than {deepest} deep in each other here", "បញ្ជី សម្រង់ និងសមាសធាតុ ត្រួតគ្នាលើសពី {deepest} ជាន់នៅទីនេះ";
        help: "take some of the marks at the beginning of this line away", "សូមលុបសញ្ញាខ្លះនៅដើមបន្ទាត់នេះ";
        explain: "Nobody can follow such nesting on a small screen, and it is nearly always a slip.", "គ្មាននរណាអាចតាមដានការត្រួតគ្នាបែបនេះលើអេក្រង់តូចបានទេ ហើយវាច្រើនតែជាកំហុសវាយអក្សរ។";
    }
    HTML_TOO_DEEP = "E215" Error Content {
        message: "HTML elements stand more than {deepest} deep in each other in this page", "ធាតុ HTML ត្រួតគ្នាលើសពី {deepest} ជាន់ក្នុងទំព័រនេះ";
        help: "close each element where it ends, as in `<div>…</div>`", "សូមបិទធាតុនីមួយៗនៅកន្លែងដែលវាចប់ ដូចជា `<div>…</div>`";
        explain: "An element that is never closed holds all that follows, and no phone can show such nesting.", "ធាតុដែលមិនបានបិទ ផ្ទុកអ្វីៗទាំងអស់ដែលនៅក្រោយវា ហើយគ្មានទូរសព្ទណាបង្ហាញការត្រួតគ្នាបែបនេះបានទេ។";
    }
    HTML_GROWS = "E214" Error Content {
        message: "HTML that is left open here would make the page many times larger than what was written", "HTML ដែលមិនបានបិទនៅទីនេះ នឹងធ្វើឱ្យទំព័រធំជាងអ្វីដែលបានសរសេរច្រើនដង";
        help: "close each element where it ends, as in `<b>…</b>`", "សូមបិទធាតុនីមួយៗនៅកន្លែងដែលវាចប់ ដូចជា `<b>…</b>`";
        explain: "A browser opens such formatting anew in every paragraph that follows; readers would pay for all of it.", "កម្មវិធីរុករកបើកទម្រង់អក្សរបែបនេះម្ដងទៀតក្នុងកថាខណ្ឌបន្ទាប់ទាំងអស់ ហើយអ្នកអានត្រូវបង់ថ្លៃទិន្នន័យសម្រាប់ទាំងអស់នោះ។";
    }
    CALLS_GROW = "E214" Error Content {
        message: "up to here, the components of this page show more than {limit} figures", "មកដល់ត្រឹមនេះ សមាសធាតុក្នុងទំព័រនេះបង្ហាញតួលេខលើសពី {limit}";
        help: "divide it into several pages, or take some of the calls away", "សូមបំបែកវាជាច្រើនទំព័រ ឬលុបការហៅខ្លះចេញ";
        explain: "No phone opens such a page, and no reader finishes it.", "គ្មានទូរសព្ទណាបើកទំព័របែបនេះបាន ហើយគ្មានអ្នកអានណាអានចប់ទេ។";
    }
    EACH_MISPLACED = "E216" Error Content {
        message: "`[each]` stands in a page that is not called `_each.md`", "`[each]` ស្ថិតក្នុងទំព័រដែលមិនមានឈ្មោះ `_each.md`";
        help: "rename the file to `_each.md`, or take `[each]` out", "សូមប្ដូរឈ្មោះឯកសារទៅជា `_each.md` ឬលុប `[each]` ចេញ";
        explain: "Only `_each.md` makes a page from each row of a table.", "មានតែ `_each.md` ទេ ដែលបង្កើតទំព័រមួយពីជួរដេកនីមួយៗនៃតារាង។";
    }
    EACH_MISSING = "E217" Error Content {
        message: "`_each.md` does not say which rows it makes pages from", "`_each.md` មិនប្រាប់ថាបង្កើតទំព័រពីជួរដេកណាទេ";
        help: "add `[each]` with `dataset = \"provinces\"` and `slug = \"{{code}}\"`, with names of your own, at the end of the front matter", "សូមបន្ថែម `[each]` ជាមួយ `dataset = \"provinces\"` និង `slug = \"{{code}}\"` តាមឈ្មោះរបស់អ្នក នៅចុងក្បាលទំព័រ";
        explain: "Without a dataset there are no rows, and without a slug its pages have no addresses.", "បើគ្មានសំណុំទិន្នន័យ គ្មានជួរដេកទេ ហើយបើគ្មាន slug ទំព័ររបស់វាគ្មានអាសយដ្ឋានទេ។";
    }
    EACH_KEY = "E218" Error Content {
        message: "`{key}` would give all pages of `_each.md` one address", "`{key}` នឹងឱ្យទំព័រទាំងអស់របស់ `_each.md` មានអាសយដ្ឋានតែមួយ";
        help: "write it as `slug` under `[each]`, with a column of the table in it, as in `slug = \"{{code}}\"`", "សូមសរសេរជា `slug` ក្រោម `[each]` ដោយមានជួរឈរនៃតារាងនៅក្នុងនោះ ដូចជា `slug = \"{{code}}\"`";
        explain: "Each row needs an address of its own.", "ជួរដេកនីមួយៗត្រូវការអាសយដ្ឋានរបស់ខ្លួន។";
    }
    UNKNOWN_COLUMN = "E219" Error Content {
        message: "no column is called `{name}`", "គ្មានជួរឈរឈ្មោះ `{name}` ទេ";
        help: "the columns here are {known}; to show the braces themselves, put them in backticks", "ជួរឈរនៅទីនេះមាន {known}។ បើចង់បង្ហាញសញ្ញាតង្កៀបផ្ទាល់ សូមដាក់ក្នុងសញ្ញា backtick";
        explain: "A name in braces stands for a value of the row; this one would be printed as it is on every page.", "ឈ្មោះក្នុងតង្កៀប តំណាងឱ្យតម្លៃក្នុងជួរដេក។ ឈ្មោះនេះនឹងត្រូវបោះពុម្ពដូចដើមលើគ្រប់ទំព័រ។";
    }
    CALL_UNCLOSED = "E221" Error Content {
        message: "this call of `{name}` is not closed", "ការហៅ `{name}` នេះមិនបានបិទទេ";
        help: "close it with `)` and `{close}`, without an empty line before them", "សូមបិទវាដោយ `)` និង `{close}` ដោយគ្មានបន្ទាត់ទទេនៅមុខ";
        explain: "Readers would see the call's own words where a figure or a notice should stand.", "អ្នកអាននឹងឃើញពាក្យនៃការហៅ ជំនួសឱ្យតួលេខ ឬសេចក្ដីជូនដំណឹង។";
    }
    QUOTE_UNCLOSED = "E222" Error Content {
        message: "a text in the call of `{call}` has no closing quotation mark on its line", "អត្ថបទក្នុងការហៅ `{call}` គ្មានសញ្ញាសម្រង់បិទលើបន្ទាត់របស់វាទេ";
        help: "end the text with `\"`, and write a quotation mark inside it as `\\\"`", "សូមបិទអត្ថបទដោយ `\"` ហើយសរសេរសញ្ញាសម្រង់ខាងក្នុងជា `\\\"`";
        explain: "Without the mark the rest of the page would belong to the call.", "បើគ្មានសញ្ញាបិទ អត្ថបទដែលនៅសល់នឹងក្លាយជាផ្នែកនៃការហៅ។";
    }
    BAD_ARGUMENT = "E223" Error Content {
        message: "the call of `{call}` cannot be understood from `{read}` on", "sala មិនយល់ការហៅ `{call}` ចាប់ពី `{read}` ទៅ";
        help: "write settings as `name=\"text\"`, `name=3` or `name=true`, with commas between them and straight quotation marks", "សូមសរសេរការកំណត់ជា `name=\"text\"` `name=3` ឬ `name=true` ដោយមានសញ្ញា `,` នៅចន្លោះ និងសញ្ញាសម្រង់ត្រង់ `\"`";
        explain: "A setting that cannot be understood would be lost, and the figure shown would be another one.", "ការកំណត់ដែលយល់មិនបាននឹងបាត់ ហើយតួលេខដែលបង្ហាញនឹងជាតួលេខផ្សេង។";
        example: "{{ amount(year: 2026) }}", "{{ amount(year=2026) }}";
    }
    CALL_WITHOUT_PARENTHESES = "E224" Error Content {
        message: "`{read}` looks like the call of a component but has no `(`", "`{read}` មើលទៅដូចការហៅសមាសធាតុ តែគ្មាន `(`";
        help: "write `{name}(…)`; to show the braces themselves, put them in backticks or write `\\` before them", "សូមសរសេរ `{name}(…)`។ បើចង់បង្ហាញសញ្ញាតង្កៀបផ្ទាល់ សូមដាក់ក្នុងសញ្ញា backtick ឬសរសេរ `\\` នៅមុខ";
        explain: "Readers would see the braces where a figure or a notice should stand.", "អ្នកអាននឹងឃើញសញ្ញាតង្កៀប ជំនួសឱ្យតួលេខ ឬសេចក្ដីជូនដំណឹង។";
    }
    ARGUMENT_TWICE = "E225" Error Content {
        message: "`{name}` stands twice in this call of `{call}`", "`{name}` មានពីរដងក្នុងការហៅ `{call}` នេះ";
        help: "keep one of them", "សូមទុកតែមួយ";
        explain: "Nobody can tell which of the two was meant.", "គ្មាននរណាដឹងថាមួយណាជាអ្វីដែលចង់សរសេរទេ។";
    }
    MISSING_END = "E226" Error Content {
        message: "`{name}` begins here and never ends", "`{name}` ចាប់ផ្ដើមនៅទីនេះ តែគ្មានទីបញ្ចប់";
        help: "put `{{% end %}}` on a line of its own after its text, as far to the right as this line", "សូមដាក់ `{{% end %}}` លើបន្ទាត់ដាច់ដោយឡែក ក្រោយអត្ថបទរបស់វា ឱ្យចូលបន្ទាត់ស្មើនឹងបន្ទាត់នេះ";
        explain: "Without its end the rest of the page would stand inside the component.", "បើគ្មានទីបញ្ចប់ អត្ថបទដែលនៅសល់ទាំងអស់នឹងស្ថិតក្នុងសមាសធាតុនេះ។";
    }
    STRAY_END = "E227" Error Content {
        message: "nothing that ends here was begun", "មានទីបញ្ចប់នៅទីនេះ តែគ្មានសមាសធាតុណាបានចាប់ផ្ដើមមុនវាទេ";
        help: "take `{{% end %}}` away, or begin with `{{% name() %}}` in the same list, quote or paragraph", "សូមលុប `{{% end %}}` ឬចាប់ផ្ដើមដោយ `{{% name() %}}` ក្នុងបញ្ជី សម្រង់ ឬកថាខណ្ឌតែមួយ";
        explain: "An end without a beginning is nearly always the rest of a component that was moved or misspelt.", "ទីបញ្ចប់ដែលគ្មានការចាប់ផ្ដើម ច្រើនតែជាសំណល់នៃសមាសធាតុដែលគេបានប្ដូរកន្លែង ឬសរសេរខុស។";
    }
    CALL_MISPLACED = "E228" Error Content {
        message: "no component can stand here", "សមាសធាតុមិនអាចនៅទីនេះបានទេ";
        help: "move it into the text, with an empty line before and after it, out of HTML, links, pictures and headings", "សូមយកវាទៅដាក់ក្នុងអត្ថបទ ដោយមានបន្ទាត់ទទេនៅមុខ និងក្រោយ ក្រៅពី HTML តំណ រូបភាព និងចំណងជើង";
        explain: "Inside HTML tags, addresses and descriptions of pictures there is no room for a figure or a notice.", "ក្នុងស្លាក HTML អាសយដ្ឋាន និងការពណ៌នារូបភាព គ្មានកន្លែងសម្រាប់តួលេខ ឬសេចក្ដីជូនដំណឹងទេ។";
    }
    LINK_SCHEME = "E231" Error Content {
        message: "no page may link to `{target}`", "ទំព័រមិនអាចមានតំណទៅ `{target}` បានទេ";
        help: "links lead to a page (`@/learn/water.md`), a file of this site, `https://`, `http://`, `mailto:`, `tel:` or `sms:`", "តំណអាចនាំទៅទំព័រ (`@/learn/water.md`) ឯកសាររបស់គេហទំព័រនេះ `https://` `http://` `mailto:` `tel:` ឬ `sms:`";
        explain: "Other addresses can run a program in the reader's browser or open files on the reader's phone.", "អាសយដ្ឋានផ្សេងអាចដំណើរការកម្មវិធីក្នុងកម្មវិធីរុករករបស់អ្នកអាន ឬបើកឯកសារលើទូរសព្ទរបស់អ្នកអាន។";
    }
    LINK_TO_A_COMPUTER = "E231" Error Content {
        message: "`{target}` is a file of the computer that this was written on, and no reader has it", "`{target}` ជាឯកសារក្នុងកុំព្យូទ័រដែលសរសេរអត្ថបទនេះ ហើយគ្មានអ្នកអានណាមានវាទេ";
        help: "put a copy of the file beside the page or into `static/`, and write its name", "សូមចម្លងឯកសារនោះមកដាក់ក្បែរទំព័រ ឬក្នុង `static/` រួចសរសេរឈ្មោះរបស់វា";
        explain: "Browsers would look for it on the reader's own phone.", "កម្មវិធីរុករកនឹងរកវាក្នុងទូរសព្ទរបស់អ្នកអានផ្ទាល់។";
        example: "[ផែនការ](C:\\Users\\Dara\\plan.pdf)", "[ផែនការ](plan.pdf)";
    }
    LINK_EMPTY = "E232" Error Content {
        message: "this link leads nowhere", "តំណនេះមិននាំទៅណាទេ";
        help: "write the address between the parentheses, as in `[text](https://example.org/)`", "សូមសរសេរអាសយដ្ឋានក្នុងវង់ក្រចក ដូចជា `[អត្ថបទ](https://example.org/)`";
        explain: "A reader who taps it stays where they are and believes the site is broken.", "អ្នកអានដែលចុចវានឹងនៅដដែល ហើយគិតថាគេហទំព័រខូច។";
    }
    NO_NUMBER = "E232" Error Content {
        message: "`{target}` holds no telephone number", "`{target}` គ្មានលេខទូរសព្ទទេ";
        help: "write its digits behind the colon, as in `tel:012345678`", "សូមសរសេរលេខរបស់វាក្រោយសញ្ញា `:` ដូចជា `tel:012345678`";
        explain: "A reader who taps it reaches nobody.", "អ្នកអានដែលចុចវា នឹងទាក់ទងនរណាមិនបានទេ។";
    }
    NO_MAIL_ADDRESS = "E232" Error Content {
        message: "`{target}` holds no e-mail address", "`{target}` គ្មានអាសយដ្ឋានអ៊ីមែលទេ";
        help: "write the whole address behind the colon, as in `mailto:someone@example.org`", "សូមសរសេរអាសយដ្ឋានពេញក្រោយសញ្ញា `:` ដូចជា `mailto:someone@example.org`";
        explain: "A reader who taps it reaches nobody.", "អ្នកអានដែលចុចវា នឹងទាក់ទងនរណាមិនបានទេ។";
    }
    LINK_WITHOUT_SCHEME = "E233" Error Content {
        message: "the address `{target}` lacks its beginning", "អាសយដ្ឋាន `{target}` ខ្វះផ្នែកខាងដើម";
        help: "write `https:` before it, or one `/` for a file of this site", "សូមសរសេរ `https:` នៅមុខវា ឬ `/` តែមួយសម្រាប់ឯកសាររបស់គេហទំព័រនេះ";
        explain: "Read from a memory card or another host, such an address leads elsewhere.", "ពេលអានពីកាតមេម៉ូរី ឬពីម៉ាស៊ីនផ្សេង អាសយដ្ឋានបែបនេះនាំទៅកន្លែងផ្សេង។";
    }
    REMOTE_IMAGE = "E234" Error Content {
        message: "the picture `{source}` is not a file of this site", "រូបភាព `{source}` មិនមែនជាឯកសាររបស់គេហទំព័រនេះទេ";
        help: "save the picture beside the page and write its file name, as in `![a well](well.jpg)`", "សូមរក្សាទុករូបភាពនៅក្បែរទំព័រ ហើយសរសេរឈ្មោះឯកសាររបស់វា ដូចជា `![អណ្ដូងទឹក](well.jpg)`";
        explain: "A picture from elsewhere tells a stranger who reads the page, costs data, and is gone when they take it away.", "រូបភាពពីកន្លែងផ្សេង ប្រាប់អ្នកដទៃថានរណាអានទំព័រនេះ ស៊ីទិន្នន័យ ហើយបាត់នៅពេលគេលុបវា។";
    }
    IMAGE_EMPTY = "E235" Error Content {
        message: "this picture names no file", "រូបភាពនេះមិនប្រាប់ឈ្មោះឯកសារទេ";
        help: "write the file's name between the parentheses, as in `![a well](well.jpg)`", "សូមសរសេរឈ្មោះឯកសារក្នុងវង់ក្រចក ដូចជា `![អណ្ដូងទឹក](well.jpg)`";
        explain: "Readers would see an empty frame.", "អ្នកអាននឹងឃើញតែស៊ុមទទេ។";
    }
    NO_PICTURE = "E235" Error Content {
        message: "`{source}` is no picture, and would show an empty frame", "`{source}` មិនមែនជារូបភាពទេ ហើយនឹងបង្ហាញតែស៊ុមទទេ";
        help: "to lead readers to the file, write `[its name]({source})`, without the `!`; to show it, save it as JPEG or PNG", "បើចង់នាំអ្នកអានទៅឯកសារនេះ សូមសរសេរ `[ឈ្មោះវា]({source})` ដោយគ្មាន `!`។ បើចង់បង្ហាញវា សូមរក្សាទុកជា JPEG ឬ PNG";
        explain: "Browsers show only pictures where a picture is asked for: no film, no document, no file of a drawing program.", "កម្មវិធីរុករកបង្ហាញតែរូបភាព នៅកន្លែងដែលសុំរូបភាព៖ មិនបង្ហាញវីដេអូ ឯកសារ ឬឯកសាររបស់កម្មវិធីគូររូបទេ។";
    }
    SOUND_AS_PICTURE = "E235" Error Content {
        message: "`{source}` is a sound and no picture", "`{source}` ជាសំឡេង មិនមែនជារូបភាពទេ";
        help: "write `{{% audio(file=\"{source}\") %}}`, below it what is said, and then `{{% end %}}`", "សូមសរសេរ `{{% audio(file=\"{source}\") %}}` រួចសរសេរអ្វីដែលបាននិយាយនៅខាងក្រោម ហើយបិទដោយ `{{% end %}}`";
        explain: "A sound stands on a page with what is said in it, for those who cannot hear it, and for those who pay for every megabyte.", "សំឡេងនៅលើទំព័រព្រមទាំងអ្វីដែលបាននិយាយក្នុងវា សម្រាប់អ្នកដែលមិនអាចស្ដាប់ និងអ្នកដែលចំណាយប្រាក់លើគ្រប់មេកាបៃ។";
    }
    UNKNOWN_REFERENCE = "E236" Error Content {
        message: "no address is given for `[{reference}]`", "គ្មានអាសយដ្ឋានសម្រាប់ `[{reference}]` ទេ";
        help: "add a line `[{reference}]: https://…` at the end of the text, or write the address in parentheses after the link's text", "សូមបន្ថែមបន្ទាត់ `[{reference}]: https://…` នៅចុងអត្ថបទ ឬសរសេរអាសយដ្ឋានក្នុងវង់ក្រចក ក្រោយអត្ថបទនៃតំណ";
        explain: "Readers would see the brackets and could not follow the link.", "អ្នកអាននឹងឃើញតែសញ្ញាតង្កៀប ហើយចុចតំណមិនបាន។";
    }
    UNKNOWN_FOOTNOTE = "E237" Error Content {
        message: "no footnote is called `{label}`", "គ្មានលេខយោងឈ្មោះ `{label}` ទេ";
        help: "write the note on a line of its own that begins with `[^{label}]:`, or put the brackets in backticks", "សូមសរសេរអត្ថបទនៃលេខយោងលើបន្ទាត់ដាច់ដោយឡែក ដែលចាប់ផ្ដើមដោយ `[^{label}]:` ឬដាក់តង្កៀបក្នុងសញ្ញា backtick";
        explain: "A footnote is often the source of a figure; a mark that leads to none makes the figure look invented.", "លេខយោងច្រើនតែជាប្រភពនៃតួលេខ។ សញ្ញាដែលមិននាំទៅលេខយោងណា ធ្វើឱ្យតួលេខមើលទៅដូចប្រឌិត។";
    }
    HEADING_ID = "E241" Error Content {
        message: "a heading cannot have the id `{id}`", "ចំណងជើងមិនអាចមាន id `{id}` បានទេ";
        help: "begin with a Latin letter, go on with Latin letters, digits, `-` and `_`, and leave `fn-` and `fnref-` to footnotes", "សូមចាប់ផ្ដើមដោយអក្សរឡាតាំង បន្តដោយអក្សរឡាតាំង លេខ `-` និង `_` ហើយទុក `fn-` និង `fnref-` ឱ្យលេខយោង";
        explain: "The id is the end of an address that leads right to this heading.", "id គឺជាចុងអាសយដ្ឋាន ដែលនាំត្រង់ទៅចំណងជើងនេះ។";
    }
    HEADING_ID_TWICE = "E242" Error Content {
        message: "two headings of this page have the id `{id}`", "ចំណងជើងពីរនៃទំព័រនេះមាន id `{id}` ដូចគ្នា";
        help: "give one of them another id", "សូមដាក់ id ផ្សេងឱ្យចំណងជើងមួយ";
        explain: "A link to this id would always lead to the first of them.", "តំណទៅ id នេះ នឹងនាំទៅចំណងជើងទីមួយជានិច្ច។";
    }
    HEADING_ATTRIBUTE = "E243" Error Content {
        message: "a heading can have an id and nothing else, not `{read}`", "ចំណងជើងអាចមានតែ id ប៉ុណ្ណោះ មិនអាចមាន `{read}` ទេ";
        help: "write only `#` and the id between the braces, or take them away", "សូមសរសេរតែ `#` និង id ក្នុងតង្កៀប ឬលុបតង្កៀបចេញ";
        explain: "How headings look is the theme's affair, so that all pages look alike.", "ចំណងជើងមើលទៅដូចម្ដេច ស្រេចលើរូបរាង (theme) ដើម្បីឱ្យទំព័រទាំងអស់មើលទៅដូចគ្នា។";
    }
    TOO_MANY_TERMS = "E246" Error Content {
        message: "this page has more than {limit} terms of `{taxonomy}`", "ទំព័រនេះមានពាក្យនៃ `{taxonomy}` លើសពី {limit}";
        help: "keep those that readers look for, and take the others away", "សូមទុកតែពាក្យដែលអ្នកអានរក ហើយលុបពាក្យផ្សេងចេញ";
        explain: "Each term is a page that lists this one; a page that stands under everything is found under nothing.", "ពាក្យនីមួយៗគឺជាទំព័រដែលរាយឈ្មោះទំព័រនេះ។ ទំព័រដែលនៅក្រោមអ្វីៗទាំងអស់ គ្មាននរណារកឃើញទេ។";
    }
    EMPTY_HEADING = "W245" Warning Content {
        message: "this heading shows no words", "ចំណងជើងនេះគ្មានពាក្យសម្រាប់បង្ហាញទេ";
        help: "write its words after the `#` marks, or take the marks away", "សូមសរសេរពាក្យរបស់វាក្រោយសញ្ញា `#` ឬលុបសញ្ញាទាំងនោះចេញ";
        explain: "People who listen to a page go from heading to heading, and would hear nothing here.", "អ្នកដែលស្ដាប់ទំព័រ លោតពីចំណងជើងមួយទៅចំណងជើងមួយ ហើយនឹងមិនឮអ្វីនៅទីនេះទេ។";
    }
    MORE_MISPLACED = "E244" Error Content {
        message: "`<!-- more -->` can stand once in a page, between two paragraphs", "`<!-- more -->` អាចមានតែម្ដងក្នុងទំព័រមួយ នៅចន្លោះកថាខណ្ឌពីរ";
        help: "put it on a line of its own with empty lines around it, and outside lists, quotes and components", "សូមដាក់វាលើបន្ទាត់ដាច់ដោយឡែក មានបន្ទាត់ទទេជុំវិញ ក្រៅបញ្ជី សម្រង់ និងសមាសធាតុ";
        explain: "What stands before the mark is the page's summary in lists and feeds.", "អ្វីដែលនៅមុខសញ្ញានេះ គឺជាសេចក្ដីសង្ខេបនៃទំព័រក្នុងបញ្ជី និង feed។";
    }
    NO_ALTERNATIVE = "W251" Warning Content {
        message: "the picture `{source}` has no description", "រូបភាព `{source}` គ្មានការពណ៌នាទេ";
        help: "say between the square brackets what the picture shows, as in `![people at a commune meeting](meeting.jpg)`", "សូមប្រាប់ក្នុងតង្កៀប `[ ]` ថារូបភាពបង្ហាញអ្វី ដូចជា `![ប្រជាពលរដ្ឋក្នុងកិច្ចប្រជុំឃុំ](meeting.jpg)`";
        explain: "People who cannot see, and people whose phone does not load pictures, have only the description.", "អ្នកដែលមើលមិនឃើញ និងអ្នកដែលទូរសព្ទមិនបង្ហាញរូបភាព មានតែការពណ៌នានេះប៉ុណ្ណោះ។";
    }
    LINK_WITHOUT_WORDS = "W258" Warning Content {
        message: "this link shows nothing that readers could tap", "តំណនេះមិនបង្ហាញអ្វីដែលអ្នកអានអាចចុចបានទេ";
        help: "write words between the square brackets, as in `[the plan](plan.pdf)`", "សូមសរសេរពាក្យក្នុងតង្កៀប `[ ]` ដូចជា `[ផែនការ](plan.pdf)`";
        explain: "A link without words is on the page, but nobody sees it, and who hears the page hears an address.", "តំណដែលគ្មានពាក្យមាននៅលើទំព័រ តែគ្មាននរណាឃើញ ហើយអ្នកដែលស្ដាប់ទំព័រ ឮតែអាសយដ្ឋាន។";
        example: "[](https://example.org/)", "[our plan](https://example.org/)";
    }
    FOOTNOTE_UNUSED = "W252" Warning Content {
        message: "nothing in the text leads to the footnote `{label}`", "គ្មានអ្វីក្នុងអត្ថបទនាំទៅលេខយោង `{label}` ទេ";
        help: "write `[^{label}]` where it belongs, or take the note away", "សូមសរសេរ `[^{label}]` នៅកន្លែងដែលត្រូវ ឬលុបលេខយោងនេះ";
        explain: "A footnote without its mark is left out of the page.", "លេខយោងដែលគ្មានសញ្ញា នឹងមិនបង្ហាញលើទំព័រទេ។";
    }
    HTML_LEFT_OUT = "W253" Warning Content {
        message: "the HTML element `{name}` is left out of the page", "ធាតុ HTML `{name}` មិនត្រូវបានដាក់ក្នុងទំព័រទេ";
        help: "say it in Markdown or with a component; to show the tag itself, put it in backticks", "សូមសរសេរជា Markdown ឬប្រើសមាសធាតុ។ បើចង់បង្ហាញស្លាកផ្ទាល់ សូមដាក់ក្នុងសញ្ញា backtick";
        explain: "Only plain elements of text pass: scripts, frames, forms and styles could follow readers or deceive them.", "មានតែធាតុអត្ថបទធម្មតាទេដែលអនុញ្ញាត ព្រោះ script, frame, form និង style អាចតាមដាន ឬបោកបញ្ឆោតអ្នកអាន។";
    }
    PAGE_WITH_OTHER_ENDING = "E133" Error Content {
        message: "this page is not read, because its name ends with `.{ending}`", "ទំព័រនេះមិនត្រូវបានអានទេ ព្រោះឈ្មោះវាចប់ដោយ `.{ending}`";
        help: "rename it to `{meant}`; Windows shows endings once `View`, `File name extensions` is ticked", "សូមប្ដូរឈ្មោះវាជា `{meant}`។ Windows បង្ហាញកន្ទុយឈ្មោះ ពេលគូស `View`, `File name extensions`";
        explain: "Pages are Markdown files, whose names end with `.md`. Windows hides the last ending of a name, so that an editor's `.txt` behind it is not seen.", "ទំព័រគឺជាឯកសារ Markdown ដែលឈ្មោះចប់ដោយ `.md`។ Windows លាក់កន្ទុយចុងក្រោយនៃឈ្មោះ ដូច្នេះ `.txt` ដែលកម្មវិធីដាក់ពីក្រោយ មើលមិនឃើញទេ។";
    }
    TEXT_IN_CONTENT = "W134" Warning Content {
        message: "this text is not published: it is no Markdown, and no page links to it", "អត្ថបទនេះមិនត្រូវបានផ្សាយទេ៖ វាមិនមែនជា Markdown ហើយគ្មានទំព័រណាមានតំណទៅវា";
        help: "copy its text into a file whose name ends with `.md` to make a page of it, or link to the file from a page to offer it as it is, or take it out of `content/`", "សូមចម្លងអត្ថបទវាទៅក្នុងឯកសារដែលឈ្មោះចប់ដោយ `.md` ដើម្បីធ្វើជាទំព័រ ឬដាក់តំណពីទំព័រមួយទៅវា ដើម្បីផ្ដល់ឯកសារដូចដែលវាមាន ឬយកវាចេញពី `content/`";
        explain: "A document that nobody links to is a draft or was forgotten more often than not, and publishing it might give away what it says of people. Readers with a phone cannot open many of them.", "ឯកសារដែលគ្មានតំណទៅវា ភាគច្រើនជាសេចក្ដីព្រាង ឬភ្លេចយកចេញ ហើយការផ្សាយវាអាចបង្ហាញព័ត៌មានអំពីមនុស្ស។ អ្នកអានដែលប្រើទូរសព្ទ បើកឯកសារបែបនេះជាច្រើនមិនបានទេ។";
    }
    TABLE_IN_CONTENT = "W134" Warning Content {
        message: "this table is not read or published: it lies in `content/`, and no page links to it", "តារាងនេះមិនត្រូវបានអាន ឬផ្សាយទេ៖ វានៅក្នុង `content/` ហើយគ្មានទំព័រណាមានតំណទៅវា";
        help: "move it to `data/` to show its figures, or link to it from a page to offer the file as it is, or take it out of `content/`", "សូមផ្លាស់វាទៅ `data/` ដើម្បីបង្ហាញតួលេខរបស់វា ឬដាក់តំណពីទំព័រមួយទៅវា ដើម្បីផ្ដល់ឯកសារដូចដែលវាមាន ឬយកវាចេញពី `content/`";
        explain: "Tables are read from `data/`, where they are checked. A workbook that nobody links to may hold sheets that were not meant for everybody.", "តារាងត្រូវអានពី `data/` ដែលជាកន្លែងពិនិត្យវា។ សៀវភៅការងារដែលគ្មានតំណទៅវា អាចមានសន្លឹកដែលមិនមែនសម្រាប់គ្រប់គ្នា។";
    }
    OTHER_IN_CONTENT = "W134" Warning Content {
        message: "this file is not published: it is no page and no picture, and no page links to it", "ឯកសារនេះមិនត្រូវបានផ្សាយទេ៖ វាមិនមែនជាទំព័រ ឬរូបភាព ហើយគ្មានទំព័រណាមានតំណទៅវា";
        help: "link to it from a page to publish it, or move it to `static/`, where everything is published, or take it out of `content/`", "សូមដាក់តំណពីទំព័រមួយទៅវា ដើម្បីផ្សាយវា ឬផ្លាស់វាទៅ `static/` ដែលអ្វីៗទាំងអស់ត្រូវបានផ្សាយ ឬយកវាចេញពី `content/`";
        explain: "What is published without anybody meaning it may give away what was not for everybody.", "អ្វីដែលត្រូវផ្សាយដោយគ្មាននរណាមានបំណង អាចបង្ហាញអ្វីដែលមិនមែនសម្រាប់គ្រប់គ្នា។";
    }
    CELL_LOST = "E280" Error Content {
        message: "this table has {columns} columns, and `{lost}` would stand in none of them", "តារាងនេះមាន {columns} ជួរឈរ ហើយ `{lost}` គ្មានជួរឈរសម្រាប់ដាក់ទេ";
        help: "give the table's head and the dashes below it one more cell, or write a `|` that is no border as `\\|`", "សូមបន្ថែមក្រឡាមួយក្នុងក្បាលតារាង និងក្នុងបន្ទាត់ `-` ខាងក្រោមវា ឬបើ `|` មិនមែនជាបន្ទាត់ខណ្ឌទេ សូមសរសេរជា `\\|`";
        explain: "A table shows as many cells of a row as its head has; what stands behind them would be missing from the page.", "តារាងបង្ហាញក្រឡាក្នុងជួរដេកនីមួយៗតែស្មើនឹងចំនួនក្រឡាក្បាលតារាងប៉ុណ្ណោះ។ អ្វីដែលនៅហួសនោះនឹងបាត់ពីទំព័រ។";
        example: "| ឃុំ | លុយ |\n|---|---|\n| ក | ១០ | ២០ |", "| ឃុំ | លុយ | ឆ្នាំមុន |\n|---|---|---|\n| ក | ១០ | ២០ |";
    }
    CELLS_MISSING = "W281" Warning Content {
        message: "this row has {written} of the {columns} cells of its table", "ជួរដេកនេះមានក្រឡា {written} ប៉ុណ្ណោះ ក្នុងចំណោម {columns} ក្រឡានៃតារាង";
        help: "write a `|` for each cell, also for one that stays empty", "សូមសរសេរ `|` សម្រាប់ក្រឡានីមួយៗ ទោះបីក្រឡានោះទទេក៏ដោយ";
        explain: "The cells that are missing are shown empty at the end of the row, and its figures may stand in the wrong columns.", "ក្រឡាដែលខ្វះនឹងបង្ហាញទទេនៅចុងជួរដេក ហើយតួលេខអាចនៅខុសជួរឈរ។";
    }
    RULER_MISMATCH = "E282" Error Content {
        message: "the head of this table has {head} cells, and the line of dashes below it {ruler}", "ក្បាលតារាងនេះមាន {head} ក្រឡា តែបន្ទាត់ `-` ខាងក្រោមវាមាន {ruler}";
        help: "give both the same number of cells", "សូមឱ្យទាំងពីរមានចំនួនក្រឡាស្មើគ្នា";
        explain: "Without that the lines are no table, and readers would see the bars and dashes.", "បើមិនដូច្នោះទេ បន្ទាត់ទាំងនេះមិនមែនជាតារាងទេ ហើយអ្នកអាននឹងឃើញសញ្ញា `|` និង `-`។";
    }
    RULER_MISSING = "E283" Error Content {
        message: "these lines between bars are no table: below the first one a line of dashes is missing", "បន្ទាត់ដែលមានសញ្ញា `|` ទាំងនេះមិនទាន់ជាតារាងទេ ព្រោះខ្វះបន្ទាត់ `-` ខាងក្រោមបន្ទាត់ទីមួយ";
        help: "write the names of the columns into the first line, and `{ruler}` into the second", "សូមសរសេរឈ្មោះជួរឈរក្នុងបន្ទាត់ទីមួយ ហើយសរសេរ `{ruler}` ក្នុងបន្ទាត់ទីពីរ";
        explain: "Readers would see all of it as one line, with the bars.", "អ្នកអាននឹងឃើញអត្ថបទទាំងអស់ជាប់គ្នាក្នុងបន្ទាត់តែមួយ ជាមួយសញ្ញា `|`។";
        example: "| ឃុំ | លុយ |\n| ក | ១០ |", "| ឃុំ | លុយ |\n|---|---|\n| ក | ១០ |";
    }
    TABLE_IN_A_PARAGRAPH = "E283" Error Content {
        message: "this table belongs to the words before it, and is shown as words", "តារាងនេះជាប់នឹងអត្ថបទខាងមុខវា ហើយបង្ហាញជាអត្ថបទធម្មតា";
        help: "leave an empty line before it; in a list, begin each of its lines as far to the right as the item's words", "សូមទុកបន្ទាត់ទទេមួយនៅមុខវា។ បើនៅក្នុងបញ្ជី សូមដាក់បន្ទាត់នីមួយៗរបស់វាឱ្យចូលស្មើនឹងអត្ថបទនៃចំណុចនោះ";
        explain: "A table begins with a line of its own, or readers see the bars and dashes.", "តារាងត្រូវចាប់ផ្ដើមនៅបន្ទាត់ផ្ទាល់ខ្លួន បើមិនដូច្នោះទេ អ្នកអាននឹងឃើញសញ្ញា `|` និង `-`។";
    }
    TABLE_WITHOUT_HEAD = "E283" Error Content {
        message: "this table begins with its line of dashes, and is shown as words", "តារាងនេះចាប់ផ្ដើមដោយបន្ទាត់ `-` ហើយបង្ហាញជាអត្ថបទធម្មតា";
        help: "write the names of the columns into a line above the dashes; a cell may stay empty, as in `| | |`", "សូមសរសេរឈ្មោះជួរឈរក្នុងបន្ទាត់មួយខាងលើបន្ទាត់ `-`។ ក្រឡាអាចទុកទទេបាន ដូចជា `| | |`";
        explain: "Without a head the lines are no table, and readers would see the bars and dashes.", "បើគ្មានក្បាលទេ បន្ទាត់ទាំងនេះមិនមែនជាតារាងទេ ហើយអ្នកអាននឹងឃើញសញ្ញា `|` និង `-`។";
    }
    TABLE_ESCAPED = "W284" Warning Content {
        message: "is this meant to be a table? each of its bars has a `\\` before it, and is shown as it stands", "តើនេះជាតារាងមែនទេ? សញ្ញា `|` នីមួយៗមាន `\\` នៅមុខ ហើយបង្ហាញដូចដែលបានសរសេរ";
        help: "take the `\\` away to make it a table, or put it between lines of three backticks to show it", "សូមលុប `\\` ចេញ ដើម្បីឱ្យវាក្លាយជាតារាង ឬដាក់វានៅចន្លោះបន្ទាត់ backtick បី ដើម្បីបង្ហាញ";
        explain: "Some programs write a `\\` before each sign that could be a mark.", "កម្មវិធីខ្លះសរសេរ `\\` នៅមុខសញ្ញាទាំងអស់ដែលអាចមានន័យពិសេស។";
    }
    BARS_IN_TEXT = "W284" Warning Content {
        message: "is this meant to be a table? its bars are shown as they stand", "តើនេះជាតារាងមែនទេ? សញ្ញា `|` របស់វាបង្ហាញដូចដែលបានសរសេរ";
        help: "put the names of the columns before it and a line such as `|---|---|` below them, or write each bar as `\\|`", "សូមដាក់ឈ្មោះជួរឈរនៅមុខវា និងបន្ទាត់ដូចជា `|---|---|` ខាងក្រោមឈ្មោះទាំងនោះ ឬសរសេរ `|` នីមួយៗជា `\\|`";
        explain: "A line of dashes tells a table from words between bars.", "បន្ទាត់ `-` ជាអ្វីដែលញែកតារាងចេញពីអត្ថបទដែលមានសញ្ញា `|`។";
    }
    TABS_IN_TEXT = "W284" Warning Content {
        message: "is this meant to be a table? readers see its cells one behind the other, without their columns", "តើនេះជាតារាងមែនទេ? អ្នកអានឃើញក្រឡារបស់វាតៗគ្នា ដោយគ្មានជួរឈរ";
        help: "write a `|` between the cells in place of the tab, and a line such as `|---|---|` below the first line; a large table belongs into `data/`", "សូមសរសេរ `|` នៅចន្លោះក្រឡាជំនួសតាប់ (tab) និងបន្ទាត់ដូចជា `|---|---|` ខាងក្រោមបន្ទាត់ទីមួយ។ តារាងធំ គួរដាក់ក្នុង `data/`";
        explain: "Cells copied from a spreadsheet have tabs between them, which pages show as a space.", "ក្រឡាដែលចម្លងពីតារាងបញ្ជី មានតាប់ (tab) នៅចន្លោះ ដែលទំព័របង្ហាញជាដកឃ្លា។";
        example: "ភូមិ\tអណ្ដូង\nមួយ\t2", "| ភូមិ | អណ្ដូង |\n|---|---|\n| មួយ | 2 |";
    }
    MARK_IN_SETTING = "W295" Warning Content {
        message: "`{mark}` in `{key}` is shown as it stands", "`{mark}` ក្នុង `{key}` បង្ហាញដូចដែលបានសរសេរ";
        help: "take it away: what stands in `{key}` is plain text, without Markdown and HTML", "សូមលុបវាចេញ៖ អ្វីដែលនៅក្នុង `{key}` ជាអត្ថបទធម្មតា គ្មាន Markdown និង HTML ទេ";
        explain: "A title and a description stand in menus, search results and shared links, where no marks are read.", "ចំណងជើង និងការពណ៌នា បង្ហាញក្នុងម៉ឺនុយ លទ្ធផលស្វែងរក និងតំណដែលគេចែករំលែក ដែលមិនអានសញ្ញាទេ។";
        example: "title = \"**Clean** water\"", "title = \"Clean water\"";
    }
    LINE_IN_TABLE = "W293" Warning Content {
        message: "this line stands right below a table, and is shown as a row of it", "បន្ទាត់នេះនៅជាប់ខាងក្រោមតារាង ហើយបង្ហាញជាជួរដេកមួយនៃតារាង";
        help: "leave an empty line before it, or put bars between its cells", "សូមទុកបន្ទាត់ទទេមួយនៅមុខវា ឬដាក់សញ្ញា `|` នៅចន្លោះក្រឡា";
        explain: "A table ends with an empty line.", "តារាងបញ្ចប់ដោយបន្ទាត់ទទេ។";
    }
    RULER_IN_TABLE = "W293" Warning Content {
        message: "this line of dashes stands in the middle of a table, and is shown as a row of it", "បន្ទាត់សញ្ញា `-` នេះនៅកណ្ដាលតារាង ហើយបង្ហាញជាជួរដេកមួយនៃតារាង";
        help: "take it away; if another table begins here, leave an empty line before its head", "សូមលុបវាចេញ។ បើតារាងមួយទៀតចាប់ផ្ដើមនៅទីនេះ សូមទុកបន្ទាត់ទទេមួយនៅមុខក្បាលតារាងនោះ";
        explain: "A table has one line of dashes, right below the names of its columns; in any other place readers see the dashes.", "តារាងមួយមានបន្ទាត់សញ្ញា `-` តែមួយ ជាប់ក្រោមឈ្មោះជួរឈរ។ នៅកន្លែងផ្សេង អ្នកអានឃើញសញ្ញា `-` នោះ។";
    }
    EMPHASIS_LEFT_OVER = "W285" Warning Content {
        message: "`{mark}` makes nothing bold or slanted here, and readers see it", "`{mark}` មិនធ្វើឱ្យអក្សរដិត ឬទ្រេតនៅទីនេះទេ ហើយអ្នកអាននឹងឃើញសញ្ញានេះ";
        help: "put the same marks right before the first and right behind the last letter of the words, without a space inside, as in `**ទឹក**`; to show them, write `\\` before each", "សូមដាក់សញ្ញាដូចគ្នាជាប់នឹងអក្សរទីមួយ និងអក្សរចុងក្រោយ ដោយគ្មានដកឃ្លាខាងក្នុង ដូចជា `**ទឹក**`។ បើចង់បង្ហាញសញ្ញានេះ សូមសរសេរ `\\` នៅមុខសញ្ញានីមួយៗ";
        explain: "Marks with a space inside, or without their other half, are words to Markdown.", "សញ្ញាដែលមានដកឃ្លាខាងក្នុង ឬគ្មានគូ ត្រូវបានអានជាអត្ថបទធម្មតា។";
        example: "** ទឹកស្អាត **", "**ទឹកស្អាត**";
    }
    HEADING_WITHOUT_SPACE = "W286" Warning Content {
        message: "is `{word}` meant to be a heading? it is shown with its `#`", "តើ `{word}` ជាចំណងជើងមែនទេ? វាបង្ហាញជាមួយសញ្ញា `#`";
        help: "write a space behind the `#` to make it a heading, or `\\#` if it is a hashtag", "សូមដកឃ្លាក្រោយ `#` បើជាចំណងជើង ឬសរសេរ `\\#` បើជាពាក្យមានសញ្ញា # (hashtag)";
        explain: "A heading and a hashtag look alike, and only its author knows which it is.", "ចំណងជើង និង hashtag មើលទៅដូចគ្នា ហើយមានតែអ្នកសរសេរទេដែលដឹងថាជាអ្វី។";
        example: "#ទឹកស្អាត", "# ទឹកស្អាត";
    }
    ACCIDENTAL_HEADING = "W287" Warning Content {
        message: "this line makes a heading of all the words above it", "បន្ទាត់នេះធ្វើឱ្យអត្ថបទខាងលើវាទាំងអស់ក្លាយជាចំណងជើង";
        help: "leave an empty line before it if a line across the page is meant; for a heading, write `## ` before its words", "បើចង់គូសបន្ទាត់កាត់ទំព័រ សូមទុកបន្ទាត់ទទេមួយនៅមុខវា។ បើជាចំណងជើង សូមសរសេរ `## ` នៅមុខពាក្យរបស់វា";
        explain: "Markdown reads words with dashes right below them as a heading.", "Markdown អានអត្ថបទដែលមានបន្ទាត់ `-` ជាប់ខាងក្រោម ជាចំណងជើង។";
    }
    OTHER_DASHES = "W288" Warning Content {
        message: "this line of dashes is shown as it stands", "បន្ទាត់សញ្ញានេះបង្ហាញដូចដែលបានសរសេរ";
        help: "for a heading, write `## ` before the words above it; for a line across the page, leave an empty line before it and write `---`", "បើពាក្យខាងលើជាចំណងជើង សូមសរសេរ `## ` នៅមុខពាក្យនោះ។ បើចង់គូសបន្ទាត់កាត់ទំព័រ សូមទុកបន្ទាត់ទទេមួយនៅមុខ ហើយសរសេរ `---`";
        explain: "Word processors make long dashes of short ones, which say nothing to Markdown.", "កម្មវិធីវាយអត្ថបទប្ដូរ `-` ខ្លីទៅជាសញ្ញាវែង ដែល Markdown មិនស្គាល់។";
    }
    REFERENCE_UNUSED = "W289" Warning Content {
        message: "nothing in the text leads to `[{label}]`, and this line is not shown", "គ្មានអ្វីក្នុងអត្ថបទនាំទៅ `[{label}]` ទេ ហើយបន្ទាត់នេះមិនបង្ហាញឡើយ";
        help: "write `[words][{label}]` where it belongs, or `\\[` at the beginning of the line if it is part of the text", "សូមសរសេរ `[ពាក្យ][{label}]` នៅកន្លែងដែលត្រូវ ឬសរសេរ `\\[` នៅដើមបន្ទាត់ បើវាជាផ្នែកនៃអត្ថបទ";
        explain: "A line that begins with brackets and a colon gives an address to links, and shows nothing by itself.", "បន្ទាត់ដែលចាប់ផ្ដើមដោយតង្កៀប និងសញ្ញា `:` ផ្ដល់អាសយដ្ឋានដល់តំណ ហើយខ្លួនវាមិនបង្ហាញអ្វីទេ។";
    }
    REFERENCE_TWICE = "E290" Error Content {
        message: "`[{label}]` was given an address before, and this one counts for nothing", "`[{label}]` មានអាសយដ្ឋានរួចហើយ ដូច្នេះអាសយដ្ឋាននេះមិនត្រូវបានប្រើទេ";
        help: "give one of the two another name, or take it away", "សូមប្ដូរឈ្មោះមួយក្នុងចំណោមទាំងពីរ ឬលុបវាចេញ";
        explain: "All links of this name would lead to the first of them.", "តំណទាំងអស់ដែលមានឈ្មោះនេះ នឹងនាំទៅអាសយដ្ឋានទីមួយ។";
    }
    FOOTNOTE_TWICE = "E291" Error Content {
        message: "two footnotes are called `{label}`, and this one would not be shown", "មានលេខយោងពីរឈ្មោះ `{label}` ហើយលេខយោងនេះនឹងមិនបង្ហាញទេ";
        help: "give it another name, there and in the text", "សូមប្ដូរឈ្មោះវា ទាំងនៅទីនេះ និងក្នុងអត្ថបទ";
        explain: "A footnote is often the source of a figure; of two with one name only the first is read.", "លេខយោងច្រើនតែជាប្រភពនៃតួលេខ។ បើពីរមានឈ្មោះតែមួយ មានតែទីមួយទេដែលត្រូវបានអាន។";
    }
    SET_IN_CODE = "W292" Warning Content {
        message: "these lines are set in as code is, and are shown as text", "បន្ទាត់ទាំងនេះចូលបន្ទាត់ដូចកូដ តែបង្ហាញជាអត្ថបទ";
        help: "put a line of three backticks before and behind them if they are code, or take the spaces before them away", "បើជាកូដ សូមដាក់បន្ទាត់ដែលមាន backtick បី នៅមុខ និងក្រោយវា។ បើជាអត្ថបទ សូមលុបដកឃ្លានៅមុខវា";
        explain: "Many begin a paragraph with a tab, so only lines between fences are code here.", "មនុស្សជាច្រើនចាប់ផ្ដើមកថាខណ្ឌដោយ tab ដូច្នេះនៅទីនេះ មានតែបន្ទាត់នៅចន្លោះ backtick បីទេដែលជាកូដ។";
    }
    LINK_LEFT_OVER = "W294" Warning Content {
        message: "`{mark}` makes no link here, and readers see it", "`{mark}` មិនក្លាយជាតំណនៅទីនេះទេ ហើយអ្នកអាននឹងឃើញសញ្ញានេះ";
        help: "write a link as `[words](address)`, with nothing between `]` and `(`; to show the brackets, write `\\` before each", "សូមសរសេរតំណជា `[ពាក្យ](អាសយដ្ឋាន)` ដោយគ្មានអ្វីនៅចន្លោះ `]` និង `(`។ បើចង់បង្ហាញតង្កៀប សូមសរសេរ `\\` នៅមុខតង្កៀបនីមួយៗ";
        explain: "Readers would see brackets and an address, and could not follow the link.", "អ្នកអាននឹងឃើញតង្កៀប និងអាសយដ្ឋាន ហើយចុចតំណមិនបាន។";
        example: "[ទឹក] (https://example.org/)", "[ទឹក](https://example.org/)";
    }
    FOREIGN_MARK = "W295" Warning Content {
        message: "`{mark}` means something to other programs, and is shown as it stands", "`{mark}` មានន័យសម្រាប់កម្មវិធីផ្សេង តែនៅទីនេះបង្ហាញដូចដែលបានសរសេរ";
        help: "take it away, or put it in backticks to show it", "សូមលុបវាចេញ ឬដាក់ក្នុងសញ្ញា backtick ដើម្បីបង្ហាញ";
        explain: "Readers do not know such marks, and wonder what is missing.", "អ្នកអានមិនស្គាល់សញ្ញាបែបនេះទេ ហើយឆ្ងល់ថាមានអ្វីបាត់។";
    }
    FENCE_OPEN = "W296" Warning Content {
        message: "no line ends the code that begins here, and what follows is shown as code", "គ្មានបន្ទាត់ណាបញ្ចប់កូដដែលចាប់ផ្ដើមនៅទីនេះទេ ហើយអ្វីដែលនៅបន្ទាប់បង្ហាញជាកូដ";
        help: "end it with a line of as many marks and nothing else, or take this line away", "សូមបញ្ចប់វាដោយបន្ទាត់ដែលមានសញ្ញាដូចគ្នា និងចំនួនស្មើគ្នា ហើយគ្មានអ្វីផ្សេង ឬលុបបន្ទាត់នេះចេញ";
        explain: "Without its end the rest of the page loses its headings, lists and links.", "បើគ្មានទីបញ្ចប់ទេ ចំណងជើង បញ្ជី និងតំណទាំងអស់ក្នុងទំព័រដែលនៅសល់នឹងបាត់រូបរាង។";
    }
    FENCE_WORDS = "W297" Warning Content {
        message: "`{words}` stands behind the marks that begin code, and is not shown", "`{words}` នៅក្រោយសញ្ញាចាប់ផ្ដើមកូដ ហើយមិនបង្ហាញឡើយ";
        help: "move it to a line of its own; only the name of a language may stand there", "សូមយកវាទៅបន្ទាត់ផ្ទាល់ខ្លួន ព្រោះនៅទីនោះអាចមានតែឈ្មោះភាសាកម្មវិធីប៉ុណ្ណោះ";
        explain: "Only the first word there is used, as the name of the language of the code.", "មានតែពាក្យទីមួយនៅទីនោះទេដែលប្រើជាឈ្មោះភាសានៃកូដ។";
    }
    HTML_ATTRIBUTE_LEFT_OUT = "W254" Warning Content {
        message: "`{name}` of the HTML element `{element}` is left out of the page", "`{name}` នៃធាតុ HTML `{element}` មិនត្រូវបានដាក់ក្នុងទំព័រទេ";
        help: "take it away; how text looks is the theme's, and a place that links lead to is a heading with `{{#name}}` behind it", "សូមលុបវា។ រូបរាងអក្សរស្រេចលើរូបរាង (theme) ហើយកន្លែងដែលតំណនាំទៅ គឺជាចំណងជើងដែលមាន `{{#name}}` ពីក្រោយ";
        explain: "Styles, classes, ids and scripts of single elements could hide or change what the page says.", "style, class, id និង script របស់ធាតុនីមួយៗ អាចលាក់ ឬប្ដូរអ្វីដែលទំព័រនិយាយ។";
    }
    HTML_LEFT_OPEN = "W255" Warning Content {
        message: "the HTML element `{name}` begins here and is not closed in its paragraph or text, so it ends with that", "ធាតុ HTML `{name}` ចាប់ផ្ដើមនៅទីនេះ តែមិនបានបិទក្នុងកថាខណ្ឌ ឬអត្ថបទរបស់វាទេ ដូច្នេះវាចប់ជាមួយនោះ";
        help: "write `</{name}>` where it ends, in the same paragraph, or both on lines of their own", "សូមសរសេរ `</{name}>` នៅកន្លែងដែលវាចប់ ក្នុងកថាខណ្ឌតែមួយ ឬដាក់ទាំងពីរលើបន្ទាត់ដាច់ដោយឡែក";
        explain: "Nobody can tell how far it was meant to reach, and what it marks may say something else.", "គ្មាននរណាដឹងថាវាត្រូវអូសដល់ណាទេ ហើយអ្វីដែលវាសម្គាល់អាចមានន័យផ្សេង។";
        example: "<s>The first part.\n\nThe second part.</s>", "~~The first part.~~\n\n~~The second part.~~";
    }
    HTML_END_ALONE = "W255" Warning Content {
        message: "`</{name}>` ends an HTML element that does not begin in its paragraph or text, and is left out", "`</{name}>` បិទធាតុ HTML ដែលមិនបានចាប់ផ្ដើមក្នុងកថាខណ្ឌ ឬអត្ថបទរបស់វាទេ ដូច្នេះមិនត្រូវបានដាក់ក្នុងទំព័រឡើយ";
        help: "write `<{name}>` where it begins, in the same paragraph, or take this away", "សូមសរសេរ `<{name}>` នៅកន្លែងដែលវាចាប់ផ្ដើម ក្នុងកថាខណ្ឌតែមួយ ឬលុបវាចេញ";
        explain: "What an element was to make bold, small or struck out is none of it without its beginning.", "បើគ្មានការចាប់ផ្ដើម អ្វីដែលធាតុត្រូវធ្វើឱ្យដិត តូច ឬឆូតចោល នឹងមិនមានរូបរាងនោះឡើយ។";
    }
    HTML_QUOTE_OPEN = "W257" Warning Content {
        message: "the value of `{name}` in this HTML tag holds another tag, and what it holds is not shown", "តម្លៃរបស់ `{name}` ក្នុងស្លាក HTML នេះ មានស្លាកមួយទៀត ហើយអ្វីដែលនៅក្នុងតម្លៃនោះមិនបង្ហាញឡើយ";
        help: "write the quotation mark that ends the value right behind it, as in `{name}=\"…\"`", "សូមសរសេរសញ្ញាសម្រង់បិទជាប់ខាងក្រោយតម្លៃ ដូចជា `{name}=\"…\"`";
        explain: "Browsers read a value up to the next quotation mark, and the words in between are part of no text.", "កម្មវិធីរុករកអានតម្លៃរហូតដល់សញ្ញាសម្រង់បន្ទាប់ ហើយពាក្យនៅចន្លោះនោះ មិនមែនជាផ្នែកនៃអត្ថបទទេ។";
    }
    HTML_MISPLACED = "W256" Warning Content {
        message: "the HTML element `{name}` has no place here, and is left out", "ធាតុ HTML `{name}` គ្មានកន្លែងនៅទីនេះទេ ដូច្នេះមិនត្រូវបានដាក់ក្នុងទំព័រឡើយ";
        help: "put it into the element it belongs to, such as `li` into `ul` and `td` into `tr`, or say it in Markdown", "សូមដាក់វាក្នុងធាតុដែលវានៅ ដូចជា `li` ក្នុង `ul` និង `td` ក្នុង `tr` ឬសរសេរជា Markdown";
        explain: "Browsers would end the list, the table or the link around it, and what follows would stand elsewhere.", "កម្មវិធីរុករកនឹងបិទបញ្ជី តារាង ឬតំណដែលនៅជុំវិញវា ហើយអ្វីដែលនៅបន្ទាប់នឹងទៅនៅកន្លែងផ្សេង។";
    }
    WORDS_OUTSIDE_CELLS = "W256" Warning Content {
        message: "these words stand in the HTML element `{name}` but in no cell of the table, and browsers show them before it", "ពាក្យទាំងនេះនៅក្នុងធាតុ HTML `{name}` តែមិននៅក្នុងក្រឡាណានៃតារាងទេ ហើយកម្មវិធីរុករកបង្ហាញវានៅមុខតារាង";
        help: "put them into `<td>…</td>`, or before or behind the table", "សូមដាក់វាក្នុង `<td>…</td>` ឬនៅមុខ ឬក្រោយតារាង";
        explain: "Browsers take everything out of a table that stands in no cell, and readers find it where nobody looks for it.", "កម្មវិធីរុករកយកអ្វីៗដែលមិននៅក្នុងក្រឡា ចេញពីតារាង ហើយអ្នកអានឃើញវានៅកន្លែងដែលគ្មាននរណារក។";
    }
    HTML_TAG_UNCLOSED = "W257" Warning Content {
        message: "`{name}` begins an HTML tag without its `>`, and is shown as text", "`{name}` ចាប់ផ្ដើមស្លាក HTML តែគ្មាន `>` ដូច្នេះវាបង្ហាញជាអត្ថបទ";
        help: "write `>` at the end of the tag, and a quotation mark at both ends of each value", "សូមសរសេរ `>` នៅចុងស្លាក និងសញ្ញាសម្រង់នៅចុងទាំងពីរនៃតម្លៃនីមួយៗ";
        explain: "Browsers would take the text behind it for a part of the tag and show none of it.", "កម្មវិធីរុករកនឹងយកអត្ថបទនៅក្រោយវាជាផ្នែកនៃស្លាក ហើយមិនបង្ហាញវាឡើយ។";
    }
    HTML_SWALLOWS = "E250" Error Content {
        message: "`{name}` begins here and never ends, so all the text behind it belongs to it", "`{name}` ចាប់ផ្ដើមនៅទីនេះ តែគ្មានទីបញ្ចប់ ដូច្នេះអត្ថបទទាំងអស់នៅក្រោយវាក្លាយជារបស់វា";
        help: "write its end, as in `<!-- … -->` or `<pre>…</pre>`, or put it in backticks to show it", "សូមសរសេរទីបញ្ចប់របស់វា ដូចជា `<!-- … -->` ឬ `<pre>…</pre>` ឬដាក់វាក្នុងសញ្ញា backtick ដើម្បីបង្ហាញ";
        explain: "Readers would see the rest of the page without its headings, lists and links, or not at all.", "អ្នកអាននឹងឃើញផ្នែកដែលនៅសល់នៃទំព័រដោយគ្មានចំណងជើង បញ្ជី និងតំណ ឬមិនឃើញសោះ។";
        example: "<!-- to be checked\n\n# Water", "<!-- to be checked -->\n\n# Water";
    }
}
