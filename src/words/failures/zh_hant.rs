//! Traditional Chinese.

use std::io::{self, ErrorKind};

use super::en::En;
use super::{Failure, Offer, Sought, Usage, Wanted, Wording, joined};
use crate::programme::{Kind, Language, Refusal};
use crate::terminal::Unfit;

pub(super) struct ZhHant;

impl Wording for ZhHant {
    fn failure(&self, failure: &Failure) -> String {
        match failure {
            Failure::Dataset { name, refusal } => refused(name, refusal),
            Failure::Unknown { sought, word, offer } => {
                format!("沒有{}「{word}」；{}", sought_word(*sought), self::offer(offer))
            }
            Failure::Key(name) => {
                format!("沒有「{name}」這個鍵；鍵名如 <tab> <s-tab> <enter> <esc> <c-d> <pgdn> <f1> <lt>")
            }
            Failure::Writing(error) => format!("無法寫到標準輸出：{}", system(error)),
            Failure::Terminal(error) => format!("無法接管終端：{}", system(error)),
            Failure::NoKeyboard => "沒有鍵盤：標準輸入不是終端，進程也沒有自己的終端；請在終端裡啟動，\
                 或用 `yixin list`、`yixin show`、--print"
                .into(),
            Failure::Unfit(Unfit::NoCursor(term)) => {
                let term = if term.is_empty() { "未具名的終端" } else { term };
                format!("{term} 不能移動光標；請改用 `yixin list` 或 `yixin show`")
            }
            Failure::Unfit(Unfit::Charset(name)) => {
                format!("當前區域設置的字符編碼 {name} 沒有漢字；請改用 UTF-8 或 GB18030，或加 --charset")
            }
            // No Chinese would show.
            Failure::Unfit(Unfit::NoCharset) => En.failure(failure),
            Failure::TourWithoutTerminal => "巡覽需要終端；單用 `yixin` 可打印總覽".into(),
            Failure::DocumentOnTerminal => "Word 文檔不能顯示在終端裡；請存為文件，如 `> brief.docx`".into(),
            Failure::Usage(usage) => self.usage(usage),
            Failure::Other(error) => system(error),
            Failure::Worker(why) => format!("後台工作失敗：{why}"),
        }
    }

    fn usage(&self, usage: &Usage) -> String {
        match usage {
            Usage::Command { word, near } => format!("沒有命令「{word}」{}", near_word(near.as_deref())),
            Usage::Argument { word, near } => {
                format!("不認識參數「{word}」{}", near_word(near.as_deref()))
            }
            Usage::Choice { option, value, known } => {
                format!("「{option}」的值「{value}」不對；可選 {}", known.join("、"))
            }
            Usage::Value { option, value, wanted } => {
                format!("「{option}」的值「{value}」不對：{}", wanted_value(*wanted))
            }
            Usage::NoValue { option, offer } => {
                let offer = offer.as_ref().map(|offer| format!("；{}", self::offer(offer)));
                format!("「{option}」要有一個值，卻沒有給出{}", offer.unwrap_or_default())
            }
            Usage::ValueTooMany { option, value } => format!("「{option}」不帶值，卻有「{value}」"),
            Usage::Conflict { option, other } => format!("「{option}」不能與「{other}」同用"),
            Usage::Twice { option } => format!("「{option}」只能用一次"),
            Usage::Missing { what, offer } => {
                let offer =
                    offer.as_ref().map(|o| format!("；{}；其餘可用 `yixin search` 查找", self::offer(o)));
                format!("缺少 {what}{}", offer.unwrap_or_default())
            }
            Usage::ChangesSinceWhen => "--changes 要與「--since OLD」同用，以指明與哪一版比較".into(),
            Usage::BrowserOptions => "命令之前的選項屬於瀏覽界面；命令自己的選項請寫在命令之後".into(),
            Usage::NotUtf8 => "有一個參數不是 UTF-8".into(),
            Usage::Unclear => "無法理解這些參數；--help 列出可用的參數".into(),
        }
    }
}

/// What the system says of an error, in the words for the usual ones.
fn system(error: &io::Error) -> String {
    let words = match error.kind() {
        ErrorKind::NotFound => "沒有這個文件",
        ErrorKind::PermissionDenied => "沒有權限",
        ErrorKind::IsADirectory => "這是一個目錄",
        ErrorKind::NotADirectory => "路徑中有一段不是目錄",
        ErrorKind::StorageFull => "磁盤已滿",
        ErrorKind::QuotaExceeded => "超出磁盤配額",
        ErrorKind::ReadOnlyFilesystem => "文件系統只讀",
        ErrorKind::BrokenPipe => "對方已關閉管道",
        ErrorKind::TimedOut => "超時",
        ErrorKind::OutOfMemory => "內存不足",
        ErrorKind::InvalidFilename => "文件名太長或不合法",
        ErrorKind::StaleNetworkFileHandle | ErrorKind::HostUnreachable | ErrorKind::NetworkUnreachable => {
            "網絡文件系統沒有回應"
        }
        _ => "輸入輸出錯誤",
    };
    match error.raw_os_error() {
        Some(number) => format!("{words}（系統錯誤 {number}）"),
        None => words.into(),
    }
}

fn refused(name: &str, refusal: &Refusal) -> String {
    match refusal {
        Refusal::Unreadable(error) => format!("無法讀取 {name}：{}", system(error)),
        Refusal::GivenUp => format!("{name} 沒有讀完"),
        Refusal::Broken(_) => format!("{name} 不是本程序的數據"),
        Refusal::Unplaced => {
            format!("{name} 不是本程序的數據；存為文件後，`yixin check` 可指出錯在哪裡")
        }
    }
}

fn offer(offer: &Offer) -> String {
    match offer {
        Offer::Near(near) => format!("是否指 {}？", joined(near, Language::ZhHant, "、")),
        Offer::Known(known, _) if known.is_empty() => "這裡一個也沒有".into(),
        Offer::Known(known, more) => {
            format!("有 {}{}", joined(known, Language::ZhHant, "、"), if *more { " 等" } else { "" })
        }
    }
}

fn sought_word(sought: Sought) -> &'static str {
    match sought {
        Sought::Entry => "條目",
        Sought::Stage => "環節",
        Sought::Change => "變動",
        Sought::Kind(kind) => match kind {
            Kind::Programme => "方案",
            Kind::Zone => "分區",
            Kind::Region => "地區",
            Kind::Initiative => "舉措",
            Kind::Partner => "合作方",
            Kind::Topic => "領域",
            Kind::Place => "所在地",
        },
    }
}

fn near_word(near: Option<&str>) -> String {
    near.map(|near| format!("；是否指「{near}」？")).unwrap_or_default()
}

fn wanted_value(wanted: Wanted) -> String {
    match wanted {
        Wanted::Size => "應為列數和行數，如 100x30，最多 1000x1000".into(),
        Wanted::Number(from, u64::MAX) => format!("應為不小於 {from} 的整數"),
        Wanted::Number(from, to) => format!("應為 {from} 到 {to} 的整數"),
    }
}
