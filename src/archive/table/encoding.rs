//! From a file's bytes to its text. Spreadsheets write UTF-8 with a byte order mark or without, UTF-16, and on Windows the code page of
//! Western Europe.

use std::borrow::Cow;

/// What the code page 1252 has between 0x80 and 0x9f; five of its places are empty.
const WESTERN: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The text of a file, without the mark that says how it is written. Bytes that are no UTF-8 are read in the code page of Western Europe.
pub fn decode(bytes: &[u8]) -> Cow<'_, str> {
    match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest),
        [0xff, 0xfe, rest @ ..] => wide(rest, u16::from_le_bytes).into(),
        [0xfe, 0xff, rest @ ..] => wide(rest, u16::from_be_bytes).into(),
        // Letters of ASCII in two bytes each, without a mark.
        [1..=255, 0, 1..=255, 0, ..] => wide(bytes, u16::from_le_bytes).into(),
        [0, 1..=255, 0, 1..=255, ..] => wide(bytes, u16::from_be_bytes).into(),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => text.into(),
            Err(_) => bytes.iter().map(|byte| western(*byte)).collect::<String>().into(),
        },
    }
}

fn wide(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).filter_map(|pair| pair.try_into().ok().map(unit));
    let letters = char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER));
    letters.collect()
}

fn western(byte: u8) -> char {
    let place = byte.checked_sub(0x80).and_then(|place| WESTERN.get(usize::from(place)));
    place.copied().unwrap_or(char::from(byte))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(bytes: &[u8], text: &str) {
        assert_eq!(decode(bytes), text);
    }

    /// F43.
    #[test]
    fn what_spreadsheets_write_is_read() {
        check("Müller €".as_bytes(), "Müller €");
        check("\u{feff}Müller".as_bytes(), "Müller");
        check(b"\xff\xfeM\0\xfc\0=\xd8\0\xde", "Mü😀");
        check(b"\xfe\xff\0M\0\xfc", "Mü");
        check(b"F\0i\0r\0m\0a\0", "Firma");
        check(b"\0F\0i\0r\0m\0a", "Firma");
        check(b"M\xfcller \x80 \x84x\x93", "Müller € „x“");
        check(b"", "");
        check(b"\xff\xfe", "");
        check(b"\xff\xfeA", "");
    }

    proptest! {
        #[test]
        fn any_bytes_are_a_text(bytes: Vec<u8>) {
            decode(&bytes);
        }

        #[test]
        fn any_text_is_read_as_it_was_written(text in "[a-z][\\s\\S]{0,40}") {
            // Nothing of these kinds begins like the other.
            prop_assume!(!text.contains('\0'));
            prop_assert_eq!(decode(text.as_bytes()), text.as_str());
            let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let marked = [&[0xff, 0xfe], wide.as_slice()].concat();
            prop_assert_eq!(decode(&marked), text.as_str());
        }
    }
}
