//! Pages as a document of Word and WPS (ECMA-376, WordprocessingML): some parts of XML in a zip archive.

use std::io::{self, Cursor, Write as _};

use html_escape::encode_text_to_string;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::change::Mark;
use super::document::{self, Document};
use super::{Cites, Page, Role, Run, Scope};
use crate::programme::Language;
use crate::text::clean;

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const WORDS: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// An A4 page with margins of 2.5 cm, in twentieths of a point.
const PAGE: &str = "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1418\" w:right=\"1418\" \
                    w:bottom=\"1418\" w:left=\"1418\" w:header=\"709\" w:footer=\"709\" w:gutter=\"0\"/></w:sectPr>";

/// Pages below each other, each with the level of its title, as a document named after the first one.
///
/// # Errors
/// None that memory doesn't have; the archive's writer says so, not we.
pub fn docx<'p>(scope: &Scope<'p>, pages: &[(usize, Page<'p>)], cites: Cites) -> io::Result<Vec<u8>> {
    let mut docx = Docx { text: String::new(), in_table: false };
    docx.text.extend([DECLARATION, "<w:document xmlns:w=\"", WORDS, "\"><w:body>"]);
    document::write(scope, pages, cites, &mut docx);
    docx.table(false);
    docx.text.extend([PAGE, "</w:body></w:document>"]);
    let parts = [
        ("[Content_Types].xml", include_str!("docx/content-types.xml").to_owned()),
        ("_rels/.rels", include_str!("docx/package.rels").to_owned()),
        ("docProps/core.xml", properties(&document::title(pages), scope.language)),
        ("word/document.xml", docx.text),
        ("word/_rels/document.xml.rels", include_str!("docx/document.rels").to_owned()),
        ("word/styles.xml", styles(scope.language)),
        ("word/numbering.xml", include_str!("docx/numbering.xml").to_owned()),
    ];
    archive(&parts)
}

/// The parts as they are: a compressor would be ten times as large as all else here.
fn archive(parts: &[(&str, String)]) -> io::Result<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default().compression_method(CompressionMethod::Stored))?;
        zip.write_all(text.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}

fn properties(title: &str, language: Language) -> String {
    let title = escaped(title);
    format!(
        "{DECLARATION}<cp:coreProperties \
         xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{title}</dc:title>\
         <dc:language>{}</dc:language></cp:coreProperties>",
        language.tag()
    )
}

/// The styles, with the font and the language of the Han characters. In Chinese, quotation marks are theirs, too.
fn styles(language: Language) -> String {
    let (font, tag, hint) = match language {
        Language::ZhHans => ("宋体", "zh-CN", " w:hint=\"eastAsia\""),
        Language::ZhHant => ("新細明體", "zh-TW", " w:hint=\"eastAsia\""),
        Language::En => ("宋体", "zh-CN", ""),
    };
    let styles = include_str!("docx/styles.xml").replacen("FONT", font, 1);
    styles.replacen("TAG", tag, 1).replacen("HINT", hint, 1)
}

fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    encode_text_to_string(clean(text), &mut escaped);
    escaped
}

struct Docx {
    text: String,
    in_table: bool,
}

impl Document for Docx {
    fn heading(&mut self, level: usize, text: &str) {
        const STYLES: [&str; 4] = ["Heading1", "Heading2", "Heading3", "Heading4"];
        self.table(false);
        self.styled(STYLES[(level - 1).min(3)], text, "");
    }

    fn paragraph(&mut self, text: &str, cites: &str) {
        self.table(false);
        self.styled("Normal", text, cites);
    }

    fn item(&mut self, text: &str, cites: &str) {
        self.table(false);
        self.styled("ListBullet", text, cites);
    }

    fn change(&mut self, runs: &[Run<'_>], cites: &str) {
        self.table(false);
        let runs = runs.iter().map(|run| {
            let style = match run.role {
                Role::Changed(Mark::Gone) => Some("Gone"),
                Role::Changed(Mark::New) => Some("New"),
                _ => None,
            };
            (style, &*run.text)
        });
        self.runs("ListBullet", runs, cites);
    }

    fn row(&mut self, label: &str, value: &str, cites: &str) {
        self.table(true);
        self.text += "<w:tr><w:trPr><w:cantSplit/></w:trPr>";
        for (width, text, cites) in [("3000", label, cites), ("6070", value, "")] {
            self.text.extend(["<w:tc><w:tcPr><w:tcW w:w=\"", width, "\" w:type=\"dxa\"/></w:tcPr>"]);
            self.styled("Cell", text, cites);
            self.text += "</w:tc>";
        }
        self.text += "</w:tr>";
    }
}

impl Docx {
    /// Goes on in a table, or behind it.
    fn table(&mut self, wanted: bool) {
        if self.in_table == wanted {
            return;
        }
        self.in_table = wanted;
        self.text += if wanted {
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"9070\" w:type=\"dxa\"/>\
             <w:tblLayout w:type=\"fixed\"/></w:tblPr>\
             <w:tblGrid><w:gridCol w:w=\"3000\"/><w:gridCol w:w=\"6070\"/></w:tblGrid>"
        } else {
            // A table that nothing follows at once needs a paragraph behind it.
            "</w:tbl><w:p><w:pPr><w:pStyle w:val=\"Cell\"/></w:pPr></w:p>"
        };
    }

    /// A paragraph in a style, its cites behind it.
    fn styled(&mut self, style: &str, text: &str, cites: &str) {
        self.runs(style, std::iter::once((None, text)), cites);
    }

