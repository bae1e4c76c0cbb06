//! Working with tables on the command line.

use super::codes;

codes! {
    NO_SUCH_TABLE = "E920" Error Content {
        message: "the campaign in `{root}` has no table `{read}`", "យុទ្ធនាការក្នុង `{root}` គ្មានតារាង `{read}` ទេ";
        help: "its tables are {tables}; a table lies in the folder `data`, and `--root` says which campaign is meant", "តារាងរបស់វាមាន {tables}។ តារាងត្រូវនៅក្នុងថត `data` ហើយ `--root` ប្រាប់ថាយុទ្ធនាការណា";
        explain: "A table is read as its campaign reads it, with its description and the tables that it names.", "តារាងត្រូវបានអានដូចដែលយុទ្ធនាការអាន ព្រមទាំងការពិពណ៌នា និងតារាងផ្សេងដែលវាប្រាប់។";
    }
    ALREADY_THERE = "E921" Error Content {
        message: "`{path}` is there already", "មាន `{path}` រួចហើយ";
        help: "move it away, or write over it with `--force`", "សូមផ្លាស់វាទៅកន្លែងផ្សេង ឬសរសេរជាន់លើវាដោយ `--force`";
        explain: "What somebody wrote is never written over unasked, and where one file cannot be written none is.", "អ្វីដែលនរណាម្នាក់បានសរសេរ មិនត្រូវសរសេរជាន់លើដោយមិនបានសុំទេ ហើយបើឯកសារមួយសរសេរមិនបាន គ្មានឯកសារណាត្រូវសរសេរឡើយ។";
    }
    WHICH_PLACE = "E922" Error Content {
        message: "nothing says which place the figures are about", "គ្មានអ្វីប្រាប់ថាតួលេខទាំងនេះអំពីទីកន្លែងណាទេ";
        help: "write its code with `--place`, such as `--place 010201`; `KH` is the whole country", "សូមប្រាប់លេខកូដរបស់វាដោយ `--place` ដូចជា `--place 010201`។ `KH` គឺទូទាំងប្រទេស";
        explain: "What a sheet does not say is not guessed: a year, a place or a decimal sign that was guessed wrong would make every figure wrong.", "អ្វីដែលតារាងមិនប្រាប់ មិនត្រូវទាយទេ៖ ឆ្នាំ ទីកន្លែង ឬសញ្ញាទសភាគដែលទាយខុស នឹងធ្វើឱ្យតួលេខទាំងអស់ខុស។";
    }
    WHICH_YEAR = "E922" Error Content {
        message: "nothing says which year the figures are of", "គ្មានអ្វីប្រាប់ថាតួលេខទាំងនេះជារបស់ឆ្នាំណាទេ";
        help: "write it with `--year`, such as `--year 2026`", "សូមប្រាប់ដោយ `--year` ដូចជា `--year 2026`";
        explain: "What a sheet does not say is not guessed: a year, a place or a decimal sign that was guessed wrong would make every figure wrong.", "អ្វីដែលតារាងមិនប្រាប់ មិនត្រូវទាយទេ៖ ឆ្នាំ ទីកន្លែង ឬសញ្ញាទសភាគដែលទាយខុស នឹងធ្វើឱ្យតួលេខទាំងអស់ខុស។";
    }
    WHICH_PHASE = "E922" Error Content {
        message: "nothing says whether the figures are planned, approved, revised, actual or audited", "គ្មានអ្វីប្រាប់ថាតួលេខទាំងនេះជាតួលេខគ្រោង អនុម័ត កែសម្រួល អនុវត្ត ឬសវនកម្មទេ";
        help: "write it with `--phase`, such as `--phase approved`", "សូមប្រាប់ដោយ `--phase` ដូចជា `--phase approved` (អនុម័ត)";
        explain: "What a sheet does not say is not guessed: a year, a place or a decimal sign that was guessed wrong would make every figure wrong.", "អ្វីដែលតារាងមិនប្រាប់ មិនត្រូវទាយទេ៖ ឆ្នាំ ទីកន្លែង ឬសញ្ញាទសភាគដែលទាយខុស នឹងធ្វើឱ្យតួលេខទាំងអស់ខុស។";
    }
    WHICH_PHASE_IS = "E922" Error Content {
        message: "nothing says which phase `{read}` is: planned, approved, revised, actual or audited", "គ្មានអ្វីប្រាប់ថា `{read}` ជាដំណាក់កាលណាទេ៖ គ្រោង អនុម័ត កែសម្រួល អនុវត្ត ឬសវនកម្ម";
        help: "write it with `--phase`, such as `--phase actual`", "សូមប្រាប់ដោយ `--phase` ដូចជា `--phase actual` (អនុវត្ត)";
        explain: "What a sheet does not say is not guessed: a year, a place or a decimal sign that was guessed wrong would make every figure wrong.", "អ្វីដែលតារាងមិនប្រាប់ មិនត្រូវទាយទេ៖ ឆ្នាំ ទីកន្លែង ឬសញ្ញាទសភាគដែលទាយខុស នឹងធ្វើឱ្យតួលេខទាំងអស់ខុស។";
    }
    WHICH_DIRECTION = "E922" Error Content {
        message: "nothing says whether the figures are revenue, expenditure or financing", "គ្មានអ្វីប្រាប់ថាតួលេខទាំងនេះជាចំណូល ចំណាយ ឬហិរញ្ញប្បទានទេ";
        help: "write it with `--direction`, such as `--direction expenditure`", "សូមប្រាប់ដោយ `--direction` ដូចជា `--direction expenditure` (ចំណាយ)";
        explain: "What a sheet does not say is not guessed: a year, a place or a decimal sign that was guessed wrong would make every figure wrong.", "អ្វីដែលតារាងមិនប្រាប់ មិនត្រូវទាយទេ៖ ឆ្នាំ ទីកន្លែង ឬសញ្ញាទសភាគដែលទាយខុស នឹងធ្វើឱ្យតួលេខទាំងអស់ខុស។";
    }
    WHICH_SEPARATORS = "E922" Error Content {
        message: "`{read}` can be read in two ways, and no other figure says which is meant", "`{read}` អាចអានបានពីររបៀប ហើយគ្មានតួលេខផ្សេងប្រាប់ថារបៀបណាទេ";
        help: "say how figures are written with `--separators`, such as `--separators 1,234.5` or `--separators 1.234,5`", "សូមប្រាប់របៀបសរសេរតួលេខដោយ `--separators` ដូចជា `--separators 1,234.5` ឬ `--separators 1.234,5`";
        explain: "What a sheet does not say is not guessed: a year, a place or a decimal sign that was guessed wrong would make every figure wrong.", "អ្វីដែលតារាងមិនប្រាប់ មិនត្រូវទាយទេ៖ ឆ្នាំ ទីកន្លែង ឬសញ្ញាទសភាគដែលទាយខុស នឹងធ្វើឱ្យតួលេខទាំងអស់ខុស។";
    }
    WHICH_COLUMN = "E922" Error Content {
        message: "these columns would be of one year and phase: {columns}", "ជួរឈរទាំងនេះនឹងមានឆ្នាំ និងដំណាក់កាលដូចគ្នា៖ {columns}";
        help: "leave out all but one with `--skip`, such as `--skip D,E`, or write year and phase in their names", "សូមរំលងជួរឈរទាំងអស់ លើកលែងតែមួយ ដោយ `--skip` ដូចជា `--skip D,E` ឬសរសេរឆ្នាំ និងដំណាក់កាលក្នុងឈ្មោះរបស់វា";
        explain: "What a sheet does not say is not guessed: a year, a place or a decimal sign that was guessed wrong would make every figure wrong.", "អ្វីដែលតារាងមិនប្រាប់ មិនត្រូវទាយទេ៖ ឆ្នាំ ទីកន្លែង ឬសញ្ញាទសភាគដែលទាយខុស នឹងធ្វើឱ្យតួលេខទាំងអស់ខុស។";
    }
    NO_FIGURES = "E923" Error Content {
        message: "no table was found in it", "រកមិនឃើញតារាងក្នុងឯកសារនេះទេ";
        help: "a table has a row of names, and below it rows that begin with a name or a code; name the sheet with `--sheet` if it stands in another", "តារាងមានជួរដេកឈ្មោះ ហើយខាងក្រោមមានជួរដេកដែលចាប់ផ្ដើមដោយឈ្មោះ ឬលេខកូដ។ បើវានៅក្នុងសន្លឹកផ្សេង សូមប្រាប់ដោយ `--sheet`";
        explain: "A description says what stands in the columns of a table, so there must be one.", "ការពិពណ៌នាប្រាប់ថាជួរឈរនៃតារាងមានអ្វី ដូច្នេះត្រូវមានតារាង។";
    }
    NO_TEMPLATE = "E924" Error Content {
        message: "a table of the kind `{read}` has no columns of its own", "តារាងប្រភេទ `{read}` គ្មានជួរឈរកំណត់ទុកទេ";
        help: "kinds that have some are {kinds}; a table of your own has the columns that you give it", "ប្រភេទដែលមានជួរឈរមាន {kinds}។ តារាងផ្ទាល់ខ្លួនមានជួរឈរដែលអ្នកដាក់ឱ្យវា";
        explain: "A template is made from the columns that are known of a kind of table.", "គំរូតារាងធ្វើពីជួរឈរដែលស្គាល់សម្រាប់តារាងមួយប្រភេទ។";
    }
    NOT_XLSX = "E924" Error Content {
        message: "`{read}` is not the name of an XLSX file", "`{read}` មិនមែនជាឈ្មោះឯកសារ XLSX ទេ";
        help: "let it end in `.xlsx`", "សូមឱ្យវាចប់ដោយ `.xlsx`";
        explain: "A template is a workbook with lists to choose from and sheets of help, which no other format here can hold.", "គំរូគឺសៀវភៅការងារដែលមានបញ្ជីសម្រាប់ជ្រើស និងសន្លឹកណែនាំ ដែលទម្រង់ផ្សេងមិនអាចមានបានទេ។";
    }
}
