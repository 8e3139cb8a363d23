//! Laws of visibility: tombstones, drafts, records of a later day, old addresses.

use linli::relate::Unpublished;

use super::MADE;
use crate::support::{Memory, TODAY, compile, data, request};

fn minimal() -> Memory {
    Memory::copy_of(&data("golden").join("minimal/site"))
}

fn text(files: &std::collections::BTreeMap<String, Vec<u8>>, path: &str) -> String {
    let bytes = files.get(path).unwrap_or_else(|| panic!("there is no {path}"));
    String::from_utf8(bytes.clone()).expect("pages are UTF-8")
}

#[test]
fn drafts_and_records_of_a_later_day_are_held_back_and_named() {
    let fs = minimal();
    let (compiled, tree) = compile(&request(&fs, Memory::root(), TODAY));
    let unpublished: Vec<String> = compiled
        .unpublished
        .iter()
        .map(|(id, why)| match why {
            Unpublished::Draft => format!("{id} draft"),
            Unpublished::Until(day) => format!("{id} {day}"),
        })
        .collect();
    assert_eq!(unpublished, ["notices/2026-07-paint 2026-07-01", "notices/draft draft"]);
    let files = tree.into_files();
    let shown: Vec<_> = files.iter().filter(|(_, b)| ["刷墙通知", "还没写完"].iter().any(|t| contains(b, t))).map(|(p, _)| p).collect();
    assert!(shown.is_empty(), "{shown:?} speak of what is held back");
    let next = compiled.next_change.expect("something will begin");
    assert!(next.date.to_string().as_str() > TODAY && next.date.to_string().as_str() <= "2026-07-01", "{next}");
}

#[test]
fn a_budget_says_that_it_is_one_wherever_its_title_stands() {
    let mut fs = Memory::copy_of(&data("golden").join("contracts/site"));
    let plan = "---\nnumber: 2026-099\ntitle: 2026年第三季度公共收益\npublished: 2026-06-15\nscope: places/east-gate\nfund: public_revenue\n\
                budget: true\nperiod: 2026-07-01 至 2026-09-30\nholder: organizations/property\n\
                lines: [{ id: i1, dir: income, cat: parking, item: 停车, amount: 100.00 }]\n---\n";
    fs.put("content/revenue/plan.md", plan);
    let (compiled, tree) = compile(&request(&fs, Memory::root(), TODAY));
    assert!(compiled.checked.library.chains.iter().all(|c| c.len() == 1), "a plan is in no chain");
    let files = tree.into_files();
    let title = "2026年第三季度公共收益";
    let mut seen = 0;
    for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".html") || path.ends_with(".xml") || path.ends_with(".js")) {
        let text = String::from_utf8_lossy(bytes);
        // `title_marked` of Chinese, also on pages of other languages, which show the Chinese title.
        assert_eq!(text.matches(title).count(), text.matches(&format!("预算：{title}")).count(), "{path}");
        seen += text.matches(title).count();
    }
    assert!(seen > 10, "{seen}");
    let home = text(&files, "zh/index.html");
    assert!(home.contains("¥135,360.00") && !home.contains("¥100.00</dd>"), "money is that of the accounts: {home}");
    let named = plan.replace(title, "2026年第三季度公共收益预算");
    fs.put("content/revenue/plan.md", named);
    let page = text(&compile(&request(&fs, Memory::root(), TODAY)).1.into_files(), "zh/revenue/plan/index.html");
    assert!(!page.contains("预算：2026"), "a title that says so needs no mark: {page}");
}

fn contains(bytes: &[u8], text: &str) -> bool {
    String::from_utf8_lossy(bytes).contains(text)
}

#[test]
fn a_record_of_a_later_day_appears_when_its_day_comes() {
    let fs = minimal();
    for (day, shown) in [("2026-06-30", false), ("2026-07-01", true)] {
        let files = compile(&request(&fs, Memory::root(), day)).1.into_files();
        assert_eq!(files.contains_key("zh/notices/2026-07-paint/index.html"), shown, "{day}");
    }
}

