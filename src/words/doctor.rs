//! What `yixin doctor` found out about the terminal, in three languages: a missing sentence does not compile.

mod en;
mod zh_hans;
mod zh_hant;

use std::time::Duration;

use crate::programme::Language;
use crate::terminal::Charset;
use crate::terminal::report::{Finding, Follows, Source, Value, What};

/// A finding: what, what was found, from where, what follows; not cleaned of what acts on a terminal.
pub fn finding(language: Language, finding: &Finding) -> [String; 4] {
    let words = wording(language);
    [
        words.what(finding.what).into(),
        words.value(&finding.value),
        words.source(&finding.source),
        words.follows(finding.follows).into(),
    ]
}

/// The sentences of a language.
trait Wording {
    fn what(&self, what: What) -> &'static str;
    fn value(&self, value: &Value) -> String;
    fn not_set(&self) -> &'static str;
    fn started_in(&self) -> &'static str;
    fn answer(&self) -> &'static str;
    fn assumed(&self) -> &'static str;
    fn follows(&self, follows: Follows) -> &'static str;

    fn source(&self, source: &Source) -> String {
        match source {
            Source::NoTerm => self.not_set().into(),
            Source::StartedIn(term, emulator) => format!("TERM={term}{}{emulator}", self.started_in()),
            Source::Variable(name, value) => format!("{name}={value}"),
            Source::Named(name) | Source::Option(name) => (*name).into(),
            Source::Found(what) => self.what(*what).into(),
            Source::Answer => self.answer().into(),
            Source::Assumed => self.assumed().into(),
        }
    }
}

fn wording(language: Language) -> &'static dyn Wording {
    match language {
        Language::ZhHans => &zh_hans::ZhHans,
        Language::ZhHant => &zh_hant::ZhHant,
        Language::En => &en::En,
    }
}

/// A charset's name, which no language words.
fn charset(charset: &Charset) -> String {
    match charset {
        Charset::Utf8 => "UTF-8".into(),
        Charset::Gb18030 => "GB18030".into(),
        Charset::Gbk => "GBK".into(),
        Charset::Other(name) => name.clone(),
    }
}

fn milliseconds(time: Duration) -> String {
    format!("{:.1} ms", time.as_secs_f64() * 1e3)
}
