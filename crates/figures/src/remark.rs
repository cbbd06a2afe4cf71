//! What a reader noticed, as findings in the words of an official.

use tonghop_model::finding::Finding;
use tonghop_model::notice::Notice;

/// The findings on how a file was read.
pub fn findings(notices: &[Notice]) -> Vec<Finding> {
    notices.iter().map(finding).collect()
}

/// A notice as a finding.
pub fn finding(notice: &Notice) -> Finding {
    let finding = Finding::new(notice.code(), notice.severity(), message(notice), Vec::new());
    match hint(notice) {
        Some(hint) => finding.with_hint(hint),
        None => finding,
    }
}

/// One sentence: what was noticed.
fn message(notice: &Notice) -> String {
    match notice {
        Notice::OtherFormat { .. }
        | Notice::BrokenLetters { .. }
        | Notice::ConvertedByFont { .. }
        | Notice::ConvertedByWords { .. }
        | Notice::Suspected { .. }
        | Notice::ConvertedAsChosen { .. }
        | Notice::KeptAsChosen => on_letters(notice),
        Notice::DamagedPages { .. }
        | Notice::NoText { .. }
        | Notice::Recognised { .. }
        | Notice::OtherDirection { .. } => on_pages(notice),
        _ => on_parts(notice),
    }
}
