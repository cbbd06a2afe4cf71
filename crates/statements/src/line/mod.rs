//! Paragraphs as tokens: words, numerals and marks, each with its place and its folded form.

mod contents;
pub mod label;

use std::ops::Range;
use std::sync::Arc;

use label::Label;
use smol_str::SmolStr;
use tonghop_model::document::{Document, Paragraph, Place};
use tonghop_model::span::is_mark;
use tonghop_model::vietnamese::alike::{self, Letters, Tolerance};
use tonghop_model::vietnamese::letter::is_letter_or_digit;
use tonghop_model::vietnamese::lexicon::{Phrase, Phrases, Sign};
use tonghop_model::vietnamese::{fold, noise};

/// A paragraph as tokens, annotated once; a copy shares them with the line that it was made from.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The paragraph; its text is shared with the document's.
    pub paragraph: Paragraph,
    /// Where it stands.
    pub place: Place,
    /// Its tokens, in order.
    pub tokens: Arc<Vec<Token>>,
    /// Whether the document's text was recognised so badly that words have to be compared with tolerance.
    pub poor: bool,
    /// The label of a section or list item that it begins with.
    pub label: Option<Label>,
    /// Whether it is an entry of a table of contents.
    pub in_contents: bool,
    /// Its round brackets in the order in which they open.
    pub brackets: Arc<[Bracket]>,
    /// The tokens that end sentences, in order.
    ends: Arc<[usize]>,
}

/// A round bracket that opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bracket {
    /// The token that opens it.
    pub open: usize,
    /// The token that closes it; `None` where it is never closed.
    pub close: Option<usize>,
}

/// A word, a numeral or a mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands in the paragraph's cleaned text, in characters.
    pub at: Range<usize>,
    /// The folded text.
    pub text: SmolStr,
    /// The folded text without marks; in poor text with the regular faults of recognition undone.
    pub bare: SmolStr,
    /// The letters of `bare` in poor text, where every word is compared letter by letter; else nothing.
    letters: Letters,
    /// The sign of `bare`.
    pub sign: Sign,
    /// What it is.
    pub kind: TokenKind,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters.
    Word,
    /// A run with a digit in it: a number, a date, a document's number, a name with digits.
    Numeral,
    /// One character of punctuation.
    Mark(char),
}

impl Token {
    /// Whether it is this mark.
    pub fn is_mark(&self, mark: char) -> bool {
        self.kind == TokenKind::Mark(mark)
    }

    /// Whether it has a digit in it.
    pub fn is_numeral(&self) -> bool {
        self.kind == TokenKind::Numeral
    }
}

/// Every paragraph of the body as tokens, in order.
pub fn lines(document: &Document) -> Vec<Line> {
    let poor = noise::is_poor(&document.text);
    let mut lines: Vec<Line> =
        document.paragraphs().into_iter().map(|(paragraph, place)| line(paragraph.clone(), place, poor)).collect();
    for (at, entry) in contents::entries(&lines).into_iter().enumerate() {
        lines[at].in_contents = entry;
    }
    lines
}

impl Line {
    /// Whether the phrase stands at this token; in poor text a letter of a word may have taken another shape.
    pub fn has_at(&self, index: usize, phrase: &Phrase) -> bool {
        self.tokens.get(index..index + phrase.len()).is_some_and(|tokens| {
            tokens.iter().zip(phrase).all(|(token, word)| self.same(token, word, Tolerance::Shape))
        })
    }

    /// Whether the phrase ends right before this token.
    pub fn has_before(&self, index: usize, phrase: &Phrase) -> bool {
        index >= phrase.len() && self.has_at(index - phrase.len(), phrase)
    }

    /// Whether one of the phrases ends right before this token.
    pub fn any_before(&self, index: usize, phrases: &Phrases) -> bool {
        let Some(last) = self.before(index) else { return false };
        if self.poor {
            return self.any_damaged_before(index, phrases, Tolerance::Shape, 1);
        }
        phrases.ending(&last.bare, last.sign).any(|phrase| self.has_before(index, phrase))
    }

