//! The words that every room speaks: documents and the places in them, findings, periods, letters and how they are
//! compared. It depends on nothing but [`tonghop_numbers`].

pub mod document;
pub mod finding;
pub mod foreign;
pub mod format;
pub mod kind;
pub mod layout;
pub mod name_key;
pub mod notice;
pub mod percent;
pub mod quotes;
pub mod roman;
pub mod span;
pub mod vietnamese;
