//! Layers: a module uses modules of its own layer and of those below, never above, never in a circle.
//!
//! In: the paths that each file names. Out: those that break the order. Always: `LAYERS` is the table of ARCHITECTURE.md (Layers); a
//! module that is missing in the table fails as well.

use std::collections::{BTreeMap, BTreeSet};

use super::rust::{File, Named};
use super::{Breach, hold, sources};

/// The lowest layer first. The stages are in order: each uses only earlier ones.
const LAYERS: &[&[&str]] = &[
    &["fs", "source", "diagnostic", "deps", "hash", "sink", "picture", "svg", "media", "font", "qr", "office", "order"],
    &["locale", "config", "profile", "rulebook", "yaml", "value"],
    &["record", "markdown", "theme", "route", "site", "request", "lock"],
    STAGES,
    &["incremental"],
    &["lib"],
    &["main", "cli", "watch", "serve"],
];

const STAGES: &[&str] = &["load", "discover", "parse", "check", "relate", "plan", "pages", "render", "write"];

fn layer(module: &str) -> Option<usize> {
    LAYERS.iter().position(|modules| modules.contains(&module))
}

/// The top-level modules that a file names: at the root of the crate a module is named without `crate::`.
fn modules_named(file: &File) -> Vec<(usize, String)> {
    let mut named: Vec<(usize, String)> =
        file.paths().into_iter().filter_map(|Named { at, segments }| Some((at, segments.into_iter().next()?))).collect();
    if file.path == "src/lib.rs" {
        for module in LAYERS.concat() {
            let path = format!("{module}::");
            named.extend(file.finds(&path).filter(|at| !file.code[..*at].ends_with(':')).map(|at| (at, module.to_owned())));
        }
    }
    // Any other name at the root is a macro of the module that declares it, or belongs to `lib` (`compile`).
    let modules: BTreeSet<String> = sources().iter().map(File::top_module).collect();
    for (_, module) in &mut named {
        if !modules.contains(module) {
            *module = module_of_macro(module).unwrap_or_else(|| "lib".into());
        }
    }
    named
}

#[test]
fn every_module_has_a_layer() {
    let missing = sources().iter().filter(|f| layer(&f.top_module()).is_none());
    hold(
        missing.map(|f| Breach::new(&f.path, 1, format!("the module `{}` is in no layer", f.top_module()))).collect(),
        "move it into a module that exists, or add the new module to LAYERS (tests/suite/tidy/layers.rs) and to ARCHITECTURE.md.",
    );
}

#[test]
fn a_module_uses_only_its_own_layer_and_those_below() {
    let mut breaches = Vec::new();
    for file in sources() {
        let Some(from) = layer(&file.top_module()) else { continue };
        for (at, to) in modules_named(file) {
            let Some(other) = layer(&to) else { continue };
            if other > from {
                breaches.push(Breach::at(file, at, format!("layer {from} (`{}`) uses layer {other} (`{to}`)", file.top_module())));
            }
        }
    }
    hold(breaches, "move what is needed to a lower layer that both may use, or hand it in as an argument.");
}

/// The module that declares a macro; the macro is named at the root of the crate.
fn module_of_macro(name: &str) -> Option<String> {
    let declaration = format!("macro_rules! {name} ");
    sources().iter().find(|f| f.code.contains(&declaration)).map(File::top_module)
}

#[test]
fn a_stage_uses_only_earlier_stages() {
    let place = |module: &str| STAGES.iter().position(|stage| *stage == module);
    let mut breaches = Vec::new();
    for file in sources() {
        let Some(from) = place(&file.top_module()) else { continue };
        for (at, to) in modules_named(file) {
            if place(&to).is_some_and(|to| to > from) {
                breaches.push(Breach::at(file, at, format!("the stage `{}` uses the later stage `{to}`", file.top_module())));
            }
        }
    }
    hold(breaches, "the order is load, discover, parse, check, relate, plan, pages, render, write: let the earlier stage own the type.");
}

#[test]
fn a_page_reads_records_and_plan_through_its_context() {
    // The context itself, and its cache of rows.
    const CONTEXT: &[&str] = &["src/pages/cx.rs", "src/pages/row_cache.rs"];
    let is_noted = |segments: &[String]| match segments {
        [module, name, ..] => !matches!((module.as_str(), name.as_str()), ("relate", "Library") | ("plan", "Plan") | ("deps", _)),
        _ => true,
    };
    let mut breaches = Vec::new();
    for file in sources().iter().filter(|f| f.top_module() == "pages" && !CONTEXT.contains(&f.path.as_str())) {
        let unnoted = file.paths().into_iter().filter(|named| !is_noted(&named.segments));
        breaches.extend(unnoted.map(|named| Breach::at(file, named.at, format!("reads `{}` by itself", named.segments.join("::")))));
    }
    hold(breaches, "read through PageCx: a new read is a method of src/pages/cx.rs that notes its DepKey.");
}