    /// Whether one of the phrases ends right before this token; in poor text a letter of each word of a longer phrase
    /// may be wrong, for two damaged words together are hardly taken for two others ("mức độ" read "mic do").
    pub fn ends_with_name(&self, index: usize, phrases: &Phrases) -> bool {
        self.any_before(index, phrases) || self.poor && self.any_damaged_before(index, phrases, Tolerance::Letter, 2)
    }

    /// Whether one of the phrases of so many words at least ends right before this token of poor text, damaged as far
    /// as the tolerance goes.
    fn any_damaged_before(&self, index: usize, phrases: &Phrases, tolerance: Tolerance, words: usize) -> bool {
        let stands = |phrase: (&Phrase, &Vec<Letters>)| {
            let begin = index.checked_sub(phrase.0.len()).filter(|_| phrase.0.len() >= words);
            begin.is_some_and(|at| self.damaged_at(at, phrase, tolerance))
        };
        self.before(index).is_some_and(|last| phrases.may_end(&last.letters, tolerance)) && phrases.bare().any(stands)
    }

    /// The first of the phrases that stands at this token of poor text, damaged as far as the tolerance goes.
    pub fn damaged<'p>(&self, index: usize, phrases: &'p Phrases, tolerance: Tolerance) -> Option<&'p Phrase> {
        let first = self.tokens.get(index).filter(|first| phrases.may_begin(&first.letters, tolerance));
        let mut all = first.into_iter().flat_map(|_| phrases.bare());
        all.find(|phrase| self.damaged_at(index, *phrase, tolerance)).map(|(phrase, _)| phrase)
    }

    /// Whether a phrase of [`Phrases::bare`] stands at this token of poor text, damaged as far as the tolerance goes.
    fn damaged_at(&self, index: usize, phrase: (&Phrase, &Vec<Letters>), tolerance: Tolerance) -> bool {
        let (phrase, bare) = phrase;
        let same = |(token, (word, bare)): (&Token, (&String, &Letters))| {
            token.text == *word || bare.may_be(&token.letters, tolerance)
        };
        let tokens = self.tokens.get(index..index + phrase.len());
        tokens.is_some_and(|tokens| tokens.iter().zip(phrase.iter().zip(bare)).all(same))
    }

    /// Whether one of the phrases stands at this token.
    pub fn any_at(&self, index: usize, phrases: &Phrases) -> bool {
        let Some(first) = self.tokens.get(index) else { return false };
        if self.poor {
            return self.damaged(index, phrases, Tolerance::Shape).is_some();
        }
        phrases.beginning(&first.bare, first.sign).any(|phrase| self.has_at(index, phrase))
    }

    /// The phrases that stand at this token.
    pub fn standing<'p>(&self, index: usize, phrases: &'p Phrases) -> impl Iterator<Item = &'p Phrase> {
        let first = self.tokens.get(index);
        let begin =
            first.filter(|_| !self.poor).into_iter().flat_map(|first| phrases.beginning(&first.bare, first.sign));
        let may = self.poor && first.is_some_and(|first| phrases.may_begin(&first.letters, Tolerance::Shape));
        let all = if may { phrases.0.as_slice() } else { &[] };
        begin.chain(all).filter(move |phrase| self.has_at(index, phrase))
    }

    /// How many tokens the longest of the phrases takes that stands at this token, 0 where none does. In poor text
    /// words may have lost their marks, and nothing else.
    pub fn longest_at(&self, index: usize, phrases: &Phrases) -> usize {
        let Some(first) = self.tokens.get(index) else { return 0 };
        let stands = |phrase: &&Phrase| self.plainly(index, phrase);
        phrases.beginning(&first.bare, first.sign).filter(stands).map(Vec::len).max().unwrap_or(0)
    }

    /// How many tokens the longest of the phrases takes that ends right before this token, 0 where none does.
    pub fn longest_before(&self, index: usize, phrases: &Phrases) -> usize {
        let Some(last) = self.before(index) else { return 0 };
        let stands = |phrase: &&Phrase| index >= phrase.len() && self.plainly(index - phrase.len(), phrase);
        phrases.ending(&last.bare, last.sign).filter(stands).map(Vec::len).max().unwrap_or(0)
    }

    /// Whether the phrase stands at this token as it is written, or in poor text without its marks.
    fn plainly(&self, index: usize, phrase: &Phrase) -> bool {
        let same =
            |(token, word): (&Token, &String)| token.text == *word || self.poor && fold::is_bare(&token.bare, word);
        self.tokens.get(index..index + phrase.len()).is_some_and(|tokens| tokens.iter().zip(phrase).all(same))
    }

    /// Whether the token is this one word. In poor text only short words may be damaged: longer ones are so
    /// common that others would be taken for them ("tháng", "thông").
    pub fn is_word(&self, index: usize, word: &str) -> bool {
        self.tokens.get(index).is_some_and(|token| {
            let short = || word.chars().nth(3).is_none();
            let damaged = || fold::is_bare(&token.bare, word) || short() && self.same(token, word, Tolerance::Letter);
            token.text == word || self.poor && damaged()
        })
    }

    /// Whether the line begins with one of the phrases; in poor text a letter of a word may be wrong.
    pub fn begins(&self, phrases: &Phrases) -> bool {
        let same = |(token, word): (&Token, &String)| self.same(token, word, Tolerance::Letter);
        let may = |first: &Token| !self.poor || phrases.may_begin(&first.letters, Tolerance::Letter);
        self.tokens.first().is_none_or(may)
            && phrases
                .0
                .iter()
                .any(|phrase| self.tokens.len() >= phrase.len() && self.tokens.iter().zip(phrase).all(same))
    }

    /// How many tokens the label takes that the line begins with, 0 where there is none.
    pub fn label_end(&self) -> usize {
        self.label.as_ref().map_or(0, |label| label.tokens)
    }

    /// The bracket that closes the one at this token, or the end of the line.
    pub fn closing(&self, open: usize) -> usize {
        let bracket = self.brackets.binary_search_by_key(&open, |bracket| bracket.open);
        bracket.ok().and_then(|at| self.brackets[at].close).unwrap_or(self.tokens.len())
    }

    /// Whether a token is a word or numeral whose first letter is a capital.
    pub fn is_capital(&self, index: usize) -> bool {
        let at = self.tokens.get(index).map(|token| token.at.start);
        at.and_then(|at| self.paragraph.text.chars().get(at)).is_some_and(|c| c.is_uppercase())
    }

    /// Whether every letter of a token is a capital.
    pub fn is_shouted(&self, index: usize) -> bool {
        let chars = self.tokens.get(index).and_then(|token| self.paragraph.text.chars().get(token.at.clone()));
        chars.is_some_and(|chars| chars.iter().all(|c| c.is_uppercase()))
    }

    /// The token before this one, whatever it is.
    pub fn before(&self, index: usize) -> Option<&Token> {
        index.checked_sub(1).and_then(|index| self.tokens.get(index))
    }

    /// The cleaned text of a range of tokens.
    pub fn text(&self, tokens: Range<usize>) -> String {
        match (self.tokens.get(tokens.start), self.tokens.get(tokens.end.wrapping_sub(1))) {
            (Some(first), Some(last)) if tokens.start < tokens.end => {
                self.paragraph.text.slice(first.at.start..last.at.end)
            }
            _ => String::new(),
        }
    }

    /// The tokens of the sentence around a token.
    pub fn sentence(&self, token: usize) -> Range<usize> {
        let next = self.ends.partition_point(|&end| end < token);
        let start = next.checked_sub(1).map_or(0, |before| self.ends[before] + 1);
        start..self.ends.get(next).map_or(self.tokens.len(), |end| end + 1)
    }

    /// Whether a token is the full stop of a sentence: a capital letter, a bullet or nothing follows.
    pub fn ends_sentence(&self, at: usize) -> bool {
        self.ends.binary_search(&at).is_ok()
    }

    /// Whether a token is a folded word, damaged as far as the tolerance goes in poor text.
    pub fn same(&self, token: &Token, word: &str, tolerance: Tolerance) -> bool {
        if token.text == word {
            return true;
        }
        // Most words differ in length or in their first letter, which is told without looking at the others.
        let begins = |(first, read): (char, char)| alike::may_begin(fold::bare_char(first), read, tolerance);
        self.poor
            && word.chars().next().zip(token.letters.first()).is_some_and(begins)
            && word.chars().count().abs_diff(token.letters.count()) <= 1
            && Letters::of(word).may_be(&token.letters, tolerance)
    }
}

