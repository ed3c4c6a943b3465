//! Pages as one HTML document that needs nothing else: for browsers and printers, for Word, WPS and LibreOffice.

use html_escape::encode_text_to_string;

use super::change::Mark;
use super::document::{self, Document};
use super::{Cites, Page, Role, Run, Scope};
use crate::text::clean;

/// Plain enough for the importers of word processors; without fonts, so that `lang` picks one for its script.
const STYLE: &str = include_str!("html.css");

/// Pages below each other, each with the level of its title, as a document named after the first one.
pub fn html<'p>(scope: &Scope<'p>, pages: &[(usize, Page<'p>)], cites: Cites) -> String {
    let mut html = Html { text: String::new(), open: None };
    html.text.extend(["<!DOCTYPE html>\n<html lang=\"", scope.language.tag(), "\">\n<head>\n"]);
    html.text += "<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n";
    html.element("title", &document::title(pages), "");
    html.text.extend(["<style>\n", STYLE, "</style>\n</head>\n<body>\n"]);
    document::write(scope, pages, cites, &mut html);
    html.within(None);
    html.text += "</body>\n</html>\n";
    html.text
}

struct Html {
    text: String,
    /// The list or table that the next item or row belongs to.
    open: Option<&'static str>,
}

impl Document for Html {
    fn heading(&mut self, level: usize, text: &str) {
        const ELEMENTS: [&str; 4] = ["h1", "h2", "h3", "h4"];
        self.within(None);
        self.element(ELEMENTS[(level - 1).min(3)], text, "");
    }

    fn paragraph(&mut self, text: &str, cites: &str) {
        self.within(None);
        self.element("p", text, cites);
    }

    fn item(&mut self, text: &str, cites: &str) {
        self.within(Some("ul"));
        self.element("li", text, cites);
    }

    fn change(&mut self, runs: &[Run<'_>], cites: &str) {
        self.within(Some("ul"));
        self.text += "<li>";
        for run in runs {
            let name = match run.role {
                Role::Changed(Mark::Gone) => "del",
                Role::Changed(Mark::New) => "ins",
                _ => "span",
            };
            self.element(name, &run.text, "");
        }
        if !cites.is_empty() {
            self.element("small", cites, "");
        }
        self.text += "</li>\n";
    }

    fn row(&mut self, label: &str, value: &str, cites: &str) {
        self.within(Some("table"));
        self.text += "<tr>";
        self.element("th", label, cites);
        self.element("td", value, "");
        self.text += "</tr>\n";
    }
}

impl Html {
    /// Goes on in this list or table, or in none.
    fn within(&mut self, wanted: Option<&'static str>) {
        if self.open == wanted {
            return;
        }
        if let Some(open) = self.open {
            self.text.extend(["</", open, ">\n"]);
        }
        match wanted {
            // Word processors pass over a border that only the style has.
            Some("table") => self.text += "<table border=\"1\" cellspacing=\"0\" cellpadding=\"4\">\n",
            Some(list) => self.text.extend(["<", list, ">\n"]),
            None => {}
        }
        self.open = wanted;
    }

    /// A text as an element, its cites behind it.
    fn element(&mut self, name: &str, text: &str, cites: &str) {
        self.text.extend(["<", name, ">"]);
        encode_text_to_string(clean(text), &mut self.text);
        if !cites.is_empty() {
            self.text += "<small>";
            encode_text_to_string(clean(cites), &mut self.text);
            self.text += "</small>";
        }
        let inline = matches!(name, "th" | "td" | "del" | "ins" | "span" | "small");
        self.text.extend(["</", name, if inline { ">" } else { ">\n" }]);
    }
}

#[cfg(test)]
mod tests {
    use html5gum::{Token, Tokenizer};
    use proptest::prelude::*;

    use super::*;
    use crate::page::{Block, Brief, Kind, brief};
    use crate::programme::{self, Language, Programme, Record, embedded};

    /// The elements that may stand in a document, and those attributes that load nothing.
    const ELEMENTS: [&str; 18] = [
        "html", "head", "meta", "title", "style", "body", "h1", "h2", "h3", "h4", "p", "ul", "li", "table",
        "tr", "th", "td", "small",
    ];
    const ATTRIBUTES: [&[u8]; 7] =
        [b"border", b"cellspacing", b"cellpadding", b"lang", b"charset", b"name", b"content"];

    /// The texts of the body, an element each, where every element is one of ours and ends where it should.
    fn said(html: &str) -> Vec<String> {
        let (mut open, mut said) = (Vec::new(), vec![String::new()]);
        for Ok(token) in Tokenizer::new(html) {
            match token {
                Token::StartTag(tag) => {
                    let name = String::from_utf8(tag.name.0).unwrap();
                    assert!(ELEMENTS.contains(&&*name), "<{name}> in {html}");
                    assert!(tag.attributes.keys().all(|key| ATTRIBUTES.contains(&&*key.0)), "{html}");
                    if name != "meta" {
                        open.push(name);
                        said.push(String::new());
                    }
                }
                Token::EndTag(tag) => assert_eq!(open.pop().unwrap().as_bytes(), &*tag.name.0, "{html}"),
                Token::String(text) => said.last_mut().unwrap().push_str(str::from_utf8(&text).unwrap()),
                Token::Doctype(_) => {}
                other => panic!("{other:?} in {html}"),
            }
        }
        assert!(open.is_empty(), "{open:?} in {html}");
        said.into_iter().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()).collect()
    }

    /// What stands behind the style.
    fn body(programme: &Programme, language: Language, pages: &[(usize, Page<'_>)]) -> Vec<String> {
        let document = html(&Scope::new(programme, language), pages, Cites::AfterEach);
        let said = said(&document);
        said[2..].to_vec()
    }

    #[test]
    fn every_page_is_a_document_of_its_own_in_its_language() {
        let programme = embedded().unwrap();
        for language in Language::ALL {
            let scope = Scope::new(&programme, language);
            let everything = Brief { about: Vec::new(), initiatives: programme.initiative_refs().collect() };
            let briefing = brief(&scope, &everything);
            let document = html(&scope, &briefing, Cites::AfterEach);
            assert!(document.contains(&format!("<html lang=\"{}\">", language.tag())));
            assert!(!document.contains("url(") && !document.contains("@import"));
            // Every block's text is there, in the order of the pages.
            let mut said = said(&document).join("\n");
            for block in briefing.iter().flat_map(|(_, page)| &page.blocks) {
                for run in
                    block.runs.iter().filter(|run| block.kind == Kind::Paragraph && !run.text.is_empty())
                {
                    let at = said.find(&*run.text).unwrap_or_else(|| panic!("{} in {said}", run.text));
                    said.drain(..at);
                }
            }
        }
    }

    #[test]
    fn figures_and_facts_are_rows_of_tables() {
        let programme = embedded().unwrap();
        let record =
            programme.find(programme::Kind::Initiative, "haidong-second-hospital-wuxi-experts").unwrap();
        let scope = Scope::new(&programme, Language::En);
        let document = html(&scope, &[(1, scope.page(record))], Cites::AtEnd);
        for row in [
            "<tr><th>Topic</th><td>Health</td></tr>",
            "<tr><th>Chain</th><td>[attract] → develop → [deploy] → retain</td></tr>",
            "<tr><th>Practised there for the first time</th><td>50+ techniques</td></tr>",
        ] {
            assert!(document.contains(row), "{row} in {document}");
        }
    }

    proptest! {
        #[test]
        fn html_says_any_text_literally(
            texts in proptest::collection::vec("[a-z中“<>&;#\"'=/!\\-\\[\\] ]{0,9}[a-z中]", 4..9),
            kinds in proptest::collection::vec(0..5, 9),
        ) {
            let texts: Vec<_> = texts.iter().map(|text| text.trim().to_owned()).collect();
            let block = |(text, kind): (&String, i32)| Block {
                kind: [Kind::Title, Kind::Heading, Kind::Paragraph, Kind::Item, Kind::Fact][kind as usize].clone(),
                runs: vec![Run::text(text.clone())],
                cites: &[],
            };
            let page = Page { of: Record::Programme, blocks: texts.iter().zip(kinds).map(block).collect() };
            let programme = embedded().unwrap();
            prop_assert_eq!(body(&programme, Language::ZhHans, &[(1, page)]), texts);
        }
    }
}
