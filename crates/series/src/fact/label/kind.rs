//! How figures of the kind add up, by the words before a figure.

use tonghop_model::kind::Kind;
use tonghop_model::vietnamese::lexicon::{LEXICON, Phrases};
use tonghop_statements::figure::Figure;
use tonghop_statements::line::{Line, Token, TokenKind};

/// How many tokens before a figure a word can stand that tells its kind.
const REACH: usize = 250;

/// The kind that the words before a figure tell: the nearest one of its sentence, back to a semicolon.
///
/// `verb` is the token at which the figure's verb begins. Without any such word a count of what happens ("12 vụ", "tiếp nhận 5 đơn") belongs to the period; of everything
/// else the latest counts, so that nothing is added that should not be.
pub fn kind(line: &Line, figure: &Figure, verb: Option<usize>) -> Kind {
    let acts = verb.is_some();
    let first = figure.sentence.start.max(figure.tokens.start.saturating_sub(REACH));
    let start = (first..figure.tokens.start).rev().find(|&at| line.tokens[at].is_mark(';')).unwrap_or(first);
    let cues: [(&Phrases, Kind); 5] = [
        (&LEXICON.kind_flow, Kind::Flow),
        (&LEXICON.kind_stock, Kind::Stock),
        (&LEXICON.kind_total, Kind::Cumulative),
        (&LEXICON.kind_until, if acts { Kind::Cumulative } else { Kind::Stock }),
        (&LEXICON.kind_target, Kind::Target),
    ];
    let event = line.longest_at(figure.right.start, &LEXICON.event) > 0;
    for at in (start..figure.tokens.start).rev() {
        if line.tokens[at].kind != TokenKind::Word {
            continue;
        }
        // A month that is named ("tháng 5 ước thực hiện …") is the period itself.
        let month = line.is_word(at, "tháng") && line.tokens.get(at + 1).is_some_and(Token::is_numeral);
        let after = at > 0 && line.tokens[at - 1].is_numeral();
        let told = cues.iter().find(|(list, _)| line.longest_at(at, list) > 0).map(|(_, kind)| *kind);
        match told {
            Some(Kind::Target) if near(line, at, figure) => return Kind::Target,
            // Behind its own verb a figure is no stock, whatever the sentence began with.
            Some(Kind::Stock) if verb.is_some_and(|verb| at < verb && !line.is_word(at, "đến")) => {}
            Some(Kind::Target) | None => {}
            Some(kind) => return kind,
        }
        if line.is_word(at, "tháng") && after {
            return Kind::Cumulative;
        }
        if month {
            return Kind::Flow;
        }
    }
    if acts || event { Kind::Flow } else { Kind::Count }
}

/// Whether a word of a plan names the figure itself ("dự toán giao 500 tỷ đồng"), and not what it is compared with.
fn near(line: &Line, at: usize, figure: &Figure) -> bool {
    at >= figure.left.start
        && figure.tokens.start - at <= 4
        && !line.tokens[at..figure.tokens.start].iter().any(|token| token.kind != TokenKind::Word)
}
