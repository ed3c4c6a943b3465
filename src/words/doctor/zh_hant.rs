//! Traditional Chinese.

use super::{Wording, charset, milliseconds};
use crate::terminal::report::{Follows, Value, What};
use crate::terminal::{Clipboard, Colors, Glyphs};
use crate::text::WidthPolicy;

pub(super) struct ZhHant;

impl Wording for ZhHant {
    fn what(&self, what: What) -> &'static str {
        match what {
            What::Terminal => "終端",
            What::Charset => "字符編碼",
            What::Width => "“…─寬度",
            What::Glyphs => "字形",
            What::Colors => "顏色",
            What::Screen => "屏幕",
            What::Clipboard => "剪貼板",
            What::RoundTrip => "往返時間",
        }
    }

    fn value(&self, value: &Value) -> String {
        let said = match value {
            Value::NoCursor => "不能移動光標",
            Value::Console => "字符控制台",
            Value::Multiplexer => "終端複用器",
            Value::ChineseConsole => "有漢字的控制台",
            Value::LikeXterm => "與 xterm 相近",
            Value::Charset(name) => return charset(name),
            Value::Assumed(true) => "與假定相符",
            Value::Assumed(false) => "與假定不符",
            Value::Width(WidthPolicy::Narrow) => "一列",
            Value::Width(WidthPolicy::Wide) => "兩列",
            Value::Glyphs(Glyphs::Unicode) => "Unicode",
            Value::Glyphs(Glyphs::Cp437) => "代碼頁 437",
            Value::Glyphs(Glyphs::Ascii) => "ASCII",
            Value::Colors(Colors::None) => "無",
            Value::Colors(Colors::Eight) => "8色",
            Value::Colors(Colors::Sixteen) => "16色",
            Value::AlternateScreen => "備用屏幕",
            Value::MainScreen => "主屏幕",
            Value::Clipboard(Clipboard::None) => "不支持",
            Value::Clipboard(Clipboard::Unsure) => "可能支持",
            Value::Clipboard(Clipboard::Sure) => "支持",
            Value::RoundTrip(Some(took)) => return milliseconds(*took),
            Value::RoundTrip(None) => "沒有回答",
        };
        said.into()
    }

    fn not_set(&self) -> &'static str {
        "未設 TERM"
    }

    fn started_in(&self) -> &'static str {
        "，啟動於 "
    }

    fn answer(&self) -> &'static str {
        "終端的回答"
    }

    fn assumed(&self) -> &'static str {
        "終端回答之前的假定"
    }

    fn follows(&self, follows: Follows) -> &'static str {
        match follows {
            Follows::NoBrowser => "不能瀏覽；可用 `yixin list` 和 `yixin show`",
            Follows::English => "除非另行指定，用英文；只用 CSI 序列",
            Follows::LocaleLanguage => "用區域設置的語言；只用 CSI 序列",
            Follows::Uncertain => "外層終端的算法可能不同；線條錯位時請按 w，或用 --glyphs ascii",
            Follows::Everything => "功能全部啟用",
            Follows::AsIs => "文字照原樣發送",
            Follows::Transcoded => "文字轉碼，線條用 ASCII",
            Follows::OnlyAscii => "只發送 ASCII",
            Follows::Narrow => "“ … ─ ● 佔一列；列沒有對齊時按 w",
            Follows::Wide => "“ … ● 佔兩列，線條用 ASCII；列沒有對齊時按 w",
            Follows::AsDesigned => "線條和標記照原設計",
            Follows::ConsoleGlyphs => "只用控制台字體裡有的字形",
            Follows::AsciiLines => "線條用 + - |",
            Follows::OnlyAttributes => "只用粗體、反白和下劃線",
            Follows::BrightIsBold => "亮色以粗體表示",
            Follows::OwnPalette => "用終端自己的調色板",
            Follows::TextBack => "退出後恢復原來的內容",
            Follows::Cleared => "退出時清屏",
            Follows::TextShown => "按 y 顯示文字",
            Follows::TmuxCopies => "按 y 發送 OSC 52；在 tmux 裡須設 `set -g set-clipboard on`",
            Follows::MayCopy => "按 y 發送 OSC 52，終端可能不理會",
            Follows::Copies => "按 y 以 OSC 52 複製",
            Follows::Overruled => "以命令行為準",
            Follows::WaitsForLine => "上一幀在線路上發完，才發下一幀",
            Follows::WaitsForAnswers => "按鍵密集時，等終端回答再發下一幀",
            Follows::NeverWaits => "發送各幀都不等待",
        }
    }
}
