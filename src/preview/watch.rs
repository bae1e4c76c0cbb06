//! The campaign's folder → a sign whenever something in it may have changed, and what.
//!
//! Of the folder itself only its own entries are watched, of the campaign's parts in it everything: what
//! else lies there (a built site, a repository) may be large and changes all the time. It reads no file.

use crate::files::{PARTS, may_be_ours};
use notify::event::{AccessKind, AccessMode, EventKind, MetadataKind, ModifyKind};
use notify::{Config, Event, PollWatcher, RecursiveMode, Watcher};
use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};
use std::sync::mpsc::SyncSender;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// How often changes are looked for where the system does not tell them.
const EVERY: Duration = Duration::from_secs(1);

/// Gives signs as long as it lives.
pub(super) struct Watch {
    root: PathBuf,
    watcher: Option<Box<dyn Watcher>>,
    changed: SyncSender<()>,
    watched: BTreeSet<&'static str>,
    /// Parts that were removed or put in place of another: what was watched is no longer there.
    replaced: Arc<Mutex<BTreeSet<&'static str>>>,
    touched: Arc<Mutex<Touched>>,
}

/// What may have changed since it was last asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Touched {
    /// These files, by their paths below the campaign's folder.
    Files(BTreeSet<String>),
    /// Nobody knows.
    Anything,
}

impl Touched {
    /// Adds what was touched besides.
    pub(super) fn and(&mut self, more: Touched) {
        match (&mut *self, more) {
            (Touched::Files(files), Touched::Files(more)) => files.extend(more),
            _ => *self = Touched::Anything,
        }
    }
}

impl Default for Touched {
    fn default() -> Touched {
        Touched::Files(BTreeSet::new())
    }
}

impl Watch {
    /// Watches the campaign in `root`; `tell` is told why, if changes have to be looked for.
    pub(super) fn begin(root: &Path, changed: SyncSender<()>, tell: impl FnOnce(&str)) -> Watch {
        let mut watch = Watch {
            // The system names what changed by whole paths.
            root: std::fs::canonicalize(root).unwrap_or_else(|_| root.to_owned()),
            watcher: None,
            changed,
            watched: BTreeSet::new(),
            replaced: Arc::default(),
            touched: Arc::default(),
        };
        if let Err(error) = watch.listen() {
            tell(&error.to_string());
            watch.look();
        }
        watch
    }

    /// What was touched since this was last asked.
    pub(super) fn touched(&self) -> Touched {
        std::mem::take(&mut *lock(&self.touched))
    }

    /// Watches the parts that were made since it was last asked.
    pub(super) fn look_for_new_folders(&mut self) {
        let replaced = std::mem::take(&mut *lock(&self.replaced));
        let Some(watcher) = &mut self.watcher else {
            return;
        };
        for part in replaced {
            // It may be forgotten already.
            let _ = watcher.unwatch(&self.root.join(part));
            self.watched.remove(part);
        }
        // A part that cannot be watched now is tried again at the next change.
        let _ = self.watch_parts();
    }

    fn watch_parts(&mut self) -> notify::Result<()> {
        let Some(watcher) = &mut self.watcher else {
            return Ok(());
        };
        for part in PARTS {
            let path = self.root.join(part);
            if !self.watched.contains(part) && path.is_dir() {
                watcher.watch(&path, RecursiveMode::Recursive)?;
                self.watched.insert(part);
            }
        }
        Ok(())
    }

    /// Lets the system tell.
    fn listen(&mut self) -> notify::Result<()> {
        let mut watcher = notify::recommended_watcher(self.handler())?;
        watcher.watch(&self.root, RecursiveMode::NonRecursive)?;
        self.watcher = Some(Box::new(watcher));
        self.watch_parts()
    }

    /// Looks every second.
    fn look(&mut self) {
        self.watched.clear();
        let config = Config::default()
            .with_poll_interval(EVERY)
            .with_follow_symlinks(false);
        self.watcher = None;
        if let Ok(mut watcher) = PollWatcher::new(self.handler(), config) {
            // A folder that is not there is an error of the campaign, told by loading it.
            let _ = watcher.watch(&self.root, RecursiveMode::NonRecursive);
            self.watcher = Some(Box::new(watcher));
            let _ = self.watch_parts();
        }
    }

