//! What the official says of a file where the file itself leaves it open.

use tonghop_model::vietnamese::legacy::Encoding;

/// What is said of one file; the default says nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The password that opens the file; empty where none was given.
    pub password: String,
    /// How letters are to be read that neither a font nor the format tells.
    pub letters: Letters,
}

/// How letters are to be read that neither a font nor the format tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Letters {
    /// As their words show, where that is sure; else as they stand.
    #[default]
    Told,
    /// As they stand.
    Kept,
    /// In an encoding from before Unicode.
    In(Encoding),
}
