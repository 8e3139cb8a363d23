//! The rules of `page` that hold inside one record: none so far.
//!
//! Always: a rule is a function named after its code and is listed in [`RULES`].

use super::fields::Page;
use crate::record::check_cx::CheckCx;

pub(super) const RULES: &[fn(&Page, &mut CheckCx<'_>)] = &[];
