// SPDX-License-Identifier: AGPL-3.0-or-later
//! Decisions that bind a dwelling and a household: a dwelling holds one household, a rent never passes its ceiling.
use super::{Known, check_text, dwelling, household, only};
use crate::{
    action::Action,
    area::FloorArea,
    author::{Author, Role},
    calendar::Timestamp,
    certificate::RentCertificate,
    dwelling::DwellingState,
    edit::{Edit, EditOp},
    eligibility::{Basis, Situation, eligibility},
    household::{AgreedRent, Offer, OfferState, RentTier},
    money::Money,
    record::RecordKey,
    refusal::Refusal,
    rent::rent_ceiling,
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
            note,
        } => {
            let household = household(known, *to)?;
            let dwelling = dwelling(known, *id)?;
            check_text(note)?;
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
            let area = dwelling.facts.surface(rules.cap_surface_kind());
            if let Some(rent) = monthly_rent {
                check_rent(*rent, *tier, area, &rules)?;
            }
            let situation = Situation::of(household, &rules);
            let basis = Basis::of(&situation, &eligibility(&situation, &rules), &rules);
            let made = Offer {
                id: *offer,
                dwelling: *id,
                dwelling_code: dwelling.code.clone(),
                tier: *tier,
                monthly_rent: *monthly_rent,
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
                        rent: monthly_rent.map(|monthly| AgreedRent { tier: *tier, monthly }),
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

/// A rent is at most the ceiling, and has none before the surface is measured.
pub(super) fn check_rent(
    monthly: Money,
    tier: RentTier,
    area: Option<FloorArea>,
    rules: &Rules,
) -> Result<(), Refusal> {
    let area = area.ok_or(Refusal::SurfaceNotMeasured)?;
    if monthly.is_negative() {
        return Err(Refusal::NegativeAmount);
    }
    let ceiling = rent_ceiling(area, tier, rules).monthly;
    if monthly > ceiling {
        return Err(Refusal::RentAboveCeiling { ceiling });
    }
    Ok(())
}
