//! Holds the order of the modules: none uses a module that uses it in turn, directly or through others.
//!
//! The sources are read as tokens, not compiled. A path counts if it begins with `crate`, `super` or `self`, or stands in
//! a `use` declaration. If it names something that a module only imports, the module that defines it counts. The check
//! does not see macros that are in scope by the order of the text, or names that come by a glob.

use crate::{cache::files, console::Step, project::Project};
use anyhow::{Result, anyhow, ensure};
use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use std::{
    collections::{BTreeMap, BTreeSet, VecDeque},
    fs,
    path::Path,
};

/// The sources of our crates.
const CRATES: [&str; 9] = [
    "core/src",
    "simulate/src",
    "cli/src",
    "src",
    "reader/src",
    "extras/src",
    "bundle/src",
    "xtask/src",
    "tests/browser/src",
];

/// Checks every crate.
pub(super) fn check(project: &Project, step: &Step) -> Result<()> {
    let mut circles = Vec::new();
    let mut count = 0;
    for folder in CRATES {
        let mut krate = Crate::default();
        for file in files(&project.root().join(folder))? {
            let name = file.strip_prefix(project.root())?.to_string_lossy().into_owned();
            if let Some(module) = module_path(file.strip_prefix(project.root().join(folder))?) {
                krate.add(&name, module, &fs::read_to_string(&file)?)?;
            }
        }
        count += krate.modules.len();
        circles.extend(krate.circles());
    }
    step.note(format!("{count} modules"));
    ensure!(circles.is_empty(), "modules use each other in a circle\n\n{}", circles.join("\n\n"));
    Ok(())
}

/// The path of a module inside its crate; empty for the crate's root.
type Module = Vec<String>;

/// The module of a source file, by its path in the folder of sources; `None` for a file of another kind, and for the root
/// of a further program.
fn module_path(file: &Path) -> Option<Module> {
    let mut module: Module = file.with_extension("").iter().map(|name| name.to_string_lossy().into_owned()).collect();
    if file.extension()? != "rs" || module[0] == "bin" {
        return None;
    }
    if module.len() == 1 {
        module.retain(|name| name != "lib" && name != "main");
    } else if module.last().is_some_and(|name| name == "mod") {
        module.pop();
    }
    Some(module)
}

/// The modules of a crate, and the places where they use each other.
#[derive(Debug, Default)]
struct Crate {
    modules: BTreeSet<Module>,
    uses: Vec<Use>,
    /// The path behind each imported name, by the module that imports it.
    imports: BTreeMap<Module, BTreeMap<String, Module>>,
}

/// A path in the source of a module.
#[derive(Debug)]
struct Use {
    from: Module,
    /// From the crate's root on.
    path: Module,
    /// File and line.
    place: String,
}

impl Crate {
    /// Adds a source file.
    fn add(&mut self, file: &str, module: Module, text: &str) -> Result<()> {
        let tokens: TokenStream = text.parse().map_err(|error| anyhow!("cannot read {file}: {error}"))?;
        self.read(file, &module, tokens);
        self.modules.insert(module);
        Ok(())
    }

