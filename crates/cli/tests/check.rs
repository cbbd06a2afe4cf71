//! `tonghop check` as it is used in a terminal: what it lists, what it writes, what it answers, and decisions put into
//! effect.
#![allow(clippy::unwrap_used)] // A test may stop at what is not there.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use expect_test::{Expect, expect};
use tonghop_edge::decisions::fingerprint;
use tonghop_figures::report;
use tonghop_job::decisions::{self, Entry, Place};
use tonghop_series::catalogue::Catalogue;

/// A report whose parts do not make their total.
const REPORT: &str = "UBND TỈNH AN LẠC\n\nSỞ MẪU\n\nSố: 12/BC-SM\n\nBÁO CÁO\n\nKết quả công tác tháng 02 năm 2022\n\n\
    I. KẾT QUẢ\n\n- Ban hành 55 văn bản (gồm: 04 quyết định, 50 công văn).\n\n- Tiếp nhận 120 hồ sơ.\n";

/// A folder of a test's own, empty but for the report.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        let folder = Self(path);
        folder.write("thang-02.txt", REPORT);
        folder
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.0.join(name), text).unwrap();
    }

    fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.0.join(name)).unwrap()
    }

    /// The exit status, standard output and standard error of the program in this folder.
    fn run(&self, args: &[&str]) -> (Option<i32>, String, String) {
        let output = Command::new(env!("CARGO_BIN_EXE_tonghop")).args(args).current_dir(&self.0).output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        (output.status.code(), text(output.stdout), text(output.stderr))
    }

    /// Runs the program, holds it to its status and to nothing on standard error, and gives what it printed.
    fn prints(&self, args: &[&str], expected: &Expect) {
        let (status, out, err) = self.run(args);
        assert_eq!((status, err.as_str()), (Some(0), ""));
        expected.assert_eq(&out);
    }
}

/// The decision that a figure of the report, as it is printed, has another value.
fn value(printed: &str, value: &str) -> Entry {
    let report = report::read("thang-02.txt", REPORT.as_bytes(), &Catalogue::shipped()).unwrap();
    let fact = report.facts.iter().find(|fact| fact.raw == printed).unwrap();
    Entry::Value {
        file: "thang-02.txt".into(),
        label: fact.label.clone(),
        place: Place { report: fingerprint(&report.document.text), start: fact.span.start, end: fact.span.end },
        printed: printed.into(),
        value: value.into(),
        reason: "đếm lại".into(),
        with: None,
    }
}

