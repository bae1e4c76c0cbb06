//! What sounds tell: how long they are, and the notes that nobody hears.

use super::*;

/// Frames of an MP3 of 128 kilobits a second at 44.1 kHz: 417 bytes and 1152 samples each.
fn mp3(frames: usize) -> Vec<u8> {
    let mut frame = vec![0xff, 0xfb, 0x90, 0xc0];
    frame.resize(417, 0);
    frame.repeat(frames)
}

fn id3(frames: &[(&[u8; 4], &[u8])]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, text) in frames {
        body.extend(*name);
        body.extend(
            u32::try_from(text.len())
                .expect("a frame is short")
                .to_be_bytes(),
        );
        body.extend([0, 0]);
        body.extend(*text);
    }
    let size = body.len();
    let size = [0, 0, (size >> 7) as u8 & 0x7f, size as u8 & 0x7f];
    [b"ID3\x03\0\0".as_slice(), &size, &body].concat()
}

fn page(place: u64, content: &[u8]) -> Vec<u8> {
    let mut page = b"OggS\0\0".to_vec();
    page.extend(place.to_le_bytes());
    page.extend([0; 12]);
    page.extend([1, 19]);
    page.extend(content);
    page
}

fn opus(samples: u64, comments: &[&str]) -> Vec<u8> {
    let mut head = b"OpusHead\x01\x01".to_vec();
    head.extend(312_u16.to_le_bytes());
    head.extend([0; 7]);
    let mut tags = b"OpusTags\x07\0\0\0libopus".to_vec();
    tags.extend(u32::try_from(comments.len()).expect("few").to_le_bytes());
    for comment in comments {
        tags.extend(u32::try_from(comment.len()).expect("short").to_le_bytes());
        tags.extend(comment.as_bytes());
    }
    [page(0, &head), page(0, &tags), page(samples + 312, b"x")].concat()
}

fn part(kind: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let size = u32::try_from(content.len() + 8).expect("a part is short");
    [&size.to_be_bytes()[..], kind, content].concat()
}

fn m4a(scale: u32, length: u32, artist: &str) -> Vec<u8> {
    let mut head = vec![0; 12];
    head.extend(scale.to_be_bytes());
    head.extend(length.to_be_bytes());
    let text = [&[0, 0, 0, 1, 0, 0, 0, 0][..], artist.as_bytes()].concat();
    let list = part(b"ilst", &part(b"\xa9ART", &part(b"data", &text)));
    let movie = [part(b"mvhd", &head), list].concat();
    [part(b"ftyp", b"M4A isom"), part(b"moov", &movie)].concat()
}

fn wav(bytes_of_a_second: u32, bytes: u32) -> Vec<u8> {
    let mut format = vec![1, 0, 1, 0, 0x40, 0x1f, 0, 0];
    format.extend(bytes_of_a_second.to_le_bytes());
    format.extend([2, 0, 16, 0]);
    let mut wav = b"RIFF\0\0\0\0WAVEfmt \x10\0\0\0".to_vec();
    wav.extend(format);
    wav.extend(b"data");
    wav.extend(bytes.to_le_bytes());
    wav
}

#[test]
fn a_sound_is_as_long_as_its_frames_say() {
    // 1152 samples at 44,100 a second are 26 milliseconds.
    assert_eq!(seconds(&mp3(383)), Some(10));
    let behind_notes = [id3(&[(b"TPE1", b"\0Sok")]), vec![0; 30], mp3(383)].concat();
    assert_eq!(seconds(&behind_notes), Some(10));
    // 7 bytes of head and 1024 samples at 16 kHz: 64 milliseconds.
    let mut aac = vec![0xff, 0xf1, 8 << 2, 0x40, 0x0c, 0x80, 0];
    aac.resize(100, 0);
    assert_eq!(seconds(&aac.repeat(16)), Some(1));
    assert_eq!(seconds(&opus(48_000 * 75, &[])), Some(75));
    assert_eq!(seconds(&m4a(44_100, 44_100 * 90, "")), Some(90));
    assert_eq!(seconds(&wav(16_000, 40_000)), Some(3));
}

