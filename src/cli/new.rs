//! `linli new KIND [TITLE]`: writes a record to fill in, with its number and a comment for each line.
//!
//! In: a kind by any of its names, a title. Out: one new file. Always: the number is one more than the highest of that year in all
//! records, including those with mistakes; no existing file is overwritten; only required fields are active lines, examples are
//! comments, so that no example is ever published by mistake.

use std::collections::BTreeSet;
use std::path::Path;

use linli::discover::{self, Bundle};
use linli::fs::FileSystem;
use linli::locale::{Join, Words};
use linli::parse::MAX_FILE;
use linli::record::Kind;
use linli::record::envelope::{Envelope, Number};
use linli::record::field::{FieldSpec, Need, Shape};
use linli::source;
use linli::value::{Date, half_width};

use super::args::New;
use super::list::kind_named;
use super::session::{Session, SiteLocation};
use super::{Exit, Stop};

/// Longer slugs are cut at a word.
const SLUG: usize = 48;
/// Longer codelists are not listed in a comment.
const CODES: usize = 24;

pub(super) fn run(session: &Session, args: &New) -> Result<Exit, Stop> {
    let words = session.words;
    let place = session.place(args.today.as_deref())?;
    let kind = kind_named(words, &args.kind)?;
    let languages: Vec<&str> = place.settings.iter().flat_map(|s| &s.languages).map(|l| &*l.path).collect();
    let found = discover::content(&session.fs, &place.root, &languages).map_err(|e| Stop::files(&e, &place.root))?;
    let number = number(session, &place, args, &found.bundles)?;
    let title = args.title.as_deref().map(str::trim).filter(|t| !t.is_empty());
    let stem = stem(kind, title, &number, place.today);

    let base = place.root.join(discover::CONTENT).join(kind.folder);
    let id = format!("{}/{stem}", kind.folder);
    let path = base.join(format!("{stem}.md"));
    let there = |path: &Path| session.fs.metadata(path).map(|m| m.is_some()).map_err(|e| Stop::files(&e, &place.root));
    if there(&path)? || there(&base.join(&stem))? || found.bundles.iter().any(|b| b.id.as_str() == id) {
        return Err(Stop::usage("cli-new-exists").arg("id", id));
    }
    let template = Template { words, kind, number: &number, title, today: place.today };
    session.fs.create_dir_all(&base).map_err(|e| Stop::files(&e, &place.root))?;
    session.fs.write_new(&path, template.text().as_bytes()).map_err(|e| Stop::files(&e, &place.root))?;

    let path = format!("{}/{id}.md", discover::CONTENT);
    let mut lines = vec![words.say("cli-new-done", &[("path", path.into()), ("number", number.as_str().into())])];
    let open = template.open();
    lines.push(match open.len() {
        0 => words.say("cli-new-nothing-open", &[]),
        count => {
            let names = words.format().list(&open, Join::And);
            words.say("cli-new-open", &[("count", count.into()), ("names", names.into())])
        }
    });
    lines.push(words.say("cli-new-next", &[]));
    session.screen.out(&(lines.join("\n") + "\n"))?;
    Ok(Exit::Fine)
}

/// The number asked for, else the next free one of the year.
fn number(session: &Session, place: &SiteLocation, args: &New, bundles: &[Bundle]) -> Result<String, Stop> {
    let mut taken = BTreeSet::new();
    for bundle in bundles {
        taken.extend(Number::parse(bundle.id.stem()).ok());
        let bytes = session.fs.read(&bundle.primary.disk, MAX_FILE);
        // A file that cannot be read has no number on any page.
        let Some((text, _)) = bytes.ok().and_then(|bytes| source::decode(&bytes).ok()) else { continue };
        taken.extend(number_in(&text));
    }
    if let Some(typed) = &args.number {
        let number = Number::parse(typed).map_err(|_| Stop::usage("cli-new-number").arg("value", typed.as_str()))?;
        return if taken.contains(&number) { Err(Stop::usage("cli-new-number-taken").arg("value", number.0)) } else { Ok(number.0) };
    }
    let year = place.today.year();
    let in_year = taken.iter().filter(|n| n.year().parse() == Ok(year)).filter_map(|n| n.0[5..].parse::<u32>().ok());
    Ok(format!("{year:04}-{:03}", in_year.max().unwrap_or(0) + 1))
}

