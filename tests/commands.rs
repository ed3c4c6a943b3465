//! The commands as a shell sees them: what they print in each language, how they fail, what pipes do to them.

#![allow(clippy::unwrap_used, reason = "a test may fail by it")]

use std::fs::File;
use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Command, Output, Stdio};

use encoding_rs::GB18030;
use pulldown_cmark::{Event, Parser, Tag};
use yixin::text::WidthPolicy;

/// The program with an environment of its own: UTF-8, no terminal.
fn command(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_yixin"));
    command.args(args).env_clear().env("LANG", "C.UTF-8").current_dir(env!("CARGO_MANIFEST_DIR"));
    command
}

fn run(args: &[&str]) -> Output {
    command(args).output().unwrap()
}

/// What it prints, where it must succeed.
fn stdout(args: &[&str]) -> String {
    let output = run(args);
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// A snapshot of a command's output in 80 columns, in each language.
fn read_in_each_language(name: &str, args: &[&str]) {
    for language in ["zh-Hans", "zh-Hant", "en"] {
        let output = command(args).args(["--lang", language]).env("COLUMNS", "80").output().unwrap();
        let text = [output.stdout, output.stderr].concat();
        let text = String::from_utf8(text).unwrap();
        insta::with_settings!({
            snapshot_path => "commands", prepend_module_to_snapshot => false, omit_expression => true
        }, {
            insta::assert_snapshot!(format!("{name}-{language}"), text);
        });
    }
}

#[test]
fn lists() {
    read_in_each_language("list", &["list", "--zone", "feature"]);
    read_in_each_language("list-markdown", &["list", "--topic", "astronomy", "--format", "md"]);
    read_in_each_language("list-nothing", &["list", "--topic", "astronomy", "--region", "golog"]);
}

#[test]
fn tables_of_counts() {
    read_in_each_language("matrix", &["matrix"]);
    read_in_each_language("matrix-topics", &["matrix", "--columns", "topic", "--zone", "innovation"]);
    read_in_each_language(
        "matrix-markdown",
        &["matrix", "--rows", "zone", "--columns", "place", "--format", "md"],
    );
    read_in_each_language("matrix-nothing", &["matrix", "--topic", "astronomy", "--region", "golog"]);
    read_in_each_language("partners", &["partners", "--stage", "attract"]);
}

#[test]
fn a_table_of_counts_draws_what_the_terminal_can() {
    let drawn = |args: &[&str]| stdout(&[&["matrix", "--region", "golog"], args].concat());
    assert!(drawn(&[]).contains('·') && drawn(&[]).contains('│'));
    for args in [["--glyphs", "ascii"], ["--ambiguous", "wide"]] {
        let table = drawn(&args);
        assert!(!table.contains(['·', '│', '─']) && table.contains(" . |"), "{table}");
    }
}

#[test]
fn a_place_is_named_in_any_language_or_in_pinyin() {
    let here = stdout(&["list", "--place", "山东", "--format", "json"]);
    for place in ["山東", "Shandong", "SHANDONG", "shandong", "sd", "shan'dong"] {
        assert_eq!(stdout(&["list", "--place", place, "--format", "json"]), here, "{place}");
    }
}

#[test]
fn a_spreadsheet_gets_rfc_4180() {
    let mut data: serde_json::Value = serde_json::from_str(include_str!("check/valid.json")).unwrap();
    let title = "=SUM(1, 2) \"x\"";
    data["initiatives"][0]["title"] = serde_json::json!({ "zh-Hans": title });
    let mut child = command(&["list", "--format", "csv", "--data", "-"])
        .env("LANG", "zh_CN.GB18030")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(data.to_string().as_bytes()).unwrap();
    let text = String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap();
    let text = text.strip_prefix('\u{feff}').unwrap();
    assert!(text.split('\n').all(|line| line.is_empty() || line.ends_with('\r')), "{text}");
    let rows: Vec<_> = csv::Reader::from_reader(text.as_bytes()).into_records().map(|r| r.unwrap()).collect();
    assert_eq!(&rows[0][0], format!("'{title}"));
    assert_eq!(&rows[0][7], "doctor");
}

#[test]
fn what_doctor_finds() {
    read_in_each_language("doctor", &["doctor"]);
}

#[test]
fn programs_read_what_doctor_finds_in_one_language() {
    let environments = [
        "TERM=xterm-256color LANG=zh_CN.UTF-8",
        "TERM=screen LANG=zh_CN.GBK NO_COLOR=1",
        "TERM=linux",
        "TERM=dumb LANG=de_DE.ISO-8859-1",
        "TERM=tmux-256color COLORTERM=truecolor",
        "",
    ];
    for language in ["zh-Hans", "zh-Hant", "en"] {
        let mut said = String::new();
        for environment in environments {
            let mut program = command(&["doctor", "--json", "--lang", language]);
            program.envs(environment.split_whitespace().filter_map(|pair| pair.split_once('=')));
            said += std::str::from_utf8(&program.output().unwrap().stdout).unwrap();
        }
        assert!(said == include_str!("commands/doctor.json.txt"), "{language}: {said}");
    }
}

#[test]
fn entries() {
    read_in_each_language("show-initiative", &["show", "haidong-second-hospital-wuxi-experts"]);
    read_in_each_language("show-region", &["show", "huangnan"]);
    read_in_each_language("show-zone", &["show", "industry", "--format", "md"]);
    read_in_each_language("show-partner", &["show", "wuxi"]);
    read_in_each_language("show-topic", &["show", "health"]);
}

#[test]
fn briefings() {
    read_in_each_language("brief-region", &["brief", "--region", "haidong"]);
    read_in_each_language("brief-two", &["brief", "--zone", "feature", "--topic", "health,education"]);
    read_in_each_language("brief-partner", &["brief", "--partner", "wuxi"]);
    let old = "tests/fixtures/programme-2025-03.json";
    read_in_each_language("brief-since", &["brief", "--since", old, "--region", "haidong"]);
}

/// Whatever the data and the locale's charset, a document is UTF-8, and what stands in the data is text.
#[test]
fn markup_in_the_data_is_text_in_a_document() {
    let data = std::fs::read_to_string("data/programme.json").unwrap();
    let markup = "<script src=//x.example>1 &lt; 2</script>";
    let data = data.replace("\"Wuxi medical experts support a hospital\"", &format!("\"{markup}\""));
    for args in [["show", "haidong-second-hospital-wuxi-experts"].as_slice(), &["brief", "--partner", "wuxi"]]
    {
        let mut yixin = command(args);
        yixin.args(["--lang", "en", "--format", "html", "--data", "-"]).env("LANG", "zh_CN.GB18030");
        let mut child = yixin.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(data.as_bytes()).unwrap();
        let document = String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap();
        assert!(!document.contains("<script"), "{document}");
        assert!(document.contains("&lt;script src=//x.example&gt;1 &amp;lt; 2&lt;/script&gt;"), "{document}");
    }
}

#[test]
fn searches() {
    read_in_each_language("search", &["search", "bsfwt"]);
    read_in_each_language("search-nothing", &["search", "sininng"]);
}

/// Two small editions with a change of every sort.
const EDITIONS: [&str; 2] = ["tests/fixtures/small-old.json", "tests/fixtures/small-new.json"];

#[test]
fn editions() {
    let [old, new] = EDITIONS;
    read_in_each_language("diff", &["diff", old, new]);
    read_in_each_language("diff-markdown", &["diff", old, new, "--format", "md"]);
    read_in_each_language("diff-none", &["diff", old, old]);
    read_in_each_language("diff-filtered", &["diff", old, new, "--topic", "health"]);
}

#[test]
fn checks() {
    let files = ["tests/check/many-at-once.json", "tests/check/language-missing-english.json"];
    read_in_each_language("check", &[["check"].as_slice(), &files].concat());
    read_in_each_language("check-json", &["check", "--format", "json", "tests/check/code-short.json"]);
}

#[test]
fn help() {
    read_in_each_language("help", &["--help"]);
    read_in_each_language("help-short", &["-h"]);
    read_in_each_language("help-list", &["list", "-h"]);
}

#[test]
fn what_stands_for_a_value_is_in_the_language_of_the_help() {
    let commands =
        ["", "list", "show", "search", "matrix", "partners", "brief", "diff", "check", "tour", "doctor"];
    for command in commands {
        for language in ["zh-Hans", "zh-Hant"] {
            let args: Vec<_> = command.split_whitespace().chain(["--help", "--lang", language]).collect();
            let help = stdout(&args);
            let values: Vec<_> =
                help.split(['<', '[']).skip(1).filter_map(|rest| rest.split(['>', ']']).next()).collect();
            assert!(values.len() > 5, "{help}");
            for value in values {
                // What is to be written as it stands is in small letters.
                assert!(!value.chars().all(|c| c.is_ascii_uppercase()), "{command}: <{value}>");
            }
        }
    }
}

#[test]
fn short_help_fits_one_screen() {
    for language in ["zh-Hans", "zh-Hant", "en"] {
        let help = stdout(&["-h", "--lang", language]);
        assert!(help.lines().count() < 24, "{help}");
    }
}

#[test]
fn failures_are_one_line_that_says_what_and_where() {
    // (arguments, exit code, the line)
    let table: [(&[&str], i32, &str); 26] = [
        (&["list", "--region", "xinning"], 2, "yixin: no region 'xinning'; did you mean xining?"),
        (&["list", "--zone", "west"], 2, "yixin: no zone 'west'; there are innovation, industry, feature"),
        (&["list", "--stage", "atract"], 2, "yixin: no stage 'atract'; did you mean attract?"),
        (&["brief", "--topic", "helth"], 2, "yixin: no topic 'helth'; did you mean health?"),
        (&["list", "--partner", "wuxi\u{1b}["], 2, "yixin: no partner 'wuxi<U+001B>['; did you mean wuxi"),
        (&["matrix", "--place", "shnadong"], 2, "yixin: no place 'shnadong'; did you mean Shandong"),
        (&["partners", "--place", "paris"], 2, "yixin: no place 'paris'; there are "),
        (&["list", "--topic", "health,helth"], 2, "yixin: no topic 'helth'; did you mean health?"),
        (
            &["matrix", "--rows", "stage"],
            2,
            "yixin: invalid value 'stage' for '--rows <region|zone|topic|partner>'; it is one of region, zone, ",
        ),
        (
            &["list", "--format", "xml"],
            2,
            "yixin: invalid value 'xml' for '--format <table|tsv|csv|json|md>'; it is one of table, tsv, csv, ",
        ),
        (&["lsit"], 2, "yixin: unrecognized subcommand 'lsit'; a similar subcommand exists: 'list'"),
        (
            &["--zone", "industry", "list"],
            2,
            "yixin: options of the browser stand before a command; put the command's own behind it",
        ),
        (&["show", "xinning"], 1, "yixin: no entry 'xinning'; did you mean xining, nanjing?"),
        (
            &["list", "--data", "no.json"],
            1,
            "yixin: can't read no.json: No such file or directory (os error 2)",
        ),
        (
            &["show", "xining", "--data", "tests/check/topic-unknown.json"],
            1,
            "yixin: tests/check/topic-unknown.json:43:54: initiatives[0].topic: there is no topic 'helth'; \
             did you mean 'health'?",
        ),
        (
            &["list", "--data", "tests/check/empty-file.json"],
            1,
            "yixin: tests/check/empty-file.json:1:1: $: the file is empty; a dataset is an object, {...}",
        ),
        (&["check"], 2, "yixin: <FILE>... is missing"),
        (&["show"], 2, "yixin: <ID> is missing; there are innovation, industry, feature, xining, haidong, "),
        (
            &["brief", "--region"],
            2,
            "yixin: a value is required for '--region <ID>' but none was supplied; there are xining, haidong, ",
        ),
        (
            &["list", "--regoin", "x"],
            2,
            "yixin: unexpected argument '--regoin' found; a similar argument exists: '--region'",
        ),
        (&["search", "x", "--limit", "-1"], 2, "yixin: unexpected argument '-1' found"),
        (
            &["search", "x", "--limit", "x"],
            2,
            "yixin: invalid value 'x' for '--limit <N>': a number from 0 on is wanted",
        ),
        (
            &["tour", "--every", "0"],
            2,
            "yixin: invalid value '0' for '--every <SECONDS>': a number from 1 to 3600 is wanted",
        ),
        (
            &["--print", "3"],
            2,
            "yixin: invalid value '3' for '--print <WxH>': columns and rows are wanted, like 100x30",
        ),
        (&["--mouse", "--mouse"], 2, "yixin: the argument '--mouse' cannot be used multiple times"),
        (&["--kiosk=1"], 2, "yixin: unexpected value '1' for '--kiosk' found; no more were expected"),
    ];
    for (args, code, line) in table {
        let output = command(args).env("YIXIN_LANG", "en").output().unwrap();
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(code), "{args:?}: {stderr}");
        assert_eq!(stderr.lines().count(), 1, "{args:?}: {stderr}");
        assert!(stderr.starts_with(line), "{args:?}: {stderr}");
        assert!(output.stdout.is_empty(), "{args:?}");
    }
}

