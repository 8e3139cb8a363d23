//! The program `linli`: hands the command line to the front desk.
//!
//! In: the process's arguments. Out: its exit code.

mod cli;

fn main() -> std::process::ExitCode {
    cli::main()
}
