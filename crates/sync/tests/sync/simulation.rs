// SPDX-License-Identifier: AGPL-3.0-or-later
//! Two tablets, one server, any order of work, sync, bad weather, reopening: in the end all three agree.
use crate::{
    arrival::two,
    deeds::{income, open},
    server::{Server, Weather},
    tablet::Tablet,
};
use proptest::prelude::*;
use soglia_domain::{
    action::Action,
    answer::Answer,
    household::{self, HouseholdAnswer, HouseholdPartId, MemberAnswer},
    id::{HouseholdId, MemberId},
    record::Identity as _,
};
use uuid::Uuid;

#[derive(Clone, Debug)]
enum Deed {
    Open(u8),
    Income(u8, u8),
    Zone(u8, u8),
    Join(u8, u8),
    Name(u8, u8, u8),
    Leave(u8, u8),
    Sync,
    SyncDown,
    AnswersLost,
    Reopen,
    GiveUp,
    SendAgain,
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        3 => (0_u8..3).prop_map(Deed::Open),
        4 => (0_u8..3, 0_u8..4).prop_map(|(h, v)| Deed::Income(h, v)),
        3 => (0_u8..3, 0_u8..3).prop_map(|(h, v)| Deed::Zone(h, v)),
        3 => (0_u8..3, 0_u8..3).prop_map(|(h, m)| Deed::Join(h, m)),
        3 => (0_u8..3, 0_u8..3, 0_u8..3).prop_map(|(h, m, v)| Deed::Name(h, m, v)),
        1 => (0_u8..3, 0_u8..3).prop_map(|(h, m)| Deed::Leave(h, m)),
        4 => Just(Deed::Sync),
        1 => Just(Deed::SyncDown),
        2 => Just(Deed::AnswersLost),
        2 => Just(Deed::Reopen),
        1 => Just(Deed::GiveUp),
        1 => Just(Deed::SendAgain),
    ]
}

fn household(n: u8) -> HouseholdId {
    HouseholdId(Uuid::from_u128(u128::from(n) + 1))
}

fn member(n: u8) -> MemberId {
    MemberId(u32::from(n))
}

fn do_it(tablet: &mut Tablet, server: &Server, deed: Deed) {
    let answer = |household, answer| Action::on(household, household::Verb::Say(answer));
    let action = match deed {
        Deed::Open(h) => open(household(h), "Famiglia"),
        Deed::Income(h, value) => income(household(h), i64::from(value) * 100),
        Deed::Zone(h, value) => answer(
            household(h),
            HouseholdAnswer::Zone(Answer::Known(value.to_string())),
        ),
        Deed::Join(h, m) => Action::on(household(h), household::Verb::AddMember { member: member(m) }),
        Deed::Name(h, m, value) => Action::on(
            household(h),
            household::Verb::SayOf {
                part: HouseholdPartId::Member(member(m)),
                fact: MemberAnswer::GivenName(Answer::Known(value.to_string())),
            },
        ),
        Deed::Leave(h, m) => Action::on(household(h), household::Verb::RemoveMember { member: member(m) }),
        Deed::Sync => return tablet.sync(server).expect("the server is there"),
        Deed::SyncDown | Deed::AnswersLost => {
            let lost = matches!(deed, Deed::AnswersLost);
            server.set_weather(if lost { Weather::AnswersLost } else { Weather::Down });
            assert!(tablet.sync(server).is_err());
            return server.set_weather(Weather::Fair);
        }
        Deed::Reopen => {
            let rows = tablet.rows();
            *tablet = tablet.reopened();
            return assert_eq!(tablet.rows(), rows, "a reopened tablet shows the same");
        }
        Deed::GiveUp => {
            return tablet
                .waiting_for_author()
                .into_iter()
                .take(1)
                .for_each(|id| tablet.discard(id));
        }
        Deed::SendAgain => {
            for id in tablet.waiting_for_author().into_iter().take(1) {
                // The rules may refuse it here as well; then it stays where it was.
                drop(tablet.resend(id));
            }
            return;
        }
    };
    // What the rules refuse on the tablet is not stored: here only that nothing breaks.
    drop(tablet.act(action));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn in_the_end_both_tablets_and_the_server_agree(
        deeds in prop::collection::vec((any::<bool>(), deed()), 1..40),
    ) {
        let server = Server::default();
        let (mut marta, mut luca) = two(&server);
        for (by_marta, deed) in deeds {
            do_it(if by_marta { &mut marta } else { &mut luca }, &server, deed);
        }
        // Once for each to send, once more for each to hear of the other.
        for _ in 0..2 {
            marta.sync(&server).expect("the server is there");
            luca.sync(&server).expect("the server is there");
        }
        for tablet in [&marta, &luca] {
            while let Some(id) = tablet.waiting_for_author().first().copied() {
                tablet.discard(id);
            }
            tablet.sync(&server).expect("the server is there");
            tablet.sync(&server).expect("the server is there");
        }
        marta.sync(&server).expect("the server is there");
        luca.sync(&server).expect("the server is there");
        prop_assert_eq!(marta.n_outbox(), marta.n_waiting_for_author());
        for n in 0..3 {
            let key = household(n).key();
            let at_server = server.stored(key);
            for tablet in [&marta, &luca] {
                if tablet.n_outbox() == 0 {
                    prop_assert_eq!(tablet.shown(key), at_server.clone());
                    prop_assert_eq!(tablet.reopened().shown(key), at_server.clone());
                }
            }
        }
        prop_assert_eq!(marta.reopened().rows(), marta.rows());
    }
}
