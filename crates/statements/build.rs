//! Checks the knowledge of this crate and carries it.

fn main() -> tonghop_data::Outcome {
    tonghop_data::files(&[
        "authority/authorities",
        "authority/documents",
        "authority/provinces",
        "numeral/forms",
        "vocabulary",
    ])
}
