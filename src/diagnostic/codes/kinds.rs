//! Kinds of pages: what their files say, and what a page says of itself.

use super::codes;

codes! {
    TWO = "E420" Error Content {
        message: "the page is of the kind `{first}` already, and cannot be of the kind `{name}` too", "ទំព័រនេះជាប្រភេទ `{first}` រួចហើយ មិនអាចជាប្រភេទ `{name}` ទៀតបានទេ";
        help: "keep one of the two tables; what belongs to the other can stand in a page of its own", "សូមទុកតែតារាងមួយ។ អ្វីដែលជារបស់តារាងមួយទៀត អាចដាក់ក្នុងទំព័រផ្សេង";
        explain: "The kind decides what stands at the head of a page and how lists show it, so a page has one.", "ប្រភេទកំណត់អ្វីដែលនៅក្បាលទំព័រ និងរបៀបដែលបញ្ជីបង្ហាញវា ដូច្នេះទំព័រមួយមានប្រភេទតែមួយ។";
        example: "[service]\n[event]", "[service]";
    }
    NO_FILE = "E421" Error Configuration {
        message: "the folder `{folder}` has no `kind.toml`", "ថត `{folder}` គ្មាន `kind.toml` ទេ";
        help: "write what pages of this kind say into a file of that name, or remove the folder", "សូមសរសេរអ្វីដែលទំព័រប្រភេទនេះប្រាប់ ក្នុងឯកសារឈ្មោះនោះ ឬលុបថតចេញ";
        explain: "Without it nobody knows what a page of this kind may say.", "បើគ្មានវា គ្មាននរណាដឹងថាទំព័រប្រភេទនេះអាចប្រាប់អ្វីទេ។";
    }
    OTHER_FILE = "E421" Error Configuration {
        message: "nothing reads this file: the folder of a kind holds {known}", "គ្មានអ្វីអានឯកសារនេះទេ៖ ថតរបស់ប្រភេទមួយផ្ទុក {known}";
        help: "rename it, or move it to `static/` or `templates/`", "សូមប្ដូរឈ្មោះវា ឬផ្លាស់វាទៅ `static/` ឬ `templates/`";
        explain: "A file with a slip in its name would have no effect, and nobody would know why.", "ឯកសារដែលវាយឈ្មោះខុស គ្មានប្រសិទ្ធភាព ហើយគ្មាននរណាដឹងមូលហេតុទេ។";
    }
    BAD_NAME = "E422" Error Configuration {
        message: "`{name}` cannot be the name of a kind or of what it says", "`{name}` មិនអាចជាឈ្មោះប្រភេទ ឬឈ្មោះអ្វីដែលប្រភេទប្រាប់បានទេ";
        help: "use small Latin letters, digits and `_`, beginning with a letter; what readers see stands in `label`", "សូមប្រើអក្សរឡាតាំងតូច លេខ និង `_` ដោយចាប់ផ្ដើមពីអក្សរ។ អ្វីដែលអ្នកអានឃើញនៅក្នុង `label`";
        explain: "Authors write the name into the front matter of each page.", "អ្នកសរសេរត្រូវសរសេរឈ្មោះនេះក្នុងក្បាលទំព័រនីមួយៗ។";
    }
    NAME_TAKEN = "E422" Error Configuration {
        message: "`{name}` is a setting of every page, and cannot be the name of a kind", "`{name}` ជាការកំណត់របស់គ្រប់ទំព័រ មិនអាចជាឈ្មោះប្រភេទបានទេ";
        help: "give the folder another name", "សូមដាក់ឈ្មោះថតផ្សេង";
        explain: "In the front matter of a page nobody could tell one from the other.", "ក្នុងក្បាលទំព័រ គ្មាននរណាអាចបែងចែកវាបានទេ។";
    }
    FIELD_LACKS = "E423" Error Configuration {
        message: "what holds `{holds}` needs `{key}`", "អ្វីដែលផ្ទុក `{holds}` ត្រូវការ `{key}`";
        help: "add a table `{key}` to it", "សូមបន្ថែមតារាង `{key}` ឱ្យវា";
        explain: "Nobody could write anything there that is right.", "គ្មាននរណាអាចសរសេរអ្វីត្រឹមត្រូវនៅទីនោះបានទេ។";
    }
    FIELD_OF_OTHERS = "E423" Error Configuration {
        message: "`{key}` belongs to what holds `{holds}` alone", "`{key}` សម្រាប់តែអ្វីដែលផ្ទុក `{holds}` ប៉ុណ្ណោះ";
        help: "remove it, or let this hold `{holds}`", "សូមលុបវា ឬឱ្យវាផ្ទុក `{holds}`";
        explain: "It would have no effect.", "វានឹងគ្មានប្រសិទ្ធភាពទេ។";
    }
    LIST_IN_A_ROW = "E423" Error Configuration {
        message: "a column cannot hold `{holds}`", "ជួរឈរមិនអាចផ្ទុក `{holds}` បានទេ";
        help: "let it hold `text`, or give the kind a field of its own for it", "សូមឱ្យវាផ្ទុក `text` ឬឱ្យប្រភេទមានចន្លោះផ្សេងសម្រាប់វា";
        explain: "A row stands on one line of a table, on the page as on paper.", "ជួរដេកមួយនៅលើបន្ទាត់មួយនៃតារាង ទាំងលើទំព័រ ទាំងលើក្រដាស។";
    }
    NO_FIELD = "E424" Error Configuration {
        message: "there is no field `{name}` here that holds {holds}", "នៅទីនេះគ្មានចន្លោះ `{name}` ដែលផ្ទុក {holds} ទេ";
        help: "name one of {known}", "សូមដាក់ឈ្មោះណាមួយក្នុង {known}";
        explain: "A list is made from what the fields of its pages say.", "បញ្ជីធ្វើឡើងពីអ្វីដែលចន្លោះនៃទំព័ររបស់វាប្រាប់។";
    }
    LIST_LACKS = "E424" Error Configuration {
        message: "a list that is a `{list}` needs `{key}`", "បញ្ជីដែលជា `{list}` ត្រូវការ `{key}`";
        help: "say in `{key}` which fields it is made from, or choose another `list`", "សូមប្រាប់ក្នុង `{key}` ថាវាធ្វើពីចន្លោះណា ឬជ្រើស `list` ផ្សេង";
        explain: "A list is made from what the fields of its pages say.", "បញ្ជីធ្វើឡើងពីអ្វីដែលចន្លោះនៃទំព័ររបស់វាប្រាប់។";
    }
    KEY_OF_LISTS = "E424" Error Configuration {
        message: "`{key}` belongs to a list that is a `{list}` alone", "`{key}` សម្រាប់តែបញ្ជីដែលជា `{list}` ប៉ុណ្ណោះ";
        help: "remove it, or write `list = \"{list}\"`", "សូមលុបវា ឬសរសេរ `list = \"{list}\"`";
        explain: "It would have no effect.", "វានឹងគ្មានប្រសិទ្ធភាពទេ។";
    }
    NO_PHONE = "E425" Error Content {
        message: "`{key}` is `{read}`, which nobody can call", "`{key}` គឺ `{read}` ដែលគ្មាននរណាអាចហៅទូរសព្ទទៅបានទេ";
        help: "write a telephone number alone, such as `012 345 678`; what else there is to say belongs into the text", "សូមសរសេរតែលេខទូរសព្ទ ដូចជា `012 345 678`។ អ្វីផ្សេងទៀតសូមសរសេរក្នុងអត្ថបទ";
        explain: "Whoever touches the number on a phone calls it.", "អ្នកណាប៉ះលេខនេះលើទូរសព្ទ គឺហៅទៅលេខនោះ។";
        example: "phone = \"ask at the office\"", "phone = \"012 345 678\"";
    }
    VALUE_OF_ROW = "E426" Error Content {
        message: "row {row} makes `{key}` `{read}`, which is no `{holds}`", "ជួរដេក {row} ធ្វើឱ្យ `{key}` ជា `{read}` ដែលមិនមែនជា `{holds}`";
        help: "correct the cell, or fill it from another column", "សូមកែក្រឡា ឬបំពេញវាពីជួរឈរផ្សេង";
        explain: "What a page of a kind says is shown as an amount, a day or a link, so it has to be one.", "អ្វីដែលទំព័រមួយប្រភេទប្រាប់ បង្ហាញជាទឹកប្រាក់ ថ្ងៃ ឬតំណ ដូច្នេះវាត្រូវតែជារបស់នោះ។";
    }
    ENDS_BEFORE = "E427" Error Content {
        message: "`{key}` lies before the beginning", "`{key}` នៅមុនពេលចាប់ផ្ដើម";
        help: "correct the day or the hour of one of them", "សូមកែថ្ងៃ ឬម៉ោងរបស់មួយណា";
        explain: "Readers would come when it is over.", "អ្នកអាននឹងមកដល់ពេលវាចប់ហើយ។";
    }
    UNSHOWN = "W429" Warning Configuration {
        message: "the template `{template}` shows nothing of what pages of the kind `{kind}` say of themselves", "គំរូ (template) `{template}` មិនបង្ហាញអ្វីដែលទំព័រប្រភេទ `{kind}` ប្រាប់អំពីខ្លួនវាទេ";
        help: "begin it with `{{% extends \"page.html\" %}}` and change only the blocks that are to be another, or write `{{{{ <facts.all page={{page}} t={{t}}/> }}}}` where the facts belong; an empty `{{% block facts %}}{{% endblock %}}` says that they are left out on purpose", "សូមចាប់ផ្ដើមវាដោយ `{{% extends \"page.html\" %}}` ហើយកែតែប្លុក (block) ដែលត្រូវខុសពីគេ ឬសរសេរ `{{{{ <facts.all page={{page}} t={{t}}/> }}}}` ត្រង់កន្លែងដែលត្រូវបង្ហាញព័ត៌មាននោះ។ `{{% block facts %}}{{% endblock %}}` ទទេ ប្រាប់ថាទុកវាចោលដោយចេតនា";
        explain: "When an office is open, what a service costs or whom to call stands in the table of its page; readers of a page whose template leaves that out would never see it.", "ម៉ោងធ្វើការ តម្លៃសេវា ឬអ្នកដែលត្រូវទូរសព្ទទៅ ស្ថិតក្នុងតារាងនៃទំព័រ។ បើគំរូនៃទំព័រមិនបង្ហាញវា អ្នកអាននឹងមិនដែលឃើញវាឡើយ។";
    }
}
