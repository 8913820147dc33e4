// SPDX-License-Identifier: AGPL-3.0-or-later
//! `docs/access.md` is written from the declared policy, and says what it says: who sees which record, to whom each field
//! is told and by whom it is said, who does what and where it is decided.
use soglia_domain::{
    access::{Place, Roles},
    author::{Author, Role},
    key::{Key, Kind},
    record::{FieldKey, LogPosition, beginning},
    rooms::{KINDS, Record, table_of_facts, table_of_verbs},
    samples,
    scope::{sees, told},
};
use std::fmt::Write as _;

/// Seen from the folder of the crate, in which its tests run.
const DOCUMENT: &str = "../../docs/access.md";

const HEAD: &str = "# Who sees what, and who does what\n
Written from the policy that stands in the code of each room. Where the policy was meant to change:
`UPDATE=1 cargo test -p soglia-domain --test access`. A field is told only to those who see its record. What no room allows is
closed. An administrator lets people in and out and an auditor reads who looked at what: neither sees a record of any kind.\n";

fn words(key: &str) -> String {
    key.replace('_', " ")
}

fn roles(roles: Roles) -> String {
    if roles == Roles::ALL {
        return "everybody".to_owned();
    }
    let names: Vec<String> = roles.iter().map(|role| words(role.key())).collect();
    if names.is_empty() {
        "nobody".to_owned()
    } else {
        names.join(", ")
    }
}

const fn place(place: Place) -> &'static str {
    match place {
        Place::Anywhere => "anywhere",
        Place::Server => "at the server",
    }
}

/// A table without lines is none.
fn table(text: &mut String, head: &[&str], lines: &[Vec<String>]) {
    if lines.is_empty() {
        return;
    }
    // Writing to a String cannot fail.
    let _ = writeln!(text, "\n| {} |\n|{}", head.join(" | "), "---|".repeat(head.len()));
    for line in lines {
        let _ = writeln!(text, "| {} |", line.join(" | "));
    }
}

/// Those who look: the roles of the City, the partner of the samples, and one that they do not concern.
fn readers() -> Vec<(String, Author)> {
    let mut readers: Vec<(String, Author)> = Roles::CITY
        .iter()
        .map(|role| (words(role.key()), samples::author(role)))
        .collect();
    let partner = samples::author(Role::ManagingPartner);
    let other = Author {
        organisation: samples::OTHER_PARTNER,
        ..partner.clone()
    };
    readers.push(("the partner concerned".to_owned(), partner));
    readers.push(("another partner".to_owned(), other));
    readers
}

fn seen(text: &mut String, kind: Kind) {
    let roots = samples::records();
    let root = |key: Key| roots.iter().find(|root| root.key() == key);
    let readers = readers();
    let shown = samples::shown();
    let of_kind = shown.iter().filter(|(_, record)| record.key().kind == kind);
    let lines: Vec<Vec<String>> = of_kind
        .map(|(how, record)| {
            let mark = |author: &Author| if sees(author, record, root) { "yes" } else { "no" };
            let marks = readers.iter().map(|(_, author)| mark(author).to_owned());
            [(*how).to_owned()].into_iter().chain(marks).collect()
        })
        .collect();
    let mut head = vec!["seen by"];
    head.extend(readers.iter().map(|(name, _)| name.as_str()));
    table(text, &head, &lines);
}

fn sample(kind: Kind) -> Record {
    let record = samples::records()
        .into_iter()
        .find(|record| record.key().kind == kind);
    record.expect("every kind has a sample")
}

/// Facts, then the parts and the state.
fn fields(text: &mut String, kind: Kind) {
    let facts = table_of_facts();
    let of_kind = facts.iter().filter(|fact| fact.kind == kind);
    let mut lines: Vec<Vec<String>> = of_kind
        .map(|fact| {
            let of = if fact.of_part {
                format!(" of a {}", part(kind, fact.field))
            } else {
                String::new()
            };
            vec![
                format!("{}{of}", words(fact.field)),
                roles(fact.told),
                roles(fact.by),
            ]
        })
        .collect();
    let record = sample(kind);
    let mut others: Vec<Vec<String>> = Vec::new();
    for edit in samples::edits().iter().filter(|edit| edit.record == record.key()) {
        let field = edit.op.field();
        let Some((list, _)) = parts_of(&field).or_else(|| (field.0 == "state").then_some(("state", "")))
        else {
            continue;
        };
        let line = vec![words(list), roles(record.told(&field)), "by verbs".to_owned()];
        if !others.contains(&line) {
            others.push(line);
        }
    }
    lines.extend(others);
    table(text, &["field", "told to", "said by"], &lines);
    for (name, author) in readers() {
        let withheld = withheld(&record, &author);
        if !withheld.is_empty() {
            let _ = writeln!(
                text,
                "\nNot handed over whole to {name}: {}.",
                withheld.join(", ")
            );
        }
    }
}

