//! A site that many tests add files to, with its theme loaded once for all of them.
//!
//! In: a folder of the tests' data. Out: its files, and an incremental compilation to begin with. Always: a test whose files are settings,
//! theme or words begins with an empty one, since the loaded site would be another.

use linli::Changes;

use super::{Memory, Quiet, TODAY, Tree, data, request};

pub(crate) struct Base {
    pub fs: Memory,
    loaded: linli::Incremental,
}

impl Base {
    pub(crate) fn load(folder: &str) -> Self {
        let fs = Memory::copy_of(&data(folder));
        let mut loaded = linli::Incremental::default();
        let request = request(&fs, Memory::root(), TODAY);
        linli::compile_again(&request, &mut loaded, &Changes::Unknown, &Tree::default(), &Quiet)
            .expect("nothing of the machine fails here");
        Self { fs, loaded }
    }

    /// What a compilation begins with whose files at these paths are not those of the base.
    pub(crate) fn incremental<'a>(&self, mut paths: impl Iterator<Item = &'a str>) -> linli::Incremental {
        if paths.all(Memory::is_of_records) { linli::Incremental::with_site_of(&self.loaded) } else { linli::Incremental::default() }
    }
}
