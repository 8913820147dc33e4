// SPDX-License-Identifier: AGPL-3.0-or-later
//! Worked examples by the section of the domain facts in which they stand, and one example for each refusal.
use super::*;
use crate::{
    calendar::Day,
    dwelling::{CadastralKey, EnergyClass},
    rulebook::Rulebook,
};

#[track_caller]
fn organisation(text: &str, expected: Result<&str, OrganisationCodeError>) {
    let read = OrganisationCode::parse(text);
    assert_eq!(
        read.as_ref().map(OrganisationCode::as_str),
        expected.as_ref().copied(),
        "{text}"
    );
}

#[test]
fn section_8_2_codes_of_eleven_digits() {
    for code in ["00743110157", "97063040014", "12345670017"] {
        organisation(code, Ok(code));
    }
    organisation("12345670011", Err(OrganisationCodeError::CheckDigit));
}

#[test]
fn a_code_of_an_organisation_is_read_with_spaces_and_country() {
    organisation(" 123 456 78903 ", Ok("12345678903"));
    organisation("it00743110157", Ok("00743110157"));
    organisation("IT 007 4311 0157", Ok("00743110157"));
}

#[test]
fn each_mistake_in_the_code_of_an_organisation_has_its_name() {
    use OrganisationCodeError as E;
    organisation("", Err(E::Length));
    organisation("IT", Err(E::Length));
    organisation("1234567890", Err(E::Length));
    organisation("ITIT0743110157", Err(E::Length));
    organisation("0074311015O", Err(E::Shape));
    organisation("0074311015è", Err(E::Shape));
    organisation("٠٠٧٤٣١١٠١٥٧", Err(E::Shape));
    organisation("00000000000", Err(E::Zeros));
    organisation("12345678901", Err(E::CheckDigit));
}

#[track_caller]
fn tender(text: &str, expected: Result<(CigKind, CigCheck), CigError>) {
    let read = Cig::parse(text).map(|cig| (cig.kind(), cig.check()));
    assert_eq!(read, expected, "{text}");
}

#[test]
fn section_6_5_tender_codes() {
    for code in ["1234567CE7", "00000010D3", "7654321183"] {
        tender(code, Ok((CigKind::Ordinary, CigCheck::Verified)));
    }
    for code in ["ZC81A2B3C4", "XD30000001", "Y6DFFFFFFF"] {
        tender(code, Ok((CigKind::Smart, CigCheck::Verified)));
    }
    tender("1234567CE8", Err(CigError::CheckCharacters));
    for number in 1..=27 {
        tender(
            &format!("ES{number:02}"),
            Ok((CigKind::Exclusion, CigCheck::Verified)),
        );
    }
}

#[test]
fn a_code_of_the_new_platform_is_accepted_with_a_doubt() {
    for code in ["A04D3C8A66", "b1f2c3d4e5"] {
        tender(code, Ok((CigKind::New, CigCheck::NotVerifiable)));
    }
}

#[test]
fn each_mistake_in_a_tender_code_has_its_name() {
    tender("", Err(CigError::Length));
    tender("1234567CE", Err(CigError::Length));
    tender("1234567CE77", Err(CigError::Length));
    tender("ES1", Err(CigError::Length));
    tender("1234567CEG", Err(CigError::Shape));
    tender("12345A7CE7", Err(CigError::Shape));
    tender("ZG81A2B3C4", Err(CigError::Shape));
    tender("A04D-C8A66", Err(CigError::Shape));
    tender("À04D3C8A66", Err(CigError::Shape));
    tender("0000000000", Err(CigError::Zeros));
    tender("X000000000", Err(CigError::Zeros));
    tender("ES00", Err(CigError::Exclusion));
    tender("ES28", Err(CigError::Exclusion));
    tender("ES+1", Err(CigError::Exclusion));
    tender("ESÀ1", Err(CigError::Exclusion));
    tender("ZC91A2B3C4", Err(CigError::CheckCharacters));
}

#[test]
fn a_tender_code_is_read_in_any_case_and_with_spaces() {
    let read = Cig::parse(" zc8 1a2b3c4 ");
    assert_eq!(read.as_ref().map(Cig::as_str), Ok("ZC81A2B3C4"));
}

const TODAY: Day = Day::constant(2026, 11, 22);

#[track_caller]
fn project(text: &str, expected: Result<(CupCheck, Option<i16>), CupError>) {
    let read = Cup::parse(text).map(|cup| (cup.check(), cup.year_on(TODAY)));
    assert_eq!(read, expected, "{text}");
}

#[test]
fn section_6_4_project_codes() {
    project("C11G06000000001", Ok((CupCheck::Usual, Some(2006))));
    project("c11g 06000 000001", Ok((CupCheck::Usual, Some(2006))));
    project("B41B26000120001", Ok((CupCheck::Usual, Some(2026))));
    // Neither a year to come nor one before the first codes is told.
    project("B41B27000120001", Ok((CupCheck::Usual, None)));
    project("B41B99000120001", Ok((CupCheck::Usual, None)));
    // The positions are known from codes seen, so another order is a doubt.
    project("1CG106000000001", Ok((CupCheck::Unusual, None)));
}

#[test]
fn each_mistake_in_a_project_code_has_its_name() {
    project("", Err(CupError::Length));
    project("C11G0600000000", Err(CupError::Length));
    project("C11G060000000011", Err(CupError::Length));
    project("C11G06-00000001", Err(CupError::Shape));
    project("C11G0600000000é", Err(CupError::Shape));
    project("111106000000001", Err(CupError::Shape));
    project("ABCDEFGHIJKLMNO", Err(CupError::Shape));
}

