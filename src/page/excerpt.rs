//! What of a report's text is shown around a figure.

/// How many characters are shown before and behind the sentence.
const AROUND: usize = 240;
/// The longest sentence that is shown whole; a list without full stops can run over pages.
const SENTENCE: usize = 900;

/// A piece of text in five parts, in reading order, the middle one marked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Excerpt {
    /// What stands before the sentence; begins with "…" where more stands before it.
    pub before: String,
    /// The sentence up to the mark.
    pub lead: String,
    /// What is marked.
    pub mark: String,
    /// The sentence behind the mark.
    pub tail: String,
    /// What stands behind the sentence; ends with "…" where more stands behind it.
    pub after: String,
}

/// What a piece of an excerpt is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What stands around the sentence.
    Around,
    /// The sentence.
    Sentence,
    /// What is marked.
    Mark,
    /// Another place that is marked less.
    Other,
}

/// Where the parts of an excerpt begin and end, in characters.
struct Frame {
    length: usize,
    first: usize,
    begin: usize,
    mark: (usize, usize),
    end: usize,
    last: usize,
}

impl Frame {
    fn of(text: &str, mark: (usize, usize), sentence: (usize, usize)) -> Self {
        let length = text.chars().count();
        let mark = (mark.0.min(length), mark.1.clamp(mark.0.min(length), length));
        let begin = sentence.0.min(mark.0).max(mark.0.saturating_sub(SENTENCE));
        let end = sentence.1.min(length).max(mark.1).min(mark.1 + SENTENCE);
        let (first, last) = (begin.saturating_sub(AROUND), (end + AROUND).min(length));
        Self { length, first, begin, mark, end, last }
    }
}

/// Cuts the text around `mark`, which stands in `sentence`; both are offsets in characters, end exclusive.
///
/// Offsets that leave the text are cut to it. A sentence that does not hold the mark is widened to it.
pub fn around(text: &str, mark: (usize, usize), sentence: (usize, usize)) -> Excerpt {
    let mut excerpt = Excerpt::default();
    let frame = Frame::of(text, mark, sentence);
    for (at, part, piece) in cut(text, &frame, &[]) {
        let field = match part {
            Part::Around if at < frame.begin => &mut excerpt.before,
            Part::Sentence if at < frame.mark.0 => &mut excerpt.lead,
            Part::Mark => &mut excerpt.mark,
            Part::Sentence => &mut excerpt.tail,
            Part::Around | Part::Other => &mut excerpt.after,
        };
        field.push_str(&piece);
    }
    excerpt
}

/// The same text as pieces in reading order, in which other places are marked too.
pub fn pieces(
    text: &str,
    mark: (usize, usize),
    sentence: (usize, usize),
    others: &[(usize, usize)],
) -> Vec<(Part, String)> {
    let frame = Frame::of(text, mark, sentence);
    cut(text, &frame, others).into_iter().map(|(_, part, piece)| (part, piece)).collect()
}

fn cut(text: &str, frame: &Frame, others: &[(usize, usize)]) -> Vec<(usize, Part, String)> {
    let Frame { length, first, begin, mark, end, last } = *frame;
    let others: Vec<(usize, usize)> =
        others.iter().copied().filter(|other| other.1 <= mark.0 || other.0 >= mark.1).collect();
    let mut bounds: Vec<usize> = [first, begin, mark.0, mark.1, end, last].into();
    bounds.extend(others.iter().flat_map(|other| [other.0, other.1]).filter(|at| (first..=last).contains(at)));
    bounds.sort_unstable();
    bounds.dedup();
    let part = |at: usize| match () {
        () if (mark.0..mark.1).contains(&at) => Part::Mark,
        () if others.iter().any(|other| (other.0..other.1).contains(&at)) => Part::Other,
        () if (begin..end).contains(&at) => Part::Sentence,
        () => Part::Around,
    };
    let window: Vec<char> = text.chars().skip(first).take(last - first).collect();
    let piece = |pair: &[usize]| {
        let shown = without_marks(&window[pair[0] - first..pair[1] - first].iter().collect::<String>());
        let shown = if pair[0] == first && first > 0 { format!("…{}", from_word(&shown)) } else { shown };
        let shown = if pair[1] == last && last < length { format!("{}…", to_word(&shown)) } else { shown };
        (pair[0], part(pair[0]), shown)
    };
    bounds.windows(2).map(piece).collect()
}

