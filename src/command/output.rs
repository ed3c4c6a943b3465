//! Standard output and standard error as the commands write them: in the terminal's charset, width and colours, or
//! plain in a pipe.

use std::borrow::Cow;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::os::fd::AsFd;

use serde::{Serialize, Serializer as _};

use super::{Global, Result, environment, marked};
use crate::app::state::Width;
use crate::page::{Page, Scope};
use crate::search::Query;
use crate::terminal::{Charset, Colors};
use crate::text::{Medium, clean};
use crate::ui::{Role, Row, flow};
use crate::words::Failure;

/// Columns of text where no terminal says how many it has.
const COLUMNS: usize = 80;

/// What a piece of a line is, for its style.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Emphasis {
    Heading,
    /// Where a word of a query stands.
    Match,
    /// What belongs to the zone at that place.
    Zone(usize),
    /// What another edition doesn't have any more, or has now.
    Gone,
    New,
}

/// What may be sent beside text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Styling {
    None,
    /// Bold, but no colour.
    Attributes,
    Colors,
}

/// Standard output or standard error, buffered.
pub(crate) struct Output {
    out: BufWriter<Box<dyn Write + Send>>,
    charset: Charset,
    styling: Styling,
    pub(crate) medium: Medium,
    /// Whether it is a terminal.
    terminal: bool,
    /// Whether the terminal can erase a line (EL, a VT100's).
    erases: bool,
    /// Columns of the terminal; of a pipe only if COLUMNS names them.
    pub(crate) columns: Option<usize>,
}

impl Output {
    /// Standard output as the options and the environment have it.
    pub(crate) fn open(global: &Global) -> Self {
        Self::to(io::stdout(), global)
    }

    /// Standard error, alike.
    pub(crate) fn errors(global: &Global) -> Self {
        Self::to(io::stderr(), global)
    }

    fn to(out: impl Write + AsFd + IsTerminal + Send + 'static, global: &Global) -> Self {
        let capability = global.capability();
        let terminal = out.is_terminal();
        let named = environment("COLUMNS").and_then(|columns| columns.parse().ok()).filter(|&c| c > 0);
        let window = rustix::termios::tcgetwinsize(&out).ok().map(|size| usize::from(size.ws_col));
        let mut medium =
            if terminal { global.medium_for(&capability, Width::Automatic) } else { global.medium() };
        let charset = match capability.charset {
            // A pipe's reader may well take UTF-8 where the locale names nothing.
            Charset::Other(_) if !terminal => Charset::Utf8,
            charset => charset,
        };
        medium = marked(medium, &charset);
        medium.glyphs.plain_text |= matches!(charset, Charset::Other(_));
        let forced = environment("CLICOLOR_FORCE").is_some_and(|value| value != "0");
        let styling = match (global.color_choice(), environment("NO_COLOR").is_some()) {
            (Some(true), _) => Styling::Colors,
            (None, false) if forced => Styling::Colors,
            _ if !terminal || !capability.cursor_addressing => Styling::None,
            _ if capability.colors == Colors::None => Styling::Attributes,
            _ => Styling::Colors,
        };
        let columns = window.filter(|&columns| terminal && columns > 0).or(named);
        let (out, erases) = (BufWriter::new(Box::new(out) as _), capability.cursor_addressing);
        Self { out, charset, styling, medium, terminal, erases, columns }
    }

