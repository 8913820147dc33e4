// SPDX-License-Identifier: AGPL-3.0-or-later
//! Who sees what of the samples.
use super::*;
use crate::{household, placement, referral, samples};
use soglia_kernel::{
    answer::Answer,
    id::{ChangeId, DeviceId},
    stored::{FieldKey, LogPosition, Revision},
};
use uuid::Uuid;

fn find(key: Key) -> Option<Record> {
    samples::records().into_iter().find(|record| record.key() == key)
}

fn is_seen(author: &Author, record: &Record) -> bool {
    let roots: Vec<Record> = record.roots().into_iter().filter_map(find).collect();
    sees(author, record, |key| roots.iter().find(|root| root.key() == key))
}

fn stored(record: Record) -> Stored {
    crate::record::beginning(record, LogPosition(3))
}

#[test]
fn what_an_unknown_root_would_open_stays_closed() {
    for record in samples::records()
        .iter()
        .filter(|record| !record.roots().is_empty())
    {
        for role in Role::OF_RECORDS {
            let author = samples::author(role);
            let by_itself = record.audience().own_partners().contains(&author.organisation);
            let seen = sees(&author, record, |_| None);
            assert_eq!(
                seen,
                role == Role::ManagingPartner && by_itself,
                "{record:?} {role:?}"
            );
        }
    }
}

/// Whatever a record says, and whoever they work for.
#[test]
fn an_auditor_and_an_administrator_see_nothing_and_may_do_nothing() {
    let others: Vec<Role> = Role::ALL
        .into_iter()
        .filter(|role| !role.is_of_records())
        .collect();
    assert_eq!(others, [Role::Auditor, Role::Administrator]);
    for role in others {
        for organisation in [samples::author(Role::Coordinator).organisation, samples::PARTNER] {
            let mut author = samples::author(role);
            author.organisation = organisation;
            for record in samples::records() {
                assert!(!is_seen(&author, &record), "{record:?} {role:?}");
                assert!(!is_told_whole(&author, record.key().kind), "{record:?} {role:?}");
            }
        }
        for who in samples::actions().iter().map(|action| action.verb.who()) {
            assert!(!who.allows(role), "{role:?}");
        }
    }
}

#[test]
fn another_partner_sees_only_what_all_of_them_do() {
    let mut other = samples::author(Role::ManagingPartner);
    other.organisation = samples::OTHER_PARTNER;
    let seen: Vec<Key> = samples::records()
        .iter()
        .filter(|record| is_seen(&other, record))
        .map(Record::key)
        .collect();
    assert_eq!(seen, [soglia_kernel::key::Identity::key(crate::id::CITY_RULES)]);
}

#[test]
fn a_partner_sees_the_household_while_an_offer_is_open_or_a_referral_stands_accepted() {
    let partner = samples::author(Role::ManagingPartner);
    let kinds = |shown: Vec<(&'static str, Record)>| -> Vec<bool> {
        shown
            .iter()
            .map(|(_, record)| is_seen(&partner, record))
            .collect()
    };
    let households = household::samples::shown().into_iter();
    assert_eq!(
        kinds(
            households
                .map(|(how, made)| (how, Record::Household(made)))
                .collect()
        ),
        [true, true, false, false]
    );
    let placements = placement::samples::shown().into_iter();
    assert_eq!(
        kinds(
            placements
                .map(|(how, made)| (how, Record::Placement(made)))
                .collect()
        ),
        [true, false, false]
    );
    let referrals = referral::samples::shown().into_iter();
    assert_eq!(
        kinds(
            referrals
                .map(|(how, made)| (how, Record::Referral(made)))
                .collect()
        ),
        [true, true, false, false, false]
    );
}

#[test]
fn a_partner_is_told_who_lives_together_and_how_to_reach_them_and_nothing_else() {
    let mut whole = stored(Record::Household(household::samples::record()));
    let revision = Revision {
        position: LogPosition(3),
        device: DeviceId(Uuid::nil()),
    };
    for edit in samples::edits()
        .into_iter()
        .filter(|edit| edit.record == whole.key)
    {
        whole.revisions.insert(edit.op.field(), revision);
        whole.reviews.push(crate::record::Review {
            field: edit.op.field(),
            change: ChangeId(Uuid::nil()),
            op: edit.op,
            by: samples::PERSON,
            by_name: String::new(),
            role: Role::SocialWorker,
            device: DeviceId(Uuid::nil()),
            at: samples::AT,
            present: None,
        });
    }
    let seen = told(&samples::author(Role::ManagingPartner), &whole);
    let Record::Household(household) = &seen.record else {
        panic!("it stays a household");
    };
    let facts: &household::HouseholdFacts = &household.facts;
    assert!(facts.label.is_known() && facts.phone.is_known() && facts.needs_accompaniment.is_known());
    // What it takes to speak with them, and to see whether a home suits them.
    assert!(facts.language.is_known());
    assert!(facts.step_free.is_known() && facts.pets.is_known());
    let n_told = household::HouseholdQuestion::ALL
        .iter()
        .filter(|question| facts.is_known(**question));
    assert_eq!(n_told.count(), 6);
    assert!(household.members[0].facts.given_name.is_known());
    assert_eq!(household.members[0].facts.tax_code, Answer::NotAsked);
    assert_eq!((household.open.len(), household.referrals.len()), (1, 1));
    assert!(household.distinct.is_empty());
    let reserved = [
        "net_monthly_income",
        "members/7/tax_code",
        "members/7/works",
        "response",
        "isee",
    ];
    for field in reserved.map(|field| FieldKey(field.to_owned())) {
        assert!(!seen.revisions.contains_key(&field), "{field:?}");
        assert!(
            seen.reviews.iter().all(|review| review.field != field),
            "{field:?}"
        );
    }
    assert!(seen.revisions.contains_key(&FieldKey("phone".to_owned())));
    for role in [Role::SocialWorker, Role::HousingOfficer, Role::Coordinator] {
        assert_eq!(told(&samples::author(role), &whole), whole, "{role:?}");
    }
}
