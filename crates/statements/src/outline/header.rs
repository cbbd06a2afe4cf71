//! What is known of a report as a whole.

use jiff::civil::Date;

use super::mention::{Issue, Mention};
use tonghop_model::span::Span;
use tonghop_model::vietnamese::period::Period;

/// What the head and foot of a report say of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Header {
    /// The issuing agency ("Sở Thông tin và Truyền thông").
    pub agency: Option<String>,
    /// The province ("Hòa Bình").
    pub province: Option<String>,
    /// The number as it is printed behind "Số:" ("953/BC-STTTT").
    pub number: Option<String>,
    /// The date of issue.
    pub issued: Option<Date>,
    /// The period that is reported on; its kind is the report's kind.
    pub period: Option<Period>,
    /// The period that is planned.
    pub plan_period: Option<Period>,
    /// Who signed.
    pub signer: Option<String>,
    /// Where the period was read.
    pub period_span: Option<Span>,
    /// Where the number was read.
    pub number_span: Option<Span>,
    /// The date of issue as far as it is filled in, with its place.
    pub issue: Option<Issue>,
    /// Every place that says which period is reported on or planned, title first.
    pub mentions: Vec<Mention>,
    /// Where the title names a length of time that is not consolidated, such as a week.
    pub other_period: Option<Span>,
}
