//! Labels of list items, computed as browsers show them.

use super::style::Style;
use crate::count::Writing;
use crate::flow::Label;
use crate::xml::Element;

/// The lists that are open, the outermost first.
#[derive(Debug, Default)]
pub(super) struct Lists<'t>(Vec<List<'t>>);

#[derive(Debug)]
struct List<'t> {
    /// How its items are numbered; `None` for bullets.
    numbered: Option<&'t str>,
    next: i64,
    step: i64,
}

impl<'t> Lists<'t> {
    /// Enters a list; it ends with [`Self::end`].
    pub fn begin(&mut self, list: Element<'t>) {
        let styled = Style::of(list).list_type();
        let bulleted = list.name() != "ol";
        let kind = styled.or(list.attribute("type")).unwrap_or(if bulleted { "disc" } else { "1" });
        let reversed = list.attribute("reversed").is_some();
        let items = || i64::try_from(list.children().filter(|child| child.name() == "li").count()).unwrap_or(1);
        let first = list.attribute("start").and_then(|start| start.trim().parse().ok());
        self.0.push(List {
            numbered: (!bulleted || !is_bullet(kind)).then_some(kind),
            next: first.unwrap_or_else(|| if reversed { items() } else { 1 }),
            step: if reversed { -1 } else { 1 },
        });
    }

    /// Leaves the innermost list.
    pub fn end(&mut self) {
        self.0.pop();
    }

    /// Counts an item of the innermost list and gives its label.
    pub fn next(&mut self, item: Element<'t>) -> Option<Label> {
        let level = self.0.len().checked_sub(1)?;
        let list = self.0.last_mut()?;
        let count = item.attribute("value").and_then(|value| value.trim().parse().ok()).unwrap_or(list.next);
        list.next = count.saturating_add(list.step);
        let kind = Style::of(item).list_type().or(item.attribute("type")).or(list.numbered).unwrap_or("disc");
        let text = if is_bullet(kind) { "•".to_owned() } else { number(count, kind)? };
        Some(Label { text: format!("{text} "), level })
    }
}

fn is_bullet(kind: &str) -> bool {
    ["disc", "circle", "square"].iter().any(|bullet| kind.eq_ignore_ascii_case(bullet))
}

/// A number with its point; `None` where the list shows none.
fn number(count: i64, kind: &str) -> Option<String> {
    let writing = match kind {
        "none" => return None,
        "I" | "upper-roman" => Writing::Roman,
        "i" | "lower-roman" => Writing::SmallRoman,
        "A" | "upper-alpha" | "upper-latin" => Writing::Letters,
        "a" | "lower-alpha" | "lower-latin" => Writing::SmallLetters,
        "decimal-leading-zero" => Writing::TwoFigures,
        _ => Writing::Figures,
    };
    // Only figures can be less than nothing.
    let number = match writing {
        Writing::Figures => count.to_string(),
        Writing::TwoFigures => format!("{count:02}"),
        _ => writing.of(u32::try_from(count).unwrap_or(0)),
    };
    Some(format!("{number}."))
}
