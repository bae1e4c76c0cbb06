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

/// The edition of JavaScript that browsers of 2015 read.
#[cfg(feature = "minify")]
const OLDEST: &str = "es2015";

/// The script with names of one or two letters for all that is not seen from outside.
#[cfg(feature = "minify")]
pub(super) fn by_library(script: &str) -> String {
    use oxc_allocator::Allocator;
    use oxc_codegen::{Codegen, CodegenOptions};
    use oxc_compat::EngineTargets;
    use oxc_minifier::{
        CompressOptions, CompressOptionsUnused, MangleOptions, Minifier, MinifierOptions,
    };
    let allocator = Allocator::default();
    let parser = oxc_parser::Parser::new(&allocator, script, oxc_span::SourceType::cjs());
    let parsed = parser.parse();
    if !parsed.errors.is_empty() {
        return script.to_owned();
    }
    let mut program = parsed.program;
    let options = MinifierOptions {
        mangle: Some(MangleOptions::default()),
        compress: Some(CompressOptions {
            target: EngineTargets::from_target(OLDEST).expect("an edition there is"),
            // What stands outside of functions stays: another script may ask for it.
            unused: CompressOptionsUnused::Remove,
            ..CompressOptions::safest()
        }),
    };
    let names = Minifier::new(options).minify(&allocator, &mut program);
    Codegen::new()
        .with_options(CodegenOptions::minify())
        .with_scoping(names.scoping)
        .build(&program)
        .code
}

#[cfg(all(test, feature = "minify"))]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_for_old_browsers_stays_so() {
        let script = "(function () {\n  var found = null\n  try {\n    found = window.first()\n  } catch (problem) {\n    window.failed()\n  }\n  if (found == null) found = window.second && window.second.third\n  window.show(found)\n})()\n";
        let small = "(function(){var e=null;try{e=window.first()}catch(e){window.failed()}e==null&&(e=window.second&&window.second.third),window.show(e)})();";
        assert_eq!(minify_script(script), small);
    }

    #[test]
    fn names_for_numbers_go_and_what_others_may_ask_for_stays() {
        let script = "const PAGES = 5\nfunction seen(list) {\n  const MOST = 1 << 4\n  function never() {}\n  return list.slice(MOST)\n}\n";
        let small = "const PAGES=5;function seen(e){return e.slice(16)}";
        assert_eq!(minify_script(script), small);
    }
}
