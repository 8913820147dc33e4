// SPDX-License-Identifier: AGPL-3.0-or-later
use super::{assert_found, findings};

#[test]
fn the_kernel_stands_under_everything() {
    assert_found(
        &[("crates/kernel/src/a.rs", "use soglia_domain::rooms::Record;")],
        "crates/kernel/src/a.rs:2",
        "soglia_domain",
    );
    assert_found(
        &[("crates/kernel/src/a.rs", "use std::time::Instant;")],
        "crates/kernel/src/a.rs:2",
        "no clock",
    );
    assert_found(
        &[(
            "crates/kernel/Cargo.toml",
            "[dependencies]\nsoglia-search.workspace = true",
        )],
        "crates/kernel/Cargo.toml:2",
        "soglia-search",
    );
}

#[test]
fn the_domain_may_know_kernel_and_search() {
    let may = "[dependencies]\nsoglia-kernel.workspace = true\nsoglia-search.workspace = true\n";
    assert_eq!(
        findings(&[("crates/domain/Cargo.toml", may)]),
        Vec::<String>::new()
    );
    assert_found(
        &[(
            "crates/domain/Cargo.toml",
            "[dependencies]\nsoglia-ledger.workspace = true",
        )],
        "crates/domain/Cargo.toml:2",
        "soglia-ledger",
    );
}

#[test]
fn the_kernel_holds_no_noun_of_housing() {
    for line in [
        "pub struct DwellingId;",
        "fn of_households() {}",
        "const KIND: &str = \"tenancy\";",
        "enum Fact { MonthlyRent }",
    ] {
        assert_found(
            &[("crates/kernel/src/a.rs", line)],
            "crates/kernel/src/a.rs:2",
            "no noun of housing",
        );
    }
    let kept = "/// Such as \"dwelling:0198…\".\nconst SAYS: &str = \"such as `dwelling:0198…`\";\n\
        fn parent(current: Role) -> bool { current == Role::HousingOfficer }\n\
        #[cfg(test)]\nmod tests { const OF: &str = \"household\"; }\n";
    assert_eq!(
        findings(&[("crates/kernel/src/a.rs", kept)]),
        Vec::<String>::new()
    );
    // Rooms are made of them.
    assert_eq!(
        findings(&[("crates/domain/src/a.rs", "pub struct Household;")]),
        Vec::<String>::new()
    );
}
