// SPDX-License-Identifier: AGPL-3.0-or-later
// Long because: the demonstration is one thing, and each test looks at another side of it.
use crate::place::{PASSWORD, Place, problem};
use soglia_domain::{
    assessment::Assessment,
    calendar::{Day, Timestamp},
    case::{Case, CaseStageKind},
    commitment::{Commitment, CommitmentState},
    diary_entry::{Circle, DiaryEntry},
    dwelling::{Dwelling, DwellingStateKind, Origin},
    eligibility::{ResponseModel, Situation, VerdictKind, ask_next, eligibility, suggestion},
    finding::{Outcome, Requirement},
    funding_source::{FundingSource, SourceKind},
    household::{Household, HouseholdQuestion},
    money::Money,
    plan::{Plan, PlanStateKind, text_hash},
    record::Stored,
    rooms::{Record, Room},
    rulebook::{Rulebook, Rules},
    visit::Visit,
};
use std::collections::BTreeSet;
use uuid::Uuid;

/// A demonstration that begins on this day.
fn on(day: &str) -> Place {
    Place::with(&["--demo", "--demo-day", day])
}

#[test]
fn the_demonstration_is_the_stock_of_the_notice_and_the_same_every_time() {
    let (one, two) = (on("2026-05-04"), on("2026-05-04"));
    let first = one.sign_in("marta.riva", "demo-marta").pull(0);
    let second = two.sign_in("luca.ferri", "demo-luca").pull(0);
    assert!(first.records == second.records);

    let mut origins = [0; 4];
    let (mut n_ready, mut n_households, mut n_offers) = (0, 0, 0);
    for stored in &first.records {
        match &stored.record {
            Record::Dwelling(dwelling) => {
                assert!(dwelling.demonstration);
                origins[Origin::ALL
                    .iter()
                    .position(|origin| *origin == dwelling.origin)
                    .unwrap()] += 1;
                n_ready += usize::from(dwelling.state.kind() == DwellingStateKind::Ready);
            }
            Record::Household(household) => {
                assert!(household.demonstration);
                n_households += 1;
                n_offers += household.open.len();
            }
            Record::Placement(placement) => assert!(placement.state.is_open()),
            Record::FundingSource(source) => assert!(source.demonstration),
            // Marked by the household and by the source that they belong to.
            Record::DiaryEntry(_)
            | Record::Commitment(_)
            | Record::Assessment(_)
            | Record::Plan(_)
            | Record::Case(_)
            | Record::Referral(_)
            | Record::Task(_)
            | Record::Visit(_) => {}
            Record::SharedLink(_) => panic!("the demonstration shares nothing: nobody would know the link"),
            Record::CityRules(_) => panic!("the demonstration amends no rule"),
        }
    }
    assert_eq!(origins, [339, 6, 143, 0]);
    assert_eq!(n_households, 160);
    assert!(
        n_ready > 200 && n_offers >= 8,
        "{n_ready} ready, {n_offers} proposals"
    );

    let n_of = |records: &[Stored]| of_kind::<Dwelling>(records).len();
    let seen = one.sign_in("sara.galli", "demo-sara").pull(0);
    let n_dwellings = n_of(&seen.records);
    let of_other = one.sign_in("dario.neri", "demo-dario").pull(0).records;
    assert_eq!((n_dwellings, n_of(&of_other)), (24, 16));
    assert_eq!(
        of_other.len(),
        16,
        "the other refurbishes, and has no household yet"
    );
    assert!(
        seen.records.len() > n_dwellings,
        "the partner sees some household proposed for its dwellings"
    );
    let of_officer = one.sign_in("paolo.conti", "demo-paolo").pull(0).records;
    let is_either = |stored: &&Stored| matches!(stored.record, Record::Dwelling(_) | Record::Household(_));
    assert_eq!(of_officer.iter().filter(is_either).count(), 648);
    one.verify();
}

fn of_kind<C: Room>(records: &[Stored]) -> Vec<&C> {
    let records = records.iter();
    records.filter_map(|stored| C::of(&stored.record)).collect()
}

#[test]
fn the_plans_of_the_demonstration_stand_in_every_state_and_what_is_signed_is_what_they_say() {
    // The first of January and a day in the middle of the year: everything is told from the day of the beginning.
    for begins in ["2026-01-01", "2026-07-15"] {
        let all = on(begins).sign_in("marta.riva", "demo-marta").pull(0).records;
        let plans = of_kind::<Plan>(&all);
        for kind in PlanStateKind::ALL {
            assert!(
                plans.iter().any(|plan| plan.state.kind() == kind),
                "{begins}: {kind:?}"
            );
        }
        let signed = plans
            .iter()
            .filter(|plan| plan.state.kind() == PlanStateKind::Signed);
        for plan in signed {
            let signature = plan.signatures.last().expect("it was signed");
            assert_eq!(signature.text_hash, text_hash(plan));
        }
        assert!(plans.iter().any(|plan| plan.reviews.len() == 2));
        let assessed = of_kind::<Assessment>(&all);
        assert!(
            assessed
                .iter()
                .all(|one| one.levels().iter().all(Option::is_some))
        );
        assert!(assessed.len() > plans.len());
    }
}

