//! Laws of dates: calendar files say what the schedules do, and pages that the day decides change when it does.
//!
//! In: the golden site of the contracts with an activity more. Out: what differs. Always: the site's own expansion is the
//! measure of every calendar file.

use std::collections::BTreeMap;

use linli::Compiled;
use linli::record::codelists::OccurrenceState;
use linli::value::{Date, RecordId};

use crate::support::{Memory, TODAY, compile, data, request};

const CLASS: &str = "---\ntitle: 书画班\npublished: 2026-06-01\ncat: class\norganizer: organizations/committee\nroom: places/children-room\n\
start: 2026-06-01 17:00\nend: 2026-06-01 18:30\nrepeat: { every: week, on: [mon], skip_holidays: true }\n\
sessions: [{ date: 2026-06-22, moved_to: 2026-06-23 19:00, note: 老师出差 }, { date: 2026-06-29, state: cancelled }]\n\
corrections: [{ date: 2026-06-10, field: start, old: \"16:00\", new: \"17:00\", reason: 写错 }]\nstate: confirmed\n---\n";

fn made() -> (Compiled, BTreeMap<String, Vec<u8>>) {
    let mut fs = Memory::copy_of(&data("golden").join("contracts/site"));
    fs.put("content/activities/painting.md", CLASS);
    let (compiled, tree) = compile(&request(&fs, Memory::root(), TODAY));
    (compiled, tree.into_files())
}

fn text(files: &BTreeMap<String, Vec<u8>>, path: &str) -> String {
    let bytes = files.get(path).unwrap_or_else(|| panic!("there is no {path}"));
    String::from_utf8(bytes.clone()).expect("it is UTF-8").replace("\r\n ", "")
}

#[test]
fn a_calendar_file_has_each_single_date_as_the_schedule_has_it() {
    let (compiled, files) = made();
    let file = text(&files, "zh/activities/painting/event.ics");
    let id = RecordId::parse("activities/painting").expect("an id");
    let record = compiled.checked.library.get(&id).expect("the activity");
    let end = Date::parse("2026-12-31").expect("a date");
    let schedule = record.facets.schedule.as_ref().expect("it has a schedule");
    let holidays = linli::value::Holidays::china();
    for o in schedule.expand(end, holidays) {
        let at = format!("DTSTART;TZID=Asia/Shanghai:{}\r\n", o.start.basic());
        let single = format!("RECURRENCE-ID;TZID=Asia/Shanghai:{}T170000\r\n{at}", o.original.basic());
        let differs = o.start.date != o.original || o.state == OccurrenceState::Cancelled;
        assert_eq!(file.contains(&single), differs, "{} in\n{file}", o.original);
    }
    for part in [
        "UID:activities/painting@rongyin.example.org\r\n",
        "RRULE:FREQ=WEEKLY;BYDAY=MO\r\n",
        // The holiday is written out.
        "EXDATE;TZID=Asia/Shanghai:20261005T170000\r\n",
        // Nine days to the correction, one correction, two single dates.
        "SEQUENCE:12\r\n",
        "DTSTAMP:20260609T160000Z\r\n",
        "STATUS:CANCELLED\r\n",
        "DESCRIPTION:老师出差\\n\\nhttps://rongyin.example.org/zh/activities/painting/\r\n",
    ] {
        assert!(file.contains(part), "no {part} in\n{file}");
    }
    let english = text(&files, "en/activities/painting/event.ics");
    assert!(english.contains("UID:activities/painting@rongyin.example.org\r\n"), "the same in every language");
}

