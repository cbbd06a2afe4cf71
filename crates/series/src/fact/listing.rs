//! A total at the end of a line and its parts in the list below.
//!
//! | in the text | relation |
//! |---|---|
//! | `tiếp nhận 168 phản ánh:` `- Đã xử lý: 54 phản ánh` `- Đang xử lý: 114 phản ánh` | 168 is made of 54 and 114 |
//! | the same, with an item without a figure | none: a part is missing |
//! | `ban hành 12 công văn:` `- 03 hội nghị …` | none: other things are counted |

use tonghop_statements::figure::{self, Figure};
use tonghop_statements::statement::Statement;

use tonghop_statements::line::Line;
use tonghop_statements::relation::{Breakdown, Grade};

/// A line with figures, as far as lists are concerned.
pub struct Entry {
    line: usize,
    lead: Option<usize>,
    first: Option<Counted>,
    /// The last figure of a line that leads a list in, and what it says of the list.
    total: Option<(Counted, Option<Grade>)>,
}

/// A figure with what it counts, as it is printed.
struct Counted {
    unit: String,
    fact: usize,
}

impl Entry {
    /// What lists need of a statement; `facts` has the fact of each figure, where it is one.
    pub fn of(line: &Line, statement: &Statement, facts: &[Option<usize>]) -> Self {
        let counted = |figure: Option<&Figure>, fact: Option<&Option<usize>>| {
            let figure = figure.filter(|figure| figure.quantity.is_some_and(|quantity| !quantity.percent))?;
            Some(Counted { unit: figure::unit(line, figure), fact: (*fact?)? })
        };
        let leads = line.tokens.last().is_some_and(|last| last.is_mark(':'));
        let last = statement.figures.last().filter(|_| leads);
        let said = last.and_then(|figure| Grade::of(line, figure.right.clone()));
        Self {
            line: statement.line,
            lead: statement.lead,
            first: counted(statement.figures.first(), facts.first()),
            total: counted(last, facts.last()).map(|total| (total, said)),
        }
    }
}

/// The breakdowns that lists make.
pub fn breakdowns(lines: &[Line], entries: &[Entry]) -> Vec<Breakdown> {
    entries.iter().enumerate().filter_map(|(at, entry)| breakdown(lines, entry, &entries[at + 1..])).collect()
}

fn breakdown(lines: &[Line], lead: &Entry, behind: &[Entry]) -> Option<Breakdown> {
    let (total, said) = lead.total.as_ref()?;
    let items: Vec<&Entry> = behind.iter().take_while(|entry| entry.lead.is_some()).collect();
    let items: Vec<&Entry> = items.into_iter().filter(|entry| entry.lead == Some(lead.line)).collect();
    let (first, last) = (items.first()?, items.last()?);
    let bullet = |at: usize| lines[at].label.as_ref().map(|label| label.kind);
    let own = bullet(first.line);
    let listed = (lead.line + 1..lines.len()).take_while(|&at| at <= last.line || bullet(at) == own);
    if items.len() < 2 || listed.filter(|&at| bullet(at) == own).count() != items.len() {
        return None;
    }
    let parts: Option<Vec<&Counted>> = items.iter().map(|entry| entry.first.as_ref()).collect();
    let parts = parts?;
    if total.unit.is_empty() || parts.iter().any(|part| part.unit != total.unit) {
        return None;
    }
    let grade = said.unwrap_or(Grade::Shown);
    Some(Breakdown { total: total.fact, parts: parts.iter().map(|part| part.fact).collect(), grade })
}
