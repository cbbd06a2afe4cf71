//! Which attributes of a format are looked at, and where its text stands.

/// What of a format's parts is kept.
pub(crate) struct Vocabulary {
    /// The attributes that are kept, named without their prefix: the others are looks and marks of editing
    /// sessions, and most of a part's bulk.
    attributes: &'static [&'static str],
    /// Where text is content.
    pub text: TextIn,
    /// Whether text may stand outside of all elements.
    pub loose: bool,
}

impl Vocabulary {
    /// The name of an attribute where it is kept.
    pub fn attribute(&self, name: &str) -> Option<&'static str> {
        self.attributes.iter().find(|known| **known == name).copied()
    }
}

/// Where text is content.
#[derive(Clone, Copy)]
pub enum TextIn {
    /// Directly within elements of these names, and nowhere else; it is kept with them.
    Elements(&'static [&'static str]),
    /// Between elements: it is kept as elements without a name, in its place.
    Between,
}

/// Word since 2007.
pub(crate) const WORD: Vocabulary = Vocabulary {
    attributes: &[
        "val",
        "type",
        "id",
        "ilvl",
        "numId",
        "abstractNumId",
        "styleId",
        "default",
        "fldCharType",
        "space",
        "char",
        "font",
        "ascii",
        "hAnsi",
        "Id",
        "Type",
        "Target",
    ],
    text: TextIn::Elements(&["t"]),
    loose: false,
};

/// `OpenDocument`.
pub(crate) const OPEN_DOCUMENT: Vocabulary = Vocabulary {
    attributes: &[
        "name",
        "family",
        "style-name",
        "parent-style-name",
        "list-style-name",
        "default-outline-level",
        "outline-level",
        "is-list-header",
        "level",
        "num-format",
        "num-list-format",
        "num-prefix",
        "num-suffix",
        "num-letter-sync",
        "display-levels",
        "start-value",
        "restart-numbering",
        "bullet-char",
        "id",
        "continue-list",
        "continue-numbering",
        "number-columns-repeated",
        "number-columns-spanned",
        "number-rows-repeated",
        "number-rows-spanned",
        "visibility",
        "display",
        "is-hidden",
        "font-weight",
        "value-type",
        "value",
        "date-value",
        "c",
    ],
    text: TextIn::Between,
    loose: false,
};

/// Web pages.
pub(crate) const HTML: Vocabulary = Vocabulary {
    attributes: &[
        "style", "hidden", "href", "title", "id", "face", "type", "start", "value", "reversed", "colspan", "rowspan",
    ],
    text: TextIn::Between,
    loose: true,
};

/// Excel since 2007.
pub(crate) const SHEET: Vocabulary = Vocabulary {
    attributes: &[
        "r",
        "s",
        "t",
        "ref",
        "hidden",
        "state",
        "name",
        "id",
        "numFmtId",
        "formatCode",
        "min",
        "max",
        "date1904",
        "Id",
        "Type",
        "Target",
    ],
    text: TextIn::Elements(&["v", "t"]),
    loose: false,
};
