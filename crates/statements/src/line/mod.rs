//! Paragraphs as tokens: words, numerals and marks, each with its place and its folded form.

mod annotated;
mod bracket;
mod contents;
pub mod label;
mod labelled;
mod phrases;
mod token;

use std::sync::Arc;

pub use annotated::Line;
pub use bracket::Bracket;
pub use token::{Token, TokenKind};
use tonghop_model::document::{Document, Paragraph, Place};
use tonghop_model::vietnamese::{fold, noise};

/// Every paragraph of the body as tokens, in order.
pub fn lines(document: &Document) -> Vec<Line> {
    let poor = noise::is_poor(&document.text);
    let mut lines: Vec<Line> =
        document.paragraphs().into_iter().map(|(paragraph, place)| line(paragraph.clone(), place, poor)).collect();
    for (at, entry) in contents::entries(&lines).into_iter().enumerate() {
        lines[at].in_contents = entry;
    }
    lines
}

/// One paragraph as tokens; `poor` says whether its document's text was recognised badly.
pub fn line(paragraph: Paragraph, place: Place, poor: bool) -> Line {
    let tokens = token::tokens(&fold::fold(paragraph.text.chars()), poor);
    let ends = token::sentence_ends(paragraph.text.chars(), &tokens).into();
    let brackets = bracket::brackets(&tokens).into();
    let tokens = Arc::new(tokens);
    let mut line = Line { paragraph, place, tokens, poor, label: None, in_contents: false, brackets, ends };
    line.label = labelled::label(&line);
    line
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use tonghop_model::document::Block;
    use tonghop_model::format::Format;
    use tonghop_model::span::Mapper;

    /// A document of one paragraph.
    pub(crate) fn document(text: &str) -> Document {
        Document {
            format: Format::Text,
            text: text.to_owned(),
            blocks: vec![Block::Paragraph(paragraph(text))],
            margins: Vec::new(),
            notices: Vec::new(),
            layout: None,
        }
    }

    /// A document of one paragraph a line.
    pub(crate) fn document_of(text: &str) -> Document {
        let mut offset = 0;
        let mut blocks = Vec::new();
        for line in text.split('\n') {
            let mut mapper = Mapper::new();
            mapper.push(line, offset);
            offset += line.chars().count() + 1;
            blocks.push(Block::Paragraph(Paragraph { text: mapper.finish(), ..Paragraph::default() }));
        }
        Document { blocks, ..document(text) }
    }

    fn paragraph(text: &str) -> Paragraph {
        let mut mapper = Mapper::new();
        mapper.push(text, 0);
        Paragraph { text: mapper.finish(), ..Paragraph::default() }
    }

    fn check(text: &str, tokens: &[&str]) {
        let paragraph = paragraph(text);
        let line = line(paragraph, Place::Body, false);
        let found: Vec<&str> = line.tokens.iter().map(|token| token.text.as_str()).collect();
        assert_eq!(found, tokens, "{text}");
    }

    #[test]
    fn marks_inside_of_numerals_hold_them_together() {
        check("(1.727 USB, 37 SIM)", &["(", "1.727", "usb", ",", "37", "sim", ")"]);
        check("số 97/KH-UBND ngày 17/11/2021.", &["số", "97/kh-ubnd", "ngày", "17/11/2021", "."]);
        check("27 phút/ngày, 80,84%)", &["27", "phút", "/", "ngày", ",", "80,84", "%", ")"]);
        check("kinh tế-xã hội COVID-19", &["kinh", "tế", "-", "xã", "hội", "covid-19"]);
        check("giai đoạn 2021 – 2025, 1,2", &["giai", "đoạn", "2021", "-", "2025", ",", "1,2"]);
        check("là 5..652. Hết 5.. 6", &["là", "5..652", ".", "hết", "5", ".", ".", "6"]);
        check("http://a.vn/x?ID=7 và", &["http://a.vn/x?id=7", "và"]);
    }
}
