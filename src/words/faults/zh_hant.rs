//! Traditional Chinese.

use super::Wording;
use crate::programme::Language;
use crate::programme::fault::{Entries, Fault, Instead, Quote, Right, Slip, Stands, Wanted};

pub(super) struct ZhHant;

impl Wording for ZhHant {
    fn fault(&self, fault: &Fault) -> String {
        match fault {
            Fault::Empty => "文件是空的；數據應是一個對象 {...}".into(),
            Fault::TooLarge => "文件大於 4 GiB；一份數據只有幾百 KB".into(),
            Fault::Encoding(name, iconv) => format!(
                "文件的編碼是 {name}；請另存為 UTF-8（記事本「另存為」裡的編碼），或用 iconv -f {iconv} -t UTF-8"
            ),
            Fault::NoText(kind) => format!("文件是 {kind}；數據應是文本，即 UTF-8 編碼的 JSON"),
            Fault::ByteOrderMark => {
                "文件以字節順序標記（BOM）開頭；可以讀取，但請存為不帶 BOM 的 UTF-8".into()
            }
            Fault::NotUtf8 { byte, offset } => {
                format!("第 {offset} 字節 0x{byte:02X} 不是 UTF-8；請把文件存為 UTF-8")
            }
            Fault::Control(b) => format!("字符串裡的 U+{b:04X} 沒有轉義；請刪去，或寫作 \\u{b:04x}"),
            Fault::Unsafe(c) => format!("U+{:04X} 是控制字符或不可見字符；請刪去", *c as u32),
            Fault::BadEscape => "JSON 沒有這種轉義；反斜線本身寫作 \\\\".into(),
            Fault::Unclosed => "這個字符串到行末還沒有結束；請補上雙引號".into(),
            Fault::NoComma => "這裡之前缺一個逗號".into(),
            Fault::CommaTooMany => "這個逗號之後沒有內容；請刪去".into(),
            Fault::Comment => "JSON 沒有註釋；請刪去".into(),
            Fault::TooDeep(most) => format!("這裡嵌套超過 {most} 層；一份數據只需 7 層"),
            Fault::Trailing => "數據在此之前已經結束；請刪去其餘部分，或前面多餘的括號".into(),
            Fault::NoValue(word, slip) => format!("{}不是 JSON 的值；{}", quoted(word), slip_word(*slip)),
            Fault::EndsEarly(wanted) => format!("文件過早結束；缺{}", missing(*wanted)),
            Fault::Unexpected(found, wanted) => {
                format!("{}不該在這裡；這裡應是{}", quoted(found), missing(*wanted))
            }
            Fault::Stands(found, right) => format!("這裡是{}；應是{}", stands(*found), self::right(*right)),
            Fault::Missing(field, right) => format!("缺字段「{field}」；應是{}", self::right(*right)),
            Fault::FieldTwice(name) => format!("字段「{name}」重複"),
            Fault::LanguageTwice(language) => format!("語言 {} 重複", language.tag()),
            Fault::UnknownField { name, near, known } => {
                let right = match near {
                    Some(near) => format!("是否指「{near}」？"),
                    None => format!("可用的有 {}", known.join("、")),
                };
                format!("沒有字段{}；{right}", quoted(name))
            }
            Fault::NoPlace => "該地區沒有「tile」；地圖把它放在其他地區下方".into(),
            Fault::PlaceTaken => "這個圖塊上已有別的地區；地圖會把這個地區移到旁邊".into(),
            Fault::Gap(axis, from, to) => {
                let line = ["列", "行"][*axis as usize];
                let lines =
                    if from == to { format!("第{from}{line}") } else { format!("第{from}至{to}{line}") };
                format!("此前{lines}沒有地區；地圖上略去")
            }
            Fault::NoTile => format!("這不是圖塊；應是{}", right(Right::Tile)),
            Fault::EmptyList(item) => format!("列表是空的；至少要有{}", right(*item)),
            Fault::TwiceInList(name) => format!("{}在列表裡重複；請刪去一個", quoted(name)),
            Fault::EmptyWord(right) => format!("這裡是空的；應是{}", self::right(*right)),
            Fault::EmptyText => "文字是空的；請寫上，或去掉這種語言".into(),
            Fault::Wrong(id, Right::Id) => {
                format!("{}不對；代號由小寫字母和數字組成，中間可有連字符", quoted(id))
            }
            Fault::Wrong(value, right) => format!("{}不對；應是{}", quoted(value), self::right(*right)),
            Fault::IdTwice(id, list) => format!("代號{}在「{}」裡重複", quoted(id), list.field()),
            Fault::NoEntry(list, id, instead) => {
                format!("沒有{}{}；{}", one(*list), quoted(id), self::instead(instead, *list))
            }
            Fault::NoLanguage(language) => match language {
                Language::ZhHans => "缺語言 zh-Hans；這是必需的".into(),
                _ => format!("缺語言 {}；以 zh-Hans 代替顯示", language.tag()),
            },
            Fault::NumberDiffers(number, other) => {
                format!("數字 {number} 不見於 {}；請使各語言一致", other.tag())
            }
            Fault::NoParagraph(name) => format!("來源沒有段落{}；它有 ¶1-¶15 和 C1-C4", quoted(name)),
            Fault::NotRestored(name) => format!("{name} 沒有校補之處；請刪去「restored」"),
            Fault::NotCited(number, cited) => {
                format!("數字 {number} 不見於所引段落（{cited}）；請引用它所在的段落")
            }
            Fault::More(count) => format!("另有 {count} 個問題沒有列出；請先改正以上各處"),
        }
    }

