//! Any bytes: a check never panics, takes no more memory than the bytes themselves beyond some megabytes, and
//! finds an error just where loading fails. `cargo +nightly fuzz run check fuzz/corpus/check tests/check`

#![no_main]

use libfuzzer_sys::fuzz_target;
use peak_alloc::PeakAlloc;
use yixin::programme::{Origin, Problem, check, open};

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// What the problems and the tables of a check may take, in bytes.
const BASE: usize = 6 << 20;

fuzz_target!(|bytes: &[u8]| {
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    let problems = check(bytes);
    assert!(MEMORY.peak_usage() - before < bytes.len() + BASE);
    let refused = problems.iter().any(Problem::refuses);
    assert_eq!(open(Origin::Bytes(bytes), &|_| true).is_err(), refused, "{problems:?}");
});
