//! What is shown now: the last good campaign, what is wrong since, and a mark that grows with each change.
//!
//! One thread puts, many take; nobody holds the lock while a campaign is loaded, made or freed.

use super::made::Made;
use crate::campaign::Campaign;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// A campaign with what was made of it.
pub(super) struct Served {
    pub(super) campaign: Campaign,
    pub(super) made: Made,
}

/// Where we are in the course of edits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Mark {
    /// Counts the campaigns.
    campaign: u64,
    /// Counts the reports; 0 if nothing is wrong.
    problems: u64,
}

/// Both at one moment.
#[derive(Clone, Default)]
pub(super) struct Snapshot {
    pub(super) served: Option<Arc<Served>>,
    /// What is wrong, as a piece of HTML.
    pub(super) problems: Option<Arc<str>>,
    pub(super) mark: Mark,
}

pub(super) struct Now {
    snapshot: Mutex<Snapshot>,
    changed: Condvar,
    /// Tells this process from the one before it, whose pages may still be open.
    run: u32,
}

impl Now {
    pub(super) fn new() -> Now {
        Now {
            snapshot: Mutex::default(),
            changed: Condvar::new(),
            run: std::process::id(),
        }
    }

    /// Shows this campaign from now on; returns what was shown, for its owner to free.
    pub(super) fn put(&self, campaign: Campaign) -> Option<Arc<Served>> {
        let served = Arc::new(Served {
            campaign,
            made: Made::default(),
        });
        let mut snapshot = self.lock();
        snapshot.mark.campaign += 1;
        snapshot.mark.problems = 0;
        snapshot.problems = None;
        let before = snapshot.served.replace(served);
        self.changed.notify_all();
        before
    }

    /// Lays the `report`-th problems over what is shown.
    pub(super) fn put_problems(&self, report: u64, problems: String) {
        let mut snapshot = self.lock();
        snapshot.mark.problems = report;
        snapshot.problems = Some(problems.into());
        self.changed.notify_all();
    }

    pub(super) fn snapshot(&self) -> Snapshot {
        self.lock().clone()
    }

    /// As it is when there is something to show, or after this time.
    pub(super) fn first(&self, at_most: Duration) -> Snapshot {
        let nothing_yet = |snapshot: &Snapshot| snapshot.mark == Mark::default();
        self.wait(at_most, nothing_yet)
    }

    /// As it is when it is no longer at `seen`, or after this time.
    pub(super) fn after(&self, seen: Mark, at_most: Duration) -> Snapshot {
        self.wait(at_most, |snapshot| snapshot.mark == seen)
    }

    fn wait(&self, at_most: Duration, while_so: impl Fn(&Snapshot) -> bool) -> Snapshot {
        let end = Instant::now() + at_most;
        let mut snapshot = self.lock();
        loop {
            let left = end.saturating_duration_since(Instant::now());
            if left.is_zero() || !while_so(&snapshot) {
                return snapshot.clone();
            }
            let waited = self.changed.wait_timeout(snapshot, left);
            snapshot = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    /// The campaign that a page was made from, as text.
    pub(super) fn campaign(&self, mark: Mark) -> String {
        format!("{}-{}", self.run, mark.campaign)
    }

    /// The same, and what was wrong then.
    pub(super) fn whole(&self, mark: Mark) -> String {
        format!("{} {}", self.campaign(mark), mark.problems)
    }

    fn lock(&self) -> MutexGuard<'_, Snapshot> {
        // Each change is whole before anything could panic.
        self.snapshot.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
