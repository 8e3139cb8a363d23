//! The context of every command: messages, terminal, files, the site's folder, the day.
//!
//! In: the global arguments and the environment. Out: [`Session`]. Always: the day comes from `--today`, then `SOURCE_DATE_EPOCH`,
//! then the clock in the site's time zone; the language of messages is known before the arguments are parsed, so that mistakes in
//! them can be reported.

use std::ffi::OsString;
use std::path::{Component, Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use linli::Request;
use linli::config::{self, Config, Known};
use linli::diagnostic::{Arg, Diagnostic};
use linli::discover;
use linli::fs::{Disk, FileSystem, FsError};
use linli::locale::{self, Tongue, Words};
use linli::source::{self, Source};
use linli::value::Date;
use linli::value::date::{DateTime, Zone};

use super::args::{Global, When};
use super::screen::Screen;
use super::{Exit, Stop};

/// A longer file is no site.toml; the reader of settings reports it.
const SETTINGS_LIMIT: u64 = 1 << 20;

/// The part of the context that is known before the arguments are parsed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Startup {
    pub tongue: Tongue,
    pub screen: Screen,
}

impl Startup {
    pub(super) fn words(&self) -> &'static Words {
        Words::of(self.tongue)
    }
}

/// Reads from the raw arguments the options that error messages depend on.
pub(super) fn startup(arguments: &[OsString]) -> Startup {
    let value = |names: &[&str]| {
        let mut rest = arguments.iter().skip(1).map(|a| a.to_string_lossy());
        while let Some(argument) = rest.next() {
            if argument == "--" {
                return None;
            }
            for name in names {
                match argument.strip_prefix(name) {
                    Some("") => return rest.next().map(|v| v.into_owned()),
                    Some(value) if value.starts_with('=') => return Some(value[1..].to_owned()),
                    Some(value) if !name.starts_with("--") => return Some(value.to_owned()),
                    _ => {}
                }
            }
        }
        None
    };
    let color = match value(&["--color"]).as_deref() {
        Some("always") => When::Always,
        Some("never") => When::Never,
        _ => When::Auto,
    };
    let cwd = cwd();
    let start = value(&["--root", "-C"]).map(|dir| cwd.join(dir));
    let start = start.or_else(|| value(&["--config", "-c"]).and_then(|file| Some(cwd.join(file).parent()?.to_owned())));
    let settings = find_root(start.as_deref().unwrap_or(&cwd)).and_then(|root| glance(&root));
    // Elsewhere the system's language is in the locale variables.
    let system = if cfg!(any(windows, target_os = "macos")) { sys_locale::get_locale() } else { None };
    let tongue = locale::choose(
        value(&["--lang"]).as_deref(),
        &|name| std::env::var(name).ok(),
        system.as_deref(),
        settings.as_ref().map(|s| s.primary().tag.as_str()),
    );
    Startup { tongue, screen: Screen::new(color) }
}

fn cwd() -> PathBuf {
    std::env::current_dir().unwrap_or_else(|_| PathBuf::from("."))
}

/// The site that contains a folder.
pub(super) fn find_root(start: &Path) -> Option<PathBuf> {
    config::find_root(&tidy(start), &|path| matches!(Disk.metadata(path), Ok(Some(_))))
}

/// The path without `.` and `..`, so that its parents can be found by name.
fn tidy(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir if matches!(out.components().next_back(), Some(Component::Normal(_))) => drop(out.pop()),
            part => out.push(part),
        }
    }
    out
}

/// The settings as far as they can be read; the compilation reports the mistakes in them.
fn glance(root: &Path) -> Option<Config> {
    Some(settings(root)?.0)
}

/// The settings, and whether they are without mistakes.
fn settings(root: &Path) -> Option<(Config, bool)> {
    let bytes = Disk.read(&root.join(config::FILE_NAME), SETTINGS_LIMIT).ok()?;
    let (text, _) = source::decode(&bytes).ok()?;
    let is_timezone = |name: &str| Zone::named(name).is_some();
    let known = Known { rules: linli::rulebook::book(), is_timezone: &is_timezone, is_tag: &|_| true };
    let (config, findings) = config::read(&Source::new(config::FILE_NAME, text), &known);
    Some((config, !findings.iter().any(Diagnostic::is_error)))
}

/// The context of every command.
pub(super) struct Session {
    pub words: &'static Words,
    pub tongue: Tongue,
    pub startup: Startup,
    pub screen: Screen,
    pub fs: Disk,
    pub cwd: PathBuf,
    root: Option<PathBuf>,
    config: Option<PathBuf>,
}

