//! A colour that people write → its light and its contrast beside another.
//!
//! Contrast is that of WCAG 2.2: the lighter of two luminances, from 0 to 1, and 0.05, divided by the darker
//! and 0.05. It is computed in whole numbers, so that every machine finds the same.

use std::fmt;

/// A colour of a screen: red, green and blue of sRGB.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Colour(pub [u8; 3]);

impl Colour {
    /// `#` and three or six hexadecimal digits.
    pub fn read(text: &str) -> Option<Colour> {
        let digits = text.strip_prefix('#')?;
        if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let byte = |text: &str| u8::from_str_radix(text, 16).ok();
        match digits.len() {
            3 => {
                let one = |at: usize| byte(&digits[at..=at]).map(|half| half * 17);
                Some(Colour([one(0)?, one(1)?, one(2)?]))
            }
            6 => {
                let one = |at: usize| byte(&digits[at..at + 2]);
                Some(Colour([one(0)?, one(2)?, one(4)?]))
            }
            _ => None,
        }
    }

    /// Its contrast beside another, a hundredfold and rounded down: 100 to 2100.
    pub fn contrast(self, other: Colour) -> u64 {
        let twentieth = LUMINANCE_OF_WHITE / 20;
        let (one, other) = (self.luminance() + twentieth, other.luminance() + twentieth);
        one.max(other) * 100 / one.min(other)
    }

    /// How light it is; white is [`LUMINANCE_OF_WHITE`].
    fn luminance(self) -> u64 {
        let [red, green, blue] = self.0.map(|byte| u64::from(LINEAR[usize::from(byte)]));
        red * 2_126 + green * 7_152 + blue * 722
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(out, "#{red:02x}{green:02x}{blue:02x}")
    }
}

const LUMINANCE_OF_WHITE: u64 = 65_535 * 10_000;

/// How much light each byte of sRGB stands for, of 65,535 (IEC 61966-2-1).
#[rustfmt::skip]
static LINEAR: [u16; 256] = [
    0, 20, 40, 60, 80, 99, 119, 139, 159, 179, 199, 219,
    241, 264, 288, 313, 340, 367, 396, 427, 458, 491, 526, 562,
    599, 637, 677, 718, 761, 805, 851, 898, 947, 997, 1048, 1101,
    1156, 1212, 1270, 1330, 1391, 1453, 1517, 1583, 1651, 1720, 1790, 1863,
    1937, 2013, 2090, 2170, 2250, 2333, 2418, 2504, 2592, 2681, 2773, 2866,
    2961, 3058, 3157, 3258, 3360, 3464, 3570, 3678, 3788, 3900, 4014, 4129,
    4247, 4366, 4488, 4611, 4736, 4864, 4993, 5124, 5257, 5392, 5530, 5669,
    5810, 5953, 6099, 6246, 6395, 6547, 6700, 6856, 7014, 7174, 7335, 7500,
    7666, 7834, 8004, 8177, 8352, 8528, 8708, 8889, 9072, 9258, 9445, 9635,
    9828, 10022, 10219, 10417, 10619, 10822, 11028, 11235, 11446, 11658, 11873, 12090,
    12309, 12530, 12754, 12980, 13209, 13440, 13673, 13909, 14146, 14387, 14629, 14874,
    15122, 15371, 15623, 15878, 16135, 16394, 16656, 16920, 17187, 17456, 17727, 18001,
    18277, 18556, 18837, 19121, 19407, 19696, 19987, 20281, 20577, 20876, 21177, 21481,
    21787, 22096, 22407, 22721, 23038, 23357, 23678, 24002, 24329, 24658, 24990, 25325,
    25662, 26001, 26344, 26688, 27036, 27386, 27739, 28094, 28452, 28813, 29176, 29542,
    29911, 30282, 30656, 31033, 31412, 31794, 32179, 32567, 32957, 33350, 33745, 34143,
    34544, 34948, 35355, 35764, 36176, 36591, 37008, 37429, 37852, 38278, 38706, 39138,
    39572, 40009, 40449, 40891, 41337, 41785, 42236, 42690, 43147, 43606, 44069, 44534,
    45002, 45473, 45947, 46423, 46903, 47385, 47871, 48359, 48850, 49344, 49841, 50341,
    50844, 51349, 51858, 52369, 52884, 53401, 53921, 54445, 54971, 55500, 56032, 56567,
    57105, 57646, 58190, 58737, 59287, 59840, 60396, 60955, 61517, 62082, 62650, 63221,
    63795, 64372, 64952, 65535,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_light_of_each_byte_is_that_of_the_standard() {
        for (byte, known) in LINEAR.iter().enumerate() {
            let part = byte as f64 / 255.0;
            let light = match part <= 0.04045 {
                true => part / 12.92,
                false => ((part + 0.055) / 1.055).powf(2.4),
            };
            assert_eq!(f64::from(*known), (light * 65_535.0).round(), "{byte}");
        }
    }

    #[test]
    fn contrasts_are_those_of_wcag() {
        let colour = |text| Colour::read(text).unwrap();
        for (one, other, expected) in [
            ("#fff", "#000", 2100),
            ("#777777", "#ffffff", 447),
            ("#0b5751", "#fff", 841),
            ("#ff0000", "#ffffff", 399),
        ] {
            assert_eq!(
                colour(one).contrast(colour(other)),
                expected,
                "{one} {other}"
            );
        }
    }

    #[test]
    fn only_colours_are_colours() {
        for text in [
            "",
            "#",
            "#12",
            "#1234",
            "#12345g",
            "0b5751",
            "red",
            "#១២៣",
            "#+12345",
        ] {
            assert_eq!(Colour::read(text), None, "{text}");
        }
    }
}
