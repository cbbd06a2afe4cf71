//! Facts of several reports to the table of a period, with every derivation.