#[test]
fn exit_codes_tell_good_from_bad() {
    let valid = "tests/check/valid.json";
    let warning = "tests/check/language-missing-english.json";
    // (arguments, exit code)
    let table: [(&[&str], i32); 7] = [
        (&["check", "data/programme.json", valid], 0),
        (&["check", warning], 0),
        (&["check", valid, "tests/check/format-2.json"], 1),
        (&["check", "no.json"], 1),
        (&["search", "xining"], 0),
        (&["search", "no such thing", "--format", "json"], 1),
        (&["list", "--topic", "astronomy", "--region", "golog", "--format", "json"], 1),
    ];
    for (args, code) in table {
        assert_eq!(run(args).status.code(), Some(code), "{args:?}");
    }
    let [old, new] = EDITIONS;
    // (editions and options, exit code, the line of an error)
    let comparisons: [(&[&str], i32, &str); 7] = [
        (&[old, old], 0, ""),
        (&[old, new], 1, ""),
        (&[old, new, "--topic", "education", "--stage", "retain"], 0, ""),
        (&[old, "no.json"], 2, "yixin: can't read no.json: No such file or directory (os error 2)"),
        (&["tests/check/empty-file.json", new], 2, "yixin: tests/check/empty-file.json:1:1: "),
        (&[old, new, "--region", "xinning"], 2, "yixin: no region 'xinning'; did you mean xining?"),
        (&[old], 2, "yixin: "),
    ];
    for (args, code, line) in comparisons {
        let output = run(&[&["diff", "--lang", "en"], args].concat());
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(code), "{args:?}: {stderr}");
        assert!(stderr.starts_with(line) && stderr.lines().count() <= 1, "{args:?}: {stderr}");
        assert_eq!(line.is_empty(), stderr.is_empty(), "{args:?}: {stderr}");
    }
    let empty = run(&["search", "no such thing", "--format", "json"]);
    assert_eq!(String::from_utf8(empty.stdout).unwrap(), "[]\n");
}

