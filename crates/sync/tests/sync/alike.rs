// SPDX-License-Identifier: AGPL-3.0-or-later
//! F6: the same family taken in twice, on two devices without a network.
use crate::{
    arrival::two,
    care::{accept, send},
    deeds::{new_household, open, say},
    server::Server,
    tablet::Tablet,
};
use soglia_domain::{
    action::Action,
    answer::Answer,
    author::Role,
    calendar::Day,
    household::{self, HouseholdAnswer, HouseholdPartId, MemberAnswer, alike::alike},
    id::{HouseholdId, MemberId},
    record::Identity as _,
    rooms::Row,
};

fn take_in(tablet: &Tablet, given: &str, family: &str, day: i8) -> HouseholdId {
    let (household, member) = (new_household(), MemberId(1));
    tablet.must(open(household, "Famiglia"));
    tablet.must(Action::on(household, household::Verb::AddMember { member }));
    for answer in [
        MemberAnswer::GivenName(Answer::Known(given.to_owned())),
        MemberAnswer::FamilyName(Answer::Known(family.to_owned())),
        MemberAnswer::BirthDate(Answer::Known(Day::constant(1954, 5, day))),
    ] {
        tablet.must(Action::on(
            household,
            household::Verb::SayOf {
                part: HouseholdPartId::Member(member),
                fact: answer,
            },
        ));
    }
    tablet.must(say(
        household,
        HouseholdAnswer::Phone(Answer::Known("02 000000".to_owned())),
    ));
    household
}

fn found(tablet: &Tablet, household: HouseholdId) -> Vec<HouseholdId> {
    let rows = tablet.rows();
    let households = rows.values().filter_map(|row| match row {
        Row::Household(row) => Some(row),
        _ => None,
    });
    let shown = tablet.household(household);
    alike(&shown, households).into_iter().map(|(id, _)| id).collect()
}

#[test]
fn a_family_taken_in_twice_is_noticed_joined_and_separated_again() {
    let server = Server::default();
    let (marta, luca) = two(&server);
    let first = take_in(&marta, "Mohammed", "El Kadi", 3);
    let second = take_in(&luca, "El-Kadi", "Mohamed", 3);
    let other = take_in(&luca, "Mohamed", "El Kadi", 4);
    assert_eq!(found(&marta, first), []);
    for tablet in [&marta, &luca, &marta] {
        tablet.sync(&server).expect("the server is there");
    }
    assert_eq!(found(&marta, first), [second], "the telephone of both is no sign");

    marta.must(Action::on(second, household::Verb::Join { into: first }));
    marta.sync(&server).expect("the server is there");
    luca.sync(&server).expect("the server is there");
    assert_eq!(luca.household(second).joined(), Some(first));
    assert_eq!(found(&luca, first), []);
    assert_eq!(
        luca.household(second).members.len(),
        1,
        "nothing is lost by joining"
    );

    luca.must(Action::on(second, household::Verb::Separate {}));
    luca.sync(&server).expect("the server is there");
    marta.sync(&server).expect("the server is there");
    assert_eq!(found(&marta, first), [second]);

    marta.must(Action::on(first, household::Verb::TellApart { other: second }));
    assert_eq!(found(&marta, first), []);
    assert_eq!(found(&marta, second), []);
    assert!(marta.shown(other.key()).is_some());
}

/// Whoever may say what two cases are has both: every device of the City, once it exchanged. A partner that follows one of
/// them learns nothing of the other, and decides nothing about either.
#[test]
fn a_partner_that_follows_one_of_two_cases_is_not_asked_and_every_tablet_of_the_city_is() {
    let server = Server::default();
    let (marta, luca) = two(&server);
    let coordinator = Tablet::new(&server, "Sara", Role::Coordinator);
    let partner = Tablet::new(&server, "Cooperativa", Role::ManagingPartner);
    let first = take_in(&marta, "Mohammed", "El Kadi", 3);
    marta.must(send(1, first));
    marta.sync(&server).expect("the server is there");
    partner.sync(&server).expect("the server is there");
    partner.must(accept(1));
    let second = take_in(&luca, "Mohamed", "Elkadi", 3);
    for tablet in [&luca, &partner, &marta, &coordinator] {
        tablet.sync(&server).expect("the server is there");
    }
    assert_eq!(found(&marta, first), [second]);
    assert_eq!(found(&luca, second), [first]);
    assert_eq!(found(&coordinator, first), [second]);
    assert!(partner.knows(first.key()) && !partner.knows(second.key()));
    assert_eq!(found(&partner, first), []);
    let join = Action::on(first, household::Verb::Join { into: second });
    assert!(
        partner.act(join).is_err(),
        "the departments say what two cases are"
    );
    // Once both are with the partner, both show there.
    luca.must(send(2, second));
    luca.sync(&server).expect("the server is there");
    partner.sync(&server).expect("the server is there");
    partner.must(accept(2));
    partner.sync(&server).expect("the server is there");
    assert_eq!(found(&partner, first), [second]);
}
