//! `yixin brief`: a briefing in Markdown on the programme or a part of it, each point with its source.

use std::process::ExitCode;

use anyhow::Result;
use clap::Args;

use super::list::Filter;
use super::output::Output;
use super::pages::{About, Pages};
use super::{Global, find};
use crate::app::{App, Focus};
use crate::programme::{Programme, Ref, Region};

#[derive(Args, Clone, Debug, Default)]
pub struct Options {
    #[arg(id = "in_region", long = "region", value_name = "ID", group = "about")]
    pub region: Option<String>,
    #[arg(id = "in_zone", long = "zone", value_name = "ID", group = "about")]
    pub zone: Option<String>,
    #[arg(long, value_name = "ID", group = "about")]
    pub partner: Option<String>,
    #[arg(long, value_name = "ID", group = "about")]
    pub topic: Option<String>,
}

/// Prints a briefing.
///
/// # Errors
/// The dataset, an unknown id, or standard output.
pub fn run(global: &Global, options: &Options) -> Result<ExitCode> {
    let programme = global.programme()?;
    let Options { region, zone, partner, topic } = options.clone();
    let found = Filter { region, zone, partner, topic, stage: None }.apply(&programme)?;
    let pages = Pages::new(&programme, global.language());
    let brief = pages.brief(&about(&programme, options)?, &found);
    let mut out = Output::open(global);
    out.text(&brief.markdown())?;
    out.close()?;
    Ok(ExitCode::SUCCESS)
}

/// The briefing on what the browser shows in its detail pane, for the clipboard.
pub(crate) fn of_selection(app: &App) -> String {
    let (programme, pages) = (&app.programme, Pages::new(&app.programme, app.language));
    let (about, found) = match (app.focus, app.selected_initiative(), app.region) {
        (Focus::Initiatives | Focus::Detail, Some(initiative), _) => {
            (About { title: None, says: Vec::new() }, vec![initiative])
        }
        (_, _, Some(region)) => (about_region(programme, region), programme.initiatives_of(region).to_vec()),
        (_, _, None) => return String::new(),
    };
    pages.brief(&about, &found).markdown()
}

fn about_region(programme: &Programme, region: Ref<Region>) -> About<'_> {
    let region = &programme[region];
    let zone = &programme[region.zone];
    let says = vec![(&region.profile, &*region.cites), (&zone.role, &*zone.cites)];
    About { title: Some(&region.name), says }
}

fn about<'a>(programme: &'a Programme, options: &Options) -> Result<About<'a>> {
    if let Some(region) = &options.region {
        return Ok(about_region(programme, find::region(programme, region)?));
    }
    if let Some(zone) = &options.zone {
        let zone = &programme[find::zone(programme, zone)?];
        return Ok(About { title: Some(&zone.name), says: vec![(&zone.role, &*zone.cites)] });
    }
    if let Some(partner) = &options.partner {
        let partner = &programme[find::partner(programme, partner)?];
        return Ok(About { title: Some(&partner.name), says: Vec::new() });
    }
    if let Some(topic) = &options.topic {
        let topic = &programme[find::topic(programme, topic)?];
        return Ok(About { title: Some(&topic.name), says: Vec::new() });
    }
    let overview = &programme.overview;
    Ok(About { title: None, says: vec![(&overview.summary, &*overview.cites)] })
}
