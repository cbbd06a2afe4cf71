//! What Debian's packages set up, where the task runner may install them.

use std::path::Path;
use std::process::Command;

use crate::process::{program, quietly};
use crate::step::Outcome;

/// Installs packages on Debian as root; elsewhere nothing is done, for a task runner does not ask for passwords.
pub fn install(packages: &[&str], advice: &str) -> Outcome {
    if !Path::new("/etc/debian_version").exists() || !is_root() {
        return Ok(());
    }
    let apt = |arguments: &[&str]| {
        let mut command: Command = program("apt-get", arguments);
        quietly(command.env("DEBIAN_FRONTEND", "noninteractive"), advice)
    };
    apt(&["update"])?;
    apt(&[&["install", "--yes", "--no-install-recommends"], packages].concat()).map(drop)
}

fn is_root() -> bool {
    quietly(&mut program("id", &["-u"]), "").is_ok_and(|id| id.trim() == "0")
}
