//! Numerals that are written in no valid form, with the value that is proposed and what speaks for it.
//!
//! | report | finding | hint |
//! |---|---|---|
//! | 67.910 (61.4072; 6.503) | “61.4072” viết sai dạng số | Đề nghị 61.407, vì 61.407 + 6.503 = 67.910 |
//! | 61.4072 alone | the same | Đề nghị 61.407; đối chiếu với nguồn số liệu |

use super::{ratio, statement, sum};
use crate::engine::catalogue::Catalogue;
use crate::engine::fact::Fact;
use crate::engine::finding::{Finding, Severity};
use crate::engine::report::Report;
use crate::engine::vietnamese::format::format;

/// The name of the rule.
pub const CODE: &str = "malformed";

/// Figures whose value had to be repaired.
pub fn check(report: &Report, catalogue: &Catalogue) -> Vec<Finding> {
    report.facts.iter().filter(|fact| fact.printed.is_some()).map(|fact| judge(fact, report, catalogue)).collect()
}

fn judge(fact: &Fact, report: &Report, catalogue: &Catalogue) -> Finding {
    let message = format!("{}: số “{}” viết sai dạng.", fact.label, fact.raw);
    let value = format(fact.value);
    let hint = match by_sum(fact, report, catalogue).or_else(|| by_ratio(fact, report, catalogue)) {
        Some(evidence) => format!("Đề nghị {value}, vì {evidence}."),
        None => format!("Đề nghị {value}; đối chiếu với nguồn số liệu."),
    };
    Finding::new(CODE, Severity::Error, message, vec![fact.span]).with_hint(hint)
}

/// "61.407 + 6.503 = 67.910", where the figure makes an equation of the catalogue hold.
fn by_sum(fact: &Fact, report: &Report, catalogue: &Catalogue) -> Option<String> {
    let mut sums = catalogue.systems().iter().flat_map(|system| &system.sum).filter(|sum| !sum.partial);
    sums.find_map(|sum| {
        let ids: Vec<&str> = std::iter::once(&sum.total).chain(&sum.parts).map(String::as_str).collect();
        let statements = statement::complete(report, &ids);
        let facts = statements.into_iter().find(|facts| facts.iter().any(|part| part.span == fact.span))?;
        let (total, parts) = facts.split_first()?;
        sum::holds(sum, &facts).then(|| format!("{} = {}", sum::addends(parts), format(total.value)))
    })
}

/// "12.640 / 15.000 = 84,27%", where the figure makes a ratio of the catalogue hold.
fn by_ratio(fact: &Fact, report: &Report, catalogue: &Catalogue) -> Option<String> {
    let indicators = catalogue.systems().iter().flat_map(|system| &system.indicator);
    indicators
        .filter_map(|indicator| indicator.ratio.as_ref().map(|ratio| [&*indicator.id, &*ratio.part, &*ratio.whole]))
        .flat_map(|ids| statement::complete(report, &ids))
        .find(|facts| facts.iter().any(|part| part.span == fact.span) && ratio::holds(facts))
        .and_then(|facts| {
            let [printed, part, whole] = facts[..] else { return None };
            Some(format!("{} / {} = {}%", format(part.value), format(whole.value), format(printed.value)))
        })
}

#[cfg(test)]
mod tests {
    use crate::engine::check::testing::check;
    use expect_test::expect;

    #[test]
    fn well_formed_figures_are_passed_over() {
        check(super::check, "cert.total; 2.318", &expect![""]);
    }

    #[test]
    fn a_sum_speaks_for_the_proposed_value() {
        check(
            super::check,
            "cert.total; 67.910\n cert.organisation; 61.4072=61.407\n cert.personal; 6.503",
            &expect![[r#"
                Error malformed [61.4072]
                Chứng thư số tổ chức: số “61.4072” viết sai dạng.
                → Đề nghị 61.407, vì 61.407 + 6.503 = 67.910.
            "#]],
        );
    }

    #[test]
    fn a_ratio_speaks_for_the_proposed_value() {
        check(
            super::check,
            "docs.sent; 15.000\n docs.signed; 12,640=12.640\n docs.rate; 84,27",
            &expect![[r#"
            Error malformed [12,640]
            Văn bản đã ký số: số “12,640” viết sai dạng.
            → Đề nghị 12.640, vì 12.640 / 15.000 = 84,27%.
        "#]],
        );
    }

    #[test]
    fn a_sum_that_does_not_hold_speaks_for_nothing() {
        check(
            super::check,
            "cert.total; 67.910\n cert.organisation; 61.4072=61.407\n cert.personal; 6.504",
            &expect![[r#"
                Error malformed [61.4072]
                Chứng thư số tổ chức: số “61.4072” viết sai dạng.
                → Đề nghị 61.407; đối chiếu với nguồn số liệu.
            "#]],
        );
    }
}
