//! Numbers that stand for the words, phrases and ways of writing of a catalogue.

/// A word, a phrase or a way of writing of the catalogue.
pub type Id = u32;

/// The number of the one that stands behind so many others.
///
/// The catalogue is part of the program and far from four thousand million words.
pub(super) fn number(count: usize) -> Id {
    Id::try_from(count).unwrap_or(Id::MAX)
}