#[test]
fn what_is_no_sound_has_no_length() {
    let nested = [part(b"ftyp", b""), b"\0\0\0\0moov".repeat(100_000)].concat();
    for bytes in [
        &b""[..],
        b"OggS",
        b"\xff\xfb\x90\xc0",
        b"ID3\x03\0\0\x7f\x7f\x7f\x7f",
        b"RIFF\0\0\0\0WAVEfmt ",
        b"RIFF\0\0\0\0WAVEdata\xff\xff\xff\xff",
        b"\0\0\0\x08ftyp\0\0\0\0moov",
        b"\0\0\0\x01ftyp\xff\xff\xff\xff\xff\xff\xff\xff",
        b"not a sound at all",
        b"ilstftyp",
        b"\0\0\0\x0cftyp\0\0\0\x7filstdata\0\0\0\x01",
        // Boxes within each other for ever.
        &nested,
    ] {
        assert_eq!(seconds(bytes), None, "{bytes:?}");
        assert_eq!(notes(bytes), Vec::<String>::new(), "{bytes:?}");
    }
    // Each is cut off everywhere.
    for sound in [
        mp3(3),
        opus(48_000, &["ARTIST=Sok"]),
        m4a(1, 1, "Sok"),
        wav(1, 1),
        id3(&[(b"TPE1", b"\0Sok")]),
    ] {
        for end in 0..sound.len() {
            let _ = (seconds(&sound[..end]), notes(&sound[..end]));
        }
    }
}

#[test]
fn the_notes_of_a_sound_are_read_in_every_kind() {
    let sound = [
        id3(&[
            (b"TPE1", b"\0Sok Dara"),
            (b"TIT2", b"\x01\xff\xfe\x80\x17"),
            (b"TSSE", b"\0LAME"),
            (b"APIC", b"\0image/png"),
        ]),
        mp3(2),
    ];
    assert_eq!(notes(&sound.concat()), ["Sok Dara", "ក", "APIC"]);
    let mut behind = b"TAG".to_vec();
    behind.resize(128, 0);
    behind[33..36].copy_from_slice(b"Sok");
    assert_eq!(notes(&[mp3(2), behind].concat()), ["Sok"]);
    assert_eq!(notes(&opus(1, &["ARTIST=Sok", "encoder=opusenc"])), ["Sok"]);
    assert_eq!(notes(&m4a(1, 1, "Sok")), ["Sok"]);
    assert_eq!(notes(&mp3(2)), Vec::<String>::new());
}

#[test]
fn the_notes_of_phones_and_recorders_are_read() {
    let head = part(b"ftyp", b"M4A isom");
    let place = part(b"\xa9xyz", b"\0\x12\x15\xc7+11.5564+104.9282/and more");
    let author = part(b"auth", b"\0\0\0\0\x15\xc7Sok Dara\0");
    let program = part(b"\xa9too", b"\0\x04\0\0Lavf");
    let data = part(b"data", b"\0\0\0\x01\0\0\0\0Chan Sophea");
    let cover = part(b"covr", &part(b"data", b"\0\0\0\x0d\0\0\0\0\xff\xd8"));
    let list = part(b"ilst", &[part(b"\0\0\0\x01", &data), cover].concat());
    let keys = [&[0; 4][..], &part(b"hdlr", &[0; 20]), &list].concat();
    let user = part(
        b"udta",
        &[place, author, program, part(b"meta", &keys)].concat(),
    );
    let track = part(
        b"trak",
        &part(b"udta", &part(b"\xa9nam", b"\0\x05\0\0Track")),
    );
    let quicktime = part(b"meta", &[part(b"hdlr", &[0; 20]), list].concat());
    let movie = part(b"moov", &[track, user, quicktime].concat());
    assert_eq!(
        notes(&[head, movie].concat()),
        [
            "Track",
            "+11.5564+104.9282/",
            "Sok Dara",
            "Chan Sophea",
            "covr"
        ]
    );
    let chunk = |kind: &[u8; 4], content: &[u8]| {
        let length = u32::try_from(content.len()).expect("a chunk is short");
        let filled = if content.len().is_multiple_of(2) {
            &[][..]
        } else {
            &[0]
        };
        [kind, &length.to_le_bytes()[..], content, filled].concat()
    };
    let texts = [
        chunk(b"IART", b"Sok\0\0"),
        chunk(b"ISFT", b"Recorder 1"),
        chunk(b"ICMT", "ក".as_bytes()),
    ];
    let mut broadcast = vec![0; 602];
    broadcast[256..260].copy_from_slice(b"Dara");
    broadcast[320..330].copy_from_slice(b"2026-01-02");
    let told = [
        chunk(b"LIST", &[&b"INFO"[..], &texts.concat()].concat()),
        chunk(b"LIST", b"adtlIART\x03\0\0\0not"),
        chunk(b"bext", &broadcast),
        chunk(b"id3 ", &id3(&[(b"TPE1", b"\0Chan")])),
    ];
    let sound = [wav(2, 4), vec![0; 4], told.concat()].concat();
    assert_eq!(notes(&sound), ["Sok", "ក", "Dara", "2026-01-02", "Chan"]);
    assert_eq!(seconds(&sound), Some(2));
}

#[test]
fn a_sound_is_known_by_its_ending() {
    assert_eq!(Kind::of("a/Talk.MP3"), Some(Kind::Mp3));
    assert_eq!(Kind::of("a.opus"), Some(Kind::Opus));
    assert_eq!(Kind::of("a.mp4"), None);
}
