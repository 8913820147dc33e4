// SPDX-License-Identifier: AGPL-3.0-or-later
use super::super::catch_all::against;
use super::{assert_found, findings, tree};

const PLACE: &str = "crates/domain/src/a.rs";

fn matching(arms: &str) -> String {
    format!("fn f(a: A) -> u8 {{\n    match a {{\n        {arms}\n    }}\n}}\n")
}

fn assert_taken(arms: &str, arm: &str) {
    assert_found(
        &[(PLACE, &matching(arms))],
        "crates/domain/src/a.rs:5",
        &format!("`{arm} =>`"),
    );
}

fn assert_clean(path: &str, text: &str) {
    assert_eq!(findings(&[(path, text)]), Vec::<String>::new());
}

#[test]
fn no_arm_takes_what_was_forgotten() {
    assert_taken("Action::Begin(x) => 1,\n_ => 2,", "_");
    assert_taken("Some(EditOp::Put { a, .. }) => { 1 }\n_ if a => 2,", "_ if a");
    assert_taken("Record::Toy(_) => 1,\nother => 2,", "other");
    assert_taken(
        "toy::Verb::Begin => g(|a| a, [1]),\nref other @ _ => 2,",
        "ref other @ _",
    );
    assert_taken(
        "HouseholdAnswer::Phone(_) => 1,\nstate if { a } => 2,",
        "state if { a }",
    );
    assert_taken("(Kind::Toy, Row::Toy(_)) => 1,\n(_, _) => 2,", "(_, _)");
    assert_taken("Refusal::Late\n| Refusal::Early => 1, _ => 2,", "_");
}

#[test]
fn the_type_of_an_impl_is_known_by_its_name() {
    let inside = |head: &str| format!("{head} {{\n{}}}\n", matching("Self::Begin => 1,\n_ => 2,"));
    for head in [
        "impl Verb",
        "impl From<Verb> for toy::Refusal",
        "impl<'a, T: Into<Vec<u8>>> Fact<T>",
    ] {
        assert_found(
            &[(PLACE, &inside(head))],
            "crates/domain/src/a.rs:6",
            "name every variant",
        );
    }
    assert_clean(PLACE, &inside("impl From<Verb> for Outcome"));
}

#[test]
fn other_types_and_whole_lists_may_be_matched_as_before() {
    assert_clean(
        PLACE,
        &matching("Action::Begin(_) => 1,\nAction::End | Action::Again => 2,"),
    );
    assert_clean(PLACE, &matching("Outcome::Met => 1,\n_ => 2,"));
    assert_clean(PLACE, &matching("MAX => 1,\nRefusal::MOST => 2,\n_ => 3,"));
    // The inner block names what the outer one does not.
    assert_clean(
        PLACE,
        &matching("1 => match b { Op::Put => 1, Op::Drop => 2 },\n_ => 3,"),
    );
    assert_clean(
        PLACE,
        "fn f(a: Action) -> bool {\n    matches!(a, Action::Begin)\n}\n",
    );
    assert_clean(
        PLACE,
        &matching("// _ => Action::Begin\nAction::Begin => \"_ =>\","),
    );
}

#[test]
fn tests_and_pages_are_exempt() {
    let text = matching("Action::Begin => 1,\n_ => 2,");
    assert_clean("crates/domain/src/a/tests.rs", &text);
    assert_clean("crates/domain/tests/a.rs", &text);
    assert_clean("src/today.rs", &text);
    assert_clean(PLACE, &format!("#[cfg(test)]\nmod tests {{\n{text}}}\n"));
}

#[test]
fn the_known_ones_only_become_fewer() {
    let (one, two) = (
        matching("Op::Put => 1,\n_ => 2,"),
        "Op::Put => match b { Op::Drop => 1, _ => 2 },\n_ => 3,",
    );
    let two = matching(two);
    let table = ("crates/xtask/src/tidy/catch_all/known.rs", "");
    let said = |text: &str, known: &[(&str, usize)]| {
        let found = against(&tree(&[(PLACE, text), table]), known);
        found.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(said(&one, &[(PLACE, 1)]), Vec::<String>::new());
    let more = said(&two, &[(PLACE, 1)]);
    assert!(
        more.len() == 2 && more[0].contains("2 in this file; 1 are known"),
        "{more:?}"
    );
    let fewer = said(&one, &[(PLACE, 2)]);
    assert!(
        fewer.len() == 1 && fewer[0].contains("lower the number"),
        "{fewer:?}"
    );
    let gone = said(&one, &[(PLACE, 1), ("crates/domain/src/b.rs", 1)]);
    assert!(
        gone.len() == 1 && gone[0].contains("not there any more"),
        "{gone:?}"
    );
}