/// The site that a command works on.
pub(super) struct SiteLocation {
    pub root: PathBuf,
    /// The settings as far as they can be read.
    pub settings: Option<Config>,
    pub zone: Zone,
    /// The moment of the run in the site's zone.
    pub now: DateTime,
    pub today: Date,
}

impl SiteLocation {
    /// The request of a compilation with default options.
    pub(super) fn request<'a>(&'a self, session: &'a Session) -> Request<'a> {
        Request {
            fs: &session.fs,
            root: &self.root,
            today: self.today,
            drafts: false,
            keep_going: false,
            locked: false,
            portable: false,
            base_url: None,
        }
    }

    /// The folder for the pages: the argument relative to the working folder, else the settings.
    pub(super) fn output(&self, session: &Session, argument: Option<&Path>) -> PathBuf {
        match argument {
            Some(path) => tidy(&session.cwd.join(path)),
            None => self.root.join(self.settings.as_ref().map_or("public", |s| s.output.as_str())),
        }
    }

    /// Refuses a language that the site does not have.
    pub(super) fn knows(&self, lang: Option<&str>) -> Result<(), Stop> {
        let (Some(lang), Some(settings)) = (lang, &self.settings) else { return Ok(()) };
        if settings.language(lang).is_some() {
            return Ok(());
        }
        let known = settings.languages.iter().map(|l| l.path.to_string()).collect();
        Err(Stop::usage("cli-content-lang").arg("lang", lang).arg("known", Arg::OneOf(known)))
    }

    /// A path relative to the site, if it is inside the site.
    pub(super) fn inside(&self, session: &Session, path: &Path) -> Option<String> {
        let full = tidy(&session.cwd.join(path));
        linli::fs::slashes(full.strip_prefix(&self.root).ok()?)
    }

    /// The same in the spelling of the directory listing, whatever capitals and slashes were typed. `None` if there is no such file.
    pub(super) fn spelled(&self, session: &Session, name: &str) -> Result<Option<String>, Stop> {
        let failed = |e| Stop::files(&e, &self.root);
        let typed = name.replace('\\', "/").trim_end_matches('/').to_owned();
        if name.is_empty() || typed.is_empty() {
            return Ok(Some(String::new()));
        }
        let mut names = vec![config::FILE_NAME.to_owned()];
        for folder in [discover::CONTENT, "themes", "profiles", "fonts"] {
            let below = self.root.join(folder);
            if session.fs.metadata(&below).map_err(failed)?.is_some() {
                names.push(folder.to_owned());
                names.extend(session.fs.walk(&below).map_err(failed)?.iter().filter_map(|e| Some(format!("{folder}/{}", e.name()?))));
            }
        }
        // The spelling as typed, else one that differs in capitals only.
        let folded = typed.to_lowercase();
        let found = names.iter().find(|n| *n == name).or_else(|| names.iter().find(|n| **n == typed));
        let found = found.or_else(|| names.iter().find(|n| n.to_lowercase() == folded)).cloned();
        // Other files of the folder are not inputs.
        let there = || Ok(session.fs.metadata(&self.root.join(name)).map_err(failed)?.map(|_| name.to_owned()));
        found.map_or_else(there, |found| Ok(Some(found)))
    }
}

/// Writes a file under a temporary name and renames it, so that nobody reads half of it.
pub(super) fn replace(fs: &dyn FileSystem, path: &Path, bytes: &[u8]) -> Result<(), FsError> {
    let mut name = OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(".tmp");
    let aside = path.with_file_name(name);
    let write = || {
        if let Some(folder) = path.parent() {
            fs.create_dir_all(folder)?;
        }
        // A killed run may have left the file.
        if fs.metadata(&aside)?.is_some() {
            fs.remove_file(&aside)?;
        }
        fs.write_new(&aside, bytes)?;
        fs.rename(&aside, path)
    };
    write().inspect_err(|_| drop(fs.remove_file(&aside)))
}

impl Session {
    pub(super) fn new(global: &Global, words: &'static Words, startup: Startup) -> Self {
        let screen = startup.screen.with(global);
        let (root, config) = (global.root.clone(), global.config.clone());
        let tongue = startup.tongue;
        Self { words, tongue, startup, screen, fs: Disk, cwd: cwd(), root, config }
    }

    pub(super) fn text(&self, id: &'static str) -> String {
        self.words.say(id, &[])
    }

    /// The working folder, or the one given by an argument.
    pub(super) fn start(&self) -> PathBuf {
        tidy(&self.root.as_ref().map_or_else(|| self.cwd.clone(), |dir| self.cwd.join(dir)))
    }

