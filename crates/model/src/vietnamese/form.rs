//! Forms: what a token or the head of a line looks like, as patterns that are data.
//!
//! A form proposes; what stands around decides, and that is for the rules. Words are never told by a form: reports
//! misspell them and recognition damages them, for which the lists of words have their tolerance.
//!
//! Patterns are looked for in a view of the text that has one byte for one character, so that a place in the view is a
//! place in the text, and so that they need none of the tables of Unicode:
//!
//! | character | byte |
//! |---|---|
//! | ASCII | itself |
//! | `Đ`, `ố` | the letter without its marks, in its case |
//! | a letter of another alphabet | `Z`, `z` |
//! | `–`, `—`, `…`, `“`, a bullet | its place in Windows-1252; the minus of the typesetters is a long dash |
//! | another space | a tab |
//! | anything else | [`OTHER`] |

use std::fmt::Debug;
use std::marker::PhantomData;

use regex::bytes::{Regex, RegexBuilder, RegexSet, RegexSetBuilder};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::fold;

/// What stands in a view for a character that no pattern asks for.
pub const OTHER: u8 = 0x1A;

/// The names of the forms of one table, of which there are 64 at most.
pub trait Name: Copy + Eq + DeserializeOwned {
    /// Its place among the names.
    fn place(self) -> u32;
}

/// A form and what it yields.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Form<N, Y> {
    /// Its name.
    pub name: N,
    /// What a text of this form is.
    pub yields: Y,
    /// The pattern; letters beyond ASCII in it are read as they are seen in a view.
    pattern: String,
    /// Whether the form decides, whatever stands around.
    #[serde(default)]
    alone: bool,
    /// Whether the form goes on behind its token, so that its end has to be found.
    #[serde(default)]
    open: bool,
    /// Texts of this form.
    pub like: Vec<String>,
    /// Texts of another form that could be taken for it.
    pub unlike: Vec<String>,
}

/// The forms that a text has as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found<N>(u64, PhantomData<N>);

impl<N: Name> Found<N> {
    /// Whether the text has this form.
    pub fn has(self, form: N) -> bool {
        self.0 & bit(form) != 0
    }
}

fn bit<N: Name>(form: N) -> u64 {
    1_u64.checked_shl(form.place()).unwrap_or_default()
}

/// A table of forms, compiled to two programs: one tells all forms of a whole text, one finds where an open form ends.
#[derive(Debug)]
pub struct Forms<N, Y> {
    table: Vec<Form<N, Y>>,
    whole: RegexSet,
    /// The bit of each pattern of `whole`.
    bits: Vec<u64>,
    open: Option<Regex>,
    /// The bits of the forms that decide alone.
    alone: u64,
}

/// The data file of a table.
#[derive(Deserialize)]
struct Table<N, Y> {
    form: Vec<Form<N, Y>>,
}

impl<N: Name, Y: Copy + DeserializeOwned> Forms<N, Y> {
    /// The forms of a data file; none where it is malformed, which a test of each file excludes.
    pub fn read(json: &str) -> Self {
        let table = serde_json::from_str::<Table<N, Y>>(json).map_or_else(|_| Vec::new(), |table| table.form);
        let closed = || table.iter().filter(|form| !form.open);
        let bits = closed().map(|form| bit(form.name)).collect();
        let whole: Vec<String> = closed().map(|form| format!(r"\A(?:{})\z", seen(&form.pattern))).collect();
        let whole = RegexSetBuilder::new(whole).unicode(false).dot_matches_new_line(true).build();
        let open: Vec<String> = table.iter().enumerate().filter_map(open_group).collect();
        let pattern = format!(r"\A(?:{})", open.join("|"));
        let open = if open.is_empty() { None } else { RegexBuilder::new(&pattern).unicode(false).build().ok() };
        let alone = table.iter().filter(|form| form.alone).map(|form| bit(form.name)).fold(0, |all, bit| all | bit);
        Self { whole: whole.unwrap_or_else(|_| RegexSet::empty()), bits, open, alone, table }
    }

    /// The forms that a view has as a whole; open forms are not among them.
    pub fn of(&self, view: &[u8]) -> Found<N> {
        Found(self.whole.matches(view).iter().fold(0, |found, at| found | self.bits[at]), PhantomData)
    }

    /// What the first of the forms yields that a text was found to have, in the order of the table.
    pub fn first(&self, found: Found<N>) -> Option<Y> {
        self.among(found.0)
    }

