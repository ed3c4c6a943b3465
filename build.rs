//! Writes the readings of Han characters as `src/text/pinyin.rs` reads them: 100 kB, where the tables of the crate
//! that has them take 600 kB of the program, most of it for characters beyond U+FFFF.

use std::collections::HashMap;
use std::error::Error;
use std::fs;
use std::path::Path;

use pinyin::{Pinyin, ToPinyinMulti};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    // All readings of a character in a line, each line once; before it, where the line of each character begins.
    let mut lines = String::from("\n");
    let mut known = HashMap::from([(String::new(), 0)]);
    let mut places = Vec::new();
    for c in '〇'..='\u{9fff}' {
        let line = readings(c).join(" ");
        let place = *known.entry(line).or_insert_with_key(|line| {
            let place = lines.len();
            lines.push_str(line);
            lines.push('\n');
            place
        });
        places.extend(u16::try_from(place)?.to_le_bytes());
    }
    let out = std::env::var("OUT_DIR")?;
    fs::write(Path::new(&out).join("readings.txt"), lines)?;
    fs::write(Path::new(&out).join("readings.places"), places)?;
    Ok(())
}

/// The readings without tones, in ASCII: `ü` as `v`, `ê` as `e`.
fn readings(c: char) -> Vec<String> {
    let mut readings = Vec::new();
    for reading in c.to_pinyin_multi().into_iter().flatten().map(Pinyin::plain) {
        let ascii = reading.replace('ü', "v").replace('ê', "e");
        if ascii.bytes().all(|b| b.is_ascii_lowercase()) && !readings.contains(&ascii) {
            readings.push(ascii);
        }
    }
    readings
}
