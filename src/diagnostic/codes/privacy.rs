//! What of people and documents would be published, and should not be.

use super::codes;

codes! {
    PHONE = "E801" Error Content {
        message: "`{read}` is a mobile number, and nothing says that everybody may know it", "`{read}` ជាលេខទូរសព្ទដៃ ហើយគ្មានអ្វីប្រាប់ថាគ្រប់គ្នាអាចដឹងវាបានទេ";
        help: "take it out, or write the number of an office; if its owner wants everybody to know it, add `public = [\"{read}\"]` to the front matter of the page, or to `[privacy]` in `sala.toml`; in a table, leave the column out with `skip_columns`, or name it in `public`", "សូមដកវាចេញ ឬសរសេរលេខការិយាល័យជំនួស។ បើម្ចាស់ចង់ឱ្យគេដឹងទាំងអស់គ្នា សូមបន្ថែម `public = [\"{read}\"]` ក្នុងក្បាលទំព័រ ឬក្នុង `[privacy]` នៃ `sala.toml`។ ក្នុងតារាង សូមរំលងជួរឈរនោះដោយ `skip_columns` ឬដាក់ឈ្មោះវាក្នុង `public`";
        explain: "Whoever opens a site can copy a number from it, and so can programs that collect them. People whose mobile number is published are called by strangers, cheated and threatened; taken off the site, it lives on in copies. A number that its owner gave for the public, and that of an office, is no such number.", "អ្នកណាបើកគេហទំព័រ អាចចម្លងលេខពីវា ហើយកម្មវិធីប្រមូលលេខក៏អាចដែរ។ មនុស្សដែលលេខទូរសព្ទដៃត្រូវបានផ្សាយ អាចត្រូវមនុស្សមិនស្គាល់ហៅ បោកប្រាស់ ឬគំរាមកំហែង។ ទោះដកចេញពីគេហទំព័រហើយ ច្បាប់ចម្លងនៅមាន។ លេខដែលម្ចាស់ឱ្យសម្រាប់សាធារណជន និងលេខការិយាល័យ មិនមែនជាលេខបែបនេះទេ។";
    }
    PHONE_AGAIN = "E801" Error Content {
        message: "`{read}` is a mobile number, and nothing says that everybody may know it; {count} such places in all, also {places}", "`{read}` ជាលេខទូរសព្ទដៃ ហើយគ្មានអ្វីប្រាប់ថាគ្រប់គ្នាអាចដឹងវាបានទេ សរុប {count} កន្លែង ដូចជានៅ {places} ទៀត";
        help: "take it out, or write the number of an office; if its owner wants everybody to know it, add `public = [\"{read}\"]` to the front matter of the page, or to `[privacy]` in `sala.toml`; in a table, leave the column out with `skip_columns`, or name it in `public`", "សូមដកវាចេញ ឬសរសេរលេខការិយាល័យជំនួស។ បើម្ចាស់ចង់ឱ្យគេដឹងទាំងអស់គ្នា សូមបន្ថែម `public = [\"{read}\"]` ក្នុងក្បាលទំព័រ ឬក្នុង `[privacy]` នៃ `sala.toml`។ ក្នុងតារាង សូមរំលងជួរឈរនោះដោយ `skip_columns` ឬដាក់ឈ្មោះវាក្នុង `public`";
        explain: "Whoever opens a site can copy a number from it, and so can programs that collect them. People whose mobile number is published are called by strangers, cheated and threatened; taken off the site, it lives on in copies. A number that its owner gave for the public, and that of an office, is no such number.", "អ្នកណាបើកគេហទំព័រ អាចចម្លងលេខពីវា ហើយកម្មវិធីប្រមូលលេខក៏អាចដែរ។ មនុស្សដែលលេខទូរសព្ទដៃត្រូវបានផ្សាយ អាចត្រូវមនុស្សមិនស្គាល់ហៅ បោកប្រាស់ ឬគំរាមកំហែង។ ទោះដកចេញពីគេហទំព័រហើយ ច្បាប់ចម្លងនៅមាន។ លេខដែលម្ចាស់ឱ្យសម្រាប់សាធារណជន និងលេខការិយាល័យ មិនមែនជាលេខបែបនេះទេ។";
    }
    NUMBER = "E802" Error Content {
        message: "`{read}` is the number of {what}", "`{read}` ជាលេខ{what}";
        help: "take it out, or write the number of an office; if its owner wants everybody to know it, add `public = [\"{read}\"]` to the front matter of the page, or to `[privacy]` in `sala.toml`; in a table, leave the column out with `skip_columns`, or name it in `public`", "សូមដកវាចេញ ឬសរសេរលេខការិយាល័យជំនួស។ បើម្ចាស់ចង់ឱ្យគេដឹងទាំងអស់គ្នា សូមបន្ថែម `public = [\"{read}\"]` ក្នុងក្បាលទំព័រ ឬក្នុង `[privacy]` នៃ `sala.toml`។ ក្នុងតារាង សូមរំលងជួរឈរនោះដោយ `skip_columns` ឬដាក់ឈ្មោះវាក្នុង `public`";
        explain: "With the number of an identity card, a passport or a bank account others can pass themselves off as its owner, borrow money in that name or find the person.", "លេខអត្តសញ្ញាណប័ណ្ណ លិខិតឆ្លងដែន ឬគណនីធនាគារ អាចឱ្យអ្នកដទៃក្លែងខ្លួនជាម្ចាស់ ខ្ចីប្រាក់ក្នុងឈ្មោះនោះ ឬតាមរកមនុស្សនោះ។";
    }
    NUMBER_AGAIN = "E802" Error Content {
        message: "`{read}` is the number of {what}; {count} such places in all, also {places}", "`{read}` ជាលេខ{what} សរុប {count} កន្លែង ដូចជានៅ {places} ទៀត";
        help: "take it out, or write the number of an office; if its owner wants everybody to know it, add `public = [\"{read}\"]` to the front matter of the page, or to `[privacy]` in `sala.toml`; in a table, leave the column out with `skip_columns`, or name it in `public`", "សូមដកវាចេញ ឬសរសេរលេខការិយាល័យជំនួស។ បើម្ចាស់ចង់ឱ្យគេដឹងទាំងអស់គ្នា សូមបន្ថែម `public = [\"{read}\"]` ក្នុងក្បាលទំព័រ ឬក្នុង `[privacy]` នៃ `sala.toml`។ ក្នុងតារាង សូមរំលងជួរឈរនោះដោយ `skip_columns` ឬដាក់ឈ្មោះវាក្នុង `public`";
        explain: "With the number of an identity card, a passport or a bank account others can pass themselves off as its owner, borrow money in that name or find the person.", "លេខអត្តសញ្ញាណប័ណ្ណ លិខិតឆ្លងដែន ឬគណនីធនាគារ អាចឱ្យអ្នកដទៃក្លែងខ្លួនជាម្ចាស់ ខ្ចីប្រាក់ក្នុងឈ្មោះនោះ ឬតាមរកមនុស្សនោះ។";
    }
    EMAIL = "W803" Warning Content {
        message: "`{read}` looks like somebody's own email address", "`{read}` ហាក់ដូចជាអ៊ីមែលផ្ទាល់ខ្លួនរបស់បុគ្គល";
        help: "write the address of an office; if its owner wants everybody to know it, add `public = [\"{read}\"]` to the front matter of the page, or to `[privacy]` in `sala.toml`; in a table, name the column in `public`", "សូមសរសេរអាសយដ្ឋានការិយាល័យ។ បើម្ចាស់ចង់ឱ្យគេដឹងទាំងអស់គ្នា សូមបន្ថែម `public = [\"{read}\"]` ក្នុងក្បាលទំព័រ ឬក្នុង `[privacy]` នៃ `sala.toml`។ ក្នុងតារាង សូមដាក់ឈ្មោះជួរឈរក្នុង `public`";
        explain: "Programs collect addresses from pages and send them lies and traps, and an address often holds the name of a person.", "កម្មវិធីប្រមូលអាសយដ្ឋានពីទំព័រ រួចផ្ញើសារបោកប្រាស់ទៅ ហើយអាសយដ្ឋានច្រើនតែមានឈ្មោះមនុស្ស។";
    }
    EMAIL_AGAIN = "W803" Warning Content {
        message: "`{read}` looks like somebody's own email address; {count} such places in all, also {places}", "`{read}` ហាក់ដូចជាអ៊ីមែលផ្ទាល់ខ្លួនរបស់បុគ្គល សរុប {count} កន្លែង ដូចជានៅ {places} ទៀត";
        help: "write the address of an office; if its owner wants everybody to know it, add `public = [\"{read}\"]` to the front matter of the page, or to `[privacy]` in `sala.toml`; in a table, name the column in `public`", "សូមសរសេរអាសយដ្ឋានការិយាល័យ។ បើម្ចាស់ចង់ឱ្យគេដឹងទាំងអស់គ្នា សូមបន្ថែម `public = [\"{read}\"]` ក្នុងក្បាលទំព័រ ឬក្នុង `[privacy]` នៃ `sala.toml`។ ក្នុងតារាង សូមដាក់ឈ្មោះជួរឈរក្នុង `public`";
        explain: "Programs collect addresses from pages and send them lies and traps, and an address often holds the name of a person.", "កម្មវិធីប្រមូលអាសយដ្ឋានពីទំព័រ រួចផ្ញើសារបោកប្រាស់ទៅ ហើយអាសយដ្ឋានច្រើនតែមានឈ្មោះមនុស្ស។";
    }
    NAMED = "W804" Warning Content {
        message: "this document names {what}: {read}", "ឯកសារនេះប្រាប់{what}៖ {read}";
        help: "in the program that made it, choose `File`, `Info`, `Inspect Document` (LibreOffice: `File`, `Properties`, `Reset Properties`), or save it as PDF without properties; if all of it may be known, add the file to `public` below `[privacy]` in `sala.toml`", "ក្នុងកម្មវិធីដែលបង្កើតវា សូមជ្រើស `File`, `Info`, `Inspect Document` (LibreOffice៖ `File`, `Properties`, `Reset Properties`) ឬរក្សាទុកជា PDF ដោយគ្មាន properties។ បើអ្វីទាំងអស់ក្នុងវាអាចឱ្យគេដឹង សូមបន្ថែមឯកសារនេះទៅ `public` ក្រោម `[privacy]` ក្នុង `sala.toml`";
        explain: "Programs write into each document who made it, who changed it last, for which company, and in which folder. Readers do not see it on the page, but whoever looks for it finds it; so a leaked paper is traced to a person.", "កម្មវិធីសរសេរក្នុងឯកសារនីមួយៗថា នរណាបង្កើតវា នរណាកែវាចុងក្រោយ សម្រាប់ក្រុមហ៊ុនណា និងនៅក្នុងថតណា។ អ្នកអានមិនឃើញវាលើទំព័រទេ ប៉ុន្តែអ្នកណារកមើល គឺរកឃើញ ដូច្នេះគេអាចតាមដានឯកសារទៅរកមនុស្សម្នាក់បាន។";
    }
    NOTES = "W804" Warning Content {
        message: "the notes in this sound say {read}", "កំណត់ចំណាំក្នុងសំឡេងនេះប្រាប់ {read}";
        help: "if nobody should know it, save the sound without tags; if all of it may be known, add the file to `public` below `[privacy]` in `sala.toml`", "បើមិនគួរឱ្យគេដឹង សូមរក្សាទុកសំឡេងដោយគ្មាន tags។ បើអ្វីទាំងអស់អាចឱ្យគេដឹង សូមបន្ថែមឯកសារនេះទៅ `public` ក្រោម `[privacy]` ក្នុង `sala.toml`";
        explain: "Programs write into each sound who spoke or recorded it, when, where and with what, and players show it.", "កម្មវិធីសរសេរក្នុងសំឡេងថា នរណានិយាយ ឬថត ពេលណា នៅទីណា និងដោយអ្វី ហើយកម្មវិធីចាក់បង្ហាញវា។";
    }
    REMARKS = "E805" Error Content {
        message: "this document holds {what}: {read}", "ឯកសារនេះមាន{what}៖ {read}";
        help: "accept or reject all changes and delete all comments, then save it again; if readers may see them, add the file to `public` below `[privacy]` in `sala.toml`", "សូមទទួលយក ឬបដិសេធការកែទាំងអស់ និងលុបមតិទាំងអស់ រួចរក្សាទុកម្ដងទៀត។ បើអ្នកអានអាចឃើញវាបាន សូមបន្ថែមឯកសារនេះទៅ `public` ក្រោម `[privacy]` ក្នុង `sala.toml`";
        explain: "What was struck out and what colleagues wrote in the margin is still in the file, with the names of those who wrote it. Anybody who opens it can read it.", "អ្វីដែលបានលុប និងអ្វីដែលមិត្តរួមការងារសរសេរនៅគែម នៅតែមានក្នុងឯកសារ ព្រមទាំងឈ្មោះអ្នកសរសេរ។ អ្នកណាបើកវា អាចអានបាន។";
    }
    HIDDEN = "E806" Error Content {
        message: "this document hides something that anybody who opens it can show: {read}", "ឯកសារនេះលាក់អ្វីមួយ ដែលអ្នកណាបើកវាក៏អាចបង្ហាញបាន៖ {read}";
        help: "look at it; delete it if it is not for readers, then save the file again; if readers may see it, add the file to `public` below `[privacy]` in `sala.toml`", "សូមពិនិត្យមើលវា។ បើមិនសម្រាប់អ្នកអាន សូមលុបវា រួចរក្សាទុកឯកសារម្ដងទៀត។ បើអ្នកអានអាចឃើញបាន សូមបន្ថែមឯកសារនេះទៅ `public` ក្រោម `[privacy]` ក្នុង `sala.toml`";
        explain: "A hidden sheet, row, column, slide or text, and the whole table behind a chart, is in the file like everything else. Lists of people and salaries have been published so.", "សន្លឹក ជួរដេក ជួរឈរ ស្លាយ ឬអត្ថបទដែលលាក់ និងតារាងទាំងមូលនៅពីក្រោយក្រាហ្វ នៅក្នុងឯកសារដូចអ្វីផ្សេងទៀត។ បញ្ជីឈ្មោះមនុស្ស និងប្រាក់ខែ ធ្លាប់ត្រូវបានផ្សាយដោយចៃដន្យបែបនេះ។";
    }
    UNSEEN = "E806" Error Content {
        message: "this document holds text that nobody sees, because of its colour, its size or the format of its cell, and that anybody can copy: {read}", "ឯកសារនេះមានអត្ថបទដែលគ្មាននរណាមើលឃើញ ដោយសារពណ៌ ទំហំ ឬទម្រង់ក្រឡារបស់វា តែអ្នកណាក៏អាចចម្លងបាន៖ {read}";
        help: "select all and set one colour, one size and, in a sheet, the number format `General` to see it; delete it if it is not for readers, then save the file again; if readers may see it, add the file to `public` below `[privacy]` in `sala.toml`", "សូមជ្រើសរើសទាំងអស់ រួចដាក់ពណ៌មួយ ទំហំមួយ និងទម្រង់លេខ `General` (ក្នុងសន្លឹកតារាង) ដើម្បីមើលវា។ បើមិនសម្រាប់អ្នកអាន សូមលុបវា រួចរក្សាទុកឯកសារម្ដងទៀត។ បើអ្នកអានអាចឃើញបាន សូមបន្ថែមឯកសារនេះទៅ `public` ក្រោម `[privacy]` ក្នុង `sala.toml`";
        explain: "Letters made white instead of deleted are in the file like all others: whoever selects or searches the text reads them.", "អក្សរដែលគេដាក់ពណ៌ស ជំនួសឱ្យការលុប នៅក្នុងឯកសារដូចអក្សរផ្សេងទៀត៖ អ្នកណាជ្រើសរើស ឬស្វែងរកក្នុងអត្ថបទ អានវាឃើញ។";
    }
    POSITION = "E807" Error Content {
        message: "this document holds a picture that tells where it was taken: {read}", "ឯកសារនេះមានរូបភាពដែលប្រាប់ទីកន្លែងថត៖ {read}";
        help: "save the picture without its properties and put it into the document again; if everybody may know the place, add the file to `public` below `[privacy]` in `sala.toml`", "សូមរក្សាទុករូបភាពដោយគ្មាន properties រួចដាក់វាចូលឯកសារម្ដងទៀត។ បើគេអាចដឹងទីកន្លែងនោះ សូមបន្ថែមឯកសារនេះទៅ `public` ក្រោម `[privacy]` ក្នុង `sala.toml`";
        explain: "Phones write into each photo where it was taken, to a few metres. So a photo leads to the house of whoever took it.", "ទូរសព្ទសរសេរក្នុងរូបថតនីមួយៗ នូវទីកន្លែងថត ត្រឹមប៉ុន្មានម៉ែត្រ។ ដូច្នេះរូបថតនាំទៅដល់ផ្ទះអ្នកថត។";
    }
    CLOSED = "W808" Warning Content {
        message: "what this document says of its author cannot be looked at", "មិនអាចពិនិត្យអ្វីដែលឯកសារនេះប្រាប់អំពីអ្នកនិពន្ធបានទេ";
        help: "look at it yourself, or save it in another format, such as PDF; once you have looked, add the file to `public` below `[privacy]` in `sala.toml`", "សូមពិនិត្យមើលដោយខ្លួនឯង ឬរក្សាទុកជាទម្រង់ផ្សេង ដូចជា PDF។ ក្រោយពិនិត្យហើយ សូមបន្ថែមឯកសារនេះទៅ `public` ក្រោម `[privacy]` ក្នុង `sala.toml`";
        explain: "A document may hold names, comments and hidden sheets. One that is locked, damaged or of an old kind is published without anybody having looked.", "ឯកសារអាចមានឈ្មោះ មតិ និងសន្លឹកដែលលាក់។ ឯកសារដែលចាក់សោ ខូច ឬជាប្រភេទចាស់ ត្រូវបានផ្សាយដោយគ្មាននរណាពិនិត្យ។";
    }
    UNREAD = "W808" Warning Content {
        message: "what the pages of this document show was not looked at: nobody can tell which letters stand there", "អ្វីដែលទំព័រនៃឯកសារនេះបង្ហាញ មិនត្រូវបានពិនិត្យទេ ព្រោះមិនអាចដឹងថាមានអក្សរអ្វីនៅទីនោះ";
        help: "look for names and numbers of people in it yourself, as in any scan; once you have looked, add the file to `public` below `[privacy]` in `sala.toml`", "សូមរកមើលឈ្មោះ និងលេខរបស់មនុស្សក្នុងវាដោយខ្លួនឯង ដូចក្នុងឯកសារស្កេនណាមួយ។ ក្រោយពិនិត្យហើយ សូមបន្ថែមឯកសារនេះទៅ `public` ក្រោម `[privacy]` ក្នុង `sala.toml`";
        explain: "A scan is a picture of letters, and some programs keep the shapes of letters without saying which they are. Numbers of people in such a file are published without anybody having looked.", "ឯកសារស្កេនជារូបភាពនៃអក្សរ ហើយកម្មវិធីខ្លះរក្សាទុករូបរាងអក្សរ ដោយមិនប្រាប់ថាជាអក្សរអ្វី។ លេខរបស់មនុស្សក្នុងឯកសារបែបនេះ ត្រូវបានផ្សាយដោយគ្មាននរណាពិនិត្យ។";
    }
    NOTHING_PUBLIC = "E809" Error Configuration {
        message: "`public` names `{read}`, which is no number, no email address and no file of the campaign", "`public` សរសេរ `{read}` ដែលមិនមែនជាលេខ អ៊ីមែល ឬឯកសារក្នុងយុទ្ធនាការ";
        help: "write a number with all its digits, an email address, or the path of a file from the campaign's folder, such as `static/plan.xlsx`", "សូមសរសេរលេខឱ្យគ្រប់ខ្ទង់ អ៊ីមែល ឬទីតាំងឯកសាររាប់ពីថតយុទ្ធនាការ ដូចជា `static/plan.xlsx`";
        explain: "A line that means nothing looks as if something had been allowed.", "បន្ទាត់ដែលគ្មានន័យ ធ្វើឱ្យមើលទៅដូចជាបានអនុញ្ញាតអ្វីមួយ។";
    }
}
