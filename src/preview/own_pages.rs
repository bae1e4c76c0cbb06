//! The few pages that are the server's own: what is wrong, in a frame over the page or in its place, and that
//! the campaign is still being loaded. Values in, HTML out.

use crate::diagnostic::MessageLanguage;

/// What our own pages may load.
pub(super) const POLICY: &str = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'self'; connect-src 'self'";

/// That a mistake of ours kept the campaign from being loaded.
pub(super) fn bug(language: MessageLanguage) -> String {
    let text = match language {
        MessageLanguage::English => "sala has a bug; the black window says more",
        MessageLanguage::Khmer => "sala មានកំហុសក្នុងកម្មវិធី។ បង្អួចខ្មៅប្រាប់បន្ថែម",
    };
    format!("<p>{text}</p>\n")
}

/// The frame that lies over a page. The button folds it.
pub(super) fn frame(problems: &str, language: MessageLanguage) -> String {
    let (title, fold) = match language {
        MessageLanguage::English => (
            "Something is wrong; below is the last good page",
            "Hide or show",
        ),
        MessageLanguage::Khmer => ("មានកំហុស។ ខាងក្រោមជាទំព័រចុងក្រោយដែលត្រឹមត្រូវ", "លាក់ ឬបង្ហាញ"),
    };
    let button = format!("<button id=\"fold\" type=\"button\">{fold}</button>");
    whole(language, title, &button, problems, "")
}

/// What stands where a page would, if it cannot be made.
pub(super) fn instead(problems: &str, language: MessageLanguage, script: &str) -> String {
    let title = match language {
        MessageLanguage::English => "The page cannot be shown until this is mended",
        MessageLanguage::Khmer => "បង្ហាញទំព័រមិនបានទេ រហូតដល់កែកំហុសនេះរួច",
    };
    whole(language, title, "", problems, script)
}

/// That the campaign is not loaded yet.
pub(super) fn loading(language: MessageLanguage, script: &str) -> String {
    let title = match language {
        MessageLanguage::English => "The campaign is being read …",
        MessageLanguage::Khmer => "កំពុងអានយុទ្ធនាការ …",
    };
    whole(language, title, "", "", script)
}

const CSS: &str = "body{margin:0;font:16px/1.7 sans-serif;background:#fff;color:#1a1a1a}\
                   header{position:sticky;top:0;display:flex;gap:1rem;justify-content:space-between;\
                   padding:.5rem 1rem;background:#b3261e;color:#fff}\
                   header:last-child{background:#0b5751}\
                   h1{margin:0;font-size:1rem}button{font:inherit;flex:none}\
                   main>p{padding:0 1rem}";

fn whole(
    language: MessageLanguage,
    title: &str,
    button: &str,
    problems: &str,
    script: &str,
) -> String {
    let tag = match language {
        MessageLanguage::English => "en",
        MessageLanguage::Khmer => "km",
    };
    let main = match problems {
        "" => String::new(),
        problems => format!("<main>\n{problems}</main>\n"),
    };
    format!(
        "<!doctype html>\n<html lang=\"{tag}\">\n<meta charset=\"utf-8\">\n<title>{title}</title>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <link rel=\"icon\" href=\"data:,\">\n<style>{CSS}</style>\n\
         <body>{script}\n<header><h1>{title}</h1>{button}</header>\n{main}</body>\n</html>\n"
    )
}
