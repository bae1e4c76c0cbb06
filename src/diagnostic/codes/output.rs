//! Writing the site to the disk.

use super::codes;

codes! {
    PATH = "E321" Error Content {
        message: "`{path}` cannot be the name of a file on every computer: {reason}", "`{path}` មិនអាចជាឈ្មោះឯកសារលើកុំព្យូទ័រទាំងអស់បានទេ៖ {reason}";
        help: "give the page a short `slug` of Latin letters, digits and `-`, or rename the file", "សូមដាក់ `slug` ខ្លីដល់ទំព័រ ដោយប្រើអក្សរឡាតាំង លេខ និង `-` ឬប្ដូរឈ្មោះឯកសារ";
        explain: "The same tree must open on a web host, on Windows and from a USB stick; some names are forbidden there, and some would lead out of the folder.", "គេហទំព័រដដែលត្រូវបើកបានលើម៉ាស៊ីនមេ លើ Windows និងពី USB។ ឈ្មោះខ្លះត្រូវបានហាមប្រើនៅទីនោះ ហើយឈ្មោះខ្លះអាចនាំចេញក្រៅថត។";
    }
    TWICE = "E322" Error Content {
        message: "two things want to be the file `{path}`", "មានទំព័រ ឬឯកសារពីរ ដែលនឹងត្រូវសរសេរជា `{path}` ដូចគ្នា";
        help: "give one of them another `slug` or another file name", "សូមដាក់ `slug` ឬឈ្មោះឯកសារផ្សេងដល់មួយក្នុងចំណោមនោះ";
        explain: "One of the two would silently disappear from the site.", "បើមិនដូច្នេះទេ មួយក្នុងចំណោមទាំងពីរនឹងបាត់ពីគេហទំព័រដោយគ្មាននរណាដឹង។";
    }
    UNWRITABLE = "E902" Error Machine {
        message: "`{path}` cannot be written: {reason}", "សរសេរ `{path}` មិនបាន៖ {reason}";
        help: "check that you may write there, or choose another folder with `--output`; the site that stood there is untouched", "សូមពិនិត្យមើលថាអ្នកមានសិទ្ធិសរសេរនៅទីនោះឬទេ ឬជ្រើសថតផ្សេងដោយ `--output`។ គេហទំព័រដែលមានស្រាប់មិនប៉ះពាល់ទេ";
        explain: "A site is written beside the old one and put in its place only when every file is complete, so a failure leaves the old site as it was.", "គេហទំព័រថ្មីត្រូវសរសេរនៅក្បែរគេហទំព័រចាស់ ហើយដាក់ជំនួសតែពេលគ្រប់ឯកសាររួចរាល់ ដូច្នេះបើបរាជ័យ គេហទំព័រចាស់នៅដដែល។";
    }
    DISK_FULL = "E903" Error Machine {
        message: "the disk is full: `{path}` cannot be written", "ថាសពេញហើយ៖ សរសេរ `{path}` មិនបាន";
        help: "free some space, or choose a folder on another disk with `--output`; the site that stood there is untouched", "សូមលុបឯកសារដែលលែងប្រើ ដើម្បីឱ្យមានកន្លែងទំនេរ ឬជ្រើសថតលើថាសផ្សេងដោយ `--output`។ គេហទំព័រដែលមានស្រាប់មិនប៉ះពាល់ទេ";
        explain: "The new site stands beside the old one while it is written, so the disk must have room for what has changed.", "ពេលកំពុងសរសេរ គេហទំព័រថ្មីនៅក្បែរគេហទំព័រចាស់ ដូច្នេះថាសត្រូវមានកន្លែងសម្រាប់អ្វីដែលបានប្ដូរ។";
    }
    LOCKED = "E904" Error Machine {
        message: "another `sala` is writing `{path}` at this moment", "`sala` មួយទៀតកំពុងសរសេរ `{path}` នៅពេលនេះ";
        help: "wait until it has ended, or choose another folder with `--output`", "សូមរង់ចាំវាចប់ ឬជ្រើសថតផ្សេងដោយ `--output`";
        explain: "Two builds at once would mix their pages.", "បើបង្កើតគេហទំព័រពីរដងក្នុងពេលតែមួយ ទំព័រនឹងច្របូកច្របល់។";
    }
    FOREIGN = "E905" Error Machine {
        message: "`{path}` holds files that `sala` did not write, such as {found}", "`{path}` មានឯកសារដែល `sala` មិនបានសរសេរ ដូចជា {found}";
        help: "move them away (what must stand in the site belongs in `static/`), or choose an empty folder with `--output`", "សូមផ្លាស់វាទៅកន្លែងផ្សេង (អ្វីដែលត្រូវនៅក្នុងគេហទំព័រ ត្រូវដាក់ក្នុង `static/`) ឬជ្រើសថតទទេដោយ `--output`";
        explain: "The output folder is replaced as a whole at each build, so a file that somebody else put there would be lost.", "ថតលទ្ធផលត្រូវជំនួសទាំងមូលរាល់ពេលបង្កើតគេហទំព័រ ដូច្នេះឯកសារដែលអ្នកផ្សេងដាក់នៅទីនោះនឹងបាត់។";
    }
    NO_FOLDER = "E906" Error Machine {
        message: "`{path}` cannot be the output folder: {reason}", "`{path}` មិនអាចជាថតលទ្ធផលបានទេ៖ {reason}";
        help: "choose a new or empty folder inside another one with `--output`", "សូមជ្រើសថតថ្មី ឬថតទទេ ដែលនៅក្នុងថតមួយទៀត ដោយ `--output`";
        explain: "The new site is made in a hidden folder beside the output and takes its place by being renamed, which needs an ordinary folder within another.", "គេហទំព័រថ្មីត្រូវធ្វើក្នុងថតលាក់ក្បែរថតលទ្ធផល ហើយប្ដូរឈ្មោះដើម្បីចូលជំនួស ដូច្នេះត្រូវការថតធម្មតាក្នុងថតមួយទៀត។";
    }
    NOT_EMPTY = "E907" Error Machine {
        message: "`{path}` is not empty", "`{path}` មិនមែនជាថតទទេទេ";
        help: "choose a new folder, or an empty one", "សូមជ្រើសថតថ្មី ឬថតទទេ";
        explain: "A new campaign, or a theme to change, must not mix with files that are there already.", "យុទ្ធនាការថ្មី ឬរូបរាងសម្រាប់កែ មិនត្រូវច្របល់ជាមួយឯកសារដែលមានស្រាប់ទេ។";
    }
    BAD_LIST = "E911" Error Machine {
        message: "`.sala` in `{path}`, the list of the files that `sala` wrote there, was changed by something else in line {line}", "`.sala` ក្នុង `{path}` ដែលជាបញ្ជីឯកសារដែល `sala` បានសរសេរនៅទីនោះ ត្រូវបានអ្វីផ្សេងកែប្រែនៅបន្ទាត់ទី {line}";
        help: "if the folder holds nothing but a site that `sala` built, remove it and build again; else choose an empty folder with `--output`", "បើថតនេះមានតែគេហទំព័រដែល `sala` បានបង្កើត សូមលុបវា ហើយបង្កើតម្ដងទៀត។ បើមិនដូច្នេះទេ សូមជ្រើសថតទទេដោយ `--output`";
        explain: "The list says which files a build may replace. Where it is not as `sala` wrote it, nothing is replaced, so that nobody loses a file of their own.", "បញ្ជីនេះប្រាប់ថា ការបង្កើតគេហទំព័រអាចជំនួសឯកសារណាខ្លះ។ បើបញ្ជីមិនដូចដែល `sala` បានសរសេរទេ គ្មានអ្វីត្រូវបានជំនួសឡើយ ដើម្បីកុំឱ្យនរណាម្នាក់បាត់ឯកសាររបស់ខ្លួន។";
    }
    LEFT_BEHIND = "W117" Warning Machine {
        message: "the new site stands, but what is no longer in it could not be removed from `{path}`: {reason}", "គេហទំព័រថ្មីនៅកន្លែងរបស់វាហើយ តែលុបអ្វីដែលលែងមានក្នុងវាចេញពី `{path}` មិនបាន៖ {reason}";
        help: "delete `{path}`, or build again", "សូមលុប `{path}` ឬបង្កើតគេហទំព័រម្ដងទៀត";
        explain: "The last site stays beside the new one so that the next build is quick. What was taken back must not live on there, where somebody might find it.", "គេហទំព័រមុននៅក្បែរគេហទំព័រថ្មី ដើម្បីឱ្យការបង្កើតគេហទំព័រលើកក្រោយលឿន។ អ្វីដែលបានដកចេញ មិនត្រូវនៅទីនោះទៀតទេ ព្រោះអាចមាននរណាម្នាក់រកឃើញ។";
    }
}
