//! The page of the draft against Nghị định 30/2020/NĐ-CP, Phụ lục I: size, style and place of each element.

use std::ops::RangeInclusive;

use crate::page::{Drawn, Line, drawn, lines};
use crate::passage::{Passage, solid};
use crate::saved::saved;
use crate::tools::{Work, at_hand};

/// The edges of the text by the margins that are written, in millimetres, and how far a letter may stand off them.
const LEFT: f64 = 30.0;
const RIGHT: f64 = 195.0;
const SLACK: f64 = 0.7;

/// How far the upper edges of two words in one line may differ: letters of other fonts are of other heights.
const LEVEL: f64 = 1.5;

/// What the draft reports on.
const SUBJECT: &str =
    "Công tác thông tin và truyền thông 6 tháng đầu năm 2022 và phương hướng, nhiệm vụ 6 tháng cuối năm 2022";

/// The page as it is measured, and the table that is printed of it.
struct Sheet {
    lines: Vec<Line>,
    drawn: Vec<Drawn>,
    wrong: Vec<String>,
}

#[test]
fn every_element_is_as_the_decree_has_it() {
    if !at_hand("the layout of the Word file", Work::Measuring) {
        return;
    }
    let pdf = &saved().pdf;
    let (sizes, lines) = lines(pdf);
    let mut sheet = Sheet { lines, drawn: drawn(pdf), wrong: Vec::new() };
    println!("| element | size | style | measured, in mm from the left and upper edge |\n|---|---|---|---|");
    sheet.paper(&sizes);
    sheet.letterhead();
    sheet.title();
    sheet.sections();
    sheet.body();
    sheet.signature();
    sheet.annexes();
    assert!(sheet.wrong.is_empty(), "{:#?}", sheet.wrong);
}

impl Sheet {
    /// The first line that begins with the words.
    fn line(&self, words: &str) -> Line {
        let found = self.lines.iter().find(|line| solid(&line.text).starts_with(&solid(words)));
        found.unwrap_or_else(|| panic!("no line begins with “{words}”")).clone()
    }

    /// The lines that the words take, as many as the font needs.
    fn passage(&self, words: &str) -> Passage {
        Passage::find(&self.lines, words).unwrap_or_else(|| panic!("“{words}” does not stand there"))
    }

    fn hold(&mut self, holds: bool, what: &str) {
        if !holds {
            self.wrong.push(what.to_owned());
        }
    }

    /// Prints an element and holds it to its size and style.
    fn element(&mut self, name: &str, line: &Line, sizes: RangeInclusive<f64>, style: &str, place: &str) {
        println!("| {name} | {:.0} | {} | {place} |", line.size, line.style());
        self.hold(sizes.contains(&line.size.round()), &format!("{name}: {} points", line.size));
        self.hold(line.style() == style, &format!("{name}: {}", line.style()));
    }

    /// The line that is drawn below some words.
    fn rule(&self, words: &Passage) -> Drawn {
        let below = words.last();
        let near = |rule: &&Drawn| rule.top > below.top && rule.top < below.bottom + 3.0;
        let over = |rule: &&Drawn| rule.left < below.centre() && rule.right > below.centre();
        *self.drawn.iter().filter(near).find(over).unwrap_or_else(|| panic!("no line below “{}”", below.text))
    }

