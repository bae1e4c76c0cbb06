//! What differs between Linux, macOS and Windows when a tree of files changes place, with a portable
//! path beside each.
//!
//! In: paths. Out: I/O results. It does not know what the paths are for.

use std::fs::{File, Metadata, OpenOptions};
use std::io::{self, ErrorKind};
use std::path::Path;

/// Exchanges two folders in one step that nobody can see half of.
///
/// `Unsupported` where the system or the file system cannot.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
pub(super) fn exchange(left: &Path, right: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    match renameat_with(CWD, left, CWD, right, RenameFlags::EXCHANGE) {
        Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => Err(io::ErrorKind::Unsupported.into()),
        done => Ok(done?),
    }
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
pub(super) fn exchange(_left: &Path, _right: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Renames, and on Windows waits up to a second for a virus scanner or an indexer to let go.
pub(super) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    patiently(|| std::fs::rename(from, to))
}

/// Removes a file or a link, with the same patience.
pub(super) fn remove_file(path: &Path) -> io::Result<()> {
    patiently(|| remove_name(path))
}

#[cfg(not(windows))]
fn remove_name(path: &Path) -> io::Result<()> {
    std::fs::remove_file(path)
}

/// A junction, or a link to a folder, goes like a folder there; what it leads to stays.
#[cfg(windows)]
fn remove_name(path: &Path) -> io::Result<()> {
    use std::os::windows::fs::FileTypeExt;
    let removed = std::fs::remove_file(path);
    match (&removed, std::fs::symlink_metadata(path)) {
        (Err(_), Ok(entry)) if entry.file_type().is_symlink_dir() => std::fs::remove_dir(path),
        _ => removed,
    }
}

/// Removes a folder and all in it, with the same patience.
pub(super) fn remove_folder(path: &Path) -> io::Result<()> {
    patiently(|| std::fs::remove_dir_all(path))
}

#[cfg(windows)]
fn patiently(mut act: impl FnMut() -> io::Result<()>) -> io::Result<()> {
    const ACCESS_DENIED: i32 = 5;
    const SHARING_VIOLATION: i32 = 32;
    const FOLDER_NOT_EMPTY: i32 = 145;
    for attempt in 1..=10 {
        match act() {
            Err(error)
                if matches!(
                    error.raw_os_error(),
                    Some(ACCESS_DENIED | SHARING_VIOLATION | FOLDER_NOT_EMPTY)
                ) =>
            {
                std::thread::sleep(std::time::Duration::from_millis(20 * attempt));
            }
            done => return done,
        }
    }
    act()
}

#[cfg(not(windows))]
fn patiently(mut act: impl FnMut() -> io::Result<()>) -> io::Result<()> {
    act()
}

/// Waits until all that was written to the file system of this folder is on the disk.
///
/// Linux does it in one call, which also reports a write that failed late. Elsewhere it would be one
/// slow call a file, so there a loss of power may leave empty files; the next build compares every
/// byte and mends them.
#[cfg(any(target_os = "linux", target_os = "android"))]
pub(super) fn settle(folder: &Path) -> io::Result<()> {
    Ok(rustix::fs::syncfs(std::fs::File::open(folder)?)?)
}

#[cfg(not(any(target_os = "linux", target_os = "android")))]
pub(super) fn settle(_folder: &Path) -> io::Result<()> {
    Ok(())
}

/// Writes the names in this folder to the disk.
#[cfg(unix)]
pub(super) fn settle_names(folder: &Path) -> io::Result<()> {
    std::fs::File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
pub(super) fn settle_names(_folder: &Path) -> io::Result<()> {
    Ok(())
}

/// What stands at a path itself, not behind a link.
#[derive(Debug)]
pub(super) enum Found {
    Nothing,
    /// A plain file, open for reading.
    File(File, Metadata),
    /// A folder, a link, a pipe, or a file that this user may not read.
    Other,
}

/// Opens a plain file for reading, and nothing else.
pub(super) fn open(path: &Path) -> io::Result<Found> {
    let file = match open_itself(File::options().read(true), path) {
        Ok(file) => file,
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            return Ok(Found::Nothing);
        }
        Err(error) => {
            return match std::fs::symlink_metadata(path) {
                Ok(entry) if !entry.is_file() => Ok(Found::Other),
                _ if error.kind() == ErrorKind::PermissionDenied => Ok(Found::Other),
                _ => Err(error),
            };
        }
    };
    let metadata = file.metadata()?;
    Ok(match metadata.is_file() {
        true => Found::File(file, metadata),
        false => Found::Other,
    })
}

/// Opens a file to hold its lock, made if it is not there.
///
/// `InvalidInput` where something else than a file stands.
pub(super) fn open_to_lock(path: &Path) -> io::Result<File> {
    let is_file = std::fs::symlink_metadata(path).map(|entry| entry.is_file());
    if is_file.is_ok_and(|is_file| !is_file) {
        return Err(ErrorKind::InvalidInput.into());
    }
    let mut options = File::options();
    options.create(true).truncate(false).read(true).write(true);
    open_itself(&mut options, path)
}

/// Whether another name leads to this file. Windows does not say.
#[cfg(unix)]
pub(super) fn is_linked(file: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    file.nlink() > 1
}

#[cfg(not(unix))]
pub(super) fn is_linked(_file: &Metadata) -> bool {
    false
}

/// Whether these are two names of one file. Windows does not say.
#[cfg(unix)]
pub(super) fn are_one(left: &Metadata, right: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    (left.dev(), left.ino()) == (right.dev(), right.ino())
}

#[cfg(not(unix))]
pub(super) fn are_one(_left: &Metadata, _right: &Metadata) -> bool {
    false
}

/// Opens what stands at the path itself: a link is an error, and a pipe does not make anybody wait.
#[cfg(unix)]
fn open_itself(options: &mut OpenOptions, path: &Path) -> io::Result<File> {
    use rustix::fs::OFlags;
    use std::os::unix::fs::OpenOptionsExt;
    let flags = (OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::NOCTTY).bits();
    options.custom_flags(flags.cast_signed()).open(path)
}

#[cfg(not(unix))]
fn open_itself(options: &mut OpenOptions, path: &Path) -> io::Result<File> {
    match std::fs::symlink_metadata(path) {
        Ok(entry) if !entry.is_file() => Err(ErrorKind::InvalidInput.into()),
        _ => options.open(path),
    }
}

/// Whether a folder is another file system than its parent, and so cannot be renamed.
#[cfg(unix)]
pub(super) fn is_mount_point(folder: &Metadata, parent: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    folder.dev() != parent.dev()
}

#[cfg(not(unix))]
pub(super) fn is_mount_point(_folder: &Metadata, _parent: &Metadata) -> bool {
    false
}

/// Hides a folder that is not the site from everybody else, such as a web server above it.
#[cfg(unix)]
pub(super) fn hide(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o700))
}

#[cfg(not(unix))]
pub(super) fn hide(_folder: &Path) -> io::Result<()> {
    Ok(())
}