#[test]
fn modules_do_not_use_each_other_in_a_circle() {
    let mut arrows: BTreeMap<String, BTreeMap<String, Breach>> = BTreeMap::new();
    for file in sources() {
        for (at, to) in modules_named(file).into_iter().filter(|(_, to)| *to != file.top_module()) {
            arrows.entry(file.top_module()).or_default().entry(to.clone()).or_insert_with(|| {
                Breach::at(file, at, format!("`{}` uses `{to}`, which needs `{}` itself", file.top_module(), file.top_module()))
            });
        }
    }
    let reaches = |from: &str, goal: &str| {
        let (mut seen, mut open) = (BTreeSet::new(), vec![from.to_owned()]);
        while let Some(module) = open.pop() {
            if module == goal {
                return true;
            }
            if seen.insert(module.clone()) {
                open.extend(arrows.get(&module).into_iter().flat_map(BTreeMap::keys).cloned());
            }
        }
        false
    };
    let circles = arrows.iter().flat_map(|(from, tos)| tos.iter().filter(|(to, _)| reaches(to, from)).map(|(_, breach)| breach.clone()));
    hold(circles.collect(), "move what both need into a module below them.");
}

/// Stem of a file or folder of the record module.
pub(super) fn stem(file: &File) -> Option<&str> {
    let inside = file.path.strip_prefix("src/record/")?;
    Some(inside.split('/').next().unwrap_or(inside).trim_end_matches(".rs"))
}

/// The kinds: modules in the record module that declare a `KIND`. Its other modules serve all kinds.
pub(super) fn kinds() -> BTreeSet<String> {
    let declares = |f: &File| f.finds("KIND: Kind").next().is_some();
    sources().iter().filter(|f| declares(f)).filter_map(|f| stem(f).map(str::to_owned)).collect()
}

fn kind_of(file: &File) -> Option<String> {
    stem(file).filter(|stem| kinds().contains(*stem)).map(str::to_owned)
}

#[test]
fn every_kind_stands_in_the_table_of_kinds() {
    let Some(table) = sources().iter().find(|f| f.path == "src/record/mod.rs") else { return };
    let missing = kinds().into_iter().filter(|kind| table.finds(&format!("{kind}::KIND")).next().is_none());
    hold(
        missing.map(|kind| Breach::new(format!("src/record/{kind}.rs"), 1, "this kind is not in KINDS of src/record/mod.rs")).collect(),
        "add it to KINDS.",
    );
    assert!(!kinds().is_empty(), "no kind was recognized: kinds are what declares `KIND: Kind` in src/record");
}

#[test]
fn no_other_file_names_a_kind() {
    let kinds = kinds();
    let mut breaches = Vec::new();
    for file in sources().iter().filter(|f| f.path != "src/record/mod.rs") {
        let own_kind = kind_of(file);
        for named in file.paths() {
            if let [module, kind, ..] = named.segments.as_slice()
                && module == "record"
                && kinds.contains(kind)
                && own_kind.as_ref() != Some(kind)
            {
                breaches.push(Breach::at(file, named.at, format!("names the kind `{kind}`")));
            }
        }
    }
    hold(breaches, "ask through the Fields trait or through facets; what several kinds share belongs to a common file of src/record.");
}

#[test]
fn no_other_module_asks_for_the_folder_of_a_kind() {
    let mut folders = BTreeSet::new();
    for file in sources().iter().filter(|f| kind_of(f).is_some()) {
        for at in file.finds("folder:") {
            let after = &file.text[at..];
            if let Some(name) = after.split('"').nth(1) {
                folders.insert(name.to_owned());
            }
        }
    }
    // A common word in a site generator.
    folders.remove("pages");
    let mut breaches = Vec::new();
    // Within the module a folder declares the kinds that a reference may name.
    for file in sources().iter().filter(|f| f.top_module() != "record") {
        for (at, text) in file.literals() {
            if folders.contains(text) {
                breaches.push(Breach::at(file, at, format!("asks for the folder \"{text}\" of a kind")));
            }
        }
    }
    hold(breaches, "let the kind say it: a field of Kind, a facet, or a method with a default.");
}
