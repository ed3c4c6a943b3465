//! A check takes no more memory than the file again, beyond some megabytes, whatever the file holds.

use peak_alloc::PeakAlloc;
use yixin::programme::check;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// What ten thousand problems and the tables of a check may take, in bytes.
const BASE: usize = 6 << 20;
/// How large each hostile file is, in bytes.
const SIZE: usize = 8 << 20;

#[test]
fn hostile_files_take_no_more_memory_than_their_size() {
    let ids = (0u32..).map(|n| format!("{{\"id\":\"{n:x}\"}},").into_bytes());
    let files: [(&str, Vec<u8>); 10] = [
        ("brackets", b"[".repeat(SIZE)),
        ("a list of lists", repeat("{\"zones\":[", "[],")),
        ("a list of numbers", repeat("{\"zones\":[", "1,")),
        ("fields", repeat("{", "\"\":1,")),
        ("fields twice", repeat("{", "\"zones\":0,")),
        ("ids", repeat("{\"zones\":[", "{\"id\":\"a\"},")),
        (
            "different ids",
            [b"{\"zones\":[".to_vec()].into_iter().chain(ids.take(SIZE / 16)).flatten().collect(),
        ),
        (
            "one text of numbers",
            [repeat("{\"programme\":{\"title\":{\"zh-Hans\":\"", "1 "), b"\"}}}".to_vec()].concat(),
        ),
        (
            "one string of escapes",
            [repeat("{\"sources\":[{\"id\":\"", "\\u0041"), b"\"}]}".to_vec()].concat(),
        ),
        (
            "controls, and no UTF-8",
            [repeat("{\"programme\":{\"title\":{\"en\":\"", "\x7f"), b"\xff\"}}}".to_vec()].concat(),
        ),
    ];
    for (name, file) in files {
        let before = MEMORY.current_usage();
        MEMORY.reset_peak_usage();
        let problems = check(&file);
        let taken = MEMORY.peak_usage() - before;
        assert!(!problems.is_empty(), "{name}");
        assert!(taken < file.len() + BASE, "{name}: {taken} bytes for {}", file.len());
    }
}

fn repeat(start: &str, part: &str) -> Vec<u8> {
    [start.to_owned(), part.repeat(SIZE / part.len())].concat().into_bytes()
}
