//! Tables to text that other programs take, one format a file.
//!
//! [`grid`] says what stands where, once for all formats. Figures are written in vi-VN form as text: a program
//! that is set to another language would read `30.704` as thirty and a bit.

pub mod csv;
pub mod docx;
pub mod findings;
pub mod grid;
pub mod html;
pub mod json;
mod markup;
mod package;
pub mod tsv;
pub mod xlsx;

#[cfg(test)]
mod testing;