#[test]
fn json_has_the_form_of_the_dataset() {
    let dataset: serde_json::Value = serde_json::from_str(include_str!("../data/programme.json")).unwrap();
    let parsed = |args: &[&str]| serde_json::from_str::<serde_json::Value>(&stdout(args)).unwrap();
    assert_eq!(parsed(&["list", "--format", "json"]), dataset["initiatives"]);
    for list in ["zones", "regions", "topics", "partners", "initiatives"] {
        for entry in dataset[list].as_array().unwrap().iter().take(8) {
            let id = entry["id"].as_str().unwrap();
            let shown = parsed(&["show", id, "--format", "json"]);
            assert_eq!(shown, *entry, "{id}");
        }
    }
}

#[test]
fn search_slices_its_texts_by_characters() {
    let hits: serde_json::Value =
        serde_json::from_str(&stdout(&["search", "caofl", "--format", "json"])).unwrap();
    let best = &hits[0];
    assert_eq!(
        (&best["kind"], &best["id"]),
        (&"initiative".into(), &"xining-academician-cao-fuliang".into())
    );
    let place = &best["matches"][0];
    let range = |n: usize| place["ranges"][0][n].as_u64().unwrap() as usize;
    let text: Vec<char> = place["text"].as_str().unwrap().chars().collect();
    assert_eq!(text[range(0)..range(1)].iter().collect::<String>(), "曹福亮");
}

