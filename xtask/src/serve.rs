//! The page on 127.0.0.1, built again after each change.

use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::Child;
use std::thread;
use std::time::Duration;

use crate::build::{Profile, single_file, trunk};
use crate::step::{Outcome, step};
use crate::{tools, versions};

/// Sets up what is missing, builds, serves until it is interrupted.
pub fn serve(profile: Profile) -> Outcome {
    let port = versions::read()?.port;
    if TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_err() {
        return Err(format!("Port {port} is taken: end what listens there, or change it in Trunk.toml."));
    }
    let path = tools::for_build()?;
    let mut command = trunk("serve", &path, profile)?;
    // Only what goes wrong; the steps say the rest.
    command.env("RUST_LOG", "warn").env("CARGO_TERM_QUIET", "true");
    let mut server = step("page", || {
        let mut server = command.spawn().map_err(|error| format!("trunk: {error}"))?;
        wait(&mut server, port)?;
        Ok(server)
    })?;
    println!("http://127.0.0.1:{port}/ (Ctrl+C ends)\n{}", single_file().display());
    server.wait().map(drop).map_err(|error| format!("trunk: {error}"))
}

/// Trunk listens as soon as the first build is done.
fn wait(server: &mut Child, port: u16) -> Outcome {
    while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
        if server.try_wait().is_ok_and(|status| status.is_some()) {
            return Err("The page does not build: mend what is named above.".to_owned());
        }
        thread::sleep(Duration::from_millis(200));
    }
    Ok(())
}
