//! Where the text of a group goes, told by the first word of the group (RTF 1.9.1, "Destinations").

use crate::flow::Within;

/// Where text goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Destination {
    /// The text that is open.
    Text,
    /// A text of its own: a note, a box or, where there is no more to say, a margin.
    Story(Option<Within>),
    /// The label of a list item.
    Label,
    /// The table of fonts.
    Fonts,
    /// The table of styles.
    Styles,
    /// The description of a row of a table within a table.
    NestedRow,
    /// A drawn thing, of which only the box of text is read.
    Shape,
    /// The same text in two forms.
    Alternatives,
    /// Nowhere.
    Skipped,
}

/// Destinations that are no part of the text. The words of properties within them have no meaning of their own.
const SKIPPED: [&str; 40] = [
    "aftncn",
    "aftnsep",
    "aftnsepc",
    "annotation",
    "atnauthor",
    "atnid",
    "atrfend",
    "atrfstart",
    "bkmkend",
    "bkmkstart",
    "colortbl",
    "datafield",
    "datastore",
    "do",
    "falt",
    "filetbl",
    "fldinst",
    "fontemb",
    "ftncn",
    "ftnsep",
    "ftnsepc",
    "generator",
    "info",
    "keycode",
    "listoverridetable",
    "listtable",
    "nonesttables",
    "nonshppict",
    "objdata",
    "panose",
    "pict",
    "pn",
    "pnseclvl",
    "revtbl",
    "rsidtbl",
    "rxe",
    "shprslt",
    "tc",
    "template",
    "xe",
];

/// The destination that a word names; `None` for every other word.
pub(super) fn destination(name: &str, now: Destination) -> Option<Destination> {
    match (now, name) {
        (Destination::Shape, "shptxt" | "dptxbxtext") => Some(Destination::Story(Some(Within::TextBox))),
        (Destination::Text, "footnote") => Some(Destination::Story(Some(Within::Note))),
        (
            Destination::Text,
            "header" | "headerl" | "headerr" | "headerf" | "footer" | "footerl" | "footerr" | "footerf",
        ) => Some(Destination::Story(None)),
        (Destination::Text, "listtext" | "pntext") => Some(Destination::Label),
        (Destination::Text, "fonttbl") => Some(Destination::Fonts),
        (Destination::Text, "stylesheet") => Some(Destination::Styles),
        (Destination::Text, "shp") => Some(Destination::Shape),
        (Destination::Text, "upr") => Some(Destination::Alternatives),
        (_, name) => SKIPPED.binary_search(&name).is_ok().then_some(Destination::Skipped),
    }
}

/// The destination that a word names behind the mark of those that may be unknown.
pub(super) fn starred(name: &str, now: Destination) -> Destination {
    match (now, name) {
        (Destination::Text, "nesttableprops") => Destination::NestedRow,
        (Destination::Text, "do" | "shpgrp") | (Destination::Shape, "shpinst") => Destination::Shape,
        // The second form of a text, which is skipped by default.
        (Destination::Skipped, "ud") => Destination::Text,
        (Destination::Skipped, _) => Destination::Skipped,
        _ => destination(name, now).unwrap_or(Destination::Skipped),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted() {
        assert!(SKIPPED.is_sorted());
    }
}
