// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is known about a household, and what is not yet.
use super::{diary::Diary, members::People};
use crate::demo::{chance::Chance, draw::maybe, names::Standing};
use soglia_domain::household::Verb as HouseholdVerb;
use soglia_domain::{
    action::Action,
    answer::Answer,
    assessment::Urgency,
    calendar::Day,
    household::{
        Citizenship, HouseholdAnswer as Fact, HouseholdFacts, HousingSituation, Isee, IseeKind, Sender,
    },
    money::Money,
};

/// ISEE of households that ask for one, in twentieths of all of them, in euro: a log-normal distribution with the
/// published median of 7,700 and mean of 11,000 euro (Ministry of Labour, monitoring report 2016, whole of Italy).
const ISEE: [i64; 21] = [
    0, 1_910, 2_600, 3_200, 3_780, 4_350, 4_940, 5_560, 6_210, 6_920, 7_700, 8_560, 9_530, 10_660, 11_990,
    13_610, 15_670, 18_470, 22_720, 30_890, 42_000,
];

/// Where households live, in words and by category.
const HOMES: [(&str, HousingSituation); 9] = [
    ("Ospite di parenti", HousingSituation::Insecure),
    ("Struttura di accoglienza temporanea", HousingSituation::Hostel),
    ("Affitto privato, sfratto esecutivo", HousingSituation::Eviction),
    (
        "Affitto privato, contratto in scadenza",
        HousingSituation::Adequate,
    ),
    ("Residenza sociale temporanea", HousingSituation::Hostel),
    ("Stanza in subaffitto", HousingSituation::Insecure),
    ("Albergo a carico del Comune", HousingSituation::Hostel),
    ("Alloggio di emergenza", HousingSituation::NightShelter),
    ("Affitto privato sovraffollato", HousingSituation::Overcrowded),
];

/// Where they look for a home.
const AREAS: [&str; 5] = [
    "Municipio 2, vicino a via Padova",
    "Municipio 4 o 5",
    "Lorenteggio o Giambellino",
    "Dove si trova",
    "Municipio 9, Niguarda",
];

/// For which interpreters are called.
const LANGUAGES: [&str; 4] = ["arabo", "tigrino", "bengalese", "ucraino"];

/// What has to stay within reach.
const NEAR: [&str; 4] = [
    "Scuola primaria in via Russo",
    "Lavoro a Rogoredo, turni dalle 6",
    "Scuola media in via Moscati e lavoro in centro",
    "Ospedale Niguarda, terapia ogni settimana",
];

pub(super) fn record(chance: &mut Chance, diary: &mut Diary, people: &People) {
    let household = diary.household;
    let isee_euro = isee(chance);
    let n_workers = people.members.iter().filter(|person| person.works).count();
    let n_minors = people.members.iter().filter(|person| person.is_minor()).count();
    let size = people.members.len();
    let income = income(chance, n_workers, size);
    let is_followed = chance.percent(if n_minors > 0 { 72 } else { 58 });
    let citizenship = citizenship(chance, people.standing);
    let (home, housing) = *chance.pick(&HOMES);
    let presses = chance.percent(45);
    let phone = format!("02 0000 {:04}", chance.between(0, 9_999));
    let kind = if chance.percent(12) {
        IseeKind::Current
    } else {
        IseeKind::Ordinary
    };
    let dsu_date = dsu_date(chance, diary);
    let attested = Isee {
        kind: Some(kind),
        value: isee_euro,
        dsu_date,
        protocol: dsu_date.and_then(|day| protocol(chance, day)),
    };
    let patrimony = Money::from_euro(if chance.percent(70) {
        chance.between(0, 60) * 50
    } else {
        chance.between(30, 240) * 100
    });
    let answers = [
        Fact::Phone(maybe(chance, 92, phone)),
        Fact::PresentHome(maybe(chance, 90, home.to_owned())),
        Fact::SentBy(sender(chance)),
        Fact::Language(wish(chance, 12, &LANGUAGES)),
        Fact::Housing(maybe(chance, 88, housing)),
        Fact::EvictionDate(if housing == HousingSituation::Eviction {
            let day = diary.at.day().plus_days(chance.between(20, 150));
            maybe(chance, 70, day)
        } else {
            Answer::NotAsked
        }),
        Fact::Urgency(urgency(chance, presses)),
        Fact::UrgencyReason(if presses {
            Answer::Known(format!("{home}: non può restare."))
        } else {
            Answer::NotAsked
        }),
        Fact::WantedAreas(wish(chance, 60, &AREAS)),
        Fact::Near(wish(chance, 40, &NEAR)),
        Fact::StepFree(yes_no(chance, 55, 14)),
        Fact::Pets(yes_no(chance, 45, 15)),
        Fact::Isee(maybe(chance, 74, attested)),
        Fact::SapPatrimony(maybe(chance, 62, patrimony)),
        Fact::NetMonthlyIncome(maybe(chance, 84, income)),
        Fact::Citizenship(maybe(chance, 94, citizenship)),
        Fact::RegularWork(if citizenship == Citizenship::TwoYearPermit {
            maybe(chance, 80, n_workers > 0)
        } else {
            Answer::NotAsked
        }),
        Fact::ResidesInRegion(yes_no(chance, 93, 95)),
        Fact::WorksInRegion(maybe(chance, 70, n_workers > 0)),
        Fact::OwnsAdequateHome(yes_no(chance, 82, 3)),
        Fact::RevokedAssignmentLast5Years(yes_no(chance, 78, 4)),
        Fact::IllegalOccupationLast5Years(yes_no(chance, 76, 4)),
        Fact::FollowedBySocialServices(maybe(chance, 97, is_followed)),
        Fact::ManagesPrimaryNeeds(yes_no(chance, 80, 82)),
        Fact::TemporaryDifficulty(yes_no(chance, 80, 76)),
        Fact::NeedsAccompaniment(yes_no(chance, 78, if is_followed { 70 } else { 25 })),
    ];
    for answer in answers.into_iter().filter(is_asked) {
        diary.note(chance, Action::on(household, HouseholdVerb::Say(answer)));
    }
}

