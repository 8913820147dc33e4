// SPDX-License-Identifier: AGPL-3.0-or-later
//! Which file of a crate uses which other one.

use super::uses::{self, Import, Path, Said};
use crate::tidy::{plain::words, tree::Tree};
use std::collections::BTreeMap;

/// For each file the files it uses, each with the first line that does.
pub(super) type Graph = BTreeMap<String, BTreeMap<String, usize>>;

/// A name may stand for another name, and that one for a third: they are followed this far.
const DEEPEST: u8 = 16;

/// The modules that hang from one root, by their places in the crate.
#[derive(Default)]
struct Modules(BTreeMap<Path, Module>);

struct Module {
    file: String,
    said: Said,
}

/// What a path leads to.
enum Target {
    Module(Path),
    /// Something that is written in a file.
    Item(String),
}

/// Reads the files that hang from a root, such as `crates/sync/src/lib.rs`.
pub(super) fn read(tree: &Tree, root: &str) -> Graph {
    let mut modules = Modules::default();
    if let Some(source) = tree.get(root) {
        let folder = root.rsplit_once('/').map_or("", |(folder, _)| folder);
        modules.add(tree, Vec::new(), (root, folder), uses::read(&source.text));
    }
    let mut graph = Graph::new();
    for (place, module) in &modules.0 {
        let edges = graph.entry(module.file.clone()).or_default();
        let imports = module.said.imports.iter();
        let imports = imports.filter(|import| !modules.hands_on(place, module, import));
        let imports = imports.map(|import| (&import.path, import.line));
        let paths = module.said.paths.iter().map(|(path, line)| (path, *line));
        for (path, line) in imports.chain(paths) {
            if let Some(file) = modules.file_of(place, path).filter(|file| *file != module.file) {
                edges.entry(file).or_insert(line);
            }
        }
    }
    graph
}

impl Modules {
    /// Children lie in the folder of their parent's name; those of the root lie beside it.
    fn add(&mut self, tree: &Tree, place: Path, (file, folder): (&str, &str), mut said: Said) {
        for (name, inside) in std::mem::take(&mut said.inline) {
            let folder = format!("{folder}/{name}");
            self.add(tree, within(&place, &name), (file, &folder), inside);
        }
        for (name, path) in &said.children {
            let beside = file.rsplit_once('/').map_or("", |(beside, _)| beside);
            let child = match path {
                Some(path) => format!("{beside}/{path}"),
                None => format!("{folder}/{name}.rs"),
            };
            if let Some(source) = tree.get(&child) {
                let folder = child.trim_end_matches(".rs");
                self.add(
                    tree,
                    within(&place, name),
                    (&child, folder),
                    uses::read(&source.text),
                );
            }
        }
        let file = file.to_owned();
        self.0.insert(place, Module { file, said });
    }

    /// Handing on what a child has is not using it, unless the parent's own code says the name too.
    fn hands_on(&self, place: &Path, module: &Module, import: &Import) -> bool {
        let child = import.path.iter().find(|part| *part != "self");
        let is_of_child = child.is_some_and(|child| self.0.contains_key(&within(place, child)));
        is_of_child && import.is_public && words(&module.said.code, &import.name).next().is_none()
    }

    /// The file that a path written in a module leads to. A module as such is no target: what is taken from it is.
    fn file_of(&self, place: &Path, path: &Path) -> Option<String> {
        let (path, is_all) = match path.split_last() {
            Some((last, path)) if last == "*" => (path, true),
            _ => (path.as_slice(), false),
        };
        match self.follow(place, path, DEEPEST)? {
            Target::Item(file) => Some(file),
            Target::Module(module) => is_all.then(|| self.0[&module].file.clone()),
        }
    }

    fn follow(&self, place: &Path, path: &[String], depth: u8) -> Option<Target> {
        let depth = depth.checked_sub(1)?;
        let mut base = place.clone();
        let mut rest = path;
        match rest.first()?.as_str() {
            "crate" => base.clear(),
            "self" => {}
            "super" => {
                while rest.first().is_some_and(|part| part == "super") {
                    base.pop();
                    rest = &rest[1..];
                }
                return self.go_down(base, rest, depth);
            }
            first => {
                let is_here =
                    self.0.contains_key(&within(place, first)) || self.binding(place, first).is_some();
                return is_here.then(|| self.go_down(base, rest, depth)).flatten();
            }
        }
        rest = &rest[1..];
        self.go_down(base, rest, depth)
    }

    /// From a module along the rest of a path; none where it leaves the crate.
    fn go_down(&self, mut base: Path, mut rest: &[String], depth: u8) -> Option<Target> {
        let depth = depth.checked_sub(1)?;
        while let Some((first, after)) = rest.split_first() {
            let child = within(&base, first);
            if self.0.contains_key(&child) {
                base = child;
                rest = after;
                continue;
            }
            if let Some(import) = self.binding(&base, first) {
                return match self.follow(&base, &import.path, depth)? {
                    Target::Module(module) => self.go_down(module, after, depth),
                    item => Some(item),
                };
            }
            let module = self.0.get(&base)?;
            if module.said.defined.contains(first) {
                return Some(Target::Item(module.file.clone()));
            }
            let all = module.said.imports.iter().filter(|import| import.name == "*");
            for import in all {
                let path = &import.path[..import.path.len() - 1];
                if let Some(Target::Module(there)) = self.follow(&base, path, depth)
                    && self.has(&there, first)
                {
                    return self.go_down(there, rest, depth);
                }
            }
            // A macro may have made the name.
            return Some(Target::Item(module.file.clone()));
        }
        self.0.contains_key(&base).then_some(Target::Module(base))
    }

    fn binding(&self, place: &Path, name: &str) -> Option<&Import> {
        let imports = &self.0.get(place)?.said.imports;
        // `use client::client` is no way to itself.
        imports
            .iter()
            .find(|import| import.name == name && import.path.first().is_some_and(|first| first != name))
    }

    fn has(&self, place: &Path, name: &str) -> bool {
        let defines = |module: &Module| module.said.defined.iter().any(|defined| defined == name);
        self.0.get(place).is_some_and(defines)
            || self.0.contains_key(&within(place, name))
            || self.binding(place, name).is_some()
    }
}

fn within(place: &Path, name: &str) -> Path {
    let mut child = place.clone();
    child.push(name.to_owned());
    child
}
