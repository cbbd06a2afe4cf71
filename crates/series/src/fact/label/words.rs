//! Words of a line as parts of a name: token indices in order, joined as they are printed.

use tonghop_model::vietnamese::letter::is_letter;
use tonghop_model::vietnamese::lexicon::{LEXICON, Phrases};
use tonghop_statements::line::{Line, TokenKind};

/// What is left of an outer name when it is cut has to have room for this many characters.
const STUB: usize = 20;

/// Tokens of one line, in order; those between them are left out.
pub type Words = Vec<usize>;

/// The words as they are printed; where tokens between them were left out one space stands.
pub fn render(line: &Line, words: &[usize]) -> String {
    let mut out = String::new();
    for (i, &at) in words.iter().enumerate() {
        let token = &line.tokens[at];
        let joined = i > 0 && words[i - 1] + 1 == at && line.tokens[at - 1].at.end == token.at.start;
        if i > 0 && !joined && !out.is_empty() {
            out.push(' ');
        }
        out.extend(&line.paragraph.text.chars()[token.at.clone()]);
    }
    if words.len() <= 2
        || out.chars().nth(1).is_some_and(char::is_lowercase) && out.chars().nth(2).is_some_and(char::is_lowercase)
    {
        return out;
    }
    let capitals = out.chars().filter(|c| c.is_uppercase()).count();
    let letters = out.chars().filter(|&c| is_letter(c)).count();
    if capitals * 10 > letters * 8 && words.len() > 2 { sentence_case(&out) } else { out }
}

/// The words with a small first letter, unless it begins an abbreviation or a name of several capitals.
pub fn render_small(line: &Line, words: &[usize]) -> String {
    small(&render(line, words))
}

/// A text with a small first letter, unless another capital follows in its first word.
pub fn small(text: &str) -> String {
    let mut chars = text.chars();
    let (Some(first), Some(second)) = (chars.next(), chars.clone().next()) else { return text.to_owned() };
    if second.is_uppercase() || second.is_ascii_digit() {
        return text.to_owned();
    }
    first.to_lowercase().chain(chars).collect()
}

/// A text of capitals with only its first letter large.
pub fn sentence_case(text: &str) -> String {
    let lower = text.to_lowercase();
    let mut chars = lower.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// Takes phrases of the lists off the front, as long as one stands there.
pub fn trim_front(line: &Line, words: &mut Words, lists: &[&Phrases]) {
    while let Some(&first) = words.first() {
        let taken = match line.tokens[first].kind {
            TokenKind::Mark(_) => 1,
            _ => lists.iter().map(|list| line.longest_at(first, list)).max().unwrap_or(0),
        };
        if taken == 0 || line.longest_at(first, &LEXICON.name_guard) > taken {
            return;
        }
        words.retain(|&at| at >= first + taken);
    }
}

/// Takes phrases of the lists off the end, as long as one stands there.
pub fn trim_back(line: &Line, words: &mut Words, lists: &[&Phrases]) {
    while let Some(&last) = words.last() {
        let taken = match line.tokens[last].kind {
            TokenKind::Mark(_) => 1,
            _ => lists.iter().map(|list| line.longest_before(last + 1, list)).max().unwrap_or(0),
        };
        // "giảm" is the end of "cắt giảm": a longer word stays whole.
        if taken == 0 || line.longest_before(last + 1, &LEXICON.verb).max(guarded_before(line, last + 1)) > taken {
            return;
        }
        words.retain(|&at| at + taken <= last);
    }
}

/// Takes the words for who or where of a whole report off the front, if the clause goes on with something else: "Sở
/// đã ban hành" loses its "Sở", "Sở Y tế" does not.
pub fn trim_places(line: &Line, words: &mut Words) {
    let Some(&first) = words.first() else { return };
    let taken = line.longest_at(first, &LEXICON.everywhere);
    let rest: Words = words.iter().copied().filter(|&at| at >= first + taken).collect();
    let goes_on = rest.first().is_none_or(|&at| {
        [&LEXICON.copula, &LEXICON.verb, &LEXICON.light_verb, &LEXICON.name_edge, &LEXICON.measure_noun]
            .iter()
            .any(|list| line.longest_at(at, list) > 0)
            || line.tokens[at].kind != TokenKind::Word
    });
    if taken > 0 && goes_on {
        *words = rest;
    }
}

/// How many tokens a word takes that ends before this token and only looks like a small one.
pub fn guarded_before(line: &Line, end: usize) -> usize {
    line.longest_before(end, &LEXICON.name_guard)
}

/// Whether nothing stands among the words but what leaves open what is meant, or the unit.
pub fn is_thin(line: &Line, words: &[usize], unit: &[usize]) -> bool {
    let mut at = 0;
    while at < words.len() {
        let word = words[at];
        let taken = line
            .longest_at(word, &LEXICON.thin)
            .max(usize::from(unit.contains(&word) || !matches!(line.tokens[word].kind, TokenKind::Word)));
        if taken == 0 {
            return false;
        }
        at += taken;
    }
    true
}

/// A name under another one, unless it says that one already; the outer one gives way where both together are too long.
pub fn under(outer: &str, inner: &str, longest: usize) -> String {
    if outer.is_empty() || inner.is_empty() {
        return if inner.is_empty() { outer.to_owned() } else { inner.to_owned() };
    }
    let (whole, within) = (outer.chars().count(), inner.chars().count());
    if whole <= within && inner.to_lowercase().contains(&outer.to_lowercase()) {
        return inner.to_owned();
    }
    let room = longest.saturating_sub(within + 3);
    let outer = cut(outer, room);
    // A stub of the outer name says less than nothing.
    if outer.is_empty() || whole > room && room < STUB { inner.to_owned() } else { format!("{outer} – {inner}") }
}

/// The beginning of a text that is not longer than this, cut before a small word that joins, or else between words.
pub fn cut(text: &str, longest: usize) -> String {
    if text.chars().count() <= longest {
        return text.to_owned();
    }
    let words: Vec<&str> = text.split(' ').collect();
    let length = |count: usize| words[..count].join(" ").chars().count();
    let fits = (0..words.len()).rev().find(|&count| length(count) <= longest).unwrap_or(0);
    let joint = |count: &usize| {
        let word = words[*count].to_lowercase();
        word == "–"
            || words[*count - 1].ends_with(',')
            || LEXICON.name_joint.0.iter().any(|phrase| *phrase == [word.as_str()])
    };
    let end = (fits / 2 + 1..=fits).rev().filter(|&count| count > 0).find(joint).unwrap_or(fits);
    words[..end].join(" ").trim_end_matches([',', ' ', '–', '-']).to_owned()
}