    fn warning(&self) -> &'static str {
        "警告："
    }

    fn first(&self, line: usize, column: usize) -> String {
        format!("，首見於第 {line} 行第 {column} 列")
    }
}

fn quoted(text: &Quote) -> String {
    ["「", text.as_str(), "」"].concat()
}

fn one(list: Entries) -> &'static str {
    match list {
        Entries::Sources => "來源",
        Entries::Zones => "分區",
        Entries::Regions => "地區",
        Entries::Topics => "領域",
        Entries::Partners => "合作方",
        Entries::Initiatives => "舉措",
    }
}

fn right(right: Right) -> &'static str {
    match right {
        Right::Object => "對象 {...}",
        Right::List => "列表 [...]",
        Right::Text => r#"按語言寫的文字 {"zh-Hans": "...", "zh-Hant": "...", "en": "..."}"#,
        Right::Word => "字符串",
        Right::Id => "代號，一個字符串",
        Right::RefTo(Entries::Sources) => "一個來源的代號",
        Right::RefTo(Entries::Zones) => "一個分區的代號",
        Right::RefTo(Entries::Regions) => "一個地區的代號",
        Right::RefTo(Entries::Topics) => "一個領域的代號",
        Right::RefTo(Entries::Partners) => "一個合作方的代號",
        Right::RefTo(Entries::Initiatives) => "一個舉措的代號",
        Right::Stage => " attract、develop、deploy、retain 之一",
        Right::Code => "六位數字的字符串，如 \"630100\"",
        Right::Paragraph => "段落，如 \"¶4\"，或圖注，如 \"C1\"",
        Right::Time => " RFC 3339 的時間，如 \"2025-03-18T08:55:11+08:00\"",
        Right::Tile => "[列, 行]，0 到 255 的兩個數字",
        Right::Flag => " true 或 false",
        Right::Format => " 1，目前只有這一種格式",
    }
}

fn stands(stands: Stands) -> String {
    match stands {
        Stands::Object => "對象".into(),
        Stands::List => "列表".into(),
        Stands::String => "字符串".into(),
        Stands::Number => "數字".into(),
        Stands::Version => "別的版本".into(),
        Stands::Literal(word) => format!(" {word}"),
    }
}

fn missing(wanted: Wanted) -> String {
    match wanted {
        Wanted::Value => "一個值".into(),
        Wanted::FieldName => "雙引號裡的字段名".into(),
        Wanted::Colon => "字段名之後的冒號".into(),
        Wanted::CommaOr(close) => format!("逗號或「{close}」"),
    }
}

fn slip_word(slip: Slip) -> String {
    match slip {
        Slip::NotFinite => "JSON 只有有限的數字".into(),
        Slip::Literal(word) => format!("應寫 {word}"),
        Slip::SingleQuotes => "字符串要用雙引號".into(),
        Slip::Number => "數字寫作 12 或 -1.5".into(),
        Slip::Text => "文字要用雙引號".into(),
    }
}

fn instead(instead: &Instead, list: Entries) -> String {
    match instead {
        Instead::Other(other) => format!("那是一個{}的代號", one(*other)),
        Instead::NoneThere => format!("列表「{}」是空的", list.field()),
        Instead::SeeList => format!("請看列表「{}」", list.field()),
        Instead::Near(near) => format!("是否指{}？", quoted(near)),
        Instead::Known(known, more) => {
            let known: Vec<_> = known.iter().map(quoted).collect();
            format!("有{}{}", known.join("、"), if *more { "等" } else { "" })
        }
    }
}
