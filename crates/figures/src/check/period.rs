//! The places of one report that say which period it is on, against each other.
//!
//! | report | finding |
//! |---|---|
//! | title and closing: tháng 5/2021 | none |
//! | title: tháng 5; opening: `Trong tháng 4 năm 2021` | error |
//! | plan in the title: tháng 6; opening: `đề ra kế hoạch thực hiện trong tháng 5` | error |
//! | title: 6 tháng đầu năm 2022; a statement: `Trong 6 tháng đầu năm 2021 có …` | error: the year is a slip |
//! | title: tháng 5 năm 2021; `so với tháng 5 năm 2020`, `Kế hoạch năm 2021` | none |
//!
//! Only periods of one kind are compared: a report of a month may speak of its quarter. Which of the two is meant is not
//! guessed.

use std::collections::HashMap;

use tonghop_model::finding::{Finding, Severity};
use tonghop_model::span::Span;
use tonghop_model::vietnamese::period::Period;
use tonghop_numbers::format::capital;
use tonghop_series::catalogue::Catalogue;
use tonghop_series::report::Report;
use tonghop_statements::outline::{Mention, Role};

/// The name of the rule.
pub const PERIOD_LABEL: &str = "period_label";

/// The places that state what a report is on, the first that there is.
const STATING: [Role; 3] = [Role::Title, Role::Closing, Role::Opening];

/// The places that contradict what the report is on, or what it plans.
pub fn check(report: &Report, _: &Catalogue) -> Vec<Finding> {
    let header = &report.header;
    let of = |planned: bool| header.mentions.iter().copied().filter(move |mention| mention.planned == planned);
    let mut reported: Vec<Mention> = of(false).map(|mention| in_year(mention, header.period)).collect();
    // A report without a title is on what its first sentences say, in whatever words.
    if !reported.iter().any(|mention| STATING.contains(&mention.role)) {
        let told = header.period.zip(header.period_span);
        reported.extend(told.map(|(period, span)| Mention { role: Role::Opening, period, planned: false, span }));
    }
    let planned: Vec<Mention> = of(true).map(|mention| in_year(mention, header.plan_period)).collect();
    let mut found = contradictions(&reported, &STATING, "");
    found.extend(contradictions(&planned, &[Role::Title, Role::Heading, Role::Closing], "kế hoạch "));
    found
}

/// A mention that leaves its year out is of the year of the report, as far as it names the report's period:
/// "6 tháng đầu năm và kế hoạch 6 tháng cuối năm 2022".
fn in_year(mention: Mention, period: Option<Period>) -> Mention {
    let same = |period: &Period| {
        mention.period.year() == 0
            && kind(mention.period) == kind(*period)
            && mention.period.months() == period.months()
    };
    period.filter(same).map_or(mention, |period| Mention { period, ..mention })
}

/// What contradicts the periods that the first of some roles states; one finding for each other period.
fn contradictions(mentions: &[Mention], roles: &[Role], what: &str) -> Vec<Finding> {
    let Some(role) = roles.iter().find(|role| mentions.iter().any(|mention| mention.role == **role)) else {
        return Vec::new();
    };
    let stated: Vec<&Mention> = mentions.iter().filter(|mention| mention.role == *role).collect();
    let mut groups: Vec<(Period, &Mention, Vec<&Mention>)> = Vec::new();
    let mut group_of: HashMap<Period, usize> = HashMap::new();
    for mention in mentions.iter().filter(|mention| mention.role != *role) {
        let Some(against) = contradicted(mention, &stated) else { continue };
        let group = *group_of.entry(mention.period).or_insert_with(|| {
            groups.push((mention.period, against, Vec::new()));
            groups.len() - 1
        });
        groups[group].2.push(mention);
    }
    groups.into_iter().map(|(period, against, group)| finding(period, against, &group, what)).collect()
}

