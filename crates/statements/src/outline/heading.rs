//! Paragraphs to numbered sections: which of them are headings, and how deep each stands.
//!
//! The depth comes from the kinds of labels and from what stands around, never from the numbers, which officials
//! repeat, skip and mistype: `I, II, II, IV` are four sections side by side.

use super::section::Section;
use super::{named, signature};
use crate::line::label::{self, Kind, Label};
use crate::line::{Line, TokenKind};
use crate::vocabulary::WORDS;
use tonghop_model::document::{Place, Role};
use tonghop_model::vietnamese::lexicon::LEXICON;

/// The longest heading that nothing but its shape tells from an item, in words.
const LONGEST: usize = 60;

/// How many words a heading without a label may have.
const LONGEST_BARE: usize = 25;

/// A paragraph that may head a section.
struct Candidate {
    number: String,
    kind: Option<Kind>,
    rank: u8,
    /// The place in a row, for labels that count.
    ordinal: Option<u32>,
    /// Whether the format sets it apart: a heading style, bold type.
    marked: bool,
    /// Whether it heads a section only if its number comes next: a label alone above words that may be a cell's.
    doubtful: bool,
    /// Whether its words are those of an item, so that it only counts for the list that it stands in.
    item: bool,
    /// The first token of the title, in the line `title`.
    from: usize,
    /// The line that the title stands in: the next one behind a label alone.
    title: usize,
}

/// A section that is still open.
struct Open {
    rank: u8,
    section: usize,
    /// The place in a row of its own label.
    ordinal: Option<u32>,
}

/// The numbered sections of a document, in order; `body` is where the text behind the title begins, in lines.
pub fn sections(lines: &[Line], body: usize) -> Vec<Section> {
    let labelled = |line: &Line| line.label.as_ref().is_some_and(|label| label.kind <= Kind::Roman);
    let sketch = Sketch {
        lines,
        ordered: lines.iter().any(|line| !line.in_contents && line.place == Place::Body && labelled(line)),
        foot: signature::foot(lines).unwrap_or(lines.len()),
        body,
    };
    let mut builder = Builder::default();
    let mut index = 0;
    while index < lines.len() {
        let candidate = if lines[index].in_contents { None } else { sketch.candidate(index) };
        let title = candidate.as_ref().map_or(index, |candidate| candidate.title);
        if let Some(candidate) = candidate {
            builder.push(lines, index, candidate);
        }
        index = title + 1;
    }
    builder.finish(lines.len())
}

/// What is known of the document before its headings are.
struct Sketch<'a> {
    lines: &'a [Line],
    /// Whether its outermost sections have labels, so that capitals alone head nothing outermost.
    ordered: bool,
    /// The first line of the signature and the receivers.
    foot: usize,
    /// The first line behind the title.
    body: usize,
}

impl Sketch<'_> {
    fn candidate(&self, index: usize) -> Option<Candidate> {
        let line = &self.lines[index];
        if line.place != Place::Body || line.tokens.is_empty() {
            return None;
        }
        match line.label.clone() {
            Some(label) => self.labelled(index, label),
            None => self.bare(index),
        }
    }

    fn labelled(&self, index: usize, label: Label) -> Option<Candidate> {
        let line = &self.lines[index];
        let alone = line.tokens.len() <= label.tokens;
        // A star in a letterhead is an ornament.
        if label.kind == Kind::Bullet && index < self.body || label.kind == Kind::Form && self.is_caption(index) {
            return None;
        }
        let (title, doubtful) = if alone { self.title_below(index, label.kind)? } else { (index, false) };
        Some(Candidate {
            rank: rank(label.kind),
            ordinal: label::ordinal(&label),
            marked: is_marked(line),
            item: !alone && !is_heading(line, &label),
            kind: Some(label.kind),
            from: if alone { 0 } else { label.tokens },
            number: label.number,
            title,
            doubtful,
        })
    }

    /// Whether "Biểu 1" is the caption of a table within numbered sections, and not a form behind the report that would
    /// end them.
    fn is_caption(&self, index: usize) -> bool {
        let within = self.ordered && (self.body..self.foot).contains(&index);
        within && self.lines[index + 1..].iter().take(2).any(|next| next.place != Place::Body)
    }

    /// The title of a label that stands alone on its line, and whether it may be the next cell of a table instead.
    /// Annexes need none.
    fn title_below(&self, index: usize, kind: Kind) -> Option<(usize, bool)> {
        let next = self.lines.get(index + 1).filter(|next| next.place == Place::Body && next.label.is_none());
        let short = next.filter(|next| is_short(next));
        let told = short.is_some_and(|next| is_shouted(next) || is_marked(next));
        match kind {
            _ if told => Some((index + 1, false)),
            Kind::Annex => Some((index, false)),
            Kind::Form | Kind::Part => short.map(|_| (index + 1, false)),
            Kind::Roman => short.filter(|next| !is_sentence(next, 0)).map(|_| (index + 1, true)),
            _ => None,
        }
    }

    /// A heading without a label: by its style, in capitals, or in bold type.
    fn bare(&self, index: usize) -> Option<Candidate> {
        let line = &self.lines[index];
        let styled = match line.paragraph.role {
            Role::Heading(level) => Some(level.clamp(1, 9)),
            _ => None,
        };
        let shouted = is_shouted(line);
        let words = line.tokens.iter().filter(|token| token.kind == TokenKind::Word).count();
        let within = self.body <= index && index < self.foot;
        let closed =
            line.tokens.last().is_some_and(|last| matches!(last.kind, TokenKind::Mark('.' | ';' | ':' | ',')));
        let head_of_table = line.any_at(0, &WORDS.table_head);
        if !within || !(2..=LONGEST_BARE).contains(&words) || closed || head_of_table || has_figures(line) {
            return None;
        }
        let outer = is_plan(line, 0) && (shouted || styled.is_some());
        let rank = match styled {
            _ if outer && self.ordered => rank(Kind::Part) + 1,
            Some(level) if self.ordered => 220 + level,
            Some(level) => level,
            // Two words in capitals are an abbreviation or a cell at least as often as a heading.
            None if shouted && self.ordered && words > 2 => 240,
            None if shouted && self.ordered => return None,
            None if shouted => 15,
            None if line.paragraph.bold => 241,
            None => return None,
        };
        Some(Candidate {
            number: String::new(),
            kind: None,
            rank,
            ordinal: None,
            marked: true,
            doubtful: false,
            item: false,
            from: 0,
            title: index,
        })
    }
}

