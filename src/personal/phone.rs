//! Digits → a mobile number of Cambodia, by the country's plan of numbers.

/// How a number says which country it is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Country {
    /// It begins with its zero.
    Unsaid,
    /// 855 stands before it.
    Plain,
    /// 00855 stands before it.
    Dialled,
}

/// A mobile number of Cambodia.
pub(super) struct Phone {
    pub country: Country,
    /// With its zero.
    pub national: String,
}

/// What mobile numbers begin with behind their zero, and how many digits follow, by the country's plan of
/// numbers. Those of offices, with the code of a province, are none of them.
pub(super) const SIX_FOLLOW: &[u8] = &[
    10, 11, 12, 13, 14, 15, 16, 17, 18, 60, 61, 66, 67, 68, 69, 70, 77, 78, 79, 80, 81, 83, 84, 85,
    86, 87, 89, 90, 92, 93, 95, 98, 99,
];
pub(super) const SEVEN_FOLLOW: &[u8] = &[12, 18, 31, 38, 71, 76, 88, 96, 97];

impl Phone {
    pub fn of(digits: &str) -> Option<Phone> {
        let (country, rest) = match digits {
            _ if digits.starts_with("00855") => (Country::Dialled, &digits[5..]),
            _ if digits.starts_with("855") => (Country::Plain, &digits[3..]),
            _ => (Country::Unsaid, digits),
        };
        let rest = match (country, rest.strip_prefix('0')) {
            (_, Some(rest)) => rest,
            (Country::Unsaid, None) => return None,
            (_, None) => rest,
        };
        let begin: u8 = rest.get(..2)?.parse().ok()?;
        let plan = match rest.len() {
            8 => SIX_FOLLOW,
            9 => SEVEN_FOLLOW,
            _ => return None,
        };
        plan.binary_search(&begin).ok()?;
        // What only shows how a number looks, and all digits in their order.
        let follow = &rest[2..];
        let is_real = follow.bytes().any(|digit| digit != b'0') && rest != "123456789";
        is_real.then(|| Phone {
            country,
            national: format!("0{rest}"),
        })
    }
}
