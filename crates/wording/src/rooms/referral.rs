// SPDX-License-Identifier: AGPL-3.0-or-later
//! Referrals in words.
use crate::{Language, day, line::line, pick, review::resolved, say};
use soglia_domain::{
    calendar::Day,
    referral::{ReferralStateKind, Refusal, Verb},
};

/// What people call such a record.
pub(crate) const fn name(language: Language) -> &'static str {
    pick(language, "Invio a un partner", "Referral")
}

/// What became of a referral.
pub const fn referral_state(state: ReferralStateKind, language: Language) -> &'static str {
    match state {
        ReferralStateKind::Sent => pick(language, "Inviato, in attesa", "Sent, waiting"),
        ReferralStateKind::Accepted => pick(language, "Accettato", "Accepted"),
        ReferralStateKind::Refused => pick(language, "Non accettato", "Not accepted"),
        ReferralStateKind::Withdrawn => pick(language, "Ritirato", "Taken back"),
        ReferralStateKind::Ended => pick(language, "Concluso", "Ended"),
    }
}

/// What a person did, in one line.
pub(crate) fn verb(verb: &Verb, language: Language) -> String {
    let (what, reason) = match verb {
        Verb::Say(fact) => match *fact {},
        Verb::SayOf { fact, .. } => match *fact {},
        Verb::Resolve(choosing) => return resolved(choosing, field_name, language),
        Verb::Send {
            to_name,
            reason,
            answer_by,
            ..
        } => {
            let what = pick(language, "Inviato a", "Referred to");
            return sent(what, to_name, reason, *answer_by, language);
        }
        Verb::Accept {} => return pick(language, "Invio accettato", "Referral accepted").to_owned(),
        Verb::Refuse { reason } => (
            pick(language, "Invio non accettato", "Referral not accepted"),
            reason,
        ),
        Verb::Withdraw { reason } => (pick(language, "Invio ritirato", "Referral taken back"), reason),
        Verb::End { reason } => (pick(language, "Invio concluso", "Referral ended"), reason),
        Verb::Transfer {
            to_name,
            reason,
            answer_by,
            ..
        } => {
            let what = pick(language, "Passa a", "Goes on to");
            return sent(what, to_name, reason, *answer_by, language);
        }
    };
    line(what, reason)
}

fn sent(what: &str, to: &str, reason: &str, answer_by: Day, language: Language) -> String {
    let answer_by = day(answer_by, language);
    let what = say!(
        language,
        "{what} {to}, risposta entro il {answer_by}",
        "{what} {to}, answer by {answer_by}"
    );
    line(&what, reason)
}

/// What people call a field; none for what only a newer version knows.
pub(crate) fn field_name(path: &str, language: Language) -> Option<&'static str> {
    match path {
        "created" => Some(pick(language, "Invio a un partner", "Referral")),
        "state" => Some(pick(language, "Risposta del partner", "Answer of the partner")),
        _ => None,
    }
}

/// The sentences a person reads.
pub(crate) fn refusal(refusal: &Refusal, language: Language) -> String {
    let fixed = match refusal {
        Refusal::Unknown => pick(
            language,
            "Questo invio non c’è, o non è più visibile con questo accesso. Può essere stato ritirato o chiuso nel frattempo.",
            "This referral does not exist, or can no longer be seen with this sign-in. It may have been taken back or closed meanwhile.",
        ),
        Refusal::SentAlready => pick(
            language,
            "Il nucleo è già inviato a questo partner. Si può aspettare la risposta, o scegliere un altro partner.",
            "The household is referred to this partner already. The answer can be awaited, or another partner chosen.",
        ),
        Refusal::NotReachable { from } => not_reachable(*from, language),
    };
    fixed.to_owned()
}

/// What can still be done, from where the referral stands.
const fn not_reachable(from: ReferralStateKind, language: Language) -> &'static str {
    match from {
        ReferralStateKind::Sent => pick(
            language,
            "Il partner non ha ancora risposto. Fino ad allora può accettare o no, e l’invio si può ritirare.",
            "The partner has not answered yet. Until then it can accept or not, and the referral can be taken back.",
        ),
        ReferralStateKind::Accepted => pick(
            language,
            "Il partner ha già accettato. Ora l’invio si può concludere, o passare a un altro partner.",
            "The partner has accepted already. The referral can be ended now, or go on to another partner.",
        ),
        ReferralStateKind::Refused => pick(
            language,
            "Il partner ha già risposto che non può. Il nucleo si può inviare a un altro partner.",
            "The partner has answered already that it cannot. The household can be referred to another partner.",
        ),
        ReferralStateKind::Withdrawn => pick(
            language,
            "Questo invio è già stato ritirato. Se serve, se ne può fare uno nuovo.",
            "This referral was taken back before. A new one can be made if needed.",
        ),
        ReferralStateKind::Ended => pick(
            language,
            "Questo invio è già concluso. Se serve, se ne può fare uno nuovo.",
            "This referral has ended already. A new one can be made if needed.",
        ),
    }
}
