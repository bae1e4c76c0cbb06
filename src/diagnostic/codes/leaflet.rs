//! Codes of the `leaflet` stage.

use super::codes;

codes! {
    FORMAT_TEMPLATE = "E501" Error Configuration {
        message: "the leaflet format `{name}` is set by `{template}`, and there is no such file", "ទម្រង់ខិត្តប័ណ្ណ `{name}` ប្រើ `{template}` តែគ្មានឯកសារនេះទេ";
        help: "put the Typst file beside the format, or name one that is there", "សូមដាក់ឯកសារ Typst នៅក្បែរទម្រង់ ឬដាក់ឈ្មោះឯកសារដែលមាន";
        explain: "A leaflet's format says how large its pages are, how many there may be and how they lie on the sheet.", "ទម្រង់ខិត្តប័ណ្ណប្រាប់ពីទំហំទំព័រ ចំនួនទំព័រ និងរបៀបដាក់ទំព័រលើសន្លឹកក្រដាស។";
    }
    FORMAT_NUMBER = "E501" Error Configuration {
        message: "`{key}` of the leaflet format `{name}` must lie between {least} and {most}", "`{key}` របស់ទម្រង់ខិត្តប័ណ្ណ `{name}` ត្រូវនៅចន្លោះ {least} និង {most}";
        help: "compare it with the built-in theme's `leaflet/a4.toml`; lengths are millimetres, letters are points", "សូមប្រៀបធៀបវាជាមួយ `leaflet/a4.toml` របស់រូបរាងដែលភ្ជាប់មកស្រាប់។ ប្រវែងគិតជាមីលីម៉ែត្រ អក្សរគិតជា point";
        explain: "A leaflet's format says how large its pages are, how many there may be and how they lie on the sheet.", "ទម្រង់ខិត្តប័ណ្ណប្រាប់ពីទំហំទំព័រ ចំនួនទំព័រ និងរបៀបដាក់ទំព័រលើសន្លឹកក្រដាស។";
    }
    FORMAT_PAGES = "E501" Error Configuration {
        message: "no page of the leaflet format `{name}` is left for the text: `pages` must be more than `closing_pages`", "ទម្រង់ខិត្តប័ណ្ណ `{name}` គ្មានទំព័រសល់សម្រាប់អត្ថបទ៖ `pages` ត្រូវច្រើនជាង `closing_pages`";
        help: "write a larger `pages`, or a smaller `closing_pages`", "សូមបង្កើន `pages` ឬបន្ថយ `closing_pages`";
        explain: "A leaflet's format says how large its pages are, how many there may be and how they lie on the sheet.", "ទម្រង់ខិត្តប័ណ្ណប្រាប់ពីទំហំទំព័រ ចំនួនទំព័រ និងរបៀបដាក់ទំព័រលើសន្លឹកក្រដាស។";
    }
    FORMAT_PANELS = "E501" Error Configuration {
        message: "each page of the leaflet format `{name}` must stand on exactly one panel of `[[sheet.side]]`", "ទំព័រនីមួយៗរបស់ទម្រង់ខិត្តប័ណ្ណ `{name}` ត្រូវនៅលើកន្លែងតែមួយក្នុង `[[sheet.side]]`";
        help: "give each number from 1 to `pages` one entry in `panels`", "សូមឱ្យលេខនីមួយៗពី 1 ដល់ `pages` មានកន្លែងមួយក្នុង `panels`";
        explain: "A leaflet's format says how large its pages are, how many there may be and how they lie on the sheet.", "ទម្រង់ខិត្តប័ណ្ណប្រាប់ពីទំហំទំព័រ ចំនួនទំព័រ និងរបៀបដាក់ទំព័រលើសន្លឹកក្រដាស។";
    }
    FORMAT_BEYOND = "E501" Error Configuration {
        message: "the pages of the leaflet format `{name}` do not lie within its paper", "ទំព័ររបស់ទម្រង់ខិត្តប័ណ្ណ `{name}` ហួសក្រដាសរបស់វា";
        help: "make `[page]` smaller, `[sheet]` larger, or fewer pages lie beside or below each other", "សូមបន្ថយ `[page]` បង្កើន `[sheet]` ឬបន្ថយចំនួនទំព័រដែលនៅក្បែរ ឬពីលើគ្នា";
        explain: "A leaflet's format says how large its pages are, how many there may be and how they lie on the sheet.", "ទម្រង់ខិត្តប័ណ្ណប្រាប់ពីទំហំទំព័រ ចំនួនទំព័រ និងរបៀបដាក់ទំព័រលើសន្លឹកក្រដាស។";
    }
    FORMAT_OVERLAP = "E501" Error Configuration {
        message: "pages {one} and {other} of the leaflet format `{name}` lie on each other", "ទំព័រ {one} និង {other} នៃទម្រង់ខិត្តប័ណ្ណ `{name}` ត្រួតលើគ្នា";
        help: "change `x`, `y` or `width` of one of the two in `panels`", "សូមកែ `x`, `y` ឬ `width` របស់ទំព័រមួយក្នុងចំណោមពីរ ក្នុង `panels`";
        explain: "A leaflet's format says how large its pages are, how many there may be and how they lie on the sheet.", "ទម្រង់ខិត្តប័ណ្ណប្រាប់ពីទំហំទំព័រ ចំនួនទំព័រ និងរបៀបដាក់ទំព័រលើសន្លឹកក្រដាស។";
    }
    FORMAT_NOT_COVERED = "E501" Error Configuration {
        message: "the sheets of the leaflet format `{name}` do not show the whole page", "សន្លឹករបស់ទម្រង់ខិត្តប័ណ្ណ `{name}` បង្ហាញទំព័រមិនទាំងមូលទេ";
        help: "write a smaller `scale` or `edge`, or more sheets `across` and `down`", "សូមបន្ថយ `scale` ឬ `edge` ឬបង្កើនចំនួនសន្លឹក `across` និង `down`";
        explain: "A leaflet's format says how large its pages are, how many there may be and how they lie on the sheet.", "ទម្រង់ខិត្តប័ណ្ណប្រាប់ពីទំហំទំព័រ ចំនួនទំព័រ និងរបៀបដាក់ទំព័រលើសន្លឹកក្រដាស។";
    }
    FORMAT_TURN = "E501" Error Configuration {
        message: "a page cannot be turned by {degrees} degrees", "មិនអាចបង្វិលទំព័រ {degrees} ដឺក្រេបានទេ";
        help: "write 0, 90, 180 or 270", "សូមសរសេរ 0, 90, 180 ឬ 270";
        explain: "A leaflet's format says how large its pages are, how many there may be and how they lie on the sheet.", "ទម្រង់ខិត្តប័ណ្ណប្រាប់ពីទំហំទំព័រ ចំនួនទំព័រ និងរបៀបដាក់ទំព័រលើសន្លឹកក្រដាស។";
    }
    FORMAT_KEY = "E501" Error Configuration {
        message: "`{key}` has no meaning where `fold` is `{fold}`", "`{key}` គ្មានន័យទេ បើ `fold` គឺ `{fold}`";
        help: "take it away, or choose the `fold` that it belongs to: `side` is for `panels`, `across` and `down` for `several-up` and `tiles`, `scale` and `edge` for `tiles`", "សូមដកវាចេញ ឬជ្រើស `fold` ដែលត្រូវនឹងវា៖ `side` សម្រាប់ `panels`, `across` និង `down` សម្រាប់ `several-up` និង `tiles`, `scale` និង `edge` សម្រាប់ `tiles`";
        explain: "A leaflet's format says how large its pages are, how many there may be and how they lie on the sheet.", "ទម្រង់ខិត្តប័ណ្ណប្រាប់ពីទំហំទំព័រ ចំនួនទំព័រ និងរបៀបដាក់ទំព័រលើសន្លឹកក្រដាស។";
    }
    FORMAT_LACKS = "E501" Error Configuration {
        message: "the paper lacks `{key}`, without which nothing can be laid out where `fold` is `{fold}`", "ក្រដាសខ្វះ `{key}` ដែលចាំបាច់ បើ `fold` គឺ `{fold}`";
        help: "write `{key}` below `[sheet]`, or choose another `fold`", "សូមសរសេរ `{key}` ក្រោម `[sheet]` ឬជ្រើស `fold` ផ្សេង";
        explain: "A leaflet's format says how large its pages are, how many there may be and how they lie on the sheet.", "ទម្រង់ខិត្តប័ណ្ណប្រាប់ពីទំហំទំព័រ ចំនួនទំព័រ និងរបៀបដាក់ទំព័រលើសន្លឹកក្រដាស។";
    }
    TOO_LONG = "E503" Error Content {
        message: "the text is {millimetres} mm ({lines} lines) longer than the {pages} pages of `{format}`: there is no room from `{from}` on", "អត្ថបទវែងជាង {pages} ទំព័ររបស់ `{format}` ចំនួន {millimetres} មីលីម៉ែត្រ ({lines} បន្ទាត់)៖ ចាប់ពី `{from}` ទៅ គ្មានកន្លែងទៀតទេ";
        help: "shorten the text by that much, or take `{format}` out of `leaflets`", "សូមកាត់អត្ថបទឱ្យខ្លីជាងនេះ ឬដក `{format}` ចេញពី `leaflets`";
        explain: "The text was set as small as it may be and still does not fit; smaller letters could not be read on a photocopy.", "អត្ថបទត្រូវបានបង្រួមដល់កម្រិតតូចបំផុតហើយ តែនៅតែដាក់មិនអស់។ អក្សរតូចជាងនេះ មើលមិនច្បាស់លើក្រដាសថតចម្លងទេ។";
    }
    MISSING_GLYPH = "E504" Error Content {
        message: "the leaflet's fonts have no picture of the characters {characters}", "ពុម្ពអក្សររបស់ខិត្តប័ណ្ណគ្មានតួអក្សរ {characters} ទេ";
        help: "write it in words, or add a TrueType font that has it to the theme's `fonts/`", "សូមសរសេរវាជាពាក្យ ឬបន្ថែមពុម្ពអក្សរ TrueType ដែលមានតួអក្សរនេះក្នុង `fonts/` របស់រូបរាង";
        explain: "The reader would see an empty box.", "អ្នកអាននឹងឃើញតែប្រអប់ទទេ។";
    }
    MISSING_GLYPH_OF_CARD = "E504" Error Content {
        message: "the page's card cannot show the characters {characters}: no font of the theme has a picture of them", "កាតរបស់ទំព័រមិនអាចបង្ហាញតួអក្សរ {characters} ទេ ព្រោះគ្មានពុម្ពអក្សរណារបស់រូបរាងមានតួអក្សរនេះ";
        help: "write it in words, name a picture of your own with `card` in the head of the page, or add a TrueType font that has it to the theme's `fonts/`", "សូមសរសេរវាជាពាក្យ ដាក់ឈ្មោះរូបភាពរបស់អ្នកដោយ `card` ក្នុងក្បាលទំព័រ ឬបន្ថែមពុម្ពអក្សរ TrueType ដែលមានតួអក្សរនេះក្នុង `fonts/` របស់រូបរាង";
        explain: "Whoever sees the link would see an empty box.", "អ្នកដែលឃើញតំណ នឹងឃើញតែប្រអប់ទទេ។";
    }
    OVERLAP = "E505" Error Content {
        message: "`{left}` and `{right}` overlap on page {page} of `{format}`", "`{left}` និង `{right}` ត្រួតលើគ្នានៅទំព័រ {page} នៃ `{format}`";
        help: "give the table fewer columns or the text shorter words", "សូមបន្ថយចំនួនជួរឈររបស់តារាង ឬប្រើពាក្យខ្លីជាង";
        explain: "Two texts on top of each other cannot be read.", "អត្ថបទដែលត្រួតលើគ្នា អានមិនបានទេ។";
    }
    OFF_THE_PAGE = "E506" Error Content {
        message: "`{text}` runs {millimetres} mm out of the printed area on page {page} of `{format}`", "`{text}` ហួសផ្ទៃបោះពុម្ព {millimetres} មីលីម៉ែត្រ នៅទំព័រ {page} នៃ `{format}`";
        help: "put a space into the long word, or give the table fewer columns", "សូមដាក់ចន្លោះក្នុងពាក្យវែង ឬបន្ថយចំនួនជួរឈររបស់តារាង";
        explain: "A printer leaves the edge of the paper white, so what stands there is cut off.", "ម៉ាស៊ីនបោះពុម្ពទុកគែមក្រដាសនៅទទេ ដូច្នេះអ្វីដែលនៅទីនោះត្រូវដាច់បាត់។";
    }
    TOO_HIGH = "E506" Error Content {
        message: "page {page} of `{format}` has no room for all of the block with `{text}`: {millimetres} mm ({lines} lines) of it would not be printed", "ទំព័រ {page} នៃ `{format}` គ្មានកន្លែងគ្រប់គ្រាន់សម្រាប់ផ្នែកដែលមាន `{text}` ទេ៖ {millimetres} មីលីម៉ែត្រ ({lines} បន្ទាត់) បោះពុម្ពមិនចេញ";
        help: "shorten that block by so many lines or divide it into two, or take `{format}` out of `leaflets`", "សូមកាត់ផ្នែកនោះឱ្យខ្លីតាមចំនួនបន្ទាត់នេះ ឬបំបែកវាជាពីរ ឬដក `{format}` ចេញពី `leaflets`";
        explain: "What is kept together where a page ends has to find room on one page; what stands beyond the edge that printers leave white is cut off.", "ផ្នែកដែលមិនត្រូវបំបែកនៅចុងទំព័រ ត្រូវដាក់ឱ្យអស់ក្នុងទំព័រតែមួយ។ អ្វីដែលហួសដល់គែមដែលម៉ាស៊ីនបោះពុម្ពទុកទទេ ត្រូវដាច់បាត់។";
    }
    LINE_OFF_THE_PAGE = "E506" Error Content {
        message: "a line, a frame or a drawing beside `{text}` runs {millimetres} mm out of the printed area on page {page} of `{format}`", "បន្ទាត់ ប្រអប់ ឬគំនូរក្បែរ `{text}` ហួសផ្ទៃបោះពុម្ព {millimetres} មីលីម៉ែត្រ នៅទំព័រ {page} នៃ `{format}`";
        help: "give the table there fewer columns, or set what stands there narrower in the template", "សូមបន្ថយចំនួនជួរឈររបស់តារាងនៅទីនោះ ឬបង្រួមអ្វីដែលនៅទីនោះក្នុងគំរូ";
        explain: "A printer leaves the edge of the paper white, so what stands there is cut off.", "ម៉ាស៊ីនបោះពុម្ពទុកគែមក្រដាសនៅទទេ ដូច្នេះអ្វីដែលនៅទីនោះត្រូវដាច់បាត់។";
    }
    PICTURE_OFF_THE_PAGE = "E506" Error Content {
        message: "the picture `{picture}` runs {millimetres} mm out of the printed area on page {page} of `{format}`", "រូបភាព `{picture}` ហួសផ្ទៃបោះពុម្ព {millimetres} មីលីម៉ែត្រ នៅទំព័រ {page} នៃ `{format}`";
        help: "cut the picture or save it smaller, or let the template set it no larger than its page", "សូមកាត់រូបភាព ឬរក្សាទុកវាឱ្យតូចជាងនេះ ឬឱ្យគំរូដាក់វាមិនធំជាងទំព័រ";
        explain: "A printer leaves the edge of the paper white, so what stands there is cut off.", "ម៉ាស៊ីនបោះពុម្ពទុកគែមក្រដាសនៅទទេ ដូច្នេះអ្វីដែលនៅទីនោះត្រូវដាច់បាត់។";
    }
    DRAWING_OFF_THE_PAGE = "E507" Error Configuration {
        message: "a line or a drawing of this template runs {millimetres} mm out of the printed area on page {page} of `{format}`", "បន្ទាត់ ឬគំនូររបស់គំរូនេះ ហួសផ្ទៃបោះពុម្ព {millimetres} មីលីម៉ែត្រ នៅទំព័រ {page} នៃ `{format}`";
        help: "draw it smaller, or farther from the edge of the page", "សូមគូរវាឱ្យតូចជាងនេះ ឬឱ្យឆ្ងាយពីគែមទំព័រ";
        explain: "A printer leaves the edge of the paper white, so what stands there is cut off.", "ម៉ាស៊ីនបោះពុម្ពទុកគែមក្រដាសនៅទទេ ដូច្នេះអ្វីដែលនៅទីនោះត្រូវដាច់បាត់។";
    }
    OFF_THE_CARD = "E507" Error Configuration {
        message: "`{text}` runs {pixels} pixels over the edge of the page's card", "`{text}` ហួសគែមកាតរបស់ទំព័រ {pixels} ភីកសែល (pixel)";
        help: "let the template make texts smaller, or cut them at a word, as the built-in theme's `leaflet/share.typ` does", "សូមឱ្យគំរូបង្រួមអត្ថបទ ឬកាត់វាត្រឹមពាក្យ ដូច `leaflet/share.typ` របស់រូបរាងដែលភ្ជាប់មកស្រាប់";
        explain: "What stands beyond the edge of a picture is cut off.", "អ្វីដែលហួសគែមរូបភាព ត្រូវដាច់បាត់។";
    }
    TEMPLATE = "E507" Error Configuration {
        message: "a leaflet template cannot be used: {reason}", "គំរូខិត្តប័ណ្ណប្រើមិនបាន៖ {reason}";
        help: "mend the template at this place, or remove it to use the built-in theme's own", "សូមកែគំរូនៅកន្លែងនេះ ឬលុបវា ដើម្បីប្រើគំរូរបស់រូបរាងដែលភ្ជាប់មកស្រាប់";
        explain: "A leaflet can only be printed with a template that works.", "ខិត្តប័ណ្ណបោះពុម្ពបាន លុះត្រាតែគំរូដំណើរការ។";
    }
    BUILT_IN_TEMPLATE = "E507" Error Configuration {
        message: "a leaflet template of the built-in theme cannot be used with those of this campaign: {reason}", "គំរូខិត្តប័ណ្ណរបស់រូបរាងដែលភ្ជាប់មកស្រាប់ ប្រើមិនបានជាមួយគំរូរបស់យុទ្ធនាការនេះ៖ {reason}";
        help: "compare what your own templates hand over to it with the built-in theme's `leaflet/a4.typ`", "សូមប្រៀបធៀបអ្វីដែលគំរូរបស់អ្នកប្រគល់ឱ្យវា ជាមួយ `leaflet/a4.typ` របស់រូបរាងដែលភ្ជាប់មកស្រាប់";
        explain: "A leaflet can only be printed with templates that work together.", "ខិត្តប័ណ្ណបោះពុម្ពបាន លុះត្រាតែគំរូទាំងអស់ដំណើរការជាមួយគ្នា។";
    }
    TEMPLATE_PAGES = "E507" Error Configuration {
        message: "the leaflet format `{format}` makes more than its {pages} pages of a page without a word", "ទម្រង់ខិត្តប័ណ្ណ `{format}` បង្កើតលើសពី {pages} ទំព័រ ទោះបីទំព័រគ្មានពាក្យមួយម៉ាត់ក៏ដោយ";
        help: "take page breaks out of its template, or allow more `pages` in the format", "សូមដកការប្ដូរទំព័រចេញពីគំរូរបស់វា ឬអនុញ្ញាត `pages` ច្រើនជាងនេះក្នុងទម្រង់";
        explain: "No text is short enough for a template that fills all pages by itself.", "បើគំរូបំពេញទំព័រទាំងអស់ដោយខ្លួនឯង គ្មានអត្ថបទណាខ្លីល្មមទេ។";
    }
    PAGE_SIZE = "E507" Error Configuration {
        message: "page {page} of the leaflet format `{format}` is {size}, and its format says {wanted}", "ទំព័រ {page} នៃទម្រង់ខិត្តប័ណ្ណ `{format}` មានទំហំ {size} តែទម្រង់សរសេរថា {wanted}";
        help: "let the template take the size of its pages from `d.page`, as the built-in theme's `leaflet/a4.typ` does", "សូមឱ្យគំរូយកទំហំទំព័រពី `d.page` ដូច `leaflet/a4.typ` របស់រូបរាងដែលភ្ជាប់មកស្រាប់";
        explain: "Where pages lie on the paper follows from the size that the format says: of a larger page a part would not be printed.", "កន្លែងដាក់ទំព័រលើក្រដាស អាស្រ័យលើទំហំដែលទម្រង់សរសេរ។ បើទំព័រធំជាង ផ្នែកខ្លះនឹងមិនបោះពុម្ពចេញទេ។";
    }
    TEMPLATE_WARNING = "W508" Warning Configuration {
        message: "a leaflet template is doubtful: {reason}", "គំរូខិត្តប័ណ្ណមានចំណុចគួរឱ្យសង្ស័យ៖ {reason}";
        help: "mend the template at this place", "សូមកែគំរូនៅកន្លែងនេះ";
        explain: "The leaflet may not look as it was meant to.", "ខិត្តប័ណ្ណអាចមិនមានរូបរាងដូចបំណង។";
    }
    FONT = "E509" Error Configuration {
        message: "this is not a TrueType font that can be used", "នេះមិនមែនជាពុម្ពអក្សរ TrueType ដែលប្រើបានទេ";
        help: "put the `.ttf` file of a static font in its place", "សូមដាក់ឯកសារ `.ttf` នៃពុម្ពអក្សរធម្មតា (static) ជំនួស";
        explain: "Leaflets carry their fonts with them, so that they look the same everywhere.", "ខិត្តប័ណ្ណមានពុម្ពអក្សរភ្ជាប់ជាមួយ ដើម្បីឱ្យមើលទៅដូចគ្នាគ្រប់ទីកន្លែង។";
    }
    TOO_DEEP = "E510" Error Content {
        message: "lists, quotes and notes stand inside each other more than {limit} deep", "បញ្ជី សម្រង់ និងកំណត់សម្គាល់ ស្ថិតក្នុងគ្នាជ្រៅលើសពី {limit} ថ្នាក់";
        help: "write the inner ones as paragraphs of their own", "សូមសរសេរផ្នែកខាងក្នុងជាកថាខណ្ឌដាច់ដោយឡែក";
        explain: "There is no room on paper to show so many levels.", "ក្រដាសគ្មានកន្លែងគ្រប់គ្រាន់សម្រាប់បង្ហាញច្រើនថ្នាក់ដូច្នេះទេ។";
    }
    ADDRESS = "E511" Error Content {
        message: "the address `{address}` is too long for a QR code", "អាសយដ្ឋាន `{address}` វែងពេកសម្រាប់កូដ QR";
        help: "give the page a shorter `slug`", "សូមដាក់ `slug` ខ្លីជាងនេះដល់ទំព័រ";
        explain: "The QR code on the leaflet leads to the page; a dense code cannot be scanned from paper.", "កូដ QR លើខិត្តប័ណ្ណនាំទៅកាន់ទំព័រ។ កូដដែលញឹកពេក ស្កេនពីក្រដាសមិនបានទេ។";
    }
    TOO_SMALL = "E512" Error Configuration {
        message: "`{text}` is set in {points} pt, smaller than the {smallest} pt that `{format}` allows", "`{text}` ប្រើអក្សរ {points} pt តូចជាង {smallest} pt ដែល `{format}` អនុញ្ញាត";
        help: "set it larger in the template, or lower `smallest_text` in the format", "សូមពង្រីកវាក្នុងគំរូ ឬបន្ថយ `smallest_text` ក្នុងទម្រង់";
        explain: "Small letters vanish on a photocopy and for older eyes.", "អក្សរតូចបាត់បង់លើក្រដាសថតចម្លង និងពិបាកមើលសម្រាប់មនុស្សចាស់។";
    }
    BLOCK_IN_A_LINE = "E513" Error Content {
        message: "the component `{name}` stands inside a line, where a leaflet has no room for it", "សមាសធាតុ `{name}` ស្ថិតក្នុងបន្ទាត់អត្ថបទ ដែលខិត្តប័ណ្ណគ្មានកន្លែងសម្រាប់វាទេ";
        help: "put the call on a line of its own, with an empty line before and after it", "សូមដាក់វានៅលើបន្ទាត់ដាច់ដោយឡែក ដោយមានបន្ទាត់ទទេមុន និងក្រោយ";
        explain: "A table, a chart or a box cannot stand in the middle of a sentence on paper.", "តារាង ក្រាប ឬប្រអប់ មិនអាចនៅកណ្ដាលប្រយោគលើក្រដាសបានទេ។";
    }
    NO_PRESS = "E514" Error Content {
        message: "the page asks for a leaflet, but this `sala` was compiled without what prints them", "ទំព័រនេះសុំខិត្តប័ណ្ណ តែ `sala` នេះត្រូវបានចងក្រងដោយគ្មានផ្នែកបោះពុម្ពខិត្តប័ណ្ណ";
        help: "take `leaflets` out of the page, or compile `sala` whole with `cargo build --release`", "សូមដក `leaflets` ចេញពីទំព័រ ឬចងក្រង `sala` ទាំងមូលដោយ `cargo build --release`";
        explain: "Leaflets need a typesetter that takes long to compile. A `sala` without it is for those who work on the rest; it says so instead of leaving leaflets out.", "ខិត្តប័ណ្ណត្រូវការកម្មវិធីរៀបអក្សរ ដែលចំណាយពេលយូរដើម្បីចងក្រង។ `sala` ដែលគ្មានវា គឺសម្រាប់អ្នកធ្វើការលើផ្នែកផ្សេង ហើយវាប្រាប់ដូចនេះ ជំនួសឱ្យការរំលងខិត្តប័ណ្ណដោយគ្មាននរណាដឹង។";
    }
    NO_PRESS_FOR_CARDS = "E514" Error Content {
        message: "`[cards]` asks for pictures of pages, but this `sala` was compiled without what draws them", "`[cards]` សុំរូបភាពនៃទំព័រ តែ `sala` នេះត្រូវបានចងក្រងដោយគ្មានផ្នែកដែលគូរវា";
        help: "write `make = \"none\"` below `[cards]`, or compile `sala` whole with `cargo build --release`", "សូមសរសេរ `make = \"none\"` ក្រោម `[cards]` ឬចងក្រង `sala` ទាំងមូលដោយ `cargo build --release`";
        explain: "Cards are set by the same typesetter as leaflets, which takes long to compile.", "កាតប្រើកម្មវិធីរៀបអក្សរដូចខិត្តប័ណ្ណ ដែលចំណាយពេលយូរដើម្បីចងក្រង។";
    }
    FAR_TOO_LONG = "E503" Error Content {
        message: "the text is at least {times} times as long as the {pages} pages of `{format}` hold", "អត្ថបទវែងយ៉ាងតិច {times} ដងនៃអ្វីដែល {pages} ទំព័ររបស់ `{format}` អាចដាក់បាន";
        help: "shorten the text by that much, or take `{format}` out of `leaflets`", "សូមកាត់អត្ថបទឱ្យខ្លីជាងនេះ ឬដក `{format}` ចេញពី `leaflets`";
        explain: "Even the narrowest letters, set as small as they may be, would not fit.", "ទោះជាអក្សរតូចចង្អៀតបំផុត ក៏មិនសល់កន្លែងដែរ។";
    }
    HEADING = "E519" Error Content {
        message: "nothing of this heading can be printed in a leaflet", "គ្មានអ្វីនៃចំណងជើងនេះអាចបោះពុម្ពក្នុងខិត្តប័ណ្ណបានទេ";
        help: "write words in it, or what its picture shows between `![` and `]`, or take it away", "សូមសរសេរពាក្យក្នុងវា ឬសរសេរអ្វីដែលរូបភាពរបស់វាបង្ហាញ នៅចន្លោះ `![` និង `]` ឬលុបវាចេញ";
        explain: "People who listen to a leaflet go from heading to heading, and the standard for such files allows no empty one.", "អ្នកដែលស្ដាប់ខិត្តប័ណ្ណ លោតពីចំណងជើងមួយទៅចំណងជើងមួយ ហើយស្តង់ដារសម្រាប់ឯកសារបែបនេះ មិនអនុញ្ញាតឱ្យមានចំណងជើងទទេទេ។";
    }
    LINK = "E519" Error Content {
        message: "the address of this link is longer than {limit} bytes, which no leaflet can hold", "អាសយដ្ឋាននៃតំណនេះវែងជាង {limit} បៃ ដែលខិត្តប័ណ្ណមិនអាចមានបានទេ";
        help: "link to a shorter address, or to a page of this site that leads there", "សូមដាក់តំណទៅអាសយដ្ឋានខ្លីជាងនេះ ឬទៅទំព័ររបស់គេហទំព័រនេះដែលនាំទៅទីនោះ";
        explain: "Programs that show such files refuse addresses without end.", "កម្មវិធីដែលបង្ហាញឯកសារបែបនេះ បដិសេធអាសយដ្ឋានដែលវែងពេក។";
    }
    UNPRINTABLE = "E519" Error Content {
        message: "the leaflet `{format}` of this page cannot be printed: {reason}", "ខិត្តប័ណ្ណ `{format}` នៃទំព័រនេះបោះពុម្ពមិនបាន៖ {reason}";
        help: "take what is unusual out of the text piece by piece, or take `{format}` out of `leaflets`", "សូមដកអ្វីដែលខុសពីធម្មតាចេញពីអត្ថបទម្ដងមួយផ្នែក ឬដក `{format}` ចេញពី `leaflets`";
        explain: "The same template prints other leaflets, so the text of this page holds something that no leaflet can.", "គំរូដដែលនេះបោះពុម្ពខិត្តប័ណ្ណផ្សេងបាន ដូច្នេះអត្ថបទនៃទំព័រនេះមានអ្វីមួយដែលខិត្តប័ណ្ណមិនអាចមាន។";
    }
    CARD_PAGES = "E507" Error Configuration {
        message: "the template of cards sets {pages} pages, and a card is one", "គំរូកាតរៀបចំ {pages} ទំព័រ តែកាតមានតែមួយទំព័រ";
        help: "set one page without margins, and place what stands on it, as the built-in theme's `leaflet/share.typ` does", "សូមរៀបចំទំព័រតែមួយដែលគ្មានគែម ហើយដាក់អ្វីៗនៅលើវា ដូច `leaflet/share.typ` របស់រូបរាងដែលភ្ជាប់មកស្រាប់";
        explain: "Whoever shares a page shows one picture of it.", "អ្នកដែលចែករំលែកទំព័រ បង្ហាញរូបភាពតែមួយរបស់វា។";
    }
    CARD_SIZE = "E507" Error Configuration {
        message: "the template of cards makes a picture of {width} × {height} pixels, and its format says {format}", "គំរូកាតបង្កើតរូបភាព {width} × {height} ភីកសែល (pixel) តែទម្រង់របស់វាសរសេរ {format}";
        help: "set a page as wide and high as `d.page` says, in millimetres", "សូមរៀបចំទំព័រដែលមានទទឹង និងកម្ពស់ដូច `d.page` គិតជាមីលីម៉ែត្រ";
        explain: "Pages say how large their card is, so that others leave room for it.", "ទំព័រប្រាប់ទំហំកាតរបស់វា ដើម្បីឱ្យគេទុកកន្លែងសម្រាប់វា។";
    }
    PICTURE_KIND = "W520" Warning Content {
        message: "no leaflet can print the picture `{source}`: it is neither PNG, JPEG, WebP nor GIF; what you say that it shows stands in its place", "ខិត្តប័ណ្ណមិនអាចបោះពុម្ពរូបភាព `{source}` បានទេ ព្រោះវាមិនមែនជា PNG, JPEG, WebP ឬ GIF។ ពាក្យពិពណ៌នារបស់អ្នក ស្ថិតនៅជំនួសវា";
        help: "save the picture as PNG or JPEG and show that one", "សូមរក្សាទុករូបភាពនេះជា PNG ឬ JPEG រួចប្រើរូបភាពថ្មីនោះ";
        explain: "Leaflets are printed on paper, and these are the kinds of pictures that can be made grey and small for it.", "ខិត្តប័ណ្ណត្រូវបោះពុម្ពលើក្រដាស ហើយមានតែរូបភាពប្រភេទទាំងនេះ ដែលអាចប្ដូរជាពណ៌ប្រផេះ និងបង្រួមសម្រាប់ក្រដាសបាន។";
    }
    PICTURE_DAMAGED = "W521" Warning Content {
        message: "the picture `{source}` cannot be read to its end, so no leaflet can print it; what you say that it shows stands in its place", "រូបភាព `{source}` អានមិនដល់ចប់ទេ ដូច្នេះខិត្តប័ណ្ណមិនអាចបោះពុម្ពវាបាន។ ពាក្យពិពណ៌នារបស់អ្នក ស្ថិតនៅជំនួសវា";
        help: "open the picture, save it anew, and put it in place of this one", "សូមបើករូបភាពនេះ រក្សាទុកម្ដងទៀត រួចដាក់ជំនួសរូបភាពចាស់";
        explain: "A file that broke off while it was copied shows only a part of the picture, or nothing.", "ឯកសារដែលដាច់ពេលចម្លង បង្ហាញបានតែមួយផ្នែកនៃរូបភាព ឬមិនបង្ហាញអ្វីសោះ។";
    }
    PICTURE_TOO_LARGE = "W522" Warning Content {
        message: "the picture `{source}` has {width} × {height} pixels, more than the {limit} million that a leaflet can be made from; what you say that it shows stands in its place", "រូបភាព `{source}` មាន {width} × {height} ភីកសែល (pixel) លើសពី {limit} លាន ដែលខិត្តប័ណ្ណអាចប្រើបាន។ ពាក្យពិពណ៌នារបស់អ្នក ស្ថិតនៅជំនួសវា";
        help: "save the picture smaller: a sheet of A4 shows no more than 2000 pixels side by side", "សូមរក្សាទុករូបភាពឱ្យតូចជាងនេះ៖ ក្រដាស A4 បង្ហាញបានមិនលើសពី 2000 ភីកសែលតាមទទឹងទេ";
        explain: "To make such a picture small takes more time and memory than a build may take.", "ការបង្រួមរូបភាពធំបែបនេះ ត្រូវការពេលវេលា និងអង្គចងចាំច្រើនពេក។";
    }
    THEME_COMPONENT = "W524" Warning Content {
        message: "nothing of what `{name}` shows is printed in the leaflet: the theme made it for the web", "គ្មានអ្វីដែល `{name}` បង្ហាញ ត្រូវបានបោះពុម្ពក្នុងខិត្តប័ណ្ណទេ ព្រោះរូបរាងបង្កើតវាសម្រាប់តែគេហទំព័រ";
        help: "say the same in words beside it, or take `leaflets` out of the page", "សូមសរសេរខ្លឹមសារដដែលជាពាក្យនៅក្បែរវា ឬដក `leaflets` ចេញពីទំព័រ";
        explain: "A component of a theme is a template of HTML. Only the text between its beginning and its `{{% end %}}` can be set on paper.", "សមាសធាតុរបស់រូបរាង គឺជាគំរូ HTML។ មានតែអត្ថបទនៅចន្លោះការចាប់ផ្ដើម និង `{{% end %}}` របស់វា ទើបអាចដាក់លើក្រដាសបាន។";
    }
    THEME_ARGUMENTS = "W524" Warning Content {
        message: "of `{name}`, a component that the theme made for the web, only the text up to its `end` is printed in the leaflet", "`{name}` ជាសមាសធាតុដែលរូបរាងបង្កើតសម្រាប់តែគេហទំព័រ ដូច្នេះខិត្តប័ណ្ណបោះពុម្ពតែអត្ថបទមុន `end` របស់វាប៉ុណ្ណោះ";
        help: "say in that text what stands in the call, if readers of paper need it", "សូមសរសេរក្នុងអត្ថបទនោះ នូវអ្វីដែលមានក្នុងការហៅ ប្រសិនបើអ្នកអានក្រដាសត្រូវការ";
        explain: "What the theme makes of the words in a call, only its template of HTML knows.", "មានតែគំរូ HTML របស់រូបរាងប៉ុណ្ណោះ ដែលដឹងថាត្រូវធ្វើអ្វីជាមួយពាក្យក្នុងការហៅ។";
    }
    NOT_STRUCK_OUT = "W525" Warning Content {
        message: "a leaflet cannot strike out what stands between these tags: tables of figures, charts, contacts and code are printed as if they still held", "ខិត្តប័ណ្ណមិនអាចឆូតអ្វីដែលនៅចន្លោះស្លាក (tag) ទាំងនេះបានទេ៖ តារាងតួលេខ ក្រាប ទំនាក់ទំនង និងកូដ ត្រូវបានបោះពុម្ពដូចជានៅមានសុពលភាព";
        help: "take them out of the page, or say in words beside them that they hold no longer", "សូមដកវាចេញពីទំព័រ ឬសរសេរជាពាក្យនៅក្បែរវាថាលែងមានសុពលភាព";
        explain: "Who reads on paper would take a figure that was withdrawn for one that holds.", "អ្នកអានលើក្រដាសនឹងយល់ថាតួលេខដែលបានដកចេញ នៅតែត្រឹមត្រូវ។";
    }
    LEFT_OUT = "W526" Warning Content {
        message: "the leaflet `{format}` leaves out a part of the page: its template prints less of `{text}` than the page says", "ខិត្តប័ណ្ណ `{format}` ខ្វះផ្នែកមួយនៃទំព័រ៖ គំរូរបស់វាបោះពុម្ព `{text}` មិនគ្រប់ដូចទំព័រទេ";
        help: "compare what the theme's `leaflet/` does with each kind of block with the built-in theme's `leaflet/blocks.typ`", "សូមប្រៀបធៀបរបៀបដែល `leaflet/` របស់រូបរាងរៀបចំប្លុក (block) ប្រភេទនីមួយៗ ជាមួយ `leaflet/blocks.typ` របស់រូបរាងដែលភ្ជាប់មកស្រាប់";
        explain: "A template that does not know a kind of block leaves it out without a word, and readers of paper miss what the page says.", "គំរូដែលមិនស្គាល់ប្លុកប្រភេទណាមួយ រំលងវាដោយគ្មាននរណាដឹង ហើយអ្នកអានលើក្រដាសមិនបានឃើញអ្វីដែលទំព័រនិយាយ។";
    }
    EMPTY_PAGE = "E527" Error Configuration {
        message: "nothing stands on page {page} of `{format}`", "គ្មានអ្វីនៅលើទំព័រ {page} នៃ `{format}` ទេ";
        help: "take the page break before it out of the template, or let the template write something there, such as lines to write on", "សូមដកការប្ដូរទំព័រមុនវាចេញពីគំរូ ឬឱ្យគំរូដាក់អ្វីមួយនៅទីនោះ ដូចជាបន្ទាត់សម្រាប់សរសេរ";
        explain: "An empty panel is paper that somebody pays for and nobody reads.", "ផ្ទាំងទទេ គឺជាក្រដាសដែលមានអ្នកចំណាយប្រាក់ តែគ្មានអ្នកអាន។";
    }
    TOO_MUCH_INK = "W528" Warning Configuration {
        message: "about {percent} % of page {page} of `{format}` is black, more than the {most} % that it allows", "ប្រហែល {percent} % នៃទំព័រ {page} របស់ `{format}` មានទឹកខ្មៅ លើសពី {most} % ដែលអនុញ្ញាត";
        help: "fill fewer or smaller shapes in the template, or allow more with `most_ink` in the format", "សូមបន្ថយរូបរាងដែលលាបខ្មៅក្នុងគំរូ ឬអនុញ្ញាតច្រើនជាងនេះដោយ `most_ink` ក្នុងទម្រង់";
        explain: "Ink is what a leaflet costs most, and large black shapes come out grey and streaked from a copier.", "ទឹកខ្មៅជាចំណាយធំបំផុតនៃខិត្តប័ណ្ណ ហើយផ្ទៃខ្មៅធំៗចេញមកប្រផេះ និងឆ្នូតៗពីម៉ាស៊ីនថតចម្លង។";
    }
    TOO_MUCH_INK_OF_PICTURE = "W529" Warning Content {
        message: "with the picture `{picture}`, about {percent} % of page {page} of `{format}` is black, more than the {most} % that it allows", "ដោយសាររូបភាព `{picture}` ប្រហែល {percent} % នៃទំព័រ {page} របស់ `{format}` មានទឹកខ្មៅ លើសពី {most} % ដែលអនុញ្ញាត";
        help: "make the picture brighter, cut away what is dark in it, or allow more with `most_ink` in the format", "សូមធ្វើឱ្យរូបភាពភ្លឺជាងនេះ កាត់ផ្នែកងងឹតចេញ ឬអនុញ្ញាតច្រើនជាងនេះដោយ `most_ink` ក្នុងទម្រង់";
        explain: "Ink is what a leaflet costs most, and dark photos come out as black spots from a copier.", "ទឹកខ្មៅជាចំណាយធំបំផុតនៃខិត្តប័ណ្ណ ហើយរូបថតងងឹតចេញមកជាដុំខ្មៅពីម៉ាស៊ីនថតចម្លង។";
    }
}
