//! The name of a value of a table: the heads of its row and column without what changes from month to month.

use tonghop_model::kind::Kind;
use tonghop_model::roman;
use tonghop_model::vietnamese::fold;
use tonghop_statements::cells::Column;

/// The heads of a row and column without the row's number and without the numbers of periods: "II Thu nội địa – Dự toán
/// năm 2024" is "Thu nội địa – Dự toán năm", "Lũy kế 5 tháng" is "Lũy kế".
pub fn name(heads: &str) -> String {
    let words: Vec<&str> = heads.split(' ').collect();
    let digits = |word: &str| {
        let word = word.trim_end_matches(['.', ')', ',']);
        !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit() || b == b'/' || b == b'.')
    };
    let roman = |word: &str| roman::is_number(word.trim_end_matches('.'));
    let folded: Vec<String> = words.iter().map(|word| fold::fold_str(word)).collect();
    let is = |at: usize, word: &str| folded.get(at).is_some_and(|other| other == word);
    let numbered = words.len() > 1 && (digits(words[0]) || roman(words[0]));
    let mut kept: Vec<&str> = Vec::with_capacity(words.len());
    for (at, word) in words.iter().enumerate().skip(usize::from(numbered)) {
        let behind = at > 0 && ["tháng", "năm", "quý", "kỳ"].iter().any(|name| is(at - 1, name));
        let before = is(at + 1, "tháng");
        let months = is(at, "tháng") && at > 0 && digits(words[at - 1]);
        if !(digits(word) && (behind || before) || months || behind && roman(word)) {
            kept.push(word);
        }
    }
    while kept.last().is_some_and(|last| *last == "–") {
        kept.pop();
    }
    kept.join(" ")
}

/// How values of a column add up; `told` is what the words of the row say.
pub fn kind(heads: &str, column: Column, ratio: bool, told: Kind) -> Kind {
    let head = fold::fold_str(heads.rsplit(" – ").next().unwrap_or(heads));
    let says = |words: &[&str]| words.iter().any(|word| head.contains(word));
    match column {
        Column::Plan => Kind::Target,
        Column::Cumulative => Kind::Cumulative,
        Column::Comparison => Kind::Change,
        Column::Period if ratio => Kind::Ratio,
        Column::Period if says(&["dự toán", "kế hoạch", "chỉ tiêu giao"]) => Kind::Target,
        Column::Period if says(&["thực hiện tháng", "trong tháng", "trong kỳ"]) => Kind::Flow,
        Column::Period => told,
    }
}

#[cfg(test)]
mod tests {
    use super::name;

    #[test]
    fn what_changes_with_the_month_is_left_out() {
        for (heads, expected) in [
            ("II Thu nội địa – Dự toán năm 2024", "Thu nội địa – Dự toán năm"),
            ("1. Văn bản đi – Tháng 5", "Văn bản đi – Tháng"),
            ("Thu nội địa – Lũy kế 5 tháng", "Thu nội địa – Lũy kế"),
            ("Dịch vụ mức độ 4 – Quý II/2024", "Dịch vụ mức độ 4 – Quý II/2024"),
            ("Số TTHC cấp tỉnh", "Số TTHC cấp tỉnh"),
        ] {
            assert_eq!(name(heads), expected);
        }
    }
}
