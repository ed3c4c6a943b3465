//! The detail: the selected initiative, or the region's profile and its zone's role while the regions have the focus.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::page::Page;
use super::{Role, Theme, frame};
use crate::app::{App, Focus, Viewport};
use crate::programme::{Cite, Initiative, Ref, Region, Stage};

pub(crate) fn render(app: &App, theme: &Theme, pane: Rect, buf: &mut Buffer) -> Viewport {
    frame::title(pane, app.words().detail, app.focus == Focus::Detail, theme, buf);
    let mut page = Page::new(app, theme, pane);
    match (app.focus, app.selected_initiative()) {
        (Focus::Initiatives | Focus::Detail, Some(initiative)) => {
            initiative_page(app, initiative, theme, &mut page)
        }
        _ => {
            if let Some(region) = app.region {
                region_page(app, region, &mut page);
            }
        }
    }
    page.render(app.views.detail, pane, buf)
}

fn region_page(app: &App, region: Ref<Region>, page: &mut Page<'_>) {
    let (words, language) = (app.words(), app.language);
    let region = &app.programme[region];
    let zone = &app.programme[region.zone];
    page.paragraph(region.name.get(language), Role::Heading);
    page.paragraph(zone.name.get(language), Role::Zone(region.zone.index()));
    page.heading(words.profile);
    page.paragraph(region.profile.get(language), Role::Text);
    page.heading(words.role);
    page.paragraph(zone.role.get(language), Role::Text);
    sources(app, region.cites.iter().chain(&zone.cites), page);
}

fn initiative_page(app: &App, initiative: Ref<Initiative>, theme: &Theme, page: &mut Page<'_>) {
    let (words, language) = (app.words(), app.language);
    let initiative = &app.programme[initiative];
    page.paragraph(initiative.title.get(language), Role::Heading);
    page.paragraph(&chain(app, initiative, theme), Role::Text);
    page.paragraph(
        &[words.topic, words.colon, app.programme[initiative.topic].name.get(language)].concat(),
        Role::Text,
    );
    if initiative.regions.len() > 1 {
        let names: Vec<_> =
            initiative.regions.iter().map(|&r| app.programme[r].short.get(language)).collect();
        page.paragraph(
            &[words.shared_with, words.colon, &names.join(words.list_separator)].concat(),
            Role::Text,
        );
    }
    page.blank();
    page.paragraph(initiative.summary.get(language), Role::Text);
    if !initiative.measures.is_empty() {
        page.heading(words.measures);
        initiative.measures.iter().for_each(|m| page.item(m.get(language)));
    }
    figures(app, initiative, page);
    if !initiative.people.is_empty() {
        page.heading(words.people);
        for person in &initiative.people {
            page.item(&[person.name.get(language), words.colon, person.role.get(language)].concat());
        }
    }
    if !initiative.partners.is_empty() {
        page.heading(words.partners);
        for &partner in &initiative.partners {
            let partner = &app.programme[partner];
            let name = partner.name.get(language);
            match partner.place {
                Some(place) => {
                    page.item(&words.in_parentheses(name, app.programme[place].name.get(language)));
                }
                None => page.item(name),
            }
        }
    }
    sources(app, initiative.cites.iter(), page);
}

/// The chain 引育用留 with the initiative's own stages marked.
fn chain(app: &App, initiative: &Initiative, theme: &Theme) -> String {
    let stage = |stage: Stage| {
        let word = app.words().stage(stage);
        if initiative.stages.contains(&stage) { format!("[{word}]") } else { word.into() }
    };
    Stage::ALL.map(stage).join(&format!(" {} ", theme.glyphs.arrow))
}

fn figures(app: &App, initiative: &Initiative, page: &mut Page<'_>) {
    if initiative.figures.is_empty() {
        return;
    }
    page.heading(app.words().figures);
    for figure in &initiative.figures {
        page.item(&app.words().figure(
            &figure.value,
            figure.unit.get(app.language),
            figure.label.get(app.language),
        ));
    }
}

/// The paragraphs that a text rests on, a line a source, and whether a passage there was restored.
pub(crate) fn sources<'a>(app: &App, cites: impl Iterator<Item = &'a Cite>, page: &mut Page<'_>) {
    let cites: Vec<_> = cites.collect();
    if cites.is_empty() {
        return;
    }
    page.heading(app.words().source);
    for line in crate::words::citations(&app.programme, app.language, &cites) {
        page.item(&line);
    }
}
