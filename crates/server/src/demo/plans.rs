// SPDX-License-Identifier: AGPL-3.0-or-later
//! The support plans of cases that came so far: drafts, one of them late, signed ones with reviews and assessments before and
//! after, one that is being changed, one that ended. Everything lies in the weeks before the demonstration begins.
use super::{
    chance::Chance,
    days::Days,
    entries::{Followed, Written},
    people,
};
use soglia_domain::{
    action::Action,
    answer::Answer::Known,
    assessment::{AssessmentAnswer, NeedDomain, Urgency, Verb as AssessmentVerb},
    author::Author,
    calendar::{Day, Timestamp},
    id::{AssessmentId, PlanId},
    plan::{
        EndReason, Goal, GoalAnswer, GoalFacts, GoalId, GoalOutcome, Plan, PlanAnswer, PlanFacts, PlanPartId,
        PlanReviewId, PlanState, Verb, text_hash,
    },
};

/// Domain, goal, how it shows, what is done, who does it.
type Words = (NeedDomain, &'static str, &'static str, &'static str, &'static str);

const GOALS: [Words; 5] = [
    (
        NeedDomain::Housing,
        "Vivere in una casa stabile entro l’anno",
        "Un contratto di affitto firmato",
        "Visitare gli alloggi proposti; preparare i documenti per il contratto",
        "Il nucleo e il funzionario della casa",
    ),
    (
        NeedDomain::Work,
        "Trovare un lavoro con orari adatti alla scuola dei figli",
        "Un contratto di almeno sei mesi",
        "Colloquio al centro per l’impiego; corso di cucina il martedì",
        "L’adulto di riferimento e l’educatrice",
    ),
    (
        NeedDomain::Economic,
        "Pagare le bollette in tempo",
        "Nessuna bolletta arretrata per tre mesi",
        "Tenere insieme il conto delle spese, una volta al mese",
        "Il nucleo e l’assistente sociale",
    ),
    (
        NeedDomain::Education,
        "Parlare italiano senza aiuto allo sportello",
        "Il certificato A2",
        "Corso di italiano il mercoledì sera",
        "L’adulto di riferimento",
    ),
    (
        NeedDomain::Network,
        "Conoscere altre famiglie del quartiere",
        "Un’attività al mese con altre famiglie",
        "Doposcuola in parrocchia; festa di cortile",
        "Il nucleo e il custode sociale",
    ),
];

const AIM: &str =
    "Vivere in una casa propria, con un lavoro che basta per l’affitto e per la scuola dei figli.";
const STRENGTHS: &str = "Sanno organizzarsi; i figli vanno volentieri a scuola; una sorella abita vicino.";

const REVIEWS: [&str; 2] = [
    "Il corso è cominciato e le presenze sono buone. Le bollette di questo mese sono pagate.",
    "La ricerca del lavoro va piano: si cambia l’orario del corso per fare posto ai colloqui.",
];

/// Levels of the six domains at the beginning, and some weeks later.
const LEVELS: [[u8; 6]; 2] = [[3, 2, 2, 3, 1, 2], [3, 3, 2, 4, 2, 3]];

/// How far a plan came.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Far {
    Draft,
    Signed,
    Changing,
    Ended,
}

/// Days from the beginning of a plan to its signature.
const SIGNED_AFTER: i64 = 8;

/// Days from the signature to the reviews.
const REVIEWED_AFTER: [i64; 2] = [10, 24];

/// Days from the signature to the second assessment, and to the end of a plan that ends.
const ASSESSED_AFTER: i64 = 20;
const ENDED_AFTER: i64 = 28;

/// Writes things down one after the other, all on the last morning before the beginning.
struct Pen {
    at: Timestamp,
    written: Vec<Written>,
}

impl Pen {
    fn write(&mut self, action: Action, author: &Author) {
        self.at.ms += 20_000;
        self.written.push(Written {
            action,
            author: author.clone(),
            at: self.at,
        });
    }
}

/// The plan of one case with its assessments, the oldest first; nothing for a case that did not come so far.
pub(super) fn draw(chance: &mut Chance, days: Days, n: usize, followed: &Followed) -> Vec<Written> {
    let at = Timestamp {
        ms: days.working_morning_ms(1).max(followed.after.ms) + 3 * 3_600_000,
        counter: 0,
    };
    let begun = followed.after.day().plus_days(1);
    // Nobody writes down what is still to come: before a Monday the last morning is a Friday's.
    let today = at.day();
    let age = today.epoch_days() - begun.epoch_days();
    // A case in its project has a draft, some of them late; one beyond it a plan that was signed, if it is old enough.
    let far = match (n % 4, n / 4 % 3) {
        _ if age < 0 => return Vec::new(),
        (2, _) => Far::Draft,
        (3, 1) if age > SIGNED_AFTER + ENDED_AFTER => Far::Changing,
        (3, 2) if age > SIGNED_AFTER + ENDED_AFTER => Far::Ended,
        (3, _) if age > SIGNED_AFTER => Far::Signed,
        _ => return Vec::new(),
    };
    let mut pen = Pen {
        at,
        written: Vec::new(),
    };
    assess(chance, &mut pen, followed, begun, LEVELS[0]);
    let plan = plan(chance, followed, begun, far);
    agree(&mut pen, followed, &plan);
    if far != Far::Draft {
        carry_out(chance, &mut pen, followed, &plan, far, today);
    }
    pen.written
}

