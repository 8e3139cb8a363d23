//! Boundaries: one module names each outside crate that brings types of its own, and one module reaches each part of the machine.
//!
//! In: the code of every file and the dependencies. Out: crates named elsewhere, and files, clock, environment and streams used
//! elsewhere. Always: replacing a crate changes one module.

use std::collections::BTreeSet;

use super::manifest::dependencies;
use super::rust::File;
use super::{Breach, hold, sources};

/// A crate and the places that may name it: a file, or a folder if the path ends in `/`.
const CRATE_BOUNDARIES: &[(&str, &[&str])] = &[
    ("aho_corasick", &["src/relate/rules/names.rs"]),
    ("ammonia", &["src/markdown/sanitize.rs"]),
    ("annotate_snippets", &["src/diagnostic/human.rs"]),
    ("anstream", &["src/cli/", "src/main.rs"]),
    ("axum", &["src/serve.rs", "src/serve/listen.rs"]),
    ("blake3", &["src/hash.rs"]),
    ("clap", &["src/cli/", "src/main.rs"]),
    ("clap_complete", &["src/cli/"]),
    ("csv", &["src/cli/list.rs"]),
    ("encoding_rs", &["src/source.rs"]),
    ("flate2", &["src/font.rs", "src/picture/strip.rs"]),
    ("fluent_bundle", &["src/locale/catalog.rs"]),
    ("fluent_syntax", &["src/locale/catalog.rs"]),
    ("foldhash", &["src/hash.rs"]),
    ("fontcull_klippa", &["src/font.rs"]),
    ("fontcull_write_fonts", &["src/font.rs"]),
    ("futures_core", &["src/serve.rs"]),
    ("granit_parser", &["src/yaml.rs"]),
    ("icu", &["src/locale/format.rs"]),
    ("icu_experimental", &["src/locale/format.rs"]),
    ("image", &["src/picture.rs"]),
    ("intl_memoizer", &["src/locale/catalog.rs"]),
    ("jiff", &["src/value/date.rs"]),
    ("mimalloc", &["src/main.rs"]),
    ("notify", &["src/watch.rs"]),
    ("pulldown_cmark", &["src/markdown/render.rs", "src/markdown/render/"]),
    ("qrcode", &["src/qr.rs"]),
    // Modules that read, and modules that write.
    ("quick_xml", &["src/office.rs", "src/office/", "src/pages/xml.rs", "src/pages/xml/", "src/svg.rs"]),
    ("postcard", &["src/parse/cached.rs"]),
    ("rust_decimal", &["src/value/decimal.rs"]),
    ("rustix", &["src/fs.rs"]),
    ("serde_yaml", &["src/yaml.rs"]),
    ("sha2", &["src/hash.rs"]),
    ("strsim", &["src/diagnostic/near.rs"]),
    ("syntect", &["src/markdown/highlight.rs"]),
    ("sys_locale", &["src/cli/"]),
    ("tera", &["src/theme.rs"]),
    ("tokio", &["src/serve.rs", "src/serve/listen.rs"]),
    ("toml", &["src/config/tree.rs"]),
    ("unic_langid", &["src/locale/catalog.rs"]),
    ("unicode_normalization", &["src/value/text.rs"]),
    ("unicode_width", &["src/diagnostic/display.rs"]),
    ("walkdir", &["src/fs.rs"]),
    ("zip", &["src/office.rs", "src/office/"]),
];

/// Crates that any module may name: they derive or carry our own types and add none to our signatures.
const EVERYWHERE: &[&str] = &["rayon", "serde", "serde_json", "thiserror"];

