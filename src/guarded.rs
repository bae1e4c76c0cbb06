//! A call into a library that panics on files nobody foresaw → what it gives, or nothing.
//!
//! Only panics are caught: what would end the program, too much memory or no end, is refused before
//! the library is called.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Once;

thread_local! {
    static QUIET: Cell<bool> = const { Cell::new(false) };
}

/// What the call gives, or nothing if it panics, of which nothing is printed.
pub fn guarded<T>(call: impl FnOnce() -> T) -> Option<T> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let others = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            if !QUIET.get() {
                others(panic);
            }
        }));
    });
    let before = QUIET.replace(true);
    // Whatever the call was changing is given up with it.
    let given = catch_unwind(AssertUnwindSafe(call));
    QUIET.set(before);
    given.ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_gives_nothing_and_others_are_still_told() {
        assert_eq!(guarded(|| 1), Some(1));
        let nothing: Vec<u8> = Vec::new();
        assert_eq!(guarded(|| nothing[0]), None);
        assert!(!QUIET.get());
    }
}
