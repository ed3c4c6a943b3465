//! Whatever is typed and clicked: nothing panics, what is selected shows, what is counted is right.

#![allow(clippy::unwrap_used, reason = "a test may fail by it")]

mod common;

use common::{CONSOLE, NARROW, WIDE, app, compared};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use proptest::prelude::*;
use proptest::sample::select;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use yixin::app::keymap::{self, BINDINGS};
use yixin::app::update::paste;
use yixin::app::{App, Focus, Mode, update};
use yixin::programme::{Choice, Filter, Kind, Language, Matching, Record};
use yixin::text::Medium;
use yixin::ui::{self, Laid, Pointer};

/// Something that comes in from outside.
#[derive(Clone, Debug)]
enum Event {
    Key(KeyEvent),
    /// Where on the screen, of a thousand each way.
    Pointer(Pointer, u16, u16),
    Paste(&'static str),
    Resize((u16, u16)),
}

fn keys() -> impl Strategy<Value = Event> {
    let of_table = BINDINGS.iter().flat_map(|binding| binding.keys).map(|key| {
        let modifiers = if key.ctrl { KeyModifiers::CONTROL } else { KeyModifiers::NONE };
        KeyEvent::new(key.code, modifiers)
    });
    let typed = "東xhe学０".chars().map(|c| KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE));
    select(of_table.chain(typed).collect::<Vec<_>>()).prop_map(Event::Key)
}

fn events() -> impl Strategy<Value = Vec<Event>> {
    let pointer = select(vec![Pointer::Click, Pointer::Click, Pointer::WheelUp, Pointer::WheelDown]);
    let sizes = vec![(80, 24), (120, 40), (60, 20), (45, 15), (20, 6), (8, 2), (200, 60)];
    let event = prop_oneof![
        12 => keys(),
        3 => (pointer, 0..1000u16, 0..1000u16).prop_map(|(pointer, x, y)| Event::Pointer(pointer, x, y)),
        1 => select(vec!["linjiang", "两地\u{1b}[", "“"]).prop_map(Event::Paste),
        1 => select(sizes).prop_map(Event::Resize),
    ];
    prop::collection::vec(event, 1..40)
}

/// A browser with the screen that it was last laid out on.
struct Browser {
    app: App,
    medium: Medium,
    size: (u16, u16),
    laid: Laid,
}

impl Browser {
    fn take(&mut self, event: &Event) {
        let (width, height) = self.size;
        let action = match *event {
            Event::Key(key) => keymap::action(&self.app, key),
            Event::Pointer(pointer, x, y) => {
                self.laid.action(pointer, Position::new(width * (x / 8) / 125, height * (y / 8) / 125))
            }
            Event::Paste(text) => {
                paste(&mut self.app, text);
                None
            }
            Event::Resize(size) => {
                self.size = size;
                None
            }
        };
        if let Some(action) = action {
            update(&mut self.app, action);
        }
    }

    /// The screen, laid out from what was kept; the same as laid out anew.
    fn settle(&mut self) -> Buffer {
        let area = Rect::new(0, 0, self.size.0, self.size.1);
        let painted = |app: &App, medium: &Medium, laid: &Laid| {
            let mut buf = Buffer::empty(area);
            ui::paint(app, medium, laid, &mut buf);
            buf
        };
        let anew = ui::lay(&self.app, &self.medium, area, Laid::default());
        self.laid = ui::lay(&self.app, &self.medium, area, std::mem::take(&mut self.laid));
        self.laid.settle(&mut self.app);
        let buf = painted(&self.app, &self.medium, &self.laid);
        assert_eq!(buf, painted(&self.app, &self.medium, &anew), "what was kept is old");
        buf
    }
}

/// What is selected is among what the filter shows; something is, where there is anything.
fn check_selection(app: &App) {
    let among = |selected: bool, any: bool, what: &str| {
        assert_eq!(selected, any, "{what}, with {:?}", app.filter());
    };
    let (regions, initiatives, partners) = (app.regions(), app.initiatives(), app.partners());
    among(app.region().is_some_and(|region| regions.contains(&region)), !regions.is_empty(), "region");
    among(app.initiative().is_some_and(|i| initiatives.contains(&i)), !initiatives.is_empty(), "initiative");
    among(app.partner().is_some_and(|p| partners.contains(&p)), !partners.is_empty(), "partner");
    let programme = app.programme();
    for hit in &app.finder().hits {
        let shown = programme.initiatives_of(hit.record).iter().any(|&i| app.matching().contains(i));
        let hides = app.mode() == Mode::Search && !app.filter().is_empty();
        assert!(shown || !hides, "{:?} with {:?}", hit.record, app.filter());
    }
}

