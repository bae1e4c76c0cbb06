//! Runs when `sala` is compiled: a fingerprint of the program's source, so that what another program
//! kept is never taken for something of this one's.

#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a build script is a program of its own"
)]

use std::path::{Path, PathBuf};

fn main() {
    let mut files = vec![PathBuf::from("Cargo.lock")];
    find(Path::new("src"), &mut files);
    find(Path::new("themes"), &mut files);
    files.sort();
    // FNV-1a; it keeps versions apart, and guards against nobody.
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for path in files {
        println!("cargo::rerun-if-changed={}", path.display());
        for byte in std::fs::read(&path).unwrap_or_default() {
            // Line ends may differ from one checkout to another.
            if byte != b'\r' {
                hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
            }
        }
    }
    // Without one of its features, the same source makes other bytes.
    for feature in ["CARGO_FEATURE_LEAFLETS", "CARGO_FEATURE_MINIFY"] {
        let is_on = std::env::var_os(feature).is_some();
        hash = (hash ^ u64::from(is_on)).wrapping_mul(0x0100_0000_01b3);
    }
    println!("cargo::rustc-env=SALA_SOURCE={hash:016x}");
}

fn find(folder: &Path, files: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let path = entry.path();
        match path.is_dir() {
            true => find(&path, files),
            false => files.push(path),
        }
    }
}
