//! One random edit of a site, as made by people, editors and disks.
//!
//! In: the present site. Out: the changed site, a description, and the paths that a watcher would name. Always: the same random
//! numbers give the same edit.

use linli::record::KINDS;

use crate::support::Memory;

/// A fixed sequence of random numbers (xorshift64*).
pub(super) struct Rng(u64);

impl Rng {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    pub(super) fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        ((self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize) % n.max(1)
    }

    fn pick<'a, T>(&mut self, list: &'a [T]) -> Option<&'a T> {
        if list.is_empty() { None } else { list.get(self.below(list.len())) }
    }
}

/// A site that is being edited.
pub(super) struct Site {
    pub fs: Memory,
    start: Memory,
    /// Days after the first day.
    pub day: i64,
    pub drafts: bool,
    made: usize,
}

impl Site {
    pub(super) fn new(fs: Memory) -> Self {
        Self { start: fs.clone(), fs, day: 0, drafts: false, made: 0 }
    }

    fn texts(&self) -> Vec<String> {
        self.fs.below("content").into_iter().filter(|p| p.ends_with(".md")).collect()
    }
}

type Done = (String, Vec<String>);

/// Makes an edit. Broken files are more often repaired than not, so that walks do not consist of errors only.
pub(super) fn any(site: &mut Site, rng: &mut Rng, is_broken: bool) -> Done {
    const EDITS: &[fn(&mut Site, &mut Rng) -> Option<Done>] = &[
        body,
        body,
        body,
        letter,
        title,
        title,
        fact,
        fact,
        link,
        sidecar,
        remove,
        back,
        back,
        back,
        rename,
        another_kind,
        half_saved,
        draft,
        settings,
        glossary,
        tags,
        catalogue,
        template,
        profile,
        attachment,
        calendar,
        nothing,
        copy,
        folder,
        number,
        withdraw,
    ];
    if is_broken && rng.below(4) > 0 {
        return mend(site, rng);
    }
    loop {
        if let Some(done) = rng.pick(EDITS).and_then(|edit| edit(site, rng)) {
            return done;
        }
    }
}

/// Changes the text of a file.
fn rewrite(site: &mut Site, path: &str, description: &str, change: impl FnOnce(String) -> String) -> Option<Done> {
    let text = change(site.fs.text(path));
    site.fs.put(path, text);
    Some((format!("{description} {path}"), vec![path.to_owned()]))
}

fn text_file(site: &Site, rng: &mut Rng) -> Option<String> {
    rng.pick(&site.texts()).cloned()
}

fn body(site: &mut Site, rng: &mut Rng) -> Option<Done> {
    let path = text_file(site, rng)?;
    let n = rng.below(1000);
    let more = [
        "\n再补充一句，第 {n} 次。\n",
        "\n## 第 {n} 节\n\n正文。\n",
        "\n```json\n{\"n\": {n}}\n```\n",
        "\n| 项 | 数 |\n|---|---|\n| 甲 | {n} |\n",
    ];
    let more = rng.pick(&more)?.replace("{n}", &n.to_string());
    rewrite(site, &path, "more text in", |text| text + &more)
}

/// Adds a letter for the site's own font to a text or a title.
fn letter(site: &mut Site, rng: &mut Rng) -> Option<Done> {
    let path = text_file(site, rng)?;
    let letter = rng.pick(&['ᠠ', 'ᠡ', 'ᠢ', 'ᠣ', 'ᠤ', 'ꆈ', 'ཀ'])?;
    match rng.below(3) {
        0 => rewrite(site, &path, "a letter in the title of", |text| key(&text, "title", &format!("[{letter}]"))),
        _ => rewrite(site, &path, "a letter in", |text| format!("{text}\n{letter}\n")),
    }
}

/// Replaces the value of a key at the top of the front matter.
fn key(text: &str, key: &str, value: &str) -> String {
    let mut done = false;
    let lines = text.lines().map(|line| {
        if !done && line.split(':').next() == Some(key) {
            done = true;
            return format!("{key}: {value}\n");
        }
        format!("{line}\n")
    });
    let text: String = lines.collect();
    if done { text } else { text.replacen("---\n", &format!("---\n{key}: {value}\n"), 1) }
}

