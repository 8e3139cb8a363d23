//! Placeholder of the plan stage.
pub mod view;
