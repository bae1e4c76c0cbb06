//! What compressing a site's texts costs, and gains, at each level.
//!
//! ```sh
//! cargo bench --bench compress -- public
//! ```
//!
//! One thread; of each level the milliseconds for a page and the bytes of a page, over all `.html` of the
//! folder.

#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a benchmark reads a site and tells what it measured"
)]

use std::path::{Path, PathBuf};
use std::time::Instant;

fn main() {
    let folder = std::env::args().skip(1).find(|word| !word.starts_with('-'));
    let folder = PathBuf::from(folder.expect("the folder of a site"));
    let mut pages = Vec::new();
    read(&folder, &mut pages);
    let raw: usize = pages.iter().map(Vec::len).sum();
    println!("{} pages, {} bytes a page", pages.len(), raw / pages.len());
    for quality in [1, 4, 5, 6, 7, 8, 9, 10, 11] {
        measure(&format!("brotli {quality}"), &pages, |page| {
            let params = brotli::enc::BrotliEncoderParams {
                quality,
                lgwin: 22,
                size_hint: page.len(),
                ..brotli::enc::BrotliEncoderParams::default()
            };
            let mut out = Vec::new();
            brotli::BrotliCompress(&mut &*page, &mut out, &params).expect("there is room");
            out.len()
        });
    }
    for level in [1, 6, 8, 9, 10] {
        measure(&format!("gzip {level}"), &pages, |page| {
            miniz_oxide::deflate::compress_to_vec(page, level).len() + 18
        });
    }
}

fn measure(name: &str, pages: &[Vec<u8>], compress: impl Fn(&[u8]) -> usize) {
    let start = Instant::now();
    let bytes: usize = pages.iter().map(|page| compress(page)).sum();
    let milliseconds = start.elapsed().as_secs_f64() * 1000.0 / pages.len() as f64;
    println!(
        "{name}: {milliseconds:.2} ms, {} bytes",
        bytes / pages.len()
    );
}

fn read(folder: &Path, pages: &mut Vec<Vec<u8>>) {
    let entries = std::fs::read_dir(folder).expect("a folder");
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            read(&path, pages);
        } else if path.extension().is_some_and(|ending| ending == "html") {
            pages.push(std::fs::read(&path).expect("a file"));
        }
    }
}
