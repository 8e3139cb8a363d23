//! The rules of `place` that hold inside one record: none so far.
//!
//! Always: a rule is a function named after its code and is listed in [`RULES`].

use super::fields::Place;
use crate::record::check_cx::CheckCx;

pub(super) const RULES: &[fn(&Place, &mut CheckCx<'_>)] = &[];
