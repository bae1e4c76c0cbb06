//! Random text for tests: the code points that Khmer spelling is about, in any order, with a few
//! others. The same text on every machine.

/// Endless strings of up to 24 code points.
pub(super) fn soup(seed: u64) -> impl Iterator<Item = String> {
    let mut soup = Soup::new(seed);
    std::iter::from_fn(move || {
        let mut text = String::new();
        soup.fill(&mut text);
        Some(text)
    })
}

/// What [`soup`] is poured from, for those who bring their own bowl.
pub(super) struct Soup {
    state: u64,
}

impl Soup {
    pub(super) fn new(seed: u64) -> Soup {
        Soup { state: seed }
    }

    /// Makes `text` the next string.
    pub(super) fn fill(&mut self, text: &mut String) {
        text.clear();
        let length = self.next(24);
        text.extend((0..length).map(|_| self.pick()));
    }

    pub(super) fn next(&mut self, below: u32) -> u32 {
        // The multiplier and the increment of Knuth's MMIX generator.
        self.state = self
            .state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.state >> 33) as u32 % below
    }

    fn pick(&mut self) -> char {
        const OTHERS: [char; 14] = [
            '\u{200B}', '\u{200C}', '\u{200D}', '\u{2060}', '\u{A0}', ' ', 'a', '1', '.', 'é',
            '\u{301}', '\u{25CC}', '👩', '\u{10FF}',
        ];
        let khmer = match self.next(10) {
            0 | 1 => 0x17D2,
            2..=4 => 0x1780 + self.next(0x34),
            5 | 6 => 0x17B4 + self.next(0x2A),
            7 => [
                0x178A, 0x179A, 0x1794, 0x17BB, 0x17C1, 0x17B8, 0x17B6, 0x17C6,
            ][self.next(8) as usize],
            8 => 0x1780 + self.next(0x80),
            _ => return OTHERS[self.next(14) as usize],
        };
        char::from_u32(khmer).unwrap_or('ក')
    }
}
