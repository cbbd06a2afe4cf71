//! Interface texts, from plain data files: what the page says, in one place.

/// Vietnamese, the language of the page. The constants are made from `src/lang/vi.toml` while building.
pub mod vi {
    include!(concat!(env!("OUT_DIR"), "/vi.rs"));
}
