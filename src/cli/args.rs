//! The command line: commands and their arguments.
//!
//! In: the command line. Out: typed arguments. Always: this file contains no texts for people; `help` adds them from the catalogue
//! (`cli-COMMAND-about`, `cli-arg-COMMAND-NAME` or `cli-arg-NAME`). Chinese names of commands are hidden aliases.

use std::net::IpAddr;
use std::path::PathBuf;

use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};

#[derive(Debug, Parser)]
#[command(
    name = "linli",
    bin_name = "linli",
    version,
    disable_help_flag = true,
    disable_help_subcommand = true,
    disable_version_flag = true
)]
pub(super) struct Cli {
    #[command(flatten)]
    pub global: Global,
    #[command(subcommand)]
    pub command: Option<Command>,
}

#[derive(Debug, Args)]
pub(super) struct Global {
    #[arg(short = 'C', long, value_name = "DIR", global = true)]
    pub root: Option<PathBuf>,
    #[arg(short, long, value_name = "FILE", global = true, conflicts_with = "root")]
    pub config: Option<PathBuf>,
    #[arg(long, value_name = "zh|en", global = true)]
    pub lang: Option<Lang>,
    #[arg(long, value_name = "WHEN", global = true, default_value = "auto")]
    pub color: When,
    #[arg(long, global = true)]
    pub no_progress: bool,
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    pub quiet: bool,
    #[arg(short, long, global = true)]
    pub verbose: bool,
    #[arg(long, global = true)]
    pub timings: bool,
    #[arg(short, long, global = true, action = ArgAction::Help)]
    help: Option<bool>,
    #[arg(short = 'V', long, action = ArgAction::Version)]
    version: Option<bool>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    #[command(aliases = ["初始化", "建站"])]
    Init(Init),
    #[command(aliases = ["新建", "写"])]
    New(New),
    #[command(aliases = ["检查"])]
    Check(Check),
    #[command(aliases = ["构建", "生成"])]
    Build(Build),
    #[command(aliases = ["监视", "盯着"])]
    Watch(Watch),
    #[command(aliases = ["preview", "预览", "看"])]
    Serve(Serve),
    #[command(aliases = ["列表", "列出"])]
    List(List),
    #[command(aliases = ["报告"])]
    Report(Report),
    #[command(aliases = ["打印", "张贴"])]
    Print(Print),
    #[command(aliases = ["盖章", "对齐"])]
    Stamp(Stamp),
    #[command(aliases = ["锁定", "公布值"])]
    Lock(Lock),
    #[command(aliases = ["清理", "清除"])]
    Clean(Clean),
    #[command(aliases = ["补全"])]
    Completions(Completions),
    #[command(aliases = ["解释", "说明"])]
    Explain(Explain),
    #[command(aliases = ["帮助"])]
    Help(Help),
}

#[derive(Debug, Args)]
pub(super) struct Build {
    #[arg(short, long, value_name = "DIR")]
    pub output_dir: Option<PathBuf>,
    #[arg(short = 'u', long, value_name = "URL")]
    pub base_url: Option<String>,
    #[arg(long)]
    pub drafts: bool,
    #[arg(long)]
    pub strict: bool,
    #[arg(long, value_name = "DATE")]
    pub today: Option<String>,
    #[arg(long)]
    pub portable: bool,
    #[arg(long, value_name = "FILE")]
    pub report: Option<PathBuf>,
    #[arg(long, value_name = "DIR")]
    pub report_html: Option<PathBuf>,
    #[arg(short, long, value_name = "N")]
    pub jobs: Option<u16>,
    #[arg(long)]
    pub force: bool,
    #[arg(long)]
    pub keep_going: bool,
    #[arg(long)]
    pub locked: bool,
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub format: Format,
}

#[derive(Debug, Args)]
pub(super) struct Watch {
    #[arg(short, long, value_name = "DIR")]
    pub output_dir: Option<PathBuf>,
    #[arg(short = 'u', long, value_name = "URL")]
    pub base_url: Option<String>,
    #[arg(long)]
    pub drafts: bool,
    #[arg(long)]
    pub portable: bool,
    #[arg(long)]
    pub keep_going: bool,
    #[arg(long)]
    pub force: bool,
    #[command(flatten)]
    pub again: Again,
}

