//! The boxes that an MP4 file is made of (ISO 14496-12), and the chunks of a RIFF file.
//!
//! What is cut off ends with the bytes that are there; what is damaged ends the row of them.

/// A box or a chunk: four letters, how many bytes it says it holds, and those that are there.
pub(super) struct Part<'bytes> {
    pub(super) kind: &'bytes [u8],
    pub(super) told: u64,
    pub(super) content: &'bytes [u8],
}

/// The boxes of MP4 that stand one behind another.
pub(super) fn boxes(bytes: &[u8]) -> impl Iterator<Item = Part<'_>> {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        let size = u64::from(u32::from_be_bytes(four(rest, 0)?));
        let (size, head) = match size {
            0 => (rest.len() as u64, 8),
            1 => {
                let long: [u8; 8] = rest.get(8..16)?.try_into().ok()?;
                (u64::from_be_bytes(long), 16)
            }
            size => (size, 8),
        };
        let told = size.checked_sub(head as u64)?;
        part(&mut rest, 4, head, told, told)
    })
}

/// The chunks of RIFF that stand one behind another, each filled up to an even number of bytes.
pub(super) fn chunks(bytes: &[u8]) -> impl Iterator<Item = Part<'_>> {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        let told = u64::from(u32::from_le_bytes(four(rest, 4)?));
        part(&mut rest, 0, 8, told, told + told % 2)
    })
}

/// Takes the part off that begins with a head of so many bytes, its kind standing at `kind`.
fn part<'bytes>(
    rest: &mut &'bytes [u8],
    kind: usize,
    head: usize,
    told: u64,
    filled: u64,
) -> Option<Part<'bytes>> {
    let kind = rest.get(kind..kind + 4)?;
    let all = rest.get(head..)?;
    let within = |count: u64| usize::try_from(count).map_or(all.len(), |it| it.min(all.len()));
    *rest = &all[within(filled)..];
    let content = &all[..within(told)];
    Some(Part {
        kind,
        told,
        content,
    })
}

fn four(bytes: &[u8], at: usize) -> Option<[u8; 4]> {
    bytes.get(at..at + 4)?.try_into().ok()
}
