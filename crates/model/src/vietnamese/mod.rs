//! The grammar of Vietnamese administrative writing: folding, numbers, periods, noise of recognition, words,
//! forms of tokens.

pub mod alike;
pub mod date;
pub mod fold;
pub mod form;
pub mod legacy;
pub mod letter;
pub mod lexicon;
pub mod noise;
pub mod period;
pub mod syllable;