/// One paragraph as tokens; `poor` says whether its document's text was recognised badly.
pub fn line(paragraph: Paragraph, place: Place, poor: bool) -> Line {
    let folded = fold::fold(paragraph.text.chars());
    // A word and the space behind it are five characters in the mean.
    let mut tokens = Vec::with_capacity(folded.len() / 4);
    let mut at = 0;
    while at < folded.len() {
        if folded[at] == ' ' {
            at += 1;
            continue;
        }
        let (end, kind) = token_end(&folded, at);
        let letters = &folded[at..end];
        let text: SmolStr = letters.iter().copied().collect();
        let bare = if text.is_ascii() { text.clone() } else { letters.iter().map(|&c| fold::bare_char(c)).collect() };
        let bare = if poor { SmolStr::from(noise::mend(&bare)) } else { bare };
        let letters = if poor { Letters::of(&bare) } else { Letters::default() };
        tokens.push(Token { at: at..end, sign: Sign::of(&bare), bare, letters, text, kind });
        at = end;
    }
    let ends = sentence_ends(paragraph.text.chars(), &tokens).into();
    let brackets = brackets(&tokens).into();
    let tokens = Arc::new(tokens);
    let mut line = Line { paragraph, place, tokens, poor, label: None, in_contents: false, brackets, ends };
    line.label = label::read(&line);
    line
}

