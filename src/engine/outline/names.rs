//! Names of agencies, provinces and persons, told by their words and capitals.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::engine::numeral::line::{Line, TokenKind};
use crate::engine::vietnamese::fold;
use crate::engine::vietnamese::lexicon::LEXICON;

/// How many paragraphs a letterhead takes.
const LETTERHEAD: usize = 6;

/// The name of the agency that reports, such as "Sở Thông tin và Truyền thông", and of its province.
///
/// A report names its own agency often: of all names that begin like an agency's, the most frequent one counts,
/// the letterhead and the sentences that report ("Sở … báo cáo") before the others. The province is the one that
/// is named most often behind "tỉnh" or "thành phố".
pub fn agency_and_province(lines: &[Line<'_>]) -> (Option<String>, Option<String>) {
    let province = province(lines);
    let bare_province = province.as_deref().map(|name| fold::bare(&fold::fold_str(name)));
    let mut votes: BTreeMap<String, (usize, usize, String)> = BTreeMap::new();
    for (index, line) in lines.iter().enumerate() {
        for at in 0..line.tokens.len() {
            let Some(range) = agency_at(line, at) else { continue };
            let name = without_province(&line.text(range.clone()), bare_province.as_deref());
            let weight = weight(lines, index, &range);
            let vote = votes.entry(fold::bare(&fold::fold_str(&name))).or_insert((0, index, String::new()));
            vote.0 += weight;
            if vote.2.is_empty() || is_shouted(&vote.2) {
                vote.2 = name;
            }
        }
    }
    let best = votes.into_values().max_by_key(|(weight, first, _)| (*weight, usize::MAX - first));
    let agency = best
        .filter(|(weight, ..)| *weight > 0)
        .map(|(_, _, name)| known(&name, &LEXICON.known_agency).unwrap_or_else(|| sentence_case(&name)));
    (agency, province)
}

/// A person's name at the end of a line or before a bracket: a family name and one to four more words, all capitalised.
pub fn person(line: &Line<'_>) -> Option<String> {
    let chars = line.paragraph.text.chars();
    let capital = |token: &usize| {
        let word = &line.tokens[*token];
        let small = word.at.len() > 1 && !chars[word.at.start + 1].is_uppercase();
        word.kind == TokenKind::Word && chars[word.at.start].is_uppercase() && small
    };
    let surname = |token: &usize| {
        let word = &line.tokens[*token];
        LEXICON.surname.0.iter().any(|name| name[0] == word.text || (line.poor && fold::bare(&name[0]) == word.bare))
    };
    let ends = |end: usize| line.tokens.get(end).is_none_or(|next| next.is_mark('('));
    (0..line.tokens.len()).filter(surname).find_map(|start| {
        let words = (start..line.tokens.len()).take_while(capital).count();
        ((2..=5).contains(&words) && ends(start + words)).then(|| line.text(start..start + words))
    })
}

/// What a mention counts: in a sentence that reports most, then in the letterhead, where the authority above stands too.
fn weight(lines: &[Line<'_>], index: usize, range: &Range<usize>) -> usize {
    let line = &lines[index];
    let reports =
        (range.end..line.tokens.len()).take(8).any(|at| line.is_word(at, "báo") && line.is_word(at + 1, "cáo"));
    match () {
        () if reports => 20,
        () if index < LETTERHEAD && line.any_at(range.start, &LEXICON.parent_agency) => 5,
        () if index < LETTERHEAD => 10,
        () => usize::from(line.any_at(range.start, &LEXICON.department)),
    }
}

/// `Sở` and the capitalised words behind it; "và", "," and "-" may join them.
fn agency_at(line: &Line<'_>, at: usize) -> Option<Range<usize>> {
    let chars = line.paragraph.text.chars();
    let capital = |token: usize| {
        line.tokens.get(token).is_some_and(|word| word.kind == TokenKind::Word && chars[word.at.start].is_uppercase())
    };
    // "Ủy ban" is no "Ban".
    if !capital(at) || at > 0 && line.is_word(at - 1, "ủy") {
        return None;
    }
    let phrase =
        LEXICON.agency.0.iter().filter(|phrase| line.has_at(at, phrase)).max_by_key(|phrase| phrase.len())?;
    let body = at + phrase.len();
    let shouted = is_shouted(&line.text(at..body + 1));
    let mut end = body;
    let mut last = body;
    while end < line.tokens.len() && end - at < 14 {
        let joins = line.tokens[end].text == "và"
            || line.tokens[end].bare == "va"
            || line.tokens[end].is_mark(',')
            || line.tokens[end].is_mark('-');
        if line.any_at(end, &LEXICON.motto) || shouted && !is_shouted(&line.text(end..end + 1)) {
            break;
        }
        let small = line.tokens[end].kind == TokenKind::Word
            && last == end
            && !capital(end)
            && end > body
            && is_lower_second(line, end);
        if capital(end) || small {
            end += 1;
            last = end;
        } else if joins && capital(end + 1) && end > body {
            end += 1;
        } else {
            break;
        }
    }
    (last > body).then_some(at..last)
}

/// The second syllable of a word is written small: "Thông tin", "Truyền thông"; words of grammar are not.
fn is_lower_second(line: &Line<'_>, token: usize) -> bool {
    let chars = line.paragraph.text.chars();
    let before = &line.tokens[token - 1];
    let capital = chars[before.at.start].is_uppercase() && before.kind == TokenKind::Word;
    let text = line.tokens[token].text.as_str();
    capital
        && !LEXICON.name_end.iter().any(|word| word == text)
        && !(line.poor && LEXICON.name_end.iter().any(|word| fold::bare(word) == line.tokens[token].bare))
}

fn province(lines: &[Line<'_>]) -> Option<String> {
    let mut votes: BTreeMap<String, (usize, String)> = BTreeMap::new();
    for line in lines {
        for at in 1..line.tokens.len() {
            let before = &line.tokens[at - 1];
            if before.text != "tỉnh" && !(line.poor && before.bare == "tinh") {
                continue;
            }
            let Some(name) = place_name(line, at) else { continue };
            let vote = votes.entry(fold::bare(&fold::fold_str(&name))).or_insert((0, name.clone()));
            vote.0 += 1;
            if is_shouted(&vote.1) {
                vote.1 = name;
            }
        }
    }
    let best = votes.into_values().max_by_key(|(count, _)| *count);
    best.map(|(_, name)| {
        known(&name, &LEXICON.province).unwrap_or_else(|| if is_shouted(&name) { title_case(&name) } else { name })
    })
}

/// Two capitalised words; three and four only where a hyphen joins them ("Bà Rịa - Vũng Tàu").
fn place_name(line: &Line<'_>, at: usize) -> Option<String> {
    let chars = line.paragraph.text.chars();
    let capital = |token: usize| {
        line.tokens.get(token).is_some_and(|word| word.kind == TokenKind::Word && chars[word.at.start].is_uppercase())
    };
    if !capital(at) || !capital(at + 1) {
        return None;
    }
    let hyphen = line.tokens.get(at + 2).is_some_and(|mark| mark.is_mark('-')) && capital(at + 3) && capital(at + 4);
    Some(line.text(at..if hyphen { at + 5 } else { at + 2 }))
}

/// The known name that a name is, or begins with, when marks and case are left aside.
fn known(name: &str, list: &[String]) -> Option<String> {
    let bare = |name: &str| {
        fold::bare(&fold::fold_str(name)).replace([',', '-'], " ").split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let wanted = bare(name);
    let begins = |full: &&String| {
        let full = bare(full);
        wanted == full || wanted.strip_prefix(&full).is_some_and(|rest| rest.starts_with(' '))
    };
    list.iter().filter(begins).max_by_key(|full| full.len()).cloned()
}

fn without_province(name: &str, bare_province: Option<&str>) -> String {
    let folded = fold::bare(&fold::fold_str(name));
    let tail = bare_province.and_then(|province| folded.strip_suffix(province)).map(str::trim_end);
    let tail = tail.map(|head| head.strip_suffix(" tinh").unwrap_or(head));
    match tail {
        Some(head) if !head.is_empty() => name.chars().take(head.chars().count()).collect(),
        _ => name.to_owned(),
    }
}

fn is_shouted(name: &str) -> bool {
    !name.chars().any(char::is_lowercase)
}

/// "SỞ THÔNG TIN VÀ TRUYỀN THÔNG" in the case of running text, as far as that can be told from capitals alone.
fn sentence_case(name: &str) -> String {
    if !is_shouted(name) {
        return name.to_owned();
    }
    let lower = name.to_lowercase();
    let mut words = lower.split(' ').map(str::to_owned).collect::<Vec<_>>();
    for index in [0, 1] {
        if let Some(word) = words.get_mut(index) {
            *word = title_case(word);
        }
    }
    words.join(" ")
}

fn title_case(name: &str) -> String {
    let word = |word: &str| {
        let mut chars = word.chars();
        chars.next().map_or_else(String::new, |first| {
            first.to_uppercase().chain(chars.flat_map(char::to_lowercase)).collect()
        })
    };
    name.split(' ').map(word).collect::<Vec<String>>().join(" ")
}
