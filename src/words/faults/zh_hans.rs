//! Simplified Chinese.

use super::Wording;
use crate::programme::Language;
use crate::programme::fault::{Entries, Fault, Instead, Quote, Right, Slip, Stands, Wanted};

pub(super) struct ZhHans;

impl Wording for ZhHans {
    fn fault(&self, fault: &Fault) -> String {
        match fault {
            Fault::Empty => "文件是空的；数据应是一个对象 {...}".into(),
            Fault::TooLarge => "文件大于 4 GiB；一份数据只有几百 KB".into(),
            Fault::Encoding(name, iconv) => format!(
                "文件的编码是 {name}；请另存为 UTF-8（记事本“另存为”里的编码），或用 iconv -f {iconv} -t UTF-8"
            ),
            Fault::NoText(kind) => format!("文件是 {kind}；数据应是文本，即 UTF-8 编码的 JSON"),
            Fault::ByteOrderMark => {
                "文件以字节顺序标记（BOM）开头；可以读取，但请存为不带 BOM 的 UTF-8".into()
            }
            Fault::NotUtf8 { byte, offset } => {
                format!("第 {offset} 字节 0x{byte:02X} 不是 UTF-8；请把文件存为 UTF-8")
            }
            Fault::Control(b) => format!("字符串里的 U+{b:04X} 没有转义；请删去，或写作 \\u{b:04x}"),
            Fault::Unsafe(c) => format!("U+{:04X} 是控制字符或不可见字符；请删去", *c as u32),
            Fault::BadEscape => "JSON 没有这种转义；反斜线本身写作 \\\\".into(),
            Fault::Unclosed => "这个字符串到行末还没有结束；请补上双引号".into(),
            Fault::NoComma => "这里之前缺一个逗号".into(),
            Fault::CommaTooMany => "这个逗号之后没有内容；请删去".into(),
            Fault::Comment => "JSON 没有注释；请删去".into(),
            Fault::TooDeep(most) => format!("这里嵌套超过 {most} 层；一份数据只需 7 层"),
            Fault::Trailing => "数据在此之前已经结束；请删去其余部分，或前面多余的括号".into(),
            Fault::NoValue(word, slip) => format!("{}不是 JSON 的值；{}", quoted(word), slip_word(*slip)),
            Fault::EndsEarly(wanted) => format!("文件过早结束；缺{}", missing(*wanted)),
            Fault::Unexpected(found, wanted) => {
                format!("{}不该在这里；这里应是{}", quoted(found), missing(*wanted))
            }
            Fault::Stands(found, right) => format!("这里是{}；应是{}", stands(*found), self::right(*right)),
            Fault::Missing(field, right) => format!("缺字段“{field}”；应是{}", self::right(*right)),
            Fault::FieldTwice(name) => format!("字段“{name}”重复"),
            Fault::LanguageTwice(language) => format!("语言 {} 重复", language.tag()),
            Fault::UnknownField { name, near, known } => {
                let right = match near {
                    Some(near) => format!("是否指“{near}”？"),
                    None => format!("可用的有 {}", known.join("、")),
                };
                format!("没有字段{}；{right}", quoted(name))
            }
            Fault::NoPlace => "该地区没有“tile”；地图把它放在其他地区下方".into(),
            Fault::PlaceTaken => "这个图块上已有别的地区；地图会把这个地区移到旁边".into(),
            Fault::Gap(axis, from, to) => {
                let line = ["列", "行"][*axis as usize];
                let lines =
                    if from == to { format!("第{from}{line}") } else { format!("第{from}至{to}{line}") };
                format!("此前{lines}没有地区；地图上略去")
            }
            Fault::NoTile => format!("这不是图块；应是{}", right(Right::Tile)),
            Fault::EmptyList(item) => format!("列表是空的；至少要有{}", right(*item)),
            Fault::TwiceInList(name) => format!("{}在列表里重复；请删去一个", quoted(name)),
            Fault::EmptyWord(right) => format!("这里是空的；应是{}", self::right(*right)),
            Fault::EmptyText => "文字是空的；请写上，或去掉这种语言".into(),
            Fault::Wrong(id, Right::Id) => {
                format!("{}不对；代号由小写字母和数字组成，中间可有连字符", quoted(id))
            }
            Fault::Wrong(value, right) => format!("{}不对；应是{}", quoted(value), self::right(*right)),
            Fault::IdTwice(id, list) => format!("代号{}在“{}”里重复", quoted(id), list.field()),
            Fault::NoEntry(list, id, instead) => {
                format!("没有{}{}；{}", one(*list), quoted(id), self::instead(instead, *list))
            }
            Fault::NoLanguage(language) => match language {
                Language::ZhHans => "缺语言 zh-Hans；这是必需的".into(),
                _ => format!("缺语言 {}；以 zh-Hans 代替显示", language.tag()),
            },
            Fault::NumberDiffers(number, other) => {
                format!("数字 {number} 不见于 {}；请使各语言一致", other.tag())
            }
            Fault::NoParagraph(name) => format!("来源没有段落{}；它有 ¶1-¶15 和 C1-C4", quoted(name)),
            Fault::NotRestored(name) => format!("{name} 没有校补之处；请删去“restored”"),
            Fault::NotCited(number, cited) => {
                format!("数字 {number} 不见于所引段落（{cited}）；请引用它所在的段落")
            }
            Fault::More(count) => format!("另有 {count} 个问题没有列出；请先改正以上各处"),
        }
    }

