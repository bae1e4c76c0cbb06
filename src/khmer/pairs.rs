//! In: two letters of the Latin alphabet. Out: whether fonts that draw Khmer in their places put them
//! side by side.
//!
//! Made by `benches/khmer/limon.py --pairs` from the Khmer of this tree. Not taken: a table of the
//! fonts' letters and the dictionary, which would convert what is only to be recognised.

/// How much likelier the second letter stands behind the first in text for a font of the Limon kind than
/// in a row of random letters, as a natural logarithm from -4 to 4.
pub(super) fn likelier(first: u8, second: u8) -> Option<i32> {
    let weight = PAIRS[index(first)?][index(second)?];
    Some(i32::from(weight) - i32::from(b'e'))
}

fn index(letter: u8) -> Option<usize> {
    match letter {
        b'A'..=b'Z' => Some(usize::from(letter - b'A')),
        b'a'..=b'z' => Some(usize::from(letter - b'a') + 26),
        _ => None,
    }
}

/// A row for each first letter, `A` to `Z` and `a` to `z`; in it a sign for each second one, `a` for -4
/// to `i` for 4.
static PAIRS: [&[u8; 52]; 52] = [
    b"aefafadaaacaadadafafaaaaaabefegeaaaagafdaceegdadafca",
    b"abdaccbahacaddabacadddaacagcacdabcgeegffcbaeebfcedaa",
    b"caaaaebagaaafaaaacaacaaagahaaadaaaeccaafcaaccafaaaaa",
    b"bdcacbcciacadcabbdbddbaadaedcddbdbdbdddebbadddccbcda",
    b"aaaaaaaaaabdadaaaeaaaaaaaaaeehacadabfdfgafaaegadafaa",
    b"aaaaaaaagaaafaaaaaaaahdaaagaaaaaaafaaagdgaadaaaaaaaa",
    b"abaaacaadadafeadacaadgaaaaheaacaeaaafabfcaacfgadaaaa",
    b"aggafdeaaaecaaadafaeaaacaaafeegeadacfcgdaddefeaeadda",
    b"aeeafbfaaaeaadaeafaeaaabaaaeedfdfaaegfgfaddfffadaega",
    b"deeaededfadcedadcedeedbceagfeefdfdedffffddcfffedceea",
    b"aadadadacaaaefaaaaadeagcfaggcafaegfadcecaaaeaedaccaa",
    b"aaaaaaaahaaaaaaaaaaadaaaaahfaabadaaafabbaaabaadaaaaa",
    b"agdaebdaaabbagaaaeadaaabaaafcegbgfaaddefadcdebabadba",
    b"adaadacafaaaaaaaaaacfaaafahadaeafadceaceaaaccgeadcaa",
    b"bccacbccdabadcabbcbccbaacaedccdbhbdbdddgbbagddccbcca",
    b"egaaaaaacaaaaaaaaaaggaaaaahaaadaaaeacaaaaaaacaaaaaaa",
    b"aaaaaaaadaaaaaaaaaaaaaaaaadgaababaaababbaaaibaaaaaaa",
    b"afeaaaaaaafaaaaaaaacaaaaaaaheaaadaaagagcaaaaegaaaaaa",
    b"addadccaaaaaccaaafadaaaaaahdaadahaaaadeaaaagccaaaaaa",
    b"fcdadbcbgaaagcabaeaffaaafagcbcfcbaeadcdcfcabecfaebaa",
    b"aacacabaaabaaaaaabaeaaaaaaafggfaeaaafggeaaafbdahaaaa",
    b"aaaaaaaeiaaaaaaaaaaaaaaaaabaaaaafaaadaaaadaacaaaaaaa",
    b"aehabaeabaaabfaeagagbaaabadeeefecabacfefaaeccfbaabea",
    b"daaaaaaagaaaaaaaaaaaaaaaaadaaaaaaaaaaaaaaaaaaaiaaaaa",
    b"aaaaaadaaaaaaaaaaaaaaaaaaaabfagaeaaacfegaaahebaaaaha",
    b"deeaededfadcedadcedeedbceagfeefdfdedffffddcfffedceea",
    b"aeeadcdfaadafbacaeadaaadaaafecebfdadfefgabbgffabacfa",
    b"acfaecdagacaddaeadafeaaacahddcfcfadfeadfeacdgedceaab",
    b"cdfaecdcfaeahbabaeadeaabaafeddfafadefbfdacbeecfdadca",
    b"cacaeadafabafaaaadaegaabaagdacdcdacbfhddbaafbbdaebaa",
    b"aedaaebaaaeeadaefgagaaadaaafefaadfaacgfgaecefdacadea",
    b"aaaaaaaaaaaaaaaaaaadaaaaaahaaacaaaaaceaaaaacagahaaca",
    b"aeeafcfaaadcadadafafaaadcaeffegfadaafcfdccefffadaeca",
    b"fddaaaaahadaeaaaaeageaaacafaaaaaaafacedcaaagcffaaaaa",
    b"addacfaaaaaaabadaaafaaacaaadfceahaadgcdhaaaedgadacea",
    b"affaedeaaaaaaaaaafafaaaaaadffdgfdaadeefeafeeefdfedga",
    b"ceeafbeacadefdabaefefaabaahedefcacecddfdacaefefdbdba",
    b"addaecfafaeaedbcafaecaadaaffeefeeadcfcfdadafeddeahda",
    b"bddadcdafacaabadafaeeaacgahdddebdcgcfddfaabeedfdabba",
    b"fdeafcefeadaacbdafbecaaceaffeefdcagaeceeaddefeecedca",
    b"aaaaaaaaaaaaaaaaaaaaaaaaaabhaaaagaaacgcgaaaacgaeaaaa",
    b"aaaaaaadaaaaaaaaaaiaaaaaaabaaaaadaaaagafaaaaaafaaaaa",
    b"bccacbcbdabacbabacbccgaacahdccdbdbcbddggbbadddcbacca",
    b"aeeafbeaeadcefccfeaefaaaeaggdfgdecddfcedecbeededadea",
    b"aecaddcacaeaecadafedfdaafagdedebfdfeddffcaagcdfeaaea",
    b"adeadbdaeadcebabaecdgaaagahdcdfddbfaebfcaabdddebddda",
    b"abbadadeaadagcadadaeaaaaaaafebeahaadfdffabacgeadafca",
    b"abdefaaadadaaaadadadaaaaaahgddfbdchafdddadaeefabadca",
    b"aaaaaaadaaaaaaaaaaacaaaaaabaaaaahaaahafaaaaaafaaaaaa",
    b"aedaeddaaadccfadaecfdeaaaagdedfdeafbhceeabadffgcadaa",
    b"aefaedfafaeaadaccfaecacdaaffefgebbaagefeadeefeeeaeda",
    b"cdcadbccdacbdcabbdbddcabdaheddebdcdcedhebcbedddcbcda",
];

#[cfg(test)]
mod tests {
    use super::likelier;

    #[test]
    fn pairs_of_khmer_fonts_are_likelier_than_others() {
        let sum = |text: &str| -> i32 {
            let pairs = text.as_bytes().windows(2);
            pairs.filter_map(|pair| likelier(pair[0], pair[1])).sum()
        };
        assert_eq!(sum("kargarRbcaM"), 11);
        assert_eq!(sum("XqZpLwVtJm"), -28);
        assert_eq!(likelier(b'1', b'a'), None);
    }
}
