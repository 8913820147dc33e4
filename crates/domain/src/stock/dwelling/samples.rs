// SPDX-License-Identifier: AGPL-3.0-or-later
//! One value for everything about a dwelling.
use super::{
    Address, CadastralKey, Dwelling, DwellingAnswer, DwellingFacts, DwellingPart, DwellingState,
    DwellingStateKind, EnergyClass, Origin, Position, Refusal, SourceRow, Verb,
    measure::{MeasuredSpace, SpaceKind},
    photo::{LONGEST_CAPTION, MOST_PHOTO_BYTES, MOST_PHOTOS, Photo, PhotoId, PhotoStage},
    title::{RuntsSection, Title, TitleKind},
};
use crate::{
    context::Known,
    placement::Placement,
    rent::{AgreedRent, RentTier},
    samples::{DWELLING, HOUSEHOLD, PARTNER, PLACEMENT, TODAY, broken},
};
use soglia_kernel::{
    answer::Answer,
    area::{FloorArea, ListedSize, Rooms},
    calendar::Day,
    edit::Edit,
    every,
    key::Identity,
    money::Money,
    samples::{Pieces, choosings},
};

/// The last day of title and contract.
pub const LAST: Day = Day::constant(2030, 12, 31);

/// The rent at which the dwelling is offered.
pub const RENT: AgreedRent = AgreedRent {
    tier: RentTier::ReducedCapped,
    monthly: Money::from_euro(200),
    service_charges: Some(Money::from_euro(40)),
};

/// An offered dwelling with everything filled in.
pub fn record() -> Dwelling {
    let mut known = DwellingFacts::default();
    for fact in facts() {
        known.set(fact);
    }
    Dwelling {
        id: DWELLING,
        code: "C-0042".to_owned(),
        origin: Origin::Municipal,
        demonstration: true,
        state: reserved(),
        facts: known,
        photos: vec![photo()],
    }
}

fn reserved() -> DwellingState {
    DwellingState::Reserved {
        household: HOUSEHOLD,
        placement: PLACEMENT,
        rent: Some(RENT),
        until: Some(LAST),
    }
}

fn photo() -> Photo {
    Photo {
        id: PhotoId([7; 32]),
        size: 200_000,
        media_type: "image/jpeg".to_owned(),
        taken: TODAY,
        stage: PhotoStage::Before,
        caption: "Cucina, con la signora Ionescu".to_owned(),
    }
}

fn area(hundredths: u32) -> Answer<FloorArea> {
    FloorArea::from_hundredths(hundredths).into()
}

/// One answer to every question.
pub fn facts() -> Vec<DwellingAnswer> {
    use Answer::Known as K;
    use DwellingAnswer as A;
    let text = |text: &str| K(text.to_owned());
    every!(DwellingAnswer {
        Address => A::Address(K(Address {
            street: "via Padova".to_owned(),
            number: "80".to_owned(),
            municipality: "Milano".to_owned(),
        })),
        CadastralKey => A::CadastralKey(K(CadastralKey {
            sheet: "231".to_owned(),
            parcel: "45".to_owned(),
            unit: "702".to_owned(),
        })),
        Municipio => A::Municipio(K(2)),
        Nil => A::Nil(K(17)),
        Position => A::Position(K(Position { latitude: 45_496_000, longitude: 9_227_000 })),
        UsableArea => A::UsableArea(area(5_000)),
        CadastralArea => A::CadastralArea(area(5_800)),
        ConventionalArea => A::ConventionalArea(area(5_550)),
        MeasuredSpaces => A::MeasuredSpaces(match FloorArea::from_hundredths(5_000) {
            Some(area) => K(vec![MeasuredSpace { kind: SpaceKind::Room, area, height_cm: Some(270) }]),
            None => Answer::NotKnownYet,
        }),
        PoorState => A::PoorState(K(false)),
        HabitableRooms => A::HabitableRooms(K(2)),
        Floor => A::Floor(K(-1)),
        Lift => A::Lift(K(true)),
        StepFree => A::StepFree(K(false)),
        EnergyClass => A::EnergyClass(K(EnergyClass::A4)),
        Note => A::Note(text("Le chiavi le ha la signora Ionescu")),
        EntrustedTo => A::EntrustedTo(K(PARTNER)),
        Title => A::Title(K(Title {
            kind: TitleKind::FreeLoanForUse,
            from: Day::constant(2026, 1, 1),
            to: Some(LAST),
            holder_section: Some(RuntsSection::SocialEnterprises),
        })),
        ListedKind => A::ListedKind(text("appart.")),
        ListedSize => A::ListedSize(K(ListedSize::Rooms(Rooms(35)))),
        ListedUse => A::ListedUse(text("abitativo")),
        ListedContract => A::ListedContract(text("libero, già Ionescu")),
        Source => A::Source(K(SourceRow {
            list: "patrimonio.csv".to_owned(),
            key: "231/45/702".to_owned(),
            edition: "marzo 2026".to_owned(),
        })),
    })
}

