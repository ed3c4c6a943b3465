//! Terminals on a framebuffer that call themselves the kernel's console: which one the program was started in.
//!
//! fbterm sets TERM=linux and no variable of its own, and answers DA1 as the kernel does (`CSI ? 6 c`). What tells
//! it apart is that the program descends from it.

use std::fs;

/// Their names as processes.
const NAMES: [&str; 1] = ["fbterm"];

/// Ancestors looked at; nobody nests shells deeper.
const DEPTH: usize = 64;

/// The emulator behind TERM=linux; `None` where that is the kernel's console, or nothing tells (a session through SSH
/// or a multiplexer, another system than Linux). `env` looks a variable up.
pub fn emulator(env: &dyn Fn(&str) -> Option<String>) -> Option<&'static str> {
    if !env("TERM")?.starts_with("linux") {
        return None;
    }
    let mut process = std::process::id();
    for _ in 0..DEPTH {
        let (name, parent) = status(process)?;
        if let Some(emulator) = NAMES.into_iter().find(|known| **known == *name) {
            return Some(emulator);
        }
        process = parent;
    }
    None
}

/// A process's name and its parent (proc(5)): `12 (name) S 11 …`, where a name may hold blanks and parentheses.
fn status(process: u32) -> Option<(String, u32)> {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    let (name, fields) = stat.rsplit_once(')')?;
    let (_, name) = name.split_once('(')?;
    let parent = fields.split_whitespace().nth(1)?.parse().ok()?;
    Some((name.to_owned(), parent))
}
