// SPDX-License-Identifier: AGPL-3.0-or-later
//! Codes by which offices know organisations, contracts, projects, attestations, dwellings and certificates. The tax code
//! of a person has a module of its own, `tax_code`.
//!
//! Each type is read from text once, in any case and with spaces, and holds the form in which it is written. What is
//! certainly wrong is refused; what cannot be told is accepted with a doubt.
mod cadastral;
mod cig;
mod cup;
pub(crate) mod eleven_digits;
mod energy_certificate;
mod isee_protocol;
mod vat;

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;

pub use cadastral::{CadastralDoubt, CadastralError};
pub use cig::{Cig, CigCheck, CigError, CigKind};
pub use cup::{Cup, CupCheck, CupError};
pub use energy_certificate::{CertificateValidity, EnergyCertificate};
pub use isee_protocol::{IseeProtocol, IseeProtocolError};
pub use vat::{OrganisationCode, OrganisationCodeError};

/// The text without spaces, in capitals.
fn compact(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| c.to_ascii_uppercase())
        .collect()
}

/// On the wire a code is its text. What is refused stays out of the message, because it may be about a person.
macro_rules! written_as_text {
    ($name:ident, $refused:literal) => {
        impl TryFrom<String> for $name {
            type Error = &'static str;

            fn try_from(text: String) -> Result<Self, &'static str> {
                Self::parse(&text).map_err(|_| $refused)
            }
        }

        impl From<$name> for String {
            fn from(code: $name) -> Self {
                code.as_str().to_owned()
            }
        }
    };
}
use written_as_text;