/// The round brackets of a line; one that closes nothing is passed over.
fn brackets(tokens: &[Token]) -> Vec<Bracket> {
    let (mut found, mut open): (Vec<Bracket>, Vec<usize>) = (Vec::new(), Vec::new());
    for (at, token) in tokens.iter().enumerate() {
        match token.kind {
            TokenKind::Mark('(') => {
                open.push(found.len());
                found.push(Bracket { open: at, close: None });
            }
            TokenKind::Mark(')') => {
                if let Some(bracket) = open.pop() {
                    found[bracket].close = Some(at);
                }
            }
            _ => {}
        }
    }
    found
}

fn sentence_ends(text: &[char], tokens: &[Token]) -> Vec<usize> {
    let begins = |c: char| c.is_uppercase() || matches!(c, '-' | '+' | '*' | '(' | '“');
    let next = |at: usize| tokens.get(at + 1).and_then(|next| text.get(next.at.start));
    let ends = |&at: &usize| tokens[at].is_mark('.') && next(at).is_none_or(|&c| begins(c));
    (0..tokens.len()).filter(ends).collect()
}

fn token_end(folded: &[char], start: usize) -> (usize, TokenKind) {
    let first = folded[start];
    if matches!(first, 'h' | 'w')
        && let Some(end) = web_address(folded, start)
    {
        let kind =
            if folded[start..end].iter().any(char::is_ascii_digit) { TokenKind::Numeral } else { TokenKind::Word };
        return (end, kind);
    }
    if !is_letter(first) || !first.is_ascii() && is_mark(first) {
        return (start + 1, TokenKind::Mark(first));
    }
    let (mut word, mut digits) = (start, false);
    while let Some(&c) = folded.get(word).filter(|c| is_letter(**c)) {
        digits |= c.is_ascii_digit();
        word += 1;
    }
    // A word without digits is part of a numeral only where one of these marks joins it to digits.
    if !digits && !matches!(folded.get(word), Some('/' | '-' | '&' | '_')) {
        return (word, TokenKind::Word);
    }
    let joined = joined_end(folded, start);
    let numeral = folded[start..joined].iter().any(char::is_ascii_digit);
    if numeral { (joined, TokenKind::Numeral) } else { (word, TokenKind::Word) }
}

