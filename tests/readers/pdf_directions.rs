//! Text that is written in another direction than the page is seen, one file of invented content a trap.

use expect_test::expect;
use tonghop_model::finding::Severity;
use tonghop_model::layout::Area;
use tonghop_model::notice::Notice;
use tonghop_model::span::Span;

use super::pdf_file::{Item, Pdf, text};
use super::support::{read, show};

/// A line that is written upwards from a place.
const UPWARDS: Item = Item::Raw("BT /F0 12 Tf 0 1 -1 0 560 200 Tm (CONG VAN DEN 315) Tj ET");

#[test]
fn a_stamp_on_the_edge_is_quoted_and_not_read() {
    let document = read(&Pdf::default().page(&[text(100, 700, "Giải quyết 1.204 hồ sơ."), UPWARDS], "").bytes());
    expect![[r#"
        Body: Giải quyết 1.204 hồ sơ.
        notice other-direction
        notice other-format
    "#]]
    .assert_eq(&show(&document));
    let aside = Notice::OtherDirection { texts: vec![(1, "CONG VAN DEN 315".to_owned())] };
    assert_eq!((&document.notices[0], aside.severity()), (&aside, Severity::Warning));
}

#[test]
fn a_sheet_that_was_laid_on_its_side_is_read_and_marked_where_it_is_seen() {
    let lines = [
        Item::Raw("BT /F0 12 Tf 0 1 -1 0 200 100 Tm (Dong mot co 1.204 viec) Tj ET"),
        Item::Raw("BT /F0 12 Tf 0 1 -1 0 240 100 Tm (Dong hai.) Tj ET"),
    ];
    let document = read(&Pdf::default().page(&lines, "").bytes());
    expect![[r#"
        Body: Dong mot co 1.204 viec
        Body: Dong hai.
        notice other-format
    "#]]
    .assert_eq(&show(&document));
    let layout = document.layout.unwrap();
    assert_eq!(layout.pages, [(60_000, 80_000)]);
    // The figure stands upright on the page: higher than wide, left of the line behind it.
    let at = document.text.find("1.204").unwrap();
    let (_, Area { left, top, right, bottom }) = layout.places(Span::new(at, at + 5))[0];
    assert!(bottom - top > right - left, "{left} {top} {right} {bottom}");
    assert!(left < 20_000 && right <= 20_500 && top > 50_000 && bottom < 70_000, "{left} {top} {right} {bottom}");
}
