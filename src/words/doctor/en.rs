//! English; `doctor --json` says the same in every language.

use super::{Wording, charset, milliseconds};
use crate::terminal::report::{Follows, Value, What};
use crate::terminal::{Clipboard, Colors, Glyphs};
use crate::text::WidthPolicy;

pub(super) struct En;

impl Wording for En {
    fn what(&self, what: What) -> &'static str {
        match what {
            What::Terminal => "terminal",
            What::Charset => "charset",
            What::Width => "ambiguous width",
            What::Glyphs => "glyphs",
            What::Colors => "colours",
            What::Screen => "screen",
            What::Clipboard => "clipboard",
            What::RoundTrip => "round trip",
        }
    }

    fn value(&self, value: &Value) -> String {
        let said = match value {
            Value::NoCursor => "no cursor addressing",
            Value::Console => "plain console",
            Value::Multiplexer => "multiplexer",
            Value::ChineseConsole => "console with Chinese glyphs",
            Value::LikeXterm => "like an xterm",
            Value::Charset(name) => return charset(name),
            Value::Assumed(true) => "as assumed",
            Value::Assumed(false) => "another than assumed",
            Value::Width(WidthPolicy::Narrow) => "1 column",
            Value::Width(WidthPolicy::Wide) => "2 columns",
            Value::Glyphs(Glyphs::Unicode) => "Unicode",
            Value::Glyphs(Glyphs::Cp437) => "code page 437",
            Value::Glyphs(Glyphs::Ascii) => "ASCII",
            Value::Colors(Colors::None) => "none",
            Value::Colors(Colors::Eight) => "8",
            Value::Colors(Colors::Sixteen) => "16",
            Value::AlternateScreen => "alternate",
            Value::MainScreen => "main",
            Value::Clipboard(Clipboard::None) => "no",
            Value::Clipboard(Clipboard::Unsure) => "perhaps",
            Value::Clipboard(Clipboard::Sure) => "yes",
            Value::RoundTrip(Some(took)) => return milliseconds(*took),
            Value::RoundTrip(None) => "no answer",
        };
        said.into()
    }

    fn not_set(&self) -> &'static str {
        "TERM is unset"
    }

    fn started_in(&self) -> &'static str {
        ", started in "
    }

    fn answer(&self) -> &'static str {
        "the terminal's answer"
    }

    fn assumed(&self) -> &'static str {
        "assumed until the terminal answers"
    }

    fn follows(&self, follows: Follows) -> &'static str {
        match follows {
            Follows::NoBrowser => "no browser; `yixin list` and `yixin show` work",
            Follows::English => "English unless told otherwise, CSI sequences only",
            Follows::LocaleLanguage => "the locale's language, CSI sequences only",
            Follows::Uncertain => {
                "the terminal around it may count otherwise: if lines are torn, press w, or use --glyphs ascii"
            }
            Follows::Everything => "everything is used",
            Follows::AsIs => "text is sent as it is",
            Follows::Transcoded => "text is transcoded, lines are ASCII",
            Follows::OnlyAscii => "only ASCII is sent",
            Follows::Narrow => "“ … ─ ● take one column; press w if columns look wrong",
            Follows::Wide => "“ … ● take two columns, lines are ASCII; press w if columns look wrong",
            Follows::AsDesigned => "lines and marks as designed",
            Follows::ConsoleGlyphs => "only glyphs that console fonts have",
            Follows::AsciiLines => "lines of + - |",
            Follows::OnlyAttributes => "bold, reverse and underline only",
            Follows::BrightIsBold => "bright colours are bold",
            Follows::OwnPalette => "the terminal's own palette",
            Follows::TextBack => "the shell's text comes back on exit",
            Follows::Cleared => "the screen is cleared on exit",
            Follows::TextShown => "y shows the text",
            Follows::TmuxCopies => "y sends OSC 52; tmux lets it through with `set -g set-clipboard on`",
            Follows::MayCopy => "y sends OSC 52, which the terminal may drop",
            Follows::Copies => "y copies by OSC 52",
            Follows::Overruled => "overruled",
            Follows::WaitsForLine => "a frame waits until the line has sent the one before",
            Follows::WaitsForAnswers => "while keys come fast, frames wait for its answers",
            Follows::NeverWaits => "frames wait for nothing",
        }
    }
}
