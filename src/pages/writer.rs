//! The buffer that a page is written to.
//!
//! In: a view for a template of the theme, or bytes. Out: the finished file. Always: one buffer per page; words of a fallback
//! language are marked up in HTML.

use serde::Serialize;

use crate::locale::foreign;
use crate::theme::{Shared, Theme};

use super::Written;

pub struct PageWriter<'a> {
    theme: &'a Theme,
    /// What all pages of the language share.
    frame: &'a Shared,
    bytes: Vec<u8>,
}

impl<'a> PageWriter<'a> {
    pub fn new(theme: &'a Theme, frame: &'a Shared) -> Self {
        Self { theme, frame, bytes: Vec::new() }
    }

    /// Renders a view with a template of the theme.
    pub fn template(&mut self, name: &str, view: &impl Serialize) -> Written {
        self.bytes = foreign::resolve_language_marks(self.theme.render(name, self.frame, view)?);
        Ok(())
    }

    /// The template of a kind's records.
    pub fn record_template(&self, folder: &str) -> String {
        self.theme.record_template(folder)
    }

    /// The page in a format other than HTML.
    pub fn bytes(&mut self, bytes: Vec<u8>) {
        self.bytes = bytes;
    }

    /// The buffer itself, for formats that are written step by step.
    pub fn buffer(&mut self) -> &mut Vec<u8> {
        &mut self.bytes
    }

    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
}
