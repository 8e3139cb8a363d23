//! `linli serve`: a preview of the site in a browser.
//!
//! In: the site, an address to listen on. Out: the address on stdout, a line per rebuild on stderr, pages over HTTP. Always: drafts
//! are shown, since this is where they are proofread; nothing but the cache is written to the disk; only this machine has access, unless
//! `--phone` or `--interface` says otherwise.

use std::net::{IpAddr, Ipv4Addr};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::thread;

use linli::diagnostic::Diagnostic;
use linli::fs::{FsError, Op};

use crate::serve::{self, Hosts, Preview, State};

use super::args::Serve;
use super::round::{self, RoundInputs, RoundResult, Show};
use super::session::{self, Session, SiteLocation};
use super::{Exit, Stop};

/// The same stack size as the program's main thread.
const STACK: usize = 8 << 20;

pub(super) fn run(session: &Session, args: &Serve) -> Result<Exit, Stop> {
    session::jobs(args.again.jobs)?;
    let place = session.place(args.again.today.as_deref())?;
    let everywhere = IpAddr::V4(Ipv4Addr::UNSPECIFIED);
    let interface = args.interface.unwrap_or(if args.phone { everywhere } else { serve::loopback() });
    let refused = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::AddrInUse => taken(args.port),
        std::io::ErrorKind::AddrNotAvailable => {
            Stop { exit: Exit::Files, ..Stop::usage("cli-serve-no-address") }.arg("address", interface.to_string())
        }
        _ => Stop::files(&FsError::new(Op::Read, std::path::Path::new(&interface.to_string()), error), &place.root),
    };
    let listener = serve::bind(interface, args.port).map_err(refused)?;
    let port = listener.local_addr().map_err(refused)?.port();
    let outward = if interface.is_unspecified() { serve::outward() } else { Some(interface) };
    let preview = Preview::new(Box::new(session.fs), Hosts::new(Some(interface).into_iter().chain(outward)), !args.no_reload);
    let near = if interface.is_unspecified() { serve::loopback() } else { interface };
    let far = outward.filter(|_| args.phone || interface.is_unspecified());
    let mut host = PreviewHost { preview: Arc::clone(&preview), args, near, far, port, was_shown: false, drafts: Vec::new() };

    thread::scope(|scope| {
        let rounds = || {
            // The loop ends only if not even the address can be printed.
            if let Err(stop) = round::run(session, place, &args.again, &mut host) {
                session.screen.stop(session.words, stop.message, &stop.args);
                std::process::exit(stop.exit as i32);
            }
        };
        let spawned = thread::Builder::new().stack_size(STACK).spawn_scoped(scope, rounds);
        spawned.map_err(|e| Stop::files(&FsError::new(Op::Read, std::path::Path::new("thread"), e), &session.cwd))?;
        let ended = preview.run(listener);
        session.screen.say(&session.text("serve-ended"));
        // The loop never ends by itself: the program does.
        std::process::exit(match ended {
            Ok(()) => Exit::Fine,
            Err(_) => Exit::Files,
        } as i32)
    })
}

fn taken(port: Option<u16>) -> Stop {
    let stop = Stop { exit: Exit::Files, ..Stop::usage(if port.is_some() { "cli-serve-port-taken" } else { "cli-serve-ports-taken" }) };
    stop.arg("port", port.unwrap_or_default().to_string())
}

/// Serves the site.
struct PreviewHost<'a> {
    preview: Arc<Preview>,
    args: &'a Serve,
    /// Addresses for this machine and for others.
    near: IpAddr,
    far: Option<IpAddr>,
    port: u16,
    /// Whether there is a site yet.
    was_shown: bool,
    drafts: Vec<String>,
}

impl Show for PreviewHost<'_> {
    fn make(&mut self, session: &Session, place: &SiteLocation, work: &mut RoundInputs<'_>) -> Result<RoundResult, Stop> {
        let mut request = place.request(session);
        request.drafts = !self.args.no_drafts;
        let site = self.preview.site();
        let compiled = {
            let _rendering = site.rendering();
            work.rebuild(&request, &*self.preview).map_err(|f| Stop::failure(f, &place.root))?
        };
        site.forget(&compiled.gone);
        let is_shown = !compiled.tree.is_empty() && !compiled.checked.findings.iter().any(Diagnostic::is_error);
        if let (true, Some(made)) = (is_shown, &compiled.checked.site) {
            self.drafts = serve::drafts(&compiled, place.today);
            site.show(&made.config.base_url, &compiled.tree);
        }
        self.preview.send(&State::of(&compiled, session.tongue, is_shown, self.was_shown, self.drafts.clone()));
        self.was_shown |= is_shown;
        Ok(RoundResult { compiled, is_shown })
    }

    fn failed(&mut self, session: &Session, stop: &Stop) {
        let finding = Diagnostic { args: stop.args.clone(), ..Diagnostic::error("", stop.message, "") };
        let (message, help) = (session.words.message(&finding), session.words.help(&finding));
        self.preview.send(&State::stopped(message, help, session.tongue, self.drafts.clone()));
    }

    fn ready(&mut self, session: &Session, first: Result<&RoundResult, Stop>) -> Result<(), Stop> {
        if let Err(stop) = first {
            session.screen.stop(session.words, stop.message, &stop.args);
        }
        let address = |ip: IpAddr| format!("http://{}{}", std::net::SocketAddr::new(ip, self.port), self.preview.base());
        let (near, far) = (address(self.near), self.far.map(address));
        let opened = self.args.open && open(&near);
        let line = if opened { "serve-opened" } else { "serve-address" };
        session.screen.out(&format!("{}\n", session.words.say(line, &[("address", near.as_str().into())])))?;
        if self.args.open && !opened {
            session.screen.say_always(&session.text("serve-not-opened"));
        }
        match far {
            Some(far) => {
                session.screen.out(&format!("{}\n", session.words.say("serve-phone", &[("address", far.as_str().into())])))?;
                if let Some(code) = serve::qr(&far, session.screen.has_color()) {
                    session.screen.out(&code)?;
                }
                session.screen.say_always(&session.text("serve-phone-warning"));
            }
            None if self.args.phone => session.screen.say_always(&session.text("serve-phone-alone")),
            None => session.screen.say(&session.text("serve-phone-too")),
        }
        session.screen.say(&session.text("serve-stop"));
        Ok(())
    }
}

/// Opens the browser; returns whether one could be started.
fn open(address: &str) -> bool {
    let programs: &[&[&str]] = if cfg!(windows) {
        // `start` takes its first argument in quotes for a title.
        &[&["cmd", "/C", "start", ""]]
    } else if cfg!(target_os = "macos") {
        &[&["open"]]
    } else {
        &[&["xdg-open"], &["wslview"], &["sensible-browser"]]
    };
    programs.iter().any(|program| {
        let mut command = Command::new(program[0]);
        command.args(&program[1..]).arg(address).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        command.spawn().is_ok()
    })
}