    /// Reads the tokens of a module, or those of a group inside of it.
    fn read(&mut self, file: &str, module: &Module, tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            let rest = &tokens[at..];
            if is_for_tests(rest) {
                at += item_length(rest);
                continue;
            }
            at += 1;
            match token {
                TokenTree::Ident(word) if word == "use" => at += self.read_path(file, module, &rest[1..], true),
                TokenTree::Ident(word) if is_anchor(word) && is_separator(&rest[1..]) => {
                    at += self.read_path(file, module, rest, false) - 1;
                }
                TokenTree::Ident(word) if word == "mod" => {
                    if let [TokenTree::Ident(name), TokenTree::Group(body), ..] = &rest[1..] {
                        let inner = joined(module, &[name.to_string()]);
                        self.read(file, &inner, body.stream());
                        self.modules.insert(inner);
                        at += 2;
                    }
                }
                TokenTree::Group(group) => self.read(file, module, group.stream()),
                TokenTree::Ident(_) | TokenTree::Punct(_) | TokenTree::Literal(_) => {}
            }
        }
    }

    /// Reads the path at the beginning of `tokens`, and gives its length in tokens.
    fn read_path(&mut self, file: &str, module: &Module, tokens: &[TokenTree], imports: bool) -> usize {
        let place = format!("{file}:{}", tokens.first().map_or(0, |token| token.span().start().line));
        let mut paths = Vec::new();
        let length = path_tree(tokens, Vec::new(), &mut paths);
        for NamedPath { path, name } in paths {
            let path = absolute(module, &path);
            if imports && let Some(name) = name {
                self.imports.entry(module.clone()).or_default().insert(name, path.clone());
            }
            self.uses.push(Use { from: module.clone(), path, place: place.clone() });
        }
        length
    }

    /// The module that defines what this path names; the longest known beginning of it for a path out of the crate.
    fn definer(&self, path: &[String]) -> Module {
        let mut path = path.to_vec();
        // An import may lead to another import; no more than this many do.
        for _ in 0..8 {
            let known = (0..=path.len()).rev().find(|&length| self.modules.contains(&path[..length])).unwrap_or(0);
            let import = path.get(known).and_then(|name| self.imports.get(&path[..known])?.get(name));
            match import {
                Some(import) if *import != path => path = joined(import, &path[known + 1..]),
                _ => return path[..known].to_vec(),
            }
        }
        Module::new()
    }

    /// The circles among the modules of each folder, each as a text of several lines.
    fn circles(&self) -> Vec<String> {
        let folders: BTreeSet<&[String]> =
            self.modules.iter().filter_map(|module| Some(module.split_last()?.1)).collect();
        folders.into_iter().flat_map(|folder| self.graph(folder).circles()).collect()
    }

    /// The uses among the modules of a folder. A module inside one of them counts as that one.
    fn graph(&self, folder: &[String]) -> Graph<'_> {
        let mut graph = Graph::default();
        for Use { from, path, place } in &self.uses {
            let Some(from) = from.strip_prefix(folder) else { continue };
            let to = self.definer(path);
            let Some(to) = to.strip_prefix(folder) else { continue };
            if let (Some(from), Some(to)) = (from.first(), to.first())
                && from != to
            {
                graph.0.entry(from.clone()).or_default().entry(to.clone()).or_insert(place);
            }
        }
        graph
    }
}

/// For each module the modules that it uses, and where it does so first.
#[derive(Debug, Default)]
struct Graph<'a>(BTreeMap<String, BTreeMap<String, &'a str>>);

impl Graph<'_> {
    /// Circles, none of which has a module in common with another one.
    fn circles(&self) -> Vec<String> {
        let mut seen = BTreeSet::new();
        let mut circles = Vec::new();
        for start in self.0.keys() {
            let Some(circle) = self.shortest_way(start, start).filter(|_| !seen.contains(start.as_str())) else {
                continue;
            };
            let steps = circle.iter().zip(&circle[1..]).map(|(from, to)| {
                let place = self.0[*from][*to];
                format!("  `{from}` uses `{to}`: {place}")
            });
            circles.push(steps.collect::<Vec<_>>().join("\n"));
            seen.extend(circle);
        }
        circles
    }

    /// The modules on the shortest way between two, with both of them.
    fn shortest_way<'b>(&'b self, from: &'b str, to: &str) -> Option<Vec<&'b str>> {
        let mut before: BTreeMap<&str, &str> = BTreeMap::new();
        let mut queue = VecDeque::from([from]);
        while let Some(at) = queue.pop_front() {
            for next in self.0.get(at).into_iter().flat_map(BTreeMap::keys) {
                if next == to {
                    let mut way: Vec<&str> = vec![next, at];
                    while let Some(&previous) = before.get(way[way.len() - 1]).filter(|_| way[way.len() - 1] != from) {
                        way.push(previous);
                    }
                    way.reverse();
                    return Some(way);
                }
                if !before.contains_key(next.as_str()) {
                    before.insert(next, at);
                    queue.push_back(next);
                }
            }
        }
        None
    }
}

