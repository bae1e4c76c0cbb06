//! What kept bytes are found by: everything they were made from, as one hash.
//!
//! In: the parts. Out: a [`Key`]; different parts never give the same one. It does not know the disk.

/// Names kept bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key(blake3::Hash);

impl Key {
    pub(super) fn name(&self) -> String {
        self.0.to_hex().to_string()
    }

    /// The hash of these bytes as the entry of this key in this folder.
    pub(super) fn seal(&self, folder: &[u8], bytes: &[u8]) -> [u8; blake3::OUT_LEN] {
        let mut hasher = blake3::Hasher::new_keyed(self.0.as_bytes());
        // Every folder has as many bytes, so none runs into the others.
        hasher.update(folder).update(bytes);
        *hasher.finalize().as_bytes()
    }
}

/// Makes a [`Key`] part by part.
#[derive(Debug, Clone)]
pub struct KeyBuilder(blake3::Hasher);

impl KeyBuilder {
    /// Begins the key of a kind of bytes, made by a program of this source.
    pub fn new(kind: &str) -> KeyBuilder {
        KeyBuilder(blake3::Hasher::new())
            .part(kind.as_bytes())
            .part(env!("SALA_SOURCE").as_bytes())
    }

    /// Adds something that the bytes are made from.
    #[must_use]
    pub fn part(mut self, part: &[u8]) -> KeyBuilder {
        // With its length before it, a part never runs into the next one.
        self.0.update(&(part.len() as u64).to_le_bytes());
        self.0.update(part);
        self
    }

    pub fn key(self) -> Key {
        Key(self.0.finalize())
    }
}
