//! The report: its JSON is valid by the schema, its pages are self-contained.

use std::path::Path;

use serde_json::Value;

use super::{Site, TODAY, linli};
use crate::tidy::root;

/// The violations of a schema in a document; supports only the keywords of JSON Schema that ours uses.
fn breaches(schema: &Value, top: &Value, value: &Value, at: &str, found: &mut Vec<String>) {
    if let Some(name) = schema["$ref"].as_str() {
        let target = &top["$defs"][name.trim_start_matches("#/$defs/")];
        assert!(target.is_object(), "{name} is not defined");
        return breaches(target, top, value, at, found);
    }
    let types: Vec<&str> = match &schema["type"] {
        Value::String(one) => vec![one.as_str()],
        Value::Array(many) => many.iter().filter_map(Value::as_str).collect(),
        _ => panic!("{at}: the schema gives no type"),
    };
    let fits = |of: &&str| match *of {
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        "array" => value.is_array(),
        _ => value.is_object(),
    };
    if !types.iter().any(fits) {
        found.push(format!("{at}: {value} is not {types:?}"));
    }
    if schema["enum"].as_array().is_some_and(|all| !all.contains(value)) {
        found.push(format!("{at}: {value} is not one of {}", schema["enum"]));
    }
    if schema["minimum"].as_i64().zip(value.as_i64()).is_some_and(|(least, n)| n < least) {
        found.push(format!("{at}: {value} is too small"));
    }
    for (index, item) in value.as_array().into_iter().flatten().enumerate() {
        breaches(&schema["items"], top, item, &format!("{at}[{index}]"), found);
    }
    let Some(object) = value.as_object() else { return };
    for key in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).filter(|k| !object.contains_key(*k)) {
        found.push(format!("{at}: lacks {key}"));
    }
    for (key, value) in object {
        match schema["properties"].get(key) {
            Some(schema) => breaches(schema, top, value, &format!("{at}.{key}"), found),
            None => found.push(format!("{at}: {key} is unknown")),
        }
    }
}

#[track_caller]
fn keeps_to_the_schema(report: &Value) {
    let schema = std::fs::read_to_string(root().join("docs/report.schema.json")).expect("the schema is there");
    let schema: Value = serde_json::from_str(&schema).expect("the schema is JSON");
    let mut found = Vec::new();
    breaches(&schema, &schema, report, "report", &mut found);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("a folder").map(|e| e.expect("an entry")) {
        let (path, name) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy(&path, &name);
        } else {
            std::fs::copy(&path, &name).expect("a file");
        }
    }
}

/// The demonstration of the repository, in a folder of its own.
fn demo() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    copy(&root().join("content"), &folder.path().join("content"));
    std::fs::copy(root().join("site.toml"), folder.path().join("site.toml")).expect("the settings");
    folder
}

fn json(path: &Path) -> Value {
    serde_json::from_str(&std::fs::read_to_string(path).expect("a report")).expect("JSON")
}

#[test]
fn the_report_of_the_demonstration_keeps_to_the_schema() {
    let site = demo();
    linli(site.path(), &["build", "-q", "--report", "report.json", "--today", TODAY]).ends(0);
    let report = json(&site.path().join("report.json"));
    keeps_to_the_schema(&report);
    assert!(!report["due_soon"].as_array().unwrap().is_empty());
    let heads: Vec<&Value> = report["coverage"]["groups"].as_array().unwrap().iter().flat_map(|g| g["heads"].as_array().unwrap()).collect();
    let head = |id: &str| *heads.iter().find(|h| h["id"] == id).unwrap_or_else(|| panic!("no {id}"));
    assert_eq!(heads.iter().filter(|h| h["id"].as_str().unwrap().starts_with("residents-")).count(), 7);
    assert!(!head("residents-decisions")["records"].as_array().unwrap().is_empty());
    assert!(head("residents-decisions")["newest"].is_string());
    // A community in town has no accounts of a village collective. The report lists that without a finding.
    let village = head("villagers-finances");
    assert_eq!((&village["newest"], &village["spans"]["all"], &village["spans"]["with_records"]), (&Value::Null, &12.into(), &0.into()));
    let carried = report["actions"].as_array().unwrap().iter().find(|a| a["carried"] != 0).expect("an action carried on");
    assert_eq!(carried["carried"].as_u64().unwrap() as usize, carried["carried_from"].as_array().unwrap().len());
    assert!(carried["first_agreed"].as_str() < carried["agreed"].as_str());
}

