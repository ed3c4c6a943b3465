//! What the commands say beside the words of the browser, a struct a language: a missing word does not compile.

use crate::programme::Language;

/// What a partner can be, in the dataset's words.
const KINDS: [&str; 8] =
    ["government", "hospital", "university", "institute", "company", "school", "programme", "team"];

/// The words of the commands in one language.
pub(crate) struct Words {
    /// The column of 引育用留.
    pub(crate) chain: &'static str,
    /// The column of what was found.
    pub(crate) name: &'static str,
    pub(crate) zone: &'static str,
    pub(crate) code: &'static str,
    pub(crate) kind: &'static str,
    /// What a partner is, in the order of `KINDS`.
    kinds: [&'static str; 8],
    pub(crate) works_with: &'static str,
    /// Between the parts of an entry in a list of sources.
    pub(crate) part_separator: &'static str,
    /// After a paragraph with a passage that was restored.
    pub(crate) restored: &'static str,
    pub(crate) author: &'static str,
    pub(crate) editor: &'static str,
    pub(crate) nothing_found: &'static str,
    /// What a check found: files, errors, warnings, around the numbers.
    pub(crate) checked: [&'static str; 4],
    pub(crate) doctor: [&'static str; 4],
}

impl Words {
    pub(crate) fn of(language: Language) -> &'static Self {
        match language {
            Language::ZhHans => &ZH_HANS,
            Language::ZhHant => &ZH_HANT,
            Language::En => &EN,
        }
    }

    /// What a partner is, in words; a kind that is unknown stays what it is.
    pub(crate) fn kind<'a>(&self, kind: &'a str) -> &'a str {
        KINDS.iter().position(|known| *known == kind).map_or(kind, |place| self.kinds[place])
    }

    /// What a check came to, in one line.
    pub(crate) fn summary(&self, files: usize, errors: usize, warnings: usize) -> String {
        let [before_files, before_errors, before_warnings, end] = self.checked;
        format!("{before_files}{files}{before_errors}{errors}{before_warnings}{warnings}{end}")
    }
}

const ZH_HANS: Words = Words {
    chain: "链条",
    name: "名称",
    zone: "分区",
    code: "行政区划代码",
    kind: "类别",
    kinds: ["政府", "医院", "高校", "科研院所", "企业", "学校", "项目", "团队"],
    works_with: "参与的举措",
    part_separator: "；",
    restored: "复原",
    author: "作者",
    editor: "编辑",
    nothing_found: "没有符合条件的举措",
    checked: ["检查文件 ", " 个：错误 ", " 处，警告 ", " 处"],
    doctor: ["项目", "结果", "依据", "于是"],
};

const ZH_HANT: Words = Words {
    chain: "鏈條",
    name: "名稱",
    zone: "分區",
    code: "行政區劃代碼",
    kind: "類別",
    kinds: ["政府", "醫院", "高校", "科研院所", "企業", "學校", "項目", "團隊"],
    works_with: "參與的舉措",
    part_separator: "；",
    restored: "復原",
    author: "作者",
    editor: "編輯",
    nothing_found: "沒有符合條件的舉措",
    checked: ["檢查文件 ", " 個：錯誤 ", " 處，警告 ", " 處"],
    doctor: ["項目", "結果", "依據", "於是"],
};

const EN: Words = Words {
    chain: "Chain",
    name: "Name",
    zone: "Zone",
    code: "Code",
    kind: "Kind",
    kinds: KINDS,
    works_with: "Takes part in",
    part_separator: "; ",
    restored: " restored",
    author: "Author",
    editor: "Editor",
    nothing_found: "no initiative matches",
    checked: ["files checked: ", "; errors: ", "; warnings: ", ""],
    doctor: ["What", "Found", "From", "So"],
};