    /// Writes a text as the terminal takes it: in its charset, without what it can't show, and without what acts
    /// on it but for line ends and tabs. Everything for people goes through here.
    pub(crate) fn text(&mut self, text: &str) -> Result<()> {
        let text: Cow<'_, str> = match text.contains(['\n', '\t']) {
            true => text.split_inclusive(['\n', '\t']).flat_map(harmless).collect::<String>().into(),
            false => clean(text),
        };
        let text = self.medium.text(&text);
        if self.charset == Charset::Utf8 {
            return self.bytes(text.as_bytes());
        }
        let mut bytes = Vec::with_capacity(text.len());
        for c in text.chars() {
            let mut utf8 = [0; 4];
            let c = &*c.encode_utf8(&mut utf8);
            self.charset.encode(c, self.medium.policy.columns(c), &mut bytes);
        }
        self.bytes(&bytes)
    }

    /// Takes back the text on the line that the cursor is in.
    pub(crate) fn take_back(&mut self, text: &str) -> Result<()> {
        if self.erases {
            return self.bytes(b"\r\x1b[K");
        }
        let blank = " ".repeat(self.medium.columns(text));
        self.bytes(["\r", &blank, "\r"].concat().as_bytes())
    }

    /// Writes a text and ends the line.
    pub(crate) fn line(&mut self, text: &str) -> Result<()> {
        self.text(text)?;
        self.bytes(b"\n")
    }

    /// Writes a text with the style that it has where there is one (ECMA-48 SGR).
    pub(crate) fn styled(&mut self, text: &str, emphasis: Emphasis) -> Result<()> {
        let style: &[u8] = match (emphasis, self.styling) {
            (_, Styling::None) => return self.text(text),
            (Emphasis::Heading | Emphasis::Match, _) => b"\x1b[1m",
            (_, Styling::Attributes) => return self.text(text),
            (Emphasis::Gone, Styling::Colors) => b"\x1b[31m",
            (Emphasis::New, Styling::Colors) => b"\x1b[32m",
            (Emphasis::Zone(place), Styling::Colors) => [b"\x1b[31m", b"\x1b[35m", b"\x1b[32m"][place % 3],
        };
        self.bytes(style)?;
        self.text(text)?;
        self.bytes(b"\x1b[m")
    }

    /// Columns of text: the terminal's, or those of a page where none says how many it has.
    pub(crate) fn width(&self) -> usize {
        self.columns.unwrap_or(COLUMNS)
    }

    /// Writes a page in rows, as wide as the terminal.
    pub(crate) fn page(&mut self, scope: &Scope<'_>, page: &Page<'_>) -> Result<()> {
        let flow = flow(scope, page, self.width(), &self.medium, &Query::default());
        for row in &flow.rows {
            match row {
                Row::Spans(spans) => spans.iter().try_for_each(|span| self.span(&span.text, span.role))?,
                Row::Initiative(initiative, regions) => {
                    let item = scope.initiative_item(*initiative, *regions);
                    self.text(&[self.medium.glyphs.bullet, " ", &item.line("")].concat())?;
                }
            }
            self.line("")?;
        }
        Ok(())
    }

    fn span(&mut self, text: &str, role: Role) -> Result<()> {
        match role {
            Role::Heading => self.styled(text, Emphasis::Heading),
            Role::Zone(place) => self.styled(text, Emphasis::Zone(place)),
            _ => self.text(text),
        }
    }

    /// Writes JSON, which is UTF-8 everywhere (RFC 8259 §8.1).
    pub(crate) fn json(&mut self, value: &impl Serialize) -> Result<()> {
        serde_json::to_writer_pretty(&mut self.out, value).map_err(unwritten)?;
        self.bytes(b"\n")
    }

    /// Writes an array of JSON without having it all in memory.
    pub(crate) fn json_list(&mut self, values: impl Iterator<Item: Serialize>) -> Result<()> {
        let written = serde_json::Serializer::pretty(&mut self.out).collect_seq(values);
        written.map_err(unwritten)?;
        self.bytes(b"\n")
    }

    /// Writes a document that is no text.
    ///
    /// # Errors
    /// A terminal, which would show it as garbage, or take parts of it for sequences.
    pub(crate) fn document(&mut self, bytes: &[u8]) -> Result<()> {
        if self.terminal { Err(Failure::DocumentOnTerminal) } else { self.bytes(bytes) }
    }

    /// Writes bytes as they are.
    pub(crate) fn bytes(&mut self, bytes: &[u8]) -> Result<()> {
        self.out.write_all(bytes).map_err(Failure::Writing)
    }

    /// Whether Chinese can be told there.
    pub(crate) fn has_chinese(&self) -> bool {
        !matches!(self.charset, Charset::Other(_))
    }

    /// Writes out what is buffered.
    pub(crate) fn flush(&mut self) -> Result<()> {
        self.out.flush().map_err(Failure::Writing)
    }

    /// The end of it.
    ///
    /// # Errors
    /// A full disk shows only here, so that every command ends with this.
    pub(crate) fn close(mut self) -> Result<()> {
        self.flush()
    }
}

/// A piece of text and what ends it: a line end, a tab, or nothing.
fn harmless(piece: &str) -> [Cow<'_, str>; 2] {
    let (text, end) = piece.split_at(piece.trim_end_matches(['\n', '\t']).len());
    [clean(text), end.into()]
}

fn unwritten(error: serde_json::Error) -> Failure {
    Failure::Writing(error.into())
}