#[test]
fn findings_are_listed() {
    Folder::new("listed").prints(&["check", "thang-02.txt"], &expect![[r#"
        Những điểm cần xem lại trong các báo cáo 6 tháng đầu năm 2022

        Cả bộ báo cáo
        1. Cảnh báo: Thiếu báo cáo tháng 01, tháng 3, tháng 4, tháng 5 và tháng 6 năm 2022. Thả thêm báo cáo của các tháng còn thiếu.

        thang-02.txt (tháng 02 năm 2022, số 12/BC-SM)
        1. Lỗi: Văn bản ban hành: 4 + 50 = 54, báo cáo ghi 55, lệch 1. Nếu các số thành phần đúng thì tổng số là 54.
           “Ban hành 55 văn bản (gồm: 04 quyết định, 50 công văn).”
    "#]]);
}

#[test]
fn a_report_in_which_all_holds_has_nothing_listed() {
    let folder = Folder::new("holds");
    folder.write("thang-02.txt", &REPORT.replace("50 công văn", "51 công văn"));
    folder.prints(&["check", "thang-02.txt"], &expect![[r#"
        Những điểm cần xem lại trong các báo cáo 6 tháng đầu năm 2022

        Cả bộ báo cáo
        1. Cảnh báo: Thiếu báo cáo tháng 01, tháng 3, tháng 4, tháng 5 và tháng 6 năm 2022. Thả thêm báo cáo của các tháng còn thiếu.
    "#]]);
}

#[test]
fn findings_are_written_in_every_format() {
    let folder = Folder::new("formats");
    for name in ["xem-lai.docx", "xem-lai.csv", "xem-lai.html", "xem-lai.txt"] {
        folder.prints(&["check", "-o", name, "thang-02.txt"], &expect![[""]]);
        let text = report::read(name, &folder.read(name), &Catalogue::shipped()).unwrap().document.text;
        assert!(text.contains("4 + 50 = 54, báo cáo ghi 55, lệch 1"), "{name}: {text}");
    }
    expect![[r#"
        ﻿"Báo cáo";"TT";"Mức độ";"Nội dung";"Đề nghị";"Câu trong báo cáo"
        "Cả bộ báo cáo";"1";"Cảnh báo";"Thiếu báo cáo tháng 01, tháng 3, tháng 4, tháng 5 và tháng 6 năm 2022.";"Thả thêm báo cáo của các tháng còn thiếu.";""
        "thang-02.txt (tháng 02 năm 2022, số 12/BC-SM)";"1";"Lỗi";"Văn bản ban hành: 4 + 50 = 54, báo cáo ghi 55, lệch 1.";"Nếu các số thành phần đúng thì tổng số là 54.";"Ban hành 55 văn bản (gồm: 04 quyết định, 50 công văn)."
    "#]].assert_eq(&String::from_utf8(folder.read("xem-lai.csv")).unwrap().replace("\r\n", "\n"));
}

#[test]
fn a_decision_is_put_into_effect() {
    let folder = Folder::new("decided");
    folder.write("quyet-dinh.json", &decisions::to_text(&[value("55", "54")]));
    folder.prints(&["check", "--decisions", "quyet-dinh.json", "thang-02.txt"], &expect![[r#"
        Những điểm cần xem lại trong các báo cáo 6 tháng đầu năm 2022

        Cả bộ báo cáo
        1. Cảnh báo: Thiếu báo cáo tháng 01, tháng 3, tháng 4, tháng 5 và tháng 6 năm 2022. Thả thêm báo cáo của các tháng còn thiếu.

        thang-02.txt (tháng 02 năm 2022, số 12/BC-SM)
        1. Đã sửa: Văn bản ban hành: báo cáo in “55”, khi tổng hợp dùng 54. Đơn vị xác nhận lại: đếm lại.
           “Ban hành 55 văn bản (gồm: 04 quyết định, 50 công văn).”
    "#]]);
}

#[test]
fn a_finding_that_is_kept_says_so() {
    let folder = Folder::new("kept");
    let report = report::read("thang-02.txt", REPORT.as_bytes(), &Catalogue::shipped()).unwrap();
    let finding = report.findings.iter().find(|finding| finding.code == "sum").unwrap();
    let print = fingerprint(&report.document.text);
    let place = |span: &tonghop_model::span::Span| Place { report: print.clone(), start: span.start, end: span.end };
    let keep = Entry::Keep {
        file: "thang-02.txt".into(),
        code: "sum".into(),
        message: finding.message.clone(),
        places: finding.places.iter().map(place).collect(),
        reason: "một công văn liên tịch đếm ở nơi khác".into(),
    };
    folder.write("quyet-dinh.json", &decisions::to_text(&[keep]));
    let (_, out, _) = folder.run(&["check", "--decisions", "quyet-dinh.json", "thang-02.txt"]);
    assert!(out.contains("một công văn liên tịch đếm ở nơi khác"), "{out}");
}

#[test]
fn a_decision_on_another_text_changes_nothing() {
    let folder = Folder::new("other");
    folder.write("quyet-dinh.json", &decisions::to_text(&[value("55", "54")]));
    folder.write("thang-02.txt", &REPORT.replace("120 hồ sơ", "121 hồ sơ"));
    let (status, out, _) = folder.run(&["check", "--decisions", "quyet-dinh.json", "thang-02.txt"]);
    assert_eq!(status, Some(0));
    assert!(out.contains("4 + 50 = 54, báo cáo ghi 55, lệch 1"), "{out}");
}

#[test]
fn damaged_decisions_stop_the_work() {
    let folder = Folder::new("damaged");
    let whole = decisions::to_text(&[value("55", "54")]);
    let half: String = whole.chars().take(whole.chars().count() / 2).collect();
    let later = whole.replace("\"version\": 1", "\"version\": 9");
    let other = "Không phải tệp quyết định của Tổng Hợp.";
    let damaged = "Tệp quyết định này bị hỏng hoặc của bản mới hơn; hãy lưu lại tệp quyết định từ trang.";
    for (text, says) in [
        ("", other),
        ("{", other),
        ("[]", other),
        ("{\"format\": \"khac\", \"version\": 1, \"decisions\": []}", other),
        (&half, damaged),
        (&later, damaged),
    ] {
        folder.write("quyet-dinh.json", text);
        let (status, out, err) = folder.run(&["check", "--decisions", "quyet-dinh.json", "thang-02.txt"]);
        assert_eq!((status, out.as_str()), (Some(1), ""), "{text}");
        assert_eq!(err, format!("quyet-dinh.json: {says}\n"), "{text}");
    }
}

#[test]
fn a_damaged_decision_among_others_stops_the_work_too() {
    let folder = Folder::new("half-damaged");
    let entries = [value("55", "54"), value("120", "một trăm")];
    folder.write("quyet-dinh.json", &decisions::to_text(&entries));
    let (status, out, err) = folder.run(&["check", "--decisions", "quyet-dinh.json", "thang-02.txt"]);
    assert_eq!((status, out.as_str()), (Some(1), ""));
    assert_eq!(err, "quyet-dinh.json: 1 quyết định bị hỏng; hãy lưu lại tệp quyết định từ trang.\n");
}

#[test]
fn the_other_reports_are_done_where_one_cannot_be_read() {
    let folder = Folder::new("unreadable");
    let (status, out, err) = folder.run(&["check", "khong-co.txt", "thang-02.txt"]);
    assert_eq!(status, Some(1));
    assert!(err.starts_with("khong-co.txt: Không mở được tệp"), "{err}");
    assert!(out.contains("4 + 50 = 54, báo cáo ghi 55, lệch 1"), "{out}");
    let (status, ..) = folder.run(&["check", "-o", "xem-lai.pdf", "thang-02.txt"]);
    assert_eq!(status, Some(2));
    let (status, _, err) = folder.run(&["check", "-o", "khong/co/xem-lai.csv", "thang-02.txt"]);
    assert_eq!(status, Some(1));
    assert!(err.contains("Không ghi được tệp"), "{err}");
}
