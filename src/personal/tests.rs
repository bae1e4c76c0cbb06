//! What is somebody's number and what only looks like one.

use super::phone::{SEVEN_FOLLOW, SIX_FOLLOW};
use super::*;

/// What is seen in a text, each as it stands there.
fn seen(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    look(text, |what, range| {
        found.push(format!("{what:?} {}", &text[range]));
    });
    found
}

#[test]
fn the_plan_of_numbers_is_sorted() {
    assert!(SIX_FOLLOW.is_sorted() && SEVEN_FOLLOW.is_sorted() && OF_PEOPLE.is_sorted());
}

#[test]
fn a_mobile_number_is_seen_however_it_is_written() {
    for number in [
        "012 345 678",
        "012345678",
        "012-345-678",
        "012.345.678",
        "012 34 56 78",
        "012 345 6788",
        "(012) 345 678",
        "(0)12 345 678",
        "០១២ ៣៤៥ ៦៧៨",
        "០៩៧៧៧៧៧៧៧៧",
        "097 777 7777",
        "088\u{a0}123\u{a0}4567",
        "012\u{200b} 345\u{200b} 678",
        "+855 12 345 678",
        "+855 (0)12 345 678",
        "+៨៥៥ ១២ ៣៤៥ ៦៧៨",
        "00855 12 345 678",
        "855 12 345 678",
    ] {
        for (before, after) in [
            ("", ""),
            ("ទូរស័ព្ទ", "។"),
            ("សូមហៅ ", " ឬ"),
            ("(", ")"),
            ("tel: ", ", or"),
            ("ក្នុងឃុំ", "\n2024"),
        ] {
            let text = format!("{before}{number}{after}");
            let found = seen(&text);
            assert_eq!(found.len(), 1, "{text}: {found:?}");
            assert!(found[0].starts_with("Phone "), "{text}: {found:?}");
            assert_eq!(key(&found[0]), key(number), "{text}");
        }
    }
    assert_eq!(
        seen("012 345 678/015 222 333 / 010 444 555, 016666777 – 017 888 999"),
        [
            "Phone 012 345 678",
            "Phone 015 222 333",
            "Phone 010 444 555",
            "Phone 016666777",
            "Phone 017 888 999"
        ]
    );
    assert_eq!(
        seen("[ហៅ](tel:+85512345678) [x](https://wa.me/85515222333) sms:016666777"),
        ["Phone +85512345678", "Phone 85515222333", "Phone 016666777"]
    );
}

#[test]
fn all_ways_to_write_a_number_have_one_key() {
    for number in [
        "012 345 678",
        "+855 12 345 678",
        "០១២៣៤៥៦៧៨",
        "0085512345678",
        "(0)12-345-678",
    ] {
        assert_eq!(key(number), "012345678", "{number}");
    }
    assert_eq!(key("Sok@Gmail.com"), "sok@gmail.com");
    assert_eq!(key("static/plan.xlsx"), "static/plan.xlsx");
}

#[test]
fn what_only_looks_like_a_number_of_somebody_is_nobodys() {
    for text in [
        // Amounts and rows of them.
        "៨៥៥.១២៣.៤៥៦.៧៨៩៛",
        "855 123 456 789",
        "85512345678",
        "1,012,345,678 riel",
        "12 345 678",
        "015 230 450 120 300",
        "010 011 012",
        "0.012345678",
        "0,012345678",
        "012 345 678 រៀល",
        // Days, hours, years.
        "01.02.2024 03.04.2024",
        "2024-01-12 012345",
        "០១-០២-២០២៤",
        "08:30-11:30, 014-2026",
        // Codes, books, laws.
        "ISBN 978-0-12-345678-9",
        "ISBN 0-12-345678-9",
        "ISBN 0123456789",
        "នស/រកម/០១៩៦/០៨",
        "០១២៣៤៥៦៧៨/២៣ សជណ",
        "K001-901234567",
        "L001-012345678",
        "01020304",
        "0102030405",
        "010203040506",
        "A012345678",
        "x=012345678&y=1",
        "https://example.org/012345678",
        "#012345678",
        "0123456789abcdef",
        // Offices, in provinces, and short numbers.
        "023 880 000",
        "+855 23 880 000",
        "117",
        "1286",
        // How numbers look, and nobody's.
        "000 000 000",
        "012 000 000",
        "012 xxx xxx",
        "០១២៣៤៥៦៧៨៩ 0123456789",
        // Marks that begin links, and addresses of offices.
        "@/figures.md",
        "info@example.org",
        "@gmail.com",
        "commune@interior.example",
        // Words without numbers, and numbers without words.
        "លេខគណនី ៦១០១២",
        "គណនី ABA ៦១០១២",
        "សមតុល្យគណនី 12 345 678",
        "អត្តសញ្ញាណប័ណ្ណ ៥ សន្លឹក ១២៣៤៥៦៧៨៩",
        "123456789",
        "ID card: 12345",
        "N123",
    ] {
        assert_eq!(seen(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn a_number_that_is_called_so_is_seen() {
    for (text, expected) in [
        ("អត្តសញ្ញាណប័ណ្ណលេខ ០១០២០៣៤៥៦", "IdentityCard ០១០២០៣៤៥៦"),
        (
            "អត្ត\u{200b}សញ្ញាណ\u{200b}ប័ណ្ណ៖ 123 456 789",
            "IdentityCard 123 456 789",
        ),
        ("ID card no. 123456789", "IdentityCard 123456789"),
        ("Passport N1234567", "Passport N1234567"),
        ("លិខិតឆ្លងដែនលេខ N 01234567", "Passport N 01234567"),
        ("លេខគណនី ABA 001 234 567", "BankAccount 001 234 567"),
        ("គណនី ABA 000 123 456", "BankAccount 000 123 456"),
        ("គណនី\u{200b}វីង៖ ១២៣៤៥៦៧៨", "BankAccount ១២៣៤៥៦៧៨"),
        (
            "bank account: 1234-5678-9012-3456",
            "BankAccount 1234-5678-9012-3456",
        ),
        ("អ៊ីមែល sok.dara@gmail.com។", "Email sok.dara@gmail.com"),
    ] {
        assert_eq!(seen(text), [expected], "{text}");
    }
}

#[test]
fn a_column_says_what_its_numbers_are() {
    for (header, cell, expected) in [
        ("លេខទូរស័ព្ទ", "12345678", true),
        ("Phone", "012 345 678", true),
        ("Phone", "85512345678", true),
        ("Phone", "23880000", false),
        ("Phone", "3", false),
        ("ID card", "123456789", true),
        ("ID card", "12", false),
        ("លេខគណនី", "61012", false),
    ] {
        let what = announced(header).expect("it announces something");
        assert_eq!(is_announced(what, cell), expected, "{header}: {cell}");
    }
    assert_eq!(announced("ចំនួន"), None);
}

#[test]
fn a_sign_is_found_wherever_it_stands() {
    // The letter ends as a digit does.
    for filler in ["a", "ហ"] {
        assert_eq!(next_sign(filler.repeat(100).as_bytes(), 0), None);
        for sign in ["0", "9", "@", "០", "៩"] {
            for before in 0..100 {
                let text = format!("{}{sign}{}", filler.repeat(before), filler.repeat(40));
                let expected = filler.len() * before + sign.len() - 1;
                for from in [0, expected / 2, expected] {
                    assert_eq!(next_sign(text.as_bytes(), from), Some(expected), "{text}");
                }
                assert_eq!(next_sign(text.as_bytes(), expected + 1), None, "{text}");
            }
        }
    }
}