    fn warning(&self) -> &'static str {
        "警告："
    }

    fn first(&self, line: usize, column: usize) -> String {
        format!("，首见于第 {line} 行第 {column} 列")
    }
}

fn quoted(text: &Quote) -> String {
    ["“", text.as_str(), "”"].concat()
}

fn one(list: Entries) -> &'static str {
    match list {
        Entries::Sources => "来源",
        Entries::Zones => "分区",
        Entries::Regions => "地区",
        Entries::Topics => "领域",
        Entries::Partners => "合作方",
        Entries::Initiatives => "举措",
    }
}

fn right(right: Right) -> &'static str {
    match right {
        Right::Object => "对象 {...}",
        Right::List => "列表 [...]",
        Right::Text => r#"按语言写的文字 {"zh-Hans": "...", "zh-Hant": "...", "en": "..."}"#,
        Right::Word => "字符串",
        Right::Id => "代号，一个字符串",
        Right::RefTo(Entries::Sources) => "一个来源的代号",
        Right::RefTo(Entries::Zones) => "一个分区的代号",
        Right::RefTo(Entries::Regions) => "一个地区的代号",
        Right::RefTo(Entries::Topics) => "一个领域的代号",
        Right::RefTo(Entries::Partners) => "一个合作方的代号",
        Right::RefTo(Entries::Initiatives) => "一个举措的代号",
        Right::Stage => " attract、develop、deploy、retain 之一",
        Right::Code => "六位数字的字符串，如 \"630100\"",
        Right::Paragraph => "段落，如 \"¶4\"，或图注，如 \"C1\"",
        Right::Time => " RFC 3339 的时间，如 \"2025-03-18T08:55:11+08:00\"",
        Right::Tile => "[列, 行]，0 到 255 的两个数字",
        Right::Flag => " true 或 false",
        Right::Format => " 1，目前只有这一种格式",
    }
}

fn stands(stands: Stands) -> String {
    match stands {
        Stands::Object => "对象".into(),
        Stands::List => "列表".into(),
        Stands::String => "字符串".into(),
        Stands::Number => "数字".into(),
        Stands::Version => "别的版本".into(),
        Stands::Literal(word) => format!(" {word}"),
    }
}

fn missing(wanted: Wanted) -> String {
    match wanted {
        Wanted::Value => "一个值".into(),
        Wanted::FieldName => "双引号里的字段名".into(),
        Wanted::Colon => "字段名之后的冒号".into(),
        Wanted::CommaOr(close) => format!("逗号或“{close}”"),
    }
}

fn slip_word(slip: Slip) -> String {
    match slip {
        Slip::NotFinite => "JSON 只有有限的数字".into(),
        Slip::Literal(word) => format!("应写 {word}"),
        Slip::SingleQuotes => "字符串要用双引号".into(),
        Slip::Number => "数字写作 12 或 -1.5".into(),
        Slip::Text => "文字要用双引号".into(),
    }
}

fn instead(instead: &Instead, list: Entries) -> String {
    match instead {
        Instead::Other(other) => format!("那是一个{}的代号", one(*other)),
        Instead::NoneThere => format!("列表“{}”是空的", list.field()),
        Instead::SeeList => format!("请看列表“{}”", list.field()),
        Instead::Near(near) => format!("是否指{}？", quoted(near)),
        Instead::Known(known, more) => {
            let known: Vec<_> = known.iter().map(quoted).collect();
            format!("有{}{}", known.join("、"), if *more { "等" } else { "" })
        }
    }
}
