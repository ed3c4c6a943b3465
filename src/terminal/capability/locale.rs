//! What the locale variables say about charset and language (POSIX, chapter 8.2: the first one set wins).

use crate::programme::Language;

use super::Charset;

/// The names of the charset's and of the messages' locale, as found.
#[derive(Clone, Debug)]
pub(super) struct Locale {
    /// The variable and its value, like `("LC_ALL", "zh_CN.UTF-8")`.
    pub(super) ctype: Option<(&'static str, String)>,
    pub(super) messages: Option<(&'static str, String)>,
}

/// The language that the locale names: zh-Hant for Taiwan, Hong Kong and Macao, zh-Hans for other Chinese and
/// for no language (`C`, `POSIX`, unset), else English.
pub fn language_hint(env: &dyn Fn(&str) -> Option<String>) -> Language {
    Locale::of(&|name: &str| env(name).filter(|value| !value.is_empty())).language()
}

impl Locale {
    /// `env` yields no empty values.
    pub(super) fn of(env: &dyn Fn(&str) -> Option<String>) -> Self {
        let first = |names: [&'static str; 3]| names.into_iter().find_map(|n| Some((n, env(n)?)));
        Self {
            ctype: first(["LC_ALL", "LC_CTYPE", "LANG"]),
            messages: first(["LC_ALL", "LC_MESSAGES", "LANG"]),
        }
    }

    /// The charset it names. Where it names none, UTF-8 is assumed, and the terminal's answer decides.
    pub(super) fn charset(&self) -> Charset {
        let Some(name) = self.charset_name() else { return Charset::Utf8 };
        let plain: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
        match plain.to_ascii_lowercase().as_str() {
            "utf8" => Charset::Utf8,
            "gb18030" => Charset::Gb18030,
            "gbk" | "gb2312" | "euccn" | "cp936" => Charset::Gbk,
            _ => Charset::Other(name.to_owned()),
        }
    }

    /// What stands between `.` and `@`.
    fn charset_name(&self) -> Option<&str> {
        let (_, value) = self.ctype.as_ref()?;
        let (_, charset) = value.split_once('.')?;
        charset.split('@').next()
    }

    pub(super) fn language(&self) -> Language {
        let name = self.messages.as_ref().map_or("C", |(_, value)| value.as_str());
        let name = name.split(['.', '@']).next().unwrap_or_default();
        match name.split_once('_').unwrap_or((name, "")) {
            ("zh", "TW" | "HK" | "MO") => Language::ZhHant,
            ("zh" | "C" | "POSIX" | "", _) => Language::ZhHans,
            _ => Language::En,
        }
    }

    /// Whether a terminal that doesn't take UTF-8 will take GB18030.
    pub(super) fn is_simplified_chinese(&self) -> bool {
        let named = self.ctype.as_ref().is_some_and(|(_, value)| value.starts_with("zh"));
        named && self.language() == Language::ZhHans
    }
}
