//! The terminal: what it can do, what is painted on it, what is typed at it, and giving it back.
//!
//! Nothing here knows the programme's content; columns are `text`'s to count.

mod capability;
mod charset;
mod clipboard;
mod emulator;
mod input;
mod painter;
mod probe;
mod session;

pub use capability::{
    Capability, Charset, Clipboard, ColorChoice, Colors, Glyphs, Overrides, Passthrough, Unfit,
    language_hint, report,
};
pub use emulator::emulator;
pub use painter::{Cursor, Painter};
pub use session::{Event, NoKeyboard, Session, Wait, Waker, measure};
