//! Many leaflets at once: on plain threads, with the stack that typesetting needs.
//!
//! Never on rayon's threads: the typesetter uses rayon itself, and a worker that waits would begin
//! another leaflet on top of the one it has.

use std::num::NonZero;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

const STACK: usize = 8 << 20;

/// After how many leaflets the typesetter forgets what it did not need again: each is set several times,
/// and what one size of letters left is of no use to the next leaflet.
const FORGET_AFTER: usize = 4;

/// For how many leaflets printed alone it remembers.
const FORGET_ALONE: usize = 4;

/// Calls `print` once for each leaflet, in this order but several at a time.
pub fn in_parallel<T: Sync>(leaflets: &[T], print: impl Fn(&T) + Sync) {
    let next = AtomicUsize::new(0);
    let work = || {
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let Some(leaflet) = leaflets.get(index) else {
                return;
            };
            print(leaflet);
            if index % FORGET_AFTER == FORGET_AFTER - 1 {
                typst::comemo::evict(1);
            }
        }
    };
    let threads = thread::available_parallelism()
        .map_or(1, NonZero::get)
        .min(leaflets.len());
    thread::scope(|scope| {
        let started = (0..threads)
            .map(|_| {
                thread::Builder::new()
                    .stack_size(STACK)
                    .spawn_scoped(scope, work)
            })
            .filter(Result::is_ok)
            .count();
        // A machine without room for a single thread more still prints, if slowly.
        if started == 0 {
            work();
        }
    });
}

/// Calls `print` for a single leaflet, with the stack that typesetting needs.
///
/// What the typesetter did not need again for a few leaflets is forgotten, so that a page which is printed
/// after each change of its text takes no more room than one.
pub fn on_its_own<T: Send>(print: impl Fn() -> T + Sync) -> T {
    let printed = Mutex::new(None);
    in_parallel(&[()], |()| {
        let made = print();
        *printed.lock().expect("nobody panics here") = Some(made);
    });
    typst::comemo::evict(FORGET_ALONE);
    let printed = printed.into_inner().expect("nobody panics here");
    printed.expect("it was called")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_leaflet_is_printed_once() {
        let printed = Mutex::new(Vec::new());
        let leaflets: Vec<usize> = (0..100).collect();
        in_parallel(&leaflets, |leaflet| printed.lock().unwrap().push(*leaflet));
        let mut printed = printed.into_inner().unwrap();
        printed.sort_unstable();
        assert_eq!(printed, leaflets);
    }

    #[test]
    fn a_leaflet_on_its_own_is_printed_with_a_large_stack() {
        const DEEP: usize = 4 << 20;

        fn deeper(top: Option<usize>) -> usize {
            let frame = std::hint::black_box([1_u8; 1 << 10]);
            let here = frame.as_ptr() as usize;
            let reached = top.map_or(0, |top| top.abs_diff(here));
            if reached < DEEP {
                deeper(Some(top.unwrap_or(here))).max(frame.len())
            } else {
                reached
            }
        }

        assert!(on_its_own(|| deeper(None)) >= DEEP);
    }
}
