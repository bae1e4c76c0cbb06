//! The name of a place as it stands in a tile of the map: it may be cut wherever a word within it ends, and in
//! Latin letters where a syllable does, for a tile is narrower than names are, and browsers divide no English
//! word with a capital.

use crate::khmer;

/// The name with what it may be cut at.
pub(super) fn tile_name(name: &str) -> String {
    let mut out = String::with_capacity(name.len() * 5 / 4);
    let mut from = 0;
    for border in khmer::parts(name).borders {
        out.push_str(&name[from..border]);
        out.push('\u{200b}');
        from = border;
    }
    let out = out + &name[from..];
    let words = out.split(' ').map(|word| match word.chars().count() {
        ..SEVERAL_SYLLABLES => word.to_owned(),
        _ => in_syllables(word),
    });
    words.collect::<Vec<_>>().join(" ")
}

/// A word of fewer letters has room in a tile.
const SEVERAL_SYLLABLES: usize = 8;

/// A soft hyphen between two consonants that stand between vowels: `Battam-bang`, `Sihanouk-ville`. No `h`
/// begins a syllable there, since it belongs to what stands before it, and no two letters stand alone.
fn in_syllables(word: &str) -> String {
    let is_vowel = |letter: char| "aeiou".contains(letter);
    let is_consonant = |letter: char| letter.is_ascii_lowercase() && !is_vowel(letter);
    let letters: Vec<char> = word.chars().collect();
    let mut out = String::with_capacity(word.len() + 8);
    for (at, letter) in letters.iter().enumerate() {
        let begins_syllable = at >= 2
            && is_vowel(letters[at - 2])
            && is_consonant(letters[at - 1])
            && is_consonant(*letter)
            && *letter != 'h'
            && letters.get(at + 2).is_some_and(|next| next.is_alphabetic())
            && letters[at + 1..]
                .iter()
                .find(|next| !is_consonant(**next))
                .is_some_and(|next| is_vowel(*next));
        if begins_syllable {
            out.push('\u{ad}');
        }
        out.push(*letter);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::tile_name;

    #[test]
    fn a_name_in_a_tile_ends_a_line_where_a_syllable_ends() {
        let names = "Battambang Banteay Meanchey Kampong Chhnang Sihanoukville Siemreap Otdar Phnom Penh \
            Tboung Khmum Preah Vihear Kaoh Kong Ratanak Kiri Samakhimean";
        assert_eq!(
            tile_name(names)
                .replace('\u{ad}', "-")
                .replace('\u{200b}', "|"),
            "Bat-tam-bang Banteay Mean-chey Kampong Chhnang Sihanouk-ville Siem-reap Otdar Phnom Penh \
            Tboung Khmum Preah Vihear Kaoh Kong Ratanak Kiri Samakhimean",
        );
    }
}
