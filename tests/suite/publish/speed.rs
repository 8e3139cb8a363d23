//! Measures publishing. Run by hand: `cargo test --release --test suite -- --ignored --nocapture speed_of`.

use std::time::Instant;

use linli::fs::Disk;
use linli::sink::Sink;
use linli::write::{Options, PublishInfo, Staging};
use rayon::prelude::*;

#[test]
#[ignore = "a measurement"]
fn speed_of_twenty_thousand_pages() {
    let dir = tempfile::tempdir().unwrap();
    let output = dir.path().join("public");
    let page = |n: usize, version: usize| format!("{n} {version} ").repeat(1700).into_bytes();
    let run = |name: &str, version: &(dyn Fn(usize) -> usize + Sync)| {
        let pages: Vec<(String, Vec<u8>)> = (0..20_000).map(|n| (format!("zh/{}/{n}/index.html", n % 12), page(n, version(n)))).collect();
        let start = Instant::now();
        let staging = Staging::open(&Disk, &output, Options::default()).unwrap();
        let opened = start.elapsed();
        pages.par_iter().try_for_each(|(path, bytes)| staging.put(path, bytes)).unwrap();
        let put = start.elapsed();
        let summary = staging.publish(PublishInfo::default()).unwrap();
        let done = start.elapsed();
        println!("{name:>28}: {done:>9.1?} = open {opened:.1?} + put {:.1?} + publish {:.1?}; {summary:?}", put - opened, done - put);
    };
    run("cold", &|_| 0);
    run("no change, all read once", &|_| 0);
    run("no change", &|_| 0);
    run("10 changed, twin made", &|n| usize::from(n % 2000 == 0));
    run("10 changed", &|n| 2 * usize::from(n % 2000 == 0));
    run("10 changed", &|n| 3 * usize::from(n % 2000 == 0));
    run("all changed", &|_| 9);
    run("no change", &|_| 9);
}
