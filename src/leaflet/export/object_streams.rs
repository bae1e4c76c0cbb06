//! A PDF file → the same in fewer bytes: its small objects, such as those that tell a reader who listens
//! what is a heading and what a table, stand together in compressed streams (ISO 32000-1, 7.5.7), and so
//! does the table of where everything stands (7.5.8).

use super::file::{File, Object};
use crate::compress::zlib;
use std::fmt::Write;

/// How many objects a stream may hold: where each stands in it is counted in sixteen bits.
const MOST: usize = 10_000;

/// Where an object stands, as a row of the table.
#[derive(Clone, Copy)]
enum Stands {
    Nowhere,
    /// So many bytes from the beginning of the file.
    InTheFile(u32),
    /// In this object, as one of those it holds.
    In(u32, u16),
}

/// The bytes of a file, with no object alone that need not be; nothing of one that is larger than 4 GiB.
pub(super) fn packed(file: File<'_>) -> Option<Vec<u8>> {
    let File {
        head,
        objects,
        trailer,
        size,
    } = file;
    let (streams, small): (Vec<Object<'_>>, Vec<Object<'_>>) =
        objects.into_iter().partition(Object::is_stream);
    let mut out = head.into_owned();
    let mut stands = vec![Stands::Nowhere; usize::try_from(size).ok()?];
    for object in streams {
        *stands.get_mut(usize::try_from(object.number).ok()?)? = here(&out)?;
        write_object(object.number, &object.body, &mut out);
    }
    for group in small.chunks(MOST) {
        let number = u32::try_from(stands.len()).ok()?;
        let mut places = String::new();
        let mut bodies = Vec::new();
        for (index, object) in (0_u16..).zip(group) {
            *stands.get_mut(usize::try_from(object.number).ok()?)? = Stands::In(number, index);
            let _ = write!(places, "{} {} ", object.number, bodies.len());
            bodies.extend_from_slice(&object.body);
            bodies.push(b'\n');
        }
        let keys = format!("/Type/ObjStm/N {}/First {}", group.len(), places.len());
        let bytes = [places.as_bytes(), &bodies].concat();
        stands.push(here(&out)?);
        write_stream(number, keys.as_bytes(), &zlib(&bytes), &mut out);
    }
    let number = u32::try_from(stands.len()).ok()?;
    let start = out.len();
    stands.push(here(&out)?);
    let columns = format!(
        "/Type/XRef/W[1 4 2]/DecodeParms<</Predictor 12/Columns 7>>/Size {}",
        stands.len()
    );
    let keys = [columns.as_bytes(), &trailer].concat();
    write_stream(number, &keys, &zlib(&table(&stands)), &mut out);
    out.extend_from_slice(format!("startxref\n{start}\n%%EOF").as_bytes());
    Some(out)
}

fn here(out: &[u8]) -> Option<Stands> {
    u32::try_from(out.len()).ok().map(Stands::InTheFile)
}

fn write_object(number: u32, body: &[u8], out: &mut Vec<u8>) {
    out.extend_from_slice(format!("{number} 0 obj\n").as_bytes());
    out.extend_from_slice(body);
    out.extend_from_slice(b"\nendobj\n");
}

fn write_stream(number: u32, keys: &[u8], bytes: &[u8], out: &mut Vec<u8>) {
    let length = format!("/Filter/FlateDecode/Length {}>>\nstream\n", bytes.len());
    let body = [b"<<", keys, length.as_bytes(), bytes, b"\nendstream"].concat();
    write_object(number, &body, out);
}

