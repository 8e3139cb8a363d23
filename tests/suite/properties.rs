//! Properties of any input: a balanced ledger passes, a difference of one fen is found, nothing panics.
//!
//! In: random records from a fixed seed. Out: the smallest record that breaks a property. Always: the figures are whole fen, so that
//! the test's own sums are exact.

mod counting;

use linli::diagnostic::{Diagnostic, Severity};
use linli::record::KINDS;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};

use crate::support::{Memory, TODAY, data, request};

fn base() -> Memory {
    let mut memory = Memory::copy_of(&data("diagnostics/base"));
    // Nothing is rendered, so the theme is not needed.
    memory.remove("content/tags.yaml");
    memory
}

fn check(records: &[(String, String)]) -> Vec<Diagnostic> {
    let mut fs = base();
    for (path, text) in records {
        fs.put(path, text.as_str());
    }
    linli::check(&request(&fs, Memory::root(), TODAY), &()).expect("nothing of the machine fails").findings
}

/// The errors. Warnings, such as large sums without a decision, do not count.
fn errors(records: &[(String, String)]) -> Vec<Diagnostic> {
    check(records).into_iter().filter(|d| d.severity == Severity::Error).collect()
}

fn yuan(fen: i64) -> String {
    let sign = if fen < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", fen.abs() / 100, fen.abs() % 100)
}

#[derive(Debug, Clone)]
struct Ledger {
    opening: i64,
    /// Income or expense, and the amount in fen.
    lines: Vec<(bool, i64)>,
    /// Which figure is changed, and by how much (never 0).
    slip: (prop::sample::Index, i64),
}

fn ledgers() -> impl Strategy<Value = Ledger> {
    let amount = prop_oneof![Just(1i64), 1..100i64, 1..100_000_000_000i64];
    let line = (any::<bool>(), amount.clone());
    let slip = (any::<prop::sample::Index>(), prop_oneof![Just(1i64), Just(-1i64), 1..1_000_000i64]);
    (-1_000_000_000i64..1_000_000_000, prop::collection::vec(line, 0..12), slip).prop_map(|(opening, lines, slip)| Ledger {
        opening,
        lines,
        slip,
    })
}

impl Ledger {
    fn closing(&self) -> i64 {
        self.opening + self.lines.iter().map(|(income, fen)| if *income { *fen } else { -fen }).sum::<i64>()
    }

    /// The ledger as a record with a fund of its own; `changed` gives one figure a difference.
    fn record(&self, n: usize, changed: bool) -> String {
        let (mut opening, mut closing) = (self.opening, self.closing());
        let mut lines = self.lines.clone();
        if changed {
            match self.slip.0.index(lines.len() + 2) {
                0 => opening += self.slip.1,
                1 => closing += self.slip.1,
                k => {
                    let fen = &mut lines[k - 2].1;
                    // An amount stays above zero, which another rule requires.
                    *fen += if *fen + self.slip.1 > 0 { self.slip.1 } else { self.slip.1.abs() };
                }
            }
        }
        let lines: Vec<String> = lines
            .iter()
            .enumerate()
            .map(|(k, (income, fen))| {
                let dir = if *income { "income" } else { "expense" };
                format!("  - {{ id: l{k}, dir: {dir}, cat: other, item: 甲, amount: {} }}\n", yuan(*fen))
            })
            .collect();
        let lines = if lines.is_empty() { " []\n".to_owned() } else { format!("\n{}", lines.concat()) };
        format!(
            "---\ntitle: 账\npublished: 2026-04-12\nscope: places/p{n}\nfund: public_revenue\nperiod: {{ from: 2026-01-01, to: 2026-03-31 }}\nholder: organizations/property\nopening: {}\nlines:{lines}closing: {}\n---\n",
            yuan(opening),
            yuan(closing)
        )
    }
}

/// Many ledgers in one site, so that the theme is loaded once.
fn site(ledgers: &[Ledger], changed: bool) -> Vec<(String, String)> {
    let place = |n: usize| (format!("content/places/p{n}.md"), format!("---\ntitle: 楼{n}\npublished: 2026-01-01\ntype: building\n---\n"));
    let ledger = |(n, l): (usize, &Ledger)| (format!("content/revenue/r{n}.md"), l.record(n, changed));
    (0..ledgers.len()).map(place).chain(ledgers.iter().enumerate().map(ledger)).collect()
}

fn config(cases: u32) -> Config {
    Config { cases, rng_seed: RngSeed::Fixed(20_260_616), failure_persistence: None, ..Config::default() }
}

