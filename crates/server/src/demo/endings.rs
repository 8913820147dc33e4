// SPDX-License-Identifier: AGPL-3.0-or-later
//! Cases that ended, or wait for the answer to an appeal: of households that nobody follows with a diary. Refusals rest on
//! what is not met, as the letter names it.
use super::{chance::Chance, days::Days, entries::Written, people};
use soglia_domain::{
    action::Action,
    author::Author,
    calendar::Timestamp,
    case::{CaseStageKind, Conclusion, Verb, unmet},
    finding::Requirement,
    household::Household,
    id::{CaseId, HouseholdId},
    rulebook::Rulebook,
};

/// How a case ended.
#[derive(Clone, Copy)]
enum Ending {
    Refused,
    Appealed,
    Rejected,
    Withdrawn,
    Concluded(Conclusion),
}

/// One after the other, each for a household that fits.
const ENDINGS: [Ending; 6] = [
    Ending::Refused,
    Ending::Withdrawn,
    Ending::Appealed,
    Ending::Concluded(Conclusion::Autonomy),
    Ending::Rejected,
    Ending::Concluded(Conclusion::MovedAway),
];

/// A household whose case may end.
pub(super) struct Candidate {
    pub(super) household: HouseholdId,
    pub(super) author: Author,
    /// When something was last written into it.
    pub(super) after: Timestamp,
    /// What it does not meet.
    grounds: Vec<Requirement>,
}

impl Candidate {
    /// A household as it stands.
    pub(super) fn of(household: &Household, author: Author, after: Timestamp) -> Self {
        let rules = Rulebook::published().as_of(after.day());
        let grounds = unmet(household, &rules).into_iter();
        Self {
            household: household.id,
            author,
            after,
            grounds: grounds.map(|finding| finding.requirement).collect(),
        }
    }
}

/// What happened, household by household. Everything was written down on the last morning before the beginning.
pub(super) fn draw(chance: &mut Chance, days: Days, candidates: Vec<Candidate>) -> Vec<Written> {
    let (refusable, others): (Vec<_>, Vec<_>) = candidates
        .into_iter()
        .partition(|candidate| !candidate.grounds.is_empty());
    let (mut refusable, mut others) = (refusable.into_iter(), others.into_iter());
    let mut written = Vec::new();
    for ending in ENDINGS {
        let candidate = match ending {
            Ending::Refused | Ending::Appealed | Ending::Rejected => refusable.next(),
            Ending::Withdrawn | Ending::Concluded(_) => others.next(),
        };
        if let Some(candidate) = candidate {
            written.extend(steps(chance, days, ending, &candidate));
        }
    }
    written
}

fn steps(chance: &mut Chance, days: Days, ending: Ending, candidate: &Candidate) -> Vec<Written> {
    let mut at = Timestamp {
        ms: days.working_morning_ms(1).max(candidate.after.ms) + chance.between(60, 7_200) * 1_000,
        counter: 0,
    };
    let (case, household) = (CaseId(chance.uuid()), candidate.household);
    let mut verbs = vec![Verb::Open { household }];
    let advance = |to| Verb::Advance {
        to,
        reason: String::new(),
        due: None,
    };
    verbs.push(advance(CaseStageKind::Assessment));
    let refuse = || Verb::Refuse {
        reason: "Dalle attestazioni consegnate i requisiti non ci sono.".to_owned(),
        grounds: candidate.grounds.clone(),
    };
    let appeal = || Verb::Appeal {
        household,
        received: at.day(),
        reason: "Dice che il reddito di quest’anno è molto più basso.".to_owned(),
    };
    match ending {
        Ending::Refused => verbs.push(refuse()),
        Ending::Appealed => verbs.extend([refuse(), appeal()]),
        Ending::Rejected => verbs.extend([
            refuse(),
            appeal(),
            Verb::AnswerAppeal {
                accepted: false,
                reason: "L’attestazione nuova dice lo stesso.".to_owned(),
            },
        ]),
        Ending::Withdrawn => verbs.push(Verb::Withdraw {
            reason: "Ha trovato casa dalla sorella e non chiede più nulla.".to_owned(),
        }),
        Ending::Concluded(conclusion) => verbs.extend([
            advance(CaseStageKind::Project),
            advance(CaseStageKind::Delivery),
            Verb::Conclude {
                conclusion,
                destination: match conclusion {
                    Conclusion::Autonomy => "Contratto proprio, con la garanzia del datore di lavoro",
                    Conclusion::OtherService | Conclusion::MovedAway | Conclusion::Other => "Un altro comune",
                }
                .to_owned(),
                reason: String::new(),
            },
        ]),
    }
    let author_of = |verb: &Verb| {
        if matches!(verb, Verb::AnswerAppeal { .. }) {
            people::coordinator()
        } else {
            candidate.author.clone()
        }
    };
    let verbs = verbs.into_iter();
    verbs
        .map(|verb| {
            at.ms += 30_000;
            Written {
                author: author_of(&verb),
                action: Action::on(case, verb),
                at,
            }
        })
        .collect()
}
