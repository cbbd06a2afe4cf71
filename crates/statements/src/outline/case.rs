//! Names in capitals, written as in running text.

use crate::line::{Line, TokenKind};
use crate::vocabulary::WORDS;
use tonghop_model::vietnamese::fold;

/// Whether a name has no small letter.
pub(super) fn is_shouted(name: &str) -> bool {
    !name.chars().any(char::is_lowercase)
}

/// A name in capitals as the report writes it elsewhere, or as its words allow to tell.
///
/// `places` are names of places that it may end in.
pub(super) fn written(name: &str, lines: &[Line], places: &[&str]) -> String {
    if !is_shouted(name) {
        return name.to_owned();
    }
    elsewhere(name, lines).unwrap_or_else(|| with_place(sentence(name), places))
}

/// A name whose last words are those of a place, with that place as it is written.
fn with_place(name: String, places: &[&str]) -> String {
    let folded = fold::fold_str(&name);
    let ends =
        |place: &&&str| folded.ends_with(&fold::fold_str(place)) && folded.chars().count() == name.chars().count();
    let Some(place) = places.iter().find(ends) else { return name };
    let kept = name.chars().count() - place.chars().count();
    name.chars().take(kept).chain(place.chars()).collect()
}

/// The same words somewhere in the text with small letters.
fn elsewhere(name: &str, lines: &[Line]) -> Option<String> {
    let folded = fold::fold_str(name);
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let (first, _) = words.split_first()?;
    lines.iter().find_map(|line| {
        (0..line.tokens.len()).filter(|&at| line.tokens[at].text == *first).find_map(|start| {
            let end = same_words(line, start, &words)?;
            let text = line.text(start..end);
            let proper = text.starts_with(char::is_uppercase) && !is_shouted(&text);
            proper.then_some(text)
        })
    })
}

/// The token behind the words, where they stand at a token with nothing but commas and hyphens between them.
fn same_words(line: &Line, start: usize, words: &[&str]) -> Option<usize> {
    let mut at = start;
    for (index, word) in words.iter().enumerate() {
        while index > 0 && line.tokens.get(at).is_some_and(|token| token.is_mark(',') || token.is_mark('-')) {
            at += 1;
        }
        line.tokens.get(at).filter(|token| token.text == *word && !matches!(token.kind, TokenKind::Mark(_)))?;
        at += 1;
    }
    Some(at)
}

/// "ỦY BAN NHÂN DÂN XÃ AN LẠC" to "Ủy ban nhân dân xã An Lạc": the first word, the first one behind the kind of body,
/// and the name of a place are capitalised.
fn sentence(name: &str) -> String {
    let lower = name.to_lowercase();
    let words: Vec<&str> = lower.split(' ').collect();
    let folded: Vec<String> = words.iter().map(|word| fold::fold_str(word)).collect();
    let at = |phrase: &Vec<String>, from: usize| {
        folded.get(from..from + phrase.len()).is_some_and(|found| found == phrase)
    };
    let kind = WORDS.body.0.iter().filter(|phrase| at(phrase, 0)).map(Vec::len).max().unwrap_or(0);
    let mut place = false;
    let mut out = Vec::new();
    let mut index = 0;
    while index < words.len() {
        let committee = WORDS.committee.0.iter().filter(|phrase| at(phrase, index)).map(Vec::len).max();
        if let Some(length) = committee {
            out.push(title(words[index]));
            out.extend(words[index + 1..index + length].iter().map(|&word| word.to_owned()));
            (place, index) = (true, index + length);
            continue;
        }
        let kind_of_place = WORDS.place.0.iter().filter(|phrase| at(phrase, index)).map(Vec::len).max();
        if let Some(length) = kind_of_place.filter(|_| index >= kind) {
            out.extend(words[index..index + length].iter().map(|&word| word.to_owned()));
            (place, index) = (true, index + length);
            continue;
        }
        let capital = place || index == 0 || index == kind;
        out.push(if capital { title(words[index]) } else { words[index].to_owned() });
        index += 1;
    }
    out.join(" ")
}

/// Each word with a capital letter.
pub(super) fn title(name: &str) -> String {
    let word = |word: &str| {
        let mut chars = word.chars();
        chars.next().map_or_else(String::new, |first| {
            first.to_uppercase().chain(chars.flat_map(char::to_lowercase)).collect()
        })
    };
    name.split(' ').map(word).collect::<Vec<String>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::lines;
    use crate::line::tests::document;

    fn check(name: &str, text: &str, expected: &str) {
        let document = document(text);
        assert_eq!(written(name, &lines(&document), &["Tân Mẫu"]), expected);
    }

    #[test]
    fn names_get_the_case_of_running_text() {
        check("ỦY BAN NHÂN DÂN XÃ AN LẠC", "", "Ủy ban nhân dân xã An Lạc");
        check("UBND THÀNH PHỐ MỸ LỘC", "", "Ubnd thành phố Mỹ Lộc");
        check("SỞ MẪU", "", "Sở Mẫu");
        check("TRƯỜNG TIỂU HỌC HOA SEN", "tại Trường Tiểu học Hoa Sen có", "Trường Tiểu học Hoa Sen");
        check("BAN TUYÊN GIÁO TỈNH ỦY", "", "Ban Tuyên giáo Tỉnh ủy");
        check("CÔNG TY NƯỚC TÂN MẪU", "", "Công ty Nước Tân Mẫu");
        check("CÔNG AN TỈNH", "", "Công an tỉnh");
    }
}
