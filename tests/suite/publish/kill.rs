//! A build that is killed at any moment: a real process, a real signal.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use linli::fs::Disk;

use super::tree::*;
use crate::support::faulty::{Ability, Faulty};

const OUTPUT: &str = "LINLI_TEST_KILL_OUTPUT";
const ABILITY: &str = "LINLI_TEST_KILL_ABILITY";

/// A site large enough that a kill often hits the middle of a publish; a third of it changes each time.
fn version(n: usize) -> Site {
    (0..150)
        .map(|i| (format!("{}/{i}/index.html", i % 7), format!("{i} in {}", if i % 3 == 0 { n } else { 0 })))
        .chain([(format!("only-{n}/x"), n.to_string())])
        .collect()
}

/// Not a test but the process that is killed. It publishes one version after the other.
#[test]
#[ignore = "run by a_build_killed_at_any_instant_leaves_a_whole_site"]
fn victim() {
    let Ok(output) = std::env::var(OUTPUT) else { return };
    let fs = Faulty::counting(if std::env::var(ABILITY).is_ok_and(|v| v == "all") { Ability::All } else { Ability::NoExchange });
    println!("\nready");
    for n in 0.. {
        publish(&fs, Path::new(&output), &version(n % 5)).unwrap();
    }
}

#[test]
fn a_build_killed_at_any_instant_leaves_a_whole_site() {
    let module = module_path!().split_once("::").unwrap().1;
    for (ability, name) in [(Ability::All, "all"), (Ability::NoExchange, "none")] {
        let dir = tempfile::tempdir().unwrap();
        let output = dir.path().join("public");
        publish(&Disk, &output, &version(0)).unwrap();
        for round in 0..40u64 {
            let mut child = Command::new(std::env::current_exe().unwrap())
                .args([&format!("{module}::victim"), "--exact", "--ignored", "--nocapture"])
                .envs([(OUTPUT, output.to_str().unwrap()), (ABILITY, name)])
                .stdout(Stdio::piped())
                .spawn()
                .unwrap();
            let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
            assert!(lines.any(|line| line.unwrap() == "ready"));
            // The kills are spread over the duration of a few publishes.
            std::thread::sleep(Duration::from_micros(round * 7919 % 40_000));
            child.kill().unwrap();
            child.wait().unwrap();
            if ability == Ability::All || output.exists() {
                let shown = read_site(&output);
                assert!((0..5).any(|n| version(n) == shown), "{name}, round {round}");
            }
            if round % 3 == 0 {
                let next = version((round % 5) as usize);
                publish(&Disk, &output, &next).unwrap();
                assert_eq!(read_site(&output), next, "{name}, round {round}");
            }
        }
    }
}
