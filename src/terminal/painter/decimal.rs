//! Parameters of a control sequence: decimal numbers (ECMA-48 5.4.1), and the bytes that they take.

/// Bytes of a number.
pub(super) fn digits(n: usize) -> usize {
    n.checked_ilog10().map_or(1, |log| log as usize + 1)
}

/// Writes a number.
pub(super) fn number(n: usize, out: &mut Vec<u8>) {
    if n >= 10 {
        number(n / 10, out);
    }
    out.push(b'0' + (n % 10) as u8);
}
