//! A rough reader of Rust: which characters are code, text, comments, or tests.
//!
//! In: one source file. Out: [`File`]: the code with comments and literals blanked, the string literals, the ranges that only tests
//! compile, and the paths in it. Always: an offset means the same character in `text` and in `code`. Enough for these rules, but not a
//! parser.

use std::ops::Range;

#[derive(Debug)]
pub(crate) struct File {
    /// Relative to the project, forward slashes.
    pub path: String,
    pub text: String,
    /// `text` with comments and the insides of literals replaced by spaces.
    pub code: String,
    /// String literals: offset of the opening quote, and the text between the quotes as written.
    pub strings: Vec<(usize, String)>,
    /// Code that only tests compile.
    pub tests: Vec<Range<usize>>,
    /// Files that only tests compile, as module paths: `#[cfg(test)] mod tests;`.
    pub test_modules: Vec<String>,
    starts: Vec<usize>,
}

/// A path named in code, from the root of the crate.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Named {
    pub at: usize,
    /// `["record", "field", "Reader"]`.
    pub segments: Vec<String>,
}

impl File {
    pub(crate) fn read(path: &str, text: &str) -> Self {
        let (code, strings) = blank(text);
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(i, _)| i + 1)).collect();
        let mut file = Self { path: path.into(), text: text.into(), code, strings, tests: Vec::new(), test_modules: Vec::new(), starts };
        file.find_tests();
        file
    }

    /// Line of an offset, from 1.
    pub(crate) fn line(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start <= offset)
    }

    pub(crate) fn lines(&self) -> usize {
        self.text.lines().count()
    }

    pub(crate) fn in_tests(&self, offset: usize) -> bool {
        self.tests.iter().any(|range| range.contains(&offset))
    }

    /// Module path from the root of the crate: `src/record/field.rs` is `["record", "field"]`.
    pub(crate) fn module(&self) -> Vec<String> {
        let inner = self.path.strip_prefix("src/").unwrap_or(&self.path).trim_end_matches(".rs");
        let mut segments: Vec<String> = inner.split('/').map(str::to_owned).collect();
        if segments.last().is_some_and(|last| last == "mod") || segments == ["lib"] || segments == ["main"] {
            segments.pop();
        }
        segments
    }

    /// The top-level module: the first folder or file below `src`.
    pub(crate) fn top_module(&self) -> String {
        let inner = self.path.strip_prefix("src/").unwrap_or(&self.path);
        inner.split('/').next().unwrap_or(inner).trim_end_matches(".rs").to_owned()
    }

    /// Whether the file contains a piece of code, in tests or outside; the piece begins at a word border.
    pub(crate) fn finds_anywhere(&self, piece: &str) -> bool {
        self.code.match_indices(piece).any(|(at, _)| !self.code[..at].chars().next_back().is_some_and(is_word))
    }

    /// Offsets of a piece of code, in tests and outside; the piece begins and ends at word borders.
    pub(crate) fn finds_words<'a>(&'a self, piece: &'a str) -> impl Iterator<Item = usize> + 'a {
        self.code.match_indices(piece).map(|(at, _)| at).filter(move |at| {
            let before = self.code[..*at].chars().next_back();
            let after = self.code[*at + piece.len()..].chars().next();
            let opens = !piece.starts_with(is_word) || !before.is_some_and(is_word);
            let closes = !piece.ends_with(is_word) || !after.is_some_and(is_word);
            opens && closes
        })
    }

    /// Offsets of a piece of code outside tests; the piece begins and ends at word borders.
    pub(crate) fn finds<'a>(&'a self, piece: &'a str) -> impl Iterator<Item = usize> + 'a {
        self.finds_words(piece).filter(|at| !self.in_tests(*at))
    }

    /// String literals outside tests.
    pub(crate) fn literals(&self) -> impl Iterator<Item = (usize, &str)> {
        self.strings.iter().filter(|(at, _)| !self.in_tests(*at)).map(|(at, text)| (*at, text.as_str()))
    }

    /// Every path of this crate that is named outside tests: `crate::…`, `linli::…`, `self::…` and `super::…`, with groups expanded.
    pub(crate) fn paths(&self) -> Vec<Named> {
        let mut found = Vec::new();
        for head in ["crate", "linli", "self", "super"] {
            for at in self.finds(head) {
                let rest = &self.code[at + head.len()..];
                if !rest.starts_with("::") || self.code[..at].ends_with("::") {
                    continue;
                }
                let mut base = match head {
                    "crate" | "linli" => Vec::new(),
                    _ => self.module_at(at),
                };
                if head == "super" {
                    base.pop();
                }
                take_tree(&rest[2..], at, &base, &mut found);
            }
        }
        found
    }

    /// The module at an offset, inline modules included.
    fn module_at(&self, offset: usize) -> Vec<String> {
        let mut module = self.module();
        for (at, _) in self.code[..offset].match_indices("mod ") {
            let name: String = self.code[at + 4..].chars().take_while(|c| is_word(*c)).collect();
            let after = &self.code[at + 4 + name.len()..];
            let opens = after.trim_start().starts_with('{');
            if opens && !name.is_empty() && close(&self.code, at + 4 + name.len()) > offset {
                module.push(name);
            }
        }
        module
    }

    fn find_tests(&mut self) {
        if self.code.contains("#![cfg(test)]") {
            self.tests.push(0..self.text.len());
            return;
        }
        for mark in ["#[cfg(test)]", "#[cfg(all(test", "#[test]"] {
            for (at, _) in self.code.match_indices(mark) {
                // Further attributes belong to the item.
                let mut rest = at;
                while self.code[rest..].trim_start().starts_with("#[") {
                    rest += self.code[rest..].find("#[").unwrap_or(0) + 1;
                    rest = close(&self.code, rest);
                }
                let item = &self.code[rest..];
                let words =
                    item.trim_start().trim_start_matches("pub ").trim_start_matches("pub(super) ").trim_start_matches("pub(crate) ");
                if let Some(name) = words.strip_prefix("mod ") {
                    let name: String = name.chars().take_while(|c| is_word(*c)).collect();
                    if item[item.find(&name).unwrap_or(0) + name.len()..].trim_start().starts_with(';') {
                        self.test_modules.push([self.module(), vec![name]].concat().join("/"));
                    }
                }
                self.tests.push(at..close(&self.code, rest));
            }
        }
    }
}