/// Puts candidates in their places, and leaves out the items of lists within a section.
#[derive(Default)]
struct Builder {
    found: Vec<Section>,
    open: Vec<Open>,
    /// The rank and last number of a list within the innermost section whose numbers began anew.
    list: Option<(u8, u32)>,
}

impl Builder {
    fn push(&mut self, lines: &[Line], index: usize, candidate: Candidate) {
        if self.is_item(&candidate) {
            return;
        }
        if candidate.ordinal.is_some() {
            self.list = None;
        }
        self.close(index, candidate.rank);
        let parent = self.open.last().map(|open| open.section);
        let line = &lines[candidate.title];
        let level = u8::try_from(self.open.len() + 1).unwrap_or(u8::MAX);
        let inherited = parent.is_some_and(|parent| self.found[parent].plan);
        self.open.push(Open { rank: candidate.rank, section: self.found.len(), ordinal: candidate.ordinal });
        let title = line.text(candidate.from..line.tokens.len());
        self.found.push(Section {
            number: candidate.number,
            kind: candidate.kind,
            title: title.trim_end_matches(['.', ':', ' ']).to_owned(),
            level,
            span: lines[index].paragraph.text.whole().cover(line.paragraph.text.whole()),
            paragraph: candidate.title,
            end: usize::MAX,
            parent,
            plan: inherited || is_plan_at(line, candidate.from, level),
        });
    }

    /// Whether a candidate is an item of a list: by its words, or because its list began within a section that its own
    /// numbers do not lead to, such as `1.`, `2.`, `3.` below the heading `5.`
    fn is_item(&mut self, candidate: &Candidate) -> bool {
        let Some(number) = candidate.ordinal else { return candidate.item };
        let last = self.open.iter().find(|open| open.rank == candidate.rank).and_then(|open| open.ordinal);
        let next = last.map_or(number == 1, |last| number == last + 1);
        let begins = number == 1 && last.is_some_and(|last| last > 1);
        let goes_on = self.list.is_some_and(|list| list == (candidate.rank, number.wrapping_sub(1)));
        let listed = !candidate.marked
            && matches!(candidate.kind, Some(Kind::Arabic | Kind::Letter))
            && (begins || goes_on && !next);
        let item = candidate.item || listed || candidate.doubtful && !next;
        if item && (number == 1 || goes_on) {
            self.list = Some((candidate.rank, number));
        }
        item
    }

    /// Closes the sections that a heading of this rank ends: those of its rank and all within them.
    fn close(&mut self, index: usize, rank: u8) {
        let same = self.open.iter().position(|open| open.rank == rank);
        let keep = same.unwrap_or_else(|| {
            let deeper = self.open.iter().rev().take_while(|open| open.rank > rank).count();
            self.open.len() - deeper
        });
        for open in self.open.drain(keep..) {
            self.found[open.section].end = index;
        }
    }

