//! Text → the same as a string of JavaScript in which Khmer letters and ASCII have changed places.
//!
//! The letters from U+177F to U+17D7 change places with the signs of ASCII from `&` to `~`: three bytes
//! become one, and what is compressed is a sixth less. `&` stands for U+200B, in place of a letter that is
//! none. `search.js` turns them back. Knows nothing of what the text says.

use super::write::escaped;

/// Appends a text as a string.
pub(super) fn quote_turned(text: &str, out: String) -> String {
    // As bytes, which nobody need look over after every few signs.
    let mut out = out.into_bytes();
    out.reserve(text.len() / 2 + 2);
    out.push(b'"');
    let mut rest = text;
    while !rest.is_empty() {
        // Nearly all signs have three bytes and become one.
        let before = out.len();
        push_turned(rest.as_bytes(), &mut out);
        rest = &rest[3 * (out.len() - before)..];
        // And where a sign does not, others may follow.
        let mut room = [0; 4];
        while let Some(sign) = rest.chars().next() {
            match sign {
                ' ' => out.push(b' '),
                '&'..='~' => out.extend_from_slice(&AS_LETTERS[sign as usize - '&' as usize]),
                sign => {
                    let sign = turned(sign);
                    let sign = escaped(sign).unwrap_or_else(|| sign.encode_utf8(&mut room));
                    out.extend_from_slice(sign.as_bytes());
                }
            }
            rest = &rest[sign.len_utf8()..];
            if matches!(rest.as_bytes(), [0xE1 | 0xE2, ..]) {
                break;
            }
        }
    }
    out.push(b'"');
    // Looked over much faster than by the standard library, even with the copy.
    simdutf8::basic::from_utf8(&out)
        .expect("signs behind others")
        .to_owned()
}

/// Appends signs of three bytes as what becomes of them, up to the first that does not become one of ASCII.
fn push_turned(text: &[u8], out: &mut Vec<u8>) {
    let (signs, _) = text.as_chunks::<3>();
    let mut room = [0; 64];
    for signs in signs.chunks(room.len()) {
        let mut count = 0;
        for (sign, place) in signs.iter().zip(&mut room) {
            let Some(turned) = as_ascii(sign) else {
                break;
            };
            *place = turned;
            count += 1;
        }
        out.extend_from_slice(&room[..count]);
        if count < signs.len() {
            return;
        }
    }
}

/// What becomes of a sign if that is one of ASCII, and one that a string writes as one.
#[inline]
fn as_ascii(sign: &[u8; 3]) -> Option<u8> {
    let [first, second, third] = *sign;
    let start = u16::from_le_bytes([first, second]);
    // The two starts differ in one bit.
    if start & 0xFE_FF == u16::from_le_bytes([FIRST_BYTE, 0x9E]) {
        let letter = start >> 2 & 0x40 | u16::from(third & 0x3F);
        let turned = AS_ASCII[usize::from(letter)];
        return (turned != 0).then_some(turned);
    }
    (*sign == [0xE2, 0x80, 0x8B]).then_some(b'&')
}

/// What becomes of the letters from U+1780 on; 0 where it is none of ASCII, or one that a string writes as two.
const AS_ASCII: [u8; 128] = {
    let mut all = [0; 128];
    let mut letter = 0;
    while letter <= b'~' - b'\'' {
        let sign = b'\'' + letter;
        if sign != b'\\' {
            all[letter as usize] = sign;
        }
        letter += 1;
    }
    all
};

/// What becomes of the signs from `&` to `~`, in bytes.
const AS_LETTERS: [[u8; 3]; 89] = {
    let mut all = [[0; 3]; 89];
    let mut at = 0;
    while at < all.len() {
        let letter = b'&' as u32 + at as u32 + TURN;
        all[at] = [
            0xE0 | (letter >> 12) as u8,
            0x80 | (letter >> 6 & 0x3F) as u8,
            0x80 | (letter & 0x3F) as u8,
        ];
        at += 1;
    }
    all
};

const ZERO_WIDTH_SPACE: char = '\u{200B}';
const TURN: u32 = 0x1759;

fn turned(sign: char) -> char {
    let turned = match sign {
        ZERO_WIDTH_SPACE => return '&',
        '\u{1780}'..='\u{17D7}' => sign as u32 - TURN,
        '&'..='~' => sign as u32 + TURN,
        _ => return sign,
    };
    char::from_u32(turned).unwrap_or(sign)
}

/// Signs of the Khmer block begin with it.
const FIRST_BYTE: u8 = 0xE1;

/// Whether a text seems to have more letters of Khmer than signs that would take their place: each
/// letter begins with this byte, and hardly any other sign does.
pub(super) fn is_shorter_turned(text: &str) -> bool {
    const BYTES: usize = 1_000;
    let beginning = &text.as_bytes()[..text.len().min(BYTES)];
    count(beginning, |byte| byte == FIRST_BYTE)
        > count(beginning, |byte| matches!(byte, b'&'..=b'~'))
}

/// Sums that fit into a byte and may not overflow are made of many bytes at once.
fn count(bytes: &[u8], is: impl Fn(u8) -> bool) -> u32 {
    let of_chunk = |chunk: &[u8]| {
        let each = chunk.iter().map(|byte| u8::from(is(*byte)));
        u32::from(each.fold(0, u8::wrapping_add))
    };
    bytes.chunks(128).map(of_chunk).sum()
}

#[cfg(test)]
pub(super) fn straight(text: &str) -> String {
    let straight = text.chars().map(|sign| match sign {
        '&' => ZERO_WIDTH_SPACE,
        '\''..='~' => char::from_u32(sign as u32 + TURN).expect("a letter"),
        '\u{177F}'..='\u{17D7}' => char::from_u32(sign as u32 - TURN).expect("a sign"),
        other => other,
    });
    straight.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_change_places_take_one_byte_and_come_back() {
        let quoted = |text: &str| quote_turned(text, String::new());
        assert_eq!(
            quoted("កៗ\u{200B}&~\"\u{17B5}\n១៛…"),
            "\"'~&\u{177F}\u{17D7}\\\"\\\\\\n១៛…\""
        );
        let all: String = (' '..'\u{3000}')
            .filter(|sign| *sign != '\u{177F}' && !sign.is_control())
            .collect();
        let read: String = serde_json::from_str(&quoted(&all)).expect("a string");
        assert_eq!(straight(&read), all);
    }
}
