// SPDX-License-Identifier: AGPL-3.0-or-later
//! The sentences of the conditions that are yes or no.
use crate::{Language, pick};
use soglia_domain::finding::{Outcome, Requirement};

/// The sentences of the conditions that are yes or no.
pub(super) const fn plain(requirement: Requirement, outcome: Outcome, language: Language) -> &'static str {
    let [italian, english] = match requirement {
        Requirement::ResidenceOrWork => match outcome {
            Outcome::Met => [
                "Il nucleo risiede o lavora in Lombardia.",
                "The household lives or works in Lombardy.",
            ],
            Outcome::NotMet => [
                "Il nucleo non risiede e non lavora in Lombardia.",
                "The household neither lives nor works in Lombardy.",
            ],
            Outcome::Unknown => [
                "Manca la residenza o il lavoro in Lombardia.",
                "Residence or work in Lombardy is missing.",
            ],
        },
        Requirement::NoAdequateHome => match outcome {
            Outcome::Met => [
                "Non c’è una casa adeguata di proprietà.",
                "No adequate home is owned.",
            ],
            Outcome::NotMet => [
                "C’è una casa adeguata di proprietà.",
                "An adequate home is owned.",
            ],
            Outcome::Unknown => [
                "Non si sa ancora se c’è una casa adeguata di proprietà.",
                "Whether an adequate home is owned is not known yet.",
            ],
        },
        Requirement::NoRevokedAssignment => match outcome {
            Outcome::Met => [
                "Nessuna decadenza da una casa popolare negli ultimi cinque anni.",
                "No public dwelling was revoked in the last five years.",
            ],
            Outcome::NotMet => [
                "C’è stata una decadenza da una casa popolare negli ultimi cinque anni.",
                "A public dwelling was revoked in the last five years.",
            ],
            Outcome::Unknown => [
                "Non si sa ancora se c’è stata una decadenza negli ultimi cinque anni.",
                "Whether a dwelling was revoked in the last five years is not known yet.",
            ],
        },
        Requirement::NoIllegalOccupation => match outcome {
            Outcome::Met => [
                "Nessuna occupazione senza titolo negli ultimi cinque anni.",
                "No dwelling was occupied without title in the last five years.",
            ],
            Outcome::NotMet => [
                "C’è stata un’occupazione senza titolo negli ultimi cinque anni.",
                "A dwelling was occupied without title in the last five years.",
            ],
            Outcome::Unknown => [
                "Non si sa ancora se c’è stata un’occupazione senza titolo negli ultimi cinque anni.",
                "Whether a dwelling was occupied without title in the last five years is not known yet.",
            ],
        },
        Requirement::NotPublicHousing => match outcome {
            Outcome::Met => [
                "Il nucleo non ha i requisiti per la casa popolare.",
                "The household does not qualify for public housing.",
            ],
            Outcome::NotMet => [
                "Il nucleo ha i requisiti per la casa popolare: quella è la sua strada.",
                "The household qualifies for public housing: that is its way.",
            ],
            Outcome::Unknown => [
                "Non si sa ancora se il nucleo ha i requisiti per la casa popolare.",
                "Whether the household qualifies for public housing is not known yet.",
            ],
        },
        Requirement::FollowedBySocialServices => match outcome {
            Outcome::Met => [
                "Il nucleo è in carico ai Servizi sociali.",
                "Social services follow the household.",
            ],
            Outcome::NotMet => [
                "Il nucleo non è in carico ai Servizi sociali.",
                "Social services do not follow the household.",
            ],
            Outcome::Unknown => [
                "Non si sa ancora se il nucleo è in carico ai Servizi sociali.",
                "Whether social services follow the household is not known yet.",
            ],
        },
        Requirement::ManagesPrimaryNeeds => match outcome {
            Outcome::Met => [
                "Il nucleo è autonomo nei bisogni primari.",
                "The household manages its primary needs.",
            ],
            Outcome::NotMet => [
                "Il nucleo non è autonomo nei bisogni primari: serve un altro tipo di servizio.",
                "The household does not manage its primary needs: another kind of service is needed.",
            ],
            Outcome::Unknown => [
                "Non si sa ancora se il nucleo è autonomo nei bisogni primari.",
                "Whether the household manages its primary needs is not known yet.",
            ],
        },
        Requirement::TemporaryDifficulty => match outcome {
            Outcome::Met => [
                "Il nucleo vive una difficoltà economica e sociale temporanea.",
                "The household is in a temporary social and economic difficulty.",
            ],
            Outcome::NotMet => [
                "Non risulta una difficoltà economica e sociale temporanea.",
                "There is no temporary social and economic difficulty.",
            ],
            Outcome::Unknown => [
                "Non si sa ancora se c’è una difficoltà economica e sociale temporanea.",
                "Whether there is a temporary social and economic difficulty is not known yet.",
            ],
        },
        Requirement::NeedsAccompaniment => match outcome {
            Outcome::Met => [
                "Il nucleo ha bisogno di accompagnamento.",
                "The household needs accompaniment.",
            ],
            Outcome::NotMet => [
                "Il nucleo non ha bisogno di accompagnamento.",
                "The household needs no accompaniment.",
            ],
            Outcome::Unknown => [
                "Non si sa ancora se serve un accompagnamento.",
                "Whether accompaniment is needed is not known yet.",
            ],
        },
        // Written above with their values.
        Requirement::Citizenship
        | Requirement::IseeLimit
        | Requirement::Indigence
        | Requirement::PatrimonyLimit
        | Requirement::MarketNotAffordable => ["Da verificare.", "To be verified."],
    };
    pick(language, italian, english)
}
