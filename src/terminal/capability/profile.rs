//! The one table of terminals: what each value of TERM promises.

use super::{Colors, Glyphs};

/// What a family of terminals can do. A VT100's sequences are taken for granted where `addressing` is set.
pub(super) struct Profile {
    /// The beginnings of TERM that it stands for.
    names: &'static [&'static str],
    pub(super) addressing: bool,
    /// No Chinese glyphs; CSI sequences only.
    pub(super) console: bool,
    pub(super) alternate: bool,
    /// xterm's bracketed paste, mouse and OSC.
    pub(super) xterm_modes: bool,
    pub(super) ech: bool,
    pub(super) attributes_off: bool,
    pub(super) colors: Colors,
    /// The glyphs, where they aren't Unicode's.
    pub(super) glyphs: Option<Glyphs>,
}

impl Profile {
    /// The first row that fits; an unknown name is taken for an xterm that lacks ECH.
    pub(super) fn of(term: &str) -> &'static Self {
        let fits = |p: &&Self| p.names.iter().any(|name| term.starts_with(name));
        if term.is_empty() { &TABLE[0] } else { TABLE.iter().find(fits).unwrap_or(&OTHER) }
    }
}

const NOTHING: Profile = Profile {
    names: &["dumb", "unknown", "network", "emacs", "vt52"],
    addressing: false,
    console: true,
    alternate: false,
    xterm_modes: false,
    ech: false,
    attributes_off: false,
    colors: Colors::None,
    glyphs: Some(Glyphs::Ascii),
};

const VT100: Profile = Profile { names: &["vt100", "vt102", "vt101"], addressing: true, ..NOTHING };

const VT220: Profile = Profile { names: &["vt"], ech: true, attributes_off: true, ..VT100 };

/// The Linux kernel's console: it ignores `?1049`, and grey backgrounds turn black there.
const LINUX: Profile =
    Profile { names: &["linux"], colors: Colors::Eight, glyphs: Some(Glyphs::Cp437), ..VT220 };

const XTERM: Profile = Profile {
    names: &[
        "xterm",
        "rxvt",
        "putty",
        "st-",
        "alacritty",
        "foot",
        "kitty",
        "konsole",
        "vte",
        "gnome",
        "mlterm",
        "wezterm",
        "ghostty",
        "contour",
    ],
    addressing: true,
    console: false,
    alternate: true,
    xterm_modes: true,
    ech: true,
    attributes_off: true,
    colors: Colors::Sixteen,
    glyphs: None,
};

const OTHER: Profile = Profile { names: &[], ech: false, ..XTERM };

/// In the order in which they are tried.
const TABLE: [Profile; 11] = [
    NOTHING,
    VT100,
    // The vte library calls itself so, and would be caught by the VT220's row.
    Profile { names: &["vte"], ..XTERM },
    VT220,
    LINUX,
    Profile { names: &["ansi", "cons25", "pcansi", "hurd", "mach", "sun"], colors: Colors::Eight, ..VT100 },
    // A multiplexer on the Linux console has an alternate screen, but no more glyphs.
    Profile { names: &["screen.linux"], alternate: true, ech: false, ..LINUX },
    Profile { names: &["screen-256color", "screen.xterm", "tmux"], ech: false, ..XTERM },
    Profile { names: &["screen"], ech: false, colors: Colors::Eight, ..XTERM },
    // It has Chinese glyphs on the framebuffer, but little of an xterm.
    Profile { names: &["fbterm"], console: false, glyphs: None, ..LINUX },
    XTERM,
];
