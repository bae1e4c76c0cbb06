//! Many leaflets at once: on plain threads, with the stack that typesetting needs.
//!
//! Never on rayon's threads: the typesetter uses rayon itself, and a worker that waits would begin
//! another leaflet on top of the one it has.

use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

const STACK: usize = 8 << 20;

/// After how many leaflets the typesetter forgets what it did not need again.
const FORGET_AFTER: usize = 16;

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

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Mutex;

    #[test]
    fn every_leaflet_is_printed_once() {
        let printed = Mutex::new(Vec::new());
        let leaflets: Vec<usize> = (0..100).collect();
        in_parallel(&leaflets, |leaflet| printed.lock().unwrap().push(*leaflet));
        let mut printed = printed.into_inner().unwrap();
        printed.sort_unstable();
        assert_eq!(printed, leaflets);
    }
}
