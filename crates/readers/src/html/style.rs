//! The looks that decide what is read: hidden, bold, symbols, lists.

use crate::xml::Element;

/// The declarations of an element's own style.
#[derive(Clone, Copy)]
pub(super) struct Style<'t>(&'t str);

impl<'t> Style<'t> {
    pub fn of(element: Element<'t>) -> Self {
        Self(element.attribute("style").unwrap_or(""))
    }

    /// The last value that is declared for a property.
    fn value(self, property: &str) -> Option<&'t str> {
        let declaration = |declaration: &'t str| {
            let (name, value) = declaration.split_once(':')?;
            name.trim().eq_ignore_ascii_case(property).then(|| value.trim())
        };
        self.0.split(';').filter_map(declaration).next_back()
    }

    fn is(self, property: &str, wanted: &str) -> bool {
        let value =
            |value: &str| value.split('!').next().is_some_and(|value| value.trim().eq_ignore_ascii_case(wanted));
        self.value(property).is_some_and(value)
    }

    /// Whether what has the style is not shown.
    pub fn hides(self) -> bool {
        self.is("display", "none") || self.is("visibility", "hidden") || self.is("mso-hide", "all")
    }

    /// Whether text is bold; `None` where the style does not say.
    pub fn bold(self) -> Option<bool> {
        let weight = self.value("font-weight")?;
        let heavy = weight.parse().is_ok_and(|weight: u32| weight > 500);
        Some(heavy || weight.to_ascii_lowercase().starts_with("bold"))
    }

    /// Whether spaces and line ends stand as they are written.
    pub fn keeps_lines(self) -> bool {
        self.value("white-space").is_some_and(|value| value.starts_with("pre"))
    }

    /// How deep the item of a list of Word stands, 0 outermost; `None` where it is none.
    pub fn word_list(self) -> Option<usize> {
        let level = self.value("mso-list")?.split_whitespace().find_map(|word| word.strip_prefix("level"))?;
        level.parse().ok().map(|level: usize| level.saturating_sub(1))
    }

    /// Whether the text is the label of an item of a list of Word.
    pub fn is_word_label(self) -> bool {
        self.is("mso-list", "ignore")
    }

    /// The name of the first font.
    pub fn font(self) -> Option<&'t str> {
        let name = self.value("font-family")?.split(',').next()?;
        Some(name.trim().trim_matches(['"', '\'']))
    }

    /// Whether letters of the font are pictures.
    pub fn is_symbol_font(self) -> bool {
        let font = self.value("font-family").or_else(|| self.value("font")).unwrap_or("").to_ascii_lowercase();
        font.contains("symbol") || font.contains("wingdings")
    }

    /// How the items of a list are numbered.
    pub fn list_type(self) -> Option<&'t str> {
        self.value("list-style-type").or_else(|| self.value("list-style"))
    }

    /// What of a document of Word the element is.
    pub fn word_element(self) -> Option<&'t str> {
        self.value("mso-element")
    }
}
