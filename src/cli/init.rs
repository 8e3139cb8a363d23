//! `linli init`: asks five questions and writes a site that builds at once.
//!
//! In: answers, from a terminal or from the command line. Out: `site.toml`, `content/` with samples, a README. Always: no existing
//! file is overwritten; samples are in Chinese, with English beside them if that is the second language; no text is made up in
//! other languages.

mod samples;

use std::path::{Path, PathBuf};

use linli::config::{self, Starter, StarterLanguage};
use linli::discover;
use linli::fs::{FileSystem, Kind};
use linli::locale::Language;
use linli::value::Date;

use super::args::Init;
use super::session::{self, Session};
use super::{Exit, Stop, stamp};

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
        address: NO_ADDRESS.to_owned(),
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
    let question = |id: &'static str| screen.ask(&format!("  {} ", session.text(id))).ok_or(Stop::usage("cli-init-ended"));
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
    let address = loop {
        let typed = question("cli-init-ask-address")?;
        if typed.is_empty() {
            break NO_ADDRESS.to_owned();
        }
        let full = if typed.contains("://") { typed.clone() } else { format!("https://{typed}") };
        match config::base_url(&full) {
            Ok(address) => break address,
            Err(_) => screen.stop(session.words, "cli-base-url", &[("value", typed.as_str().into())].into()),
        }
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

/// Tag and path of a second language; `None` for none.
fn language(code: &str) -> Result<Option<(String, String)>, Stop> {
    let code = code.trim();
    if ["none", "no", "-", "无", "不要"].contains(&code) {
        return Ok(None);
    }
    let wrong = || Stop::usage("cli-init-language").arg("code", code);
    let path = code.to_lowercase().replace('_', "-");
    let language = Language::new(&code.replace('_', "-"), &path).ok().filter(Language::is_known).ok_or_else(wrong)?;
    if language.tag == PRIMARY.0 || path == PRIMARY.1 {
        return Err(Stop::usage("cli-init-language-same").arg("code", code));
    }
    // `en-GB` is `en` in addresses; two scripts of one language stay apart.
    let short = path.split('-').next().unwrap_or(&path);
    let path = if short == PRIMARY.1 { path.clone() } else { short.to_owned() };
    Ok(Some((language.tag, path)))
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
    let request =
        linli::Request { fs: &session.fs, root: folder, today, drafts: false, keep_going: false, portable: false, base_url: None };
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
    fn second_languages_get_a_tag_and_a_short_path() {
        let cases = [
            ("en", Some(Some(("en", "en")))),
            ("en-GB", Some(Some(("en-GB", "en")))),
            ("ug", Some(Some(("ug", "ug")))),
            ("khb", Some(Some(("khb", "khb")))),
            ("zh-Hant", Some(Some(("zh-Hant", "zh-hant")))),
            ("无", Some(None)),
            ("zh", None),
            ("zh-Hans", None),
            ("xx yy", None),
            ("", None),
        ];
        for (code, expected) in cases {
            let got = language(code).ok();
            let expected = expected.map(|e| e.map(|(tag, path)| (tag.to_owned(), path.to_owned())));
            assert_eq!(got, expected, "{code}");
        }
    }

    #[test]
    fn folder_names_fit_every_system() {
        let cases = [("曼景兰社区", "曼景兰社区"), ("a/b:c", "a-b-c"), ("../..", "site"), ("", "site")];
        for (name, expected) in cases {
            assert_eq!(folder_name(name), PathBuf::from(expected));
        }
    }
}
