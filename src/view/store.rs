//! What the browser keeps for the page, all of it: texts in the local storage, which is of this machine alone.
//!
//! A browser may refuse it, by a setting of its user or of an office; then nothing is found and nothing kept, and the
//! page goes on. (`gloo-storage` would end it there.)

use leptos::prelude::window;
use web_sys::Storage;

/// What is kept, by the name under which it lies in the browser.
#[derive(Clone, Copy)]
pub enum Key {
    /// The decisions on figures and findings.
    Decisions,
    /// The drafts that were written over.
    Drafts,
    /// The outline of the user's own.
    Outline,
}

impl Key {
    fn name(self) -> &'static str {
        match self {
            Self::Decisions => "tonghop.decisions",
            Self::Drafts => "tonghop.drafts",
            Self::Outline => "tonghop-outline",
        }
    }
}

/// What was kept.
pub fn get(key: Key) -> Option<String> {
    storage()?.get_item(key.name()).ok()?
}

/// Keeps a text; the answer is whether the browser did.
pub fn set(key: Key, text: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(key.name(), text).is_ok())
}

/// Lets go of what was kept; where there is no storage, nothing was.
pub fn remove(key: Key) {
    let _ = storage().map(|storage| storage.remove_item(key.name()));
}

fn storage() -> Option<Storage> {
    window().local_storage().ok()?
}