/// The number as the front matter writes it, read by line: the file may be broken elsewhere.
fn number_in(text: &str) -> Option<Number> {
    let keys = Envelope::SPEC.field("number").map(|f| [f.name, f.zh])?;
    let front = text.lines().skip(1).take_while(|line| line.trim_end() != "---");
    let mut values = front.filter_map(|line| {
        let (key, value) = line.split_once([':', '：'])?;
        keys.contains(&key.trim_end()).then(|| value.split(" #").next().unwrap_or(value).trim().trim_matches(['"', '\'']).to_owned())
    });
    Number::parse(&values.next()?).ok()
}

/// The stem: the day and the title's Latin words; for a Chinese title the number.
fn stem(kind: &Kind, title: Option<&str>, number: &str, today: Date) -> String {
    let tidy = half_width(title.unwrap_or_default()).to_lowercase();
    let slug = slug(&tidy);
    match () {
        () if !tidy.is_ascii() || slug.is_empty() => number.to_owned(),
        () if kind.listed => format!("{today}-{slug}"),
        () => slug,
    }
}

fn slug(text: &str) -> String {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|w| !w.is_empty());
    let mut out = String::new();
    for word in words {
        if !out.is_empty() {
            if out.len() + 1 + word.len() > SLUG {
                break;
            }
            out.push('-');
        }
        out.extend(word.chars().take(SLUG));
    }
    out
}

/// The text of a new record.
struct Template<'a> {
    words: &'static Words,
    kind: &'static Kind,
    number: &'a str,
    title: Option<&'a str>,
    today: Date,
}

/// Whether a new record must have the field.
fn is_needed(spec: &FieldSpec) -> bool {
    matches!(spec.need, Need::Required | Need::Unless(..))
}

impl Template<'_> {
    fn zh(&self) -> bool {
        self.words.say("cli-names-of-kinds", &[]) == "zh"
    }

    fn needed(&self) -> impl Iterator<Item = &'static FieldSpec> + use<> {
        self.kind.spec.fields.iter().filter(|f| is_needed(f))
    }

    /// Names of the fields still to fill.
    fn open(&self) -> Vec<String> {
        let title = Envelope::SPEC.field("title").filter(|_| self.title.is_none());
        title.into_iter().chain(self.needed()).map(|f| self.name(f)).collect()
    }

    fn name(&self, spec: &FieldSpec) -> String {
        if self.zh() { spec.zh.to_owned() } else { spec.name.replace('_', " ") }
    }

    fn text(&self) -> String {
        let say = |id: &str| self.words.say(id, &[]);
        let mut out = String::from("---\n");
        if self.kind.listed {
            out += &format!("{}number: {}\n", self.doc(Envelope::SPEC.field("number")), self.number);
        }
        out += &self.doc(Envelope::SPEC.field("title"));
        out += &self.title.map_or_else(|| "title:\n".to_owned(), |t| format!("title: {}\n", scalar(t)));
        out += &format!("{}published: {}\n", self.doc(Envelope::SPEC.field("published")), self.today);
        out += &format!("# {}\nstatus: draft\n", say("cli-new-comment-status"));
        if self.needed().next().is_some() {
            out += &format!("\n# {}\n", say("cli-new-comment-needed"));
        }
        for spec in self.needed() {
            out += &self.doc(Some(spec));
            out += &self.example(spec);
            out += &format!("{}:\n", spec.name);
        }
        let optional = |key: &&str| self.kind.spec.field(key).is_some_and(|f| !is_needed(f));
        let keys: Vec<&str> = self.kind.sample.iter().map(|(key, _)| *key).filter(optional).collect();
        let envelope = ["summary", "tags"];
        out += &format!("\n# {}\n", say("cli-new-comment-optional"));
        for key in envelope {
            out += &self.commented(Envelope::SPEC.field(key), "");
        }
        for key in keys {
            let sample = self.kind.sample.iter().find(|(k, _)| *k == key).map_or("", |(_, value)| *value);
            out += &self.commented(self.kind.spec.field(key).or_else(|| Envelope::SPEC.field(key)), sample);
        }
        out + &format!("\n# {}\n---\n\n", say("cli-new-comment-body"))
    }

    /// The description of a field, and its codes, as a comment.
    fn doc(&self, spec: Option<&'static FieldSpec>) -> String {
        let Some(spec) = spec else { return String::new() };
        let doc = if self.zh() { spec.doc_zh } else { spec.doc_en.trim_end_matches('.') };
        let named = if self.zh() && !doc.contains(spec.zh) { format!("{}：{doc}", spec.zh) } else { doc.to_owned() };
        let mut out = format!("# {named}\n");
        if let Shape::Code(list) = spec.shape
            && list.codes.len() <= CODES
        {
            let codes = list.codes.iter().map(|(code, zh)| if self.zh() { format!("{code} {zh}") } else { (*code).to_owned() });
            for line in lines(&codes.collect::<Vec<_>>()) {
                out += &format!("#   {line}\n");
            }
        }
        out
    }

    /// An example value as a comment.
    fn example(&self, spec: &'static FieldSpec) -> String {
        let sample = self.kind.sample.iter().find(|(key, _)| *key == spec.name).map(|(_, value)| *value);
        match (sample, spec.shape) {
            (None, _) | (_, Shape::Code(_)) => String::new(),
            (Some(value), _) => {
                let line = format!("{}:{}{value}", spec.name, if value.starts_with('\n') { "" } else { " " });
                let heading = self.words.say("cli-new-comment-example", &[]);
                format!("#   {heading}{}\n", line.replace('\n', "\n#   "))
            }
        }
    }

    fn commented(&self, spec: Option<&'static FieldSpec>, sample: &str) -> String {
        let Some(spec) = spec else { return String::new() };
        let gap = if sample.is_empty() || sample.starts_with('\n') { "" } else { " " };
        self.doc(Some(spec)) + &format!("# {}:{gap}{}\n", spec.name, sample.replace('\n', "\n# "))
    }
}

