//! `sala khmer` as its users meet it: lines in, lines out, line ends kept, both languages.

use crate::common;
use std::io::Write;
use std::process::{Command, Output, Stdio};

/// Runs `sala khmer` with `arguments` on `input`.
fn filter(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_sala"))
        .arg("khmer")
        .args(arguments)
        .env_remove("SALA_LANGUAGE")
        .env("LC_ALL", "C.UTF-8")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    let mut stdin = child.stdin.take().expect("a pipe");
    let input = input.to_vec();
    // From a thread of its own, since the answer comes before the question ends.
    let writer = std::thread::spawn(move || {
        // The program may stop reading early.
        let _ = stdin.write_all(&input);
    });
    let output = child.wait_with_output().expect("it ends");
    writer.join().expect("the writer ends");
    output
}

fn stdout(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Checks the output of a run that finds nothing wrong.
#[track_caller]
fn check(arguments: &[&str], input: &str, expected: &str) {
    let output = filter(arguments, input.as_bytes());
    assert_eq!(stdout(&output), expected, "{}", stderr(&output));
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(stderr(&output).is_empty(), "{}", stderr(&output));
}

#[test]
fn normalise_mends_clusters_and_keeps_line_ends() {
    check(
        &["normalise"],
        "ខែ្មរ បន្ដ\r\n\nBudget 2026\nស្រី្ត",
        "ខ្មែរ បន្ត\r\n\nBudget 2026\nស្ត្រី",
    );
    check(&["normalise", "--keep-coeng-da"], "ខែ្មរ បន្ដ\n", "ខ្មែរ បន្ដ\n");
    check(&["normalise"], "", "");
}

#[test]
fn segment_puts_a_separator_between_words() {
    check(
        &["segment"],
        "ខ្ញុំចង់ទៅផ្សារ\r\n",
        "ខ្ញុំ\u{200B}ចង់\u{200B}ទៅ\u{200B}ផ្សារ\r\n",
    );
    check(
        &["segment", "--separator", "|"],
        "ខ្ញុំចង់ទៅផ្សារ។\n",
        "ខ្ញុំ|ចង់|ទៅ|ផ្សារ។\n",
    );
    check(&["segment", "--separator", "-"], "ទៅផ្សារ\n", "ទៅ-ផ្សារ\n");
    check(
        &["segment", "--separator", "\\n"],
        "ទៅផ្សារ\n",
        "ទៅ\\nផ្សារ\n",
    );
    check(&["segment", "--separator", ""], "ទៅផ្សារ\n", "ទៅផ្សារ\n");
}

#[test]
fn segment_keeps_the_names_of_a_list() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let list = folder.path().join("names.txt");
    let path = list.to_str().expect("UTF-8");
    std::fs::write(&list, "# communes\nឃុំបឹងទន្លេថ្មដា # far away\n").expect("a list");
    let text = "នៅឃុំបឹងទន្លេថ្មដាមាន\n";
    check(
        &["segment", "--separator", "|", "--words", path],
        text,
        "នៅ|ឃុំបឹងទន្លេថ្មដា|មាន\n",
    );
    let output = filter(&["segment", "--words", "no-such-list"], text.as_bytes());
    assert_eq!(output.status.code(), Some(4));
    assert_eq!(
        stderr(&output),
        "error[E901] no-such-list: the file cannot be read: no such file or folder\n  help: check that the file \
         exists and that you may read it\n\n"
    );
    assert!(output.stdout.is_empty());
}

#[test]
fn inspect_names_code_points_and_what_is_wrong() {
    let output = filter(&["inspect"], "ខែ្ម\nក្\n".as_bytes());
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(
        stdout(&output),
        "ខែ្ម\n  ខែ្ម → ខ្មែ\n    U+1781  ខ  KHMER LETTER KHA, base\n    U+17C2  \u{25CC}ែ  KHMER VOWEL SIGN AE, vowel before\n    \
         U+17D2  \u{25CC}្  KHMER SIGN COENG, writes the next letter below\n    U+1798  ម  KHMER LETTER MO, base\n\
         ក្\n  ក្\n    U+1780  ក  KHMER LETTER KA, base\n    U+17D2  \u{25CC}្  KHMER SIGN COENG, writes the next \
         letter below\n    ! no letter follows this coeng: `្`\n"
    );
    let khmer = filter(&["inspect", "--language", "km"], "ក្\n".as_bytes());
    assert_eq!(
        stdout(&khmer),
        "ក្\n  ក្\n    U+1780  ក  KHMER LETTER KA ព្យញ្ជនៈ ឬស្រៈពេញតួ\n    U+17D2  \u{25CC}្  KHMER SIGN COENG ជើង\n    \
         ! ជើងគ្មានព្យញ្ជនៈតាមក្រោយ: `្`\n"
    );
    let typed = "kargarRbcaMqñaM";
    let legacy = filter(&["inspect"], format!("{typed}\n").as_bytes());
    let letters = typed.chars().map(|letter| {
        format!(
            "  {letter}\n    U+{:04X}  {letter}  letter\n",
            u32::from(letter)
        )
    });
    let letters: String = letters.collect();
    let told = "this looks like Khmer typed for an old font such as Limon, which is not Unicode";
    assert_eq!(
        stdout(&legacy),
        format!("{typed}\n  ! {told}: `{typed}`\n{letters}")
    );
}

