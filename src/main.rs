//! The program `linli`: hands the command line to the front desk. The rooms of the commands that do not
//! end by themselves, `watch` and `serve`, are its own as well.
//!
//! In: the process's arguments. Out: its exit code.

mod cli;
mod serve;
mod watch;

fn main() -> std::process::ExitCode {
    cli::main()
}
