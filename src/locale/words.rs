//! The messages of diagnostics and commands, in Chinese or English.
//!
//! In: a message id and the arguments of a diagnostic. Out: text. Always: both languages have the same keys with the same
//! variables (a test compares them); an id without message gives the id and its arguments.

use std::sync::{Arc, LazyLock};

use super::{Args, Catalog, Formatter, Given, Join, Language, Tongue};
use crate::diagnostic::{self, Arg, Diagnostic};
use crate::rulebook;
use crate::source::Source;

/// File name and text of a catalogue, Chinese and English.
type Part = [(&'static str, &'static str); 2];

/// Every catalogue of `src/messages`, as listed by `build.rs`; a test compares the list with the folder.
pub(super) const PARTS: &[Part] = include!(concat!(env!("OUT_DIR"), "/messages.rs"));

/// The program's words in one language.
#[derive(Debug)]
pub struct Words {
    language: Language,
    catalog: Catalog,
}

impl Words {
    /// The words of a language, loaded at first use.
    pub fn of(tongue: Tongue) -> &'static Self {
        static ZH: LazyLock<Words> = LazyLock::new(|| Words::load(Tongue::Zh).0);
        static EN: LazyLock<Words> = LazyLock::new(|| Words::load(Tongue::En).0);
        match tongue {
            Tongue::Zh => &ZH,
            Tongue::En => &EN,
        }
    }

    pub(super) fn load(tongue: Tongue) -> (Self, Vec<Diagnostic>) {
        let language = Language::new(tongue.tag(), "messages").expect("zh-Hans and en have compiled data");
        let sources: Vec<Arc<Source>> =
            PARTS.iter().map(|part| part[tongue as usize]).map(|(path, text)| Source::new(path, text)).collect();
        let (catalog, findings) = Catalog::load_bare(&language, &sources);
        (Self { language, catalog }, findings)
    }

    /// The message of a finding.
    pub fn message(&self, finding: &Diagnostic) -> String {
        self.text(finding.message, &finding.args)
    }

    /// The label under the caret.
    pub fn label(&self, finding: &Diagnostic) -> Option<String> {
        self.catalog.attr(finding.message, "label", &self.args(&finding.args))
    }

    /// The advice on what to do.
    pub fn help(&self, finding: &Diagnostic) -> Option<String> {
        self.catalog.attr(finding.message, "help", &self.args(&finding.args))
    }

    /// Any message, with the arguments of a diagnostic.
    pub fn text(&self, id: &str, args: &diagnostic::Args) -> String {
        self.catalog.get(id, &self.args(args)).unwrap_or_else(|| {
            let given: Vec<String> = args.iter().map(|(name, value)| format!("{name}={value:?}")).collect();
            if given.is_empty() { id.to_owned() } else { format!("{id} ({})", given.join(", ")) }
        })
    }

    /// Any message, with arguments as a slice.
    pub fn say(&self, id: &str, args: &[(&'static str, Arg)]) -> String {
        self.text(id, &args.iter().cloned().collect())
    }

    /// Dates, figures and lists in the language of the messages.
    pub fn format(&self) -> &Formatter {
        self.language.format()
    }

    #[cfg(test)]
    pub(super) fn catalog(&self) -> &Catalog {
        &self.catalog
    }

    fn args<'a>(&self, args: &'a diagnostic::Args) -> Args<'a> {
        let mut given: Args<'a> = args.iter().map(|(name, value)| (*name, self.given(value))).collect();
        // Messages select by `hint` whether there is a `near` to propose.
        if let Some(Arg::Text(near)) = args.get("near") {
            given.insert("hint", if near.is_empty() { "no" } else { "yes" }.into());
        }
        given
    }

    fn given<'a>(&self, arg: &'a Arg) -> Given<'a> {
        match arg {
            Arg::Text(text) => text.as_str().into(),
            Arg::Number(n) => Given::Int(*n),
            Arg::Figure(figure) => Given::Figure(figure.as_str().into()),
            Arg::Term(id) => self.catalog.get(id, &Args::new()).map_or_else(|| id.as_str().into(), Given::from),
            Arg::OneOf(items) => self.format().list(items, Join::Or).into(),
            Arg::Both { zh, en } => if self.language.tag.starts_with("zh") { zh } else { en }.as_str().into(),
        }
    }
}

impl diagnostic::Words for Words {
    fn message(&self, d: &Diagnostic) -> String {
        self.message(d)
    }

    fn label(&self, d: &Diagnostic) -> Option<String> {
        self.label(d)
    }

    fn help(&self, d: &Diagnostic) -> Option<String> {
        self.help(d)
    }

    fn related(&self, message: &'static str, d: &Diagnostic) -> String {
        self.catalog.attr(d.message, message, &self.args(&d.args)).unwrap_or_else(|| self.text(message, &d.args))
    }

    fn word(&self, id: &str, args: &[(&'static str, Arg)]) -> String {
        self.say(id, args)
    }

    fn law(&self, d: &Diagnostic) -> Option<String> {
        let law = d.law.as_deref().or_else(|| rulebook::law(d.code).map(|l| &**l))?;
        Some(if self.language.tag.starts_with("zh") { law.zh.clone() } else { law.en.clone() })
    }
}
