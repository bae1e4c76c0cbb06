//! A PDF file as the exporter writes it (ISO 32000-1): its objects, each once, and the table of where they
//! stand.
//!
//! It knows none of what they mean. Any other file is none.

use rustc_hash::FxHashMap;
use std::borrow::Cow;

/// What stands in a file.
pub(super) struct File<'bytes> {
    /// What is before all objects.
    pub(super) head: Cow<'bytes, [u8]>,
    pub(super) objects: Vec<Object<'bytes>>,
    /// What the file says of itself, but for how many objects there are.
    pub(super) trailer: Cow<'bytes, [u8]>,
    /// One more than the highest number of an object.
    pub(super) size: u32,
}

/// Something that a file holds, by its number.
#[derive(Clone)]
pub(super) struct Object<'bytes> {
    pub(super) number: u32,
    pub(super) body: Cow<'bytes, [u8]>,
}

impl Object<'_> {
    /// Whether it has bytes that are no text.
    pub(super) fn is_stream(&self) -> bool {
        self.body.ends_with(b"endstream")
    }

    /// All of it that is text.
    pub(super) fn text(&self) -> &[u8] {
        let end = self
            .is_stream()
            .then(|| memchr::memmem::find(&self.body, b"stream\n"));
        &self.body[..end.flatten().unwrap_or(self.body.len())]
    }

    /// What stands in its stream.
    pub(super) fn bytes(&self) -> Option<&[u8]> {
        let stream = self.body.strip_suffix(b"\nendstream")?;
        const START: &[u8] = b"stream\n";
        Some(&stream[memchr::memmem::find(stream, START)? + START.len()..])
    }
}

impl<'bytes> File<'bytes> {
    pub(super) fn read(file: &'bytes [u8]) -> Option<File<'bytes>> {
        const START: &[u8] = b"startxref\n";
        let start = memchr::memmem::rfind(file, START)?;
        let table = file[start + START.len()..].strip_suffix(b"\n%%EOF")?;
        let table: usize = number(table)?;
        let rows = file.get(table..start)?.strip_prefix(b"xref\n0 ")?;
        let (size, rows) = rows.split_at(memchr::memchr(b'\n', rows)?);
        let size: u32 = number(size)?;
        let rows = &rows[1..];
        let (rows, trailer) = rows.split_at_checked(20 * usize::try_from(size).ok()?)?;
        let mut places = Vec::new();
        for (own, row) in (0_u32..).zip(rows.chunks_exact(20)) {
            if row[17] == b'n' {
                places.push((number::<usize>(&row[..10])?, own));
            }
        }
        places.sort_unstable();
        let ends = places
            .iter()
            .skip(1)
            .map(|(place, _)| *place)
            .chain([table]);
        let objects = places.iter().zip(ends).map(|((place, own), end)| {
            let object = file.get(*place..end)?.trim_ascii_end();
            let object = object.strip_prefix(format!("{own} 0 obj\n").as_bytes())?;
            let body = object.strip_suffix(b"\nendobj")?;
            Some(Object {
                number: *own,
                body: body.into(),
            })
        });
        let trailer = trailer.strip_prefix(b"trailer\n<<")?.trim_ascii_end();
        let trailer = trailer.strip_suffix(b">>")?.trim_ascii_start();
        Some(File {
            head: file[..places.first()?.0].into(),
            objects: objects.collect::<Option<_>>()?,
            trailer: trailer
                .strip_prefix(format!("/Size {size}").as_bytes())?
                .into(),
            size,
        })
    }

    /// The objects, to be found by their numbers.
    pub(super) fn by_number(&self) -> ByNumber<'_, 'bytes> {
        let objects = self.objects.iter();
        ByNumber(objects.map(|object| (object.number, object)).collect())
    }
}

/// Finds the objects of a file.
pub(super) struct ByNumber<'file, 'bytes>(FxHashMap<u32, &'file Object<'bytes>>);

impl<'file, 'bytes> ByNumber<'file, 'bytes> {
    /// The object of this number.
    pub(super) fn get(&self, number: u32) -> Option<&'file Object<'bytes>> {
        self.0.get(&number).copied()
    }
}

fn number<Number: std::str::FromStr>(digits: &[u8]) -> Option<Number> {
    std::str::from_utf8(digits).ok()?.parse().ok()
}
