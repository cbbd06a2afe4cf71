//! What each reader can do, as data at its head; `docs/formats.md` is made from it.

/// How well a reader knows a feature of its format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Degree {
    /// Read as the program that wrote it shows it.
    Done,
    /// Read with a loss that the words of the feature name.
    Partly,
    /// Left out.
    Not,
}

/// A feature of a format, and how well it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Feature {
    /// How well it is read.
    pub degree: Degree,
    /// The feature, in English, as a phrase without a point at its end.
    pub what: &'static str,
}

/// A feature that is read.
pub(super) const fn done(what: &'static str) -> Feature {
    Feature { degree: Degree::Done, what }
}

/// A feature that is read in part; the words say which part is not.
pub(super) const fn partly(what: &'static str) -> Feature {
    Feature { degree: Degree::Partly, what }
}

/// A feature that is not read.
pub(super) const fn not(what: &'static str) -> Feature {
    Feature { degree: Degree::Not, what }
}
