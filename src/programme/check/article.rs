//! What the paragraphs of the embedded dataset's source are called, which numbers each has, and which were
//! restored. The article itself is not in the repository.

/// The id of the source in the embedded dataset.
const SOURCE: &str = "qhnews-2025-03-18";

/// A paragraph of the article.
pub(super) struct Paragraph {
    pub name: &'static str,
    /// The numbers in it, in digits or in words.
    pub numbers: &'static [u64],
    /// Whether a passage of it was broken in the copy received.
    pub restored: bool,
}

/// What is known of the paragraphs of a source; `None` where the source is another one.
pub(super) fn paragraphs(source: &str) -> Option<&'static [Paragraph]> {
    (source == SOURCE).then_some(PARAGRAPHS)
}

const fn paragraph(name: &'static str, numbers: &'static [u64]) -> Paragraph {
    Paragraph { name, numbers, restored: false }
}

const fn restored(name: &'static str, numbers: &'static [u64]) -> Paragraph {
    Paragraph { name, numbers, restored: true }
}

const PARAGRAPHS: &[Paragraph] = &[
    paragraph("¶1", &[1, 2, 4, 2024]),
    paragraph("C1", &[]),
    paragraph("¶2", &[]),
    paragraph("¶3", &[1, 2, 24]),
    restored("¶4", &[0, 2, 3, 50]),
    paragraph("¶5", &[]),
    paragraph("¶6", &[1]),
    paragraph("C2", &[]),
    paragraph("¶7", &[]),
    paragraph("¶8", &[0, 1, 2, 4]),
    paragraph("¶9", &[3, 4]),
    restored("¶10", &[0, 1, 5, 16, 31]),
    paragraph("¶11", &[]),
    paragraph("C3", &[]),
    paragraph("C4", &[]),
    paragraph("¶12", &[]),
    restored("¶13", &[3]),
    restored("¶14", &[1, 2]),
    paragraph("¶15", &[2, 345]),
];
