//! What `LibreOffice` makes of the files that the tests write: each is converted once, for all tests.

use std::sync::LazyLock;

use crate::made::{Made, made};
use crate::tools::converted;

/// Drafts and tables, with the files that `LibreOffice` saved them as.
pub struct Saved {
    /// Of six months, and of four of them.
    pub drafts: [Made; 2],
    /// For each format the Word files of the drafts.
    pub texts: [(&'static str, Vec<Vec<u8>>); 2],
    /// For each format the Excel files of the drafts.
    pub sheets: [(&'static str, Vec<Vec<u8>>); 2],
    /// The Word file of six months as it is printed.
    pub pdf: Vec<u8>,
}

/// The files; the first test that asks for them has them made.
pub fn saved() -> &'static Saved {
    static SAVED: LazyLock<Saved> = LazyLock::new(save);
    &SAVED
}

fn save() -> Saved {
    let drafts = [&[][..], &["03", "05"]].map(made);
    let docx = drafts.each_ref().map(|made| &made.docx[..]);
    let xlsx = drafts.each_ref().map(|made| &made.xlsx[..]);
    let texts = ["docx", "odt"].map(|format| (format, converted("docx", &docx, format)));
    let sheets = ["xlsx", "ods"].map(|format| (format, converted("xlsx", &xlsx, format)));
    let pdf = converted("docx", &docx[..1], "pdf").swap_remove(0);
    Saved { drafts, texts, sheets, pdf }
}
