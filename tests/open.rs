//! The one door to a dataset: from bytes, a file, a pipe; how far it is, giving it up, and what is wrong where.

#![allow(clippy::unwrap_used, reason = "a test may fail by it")]

use std::cell::Cell;
use std::io::{self, Read};
use std::path::Path;
use std::sync::Mutex;

use yixin::programme::{Origin, Problem, Refusal, check, open};

const GOOD: &str = include_str!("../data/programme.json");
const BAD: &str = include_str!("check/topic-unknown.json");

/// Some bytes as a pipe gives them: a few at a time, and once.
struct Pipe<'a> {
    rest: &'a [u8],
    read: &'a Cell<usize>,
}

impl Read for Pipe<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let wanted = buffer.len().min(4096);
        let read = self.rest.read(&mut buffer[..wanted])?;
        self.read.set(self.read.get() + read);
        Ok(read)
    }
}

fn pipe<'a>(bytes: &'a [u8], read: &'a Cell<usize>) -> Origin<'a> {
    Origin::Input(Box::new(Pipe { rest: bytes, read }))
}

fn place(refusal: Refusal) -> (usize, usize) {
    match refusal {
        Refusal::Broken(problem) => (problem.line, problem.column),
        other => panic!("{other:?}"),
    }
}

#[test]
fn every_way_in_gives_the_same() {
    let read = Cell::new(0);
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/programme.json");
    for origin in [Origin::EMBEDDED, Origin::Path(&file), pipe(GOOD.as_bytes(), &read)] {
        assert_eq!(open(origin, &|_| true).unwrap().initiatives.len(), 49);
    }
    assert_eq!(read.get(), GOOD.len(), "once");
}

#[test]
fn every_way_in_says_where_something_is_wrong() {
    let read = Cell::new(0);
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/check/topic-unknown.json");
    for origin in [Origin::Bytes(BAD.as_bytes()), Origin::Path(&file), pipe(BAD.as_bytes(), &read)] {
        assert_eq!(place(open(origin, &|_| true).unwrap_err()), (43, 54));
    }
}

#[test]
fn a_pipe_that_is_wrong_and_endless_is_refused_without_a_place() {
    let endless = Origin::Input(Box::new(io::repeat(b'[')));
    assert!(matches!(open(endless, &|_| true), Err(Refusal::Unplaced)));
}

#[test]
fn reading_tells_how_far_it_is_and_can_be_given_up() {
    let long = GOOD.replacen('{', &format!("{{{}", " ".repeat(1 << 20)), 1);
    let told = Mutex::new(Vec::new());
    let progress = |bytes| {
        told.lock().unwrap().push(bytes);
        true
    };
    assert!(open(Origin::Bytes(long.as_bytes()), &progress).is_ok());
    let told = told.into_inner().unwrap();
    assert!(told.len() >= 4 && told.is_sorted(), "{told:?}");
    assert_eq!(*told.last().unwrap(), long.len() as u64);

    let read = Cell::new(0);
    let refused = open(pipe(long.as_bytes(), &read), &|bytes| bytes < 300_000);
    assert!(matches!(refused, Err(Refusal::GivenUp)));
    assert!(read.get() < long.len(), "the rest is left where it is");
}

#[test]
fn what_cannot_be_read_says_so() {
    struct Broken;
    impl Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::ErrorKind::TimedOut.into())
        }
    }
    let refused = open(Origin::Input(Box::new(Broken)), &|_| true).unwrap_err();
    assert!(matches!(refused, Refusal::Unreadable(error) if error.kind() == io::ErrorKind::TimedOut));
    let refused = open(Origin::Path(Path::new("no.json")), &|_| true).unwrap_err();
    assert!(matches!(refused, Refusal::Unreadable(error) if error.kind() == io::ErrorKind::NotFound));
}

#[test]
fn only_a_check_knows_the_article() {
    let other = include_str!("check/paragraph-out-of-range.json").as_bytes();
    let problems = check(other);
    assert!(!problems.is_empty() && !problems.iter().any(Problem::refuses));
    assert!(open(Origin::Bytes(other), &|_| true).is_ok());
}

#[test]
fn a_byte_order_mark_is_passed_over_at_the_beginning_alone() {
    let marked = |at: usize| [&GOOD[..at], "\u{feff}", &GOOD[at..]].concat();
    assert!(open(Origin::Bytes(marked(0).as_bytes()), &|_| true).is_ok());
    for at in [1, GOOD.trim_end().len()] {
        assert!(open(Origin::Bytes(marked(at).as_bytes()), &|_| true).is_err());
    }
    assert!(open(Origin::Bytes(b"\xef\xbb"), &|_| true).is_err());
}