    /// What the first form yields that decides alone.
    pub fn alone(&self, found: Found<N>) -> Option<Y> {
        if found.0 & self.alone == 0 { None } else { self.among(found.0 & self.alone) }
    }

    fn among(&self, bits: u64) -> Option<Y> {
        self.table.iter().find(|form| bits & bit(form.name) != 0).map(|form| form.yields)
    }

    /// The open form that a view begins with, and where it ends.
    pub fn reach(&self, view: &[u8]) -> Option<(N, usize)> {
        let open = self.open.as_ref()?;
        // Most texts begin with none, which is told without groups.
        let end = open.find(view)?.end();
        let groups = open.captures(view)?;
        let found = |(at, _): &(usize, &Form<N, Y>)| groups.name(&group(*at)).is_some();
        self.table.iter().enumerate().find(found).map(|(_, form)| (form.name, end))
    }
}

fn open_group<N, Y>((at, form): (usize, &Form<N, Y>)) -> Option<String> {
    form.open.then(|| format!("(?<{}>{})", group(at), seen(&form.pattern)))
}

/// The name of the group that holds an open form, by the form's place in the table.
fn group(at: usize) -> String {
    format!("form{at}")
}

/// A pattern as it stands for views.
fn seen(pattern: &str) -> String {
    let seen = |c: char| if c.is_ascii() { c.to_string() } else { format!(r"\x{:02X}", byte(c)) };
    pattern.chars().map(seen).collect()
}

/// The view of a text.
pub fn view(chars: &[char]) -> Vec<u8> {
    chars.iter().map(|&c| byte(c)).collect()
}

/// What stands in a view for a character.
#[inline]
pub fn byte(c: char) -> u8 {
    let ascii = |c: char| u8::try_from(c).ok().filter(u8::is_ascii);
    ascii(c).or_else(|| fold::latin_bare(c).and_then(ascii)).unwrap_or_else(|| mark(c))
}

fn mark(c: char) -> u8 {
    match c {
        '–' => 0x96,
        '—' | '−' => 0x97,
        '…' => 0x85,
        '‘' => 0x91,
        '’' => 0x92,
        '“' => 0x93,
        '”' => 0x94,
        // Private letters are what bullets of symbol fonts turn into.
        '•' | '●' | '○' | '◦' | '▪' | '■' | '□' | '❖' | '➢' | '✓' | '·' | '\u{E000}'..='\u{F8FF}' => {
            0x95
        }
        _ if c.is_whitespace() => b'\t',
        _ if c.is_uppercase() => b'Z',
        _ if c.is_alphabetic() => b'z',
        _ => OTHER,
    }
}

impl<N: Name + Debug, Y: Copy + DeserializeOwned> Forms<N, Y> {
    /// What a data file does not keep of its promises, in words: each name up to `last` has one form, each form has
    /// examples of both kinds, and they are what they should be. For the tests of those who own the file.
    pub fn faults(&self, last: N) -> Vec<String> {
        let mut names: Vec<u32> = self.table.iter().map(|form| form.name.place()).collect();
        names.sort_unstable();
        let every: Vec<u32> = (0..=last.place()).collect();
        let mut faults = Vec::new();
        if names != every {
            faults.push(format!("the names are {names:?} and should be {every:?}"));
        }
        for form in &self.table {
            if form.like.is_empty() || form.unlike.is_empty() {
                faults.push(format!("{:?} has no example of each kind", form.name));
            }
            let wrong = form.like.iter().filter(|text| !self.has(form, text));
            faults.extend(wrong.map(|text| format!("{:?} is not the form of {text:?}", form.name)));
            let wrong = form.unlike.iter().filter(|text| self.has(form, text));
            faults.extend(wrong.map(|text| format!("{:?} is the form of {text:?}", form.name)));
        }
        faults
    }

    /// Whether a text as a whole has a form.
    fn has(&self, form: &Form<N, Y>, text: &str) -> bool {
        let view = view(&text.chars().collect::<Vec<char>>());
        if form.open { self.reach(&view) == Some((form.name, view.len())) } else { self.of(&view).has(form.name) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_byte_for_one_character() {
        for (text, expected) in [
            ("Đề án 06", &b"De an 06"[..]),
            ("97/KH-UBND", b"97/KH-UBND"),
            ("– “a”… −", b"\x96 \x93a\x94\x85 \x97"),
            ("➢\u{F0B7}\u{A0}x", b"\x95\x95\tx"),
            ("Яя½", b"Zz\x1A"),
        ] {
            assert_eq!(view(&text.chars().collect::<Vec<char>>()), expected, "{text}");
        }
    }
}
