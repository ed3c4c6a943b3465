//! English.

use super::Help;

pub(super) const HELP: Help = Help {
    about: "Browse the overview of Qinghai's “One Centre, Two Zones” talent programme in a terminal",
    template: "{about}\n\nUsage: {usage}\n\nOptions:\n{options}{after-help}",
    examples: "Examples:\n  yixin --region haixi            opens Haixi\n  yixin --lang en --zone industry in English, the industry clusters only\n  yixin --print 100x30            prints one screen, without a terminal",
    data: "Read another dataset",
    lang: "Language",
    ambiguous: "Columns of characters like “ ” … ─: narrow is one, wide is two",
    glyphs: "Lines and marks; ascii draws no character of ambiguous width",
    color: "Colours",
    charset: "Character set of the terminal",
    zone: "Show this zone only",
    region: "Open this region",
    initiative: "Open this initiative",
    mouse: "Switch the mouse on",
    kiosk: "Serve the public: no way out, no suspend, no files",
    print: "Print one screen (columns x rows), without a terminal",
    keys: "Keys to press before printing, like j<tab>j",
    help: "Show this help",
    version: "Show the version",
};
