// SPDX-License-Identifier: AGPL-3.0-or-later
//! Why a rent certificate does not hold.
use crate::{Language, money, pick, say};
use soglia_domain::certificate::CertificateError;

/// What is wrong with a certificate, in one sentence.
pub fn certificate_error(error: &CertificateError, language: Language) -> String {
    match error {
        CertificateError::Checksum => pick(
            language,
            "Il codice di controllo non corrisponde al contenuto: qualcosa è stato cambiato dopo l’emissione.",
            "The checksum does not follow from the content: something was changed after it was issued.",
        )
        .to_owned(),
        CertificateError::Amounts { yearly, monthly } => {
            let (yearly, monthly) = (money(*yearly, language), money(*monthly, language));
            say!(
                language,
                "Gli importi non seguono da superficie e massimale: risultano {yearly} all’anno e {monthly} al mese.",
                "The amounts do not follow from surface and cap: {yearly} a year and {monthly} a month do."
            )
        }
        CertificateError::UnknownParameter { version } => say!(
            language,
            "Il certificato cita {version}, che queste regole non hanno.",
            "The certificate names {version}, which these rules do not have."
        ),
        CertificateError::OtherValue { version, published } => say!(
            language,
            "Per {version} il valore pubblicato è un altro: {published}.",
            "Another value was published for {version}: {published}."
        ),
        CertificateError::NotItsParameters => pick(
            language,
            "Il massimale o la superficie non sono quelli dei valori citati.",
            "The cap or the surface is not that of the values named.",
        )
        .to_owned(),
        CertificateError::NotInForce { version } => say!(
            language,
            "Nel giorno del certificato {version} non era in vigore.",
            "On the day of the certificate {version} was not in force."
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use soglia_domain::{
        area::FloorArea, calendar::Day, certificate::RentCertificate, money::Money, rent::RentTier,
        rulebook::Rulebook,
    };

    #[test]
    fn a_certificate_that_was_changed_says_what_follows() {
        let rules = Rulebook::published().as_of(Day::constant(2026, 11, 22));
        let area = FloorArea::from_hundredths(6_200).expect("a surface in range");
        let issued = RentCertificate::issue("E15-0001", area, RentTier::ReducedCapped, &rules);
        let mut dearer = issued.clone();
        dearer.monthly = Money::from_cents(28_417);
        let error = dearer.verify().expect_err("something was changed");
        assert!(certificate_error(&error, Language::Italian).contains("cambiato"));
        dearer.checksum = dearer.computed_checksum();
        let error = dearer.verify().expect_err("the amount does not follow");
        assert!(certificate_error(&error, Language::Italian).contains("284,16\u{a0}€ al mese"));
    }
}
