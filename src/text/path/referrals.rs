// SPDX-License-Identifier: AGPL-3.0-or-later
//! Wording of referrals to partners.
use crate::text::{language, texts};
use soglia_domain::calendar::Day;
use soglia_wording::{Language, day_short, whole};

texts! {
    referrals: "Invii ai partner", "Referrals to partners";
    none: "Nessun invio. Quando un partner deve seguire il nucleo, si invia da qui.", "No referral. When a partner is to follow the household, it is sent from here.";
    none_partner: "Nessun invio. Compare qui quello che il Comune invia all’ente.", "No referral. What the City sends to your organisation appears here.";
    nobody: "Su questo dispositivo non c’è ancora un partner. Un ente compare qui quando gli è affidato un alloggio.", "No partner on this device yet. One appears here once a dwelling is entrusted to it.";
    send: "Invia a un partner", "Send to a partner";
    send_it: "Invia", "Send";
    partner: "Partner", "Partner";
    partner_missing: "Va scelto un partner.", "A partner has to be chosen.";
    name: "Nome del partner", "Name of the partner";
    name_help: "Solo la prima volta, se il nome non è nell’elenco.", "The first time only, where the list does not say it.";
    name_missing: "Serve il nome del partner.", "The name of the partner is needed.";
    mandate: "Che cosa si chiede al partner", "What the partner is asked";
    mandate_help: "Il partner lo legge prima di rispondere: solo quello che serve.", "The partner reads it before it answers: only what is needed.";
    mandate_missing: "Va scritto che cosa si chiede.", "What is asked has to be written.";
    answer_day: "Risposta entro il", "Answer by";
    day_missing: "Serve un giorno.", "A day is needed.";
    late: "In ritardo", "Late";
    others: "Altre azioni", "Other actions";
    accept: "Accetta", "Accept";
    refuse: "Non accettare", "Do not accept";
    refuse_send: "Registra che non si accetta", "Record it";
    refuse_help: "Lo legge il Comune, che può scegliere un altro partner.", "The City reads it, and can choose another partner.";
    withdraw: "Ritira l’invio", "Take it back";
    withdraw_send: "Conferma il ritiro", "Confirm";
    end: "Chiudi l’invio", "End the referral";
    end_send: "Conferma la chiusura", "Confirm the end";
    end_help: "Da allora il partner non vede più il nucleo.", "From then on the partner no longer sees the household.";
    transfer: "Passa a un altro partner", "Send on to another partner";
    no_other: "Su questo dispositivo non c’è un altro partner.", "No other partner on this device.";
    transfer_send: "Passa l’invio", "Send on";
}

/// "Risposta entro il 03/04/2026".
pub fn answer_by(day: Day) -> String {
    format!("{} {}", answer_day(), day_short(day, language()))
}

/// "Ente con 12 alloggi affidati, per esempio Via Padova 5".
pub fn nameless(n_dwellings: usize, place: &str) -> String {
    let n = whole(n_dwellings as u64, language());
    match (language(), n_dwellings) {
        (Language::Italian, 1) => format!("Ente con un alloggio affidato, {place}"),
        (Language::Italian, _) => format!("Ente con {n} alloggi affidati, per esempio {place}"),
        (Language::English, 1) => format!("Organisation with one dwelling, {place}"),
        (Language::English, _) => format!("Organisation with {n} dwellings, such as {place}"),
    }
}
