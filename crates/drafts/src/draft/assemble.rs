//! Puts the parts of a draft in the order of its outline.

use super::gather::{self, Gathered, last_report};
use super::letter::{self, Letter};
use super::merge::{self, Said};
use super::open;
use super::outline::{Content, Outline, Place};
use super::paper::{Draft, Issues, Section};
use super::passage::{Form, Passage};
use super::sentence::Speaker;
use super::wording::{BLANK, Words};
use tonghop_figures::table::wording::month_words;
use tonghop_figures::table::{Source, Table};
use tonghop_model::roman;
use tonghop_series::catalogue::Catalogue;

/// Makes the draft.
pub fn draft(sources: &[Source<'_>], table: &Table, catalogue: &Catalogue, outline: &Outline) -> Draft {
    let mut words = Words::of(table.period);
    let last = last_report(table).and_then(|at| sources.get(at));
    let letter = last.map(|source| letter::letter(source.report, &words)).unwrap_or_default();
    words.agency = letter.agency.clone().unwrap_or(words.agency);
    words.subject = letter.subject.clone().unwrap_or(words.subject);
    let mut body = Body::new(sources, table, outline);
    body.state(&Speaker::new(table, catalogue, &words), outline);
    body.switch_off();
    let unplaced = body.unplaced(table);
    let mut issues = open::issues(sources, table, catalogue, &unplaced);
    issues.extend(body.left_over(table));
    Draft {
        period: table.period,
        letterhead: letter.letterhead.clone(),
        title: letter::title(&outline.title, &words),
        agency: words.agency.clone(),
        addressee: words.fill(&outline.addressee),
        opening: outline
            .opening
            .iter()
            .enumerate()
            .map(|(at, text)| keyed(format!("opening:{at}"), words.fill(text)))
            .collect(),
        sections: numbered(body.sections(outline, &words)),
        closing: keyed("closing".to_owned(), words.fill(&outline.closing)),
        issues,
        unplaced,
        ..ending(letter)
    }
}

/// A paragraph that is known again by its place.
fn keyed(key: String, text: String) -> Passage {
    Passage { key, ..Passage::words(Form::Body, text) }
}

fn ending(letter: Letter) -> Draft {
    Draft { receivers: letter.receivers, signer: letter.signer, ..Draft::default() }
}

/// What stands in each place of the outline.
struct Body {
    places: Vec<Vec<Passage>>,
    /// The places that are switched off.
    off: Vec<bool>,
    /// Gathered text that the outline has no place for.
    rest: Vec<Passage>,
    /// The months whose tables were not copied.
    tables: Vec<usize>,
}

impl Body {
    /// What the months say beside their figures.
    fn new(sources: &[Source<'_>], table: &Table, outline: &Outline) -> Self {
        let mut body = Self {
            places: vec![Vec::new(); outline.section.len()],
            off: outline.switched_off(),
            rest: Vec::new(),
            tables: Vec::new(),
        };
        let mut pieces = Vec::new();
        for (month, column) in table.months.iter().enumerate() {
            let Some((at, source)) = column.report.and_then(|at| Some((at, sources.get(at)?))) else { continue };
            let Gathered { pieces: found, tables } = gather::gather(source.report, at, month, outline, table);
            pieces.extend(found);
            if tables {
                body.tables.push(month);
            }
        }
        body.place(&merge::merge(pieces), table, outline);
        body
    }

    fn place(&mut self, said: &[Said], table: &Table, outline: &Outline) {
        let documents = outline.place_with(Content::Documents);
        let mut issued: Vec<&Said> = said.iter().filter(|said| is_issued(said, outline)).collect();
        // A document whose date is not said stands behind those that have one.
        issued.sort_by_key(|said| {
            let date = said.reference.as_ref().and_then(|reference| reference.date);
            (date.is_none(), date)
        });
        if let Some(at) = documents {
            self.places[at].extend(issued.iter().map(|said| said.passage(table, false)));
        }
        for said in said.iter().filter(|said| documents.is_none() || !is_issued(said, outline)) {
            let place = said.place.and_then(|at| Some((at, outline.section.get(at)?)));
            match place {
                Some((at, place)) => {
                    self.places[at].push(said.passage(table, place.content == Content::Plan));
                }
                None => self.rest.push(said.passage(table, false)),
            }
        }
    }

    /// Adds the sentences with figures, before what is gathered.
    fn state(&mut self, speaker: &Speaker<'_>, outline: &Outline) {
        let mut stated = vec![Vec::new(); outline.section.len()];
        for sentence in speaker.sentences() {
            if let Some(at) = outline.place_of(&sentence.indicator) {
                stated[at].extend(sentence.passages);
            }
        }
        for (place, figures) in self.places.iter_mut().zip(stated) {
            place.splice(0..0, figures);
        }
    }

    /// Empties the places that are switched off.
    fn switch_off(&mut self) {
        let switched = self.places.iter_mut().zip(&self.off).filter(|(_, off)| **off);
        switched.for_each(|(passages, _)| passages.clear());
    }

    /// The rows that no passage states.
    fn unplaced(&self, table: &Table) -> Vec<usize> {
        let mut placed = vec![false; table.rows.len()];
        self.places.iter().flatten().flat_map(Passage::rows).for_each(|row| placed[row] = true);
        (0..placed.len()).filter(|&row| !placed[row]).collect()
    }

    /// What the draft leaves out of the months' text.
    fn left_over(&mut self, table: &Table) -> Option<Issues> {
        let name = |&month: &usize| month_words(table.months[month].period);
        let of_tables = |month: &usize| {
            let text = format!("Báo cáo {} có bảng; lời trong bảng không được đưa vào dự thảo.", name(month));
            Passage::words(Form::Item, text)
        };
        let mut items: Vec<Passage> = self.tables.iter().map(of_tables).collect();
        items.append(&mut self.rest);
        let title = "Nội dung chưa có chỗ trong đề cương".to_owned();
        (!items.is_empty()).then_some(Issues { title, items })
    }

    fn sections(self, outline: &Outline, words: &Words) -> Vec<Section> {
        let off = self.off;
        let section = |(at, (place, passages)): (usize, (&Place, Vec<Passage>))| {
            let title = words.fill(&place.title);
            let plan = place.content == Content::Plan && !passages.is_empty();
            let to_write = || vec![keyed(format!("write:{title}"), format!("{BLANK} (phần này do đơn vị viết)."))];
            let asked = matches!(place.content, Content::Evaluation | Content::Proposal | Content::Plan) && !off[at];
            Section {
                place: at,
                level: place.level,
                title: title.clone(),
                passages: match passages {
                    passages if plan => std::iter::once(words_of_plan(words)).chain(passages).collect(),
                    passages if passages.is_empty() && asked => to_write(),
                    passages => passages,
                },
                ..Section::default()
            }
        };
        let all: Vec<Section> = outline.section.iter().zip(self.places).enumerate().map(section).collect();
        with_content(all)
    }
}

/// The plan of a month is where that of the next period begins.
fn words_of_plan(words: &Words) -> Passage {
    let text = format!("(Chép từ kế hoạch của báo cáo tháng cuối kỳ; đơn vị bổ sung cho {}.)", words.next);
    Passage::words(Form::Remark, text)
}

fn is_issued(said: &Said, outline: &Outline) -> bool {
    let content = said.place.and_then(|at| outline.section.get(at)).map(|place| place.content);
    said.reference.is_some() && !matches!(content, Some(Content::Plan | Content::Evaluation | Content::Proposal))
}

/// Leaves out the sections that say nothing and have none below them that does.
fn with_content(sections: Vec<Section>) -> Vec<Section> {
    let mut kept: Vec<Section> = Vec::with_capacity(sections.len());
    // Seen from the end, a section has something below it where the one kept last stands deeper.
    let mut below = 0;
    for section in sections.into_iter().rev() {
        if !section.passages.is_empty() || below > section.level {
            below = section.level;
            kept.push(section);
        }
    }
    kept.reverse();
    kept
}

/// Numbers the sections anew: "I", "1", "a".
fn numbered(mut sections: Vec<Section>) -> Vec<Section> {
    let mut counts = [0_u32; 3];
    for section in &mut sections {
        let depth = usize::from(section.level.clamp(1, 3)) - 1;
        counts[depth] += 1;
        counts[depth + 1..].fill(0);
        section.number = match depth {
            0 => roman::of(counts[0]),
            1 => counts[1].to_string(),
            _ => letter(counts[2]),
        };
    }
    sections
}

/// The letters of the Vietnamese alphabet by which Nghị định 30/2020/NĐ-CP counts điểm.
fn letter(number: u32) -> String {
    const LETTERS: [&str; 22] = [
        "a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t", "u", "v", "x",
    ];
    let place = number.checked_sub(1).and_then(|place| usize::try_from(place).ok());
    place.and_then(|place| LETTERS.get(place)).map_or_else(|| number.to_string(), |&letter| letter.to_owned())
}
