//! Lists the files that the program embeds.
//!
//! In: `themes/board` and `src/messages`. Out: two lists in the folder of the build, `theme.rs` and `messages.rs`. Always: a file is
//! embedded because it lies in its folder; hidden files are not; the lists are sorted.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

const THEME: &str = "themes/board";
const MESSAGES: &str = "src/messages";

fn main() -> io::Result<()> {
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo names OUT_DIR"))?);
    let mut theme = String::from("&[\n");
    for path in files(THEME)? {
        let name = &path[THEME.len() + 1..];
        let _ = writeln!(theme, "    ({name:?}, include_bytes!(concat!(env!(\"CARGO_MANIFEST_DIR\"), {:?}))),", format!("/{path}"));
    }
    fs::write(out.join("theme.rs"), theme + "]\n")?;
    let mut messages = String::from("&[\n");
    for chinese in files(MESSAGES)?.iter().filter(|path| path.ends_with("zh.ftl")) {
        let english = chinese.replace("zh.ftl", "en.ftl");
        let one = |path: &str| format!("({path:?}, include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), {:?})))", format!("/{path}"));
        let _ = writeln!(messages, "    [{}, {}],", one(chinese), one(&english));
    }
    fs::write(out.join("messages.rs"), messages + "]\n")
}

/// Every file below a folder of the project, with forward slashes, sorted.
fn files(folder: &str) -> io::Result<Vec<String>> {
    println!("cargo::rerun-if-changed={folder}");
    let mut found = Vec::new();
    below(Path::new(folder), folder, &mut found)?;
    found.sort();
    Ok(found)
}

fn below(folder: &Path, name: &str, found: &mut Vec<String>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let Ok(own) = entry.file_name().into_string() else { continue };
        let path = format!("{name}/{own}");
        match entry.file_type()?.is_dir() {
            _ if own.starts_with('.') => {}
            true => below(&entry.path(), &path, found)?,
            false => found.push(path),
        }
    }
    Ok(())
}
