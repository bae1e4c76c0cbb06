//! Files of the site → their compressed siblings, kept by what they were made from.

use super::{Campaign, Produced};
use crate::compress::{self, Effort};
use crate::site::plan;
use crate::store::KeyBuilder;

/// What is larger waits for nobody who reads a page, and is left to the host.
const LARGEST: u64 = 4 << 20;

impl Campaign {
    /// Whether a file of this path and size gets siblings.
    pub fn has_siblings(&self, path: &str, size: u64) -> bool {
        size <= LARGEST && plan::is_compressed(&self.site, path)
    }

    /// The most bytes that a file with siblings has.
    pub fn largest_with_siblings(&self) -> u64 {
        LARGEST
    }

    /// The siblings of a file; none that would not be smaller.
    pub fn siblings(&self, path: &str, bytes: &[u8]) -> Vec<Produced> {
        if !self.has_siblings(path, bytes.len() as u64) {
            return Vec::new();
        }
        let kinds = ["brotli", "gzip"].into_iter().zip(plan::SIBLINGS);
        let siblings = kinds.map(|(kind, ending)| {
            let key = KeyBuilder::new(kind).part(bytes).key();
            let small = self.kept().get(&key).unwrap_or_else(|| {
                let small = match kind {
                    "brotli" => compress::brotli(bytes, Effort::All),
                    _ => compress::gzip(bytes),
                };
                self.kept().put(&key, &small);
                small
            });
            Produced {
                path: format!("{path}{ending}"),
                bytes: small,
            }
        });
        siblings
            .filter(|sibling| sibling.bytes.len() < bytes.len())
            .collect()
    }
}
