//! `linli init`: asks five questions and writes a site that builds at once.
//!
//! In: answers, from a terminal or from the command line. Out: `site.toml`, `content/` with samples, a README. Always: no existing
//! file is overwritten; samples are in Chinese, with English beside them if that is the second language; no text is made up in
//! other languages.

mod languages;
mod samples;

use std::path::{Path, PathBuf};

use linli::config::{self, Starter, StarterLanguage};
use linli::discover;
use linli::fs::{FileSystem, Kind};
use linli::value::Date;

use super::args::Init;
use super::session::{self, Session};
use super::{Exit, Stop, stamp};
use languages::language;

/// Used until the site has an address of its own.
const NO_ADDRESS: &str = "https://example.org/";
const TIMEZONE: &str = "Asia/Shanghai";
const CURRENCY: &str = "CNY";
const PRIMARY: (&str, &str) = ("zh-Hans", "zh");

/// The answers to the five questions.
struct Answers {
    name: String,
    /// The default name, in English too.
    english_name: Option<String>,
    /// Tag and path.
    second: Option<(String, String)>,
    address: String,
    phone: Option<String>,
    samples: bool,
}

pub(super) fn run(session: &Session, args: &Init) -> Result<Exit, Stop> {
    let today = session.today(args.today.as_deref())?;
    if !args.yes && !session.screen.can_ask() {
        return Err(Stop::usage("cli-init-no-terminal"));
    }
    let given = args.dir.as_ref().map(|dir| session.cwd.join(dir));
    let folder = given.clone().unwrap_or_else(|| session.start());
    let empty = refuse(session, &folder, args, given.is_some())?;
    let answers = if args.yes { quick(session, args)? } else { ask(session, args)? };
    // On a terminal, in a folder with other files: the site gets a folder of its own, named after the site.
    let folder = if empty || args.force || given.is_some() { folder } else { folder.join(folder_name(&answers.name)) };
    if !empty && !args.force && !is_empty(session, &folder)? {
        return Err(not_empty(session, &folder));
    }
    write(session, &folder, &answers, today)?;
    if answers.samples && answers.second.as_ref().is_some_and(|(_, path)| path == "en") {
        stamp_all(session, &folder, today)?;
    }
    let below = folder.strip_prefix(&session.cwd).ok().filter(|p| !p.as_os_str().is_empty());
    // No absolute paths: the user knows the working folder.
    let last_part = || folder.file_name().map_or_else(|| folder.clone(), PathBuf::from);
    let shown = below.map_or_else(last_part, Path::to_path_buf).display().to_string();
    let here = folder == session.cwd;
    let mut lines = vec![session.words.say("cli-init-done", &[("path", shown.as_str().into()), ("name", answers.name.as_str().into())])];
    lines.push(session.text(if here { "cli-init-next" } else { "cli-init-next-elsewhere" }).replace("DIR", &quoted(&shown)));
    session.screen.out(&(lines.join("\n") + "\n"))?;
    Ok(Exit::Fine)
}

/// A folder quoted for a shell.
fn quoted(path: &str) -> String {
    if path.contains(char::is_whitespace) { format!("\"{path}\"") } else { path.to_owned() }
}

/// Whether the folder is empty; refuses a folder that cannot become a site.
fn refuse(session: &Session, folder: &Path, args: &Init, given: bool) -> Result<bool, Stop> {
    let shown = |path: &Path| path.display().to_string();
    if let Some(root) = session::find_root(folder).filter(|_| !args.force) {
        return Err(Stop::usage("cli-init-site-here").arg("path", shown(&root)));
    }
    let empty = is_empty(session, folder)?;
    if !empty && !args.force && (given || args.yes) {
        return Err(not_empty(session, folder));
    }
    Ok(empty)
}

fn not_empty(session: &Session, folder: &Path) -> Stop {
    let shown = folder.strip_prefix(&session.cwd).ok().filter(|p| !p.as_os_str().is_empty()).unwrap_or(folder);
    Stop::usage("cli-init-not-empty").arg("path", shown.display().to_string())
}

