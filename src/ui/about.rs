//! The programme as a whole: the plan, who issued it and when, its aims, the zones' roles, the sources.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::detail::sources;
use super::page::Page;
use super::{Role, Theme, frame};
use crate::app::{App, Viewport};

pub(crate) fn render(app: &App, theme: &Theme, pane: Rect, buf: &mut Buffer) -> Viewport {
    let (words, language) = (app.words(), app.language);
    frame::title(pane, words.about, true, theme, buf);
    let overview = &app.programme.overview;
    let mut page = Page::new(app, theme, pane);
    page.paragraph(overview.title.get(language), Role::Heading);
    for (label, text) in [(words.issuer, &overview.issuer), (words.issued, &overview.issued)] {
        page.paragraph(&[label, words.colon, text.get(language)].concat(), Role::Text);
    }
    page.blank();
    page.paragraph(overview.summary.get(language), Role::Text);
    page.heading(words.aims);
    overview.aims.iter().for_each(|aim| page.item(aim.get(language)));
    for zone in app.programme.zone_refs() {
        page.blank();
        page.paragraph(app.programme[zone].name.get(language), Role::Zone(zone.index()));
        page.paragraph(app.programme[zone].role.get(language), Role::Text);
    }
    let zones = app.programme.zones.iter().flat_map(|z| &z.cites);
    sources(app, overview.cites.iter().chain(zones), &mut page);
    for source in &app.programme.sources {
        page.blank();
        page.paragraph(source.title.get(language), Role::Text);
        page.paragraph(source.note.get(language), Role::Text);
    }
    page.render(app.views.overlay, pane, buf)
}
