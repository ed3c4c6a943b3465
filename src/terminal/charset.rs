//! Text in the bytes that the terminal takes.

use encoding_rs::{Encoding, GB18030, GBK};

use super::Charset;

impl Charset {
    /// Appends a text of so many columns; what the charset lacks becomes a `?` for each column.
    pub(crate) fn encode(&self, text: &str, columns: usize, out: &mut Vec<u8>) {
        let transcode = |charset: &'static Encoding, out: &mut Vec<u8>| match charset.encode(text) {
            (bytes, _, false) => out.extend_from_slice(&bytes),
            (_, _, true) => out.resize(out.len() + columns, b'?'),
        };
        match self {
            Self::Utf8 => out.extend_from_slice(text.as_bytes()),
            _ if text.is_ascii() => out.extend_from_slice(text.as_bytes()),
            Self::Gb18030 => transcode(GB18030, out),
            Self::Gbk => transcode(GBK, out),
            Self::Other(_) => out.resize(out.len() + columns, b'?'),
        }
    }

    /// Whether its terminals agree with us on this character's columns: in GB18030 a code of four bytes takes one
    /// column in mlterm, two or four elsewhere.
    pub(crate) fn is_sure_of(&self, c: char) -> bool {
        match self {
            Self::Gb18030 => !GBK.encode(c.encode_utf8(&mut [0; 4])).2,
            _ => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_in_each_charset() {
        let other = Charset::Other("ISO-8859-1".into());
        let table: [(&Charset, &str, usize, &[u8]); 8] = [
            (&Charset::Utf8, "西", 2, "西".as_bytes()),
            (&Charset::Gb18030, "西", 2, b"\xce\xf7"),
            (&Charset::Gb18030, "“", 2, b"\xa1\xb0"),
            (&Charset::Gb18030, "𠀀", 2, b"\x95\x32\x82\x36"),
            (&Charset::Gbk, "西", 2, b"\xce\xf7"),
            (&Charset::Gbk, "𠀀", 2, b"??"),
            (&other, "西", 2, b"??"),
            (&other, "a", 1, b"a"),
        ];
        for (charset, text, columns, bytes) in table {
            let mut out = Vec::new();
            charset.encode(text, columns, &mut out);
            assert_eq!(out, bytes, "{text} in {charset:?}");
        }
    }
}
