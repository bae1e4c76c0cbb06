//! Putting the theme together and compiling its templates.

use super::codes;

codes! {
    MISSING = "E401" Error Configuration {
        message: "there is no theme `{name}`", "គ្មានរូបរាង (theme) ឈ្មោះ `{name}` ទេ";
        help: "themes here are {known}; put a theme's folder below `themes/`", "រូបរាងនៅទីនេះមាន {known}។ សូមដាក់ថតរូបរាងក្នុង `themes/`";
        explain: "The theme gives every page its form.", "រូបរាង (theme) កំណត់ថាទំព័រទាំងអស់មើលទៅដូចម្ដេច។";
    }
    NO_STRINGS = "W402" Warning Configuration {
        message: "the theme has no words in `{language}`, so English ones stand in its place", "រូបរាងគ្មានពាក្យជាភាសា `{language}` ទេ ដូច្នេះប្រើពាក្យអង់គ្លេសជំនួស";
        help: "translate the built-in theme's `strings/en.toml` and save it as the file named above", "សូមបកប្រែ `strings/en.toml` របស់រូបរាង រួចរក្សាទុកតាមឈ្មោះឯកសារខាងលើ";
        explain: "Buttons and headings of the theme would stand in a language that readers may not know.", "ប៊ូតុង និងចំណងជើងរបស់រូបរាង អាចជាភាសាដែលអ្នកអានមិនចេះ។";
    }
    TEMPLATE = "E403" Error Configuration {
        message: "a template cannot be used: {reason}", "គំរូ (template) ប្រើមិនបាន៖ {reason}";
        help: "mend the template at this place, or remove it to use the theme's own", "សូមកែគំរូនៅកន្លែងនេះ ឬលុបវា ដើម្បីប្រើគំរូរបស់រូបរាង";
        explain: "A page can only be written with a template that works.", "ទំព័រសរសេរបាន លុះត្រាតែគំរូដំណើរការ។";
    }
    BUILT_IN_TEMPLATE = "E403" Error Configuration {
        message: "a template of the built-in theme cannot be used with what this campaign puts beside it: {reason}", "គំរូរបស់រូបរាងដែលភ្ជាប់មកស្រាប់ ប្រើមិនបានជាមួយអ្វីដែលយុទ្ធនាការនេះដាក់បន្ថែម៖ {reason}";
        help: "a file of yours, in `templates/` or in your theme's folder, stands in the place of the one that had it: add it there", "ឯកសាររបស់អ្នកក្នុង `templates/` ឬក្នុងថតរូបរាងរបស់អ្នក ជំនួសឯកសារដែលមានវា៖ សូមបន្ថែមវានៅទីនោះ";
        explain: "The built-in theme works by itself; a file of yours in the place of one of its own has to bring all that the others ask of it.", "រូបរាងដែលភ្ជាប់មកស្រាប់ដំណើរការដោយខ្លួនឯង។ ឯកសាររបស់អ្នកដែលជំនួសឯកសាររបស់វា ត្រូវមានអ្វីៗដែលឯកសារផ្សេងទៀតត្រូវការពីវា។";
    }
    NO_TEMPLATE = "E404" Error Content {
        message: "there is no template `{name}`", "គ្មានគំរូ (template) `{name}` ទេ";
        help: "templates here are {known}", "គំរូនៅទីនេះមាន {known}";
        explain: "A page that asks for a template of its own can only be written with it.", "ទំព័រដែលសុំគំរូរបស់ខ្លួន សរសេរបានតែជាមួយគំរូនោះប៉ុណ្ណោះ។";
    }
    ADDRESS = "E337" Error Content {
        message: "the template `{template}` would put `{target}` into the page as an address, which no page may carry", "គំរូ (template) `{template}` នឹងដាក់ `{target}` ក្នុងទំព័រជាអាសយដ្ឋាន ដែលទំព័រណាក៏មិនអាចមាន";
        help: "an address is a path, or begins with `https://`, `http://`, `mailto:`, `tel:` or `sms:`: correct it in `extra` or in what is handed to the component; another scheme has to stand in the template itself", "អាសយដ្ឋានត្រូវជាផ្លូវ ឬចាប់ផ្ដើមដោយ `https://` `http://` `mailto:` `tel:` ឬ `sms:`៖ សូមកែវាក្នុង `extra` ឬក្នុងអ្វីដែលផ្ដល់ដល់សមាសធាតុ។ បើចង់ប្រើការចាប់ផ្ដើមផ្សេង ត្រូវសរសេរវាក្នុងគំរូផ្ទាល់";
        explain: "Other addresses can run a program in the reader's browser, open files on the reader's phone, or ask another host for something.", "អាសយដ្ឋានផ្សេងអាចដំណើរការកម្មវិធីក្នុងកម្មវិធីរុករករបស់អ្នកអាន បើកឯកសារលើទូរសព្ទរបស់អ្នកអាន ឬសុំអ្វីមួយពីម៉ាស៊ីនផ្សេង។";
    }
    COMPONENT = "E405" Error Content {
        message: "the component `{name}` cannot be shown: {reason}", "សមាសធាតុ `{name}` បង្ហាញមិនបាន៖ {reason}";
        help: "compare the arguments with those the theme's component declares", "សូមប្រៀបធៀបការកំណត់ជាមួយអ្វីដែលសមាសធាតុរបស់រូបរាងប្រកាស";
        explain: "What the component should show would be missing from the page.", "អ្វីដែលសមាសធាតុត្រូវបង្ហាញ នឹងបាត់ពីទំព័រ។";
    }
    LACKS_STRINGS = "W406" Warning Configuration {
        message: "the words in `{language}` lack {keys}, so English ones stand in their place", "ពាក្យជាភាសា `{language}` ខ្វះ {keys} ដូច្នេះប្រើពាក្យអង់គ្លេសជំនួស";
        help: "add them to the file named above; `strings/en.toml` of the built-in theme shows what they say", "សូមបន្ថែមពាក្យទាំងនេះក្នុងឯកសារខាងលើ។ `strings/en.toml` របស់រូបរាងដែលភ្ជាប់មកស្រាប់ បង្ហាញន័យរបស់វា";
        explain: "The program tells figures with these words, so readers would meet a language that they may not know.", "កម្មវិធីប្រាប់តួលេខដោយប្រើពាក្យទាំងនេះ ដូច្នេះអ្នកអានអាចជួបភាសាដែលពួកគាត់មិនចេះ។";
    }
    KIND_LACKS_STRINGS = "W406" Warning Configuration {
        message: "pages of the kind `{kind}` have no words in `{language}`, so those of another language stand before what they say: {keys} are missing", "ទំព័រប្រភេទ `{kind}` គ្មានពាក្យជាភាសា `{language}` ទេ ដូច្នេះពាក្យជាភាសាផ្សេងនៅមុខអ្វីដែលវាប្រាប់៖ ខ្វះ {keys}";
        help: "add them to the file named above: `page_…` is what one such page is called, `pages_…` several, and each `field_…` what readers see before what it says", "សូមបន្ថែមពាក្យទាំងនេះក្នុងឯកសារខាងលើ៖ `page_…` ជាឈ្មោះទំព័របែបនេះមួយ `pages_…` ជាឈ្មោះទំព័របែបនេះច្រើន ហើយ `field_…` នីមួយៗជាអ្វីដែលអ្នកអានឃើញនៅមុខអ្វីដែលវាប្រាប់";
        explain: "What a kind of pages says is known in Khmer and English; readers of another language would meet one that they may not know.", "អ្វីដែលប្រភេទទំព័រប្រាប់ មានជាភាសាខ្មែរ និងអង់គ្លេស។ អ្នកអានភាសាផ្សេងអាចជួបភាសាដែលពួកគាត់មិនចេះ។";
    }
    BLANKS = "E407" Error Configuration {
        message: "`{key}` has to hold {wanted} and no other blank", "`{key}` ត្រូវមាន {wanted} ហើយមិនត្រូវមានកន្លែងទុកបំពេញផ្សេងទេ";
        help: "write each of them where its value is to stand", "សូមសរសេរកន្លែងទុកបំពេញនីមួយៗ ត្រង់កន្លែងដែលត្រូវបង្ហាញតម្លៃរបស់វា";
        explain: "A figure would be told without what it is of, or a blank would stand on the page.", "តួលេខអាចត្រូវបានប្រាប់ដោយខ្វះព័ត៌មាន ឬកន្លែងទុកបំពេញអាចលេចនៅលើទំព័រ។";
    }
    NO_COLOUR = "E408" Error Configuration {
        message: "the style sheet asks for the colour `{name}`, which there is not", "សន្លឹករចនាប័ទ្ម (CSS) សុំពណ៌ `{name}` ដែលគ្មាន";
        help: "colours are {known}", "ពណ៌មាន {known}";
        explain: "Browsers leave out a rule whose colour they do not understand, so a part of the page might not be seen.", "កម្មវិធីរុករករំលងច្បាប់ CSS ដែលវាមិនយល់ពណ៌ ដូច្នេះផ្នែកខ្លះនៃទំព័រអាចមើលមិនឃើញ។";
    }
    UNUSED_STRINGS = "W410" Warning Configuration {
        message: "nothing reads this file of words, because the site has no language `{name}`", "គ្មានអ្វីអានឯកសារពាក្យនេះទេ ព្រោះគេហទំព័រគ្មានភាសា `{name}`";
        help: "languages here are {known}; add `[languages.{name}]` to `sala.toml`, or call the file as the language is called there, with `.toml` behind it", "ភាសានៅទីនេះមាន {known}។ សូមបន្ថែម `[languages.{name}]` ក្នុង `sala.toml` ឬដាក់ឈ្មោះឯកសារដូចឈ្មោះភាសានៅទីនោះ ដោយមាន `.toml` នៅខាងចុង";
        explain: "Somebody has translated the words of the interface, and no reader would see them.", "មានអ្នកបានបកប្រែពាក្យនៃផ្ទាំងបង្ហាញ ប៉ុន្តែគ្មានអ្នកអានណាឃើញវាទេ។";
    }
    NO_FONT = "E411" Error Configuration {
        message: "there is no font `{name}`", "គ្មានពុម្ពអក្សរ `{name}` ទេ";
        help: "fonts here are {known}; put the TrueType file of another into `fonts/`", "ពុម្ពអក្សរនៅទីនេះមាន {known}។ ពុម្ពអក្សរផ្សេង សូមដាក់ឯកសារ TrueType របស់វាក្នុង `fonts/`";
        explain: "Readers load a font only if the site has it.", "អ្នកអានទាញយកពុម្ពអក្សរបាន លុះត្រាតែគេហទំព័រមានវា។";
    }
    FONT_TOO_LARGE = "E412" Error Configuration {
        message: "the font `{name}` takes {size} bytes for the {letters} letters and signs of this site, and {most} are allowed", "ពុម្ពអក្សរ `{name}` ត្រូវការ {size} បៃ សម្រាប់អក្សរ និងសញ្ញា {letters} របស់គេហទំព័រនេះ តែអនុញ្ញាតត្រឹម {most}";
        help: "choose one with simpler shapes, such as `Kantumruy Pro` for text and `Koulen` for headings, or allow more in `sala.toml`: `{setting} = {size}` under `[weight]`", "សូមជ្រើសពុម្ពអក្សរដែលមានរាងសាមញ្ញជាង ដូចជា `Kantumruy Pro` សម្រាប់អត្ថបទ និង `Koulen` សម្រាប់ចំណងជើង ឬអនុញ្ញាតបន្ថែមក្នុង `sala.toml`៖ `{setting} = {size}` ក្រោម `[weight]`";
        explain: "On a slow connection each thousand bytes take a fiftieth of a second, and readers pay for them.", "លើអ៊ីនធឺណិតយឺត រាល់មួយពាន់បៃត្រូវចំណាយពេលមួយភាគហាសិបនៃវិនាទី ហើយអ្នកអានត្រូវបង់ថ្លៃវា។";
    }
    HEADING_FONT_TOO_LARGE = "E412" Error Configuration {
        message: "the font `{name}` takes {size} bytes for the {letters} letters and signs of these headings, and {most} are allowed", "ពុម្ពអក្សរ `{name}` ត្រូវការ {size} បៃ សម្រាប់អក្សរ និងសញ្ញា {letters} នៃចំណងជើងទាំងនេះ តែអនុញ្ញាតត្រឹម {most}";
        help: "let it stand for fewer headings: `headings_for = \"titles\"` under `[fonts]` takes {titles} bytes, `headings_for = \"name\"` {of_name}; or choose one with simpler shapes, such as `Koulen`, or allow more in `sala.toml`: `{setting} = {size}` under `[weight]`", "សូមប្រើវាសម្រាប់ចំណងជើងតិចជាងនេះ៖ `headings_for = \"titles\"` ក្រោម `[fonts]` ត្រូវការ {titles} បៃ ហើយ `headings_for = \"name\"` ត្រូវការ {of_name} បៃ ឬជ្រើសពុម្ពអក្សរដែលមានរាងសាមញ្ញជាង ដូចជា `Koulen` ឬអនុញ្ញាតបន្ថែមក្នុង `sala.toml`៖ `{setting} = {size}` ក្រោម `[weight]`";
        explain: "On a slow connection each thousand bytes take a fiftieth of a second, and readers pay for them.", "លើអ៊ីនធឺណិតយឺត រាល់មួយពាន់បៃត្រូវចំណាយពេលមួយភាគហាសិបនៃវិនាទី ហើយអ្នកអានត្រូវបង់ថ្លៃវា។";
    }
    FONT_UNREADABLE = "E413" Error Configuration {
        message: "nothing smaller can be made of this font", "ពុម្ពអក្សរនេះបង្រួមមិនបានទេ";
        help: "take its TrueType file (`.ttf`) with fixed shapes from where it is published; other kinds cannot be made smaller", "សូមយកឯកសារ TrueType (`.ttf`) ដែលមានរាងថេររបស់វា ពីកន្លែងផ្សាយ។ ប្រភេទផ្សេងបង្រួមមិនបានទេ";
        explain: "A whole font is a hundred thousand bytes or more, which no reader should wait for.", "ពុម្ពអក្សរទាំងមូលមានមួយសែនបៃ ឬច្រើនជាងនេះ ដែលអ្នកអានមិនគួររង់ចាំទេ។";
    }
    FONT_CHANGED = "E413" Error Configuration {
        message: "the font `{name}` cannot be made smaller: `{word}` would be drawn otherwise", "ពុម្ពអក្សរ `{name}` បង្រួមមិនបានទេ៖ `{word}` នឹងមានរាងខុសពីដើម";
        help: "choose another font", "សូមជ្រើសពុម្ពអក្សរផ្សេង";
        explain: "A word that is drawn wrongly is worse than the font of the phone.", "ពាក្យដែលបង្ហាញខុសរាង អាក្រក់ជាងពុម្ពអក្សររបស់ទូរសព្ទ។";
    }
    TILE = "E409" Error Configuration {
        message: "the place `{place}` has no tile of its own", "ទីកន្លែង `{place}` គ្មានក្រឡារបស់ខ្លួន";
        help: "write its column, from 0 to {last}, and its row, such as `[2, 0]`, where no other place lies", "សូមសរសេរជួរឈរ ចាប់ពី 0 ដល់ {last} និងជួរដេក ដូចជា `[2, 0]` នៅកន្លែងដែលគ្មានទីកន្លែងផ្សេង";
        explain: "Two places on one tile, or one beside the map, could not be touched.", "ទីកន្លែងពីរលើក្រឡាតែមួយ ឬទីកន្លែងនៅក្រៅផែនទី មិនអាចចុចបានទេ។";
    }
}