/// Codes in lines of a readable length.
fn lines(codes: &[String]) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for code in codes {
        match out.last_mut() {
            Some(line) if line.len() + code.len() < 90 => *line += &format!(" · {code}"),
            _ => out.push(code.clone()),
        }
    }
    out
}

/// A text as a YAML value: plain where that is safe, else in quotes.
pub(super) fn scalar(text: &str) -> String {
    let plain_start = text.chars().next().is_some_and(|c| c.is_alphabetic() || c == '《' || c == '（');
    let word = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"].contains(&text.to_lowercase().as_str());
    let signs = text.contains(": ") || text.contains(" #") || text.ends_with(':') || text.chars().any(|c| c.is_control());
    if plain_start && !word && !signs && text.trim() == text {
        return text.to_owned();
    }
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => out += &format!("\\u{:04X}", c as u32),
            c => out.push(c),
        }
    }
    out + "\""
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_become_stems() {
        let kind = |folder: &str| Kind::of_folder(folder).expect("a kind");
        let day = Date::new(2026, 6, 20).expect("a day");
        let cases = [
            ("notices", Some("关于停水的通知"), "2026-012"),
            ("notices", Some("Temporary water cut"), "2026-06-20-temporary-water-cut"),
            ("notices", Some("Water: 2nd cut!"), "2026-06-20-water-2nd-cut"),
            ("notices", Some("!!!"), "2026-012"),
            ("notices", None, "2026-012"),
            ("pages", Some("About us"), "about-us"),
            ("notices", Some("../../etc/passwd"), "2026-06-20-etc-passwd"),
        ];
        for (folder, title, expected) in cases {
            assert_eq!(stem(kind(folder), title, "2026-012", day), expected, "{title:?}");
        }
        assert!(slug(&"word ".repeat(100)).len() <= SLUG);
        assert!(slug(&"x".repeat(100)).len() <= SLUG);
    }

    #[test]
    fn numbers_are_found_in_broken_files() {
        let cases = [
            ("---\nnumber: 2026-011\n---\n", Some("2026-011")),
            ("---\n编号： 2026-011 # x\nx: [\n", Some("2026-011")),
            ("---\ntitle: x\n---\nnumber: 2026-011\n", None),
            ("---\n  number: 2026-011\n---\n", None),
        ];
        for (text, expected) in cases {
            assert_eq!(number_in(text).map(|n| n.0).as_deref(), expected, "{text:?}");
        }
    }

    #[test]
    fn titles_are_quoted_where_yaml_would_read_something_else() {
        let cases = [
            ("关于停水的通知", "关于停水的通知"),
            ("2026年第一季度", "\"2026年第一季度\""),
            ("业主大会：停车", "业主大会：停车"),
            ("a: b", "\"a: b\""),
            ("say \"x\"", "say \"x\""),
            ("\"x\" #", "\"\\\"x\\\" #\""),
            ("yes", "\"yes\""),
            ("[x]", "\"[x]\""),
        ];
        for (text, expected) in cases {
            assert_eq!(scalar(text), expected);
        }
    }
}
