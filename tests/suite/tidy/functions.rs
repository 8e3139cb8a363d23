//! Functions: none is longer than a page, none takes more parameters than a reader can hold.
//!
//! In: the code of each file, tests included. Out: functions with too many lines or parameters. Always: the members of a
//! tuple count as parameters, so that a tuple hides none.

use super::rust::{File, close, is_word};
use super::{Breach, all_code, hold};

const MOST_LINES: usize = 100;

/// `self` included.
const MOST_PARAMETERS: usize = 7;

#[derive(Debug, PartialEq, Eq)]
struct Function<'f> {
    at: usize,
    name: &'f str,
    lines: usize,
    parameters: usize,
}

/// Every function that has a body, in tests and outside.
fn functions(file: &File) -> impl Iterator<Item = Function<'_>> {
    file.finds_words("fn").filter_map(|at| function(file, at))
}

fn function(file: &File, at: usize) -> Option<Function<'_>> {
    let code = &file.code;
    let start = at + "fn".len() + code[at + "fn".len()..].find(|c: char| !c.is_whitespace())?;
    let name = &code[start..start + code[start..].find(|c| !is_word(c))?];
    // `fn(…)` is a type, `fn $name` belongs to a macro.
    if name.is_empty() {
        return None;
    }
    let mut open = start + name.len();
    if code[open..].starts_with('<') {
        open += angle(&code[open..]);
    }
    open += code[open..].find('(')?;
    let after = close(code, open);
    let parameters = parts(&code[open + 1..after - 1]).into_iter().map(|p| members(type_of(p))).sum();
    let body = after + end_of_head(&code[after..])?;
    if !code[body..].starts_with('{') {
        return None;
    }
    let end = close(code, body);
    Some(Function { at, name, lines: file.line(end - 1) - file.line(at) + 1, parameters })
}

/// Length of `<…>` at the beginning; the `>` of an arrow closes nothing.
fn angle(code: &str) -> usize {
    let (mut depth, mut before) = (0usize, ' ');
    for (i, c) in code.char_indices() {
        match c {
            '<' => depth += 1,
            '>' if before != '-' => {
                depth -= 1;
                if depth == 0 {
                    return i + 1;
                }
            }
            _ => {}
        }
        before = c;
    }
    code.len()
}

/// Where the body begins, or the `;` of a function without one.
fn end_of_head(code: &str) -> Option<usize> {
    let mut depth = 0usize;
    code.char_indices().find_map(|(i, c)| {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            '{' | ';' if depth == 0 => return Some(i),
            _ => {}
        }
        None
    })
}

/// The parts between commas outside of brackets.
fn parts(list: &str) -> Vec<&str> {
    let (mut found, mut depth, mut start, mut before) = (Vec::new(), 0usize, 0, ' ');
    for (i, c) in list.char_indices() {
        match c {
            '(' | '[' | '{' | '<' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            '>' if before != '-' => depth -= 1,
            ',' if depth == 0 => {
                found.push(&list[start..i]);
                start = i + 1;
            }
            _ => {}
        }
        before = c;
    }
    found.push(&list[start..]);
    found.retain(|part| !part.trim().is_empty());
    found
}

/// The type of a parameter; for `self`, the parameter itself.
fn type_of(parameter: &str) -> &str {
    let mut depth = 0usize;
    let colon = parameter.char_indices().find(|(i, c)| {
        match c {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            _ => {}
        }
        *c == ':' && depth == 0 && !parameter[i + 1..].starts_with(':') && !parameter[..*i].ends_with(':')
    });
    colon.map_or(parameter, |(i, _)| &parameter[i + 1..]).trim()
}

/// The number of values in a type: the members of a tuple, of a reference to one and of tuples in it; else one.
fn members(ty: &str) -> usize {
    let mut ty = ty.trim();
    loop {
        let bare = ty.trim_start_matches('&').trim_start();
        let bare = match bare.strip_prefix('\'') {
            Some(lifetime) => lifetime.trim_start_matches(is_word).trim_start(),
            None => bare,
        };
        let bare = bare.strip_prefix("mut ").unwrap_or(bare);
        if bare == ty {
            break;
        }
        ty = bare;
    }
    match ty.strip_prefix('(').and_then(|inside| inside.strip_suffix(')')) {
        Some(inside) if close(ty, 0) == ty.len() => parts(inside).into_iter().map(members).sum(),
        _ => 1,
    }
}

#[test]
fn no_function_is_longer_than_a_page() {
    let mut breaches = Vec::new();
    for file in all_code() {
        let long = functions(file).filter(|f| f.lines > MOST_LINES);
        breaches.extend(long.map(|f| Breach::at(file, f.at, format!("`{}` has {} lines; the limit is {MOST_LINES}", f.name, f.lines))));
    }
    hold(breaches, "give each step a function of its own.");
}

#[test]
fn no_function_takes_more_than_a_reader_can_hold() {
    let mut breaches = Vec::new();
    for file in all_code() {
        let many = functions(file).filter(|f| f.parameters > MOST_PARAMETERS);
        let what = |f: &Function<'_>| format!("`{}` takes {} parameters; the limit is {MOST_PARAMETERS}", f.name, f.parameters);
        breaches.extend(many.map(|f| Breach::at(file, f.at, what(&f))));
    }
    hold(breaches, "what belongs together becomes a struct with a name; a tuple counts with all its members.");
}

#[test]
fn tuples_hide_no_parameters() {
    let read = |text: &str| {
        let file = File::read("src/a.rs", text);
        functions(&file).map(|f| (f.name.to_owned(), f.lines, f.parameters)).collect::<Vec<_>>()
    };
    let cases = [
        ("fn a(&self, b: u8) {}", "a", 2),
        ("fn a<'x, F: Fn(u8, u8) -> u8>(f: F, (b, c): (&'x str, Vec<(u8, u8)>)) -> [u8; 4] {\n}", "a", 3),
        ("fn a(at: &'x (u8, (u8, u8)), b: &mut (u8, u8), c: std::io::Result<(u8, u8)>) where F: Fn() {}", "a", 6),
        ("fn a(d: &dyn Fn(u8, u8) -> u8, e: (),) {}", "a", 1),
    ];
    for (text, name, parameters) in cases {
        assert_eq!(read(text), [(name.to_owned(), text.lines().count(), parameters)], "{text}");
    }
    assert_eq!(read("type F = fn(u8); trait T { fn a(b: u8); } const R: &[fn(&A)] = &[];"), []);
    assert_eq!(read("fn a() { fn b(c: u8) {} }\n#[test]\nfn c() {}").len(), 3);
}
