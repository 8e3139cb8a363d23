//! Which statutory heads of disclosure have records.
//!
//! In: the shown records, the table `heads.yaml`, the day. Out: each head with the records of twelve months that answer it. Always:
//! it says which records were found, never whether they suffice; kinds are known from the table only.

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

use linli::diagnostic::report::{Coverage, Head, HeadGroup, Spans};
use linli::locale::Tongue;
use linli::record::Record;
use linli::record::envelope::Status;
use linli::record::field::Leaf;
use linli::relate::Library;
use linli::value::{Date, Ref};
use linli::yaml;
use serde::Deserialize;

use super::gather::Namer;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    id: String,
    title: Both,
    heads: Vec<Requirement>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Requirement {
    id: String,
    title: Both,
    law: Both,
    every_months: Option<u32>,
    answers: Vec<Answer>,
}

#[derive(Debug, Deserialize)]
struct Both {
    zh: String,
    en: String,
}

impl Both {
    fn of(&self, tongue: Tongue) -> String {
        match tongue {
            Tongue::Zh => self.zh.clone(),
            Tongue::En => self.en.clone(),
        }
    }
}

/// The conditions on a record; an empty condition always holds.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Answer {
    kind: String,
    list: String,
    codes: Vec<String>,
    tags: Vec<String>,
    names: Vec<String>,
}

static HEADS: LazyLock<Vec<Group>> = LazyLock::new(|| yaml::typed(include_str!("heads.yaml")).unwrap_or_default());

/// The properties of a record that the table can test.
struct RecordFacts {
    date: Date,
    kind: &'static str,
    codes: BTreeSet<(&'static str, &'static str)>,
    tags: BTreeSet<String>,
    /// Kinds of the organizations it names.
    names: BTreeSet<&'static str>,
}

pub(super) fn coverage(library: &Library, today: Date, tongue: Tongue, namer: &Namer<'_>) -> Coverage {
    let from = today.months_later(-12).plus_days(1);
    let bodies: HashMap<&str, &'static str> =
        library.records.iter().filter_map(|r| Some((r.id.as_str(), r.facets.organization_type?.code()))).collect();
    // Newest first, like the lists of the site.
    let shown = library.newest.iter().map(|&index| &library.records[index]);
    let shown: Vec<(&Record, RecordFacts)> =
        shown.filter(|r| r.envelope.status() == Status::Published).map(|r| (&**r, facts_of(r, &bodies))).collect();
    let head = |requirement: &Requirement| {
        let answers: Vec<&(&Record, RecordFacts)> = shown.iter().filter(|(_, facts)| requirement.is_answered(facts)).collect();
        let recent: Vec<_> = answers.iter().filter(|(_, facts)| facts.date >= from && facts.date <= today).collect();
        Head {
            id: requirement.id.clone(),
            title: requirement.title.of(tongue),
            title_en: requirement.title.en.clone(),
            law: requirement.law.of(tongue),
            law_en: requirement.law.en.clone(),
            every_months: requirement.every_months,
            spans: requirement.every_months.map(|months| spans(months, today, recent.iter().map(|(_, facts)| facts.date))),
            newest: answers.first().map(|(_, facts)| facts.date.to_string()),
            records: recent.iter().map(|(record, _)| namer.record(record)).collect(),
        }
    };
    let group = |group: &Group| HeadGroup {
        id: group.id.clone(),
        title: group.title.of(tongue),
        title_en: group.title.en.clone(),
        heads: group.heads.iter().map(head).collect(),
    };
    Coverage { from: from.to_string(), to: today.to_string(), groups: HEADS.iter().map(group).collect() }
}

fn facts_of(record: &Record, bodies: &HashMap<&str, &'static str>) -> RecordFacts {
    let mut facts = RecordFacts {
        date: record.envelope.published,
        kind: record.kind.name,
        codes: BTreeSet::new(),
        tags: record.envelope.tags.iter().map(ToString::to_string).collect(),
        names: BTreeSet::new(),
    };
    let mut names = |target: &Ref| facts.names.extend(bodies.get(target.id.as_str()));
    record.walk(&mut |_, _, leaf| match leaf {
        Leaf::Code(list, code) => drop(facts.codes.insert((list, code))),
        Leaf::Ref(target) => names(target),
        _ => {}
    });
    facts
}

