//! Which authority reports, and of which province: by the letterhead, by the symbol of the number, or by how often a
//! report without a letterhead names an authority.

use std::collections::BTreeMap;
use std::ops::Range;

use super::case::{self, is_shouted};
use super::letterhead::Letterhead;
use crate::authority;
use crate::line::{Line, TokenKind};
use crate::vocabulary::WORDS;
use tonghop_model::vietnamese::fold;

/// How many paragraphs a letterhead takes.
const LETTERHEAD: usize = 6;

/// The agency of a report.
pub(super) fn agency(lines: &[Line], head: &Letterhead, province: Option<&str>) -> Option<String> {
    let printed = head.names.last().filter(|name| name.split(' ').count() > 1);
    let named = printed.map(|name| proper(name, lines, province, head.place.as_deref()));
    let symbol = || head.number.as_ref().and_then(|(number, _)| authority::of_symbol(number)).map(str::to_owned);
    named.or_else(symbol).or_else(|| elected(lines, province))
}

/// The province of a report: that of the letterhead, of the place of issue, or the one that is named most often.
pub(super) fn province(lines: &[Line], head: &Letterhead) -> Option<String> {
    let printed = head.names.iter().rev().find_map(|name| of_name(name));
    let place = || head.place.as_deref().and_then(authority::province).map(str::to_owned);
    let first = head.names.first().map(|name| fold::fold_str(name));
    let words: Option<Vec<&str>> = first.as_deref().map(|name| name.split(' ').collect());
    let national = words.is_some_and(|words| {
        WORDS.national.0.iter().any(|phrase| words.get(..phrase.len()).is_some_and(|found| found == phrase))
            && !words.starts_with(&["bộ", "chỉ"])
    });
    match printed {
        Some(name) => Some(name),
        None if national => None,
        None => place().or_else(|| frequent(lines)),
    }
}

/// The province in the name of an authority: "UBND TỈNH AN LẠC", "ĐẢNG BỘ THÀNH PHỐ HÀ NỘI".
fn of_name(name: &str) -> Option<String> {
    let folded = fold::fold_str(name);
    let words: Vec<&str> = folded.split(' ').collect();
    let printed: Vec<&str> = name.split(' ').collect();
    let behind = |at: usize| printed.get(at..).map(|rest| rest.join(" ")).filter(|rest| !rest.is_empty());
    let city = words.windows(2).position(|pair| pair == ["thành", "phố"]).and_then(|at| behind(at + 2));
    if let Some(name) = city.as_deref().and_then(authority::province).filter(|name| authority::is_city(name)) {
        return Some(name.to_owned());
    }
    let at = words.iter().position(|&word| word == "tỉnh" || word == "tinh")? + 1;
    // "Tỉnh ủy An Lạc", "Tỉnh đoàn An Lạc".
    let at = at + usize::from(words.get(at).is_some_and(|word| ["ủy", "đoàn"].contains(word)));
    let name = behind(at)?;
    if let Some(known) = authority::province(&name) {
        return Some(known.to_owned());
    }
    let short: Vec<&str> = name.split(' ').take(2).collect();
    (short.len() == 2).then(|| if is_shouted(&name) { case::title(&short.join(" ")) } else { short.join(" ") })
}

/// The name as running text writes it. A department is named without its province, which is told apart.
fn proper(name: &str, lines: &[Line], province: Option<&str>, place: Option<&str>) -> String {
    if let Some(known) = authority::authority(name) {
        return known.to_owned();
    }
    let full = expanded(name);
    let places: Vec<&str> = province.into_iter().chain(place).collect();
    let written = case::written(&full, lines, &places);
    let department = WORDS.department.0.iter().any(|word| fold::fold_str(&written).starts_with(&word.join(" ")));
    let bare = province.map(|province| fold::bare(&fold::fold_str(province)));
    if department { without_province(&written, bare.as_deref()) } else { written }
}

/// "UBND XÃ AN LẠC" with its words in full.
fn expanded(name: &str) -> String {
    match name.split_once(' ') {
        Some((first, rest)) if first.eq_ignore_ascii_case("ubnd") => {
            format!("ỦY BAN NHÂN DÂN {}", rest.to_uppercase())
        }
        _ => name.to_owned(),
    }
}

