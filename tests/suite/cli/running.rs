//! Commands that do not end by themselves: start, read their output, end.
//!
//! In: a site, arguments. Out: the program's output while it runs. Always: a wait ends as soon as its condition holds, and fails only
//! after a time that no machine needs; the program ends with its test.

use std::io::Read;
use std::process::{Child, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use super::{Site, command};

/// Long enough for a busy machine.
const PATIENCE: Duration = Duration::from_secs(90);

pub(super) struct Running {
    child: Child,
    output: Arc<Mutex<String>>,
}

impl Running {
    pub(super) fn start(site: &Site, args: &[&str]) -> Self {
        let mut command = command(site.path(), args);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts");
        let output = Arc::new(Mutex::new(String::new()));
        let streams: [Box<dyn Read + Send>; 2] = [
            Box::new(child.stdout.take().expect("stdout is piped")), //
            Box::new(child.stderr.take().expect("stderr is piped")),
        ];
        for mut stream in streams {
            let output = Arc::clone(&output);
            thread::spawn(move || {
                // The program writes whole lines; a longer piece could end within a letter.
                let mut piece = vec![0; 1 << 16];
                while let Ok(n @ 1..) = stream.read(&mut piece) {
                    output.lock().unwrap().push_str(&String::from_utf8_lossy(&piece[..n]));
                }
            });
        }
        Self { child, output }
    }

    /// Starts, and waits for the first site.
    pub(super) fn ready(site: &Site, args: &[&str]) -> Self {
        let mut running = Self::start(site, args);
        running.until("Ctrl+C", |r| r.output().contains("Ctrl+C"));
        running
    }

    pub(super) fn output(&self) -> String {
        self.output.lock().unwrap().clone()
    }

    /// The number of lines about a rebuild, after the first.
    pub(super) fn rebuilds(&self) -> Vec<String> {
        let is_event = |line: &&str| line.starts_with("  ") && line.as_bytes().get(4) == Some(&b':') && !line.contains("做好了");
        self.output().lines().filter(is_event).map(str::to_owned).collect()
    }

    #[track_caller]
    pub(super) fn until(&mut self, what: &str, is_so: impl Fn(&Self) -> bool) {
        let end = Instant::now() + PATIENCE;
        while !is_so(self) {
            let ended = self.child.try_wait().expect("the program can be asked");
            assert!(ended.is_none(), "the program ended before: {what}\n{}", self.output());
            assert!(Instant::now() < end, "not seen: {what}\n{}", self.output());
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// Waits until a file has a text.
    #[track_caller]
    pub(super) fn sees(&mut self, site: &Site, file: &str, text: &str) {
        self.until(&format!("`{text}` in {file}"), |_| std::fs::read_to_string(site.at(file)).is_ok_and(|all| all.contains(text)));
    }

    /// Asks the program to end, waits, and returns the exit code.
    #[cfg(unix)]
    pub(super) fn interrupt(mut self) -> Option<i32> {
        let pid = self.child.id().to_string();
        assert!(std::process::Command::new("sh").args(["-c", &format!("kill -INT {pid}")]).status().is_ok_and(|s| s.success()));
        let end = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = self.child.try_wait().expect("the program can be asked") {
                return status.code();
            }
            assert!(Instant::now() < end, "it does not end\n{}", self.output());
            thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        assert!(thread::panicking() || !self.output().contains("panicked"), "{}", self.output());
    }
}
