//! Checks the knowledge of this crate and carries it.

fn main() -> tonghop_data::Outcome {
    tonghop_data::files(&["heads"])
}
