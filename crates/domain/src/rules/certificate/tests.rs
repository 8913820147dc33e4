// SPDX-License-Identifier: AGPL-3.0-or-later
use super::*;

const TODAY: Day = Day::constant(2026, 11, 22);

fn certificate() -> RentCertificate {
    let area = FloorArea::from_hundredths(6_200).expect("a surface in range");
    RentCertificate::issue(
        "C-0042",
        area,
        RentTier::ReducedCapped,
        &Rulebook::published().as_of(TODAY),
    )
}

/// The certificate with a change, and a checksum that follows from it again.
fn forged(change: impl FnOnce(&mut RentCertificate)) -> RentCertificate {
    let mut certificate = certificate();
    change(&mut certificate);
    certificate.checksum = certificate.computed_checksum();
    certificate
}

#[test]
fn a_certificate_holds_its_amounts_its_parameters_and_survives_the_wire() {
    let issued = certificate();
    assert_eq!((issued.yearly.cents(), issued.monthly.cents()), (341_000, 28_416));
    assert_eq!(issued.parameters[0].version.0, "cap_reduced_capped@2026-03-10");
    let wire = serde_json::to_vec(&issued).expect("a certificate can be written");
    let read: RentCertificate = serde_json::from_slice(&wire).expect("and read");
    assert_eq!(read, issued);
    assert_eq!(read.verify(), Ok(Vec::new()));
}

#[test]
fn whatever_is_changed_the_checksum_tells() {
    let changes: [fn(&mut RentCertificate); 6] = [
        |certificate| certificate.dwelling.push('1'),
        |certificate| certificate.monthly = Money::from_cents(28_417),
        |certificate| certificate.yearly = Money::from_cents(341_004),
        |certificate| certificate.day = Day::constant(2026, 11, 23),
        |certificate| certificate.tier = RentTier::Capped,
        |certificate| certificate.parameters[0].source.push('.'),
    ];
    for change in changes {
        let mut changed = certificate();
        change(&mut changed);
        assert_eq!(changed.verify(), Err(CertificateError::Checksum));
    }
}

#[test]
fn a_new_checksum_does_not_save_wrong_amounts() {
    let yearly = Money::from_cents(341_000);
    let expected = CertificateError::Amounts {
        yearly,
        monthly: Money::from_cents(28_416),
    };
    let wrong = forged(|certificate| certificate.monthly = Money::from_cents(28_417));
    assert_eq!(wrong.verify(), Err(expected));
}

#[test]
fn a_new_checksum_does_not_save_another_cap() {
    let other = forged(|certificate| {
        certificate.cap = Money::from_euro(60);
        (certificate.yearly, certificate.monthly) = ceiling_of(certificate.area, certificate.cap);
    });
    assert_eq!(other.verify(), Err(CertificateError::NotItsParameters));
    let renamed = forged(|certificate| {
        certificate.cap = Money::from_euro(60);
        certificate.parameters[0].value = "60.00".to_owned();
        (certificate.yearly, certificate.monthly) = ceiling_of(certificate.area, certificate.cap);
    });
    assert!(matches!(
        renamed.verify(),
        Err(CertificateError::OtherValue { .. })
    ));
    let unknown = forged(|certificate| {
        certificate.parameters[0].version = ParameterVersion("cap_reduced_capped@2027-01-01".to_owned());
    });
    assert!(matches!(
        unknown.verify(),
        Err(CertificateError::UnknownParameter { .. })
    ));
}

#[test]
fn an_amended_surface_kind_is_named() {
    let version =
        ParameterVersion("cap_surface_kind@2026-11-01+00000000-0000-0000-0000-000000000001".to_owned());
    let amended = forged(|certificate| {
        certificate.surface_kind = SurfaceKind::Cadastral;
        certificate.parameters[1].value = "cadastral".to_owned();
        certificate.parameters[1].version = version.clone();
    });
    assert_eq!(amended.verify(), Ok(vec![version]));
}