#[test]
fn tsv_has_a_line_and_eight_fields_for_each_initiative() {
    let tsv = stdout(&["list", "--format", "tsv", "--lang", "en"]);
    assert!(tsv.lines().count() > 40);
    assert!(tsv.lines().all(|line| line.split('\t').count() == 8));
}

/// What a briefing says, and the tags in it.
fn parsed(markdown: &str) -> (String, Vec<Tag<'_>>) {
    let (mut text, mut tags) = (String::new(), Vec::new());
    for event in Parser::new(markdown) {
        match event {
            Event::Text(part) => text.push_str(&part),
            Event::Start(tag) => tags.push(tag),
            Event::End(_) => text.push('\n'),
            other => panic!("{other:?}"),
        }
    }
    (text, tags)
}

#[test]
fn briefings_are_commonmark_of_headings_paragraphs_and_lists() {
    let all: [&[&str]; 5] = [
        &["brief"],
        &["brief", "--region", "haixi"],
        &["brief", "--zone", "feature"],
        &["brief", "--topic", "health"],
        &["brief", "--partner", "wuxi"],
    ];
    for args in all {
        for language in ["zh-Hans", "zh-Hant", "en"] {
            let markdown = stdout(&[args, &["--lang", language]].concat());
            let (text, tags) = parsed(&markdown);
            let plain = |tag: &Tag<'_>| {
                matches!(tag, Tag::Heading { .. } | Tag::Paragraph | Tag::List(None) | Tag::Item)
            };
            assert!(tags.iter().all(plain), "{args:?}");
            assert!(text.contains("¶") && text.contains("2025-03-18"), "{args:?}");
            // Every line of text is the line of Markdown without its mark and its escapes.
            let lines = markdown.lines().filter(|line| !line.is_empty());
            let lines = lines.map(|line| line.trim_start_matches(['#', '-']).trim().replace('\\', ""));
            let said: Vec<_> = text.lines().filter(|line| !line.is_empty()).collect();
            assert_eq!(lines.collect::<Vec<_>>(), said, "{args:?} {language}");
        }
    }
}

