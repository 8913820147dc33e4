// SPDX-License-Identifier: AGPL-3.0-or-later
use super::*;

fn scale(composition: Composition) -> (u32, u32) {
    equivalence_scale(&composition, &rules())
}

#[test]
fn section_3_2_the_scale_grows_with_the_members() {
    for (n_members, expected) in (1..).zip([100, 157, 204, 246, 285, 320, 355, 390]) {
        let composition = Composition {
            n_members,
            ..Composition::default()
        };
        assert_eq!(scale(composition), (expected, expected), "{n_members} members");
    }
}

#[test]
fn section_3_2_many_children_and_minors_raise_the_scale() {
    let of_five = |n_children, increment| {
        let composition = Composition {
            n_members: 5,
            n_children: (n_children, n_children),
            increments: (increment, increment),
        };
        scale(composition).0 - 285
    };
    for (n_children, expected) in (0..).zip([0, 0, 0, 20, 35, 50, 50]) {
        assert_eq!(
            of_five(n_children, Increment::None),
            expected,
            "{n_children} children"
        );
    }
    assert_eq!(of_five(0, Increment::Minors), 20);
    assert_eq!(of_five(0, Increment::Infant), 30);
    assert_eq!(of_five(3, Increment::Minors), 40);
}

#[test]
fn section_3_6_a_declaration_holds_to_the_last_day_of_its_year() {
    let mut household = eligible();
    household.facts.isee = isee(9_000);
    let on = |day: Day| {
        let rules = Rulebook::published().as_of(day);
        let told = eligibility(&Situation::of(&household, &rules), &rules);
        let mut findings = told.public_housing.findings.into_iter();
        let found = findings.find(|finding| finding.requirement == Requirement::IseeLimit);
        found.map(|finding| (finding.outcome, finding.doubt))
    };
    assert_eq!(on(Day::constant(2026, 12, 31)), Some((Outcome::Met, None)));
    assert_eq!(
        on(Day::constant(2027, 1, 1)),
        Some((Outcome::Unknown, Some(Doubt::IseeExpired)))
    );
}
