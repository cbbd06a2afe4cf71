//! What to call a figure that no indicator claims: a name made of its own context, as the first column of a table
//! would have it, the unit, and how figures of the kind add up.
//!
//! | in the text | name |
//! |---|---|
//! | `Tổng đàn heo 245.310 con` | Tổng đàn heo |
//! | `đã khởi tố 41 vụ, 63 bị can` | vụ khởi tố; bị can khởi tố |
//! | `giải quyết việc làm cho 1.842 lao động` | lao động được giải quyết việc làm |
//! | `1.340 hồ sơ đăng ký cư trú, trong đó trực tuyến 1.298 hồ sơ` | hồ sơ đăng ký cư trú – tiếp nhận – trực tuyến |
//! | `Tổng thu 1.862 triệu đồng, đạt 78,4% dự toán` | Tổng thu – so với dự toán |
//! | a cell of a table | head of the row – head of the column |
//!
//! Dates and periods never belong to a name: the same sentence of another month has to give the same name, because
//! rows of the table are joined by it. Words are chosen by place and by a few lists (`words.toml`), never by sentence.

mod cell;
mod clause;
mod count;
mod kind;
mod name;
mod prose;
mod share;
mod time;
mod topic;
mod verb;
mod words;

use rust_decimal::Decimal;

use super::understood::Fact;
use name::LONGEST;
pub use name::Name;
use prose::Prose;
use tonghop_model::kind::Kind;
use tonghop_statements::line::Line;
use tonghop_statements::numeral::Numeral;
use tonghop_statements::outline::Section;
use tonghop_statements::statement::Statement;

/// The names of a statement's figures, in order.
pub fn names(lines: &[Line], outline: &[Section], statement: &Statement, numerals: &[Numeral]) -> Vec<Name> {
    let mut names = Prose::new(lines, outline, statement, numerals).names();
    if let Some(table) = &statement.table {
        for (name, figure) in names.iter_mut().zip(&statement.figures) {
            let percent = figure.quantity.is_some_and(|quantity| quantity.percent);
            let heads = table.cell.name(lines);
            name.kind = cell::kind(&heads, table.column, percent || name.unit == "%", name.kind);
            name.label = cell::name(&heads);
            name.topic = String::new();
        }
    }
    names.into_iter().map(Name::within_bounds).collect()
}

/// Tells figures of one name apart: first by what their paragraph is about, then, where that is the same too, by
/// their order. `topics` are the topics of the facts. A figure that is only said again keeps the name.
pub fn tell_apart(facts: &mut [Fact], topics: &[String]) {
    let repeated = repeated(facts);
    for (fact, topic) in
        facts.iter_mut().zip(topics).enumerate().filter(|(at, _)| repeated[*at]).map(|(_, both)| both)
    {
        if !fact.label.starts_with(topic.as_str()) {
            fact.label = words::under(topic, &fact.label, LONGEST);
        }
    }
    let repeated = self::repeated(facts);
    let mut seen: std::collections::HashMap<(String, String, Kind), usize> = std::collections::HashMap::new();
    for (fact, _) in facts.iter_mut().zip(repeated).filter(|(_, repeated)| *repeated) {
        let count = seen.entry((fact.label.clone(), fact.unit.clone(), fact.kind)).or_default();
        *count += 1;
        if *count > 1 {
            fact.label = format!("{} ({count})", words::cut(&fact.label, LONGEST - 4));
        }
    }
}

/// Which of the facts without an indicator share name and unit with another one of another value.
fn repeated(facts: &[Fact]) -> Vec<bool> {
    // The first value of each name, and whether another one bears it too.
    let mut values: std::collections::HashMap<(&str, &str, Kind), (Decimal, bool)> = std::collections::HashMap::new();
    for fact in facts.iter().filter(|fact| fact.indicator.is_none()) {
        let (first, others) = values.entry((&fact.label, &fact.unit, fact.kind)).or_insert((fact.value, false));
        *others |= *first != fact.value;
    }
    let shares = |fact: &Fact| {
        values.get(&(fact.label.as_str(), fact.unit.as_str(), fact.kind)).is_some_and(|(_, others)| *others)
    };
    facts.iter().map(|fact| fact.indicator.is_none() && shares(fact)).collect()
}
