//! Rebuilds the site: the one place through which `watch` and `serve` call the compiler.
//!
//! In: a request, the changes since the last one, a sink. Out: the whole site, compiled. Always: the same bytes as a first build
//! would give, whatever was built before.

use linli::render::Progress;
use linli::sink::Sink;
use linli::{Compiled, Failure, Incremental, Request};

use super::Changes;

/// Builds again and again, and keeps the results that the next build can reuse.
#[derive(Default)]
pub(crate) struct Rebuilder {
    incremental: Incremental,
}

impl Rebuilder {
    /// Starts with the results of earlier runs.
    pub(crate) fn new(incremental: Incremental) -> Self {
        Self { incremental }
    }

    /// Compiles the site. `changed` is a hint: files that it does not name are unchanged since the last call that gave a site (the
    /// changes of a failed call are passed again).
    pub(crate) fn rebuild(
        &mut self,
        request: &Request<'_>,
        changed: &Changes,
        sink: &dyn Sink,
        progress: &dyn Progress,
    ) -> Result<Compiled, Failure> {
        let changes = match changed {
            Changes::Everything => linli::Changes::Unknown,
            Changes::Files(files) => linli::Changes::Paths(files.clone()),
        };
        linli::compile_again(request, &mut self.incremental, &changes, sink, progress)
    }
}
