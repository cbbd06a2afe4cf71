//! The search on invented systems of sums: what was broken is found or nothing is claimed, and the work is bounded.

#![allow(clippy::unwrap_used, reason = "the test's own figures are there")]

use std::fmt::Write as _;

use proptest::prelude::*;
use rust_decimal::Decimal;

use super::localised;
use crate::check::equation::Judged;
use crate::check::sum;
use tonghop_model::finding::Finding;
use tonghop_series::catalogue::Catalogue;
use tonghop_series::fact::Fact;
use tonghop_series::testing;

/// The facts of some figures, in order.
fn facts(values: &[u64]) -> Vec<Fact> {
    let mut notation = "2022-02".to_owned();
    for value in values {
        let _ = write!(notation, "\nSố mẫu; {value}; hồ sơ; flow");
    }
    testing::report(&notation, &Catalogue::default()).facts
}

/// The findings on sums, each as the indices of its total and its parts, and how many steps they took.
fn search(facts: &[Fact], sums: &[Vec<usize>]) -> (Vec<Finding>, usize) {
    let weighed = |sum: &Vec<usize>| {
        let figures = sum.iter().map(|&at| &facts[at]).collect();
        sum::weigh(figures, false, &Catalogue::default())
    };
    let judged: Vec<Judged<'_>> = sums.iter().map(weighed).collect();
    localised(judged)
}

/// A table of three rows and three columns with the totals of both and the total of all, and its sums.
fn grid(cells: &[u64]) -> (Vec<u64>, Vec<Vec<usize>>) {
    let cell = |row: usize, column: usize| row * 3 + column;
    let (row_total, column_total, all) = (|row: usize| 9 + row, |column: usize| 12 + column, 15);
    let rows = (0..3).map(|row| [vec![row_total(row)], (0..3).map(|column| cell(row, column)).collect()].concat());
    let columns =
        (0..3).map(|column| [vec![column_total(column)], (0..3).map(|row| cell(row, column)).collect()].concat());
    let totals = [vec![all, 9, 10, 11], vec![all, 12, 13, 14]];
    let sums: Vec<Vec<usize>> = rows.chain(columns).chain(totals).collect();
    let mut values = cells.to_vec();
    values.resize(16, 0);
    for sum in &sums {
        values[sum[0]] = sum[1..].iter().map(|&part| values[part]).sum();
    }
    (values, sums)
}

/// The figures and values that a finding names as the right ones, not only as possible.
fn claimed(finding: &Finding, facts: &[Fact]) -> Vec<(usize, Decimal)> {
    let hint = finding.hint.clone().unwrap_or_default();
    if !hint.contains(" → ") || hint.contains("có thể") || hint.contains("Chưa rõ") {
        return Vec::new();
    }
    let proposal = &finding.proof.proposals[0];
    let of = |place: usize| facts.iter().position(|fact| fact.span == finding.places[place]).unwrap();
    let first = (of(proposal.place), proposal.value);
    [first].into_iter().chain(proposal.with.map(|(place, value)| (of(place), value))).collect()
}

#[test]
fn two_cells_that_mend_rows_and_columns_are_named_together() {
    let (mut values, sums) = grid(&[1_204, 3_317, 2_851, 4_409, 1_963, 5_128, 2_246, 3_782, 1_155]);
    (values[0], values[4]) = (1_704, 1_069);
    let facts = facts(&values);
    let (found, _) = search(&facts, &sums);
    let [finding] = &found[..] else { panic!("{found:?}") };
    let hint = "1704 → 1.204 và 1069 → 1.963: sửa cả hai thì 4 phép tính đều khớp.";
    assert_eq!(finding.hint.as_deref(), Some(hint));
    assert_eq!(claimed(finding, &facts), [(0, 1_204.into()), (4, 1_963.into())]);
    assert_eq!((finding.proof.calculations.len(), finding.proof.proposals.len()), (4, 1));
}

#[test]
fn two_cells_that_could_be_other_two_are_not_named() {
    let (mut values, sums) = grid(&[1_204, 3_317, 2_851, 4_409, 1_963, 5_128, 2_246, 3_782, 1_155]);
    // Off by the same, so that the other two corners would do as well.
    (values[0], values[4]) = (1_204 + 377, 1_963 + 377);
    let facts = facts(&values);
    let (found, _) = search(&facts, &sums);
    assert!(found.iter().all(|finding| claimed(finding, &facts).is_empty()), "{found:?}");
}