#[track_caller]
fn protocol(text: &str, expected: Result<(&str, i16), IseeProtocolError>) {
    let read = IseeProtocol::parse(text);
    let read = read.as_ref().map(|protocol| (protocol.as_str(), protocol.year()));
    assert_eq!(read, expected.as_ref().copied(), "{text}");
}

#[test]
fn section_3_7_protocols_of_isee_attestations() {
    let written = "INPS-ISEE-2026-0A1B2C3D4-00";
    for text in [
        written,
        " inps-isee-2026-0a1b2c3d4-00 ",
        "INPS–ISEE–2026–0A1B2C3D4–00",
        "INPS ISEE 2026 0A1B2C3D4 00",
    ] {
        protocol(text, Ok((written, 2026)));
    }
}

#[test]
fn each_mistake_in_a_protocol_has_its_name() {
    use IseeProtocolError as E;
    protocol("", Err(E::Start));
    protocol("ISEE-2026-0A1B2C3D4-00", Err(E::Start));
    protocol("INPS-ISEE-2026-0A1B2C3D4", Err(E::Length));
    protocol("INPS-ISEE-2026-0A1B2C3D45-00", Err(E::Length));
    protocol("INPS-ISEE-1926-0A1B2C3D4-00", Err(E::Shape));
    protocol("INPS-ISEE-2026-0A1B2C3D4-0A", Err(E::Shape));
    protocol("INPS-ISEE-2026-0A1B2C3DÈ-00", Err(E::Shape));
}

#[test]
fn a_protocol_never_shows_itself_in_a_log() {
    let protocol = IseeProtocol::parse("INPS-ISEE-2026-0A1B2C3D4-00");
    assert_eq!(format!("{protocol:?}"), "Ok(IseeProtocol(…))");
    let refused = serde_json::from_str::<IseeProtocol>("\"INPS-ISEE-2026-0A1B2C3D4-0A\"").err();
    let said = refused.expect("a wrong protocol is refused").to_string();
    assert!(!said.contains("0A1B2C3D4"), "{said}");
}

#[test]
fn a_code_is_a_text_on_the_wire() {
    let cig: Cig = serde_json::from_str("\"zc81a2b3c4\"").expect("a correct code");
    assert_eq!(
        serde_json::to_string(&cig).ok().as_deref(),
        Some("\"ZC81A2B3C4\"")
    );
    assert!(serde_json::from_str::<Cup>("\"C11G\"").is_err());
    assert!(serde_json::from_str::<OrganisationCode>("\"00000000000\"").is_err());
}

#[track_caller]
fn key(sheet: &str, parcel: &str, unit: &str) -> CadastralKey {
    CadastralKey::parse(sheet, parcel, unit)
        .unwrap_or_else(|error| panic!("{sheet} {parcel} {unit}: {error:?}"))
}

#[test]
fn section_8_4_unusual_widths_of_a_cadastral_key_are_a_doubt() {
    use CadastralDoubt as D;
    assert_eq!(key("431", "209", "713").doubts(), []);
    assert_eq!(key("0431", "00209", "0713").doubts(), []);
    assert_eq!(key("000431", "0000209", "").doubts(), []);
    assert_eq!(key("43100", "209", "").doubts(), [D::SheetWidth]);
    assert_eq!(
        key("431", "209000", "71300").doubts(),
        [D::ParcelWidth, D::UnitWidth]
    );
    assert_eq!(key("AB", "209/A", "").doubts(), [D::SheetNotANumber]);
}

#[test]
fn leading_zeros_and_spaces_do_not_make_another_unit() {
    assert!(key("0431", "209", "1").is_same_unit(&key(" 431", "00209", "001")));
    assert!(key("431", "7a", "").is_same_unit(&key("431", "7 A", "")));
    assert!(!key("431", "209", "").is_same_unit(&key("431", "209", "0")));
    assert!(!key("431", "209", "1").is_same_unit(&key("431", "209", "10")));
    assert_eq!(key("0431", "209", "").sheet, "0431");
}

#[test]
fn a_cadastral_key_without_sheet_or_parcel_is_refused() {
    let read = |sheet, parcel, unit| CadastralKey::parse(sheet, parcel, unit).err();
    assert_eq!(read(" ", "209", ""), Some(CadastralError::Sheet));
    assert_eq!(read("431", "", "1"), Some(CadastralError::Parcel));
    assert_eq!(read("431", "209;", "1"), Some(CadastralError::Shape));
    assert_eq!(read("431", "209", "(ex"), Some(CadastralError::Shape));
}

#[test]
fn section_8_5_a_certificate_holds_ten_years() {
    let rulebook = Rulebook::published();
    let certificate = EnergyCertificate {
        class: EnergyClass::C,
        issued: Day::constant(2016, 5, 1),
    };
    let last = Day::constant(2026, 4, 30);
    assert_eq!(certificate.valid_until(&rulebook), last);
    let on = |day| certificate.validity_on(&rulebook, day);
    assert_eq!(on(Day::constant(2016, 4, 30)), CertificateValidity::NotYetIssued);
    assert_eq!(on(certificate.issued), CertificateValidity::Valid { until: last });
    assert_eq!(on(last), CertificateValidity::Valid { until: last });
    let since = Day::constant(2026, 5, 1);
    assert_eq!(on(since), CertificateValidity::Expired { since });
    assert_eq!(
        on(Day::constant(2030, 1, 1)),
        CertificateValidity::Expired { since }
    );
}

#[test]
fn section_8_5_the_classes_are_ten_and_best_first() {
    let names: Vec<&str> = EnergyClass::ALL.iter().map(|class| class.key()).collect();
    assert_eq!(names, ["A4", "A3", "A2", "A1", "B", "C", "D", "E", "F", "G"]);
    assert!(EnergyClass::A4 < EnergyClass::G);
}
