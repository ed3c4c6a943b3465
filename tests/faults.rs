//! Every failure that can be made to happen, in three languages: one line, and no word of another language in it.

#![allow(clippy::unwrap_used, reason = "a test may fail by it")]

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use ferrous_opencc::{OpenCC, config::BuiltinConfig};
use portable_pty::{PtySize, native_pty_system};
use yixin::programme::{Changed, Kind, Language, Refusal, check};
use yixin::terminal::report::{Finding, Follows, Source, Value, What};
use yixin::terminal::{Capability, Charset, Overrides, Unfit};
use yixin::text::{WidthPolicy, is_han};
use yixin::words::{Failure, Offer, Sought, Usage, Wanted, finding, message};

/// Words that stay what they are in Chinese: names of formats and charsets, of keys, of the languages, and what is
/// written into a dataset.
const KEPT: &str = "JSON UTF GB GBK GiB KB RFC BOM iconv yixin zh Hans Hant en restored attract develop deploy retain \
                    true false null TERM dumb Big Word";

/// What is left of a Chinese sentence without what is rightly Latin: options, ids, commands in backquotes, values and
/// what was typed in quotes, names of keys in angle brackets and the values named there.
fn foreign(sentence: &str, known: &[String]) -> Vec<String> {
    let (mut rest, mut values) = (String::new(), String::new());
    let mut open = None;
    for c in sentence.chars() {
        match (open, c) {
            (None, '“') => open = Some('”'),
            (None, '「') => open = Some('」'),
            (None, '`' | '"') => open = Some(c),
            (None, '<') => open = Some('>'),
            (Some(close), c) if c == close => open = None,
            (Some(_), c) => values.push(c),
            (None, c) => rest.push(c),
        }
    }
    let is_part = |c: char| c.is_ascii_alphanumeric() || "-_./¶".contains(c);
    let values: Vec<_> = values.split(|c| !is_part(c)).collect();
    rest.split(|c| !is_part(c))
        .filter(|word| !word.starts_with("--") && !word.contains('.') && !values.contains(word))
        .filter(|word| !known.iter().any(|id| id == word))
        .flat_map(|word| word.split('-'))
        .map(|word| word.trim_start_matches('¶').trim_end_matches(|c: char| c.is_ascii_digit()))
        .filter(|word| word.len() > 1 && !word.starts_with(|c: char| c.is_ascii_digit()))
        .filter(|word| !KEPT.split_whitespace().any(|kept| kept == *word))
        .map(String::from)
        .collect()
}

/// Looks at a sentence in each language.
fn assert_native(what: &str, said: [&str; 3], known: &[String]) {
    let [hans, hant, en] = said;
    assert!(said.iter().all(|text| !text.is_empty() && !text.contains('\n')), "{what}: {said:?}");
    // What was typed and what stands in the file is quoted.
    let own: String = en.split('\'').step_by(2).collect();
    assert!(!own.chars().any(|c| is_han(c) || "，；：。、（）".contains(c)), "{what}: {en}");
    for chinese in [hans, hant] {
        assert!(chinese.chars().any(is_han), "{what}: {chinese}");
        assert_eq!(foreign(chinese, known), [""; 0], "{what}: {chinese}");
    }
    let simplified =
        OpenCC::from_config(BuiltinConfig::T2s).unwrap().convert(&hant.replace('「', "“").replace('」', "”"));
    assert_eq!(simplified, hans, "{what}: {hant}");
}

/// What a run says on standard error, less the program's name and the place in a file.
fn said(program: &mut Command) -> String {
    let output = program.output().unwrap();
    let text = String::from_utf8(output.stderr).unwrap();
    assert_ne!(output.status.code(), Some(0), "{program:?}: {text}");
    assert_eq!(text.lines().count(), 1, "{program:?}: {text}");
    let line = text.trim_end().strip_prefix("yixin: ").unwrap().to_owned();
    match line.split_once(": ") {
        Some((place, rest)) if place.contains(".json:") => rest.split_once(": ").unwrap().1.into(),
        _ => line,
    }
}

