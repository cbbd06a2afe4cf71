//! The command line. The page is a crate of its own, in `ui`.

fn main() -> std::process::ExitCode {
    tonghop::cli::run()
}