#[test]
fn what_has_no_end_has_a_length_in_calendars_only_and_its_banner_goes_by_itself() {
    let mut fs = Memory::copy_of(&data("golden").join("contracts/site"));
    let talk = "---\ntitle: 业主恳谈会\npublished: 2026-06-15\ntype: deliberation\norgan: organizations/committee\nscope: places/rongyin\n\
                start: 2026-06-28 19:00\nmode: in_person\nplace: places/hall\nstate: planned\nagenda: [{ id: a, no: 1, title: 停车 }]\n---\n";
    fs.put("content/meetings/talk.md", talk);
    let burst =
        "---\ntitle: 主管爆裂\npublished: 2026-06-16\ntype: disruption\nurgent: true\neffective: 2026-06-16 08:00 起\n---\n\n正在抢修。\n";
    fs.put("content/notices/burst.md", burst);
    let home = |today: &str, fs: &Memory| text(&compile(&request(fs, Memory::root(), today)).1.into_files(), "zh/index.html");
    let files = compile(&request(&fs, Memory::root(), "2026-06-16")).1.into_files();
    let event = text(&files, "zh/meetings/talk/event.ics");
    assert!(event.contains("DTSTART;TZID=Asia/Shanghai:20260628T190000\r\nDURATION:PT2H\r\n") && !event.contains("DTEND"), "{event}");
    let page = text(&files, "zh/meetings/talk/index.html");
    assert!(!page.contains("21:00") && !page.contains("endDate"), "no page says an end that nobody wrote: {page}");
    let banner = "主管爆裂</a></li>";
    assert!(home("2026-06-23", &fs).contains(banner) && !home("2026-06-24", &fs).contains("class=\"urgent\""));
    fs.put("content/notices/burst.md", burst.replace("urgent: true", "urgent: true\nreview: 2026-06-18 20:00"));
    let reviewed = "主管爆裂</a> <span class=\"small\">下次更新 ";
    assert!(home("2026-06-18", &fs).contains(reviewed) && !home("2026-06-19", &fs).contains("class=\"urgent\""));
}

#[test]
fn every_list_shows_the_day_of_what_a_record_tells_and_names_the_day_of_publication() {
    let (_, files) = made();
    let found = |path: &str, part: &str| {
        let page = text(&files, path);
        assert!(page.contains(part), "no {part} in {path}:\n{page}");
    };
    // A meeting of 12 March, published on the 14th.
    let meeting = "<time class=\"day\" datetime=\"2026-03-12\"><b>12</b> <span>2026.03</span></time>";
    let published = "<span class=\"published\"><span>公开于</span> <time datetime=\"2026-03-14\" dir=\"auto\">2026年3月14日</time></span>";
    for list in ["zh/meetings/", "zh/meetings/all/2026/", "zh/all/2026/", "zh/tags/parking/"] {
        found(&format!("{list}index.html"), meeting);
        found(&format!("{list}index.html"), published);
    }
    found("zh/all/2026/index.html", "，按公开日期排列");
    // The class that recurs shows its next date; a notice the day from which it applies.
    for list in ["zh/index.html", "zh/activities/index.html", "index.html"] {
        found(list, "<time class=\"day\" datetime=\"2026-06-16\"><b>16</b>");
    }
    found("zh/notices/index.html", "<time class=\"day\" datetime=\"2026-06-18\"><b>18</b>");
    // Accounts tell of no day: theirs of publication is small and named.
    let accounts = "<span class=\"day published\"><span>公开于</span> <time datetime=\"2026-04-12\" dir=\"auto\">2026.04.12</time></span>";
    found("zh/revenue/index.html", accounts);
    found("en/revenue/index.html", "<span>Published</span> <time datetime=\"2026-04-12\" dir=\"auto\">12 Apr 2026</time>");
    found(
        "zh/organizations/committee/index.html",
        "<span class=\"small\"><time datetime=\"2026-06-18\" dir=\"auto\">2026年6月18日</time></span>",
    );
    found("zh/search/titles-2026-1.js", "\"published\":\"公开于\"");
    found("zh/search/titles-2026-1.js", "\"2026年3月12日\",\"2026年3月14日\"");
}

#[test]
fn two_things_at_once_in_one_room_are_marked_on_its_timetable() {
    let (_, files) = made();
    let page = text(&files, "zh/places/children-room/index.html");
    assert!(page.contains("id=\"timetable\"") && page.contains("时间重叠"), "{page}");
    assert!(!text(&files, "zh/places/hall/index.html").contains("id=\"timetable\""), "nothing takes place there");
}

#[test]
fn deadlines_stand_in_the_calendar_of_all_as_days() {
    let file = text(&made().1, "zh/calendar.ics");
    let objection = "UID:revenue/2026-q1.objection@rongyin.example.org\r\n";
    let event = file.split("BEGIN:VEVENT").find(|e| e.contains(objection)).unwrap_or_else(|| panic!("no {objection} in\n{file}"));
    assert!(event.contains("DTSTART;VALUE=DATE:20260430\r\n") && event.contains("SUMMARY:异议截止："), "{event}");
}

#[test]
fn the_site_changes_by_itself_on_monday() {
    let (compiled, _) = made();
    let next = compiled.next_change.expect("dates go by");
    let today = Date::parse(TODAY).expect("a date");
    assert!(next.date <= today.monday().plus_days(7), "{next}");
}
