// SPDX-License-Identifier: AGPL-3.0-or-later
//! One value for everything about a household.
use super::{
    CaseState, ChosenResponse, Citizenship, Household, HouseholdAnswer, HouseholdPart, HouseholdPartId,
    HousingSituation, Isee, IseeKind, MOST_MEMBERS, MOST_PAGES, Member, MemberAnswer, MemberFacts, OpenOffer,
    OpenReferral, Refusal, Relation, ResponseModel, Sender, Verb,
};
use crate::{
    assessment::Urgency,
    context::Known,
    id::MemberId,
    photo::{Photo, PhotoId, PhotoStage},
    placement::Placement,
    referral::{Referral, ReferralStateKind},
    samples::{AT, HOUSEHOLD, OTHER_HOUSEHOLD, PARTNER, PERSON, PLACEMENT, REFERRAL, TAX_CODE, broken},
    tax_code::{TaxCode, TaxCodeError},
};
use soglia_kernel::{
    answer::Answer,
    calendar::Day,
    edit::Edit,
    every,
    key::Identity,
    money::Money,
    samples::{Pieces, choosings},
};

/// The head of household.
pub const HEAD: MemberId = MemberId(7);

/// The offer that is open.
const OFFER: OpenOffer = OpenOffer {
    placement: PLACEMENT,
    partner: Some(PARTNER),
};

/// The referral that was accepted.
const SENT: OpenReferral = OpenReferral {
    referral: REFERRAL,
    to: PARTNER,
    accepted: true,
};

/// A household with everything filled in.
pub fn record() -> Household {
    let mut household = Household::opened(HOUSEHOLD, "Famiglia Ionescu", AT, PERSON);
    household.demonstration = true;
    for fact in facts() {
        household.facts.set(fact);
    }
    let child = Member {
        id: MemberId(8),
        facts: MemberFacts {
            relation: Answer::Known(Relation::Child),
            ..MemberFacts::default()
        },
    };
    household.members = vec![head(), child];
    household.attestation = vec![page()];
    household.open = vec![OFFER];
    household.referrals = vec![SENT];
    household.distinct = vec![OTHER_HOUSEHOLD];
    household
}

/// The first page of the attestation.
fn page() -> Photo {
    Photo {
        id: PhotoId([12; 32]),
        size: 181_002,
        media_type: "image/jpeg".to_owned(),
        taken: Day::constant(2026, 2, 3),
        stage: PhotoStage::Other,
        caption: "ISEE della signora Ionescu".to_owned(),
    }
}

fn head() -> Member {
    let mut facts = MemberFacts::default();
    for fact in member_facts() {
        facts.set(fact);
    }
    Member { id: HEAD, facts }
}

/// One answer to every question about the household.
pub fn facts() -> Vec<HouseholdAnswer> {
    use Answer::Known as K;
    use HouseholdAnswer as A;
    let text = |text: &str| K(text.to_owned());
    every!(HouseholdAnswer {
        Label => A::Label(text("Famiglia Ionescu")),
        SentBy => A::SentBy(K(Sender::Itself)),
        Phone => A::Phone(text("02 5550 0142, chiedere di Ionescu")),
        Language => A::Language(text("romeno, come la signora Ionescu")),
        Housing => A::Housing(K(HousingSituation::Eviction)),
        EvictionDate => A::EvictionDate(K(Day::constant(2026, 5, 4))),
        PresentHome => A::PresentHome(text("ospite dei Ionescu")),
        Urgency => A::Urgency(K(Urgency::Within30Days)),
        UrgencyReason => A::UrgencyReason(text("i Ionescu hanno lo sfratto a maggio")),
        WantedAreas => A::WantedAreas(text("vicino ai nonni Ionescu, Municipio 2")),
        Zone => A::Zone(text("D12")),
        Near => A::Near(text("la scuola di Maria Ionescu, via Crespi")),
        StepFree => A::StepFree(K(true)),
        Pets => A::Pets(K(false)),
        Isee => A::Isee(K(Isee {
            kind: Some(IseeKind::Ordinary),
            value: Money::from_cents(912_345),
            dsu_date: Some(Day::constant(2026, 1, 15)),
            protocol: Some("INPS-ISEE-2026-0A1B2C3D4-00".to_owned()),
        })),
        SapPatrimony => A::SapPatrimony(K(Money::from_cents(1_234_567))),
        EquivalenceScale => A::EquivalenceScale(K(157)),
        NetMonthlyIncome => A::NetMonthlyIncome(K(Money::from_cents(115_050))),
        Citizenship => A::Citizenship(K(Citizenship::TwoYearPermit)),
        RegularWork => A::RegularWork(K(true)),
        ResidesInRegion => A::ResidesInRegion(K(false)),
        WorksInRegion => A::WorksInRegion(K(true)),
        OwnsAdequateHome => A::OwnsAdequateHome(K(false)),
        RevokedAssignmentLast5Years => A::RevokedAssignmentLast5Years(K(false)),
        IllegalOccupationLast5Years => A::IllegalOccupationLast5Years(Answer::NotKnownYet),
        FollowedBySocialServices => A::FollowedBySocialServices(K(true)),
        ManagesPrimaryNeeds => A::ManagesPrimaryNeeds(K(true)),
        TemporaryDifficulty => A::TemporaryDifficulty(K(true)),
        NeedsAccompaniment => A::NeedsAccompaniment(K(true)),
        Response => A::Response(K(ChosenResponse {
            model: ResponseModel::Supported,
            suggested: Some(ResponseModel::Capped),
            reason: "la signora Ionescu non è pronta".to_owned(),
        })),
    })
}

