//! The three languages of the dataset, and a text in all of them.

use std::fmt;

use serde::de::{Error as _, MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::read::{Raw, Word};

/// A language of the dataset and of the program's own words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Language {
    ZhHans,
    ZhHant,
    En,
}

impl Language {
    /// In the order in which `L` goes through them.
    pub const ALL: [Self; 3] = [Self::ZhHans, Self::ZhHant, Self::En];

    /// The BCP 47 tag, as in the dataset and on the command line.
    pub fn tag(self) -> &'static str {
        match self {
            Self::ZhHans => "zh-Hans",
            Self::ZhHant => "zh-Hant",
            Self::En => "en",
        }
    }

    /// The language of a BCP 47 tag, in any case; `None` for another one.
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|l| l.tag().eq_ignore_ascii_case(tag))
    }

    /// The language that `L` goes to from here.
    pub fn next(self) -> Self {
        match self {
            Self::ZhHans => Self::ZhHant,
            Self::ZhHant => Self::En,
            Self::En => Self::ZhHans,
        }
    }
}

/// One text in every language. A missing language falls back to zh-Hans, which is always there.
///
/// The three stand in one allocation, for a dataset can hold millions of them.
#[derive(Clone, PartialEq, Eq)]
pub struct Text {
    joined: Box<str>,
    /// Where zh-Hans ends and zh-Hant begins, in bytes.
    hans_end: u32,
    /// Where zh-Hant ends and en begins, in bytes.
    hant_end: u32,
}

impl Text {
    /// A text from its three languages; an empty one counts as missing.
    ///
    /// Control and invisible characters are shown as placeholders from here on: data is not trusted.
    pub fn new(hans: &str, hant: &str, en: &str) -> Self {
        let [hans, hant, en] = [hans, hant, en].map(crate::text::clean);
        Self::join(&hans, &hant, &en)
    }

    fn join(hans: &str, hant: &str, en: &str) -> Self {
        let joined = [hans, hant, en].concat();
        let end = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self { joined: joined.into(), hans_end: end(hans.len()), hant_end: end(hans.len() + hant.len()) }
    }

    /// The text in that language, or in zh-Hans where that one is missing.
    pub fn get(&self, language: Language) -> &str {
        let (hans, rest) = self.joined.split_at(self.hans_end as usize);
        let (hant, en) = rest.split_at((self.hant_end - self.hans_end) as usize);
        match language {
            Language::ZhHant if !hant.is_empty() => hant,
            Language::En if !en.is_empty() => en,
            _ => hans,
        }
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.get(Language::ZhHans), f)
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(3))?;
        for language in Language::ALL {
            map.serialize_entry(language.tag(), self.get(language))?;
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(TextVisitor)
    }
}

struct TextVisitor;

impl<'de> Visitor<'de> for TextVisitor {
    type Value = Text;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text by language, like {\"zh-Hans\": …, \"zh-Hant\": …, \"en\": …}")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Text, A::Error> {
        let [mut hans, mut hant, mut en] = [None, None, None];
        while let Some((Key(language), Word(text))) = map.next_entry::<Key, Word<'de>>()? {
            let slot = match language {
                Language::ZhHans => &mut hans,
                Language::ZhHant => &mut hant,
                Language::En => &mut en,
            };
            if slot.replace(text).is_some() {
                return Err(A::Error::custom(format_args!("the language {} stands twice", language.tag())));
            }
        }
        let hans = hans.ok_or_else(|| A::Error::missing_field("zh-Hans"))?;
        Ok(Text::join(&hans, hant.as_deref().unwrap_or_default(), en.as_deref().unwrap_or_default()))
    }
}

/// A language tag as a key of a text.
struct Key(Language);

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Raw(tag) = Raw::deserialize(deserializer)?;
        let known = Language::ALL.into_iter().find(|l| l.tag() == tag);
        known
            .map(Key)
            .ok_or_else(|| D::Error::unknown_field(&crate::text::clean(&tag), &["zh-Hans", "zh-Hant", "en"]))
    }
}

#[cfg(test)]
impl schemars::JsonSchema for Text {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let text = || serde_json::json!({ "type": "string", "pattern": "\\S" });
        schemars::json_schema!({
            "description": "One text by BCP 47 language tag. zh-Hans is required; a missing one falls back to it.",
            "type": "object",
            "properties": { "zh-Hans": text(), "zh-Hant": text(), "en": text() },
            "required": ["zh-Hans"],
            "additionalProperties": false
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_language_falls_back_to_simplified() {
        let text: Text = serde_json::from_str(r#"{"zh-Hans": "青海", "en": "Qinghai"}"#).unwrap();
        assert_eq!(text.get(Language::ZhHans), "青海");
        assert_eq!(text.get(Language::ZhHant), "青海");
        assert_eq!(text.get(Language::En), "Qinghai");
    }

    #[test]
    fn a_bad_text_says_why() {
        let error = |json| serde_json::from_str::<Text>(json).unwrap_err().to_string();
        assert!(error(r#"{"en": "Qinghai"}"#).starts_with("missing field `zh-Hans`"));
        assert!(error(r#"{"zh-Hans": "青海", "zh": "青海"}"#).starts_with("unknown field `zh`"));
        assert!(
            error(r#"{"zh-Hans": "青", "zh-Hans": "海"}"#).starts_with("the language zh-Hans stands twice")
        );
    }
}
