// SPDX-License-Identifier: AGPL-3.0-or-later
use super::super::circles::{Known, against};
use super::{assert_found, findings, tree};

const ROOT: (&str, &str) = ("crates/toy/src/lib.rs", "mod one;\nmod two;\n");

fn assert_clean(files: &[(&str, &str)]) {
    assert_eq!(findings(files), Vec::<String>::new());
}

#[test]
fn two_files_that_use_each_other_are_a_circle() {
    let one = ("crates/toy/src/one.rs", "use crate::two::Two;\npub struct One;\n");
    let two = (
        "crates/toy/src/two.rs",
        "pub struct Two;\nfn f(_: crate::one::One) {}\n",
    );
    assert_found(
        &[ROOT, one, two],
        "crates/toy/src/one.rs:2",
        "one.rs -> two.rs -> one.rs",
    );
    let apart = ("crates/toy/src/two.rs", "// crate::one::One\npub struct Two;\n");
    assert_clean(&[ROOT, one, apart]);
}

#[test]
fn a_circle_may_lead_through_three_files_and_groups_of_imports() {
    let root = ("crates/toy/src/lib.rs", "mod one;\nmod three;\nmod two;\n");
    let one = (
        "crates/toy/src/one.rs",
        "use crate::{\n    two::{self, Two as Other},\n};\npub struct One;\n",
    );
    let two = (
        "crates/toy/src/two.rs",
        "pub struct Two;\nfn f() { super::three::g() }\n",
    );
    let three = ("crates/toy/src/three.rs", "use crate::one::*;\npub fn g() {}\n");
    assert_found(
        &[root, one, two, three],
        "crates/toy/src/one.rs:2",
        "one.rs -> two.rs -> three.rs -> one.rs",
    );
}

#[test]
fn a_parent_hands_on_what_takes_from_it() {
    let root = ("crates/toy/src/lib.rs", "mod parent;\n");
    let child = (
        "crates/toy/src/parent/child.rs",
        "use super::Common;\npub struct Part(Common);\n",
    );
    let parent = "mod child;\npub use child::Part;\npub struct Common;\n";
    assert_clean(&[root, ("crates/toy/src/parent.rs", parent), child]);
    let user = format!("{parent}fn f(_: Part) {{}}\n");
    assert_found(
        &[root, ("crates/toy/src/parent.rs", &user), child],
        "crates/toy/src/parent.rs:3",
        "parent.rs -> parent/child.rs -> parent.rs",
    );
}

#[test]
fn what_a_parent_has_from_one_child_another_takes_from_that_child() {
    let root = ("crates/toy/src/lib.rs", "mod parent;\n");
    let parent = (
        "crates/toy/src/parent.rs",
        "mod common;\n#[path = \"elsewhere/user.rs\"]\nmod user;\nuse common::Common;\nuse user::f;\nfn g(a: Common) { f(a) }\n",
    );
    let common = ("crates/toy/src/parent/common.rs", "pub struct Common;\n");
    let user = (
        "crates/toy/src/elsewhere/user.rs",
        "use super::Common;\npub fn f(_: Common) {}\n",
    );
    assert_clean(&[root, parent, common, user]);
    let back = (
        "crates/toy/src/elsewhere/user.rs",
        "pub fn f(a: super::Common) { super::g(a) }\n",
    );
    assert_found(
        &[root, parent, common, back],
        "crates/toy/src/elsewhere/user.rs:2",
        "elsewhere/user.rs -> parent.rs -> elsewhere/user.rs",
    );
}

#[test]
fn tests_may_use_each_other() {
    let root = (
        "crates/toy/src/lib.rs",
        "pub fn f() {}\n#[cfg(test)]\nmod tests;\n#[cfg(test)]\nmod more { use super::tests::g; }\n",
    );
    let tests = ("crates/toy/src/tests.rs", "use super::f;\npub fn g() { f() }\n");
    assert_clean(&[root, tests]);
}

#[test]
fn a_known_circle_passes_until_it_is_gone() {
    let known = [Known {
        folder: "crates/toy/src",
        files: "one.rs two.rs",
        reason: "both are toys",
    }];
    let table = ("crates/xtask/src/tidy/circles/known.rs", "");
    let one = ("crates/toy/src/one.rs", "use crate::two::Two;\npub struct One;\n");
    let two = ("crates/toy/src/two.rs", "use crate::one::One;\npub struct Two;\n");
    assert_eq!(against(&tree(&[ROOT, one, two, table]), &known), []);
    let found = against(&tree(&[ROOT, one, table]), &known);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].to_string().contains("both are toys"), "{found:?}");
}