/// Every number on the screen is the one that a count from the beginning comes to.
fn check_counts(app: &App, buf: &Buffer, (width, height): (u16, u16)) {
    let (programme, language) = (app.programme(), app.language());
    let matching = Matching::of(programme, app.filter());
    if width < 60 || height < 10 {
        return;
    }
    let lines = ui::lines(buf);
    for (place, zone) in programme.zone_refs().enumerate() {
        let (key, count) = ((place + 1).to_string(), matching.count(Choice::Zone(zone)));
        let key = if place < 9 { key.as_str() } else { "-" };
        let names = [&programme[zone].name, &programme[zone].short].map(|name| name.get(language));
        let forms = [
            format!("{key}:{count}"),
            format!("{key} {} {count}", names[0]),
            format!("{key} {} {count}", names[1]),
        ];
        let shown = forms.iter().any(|form| {
            [[" ", form, " "], ["[", form, "]"]]
                .iter()
                .any(|f| [&lines[1], " "].concat().contains(&f.concat()))
        });
        // A mark stands for those that have no room; those chosen are never among them.
        let chosen = app.filter().contains(Choice::Zone(zone));
        let left_out = !chosen && ["…", ".."].iter().any(|mark| lines[1].contains(mark));
        assert!(shown || left_out || width < 80, "{forms:?}: {lines:#?}");
    }
    if app.mode() != Mode::List {
        return;
    }
    for y in 3..height - 2 {
        let row: String = (2..25).map(|x| buf[(x, y)].symbol()).collect();
        let Some((name, count)) = row.trim().rsplit_once(' ') else { continue };
        let name = name.trim_start_matches(['+', '~']).trim();
        let region = programme.region_refs().find(|&r| programme[r].short.get(language) == name);
        if let Some(region) = region {
            assert_eq!(count, matching.of_region(region).len().to_string(), "{lines:#?}");
        }
    }
    if let Some(region) = app.region() {
        let total = matching.of_region(region).len();
        let place = if total == 0 { 0 } else { app.initiative_place() + 1 };
        assert!(lines[2].contains(&format!("{} {place}/{total} ", app.words().initiatives)), "{lines:#?}");
    }
}

/// Goes to every record under every filter of one choice: it shows, and what is selected is listed.
#[test]
fn every_record_is_reached_under_any_filter() {
    let programme = app(Language::ZhHans).programme().clone();
    let records: Vec<_> = Kind::ALL.into_iter().flat_map(|kind| programme.records(kind)).collect();
    let choices = records.iter().copied().filter_map(Choice::of).map(|choice| Filter::from_iter([choice]));
    for filter in choices.chain([Filter::default()]) {
        for &record in &records {
            let mut app = app(Language::ZhHans);
            app.narrow(filter.clone());
            app.go(record);
            check_selection(&app);
            let shows = match record {
                Record::Region(region) => app.region() == Some(region),
                Record::Initiative(initiative) => app.initiative() == Some(initiative),
                Record::Partner(partner) if !programme.initiatives_of(partner).is_empty() => {
                    app.partner() == Some(partner)
                }
                _ => app.reading() == Some(record),
            };
            assert!(shows, "{record:?} under {filter:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_keys_and_clicks_leave_a_screen_that_is_right(
        events in events(),
        language in select(Language::ALL.to_vec()),
        medium in select(vec![NARROW, WIDE, CONSOLE]),
        kiosk in any::<bool>(),
        open in select(vec![app as fn(Language) -> App, compared]),
    ) {
        let mut app = open(language);
        app.kiosk = kiosk;
        let mut browser = Browser { app, medium, size: (80, 24), laid: Laid::default() };
        browser.settle();
        for event in &events {
            browser.take(event);
            let buf = browser.settle();
            check_selection(&browser.app);
            check_counts(&browser.app, &buf, browser.size);
            let panes = browser.app.view().panes();
            prop_assert!(panes.contains(&browser.app.focus()) || browser.app.focus() == Focus::Page);
        }
    }
}