#[test]
fn a_briefing_says_where_a_passage_was_restored() {
    let brief = stdout(&["brief", "--region", "haidong", "--lang", "en"]);
    assert!(
        brief.contains("(¶4 restored)") && brief.contains("restored: rests on a passage that was damaged")
    );
    assert!(!stdout(&["brief", "--topic", "computing"]).contains("复原"));
}

#[test]
fn a_reader_that_goes_away_ends_it_quietly() {
    for args in [&["list", "--format", "json"][..], &["schema"], &["completions", "bash"]] {
        let mut child = command(args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{args:?}");
        assert!(output.status.success(), "{args:?}");
    }
}

#[test]
fn a_full_disk_is_an_error() {
    let full = || File::options().write(true).open("/dev/full").unwrap();
    for args in [["list", "--lang=en"], ["show", "xining"], ["--help", "--lang=en"], ["brief", "--lang=en"]] {
        let output = command(&args).env("YIXIN_LANG", "en").stdout(full()).output().unwrap();
        assert_eq!(output.status.code(), Some(1), "{args:?}");
        let line = "yixin: can't write to standard output: No space left on device (os error 28)\n";
        assert_eq!(String::from_utf8(output.stderr).unwrap(), line, "{args:?}");
    }
}

#[test]
fn a_pipe_has_colours_only_where_they_are_asked_for() {
    let coloured = |set: &[(&str, &str)], args: &[&str]| {
        let output = command(args).envs(set.iter().copied()).output().unwrap();
        output.stdout.contains(&0x1b)
    };
    assert!(!coloured(&[], &["list"]));
    assert!(!coloured(&[("TERM", "xterm-256color")], &["list"]));
    assert!(coloured(&[("CLICOLOR_FORCE", "1")], &["list"]));
    assert!(!coloured(&[("CLICOLOR_FORCE", "0")], &["list"]));
    assert!(!coloured(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")], &["list"]));
    assert!(!coloured(&[("CLICOLOR_FORCE", "1")], &["list", "--color", "never"]));
    assert!(coloured(&[("NO_COLOR", "1")], &["list", "--color", "always"]));
    assert!(!coloured(&[("CLICOLOR_FORCE", "1")], &["list", "--format", "json"]));
}

#[test]
fn a_comparison_fits_its_columns_and_tears_no_mark_apart() {
    let [old, new] = EDITIONS;
    for (ambiguous, policy) in [("narrow", WidthPolicy::Narrow), ("wide", WidthPolicy::Wide)] {
        for columns in [24, 40, 61, 80] {
            let mut diff = command(&["diff", old, new, "--ambiguous", ambiguous, "--lang", "zh-Hans"]);
            let told = diff.env("COLUMNS", columns.to_string()).output().unwrap().stdout;
            let told = String::from_utf8(told).unwrap();
            for line in told.lines() {
                assert!(policy.columns(line) <= columns, "{columns}: {line}");
                assert!(!line.ends_with(['[', '{']) && !line.trim().starts_with([']', '}']), "{line}");
                assert!(!line.ends_with("[-") && !line.ends_with("{+"), "{line}");
            }
        }
    }
}

#[test]
fn what_went_and_what_came_is_red_and_green_on_top_of_its_marks() {
    let [old, new] = EDITIONS;
    let told = |set: &[(&str, &str)]| {
        let mut diff = command(&["diff", old, new, "--topic", "health", "--lang", "en"]);
        String::from_utf8(diff.envs(set.iter().copied()).output().unwrap().stdout).unwrap()
    };
    let coloured = told(&[("CLICOLOR_FORCE", "1")]);
    for piece in
        ["\x1b[31mTwo\x1b[m", "\x1b[32mThree\x1b[m", "\x1b[31m24 groups\x1b[m → \x1b[32m25 groups\x1b[m"]
    {
        assert!(coloured.contains(piece), "{coloured}");
    }
    let plain = coloured
        .split("\x1b[")
        .enumerate()
        .map(|(n, part)| if n == 0 { part } else { part.split_once('m').unwrap().1 });
    assert_eq!(plain.collect::<String>(), told(&[]));
}

#[test]
fn a_locale_of_gb18030_gets_its_bytes() {
    let list = command(&["show", "xining"]).env("LANG", "zh_CN.GB18030").output().unwrap();
    // 西宁市 in GB18030.
    assert!(list.stdout.starts_with(b"\xce\xf7\xc4\xfe\xca\xd0\n"));
}

#[test]
fn help_and_errors_come_in_the_charset_of_the_locale() {
    let said = [
        (&["--help"][..], "选项"),
        (&["--regoin", "x"], "不认识参数"),
        (&["show", "xinning"], "没有"),
        (&["search", "qqqqqq"], "没有找到"),
        (&["list", "--topic", "astronomy", "--region", "golog"], "没有"),
        (&["check", "data/programme.json"], "检查文件 1 个"),
        (&["--print", "60x12"], "创新中心 17"),
    ];
    for (args, said) in said {
        let (wanted, _, _) = GB18030.encode(said);
        for charset in [&["LANG=zh_CN.GB18030"][..], &["LANG=zh_CN.UTF-8", "YIXIN_CHARSET=gb18030"]] {
            let set = charset.iter().filter_map(|pair| pair.split_once('='));
            let output = command(args).envs(set).output().unwrap();
            let all = [output.stdout, output.stderr].concat();
            assert!(
                all.windows(wanted.len()).any(|bytes| bytes == &*wanted),
                "{args:?}: {}",
                GB18030.decode(&all).0
            );
        }
    }
}

/// There `¶` takes four bytes, which luit shows as `1` and mlterm as a gap.
#[test]
fn a_terminal_of_gb18030_gets_a_paragraph_mark_of_two_bytes() {
    for (charset, mark, other) in [("utf-8", "¶1、", '§'), ("gb18030", "§1、", '¶')] {
        let output = run(&["--lang", "zh-Hans", "--charset", charset, "--print", "100x40"]).stdout;
        let decoder = if charset == "gb18030" { GB18030 } else { encoding_rs::UTF_8 };
        let screen = decoder.decode(&output).0;
        assert!(screen.contains(mark) && !screen.contains(other), "{screen}");
    }
    for charset in ["GB18030", "GBK"] {
        let locale = ["zh_CN.", charset].concat();
        let shown = command(&["show", "xining"]).env("LANG", locale).output().unwrap();
        // §1 in both.
        assert!(shown.stdout.windows(3).any(|bytes| bytes == b"\xa1\xec1"), "{charset}");
    }
}

#[test]
fn nothing_in_a_dataset_acts_on_the_terminal() {
    let file = "tests/check/escape-sequence.json";
    for args in [["brief", "--data", file], ["list", "--data", file]] {
        let output = run(&args);
        assert!(output.status.success());
        assert!(!output.stdout.contains(&0x1b));
    }
    let evil = "{\"zones\":[{\"id\":\"\\u001b[2J\\u202e\",\"\\u001bx\":1}]}";
    let mut child = command(&["check", "-", "--lang", "en"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(evil.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(!output.stdout.contains(&0x1b));
    assert!(String::from_utf8_lossy(&output.stdout).contains("the field '<U+001B>x' is unknown"));
}

#[test]
fn completions_know_the_ids() {
    for shell in ["bash", "zsh", "fish"] {
        let script = stdout(&["completions", shell]);
        for id in ["xining", "innovation", "health", "wuxi", "attract"] {
            assert!(script.contains(id), "{shell}: {id}");
        }
    }
    // These two complete no values of options.
    for shell in ["powershell", "elvish"] {
        assert!(stdout(&["completions", shell]).contains("--region"), "{shell}");
    }
}

#[test]
fn the_manual_page_names_every_command() {
    let page = stdout(&["man", "--lang", "en"]);
    for command in
        ["list", "show", "search", "brief", "diff", "check", "doctor", "schema", "completions", "man"]
    {
        assert!(page.contains(&format!("yixin {command}")), "{command}");
    }
}