/// A file that only a `#[cfg(test)] mod name;` includes is a test as a whole, and so are the files below it.
pub(super) fn mark_test_files(files: &mut [File]) {
    let marked: Vec<String> = files.iter().flat_map(|f| f.test_modules.iter().cloned()).collect();
    for file in files {
        let module = file.module().join("/");
        if marked.iter().any(|m| module == *m || module.starts_with(&format!("{m}/"))) {
            file.tests = std::iter::once(0..file.text.len()).collect();
        }
    }
}

pub(super) fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The end of the code that begins here: of a bracket its partner, of an item its closing brace or `;`.
pub(super) fn close(code: &str, from: usize) -> usize {
    let mut depth = 0usize;
    let opener = code[from..].chars().next();
    for (i, c) in code[from..].char_indices() {
        match c {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => {
                depth = depth.saturating_sub(1);
                if depth == 0 && (c == '}' || opener.is_some_and(|o| "([{".contains(o))) {
                    return from + i + 1;
                }
            }
            ';' if depth == 0 => return from + i + 1,
            _ => {}
        }
    }
    code.len()
}

/// Expands `a::b::{c, d::e}`.
fn take_tree(tree: &str, at: usize, base: &[String], found: &mut Vec<Named>) {
    let mut segments = base.to_vec();
    let mut rest = tree.trim_start();
    loop {
        if let Some(group) = rest.strip_prefix('{') {
            for part in split(group) {
                take_tree(part, at, &segments, found);
            }
            return;
        }
        let word: String = rest.chars().take_while(|c| is_word(*c) || *c == '*').collect();
        match word.as_str() {
            "" => break,
            "super" => {
                segments.pop();
            }
            "self" => {}
            _ => segments.push(word.clone()),
        }
        rest = &rest[word.len()..];
        match rest.strip_prefix("::") {
            Some(next) => rest = next.trim_start(),
            None => break,
        }
    }
    found.push(Named { at, segments });
}

/// The parts of a group up to its closing brace.
fn split(group: &str) -> Vec<&str> {
    let (mut parts, mut depth, mut start) = (Vec::new(), 0usize, 0);
    for (i, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => {
                parts.push(&group[start..i]);
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(&group[start..i]);
                start = i + 1;
            }
            _ => {}
        }
    }
    parts.retain(|p| !p.trim().is_empty());
    parts
}

