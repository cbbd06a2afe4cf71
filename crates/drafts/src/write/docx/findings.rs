//! The report of findings as a Word file: one table a report.

use super::file::package_of;
use super::page::{UPRIGHT, section_properties};
use super::paragraph::{cell, paragraph, row, run, table};
use super::part::part;
use super::{numbering, paragraph as p};
use crate::draft::Draft;
use crate::write::findings::{Findings, HEADS};
use crate::write::markup::Markup;

/// The widths of the columns in twentieths of a point; together what the margins leave.
const COLUMNS: [u32; HEADS.len()] = [500, 900, 3555, 2000, 2400];

/// The Word file of a report of findings.
pub fn findings(findings: &Findings) -> Vec<u8> {
    // The lists of the draft are of its sections, and there are none here.
    package_of(document(findings), numbering::numbering(&Draft::default()))
}

fn document(findings: &Findings) -> String {
    let mut xml = part("w:document");
    xml.start("w:body", &[]);
    paragraph(&mut xml, "Title", &findings.title.to_uppercase());
    for part in &findings.parts {
        xml.start("w:p", &[]);
        p::style(&mut xml, "BodyText");
        run(&mut xml, Some("Strong"), &part.name);
        xml.end();
        table(&mut xml, "Figures", &COLUMNS);
        line(&mut xml, true, HEADS);
        for (index, found) in part.lines.iter().enumerate() {
            let number = (index + 1).to_string();
            line(&mut xml, false, [&number, found.severity, &found.message, &found.request, &found.quote]);
        }
        xml.end();
    }
    // Word wants a paragraph between a table and the end.
    paragraph(&mut xml, "CellText", "");
    section_properties(&mut xml, UPRIGHT, false);
    xml.finish()
}

fn line(xml: &mut Markup, head: bool, texts: [&str; HEADS.len()]) {
    row(xml, head);
    for (index, (text, width)) in texts.into_iter().zip(COLUMNS).enumerate() {
        cell(xml, width, 1);
        xml.start("w:p", &[]);
        p::style(xml, if head || index == 0 { "CellCentre" } else { "CellText" });
        run(xml, head.then_some("Strong"), text);
        xml.end().end();
    }
    xml.end();
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::write::docx::schema;
    use crate::write::findings::{Line, Part};

    fn example() -> Findings {
        let line = Line {
            severity: "Lỗi",
            message: "512 + 1.806 = 2.318 & <2.293>".into(),
            request: "Tính lại.".into(),
            quote: "=1+1 “2.293”".into(),
        };
        Findings {
            title: "Những điểm cần xem lại".into(),
            parts: vec![
                Part { name: "a.txt (tháng 02 năm 2022)".into(), lines: vec![line.clone(), line.clone()] },
                Part { name: "b.txt".into(), lines: vec![line] },
            ],
        }
    }

    #[test]
    fn the_document_is_as_the_schema_has_it() {
        schema::check("word/document.xml", &document(&example()));
        schema::check("word/document.xml", &document(&Findings::default()));
    }

    #[test]
    fn the_file_reads_back() {
        let bytes = findings(&example());
        assert_eq!(bytes, findings(&example()));
        let document = tonghop_readers::document("a.docx", &bytes);
        let text = document.map(|document| document.text).unwrap_or_default();
        assert!(text.contains("512 + 1.806 = 2.318 & <2.293>") && text.contains("NHỮNG ĐIỂM CẦN XEM LẠI"), "{text}");
    }
}
