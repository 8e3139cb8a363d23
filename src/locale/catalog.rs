//! Words of a language from Fluent files (`.ftl`). The only file that names the Fluent crates.
//!
//! In: one or more texts, later ones overriding earlier ones message by message. Out: messages with
//! their arguments filled in. Always: numbers select plural forms and are written by ICU; isolation
//! marks are written only where directions mix; a bad file gives findings (E109), and its readable messages are used. Safe to
//! share between threads.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser::{ErrorKind, ParserError};
use unic_langid::LanguageIdentifier;

use super::format::Digits;
use super::{Dir, Language};
use crate::diagnostic::{Code, Diagnostic};
use crate::hash::QuickMap;
use crate::source::{Source, Span};

const CODE: Code = "E109";

/// A value for a `{ $variable }`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Given<'a> {
    /// Shown unchanged; may select a variant by name. Money, dates and lists are passed in this form.
    Text(Cow<'a, str>),
    /// Selects a plural form, shown grouped.
    Int(i64),
    /// Plain decimal digits: selects a plural form, shown grouped with its fraction digits as written.
    Figure(Cow<'a, str>),
}

/// Values by name.
pub type Args<'a> = BTreeMap<&'a str, Given<'a>>;

/// The variables and messages that a pattern refers to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Needs {
    variables: BTreeSet<String>,
    messages: BTreeSet<String>,
}

#[derive(Debug, Default)]
struct Shape {
    value: Option<Needs>,
    attributes: BTreeMap<String, Needs>,
}

/// When text of the other direction is wrapped in isolation marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Isolation {
    /// For terminals and machine formats.
    Never,
    /// Around text of a right-to-left script in a left-to-right sentence.
    Foreign,
    /// Around every placeable: in right-to-left languages figures and Latin words run the other way.
    Always,
}

/// The words of one language.
pub struct Catalog {
    bundle: FluentBundle<FluentResource>,
    shapes: BTreeMap<String, Shape>,
    isolation: Isolation,
    /// Cache of the texts without arguments, which every page needs.
    ready: OnceLock<QuickMap<String, OnceLock<Option<String>>>>,
}

impl Catalog {
    /// Reads the catalogues of a language; later sources override earlier ones.
    pub fn load(language: &Language, sources: &[Arc<Source>]) -> (Self, Vec<Diagnostic>) {
        let isolation = if language.dir == Dir::Rtl { Isolation::Always } else { Isolation::Foreign };
        Self::read(&language.base, isolation, sources)
    }

    /// The same without isolation marks, for terminals and machine formats.
    pub fn load_bare(language: &Language, sources: &[Arc<Source>]) -> (Self, Vec<Diagnostic>) {
        Self::read(&language.base, Isolation::Never, sources)
    }

    fn read(base: &str, isolation: Isolation, sources: &[Arc<Source>]) -> (Self, Vec<Diagnostic>) {
        let locale: LanguageIdentifier = base.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        bundle.set_use_isolating(isolation == Isolation::Always);
        bundle.set_formatter(Some(|value, memo| match value {
            FluentValue::Number(n) => memo.with_try_get::<Grouping, _, _>((), |g| g.0.write(&n.as_string())).ok(),
            _ => None,
        }));
        let mut findings = Vec::new();
        if bundle.add_builtins().is_err() {
            // Only adding NUMBER a second time could fail, and the bundle is new.
            debug_assert!(false, "NUMBER is added once");
        }
        let (mut shapes, mut terms, mut references) = (BTreeMap::new(), BTreeSet::new(), Vec::new());
        for source in sources {
            if let Some(at) = too_deep(&source.text) {
                findings.push(Diagnostic::error_at(CODE, "e109-ftl-deep", Span::new(source, at..at + 1)));
                continue;
            }
            let resource = FluentResource::try_new(source.text.clone()).unwrap_or_else(|(resource, errors)| {
                let mut slips: Vec<Diagnostic> = errors.iter().map(|e| syntax(source, e)).collect();
                // The parser often reports one mistake twice at the same place.
                slips.dedup_by_key(|d| d.position());
                findings.extend(slips);
                resource
            });
            let mut reader = Reader {
                source,
                text: resource.source(),
                shapes: BTreeMap::new(),
                terms: BTreeSet::new(),
                references: Vec::new(),
                findings: Vec::new(),
            };
            resource.entries().for_each(|entry| reader.entry(entry));
            shapes.append(&mut reader.shapes);
            terms.append(&mut reader.terms);
            references.append(&mut reader.references);
            findings.append(&mut reader.findings);
            bundle.add_resource_overriding(resource);
        }
        for (name, attribute, span) in references {
            let known = match (name.strip_prefix('-'), &attribute) {
                (Some(term), _) => terms.contains(term),
                (None, None) => shapes.get(&name).is_some_and(|s: &Shape| s.value.is_some()),
                (None, Some(a)) => shapes.get(&name).is_some_and(|s| s.attributes.contains_key(a)),
            };
            if !known {
                let key = attribute.map_or_else(|| name.clone(), |a| format!("{name}.{a}"));
                findings.push(Diagnostic::error_at(CODE, "e109-ftl-unknown-reference", span).arg("key", key));
            }
        }
        (Self { bundle, shapes, isolation, ready: OnceLock::new() }, findings)
    }

