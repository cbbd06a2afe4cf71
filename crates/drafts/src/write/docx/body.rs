//! The report: letterhead, title, sections, signature; then the annexes.

use super::page::{Page, UPRIGHT, section_properties};
use super::paragraph::{cell, paragraph, row, rule, table, width};
use super::part::part;
use super::{annex, numbering, paragraph as p};
use crate::draft::{Draft, Form, Section};
use crate::write::markup::Markup;
use tonghop_figures::table::Table;

/// The left and right half of letterhead and signature; "CỘNG HÒA …" in bold Times New Roman of 12 points takes 4972.
const HALVES: [u32; 2] = [4255, 5100];

/// How long "Độc lập - Tự do - Hạnh phúc" is in bold Times New Roman of 13 points: the line below it is as long.
const MOTTO: u32 = 3178;

/// What is to stay free beside the agency's name, so that it does not run into the nation's.
const BESIDE: u32 = 300;

/// The part with the text.
pub fn document(draft: &Draft, figures: &Table) -> String {
    let mut xml = part("w:document");
    xml.start("w:body", &[]);
    letterhead(&mut xml, draft);
    title(&mut xml, draft);
    for passage in &draft.opening {
        p::passage(&mut xml, "BodyText", passage);
    }
    for section in &draft.sections {
        sections(&mut xml, section);
    }
    p::passage(&mut xml, "BodyText", &draft.closing);
    signature(&mut xml, draft);
    section_end(&mut xml, UPRIGHT);
    annex::annexes(&mut xml, draft, figures);
    xml.finish()
}

fn letterhead(xml: &mut Markup, draft: &Draft) {
    let letter = &draft.letterhead;
    let [left, right] = HALVES;
    table(xml, "Letter", &HALVES);
    row(xml, false);
    cell(xml, left, 1);
    paragraph(xml, "Parent", &letter.parent);
    let lines = halved(&letter.agency, left - BESIDE);
    p::lines(xml, "Agency", &lines);
    // A third to a half of the words above it; of a name that takes two lines, of the longer one.
    let longest = lines.iter().map(|line| width(line, 24)).max().unwrap_or_default();
    rule(xml, longest.min(left) * 2 / 5, left);
    xml.end();
    cell(xml, right, 1);
    paragraph(xml, "Nation", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    paragraph(xml, "Motto", "Độc lập - Tự do - Hạnh phúc");
    rule(xml, MOTTO, right);
    xml.end().end();
    row(xml, false);
    cell(xml, left, 1);
    paragraph(xml, "Number", &letter.number);
    xml.end();
    cell(xml, right, 1);
    paragraph(xml, "Date", &letter.place_and_date);
    xml.end().end().end();
}

/// A name in capitals of 12 points that is too long for a line, in two of about the same length; where one of its words
/// is "và", that begins the second one.
fn halved(name: &str, available: u32) -> Vec<&str> {
    if width(name, 24) <= available {
        return vec![name];
    }
    let spaces = || name.match_indices(' ').map(|(at, _)| at);
    let joint = |&at: &usize| name[at..].to_lowercase().starts_with(" và ");
    let middle = |&at: &usize| at.abs_diff(name.len() / 2);
    let at = spaces().filter(joint).min_by_key(middle).or_else(|| spaces().min_by_key(middle));
    at.map_or_else(|| vec![name], |at| vec![&name[..at], &name[at + 1..]])
}

fn title(xml: &mut Markup, draft: &Draft) {
    let inner = UPRIGHT.inner();
    paragraph(xml, "Title", "BÁO CÁO");
    paragraph(xml, "Subject", &draft.title);
    rule(xml, width(&draft.title, 28).min(inner) * 2 / 5, inner);
    if !draft.addressee.is_empty() {
        paragraph(xml, "Addressee", &draft.addressee);
    }
}

fn sections(xml: &mut Markup, section: &Section) {
    xml.start("w:p", &[]);
    let style = format!("Heading{}", section.level.clamp(1, 3));
    match numbering::own_list(&section.number).filter(|_| section.level == 3) {
        Some(list) => {
            xml.start("w:pPr", &[]).empty("w:pStyle", &[("w:val", &style)]).start("w:numPr", &[]);
            xml.empty("w:ilvl", &[("w:val", "0")]).empty("w:numId", &[("w:val", &list)]).end().end();
        }
        None => p::style(xml, &style),
    }
    let shouted = section.level == 1;
    p::words(xml, &if shouted { section.title.to_uppercase() } else { section.title.clone() });
    xml.end();
    for passage in &section.passages {
        let style = match passage.form {
            Form::Body => "BodyText",
            Form::Item => "Item",
            Form::Remark => "Remark",
        };
        p::passage(xml, style, passage);
    }
}

fn signature(xml: &mut Markup, draft: &Draft) {
    table(xml, "Letter", &HALVES);
    row(xml, false);
    cell(xml, HALVES[0], 1);
    paragraph(xml, "Receivers", "Nơi nhận:");
    for line in draft.lines_of_receivers() {
        paragraph(xml, "Receiver", &line);
    }
    xml.end();
    cell(xml, HALVES[1], 1);
    for title in &draft.signer.titles {
        paragraph(xml, "SignerTitle", title);
    }
    paragraph(xml, "SignerName", &draft.signer.name);
    xml.end().end().end();
}

/// The paragraph that ends a section of the document with its page.
fn section_end(xml: &mut Markup, page: Page) {
    xml.start("w:p", &[]).start("w:pPr", &[]);
    xml.empty("w:pStyle", &[("w:val", "Receiver")]);
    section_properties(xml, page, false);
    xml.end().end();
}

#[cfg(test)]
mod tests {
    use super::halved;

    #[test]
    fn a_long_name_takes_two_lines() {
        assert_eq!(halved("SỞ TÀI CHÍNH", 3955), ["SỞ TÀI CHÍNH"]);
        assert_eq!(halved("SỞ THÔNG TIN VÀ TRUYỀN THÔNG", 3955), ["SỞ THÔNG TIN", "VÀ TRUYỀN THÔNG"]);
        let plain = halved("BAN QUẢN LÝ CÁC KHU CÔNG NGHIỆP TỈNH", 3955);
        assert_eq!(plain, ["BAN QUẢN LÝ CÁC KHU", "CÔNG NGHIỆP TỈNH"]);
        assert_eq!(halved("MỘTTÊNKHÔNGCÓDẤUCÁCHNÀOCẢNÊNKHÔNGTÁCHĐƯỢC", 3955).len(), 1);
    }
}