    fn finish(mut self, end: usize) -> Vec<Section> {
        for open in self.open.drain(..) {
            self.found[open.section].end = end;
        }
        self.found
    }
}

/// How far out a kind of label stands; the same number for kinds that nest in either order.
fn rank(kind: Kind) -> u8 {
    match kind {
        Kind::Annex => 5,
        Kind::Form => 8,
        Kind::Part => 10,
        Kind::Capital => 20,
        Kind::Roman => 30,
        Kind::Article => 40,
        Kind::Arabic => 50,
        Kind::Decimal(depth) => 50 + depth.min(20),
        Kind::Letter => 200,
        Kind::Item | Kind::Bullet => 250,
    }
}

/// Whether a labelled paragraph heads a section and is not an item of a list or a row of a table.
///
/// A heading is told by its format, or by being a short phrase; an item is a sentence, a row ends in its figure.
fn is_heading(line: &Line, label: &Label) -> bool {
    let words = line.tokens.iter().filter(|token| token.kind != TokenKind::Mark(',')).count();
    match label.kind {
        Kind::Item => false,
        Kind::Bullet => {
            let plain = !line.tokens.iter().any(|token| token.is_mark(':'));
            label.number == "*" && !is_sentence(line, label.tokens) && words <= 20 && plain
        }
        Kind::Annex | Kind::Part | Kind::Capital | Kind::Roman | Kind::Article => true,
        Kind::Form => is_short(line),
        _ if is_marked(line) => true,
        _ => !is_sentence(line, label.tokens) && words <= LONGEST && !ends_in_figure(line),
    }
}

fn is_marked(line: &Line) -> bool {
    matches!(line.paragraph.role, Role::Heading(_)) || line.paragraph.bold
}

fn is_short(line: &Line) -> bool {
    line.tokens.len() <= 2 * LONGEST_BARE
}

/// Whether all letters are capitals, and there are two words of them.
pub(super) fn is_shouted(line: &Line) -> bool {
    let words = line.tokens.iter().filter(|token| token.kind == TokenKind::Word).count();
    words >= 2 && !line.paragraph.text.chars().iter().any(|c| c.is_lowercase())
}

/// Whether a sentence ends in or behind the line's words; a semicolon within a title that no mark ends is part of it.
fn is_sentence(line: &Line, from: usize) -> bool {
    let closed = line.tokens.last().is_some_and(|last| matches!(last.kind, TokenKind::Mark('.' | ';')));
    let long = line.tokens.len() > LONGEST;
    let ends = |at: usize| match line.tokens[at].kind {
        TokenKind::Mark(';') => long,
        // "TP. An Lạc": a short word with a dot is an abbreviation.
        TokenKind::Mark('.') => {
            line.is_capital(at + 1) && line.before(at).is_some_and(|word| word.text.chars().count() > 3)
        }
        _ => false,
    };
    closed || (from..line.tokens.len()).any(ends)
}

/// Whether the line ends in a bare figure, as rows of tables do whose columns are lost.
fn ends_in_figure(line: &Line) -> bool {
    let last = line.tokens.len() - 1;
    let value = line.tokens[last].is_numeral()
        && line.tokens[last].text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b','));
    let named =
        [&LEXICON.name_before, &LEXICON.document, &LEXICON.document_part, &LEXICON.duration, &LEXICON.year_before]
            .iter()
            .any(|phrases| line.any_before(last, phrases));
    value
        && !named
        && !line.before(last).is_some_and(|before| matches!(before.text.as_str(), "số" | "-" | "tháng" | "quý"))
}

/// Whether a line without a label has numbers besides those of periods and documents.
fn has_figures(line: &Line) -> bool {
    let periods = named::periods(line);
    let within = |at: usize| periods.iter().any(|named| (named.start..named.end).contains(&at));
    let figure = |at: usize| {
        let token = &line.tokens[at];
        let plain = token.is_numeral() && token.text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b','));
        plain && !within(at) && token.text.len() != 4
    };
    (0..line.tokens.len()).any(figure) || line.tokens.iter().any(|token| token.is_mark('%'))
}

/// An outermost section plans where its title says so; one within another only where it says of when.
fn is_plan_at(line: &Line, from: usize, level: u8) -> bool {
    let coming = || (from..line.tokens.len()).any(|at| line.any_at(at, &WORDS.coming));
    let first = || line.any_at(from, &WORDS.plan) && line.tokens.len() - from <= 20;
    is_plan(line, from) && (level == 1 || first() && (coming() || !named::periods(line).is_empty()))
}

fn is_plan(line: &Line, from: usize) -> bool {
    (from..line.tokens.len()).take(8).any(|at| line.any_at(at, &WORDS.plan))
        && !(from..line.tokens.len()).any(|at| line.is_word(at, "kết") && line.is_word(at + 1, "quả"))
}
