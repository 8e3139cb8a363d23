//! What a lock may look like on the disk.

use super::*;

fn values(lock: &Lock) -> Vec<String> {
    lock.entries().map(|e| format!("{} {} {} {}", e.id, e.field, e.value, e.first)).collect()
}

#[test]
fn any_order_and_equal_doubles_are_read() {
    let sorted =
        "notices/a\tpublished\t2026-01-02\t2026-01-02\nrevenue/q1\tclosing\t10.00\t2026-04-12\nrevenue/q1\topening\t0.00\t2026-04-12\n";
    let lock = Lock::of_text(sorted.to_owned());
    assert!(lock.findings.is_empty());
    assert_eq!(lock.len(), 3);
    assert_eq!(lock.ids().collect::<Vec<_>>(), ["notices/a", "revenue/q1"]);
    assert_eq!(lock.of("revenue/q1").map(|e| e.field).collect::<Vec<_>>(), ["closing", "opening"]);
    assert_eq!(lock.of("revenue/q").count() + lock.of("revenue/q10").count(), 0);
    let mut mixed: Vec<String> = sorted.lines().rev().map(|line| format!("{line}\r\n")).collect();
    // The later day of a double yields: the figure was public before.
    mixed.insert(0, "revenue/q1\tclosing\t10.00\t2026-05-01\n".to_owned());
    mixed.push("\n".to_owned());
    let again = Lock::of_text(mixed.concat());
    assert!(again.findings.is_empty());
    assert_eq!(values(&again), values(&lock));
}

#[test]
fn two_values_for_one_field_name_both_lines() {
    let lock = Lock::of_text("revenue/q1\tclosing\t10.00\t2026-04-12\n\nrevenue/q1\tclosing\t11.00\t2026-04-12\n".to_owned());
    let [finding] = lock.findings.as_slice() else { panic!("{:?}", lock.findings) };
    assert_eq!((finding.code, finding.message, finding.position().line), ("COM-08", "com-08-twice", 3));
    assert_eq!(finding.related[0].0.start_position().line, 1);
}

#[test]
fn what_is_no_line_is_told_once() {
    for bad in [
        "<<<<<<< HEAD",
        "revenue/q1 closing 10.00 2026-04-12",
        "revenue/q1\tclosing\t10.00",
        "revenue/q1\tclosing\t10.00\t2026-04-12\tmore",
        "revenue/q1\tclosing\t10.00\tyesterday",
        "q1\tclosing\t10.00\t2026-04-12",
        "revenue/q1\t\t10.00\t2026-04-12",
    ] {
        let lock = Lock::of_text(format!("{bad}\nrevenue/q1\topening\t0.00\t2026-04-12\n{bad}\n"));
        let [finding] = lock.findings.as_slice() else { panic!("{bad}: {:?}", lock.findings) };
        assert_eq!((finding.message, finding.position().line), ("com-08-line", 1), "{bad}");
        assert_eq!(lock.len(), 1, "{bad}");
    }
}
