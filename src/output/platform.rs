//! What differs between Linux, macOS and Windows when a tree of files changes place, with a portable
//! path beside each.
//!
//! In: paths. Out: I/O results. It does not know what the paths are for.

use std::fs::Metadata;
use std::io;
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

/// Removes a file, with the same patience.
pub(super) fn remove_file(path: &Path) -> io::Result<()> {
    patiently(|| std::fs::remove_file(path))
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

/// Whether no other name leads to this file, so that writing into it changes nothing else.
#[cfg(unix)]
pub(super) fn has_one_name(file: &Metadata) -> bool {
    std::os::unix::fs::MetadataExt::nlink(file) == 1
}

#[cfg(not(unix))]
pub(super) fn has_one_name(_file: &Metadata) -> bool {
    false
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