/// One value of every state.
pub fn states() -> Vec<DwellingState> {
    every!(DwellingState {
        ToAssess => DwellingState::ToAssess,
        ToRefurbish => DwellingState::ToRefurbish,
        UnderWorks => DwellingState::UnderWorks,
        Ready => DwellingState::Ready,
        Reserved => reserved(),
        Occupied => DwellingState::Occupied { household: Some(HOUSEHOLD) },
        OutOfStock => DwellingState::OutOfStock { reason: "venduto a Ionescu".to_owned() },
    })
}

/// Every verb, and every fact said once.
pub fn verbs() -> Vec<Verb> {
    let mut said = facts().into_iter().map(Verb::Say);
    let mut choices = choosings("note").into_iter().map(Verb::Resolve);
    let (first, choice) = (said.next(), choices.next());
    let mut verbs = every!(Verb {
        Say => first.expect("there are facts"),
        Resolve => choice.expect("there are choices"),
        MoveTo => Verb::MoveTo { to: DwellingState::OutOfStock { reason: "venduto a Ionescu".to_owned() } },
        Import => Verb::Import {
            code: "C-0042".to_owned(),
            origin: Origin::Confiscated,
            state: DwellingState::ToAssess,
            listed: facts().into_iter().take(3).collect(),
            demonstration: true,
        },
        AddPhoto => Verb::AddPhoto { photo: photo() },
        RemovePhoto => Verb::RemovePhoto { photo: photo().id },
    });
    verbs.extend(said);
    verbs.extend(choices);
    verbs
}

/// Every edit.
pub fn edits() -> Vec<Edit<Dwelling>> {
    soglia_kernel::samples::edits(Pieces {
        record: record(),
        facts: facts(),
        part_facts: Vec::new(),
        parts: every!(DwellingPart { Photo => DwellingPart::Photo(Box::new(photo())) }),
        states: states(),
    })
}

/// Every refusal.
pub fn refusals() -> Vec<Refusal> {
    every!(Refusal {
        Unknown => Refusal::Unknown,
        StateNotReachable => Refusal::StateNotReachable {
            from: DwellingStateKind::Ready,
            to: DwellingStateKind::UnderWorks,
        },
        TooManySpaces => Refusal::TooManySpaces { most: super::measure::MOST_SPACES as u32 },
        HeightOutOfRange => Refusal::HeightOutOfRange,
        TooManyPhotos => Refusal::TooManyPhotos { most: MOST_PHOTOS as u32 },
        PhotoTooLarge => Refusal::PhotoTooLarge { most: MOST_PHOTO_BYTES },
        CaptionTooLong => Refusal::CaptionTooLong { most: LONGEST_CAPTION as u32 },
        MediaTypeNotUsable => Refusal::MediaTypeNotUsable,
        TitleEndsBeforeItBegins => Refusal::TitleEndsBeforeItBegins,
        TitleTooLong => Refusal::TitleTooLong { last: LAST },
        BeyondTitle => Refusal::BeyondTitle { last: LAST },
    })
}

/// Dwellings that differ in who sees them.
pub fn shown() -> Vec<(&'static str, Dwelling)> {
    let mut city = record();
    city.facts.entrusted_to = Answer::NotKnownYet;
    vec![
        ("entrusted to a partner", record()),
        ("entrusted to nobody", city),
    ]
}

/// What does not hold about a dwelling.
pub fn invariants(dwelling: &Dwelling, known: &Known) -> Vec<&'static str> {
    let held = match &dwelling.state {
        DwellingState::Reserved {
            household, placement, ..
        } => {
            let made: Option<&Placement> = known.content(placement.key());
            made.is_none_or(|made| {
                made.state.is_open() && made.dwelling == dwelling.id && made.household == *household
            })
        }
        DwellingState::ToAssess
        | DwellingState::ToRefurbish
        | DwellingState::UnderWorks
        | DwellingState::Ready
        | DwellingState::Occupied { .. }
        | DwellingState::OutOfStock { .. } => true,
    };
    broken(&[
        (
            held,
            "a reserved dwelling names an open offer of it to its household",
        ),
        (
            dwelling.photos.len() <= MOST_PHOTOS,
            "a dwelling has a number of photos that somebody can look at",
        ),
    ])
}