    /// The text of a message; `None` if there is no such message. A value that is not given shows as
    /// `{$name}`.
    pub fn get(&self, id: &str, args: &Args) -> Option<String> {
        if args.is_empty()
            && let Some(text) = self.ready.get_or_init(|| self.keys().map(|key| (key, OnceLock::new())).collect()).get(id)
            && let Some(text) = text.get_or_init(|| self.without_variables(id))
        {
            return Some(text.clone());
        }
        self.written(id, args)
    }

    fn written(&self, id: &str, args: &Args) -> Option<String> {
        let message = self.bundle.get_message(id)?;
        Some(self.write(message.value()?, args))
    }

    /// The text of a message's attribute.
    pub fn attr(&self, id: &str, attribute: &str, args: &Args) -> Option<String> {
        let message = self.bundle.get_message(id)?;
        Some(self.write(message.get_attribute(attribute)?.value(), args))
    }

    pub fn contains(&self, id: &str) -> bool {
        self.shapes.contains_key(id)
    }

    /// All keys in order: `id` and `id.attribute`.
    pub fn keys(&self) -> impl Iterator<Item = String> + '_ {
        self.shapes.iter().flat_map(|(id, shape)| {
            let value = shape.value.as_ref().map(|_| id.clone());
            value.into_iter().chain(shape.attributes.keys().map(move |a| format!("{id}.{a}")))
        })
    }

    /// The variables of a key, including those of messages that it refers to.
    pub fn variables(&self, key: &str) -> BTreeSet<String> {
        let (mut found, mut seen) = (BTreeSet::new(), BTreeSet::new());
        let mut open = vec![key.to_owned()];
        while let Some(key) = open.pop() {
            let needs = match key.split_once('.') {
                Some((id, attribute)) => self.shapes.get(id).and_then(|s| s.attributes.get(attribute)),
                None => self.shapes.get(&key).and_then(|s| s.value.as_ref()),
            };
            if let Some(needs) = needs.filter(|_| seen.insert(key)) {
                found.extend(needs.variables.iter().cloned());
                open.extend(needs.messages.iter().cloned());
            }
        }
        found
    }

    /// All messages and attributes without arguments, by key; templates receive them as words.
    pub fn plain(&self) -> BTreeMap<String, String> {
        self.keys().filter_map(|key| self.without_variables(&key).map(|text| (key, text))).collect()
    }

    fn without_variables(&self, key: &str) -> Option<String> {
        if !self.variables(key).is_empty() {
            return None;
        }
        match key.split_once('.') {
            Some((id, attribute)) => self.attr(id, attribute, &Args::new()),
            None => self.written(key, &Args::new()),
        }
    }

    /// The differences between this catalogue and another: keys that only one has, and variables that differ.
    #[cfg(test)]
    pub fn differences(&self, other: &Self) -> Vec<Difference> {
        let (ours, theirs): (BTreeSet<_>, BTreeSet<_>) = (self.keys().collect(), other.keys().collect());
        let lacking = ours.difference(&theirs).map(|key| Difference::Lacking(key.clone()));
        let extra = theirs.difference(&ours).map(|key| Difference::Extra(key.clone()));
        let variables = ours.intersection(&theirs).filter(|key| self.variables(key) != other.variables(key));
        lacking.chain(extra).chain(variables.map(|key| Difference::Variables(key.clone()))).collect()
    }

    fn write(&self, pattern: &Pattern<&str>, args: &Args) -> String {
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, given) in args {
            values.set(*name, self.value(given));
        }
        self.bundle.format_pattern(pattern, Some(&values), &mut Vec::new()).into_owned()
    }

    fn value<'a>(&self, given: &'a Given) -> FluentValue<'a> {
        // Fluent counts in f64, so a number beyond its exact range is shown as text.
        const EXACT: u64 = 1 << 53;
        match given {
            Given::Text(text) if self.isolation == Isolation::Foreign && text.chars().any(right_to_left) => {
                format!("\u{2068}{text}\u{2069}").into()
            }
            Given::Text(text) => FluentValue::from(text.as_ref()),
            Given::Int(n) if n.unsigned_abs() <= EXACT => FluentValue::from(*n),
            Given::Int(n) => self.digits(&n.to_string()),
            Given::Figure(text) if text.bytes().filter(u8::is_ascii_digit).count() <= 15 => FluentValue::try_number(text),
            Given::Figure(text) => self.digits(text),
        }
    }

    fn digits(&self, text: &str) -> FluentValue<'static> {
        let base = self.bundle.locales.first().map(ToString::to_string).unwrap_or_default();
        Digits::new(&base).map_or_else(|| text.to_owned(), |digits| digits.write(text)).into()
    }
}

