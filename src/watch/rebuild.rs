//! Where a rebuild happens: the one place through which `watch` and `serve` reach the hall.
//!
//! In: a request, what has changed since the last one, where the files go. Out: the whole site, compiled.
//! Always: the same bytes as a first build would give, whatever was built before.

use linli::render::Progress;
use linli::sink::Sink;
use linli::{Compiled, Failure, Incremental, Request};

use super::Changes;

/// Builds again and again. What is worth remembering from one time to the next is kept here.
#[derive(Default)]
pub struct Rebuilder {
    incremental: Incremental,
}

impl Rebuilder {
    /// With what it remembers of earlier runs.
    pub fn new(incremental: Incremental) -> Self {
        Self { incremental }
    }

    /// Compiles the site. `changed` is a hint: what it does not name is as it was when this last gave a site
    /// (a call that failed does not count: what it was told is told again).
    pub fn rebuild(
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
