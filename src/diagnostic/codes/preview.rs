//! Showing the site while it is written.

use super::codes;

codes! {
    PORT = "E910" Error Machine {
        message: "the site cannot be shown at port {port}: {reason}", "បង្ហាញគេហទំព័រនៅច្រក (port) {port} មិនបាន៖ {reason}";
        help: "close the other `sala serve` or the program that stands there, or choose another port with `--port`", "សូមបិទ `sala serve` មួយទៀត ឬកម្មវិធីដែលប្រើច្រកនោះ ឬជ្រើសច្រកផ្សេងដោយ `--port`";
        explain: "A port of a computer belongs to one program at a time. Without `--port`, `sala` takes the first free one from 1111 on.", "ច្រកមួយរបស់កុំព្យូទ័រ ប្រើបានតែដោយកម្មវិធីមួយក្នុងពេលតែមួយ។ បើគ្មាន `--port` ទេ `sala` យកច្រកទំនេរដំបូងចាប់ពី 1111។";
    }
}