/// Hidden files (`.git`) do not count.
fn is_empty(session: &Session, folder: &Path) -> Result<bool, Stop> {
    let stop = |e: &linli::fs::FsError| Stop::files(e, &session.cwd);
    match session.fs.metadata(folder).map_err(|e| stop(&e))?.map(|m| m.kind) {
        None => Ok(true),
        Some(Kind::Dir) => {
            let entries = session.fs.walk(folder).map_err(|e| stop(&e))?;
            Ok(entries.iter().all(|e| e.path.iter().next().is_some_and(|first| first.to_string_lossy().starts_with('.'))))
        }
        Some(_) => Err(Stop::usage("cli-init-file").arg("path", folder.display().to_string())),
    }
}

/// The answers from the command line alone.
fn quick(session: &Session, args: &Init) -> Result<Answers, Stop> {
    let second = language(args.lang2.as_deref().unwrap_or("en"))?;
    let given = args.name.as_deref().map(str::trim).filter(|n| !n.is_empty());
    let default = || default_name("zh");
    let english = second.as_ref().is_some_and(|(_, path)| path == "en");
    Ok(Answers {
        name: given.map_or_else(default, str::to_owned),
        english_name: (given.is_none() && english).then(|| default_name("en")),
        second,
        address: args.address.as_deref().map_or_else(|| Ok(NO_ADDRESS.to_owned()), address)?,
        phone: None,
        samples: !args.no_samples,
    })
    .inspect(|_| session.screen.detail(&session.text("cli-init-quick")))
}

/// The default name of a site.
fn default_name(path: &str) -> String {
    if path == "en" { "Our Community" } else { "我们的社区" }.to_owned()
}

/// The five questions.
fn ask(session: &Session, args: &Init) -> Result<Answers, Stop> {
    let screen = &session.screen;
    screen.say_always(&session.text("cli-init-hello"));
    // The usual answer stands in brackets; who types it means it.
    let question = |id: &'static str| {
        let text = session.text(id);
        let usual = text.split_once('[').and_then(|(_, rest)| rest.split_once(']')).map_or("", |(usual, _)| usual);
        let typed = screen.ask(&format!("  {text} ")).ok_or(Stop::usage("cli-init-ended"))?;
        Ok(if typed == usual { String::new() } else { typed })
    };
    let name = match &args.name {
        Some(name) => name.clone(),
        None => question("cli-init-ask-name")?,
    };
    let named = !name.trim().is_empty();
    let second = match &args.lang2 {
        Some(code) => language(code)?,
        None => loop {
            let typed = question("cli-init-ask-language")?;
            match typed.as_str() {
                "" => break language("en")?,
                "?" | "？" => screen.say_always(&session.text("cli-init-languages")),
                typed => match language(typed) {
                    Ok(second) => break second,
                    Err(stop) => screen.stop(session.words, stop.message, &stop.args),
                },
            }
        },
    };
    let address = match &args.address {
        Some(given) => address(given)?,
        None => loop {
            let typed = question("cli-init-ask-address")?;
            if typed.is_empty() {
                break NO_ADDRESS.to_owned();
            }
            match address(&typed) {
                Ok(address) => break address,
                Err(stop) => screen.stop(session.words, stop.message, &stop.args),
            }
        },
    };
    let phone = Some(question("cli-init-ask-phone")?).filter(|p| !p.is_empty());
    let samples = !args.no_samples && {
        let typed = question("cli-init-ask-samples")?.to_lowercase();
        !["n", "no", "不", "不要", "否", "不用"].contains(&typed.as_str())
    };
    let english = second.as_ref().is_some_and(|(_, path)| path == "en");
    Ok(Answers {
        name: if named { name.trim().to_owned() } else { default_name("zh") },
        english_name: (!named && english).then(|| default_name("en")),
        second,
        address,
        phone,
        samples,
    })
}

