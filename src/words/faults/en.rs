//! English.

use super::Wording;
use crate::programme::Language;
use crate::programme::fault::{Entries, Fault, Instead, Quote, Right, Slip, Stands, Wanted};

pub(super) struct En;

impl Wording for En {
    fn fault(&self, fault: &Fault) -> String {
        match fault {
            Fault::Empty => "the file is empty; a dataset is an object, {...}".into(),
            Fault::TooLarge => "the file is larger than 4 GiB; a dataset has some hundred kilobytes".into(),
            Fault::Encoding(name, iconv) => {
                format!("the file is {name}; save it as UTF-8 (iconv -f {iconv} -t UTF-8)")
            }
            Fault::NoText(kind) => format!("the file is {kind}; a dataset is a text, JSON in UTF-8"),
            Fault::ByteOrderMark => {
                "the file begins with a byte order mark; it is read, but save it as UTF-8 without one".into()
            }
            Fault::NotUtf8 { byte, offset } => {
                format!("byte 0x{byte:02X} at offset {offset} is no UTF-8; save the file as UTF-8")
            }
            Fault::Control(b) => {
                format!("U+{b:04X} stands unescaped in a string; remove it, or write \\u{b:04x}")
            }
            Fault::Unsafe(c) => {
                format!("U+{:04X} is a control or invisible character; remove it", *c as u32)
            }
            Fault::BadEscape => "this is no escape of JSON; a backslash itself is written \\\\".into(),
            Fault::Unclosed => "this string is not closed on its line; add a double quote".into(),
            Fault::NoComma => "a comma is missing before this".into(),
            Fault::CommaTooMany => "nothing follows this comma; remove it".into(),
            Fault::Comment => "JSON has no comments; remove this one".into(),
            Fault::TooDeep(most) => {
                format!("values are nested deeper than {most} here; a dataset needs 7")
            }
            Fault::Trailing => {
                "the dataset has ended before this; remove the rest, or a bracket too many above".into()
            }
            Fault::NoValue(word, slip) => {
                format!("{} is no value of JSON; {}", quoted(word), slip_word(*slip))
            }
            Fault::EndsEarly(wanted) => format!("the file ends too early; {} is missing", missing(*wanted)),
            Fault::Unexpected(found, wanted) => {
                format!("{} is unexpected; {} belongs here", quoted(found), missing(*wanted))
            }
            Fault::Stands(found, right) => {
                format!("{} stands here; right is {}", stands(*found), self::right(*right))
            }
            Fault::Missing(field, right) => {
                format!("the field '{field}' is missing; right is {}", self::right(*right))
            }
            Fault::FieldTwice(name) => format!("the field '{name}' stands twice"),
            Fault::LanguageTwice(language) => format!("the language {} stands twice", language.tag()),
            Fault::UnknownField { name, near, known } => {
                let right = match near {
                    Some(near) => format!("did you mean '{near}'?"),
                    None => format!("known: {}", known.join(", ")),
                };
                format!("the field {} is unknown; {right}", quoted(name))
            }
            Fault::NoPlace => "the region has no 'tile'; the map shows it below the others".into(),
            Fault::PlaceTaken => "another region lies on this tile; the map moves this one aside".into(),
            Fault::Gap(axis, from, to) => {
                let line = ["column", "row"][*axis as usize];
                match to - from {
                    0 => format!("no region lies in {line} {from} before this; the map leaves it out"),
                    _ => {
                        format!("no region lies in {line}s {from}-{to} before this; the map leaves them out")
                    }
                }
            }
            Fault::NoTile => format!("this is no tile; right is {}", right(Right::Tile)),
            Fault::EmptyList(item) => format!("the list is empty; it needs at least {}", right(*item)),
            Fault::TwiceInList(name) => format!("{} stands in this list twice; remove one", quoted(name)),
            Fault::EmptyWord(right) => format!("this is empty; right is {}", self::right(*right)),
            Fault::EmptyText => "the text is empty; write it, or leave the language out".into(),
            Fault::Wrong(id, Right::Id) => {
                format!("{} is wrong; an id is small letters and digits, with hyphens between", quoted(id))
            }
            Fault::Wrong(value, right) => {
                format!("{} is wrong; right is {}", quoted(value), self::right(*right))
            }
            Fault::IdTwice(id, list) => format!("the id {} stands twice in '{}'", quoted(id), list.field()),
            Fault::NoEntry(list, id, instead) => {
                format!("there is no {} {}; {}", one(*list), quoted(id), self::instead(instead, *list))
            }
            Fault::NoLanguage(language) => match language {
                Language::ZhHans => "the language zh-Hans is missing; it is required".into(),
                _ => format!("the language {} is missing; zh-Hans is shown instead", language.tag()),
            },
            Fault::NumberDiffers(number, other) => {
                format!("the number {number} is not in {}; make them agree", other.tag())
            }
            Fault::NoParagraph(name) => {
                format!("the source has no paragraph {}; it has ¶1-¶15 and C1-C4", quoted(name))
            }
            Fault::NotRestored(name) => format!("nothing was restored in {name}; remove 'restored'"),
            Fault::NotCited(number, cited) => {
                format!("the number {number} is not in the cited text ({cited}); cite where it stands")
            }
            Fault::More(count) => format!("{count} more problems are not listed; correct these first"),
        }
    }

