// SPDX-License-Identifier: AGPL-3.0-or-later
//! Any text as the other codes: what is accepted reads back as itself.
use soglia_domain::{
    calendar::Day,
    dwelling::CadastralKey,
    identifier::{Cig, Cup, IseeProtocol, OrganisationCode},
};

/// What must hold of any bytes.
pub fn check(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    if let Ok(code) = Cig::parse(text) {
        let again = Cig::parse(code.as_str()).expect("a code reads back as itself");
        assert!((again.kind(), again.check()) == (code.kind(), code.check()));
    }
    if let Ok(code) = Cup::parse(text) {
        assert!(Cup::parse(code.as_str()).is_ok());
        let _ = (code.check(), code.year_on(Day::constant(2026, 11, 22)));
    }
    if let Ok(code) = OrganisationCode::parse(text) {
        assert!(OrganisationCode::parse(code.as_str()).is_ok());
    }
    if let Ok(protocol) = IseeProtocol::parse(text) {
        assert!(IseeProtocol::parse(protocol.as_str()).is_ok());
        assert!((2000..=2099).contains(&protocol.year()));
    }
    let mut parts = text.splitn(3, '/');
    let mut part = || parts.next().unwrap_or_default();
    if let Ok(key) = CadastralKey::parse(part(), part(), part()) {
        let _ = key.doubts();
        assert!(key.is_same_unit(&key));
    }
}
