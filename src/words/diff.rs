//! What is said of two editions of the dataset.

use std::collections::BTreeSet;

use super::Words;
use crate::programme::diff::Section;
use crate::programme::{Changed, Language};

/// The words of a comparison.
pub struct Difference {
    pub title: &'static str,
    /// Said where nothing differs.
    pub none: &'static str,
    /// Around the number of entries that are new, gone, changed.
    new: [&'static str; 2],
    gone: [&'static str; 2],
    changed: [&'static str; 2],
    /// Over what is new and seems to be what is gone.
    pub renamed: &'static str,
    /// Said where the numbers by region are more than those of all.
    pub shared: &'static str,
    /// Around the languages that some fields changed in.
    only_in: [&'static str; 2],
    topics: &'static str,
    places: &'static str,
    sources: &'static str,
    short: &'static str,
    tile: &'static str,
    publisher: &'static str,
    published: &'static str,
    note: &'static str,
}

pub(super) const EN: Difference = Difference {
    title: "What changed",
    none: "Nothing differs.",
    new: ["", " new"],
    gone: ["", " gone"],
    changed: ["", " changed"],
    renamed: "Perhaps only the id changed",
    shared: "An initiative of several regions counts in each.",
    only_in: ["In ", " alone"],
    topics: "Topics",
    places: "Places",
    sources: "Sources",
    short: "Short name",
    tile: "Place on the map",
    publisher: "Publisher",
    published: "Published",
    note: "Note",
};

pub(super) const ZH_HANS: Difference = Difference {
    title: "改动",
    none: "没有差别。",
    new: ["新增 ", ""],
    gone: ["删去 ", ""],
    changed: ["改动 ", ""],
    renamed: "可能只改了代号",
    shared: "几个地区共有的举措，各地区分别计数。",
    only_in: ["仅 ", " 有改动"],
    topics: "领域",
    places: "所在地",
    sources: "来源",
    short: "简称",
    tile: "图上位置",
    publisher: "发布者",
    published: "发布时间",
    note: "说明",
};

pub(super) const ZH_HANT: Difference = Difference {
    title: "改動",
    none: "沒有差別。",
    new: ["新增 ", ""],
    gone: ["刪去 ", ""],
    changed: ["改動 ", ""],
    renamed: "可能只改了代號",
    shared: "幾個地區共有的舉措，各地區分別計數。",
    only_in: ["僅 ", " 有改動"],
    topics: "領域",
    places: "所在地",
    sources: "來源",
    short: "簡稱",
    tile: "圖上位置",
    publisher: "發佈者",
    published: "發佈時間",
    note: "說明",
};

impl Difference {
    /// So many entries that this became of; `None` for what is gone.
    pub fn count(&self, changed: Option<Changed>, count: usize) -> String {
        let [before, after] = match changed {
            Some(Changed::New) => self.new,
            Some(_) => self.changed,
            None => self.gone,
        };
        format!("{before}{count}{after}")
    }
}

impl Words {
    /// Before the fields that changed in those languages alone.
    pub fn only_in(&self, languages: &BTreeSet<Language>) -> String {
        let [before, after] = self.diff.only_in;
        let names: Vec<_> = languages.iter().map(|&language| Self::of(language).language).collect();
        [before, &names.join(self.list_separator), after].concat()
    }

    /// A list of the dataset.
    pub fn section(&self, section: Section) -> &'static str {
        match section {
            Section::Programme => self.about,
            Section::Zones => self.zones,
            Section::Regions => self.regions,
            Section::Initiatives => self.initiatives,
            Section::Topics => self.diff.topics,
            Section::Partners => self.partners,
            Section::Places => self.diff.places,
            Section::Sources => self.diff.sources,
        }
    }

    /// A field of the dataset by its name there; one that is unknown stays what it is.
    pub fn field_of_dataset(&self, name: &'static str) -> &'static str {
        match name {
            "title" | "name" => self.commands.name,
            "short" => self.diff.short,
            "summary" => self.summary,
            "issuer" => self.issuer,
            "issued" => self.issued,
            "aims" => self.aims,
            "cites" => self.source,
            "role" => self.role,
            "profile" => self.profile,
            "code" => self.commands.code,
            "zone" => self.commands.zone,
            "tile" => self.diff.tile,
            "regions" => self.regions,
            "measures" => self.measures,
            "stages" => self.commands.chain,
            "topic" => self.topic,
            "partners" => self.partners,
            "people" => self.people,
            "figures" => self.figures,
            "place" => self.place,
            "kind" => self.commands.kind,
            "publisher" => self.diff.publisher,
            "author" => self.commands.author,
            "editor" => self.commands.editor,
            "published" => self.diff.published,
            "note" => self.diff.note,
            _ => name,
        }
    }
}