impl std::fmt::Debug for Catalog {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Catalog({} messages)", self.shapes.len())
    }
}

/// One difference between two catalogues.
#[cfg(test)]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// The other has no such key.
    Lacking(String),
    /// Only the other has the key.
    Extra(String),
    /// Both have the key but with other variables.
    Variables(String),
}

/// ICU's formatter of digits, held in Fluent's cache of formatters.
struct Grouping(Digits);

impl intl_memoizer::Memoizable for Grouping {
    type Args = ();
    type Error = ();

    fn construct(locale: LanguageIdentifier, (): ()) -> Result<Self, ()> {
        Digits::new(&locale.to_string()).map(Self).ok_or(())
    }
}

/// Collects the messages of one file's syntax tree, with what each refers to.
struct Reader<'a> {
    source: &'a Arc<Source>,
    text: &'a str,
    shapes: BTreeMap<String, Shape>,
    terms: BTreeSet<String>,
    /// Name (with `-` for terms), attribute, place.
    references: Vec<(String, Option<String>, Span)>,
    findings: Vec<Diagnostic>,
}

impl Reader<'_> {
    fn entry(&mut self, entry: &Entry<&str>) {
        match entry {
            Entry::Message(message) => {
                let mut shape = Shape { value: message.value.as_ref().map(|p| self.needs(p)), attributes: BTreeMap::new() };
                for attribute in &message.attributes {
                    let needs = self.needs(&attribute.value);
                    if shape.attributes.insert(attribute.id.name.to_owned(), needs).is_some() {
                        self.repeated(attribute.id.name);
                    }
                }
                if self.shapes.insert(message.id.name.to_owned(), shape).is_some() {
                    self.repeated(message.id.name);
                }
            }
            Entry::Term(term) => {
                self.needs(&term.value);
                for attribute in &term.attributes {
                    self.needs(&attribute.value);
                }
                if !self.terms.insert(term.id.name.to_owned()) {
                    self.repeated(term.id.name);
                }
            }
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) | Entry::Junk { .. } => {}
        }
    }

    fn repeated(&mut self, name: &str) {
        self.findings.push(Diagnostic::error_at(CODE, "e109-ftl-repeated", self.span(name)).arg("key", name));
    }

    fn needs(&mut self, pattern: &Pattern<&str>) -> Needs {
        let mut needs = Needs::default();
        self.pattern(pattern, &mut needs);
        needs
    }

    fn pattern(&mut self, pattern: &Pattern<&str>, needs: &mut Needs) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression, needs);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>, needs: &mut Needs) {
        match expression {
            Expression::Inline(inline) => self.inline(inline, needs),
            Expression::Select { selector, variants } => {
                self.inline(selector, needs);
                for variant in variants {
                    self.pattern(&variant.value, needs);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>, needs: &mut Needs) {
        match inline {
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
            InlineExpression::VariableReference { id } => {
                needs.variables.insert(id.name.to_owned());
            }
            InlineExpression::MessageReference { id, attribute } => {
                let attribute = attribute.as_ref().map(|a| a.name.to_owned());
                needs.messages.insert(attribute.as_ref().map_or_else(|| id.name.to_owned(), |a| format!("{}.{a}", id.name)));
                self.references.push((id.name.to_owned(), attribute, self.span(id.name)));
            }
            InlineExpression::TermReference { id, attribute, arguments } => {
                self.references.push((format!("-{}", id.name), attribute.as_ref().map(|a| a.name.to_owned()), self.span(id.name)));
                if let Some(arguments) = arguments {
                    self.arguments(arguments, needs);
                }
            }
            InlineExpression::FunctionReference { id, arguments } => {
                if id.name != "NUMBER" {
                    self.findings.push(Diagnostic::error_at(CODE, "e109-ftl-function", self.span(id.name)).arg("key", id.name));
                }
                self.arguments(arguments, needs);
            }
            InlineExpression::Placeable { expression } => self.expression(expression, needs),
        }
    }

    fn arguments(&mut self, arguments: &CallArguments<&str>, needs: &mut Needs) {
        for inline in arguments.positional.iter().chain(arguments.named.iter().map(|n| &n.value)) {
            self.inline(inline, needs);
        }
    }

    /// The place of a name; the name must be a slice of the source text.
    fn span(&self, name: &str) -> Span {
        let start = (name.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
        Span::new(self.source, start..start + name.len())
    }
}

/// A syntax error as a finding.
fn syntax(source: &Arc<Source>, error: &ParserError) -> Diagnostic {
    let at = |range: Range<usize>| {
        let mut start = range.start.min(source.text.len());
        // A span at the end of a line is moved to the last character of the line, where it can be shown.
        while start > 0 && source.text[..start].ends_with(['\n', '\r']) {
            start -= 1;
        }
        let next = source.text[start..].chars().next().filter(|c| !matches!(c, '\n' | '\r'));
        Span::new(source, start..next.map_or(start, |c| start + c.len_utf8()))
    };
    let message = match error.kind {
        ErrorKind::ExpectedToken(_) => "e109-ftl-token",
        ErrorKind::MissingValue | ErrorKind::ExpectedMessageField { .. } | ErrorKind::ExpectedTermField { .. } => "e109-ftl-no-value",
        ErrorKind::MissingDefaultVariant | ErrorKind::MultipleDefaultVariants => "e109-ftl-no-default",
        ErrorKind::UnbalancedClosingBrace | ErrorKind::UnterminatedStringLiteral => "e109-ftl-open",
        _ => "e109-ftl-syntax",
    };
    match &error.kind {
        ErrorKind::ExpectedToken(token) => Diagnostic::error_at(CODE, message, at(error.pos.clone())).arg("token", token.to_string()),
        // The parser gives the place where the entry begins.
        ErrorKind::ExpectedMessageField { entry_id } | ErrorKind::ExpectedTermField { entry_id } => {
            let start = error.pos.start.min(source.text.len());
            let name = source.text[start..].split([' ', '=', '\n']).next().map_or(0, str::len);
            Diagnostic::error_at(CODE, message, Span::new(source, start..start + name)).arg("key", entry_id.as_str())
        }
        _ => Diagnostic::error_at(CODE, message, at(error.pos.clone())),
    }
}

/// The place where braces and brackets are nested too deeply: the parser recurses, so a hostile file could exhaust the stack.
fn too_deep(text: &str) -> Option<usize> {
    const LIMIT: usize = 32;
    let (mut depth, mut quoted, mut escaped, mut line_start, mut comment) = (0usize, false, false, true, false);
    for (i, b) in text.bytes().enumerate() {
        if line_start {
            comment = b == b'#';
            (quoted, escaped) = (false, false);
        }
        line_start = b == b'\n';
        match b {
            // A comment closes all open brackets.
            _ if comment => depth = 0,
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' if depth > 0 => quoted = !quoted,
            b'{' | b'(' if !quoted && (b == b'{' || depth > 0) => depth += 1,
            b'}' | b')' if !quoted => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > LIMIT {
            return Some(i);
        }
    }
    None
}

/// A letter of a script written from right to left.
fn right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}

impl<'a> From<&'a str> for Given<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Given<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<i64> for Given<'_> {
    fn from(n: i64) -> Self {
        Self::Int(n)
    }
}

impl From<usize> for Given<'_> {
    fn from(n: usize) -> Self {
        Self::Int(i64::try_from(n).unwrap_or(i64::MAX))
    }
}