fn title(site: &mut Site, rng: &mut Rng) -> Option<Done> {
    let path = text_file(site, rng)?;
    let name = format!("新标题 {}", rng.below(50));
    rewrite(site, &path, "a new title in", |text| key(&text, "title", &name))
}

/// Changes a digit in the front matter, which changes sums, dates or references.
fn fact(site: &mut Site, rng: &mut Rng) -> Option<Done> {
    let path = text_file(site, rng)?;
    let text = site.fs.text(&path);
    let end = text.get(3..)?.find("\n---")? + 3;
    let digits: Vec<usize> = text[..end].char_indices().filter(|(_, c)| c.is_ascii_digit()).map(|(i, _)| i).collect();
    let at = *rng.pick(&digits)?;
    let digit = rng.below(10).to_string();
    rewrite(site, &path, "another digit in", |mut text| {
        text.replace_range(at..=at, &digit);
        text
    })
}

fn link(site: &mut Site, rng: &mut Rng) -> Option<Done> {
    let path = text_file(site, rng)?;
    let target = text_file(site, rng)?;
    let target = target.trim_start_matches("content/").split('.').next()?.trim_end_matches("/index").to_owned();
    let fragment = ["", "#p1", "#第-5-节", "#nowhere"][rng.below(4)];
    rewrite(site, &path, "a link in", |text| format!("{text}\n见[那里]({target}{fragment})。\n"))
}

fn sidecar(site: &mut Site, rng: &mut Rng) -> Option<Done> {
    let texts: Vec<String> = site.texts().into_iter().filter(|p| p.matches('.').count() == 1).collect();
    let path = rng.pick(&texts)?.replace(".md", [".", ".en.", ".ug.", ".fr."][1 + rng.below(3)]).replace(". ", ".") + "md";
    let path = path.replace("..", ".");
    let n = rng.below(20);
    let text =
        ["---\ntitle: Title {n}\n---\n\nText {n}.\n", "---\ntitle: Title {n}\nbased_on: 0000000{n}\n---\n", "---\namount: {n}\n---\n"];
    site.fs.put(&path, rng.pick(&text)?.replace("{n}", &n.to_string()));
    Some((format!("a sidecar {path}"), vec![path]))
}

fn remove(site: &mut Site, rng: &mut Rng) -> Option<Done> {
    let path = rng.pick(&site.fs.below("content"))?.clone();
    site.fs.remove(&path);
    Some((format!("removed {path}"), vec![path]))
}

/// Restores a file.
fn back(site: &mut Site, rng: &mut Rng) -> Option<Done> {
    let (now, then) = (site.fs.below(""), site.start.below(""));
    let different: Vec<&String> = then.iter().filter(|p| !now.contains(p) || site.fs.bytes(p) != site.start.bytes(p)).collect();
    if let Some(path) = rng.pick(&different) {
        let path = (*path).clone();
        site.fs.put(&path, site.start.bytes(&path));
        return Some((format!("back to the beginning: {path}"), vec![path]));
    }
    let path = rng.pick(&now.into_iter().filter(|p| !then.contains(p)).collect::<Vec<_>>())?.clone();
    site.fs.remove(&path);
    Some((format!("gone again: {path}"), vec![path]))
}

/// Restores all files except a few, in one burst.
fn mend(site: &mut Site, rng: &mut Rng) -> Done {
    let (now, then) = (site.fs.below(""), site.start.below(""));
    let spared = rng.below(12);
    let mut paths = Vec::new();
    for path in now.iter().chain(then.iter().filter(|p| !now.contains(p))) {
        if rng.below(12) < spared.min(1) {
            continue;
        }
        match then.contains(path) {
            true if !now.contains(path) || site.fs.bytes(path) != site.start.bytes(path) => site.fs.put(path, site.start.bytes(path)),
            false => site.fs.remove(path),
            true => continue,
        }
        paths.push(path.clone());
    }
    (format!("mended {} files", paths.len()), paths)
}

