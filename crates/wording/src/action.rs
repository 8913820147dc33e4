// SPDX-License-Identifier: AGPL-3.0-or-later
//! One line for what a person did, in timelines and in the list of things to deliver.
use crate::{
    Language, dwelling_answer, dwelling_question, dwelling_state, field_name, household_answer,
    household_question, member_answer, member_question, money_per_month, photo_stage, pick, rent_tier,
    review_choice, say,
};
use soglia_domain::action::Action;

/// What a person did, in one line.
pub fn action(action: &Action, language: Language) -> String {
    match action {
        Action::OpenHousehold { label, .. } => {
            say!(
                language,
                "Nucleo preso in carico: {label}",
                "Household taken in: {label}"
            )
        }
        Action::RenameHousehold { label, .. } => {
            say!(
                language,
                "Nucleo rinominato: {label}",
                "Household renamed: {label}"
            )
        }
        Action::RecordAnswer { answer, .. } => line(
            household_question(answer.question(), language),
            &household_answer(answer, language),
        ),
        Action::AddMember { .. } => pick(language, "Componente aggiunto", "Member added").to_owned(),
        Action::RemoveMember { .. } => pick(language, "Componente tolto", "Member taken out").to_owned(),
        Action::JoinCases { .. } => pick(
            language,
            "Fascicolo unito a un altro dello stesso nucleo",
            "Case joined to another one of the same household",
        )
        .to_owned(),
        Action::SeparateCases { .. } => {
            pick(language, "Fascicolo di nuovo separato", "Case separated again").to_owned()
        }
        Action::TellApart { .. } => pick(
            language,
            "Controllato: sono due nuclei diversi",
            "Checked: these are two households",
        )
        .to_owned(),
        Action::RecordMemberAnswer { answer, .. } => line(
            member_question(answer.question(), language),
            &member_answer(answer, language),
        ),
        Action::RecordDwellingFact { answer, .. } => line(
            dwelling_question(answer.question(), language),
            &dwelling_answer(answer, language),
        ),
        Action::MoveDwelling { to, .. } => {
            let to = dwelling_state(to.kind(), language);
            say!(
                language,
                "Stato dell’alloggio: {to}",
                "State of the dwelling: {to}"
            )
        }
        Action::ImportDwelling { code, listed, .. } => {
            let list = listed.iter().find_map(|answer| match answer {
                soglia_domain::dwelling::DwellingAnswer::Source(source) => source.known(),
                _ => None,
            });
            match list.map(|source| &source.list) {
                Some(list) => say!(
                    language,
                    "Alloggio {code} dall’elenco «{list}»",
                    "Dwelling {code} from the list “{list}”"
                ),
                None => say!(
                    language,
                    "Alloggio {code} da un elenco",
                    "Dwelling {code} from a list"
                ),
            }
        }
        Action::AddPhoto { photo, .. } => {
            let stage = photo_stage(photo.stage, language);
            let caption = &photo.caption;
            if caption.is_empty() {
                say!(language, "Foto aggiunta: {stage}", "Photo added: {stage}")
            } else {
                say!(
                    language,
                    "Foto aggiunta: {stage}, {caption}",
                    "Photo added: {stage}, {caption}"
                )
            }
        }
        Action::RemovePhoto { .. } => pick(language, "Foto tolta", "Photo taken out").to_owned(),
        Action::ResolveReview {
            record,
            field,
            choice,
            ..
        } => line(
            field_name(*record, field, language),
            review_choice(*choice, language),
        ),
        Action::ProposeDwelling {
            tier,
            monthly_rent,
            service_charges,
            ..
        } => {
            let tier = rent_tier(*tier, language);
            let charges = service_charges.map(|charges| money_per_month(charges, language));
            match (monthly_rent, charges) {
                (Some(rent), Some(charges)) => {
                    let rent = money_per_month(*rent, language);
                    say!(
                        language,
                        "Alloggio proposto: {tier}, {rent}, spese a parte {charges}",
                        "Dwelling proposed: {tier}, {rent}, service charges apart {charges}"
                    )
                }
                (Some(rent), None) => {
                    let rent = money_per_month(*rent, language);
                    say!(
                        language,
                        "Alloggio proposto: {tier}, {rent}",
                        "Dwelling proposed: {tier}, {rent}"
                    )
                }
                (None, _) => say!(
                    language,
                    "Alloggio proposto: {tier}, canone da fissare",
                    "Dwelling proposed: {tier}, rent to be set"
                ),
            }
        }
        Action::WithdrawOffer { reason, .. } if reason.trim().is_empty() => {
            pick(language, "Proposta ritirata", "Proposal withdrawn").to_owned()
        }
        Action::WithdrawOffer { reason, .. } => {
            say!(
                language,
                "Proposta ritirata: {reason}",
                "Proposal withdrawn: {reason}"
            )
        }
        Action::AmendParameter { reason, .. } => {
            say!(language, "Regola modificata: {reason}", "Rule amended: {reason}")
        }
        Action::SaveScenario { name, .. } => {
            say!(language, "Ipotesi salvata: {name}", "Scenario saved: {name}")
        }
        Action::RemoveScenario { .. } => pick(language, "Ipotesi tolta", "Scenario taken out").to_owned(),
    }
}

fn line(question: &str, answer: &str) -> String {
    format!("{question}: {answer}")
}