    fn warning(&self) -> &'static str {
        "warning: "
    }

    fn first(&self, line: usize, column: usize) -> String {
        format!(", first on line {line}, column {column}")
    }
}

fn quoted(text: &Quote) -> String {
    ["'", text.as_str(), "'"].concat()
}

fn one(list: Entries) -> &'static str {
    match list {
        Entries::Sources => "source",
        Entries::Zones => "zone",
        Entries::Regions => "region",
        Entries::Topics => "topic",
        Entries::Partners => "partner",
        Entries::Initiatives => "initiative",
    }
}

fn right(right: Right) -> &'static str {
    match right {
        Right::Object => "an object, {...}",
        Right::List => "a list, [...]",
        Right::Text => r#"a text by language, {"zh-Hans": "...", "zh-Hant": "...", "en": "..."}"#,
        Right::Word => "a string",
        Right::Id => "an id, a string",
        Right::RefTo(Entries::Sources) => "the id of a source",
        Right::RefTo(Entries::Zones) => "the id of a zone",
        Right::RefTo(Entries::Regions) => "the id of a region",
        Right::RefTo(Entries::Topics) => "the id of a topic",
        Right::RefTo(Entries::Partners) => "the id of a partner",
        Right::RefTo(Entries::Initiatives) => "the id of an initiative",
        Right::Stage => "one of attract, develop, deploy, retain",
        Right::Code => "a string of six digits, like \"630100\"",
        Right::Paragraph => "a paragraph like \"¶4\", or a caption like \"C1\"",
        Right::Time => "a time of RFC 3339, like \"2025-03-18T08:55:11+08:00\"",
        Right::Tile => "[column, row], two numbers from 0 to 255",
        Right::Flag => "true or false",
        Right::Format => "1, the only form there is",
    }
}

fn stands(stands: Stands) -> &'static str {
    match stands {
        Stands::Object => "an object",
        Stands::List => "a list",
        Stands::String => "a string",
        Stands::Number => "a number",
        Stands::Version => "another version",
        Stands::Literal(word) => word,
    }
}

fn missing(wanted: Wanted) -> String {
    match wanted {
        Wanted::Value => "a value".into(),
        Wanted::FieldName => "a field's name in double quotes".into(),
        Wanted::Colon => "a colon behind the field's name".into(),
        Wanted::CommaOr(close) => format!("a comma or '{close}'"),
    }
}

fn slip_word(slip: Slip) -> String {
    match slip {
        Slip::NotFinite => "JSON has finite numbers only".into(),
        Slip::Literal(word) => format!("the word is {word}"),
        Slip::SingleQuotes => "strings stand in double quotes".into(),
        Slip::Number => "a number is written like 12 or -1.5".into(),
        Slip::Text => "text stands in double quotes".into(),
    }
}

fn instead(instead: &Instead, list: Entries) -> String {
    match instead {
        Instead::Other(other) => format!("that is the id of a {}", one(*other)),
        Instead::NoneThere => format!("the list '{}' is empty", list.field()),
        Instead::SeeList => format!("see the list '{}'", list.field()),
        Instead::Near(near) => format!("did you mean {}?", quoted(near)),
        Instead::Known(known, more) => {
            let known: Vec<_> = known.iter().map(quoted).collect();
            format!("known: {}{}", known.join(", "), if *more { ", ..." } else { "" })
        }
    }
}
