//! Simplified Chinese.

use super::{Wording, charset, milliseconds};
use crate::terminal::report::{Follows, Value, What};
use crate::terminal::{Clipboard, Colors, Glyphs};
use crate::text::WidthPolicy;

pub(super) struct ZhHans;

impl Wording for ZhHans {
    fn what(&self, what: What) -> &'static str {
        match what {
            What::Terminal => "终端",
            What::Charset => "字符编码",
            What::Width => "“…─宽度",
            What::Glyphs => "字形",
            What::Colors => "颜色",
            What::Screen => "屏幕",
            What::Clipboard => "剪贴板",
            What::RoundTrip => "往返时间",
        }
    }

    fn value(&self, value: &Value) -> String {
        let said = match value {
            Value::NoCursor => "不能移动光标",
            Value::Console => "字符控制台",
            Value::Multiplexer => "终端复用器",
            Value::ChineseConsole => "有汉字的控制台",
            Value::LikeXterm => "与 xterm 相近",
            Value::Charset(name) => return charset(name),
            Value::Assumed(true) => "与假定相符",
            Value::Assumed(false) => "与假定不符",
            Value::Width(WidthPolicy::Narrow) => "一列",
            Value::Width(WidthPolicy::Wide) => "两列",
            Value::Glyphs(Glyphs::Unicode) => "Unicode",
            Value::Glyphs(Glyphs::Cp437) => "代码页 437",
            Value::Glyphs(Glyphs::Ascii) => "ASCII",
            Value::Colors(Colors::None) => "无",
            Value::Colors(Colors::Eight) => "8色",
            Value::Colors(Colors::Sixteen) => "16色",
            Value::AlternateScreen => "备用屏幕",
            Value::MainScreen => "主屏幕",
            Value::Clipboard(Clipboard::None) => "不支持",
            Value::Clipboard(Clipboard::Unsure) => "可能支持",
            Value::Clipboard(Clipboard::Sure) => "支持",
            Value::RoundTrip(Some(took)) => return milliseconds(*took),
            Value::RoundTrip(None) => "没有回答",
        };
        said.into()
    }

    fn not_set(&self) -> &'static str {
        "未设 TERM"
    }

    fn started_in(&self) -> &'static str {
        "，启动于 "
    }

    fn answer(&self) -> &'static str {
        "终端的回答"
    }

    fn assumed(&self) -> &'static str {
        "终端回答之前的假定"
    }

    fn follows(&self, follows: Follows) -> &'static str {
        match follows {
            Follows::NoBrowser => "不能浏览；可用 `yixin list` 和 `yixin show`",
            Follows::English => "除非另行指定，用英文；只用 CSI 序列",
            Follows::LocaleLanguage => "用区域设置的语言；只用 CSI 序列",
            Follows::Uncertain => "外层终端的算法可能不同；线条错位时请按 w，或用 --glyphs ascii",
            Follows::Everything => "功能全部启用",
            Follows::AsIs => "文字照原样发送",
            Follows::Transcoded => "文字转码，线条用 ASCII",
            Follows::OnlyAscii => "只发送 ASCII",
            Follows::Narrow => "“ … ─ ● 占一列；列没有对齐时按 w",
            Follows::Wide => "“ … ● 占两列，线条用 ASCII；列没有对齐时按 w",
            Follows::AsDesigned => "线条和标记照原设计",
            Follows::ConsoleGlyphs => "只用控制台字体里有的字形",
            Follows::AsciiLines => "线条用 + - |",
            Follows::OnlyAttributes => "只用粗体、反白和下划线",
            Follows::BrightIsBold => "亮色以粗体表示",
            Follows::OwnPalette => "用终端自己的调色板",
            Follows::TextBack => "退出后恢复原来的内容",
            Follows::Cleared => "退出时清屏",
            Follows::TextShown => "按 y 显示文字",
            Follows::TmuxCopies => "按 y 发送 OSC 52；在 tmux 里须设 `set -g set-clipboard on`",
            Follows::MayCopy => "按 y 发送 OSC 52，终端可能不理会",
            Follows::Copies => "按 y 以 OSC 52 复制",
            Follows::Overruled => "以命令行为准",
            Follows::WaitsForLine => "上一帧在线路上发完，才发下一帧",
            Follows::WaitsForAnswers => "按键密集时，等终端回答再发下一帧",
            Follows::NeverWaits => "发送各帧都不等待",
        }
    }
}
