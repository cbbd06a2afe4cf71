//! Who signed: the name below the signer's title, whatever columns and stamps stand around it.
//!
//! | in the text | signer |
//! |---|---|
//! | `KT. GIÁM ĐỐC`, `PHÓ GIÁM ĐỐC`, `Nguyễn Văn A` | Nguyễn Văn A |
//! | `- Lưu: VT. Nguyễn Văn A` where two columns were joined | Nguyễn Văn A |
//! | `Ký bởi: …`, `15-06-2020 10:39:11 +07:00` | passed over: a digital signature |
//! | `- Đ/c Nguyễn Văn B (b/c);` | passed over: a receiver |

use super::case;
use crate::authority;
use crate::line::{Line, TokenKind};
use crate::vocabulary::WORDS;
use tonghop_model::vietnamese::fold;
use tonghop_model::vietnamese::lexicon::LEXICON;

/// How many paragraphs behind the signer's title the name stands at most.
const REACH: usize = 30;

/// The first line of the receivers and the signature, behind the sentence that closes the report.
pub(super) fn foot(lines: &[Line]) -> Option<usize> {
    let opens = |line: &Line| line.begins(&LEXICON.receivers) || is_signing(line);
    let closing = lines.iter().rposition(|line| line.begins(&WORDS.closing)).map(|at| at + 1);
    let behind = closing.and_then(|closing| lines[closing..].iter().position(opens).map(|at| closing + at));
    behind.or_else(|| {
        // Without that sentence it is the last run of such lines: a title stands near its name and the receivers.
        let last = lines.iter().rposition(opens)?;
        (0..=last).rev().take(REACH).filter(|&at| opens(&lines[at])).last()
    })
}

/// The signer's name.
pub(super) fn signer(lines: &[Line]) -> Option<String> {
    let tail = foot(lines)?;
    let end = lines[tail..]
        .iter()
        .skip(1)
        .position(|line| line.any_at(0, &WORDS.annex))
        .map_or(lines.len(), |at| tail + 1 + at);
    let block = &lines[tail..end];
    let titled = block.iter().position(is_signing);
    let below = titled.map_or(block, |at| &block[at..block.len().min(at + REACH)]);
    let plain = |line: &&Line| !is_receiver(line) && !is_stamp(line);
    let named = || below.iter().filter(plain).find_map(person);
    let unlisted = || below.iter().filter(plain).skip(1).find_map(|line| stranger(line).filter(|_| titled.is_some()));
    let joined = || block.iter().rev().filter(|line| !is_stamp(line)).find_map(person);
    named().or_else(unlisted).or_else(joined)
}

/// Whether a signer's title stands at the start of the line, or in capitals behind another column.
fn is_signing(line: &Line) -> bool {
    let for_whom = |at: usize| line.any_at(at, &WORDS.sign_for) && line.is_capital(at);
    let shouted = |at: usize| line.is_shouted(at);
    let title = |at: usize| {
        let whole = line.standing(at, &LEXICON.signer_title).map(Vec::len).max();
        whole.is_some_and(|length| shouted(at) || at == 0 && line.tokens.len() <= length + 6 && line.is_capital(0))
    };
    // "Nơi nhận: TM. ỦY BAN NHÂN DÂN": the body that one signs for stands in capitals too.
    let stands_for =
        |at: usize| for_whom(at) && line.tokens.len() <= at + 14 && (at + 2..line.tokens.len()).take(2).all(shouted);
    (0..line.tokens.len().min(24)).any(|at| title(at) || stands_for(at))
}

fn is_receiver(line: &Line) -> bool {
    line.tokens.first().is_some_and(|first| matches!(first.kind, TokenKind::Mark('-' | '+' | '•')))
        || line.begins(&LEXICON.receivers)
}

/// What a digital signature leaves in the text: who signed by which device, and when.
fn is_stamp(line: &Line) -> bool {
    let clock = line.tokens.iter().any(|token| token.text.split(':').count() == 3);
    line.any_at(0, &WORDS.stamp) || clock && line.tokens.len() <= 6
}

/// A person's name at the end of a line or before a bracket: a family name and one to four more words, all capitalised.
fn person(line: &Line) -> Option<String> {
    let surname = |token: &usize| {
        let word = &line.tokens[*token];
        WORDS.surname.iter().any(|name| *name == word.text || line.poor && fold::is_bare(&word.bare, name))
    };
    let ends = |end: usize| line.tokens.get(end).is_none_or(|next| next.is_mark('('));
    let greeted = |start: usize| line.any_before(start, &WORDS.honorific);
    (0..line.tokens.len()).filter(surname).find_map(|start| {
        let words = (start..line.tokens.len()).take_while(|&at| is_proper(line, at)).count();
        let name = line.text(start..start + words);
        let real = (2..=5).contains(&words) && ends(start + words) && !greeted(start);
        (real && !is_place(&name)).then_some(name).or_else(|| shouted_name(line, start))
    })
}

/// A name in capitals that fills its line but for a degree: "TS. NGUYỄN VĂN A".
fn shouted_name(line: &Line, start: usize) -> Option<String> {
    let rest = &line.tokens[start..];
    let words = (2..=5).contains(&rest.len()) && rest.iter().all(|token| token.kind == TokenKind::Word);
    let name = line.text(start..line.tokens.len());
    let known = is_place(&name) || line.any_at(start, &LEXICON.signer_title) || line.any_at(start, &WORDS.body);
    (words && start <= 3 && case::is_shouted(&name) && !known).then(|| case::title(&name))
}

/// A line that is nothing but two to five capitalised words, of which none is the beginning of another thing's name.
fn stranger(line: &Line) -> Option<String> {
    let all = (0..line.tokens.len()).all(|at| is_proper(line, at));
    let other = line.any_at(0, &LEXICON.signer_title) || line.any_at(0, &WORDS.body) || line.any_at(0, &WORDS.remark);
    let name = line.text(0..line.tokens.len());
    ((2..=5).contains(&line.tokens.len()) && all && !other && !is_place(&name)).then_some(name)
}

fn is_proper(line: &Line, token: usize) -> bool {
    let word = &line.tokens[token];
    let chars = line.paragraph.text.chars();
    let small = word.at.len() == 1 || !chars[word.at.start + 1].is_uppercase();
    word.kind == TokenKind::Word && chars[word.at.start].is_uppercase() && small
}

fn is_place(name: &str) -> bool {
    authority::province(name).is_some()
}
