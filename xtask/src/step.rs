//! One plain line a step: its name, how it went, how long it took.

use std::io::{self, Write as _};
use std::time::Instant;

/// What a task yields, or what failed and what to do, as text for the terminal.
pub type Outcome<T = ()> = Result<T, String>;

/// Runs a step and prints its line; the name stands there while it runs.
pub fn step<T>(name: &str, run: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
    print!("{name:<42} ");
    // A terminal that cannot be flushed shows the line later, which is no reason to stop.
    io::stdout().flush().ok();
    let start = Instant::now();
    let outcome = run();
    let word = if outcome.is_ok() { "ok" } else { "FAILED" };
    println!("{word:<6} {:>6.1} s", start.elapsed().as_secs_f64());
    outcome
}