#[test]
fn figures_that_would_do_equally_well_are_told_as_alternatives() {
    // The same two parts under one total, said twice: either part, or the total, is wrong.
    let facts = facts(&[5_000, 2_310, 2_480]);
    let (found, _) = search(&facts, &[vec![0, 1, 2], vec![0, 2, 1]]);
    let [finding] = &found[..] else { panic!("{found:?}") };
    let hint = "Chưa rõ số nào sai; mỗi cách sửa sau đều làm khớp cả: 5000 → 4.790; 2310 → 2.520; 2480 → 2.690.";
    assert_eq!(finding.hint.as_deref(), Some(hint));
    assert_eq!(finding.proof.proposals.len(), 3);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// One figure of a table is broken: it is named with its value, since its row and its column speak for it.
    #[test]
    fn one_broken_figure_is_found(
        cells in prop::collection::vec(100u64..90_000, 9),
        (at, value) in (0usize..16, 1u64..400_000),
    ) {
        let (mut values, sums) = grid(&cells);
        let right = std::mem::replace(&mut values[at], value);
        prop_assume!(right != value);
        let facts = facts(&values);
        let (found, _) = search(&facts, &sums);
        let claims: Vec<_> = found.iter().map(|finding| claimed(finding, &facts)).collect();
        prop_assert_eq!(claims, [[(at, right.into())]]);
    }

    /// Two figures are broken: what is named without doubt is one of them or both, with their values.
    #[test]
    fn two_broken_figures_are_found_or_nothing_is_claimed(
        cells in prop::collection::vec(100u64..90_000, 9),
        broken in [(0usize..16, 1u64..400_000), (0usize..16, 1u64..400_000)],
    ) {
        let (right, sums) = grid(&cells);
        let mut values = right.clone();
        for (at, value) in broken {
            values[at] = value;
        }
        let facts = facts(&values);
        let (found, _) = search(&facts, &sums);
        for (at, value) in found.iter().flat_map(|finding| claimed(finding, &facts)) {
            prop_assert_eq!(Decimal::from(right[at]), value, "figure {}: {:?}", at, found);
        }
    }

    /// The same in a tree of totals, where most errors have several explanations.
    #[test]
    fn nothing_wrong_is_claimed_in_a_tree(
        leaves in prop::collection::vec(100u64..90_000, 8),
        broken in [(0usize..15, 1u64..400_000), (0usize..15, 1u64..400_000)],
    ) {
        // Eight leaves, four sums of two, two sums of these, one of all.
        let sums: Vec<Vec<usize>> = (0..7).map(|at| vec![8 + at, 2 * at, 2 * at + 1]).collect();
        let mut right = leaves;
        for sum in &sums {
            right.push(right[sum[1]] + right[sum[2]]);
        }
        let mut values = right.clone();
        for (at, value) in broken {
            values[at] = value;
        }
        let facts = facts(&values);
        let (found, _) = search(&facts, &sums);
        for (at, value) in found.iter().flat_map(|finding| claimed(finding, &facts)) {
            prop_assert_eq!(Decimal::from(right[at]), value, "figure {}: {:?}", at, found);
        }
    }
}

/// The steps of a search over `count` figures or sums of some shape.
fn steps(count: usize, shape: impl Fn(usize) -> (Vec<u64>, Vec<Vec<usize>>)) -> usize {
    let (values, sums) = shape(count);
    search(&facts(&values), &sums).1
}

#[test]
fn the_work_grows_with_the_figures_and_no_faster() {
    type Shape = fn(usize) -> (Vec<u64>, Vec<Vec<usize>>);
    let shapes: [(&str, Shape); 4] = [
        ("one long list", |count| {
            let values = (0..=count).map(|at| if at == 0 { 7 } else { 1_000 + at as u64 }).collect();
            (values, vec![(0..=count).collect()])
        }),
        ("many small sums", |count| {
            let values = (0..count * 3).map(|at| [5_000, 2_310, 2_480][at % 3]).collect();
            (values, (0..count).map(|at| vec![at * 3, at * 3 + 1, at * 3 + 2]).collect())
        }),
        ("one total of many breakdowns", |count| {
            let values = (0..=count * 2).map(|at| if at == 0 { 7 } else { 1_000 + at as u64 }).collect();
            (values, (0..count).map(|at| vec![0, at * 2 + 1, at * 2 + 2]).collect())
        }),
        ("a chain of sums", |count| {
            let values = (0..=count * 2).map(|at| 900_000 - 17 * at as u64).collect();
            (values, (0..count).map(|at| vec![at * 2, at * 2 + 1, at * 2 + 2]).collect())
        }),
    ];
    for (name, shape) in shapes {
        let (few, many) = (steps(250, shape), steps(1_000, shape));
        assert!(many <= few * 5, "{name}: {few} steps for 250, {many} for 1000");
    }
}
