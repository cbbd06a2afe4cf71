//! Figures of a list of names: each item is a name and its figure, and what is counted stands in the lead.
//!
//! | in the text | item |
//! |---|---|
//! | "Các đơn vị xử lý trễ hạn:" and under it "+ Sở Y tế: 69;" | Sở Y tế, 69 |
//! | "… trễ hạn gồm: Sở Y tế 69; UBND xã Đông Hải (1)" | UBND xã Đông Hải, 1 |

use std::ops::Range;

use super::matching;
use super::seen::Seen;
use super::sight::Text;
use crate::catalogue::cue::Cue;
use crate::catalogue::{Catalogue, List};
use tonghop_model::vietnamese::fold;
use tonghop_model::vietnamese::lexicon::LEXICON;
use tonghop_statements::cells::Cell;
use tonghop_statements::figure::Figure;
use tonghop_statements::line::{Line, TokenKind};

/// The most words that the name of an item has.
const NAME: usize = 14;

/// A figure as an item of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item<'c> {
    /// The list.
    pub list: &'c List,
    /// The name as it is printed.
    pub name: String,
    /// The indicator's id: the list's prefix and the name in ASCII.
    pub id: String,
}

/// The item that a figure is; `None` where it is none, or no list of the catalogue is led in like this.
pub fn item<'c>(text: Text<'_>, statement: &Seen<'_>, figure: &Figure, catalogue: &'c Catalogue) -> Option<Item<'c>> {
    if figure.quantity.is_none_or(|quantity| quantity.percent) {
        return None;
    }
    let line = &text.lines[statement.line];
    if let Some(table) = &statement.table {
        return in_table(text, statement, &table.cell, catalogue);
    }
    let (name, lead) = parts(line, figure)?;
    let (at, range) = match lead {
        Some(lead) => (statement.line, lead),
        None => statement.lead.map(|at| (at, 0..text.lines[at].tokens.len()))?,
    };
    let list = catalogue
        .systems()
        .iter()
        .flat_map(|system| &system.list)
        .find(|list| list.lead.iter().any(|cues| matching::leads(text, statement, (at, &range), cues)))?;
    named(list, line.text(name))
}

/// The item that a table's value is: its row is the name, the head of its column the lead.
fn in_table<'c>(text: Text<'_>, statement: &Seen<'_>, cell: &Cell, catalogue: &'c Catalogue) -> Option<Item<'c>> {
    let label = cell.label.first().filter(|label| is_capital(&text.lines[label.line], label.tokens.start))?;
    let led = |cues: &Vec<Cue>| {
        cell.head.iter().any(|head| matching::leads(text, statement, (head.line, &head.tokens), cues))
    };
    let list = catalogue.systems().iter().flat_map(|system| &system.list).find(|list| list.lead.iter().any(led))?;
    let name = text.lines[label.line].text(label.tokens.clone());
    (!cell.is_total(text.lines)).then(|| named(list, name)).flatten()
}

fn named(list: &List, name: String) -> Option<Item<'_>> {
    let slug = slug(&name);
    (!slug.is_empty()).then(|| Item { list, id: format!("{}.{slug}", list.prefix), name })
}

/// The name of the item that a figure closes, and the lead where it stands in the same line; a name begins with a
/// capital letter.
fn parts(line: &Line, figure: &Figure) -> Option<(Range<usize>, Option<Range<usize>>)> {
    let label = line.label_end();
    let words = if figure.left.is_empty() { figure.head.clone() } else { figure.left.clone() };
    let mut end = words.end;
    while end > words.start && matches!(line.tokens[end - 1].kind, TokenKind::Mark(':' | '(' | '-' | '=')) {
        end -= 1;
    }
    let bound = |at: &usize| matches!(line.tokens[*at].kind, TokenKind::Mark(':' | ';' | ',' | '.' | '('));
    let mut start = (words.start..end).rev().find(bound).map_or(words.start, |at| at + 1).max(label);
    // "Phản ánh trễ hạn gồm Sở Y tế 69 phiếu": the words up to the first capital letter behind "gồm" lead in.
    if let Some(at) = (start..end).rev().find(|&at| line.any_at(at, &LEXICON.list_lead)) {
        start = at + 1;
    }
    while start < end && !is_capital(line, start) {
        start += 1;
    }
    let named = start < end && end - start <= NAME;
    let from = figure.sentence.start.max(label);
    let lead = (start > from).then(|| from..first_lead_end(line, from, start));
    named.then_some((start..end, lead.filter(|lead| !lead.is_empty())))
}

/// The end of the words that lead an inline list in: its first colon, or the name itself.
fn first_lead_end(line: &Line, from: usize, name: usize) -> usize {
    (from..name).find(|&at| line.tokens[at].is_mark(':')).unwrap_or(name)
}

fn is_capital(line: &Line, at: usize) -> bool {
    line.tokens[at].kind == TokenKind::Word && line.is_capital(at)
}

/// A name as part of an id: its letters and digits in small ASCII, words parted by `_`.
pub fn slug(name: &str) -> String {
    let bare = fold::bare(&fold::fold_str(name));
    let words = bare.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("_")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_parts_of_ids() {
        assert_eq!(slug("UBND xã Hòa Lợi"), "ubnd_xa_hoa_loi");
        assert_eq!(slug("Phòng Văn hóa - Thông tin (TP)"), "phong_van_hoa_thong_tin_tp");
        assert_eq!(slug("UBND Phường 6"), "ubnd_phuong_6");
    }
}