/// The end of a run of letters and digits that marks inside of it hold together: `97/kh-ubnd`, `1.234,5`.
fn joined_end(folded: &[char], start: usize) -> usize {
    let mut end = start;
    let mut digits = false;
    while let Some(&c) = folded.get(end) {
        let (before, after) = (folded[end.saturating_sub(1)], folded.get(end + 1).copied().unwrap_or(' '));
        let joins = match c {
            // A mark typed twice ("5..652") still holds the digits together: the number is broken, not two numbers.
            '.' | ',' => {
                let next =
                    if matches!(after, '.' | ',') { folded.get(end + 2).copied().unwrap_or(' ') } else { after };
                (before.is_ascii_digit() || matches!(before, '.' | ',')) && next.is_ascii_digit()
            }
            ':' => before.is_ascii_digit() && after.is_ascii_digit(),
            // A slash between a word and a number parts them: "hồ sơ trực tuyến/62.089 hồ sơ", "quý II/2025".
            '/' if after.is_ascii_digit() && !digits => false,
            '/' | '-' | '&' | '_' => is_letter(before) && is_letter(after),
            _ => is_letter(c),
        };
        if !joins {
            break;
        }
        digits |= c.is_ascii_digit();
        end += 1;
    }
    end
}

fn web_address(folded: &[char], start: usize) -> Option<usize> {
    let begins = |prefix: &str| prefix.chars().enumerate().all(|(i, c)| folded.get(start + i) == Some(&c));
    if !begins("http://") && !begins("https://") && !begins("www.") {
        return None;
    }
    let stop = |c: &char| matches!(c, ' ' | ')' | ']' | '>' | '"' | ',' | ';');
    Some(folded[start..].iter().position(stop).map_or(folded.len(), |length| start + length))
}

/// Letters and digits with the marks that stand on them, and what bad recognition puts in their place inside of words.
fn is_letter(c: char) -> bool {
    is_letter_or_digit(c) || !c.is_ascii() && (matches!(c, '¢' | '€') || is_mark(c))
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use tonghop_model::document::Block;
    use tonghop_model::format::Format;
    use tonghop_model::span::Mapper;

    /// A document of one paragraph.
    pub(crate) fn document(text: &str) -> Document {
        Document {
            format: Format::Text,
            text: text.to_owned(),
            blocks: vec![Block::Paragraph(paragraph(text))],
            margins: Vec::new(),
            notices: Vec::new(),
            layout: None,
        }
    }

    /// A document of one paragraph a line.
    pub(crate) fn document_of(text: &str) -> Document {
        let mut offset = 0;
        let mut blocks = Vec::new();
        for line in text.split('\n') {
            let mut mapper = Mapper::new();
            mapper.push(line, offset);
            offset += line.chars().count() + 1;
            blocks.push(Block::Paragraph(Paragraph { text: mapper.finish(), ..Paragraph::default() }));
        }
        Document { blocks, ..document(text) }
    }

    fn paragraph(text: &str) -> Paragraph {
        let mut mapper = Mapper::new();
        mapper.push(text, 0);
        Paragraph { text: mapper.finish(), ..Paragraph::default() }
    }

    fn check(text: &str, tokens: &[&str]) {
        let paragraph = paragraph(text);
        let line = line(paragraph, Place::Body, false);
        let found: Vec<&str> = line.tokens.iter().map(|token| token.text.as_str()).collect();
        assert_eq!(found, tokens, "{text}");
    }

    #[test]
    fn marks_inside_of_numerals_hold_them_together() {
        check("(1.727 USB, 37 SIM)", &["(", "1.727", "usb", ",", "37", "sim", ")"]);
        check("số 97/KH-UBND ngày 17/11/2021.", &["số", "97/kh-ubnd", "ngày", "17/11/2021", "."]);
        check("27 phút/ngày, 80,84%)", &["27", "phút", "/", "ngày", ",", "80,84", "%", ")"]);
        check("kinh tế-xã hội COVID-19", &["kinh", "tế", "-", "xã", "hội", "covid-19"]);
        check("giai đoạn 2021 – 2025, 1,2", &["giai", "đoạn", "2021", "-", "2025", ",", "1,2"]);
        check("là 5..652. Hết 5.. 6", &["là", "5..652", ".", "hết", "5", ".", ".", "6"]);
        check("http://a.vn/x?ID=7 và", &["http://a.vn/x?id=7", "và"]);
    }
}
