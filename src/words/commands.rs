//! What the commands say beside the words of the screen.

/// What a partner can be, in the dataset's words.
pub(super) const KINDS: [&str; 8] =
    ["government", "hospital", "university", "institute", "company", "school", "programme", "team"];

/// The words of the commands.
pub struct Commands {
    /// The column of 引育用留.
    pub chain: &'static str,
    /// The column of what was found.
    pub name: &'static str,
    pub zone: &'static str,
    pub code: &'static str,
    pub kind: &'static str,
    /// What a partner is, in the order of `KINDS`.
    pub(super) kinds: [&'static str; 8],
    pub works_with: &'static str,
    /// Between the parts of an entry in a list of sources.
    pub part_separator: &'static str,
    /// After a paragraph with a passage that was restored.
    pub restored: &'static str,
    pub author: &'static str,
    pub editor: &'static str,
    pub nothing_found: &'static str,
    pub no_partners_found: &'static str,
    /// Around the number of columns that there was no room for.
    pub columns_left: [&'static str; 2],
    /// What a check found: files, errors, warnings, around the numbers.
    pub checked: [&'static str; 4],
    pub doctor: [&'static str; 4],
}

impl Commands {
    /// What a partner is, in words; a kind that is unknown stays what it is.
    pub fn kind<'a>(&self, kind: &'a str) -> &'a str {
        KINDS.iter().position(|known| *known == kind).map_or(kind, |place| self.kinds[place])
    }

    /// What a check came to, in one line.
    pub fn summary(&self, files: usize, errors: usize, warnings: usize) -> String {
        let [before_files, before_errors, before_warnings, end] = self.checked;
        format!("{before_files}{files}{before_errors}{errors}{before_warnings}{warnings}{end}")
    }
}
