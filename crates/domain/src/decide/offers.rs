// SPDX-License-Identifier: AGPL-3.0-or-later
//! Decisions that bind a dwelling and a household: a dwelling holds one household, a rent never passes its ceiling.
use super::{Known, check_text, dwelling, household, only};
use crate::{
    action::Action,
    area::FloorArea,
    author::{Author, Role},
    calendar::{Day, Timestamp},
    certificate::RentCertificate,
    dwelling::{Dwelling, DwellingState},
    edit::{Edit, EditOp},
    eligibility::{Basis, Situation, eligibility},
    household::{AgreedRent, Offer, OfferState},
    money::Money,
    record::RecordKey,
    refusal::Refusal,
    rent::{self, rent_ceiling},
    rulebook::{Rulebook, Rules},
};

pub(super) fn decide(
    action: &Action,
    known: &Known,
    rulebook: &Rulebook,
    at: Timestamp,
    author: &Author,
) -> Result<Vec<Edit>, Refusal> {
    only(author, &[Role::SocialWorker, Role::HousingOfficer])?;
    match action {
        Action::ProposeDwelling {
            offer,
            household: to,
            dwelling: id,
            tier,
            monthly_rent,
            service_charges,
            until,
            note,
        } => {
            let household = household(known, *to)?;
            let dwelling = dwelling(known, *id)?;
            check_text(note)?;
            if household.joined.is_some() {
                return Err(Refusal::CaseJoined);
            }
            if household.offer(*offer).is_some() {
                return Err(Refusal::AlreadyExists);
            }
            match &dwelling.state {
                DwellingState::Ready => {}
                DwellingState::Reserved { household, .. } => {
                    return Err(Refusal::DwellingHeld {
                        household: Some(*household),
                    });
                }
                DwellingState::Occupied { household } => {
                    return Err(Refusal::DwellingHeld {
                        household: *household,
                    });
                }
                state => return Err(Refusal::DwellingNotReady { state: state.kind() }),
            }
            let rules = rulebook.as_of(at.day());
            let area = dwelling.facts.surface(rules.cap_surface_kind(), &rules);
            let rent = monthly_rent.map(|monthly| AgreedRent {
                tier: *tier,
                monthly,
                service_charges: *service_charges,
            });
            if let Some(rent) = &rent {
                check_rent(rent, area, &rules)?;
            }
            if service_charges.is_some_and(Money::is_negative) {
                return Err(Refusal::NegativeAmount);
            }
            check_term(dwelling, at.day(), *until)?;
            let situation = Situation::of(household, &rules);
            let basis = Basis::of(&situation, &eligibility(&situation, &rules), &rules);
            let made = Offer {
                id: *offer,
                dwelling: *id,
                dwelling_code: dwelling.code.clone(),
                tier: *tier,
                monthly_rent: *monthly_rent,
                service_charges: *service_charges,
                until: *until,
                partner: dwelling.facts.entrusted_to.known().copied(),
                by: author.person,
                by_name: author.name.clone(),
                at,
                note: note.clone(),
                state: OfferState::Proposed,
                certificate: area.map(|area| RentCertificate::issue(&dwelling.code, area, *tier, &rules)),
                basis: Some(basis),
            };
            Ok(vec![
                Edit {
                    record: RecordKey::Dwelling(*id),
                    op: EditOp::MoveDwelling(DwellingState::Reserved {
                        household: *to,
                        offer: *offer,
                        rent,
                        until: *until,
                    }),
                },
                Edit {
                    record: RecordKey::Household(*to),
                    op: EditOp::AddOffer(Box::new(made)),
                },
            ])
        }
        Action::WithdrawOffer {
            household: to,
            offer,
            dwelling: id,
            reason,
        } => {
            check_text(reason)?;
            let made = household(known, *to)?
                .offer(*offer)
                .ok_or(Refusal::UnknownOffer)?;
            // Another dwelling would leave the proposed one reserved for good.
            if made.dwelling != *id {
                return Err(Refusal::UnknownDwelling);
            }
            if !matches!(made.state, OfferState::Proposed) {
                return Err(Refusal::OfferClosed);
            }
            let mut edits = vec![Edit {
                record: RecordKey::Household(*to),
                op: EditOp::MoveOffer {
                    offer: *offer,
                    to: OfferState::Withdrawn {
                        reason: reason.clone(),
                    },
                },
            }];
            let holds = matches!(&dwelling(known, *id)?.state, DwellingState::Reserved { offer: held, .. } if held == offer);
            if holds {
                let op = EditOp::MoveDwelling(DwellingState::Ready);
                edits.push(Edit {
                    record: RecordKey::Dwelling(*id),
                    op,
                });
            }
            Ok(edits)
        }
        _ => Ok(Vec::new()),
    }
}

/// A contract ends on a day to come, within the title under which the dwelling is held.
fn check_term(dwelling: &Dwelling, from: Day, until: Option<Day>) -> Result<(), Refusal> {
    let Some(until) = until else {
        return Ok(());
    };
    if until < from {
        return Err(Refusal::EndsBeforeItBegins);
    }
    match dwelling.facts.title.known() {
        Some(title) => title.check_contract(until),
        None => Ok(()),
    }
}

/// A rent is at most the ceiling, and has none before the surface is measured. Service charges stand apart: they count
/// towards the ceiling only as far as the rulebook says.
pub(super) fn check_rent(rent: &AgreedRent, area: Option<FloorArea>, rules: &Rules) -> Result<(), Refusal> {
    let area = area.ok_or(Refusal::SurfaceNotMeasured)?;
    let charges = rent.service_charges.unwrap_or_default();
    if rent.monthly.is_negative() || charges.is_negative() {
        return Err(Refusal::NegativeAmount);
    }
    let ceiling = rent_ceiling(area, rent.tier, rules).monthly;
    if rent::counted(rent.monthly, charges, rules) > ceiling {
        return Err(Refusal::RentAboveCeiling { ceiling });
    }
    Ok(())
}
