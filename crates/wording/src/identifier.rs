// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is wrong with a code, or worth a second look, and how it is written right.
#[cfg(test)]
mod tests;

use crate::{Language, day, pick, say};
use soglia_domain::identifier::{
    CadastralDoubt, CadastralError, CertificateValidity, CigCheck, CigError, CupCheck, CupError,
    IseeProtocolError, OrganisationCodeError,
};

/// Why a text is not the VAT number or tax code of an organisation.
pub const fn organisation_code_error(error: OrganisationCodeError, language: Language) -> &'static str {
    match error {
        OrganisationCodeError::Length => pick(
            language,
            "La partita IVA, o il codice fiscale di un ente, ha 11 cifre.",
            "A VAT number, or the tax code of an organisation, has 11 digits.",
        ),
        OrganisationCodeError::Shape => pick(
            language,
            "La partita IVA, o il codice fiscale di un ente, ha solo cifre.",
            "A VAT number, or the tax code of an organisation, has digits only.",
        ),
        OrganisationCodeError::Zeros => pick(
            language,
            "Il codice ha solo zeri: nessun ente ha questo codice.",
            "The code has zeros only: no organisation has this code.",
        ),
        OrganisationCodeError::CheckDigit => pick(
            language,
            "L’ultima cifra non torna con le altre: il codice va riletto sul documento.",
            "The last digit does not follow from the others: please read the code again on the document.",
        ),
    }
}

/// Why a text is not a tender code.
pub const fn cig_error(error: CigError, language: Language) -> &'static str {
    match error {
        CigError::Length => pick(
            language,
            "Il CIG ha 10 caratteri; un codice di esclusione ne ha 4, da ES01 a ES27.",
            "A CIG has 10 characters; a code of exclusion has 4, from ES01 to ES27.",
        ),
        CigError::Shape => pick(
            language,
            "Una lettera o una cifra è al posto sbagliato: il CIG va riletto sull’atto.",
            "A letter or a digit stands in the wrong place: please read the CIG again on the document.",
        ),
        CigError::Zeros => pick(
            language,
            "Il numero dentro il CIG è zero: il CIG va riletto sull’atto.",
            "The number inside the CIG is zero: please read the CIG again on the document.",
        ),
        CigError::Exclusion => pick(
            language,
            "I codici di esclusione vanno da ES01 a ES27.",
            "The codes of exclusion go from ES01 to ES27.",
        ),
        CigError::CheckCharacters => pick(
            language,
            "I caratteri di controllo non tornano con gli altri: il CIG va riletto sull’atto.",
            "The check characters do not follow from the others: please read the CIG again on the document.",
        ),
    }
}

/// What is worth a second look in a tender code that was accepted.
pub const fn cig_doubt(check: CigCheck, language: Language) -> Option<&'static str> {
    match check {
        CigCheck::Verified => None,
        CigCheck::NotVerifiable => Some(pick(
            language,
            "Il CIG è del tipo in uso dal 2024, senza un controllo pubblicato: conviene confrontarlo con l’atto.",
            "The CIG is of the kind in use since 2024, which has no published check: it is best compared with the document.",
        )),
    }
}

/// Why a text is not a project code.
pub const fn cup_error(error: CupError, language: Language) -> &'static str {
    match error {
        CupError::Length => pick(language, "Il CUP ha 15 caratteri.", "A CUP has 15 characters."),
        CupError::Shape => pick(
            language,
            "Il CUP è fatto di lettere e di cifre, per esempio C11G06000000001.",
            "A CUP is made of letters and digits, for example C11G06000000001.",
        ),
    }
}

/// What is worth a second look in a project code that was accepted.
pub const fn cup_doubt(check: CupCheck, language: Language) -> Option<&'static str> {
    match check {
        CupCheck::Usual => None,
        CupCheck::Unusual => Some(pick(
            language,
            "Nei CUP noti il primo e il quarto carattere sono lettere e gli altri cifre: conviene confrontarlo con l’atto.",
            "In known CUPs the first and fourth characters are letters and the others digits: it is best compared with \
             the document.",
        )),
    }
}

/// Why a text is not the protocol of an ISEE attestation.
pub const fn isee_protocol_error(error: IseeProtocolError, language: Language) -> &'static str {
    match error {
        IseeProtocolError::Start => pick(
            language,
            "Il protocollo dell’attestazione comincia con INPS-ISEE.",
            "The protocol of the attestation starts with INPS-ISEE.",
        ),
        IseeProtocolError::Length => pick(
            language,
            "Dopo INPS-ISEE ci sono l’anno, 9 caratteri e 2 cifre.",
            "After INPS-ISEE there are the year, 9 characters and 2 digits.",
        ),
        IseeProtocolError::Shape => pick(
            language,
            "Il protocollo si scrive come INPS-ISEE-2026-0A1B2C3D4-00: va riletto sull’attestazione.",
            "The protocol is written like INPS-ISEE-2026-0A1B2C3D4-00: please read it again on the attestation.",
        ),
    }
}

/// Why three texts are not a cadastral key.
pub const fn cadastral_error(error: CadastralError, language: Language) -> &'static str {
    match error {
        CadastralError::Sheet => pick(language, "Manca il foglio.", "The sheet is missing."),
        CadastralError::Parcel => pick(
            language,
            "Manca la particella (mappale).",
            "The parcel (mappale) is missing.",
        ),
        CadastralError::Shape => pick(
            language,
            "Foglio, particella e subalterno hanno solo lettere, cifre, barre, trattini e punti.",
            "Sheet, parcel and unit have only letters, digits, strokes, hyphens and dots.",
        ),
    }
}

/// What is worth a second look in a cadastral key.
pub const fn cadastral_doubt(doubt: CadastralDoubt, language: Language) -> &'static str {
    match doubt {
        CadastralDoubt::SheetWidth => pick(
            language,
            "Il foglio ha più di 4 caratteri: conviene confrontarlo con la visura.",
            "The sheet has more than 4 characters: it is best compared with the land register.",
        ),
        CadastralDoubt::ParcelWidth => pick(
            language,
            "La particella ha più di 5 caratteri: conviene confrontarla con la visura.",
            "The parcel has more than 5 characters: it is best compared with the land register.",
        ),
        CadastralDoubt::UnitWidth => pick(
            language,
            "Il subalterno ha più di 4 caratteri: conviene confrontarlo con la visura.",
            "The unit has more than 4 characters: it is best compared with the land register.",
        ),
        CadastralDoubt::SheetNotANumber => pick(
            language,
            "Il foglio di solito è un numero: conviene confrontarlo con la visura.",
            "The sheet is usually a number: it is best compared with the land register.",
        ),
    }
}

/// Whether an energy certificate holds: "L’attestato vale fino al 30 aprile 2026."
pub fn certificate_validity(validity: CertificateValidity, language: Language) -> String {
    match validity {
        CertificateValidity::NotYetIssued => pick(
            language,
            "La data di rilascio dell’attestato è nel futuro: va ricontrollata.",
            "The certificate’s day of issue lies in the future: please check it.",
        )
        .to_owned(),
        CertificateValidity::Valid { until } => {
            let until = day(until, language);
            say!(
                language,
                "L’attestato vale fino al {until}.",
                "The certificate is valid until {until}."
            )
        }
        CertificateValidity::Expired { since } => {
            let since = day(since, language);
            say!(
                language,
                "L’attestato è scaduto dal {since}: ne serve uno nuovo.",
                "The certificate has been expired since {since}: a new one is needed."
            )
        }
    }
}