fn moved(site: &mut Site, from: &str, to: &str) -> Option<Done> {
    let text = site.fs.text(from);
    site.fs.remove(from);
    site.fs.put(to, text);
    Some((format!("moved {from} to {to}"), vec![from.to_owned(), to.to_owned()]))
}

fn rename(site: &mut Site, rng: &mut Rng) -> Option<Done> {
    let path = text_file(site, rng)?;
    let (stem, rest) = path.split_once('.')?;
    let to = if stem.ends_with("/index") { return None } else { format!("{stem}-{}.{rest}", rng.below(3)) };
    moved(site, &path, &to)
}

fn another_kind(site: &mut Site, rng: &mut Rng) -> Option<Done> {
    let path = text_file(site, rng)?;
    let kinds: Vec<&str> = KINDS.iter().map(|kind| kind.folder).chain(["nonsense"]).collect();
    let rest = path.strip_prefix("content/")?.split_once('/')?.1.to_owned();
    let to = format!("content/{}/{rest}", rng.pick(&kinds)?);
    if to == path { None } else { moved(site, &path, &to) }
}

/// Truncates a file, as a full disk or an unfinished save would.
fn half_saved(site: &mut Site, rng: &mut Rng) -> Option<Done> {
    let path = text_file(site, rng)?;
    let text = site.fs.text(&path);
    let ends: Vec<usize> = text.char_indices().map(|(i, _)| i).collect();
    let end = *rng.pick(&ends)?;
    rewrite(site, &path, "half saved", |text| text[..end].to_owned())
}

fn draft(site: &mut Site, rng: &mut Rng) -> Option<Done> {
    if rng.below(4) == 0 {
        site.drafts = !site.drafts;
        return Some((format!("drafts shown: {}", site.drafts), Vec::new()));
    }
    let path = text_file(site, rng)?;
    let status = *rng.pick(&["draft", "published"])?;
    rewrite(site, &path, status, |text| key(&text, "status", status))
}

fn withdraw(site: &mut Site, rng: &mut Rng) -> Option<Done> {
    let path = text_file(site, rng)?;
    rewrite(site, &path, "withdrawn", |text| key(&key(&text, "status", "withdrawn"), "withdrawn", "{ date: 2026-06-01, reason: 内容有误 }"))
}

fn number(site: &mut Site, rng: &mut Rng) -> Option<Done> {
    let path = text_file(site, rng)?;
    let number = format!("2026-0{}", 10 + rng.below(12));
    rewrite(site, &path, "a number in", |text| key(&text, "number", &number))
}

fn settings(site: &mut Site, rng: &mut Rng) -> Option<Done> {
    let n = rng.below(9);
    let change = [
        "currency = \"USD\"\n",
        "output = \"public\"\n",
        "nonsense = 1\n",
        "timezone = \"Asia/Urumqi\"\n",
        "[severity]\nCOM-05 = \"off\"\n",
    ];
    let line = (*rng.pick(&change)?).to_owned();
    rewrite(site, "site.toml", "settings", |text| match n {
        0..=2 => text.replacen("社区", &format!("社区{n}"), 1),
        3 | 4 => text.replacen("example.org", &format!("example{n}.org"), 1),
        _ if line.starts_with('[') => format!("{text}\n{line}"),
        _ => format!("{line}{text}"),
    })
}

fn glossary(site: &mut Site, rng: &mut Rng) -> Option<Done> {
    let n = rng.below(5);
    let text = format!("地面停车: {{ en: Parking {n} }}\n车库照明维修: {{ en: \"Lights {n}\" }}\n");
    site.fs.put("content/glossary.yaml", text);
    Some((format!("glossary {n}"), vec!["content/glossary.yaml".into()]))
}

fn tags(site: &mut Site, rng: &mut Rng) -> Option<Done> {
    let n = rng.below(5);
    if rng.below(2) == 0 {
        site.fs.put("content/tags.yaml", format!("parking: {{ zh: 停车{n}, en: Parking {n} }}\nwater: {{ zh: 用水 }}\n"));
        return Some((format!("names of tags {n}"), vec!["content/tags.yaml".into()]));
    }
    let path = text_file(site, rng)?;
    let tags = *rng.pick(&["[parking]", "[water, parking]", "[unknown]", "[]"])?;
    rewrite(site, &path, "tags of", |text| key(&text, "tags", tags))
}