/// An assessment that is closed.
fn assess(chance: &mut Chance, pen: &mut Pen, followed: &Followed, day: Day, levels: [u8; 6]) {
    use AssessmentAnswer as A;
    let (id, worker) = (AssessmentId(chance.uuid()), &followed.author);
    let household = followed.household;
    pen.write(Action::on(id, AssessmentVerb::Begin { household, day }), worker);
    let [personal, economic, work, education, housing, network] = levels;
    for fact in [
        A::Personal(Known(personal)),
        A::Economic(Known(economic)),
        A::Work(Known(work)),
        A::Education(Known(education)),
        A::Housing(Known(housing)),
        A::Network(Known(network)),
        A::Urgency(Known(Urgency::None)),
    ] {
        pen.write(Action::on(id, AssessmentVerb::Say(fact)), worker);
    }
    pen.write(Action::on(id, AssessmentVerb::Close {}), worker);
}

/// What the plan says, as it stands when it is signed.
fn plan(chance: &mut Chance, followed: &Followed, begun: Day, far: Far) -> Plan {
    let mut facts = PlanFacts::default();
    for fact in [
        PlanAnswer::Aim(Known(AIM.to_owned())),
        PlanAnswer::Strengths(Known(STRENGTHS.to_owned())),
        PlanAnswer::Months(Known(12)),
    ] {
        facts.set(fact);
    }
    let first = chance.below(GOALS.len());
    let goals = (0..if far == Far::Draft { 2 } else { 3 }).map(|n| {
        let (domain, text, measure, actions, who) = GOALS[(first + n) % GOALS.len()];
        let mut facts = GoalFacts::default();
        let words = |text: &str| Known(text.to_owned());
        for fact in [
            GoalAnswer::Domain(Known(domain)),
            GoalAnswer::Text(words(text)),
            GoalAnswer::Measure(words(measure)),
            GoalAnswer::Actions(words(actions)),
            GoalAnswer::Who(words(who)),
            GoalAnswer::Due(Known(begun.plus_months(6))),
        ] {
            facts.set(fact);
        }
        // In a draft somebody has still to be asked about the last goal.
        if far != Far::Draft || n == 0 {
            facts.set(GoalAnswer::Consent(Known(n < 2)));
        }
        let id = GoalId(n as u32 + 1);
        Goal { id, facts }
    });
    Plan {
        id: PlanId(chance.uuid()),
        household: followed.household,
        begun,
        state: PlanState::Draft,
        facts,
        goals: goals.collect(),
        reviews: Vec::new(),
        signatures: Vec::new(),
        follow_ups: Vec::new(),
        by: followed.author.person,
        by_name: followed.author.name.clone(),
        at: followed.after,
    }
}

/// Writes the words of a plan down, as a worker would.
fn agree(pen: &mut Pen, followed: &Followed, plan: &Plan) {
    let worker = &followed.author;
    let mut says = |verb: Verb| pen.write(Action::on(plan.id, verb), worker);
    says(Verb::Begin {
        household: plan.household,
        day: plan.begun,
    });
    let facts = &plan.facts;
    says(Verb::Say(PlanAnswer::Aim(facts.aim.clone())));
    says(Verb::Say(PlanAnswer::Strengths(facts.strengths.clone())));
    says(Verb::Say(PlanAnswer::Months(facts.months)));
    for goal in &plan.goals {
        let (Known(domain), Known(text)) = (&goal.facts.domain, &goal.facts.text) else {
            continue;
        };
        says(Verb::AddGoal {
            goal: goal.id,
            domain: *domain,
            text: text.clone(),
        });
        let part = PlanPartId::Goal(goal.id);
        for fact in [
            GoalAnswer::Measure(goal.facts.measure.clone()),
            GoalAnswer::Actions(goal.facts.actions.clone()),
            GoalAnswer::Who(goal.facts.who.clone()),
            GoalAnswer::Due(goal.facts.due),
            GoalAnswer::Consent(goal.facts.consent),
        ] {
            says(Verb::SayOf { part, fact });
        }
    }
}

/// It is signed, looked at again as often as there was time, and changed or ended.
fn carry_out(chance: &mut Chance, pen: &mut Pen, followed: &Followed, plan: &Plan, far: Far, today: Day) {
    let worker = &followed.author;
    let does = |pen: &mut Pen, verb: Verb, author: &Author| pen.write(Action::on(plan.id, verb), author);
    let signed = plan.begun.plus_days(SIGNED_AFTER);
    let sign = Verb::Sign {
        day: signed,
        name: "Adulto di riferimento".to_owned(),
        image: None,
        text_hash: text_hash(plan),
    };
    does(pen, sign, worker);
    let partner = people::partner_worker();
    for (n, (words, after)) in (1_u32..).zip(REVIEWS.into_iter().zip(REVIEWED_AFTER)) {
        let day = signed.plus_days(after);
        if day > today {
            return;
        }
        let review = Verb::Review {
            review: PlanReviewId(n),
            day,
            words: words.to_owned(),
            next: Some(day.plus_days(if n == 1 { 14 } else { 35 })),
        };
        // The partner that sees the household reviews with the others.
        let by_partner = n == 1 && followed.is_with_partner;
        does(pen, review, if by_partner { &partner } else { worker });
    }
    assess(chance, pen, followed, signed.plus_days(ASSESSED_AFTER), LEVELS[1]);
    let part = PlanPartId::Goal(GoalId(1));
    let fact = GoalAnswer::Outcome(Known(GoalOutcome::Reached));
    does(pen, Verb::SayOf { part, fact }, worker);
    match far {
        Far::Draft | Far::Signed => {}
        Far::Changing => does(pen, Verb::Revise {}, worker),
        Far::Ended => {
            let end = Verb::End {
                day: signed.plus_days(ENDED_AFTER),
                reason: EndReason::Autonomous,
                destination: "In affitto, nello stesso quartiere".to_owned(),
            };
            does(pen, end, worker);
        }
    }
}