#[test]
fn drafts_are_shown_when_they_are_asked_for() {
    let fs = minimal();
    let mut request = request(&fs, Memory::root(), TODAY);
    request.drafts = true;
    let (compiled, tree) = compile(&request);
    assert!(compiled.unpublished.is_empty());
    let files = tree.into_files();
    assert!(files.contains_key("zh/notices/draft/index.html") && files.contains_key("zh/notices/2026-07-paint/index.html"));
    assert!(compiled.checked.library.records.iter().any(|r| r.id.as_str() == "notices/draft"));
}

#[test]
fn a_withdrawn_record_leaves_a_tombstone_at_its_address() {
    let made = MADE.iter().find(|m| m.name == "minimal").expect("it is among them");
    let page = text(&made.files, "zh/notices/2026-05-moved/index.html");
    assert!(page.contains("已经撤回") && page.contains("日期写错") && page.contains("2026年5月12日"), "{page}");
    assert!(!made.files.keys().any(|p| p.starts_with("notices/2026-05-moved")), "nothing of its files is left");
}

#[test]
fn an_old_address_leads_to_the_record() {
    let made = MADE.iter().find(|m| m.name == "minimal").expect("it is among them");
    let page = &made.pages["water/index.html"];
    let canonical = page.named("link").find(|l| l.get("rel") == Some("canonical")).and_then(|l| l.get("href"));
    assert_eq!(canonical, Some("https://rongyin.example.org/zh/notices/2026-06-water/"));
    assert!(page.named("a").any(|a| a.get("href") == Some("../zh/notices/2026-06-water/")));
}

#[test]
fn only_the_record_with_errors_stays_away_when_going_on() {
    let mut fs = minimal();
    fs.put("content/notices/broken.md", "---\ntitle: 坏的\npublished: 2026-06-31\ntype: call\n---\n");
    fs.put(
        "content/notices/names.md",
        "---\ntitle: 提到坏的\npublished: 2026-06-01\ntype: publicity\nabout: [notices/broken]\nobjection: { until: 2026-06-30 }\n---\n",
    );
    let mut request = request(&fs, Memory::root(), TODAY);
    assert!(compile(&request).1.into_files().is_empty(), "nothing is made where an error stands");
    request.keep_going = true;
    let (compiled, tree) = compile(&request);
    let files = tree.into_files();
    assert!(compiled.checked.findings.iter().any(|d| d.is_error()), "the error is told all the same");
    assert!(files.contains_key("zh/notices/2026-06-water/index.html"));
    assert!(!files.contains_key("zh/notices/broken/index.html"));
    let names = String::from_utf8_lossy(&files["zh/notices/names/index.html"]).into_owned();
    assert!(names.contains("notices/broken") && !names.contains("broken/\""), "it is named, and no link leads there");
}

#[test]
fn a_note_about_the_settings_stops_nothing_when_going_on() {
    let mut fs = minimal();
    fs.put("content/notices/broken.md", "---\ntitle: 坏的\npublished: 2026-06-31\ntype: call\n---\n");
    // The posting ends in a year whose holidays are not announced, which the report notes.
    fs.put(
        "content/notices/late.md",
        "---\ntitle: 年底\npublished: 2026-06-01\ntype: call\nposting: { from: 2099-01-01, to: 2099-03-01 }\n---\n各位居民：\n",
    );
    let mut request = request(&fs, Memory::root(), TODAY);
    request.keep_going = true;
    let (compiled, tree) = compile(&request);
    let note = |d: &&linli::diagnostic::Diagnostic| d.message == "e108-holidays-beyond";
    assert!(compiled.checked.findings.iter().any(|d| note(&d) && !d.is_error()), "{:?}", compiled.checked.findings);
    assert!(tree.into_files().contains_key("zh/notices/late/index.html"));
}

#[test]
fn unmasked_personal_numbers_stop_everything_even_when_going_on() {
    let mut fs = minimal();
    fs.put("content/notices/list.md", "---\ntitle: 名单\npublished: 2026-06-01\ntype: call\n---\n11010519491231002X\n");
    let mut request = request(&fs, Memory::root(), TODAY);
    request.keep_going = true;
    assert!(compile(&request).1.into_files().is_empty());
}
