//! `yixin` alone: the browser.

use std::io::IsTerminal;
use std::mem::ManuallyDrop;
use std::process::ExitCode;

use super::Result;
use clap::{Args, ValueEnum};

use super::conversation::converse;
use super::filter::Selection;
use super::keeper::Keeper;
use super::opening::{Opening, Reading};
use super::output::Output;
use super::{Global, find, overview, print};
use crate::app::{App, View};
use crate::programme::Programme;
use crate::words::Wanted;

/// What the browser takes beside the global options.
#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    #[command(flatten)]
    pub selection: Selection,
    #[arg(long, value_name = "ID")]
    pub initiative: Option<String>,
    #[arg(long, value_name = "list|map|matrix|partners")]
    pub view: Option<ViewChoice>,
    #[arg(long)]
    pub mouse: bool,
    #[arg(long, conflicts_with_all = ["data", "print", "since"])]
    pub kiosk: bool,
    #[arg(long)]
    pub fresh: bool,
    #[arg(long, value_name = "WxH", value_parser = size)]
    pub print: Option<(u16, u16)>,
    #[arg(long, value_name = "KEYS", requires = "print", default_value = "")]
    pub keys: String,
}

impl Options {
    /// Whether it is said where to open.
    fn names_a_place(&self) -> bool {
        let asked = self.selection.is_limited() || self.initiative.is_some();
        self.fresh || asked || self.view.is_some()
    }
}

#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum ViewChoice {
    List,
    Map,
    Matrix,
    Partners,
}

impl From<ViewChoice> for View {
    fn from(choice: ViewChoice) -> Self {
        match choice {
            ViewChoice::List => Self::List,
            ViewChoice::Map => Self::Map,
            ViewChoice::Matrix => Self::Matrix,
            ViewChoice::Partners => Self::Partners,
        }
    }
}

/// Columns and rows, from `100x30`; at most 1,000 each.
fn size(text: &str) -> std::result::Result<(u16, u16), Wanted> {
    let part = |s: &str| s.parse().ok().filter(|n| (1..=1000).contains(n));
    let parts = text.split_once(['x', '×']).and_then(|(w, h)| Some((part(w)?, part(h)?)));
    parts.ok_or(Wanted::Size)
}

/// Opens the browser; prints where it was asked to, or where standard output is no terminal.
///
/// # Errors
/// The dataset, an id, or the terminal: what failed, in one line.
pub fn run(global: &Global, options: &Options) -> Result<ExitCode> {
    if let Some(size) = options.print {
        let app = app(global, options, read(global, options)?)?;
        let mut out = Output::open(global);
        print::print(app, size, &options.keys, &mut out)?;
        out.close()?;
    } else if std::io::stdout().is_terminal() {
        let keeper = Keeper::of(global).filter(|_| !options.kiosk);
        return converse(opening(global, options, keeper.clone())?, global, None, keeper);
    } else {
        let app = app(global, options, read(global, options)?)?;
        let mut out = Output::open(global);
        overview::write(&app.scope(), &mut out)?;
        out.close()?;
    }
    Ok(ExitCode::SUCCESS)
}

fn read(global: &Global, options: &Options) -> Result<Programme> {
    global.compared(options.selection.since.as_ref()).map(ManuallyDrop::into_inner)
}

/// The embedded dataset is there at once; another one is read beside the loop, and so is an earlier edition.
fn opening(global: &Global, options: &Options, keeper: Option<Keeper>) -> Result<Opening> {
    let (own, asked) = (global.clone(), options.clone());
    let open = move |programme| {
        let mut app = app(&own, &asked, programme)?;
        if let Some(memory) = keeper.filter(|_| !asked.names_a_place()).and_then(|keeper| keeper.recall()) {
            app.recall(&if own.asks_language() { memory.without_language() } else { memory });
        }
        Ok(app)
    };
    let since = options.selection.since.clone();
    if global.data.is_none() && since.is_none() {
        return Ok(Opening::Ready(Box::new(open(ManuallyDrop::into_inner(global.programme()?))?)));
    }
    let open = Box::new(open);
    Ok(Opening::Reading(Reading { mouse: options.mouse, since, open }))
}

/// The state that the options ask for.
fn app(global: &Global, options: &Options, programme: Programme) -> Result<App> {
    let filter = options.selection.filter(&programme)?;
    let initiative = options.initiative.as_deref().map(|id| find::initiative(&programme, id)).transpose()?;
    let mut app = App::new(programme, global.language());
    app.set_mouse(options.mouse);
    app.kiosk = options.kiosk;
    app.reloadable = global.is_reloadable();
    app.narrow(filter);
    if let Some(initiative) = initiative {
        app.open_initiative(initiative);
    }
    if let Some(view) = options.view {
        app.look(view.into());
    }
    app.begin();
    Ok(app)
}
