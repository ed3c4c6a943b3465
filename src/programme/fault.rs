//! What can be wrong in a dataset, as values: `words/faults.rs` puts them into words.

use super::Language;

/// A piece of a file, cut to a length for messages and safe to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote(Box<str>);

impl Quote {
    /// Longer ones are cut, in characters.
    const LONGEST: usize = 40;

    pub(super) fn of(text: &str) -> Self {
        match text.char_indices().nth(Self::LONGEST) {
            None => Self(crate::text::clean(text).into()),
            Some((end, _)) => Self([&crate::text::clean(&text[..end]), "..."].concat().into()),
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A list of entries that have ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entries {
    Sources,
    Zones,
    Regions,
    Topics,
    Partners,
    Initiatives,
}

impl Entries {
    pub(super) const ALL: [Self; 6] =
        [Self::Sources, Self::Zones, Self::Regions, Self::Topics, Self::Partners, Self::Initiatives];

    /// The field of the dataset that holds the list.
    pub fn field(self) -> &'static str {
        ["sources", "zones", "regions", "topics", "partners", "initiatives"][self as usize]
    }
}

/// What would be right in a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Right {
    Object,
    List,
    Text,
    Word,
    Id,
    RefTo(Entries),
    Stage,
    Code,
    Paragraph,
    Time,
    Tile,
    Flag,
    Format,
}

/// A direction on the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Axis {
    Columns,
    Rows,
}

/// What stands in a place instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    Object,
    List,
    String,
    Number,
    Version,
    /// `true`, `false` or `null`.
    Literal(&'static str),
}

/// What JSON wants where something else stands, or nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    Value,
    FieldName,
    Colon,
    /// Or the bracket that closes.
    CommaOr(char),
}

/// How a word that is no value of JSON may be meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slip {
    NotFinite,
    /// The word is `true`, `false` or `null`.
    Literal(&'static str),
    SingleQuotes,
    Number,
    Text,
}

/// What may be meant where an id is unknown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Instead {
    /// The id belongs to an entry of another list.
    Other(Entries),
    NoneThere,
    /// Too many have been compared.
    SeeList,
    Near(Quote),
    /// The first ones, and whether there are more.
    Known(Box<[Quote]>, bool),
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    Empty,
    TooLarge,
    /// An encoding that isn't UTF-8, and what iconv calls it.
    Encoding(&'static str, &'static str),
    /// What another program writes.
    NoText(&'static str),
    ByteOrderMark,
    NotUtf8 {
        byte: u8,
        /// In bytes.
        offset: usize,
    },
    /// A control stands unescaped in a string.
    Control(u8),
    /// A control or an invisible character.
    Unsafe(char),
    BadEscape,
    Unclosed,
    NoComma,
    CommaTooMany,
    Comment,
    /// Deeper than so many levels.
    TooDeep(u32),
    Trailing,
    NoValue(Quote, Slip),
    EndsEarly(Wanted),
    Unexpected(Quote, Wanted),
    Stands(Stands, Right),
    Missing(&'static str, Right),
    FieldTwice(&'static str),
    LanguageTwice(Language),
    UnknownField {
        name: Quote,
        near: Option<&'static str>,
        known: Box<[&'static str]>,
    },
    NoTile,
    /// A region without a tile.
    NoPlace,
    /// A tile on which another region lies.
    PlaceTaken,
    /// Columns or rows before a tile in which no region lies, from one to another.
    Gap(Axis, u8, u8),
    EmptyList(Right),
    TwiceInList(Quote),
    EmptyWord(Right),
    EmptyText,
    Wrong(Quote, Right),
    IdTwice(Quote, Entries),
    NoEntry(Entries, Quote, Instead),
    NoLanguage(Language),
    /// A number that the text in the other language lacks.
    NumberDiffers(u64, Language),
    NoParagraph(Quote),
    NotRestored(&'static str),
    /// A number that stands in none of the cited paragraphs.
    NotCited(u64, Box<str>),
    /// More problems are only counted.
    More(usize),
}
