//! The program `linli`: hands the command line to `cli`. The modules `watch` and `serve`, for commands that do not end by
//! themselves, belong to the program too, not to the library.
//!
//! In: the process's arguments. Out: its exit code.

mod cli;
mod serve;
mod watch;

/// Rendering allocates many small strings on all cores at once, which is slow with the system's allocator.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    cli::main()
}