/// The address of the site as it is typed; `https://` may be left out.
fn address(typed: &str) -> Result<String, Stop> {
    let typed = typed.trim();
    let full = if typed.contains("://") { typed.to_owned() } else { format!("https://{typed}") };
    config::base_url(&full).map_err(|_| Stop::usage("cli-base-url").arg("value", typed))
}

/// A folder name that every system accepts.
fn folder_name(name: &str) -> PathBuf {
    let safe: String = name.chars().map(|c| if c.is_alphanumeric() || "-_ ".contains(c) { c } else { '-' }).collect();
    let safe = safe.trim_matches([' ', '-']).to_owned();
    PathBuf::from(if safe.is_empty() { "site".to_owned() } else { safe })
}

fn write(session: &Session, folder: &Path, answers: &Answers, today: Date) -> Result<(), Stop> {
    let zh = session.tongue == linli::locale::Tongue::Zh;
    let english = answers.second.as_ref().is_some_and(|(_, path)| path == "en");
    let starter = Starter {
        comments: if zh { "zh" } else { "en" }.to_owned(),
        base_url: answers.address.clone(),
        timezone: TIMEZONE.to_owned(),
        currency: CURRENCY.to_owned(),
        publisher: answers.samples.then(|| samples::PUBLISHER.to_owned()),
        languages: std::iter::once((PRIMARY.0.to_owned(), PRIMARY.1.to_owned(), Some(answers.name.clone())))
            .chain(answers.second.iter().map(|(tag, path)| (tag.clone(), path.clone(), answers.english_name.clone())))
            .map(|(tag, path, site_name)| StarterLanguage { tag, path, own_name: None, site_name })
            .collect(),
        phone: answers.phone.clone(),
        email: None,
    };
    let mut files = vec![(config::FILE_NAME.to_owned(), config::default_toml(&starter))];
    files.push(("README.md".to_owned(), samples::readme(zh, &answers.name)));
    files.extend(samples::data(zh, english));
    if answers.samples {
        let phone = answers.phone.as_deref().unwrap_or("0691-000-0000");
        files.extend(samples::records(&answers.name, phone, today, english));
    }
    let stop = |e: linli::fs::FsError| Stop::files(&e, &session.cwd);
    session.fs.create_dir_all(&folder.join(discover::CONTENT)).map_err(stop)?;
    for (name, text) in files {
        let path = folder.join(&name);
        if session.fs.metadata(&path).map_err(stop)?.is_some() {
            session.screen.say(&session.words.say("cli-init-kept", &[("path", name.into())]));
            continue;
        }
        if let Some(above) = path.parent() {
            session.fs.create_dir_all(above).map_err(stop)?;
        }
        session.fs.write_new(&path, text.as_bytes()).map_err(stop)?;
    }
    Ok(())
}

/// The hash of each sample's words, for `based_on` of its translation.
fn stamp_all(session: &Session, folder: &Path, today: Date) -> Result<(), Stop> {
    let request = linli::Request {
        fs: &session.fs,
        root: folder,
        today,
        drafts: false,
        keep_going: false,
        locked: false,
        portable: false,
        base_url: None,
    };
    let checked = linli::check(&request, &()).map_err(|f| Stop::failure(f, folder))?;
    let Some(site) = &checked.site else { return Ok(()) };
    let paths: Vec<&str> = site.languages.iter().map(|l| l.path.as_str()).collect();
    let found = discover::content(&session.fs, folder, &paths).map_err(|e| Stop::files(&e, folder))?;
    for bundle in &found.bundles {
        let Some(record) = checked.library.get(&bundle.id) else { continue };
        for (_, file) in &bundle.sidecars {
            stamp::mark_translated(session, folder, record, file, today)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folder_names_fit_every_system() {
        let cases = [("曼景兰社区", "曼景兰社区"), ("a/b:c", "a-b-c"), ("../..", "site"), ("", "site")];
        for (name, expected) in cases {
            assert_eq!(folder_name(name), PathBuf::from(expected));
        }
    }
}