/// The statement of the same kind that a mention contradicts, if it agrees with none.
fn contradicted<'a>(mention: &Mention, stated: &[&'a Mention]) -> Option<&'a Mention> {
    if stated.iter().any(|other| agree(mention.period, other.period)) {
        return None;
    }
    let against = stated.iter().find(|other| kind(other.period) == kind(mention.period))?;
    let same_months = mention.period.months() == against.period.months();
    match mention.role {
        // A statement on another month may look back; the same months of another year are a slip.
        Role::Body => same_months,
        // The title of a section on what comes is a plan, however it is worded.
        Role::Heading if !mention.planned => !is_later(mention.period, against.period),
        _ => true,
    }
    .then_some(*against)
}

fn kind(period: Period) -> std::mem::Discriminant<Period> {
    std::mem::discriminant(&period)
}

/// Whether two may be one period; a year that is left out is any.
fn agree(a: Period, b: Period) -> bool {
    let years = a.year() == b.year() || a.year() == 0 || b.year() == 0;
    kind(a) == kind(b) && a.months() == b.months() && years
}

fn is_later(a: Period, b: Period) -> bool {
    let year = |period: Period, other: Period| if period.year() == 0 { other.year() } else { period.year() };
    (year(a, b), *a.months().start()) > (year(b, a), *b.months().start())
}

fn finding(period: Period, against: &Mention, group: &[&Mention], what: &str) -> Finding {
    let mut roles: Vec<Role> = group.iter().map(|mention| mention.role).collect();
    roles.dedup();
    let places: Vec<&str> = roles.iter().map(|role| place(*role, what)).collect();
    let (first, then) = (place(against.role, what), places.join(" và "));
    let (stated, other) = (name(against.period), name(period));
    let message = format!("{} ghi {what}{stated} nhưng {then} ghi {what}{other}.", capital(first));
    let spans: Vec<Span> = group.iter().map(|mention| mention.span).chain([against.span]).collect();
    let soft =
        group.iter().all(|mention| mention.role == Role::Heading) && !group.iter().any(|mention| mention.planned);
    let severity = if soft { Severity::Warning } else { Severity::Error };
    Finding::new(PERIOD_LABEL, severity, message, spans).with_hint("Đối chiếu và sửa lại cho thống nhất.")
}

fn place(role: Role, what: &str) -> &'static str {
    match role {
        Role::Title => "tiêu đề",
        Role::Opening => "câu mở đầu",
        Role::Heading if what.is_empty() => "tên mục",
        Role::Heading => "mục kế hoạch",
        Role::Body => "một câu trong báo cáo",
        Role::Closing => "câu kết",
    }
}

