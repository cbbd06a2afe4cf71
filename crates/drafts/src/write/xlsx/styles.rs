//! The formats of cells, each written once.

use super::names::MAIN;
use crate::write::markup::Markup;

/// The first id that a file may give to a format of its own.
const OWN: usize = 164;

/// How a cell looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// Whether its type is bold.
    pub bold: bool,
    /// Where its content stands: "left", "center", "right".
    pub align: &'static str,
    /// How deep it is indented.
    pub indent: usize,
    /// The decimals of a number and the word before it; `None` for text.
    pub number: Option<(u32, Option<&'static str>)>,
}

/// The formats that the sheets use.
#[derive(Debug, Default)]
pub struct Styles {
    formats: Vec<String>,
    looks: Vec<Look>,
}

impl Styles {
    /// The index of a look, by which cells name it.
    pub fn index(&mut self, look: Look) -> usize {
        let at = self.looks.iter().position(|known| *known == look);
        // The first one is that of cells without any.
        at.unwrap_or_else(|| {
            self.looks.push(look);
            self.looks.len() - 1
        }) + 1
    }

    /// The part with all formats.
    pub fn part(mut self) -> String {
        let formats: Vec<usize> = self.looks.clone().iter().map(|look| self.format(look)).collect();
        let mut xml = Markup::part();
        xml.start("styleSheet", &[("xmlns", MAIN)]);
        if !self.formats.is_empty() {
            xml.start("numFmts", &[("count", &self.formats.len().to_string())]);
            for (index, code) in self.formats.iter().enumerate() {
                xml.empty("numFmt", &[("numFmtId", &(OWN + index).to_string()), ("formatCode", code)]);
            }
            xml.end();
        }
        let font = "<sz val=\"11\"/><name val=\"Times New Roman\"/><family val=\"1\"/>";
        xml.raw(&format!("<fonts count=\"2\"><font>{font}</font><font><b/>{font}</font></fonts>"));
        xml.raw("<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>");
        let line = |side: &str| format!("<{side} style=\"thin\"><color auto=\"1\"/></{side}>");
        let lines: String = ["left", "right", "top", "bottom"].map(line).concat();
        xml.raw("<borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border>");
        xml.raw(&format!("<border>{lines}<diagonal/></border></borders>"));
        xml.raw(
            "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>",
        );
        xml.start("cellXfs", &[("count", &(self.looks.len() + 1).to_string())]);
        xml.raw("<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>");
        for (look, format) in self.looks.iter().zip(formats) {
            self::format(&mut xml, look, format);
        }
        xml.end();
        xml.raw("<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>");
        xml.finish()
    }

    /// The id of a look's number format: 49 is text.
    fn format(&mut self, look: &Look) -> usize {
        let Some((decimals, word)) = look.number else { return 49 };
        let zeros = if decimals > 0 { format!(".{}", "0".repeat(decimals as usize)) } else { String::new() };
        let word = word.map(|word| format!("\"{word} \"")).unwrap_or_default();
        let code = format!("{word}#,##0{zeros}");
        let at = self.formats.iter().position(|known| *known == code).unwrap_or_else(|| {
            self.formats.push(code);
            self.formats.len() - 1
        });
        OWN + at
    }
}

fn format(xml: &mut Markup, look: &Look, format: usize) {
    let (format, font) = (format.to_string(), if look.bold { "1" } else { "0" });
    xml.start(
        "xf",
        &[
            ("numFmtId", format.as_str()),
            ("fontId", font),
            ("fillId", "0"),
            ("borderId", "1"),
            ("xfId", "0"),
            ("applyNumberFormat", "1"),
            ("applyFont", "1"),
            ("applyBorder", "1"),
            ("applyAlignment", "1"),
        ],
    );
    let indent = look.indent.to_string();
    let mut alignment = vec![("horizontal", look.align), ("vertical", "top")];
    if look.number.is_none() {
        alignment.push(("wrapText", "1"));
    }
    if look.indent > 0 {
        alignment.push(("indent", &indent));
    }
    xml.empty("alignment", &alignment).end();
}