    fn handler(&self) -> impl Fn(notify::Result<Event>) + Send + 'static {
        let root = self.root.clone();
        let changed = self.changed.clone();
        let replaced = Arc::clone(&self.replaced);
        let touched = Arc::clone(&self.touched);
        move |event| {
            let matters = match &event {
                // What was missed may matter.
                Err(_) => true,
                Ok(event) => {
                    let parts = event.paths.iter().filter_map(|path| part(&root, path));
                    if may_replace(event.kind) {
                        lock(&replaced).extend(parts);
                    }
                    event.need_rescan()
                        || may_change(event.kind)
                            && event.paths.iter().any(|path| is_ours(&root, path))
                }
            };
            if matters {
                let more = match &event {
                    Ok(event) if !event.need_rescan() => touched_by(&root, event),
                    Ok(_) | Err(_) => Touched::Anything,
                };
                lock(&touched).and(more);
                // If a sign is waiting already, it says the same.
                let _ = changed.try_send(());
            }
        }
    }
}

fn lock<T>(shared: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The files of an event; a folder, or a file outside, may be anything.
fn touched_by(root: &Path, event: &Event) -> Touched {
    let mut files = BTreeSet::new();
    for path in event.paths.iter().filter(|path| is_ours(root, path)) {
        let inside = path.strip_prefix(root).ok().and_then(Path::to_str);
        match inside {
            Some(inside) if !path.is_dir() => {
                files.insert(inside.replace('\\', "/"));
            }
            _ => return Touched::Anything,
        }
    }
    Touched::Files(files)
}

/// Whether it may change what a file holds; reading one does not.
fn may_change(kind: EventKind) -> bool {
    match kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => true,
        EventKind::Access(_) => false,
        EventKind::Modify(ModifyKind::Metadata(MetadataKind::AccessTime)) => false,
        _ => true,
    }
}

/// Whether another folder may stand where one stood.
fn may_replace(kind: EventKind) -> bool {
    matches!(
        kind,
        EventKind::Create(_) | EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(_))
    )
}

/// The part of the campaign that is `path` itself.
fn part(root: &Path, path: &Path) -> Option<&'static str> {
    let name = path.strip_prefix(root).ok()?;
    PARTS.into_iter().find(|part| name == Path::new(part))
}

/// Whether the file is one that a campaign is made of.
fn is_ours(root: &Path, path: &Path) -> bool {
    // The system may call the folder by another name.
    let Ok(inside) = path.strip_prefix(root) else {
        return true;
    };
    let mut names = inside.components().filter_map(|component| match component {
        Component::Normal(name) => Some(name),
        _ => None,
    });
    match names.next() {
        // The folder itself: of what happened in it we are told as well.
        None => false,
        Some(_) => may_be_ours(root, path),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_a_campaign_is_made_of_matters() {
        let root = Path::new("c");
        for (path, expected) in [
            ("c/sala.toml", true),
            ("c/content", true),
            ("c/content/a.md", true),
            ("c/themes/x/templates/page.html", true),
            ("elsewhere/content", true),
            ("c", false),
            ("c/README.md", false),
            ("c/public/index.html", false),
            ("c/.git/index", false),
            ("c/content/.a.md.swp", false),
            ("c/data/~$budget.xlsx", false),
            ("c/static/.htaccess", true),
            ("c/static/.well-known/security.txt", true),
            ("c/content/.htaccess", false),
            ("c/content/a.md~", false),
            ("c/content/.hidden/a.md", false),
        ] {
            assert_eq!(is_ours(root, Path::new(path)), expected, "{path}");
        }
        assert_eq!(part(root, Path::new("c/data")), Some("data"));
        assert_eq!(part(root, Path::new("c/data/a")), None);
    }

    #[test]
    fn reading_changes_nothing() {
        use notify::event::{CreateKind, DataChange};
        for (kind, expected) in [
            (EventKind::Access(AccessKind::Open(AccessMode::Any)), false),
            (
                EventKind::Access(AccessKind::Close(AccessMode::Read)),
                false,
            ),
            (
                EventKind::Access(AccessKind::Close(AccessMode::Write)),
                true,
            ),
            (EventKind::Modify(ModifyKind::Data(DataChange::Any)), true),
            (EventKind::Create(CreateKind::File), true),
            (EventKind::Any, true),
        ] {
            assert_eq!(may_change(kind), expected, "{kind:?}");
        }
    }
}