/// A path as it is written, and the name that it goes by where it is imported.
struct NamedPath {
    path: Module,
    name: Option<String>,
}

/// Collects the paths of a tree like `a::{b, c::d as e}`, and gives its length in tokens.
fn path_tree(tokens: &[TokenTree], mut path: Module, paths: &mut Vec<NamedPath>) -> usize {
    let mut at = 0;
    loop {
        match tokens.get(at) {
            Some(TokenTree::Ident(word)) => {
                path.push(word.to_string());
                at += 1;
                if is_separator(&tokens[at..]) {
                    at += 2;
                    continue;
                }
                if path.len() > 1 {
                    path.pop_if(|word| word == "self");
                }
                let renamed = match &tokens[at..] {
                    [TokenTree::Ident(word), TokenTree::Ident(name), ..] if word == "as" => Some(name.to_string()),
                    _ => None,
                };
                let name = renamed.or_else(|| path.last().cloned());
                paths.push(NamedPath { path, name });
            }
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace && !path.is_empty() => {
                let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                for tree in inner.split(|token| matches!(token, TokenTree::Punct(mark) if mark.as_char() == ',')) {
                    path_tree(tree, path.clone(), paths);
                }
                at += 1;
            }
            // A glob, or the type arguments of a function.
            _ if !path.is_empty() => paths.push(NamedPath { path, name: None }),
            _ => {}
        }
        return at;
    }
}

/// The path from the crate's root on. One without an anchor is relative: to a module below, or to another crate, and then
/// no module of ours has its name.
fn absolute(module: &Module, path: &[String]) -> Module {
    let supers = path.iter().take_while(|word| *word == "super").count();
    match path.first().map(String::as_str) {
        Some("crate") => path[1..].to_vec(),
        Some("self") => joined(module, &path[1..]),
        Some("super") => joined(&module[..module.len().saturating_sub(supers)], &path[supers..]),
        _ => joined(module, path),
    }
}

fn joined(module: &[String], path: &[String]) -> Module {
    [module, path].concat()
}

fn is_anchor(word: &Ident) -> bool {
    ["crate", "self", "super"].iter().any(|anchor| word == anchor)
}

fn is_separator(tokens: &[TokenTree]) -> bool {
    let is_colon = |token: &TokenTree| matches!(token, TokenTree::Punct(mark) if mark.as_char() == ':');
    matches!(tokens, [one, other, ..] if is_colon(one) && is_colon(other))
}

/// Whether an item begins here that is only compiled for tests.
fn is_for_tests(tokens: &[TokenTree]) -> bool {
    let [TokenTree::Punct(mark), TokenTree::Group(attribute), ..] = tokens else { return false };
    mark.as_char() == '#' && attribute.stream().to_string().replace(' ', "") == "cfg(test)"
}

/// The number of tokens up to the end of the item: its body, or its semicolon.
fn item_length(tokens: &[TokenTree]) -> usize {
    let ends = |token: &TokenTree| match token {
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
        TokenTree::Punct(mark) => mark.as_char() == ';',
        TokenTree::Ident(_) | TokenTree::Literal(_) => false,
    };
    tokens.iter().position(ends).map_or(tokens.len(), |end| end + 1)
}

#[cfg(test)]
mod tests {
    use super::{Crate, module_path};
    use std::path::Path;

    /// The circles of a crate with these files.
    fn circles(files: &[(&str, &str)]) -> Vec<String> {
        let mut krate = Crate::default();
        for (name, text) in files {
            krate.add(name, module_path(Path::new(name)).unwrap(), text).unwrap();
        }
        krate.circles()
    }

    #[track_caller]
    fn case(files: &[(&str, &str)], expected: &[&str]) {
        assert_eq!(circles(files), expected);
    }

