//! The project's tasks, from source to what ships: `cargo xtask help` lists them.

mod browser;
mod build;
mod cost;
mod debian;
mod html;
mod lighthouse;
mod office;
mod pack;
mod process;
mod serve;
mod size;
mod step;
mod test;
mod texts;
mod tools;
mod versions;
mod worker;

use std::env;
use std::process::ExitCode;

use step::Outcome;

const HELP: &str = "\
cargo xtask serve [--debug]   build the page, serve it on 127.0.0.1, build again after each change
cargo xtask build [--debug]   build dist/ (any web server) and dist/tonghop.html (the single file)
cargo xtask test              everything: format, lints, native tests, build, sizes, flows in a browser
cargo xtask flows [NAME]      only the flows in a browser whose name contains NAME, on the last build
cargo xtask bench             how long the engine, the readers and a whole report take, in milliseconds
cargo xtask size              sizes and SHA-256 of the last build
cargo xtask cost              what each reader and each other part costs in it, as bytes and compressed
cargo xtask lighthouse        what Lighthouse says of the last build; installed on the first call
cargo xtask worker            (called by Trunk) build the worker's program
cargo xtask pack              (called by Trunk) inline the scripts, write the policy and the single file

What is missing is set up first. TONGHOP_BROWSER names the browser for the flows, TONGHOP_OFFICE the program of
LibreOffice for the tests of the Word and the Excel file, if they are not to be searched for.";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match run(&arguments.iter().map(String::as_str).collect::<Vec<_>>()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[&str]) -> Outcome {
    match arguments {
        ["serve"] => serve::serve(build::Profile::Release),
        ["serve", "--debug"] => serve::serve(build::Profile::Debug),
        ["build"] => build::build(build::Profile::Release),
        ["build", "--debug"] => build::build(build::Profile::Debug),
        ["test"] => test::everything(),
        ["flows"] => test::flows(None),
        ["flows", name] => test::flows(Some(name)),
        ["bench"] => bench(),
        ["size"] => size::report(),
        ["cost"] => cost::report(),
        ["lighthouse"] => lighthouse::report(),
        ["worker"] => worker::build(),
        ["pack"] => pack::pack(),
        ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            Ok(())
        }
        _ => Err(HELP.to_owned()),
    }
}

/// The times of the engine and of the readers, natively and in one process; `tests/browser/speed.test.mjs` has those of the page.
fn bench() -> Outcome {
    let benches = ["engine", "checks", "readers", "report"].map(|name| ["--bench", name]).concat();
    let printed = process::quietly(
        &mut process::cargo(&[&["bench", "--quiet"], benches.as_slice()].concat()),
        "The measuring program could not be built or run.",
    )?;
    print!("{printed}");
    Ok(())
}
