//! Findings of rules, before they have a place.
//!
//! In: a rule's code, message and arguments, and the locator of a field. Out: [`Finding`]. Always: a finding holds no
//! words and no span; `locate` finds the span, and only for records that have findings.

use std::sync::Arc;

use crate::diagnostic::{Arg, Args, Code, Law, Severity};
use crate::value::Date;

/// A finding of a kind's rule, before it has a place.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    pub code: Code,
    pub severity: Severity,
    pub message: &'static str,
    pub args: Args,
    /// Locator of the field meant: `closing`, `lines[3].amount`.
    pub at: String,
    /// Other fields that matter: locator, and what is said there (an attribute of the message, or a message).
    pub related: Vec<(String, &'static str)>,
    /// The article of the number applied; where none is given the rule book's stands.
    pub law: Option<Arc<Law>>,
    /// It stands from this day on: before, it is a date to keep. Rules say so instead of asking for the day.
    pub since: Option<Date>,
}

impl Finding {
    pub fn new(severity: Severity, code: Code, message: &'static str, at: impl Into<String>) -> Self {
        Self { code, severity, message, args: Args::new(), at: at.into(), related: Vec::new(), law: None, since: None }
    }

    pub fn arg(&mut self, name: &'static str, value: impl Into<Arg>) -> &mut Self {
        self.args.insert(name, value.into());
        self
    }

    pub fn related(&mut self, at: impl Into<String>, attribute: &'static str) -> &mut Self {
        self.related.push((at.into(), attribute));
        self
    }

    pub fn law(&mut self, law: Option<Arc<Law>>) -> &mut Self {
        self.law = law;
        self
    }

    /// Holds from the day after a deadline on.
    pub fn after(&mut self, deadline: Date) -> &mut Self {
        self.since = Some(deadline.plus_days(1));
        self
    }
}
