//! How each element looks: size, weight, place, as Nghị định 30/2020/NĐ-CP, Phụ lục I has it.
//!
//! Sizes are in half points, lengths in twentieths of a point: 567 is 1 cm, 720 is 1,27 cm, 120 is 6 points.

use super::part::part;
use crate::write::markup::Markup;

/// A paragraph style.
struct Style {
    id: &'static str,
    name: &'static str,
    /// Its size; 0 for that of the body.
    size: u32,
    weight: Weight,
    align: &'static str,
    /// Space before and behind.
    space: (u32, u32),
    /// Indent of the first line.
    first: u32,
    /// The list and its level.
    list: Option<(&'static str, &'static str)>,
    /// Whether it stays with the paragraph below it.
    keep: bool,
}

#[derive(Clone, Copy, PartialEq)]
enum Weight {
    Upright,
    Bold,
    Italic,
    BoldItalic,
}

const PLAIN: Style = Style {
    id: "",
    name: "",
    size: 0,
    weight: Weight::Upright,
    align: "left",
    space: (0, 0),
    first: 0,
    list: None,
    keep: false,
};

/// The styles in the order in which they stand on the page; the names are shown in Word.
const STYLES: [Style; 25] = [
    Style { id: "Nation", name: "Quốc hiệu", size: 24, weight: Weight::Bold, align: "center", ..PLAIN },
    Style { id: "Motto", name: "Tiêu ngữ", size: 26, weight: Weight::Bold, align: "center", ..PLAIN },
    Style { id: "Parent", name: "Cơ quan chủ quản", size: 24, align: "center", ..PLAIN },
    Style { id: "Agency", name: "Cơ quan ban hành", size: 24, weight: Weight::Bold, align: "center", ..PLAIN },
    Style { id: "Number", name: "Số và ký hiệu", size: 26, align: "center", ..PLAIN },
    Style {
        id: "Date", name: "Địa danh và thời gian", size: 26, weight: Weight::Italic, align: "center", ..PLAIN
    },
    Style { id: "Title", name: "Title", weight: Weight::Bold, align: "center", space: (360, 0), keep: true, ..PLAIN },
    Style { id: "Subject", name: "Trích yếu", weight: Weight::Bold, align: "center", keep: true, ..PLAIN },
    Style { id: "Addressee", name: "Kính gửi", align: "center", space: (120, 240), ..PLAIN },
    Style { id: "BodyText", name: "Body Text", align: "both", space: (0, 120), first: 720, ..PLAIN },
    Style {
        id: "Heading1",
        name: "heading 1",
        weight: Weight::Bold,
        align: "both",
        space: (120, 120),
        first: 720,
        list: Some(("1", "0")),
        keep: true,
        ..PLAIN
    },
    Style {
        id: "Heading2",
        name: "heading 2",
        weight: Weight::Bold,
        align: "both",
        space: (0, 120),
        first: 720,
        list: Some(("1", "1")),
        keep: true,
        ..PLAIN
    },
    Style {
        id: "Heading3",
        name: "heading 3",
        align: "both",
        space: (0, 120),
        first: 720,
        list: Some(("1", "2")),
        keep: true,
        ..PLAIN
    },
    Style {
        id: "Item",
        name: "Gạch đầu dòng",
        align: "both",
        space: (0, 120),
        first: 720,
        list: Some(("2", "0")),
        ..PLAIN
    },
    Style {
        id: "Remark",
        name: "Ghi chú soạn thảo",
        size: 24,
        weight: Weight::Italic,
        align: "both",
        space: (0, 120),
        first: 720,
        ..PLAIN
    },
    Style { id: "Receivers", name: "Nơi nhận", size: 24, weight: Weight::BoldItalic, ..PLAIN },
    Style { id: "Receiver", name: "Danh sách nơi nhận", size: 22, ..PLAIN },
    Style {
        id: "SignerTitle", name: "Chức vụ người ký", weight: Weight::Bold, align: "center", keep: true, ..PLAIN
    },
    Style {
        id: "SignerName",
        name: "Họ tên người ký",
        weight: Weight::Bold,
        align: "center",
        space: (1440, 0),
        ..PLAIN
    },
    Style { id: "AnnexLabel", name: "Phụ lục", weight: Weight::Bold, align: "center", keep: true, ..PLAIN },
    Style { id: "AnnexTitle", name: "Tên phụ lục", weight: Weight::Bold, align: "center", keep: true, ..PLAIN },
    Style { id: "AnnexNote", name: "Kèm theo", weight: Weight::Italic, align: "center", space: (0, 240), ..PLAIN },
    Style { id: "CellText", name: "Ô chữ", size: 20, ..PLAIN },
    Style { id: "CellCentre", name: "Ô giữa", size: 20, align: "center", ..PLAIN },
    Style { id: "CellFigure", name: "Ô số", size: 20, align: "right", ..PLAIN },
];

