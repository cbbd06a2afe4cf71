//! What the source panel shows, and whether it still can.

use std::sync::Arc;

use super::excerpt::{self, Excerpt, Part};
use super::queue::Queue;
use tonghop_job::{FactView, FindingView, JobId, ReportView, TableView};

/// What the user asked to see the source of.
#[derive(Clone, Debug, PartialEq)]
pub enum Target {
    /// A figure of a report.
    Figure {
        /// The file.
        job: JobId,
        /// The index of the figure in [`ReportView::facts`].
        fact: usize,
    },
    /// How the total of a row was made.
    Total {
        /// The index of the row in [`TableView::rows`].
        row: usize,
    },
    /// The pages of a file as pictures.
    Pages {
        /// The file.
        job: JobId,
    },
    /// A place that a finding is about.
    Finding {
        /// The finding.
        finding: Arc<FindingView>,
        /// The index of the place in [`FindingView::places`].
        place: usize,
    },
}

impl Target {
    /// The file that the target stands in.
    pub fn job(&self) -> Option<JobId> {
        match self {
            Self::Figure { job, .. } | Self::Pages { job } => Some(*job),
            Self::Finding { finding, place } => finding.places.get(*place).map(|place| place.0),
            Self::Total { .. } => None,
        }
    }

    /// Whether everything that the target names is still there.
    pub fn stands(&self, queue: &Queue, table: Option<&TableView>) -> bool {
        match self {
            Self::Figure { job, fact } => queue.report(*job).is_some_and(|report| *fact < report.facts.len()),
            Self::Pages { job } => queue.has_pages(*job),
            Self::Total { row } => table.is_some_and(|table| *row < table.rows.len()),
            Self::Finding { finding, .. } => finding.places.iter().all(|place| queue.report(place.0).is_some()),
        }
    }
}

/// The figure beside one in the order of its report: the one before it, or the one behind it.
pub fn neighbour(report: &ReportView, fact: usize, forward: bool) -> Option<usize> {
    if forward { Some(fact + 1).filter(|next| *next < report.facts.len()) } else { fact.checked_sub(1) }
}

/// The figure that stands at a place, or shares a character with it.
pub fn figure_at(report: &ReportView, place: (usize, usize)) -> Option<(usize, &FactView)> {
    let overlaps = |span: (usize, usize)| span.0 < place.1 && place.0 < span.1;
    report.facts.iter().enumerate().find(|(_, fact)| overlaps(fact.span))
}

/// The text around a place: the sentence of the figure that stands there, else the line.
pub fn source(report: &ReportView, place: (usize, usize)) -> Excerpt {
    excerpt::around(&report.text, place, sentence(report, place))
}

/// The same text in pieces, in which the other places of a finding are marked too.
pub fn marked(report: &ReportView, place: (usize, usize), others: &[(usize, usize)]) -> Vec<(Part, String)> {
    excerpt::pieces(&report.text, place, sentence(report, place), others)
}

fn sentence(report: &ReportView, place: (usize, usize)) -> (usize, usize) {
    figure_at(report, place).map_or_else(|| excerpt::line(&report.text, place), |(_, fact)| fact.sentence)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report() -> ReportView {
        let fact = |span, sentence| FactView { span, sentence, ..FactView::default() };
        ReportView {
            text: "Mục 1\nGửi 12 văn bản.\nKý 7.".into(),
            facts: vec![fact((10, 12), (6, 21)), fact((25, 26), (22, 27))],
            ..ReportView::default()
        }
    }

    #[test]
    fn neighbours_end_at_the_ends() {
        let report = report();
        assert_eq!(neighbour(&report, 0, false), None);
        assert_eq!(neighbour(&report, 0, true), Some(1));
        assert_eq!(neighbour(&report, 1, true), None);
    }

    #[test]
    fn a_place_shows_its_figures_sentence_or_its_line() {
        let report = report();
        let cut = source(&report, (10, 12));
        assert_eq!((cut.lead.as_str(), cut.mark.as_str(), cut.tail.as_str()), ("Gửi ", "12", " văn bản."));
        let cut = source(&report, (4, 5));
        assert_eq!((cut.lead.as_str(), cut.mark.as_str(), cut.tail.as_str()), ("Mục ", "1", ""));
    }

    #[test]
    fn a_target_falls_with_its_report() {
        let mut queue = Queue::default();
        let job = queue.add("a", 1);
        queue.start_next();
        queue.finish(job, report());
        let figure = Target::Figure { job, fact: 1 };
        assert!(figure.stands(&queue, None));
        assert!(!Target::Figure { job, fact: 2 }.stands(&queue, None));
        assert!(!Target::Total { row: 0 }.stands(&queue, Some(&TableView::default())));
        queue.remove(job);
        assert!(!figure.stands(&queue, None));
    }
}
