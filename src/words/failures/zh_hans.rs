//! Simplified Chinese.

use std::io::{self, ErrorKind};

use super::en::En;
use super::{Failure, Offer, Sought, Usage, Wanted, Wording, joined};
use crate::programme::{Kind, Language, Refusal};
use crate::terminal::Unfit;

pub(super) struct ZhHans;

impl Wording for ZhHans {
    fn failure(&self, failure: &Failure) -> String {
        match failure {
            Failure::Dataset { name, refusal } => refused(name, refusal),
            Failure::Unknown { sought, word, offer } => {
                format!("没有{}“{word}”；{}", sought_word(*sought), self::offer(offer))
            }
            Failure::Key(name) => {
                format!("没有“{name}”这个键；键名如 <tab> <s-tab> <enter> <esc> <c-d> <pgdn> <f1> <lt>")
            }
            Failure::Writing(error) => format!("无法写到标准输出：{}", system(error)),
            Failure::Terminal(error) => format!("无法接管终端：{}", system(error)),
            Failure::NoKeyboard => "没有键盘：标准输入不是终端，进程也没有自己的终端；请在终端里启动，\
                 或用 `yixin list`、`yixin show`、--print"
                .into(),
            Failure::Unfit(Unfit::NoCursor(term)) => {
                let term = if term.is_empty() { "未具名的终端" } else { term };
                format!("{term} 不能移动光标；请改用 `yixin list` 或 `yixin show`")
            }
            Failure::Unfit(Unfit::Charset(name)) => {
                format!("当前区域设置的字符编码 {name} 没有汉字；请改用 UTF-8 或 GB18030，或加 --charset")
            }
            // No Chinese would show.
            Failure::Unfit(Unfit::NoCharset) => En.failure(failure),
            Failure::TourWithoutTerminal => "巡览需要终端；单用 `yixin` 可打印总览".into(),
            Failure::DocumentOnTerminal => "Word 文档不能显示在终端里；请存为文件，如 `> brief.docx`".into(),
            Failure::Usage(usage) => self.usage(usage),
            Failure::Other(error) => system(error),
            Failure::Worker(why) => format!("后台工作失败：{why}"),
        }
    }

    fn usage(&self, usage: &Usage) -> String {
        match usage {
            Usage::Command { word, near } => format!("没有命令“{word}”{}", near_word(near.as_deref())),
            Usage::Argument { word, near } => {
                format!("不认识参数“{word}”{}", near_word(near.as_deref()))
            }
            Usage::Choice { option, value, known } => {
                format!("“{option}”的值“{value}”不对；可选 {}", known.join("、"))
            }
            Usage::Value { option, value, wanted } => {
                format!("“{option}”的值“{value}”不对：{}", wanted_value(*wanted))
            }
            Usage::NoValue { option, offer } => {
                let offer = offer.as_ref().map(|offer| format!("；{}", self::offer(offer)));
                format!("“{option}”要有一个值，却没有给出{}", offer.unwrap_or_default())
            }
            Usage::ValueTooMany { option, value } => format!("“{option}”不带值，却有“{value}”"),
            Usage::Conflict { option, other } => format!("“{option}”不能与“{other}”同用"),
            Usage::Twice { option } => format!("“{option}”只能用一次"),
            Usage::Missing { what, offer } => {
                let offer =
                    offer.as_ref().map(|o| format!("；{}；其余可用 `yixin search` 查找", self::offer(o)));
                format!("缺少 {what}{}", offer.unwrap_or_default())
            }
            Usage::ChangesSinceWhen => "--changes 要与“--since OLD”同用，以指明与哪一版比较".into(),
            Usage::BrowserOptions => "命令之前的选项属于浏览界面；命令自己的选项请写在命令之后".into(),
            Usage::NotUtf8 => "有一个参数不是 UTF-8".into(),
            Usage::Unclear => "无法理解这些参数；--help 列出可用的参数".into(),
        }
    }
}

/// What the system says of an error, in the words for the usual ones.
fn system(error: &io::Error) -> String {
    let words = match error.kind() {
        ErrorKind::NotFound => "没有这个文件",
        ErrorKind::PermissionDenied => "没有权限",
        ErrorKind::IsADirectory => "这是一个目录",
        ErrorKind::NotADirectory => "路径中有一段不是目录",
        ErrorKind::StorageFull => "磁盘已满",
        ErrorKind::QuotaExceeded => "超出磁盘配额",
        ErrorKind::ReadOnlyFilesystem => "文件系统只读",
        ErrorKind::BrokenPipe => "对方已关闭管道",
        ErrorKind::TimedOut => "超时",
        ErrorKind::OutOfMemory => "内存不足",
        ErrorKind::InvalidFilename => "文件名太长或不合法",
        ErrorKind::StaleNetworkFileHandle | ErrorKind::HostUnreachable | ErrorKind::NetworkUnreachable => {
            "网络文件系统没有回应"
        }
        _ => "输入输出错误",
    };
    match error.raw_os_error() {
        Some(number) => format!("{words}（系统错误 {number}）"),
        None => words.into(),
    }
}

fn refused(name: &str, refusal: &Refusal) -> String {
    match refusal {
        Refusal::Unreadable(error) => format!("无法读取 {name}：{}", system(error)),
        Refusal::GivenUp => format!("{name} 没有读完"),
        Refusal::Broken(_) => format!("{name} 不是本程序的数据"),
        Refusal::Unplaced => {
            format!("{name} 不是本程序的数据；存为文件后，`yixin check` 可指出错在哪里")
        }
    }
}

fn offer(offer: &Offer) -> String {
    match offer {
        Offer::Near(near) => format!("是否指 {}？", joined(near, Language::ZhHans, "、")),
        Offer::Known(known, _) if known.is_empty() => "这里一个也没有".into(),
        Offer::Known(known, more) => {
            format!("有 {}{}", joined(known, Language::ZhHans, "、"), if *more { " 等" } else { "" })
        }
    }
}

fn sought_word(sought: Sought) -> &'static str {
    match sought {
        Sought::Entry => "条目",
        Sought::Stage => "环节",
        Sought::Change => "变动",
        Sought::Kind(kind) => match kind {
            Kind::Programme => "方案",
            Kind::Zone => "分区",
            Kind::Region => "地区",
            Kind::Initiative => "举措",
            Kind::Partner => "合作方",
            Kind::Topic => "领域",
            Kind::Place => "所在地",
        },
    }
}

fn near_word(near: Option<&str>) -> String {
    near.map(|near| format!("；是否指“{near}”？")).unwrap_or_default()
}

fn wanted_value(wanted: Wanted) -> String {
    match wanted {
        Wanted::Size => "应为列数和行数，如 100x30，最多 1000x1000".into(),
        Wanted::Number(from, u64::MAX) => format!("应为不小于 {from} 的整数"),
        Wanted::Number(from, to) => format!("应为 {from} 到 {to} 的整数"),
    }
}
