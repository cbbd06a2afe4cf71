//! What Lighthouse says of the last build; it is installed when it is first asked for, and in no test.

use std::fs;

use crate::browser;
use crate::process::{program, quietly, root};
use crate::step::{Outcome, step};
use crate::tools::{npm, npm_folder};

/// The last version that runs on Node 20.
const PACKAGE: &str = "lighthouse@12.8.2";

/// Prints the median score and what it is made of; fails below the least.
pub fn report() -> Outcome {
    let folder = root().join("target").join("lighthouse");
    let cli = folder.join("node_modules/lighthouse/cli/index.js");
    if !cli.is_file() {
        fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        step(PACKAGE, || {
            let mut command = program(npm(), &["install", "--no-save", "--no-audit", "--no-fund", PACKAGE]);
            quietly(command.current_dir(&folder), "npm has to reach its registry; then run this again.").map(drop)
        })?;
    }
    let mut command = program("node", &[]);
    command.arg(npm_folder().join("lighthouse.mjs")).arg(&cli);
    command.env(browser::VARIABLE, browser::find_or_install()?);
    print!("{}", quietly(&mut command, "The page is slower than it should be, or there is no build.")?);
    Ok(())
}