/// The part with all styles.
pub fn styles() -> String {
    let mut xml = part("w:styles");
    defaults(&mut xml);
    xml.raw(
        "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>",
    );
    xml.raw(
        "<w:style w:type=\"paragraph\" w:styleId=\"Header\"><w:name w:val=\"header\"/><w:basedOn w:val=\"Normal\"/>\
         <w:pPr><w:jc w:val=\"center\"/></w:pPr><w:rPr><w:sz w:val=\"26\"/><w:szCs w:val=\"26\"/></w:rPr></w:style>",
    );
    for style in &STYLES {
        paragraph(&mut xml, style);
    }
    xml.raw(
        "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"Rule\"><w:name w:val=\"Đường kẻ\"/>\
         <w:basedOn w:val=\"Normal\"/><w:pPr><w:pBdr><w:top w:val=\"single\" w:sz=\"6\" w:space=\"1\" w:color=\"auto\"/></w:pBdr>\
         <w:spacing w:before=\"40\" w:after=\"0\" w:line=\"120\" w:lineRule=\"exact\"/></w:pPr></w:style>",
    );
    xml.raw(
        "<w:style w:type=\"character\" w:customStyle=\"1\" w:styleId=\"Fill\"><w:name w:val=\"Chỗ phải điền\"/>\
         <w:rPr><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"FFF2A8\"/></w:rPr></w:style>",
    );
    xml.raw(
        "<w:style w:type=\"character\" w:customStyle=\"1\" w:styleId=\"Strong\"><w:name w:val=\"Strong\"/>\
         <w:rPr><w:b/><w:bCs/></w:rPr></w:style>",
    );
    tables(&mut xml);
    xml.finish()
}

fn defaults(xml: &mut Markup) {
    let font = "Times New Roman";
    xml.start("w:docDefaults", &[]).start("w:rPrDefault", &[]).start("w:rPr", &[]);
    xml.empty("w:rFonts", &[("w:ascii", font), ("w:hAnsi", font), ("w:eastAsia", font), ("w:cs", font)]);
    xml.empty("w:sz", &[("w:val", "28")]).empty("w:szCs", &[("w:val", "28")]);
    xml.empty("w:lang", &[("w:val", "vi-VN"), ("w:eastAsia", "vi-VN"), ("w:bidi", "ar-SA")]);
    xml.end().end().start("w:pPrDefault", &[]).start("w:pPr", &[]);
    xml.empty("w:spacing", &[("w:before", "0"), ("w:after", "0"), ("w:line", "240"), ("w:lineRule", "auto")]);
    xml.end().end().end();
}

fn paragraph(xml: &mut Markup, style: &Style) {
    // The names that Word knows itself are written small or are two words in English.
    let own = !style.name.is_ascii();
    let mut attributes = vec![("w:type", "paragraph")];
    attributes.extend(own.then_some(("w:customStyle", "1")));
    attributes.push(("w:styleId", style.id));
    xml.start("w:style", &attributes).empty("w:name", &[("w:val", style.name)]);
    xml.empty("w:basedOn", &[("w:val", "Normal")]).empty("w:qFormat", &[]).start("w:pPr", &[]);
    if style.keep {
        xml.empty("w:keepNext", &[]);
    }
    if let Some((list, level)) = style.list {
        xml.start("w:numPr", &[]).empty("w:ilvl", &[("w:val", level)]);
        xml.empty("w:numId", &[("w:val", list)]).end();
    }
    let (before, behind) = style.space;
    xml.empty("w:spacing", &[("w:before", &before.to_string()), ("w:after", &behind.to_string())]);
    if style.first > 0 {
        xml.empty("w:ind", &[("w:left", "0"), ("w:firstLine", &style.first.to_string())]);
    }
    xml.empty("w:jc", &[("w:val", style.align)]);
    if let Some(level) = style.id.strip_prefix("Heading") {
        let outline = level.parse::<u8>().unwrap_or(1).saturating_sub(1).to_string();
        xml.empty("w:outlineLvl", &[("w:val", &outline)]);
    }
    xml.end();
    characters(xml, style);
    xml.end();
}

fn characters(xml: &mut Markup, style: &Style) {
    xml.start("w:rPr", &[]);
    if matches!(style.weight, Weight::Bold | Weight::BoldItalic) {
        xml.empty("w:b", &[]).empty("w:bCs", &[]);
    }
    if matches!(style.weight, Weight::Italic | Weight::BoldItalic) {
        xml.empty("w:i", &[]).empty("w:iCs", &[]);
    }
    if style.size > 0 {
        let size = style.size.to_string();
        xml.empty("w:sz", &[("w:val", &size)]).empty("w:szCs", &[("w:val", &size)]);
    }
    xml.end();
}

/// A table without lines for letterhead and signature, and one with lines of half a point for figures.
fn tables(xml: &mut Markup) {
    let margins = |side: u32| {
        format!(
            "<w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"{side}\" w:type=\"dxa\"/>\
             <w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"{side}\" w:type=\"dxa\"/></w:tblCellMar>"
        )
    };
    let line = |side: &str| format!("<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>");
    let lines: String = ["top", "left", "bottom", "right", "insideH", "insideV"].map(line).concat();
    let head = |id: &str, name: &str| {
        format!(
            "<w:style w:type=\"table\" w:customStyle=\"1\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:tblPr>"
        )
    };
    xml.raw(&head("Letter", "Khung không kẻ")).raw(&margins(0)).raw("</w:tblPr></w:style>");
    xml.raw(&head("Figures", "Bảng số liệu"));
    xml.raw(&format!("<w:tblBorders>{lines}</w:tblBorders>")).raw(&margins(57)).raw("</w:tblPr></w:style>");
}
