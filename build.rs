//! Writes the tables of `src/text/`: the readings of Han characters as `pinyin.rs` reads them, in 100 kB where the
//! crate that has them takes 600 kB of the program, and the plain forms of radicals and compatibility ideographs.

use std::collections::HashMap;
use std::error::Error;
use std::path::Path;
use std::{fs, io};

use pinyin::{Pinyin, ToPinyinMulti};
use unicode_normalization::UnicodeNormalization;

/// Readings that the crate's table hasn't got: 乐 as in 乐亭, a county of Hebei.
const MORE: [(char, &str); 2] = [('乐', " lao"), ('樂', " lao")];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    let out = std::env::var("OUT_DIR")?;
    let out = Path::new(&out);
    let (lines, places) = readings()?;
    fs::write(out.join("readings.txt"), lines)?;
    fs::write(out.join("readings.places"), places)?;
    fs::write(out.join("plain.chars"), plain_forms()?)?;
    Ok(())
}

/// The readings of each character in a line, each line once; and where the line of each character begins.
fn readings() -> Result<(String, Vec<u8>), Box<dyn Error>> {
    let variants = table("src/text/variants.txt")?;
    let mut forms = HashMap::new();
    for line in &variants {
        line.iter().for_each(|&form| _ = forms.insert(form, line));
    }
    let mut lines = String::from("\n");
    let mut known = HashMap::from([(String::new(), 0)]);
    let mut places = Vec::new();
    for c in '〇'..='\u{9fff}' {
        let others = forms.get(&c).copied().into_iter().flatten();
        let mut line = readings_of([&c].into_iter().chain(others)).join(" ");
        MORE.iter().filter(|more| more.0 == c).for_each(|more| line.push_str(more.1));
        let place = *known.entry(line).or_insert_with_key(|line| {
            let place = lines.len();
            lines.push_str(line);
            lines.push('\n');
            place
        });
        places.extend(u16::try_from(place)?.to_le_bytes());
    }
    Ok((lines, places))
}

/// The readings of a character's forms without tones, each once, in ASCII: `ü` as `v`, `ê` as `e`.
fn readings_of<'c>(forms: impl Iterator<Item = &'c char>) -> Vec<String> {
    let mut readings = Vec::new();
    let all = forms.filter_map(|c| c.to_pinyin_multi()).flatten();
    for reading in all.map(Pinyin::plain) {
        let ascii = reading.replace('ü', "v").replace('ê', "e");
        if ascii.bytes().all(|b| b.is_ascii_lowercase()) && !readings.contains(&ascii) {
            readings.push(ascii);
        }
    }
    readings
}

/// The plain forms of the characters of three blocks, as `fold.rs` has them, four bytes each.
fn plain_forms() -> io::Result<Vec<u8>> {
    let radicals = table("src/text/radicals.txt")?;
    let radical = |c| radicals.iter().find(|line| line[0] == c).map_or(c, |line| line[1]);
    let radicals = ('\u{2e80}'..='\u{2fdf}').map(radical);
    let ideographs = ('\u{f900}'..='\u{faff}').chain('\u{2f800}'..='\u{2fa1f}');
    let unified = ideographs.map(|c| [c].into_iter().nfc().next().unwrap_or(c));
    Ok(radicals.chain(unified).flat_map(|c| u32::from(c).to_le_bytes()).collect())
}

/// The characters of each line of a table.
fn table(file: &str) -> io::Result<Vec<Vec<char>>> {
    println!("cargo::rerun-if-changed={file}");
    let text = fs::read_to_string(file)?;
    Ok(text.lines().filter(|line| !line.starts_with('#')).map(|line| line.chars().collect()).collect())
}
