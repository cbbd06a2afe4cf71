//! Where the keys lead in a grid of cells, after the grid pattern of the ARIA practices.

/// How far a page key goes; about what is in sight on a small laptop.
const PAGE: usize = 12;

/// A place in a grid: row and column, from 0.
pub type Place = (usize, usize);

/// Where a key leads from a place in a grid of `rows` by `columns`; `None` where the key is not one of the grid's.
///
/// `key` is the name of the key as `KeyboardEvent.key` has it, `ctrl` whether Ctrl is held with it.
pub fn step(from: Place, key: &str, ctrl: bool, rows: usize, columns: usize) -> Option<Place> {
    if rows == 0 || columns == 0 {
        return None;
    }
    let (last_row, last_column) = (rows - 1, columns - 1);
    let (row, column) = (from.0.min(last_row), from.1.min(last_column));
    Some(match (key, ctrl) {
        ("ArrowUp", false) => (row.saturating_sub(1), column),
        ("ArrowDown", false) => ((row + 1).min(last_row), column),
        ("ArrowLeft", false) => (row, column.saturating_sub(1)),
        ("ArrowRight", false) => (row, (column + 1).min(last_column)),
        ("ArrowUp", true) => (0, column),
        ("ArrowDown", true) => (last_row, column),
        ("ArrowLeft", true) | ("Home", false) => (row, 0),
        ("ArrowRight", true) | ("End", false) => (row, last_column),
        ("PageUp", false) => (row.saturating_sub(PAGE), column),
        ("PageDown", false) => ((row + PAGE).min(last_row), column),
        ("Home", true) => (0, 0),
        ("End", true) => (last_row, last_column),
        _ => return None,
    })
}

/// Where a key leads in a row of tabs or tiles of the given length.
pub fn step_along(from: usize, key: &str, length: usize) -> Option<usize> {
    match key {
        "ArrowLeft" | "ArrowRight" | "Home" | "End" => step((0, from), key, false, 1, length).map(|place| place.1),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_stop_at_the_edges() {
        for (from, key, ctrl, to) in [
            ((0, 0), "ArrowUp", false, Some((0, 0))),
            ((0, 0), "ArrowLeft", false, Some((0, 0))),
            ((1, 1), "ArrowDown", false, Some((2, 1))),
            ((2, 3), "ArrowDown", false, Some((2, 3))),
            ((2, 3), "ArrowRight", false, Some((2, 3))),
            ((1, 2), "Home", false, Some((1, 0))),
            ((1, 2), "End", true, Some((2, 3))),
            ((1, 2), "PageDown", false, Some((2, 2))),
            ((9, 9), "ArrowUp", false, Some((1, 3))),
            ((1, 2), "a", false, None),
            ((1, 2), "c", true, None),
        ] {
            assert_eq!(step(from, key, ctrl, 3, 4), to, "{from:?} {key} {ctrl}");
        }
        assert_eq!(step((0, 0), "ArrowDown", false, 0, 4), None);
    }

    #[test]
    fn up_and_down_are_left_to_the_page_in_a_row() {
        assert_eq!(step_along(1, "ArrowRight", 3), Some(2));
        assert_eq!(step_along(1, "ArrowDown", 3), None);
    }
}
