//! What stands within a paragraph: runs joined to lines, fields by their results.

use std::ops::Range;

use super::Parts;
use super::format::Characters;
use crate::flow::Lines;
use crate::met::Met;
use crate::symbol::symbol;
use tonghop_model::vietnamese::legacy::Coding;

/// A paragraph, or several that a deleted mark joined.
#[derive(Debug, Default)]
pub(super) struct Inline {
    pub lines: Lines,
    /// The positions of what it was made from, so that notes and boxes find their place.
    pub ranges: Vec<Range<usize>>,
}

/// Reads paragraphs; fields may go on from one to the next.
#[derive(Debug, Default)]
pub(super) struct Inlines {
    /// The fields that are open: whether each still gives its code, which is not shown, or its result.
    fields: Vec<bool>,
    pub met: Met,
}

/// A run of characters that are set alike.
struct Run<'p> {
    units: &'p [u16],
    characters: Characters,
    coding: Option<Coding>,
}

impl Inlines {
    /// Appends the characters of a range of positions, whose paragraph has the given style.
    pub fn read(&mut self, parts: &Parts, range: Range<usize>, style: u16, into: &mut Inline) {
        let mut at = range.start;
        while at < range.end {
            let (run, end) = run(parts, at, range.end, style);
            self.run(parts, &run, into);
            at = end;
        }
        into.ranges.push(range);
        // A code that never ends would swallow the rest of the document.
        self.fields.iter_mut().for_each(|code| *code = false);
    }

    fn run(&mut self, parts: &Parts, run: &Run, into: &mut Inline) {
        self.met.changes |= run.characters.deleted || run.characters.inserted;
        if run.characters.deleted {
            return;
        }
        if let Some((font, code)) = run.characters.symbol.filter(|_| run.characters.special) {
            let c = symbol(parts.styles.is_symbol(font), u32::from(code));
            run.units.iter().for_each(|_| self.text(c.encode_utf8(&mut [0; 4]), run, into));
            return;
        }
        let mut text = String::new();
        for c in char::decode_utf16(run.units.iter().copied()).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)) {
            match c {
                '\u{13}'..='\u{15}' if run.characters.special || u32::from(c) == 0x13 || !self.fields.is_empty() => {
                    self.text(&std::mem::take(&mut text), run, into);
                    self.field(c);
                }
                // Marks of pictures, notes, remarks and drawn things.
                '\u{1}'..='\u{6}' | '\u{8}' if run.characters.special || run.coding.is_none() => {}
                '\u{B}' | '\u{C}' | '\u{E}' => text.push('\n'),
                '\u{1E}' => text.push('-'),
                '\u{1F}' => text.push('\u{AD}'),
                _ => text.push(c),
            }
        }
        self.text(&text, run, into);
    }

    fn field(&mut self, mark: char) {
        match mark {
            '\u{13}' => self.fields.push(true),
            '\u{14}' => self.fields.iter_mut().next_back().into_iter().for_each(|code| *code = false),
            _ => drop(self.fields.pop()),
        }
    }

    fn text(&mut self, text: &str, run: &Run, into: &mut Inline) {
        if text.is_empty() || self.fields.contains(&true) {
            return;
        }
        if run.characters.hidden.on {
            self.met.hidden += usize::from(!text.trim().is_empty());
            return;
        }
        into.lines.push(text, run.characters.bold.on, run.coding);
    }
}

/// The run that begins at a position, and where it ends.
fn run<'p>(parts: &'p Parts, at: usize, limit: usize, style: u16) -> (Run<'p>, usize) {
    let characters = parts.characters_at(at, style);
    let end = parts.run_end(at).clamp(at + 1, limit);
    (Run { units: &parts.text.units[at..end], characters, coding: parts.styles.coding(&characters) }, end)
}
