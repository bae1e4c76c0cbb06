//! Small scripts.
//!
//! In: JavaScript. Out: the same program in fewer bytes.

use super::plain;

/// The script with fewer bytes that does the same; one that cannot be read stays as it is.
///
/// Comments go before the library sees it, which keeps some of them.
#[cfg(feature = "minify")]
pub fn minify_script(script: &str) -> String {
    by_library(&plain::script(script))
}

/// The script without comments and indentation.
#[cfg(not(feature = "minify"))]
pub fn minify_script(script: &str) -> String {
    plain::script(script)
}

/// The script with names of one or two letters for all that is not seen from outside.
#[cfg(feature = "minify")]
pub(super) fn by_library(script: &str) -> String {
    use oxc_allocator::Allocator;
    use oxc_codegen::{Codegen, CodegenOptions};
    use oxc_minifier::{CompressOptions, MangleOptions, Minifier, MinifierOptions};
    let allocator = Allocator::default();
    let parser = oxc_parser::Parser::new(&allocator, script, oxc_span::SourceType::cjs());
    let parsed = parser.parse();
    if !parsed.errors.is_empty() {
        return script.to_owned();
    }
    let mut program = parsed.program;
    let options = MinifierOptions {
        mangle: Some(MangleOptions::default()),
        compress: Some(CompressOptions::safest()),
    };
    let names = Minifier::new(options).minify(&allocator, &mut program);
    Codegen::new()
        .with_options(CodegenOptions::minify())
        .with_scoping(names.scoping)
        .build(&program)
        .code
}