fn ids() -> Vec<String> {
    let dataset: serde_json::Value = serde_json::from_str(include_str!("../data/programme.json")).unwrap();
    let lists = ["zones", "regions", "topics", "partners", "initiatives"];
    let ids = lists.iter().flat_map(|list| dataset[list].as_array().unwrap());
    let ids = ids.map(|entry| entry["id"].as_str().unwrap());
    ids.chain(Changed::ALL.map(Changed::id)).map(str::to_owned).collect()
}

/// Command lines that are refused, but for those that need a file or a terminal.
const REFUSED: &[&[&str]] = &[
    &["lsit"],
    &["zzz"],
    &["help"],
    &["--regoin", "x"],
    &["--zzz"],
    &["-x"],
    &["list", "x"],
    &["list", "--foo"],
    &["show", "a", "b"],
    &["doctor", "--jsn"],
    &["--zone"],
    &["--region="],
    &["--initiative"],
    &["--data"],
    &["--lang"],
    &["--ambiguous", "x"],
    &["--glyphs", "x"],
    &["--color", "x"],
    &["--charset", "x"],
    &["--print", "3"],
    &["--print"],
    &["--keys", "j"],
    &["--kiosk=1"],
    &["--mouse", "--mouse"],
    &["--data", "a", "--data", "b"],
    &["--kiosk", "--data", "x"],
    &["--kiosk", "--print", "80x24"],
    &["--zone", "industry", "list"],
    &["--print", "80x24", "--keys", "<nokey>"],
    &["--zone", "west"],
    &["--region", "xinning"],
    &["--initiative", "zzzzzz"],
    &["list", "--zone", "west"],
    &["list", "--region", "xinning"],
    &["list", "--stage", "atract"],
    &["list", "--stage", "zzzz"],
    &["list", "--topic", "helth"],
    &["list", "--partner", "wuxj"],
    &["list", "--partner"],
    &["list", "--format", "xml"],
    &["list", "--changes", "new"],
    &["--changes", "new"],
    &["list", "--since", "tests/fixtures/small-old.json", "--changes", "nwe"],
    &["--kiosk", "--since", "x"],
    &["list", "--topic", "astronomy", "--region", "golog"],
    &["show"],
    &["show", "xinning"],
    &["show", "zzzzzz"],
    &["show", "xining", "--format", "x"],
    &["search"],
    &["search", "x", "--limit", "-1"],
    &["search", "x", "--limit", "x"],
    &["search", "x", "--format", "x"],
    &["brief", "--region"],
    &["brief", "--region", "xining", "--zone", "industry"],
    &["brief", "--topic", "zzzz"],
    &["check"],
    &["check", "data/programme.json", "--format", "x"],
    &["tour"],
    &["tour", "--every", "0"],
    &["matrix", "--rows"],
    &["matrix", "--columns", "topics"],
    &["partners", "--place"],
    &["partners", "--place", "zzz"],
    &["partners", "--place", "shanxi"],
    &["list", "--partner", "无锡"],
    &["show", "大学"],
    &["diff"],
    &["diff", "a"],
    &["diff", "-", "-"],
    &["diff", "data/programme.json", "no.json"],
    &["completions"],
    &["completions", "tcsh"],
    &["list", "--data", "no.json"],
    &["list", "--data", "src"],
    &["list", "--data", "src/main.rs/x"],
    &["list", "--data", "-"],
    &["list", "--data", "tests/check/utf-16.json"],
    &["list", "--data", "tests/check/gb18030.json"],
    &["list", "--data", "tests/check/topic-unknown.json"],
];

fn program(args: &[&str], language: Language) -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_yixin"));
    program.args(args).env_clear().env("LANG", "C.UTF-8").env("YIXIN_LANG", language.tag());
    if args.iter().any(|arg| arg.starts_with("--kiosk")) {
        // A kiosk takes nothing from the environment.
        program.args(["--lang", language.tag()]);
    }
    program.current_dir(env!("CARGO_MANIFEST_DIR")).stdin(Stdio::null()).stdout(Stdio::null());
    program
}

