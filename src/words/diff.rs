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
    /// Said at the head of a briefing.
    pub brief: &'static str,
    /// What may have become of an entry, and what the facet of these is called.
    states: [&'static str; 3],
    pub since: &'static str,
    /// What the marks of what is new and changed mean, and those of words in a change.
    pub is_new: &'static str,
    pub is_changed: &'static str,
    pub more: &'static str,
    pub words: &'static str,
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
    brief: "What is new, gone and changed since the earlier edition.",
    states: ["new", "changed", "same"],
    since: "Since then",
    is_new: "New since the earlier edition",
    is_changed: "Changed since then; of a region, also what it has",
    more: "7 now, 2 more than then",
    words: "What went, what came",
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
    brief: "与旧版相比的新增、删去、改动。",
    states: ["新增", "已改", "未变"],
    since: "较旧版",
    is_new: "旧版没有，新增",
    is_changed: "与旧版不同；地区连同其举措",
    more: "现有 7 项，比旧版多 2",
    words: "删去的字、新增的字",
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
    brief: "與舊版相比的新增、刪去、改動。",
    states: ["新增", "已改", "未變"],
    since: "較舊版",
    is_new: "舊版沒有，新增",
    is_changed: "與舊版不同；地區連同其舉措",
    more: "現有 7 項，比舊版多 2",
    words: "刪去的字、新增的字",
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
    /// What became of an entry, in a word.
    pub fn state(&self, changed: Changed) -> &'static str {
        self.states[changed as usize]
    }

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
