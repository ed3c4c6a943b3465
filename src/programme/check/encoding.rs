//! Files that an editor saved in another encoding than UTF-8: told as such, and not byte by byte.

use encoding_rs::{DecoderResult, GB18030};

use crate::programme::fault::Fault;

/// What other programs write into a file, by how it begins.
const SIGNATURES: [(&[u8], &str); 5] = [
    (b"PK\x03\x04", "ZIP (.xlsx, .docx, .zip)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "OLE (.xls, .doc)"),
    (b"\x1f\x8b", "gzip"),
    (b"%PDF-", "PDF"),
    (b"{\\rtf", "RTF"),
];

/// What a whole file is, if that is plainly something else than UTF-8.
pub(super) fn foreign(bytes: &[u8]) -> Option<Fault> {
    if let Some((_, name)) = SIGNATURES.iter().find(|(begins, _)| bytes.starts_with(begins)) {
        return Some(Fault::NoText(name));
    }
    match *bytes {
        [0xff, 0xfe, 0, 0, ..] | [0, 0, 0xfe, 0xff, ..] => Some(Fault::Encoding("UTF-32", "UTF-32")),
        [a, 0, 0, 0, ..] | [0, 0, 0, a, ..] if a > 0 => Some(Fault::Encoding("UTF-32", "UTF-32")),
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => Some(Fault::Encoding("UTF-16", "UTF-16")),
        [a, 0, b, 0, ..] | [0, a, 0, b, ..] if a > 0 && b > 0 => Some(Fault::Encoding("UTF-16", "UTF-16")),
        _ if !is_far_from_utf8(bytes) => None,
        _ if is_big5(bytes) => Some(Fault::Encoding("Big5", "BIG5")),
        _ if is_gb18030(bytes) => Some(Fault::Encoding("GB18030 (GBK)", "GB18030")),
        _ => None,
    }
}

/// A damaged file in UTF-8 has more good characters beyond ASCII than bad ones, and a few bad bytes are a slip.
fn is_far_from_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().bytes().filter(|b| *b >= 0xc0).count();
        bad += usize::from(!chunk.invalid().is_empty());
        if good > bad.max(64) {
            return false;
        }
    }
    bad > good.max(8)
}

/// Whether the bytes make sense as GB18030 (GBK, GB2312).
fn is_gb18030(mut bytes: &[u8]) -> bool {
    let mut decoder = GB18030.new_decoder_without_bom_handling();
    let mut text = [0; 4096];
    loop {
        let (result, read, _) = decoder.decode_to_utf8_without_replacement(bytes, &mut text, true);
        bytes = &bytes[read..];
        match result {
            DecoderResult::InputEmpty => return true,
            DecoderResult::OutputFull => {}
            DecoderResult::Malformed(..) => return false,
        }
    }
}

/// Whether the bytes are pairs as Big5 has them and GBK hasn't: none begins below 0xA1 or ends in 0x7F to 0xA0, as every
/// tenth does in the Traditional text of GBK, and every tenth at least ends in a byte of ASCII, as none does in the
/// Simplified text of GB 2312.
fn is_big5(bytes: &[u8]) -> bool {
    let (mut pairs, mut low) = (0, 0);
    let mut bytes = bytes.iter();
    while let Some(&first) = bytes.next() {
        match (first, bytes.as_slice().first()) {
            (..=0x7f, _) => continue,
            (0xa1..=0xf9, Some(0x40..=0x7e)) => low += 1,
            (0xa1..=0xf9, Some(0xa1..=0xfe)) => {}
            _ => return false,
        }
        pairs += 1;
        bytes.next();
    }
    low * 10 > pairs
}

#[cfg(test)]
mod tests {
    use encoding_rs::BIG5;

    use super::*;

    #[test]
    fn files_of_other_encodings_are_known() {
        let text = "{\"title\": \"青海省“一心两区”人才示范区\", \"en\": \"Qinghai’s\"}";
        let traditional = "{\"title\": \"青海省「一心兩區」人才示範區\", \"en\": \"Qinghai\"}";
        let utf16 = |unit: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
        let utf32 = |unit: fn(u32) -> [u8; 4]| text.chars().flat_map(|c| unit(c.into())).collect::<Vec<u8>>();
        let encoding = |name, iconv| Some(Fault::Encoding(name, iconv));
        let (is_utf16, is_utf32) = (encoding("UTF-16", "UTF-16"), encoding("UTF-32", "UTF-32"));
        let is_gb18030 = encoding("GB18030 (GBK)", "GB18030");
        let damaged = |at: usize| [&text.as_bytes()[..at], b"\xb7", &text.as_bytes()[at..]].concat();
        let table = [
            (utf16(u16::to_le_bytes), is_utf16.clone()),
            (utf16(u16::to_be_bytes), is_utf16.clone()),
            ([b"\xff\xfe".to_vec(), utf16(u16::to_le_bytes)].concat(), is_utf16),
            (utf32(u32::to_le_bytes), is_utf32.clone()),
            (utf32(u32::to_be_bytes), is_utf32.clone()),
            ([b"\xff\xfe\0\0".to_vec(), utf32(u32::to_le_bytes)].concat(), is_utf32),
            (GB18030.encode(text).0.into_owned(), is_gb18030.clone()),
            (GB18030.encode(traditional).0.into_owned(), is_gb18030),
            (BIG5.encode(traditional).0.into_owned(), encoding("Big5", "BIG5")),
            (b"PK\x03\x04\x14\0".to_vec(), Some(Fault::NoText("ZIP (.xlsx, .docx, .zip)"))),
            (text.into(), None),
            (b"{}".to_vec(), None),
            (damaged(3), None),
            (damaged(14), None),
            (b"{\"caf\xe9\": 1}".to_vec(), None),
        ];
        for (bytes, fault) in table {
            assert_eq!(foreign(&bytes), fault, "{}", String::from_utf8_lossy(&bytes));
        }
    }
}