impl Requirement {
    fn is_answered(&self, facts: &RecordFacts) -> bool {
        facts.tags.contains(&self.id) || self.answers.iter().any(|answer| answer.fits(facts))
    }
}

impl Answer {
    fn fits(&self, facts: &RecordFacts) -> bool {
        let code = |code: &String| facts.codes.iter().any(|(list, has)| *list == self.list && has == code);
        (self.kind.is_empty() || self.kind == facts.kind)
            && (self.list.is_empty() || self.codes.iter().any(code))
            && (self.tags.is_empty() || self.tags.iter().any(|tag| facts.tags.contains(tag)))
            && (self.names.is_empty() || self.names.iter().any(|name| facts.names.contains(name.as_str())))
    }
}

/// The last twelve months in spans of so many months: the number of spans with a record.
fn spans(months: u32, today: Date, dates: impl Iterator<Item = Date>) -> Spans {
    let dates: Vec<Date> = dates.collect();
    let months = i64::from(months.clamp(1, 12));
    let all = 12 / months;
    let one = |n: &i64| {
        let (after, until) = (today.months_later(-(n + 1) * months), today.months_later(-n * months));
        dates.iter().any(|date| *date > after && *date <= until)
    };
    Spans { with_records: (0..all).filter(one).count() as u32, all: all as u32 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use linli::record::KINDS;
    use linli::record::field::{Shape, StructSpec};

    fn codes(spec: &'static StructSpec, found: &mut BTreeSet<(String, String)>) {
        for field in spec.fields {
            shape(&field.shape, found);
        }
    }

    fn shape(of: &'static Shape, found: &mut BTreeSet<(String, String)>) {
        match of {
            Shape::Code(list) => found.extend(list.codes.iter().map(|code| (list.name.to_owned(), code.0.to_owned()))),
            Shape::List(inner) => shape(inner, found),
            Shape::Struct(spec) => codes(spec, found),
            Shape::Either(one, other) => [one, other].into_iter().for_each(|s| shape(s, found)),
            _ => {}
        }
    }

    #[test]
    fn every_code_and_kind_of_the_table_exists() {
        let mut known = BTreeSet::new();
        KINDS.iter().for_each(|kind| codes(kind.spec, &mut known));
        let heads: Vec<&Requirement> = HEADS.iter().flat_map(|g| &g.heads).collect();
        assert_eq!(heads.iter().filter(|h| h.id.starts_with("residents-")).count(), 7);
        assert_eq!(heads.iter().map(|h| &h.id).collect::<BTreeSet<_>>().len(), heads.len());
        for answer in heads.iter().flat_map(|h| &h.answers) {
            assert!(answer.kind.is_empty() || KINDS.iter().any(|k| k.name == answer.kind), "{answer:?}");
            assert!(answer.list.is_empty() == answer.codes.is_empty(), "{answer:?}");
            for code in &answer.codes {
                assert!(known.contains(&(answer.list.clone(), code.clone())), "{} {code}", answer.list);
            }
        }
    }

    #[test]
    fn the_guide_names_every_head() {
        let guides = [include_str!("../../../docs/zh/report.md"), include_str!("../../../docs/en/report.md")];
        for head in HEADS.iter().flat_map(|g| &g.heads) {
            for (guide, title) in guides.iter().zip([&head.title.zh, &head.title.en]) {
                let row = format!("| `{}` | {title} |", head.id);
                assert!(guide.contains(&row), "{row}");
            }
        }
    }

    #[test]
    fn spans_are_counted_back_from_today() {
        let day = |text: &str| Date::parse(text).unwrap();
        let dates = ["2026-06-01", "2026-05-25", "2026-03-20"].map(day);
        let found = spans(3, day("2026-06-20"), dates.into_iter());
        assert_eq!(found, Spans { with_records: 2, all: 4 });
        assert_eq!(spans(1, day("2026-06-20"), dates.into_iter()), Spans { with_records: 2, all: 12 });
    }
}