#[test]
fn every_refusal_is_said_in_three_languages() {
    let ids = ids();
    for args in REFUSED {
        let known: Vec<_> = ids.iter().cloned().chain(args.iter().map(ToString::to_string)).collect();
        let each = Language::ALL.map(|language| said(program(args, language).stdout(Stdio::piped())));
        assert_native(&format!("{args:?}"), each.each_ref().map(String::as_str), &known);
    }
}

#[test]
fn a_full_disk_is_said_in_three_languages() {
    for args in [&["list"][..], &["--help"], &["man"], &["schema"], &["--print", "60x12"], &[]] {
        let full = || File::options().write(true).open("/dev/full").unwrap();
        let each = Language::ALL.map(|language| said(program(args, language).stdout(full())));
        assert_native(&format!("{args:?}"), each.each_ref().map(String::as_str), &[]);
    }
}

#[test]
fn standard_input_that_is_no_dataset_is_said_in_three_languages() {
    let each = Language::ALL.map(|language| {
        let mut program = program(&["list", "--data", "-"], language);
        let mut child = program.stdin(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(b"{\"format\": 1]").unwrap();
        let line = String::from_utf8(child.wait_with_output().unwrap().stderr).unwrap();
        line.trim_end().strip_prefix("yixin: -:1:13: $: ").unwrap().to_owned()
    });
    assert_native("standard input", each.each_ref().map(String::as_str), &[]);
}

#[test]
fn a_missing_keyboard_is_said_in_three_languages() {
    let pair = native_pty_system().openpty(PtySize::default()).unwrap();
    let each = Language::ALL.map(|language| {
        let output = File::options().write(true).open(pair.master.tty_name().unwrap()).unwrap();
        let mut alone = Command::new("setsid");
        alone.arg("--wait").arg(env!("CARGO_BIN_EXE_yixin")).env("TERM", "xterm");
        said(alone.env("YIXIN_LANG", language.tag()).stdin(Stdio::null()).stdout(output))
    });
    assert!(each[2].starts_with("no keyboard") && each[0].starts_with("没有键盘"), "{each:?}");
    assert_native("no keyboard", each.each_ref().map(String::as_str), &[]);
}

#[test]
fn what_a_terminal_cannot_show_is_said_in_three_languages() {
    let pair = native_pty_system().openpty(PtySize::default()).unwrap();
    for set in [("TERM", "dumb"), ("TERM", ""), ("LC_ALL", "zh_TW.Big5")] {
        let each = Language::ALL.map(|language| {
            let terminal =
                || File::options().read(true).write(true).open(pair.master.tty_name().unwrap()).unwrap();
            let mut program = program(&[], language);
            program.env("TERM", "xterm").env(set.0, set.1);
            said(program.stdin(terminal()).stdout(terminal()))
        });
        assert_native(&format!("{set:?}"), each.each_ref().map(String::as_str), &[]);
    }
}

#[test]
fn what_cannot_be_made_to_happen_has_its_sentences_too() {
    let name = || "a.json".to_owned();
    let dataset = |refusal| Failure::Dataset { name: name(), refusal };
    let failures = [
        dataset(Refusal::GivenUp),
        dataset(Refusal::Unplaced),
        dataset(Refusal::Unreadable(io::ErrorKind::TimedOut.into())),
        dataset(Refusal::Unreadable(io::ErrorKind::PermissionDenied.into())),
        Failure::Terminal(io::ErrorKind::StorageFull.into()),
        Failure::Writing(io::ErrorKind::ReadOnlyFilesystem.into()),
        Failure::Other(io::ErrorKind::OutOfMemory.into()),
        Failure::NoKeyboard,
        Failure::DocumentOnTerminal,
        Failure::Unfit(Unfit::NoCursor(String::new())),
        Failure::Usage(Usage::NotUtf8),
        Failure::Usage(Usage::Unclear),
        Failure::Usage(Usage::Value {
            option: "--x".into(),
            value: "y".into(),
            wanted: Wanted::Number(2, 3),
        }),
    ];
    let kinds = Kind::ALL.map(Sought::Kind).into_iter().chain([Sought::Entry, Sought::Stage]);
    let unknown =
        kinds.map(|sought| Failure::Unknown { sought, word: "x".into(), offer: Offer::Known(vec![], false) });
    for failure in failures.into_iter().chain(unknown) {
        let each = Language::ALL.map(|language| failure.say(language));
        assert_native(&format!("{failure:?}"), each.each_ref().map(String::as_str), &[]);
    }
}

/// What is found out by the environments, the answers and the options that there may be.
fn findings() -> Vec<Finding> {
    let environments = [
        "TERM=xterm LANG=zh_CN.UTF-8",
        "TERM=xterm LANG=zh_CN.GB18030 NO_COLOR=1",
        "TERM=xterm LANG=zh_TW.Big5 VTE_VERSION=7006",
        "TERM=linux",
        "TERM=tmux COLORTERM=truecolor",
        "TERM=dumb",
        "",
    ];
    let narrow = Some(WidthPolicy::Narrow);
    let options = [
        Overrides::default(),
        Overrides { ambiguous: narrow, charset: Some(Charset::Utf8), ..Overrides::default() },
    ];
    let fbterm = Overrides { emulator: Some("fbterm"), ..Overrides::default() };
    let linux = |name: &str| (name == "TERM").then(|| "linux".to_owned());
    let mut found = Capability::detect(&linux, &fbterm).findings;
    for environment in environments {
        let pairs: Vec<_> = environment.split_whitespace().filter_map(|pair| pair.split_once('=')).collect();
        let look_up = |name: &str| pairs.iter().find(|pair| pair.0 == name).map(|pair| pair.1.to_owned());
        for options in &options {
            let mut capability = Capability::detect(&look_up, options);
            capability.learn(narrow, Some(true));
            capability.learn(Some(WidthPolicy::Wide), Some(false));
            capability.learn_clipboard();
            found.extend(capability.findings);
        }
    }
    let round_trip = |took, follows| Finding {
        what: What::RoundTrip,
        value: Value::RoundTrip(took),
        source: Source::Answer,
        follows,
    };
    let took = Some(Duration::from_millis(3));
    found.extend([Follows::WaitsForLine, Follows::WaitsForAnswers].map(|follows| round_trip(took, follows)));
    found.push(round_trip(None, Follows::NeverWaits));
    found
}

#[test]
fn what_doctor_finds_is_said_in_three_languages() {
    let names = "ascii fbterm xterm tmux CSI ASCII OSC Unicode NO_COLOR COLORTERM truecolor LANG CN TW VTE_VERSION ms linux";
    let known: Vec<_> = names.split(' ').map(String::from).collect();
    let findings = findings();
    for found in &findings {
        let [hans, hant, en] = Language::ALL.map(|language| finding(language, found));
        for ((hans, hant), en) in hans.iter().zip(&hant).zip(&en) {
            // A cell may be no more than a name.
            let prefix = if hans == en { ["名：", "名：", "Name: "] } else { [""; 3] };
            let said = [[prefix[0], hans], [prefix[1], hant], [prefix[2], en]].map(|parts| parts.concat());
            assert_native(&format!("{found:?}"), said.each_ref().map(String::as_str), &known);
        }
    }
    let follows: BTreeSet<_> = findings.iter().map(|found| format!("{:?}", found.follows)).collect();
    assert_eq!(follows.len(), Follows::NeverWaits as usize + 1, "{follows:?}");
}

#[test]
fn every_problem_of_a_dataset_is_said_in_three_languages() {
    let mut seen = 0;
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/check")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "json") {
            continue;
        }
        for problem in check(&fs::read(&path).unwrap()) {
            let each = Language::ALL.map(|language| message(language, &problem));
            let fields = "format programme sources zones regions topics partners initiatives id title text \
                          publisher author editor published note name short role cites code profile tile place kind \
                          measures stages topic people figures value unit label source paragraph summary issuer \
                          issued aims region zone";
            let known: Vec<_> = fields.split_whitespace().map(String::from).collect();
            assert_native(
                &format!("{}: {problem:?}", path.display()),
                each.each_ref().map(String::as_str),
                &known,
            );
            seen += 1;
        }
    }
    assert!(seen > 100, "{seen}");
}