/// The agency that a report without a letterhead names: of all names that begin like an agency's the most frequent
/// one, those in sentences that report ("Sở … báo cáo") before the others.
fn elected(lines: &[Line], province: Option<&str>) -> Option<String> {
    let bare_province = province.map(|name| fold::bare(&fold::fold_str(name)));
    let mut votes: BTreeMap<String, (usize, usize, String)> = BTreeMap::new();
    for (index, line) in lines.iter().enumerate() {
        for at in 0..line.tokens.len() {
            let Some(range) = agency_at(line, at) else { continue };
            let printed = line.text(range.clone());
            let department = line.any_at(at, &WORDS.department);
            let name = if department { without_province(&printed, bare_province.as_deref()) } else { printed };
            let weight = weight(line, index, &range);
            let vote = votes.entry(fold::bare(&fold::fold_str(&name))).or_insert((0, index, String::new()));
            vote.0 += weight;
            if vote.2.is_empty() || is_shouted(&vote.2) {
                vote.2 = name;
            }
        }
    }
    let best = votes.into_values().max_by_key(|(weight, first, _)| (*weight, usize::MAX - first));
    best.filter(|(weight, ..)| *weight > 0).map(|(_, _, name)| proper(&name, &[], province, None))
}

/// What a mention counts: in a sentence that reports most, then at the head, where the authority above stands too.
fn weight(line: &Line, index: usize, range: &Range<usize>) -> usize {
    let reports =
        (range.end..line.tokens.len()).take(8).any(|at| line.is_word(at, "báo") && line.is_word(at + 1, "cáo"));
    match () {
        () if reports => 20,
        () if index < LETTERHEAD && line.any_at(range.start, &WORDS.over) => 5,
        () if index < LETTERHEAD => 10,
        () => usize::from(line.any_at(range.start, &WORDS.department)),
    }
}

fn is_capital(line: &Line, token: usize) -> bool {
    let word = line.tokens.get(token).filter(|word| word.kind == TokenKind::Word);
    word.is_some() && line.is_capital(token)
}

/// `Sở` and the capitalised words behind it; "và", "," and "-" may join them.
fn agency_at(line: &Line, at: usize) -> Option<Range<usize>> {
    // "Ủy ban" is no "Ban".
    if !is_capital(line, at) || at > 0 && line.is_word(at - 1, "ủy") {
        return None;
    }
    let phrase = line.standing(at, &WORDS.agency).max_by_key(|phrase| phrase.len())?;
    let body = at + phrase.len();
    let shouted = is_shouted(&line.text(at..body + 1));
    let (mut end, mut last) = (body, body);
    while end < line.tokens.len() && end - at < 14 {
        let token = &line.tokens[end];
        let joins = token.text == "và" || token.bare == "va" || token.is_mark(',') || token.is_mark('-');
        if line.any_at(end, &WORDS.motto) || shouted && !is_shouted(&line.text(end..end + 1)) {
            break;
        }
        let small = token.kind == TokenKind::Word && last == end && !is_capital(line, end) && end > body;
        if is_capital(line, end) || small && is_lower_second(line, end) {
            end += 1;
            last = end;
        } else if joins && is_capital(line, end + 1) && end > body {
            end += 1;
        } else {
            break;
        }
    }
    (last > body).then_some(at..last)
}

/// The second syllable of a word is written small: "Thông tin", "Truyền thông"; words of grammar are not.
fn is_lower_second(line: &Line, token: usize) -> bool {
    let text = line.tokens[token].text.as_str();
    is_capital(line, token - 1)
        && !WORDS.name_end.iter().any(|word| word == text)
        && !(line.poor && WORDS.name_end.iter().any(|word| fold::is_bare(&line.tokens[token].bare, word)))
}

/// The province that is named most often behind "tỉnh"; of a city under the centre, behind "thành phố".
fn frequent(lines: &[Line]) -> Option<String> {
    let mut votes: BTreeMap<String, (usize, String)> = BTreeMap::new();
    for line in lines {
        for at in 1..line.tokens.len() {
            let before = &line.tokens[at - 1];
            if before.text != "tỉnh" && before.text != "phố" && !(line.poor && before.bare == "tinh") {
                continue;
            }
            let Some(name) = place_name(line, at) else { continue };
            if before.text == "phố" && !authority::is_city(&name) {
                continue;
            }
            let vote = votes.entry(fold::bare(&fold::fold_str(&name))).or_insert((0, name.clone()));
            vote.0 += 1;
            if is_shouted(&vote.1) {
                vote.1 = name;
            }
        }
    }
    let (_, name) = votes.into_values().max_by_key(|(count, _)| *count)?;
    let known = authority::province(&name).map(str::to_owned);
    Some(known.unwrap_or_else(|| if is_shouted(&name) { case::title(&name) } else { name }))
}

/// Two capitalised words; three and four only where a hyphen joins them ("Bà Rịa - Vũng Tàu").
fn place_name(line: &Line, at: usize) -> Option<String> {
    let capital = |token: usize| is_capital(line, token);
    if !capital(at) || !capital(at + 1) {
        return None;
    }
    let hyphen = line.tokens.get(at + 2).is_some_and(|mark| mark.is_mark('-')) && capital(at + 3) && capital(at + 4);
    Some(line.text(at..if hyphen { at + 5 } else { at + 2 }))
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
