//! Which words of a line only say when: they change with the month and never belong to a name.

use tonghop_model::vietnamese::lexicon::LEXICON;
use tonghop_statements::line::{Line, TokenKind};
use tonghop_statements::numeral::{Class, Numeral};

/// The words behind "tháng" and "quý" that number them.
const NUMBERED: [&str; 16] =
    ["một", "giêng", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "chạp", "i", "ii", "iii", "iv"];

/// For each token of the line, whether it only says when. `numerals` are those of the line.
pub fn mask(line: &Line, numerals: &[Numeral]) -> Vec<bool> {
    let mut time = vec![false; line.tokens.len()];
    for numeral in numerals.iter().filter(|n| matches!(n.class, Class::Date | Class::Period)) {
        time[numeral.token] = true;
    }
    for at in 0..line.tokens.len() {
        let numbered = (line.is_word(at, "tháng") || line.is_word(at, "quý"))
            && line.tokens.get(at + 1).is_some_and(|next| NUMBERED.contains(&next.text.as_str()));
        let length = line.longest_at(at, &LEXICON.time).max(if numbered { 2 } else { 0 });
        time[at..at + length].fill(true);
    }
    spread(line, &mut time);
    time
}

/// Words that lead to a date or go on with it belong to it, and marks between two such words.
fn spread(line: &Line, time: &mut [bool]) {
    let joins = |at: usize| {
        let edge = line.longest_at(at, &LEXICON.time_edge);
        if edge > 0 { edge } else { usize::from(matches!(line.tokens[at].kind, TokenKind::Mark('/' | '-'))) }
    };
    for at in 1..time.len() {
        if time[at - 1] && !time[at] {
            let length = joins(at);
            // "trong tháng đến" may go on with something else than time: only a word of time ends the chain.
            let ends = (at..at + length)
                .all(|i| matches!(line.tokens[i].text.as_str(), "năm" | "tháng" | "đầu" | "cuối" | "giờ" | "nay"));
            if length > 0 && (ends || time.get(at + length).copied().unwrap_or(false)) {
                time[at..at + length].fill(true);
            }
        }
    }
    for at in (0..time.len().saturating_sub(1)).rev() {
        if time[at + 1] && !time[at] && line.tokens[at].kind == TokenKind::Word {
            time[at] = line.longest_at(at, &LEXICON.time_edge) == 1;
        }
    }
}
