// SPDX-License-Identifier: AGPL-3.0-or-later
//! Wording of the offers made to a household.
use crate::text::texts;

texts! {
    none: "Nessuna proposta, per ora", "No offer so far";
    none_text: "Le proposte partono dagli alloggi adatti.", "Offers begin with the dwellings that fit.";
    open: "aperta", "open";
    withdrawn: "ritirata", "withdrawn";
    refused: "non accolta", "refused";
    on_this_device: "salvata su questo tablet", "saved on this device";
    delivered: "consegnata", "delivered";
    rent: "Canone al mese", "Rent a month";
    rent_later: "dopo la misura della superficie", "once the surface is measured";
    service_charges: "Spese accessorie al mese", "Service charges a month";
    until: "Contratto fino al", "Contract until";
    tier: "Tipo di canone", "Kind of rent";
    by: "Proposta da", "Offered by";
    note: "Perché questo alloggio", "Why this dwelling";
    withdraw: "Ritira la proposta", "Withdraw the offer";
    withdraw_reason: "Perché si ritira", "Why it is withdrawn";
    withdraw_help: "Resta scritto nella storia del nucleo", "It stays in the household’s history";
    confirm_withdraw: "Conferma il ritiro", "Confirm";
    keep: "Lascia aperta", "Leave it open";
    reason: "Motivo", "Reason";
    refused_text: "La proposta non è andata persa: tipo di canone, importo e nota sono qui.", "The offer is not lost: kind of rent, amount and note are here.";
    choose_another: "Scegli un altro alloggio", "Choose another dwelling";
    dwelling: "Alloggio", "Dwelling";
    no_reason: "senza motivo scritto", "no reason written";
}