    #[test]
    fn one_direction_is_in_order() {
        case(&[("lib.rs", "mod a; mod b;"), ("a.rs", "use crate::b::B;"), ("b.rs", "use std::fmt;")], &[]);
    }

    #[test]
    fn two_modules_that_use_each_other_are_told_with_their_lines() {
        case(
            &[("a.rs", "use std::fmt;\nuse crate::b::B;"), ("b.rs", "\n\nuse super::a::{A, C};")],
            &["  `a` uses `b`: a.rs:2\n  `b` uses `a`: b.rs:3"],
        );
    }

    #[test]
    fn a_longer_circle_is_told_step_by_step() {
        case(
            &[("a.rs", "use crate::b;"), ("b.rs", "fn f() { crate::c::g() }"), ("c.rs", "use crate::{a::A as B};")],
            &["  `a` uses `b`: a.rs:1\n  `b` uses `c`: b.rs:1\n  `c` uses `a`: c.rs:1"],
        );
    }

    #[test]
    fn circles_apart_are_all_told() {
        let files = [
            ("a.rs", "use crate::b;"),
            ("b.rs", "use crate::a;"),
            ("c.rs", "use crate::d;"),
            ("d.rs", "use crate::c;"),
        ];
        assert_eq!(circles(&files).len(), 2);
    }

    #[test]
    fn the_modules_of_a_folder_are_in_order_too() {
        let files = [
            ("a/mod.rs", "mod x; mod y;"),
            ("a/x.rs", "use super::y::Y;"),
            ("a/y.rs", "use crate::a::x::X;"),
            ("b.rs", "use crate::a::x::X;"),
        ];
        case(&files, &["  `x` uses `y`: a/x.rs:1\n  `y` uses `x`: a/y.rs:1"]);
    }

    #[test]
    fn a_name_that_another_module_imports_leads_to_its_definition() {
        case(
            &[
                ("a/mod.rs", "mod x; mod y; pub(crate) use x::{X, Z};"),
                ("a/x.rs", "use super::y::Y;"),
                ("a/y.rs", "use super::{X, W};"),
            ],
            &["  `x` uses `y`: a/x.rs:1\n  `y` uses `x`: a/y.rs:1"],
        );
    }

    #[test]
    fn a_name_of_the_folders_own_file_is_no_use_of_another_module() {
        case(&[("a/mod.rs", "mod x; struct S; fn f() { x::g() }"), ("a/x.rs", "use super::S;")], &[]);
    }

    #[test]
    fn code_for_tests_does_not_count() {
        case(
            &[
                ("a.rs", "use crate::b::B;"),
                ("b.rs", "#[cfg(test)] use crate::a::A; #[cfg(test)] mod tests { use crate::a::A; }"),
            ],
            &[],
        );
    }

    #[test]
    fn comments_and_texts_do_not_count() {
        case(&[("a.rs", "use crate::b::B;"), ("b.rs", "//! [`crate::a`]\nconst A: &str = \"crate::a\";")], &[]);
    }

    #[test]
    fn macros_and_inline_modules_count() {
        case(
            &[("a.rs", "fn f() { vec![crate::b::B] }"), ("b.rs", "mod inner { use super::super::a::A; }")],
            &["  `a` uses `b`: a.rs:1\n  `b` uses `a`: b.rs:1"],
        );
    }

    #[test]
    fn files_have_module_paths() {
        let path = |file: &str| module_path(Path::new(file)).map(|module| module.join("::"));
        assert_eq!(path("lib.rs").as_deref(), Some(""));
        assert_eq!(path("a.rs").as_deref(), Some("a"));
        assert_eq!(path("a/mod.rs").as_deref(), Some("a"));
        assert_eq!(path("a/b.rs").as_deref(), Some("a::b"));
        assert_eq!(path("bin/x.rs"), None);
        assert_eq!(path("keep.sh"), None);
    }
}
