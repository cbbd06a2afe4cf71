//! What reports say of each other and of themselves: the checks, what an official decides, the table of a period.
//!
//! The rooms in the order of the way: [`decision`], [`succession`], [`table`] (its types), [`check`], [`consolidate`].

pub mod check;
pub mod consolidate;
pub mod decision;
pub mod remark;
pub mod report;
pub mod succession;
pub mod table;
