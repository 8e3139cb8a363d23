//! Language, colour, help, wrong command lines, exit codes, formats.

use std::process::Stdio;

use super::{Site, TODAY, command, finish, linli};

const OFF: &str = "COM-99";

type Environment<'a> = &'a [(&'a str, &'a str)];

#[test]
fn the_language_of_messages_is_flag_then_environment_then_site() {
    let site = Site::new();
    let empty = tempfile::tempdir().unwrap();
    type Case<'a> = (bool, &'a [&'a str], Environment<'a>, &'a str);
    let cases: &[Case<'_>] = &[
        (true, &["--lang", "en"], &[("LINLI_LANG", "zh")], "error"),
        (true, &["--lang=zh"], &[("LINLI_LANG", "en")], "错误"),
        (true, &[], &[("LINLI_LANG", "en"), ("LC_ALL", "zh_CN.UTF-8")], "error"),
        (true, &[], &[("LC_ALL", "zh_CN.UTF-8"), ("LANG", "en_US.UTF-8")], "错误"),
        (true, &[], &[("LC_ALL", "C"), ("LANG", "en_US.UTF-8")], "error"),
        (true, &[], &[("LANG", "C.UTF-8")], "错误"),
        (false, &[], &[("LANG", "C.UTF-8")], "error"),
        (false, &[], &[], "error"),
    ];
    for (in_site, flags, environment, expected) in cases {
        let folder = if *in_site { site.path() } else { empty.path() };
        let mut run = command(folder, &[&["check", "--only", OFF][..], flags].concat());
        run.env_remove("LINLI_LANG").envs(environment.iter().copied());
        let run = finish(run).ends(2);
        assert!(run.err.starts_with(expected), "{flags:?} {environment:?}: {}", run.err);
    }
}

#[test]
fn color_comes_only_where_it_is_wanted() {
    let site = Site::new();
    site.edit("content/notices/water.md", "type: disruption", "type: nonsense");
    let cases: &[(&[&str], Environment<'_>, bool)] = &[
        (&[], &[], false),
        (&["--color", "always"], &[], true),
        (&["--color", "always"], &[("NO_COLOR", "1")], true),
        (&[], &[("CLICOLOR_FORCE", "1")], true),
        (&["--color", "never"], &[("CLICOLOR_FORCE", "1")], false),
        (&[], &[("NO_COLOR", "1")], false),
    ];
    for (flags, environment, expected) in cases {
        for name in ["check", "build"] {
            let mut run = command(site.path(), &[&[name][..], flags].concat());
            run.envs(environment.iter().copied());
            let run = finish(run).ends(1);
            assert_eq!(run.all().contains('\u{1b}'), *expected, "{name} {flags:?} {environment:?}: {}", run.all());
        }
    }
}

#[test]
fn a_wrong_command_line_is_answered_in_the_users_language() {
    let site = Site::new();
    let cases: &[(&[&str], &str, &str)] = &[
        (&["biuld"], "没有“biuld”这个命令", "There is no command “biuld”"),
        (&["biuld"], "是不是 build？", "Did you mean build?"),
        (&["检察"], "是不是 检查？", "Did you mean 检查?"),
        (&["build", "--forse"], "是不是 --force？", "Did you mean --force?"),
        (&["build", "--format", "xml"], "可以写：human、short、json或github", "It may be human, short, json, or github"),
        (&["build", "--jobs"], "后面要跟一个值", "needs a value"),
        (&["build", "--jobs", "many"], "的值“many”不对", "is not right"),
        (&["build", "--jobs", "0"], "至少要 1 个", "At least 1"),
        (&["build", "--today", "soon"], "日期“soon”看不懂", "The date “soon” cannot be read"),
        (&["build", "-u", "rongyin"], "网址“rongyin”不对", "The address “rongyin” is not right"),
        (&["build", "-q", "-v"], "不能同时用", "do not go together"),
        (&["new"], "还少了 <KIND>", "<KIND> is missing"),
        (&["new", "通之", "x"], "是不是 通知？", "Did you mean 通知?"),
        (&["stamp"], "还少了", "is missing"),
        (&["stamp", "notices/watr"], "是不是 notices/water？", "Did you mean notices/water?"),
        (&["print"], "还少了", "is missing"),
        (&["print", "21"], "编号“21”不对", "“21” is not right"),
        (&["print", "2026-01"], "编号“2026-01”不对", "“2026-01” is not right"),
        (&["print", "2026-099"], "没有编号是 2026-099 的记录", "No record has the number 2026-099"),
        (&["print", "2026-010"], "是不是 2026-001？", "Did you mean 2026-001?"),
        (&["print", "2025-001..2025-900"], "之间没有可以张贴的记录", "No record to be posted"),
        (&["check", "--only", "REV-1"], "是不是 REV-01？", "Did you mean REV-01?"),
        (&["check", "--level", "REV-01=off"], "不能放宽", "cannot be lowered"),
        (&["check", "--level", "COM-05"], "规则=轻重", "RULE=LEVEL"),
        (&["check", "nowhere.md"], "没有“nowhere.md”", "no file “nowhere.md”"),
        (&["check", "../x.md"], "不在这个网站里", "does not lie in this site"),
        (&["list", "--content-lang", "fr"], "可以写：zh或en", "It may be zh or en"),
        (&["help", "fly"], "没有“fly”这个命令", "There is no command “fly”"),
    ];
    for (args, zh, en) in cases {
        for (lang, expected) in [("zh", zh), ("en", en)] {
            let run = site.run(&[&["--lang", lang], *args].concat()).ends(2);
            assert!(run.err.contains(expected) && run.out.is_empty(), "{args:?}: no `{expected}` in:\n{}", run.all());
            for english in ["Usage", "unexpected", "For more information", "tip:"] {
                assert!(!run.err.contains(english), "{args:?}: {}", run.err);
            }
        }
    }
}

#[test]
fn help_is_all_in_one_language() {
    let site = Site::new();
    let commands = ["", "init", "new", "check", "build", "list", "print", "stamp", "clean", "completions", "explain"];
    for name in commands {
        let help = site.run(&["help", name].map(str::trim).into_iter().filter(|a| !a.is_empty()).collect::<Vec<_>>()).ends(0).out;
        assert!(help.contains("用法：") && help.contains("选项"), "{name}: {help}");
        for english in ["Usage", "Options", "Commands", "Arguments", "OPTIONS", "default:", "possible values", "Print help", "cli-"] {
            assert!(!help.contains(english), "{name}: {english}: {help}");
        }
        if !name.is_empty() {
            assert_eq!(site.run(&[name, "--help"]).ends(0).out, help, "{name}");
        }
    }
    linli(site.path(), &[]).ends(2).says("linli init");
    assert_eq!(site.run(&["--version"]).ends(0).out, format!("linli {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn every_command_answers_to_its_chinese_name() {
    let site = Site::new();
    for name in ["检查", "构建", "列表", "清理", "帮助"] {
        site.run(&[name]).ends(0);
    }
    site.run(&["新建", "通知", "关于停水的通知"]).ends(0);
    let help = site.run(&["help"]).out;
    assert!(!help.contains("检查,") && !help.contains("别名"), "{help}");
}

#[test]
fn the_exit_code_tells_what_kind_of_trouble_it_was() {
    // File, text, replacement, arguments, code.
    let cases: &[(&str, &str, &str, &[&str], i32)] = &[
        ("site.toml", "CNY", "CNY", &["build"], 0),
        ("content/notices/water.md", "type: disruption", "type: nonsense", &["build"], 1),
        ("content/notices/water.md", "type: disruption", "type: nonsense", &["check"], 1),
        ("content/notices/water.md", "type: disruption", "type: nonsense", &["build", "--keep-going"], 1),
        ("content/notices/water.md", "type: disruption", "type: nonsense", &["check", "--only", "COM-05"], 0),
        ("content/notices/water.md", "type: disruption", "type: nonsense", &["check", "content/places"], 0),
        ("content/notices/water.md", "type: disruption", "type: nonsense", &["check", "content/notices/water.md"], 1),
        ("site.toml", "CNY", "yuan", &["build"], 3),
        ("site.toml", "CNY", "yuan", &["check"], 3),
        ("site.toml", "CNY", "yuan", &["list"], 3),
        ("site.toml", "Asia/Shanghai", "Asia/Beijing", &["check", "content/places"], 3),
        ("site.toml", "organizations/committee", "organizations/nobody", &["build"], 3),
        ("content/notices/water.md", "各位居民", "身份证 11010519491231002X", &["build"], 6),
        ("content/notices/water.md", "各位居民", "身份证 11010519491231002X", &["build", "--keep-going"], 6),
        ("content/notices/water.en.md", "based_on", "# based_on", &["build"], 0),
        ("content/notices/water.en.md", "based_on", "# based_on", &["build", "--strict"], 4),
        ("content/notices/water.en.md", "based_on", "# based_on", &["check", "--strict", "-q"], 4),
        ("content/notices/water.en.md", "based_on", "# based_on", &["check", "--level", "COM-06=error"], 1),
        ("content/notices/water.en.md", "based_on", "# based_on", &["check", "--strict", "--level", "COM-06=off"], 0),
        ("content/notices/water.en.md", "based_on", "# based_on", &["check", "--strict", "--content-lang", "zh"], 0),
        ("site.toml", "CNY", "CNY", &["build", "-o", "README.md"], 5),
        ("site.toml", "CNY", "CNY", &["build", "-o", "content"], 5),
        ("site.toml", "CNY", "CNY", &["build", "-o", ".."], 5),
    ];
    for (file, from, to, args, code) in cases {
        let site = Site::new();
        site.edit(file, from, to);
        let run = site.run(args);
        assert_eq!(run.code, *code, "{file}: {to}: {args:?}\n{}", run.all());
    }
    let empty = tempfile::tempdir().unwrap();
    linli(empty.path(), &["build"]).ends(3).says("linli init");
}

#[test]
fn a_failed_operation_names_what_was_tried_and_where() {
    let site = Site::new();
    site.run(&["build", "-o", "README.md"]).ends(5).says("README.md");
    site.run(&["build", "--report", "README.md/x.json"]).ends(5).says("README.md");
}

#[test]
fn findings_come_in_the_form_asked_for() {
    let site = Site::new();
    std::fs::create_dir(site.at(".git")).unwrap();
    site.edit("content/notices/water.md", "type: disruption", "type: nonsense");
    let human = site.run(&["check"]).ends(1);
    assert!(
        human.out.contains("错误[COM-03]") && human.out.contains("6 | type: nonsense") && human.out.contains("1 个错误"),
        "{}",
        human.out
    );
    assert!(human.err.is_empty(), "{}", human.err);
    let short = site.run(&["check", "--format", "short"]).ends(1).out;
    assert!(short.starts_with("content/notices/water.md:6:7: error[COM-03]: "), "{short}");
    let json: serde_json::Value = serde_json::from_str(&site.run(&["check", "--format", "json"]).ends(1).out).unwrap();
    assert_eq!((&json["issues"][0]["line"], &json["issues"][0]["column"]), (&6.into(), &7.into()));
    assert!(json["issues"][0]["message"] != json["issues"][0]["message_en"]);
    let github = site.run(&["check", "--format", "github"]).ends(1).out;
    assert!(github.starts_with("::error file=content/notices/water.md,line=6,endLine=6,col=7,"), "{github}");
    let build = site.run(&["build"]).ends(1);
    assert!(build.out.is_empty() && build.err.contains("错误[COM-03]") && build.err.contains("已发布的网站没有改动"), "{}", build.all());
}

#[test]
fn annotations_name_files_from_the_top_of_the_repository() {
    let repository = tempfile::tempdir().unwrap();
    std::fs::create_dir(repository.path().join(".git")).unwrap();
    linli(repository.path(), &["init", "portal/site", "--yes"]).ends(0);
    let site = repository.path().join("portal/site");
    std::fs::write(site.join("content/notices/water.md"), "---\ntitle: x\n---\n").unwrap();
    let run = linli(&site, &["check", "--format", "github"]).ends(1);
    assert!(run.out.contains("::error file=portal/site/content/notices/water.md,line="), "{}", run.out);
}

#[test]
fn a_reader_that_goes_away_is_no_trouble() {
    let site = Site::new();
    for args in [&["completions", "bash"][..], &["help"], &["list"], &["check"]] {
        let mut child = command(site.path(), args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        let err = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.code() == Some(0) && !err.contains("os error") && !err.contains("panicked"), "{args:?}: {err}");
    }
}

#[test]
fn completions_know_every_command() {
    let site = Site::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = site.run(&["completions", shell]).ends(0).out;
        for name in ["build", "check", "stamp", "--keep-going"] {
            assert!(script.contains(name.trim_start_matches('-')), "{shell}: {name}");
        }
    }
    site.run(&["completions", "tcsh"]).ends(2).says("powershell");
}

#[test]
fn the_site_is_found_from_inside_and_by_name() {
    let site = Site::new();
    let outside = tempfile::tempdir().unwrap();
    let root = site.path().to_str().unwrap();
    linli(&site.at("content/notices"), &["check", "water.md", "--today", TODAY]).ends(0);
    linli(outside.path(), &["-C", root, "check"]).ends(0);
    linli(outside.path(), &["check", "--root", root]).ends(0);
    linli(outside.path(), &["check", "-c", &format!("{root}/site.toml")]).ends(0);
    linli(outside.path(), &["check", "-c", &format!("{root}/README.md")]).ends(2);
    linli(outside.path(), &["check", "-c", &format!("{root}/none/site.toml")]).ends(3);
}

#[test]
fn a_path_is_found_however_it_is_typed_and_nothing_read_is_no_praise() {
    let site = Site::new();
    site.write("content/notices/gas.md.txt", "停气");
    let checked = linli(site.path(), &["check", "content/notices", "--format", "short"]).ends(0);
    assert!(checked.out.contains("gas.md.txt"), "{}", checked.out);
    for typed in ["CONTENT\\NOTICES", "Content/Notices", "content/notices/", "content\\notices"] {
        assert_eq!(linli(site.path(), &["check", typed, "--format", "short"]).ends(0).out, checked.out, "{typed}");
    }
    site.write("content/notices/plan.xyz", "x");
    for unread in ["content/notices/gas.md.txt", "content/notices/plan.xyz"] {
        linli(site.path(), &["check", unread]).ends(2).says("E112");
    }
    linli(site.path(), &["check", "content/nothing.md"]).ends(2);
}

#[cfg(unix)]
#[test]
fn what_is_no_file_stops_nobody() {
    let pipe = |path: &std::path::Path| {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        assert!(std::process::Command::new("mkfifo").arg(path).status().unwrap().success());
    };
    let site = Site::new();
    std::fs::remove_file(site.path().join("site.toml")).unwrap();
    pipe(&site.path().join("site.toml"));
    let run = linli(site.path(), &["check"]);
    assert!(matches!(run.code, 1 | 2 | 3 | 5), "{}", run.all());

    let site = Site::new();
    for n in 0..16 {
        pipe(&site.path().join(format!(".linli/cache/read/{n:02}")));
    }
    pipe(&site.path().join(".linli/cache/pages"));
    linli(site.path(), &["build"]).ends(0);

    let elsewhere = tempfile::tempdir().unwrap();
    let site = Site::new();
    std::os::unix::fs::symlink(elsewhere.path(), site.path().join(".linli")).unwrap();
    linli(site.path(), &["build"]).ends(0);
    assert_eq!(std::fs::read_dir(elsewhere.path()).unwrap().count(), 0, "nothing is written behind a link");
}
