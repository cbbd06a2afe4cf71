//! Rows of the table to sentences: by a pattern where there is one, else by the indicator's own name.

use std::collections::HashMap;

use super::compare;
use super::passage::{Form, Passage, Run};
use super::pattern::{PATTERNS, Part};
use super::wording::{BLANK, Words, in_sentence};
use tonghop_figures::table::wording::{date_words, moment_words, months_words};
use tonghop_figures::table::{Row, Rule, Table};
use tonghop_model::kind::Kind;
use tonghop_model::vietnamese::period::Period;
use tonghop_series::catalogue::Catalogue;
use tonghop_series::indicator_name;

/// What sentences are made from.
pub struct Speaker<'a> {
    table: &'a Table,
    catalogue: &'a Catalogue,
    words: &'a Words,
    rows: HashMap<&'a str, usize>,
}

/// A sentence of the draft, before it has its place.
pub struct Stated {
    /// The indicator that decides where it stands.
    pub indicator: String,
    /// The sentence, and behind it a remark where a figure is left to fill in.
    pub passages: Vec<Passage>,
}

impl<'a> Speaker<'a> {
    /// A speaker for the rows of a table.
    pub fn new(table: &'a Table, catalogue: &'a Catalogue, words: &'a Words) -> Self {
        let named = |(at, row): (usize, &'a Row)| Some((row.indicator.as_deref()?, at));
        Self { table, catalogue, words, rows: table.rows.iter().enumerate().filter_map(named).collect() }
    }

    /// A sentence for every indicator of the table that has something to say, in the order of the table.
    pub fn sentences(&self) -> Vec<Stated> {
        let mut done = vec![false; self.table.rows.len()];
        let mut stated: Vec<(usize, Stated)> = Vec::new();
        for pattern in PATTERNS.iter() {
            let ids = pattern.indicators();
            let rows = || ids.iter().filter_map(|id| self.rows.get(id).copied());
            let nothing = rows().count() > 0 && rows().all(|row| self.is_zero(row));
            let text = pattern.zero.as_ref().filter(|_| nothing).unwrap_or(&pattern.text);
            let Some(mut runs) = self.render(text, &mut None) else { continue };
            if nothing && pattern.zero.is_some() {
                runs = own_figure(&runs, rows().next());
            }
            let Some(first) = rows().next() else { continue };
            let said = if nothing { rows().collect() } else { rows_of(&runs) };
            if said.is_empty() || said.iter().all(|&row| !self.is_sayable(row)) {
                continue;
            }
            for &row in &said {
                done[row] = true;
            }
            stated.extend(self.stated(first, runs));
        }
        let others = (0..done.len()).filter(|&row| !done[row] && self.is_sayable(row));
        stated.extend(others.filter_map(|row| self.stated(row, self.plain(row))));
        stated.sort_by_key(|(row, _)| *row);
        stated.into_iter().map(|(_, stated)| stated).collect()
    }

    fn stated(&self, first: usize, runs: Vec<Run>) -> Option<(usize, Stated)> {
        let indicator = self.table.rows[first].indicator.clone()?;
        let remark = self.remark(&runs);
        let said = rows_of(&runs);
        let grown = compare::grown(&said, self.table, self.catalogue);
        let compared = compare::compared(&said, self.table, self.catalogue);
        let runs = runs.into_iter().chain(grown).chain(compared).collect();
        let key = format!("figure:{indicator}");
        let sentence = Passage { form: Form::Item, key, runs: joined(runs), ..Passage::default() };
        Some((first, Stated { indicator, passages: std::iter::once(sentence).chain(remark).collect() }))
    }

    /// Whether a row has a figure, or lacks one only because months are missing.
    fn is_sayable(&self, row: usize) -> bool {
        let row = &self.table.rows[row];
        row.indicator.is_some() && (row.total.is_some() || row.rule == Rule::Sum)
    }

    fn is_zero(&self, row: usize) -> bool {
        self.table.rows[row].total.is_some_and(|total| total.value.is_zero() && total.approximate.is_none())
    }

    /// The runs of a pattern; `None` where the table lacks one of its figures.
    ///
    /// `anchor` is the month, or the longer period, that the last date named: a figure of another one says its own.
    fn render(&self, parts: &[Part], anchor: &mut Option<Period>) -> Option<Vec<Run>> {
        let mut runs = Vec::new();
        for part in parts {
            match part {
                Part::Text(text) => runs.push(Run::Text(text.clone())),
                Part::Word(name) => runs.push(Run::Text(self.words.get(name)?)),
                Part::AsOf(id) => {
                    let row = &self.table.rows[*self.rows.get(id.as_str())?];
                    *anchor = row.dated.map(|dated| dated.period);
                    runs.push(Run::Text(Self::as_of(row)?));
                }
                Part::Figure(id) => runs.extend(self.figure(*self.rows.get(id.as_str())?, *anchor)),
                Part::Optional(parts) => runs.extend(self.render(parts, anchor).unwrap_or_default()),
                Part::List { lead, between, items, tail } => {
                    runs.extend(self.list(lead, between, items, tail, anchor).unwrap_or_default());
                }
            }
        }
        Some(runs)
    }

    fn list(
        &self,
        lead: &[Part],
        between: &str,
        items: &[Vec<Part>],
        tail: &str,
        anchor: &mut Option<Period>,
    ) -> Option<Vec<Run>> {
        let mut runs = self.render(lead, anchor)?;
        let mut some = false;
        for item in items {
            let Some(said) = self.render(item, anchor) else { continue };
            if some {
                runs.push(Run::Text(between.to_owned()));
            }
            some = true;
            runs.extend(said);
        }
        runs.push(Run::Text(tail.to_owned()));
        some.then_some(runs)
    }

    fn figure(&self, at: usize, anchor: Option<Period>) -> Vec<Run> {
        let row = &self.table.rows[at];
        let Some(total) = row.total else { return vec![Run::Blank { row: at }] };
        let mut runs = vec![Run::Figure { row: at, text: in_sentence(total.value, &row.unit, total.approximate) }];
        if let (Some(own), Some(anchor)) = (row.dated.map(|dated| dated.period), anchor)
            && own != anchor
        {
            runs.push(Run::Text(format!(" (số liệu {})", moment_words(own))));
        }
        runs
    }

    /// "đến ngày 14/6/2022", or "đến tháng 6/2022" where the report does not say the day.
    fn as_of(row: &Row) -> Option<String> {
        let dated = row.dated?;
        Some(match dated.as_of {
            Some(day) => format!("đến ngày {}", date_words(day)),
            None => format!("đến {}", moment_words(dated.period)),
        })
    }

    /// "Hộp thư cấp mới: 59 hộp thư."
    fn plain(&self, at: usize) -> Vec<Run> {
        let row = &self.table.rows[at];
        let named = row.indicator.as_deref().and_then(|id| indicator_name::of_indicator(id, self.catalogue));
        let label = named.unwrap_or_else(|| row.label.clone());
        let when = match row.rule {
            Rule::Latest if !matches!(row.kind, Kind::Target) => {
                Self::as_of(row).map(|as_of| format!(", tính {as_of}")).unwrap_or_default()
            }
            Rule::Sum => format!(" trong {}", self.words.period),
            _ => String::new(),
        };
        let gap = if row.unit == "%" { "" } else { " " };
        let mut runs = vec![Run::Text(format!("{}: {label}{when}: ", row.system))];
        runs.extend(self.figure(at, row.dated.map(|dated| dated.period)));
        runs.push(Run::Text(format!("{gap}{}.", row.unit)));
        runs
    }

    /// Why figures are left to fill in.
    fn remark(&self, runs: &[Run]) -> Option<Passage> {
        let blank = |run: &Run| match run {
            Run::Blank { row } => Some(*row),
            _ => None,
        };
        let rows: Vec<usize> = runs.iter().filter_map(blank).collect();
        let first = &self.table.rows[*rows.first()?];
        let same = rows.iter().all(|&row| self.table.rows[row].missing == first.missing);
        let reason = if same && !first.missing.is_empty() {
            format!("thiếu số liệu {}", months_words(&first.missing))
        } else {
            "xem Phụ lục II".to_owned()
        };
        Some(Passage::words(Form::Remark, format!("(Chỗ “{BLANK}” chưa có số cả kỳ: {reason}.)")))
    }
}

/// "Không có" is the figure 0 of its row.
fn own_figure(runs: &[Run], row: Option<usize>) -> Vec<Run> {
    let text = runs.iter().map(Run::text).collect();
    vec![row.map_or_else(|| Run::Text(String::new()), |row| Run::Figure { row, text })]
}

fn rows_of(runs: &[Run]) -> Vec<usize> {
    Passage { runs: runs.to_vec(), ..Passage::default() }.rows().collect()
}

/// Words that follow each other become one run.
fn joined(runs: Vec<Run>) -> Vec<Run> {
    let mut out: Vec<Run> = Vec::new();
    for run in runs {
        match (out.last_mut(), run) {
            (Some(Run::Text(before)), Run::Text(text)) => before.push_str(&text),
            (_, run) => out.push(run),
        }
    }
    out
}