/// Blanks comments and the insides of literals, keeping every offset, and collects the strings.
fn blank(text: &str) -> (String, Vec<(usize, String)>) {
    let bytes = text.as_bytes();
    let mut code = bytes.to_vec();
    let mut strings = Vec::new();
    let wipe = |code: &mut Vec<u8>, range: Range<usize>| {
        for byte in &mut code[range] {
            if *byte != b'\n' {
                *byte = b' ';
            }
        }
    };
    let mut i = 0;
    while i < bytes.len() {
        let rest = &text.as_bytes()[i..];
        let word_before = i > 0 && (bytes[i - 1].is_ascii_alphanumeric() || bytes[i - 1] == b'_');
        if rest.starts_with(b"//") {
            let end = i + rest.iter().position(|b| *b == b'\n').unwrap_or(rest.len());
            wipe(&mut code, i..end);
            i = end;
        } else if rest.starts_with(b"/*") {
            let (mut depth, mut end) = (0usize, i);
            while end < bytes.len() {
                if bytes[end..].starts_with(b"/*") {
                    (depth, end) = (depth + 1, end + 2);
                } else if bytes[end..].starts_with(b"*/") {
                    (depth, end) = (depth - 1, end + 2);
                    if depth == 0 {
                        break;
                    }
                } else {
                    end += 1;
                }
            }
            wipe(&mut code, i..end.min(bytes.len()));
            i = end;
        } else if let Some(hashes) = raw_string(rest).filter(|_| !word_before) {
            let open = i + rest.iter().position(|b| *b == b'"').expect("a raw string has a quote") + 1;
            let ending = format!("\"{}", "#".repeat(hashes));
            let end = text[open..].find(&ending).map_or(bytes.len(), |e| open + e);
            strings.push((i, text[open..end].to_owned()));
            wipe(&mut code, open..end);
            i = (end + ending.len()).min(bytes.len());
        } else if rest[0] == b'"' {
            let mut end = i + 1;
            while end < bytes.len() && bytes[end] != b'"' {
                end += if bytes[end] == b'\\' { 2 } else { 1 };
            }
            let end = end.min(bytes.len());
            strings.push((i, text[i + 1..end].to_owned()));
            wipe(&mut code, i + 1..end);
            i = end + 1;
        } else if rest[0] == b'\'' {
            // A character literal, unless it is a lifetime or a label.
            let inner = text[i + 1..].chars().next();
            let end = match inner {
                Some('\\') => text[i + 3..].find('\'').map(|e| i + 3 + e),
                Some(c) if text[i + 1 + c.len_utf8()..].starts_with('\'') => Some(i + 1 + c.len_utf8()),
                _ => None,
            };
            match end {
                Some(end) => {
                    wipe(&mut code, i + 1..end);
                    i = end + 1;
                }
                None => i += 1,
            }
        } else {
            i += 1;
        }
    }
    (String::from_utf8(code).expect("whole literals were blanked"), strings)
}

/// Number of hashes of a raw string that begins here.
fn raw_string(rest: &[u8]) -> Option<usize> {
    let rest = rest.strip_prefix(b"b").or_else(|| rest.strip_prefix(b"c")).unwrap_or(rest).strip_prefix(b"r")?;
    let hashes = rest.iter().take_while(|b| **b == b'#').count();
    (rest.get(hashes) == Some(&b'"')).then_some(hashes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(path: &str, text: &str) -> Vec<String> {
        File::read(path, text).paths().into_iter().map(|p| p.segments.join("::")).collect()
    }

    #[test]
    fn comments_and_literals_are_not_code() {
        let file =
            File::read("src/a.rs", "let a = \"crate::x\"; // crate::y\nlet b = r#\"crate::z \" \"#; /* /* */ crate::w */ let c = '\"'; d");
        assert!(!file.code.contains("crate"), "{}", file.code);
        assert!(file.code.ends_with("d") && file.code.len() == file.text.len());
        assert_eq!(file.strings.iter().map(|s| s.1.as_str()).collect::<Vec<_>>(), ["crate::x", "crate::z \" "]);
    }

    #[test]
    fn lifetimes_and_escapes_do_not_open_literals() {
        let file = File::read("src/a.rs", "fn f<'a>(x: &'a str) { let y = '\\''; let z = \"\\\"\"; g::h() } // end");
        assert!(file.code.contains("g::h()") && !file.code.contains("end"));
    }

    #[test]
    fn groups_and_super_are_resolved_to_the_root() {
        assert_eq!(paths("src/a/b.rs", "use crate::x::{self, y::{Z, W}, v};"), ["x", "x::y::Z", "x::y::W", "x::v"]);
        assert_eq!(paths("src/a/b.rs", "use super::c; fn f() { super::super::d::e() }"), ["a::c", "d::e"]);
        assert_eq!(paths("src/a/mod.rs", "mod inner { use super::c; } use self::d;"), ["a::d", "a::c"]);
    }

    #[test]
    fn only_what_tests_compile_is_a_test() {
        let file = File::read(
            "src/a.rs",
            "fn f() { x.one() }\n#[cfg(test)]\nmod tests {\n fn g() { x.two() }\n}\nfn h() { x.three() }\n#[cfg(test)]\nmod more;",
        );
        assert_eq!((file.finds(".one()").count(), file.finds(".two()").count(), file.finds(".three()").count()), (1, 0, 1));
        assert_eq!(file.test_modules, ["a/more"]);
    }
}
