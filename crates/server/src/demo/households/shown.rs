// SPDX-License-Identifier: AGPL-3.0-or-later
//! Two invented households told by hand, so that a demonstration always shows a refusal with its reasons, and a case in
//! which three answers are missing.
use super::{code::code, diary::Diary};
use crate::demo::chance::Chance;
use soglia_domain::household::HouseholdPartId;
use soglia_domain::household::Verb as HouseholdVerb;
use soglia_domain::{
    action::Action,
    answer::Answer::Known,
    assessment::Urgency,
    calendar::Day,
    household::{
        Citizenship, HouseholdAnswer as Fact, HousingSituation, Isee, IseeKind, MemberAnswer, Relation,
        Sender,
    },
    id::MemberId,
    money::Money,
};

/// Who lives in one of them: given name, family name, whether a woman, day of birth, relation, whether at work.
type Person = (&'static str, &'static str, bool, Day, Relation, bool);

/// One of the two.
pub(super) struct Shown {
    pub(super) label: &'static str,
    /// How long before the beginning of the demonstration the case was opened: lately, so that both stand high in the list.
    pub(super) n_days_before: i64,
    people: &'static [Person],
    facts: fn(&Diary) -> Vec<Fact>,
}

/// Refused for public housing: ISEE and patrimony above their limits, a revoked assignment.
const REFUSED: Shown = Shown {
    label: "Famiglia Bellandi",
    n_days_before: 12,
    people: &[
        (
            "Sergio",
            "Bellandi",
            false,
            Day::constant(1979, 5, 14),
            Relation::Head,
            true,
        ),
        (
            "Paola",
            "Trevisan",
            true,
            Day::constant(1981, 11, 2),
            Relation::Partner,
            true,
        ),
        (
            "Giulia",
            "Bellandi",
            true,
            Day::constant(2014, 2, 20),
            Relation::Child,
            false,
        ),
    ],
    facts: refused,
};

/// ISEE, patrimony and accompaniment are still to ask; everything else is known.
const THREE_OPEN: Shown = Shown {
    label: "Famiglia Haile",
    n_days_before: 6,
    people: &[
        (
            "Selam",
            "Haile",
            true,
            Day::constant(1988, 9, 9),
            Relation::Head,
            true,
        ),
        (
            "Noah",
            "Haile",
            false,
            Day::constant(2017, 6, 3),
            Relation::Child,
            false,
        ),
    ],
    facts: three_open,
};

/// The household told by hand at a place of the demonstration, if there is one.
pub(super) const fn at(index: usize) -> Option<Shown> {
    match index {
        1 => Some(REFUSED),
        3 => Some(THREE_OPEN),
        _ => None,
    }
}

impl Shown {
    /// Writes it down as a worker would.
    pub(super) fn record(&self, chance: &mut Chance, diary: &mut Diary) {
        let household = diary.household;
        for (id, person) in (1_u32..).zip(self.people) {
            let member = MemberId(id);
            diary.note(chance, Action::on(household, HouseholdVerb::AddMember { member }));
            for answer in about(person) {
                diary.note(
                    chance,
                    Action::on(
                        household,
                        HouseholdVerb::SayOf {
                            part: HouseholdPartId::Member(member),
                            fact: answer,
                        },
                    ),
                );
            }
        }
        diary.later(chance);
        for answer in (self.facts)(diary) {
            diary.note(chance, Action::on(household, HouseholdVerb::Say(answer)));
        }
    }
}

fn about(&(given, family, is_female, birth, relation, works): &Person) -> Vec<MemberAnswer> {
    let mut answers = vec![
        MemberAnswer::GivenName(Known(given.to_owned())),
        MemberAnswer::FamilyName(Known(family.to_owned())),
        MemberAnswer::BirthDate(Known(birth)),
        MemberAnswer::Relation(Known(relation)),
        MemberAnswer::Disability(Known(false)),
    ];
    if relation != Relation::Child {
        answers.push(MemberAnswer::Works(Known(works)));
        answers.extend(code(family, given, birth, is_female).map(|code| MemberAnswer::TaxCode(Known(code))));
    }
    answers
}

fn refused(diary: &Diary) -> Vec<Fact> {
    let attested = Isee {
        kind: Some(IseeKind::Ordinary),
        value: Money::from_cents(1_924_050),
        dsu_date: Some(diary.days.attested(diary.at.day(), 20)),
        protocol: None,
    };
    let mut facts = vec![
        Fact::SentBy(Known(Sender::Housing)),
        Fact::Housing(Known(HousingSituation::Adequate)),
        Fact::PresentHome(Known("Affitto privato, contratto in scadenza".to_owned())),
        Fact::Urgency(Known(Urgency::None)),
        Fact::Isee(Known(attested)),
        Fact::SapPatrimony(Known(Money::from_euro(41_300))),
        Fact::NetMonthlyIncome(Known(Money::from_euro(1_680))),
        Fact::Citizenship(Known(Citizenship::Italian)),
        Fact::RevokedAssignmentLast5Years(Known(true)),
        Fact::NeedsAccompaniment(Known(false)),
    ];
    facts.extend(of_both());
    facts
}

fn three_open(_: &Diary) -> Vec<Fact> {
    let mut facts = vec![
        Fact::SentBy(Known(Sender::Welfare)),
        Fact::Housing(Known(HousingSituation::Hostel)),
        Fact::PresentHome(Known("Residenza sociale temporanea".to_owned())),
        Fact::Urgency(Known(Urgency::Within90Days)),
        Fact::UrgencyReason(Known(
            "La residenza li ospita fino alla fine della scuola.".to_owned(),
        )),
        Fact::NetMonthlyIncome(Known(Money::from_euro(1_120))),
        Fact::Citizenship(Known(Citizenship::LongTermPermit)),
        Fact::RevokedAssignmentLast5Years(Known(false)),
    ];
    facts.extend(of_both());
    facts
}

/// What both answer in the same way.
fn of_both() -> [Fact; 8] {
    [
        Fact::Zone(Known("D12".to_owned())),
        Fact::ResidesInRegion(Known(true)),
        Fact::WorksInRegion(Known(true)),
        Fact::OwnsAdequateHome(Known(false)),
        Fact::IllegalOccupationLast5Years(Known(false)),
        Fact::FollowedBySocialServices(Known(true)),
        Fact::ManagesPrimaryNeeds(Known(true)),
        Fact::TemporaryDifficulty(Known(true)),
    ]
}