/// The name of a period, without the year where the text leaves it out.
fn name(period: Period) -> String {
    let full = period.name();
    match period {
        _ if period.year() != 0 => full,
        Period::Month { .. } | Period::Quarter { .. } => full.trim_end_matches(" năm 0").to_owned(),
        _ => full.trim_end_matches(" 0").to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::check_report;
    use expect_test::expect;

    fn silent(text: &str) {
        check_report(crate::check::period::check, text, &expect![""]);
    }

    #[test]
    fn one_period_throughout_is_passed_over() {
        silent(
            "BÁO CÁO\nCông tác tháng 5 và kế hoạch công tác tháng 6 năm 2021\n\
             Trong tháng 5 năm 2021, Sở đã đề ra kế hoạch thực hiện trong tháng 6 năm 2021, cụ thể như sau:\n\
             I. KẾT QUẢ CÔNG TÁC THÁNG 5\n- Trong tháng 5/2021, cấp 19 giấy phép.\n\
             II. KẾ HOẠCH CÔNG TÁC THÁNG 6 NĂM 2021\nTrong tháng 6 năm 2021, Sở tập trung thực hiện.\n\
             Trên đây là kết quả công tác tháng 5 và kế hoạch công tác tháng 6 năm 2021./.",
        );
    }

    #[test]
    fn other_periods_of_comparisons_plans_and_titles_are_passed_over() {
        silent(
            "BÁO CÁO\nKết quả công tác 6 tháng đầu năm 2022\n\
             Thực hiện Kế hoạch số 12/KH-UBND ngày 05/01/2021 về công tác 6 tháng đầu năm 2021, Sở Mẫu báo cáo như sau:\n\
             I. KẾT QUẢ\n- Trong 6 tháng đầu năm 2021 có 5.000 hồ sơ, so với cùng kỳ tăng 2%.\n\
             - Cấp 120 giấy phép, tăng 5% so với 6 tháng đầu năm 2021.\n\
             - Hoàn thành nhiệm vụ đã đề ra trong kế hoạch tháng 4 năm 2022.\n\
             - Thực hiện “Kế hoạch chuyển đổi số 6 tháng đầu năm 2021”.\n\
             II. NHIỆM VỤ, GIẢI PHÁP 6 THÁNG CUỐI NĂM 2022\n- Hoàn thành trước tháng 9 năm 2022.",
        );
    }

    #[test]
    fn a_month_with_the_months_so_far_agrees_with_itself() {
        silent(
            "BÁO CÁO\nTình hình công tác tháng 6, quý II và 6 tháng đầu năm 2022\n\
             I. KẾT QUẢ CÔNG TÁC THÁNG 6\nTrong tháng 6 có 5 cuộc.\nII. KẾT QUẢ 6 THÁNG ĐẦU NĂM 2022\nTrong quý II có 9 cuộc.\n\
             Trên đây là báo cáo 6 tháng đầu năm 2022./.",
        );
    }

    #[test]
    fn an_opening_or_closing_of_another_period_is_named() {
        check_report(
            crate::check::period::check,
            "BÁO CÁO\nCông tác tháng 5 và kế hoạch công tác tháng 6 năm 2021\n\
             Trong tháng 4 năm 2021, Sở tập trung chỉ đạo và đề ra kế hoạch thực hiện trong tháng 5 năm 2021, cụ thể như sau:\n\
             I. KẾT QUẢ\n- Cấp 19 giấy phép.\nII. KẾ HOẠCH CÔNG TÁC THÁNG 6\n\
             Trên đây là kết quả công tác tháng 4 năm 2021, Sở báo cáo đến Ủy ban nhân dân tỉnh và Bộ nắm, chỉ đạo./.",
            &expect![[r#"
                Error period_label [tháng 4 năm 2021 at 5:7, tháng 4 năm 2021 at 13:30, tháng 5 at 3:10]
                Tiêu đề ghi tháng 5 năm 2021 nhưng câu mở đầu và câu kết ghi tháng 4 năm 2021.
                → Đối chiếu và sửa lại cho thống nhất.
                Error period_label [tháng 5 năm 2021, tháng 6 năm 2021]
                Tiêu đề ghi kế hoạch tháng 6 năm 2021 nhưng câu mở đầu ghi kế hoạch tháng 5 năm 2021.
                → Đối chiếu và sửa lại cho thống nhất.
            "#]],
        );
    }

    #[test]
    fn a_year_that_slipped_is_named() {
        check_report(
            crate::check::period::check,
            "BÁO CÁO\nTình hình 6 tháng đầu năm 2022 và nhiệm vụ 6 tháng cuối năm 2022\n\
             I. KẾT QUẢ\n- Hệ thống: Trong 6 tháng đầu năm 2021 có 1.200 văn bản phát hành.\n\
             II. NHIỆM VỤ 6 THÁNG CUỐI NĂM 2021\n- Thực hiện tốt các nhiệm vụ.",
            &expect![[r#"
                Error period_label [6 tháng đầu năm 2021, 6 tháng đầu năm 2022]
                Tiêu đề ghi 6 tháng đầu năm 2022 nhưng một câu trong báo cáo ghi 6 tháng đầu năm 2021.
                → Đối chiếu và sửa lại cho thống nhất.
                Error period_label [6 THÁNG CUỐI NĂM 2021, 6 tháng cuối năm 2022]
                Tiêu đề ghi kế hoạch 6 tháng cuối năm 2022 nhưng mục kế hoạch ghi kế hoạch 6 tháng cuối năm 2021.
                → Đối chiếu và sửa lại cho thống nhất.
            "#]],
        );
    }
}