#[test]
fn the_diaries_of_the_demonstration_are_written_by_everybody_who_follows_a_case() {
    let place = on("2026-05-04");
    let all = place.sign_in("marta.riva", "demo-marta").pull(0).records;
    let entries = of_kind::<DiaryEntry>(&all);
    assert!(entries.len() > 50, "{}", entries.len());
    for circle in Circle::ALL {
        assert!(entries.iter().any(|entry| entry.circle == circle), "{circle:?}");
    }
    let names: BTreeSet<&str> = entries.iter().map(|entry| entry.by_name.as_str()).collect();
    assert_eq!(
        names,
        ["Luca Ferri", "Marta Riva", "Paolo Conti", "Sara Galli"].into()
    );
    assert!(entries.iter().any(|entry| entry.corrects.is_some()));
    let weeks = Day::constant(2026, 3, 1)..Day::constant(2026, 5, 4);
    for entry in &entries {
        assert!(weeks.contains(&entry.day) && weeks.contains(&entry.at.day()));
        // A correction is about the day of what it corrects.
        assert!(entry.day == entry.at.day() || entry.corrects.is_some() && entry.day < entry.at.day());
    }
    // The partner reads what is meant for it, of the cases that it sees.
    let of_partner = place.sign_in("sara.galli", "demo-sara").pull(0).records;
    let seen = of_kind::<DiaryEntry>(&of_partner);
    assert!(seen.iter().any(|entry| entry.by_name == "Sara Galli"));
    assert!(seen.iter().all(|entry| entry.circle == Circle::Partners));
    let of_officer = place.sign_in("paolo.conti", "demo-paolo").pull(0).records;
    let own = of_kind::<DiaryEntry>(&of_officer);
    let reserved: Vec<_> = own
        .iter()
        .filter(|entry| entry.circle == Circle::Department)
        .collect();
    assert!(!reserved.is_empty() && reserved.iter().all(|entry| entry.by_name == "Paolo Conti"));
}

#[test]
fn on_the_first_day_both_social_workers_have_a_round_to_make() {
    let begins = Day::constant(2026, 5, 4);
    let records = on("2026-05-04")
        .sign_in("marta.riva", "demo-marta")
        .pull(0)
        .records;
    let streets: Vec<String> = of_kind::<Dwelling>(&records)
        .into_iter()
        .filter(|dwelling| dwelling.facts.position.is_known())
        .filter_map(|dwelling| dwelling.facts.address.known())
        .map(|address| format!("{} {}", address.street, address.number))
        .collect();
    for worker in ["Marta Riva", "Luca Ferri"] {
        let visits = of_kind::<Visit>(&records);
        let round: Vec<&Visit> = visits
            .into_iter()
            .filter(|visit| visit.who.name == worker && visit.appointment.day == begins)
            .collect();
        assert_eq!(round.len(), 5, "{worker}");
        let hours: BTreeSet<Option<u16>> = round.iter().map(|visit| visit.appointment.from).collect();
        assert_eq!(hours.len(), 5, "nobody is in two places at once");
        let is_known = |visit: &&&Visit| {
            let place = &visit.appointment.place;
            visit.dwelling.is_some() || streets.iter().any(|street| place.starts_with(street.as_str()))
        };
        let n_known = round.iter().filter(is_known).count();
        assert!(
            (3..5).contains(&n_known),
            "{worker}: {n_known} of 5 have a position"
        );
    }
}

#[test]
fn the_money_of_the_demonstration_is_that_of_the_notice_and_none_of_it_is_passed() {
    // On any day, however long before the clock of the server.
    for day in ["2026-05-04", "2021-01-02"] {
        let place = on(day);
        let records = place.sign_in("elena.sala", "demo-elena").pull(0).records;
        let sources = of_kind::<FundingSource>(&records);
        let commitments = of_kind::<Commitment>(&records);
        assert_eq!((sources.len(), commitments.len()), (3, 14));
        assert_eq!(
            sources
                .iter()
                .filter(|source| source.kind == SourceKind::CoFunding)
                .count(),
            2
        );
        let initial = sources
            .iter()
            .find(|source| source.name() == "Contributo iniziale")
            .unwrap();
        assert_eq!(
            (initial.kind, initial.amount()),
            (SourceKind::Grant, Money::from_euro(2_940_000))
        );
        assert!(initial.facts.committed_by.is_known());
        for source in &sources {
            let of_source = commitments
                .iter()
                .filter(|commitment| commitment.source == source.id);
            let cents: i64 = of_source.map(|commitment| commitment.amount.cents()).sum();
            assert!(0 < cents && cents < source.amount().cents(), "{}", source.name());
        }
        assert!(commitments.iter().any(|commitment| commitment.dwelling.is_some()));
        let is_free = |commitment: &&&Commitment| commitment.state != CommitmentState::Committed;
        assert_eq!(commitments.iter().filter(is_free).count(), 1);
        assert!(
            of_kind::<FundingSource>(&place.sign_in("sara.galli", "demo-sara").pull(0).records).is_empty()
        );
    }
}