fn yes_no(chance: &mut Chance, known_percent: i64, yes_percent: i64) -> Answer<bool> {
    let yes = chance.percent(yes_percent);
    maybe(chance, known_percent, yes)
}

fn sender(chance: &mut Chance) -> Answer<Sender> {
    let sender = chance.weigh(&[
        (52, Sender::Welfare),
        (28, Sender::Housing),
        (14, Sender::Partner),
        (6, Sender::Itself),
    ]);
    maybe(chance, 96, sender)
}

fn urgency(chance: &mut Chance, presses: bool) -> Answer<Urgency> {
    let urgency = if presses {
        chance.weigh(&[
            (50, Urgency::Within90Days),
            (38, Urgency::Within30Days),
            (12, Urgency::Now),
        ])
    } else {
        Urgency::None
    };
    Answer::Known(urgency)
}

fn wish(chance: &mut Chance, known_percent: i64, wishes: &[&str]) -> Answer<String> {
    let wish = (*chance.pick(wishes)).to_owned();
    match chance.percent(known_percent) {
        true => Answer::Known(wish),
        false => Answer::NotAsked,
    }
}

fn isee(chance: &mut Chance) -> Money {
    let band = chance.below(20);
    Money::from_cents(chance.between(ISEE[band] * 100, ISEE[band + 1] * 100))
}

/// Wages of about 650 to 1,500 euro for each who works; allowances and pensions otherwise.
fn income(chance: &mut Chance, n_workers: usize, size: usize) -> Money {
    let wages: i64 = (0..n_workers).map(|_| chance.between(65, 150) * 10).sum();
    let other = if n_workers == 0 {
        chance.between(0, 78) * 10
    } else {
        chance.between(0, 9) * 10 * size as i64
    };
    Money::from_euro(wages + other)
}

fn citizenship(chance: &mut Chance, standing: Standing) -> Citizenship {
    match standing {
        Standing::Italian => Citizenship::Italian,
        Standing::Eu => chance.weigh(&[(85, Citizenship::Eu), (15, Citizenship::Italian)]),
        Standing::Other => chance.weigh(&[
            (46, Citizenship::LongTermPermit),
            (32, Citizenship::TwoYearPermit),
            (14, Citizenship::Italian),
            (8, Citizenship::Other),
        ]),
    }
}

/// The declaration was presented some weeks before it was shown.
fn dsu_date(chance: &mut Chance, diary: &Diary) -> Option<Day> {
    if !chance.percent(85) {
        return None;
    }
    Some(diary.days.attested(diary.at.day(), chance.between(1, 42)))
}

/// Half of the attestations were at hand when they were written down.
fn protocol(chance: &mut Chance, presented: Day) -> Option<String> {
    let number = chance.between(10_000_000, 99_999_999);
    let text = format!("INPS-ISEE-{}-{number}K-00", presented.year());
    chance.percent(50).then_some(text)
}

fn is_asked(answer: &Fact) -> bool {
    let mut facts = HouseholdFacts::default();
    facts.set(answer.clone());
    !facts.is_not_asked(answer.question())
}