/// What differs, apart from facts, between a record and what is handed over of it to somebody who sees it.
fn withheld(record: &Record, author: &Author) -> Vec<String> {
    let roots = samples::records();
    if !sees(author, record, |key| roots.iter().find(|root| root.key() == key)) {
        return Vec::new();
    }
    let stored = beginning(record.clone(), LogPosition(1));
    let fields = |record: &Record| {
        let wire = serde_json::to_value(record).expect("a record can be written");
        wire[record.key().kind.as_str()].clone()
    };
    let (whole, handed) = (fields(record), fields(&told(author, &stored).record));
    let whole = whole.as_object().expect("a record has fields");
    let differs = whole
        .iter()
        .filter(|(name, value)| *name != "facts" && handed.get(*name) != Some(value));
    differs.map(|(name, _)| words(name)).collect()
}

/// What people call the part of which a fact says something: "member", where the field is "members/7/works".
fn part(kind: Kind, fact: &str) -> String {
    let edits = samples::edits();
    let of_kind = edits.iter().filter(|edit| edit.record.kind == kind);
    let fields = of_kind.map(|edit| edit.op.field().0);
    let mut lists = fields.filter_map(|field| {
        let (list, rest) = field.split_once('/')?;
        let (_, said) = rest.split_once('/')?;
        (said == fact).then(|| words(list.trim_end_matches('s')))
    });
    lists.next().expect("a fact of a part has its sample")
}

/// A whole part: "members/7", and not a fact of it.
fn parts_of(field: &FieldKey) -> Option<(&str, &str)> {
    field.0.split_once('/').filter(|(_, id)| !id.contains('/'))
}

fn verbs(text: &mut String, kind: Kind) {
    let of_kind = table_of_verbs().into_iter().filter(|(of, ..)| *of == kind);
    let mut lines: Vec<Vec<String>> = of_kind
        .map(|(_, name, by, at)| vec![words(name), roles(by), place(at).to_owned()])
        .collect();
    let actions = samples::actions();
    let of_kind = || actions.iter().filter(|action| action.verb.kind() == kind);
    if let Some(said) = of_kind().find(|action| action.verb.key() == "say") {
        let at = place(said.verb.who().place).to_owned();
        lines.push(vec!["say a fact".to_owned(), "as its field says".to_owned(), at]);
    }
    if let Some(choice) = of_kind().find(|action| action.verb.is_choice()) {
        let who = choice.verb.who();
        let at = place(who.place).to_owned();
        lines.push(vec!["choose between two values".to_owned(), roles(who.roles), at]);
    }
    table(text, &["verb", "by", "decided"], &lines);
}

fn written() -> String {
    let mut text = HEAD.to_owned();
    for kind in KINDS {
        let _ = writeln!(text, "\n## {}", words(kind.as_str()));
        seen(&mut text, *kind);
        fields(&mut text, *kind);
        verbs(&mut text, *kind);
    }
    text
}

#[test]
fn the_document_of_access_says_what_is_declared() {
    let found = written();
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(DOCUMENT, &found).expect("the document can be written");
    }
    let document = std::fs::read_to_string(DOCUMENT).expect("the document can be read");
    assert_eq!(
        found, document,
        "where the policy was meant to change: UPDATE=1 cargo test -p soglia-domain --test access"
    );
}

#[test]
fn every_fact_is_said_by_somebody_who_is_told_it_and_no_partner_reads_amounts_of_a_household() {
    for fact in table_of_facts() {
        assert!(fact.by != Roles::NONE && fact.told.has_all(fact.by), "{fact:?}");
    }
    let household = table_of_facts()
        .into_iter()
        .filter(|fact| fact.kind.as_str() == "household");
    for fact in household.filter(|fact| fact.told.has(Role::ManagingPartner)) {
        let allowed = [
            "label",
            "phone",
            "needs_accompaniment",
            "language",
            "step_free",
            "pets",
            "given_name",
            "family_name",
            "birth_date",
            "relation",
            "disability",
        ];
        assert!(allowed.contains(&fact.field), "{}", fact.field);
    }
}