#[test]
fn the_demonstration_shows_a_refusal_with_its_reasons_and_a_case_with_three_open_answers() {
    // In the first days of a year an attestation of the weeks before would have lapsed.
    for day in ["2026-05-04", "2026-01-02", "2026-03-01"] {
        let records = on(day).sign_in("marta.riva", "demo-marta").pull(0).records;
        tells_both(&records, &Rulebook::published().as_of(day.parse().unwrap()));
    }
}

fn tells_both(records: &[Stored], rules: &Rules) {
    let named = |label: &str| -> Household {
        let found = records.iter().find_map(|stored| match &stored.record {
            Record::Household(household) if household.label() == label => Some(household.clone()),
            _ => None,
        });
        found.expect("a household of that name")
    };

    let situation = Situation::of(&named("Famiglia Bellandi"), rules);
    let told = eligibility(&situation, rules);
    let not_met: Vec<Requirement> = told
        .public_housing
        .findings
        .iter()
        .filter(|finding| finding.outcome == Outcome::NotMet)
        .map(|finding| finding.requirement)
        .collect();
    assert_eq!(
        not_met,
        [
            Requirement::IseeLimit,
            Requirement::PatrimonyLimit,
            Requirement::NoRevokedAssignment
        ]
    );
    let outcomes = VerdictKind::ALL.map(|kind| told.verdict(kind).outcome);
    assert_eq!(outcomes, [Outcome::NotMet, Outcome::Met, Outcome::NotMet]);
    assert_eq!(
        suggestion(&situation, outcomes, rules).response,
        Some(ResponseModel::Capped)
    );

    let situation = Situation::of(&named("Famiglia Haile"), rules);
    let asked = ask_next(&situation, &eligibility(&situation, rules), rules);
    assert_eq!(asked.len(), 3, "{asked:?}");
    assert!(asked.contains(&HouseholdQuestion::Isee));
}

#[test]
fn what_was_done_in_the_demonstration_lies_in_the_last_weeks_before_its_first_start() {
    let begins = Timestamp {
        ms: i64::try_from(
            std::time::SystemTime::now()
                .duration_since(std::time::UNIX_EPOCH)
                .unwrap()
                .as_millis(),
        )
        .unwrap(),
        counter: 0,
    }
    .day();
    let place = Place::with(&["--demo"]);
    let records = place.sign_in("marta.riva", "demo-marta").pull(0).records;
    let weeks = |n: i64| begins.plus_days(-7 * n)..=begins;
    let (mut n_attested, mut opened) = (0, Vec::new());
    for stored in &records {
        if let Record::Household(household) = &stored.record {
            opened.push(household.opened_at.day());
            let attested = household.facts.isee.known().and_then(|isee| isee.dsu_date);
            if let Some(day) = attested {
                n_attested += 1;
                assert!(weeks(15).contains(&day), "{day}");
            }
        }
    }
    assert!(n_attested > 50, "{n_attested}");
    // A start just before midnight may find its days counted from the one after.
    assert!(opened.iter().all(|day| weeks(9).contains(day)));
    assert!(opened.iter().any(|day| weeks(1).contains(day)));
}

#[test]
fn without_a_demonstration_its_people_do_not_exist() {
    let place = Place::new();
    assert_eq!(
        problem(place.try_sign_in("marta.riva", "demo-marta", Uuid::now_v7()), 401),
        "wrong_password"
    );
    assert!(
        place
            .person("anna", "social-worker", "Welfare")
            .pull(0)
            .records
            .is_empty()
    );
    assert_eq!(place.try_sign_in("anna", PASSWORD, Uuid::now_v7()).status(), 200);
}

#[test]
fn the_demonstration_has_a_case_in_every_state() {
    for begins in ["2026-01-01", "2026-05-04"] {
        let place = on(begins);
        let all = place.sign_in("marta.riva", "demo-marta").pull(0).records;
        let cases = of_kind::<Case>(&all);
        for stage in CaseStageKind::ALL {
            assert!(
                cases.iter().any(|case| case.stage() == stage),
                "{stage:?} on {begins}"
            );
        }
        let refused = cases.iter().filter(|case| case.stage() == CaseStageKind::Refused);
        let rejected = |case: &&Case| {
            case.steps
                .iter()
                .any(|step| step.stage.kind() == CaseStageKind::Appealed)
        };
        assert!(refused.clone().any(rejected), "an appeal was rejected");
        for case in refused {
            let (_, grounds) = case.refused().expect("it is refused");
            assert!(!grounds.is_empty(), "a refusal rests on what is not met");
        }
    }
}