/// The line that holds a place, for places of which no sentence is known.
pub fn line(text: &str, place: (usize, usize)) -> (usize, usize) {
    let (mut start, mut index) = (0, 0);
    for c in text.chars() {
        if c == '\n' {
            if index >= place.1 {
                return (start, index);
            }
            if index < place.0 {
                start = index + 1;
            }
        }
        index += 1;
    }
    (start.min(index), index)
}

/// Without the marks of Markdown for bold type and headings, which say nothing to who knows Word.
fn without_marks(text: &str) -> String {
    let lines: Vec<String> = text
        .split('\n')
        .map(|line| {
            let title = line.trim_start_matches('#');
            let heading = title.len() < line.len() && title.starts_with(' ');
            if heading { title.trim_start() } else { line }.replace("**", "")
        })
        .collect();
    lines.join("\n")
}

/// Without the word that was cut at its head.
fn from_word(text: &str) -> &str {
    text.find(char::is_whitespace).map_or(text, |at| &text[at..])
}

/// Without the word that was cut at its end.
fn to_word(text: &str) -> &str {
    text.rfind(char::is_whitespace).map_or(text, |at| &text[..at])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `text` has the mark in `[…]` and the sentence in `{…}`; the parts come back joined by `|`.
    fn check(text: &str, expected: &str) {
        let at = |wanted: char| {
            text.chars().filter(|c| *c == wanted || !"{}[]".contains(*c)).position(|c| c == wanted).unwrap()
        };
        let plain: String = text.chars().filter(|c| !"{}[]".contains(*c)).collect();
        let cut = around(&plain, (at('['), at(']')), (at('{'), at('}')));
        let parts = [cut.before, cut.lead, cut.mark, cut.tail, cut.after];
        assert_eq!(parts.join("|"), expected);
    }

    #[test]
    fn shows_a_short_text_whole() {
        check("Tháng 5. {Đã gửi [30.704] văn bản.} Hết.", "Tháng 5. |Đã gửi |30.704| văn bản.| Hết.");
    }

    #[test]
    fn marks_of_markdown_are_not_shown() {
        check("## **3. Mục** #4\n{Gửi **[12]** văn bản.}", "3. Mục #4\n|Gửi |12| văn bản.|");
    }

    #[test]
    fn cuts_at_words_where_more_stands() {
        let words = "hồ sơ ".repeat(100);
        let cut = around(&format!("{words}có 12 hồ sơ. {words}"), (603, 605), (600, 613));
        assert_eq!((cut.lead.as_str(), cut.mark.as_str(), cut.tail.as_str()), ("có ", "12", " hồ sơ. "));
        assert!(cut.before.starts_with("… ") && cut.after.ends_with('…'), "{cut:?}");
        assert!(cut.before.chars().count() <= AROUND + 1);
    }

    #[test]
    fn other_places_are_marked_too() {
        let text = "Có 12 hồ sơ (5 mới, 8 cũ). Hết 9.";
        let shown = pieces(text, (3, 5), (0, 26), &[(13, 14), (20, 21), (31, 32), (3, 4), (90, 95)]);
        let shown: Vec<String> = shown.iter().map(|(part, text)| format!("{part:?}:{text}")).collect();
        assert_eq!(
            shown.join("|"),
            "Sentence:Có |Mark:12|Sentence: hồ sơ (|Other:5|Sentence: mới, |Other:8|Sentence: cũ).|Around: Hết |Other:9|Around:."
        );
    }

    #[test]
    fn offsets_outside_of_the_text_are_cut_to_it() {
        assert_eq!(around("ab", (5, 9), (7, 8)).lead, "");
        assert_eq!(around("ab", (1, 9), (0, 1)).mark, "b");
        assert_eq!(around("", (0, 0), (0, 0)), Excerpt::default());
    }

    #[test]
    fn a_line_is_what_stands_between_breaks() {
        let text = "một\nhai 2\nba";
        assert_eq!(line(text, (8, 9)), (4, 9));
        assert_eq!(line(text, (0, 1)), (0, 3));
        assert_eq!(line(text, (10, 12)), (10, 12));
        assert_eq!(line(text, (90, 91)), (10, 12));
    }
}