fn catalogue(site: &mut Site, rng: &mut Rng) -> Option<Done> {
    let path = ["themes/board/i18n/zh.ftl", "themes/board/i18n/en.ftl"][rng.below(2)];
    site.fs.put(path, format!("home = 首页{}\n", rng.below(4)));
    Some((format!("catalogue {path}"), vec![path.into()]))
}

fn template(site: &mut Site, rng: &mut Rng) -> Option<Done> {
    let path = "themes/board/templates/404.html";
    let text = ["<p>{{ page.title.text }} 一</p>", "<p>二</p>", "{% if %}", "{{ nothing.at.all }}"];
    site.fs.put(path, *rng.pick(&text)?);
    Some(("template".into(), vec![path.into()]))
}

fn profile(site: &mut Site, rng: &mut Rng) -> Option<Done> {
    let path = "profiles/ours.toml";
    let days = rng.below(60);
    let severity = ["", "[severity]\nCOM-16 = \"error\"\n", "[severity.en]\nCOM-05 = \"off\"\n"][rng.below(3)];
    site.fs.put(path, format!("extends = \"cn-national\"\n[posting]\nmin_days = {days}\n{severity}"));
    let mut paths = vec![path.to_owned()];
    if rng.below(2) == 0 {
        let text = site.fs.text("site.toml");
        if !text.contains("profile") {
            site.fs.put("site.toml", format!("profile = \"{path}\"\n{text}"));
            paths.push("site.toml".into());
        }
    }
    Some((format!("profile, {days} days"), paths))
}

fn attachment(site: &mut Site, rng: &mut Rng) -> Option<Done> {
    let path = text_file(site, rng)?;
    let folder = path.rsplit_once('/')?.0.to_owned();
    let name = *rng.pick(&["plan.pdf", "note.txt", "list.csv"])?;
    let file = format!("{folder}/{name}");
    match rng.below(3) {
        0 => {
            rewrite(site, &path, "an attachment named in", |text| key(&text, "attachments", &format!("[{{ file: {name}, title: 附件 }}]")))
        }
        1 if site.fs.below("content").contains(&file) => {
            site.fs.remove(&file);
            Some((format!("removed {file}"), vec![file]))
        }
        _ => {
            site.fs.put(&file, format!("内容 {}\n", rng.below(9)));
            Some((format!("an attachment {file}"), vec![file]))
        }
    }
}

fn calendar(site: &mut Site, rng: &mut Rng) -> Option<Done> {
    site.day += [1, 1, 3, 20, -15][rng.below(5)];
    Some((format!("day {}", site.day), Vec::new()))
}

/// Saves a file without a change.
fn nothing(site: &mut Site, rng: &mut Rng) -> Option<Done> {
    let path = text_file(site, rng)?;
    rewrite(site, &path, "saved unchanged", |text| text)
}

fn copy(site: &mut Site, rng: &mut Rng) -> Option<Done> {
    let path = text_file(site, rng)?;
    let text = site.fs.text(&path);
    site.made += 1;
    let folder = path.strip_prefix("content/")?.split('/').next()?.to_owned();
    let to = format!("content/{folder}/copy-{}.md", site.made % 4);
    site.fs.put(&to, text);
    Some((format!("copied {path} to {to}"), vec![to]))
}

/// Removes a folder, or restores it.
fn folder(site: &mut Site, rng: &mut Rng) -> Option<Done> {
    let kinds = ["content/notices", "content/activities", "content/places", "content"];
    let folder = (*rng.pick(&kinds)?).to_owned();
    let below = site.fs.below(&folder);
    if below.is_empty() || rng.below(3) > 0 {
        let then = site.start.below(&folder);
        then.iter().for_each(|path| site.fs.put(path, site.start.bytes(path)));
        return Some((format!("the folder {folder} as it was"), vec![folder]));
    }
    below.iter().for_each(|path| site.fs.remove(path));
    Some((format!("removed the folder {folder}"), vec![folder]))
}
