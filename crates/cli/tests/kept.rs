//! A file of decisions with drafts, as the page saves it: the command line makes the same report of it.
#![allow(clippy::unwrap_used, clippy::panic)] // A test may stop at the first thing that is not as it should be.

use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;

use tonghop_edge::decisions::fingerprint;
use tonghop_readers::document;
use tonghop_samples::SAMPLES;
use tonghop_series::catalogue::Catalogue;

/// The text of the Word file that the command line makes of the samples with a file of decisions.
fn report(test: &str, drafts: &str, more: &[&str]) -> String {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(test);
    fs::create_dir_all(&folder).unwrap();
    let (file, to) = (folder.join("quyet-dinh.json"), folder.join("bao-cao.docx"));
    let content =
        format!(r#"{{"format": "tonghop-decisions", "version": 1, "decisions": [], "drafts": [{drafts}]}}"#);
    fs::write(&file, content).unwrap();
    let samples = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../samples");
    let mut args: Vec<OsString> = ["consolidate", "--period", "2022-H1", "--decisions"].map(OsString::from).into();
    args.extend([file.into(), "-o".into(), to.clone().into()]);
    args.extend(more.iter().map(OsString::from));
    args.extend(SAMPLES.iter().map(|sample| samples.join(sample.name).into()));
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let status = tonghop_cli::run_with(args, &mut out, &mut err).unwrap();
    assert_eq!(status, 0, "{}", String::from_utf8_lossy(&err));
    document("bao-cao.docx", &fs::read(to).unwrap()).unwrap().text
}

/// The fingerprint of the first sample.
fn print() -> String {
    let catalogue = Catalogue::shipped();
    let sample = &SAMPLES[0];
    fingerprint(&tonghop_figures::report::read(sample.name, sample.bytes, &catalogue).unwrap().document.text)
}

/// A draft in which a sentence and the number were written over, and the second section was switched off.
fn kept(report: &str, period: &str) -> String {
    format!(
        r#"{{"period": "{period}", "reports": ["{report}"], "without": [2], "edits": [
            {{"key": "number", "pieces": [{{"text": "Số: 57/BC-STTTT"}}]}},
            {{"key": "closing", "pieces": [{{"text": "Trên đây là báo cáo, với "}},
                {{"text": "1", "link": "ioffice.docs_sent"}}, {{"text": " văn bản đi./."}}]}}]}}"#
    )
}

#[test]
fn a_kept_draft_comes_back_with_its_figures_linked() {
    let text = report("kept", &kept(&print(), "2022-H1"), &[]);
    assert!(text.contains("Số: 57/BC-STTTT"), "{text}");
    assert!(text.contains("Trên đây là báo cáo, với 72.740 văn bản đi./."), "{text}");
    assert!(!text.contains("Lĩnh vực bưu chính, viễn thông"), "the section is switched off");
}

#[test]
fn another_outline_keeps_the_texts_and_all_its_sections() {
    let text = report("outline", &kept(&print(), "2022-H1"), &["--outline", "request"]);
    assert!(text.contains("với 72.740 văn bản đi./."), "{text}");
}

#[test]
fn the_draft_of_other_reports_or_another_period_is_not_taken() {
    for (test, draft) in [("other", kept("0000000000000000", "2022-H1")), ("period", kept(&print(), "2022-Q1"))] {
        let text = report(test, &draft, &[]);
        assert!(!text.contains("57/BC") && text.contains("Lĩnh vực bưu chính, viễn thông"), "{test}");
    }
}
