//! The second step: the elements of the body as blocks, with the text they stand in.

use std::collections::{HashMap, HashSet};

use super::inline::{Hung, Inline, Runs, chosen};
use super::numbering::Numbering;
use super::styles::{self, ListRef, Styles};
use crate::error::ReadError;
use crate::flow::{Flow, Label, Within};
use crate::met::Met;
use crate::xml::Element;
use tonghop_model::document::Block;

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
    pub flow: Flow,
}

impl<'t> Body<'t> {
    pub fn new(styles: Styles<'t>, numbering: Numbering<'t>) -> Self {
        Self {
            runs: Runs::new(styles),
            numbering,
            notes: HashMap::new(),
            noted: HashSet::new(),
            carried: None,
            flow: Flow::default(),
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
        (self.flow.finish(), self.runs.met)
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
        self.flow.count()?;
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
        let lines = inline.lines.finish(&mut self.runs.met.converted);
        self.flow.lines(&lines, label, heading, within, into);
        for hung in inline.hung {
            match hung {
                Hung::Box(content) => self.blocks(content, Within::TextBox, into)?,
                // Notes hold no notes in the format; one that claims to could go in circles.
                Hung::Note(end, id) if within != Within::Note && self.noted.insert((end, id)) => {
                    let content = self.notes.get(&(end, id)).copied();
                    content.map_or(Ok(()), |content| self.blocks(content, Within::Note, into))?;
                }
                Hung::Note(..) => {}
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
}
