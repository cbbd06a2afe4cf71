//! What there is to say of how the pages were read: scans, recognised text, damage.

use super::page::PageText;
use crate::error::ReadError;
use tonghop_model::notice::Notice;

/// Notes taken while pages are read; pages are kept by their number, from 1.
#[derive(Debug, Default)]
pub(super) struct Notes {
    pages: usize,
    /// How many pages have letters.
    written: usize,
    /// Pages without any letter.
    blank: Vec<usize>,
    /// Pages whose letters lie unseen under a picture.
    recognised: Vec<usize>,
    /// Pages with text in another direction, which is not read, and that text, so that nothing of it is lost.
    aside: Vec<(usize, String)>,
    /// Pages of which a part could not be read.
    damaged: Vec<usize>,
}

impl Notes {
    /// Takes notes of a page, from 0.
    pub fn add(&mut self, index: usize, page: &PageText) {
        self.pages += 1;
        let seen = |c: char| !c.is_whitespace();
        let count = |hidden: bool| {
            let runs = page.runs.iter().filter(|run| run.invisible == hidden);
            runs.flat_map(|run| &run.letters).filter(|letter| seen(letter.c)).count()
        };
        let (painted, hidden) = (count(false), count(true));
        self.written += usize::from(painted + hidden > 0);
        if page.damaged {
            self.damaged.push(index + 1);
        } else if painted + hidden == 0 {
            self.blank.push(index + 1);
        }
        if !page.aside.is_empty() {
            self.aside.push((index + 1, page.aside.clone()));
        }
        if hidden > painted {
            self.recognised.push(index + 1);
        }
    }

    /// Refuses a file that has no text on any page.
    ///
    /// # Errors
    /// Where that is so: the file is a scan, or it is damaged.
    pub fn refuse_scan(&self) -> Result<(), ReadError> {
        match self.written {
            0 if self.pages == 0 || !self.damaged.is_empty() => Err(ReadError::Damaged),
            0 => Err(ReadError::Scan { pages: self.pages }),
            _ => Ok(()),
        }
    }

    /// What there is to say of the pages.
    pub fn notices(self) -> impl Iterator<Item = Notice> {
        let some = |pages: &[usize]| !pages.is_empty();
        let no_text = some(&self.blank).then_some(Notice::NoText { pages: self.blank, of: self.pages });
        let recognised = some(&self.recognised).then_some(Notice::Recognised { pages: self.recognised });
        let damaged = some(&self.damaged).then_some(Notice::DamagedPages { pages: self.damaged });
        let aside = (!self.aside.is_empty()).then_some(Notice::OtherDirection { texts: self.aside });
        [no_text, recognised, damaged, aside].into_iter().flatten()
    }
}
