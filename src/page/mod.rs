//! What the page decides without a browser: the order of reading, what is selected, where the keys lead,
//! what of a text is shown. Compiled everywhere, so that it is tested natively; `view` only draws it.

pub mod clip;
pub mod excerpt;
pub mod figure;
pub mod findings;
pub mod grid;
pub mod groups;
pub mod log;
pub mod queue;
pub mod target;
pub mod words;
