//! Whatever comes in, a key gets through after a pause: every sequence that is known cut everywhere, and streams of
//! anything.

use super::tests::{drain, pause};
use super::*;

/// Every sequence that some terminal is known to send.
fn sequences() -> Vec<Vec<u8>> {
    let mut all: Vec<String> = Vec::new();
    for n in 1..=34 {
        all.extend(["~", "^", "@", ";5~"].map(|end| format!("\x1b[{n}{end}")));
    }
    for letter in "ABCDEFHPQRSZabcd".chars() {
        all.extend(["", "1;2", "1;6"].map(|parameters| format!("\x1b[{parameters}{letter}")));
    }
    for letter in "ABCDFHMPQRSXabcdjklmnopqrstuvwxy".chars() {
        all.extend(["", "5"].map(|parameters| format!("\x1bO{parameters}{letter}")));
    }
    all.extend(('A'..='E').map(|letter| format!("\x1b[[{letter}")));
    let others = [
        // Keys by code point, the mouse, a paste.
        "\x1b[27;5;13~\x1b[13;5u",
        "\x1b[<0;3;5M\x1b[<64;103;27m\x1b[M !!",
        "\x1b[200~西宁 q\x03\r\x1b[A\x1b[201~",
        // Replies, asked for and not.
        "\x1b[24;80R\x1b[?62;22;52c\x1b[>41;379;0c\x1b[0n\x1b[?2026;2$y\x1b[8;24;80t\x1b[I\x1b[O",
        "\x1b]11;rgb:0000/ffff/0000\x07",
        "\x1b]52;c;6KW/5a6B\x1b\\",
        "\x1bP>|XTerm(379)\x1b\\",
        "\x1bP1$r0m\x1b\\\x1bP!|00000000\x1b\\",
        "\x1b_Gi=31;OK\x1b\\",
        "西𠀀é",
    ];
    all.extend(others.map(String::from));
    all.into_iter().map(String::into_bytes).collect()
}

/// What these keys give after whatever came before.
fn keys(decoder: &mut Decoder, bytes: &[u8]) -> Vec<String> {
    decoder.feed(bytes);
    drain(decoder)
}

#[test]
fn keys_get_through_after_every_beginning_of_every_sequence() {
    let mut tried = 0;
    for charset in [Charset::Utf8, Charset::Gb18030] {
        for sequence in sequences() {
            for len in 1..=sequence.len() {
                let begun = &sequence[..len];
                let mut decoder = Decoder::new(charset.clone());
                keys(&mut decoder, begun);
                pause(&mut decoder);
                assert_eq!(keys(&mut decoder, b"q\x03"), ["q", "C-c"], "{}", begun.escape_ascii());
                // A key in the same packet may belong to the sequence; the next one after a pause doesn't.
                decoder = Decoder::new(charset.clone());
                keys(&mut decoder, &[begun, b"q"].concat());
                pause(&mut decoder);
                assert_eq!(keys(&mut decoder, b"\x03q"), ["C-c", "q"], "{}q", begun.escape_ascii());
                tried += 1;
            }
            let mut decoder = Decoder::new(Charset::Utf8);
            let last = keys(&mut decoder, &[&sequence[..], b"q"].concat()).pop();
            assert_eq!(last.as_deref(), Some("q"), "{}", sequence.escape_ascii());
        }
    }
    assert!(tried > 2800, "{tried}");
}

/// A generator of numbers (Knuth's MMIX), so that a stream that fails comes again.
struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (self.0 >> 33) as usize % n
    }

    /// Something typed, pasted, reported, broken or begun.
    fn piece(&mut self, sequences: &[Vec<u8>], out: &mut Vec<u8>) {
        let sequence = &sequences[self.below(sequences.len())];
        match self.below(8) {
            0..=2 => out.push(b' ' + self.below(95) as u8),
            3 => out.extend_from_slice(sequence),
            4 => out.extend_from_slice(&sequence[..self.below(sequence.len())]),
            5 => out.push(self.below(256) as u8),
            6 => out.extend_from_slice(format!("\x1b[<{};{};3M", self.below(70), self.below(300)).as_bytes()),
            _ => out.extend_from_slice([&b"\x1b[200~"[..], b"\x1b[201~", b"\x1b]0;", b"\x03"][self.below(4)]),
        }
    }
}

#[test]
fn a_million_of_anything_leave_keys_to_get_through() {
    let sequences = sequences();
    for seed in 0..4 {
        let (mut random, mut decoder, mut stream) = (Random(seed), Decoder::new(Charset::Utf8), Vec::new());
        for n in 1..=250_000 {
            random.piece(&sequences, &mut stream);
            if random.below(20) == 0 {
                decoder.feed(&std::mem::take(&mut stream));
                while decoder.next().is_some() {}
                assert!(decoder.bytes.len() <= LONGEST_SEQUENCE, "{} bytes are kept", decoder.bytes.len());
            }
            if n % 1000 == 0 {
                keys(&mut decoder, &std::mem::take(&mut stream));
                pause(&mut decoder);
                assert_eq!(keys(&mut decoder, b"q\x03"), ["q", "C-c"], "{n} of {seed}");
            }
        }
    }
}