/// One answer to every question about a member.
pub fn member_facts() -> Vec<MemberAnswer> {
    use Answer::Known as K;
    use MemberAnswer as A;
    every!(MemberAnswer {
        GivenName => A::GivenName(K("Maria Ionescu".to_owned())),
        FamilyName => A::FamilyName(K("Ionescu".to_owned())),
        BirthDate => A::BirthDate(K(Day::constant(1985, 12, 10))),
        TaxCode => A::TaxCode(TaxCode::parse(TAX_CODE).ok().into()),
        Relation => A::Relation(K(Relation::Head)),
        Disability => A::Disability(K(true)),
        Works => A::Works(K(false)),
    })
}

/// One part of every sort.
fn parts() -> Vec<HouseholdPart> {
    every!(HouseholdPart {
        Member => HouseholdPart::Member(Box::new(head())),
        Offer => HouseholdPart::Offer(Box::new(OFFER)),
        Distinct => HouseholdPart::Distinct(Box::new(OTHER_HOUSEHOLD)),
        Page => HouseholdPart::Page(Box::new(page())),
        Referral => HouseholdPart::Referral(Box::new(SENT)),
    })
}

/// Every verb, and every fact said once.
pub fn verbs() -> Vec<Verb> {
    let part = HouseholdPartId::Member(HEAD);
    let mut said = facts().into_iter().map(Verb::Say);
    let mut said_of = member_facts().into_iter().map(|fact| Verb::SayOf { part, fact });
    let mut choices = choosings("phone").into_iter().map(Verb::Resolve);
    let (first, first_of, choice) = (said.next(), said_of.next(), choices.next());
    let mut verbs = every!(Verb {
        Say => first.expect("there are facts"),
        SayOf => first_of.expect("there are facts of members"),
        Resolve => choice.expect("there are choices"),
        Open => Verb::Open { label: "Famiglia Ionescu".to_owned() },
        AddMember => Verb::AddMember { member: HEAD },
        RemoveMember => Verb::RemoveMember { member: HEAD },
        AddPage => Verb::AddPage { page: page() },
        RemovePage => Verb::RemovePage { page: page().id },
        Join => Verb::Join { into: OTHER_HOUSEHOLD },
        Separate => Verb::Separate {},
        TellApart => Verb::TellApart { other: OTHER_HOUSEHOLD },
    });
    verbs.extend(said);
    verbs.extend(said_of);
    verbs.extend(choices);
    verbs
}

/// Every edit.
pub fn edits() -> Vec<Edit<Household>> {
    let of_head = |fact| (HouseholdPartId::Member(HEAD), fact);
    soglia_kernel::samples::edits(Pieces {
        record: record(),
        facts: facts(),
        part_facts: member_facts().into_iter().map(of_head).collect(),
        parts: parts(),
        states: every!(CaseState {
            Open => CaseState::Open,
            Joined => CaseState::Joined { into: OTHER_HOUSEHOLD },
        }),
    })
}

/// Every refusal.
pub fn refusals() -> Vec<Refusal> {
    every!(Refusal {
        Unknown => Refusal::Unknown,
        UnknownMember => Refusal::UnknownMember,
        TooManyMembers => Refusal::TooManyMembers { most: MOST_MEMBERS as u32 },
        TooManyPages => Refusal::TooManyPages { most: MOST_PAGES as u32 },
        TaxCode => Refusal::TaxCode { error: TaxCodeError::CheckCharacter },
        TaxCodeBirthDate => Refusal::TaxCodeBirthDate,
        CaseJoined => Refusal::CaseJoined,
        OffersOpen => Refusal::OffersOpen,
        ReferralsOpen => Refusal::ReferralsOpen,
    })
}

/// Households that differ in who sees them.
pub fn shown() -> Vec<(&'static str, Household)> {
    let waiting = OpenReferral {
        accepted: false,
        ..SENT
    };
    let with = |open: &[OpenOffer], referrals: &[OpenReferral]| Household {
        open: open.to_vec(),
        referrals: referrals.to_vec(),
        ..record()
    };
    vec![
        ("with an open offer of a partner's dwelling", with(&[OFFER], &[])),
        ("with a referral that a partner accepted", with(&[], &[SENT])),
        ("with a referral that waits for an answer", with(&[], &[waiting])),
        ("without open offers and referrals", with(&[], &[])),
    ]
}

/// What does not hold about a household.
pub fn invariants(household: &Household, known: &Known) -> Vec<&'static str> {
    let open = household.open.iter().all(|offer| {
        let made: Option<&Placement> = known.content(offer.placement.key());
        made.is_none_or(|made| {
            made.state.is_open() && made.household == household.id && made.partner == offer.partner
        })
    });
    let referrals = household.referrals.iter().all(|open| {
        let made: Option<&Referral> = known.content(open.referral.key());
        made.is_none_or(|made| {
            let kind = made.state.kind();
            let is_accepted = kind == ReferralStateKind::Accepted;
            kind.is_open()
                && is_accepted == open.accepted
                && made.household == household.id
                && made.to == open.to
        })
    });
    let closed = household.open.is_empty() && household.referrals.is_empty();
    broken(&[
        (
            open,
            "what a household calls an open offer is one, and made to it",
        ),
        (
            referrals,
            "what a household calls an open referral is one, and of it",
        ),
        (
            household.members.len() <= MOST_MEMBERS,
            "a household is not larger than one under one roof",
        ),
        (
            household.attestation.len() <= MOST_PAGES,
            "an attestation has not more pages than it may",
        ),
        (!household.label().trim().is_empty(), "a household has a name"),
        (
            household.joined().is_none() || closed,
            "a case that counts no more has no open offer and no open referral",
        ),
    ])
}