#[derive(Debug, Args)]
pub(super) struct Serve {
    #[arg(short, long, alias = "host", value_name = "ADDR")]
    pub interface: Option<IpAddr>,
    #[arg(short, long, value_name = "PORT")]
    pub port: Option<u16>,
    #[arg(short = 'O', long)]
    pub open: bool,
    #[arg(long)]
    pub phone: bool,
    #[arg(long)]
    pub no_drafts: bool,
    #[arg(long)]
    pub no_reload: bool,
    #[command(flatten)]
    pub again: Again,
}

/// Arguments shared by commands that build again and again.
#[derive(Debug, Args)]
pub(super) struct Again {
    #[arg(long, value_name = "SECONDS", num_args = 0..=1, default_missing_value = "2", value_parser = clap::value_parser!(u16).range(1..=3600))]
    pub poll: Option<u16>,
    #[arg(long, value_name = "DATE")]
    pub today: Option<String>,
    #[arg(short, long, value_name = "N")]
    pub jobs: Option<u16>,
}

#[derive(Debug, Args)]
pub(super) struct Check {
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
    #[arg(long)]
    pub strict: bool,
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub only: Vec<String>,
    #[arg(long, value_name = "RULE=LEVEL", value_delimiter = ',')]
    pub level: Vec<String>,
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub format: Format,
    #[arg(long, value_name = "CODE")]
    pub content_lang: Option<String>,
    #[arg(long)]
    pub drafts: bool,
    #[arg(long, value_name = "DATE")]
    pub today: Option<String>,
    #[arg(short, long, value_name = "N")]
    pub jobs: Option<u16>,
}

#[derive(Debug, Args)]
pub(super) struct List {
    #[arg(long, value_name = "KIND")]
    pub kind: Option<String>,
    #[arg(long)]
    pub missing: bool,
    #[arg(long)]
    pub stale: bool,
    #[arg(long, alias = "draft")]
    pub drafts: bool,
    #[arg(long, value_name = "FORMAT", default_value = "table")]
    pub format: Listing,
    #[arg(long, value_name = "CODE")]
    pub content_lang: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub today: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct Report {
    #[arg(short, long, value_name = "DIR")]
    pub output_dir: Option<PathBuf>,
    #[arg(long)]
    pub drafts: bool,
    #[arg(long, value_name = "DATE")]
    pub today: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct Stamp {
    #[arg(value_name = "RECORD", required_unless_present = "all")]
    pub records: Vec<String>,
    #[arg(long, conflicts_with = "records")]
    pub all: bool,
    #[arg(long, value_name = "CODE")]
    pub content_lang: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub today: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct Print {
    #[arg(value_name = "NUMBER", required = true)]
    pub numbers: Vec<String>,
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    #[arg(short = 'u', long, value_name = "URL")]
    pub base_url: Option<String>,
    #[arg(long)]
    pub drafts: bool,
    #[arg(long, value_name = "DATE")]
    pub today: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct Init {
    #[arg(value_name = "DIR")]
    pub dir: Option<PathBuf>,
    #[arg(long, value_name = "NAME")]
    pub name: Option<String>,
    #[arg(long, value_name = "CODE")]
    pub lang2: Option<String>,
    #[arg(long, value_name = "URL")]
    pub address: Option<String>,
    #[arg(short, long)]
    pub yes: bool,
    #[arg(long)]
    pub force: bool,
    #[arg(long)]
    pub no_samples: bool,
    #[arg(long, value_name = "DATE")]
    pub today: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct New {
    #[arg(value_name = "KIND")]
    pub kind: String,
    #[arg(value_name = "TITLE")]
    pub title: Option<String>,
    #[arg(long, value_name = "YYYY-NNN")]
    pub number: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub today: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct Lock {
    #[arg(long, conflicts_with = "check")]
    pub write: bool,
    #[arg(long)]
    pub check: bool,
    #[arg(long, value_name = "DATE")]
    pub today: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct Clean {
    #[arg(short, long, value_name = "DIR")]
    pub output_dir: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct Completions {
    #[arg(value_name = "SHELL")]
    pub shell: clap_complete::Shell,
}

#[derive(Debug, Args)]
pub(super) struct Help {
    #[arg(value_name = "COMMAND")]
    pub command: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct Explain {
    #[arg(value_name = "CODE")]
    pub codes: Vec<String>,
}

/// Language of the messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Lang {
    Zh,
    En,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum When {
    Auto,
    Always,
    Never,
}

/// Output format of findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    Human,
    Short,
    Json,
    Github,
}

/// Output format of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Listing {
    Table,
    Json,
    Csv,
}
