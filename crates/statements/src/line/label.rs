//! What the label of a section or list item says.

use tonghop_model::roman;

/// The label at the start of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// As it is printed, without its dot or bracket and without spaces.
    pub number: String,
    /// What it is.
    pub kind: Kind,
    /// How many tokens it takes.
    pub tokens: usize,
}

/// What a label is, the outermost first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// `Phụ lục I`.
    Annex,
    /// `Biểu mẫu 1`.
    Form,
    /// `Phần I`.
    Part,
    /// `A.`
    Capital,
    /// `I.`
    Roman,
    /// `Điều 1.`
    Article,
    /// `1.`
    Arabic,
    /// `1.1`, with how many numbers it has.
    Decimal(u8),
    /// `a)`
    Letter,
    /// `(1)`: an item, never a heading.
    Item,
    /// `-`: an item, never a heading but for the star.
    Bullet,
}

/// The place in a row that a label of one number names: 3 for `3.`, `III` and `c)`.
pub fn ordinal(label: &Label) -> Option<u32> {
    match label.kind {
        Kind::Arabic => label.number.parse().ok(),
        Kind::Roman => roman::value(&label.number),
        Kind::Capital | Kind::Letter => {
            let letter = label.number.chars().next()?.to_lowercase().next()?;
            "abcdđeghiklmn".chars().position(|c| c == letter).and_then(|at| u32::try_from(at + 1).ok())
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::Kind::{Arabic, Capital, Letter, Roman};
    use super::*;

    #[test]
    fn labels_count() {
        for (number, kind, value) in
            [("IV", Roman, 4), ("XII", Roman, 12), ("7", Arabic, 7), ("đ", Letter, 5), ("B", Capital, 2)]
        {
            let label = Label { number: number.to_owned(), kind, tokens: 2 };
            assert_eq!(ordinal(&label), Some(value), "{number}");
        }
    }
}