/// Code that reaches outside the program, and the places that may hold it: the clock is an input, files are reached through
/// `FileSystem`, the command line alone prints.
const MACHINE_BOUNDARIES: &[(&[&str], &[&str], &str)] = &[
    (
        &[
            "std::fs",
            "File::open(",
            "File::create(",
            "OpenOptions",
            ".canonicalize()",
            ".read_dir()",
            ".read_link()",
            ".try_exists()",
            ".symlink_metadata()",
        ],
        &["src/fs.rs"],
        "reaches files: use the FileSystem trait",
    ),
    (
        &["SystemTime::now(", "Zoned::now(", "Timestamp::now(", "UNIX_EPOCH.elapsed("],
        &["src/fs.rs", "src/main.rs", "src/cli/"],
        "asks the clock: take `today` as an argument",
    ),
    (
        &["Instant::now("],
        &["src/fs.rs", "src/main.rs", "src/cli/", "src/watch.rs", "src/watch/", "src/serve/listen.rs"],
        "measures time: only the command line, the watcher and connections wait for something",
    ),
    (
        &["std::env", "env::var(", "env::var_os(", "env::args("],
        &["src/main.rs", "src/cli/"],
        "asks the environment: take it as an argument",
    ),
    (
        &["println!", "eprintln!", "print!", "eprint!", "stdout()", "stderr()", "stdin()"],
        &["src/main.rs", "src/cli/"],
        "prints: return the text to the command line",
    ),
    (&["process::exit(", "process::abort(", "Command::new("], &["src/main.rs", "src/cli/"], "leaves the program: return a value"),
    (
        &["TcpListener", "TcpStream", "UdpSocket"],
        &["src/serve.rs", "src/serve/"],
        "opens the network: only the preview server listens, and on loopback",
    ),
    (&["rand::", "RandomState", "thread_rng"], &[], "is random: the same inputs give the same bytes"),
    (&["static mut", "unsafe "], &[], "is beyond what the compiler checks"),
];

fn is_in(file: &File, places: &[&str]) -> bool {
    places.iter().any(|place| if place.ends_with('/') { file.path.starts_with(place) } else { file.path == *place })
}

/// Where a file names an outside crate.
fn names<'a>(file: &'a File, krate: &'a str) -> impl Iterator<Item = usize> + 'a {
    // A module or import of ours with the same name hides the crate.
    let hidden = file.paths().iter().any(|p| p.segments.last().is_some_and(|s| s == krate))
        || file.finds("mod").any(|at| file.code[at + 3..].trim_start().starts_with(&format!("{krate};")));
    file.finds(krate).filter(move |at| {
        let after = &file.code[at + krate.len()..];
        let before = file.code[..*at].trim_end();
        let path = after.starts_with("::") && !before.ends_with("::") && (!hidden || before.ends_with("use"));
        let import = before.ends_with("use") && (after.starts_with(';') || after.starts_with(" as "));
        path || import || (before.ends_with("use ::") && after.starts_with("::"))
    })
}

#[test]
fn each_outside_crate_is_named_in_one_module() {
    let mut breaches = Vec::new();
    for (krate, allowed) in CRATE_BOUNDARIES {
        for file in sources().iter().filter(|f| !is_in(f, allowed)) {
            breaches.extend(
                names(file, krate)
                    .map(|at| Breach::at(file, at, format!("names `{krate}`, which only {} may name", allowed.join(" and ")))),
            );
        }
    }
    hold(breaches, "use the module that wraps the crate; add what is missing to that module, as a type of ours.");
}

#[test]
fn every_dependency_has_a_boundary_and_every_boundary_a_dependency() {
    let known: BTreeSet<&str> = CRATE_BOUNDARIES.iter().map(|(krate, _)| *krate).chain(EVERYWHERE.iter().copied()).collect();
    let named = dependencies("dependencies");
    let mut breaches: Vec<Breach> = Vec::new();
    for (line, krate) in &named {
        if !known.contains(krate.as_str()) {
            breaches.push(Breach::new("Cargo.toml", *line, format!("no entry says which module may name `{krate}`")));
        }
    }
    for krate in known.into_iter().filter(|k| !named.iter().any(|(_, n)| n == k)) {
        breaches.push(Breach::new("tests/suite/tidy/boundaries.rs", 1, format!("`{krate}` is no dependency")));
    }
    hold(breaches, "write in CRATE_BOUNDARIES (tests/suite/tidy/boundaries.rs) which module names the crate.");
}

#[test]
fn files_clock_environment_and_streams_are_each_reached_from_one_place() {
    let mut breaches = Vec::new();
    for (pieces, allowed, why) in MACHINE_BOUNDARIES {
        for file in sources().iter().filter(|f| !is_in(f, allowed)) {
            for piece in *pieces {
                breaches.extend(file.finds(piece).map(|at| Breach::at(file, at, format!("`{piece}` {why}"))));
            }
        }
    }
    hold(breaches, "do it in a module that the rule allows (MACHINE_BOUNDARIES in tests/suite/tidy/boundaries.rs).");
}