/// The rows of the table, each as what differs from the row above it, which are mostly the same.
fn table(stands: &[Stands]) -> Vec<u8> {
    let mut out = Vec::with_capacity(8 * stands.len());
    let mut above = [0_u8; 7];
    for (number, stands) in stands.iter().enumerate() {
        let (kind, place, index) = match *stands {
            // The first of what is free may never be used.
            Stands::Nowhere => (0, 0, if number == 0 { u16::MAX } else { 0 }),
            Stands::InTheFile(place) => (1, place, 0),
            Stands::In(place, index) => (2, place, index),
        };
        let mut row = [kind, 0, 0, 0, 0, 0, 0];
        row[1..5].copy_from_slice(&place.to_be_bytes());
        row[5..].copy_from_slice(&index.to_be_bytes());
        // Each byte less the one above it.
        out.push(2);
        out.extend(
            row.iter()
                .zip(above)
                .map(|(byte, above)| byte.wrapping_sub(above)),
        );
        above = row;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A file of these objects, with nothing of the number 2.
    fn file(objects: &[(u32, &str)]) -> Vec<u8> {
        let mut out = b"%PDF-1.7\n%\xff\xff\n\n".to_vec();
        let mut rows = vec!["0000000002 65535 f\r\n".to_owned(); 5];
        rows[2] = "0000000000 00000 f\r\n".to_owned();
        for (number, body) in objects {
            rows[*number as usize] = format!("{:010} 00000 n\r\n", out.len());
            write_object(*number, body.as_bytes(), &mut out);
            out.push(b'\n');
        }
        let table = out.len();
        let trailer = "trailer\n<</Size 5/Root 1 0 R/ID[(a>>)(b)]>>\nstartxref\n";
        let end = format!("xref\n0 5\n{}{trailer}{table}\n%%EOF", rows.concat());
        out.extend(end.into_bytes());
        out
    }

    fn inflated(file: &[u8], number: u32) -> Vec<u8> {
        let begin = format!("{number} 0 obj\n");
        let object = &file[memchr::memmem::find(file, begin.as_bytes()).unwrap()..];
        let begin = memchr::memmem::find(object, b"stream\n").unwrap() + 7;
        let end = memchr::memmem::find(object, b"\nendstream").unwrap();
        miniz_oxide::inflate::decompress_to_vec_zlib(&object[begin..end]).unwrap()
    }

    #[test]
    fn small_objects_stand_together_and_the_table_says_where() {
        let stream = "<</Length 3>>\nstream\nabc\nendstream";
        let written = file(&[(3, "[1 0 R]"), (1, "<</Type/Catalog>>"), (4, stream)]);
        let packed = packed(File::read(&written).unwrap()).unwrap();
        let first = format!("%PDF-1.7\n%\u{fffd}\u{fffd}\n\n4 0 obj\n{stream}\nendobj\n5 0 obj\n");
        let shown = String::from_utf8_lossy(&packed);
        assert!(shown.starts_with(&first), "{shown}");
        let held = inflated(&packed, 5);
        assert_eq!(
            String::from_utf8(held).unwrap(),
            "3 0 1 8 [1 0 R]\n<</Type/Catalog>>\n"
        );
        let place = |number: u32| {
            let begin = format!("{number} 0 obj\n");
            memchr::memmem::find(&packed, begin.as_bytes()).unwrap() as u32
        };
        let mut above = [0_u8; 7];
        let rows = inflated(&packed, 6);
        let rows = rows.chunks_exact(8).map(|row| {
            assert_eq!(row[0], 2);
            above
                .iter_mut()
                .zip(&row[1..])
                .for_each(|(above, byte)| *above = above.wrapping_add(*byte));
            let place = u32::from_be_bytes(*above[1..].first_chunk().unwrap());
            (above[0], place, u16::from_be_bytes([above[5], above[6]]))
        });
        let expected = [
            (0, 0, u16::MAX),
            (2, 5, 1),
            (0, 0, 0),
            (2, 5, 0),
            (1, place(4), 0),
            (1, place(5), 0),
            (1, place(6), 0),
        ];
        assert!(rows.eq(expected));
        let keys = "/Size 7/Root 1 0 R/ID[(a>>)(b)]/Filter";
        assert!(shown.contains(keys), "{shown}");
        assert!(
            shown.ends_with(&format!("startxref\n{}\n%%EOF", place(6))),
            "{shown}"
        );
    }

    #[test]
    fn what_is_no_such_file_is_none() {
        let whole = file(&[(1, "<<>>"), (3, "[]"), (4, "[]")]);
        for length in 0..whole.len() {
            assert!(File::read(&whole[..length]).is_none(), "{length}");
        }
    }
}
