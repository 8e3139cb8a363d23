//! Commands that do not end by themselves: started, listened to, ended.
//!
//! In: a site, arguments. Out: what the program says, as it says it. Always: waiting ends when what is waited
//! for has happened, and only fails after a time that no machine needs; the program ends with its test.

use std::io::Read;
use std::process::{Child, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use super::{Site, command};

/// A machine that is busy with other things is slow, not wrong.
const PATIENCE: Duration = Duration::from_secs(90);

pub(super) struct Running {
    child: Child,
    said: Arc<Mutex<String>>,
}

impl Running {
    pub(super) fn start(site: &Site, args: &[&str]) -> Self {
        let mut command = command(site.path(), args);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts");
        let said = Arc::new(Mutex::new(String::new()));
        let streams: [Box<dyn Read + Send>; 2] = [
            Box::new(child.stdout.take().expect("stdout is piped")), //
            Box::new(child.stderr.take().expect("stderr is piped")),
        ];
        for mut stream in streams {
            let said = Arc::clone(&said);
            thread::spawn(move || {
                // Text comes in whole lines; a piece never ends within a letter unless it is longer than this.
                let mut piece = vec![0; 1 << 16];
                while let Ok(n @ 1..) = stream.read(&mut piece) {
                    said.lock().unwrap().push_str(&String::from_utf8_lossy(&piece[..n]));
                }
            });
        }
        Self { child, said }
    }

    /// Starts, and waits for the first site.
    pub(super) fn ready(site: &Site, args: &[&str]) -> Self {
        let mut running = Self::start(site, args);
        running.until("Ctrl+C", |r| r.said().contains("Ctrl+C"));
        running
    }

    pub(super) fn said(&self) -> String {
        self.said.lock().unwrap().clone()
    }

    /// Lines that tell of a rebuild, after the first.
    pub(super) fn rebuilds(&self) -> Vec<String> {
        let is_event = |line: &&str| line.starts_with("  ") && line.as_bytes().get(4) == Some(&b':') && !line.contains("做好了");
        self.said().lines().filter(is_event).map(str::to_owned).collect()
    }

    #[track_caller]
    pub(super) fn until(&mut self, what: &str, is_so: impl Fn(&Self) -> bool) {
        let end = Instant::now() + PATIENCE;
        while !is_so(self) {
            let ended = self.child.try_wait().expect("the program can be asked");
            assert!(ended.is_none(), "the program ended before: {what}\n{}", self.said());
            assert!(Instant::now() < end, "not seen: {what}\n{}", self.said());
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// Waits until a file has a text.
    #[track_caller]
    pub(super) fn sees(&mut self, site: &Site, file: &str, text: &str) {
        self.until(&format!("`{text}` in {file}"), |_| std::fs::read_to_string(site.at(file)).is_ok_and(|all| all.contains(text)));
    }

    /// Asks it to end, and waits until it has; the exit code.
    #[cfg(unix)]
    pub(super) fn interrupt(mut self) -> Option<i32> {
        let pid = self.child.id().to_string();
        assert!(std::process::Command::new("sh").args(["-c", &format!("kill -INT {pid}")]).status().is_ok_and(|s| s.success()));
        let end = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = self.child.try_wait().expect("the program can be asked") {
                return status.code();
            }
            assert!(Instant::now() < end, "it does not end\n{}", self.said());
            thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        assert!(thread::panicking() || !self.said().contains("panicked"), "{}", self.said());
    }
}
