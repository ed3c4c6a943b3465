//! Files that an editor saved in another encoding than UTF-8: told as such, and not byte by byte.

use encoding_rs::{DecoderResult, GB18030};

use crate::programme::fault::Fault;

/// What a whole file is encoded in, if that is plainly something else than UTF-8.
pub(super) fn foreign(bytes: &[u8]) -> Option<Fault> {
    match *bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => Some(Fault::Utf16),
        [a, 0, b, 0, ..] | [0, a, 0, b, ..] if a > 0 && b > 0 => Some(Fault::Utf16),
        _ if is_gb18030(bytes) => Some(Fault::Gb18030),
        _ => None,
    }
}

/// Whether the bytes make sense as GB18030 (GBK, GB2312) where they make none as UTF-8. A damaged file in UTF-8
/// has more good characters beyond ASCII than bad ones.
fn is_gb18030(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().bytes().filter(|b| *b >= 0xc0).count();
        bad += usize::from(!chunk.invalid().is_empty());
        if good > bad.max(64) {
            return false;
        }
    }
    // A few bad bytes are a slip, wherever they come from.
    bad > good.max(8) && decodes(bytes)
}

fn decodes(mut bytes: &[u8]) -> bool {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_other_encodings_are_known() {
        let text = "{\"title\": \"青海省“一心两区”人才示范区\", \"en\": \"Qinghai’s\"}";
        let utf16 = |unit: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
        let damaged = |at: usize| [&text.as_bytes()[..at], b"\xb7", &text.as_bytes()[at..]].concat();
        let table = [
            (utf16(u16::to_le_bytes), Some(Fault::Utf16)),
            (utf16(u16::to_be_bytes), Some(Fault::Utf16)),
            ([b"\xff\xfe".to_vec(), utf16(u16::to_le_bytes)].concat(), Some(Fault::Utf16)),
            (GB18030.encode(text).0.into_owned(), Some(Fault::Gb18030)),
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