#[test]
fn what_was_due_is_overdue_later() {
    let site = demo();
    for (today, list, other) in [("2026-06-20", "due_soon", "overdue"), ("2026-07-01", "overdue", "due_soon")] {
        linli(site.path(), &["build", "-q", "--report", "report.json", "--today", today]);
        let report = json(&site.path().join("report.json"));
        let has =
            |list: &str| report[list].as_array().unwrap().iter().any(|due| due["code"] == "MTG-07" && due["deadline"] == "2026-06-30");
        assert!(has(list) && !has(other), "{today}");
    }
}

#[test]
fn the_pages_stand_alone_in_both_languages_and_outside_the_site() {
    let site = Site::new();
    site.run(&["report"]).ends(0).says(".linli/report/index.html");
    site.run(&["report", "--lang", "en", "-o", "out"]).ends(0).says("The report is written");
    assert!(!site.at("public").exists());
    for (folder, lang, word) in [(".linli/report", "zh-Hans", "公开情况"), ("out", "en", "Coverage")] {
        for page in ["index", "findings", "due", "translations", "coverage", "actions"] {
            let html = site.read(&format!("{folder}/{page}.html"));
            assert!(html.starts_with(&format!("<!doctype html>\n<html lang=\"{lang}\">")) && html.contains(word), "{page}");
            for outside in ["http:", "https:", "src=", "<script", "style=\"", "url("] {
                assert!(!html.contains(outside), "{page}: {outside}");
            }
            let targets = html.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
            for target in targets.filter(|t| !t.starts_with('#')) {
                assert!(site.at(folder).join(target).exists(), "{page}: {target}");
            }
        }
    }
    // The same day gives the same bytes, and so does a build.
    let before = site.read("out/coverage.html");
    site.run(&["build", "--lang", "en", "--report-html", "again"]).ends(0);
    assert_eq!(site.read("again/coverage.html"), before);
}

#[test]
fn a_finding_is_quoted_but_personal_data_never() {
    let site = Site::new();
    site.edit("content/notices/water.md", "各位居民", "各位居民<b>11010519491231002X");
    site.edit("content/notices/water.md", "type: disruption", "type: nonsense");
    site.run(&["report"]).ends(0);
    let html = site.read(".linli/report/findings.html");
    assert!(html.contains("<mark>nonsense</mark>") && html.contains("COM-10"), "{html}");
    assert!(!html.contains("11010519491231002X") && !html.contains("<b>"), "{html}");
    // There is no report with broken settings.
    site.edit("site.toml", "timezone", "timezoen");
    site.run(&["report"]).ends(3).says("timezoen");
}

#[test]
fn an_answer_stands_with_the_rule_and_its_article() {
    let site = demo();
    linli(site.path(), &["build", "-q", "--today", TODAY]).ends(0);
    for (lang, rule, law) in [("zh", "参加的人够不够", "《民法典》"), ("en", "Enough take part", "Civil Code")] {
        let page = site.path().join(format!("public/{lang}/meetings/2026-01-18-parking/index.html"));
        let html = std::fs::read_to_string(page).expect("the page");
        let section = html.split("id=\"explain\"").nth(1).and_then(|s| s.split("</section>").next()).expect("a section");
        assert!(section.contains(rule) && section.contains(law) && section.contains("MTG-03") && section.contains("541"), "{section}");
    }
}
