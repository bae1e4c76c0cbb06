//! Working on lines from standard input.

use super::codes;

codes! {
    LINE_NOT_UTF8 = "E701" Error Content {
        message: "the line is not UTF-8 text and passes as it is", "បន្ទាត់នេះមិនមែនជាអត្ថបទ UTF-8 ទេ ហើយត្រូវទុកដដែល";
        help: "save the text again as `UTF-8`", "សូមរក្សាទុកអត្ថបទម្ដងទៀតជា `UTF-8`";
        explain: "Khmer can only be read from UTF-8; in any other encoding the letters would come out wrong.", "អក្សរខ្មែរអាចអានបានតែពី UTF-8 ប៉ុណ្ណោះ។ បើប្រើកូដផ្សេង អក្សរនឹងខូច។";
    }
    LINE_TOO_LONG = "E050" Error Content {
        message: "the line is longer than {limit} MB and passes as it is", "បន្ទាត់នេះវែងជាង {limit} MB ហើយត្រូវទុកដដែល";
        help: "end the lines of the text, or check whether it is a text at all", "សូមចុះបន្ទាត់ក្នុងអត្ថបទ ឬពិនិត្យថាវាជាអត្ថបទពិតឬទេ";
        explain: "A line is held in memory while it is worked on. A book has lines of a few hundred bytes; what has none is a file of another kind.", "បន្ទាត់មួយត្រូវរក្សាក្នុងអង្គចងចាំ ពេលកំពុងធ្វើការ។ បន្ទាត់ក្នុងសៀវភៅមានតែពីរបីរយបៃ។ ឯកសារដែលគ្មានចុះបន្ទាត់ ជាឯកសារប្រភេទផ្សេង។";
    }
    NOT_A_FIGURE = "E702" Error Content {
        message: "`{read}` is not one number: {reason}", "`{read}` មិនមែនជាចំនួនតែមួយទេ៖ {reason}";
        help: "write one number a line; if `.` or `,` can be read in two ways, say with `--decimal` which one stands before the decimals", "សូមសរសេរចំនួនមួយក្នុងមួយបន្ទាត់។ បើ `.` ឬ `,` អាចអានបានពីរយ៉ាង សូមប្រាប់ដោយ `--decimal` ថាមួយណានៅមុខខ្ទង់ទសភាគ";
        explain: "A figure that can be read in two ways is never guessed at, because the other reading may be a thousand times as much.", "ចំនួនដែលអាចអានបានពីរយ៉ាង មិនត្រូវទាយឡើយ ព្រោះន័យមួយទៀតអាចធំជាងមួយពាន់ដង។";
    }
    NOT_A_DAY = "E703" Error Content {
        message: "`{read}` is not one day: {reason}", "`{read}` មិនមែនជាថ្ងៃតែមួយទេ៖ {reason}";
        help: "write the day as `2026-01-31`, one a line", "សូមសរសេរថ្ងៃជា `2026-01-31` មួយក្នុងមួយបន្ទាត់";
        explain: "A day that can be read in two ways is never guessed at, because `01/02/2026` is another day in another country.", "ថ្ងៃដែលអាចអានបានពីរយ៉ាង មិនត្រូវទាយឡើយ ព្រោះ `01/02/2026` ជាថ្ងៃផ្សេងនៅប្រទេសផ្សេង។";
    }
    UNREADABLE = "E908" Error Machine {
        message: "standard input cannot be read: {reason}", "អានពីច្រកចូល (standard input) មិនបាន៖ {reason}";
        help: "check the program or the file that the text comes from", "សូមពិនិត្យកម្មវិធី ឬឯកសារដែលផ្ដល់អត្ថបទ";
        explain: "What was read before has been written; the rest is missing.", "អ្វីដែលបានអានរួច ត្រូវបានសរសេរហើយ។ អ្វីដែលនៅសល់មិនទាន់បានអានទេ។";
    }
    UNWRITABLE = "E909" Error Machine {
        message: "standard output cannot be written: {reason}", "សរសេរទៅច្រកចេញ (standard output) មិនបាន៖ {reason}";
        help: "check that the disk has room and that you may write there", "សូមពិនិត្យមើលថាថាសនៅមានកន្លែង ហើយអ្នកមានសិទ្ធិសរសេរនៅទីនោះឬទេ";
        explain: "What was written before may be complete or not; run the command again.", "អ្វីដែលបានសរសេរមុន អាចពេញលេញ ឬមិនពេញលេញ។ សូមដំណើរការពាក្យបញ្ជាម្ដងទៀត។";
    }
}
