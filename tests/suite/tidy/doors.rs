//! Doors: each outside crate with types of its own is named in one place, and the machine is reached
//! through one place.
//!
//! In: the code of every file and the dependencies. Out: crates named elsewhere, and files, clock,
//! environment and streams touched elsewhere. Always: to replace a crate means to change one room.

use std::collections::BTreeSet;

use super::manifest::dependencies;
use super::rust::File;
use super::{Breach, hold, sources};

/// Crate and the place that may name it: a file, or a folder if it ends in `/`.
const DOORS: &[(&str, &[&str])] = &[
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
    ("pulldown_cmark", &["src/markdown/render.rs"]),
    ("qrcode", &["src/qr.rs"]),
    ("quick_xml", &["src/pages/xml.rs", "src/pages/xml/", "src/svg.rs"]),
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
];

/// Crates that have no door: they shape or carry our own types and bring none into our signatures.
const EVERYWHERE: &[&str] = &["rayon", "serde", "serde_json", "thiserror"];

/// What reaches outside the program, and the places that may: the clock is an input, files go through
/// `FileSystem`, words for people are printed at the front door.
const MACHINE: &[(&[&str], &[&str], &str)] = &[
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
        "measures time: only the desk, the watcher and connections wait for something",
    ),
    (
        &["std::env", "env::var(", "env::var_os(", "env::args("],
        &["src/main.rs", "src/cli/"],
        "asks the environment: take it as an argument",
    ),
    (
        &["println!", "eprintln!", "print!", "eprint!", "stdout()", "stderr()", "stdin()"],
        &["src/main.rs", "src/cli/"],
        "speaks to the terminal: hand the text up to the front door",
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

fn stands_in(file: &File, places: &[&str]) -> bool {
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
fn each_outside_crate_has_one_door() {
    let mut breaches = Vec::new();
    for (krate, doors) in DOORS {
        for file in sources().iter().filter(|f| !stands_in(f, doors)) {
            breaches.extend(
                names(file, krate).map(|at| Breach::at(file, at, format!("names `{krate}`, whose door is {}", doors.join(" or ")))),
            );
        }
    }
    hold(breaches, "ask the room that owns the crate; wrap what is missing there in a type of ours.");
}

#[test]
fn every_dependency_has_a_door_and_every_door_a_dependency() {
    let known: BTreeSet<&str> = DOORS.iter().map(|(krate, _)| *krate).chain(EVERYWHERE.iter().copied()).collect();
    let named = dependencies("dependencies");
    let mut breaches: Vec<Breach> = Vec::new();
    for (line, krate) in &named {
        if !known.contains(krate.as_str()) {
            breaches.push(Breach::new("Cargo.toml", *line, format!("`{krate}` has no door")));
        }
    }
    for krate in known.into_iter().filter(|k| !named.iter().any(|(_, n)| n == k)) {
        breaches.push(Breach::new("tests/suite/tidy/doors.rs", 1, format!("`{krate}` is no dependency")));
    }
    hold(breaches, "write in DOORS (tests/suite/tidy/doors.rs) which one file names the crate.");
}

#[test]
fn files_clock_environment_and_streams_are_reached_at_the_walls() {
    let mut breaches = Vec::new();
    for (pieces, places, why) in MACHINE {
        for file in sources().iter().filter(|f| !stands_in(f, places)) {
            for piece in *pieces {
                breaches.extend(file.finds(piece).map(|at| Breach::at(file, at, format!("`{piece}` {why}"))));
            }
        }
    }
    hold(breaches, "do it at the wall that the rule names (MACHINE in tests/suite/tidy/doors.rs).");
}
