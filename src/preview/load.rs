//! Changes of files → the campaign loaded anew, and shown if it is good; what is wrong, if it is not.
//!
//! One thread, which is always either loading or waiting. What is shown goes on being shown meanwhile.

use super::now::Now;
use super::own_pages;
use super::watch::{Touched, Watch};
use super::{Tell, Told};
use crate::campaign::{Campaign, Request};
use crate::diagnostic::{Code, MessageLanguage, Report, codes, to_html};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::time::{Duration, Instant};

/// A save is several changes; it is over when none came for so long, or after so long in all.
const QUIET: Duration = Duration::from_millis(40);
const RESTLESS: Duration = Duration::from_secs(1);

/// How long a file may be half saved or locked before it is said to be wrong.
const HALF_SAVED: Duration = Duration::from_secs(2);

/// How long to wait before such a file is tried again, at first and at most.
const FIRST_PAUSE: Duration = Duration::from_millis(100);
const LONGEST_PAUSE: Duration = Duration::from_secs(30);

/// What a file that is being saved, or is held by Excel, looks like from outside.
static OF_A_SAVE: [&Code; 6] = [
    &codes::files::UNREADABLE,
    &codes::files::NOT_UTF8,
    &codes::files::BAD_IMAGE,
    &codes::data::TOML_WITHOUT_DATA,
    &codes::data::NOT_A_WORKBOOK,
    &codes::data::UNREADABLE_TABLE,
];

/// Loads the campaign, now and whenever a file of it changes.
pub(super) fn keep_loaded(
    request: &dyn Fn() -> Request,
    now: &Now,
    language: MessageLanguage,
    tell: &Tell,
) {
    let (changed, changes) = sync_channel(1);
    let mut watch = Watch::begin(&request().root, changed, |reason| {
        tell(Told::LooksForChanges { reason });
    });
    let mut patience = Patience::default();
    let mut reports = 0;
    // Since what is shown was loaded.
    let mut touched = Touched::Anything;
    loop {
        watch.look_for_new_folders();
        let start = Instant::now();
        let load = || loaded(&request(), now, &touched);
        let pause = match catch_unwind(AssertUnwindSafe(load)) {
            Ok((Some(campaign), report)) => {
                touched = Touched::default();
                patience = Patience::default();
                let pages = campaign.pages();
                drop(now.put(campaign));
                tell(Told::Loaded {
                    report: &report,
                    pages,
                    took: start.elapsed(),
                });
                None
            }
            Ok((None, report)) => {
                let pause = patience.after(&report);
                if patience.is_over(start) {
                    reports += 1;
                    now.put_problems(reports, to_html(&report, language));
                    tell(Told::Failed { report: &report });
                }
                pause
            }
            Err(_) => {
                reports += 1;
                now.put_problems(reports, own_pages::bug(language));
                None
            }
        };
        if wait(&changes, pause).is_none() {
            return;
        }
        touched.and(watch.touched());
    }
}

/// The campaign as it is now: made of what is shown, where that is enough.
fn loaded(request: &Request, now: &Now, touched: &Touched) -> (Option<Campaign>, Report) {
    let shown = now.snapshot().served;
    match (shown, touched) {
        (Some(shown), Touched::Files(files)) if shown.campaign.request() == request => {
            // A program that saves in several steps leaves names that are gone again. A folder that
            // is gone is named alone, without the files that went with it.
            let is_there = |path: &&String| {
                shown.campaign.has_file(path)
                    || shown.campaign.has_folder(path)
                    || request.root.join(path.as_str()).exists()
            };
            let files: Vec<String> = files.iter().filter(is_there).cloned().collect();
            shown.campaign.again(&files)
        }
        _ => Campaign::load(request),
    }
}

/// Waits until something changed and no more does, or until the pause is over; nothing if nothing can
/// change any more.
fn wait(changes: &Receiver<()>, pause: Option<Duration>) -> Option<()> {
    match pause {
        None => changes.recv().ok()?,
        Some(pause) => match changes.recv_timeout(pause) {
            Ok(()) => {}
            Err(RecvTimeoutError::Timeout) => return Some(()),
            Err(RecvTimeoutError::Disconnected) => return None,
        },
    }
    let first = Instant::now();
    while first.elapsed() < RESTLESS && changes.recv_timeout(QUIET).is_ok() {}
    Some(())
}

/// How we bear a file that cannot be read, because whoever writes it has not finished.
#[derive(Default)]
struct Patience {
    /// Since when, and for how long we waited the last time.
    since: Option<(Instant, Duration)>,
}

impl Patience {
    /// After how long to try again; never if only an author can mend it.
    fn after(&mut self, report: &Report) -> Option<Duration> {
        let looks_half_saved = report.sorted().iter().any(|problem| {
            OF_A_SAVE
                .iter()
                .any(|code| std::ptr::eq(*code, problem.code))
        });
        if !looks_half_saved {
            self.since = None;
            return None;
        }
        let (since, pause) = match self.since {
            None => (Instant::now(), FIRST_PAUSE),
            Some((since, pause)) => (since, (pause * 2).min(LONGEST_PAUSE)),
        };
        self.since = Some((since, pause));
        Some(pause)
    }

    /// Whether it is time to say what is wrong, `now` that it is so again.
    fn is_over(&self, now: Instant) -> bool {
        self.since
            .is_none_or(|(since, _)| now.saturating_duration_since(since) >= HALF_SAVED)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Place, diagnostic};

    #[test]
    fn a_file_that_looks_half_saved_is_tried_again_before_it_is_wrong() {
        let place = || Place::file("data/a.xlsx");
        let no_workbook = Report::of(diagnostic!(codes::data::NOT_A_WORKBOOK, place()));
        let unreadable = diagnostic!(codes::files::UNREADABLE, place(), reason = "locked");
        let unreadable = Report::of(unreadable);
        let no_title = Report::of(diagnostic!(codes::content::NO_TITLE, place()));
        let start = Instant::now();
        let mut patience = Patience::default();
        assert_eq!(patience.after(&no_workbook), Some(FIRST_PAUSE));
        assert!(!patience.is_over(start));
        let next = patience.after(&unreadable);
        assert_eq!(next, Some(FIRST_PAUSE * 2));
        assert!(!patience.is_over(start + Duration::from_secs(1)));
        assert!(patience.is_over(Instant::now() + HALF_SAVED));
        for _ in 0..20 {
            patience.after(&unreadable);
        }
        assert_eq!(patience.after(&unreadable), Some(LONGEST_PAUSE));
        assert_eq!(patience.after(&no_title), None);
        assert!(patience.is_over(start));
    }

    #[test]
    fn several_changes_are_one_save() {
        let (changed, changes) = sync_channel(1);
        changed.send(()).unwrap();
        let writer = std::thread::spawn(move || {
            for _ in 0..5 {
                std::thread::park_timeout(Duration::from_millis(5));
                let _ = changed.try_send(());
            }
            changed
        });
        assert_eq!(wait(&changes, None), Some(()));
        let changed = writer.join().unwrap();
        assert!(changes.try_recv().is_err(), "all are taken");
        assert_eq!(wait(&changes, Some(Duration::from_millis(1))), Some(()));
        drop(changed);
        assert_eq!(wait(&changes, None), None);
        assert_eq!(wait(&changes, Some(Duration::from_secs(9))), None);
    }
}
