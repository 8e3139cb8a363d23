//! The program `linli`: hands the command line to the front session. The rooms of the commands that do not
//! end by themselves, `watch` and `serve`, are its own as well.
//!
//! In: the process's arguments. Out: its exit code.

mod cli;
mod serve;
mod watch;

/// Pages are made of many small strings on all cores at once, which the system's allocator is slow at.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    cli::main()
}
