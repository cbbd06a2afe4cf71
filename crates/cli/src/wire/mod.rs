//! What the command line prints of a report as JSON. These types belong to it alone; the engine's are turned into them
//! here. The table of a period is JSON as `tonghop_drafts::write::json` has it.
//!
//! Values are decimal strings with a point; start and end count Unicode scalar values, end exclusive.

mod report;

pub use report::report_line;