    /// A paragraph of texts, some of them in a style of their own.
    fn runs<'t>(
        &mut self,
        style: &str,
        texts: impl Iterator<Item = (Option<&'static str>, &'t str)>,
        cites: &str,
    ) {
        self.text.extend(["<w:p><w:pPr><w:pStyle w:val=\"", style, "\"/></w:pPr>"]);
        texts.for_each(|(style, text)| self.run(style, text));
        if !cites.is_empty() {
            self.run(Some("Cite"), cites);
        }
        self.text += "</w:p>";
    }

    fn run(&mut self, style: Option<&str>, text: &str) {
        self.text += "<w:r>";
        if let Some(style) = style {
            self.text.extend(["<w:rPr><w:rStyle w:val=\"", style, "\"/></w:rPr>"]);
        }
        self.text.extend(["<w:t xml:space=\"preserve\">", &escaped(text), "</w:t></w:r>"]);
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::io::Read as _;

    use proptest::prelude::*;
    use roxmltree::{Document as Xml, Node};
    use zip::ZipArchive;

    use super::*;
    use crate::page::{Block, Brief, Kind, brief};
    use crate::programme::{self, Programme, Record, embedded};

    /// A part of an archive.
    fn part(docx: &[u8], name: &str) -> String {
        let mut archive = ZipArchive::new(Cursor::new(docx)).unwrap();
        let mut text = String::new();
        archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    }

    /// The values of an attribute of the elements of that name.
    fn values(xml: &Xml<'_>, element: &str, attribute: &str) -> BTreeSet<String> {
        let of = |node: Node<'_, '_>| node.attribute((WORDS, attribute)).map(String::from);
        xml.descendants().filter(|node| node.has_tag_name((WORDS, element))).filter_map(of).collect()
    }

    /// What each paragraph of the document says.
    fn said(xml: &Xml<'_>) -> Vec<String> {
        let text = |node: Node<'_, '_>| {
            node.descendants().filter(Node::is_text).filter_map(|n| n.text()).collect::<String>()
        };
        let paragraphs = xml.descendants().filter(|node| node.has_tag_name((WORDS, "p"))).map(text);
        paragraphs.filter(|text| !text.is_empty()).collect()
    }

    fn everything(programme: &Programme, language: Language) -> Vec<u8> {
        let scope = Scope::new(programme, language);
        let all = Brief { about: Vec::new(), initiatives: programme.initiative_refs().collect() };
        docx(&scope, &brief(&scope, &all), Cites::AfterEach).unwrap()
    }

    #[test]
    fn every_part_is_xml_and_names_only_what_there_is() {
        let programme = embedded().unwrap();
        for (language, tag) in Language::ALL.into_iter().zip(["zh-CN", "zh-TW", "zh-CN"]) {
            let docx = everything(&programme, language);
            let archive = ZipArchive::new(Cursor::new(&docx)).unwrap();
            let names: Vec<_> = archive.file_names().map(String::from).collect();
            let parts: Vec<_> = names.iter().map(|name| part(&docx, name)).collect();
            parts.iter().for_each(|part| assert!(Xml::parse(part).is_ok(), "{part}"));
            let types = part(&docx, "[Content_Types].xml");
            for node in Xml::parse(&types).unwrap().descendants() {
                let name = node.attribute("PartName").map(|name| name.trim_start_matches('/').to_owned());
                assert!(name.is_none_or(|name| names.contains(&name)), "{types}");
            }
            let (styles, document) = (part(&docx, "word/styles.xml"), part(&docx, "word/document.xml"));
            let (styles, document) = (Xml::parse(&styles).unwrap(), Xml::parse(&document).unwrap());
            assert_eq!(values(&styles, "lang", "eastAsia"), BTreeSet::from([tag.to_owned()]));
            for used in ["pStyle", "rStyle", "tblStyle"] {
                let (used, there) = (values(&document, used, "val"), values(&styles, "style", "styleId"));
                assert!(!used.is_empty() && used.is_subset(&there), "{used:?}");
            }
            assert!(said(&document).len() > 500);
        }
    }

    #[test]
    fn what_the_html_says_the_document_says() {
        let programme = embedded().unwrap();
        for language in Language::ALL {
            let scope = Scope::new(&programme, language);
            for record in programme::Kind::ALL.into_iter().flat_map(|kind| programme.records(kind)) {
                let pages = [(1, scope.page(record))];
                let docx = docx(&scope, &pages, Cites::AfterEach).unwrap();
                let document = part(&docx, "word/document.xml");
                let said = escaped(&said(&Xml::parse(&document).unwrap()).concat());
                let html = crate::page::html(&scope, &pages, Cites::AfterEach);
                let body = html.split_once("<body>").unwrap().1.replace('\n', "");
                let parts = body.split('<').filter_map(|part| part.split_once('>'));
                assert_eq!(said, parts.map(|(_, text)| text).collect::<String>());
            }
        }
    }

    proptest! {
        #[test]
        fn a_document_says_any_text_literally(
            texts in proptest::collection::vec("[a-z中“<>&;#\"'=/!\\-\\[\\] ]{0,9}[a-z中]", 4..9),
            kinds in proptest::collection::vec(0..5, 9),
        ) {
            let block = |(text, kind): (&String, i32)| Block {
                kind: [Kind::Title, Kind::Heading, Kind::Paragraph, Kind::Item, Kind::Fact][kind as usize].clone(),
                runs: vec![Run::text(text.clone())],
                cites: &[],
            };
            let page = Page { of: Record::Programme, blocks: texts.iter().zip(kinds).map(block).collect() };
            let programme = embedded().unwrap();
            let docx = docx(&Scope::new(&programme, Language::ZhHans), &[(1, page)], Cites::AtEnd).unwrap();
            let document = part(&docx, "word/document.xml");
            prop_assert_eq!(said(&Xml::parse(&document).unwrap()), texts);
        }
    }
}
