//! The command line.

fn main() -> std::process::ExitCode {
    tonghop_cli::run()
}