    /// Finds the site and the day.
    pub(super) fn place(&self, today: Option<&str>) -> Result<SiteLocation, Stop> {
        let root = match &self.config {
            Some(file) => self.named_settings(file)?,
            None => {
                let start = self.start();
                let missing = || Stop { exit: Exit::Settings, ..Stop::usage("cli-no-site") };
                find_root(&start).ok_or_else(|| missing().arg("path", start.display().to_string()))?
            }
        };
        let settings = glance(&root);
        self.place_at(root, settings, today)
    }

    /// The same site at another moment. While its settings have mistakes the old ones are kept.
    pub(super) fn place_again(&self, before: &SiteLocation, today: Option<&str>) -> Result<SiteLocation, Stop> {
        let now = settings(&before.root).and_then(|(config, is_sound)| is_sound.then_some(config));
        self.place_at(before.root.clone(), now.or_else(|| before.settings.clone()), today)
    }

    fn place_at(&self, root: PathBuf, settings: Option<Config>, today: Option<&str>) -> Result<SiteLocation, Stop> {
        let zone = settings.as_ref().and_then(|s| Zone::named(&s.timezone)).or_else(|| Zone::named("UTC"));
        let zone = zone.ok_or(Stop::usage("cli-no-zone"))?;
        let now = self.now(&zone)?;
        let (today, now) = match today {
            None => (now.date, now),
            Some(text) => {
                let date = day(text)?;
                (date, linli::value::Moment::Day(date).start())
            }
        };
        self.screen
            .detail(&self.words.say("cli-detail-site", &[("path", root.display().to_string().into()), ("day", today.to_string().into())]));
        Ok(SiteLocation { root, settings, zone, now, today })
    }

    /// The folder of the settings file given by an argument.
    fn named_settings(&self, file: &Path) -> Result<PathBuf, Stop> {
        let path = tidy(&self.cwd.join(file));
        if path.file_name().is_none_or(|name| name != config::FILE_NAME) {
            return Err(Stop::usage("cli-config-name").arg("path", file.display().to_string()));
        }
        let there = self.fs.metadata(&path).map_err(|e| Stop::files(&e, &self.cwd))?;
        match (there, path.parent()) {
            (Some(_), Some(folder)) => Ok(folder.to_owned()),
            _ => Err(Stop { exit: Exit::Settings, ..Stop::usage("cli-no-site") }.arg("path", file.display().to_string())),
        }
    }

    /// Today without a site.
    pub(super) fn today(&self, today: Option<&str>) -> Result<Date, Stop> {
        match today {
            Some(text) => day(text),
            None => Ok(self.now(&Zone::named("Asia/Shanghai").ok_or(Stop::usage("cli-no-zone"))?)?.date),
        }
    }

    /// Writes bytes to a path in one step, replacing an existing file.
    pub(super) fn replace(&self, path: &Path, bytes: &[u8]) -> Result<(), Stop> {
        replace(&self.fs, path, bytes).map_err(|e| Stop::files(&e, &self.cwd))
    }

    /// The time of day to the second, for the lines of `watch` and `serve`.
    pub(super) fn clock(&self, zone: &Zone) -> Result<(DateTime, String), Stop> {
        let now = self.now(zone)?;
        // Offsets of zones have been whole minutes since long before there were computers.
        Ok((now, format!("{:02}:{:02}:{:02}", now.time.hour(), now.time.minute(), self.seconds()?.rem_euclid(60))))
    }

    fn now(&self, zone: &Zone) -> Result<DateTime, Stop> {
        let seconds = self.seconds()?;
        zone.local(seconds).ok_or_else(|| Stop::usage("cli-epoch").arg("value", seconds.to_string()))
    }

    /// Seconds since 1970.
    fn seconds(&self) -> Result<i64, Stop> {
        match std::env::var("SOURCE_DATE_EPOCH") {
            Ok(text) => text.trim().parse().map_err(|_| Stop::usage("cli-epoch").arg("value", text.as_str())),
            Err(_) => Ok(SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |d| d.as_secs() as i64)),
        }
    }
}

fn day(text: &str) -> Result<Date, Stop> {
    Date::parse(text).map_err(|_| Stop::usage("cli-date").arg("value", text))
}

/// The address of the site as typed, normalized.
pub(super) fn base_url(typed: Option<&str>) -> Result<Option<String>, Stop> {
    let tidy = |url: &str| config::base_url(url).map_err(|_| Stop::usage("cli-base-url").arg("value", url));
    typed.map(tidy).transpose()
}

/// Sets the number of threads.
pub(super) fn jobs(jobs: Option<u16>) -> Result<(), Stop> {
    match jobs {
        None => Ok(()),
        Some(0) => Err(Stop::usage("cli-jobs")),
        Some(n) => {
            // Only a second call could fail, and there is none.
            let _ = rayon::ThreadPoolBuilder::new().num_threads(n.into()).build_global();
            Ok(())
        }
    }
}
