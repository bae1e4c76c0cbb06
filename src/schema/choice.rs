//! Enums whose variants are words that people write: the words stand beside the variants, and
//! nowhere else.

/// Declares such an enum with `ALL`, `WORDS`, `word` and `named`.
macro_rules! choice {
    ($(#[$meta:meta])* $visibility:vis enum $name:ident {
        $($(#[$variant_meta:meta])* $variant:ident = $word:literal),* $(,)?
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        $visibility enum $name {
            $($(#[$variant_meta])* $variant),*
        }

        #[allow(dead_code, reason = "not every enum needs each way between word and variant")]
        impl $name {
            /// Every variant, in the order of their declaration.
            $visibility const ALL: [$name; [$($word),*].len()] = [$($name::$variant),*];

            /// The word of every variant, in the same order.
            $visibility const WORDS: &'static [&'static str] = &[$($word),*];

            /// The word that people write.
            $visibility const fn word(self) -> &'static str {
                match self {
                    $($name::$variant => $word),*
                }
            }

            /// The variant with this word.
            $visibility fn named(word: &str) -> Option<$name> {
                match word {
                    $($word => Some($name::$variant),)*
                    _ => None,
                }
            }
        }
    };
}
pub(crate) use choice;
