//! Working with tables on the command line.

use super::codes;

codes! {
    NO_SUCH_TABLE = "E920" Error Content {
        message: "the campaign in `{root}` has no table `{read}`", "យុទ្ធនាការក្នុង `{root}` គ្មានតារាង `{read}` ទេ";
        help: "its tables are {tables}; a table lies in the folder `data`, and `--root` says which campaign is meant", "តារាងរបស់វាមាន {tables}។ តារាងត្រូវនៅក្នុងថត `data` ហើយ `--root` ប្រាប់ថាយុទ្ធនាការណា";
        explain: "A table is read as its campaign reads it, with its description and the tables that it names.", "តារាងត្រូវបានអានដូចដែលយុទ្ធនាការអាន ព្រមទាំងការពិពណ៌នា និងតារាងផ្សេងដែលវាប្រាប់។";
    }
}