    fn paper(&mut self, sizes: &[(f64, f64)]) {
        let (width, height) = sizes[0];
        self.hold((width - 210.0).abs() < 0.5 && (height - 297.0).abs() < 0.5, "the paper is not A4");
        let body = || self.lines.iter().filter(|line| line.page == 2 && line.top > 15.0);
        let left = body().map(|line| line.left).fold(f64::MAX, f64::min);
        let right = body().map(|line| line.right).fold(0.0, f64::max);
        let top = body().map(|line| line.top).fold(f64::MAX, f64::min);
        println!(
            "| paper, text | – | – | {width:.0} × {height:.0}; text from {left:.1} to {right:.1}, from {top:.1} down |"
        );
        self.hold((left - LEFT).abs() < SLACK && (right - RIGHT).abs() < SLACK, "the margins are others");
        self.hold((19.0..=26.0).contains(&top), "the upper margin is another");
        let number = self.lines.iter().find(|line| line.page == 2 && line.text == "2").unwrap().clone();
        let place = format!("{:.1} down, centre at {:.1}; none on page 1", number.top, number.centre());
        self.element("page number", &number, 13.0..=14.0, "upright", &place);
        self.hold((number.centre() - f64::midpoint(LEFT, RIGHT)).abs() < 1.0, "the page number is not centred");
        self.hold(number.bottom < 20.0, "the page number is not in the upper margin");
        let first = |line: &&Line| line.page == 1 && line.text == "1";
        self.hold(!self.lines.iter().any(|line| first(&line)), "page 1 has a number");
    }

