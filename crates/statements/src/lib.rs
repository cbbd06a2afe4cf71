//! Documents to lines that are annotated once, to sections, to a class for every numeral, to statements with figures.
//!
//! The rooms in the order of the way: [`authority`] and `vocabulary` (what is known), [`line`], [`outline`], [`numeral`],
//! [`cells`], [`figure`], [`relation`], [`statement`].

pub mod authority;
pub mod cells;
pub mod figure;
pub mod joined;
pub mod line;
pub mod numeral;
pub mod outline;
pub mod relation;
pub mod statement;
mod vocabulary;