#[test]
fn format_writes_numbers_money_and_days() {
    for (arguments, input, expected) in [
        (&["number"][..], "1234567.5\n", "១\u{A0}២៣៤\u{A0}៥៦៧,៥\n"),
        (&["number", "--readers", "en"], "១២៣៤,៥\r\n", "1,234.5\r\n"),
        (
            &["number", "--digits", "latin", "--places", "2"],
            "3\n",
            "3.00\n",
        ),
        (
            &["money"],
            "1000\n\n2,000,000 រៀល",
            "១\u{A0}០០០៛\n\n២\u{A0}០០០\u{A0}០០០៛",
        ),
        (
            &["money", "--currency", "usd", "--readers", "en"],
            "50\n",
            "$50\n",
        ),
        (&["percent", "--places", "1"], "0.125\n", "១២,៥%\n"),
        (&["ordinal", "--readers", "en"], "3\n", "3rd\n"),
        (&["plain", "--decimal", ","], "១.២៣៤\n", "1234\n"),
        (&["plain"], "១ ២៣៤ ៥៦៧,៥\n", "1234567.5\n"),
        (&["plain"], "១\u{A0}២៣៤\u{202F}៥៦៧\n", "1234567\n"),
        (&["long-date"], "2026-11-24\n", "ថ្ងៃទី២៤ ខែវិច្ឆិកា ឆ្នាំ២០២៦\n"),
        (
            &["date", "--readers", "en"],
            "២០២៦-១១-២៤\n",
            "24 November 2026\n",
        ),
    ] {
        let mut all = vec!["format"];
        all.extend(arguments);
        check(&all, input, expected);
    }
}

#[test]
fn a_line_that_cannot_be_read_is_named_and_passes() {
    let output = filter(&["normalise"], b"\xE1\x9E\x80\nbad \xFF\nok\n");
    assert_eq!(output.stdout, b"\xE1\x9E\x80\nbad \xFF\nok\n");
    assert_eq!(output.status.code(), Some(1));
    assert!(
        stderr(&output).starts_with("error[E701] stdin:2:5: "),
        "{}",
        stderr(&output)
    );
}

#[test]
fn what_cannot_be_read_is_told_in_both_languages() {
    let long = "ក".repeat(6 << 20) + "\n";
    for (code, arguments, input, written) in [
        ("E701", &["normalise"][..], &b"\xFF\n"[..], &b"\xFF\n"[..]),
        ("E050", &["inspect"], long.as_bytes(), long.as_bytes()),
        (
            "E702",
            &["format", "number"],
            b"12\n1.234\nmany\n",
            "១២\n1.234\nmany\n".as_bytes(),
        ),
        (
            "E703",
            &["format", "date"],
            b"24/11/2026\n03/04/2026\n",
            "២៤ វិច្ឆិកា ២០២៦\n03/04/2026\n".as_bytes(),
        ),
    ] {
        let in_language = |language| {
            let output = filter(&[arguments, &["--language", language]].concat(), input);
            assert_eq!(output.stdout, written, "{code}");
            assert_eq!(output.status.code(), Some(1), "{code}");
            stderr(&output)
        };
        let messages = in_language("en") + common::IN_KHMER + &in_language("km");
        common::compare_with_accepted(code, &messages);
    }
}

/// Each sign of the block, held down: what is told does not grow with it.
#[test]
fn what_is_told_of_a_line_without_end_is_bounded() {
    let signs = (0x1780..0x1800).filter_map(char::from_u32);
    let signs = signs
        .map(String::from)
        .chain(["ាិ", "្ក", "ក្", "ក់ ", "េក", "\u{200D}", "\u{25CC}", "\u{E000}"].map(str::to_owned));
    let mut input = [String::new(), String::new()];
    let mut lines = 0;
    for sign in signs {
        for (input, times) in input.iter_mut().zip([12_000, 24_000]) {
            *input += &format!("ក{}\n", sign.repeat(times));
        }
        lines += 1;
    }
    for input in input {
        let output = filter(&["inspect"], input.as_bytes());
        assert_eq!(output.status.code(), Some(0));
        let most = lines * 300_000;
        assert!(output.stdout.len() < most, "{}", output.stdout.len());
    }
}

#[test]
fn wrong_usage_has_its_own_exit_code() {
    for arguments in [&[][..], &["translate"], &["format"], &["format", "roman"]] {
        assert_eq!(
            filter(arguments, b"").status.code(),
            Some(2),
            "{arguments:?}"
        );
    }
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_sala"))
        .args(["khmer", "normalise"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    drop(child.stdout.take());
    let mut stdin = child.stdin.take().expect("a pipe");
    let line = "ភាសាខ្មែរ\n".repeat(10_000);
    while stdin.write_all(line.as_bytes()).is_ok() {}
    drop(stdin);
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(output.status.code(), Some(0));
    assert!(output.stderr.is_empty(), "{}", stderr(&output));
}

#[test]
fn much_text_streams() {
    let line = "រដ្ឋាភិបាលត្រូវផ្តល់សេវាសុខភាពដល់ប្រជាជន\n";
    let input = line.repeat(20_000);
    let output = filter(&["segment"], input.as_bytes());
    assert_eq!(output.status.code(), Some(0));
    let text = stdout(&output);
    assert_eq!(text.lines().count(), 20_000);
    assert_eq!(text.replace('\u{200B}', ""), input);
}

#[test]
fn every_help_has_examples() {
    for verb in [
        &["--help"][..],
        &["normalise", "--help"],
        &["segment", "--help"],
        &["inspect", "--help"],
        &["format", "--help"],
    ] {
        let text = stdout(&filter(verb, b""));
        assert!(text.contains("Example"), "{verb:?}: {text}");
    }
}