    fn letterhead(&mut self) {
        let nation = self.passage("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
        let motto = self.passage("Độc lập - Tự do - Hạnh phúc");
        let (parent, agency) = (self.passage("UBND TỈNH HÒA GIANG"), self.passage("SỞ THÔNG TIN VÀ TRUYỀN THÔNG"));
        let (number, date) = (self.line("Số:"), self.line("Hòa Giang, ngày"));
        let at = |line: &Line| format!("centre at {:.1}, {:.1} down", line.centre(), line.top);
        let place = format!("{}; {:.1} long", at(nation.first()), nation.width());
        self.element("nation", nation.first(), 12.0..=13.0, "bold", &place);
        let rule = self.rule(&motto);
        let place =
            format!("{}; {:.1} long, the line {:.1}", at(motto.first()), motto.width(), rule.right - rule.left);
        self.element("motto", motto.first(), 13.0..=14.0, "bold", &place);
        self.hold((rule.right - rule.left - motto.width()).abs() < 3.5, "the motto's line is not as long as it");
        self.element("agency above", parent.first(), 12.0..=13.0, "upright", &at(parent.first()));
        let rule = self.rule(&agency);
        let share = (rule.right - rule.left) / agency.width();
        let place = format!("{}; the line {share:.2} of it", at(agency.first()));
        self.element("agency", agency.first(), 12.0..=13.0, "bold", &place);
        self.hold((0.33..=0.5).contains(&share), "the agency's line is not a third to a half of it");
        self.element("number", &number, 13.0..=13.0, "upright", &at(&number));
        self.element("place and date", &date, 13.0..=14.0, "italic", &at(&date));
        self.hold((number.top - date.top).abs() < LEVEL, "number and date are not level");
        let (left, right) = (number.centre(), date.centre());
        self.hold(nation.is_centred_at(right) && motto.is_centred_at(right), "the right half is not on one axis");
        self.hold(parent.is_centred_at(left) && agency.is_centred_at(left), "the left half is not on one axis");
        self.hold(agency.right() + 4.0 < nation.first().left, "the agency runs into the nation");
    }

    fn title(&mut self) {
        let middle = f64::midpoint(LEFT, RIGHT);
        let title = self.passage("BÁO CÁO");
        let place = format!("centre at {:.1}", title.first().centre());
        self.element("BÁO CÁO", title.first(), 13.0..=14.0, "bold", &place);
        let subject = self.passage(SUBJECT);
        let rule = self.rule(&subject);
        let share = (rule.right - rule.left) / subject.width();
        let place = format!("centre at {:.1}; the line {share:.2} of it", subject.first().centre());
        self.element("subject", subject.first(), 13.0..=14.0, "bold", &place);
        self.hold((0.33..=0.5).contains(&share), "the title's line is not a third to a half of it");
        let addressee = self.passage("Kính gửi: …");
        let place = format!("centre at {:.1}", addressee.first().centre());
        self.element("addressee", addressee.first(), 13.0..=14.0, "upright", &place);
        for passage in [title, subject, addressee] {
            self.hold(passage.is_centred_at(middle), &format!("“{}” is not centred", passage.first().text));
        }
    }

    fn sections(&mut self) {
        for (name, words, style) in [
            ("I.", "I. CÔNG TÁC", "bold"),
            ("1.", "1. Công tác tham mưu", "bold"),
            ("a)", "a) Trong nội bộ", "upright"),
        ] {
            let line = self.line(words);
            self.element(name, &line, 13.0..=14.0, style, &format!("first line at {:.1}", line.left));
            self.hold((10.0..=13.5).contains(&(line.left - LEFT)), &format!("{name}: indent"));
        }
    }

    /// The opening paragraph takes two lines or more, and the heading follows it.
    fn body(&mut self) {
        let opening = self.passage(&format!(
            "Sở Thông tin và Truyền thông báo cáo công tác thông tin và truyền thông {} như sau:",
            SUBJECT.split_once("truyền thông ").unwrap().1
        ));
        let (first, second, next) = (opening.first(), &opening.lines[1], self.line("I. CÔNG TÁC"));
        let step = second.top - first.top;
        let between = (next.top - opening.last().top - step) / 25.4 * 72.0;
        let place = format!(
            "lines {:.1} to {:.1}, first line at {:.1}, {:.1} points from line to line, {between:.1} between paragraphs",
            second.left,
            first.right,
            first.left,
            step / 25.4 * 72.0
        );
        self.element("body", first, 13.0..=14.0, "upright", &place);
        self.hold((first.right - RIGHT).abs() < SLACK, "the body is not justified");
        self.hold((second.left - LEFT).abs() < SLACK, "the body is indented");
        self.hold((10.0..=13.5).contains(&(first.left - LEFT)), "the body's first line");
        self.hold(between >= 5.9, "paragraphs stand too close");
    }

    fn signature(&mut self) {
        let receivers = self.line("Nơi nhận:");
        let (item, title) = (self.line("- Như trên;"), self.line("GIÁM ĐỐC"));
        let name = self.line("Nguyễn Văn Mẫu");
        let place =
            format!("left at {:.1}, {:.1} above the signer's title", receivers.left, title.top - receivers.top);
        self.element("Nơi nhận", &receivers, 12.0..=12.0, "bold italic", &place);
        self.element("receivers", &item, 11.0..=11.0, "upright", &format!("left at {:.1}", item.left));
        self.element("signer's title", &title, 13.0..=14.0, "bold", &format!("centre at {:.1}", title.centre()));
        let place = format!("centre at {:.1}, {:.0} below the title", name.centre(), name.top - title.top);
        self.element("signer's name", &name, 13.0..=14.0, "bold", &place);
        self.hold((receivers.top - title.top).abs() < LEVEL, "Nơi nhận is not level with the signer's title");
        self.hold(receivers.left - LEFT < SLACK, "Nơi nhận is not at the left edge");
        self.hold(title.left > f64::midpoint(LEFT, RIGHT), "the signature is not in the right half");
        self.hold((name.centre() - title.centre()).abs() < 1.0, "name and title are not on one axis");
    }

    fn annexes(&mut self) {
        for (name, words, style) in [
            ("Phụ lục", "Phụ lục I", "bold"),
            ("its title", "BẢNG TỔNG HỢP", "bold"),
            ("its note", "(Kèm theo Báo cáo", "italic"),
        ] {
            let line = self.line(words);
            let place = format!("page {}, centre at {:.1}, {:.1} down", line.page, line.centre(), line.top);
            self.element(name, &line, 13.0..=14.0, style, &place);
        }
        let first = self.line("Phụ lục I").page;
        let number = |page: usize| {
            let mut on = self.lines.iter().filter(|line| line.page == page && line.bottom < 20.0);
            on.find_map(|line| line.text.parse::<usize>().ok())
        };
        let numbers = [number(first), number(first + 1)];
        println!("| its page numbers | – | – | first page {:?}, second {:?} |", numbers[0], numbers[1]);
        self.hold(numbers == [None, Some(2)], "the annex does not count its own pages");
    }
}
