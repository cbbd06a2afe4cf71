//! Tables to text that other programs take, one format a file.
