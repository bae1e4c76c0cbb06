//! What an Apache host is told: which kinds files are of, what it shows where nothing stands, and that
//! compressed siblings are served to browsers that take them.
//!
//! Nothing in it needs more than `AllowOverride FileInfo`: `Options` and `DirectoryIndex` end every page with
//! an error on hosts that allow no more. Tried with Apache 2.4 by a test.

use crate::site::{Site, plan};

/// The file's text; the cost is that of its length.
pub fn htaccess(site: &Site) -> String {
    // Behind the host's name: `https://example.org/water/` stands at `/water/`.
    let base = &site.config.base_url;
    let behind = base.split_once("://").map_or("", |(_, behind)| behind);
    let folder = behind.find('/').map_or("/", |at| &behind[at..]);
    let mut rules = String::new();
    for (encoding, sibling) in [("br", ".br"), ("gzip", ".gz")] {
        // `br;q=0` says that a browser does not take it.
        let takes = format!(
            "    RewriteCond %{{HTTP:Accept-Encoding}} (^|[\\s,]){encoding}(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))(\\s*[,;]|$)\n"
        );
        rules.push_str(&takes);
        rules.push_str(&format!(
            "    RewriteCond %{{REQUEST_FILENAME}}/index.html{sibling} -f\n    RewriteRule ^(.*/)?$ $1index.html{sibling} [L]\n"
        ));
        rules.push_str(&takes);
        rules.push_str(&format!(
            "    RewriteCond %{{REQUEST_FILENAME}}{sibling} -f\n    RewriteRule ^(.+\\.(?:{TEXTS}))$ $1{sibling} [L]\n"
        ));
    }
    let types: String = TYPES
        .iter()
        .map(|(endings, kind)| {
            format!(
                "    <FilesMatch \"\\.(?:{endings})\\.(?:br|gz)$\">\n      ForceType \"{kind}\"\n    </FilesMatch>\n"
            )
        })
        .collect();
    format!(
        "# Made by sala, for hosts with Apache. Your own static/.htaccess takes its place.\n\
         AddDefaultCharset utf-8\n\
         ErrorDocument 404 {folder}{not_found}\n\
         <IfModule mod_mime.c>\n  \
           AddType application/manifest+json .webmanifest\n  \
           AddType image/svg+xml .svg\n  \
           AddType image/webp .webp\n  \
           AddType font/woff2 .woff2\n  \
           AddCharset utf-8 .css .csv .html .ics .js .json .svg .txt .webmanifest .xml\n\
         </IfModule>\n\
         <IfModule mod_headers.c>\n  \
           Header set X-Content-Type-Options nosniff\n  \
           Header set Cache-Control no-cache\n  \
           # The names of these change with what they hold.\n  \
           <FilesMatch \"^(?:[0-9a-f]{{8}}-.*|[0-9a-f]{{6}}-t)\\.js(?:\\.br|\\.gz)?$\">\n    \
             Header set Cache-Control \"max-age=31536000, immutable\"\n  \
           </FilesMatch>\n  \
           <IfModule mod_rewrite.c>\n    \
             RewriteEngine On\n\
         {rules}    \
             <FilesMatch \"\\.(?:{TEXTS})\\.(?:br|gz)$\">\n      \
               # Apache takes `.br` for Breton, and would compress once more.\n      \
               RemoveLanguage .br\n      \
               RemoveEncoding .br .gz\n      \
               RemoveType .br .gz\n      \
               SetEnv no-gzip 1\n      \
               SetEnv no-brotli 1\n      \
               SetEnv dont-vary 1\n      \
               Header merge Vary Accept-Encoding\n    \
             </FilesMatch>\n    \
             <FilesMatch \"\\.(?:{TEXTS})\\.br$\">\n      \
               Header set Content-Encoding br\n    \
             </FilesMatch>\n    \
             <FilesMatch \"\\.(?:{TEXTS})\\.gz$\">\n      \
               Header set Content-Encoding gzip\n    \
             </FilesMatch>\n\
         {types}  \
           </IfModule>\n\
         </IfModule>\n",
        not_found = plan::NOT_FOUND,
    )
}

/// The endings of texts that have siblings, as a pattern.
const TEXTS: &str = "css|csv|html|ics|js|json|svg|txt|webmanifest|xml";

/// What a sibling is once it is unpacked, by the endings before its own.
const TYPES: [(&str, &str); 9] = [
    ("css", "text/css; charset=utf-8"),
    ("csv", "text/csv; charset=utf-8"),
    ("html", "text/html; charset=utf-8"),
    ("ics", "text/calendar; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("json", "application/json"),
    ("svg", "image/svg+xml"),
    ("txt", "text/plain; charset=utf-8"),
    ("xml", "application/xml; charset=utf-8"),
];
