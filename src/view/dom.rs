//! The few things that the page does to the document by hand, mostly with the focus.

use leptos::prelude::{document, request_animation_frame};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};

/// The element that has the focus; `None` where it is the page itself.
pub fn focused() -> Option<HtmlElement> {
    let element: HtmlElement = document().active_element()?.dyn_into().ok()?;
    (element.tag_name() != "BODY").then_some(element)
}

/// Whether an element stands within another, or is it.
pub fn within(element: &Element, selector: &str) -> bool {
    element.closest(selector).is_ok_and(|found| found.is_some())
}

/// Gives the focus to an element; one that left the page takes none.
pub fn focus(element: &HtmlElement) {
    // `focus` fails for no element that stands in a page.
    let _ = element.focus();
}

/// Gives the focus to the element of an id, as soon as it is drawn.
pub fn focus_later(id: &'static str) {
    request_animation_frame(move || {
        if let Some(element) = by_id(id) {
            focus(&element);
        }
    });
}

/// Gives the focus to the first element that a selector names, as soon as it is drawn.
pub fn reveal_later(selector: &str) {
    let selector = selector.to_owned();
    request_animation_frame(move || {
        let found = document().query_selector(&selector).ok().flatten();
        if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            focus(&element);
        }
    });
}

/// Gives the focus to the middle of the page where the element that had it is drawn no more.
pub fn catch_focus() {
    request_animation_frame(|| {
        if focused().is_none() {
            by_id("work").iter().for_each(focus);
        }
    });
}

/// The element of an id.
pub fn by_id(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// The nearest element around an event's target that a selector names.
pub fn around(event: &Event, selector: &str) -> Option<HtmlElement> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest(selector).ok()??.dyn_into().ok()
}

/// A whole number of an element's attribute.
pub fn number(element: &Element, attribute: &str) -> Option<usize> {
    element.get_attribute(attribute)?.parse().ok()
}

/// The first element within another that a selector names.
pub fn first(root: &Element, selector: &str) -> Option<HtmlElement> {
    root.query_selector(selector).ok()??.dyn_into().ok()
}
