//! The second step: the elements of the body as blocks, with the text they stand in.

use std::collections::{HashMap, HashSet};

use super::super::super::document::{Block, Paragraph, Role};
use super::super::super::error::ReadError;
use super::super::super::span::{Mapper, Span};
use super::super::wording::{self, Beginning};
use super::super::xml::Element;
use super::super::{MAX_BLOCKS, MAX_TEXT};
use super::inline::{Inline, Line, Met, Runs, chosen};
use super::numbering::{Label, Numbering};
use super::styles::{self, ListRef, Styles};

/// Where blocks stand, which decides how they are set apart in the text and what they count as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Within {
    Body,
    Cell,
    TextBox,
    Note,
}

/// Reads blocks, and writes the text that their spans count in.
#[derive(Debug)]
pub(super) struct Body<'t> {
    runs: Runs<'t>,
    numbering: Numbering<'t>,
    /// Footnotes (`false`) and endnotes (`true`) by their ids.
    notes: HashMap<(bool, &'t str), Element<'t>>,
    /// The notes that were read: each stands where it is referred to first.
    noted: HashSet<(bool, &'t str)>,
    /// The content of a paragraph whose mark was deleted, so that the next one goes on with it.
    carried: Option<Inline<'t>>,
    text: String,
    /// How many characters `text` has.
    len: usize,
    count: usize,
}

impl<'t> Body<'t> {
    pub fn new(styles: Styles<'t>, numbering: Numbering<'t>) -> Self {
        Self {
            runs: Runs::new(styles),
            numbering,
            notes: HashMap::new(),
            noted: HashSet::new(),
            carried: None,
            text: String::new(),
            len: 0,
            count: 0,
        }
    }

    /// Makes the notes of a part known; `endnotes` tells which kind they are.
    pub fn add_notes(&mut self, top: Option<Element<'t>>, endnotes: bool) {
        for note in top.into_iter().flat_map(Element::children) {
            // Notes of a type are the rules and remarks that separate the notes from the text.
            if matches!(note.attribute("type"), None | Some("normal")) {
                self.notes.extend(note.attribute("id").map(|id| ((endnotes, id), note)));
            }
        }
    }

    /// The text that was written, and what was met on the way.
    pub fn finish(self) -> (String, Met) {
        (self.text, self.runs.met)
    }

    /// How many characters were written.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Writes what parts two things in the text.
    pub fn write(&mut self, text: &str) {
        self.text.push_str(text);
        self.len += text.chars().count();
    }

    /// Counts a block or a cell.
    ///
    /// # Errors
    /// Where there are more than any report has.
    pub fn count(&mut self) -> Result<(), ReadError> {
        self.count += 1;
        let within = self.count <= MAX_BLOCKS && self.text.len() <= MAX_TEXT;
        if within { Ok(()) } else { Err(ReadError::Hostile) }
    }

    /// Notes that changes are recorded in the document.
    pub fn met_changes(&mut self) {
        self.runs.met.changes = true;
    }

    /// Reads the blocks of a body, a cell, a text box or a note.
    pub fn blocks(&mut self, parent: Element<'t>, within: Within, into: &mut Vec<Block>) -> Result<(), ReadError> {
        for element in parent.children() {
            match element.name() {
                "p" => self.paragraph(element, within, into)?,
                "tbl" => {
                    let table = self.table(element)?;
                    into.push(Block::Table(table));
                }
                "AlternateContent" => {
                    if let Some(chosen) = chosen(element) {
                        self.blocks(chosen, within, into)?;
                    }
                }
                "del" | "moveFrom" => self.met_changes(),
                "sdt" | "sdtContent" | "customXml" | "smartTag" | "ins" | "moveTo" => {
                    self.blocks(element, within, into)?;
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn paragraph(&mut self, element: Element<'t>, within: Within, into: &mut Vec<Block>) -> Result<(), ReadError> {
        self.count()?;
        let properties = element.child("pPr");
        let style = self.runs.styles().of_paragraph(properties);
        let mut inline = self.carried.take().unwrap_or_default();
        self.runs.read(element, style, &mut inline);
        let mark = properties.and_then(|properties| properties.child("rPr"));
        if mark.is_some_and(|mark| mark.child("del").is_some()) {
            self.met_changes();
            self.carried = Some(inline);
            return Ok(());
        }
        let label = self.label(properties, style);
        let heading = properties
            .and_then(styles::outline_level)
            .map_or_else(|| self.runs.styles().heading(style), styles::heading_at);
        let role = role(within, heading, label.as_ref());
        let lines = self.runs.lines(&mut inline);
        self.lines(&lines, label, role, within, into);
        for content in inline.boxes {
            self.blocks(content, Within::TextBox, into)?;
        }
        // Notes hold no notes in the format; one that claims to could go in circles.
        for note in inline.notes.into_iter().filter(|_| within != Within::Note) {
            if self.noted.insert(note)
                && let Some(content) = self.notes.get(&note).copied()
            {
                self.blocks(content, Within::Note, into)?;
            }
        }
        Ok(())
    }

    /// The label of a paragraph's list, counted on; its own list goes before that of its style.
    fn label(&mut self, properties: Option<Element<'t>>, style: Option<&'t str>) -> Option<Label> {
        let own = properties.and_then(styles::list_ref).unwrap_or_default();
        let styled = self.runs.styles().list(style);
        let (list, level) = match (own, styled) {
            (ListRef { list: Some(list), level }, _) => (list, level),
            (own, Some((ListRef { list: Some(list), level }, style))) => {
                (list, own.level.or_else(|| self.numbering.level_of_style(list, style)).or(level))
            }
            _ => return None,
        };
        self.numbering.next(list, level.unwrap_or(0))
    }

    /// The lines of a paragraph: breaks within it are spaces, unless the next line is plainly a paragraph of its own.
    fn lines(&mut self, lines: &[Line], mut label: Option<Label>, role: Role, within: Within, into: &mut Vec<Block>) {
        let mut rest = lines;
        while !rest.is_empty() {
            let end = (1..rest.len()).find(|at| stands_apart(&rest[at - 1], &rest[*at])).unwrap_or(rest.len());
            into.extend(self.write_paragraph(&rest[..end], label.take(), role, within).map(Block::Paragraph));
            rest = &rest[end..];
        }
    }

    fn write_paragraph(
        &mut self,
        lines: &[Line],
        label: Option<Label>,
        role: Role,
        within: Within,
    ) -> Option<Paragraph> {
        if lines.iter().all(|line| line.text.trim().is_empty()) {
            return None;
        }
        let label = label.map_or(String::new(), |label| label.text);
        let text: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
        let text = format!("{label}{}", text.join("\n"));
        let mut mapper = Mapper::new();
        mapper.push(&text, self.len);
        self.write(&text);
        self.write(if within == Within::Cell { " " } else { "\n" });
        let text = mapper.finish();
        let label_len = label.chars().count().min(text.len());
        let bold = lines.iter().all(|line| line.bold);
        (!text.is_empty()).then_some(Paragraph { text, role, label_len, bold })
    }

    /// The span from a place to the end of what is written.
    pub fn span_from(&self, start: usize) -> Span {
        Span::new(start, self.len)
    }
}

fn role(within: Within, heading: Option<u8>, label: Option<&Label>) -> Role {
    match (within, heading, label) {
        (Within::Note, _, _) => Role::Note,
        (Within::TextBox, _, _) => Role::TextBox,
        (_, Some(level), _) => Role::Heading(level),
        (_, None, Some(label)) => Role::ListItem(u8::try_from(label.level).unwrap_or(u8::MAX)),
        (_, None, None) => Role::Body,
    }
}

/// Whether a line behind a break begins with a list mark, or ends a title in capitals.
fn stands_apart(before: &Line, line: &Line) -> bool {
    let marked = matches!(wording::beginning(line.text.trim_start()), Beginning::Mark | Beginning::Number);
    let titled = wording::in_capitals(&before.text) && line.text.contains(char::is_lowercase);
    // The label of the paragraph belongs to its first line that has text.
    !before.text.trim().is_empty() && (marked || titled)
}