proptest! {
    #![proptest_config(config(8))]

    #[test]
    fn a_ledger_that_balances_passes_and_a_change_of_any_figure_fails(ledgers in prop::collection::vec(ledgers(), 40)) {
        let findings = errors(&site(&ledgers, false));
        prop_assert!(findings.is_empty(), "{findings:#?}");
        let findings = errors(&site(&ledgers, true));
        for (n, ledger) in ledgers.iter().enumerate() {
            let path = format!("content/revenue/r{n}.md");
            let codes: Vec<_> = findings.iter().filter(|d| *d.path == *path).map(|d| d.code).collect();
            prop_assert_eq!(codes, ["REV-01"], "{:?}", ledger);
        }
    }

    #[test]
    fn a_single_fen_in_any_figure_breaks_the_balance(ledger in ledgers()) {
        // Every figure is once a fen higher and once a fen lower, each in a ledger of its own.
        let mut changed = Vec::new();
        for figure in 0..ledger.lines.len() + 2 {
            for fen in [1, -1] {
                let mut other = ledger.clone();
                match figure {
                    0 => other.opening += fen,
                    1 => {}
                    k => other.lines[k - 2].1 += fen,
                }
                let closing = ledger.closing() + if figure == 1 { fen } else { 0 };
                if other.lines.iter().all(|(_, amount)| *amount > 0) {
                    changed.push((other, closing));
                }
            }
        }
        let place = |n: usize| (format!("content/places/p{n}.md"), format!("---\ntitle: 楼{n}\npublished: 2026-01-01\ntype: building\n---\n"));
        let records = changed.iter().enumerate().map(|(n, (l, closing))| {
            let right = format!("\nclosing: {}\n", yuan(l.closing()));
            let record = l.record(n, false);
            assert!(record.contains(&right), "{record}");
            (format!("content/revenue/r{n}.md"), record.replace(&right, &format!("\nclosing: {}\n", yuan(*closing))))
        });
        let findings = errors(&(0..changed.len()).map(place).chain(records).collect::<Vec<_>>());
        let codes: Vec<_> = findings.iter().map(|d| d.code).collect();
        prop_assert_eq!(codes, vec!["REV-01"; changed.len()]);
    }

    #[test]
    fn no_front_matter_panics_and_every_finding_has_a_place_in_its_file(texts in prop::collection::vec(front_matter(), 60)) {
        let records: Vec<(String, String)> =
            texts.into_iter().enumerate().map(|(n, text)| (format!("content/{}/x{n}.md", KINDS[n % KINDS.len()].folder), text)).collect();
        for d in check(&records) {
            let Some(span) = &d.span else { continue };
            let text = &span.source.text;
            prop_assert!(span.start <= span.end && span.end as usize <= text.len(), "{d:?}");
            prop_assert!(text.is_char_boundary(span.start as usize) && text.is_char_boundary(span.end as usize), "{d:?}");
        }
    }
}

/// Text similar to front matter: keys of records, values of all types, and YAML's syntax characters.
fn front_matter() -> impl Strategy<Value = String> {
    let key = prop::sample::select(vec![
        "title",
        "标题",
        "published",
        "type",
        "类型",
        "start",
        "period",
        "lines",
        "agenda",
        "vote",
        "opening",
        "amount",
        "tags",
        "id",
        "repeat",
        "attachments",
        "number",
        "explain",
        "languages",
        "contact",
        "geo",
        "hours",
        "status",
    ]);
    let value = prop_oneof![
        Just("停水".to_owned()),
        Just("2026-02-30".to_owned()),
        Just("{ from: 2026-01-01, to: 2025-01-01 }".to_owned()),
        Just("[{ id: a, id: b }, 3, [x]]".to_owned()),
        Just("1,000.005".to_owned()),
        Just("|\n  多行\n  文字".to_owned()),
        "[-\\[\\]{}:,#&*!|>'\"%@`~ a0一：，\n\t]{0,24}",
        "\\PC{0,12}",
    ];
    let line = prop_oneof![
        4 => (key, value, prop::sample::select(vec![": ", ":", "：", " : ", "- "])).prop_map(|(k, v, sep)| format!("{k}{sep}{v}\n")),
        1 => "[-\\[\\]{}:,#&*!|>'\"%@`~ a0一：\t]{0,16}\n",
    ];
    let fence = prop::sample::select(vec!["---\n", "---\n", "---\n", "", "--- \n", "---"]);
    (fence.clone(), prop::collection::vec(line, 0..12), fence, "\\PC{0,40}")
        .prop_map(|(a, lines, b, body)| format!("{a}{}{b}{body}\n", lines.concat()))
}
