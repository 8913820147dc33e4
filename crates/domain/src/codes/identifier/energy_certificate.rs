// SPDX-License-Identifier: AGPL-3.0-or-later
//! Energy performance certificates (APE) and how long they hold (D.Lgs. 192/2005, art. 6 c. 5).
use crate::{
    calendar::Day,
    dwelling::EnergyClass,
    rulebook::{ParameterName, ParameterValue, Rulebook},
};
use serde::{Deserialize, Serialize};

/// The energy performance certificate of a dwelling.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EnergyCertificate {
    /// The class it attests.
    pub class: EnergyClass,
    /// The day on which it was issued.
    pub issued: Day,
}

/// Whether a certificate holds on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CertificateValidity {
    /// It was issued after that day.
    NotYetIssued,
    /// It holds.
    Valid {
        /// Last day on which it does.
        until: Day,
    },
    /// It holds no longer.
    Expired {
        /// First day on which it does not.
        since: Day,
    },
}

impl EnergyCertificate {
    /// The last day on which it holds: the day before it is as old as the rulebook allows on the day of issue. Works that
    /// change the performance of the dwelling end it earlier.
    pub fn valid_until(&self, rulebook: &Rulebook) -> Day {
        self.expires(rulebook).plus_days(-1)
    }

    /// Whether it holds on a day.
    pub fn validity_on(&self, rulebook: &Rulebook, day: Day) -> CertificateValidity {
        let since = self.expires(rulebook);
        if day < self.issued {
            CertificateValidity::NotYetIssued
        } else if day < since {
            CertificateValidity::Valid {
                until: since.plus_days(-1),
            }
        } else {
            CertificateValidity::Expired { since }
        }
    }

    /// The first day on which it does not hold.
    fn expires(&self, rulebook: &Rulebook) -> Day {
        let parameter = rulebook.parameter(ParameterName::EnergyCertificateValidityYears, self.issued);
        let years = match parameter.value {
            ParameterValue::Number(years) => years,
            // A test rules it out.
            _ => 0,
        };
        self.issued.plus_months(years.saturating_mul(12))
    }
}
