// SPDX-License-Identifier: AGPL-3.0-or-later
//! The certificate of a rent ceiling: every input, every result, the parameter versions and a checksum, so that anybody
//! can compute it again years later.
use crate::{
    area::{FloorArea, SurfaceKind},
    calendar::Day,
    digest::sha256_hex,
    money::Money,
    rent::RentTier,
    rent::{RentCeiling, ceiling_of, rent_ceiling},
    rulebook::{Parameter, ParameterName, ParameterVersion, Rulebook, Rules, Status, canonical},
};
use serde::{Deserialize, Serialize};

/// A parameter as a certificate names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CertifiedParameter {
    /// Which value of which parameter.
    pub version: ParameterVersion,
    /// The value: an amount as "75.00", a kind of surface by its key.
    pub value: String,
    /// Document and article; for an amended value who amended it.
    pub source: String,
    /// How sure it is.
    pub status: Status,
}

impl CertifiedParameter {
    fn of(parameter: &Parameter) -> Self {
        Self {
            version: parameter.version(),
            value: canonical(&parameter.value),
            source: parameter.source.clone().into_owned(),
            status: parameter.status,
        }
    }
}

/// The highest rent of one dwelling at one tier on a day, with its whole calculation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RentCertificate {
    /// Code of the dwelling.
    pub dwelling: String,
    /// The day of the rules.
    pub day: Day,
    /// Which ceiling.
    pub tier: RentTier,
    /// Which surface the cap refers to.
    pub surface_kind: SurfaceKind,
    /// That surface, in square metres.
    pub area: FloorArea,
    /// Euro per square metre and year.
    pub cap: Money,
    /// Highest rent in a year: surface x cap, rounded down to the cent.
    pub yearly: Money,
    /// Highest monthly instalment: a twelfth, rounded down to the cent.
    pub monthly: Money,
    /// The parameters it rests on: the cap, and the kind of surface.
    pub parameters: Vec<CertifiedParameter>,
    /// SHA-256 over everything above, in hexadecimal.
    pub checksum: String,
}

/// Why a certificate does not hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CertificateError {
    /// The checksum does not follow from the content: something was changed.
    Checksum,
    /// The amounts do not follow from surface and cap.
    Amounts {
        /// Yearly ceiling that follows.
        yearly: Money,
        /// Monthly ceiling that follows.
        monthly: Money,
    },
    /// It names a parameter version that the rulebook does not have.
    UnknownParameter {
        /// Which.
        version: ParameterVersion,
    },
    /// The rulebook has another value for that version.
    OtherValue {
        /// Which.
        version: ParameterVersion,
        /// The value in the rulebook.
        published: String,
    },
    /// The cap or the kind of surface is not the one of its parameters, or a parameter is missing.
    NotItsParameters,
    /// Another value held on its day.
    NotInForce {
        /// The version that it names.
        version: ParameterVersion,
    },
}

impl CertificateError {
    /// Short stable code.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Checksum => "checksum",
            Self::Amounts { .. } => "amounts",
            Self::UnknownParameter { .. } => "unknown_parameter",
            Self::OtherValue { .. } => "other_value",
            Self::NotItsParameters => "not_its_parameters",
            Self::NotInForce { .. } => "not_in_force",
        }
    }
}

impl RentCertificate {
    /// Certifies the ceiling of a dwelling under the rules of a day. The area is of the kind to which the caps refer.
    pub fn issue(dwelling: &str, area: FloorArea, tier: RentTier, rules: &Rules) -> Self {
        let ceiling = rent_ceiling(area, tier, rules);
        let RentCeiling {
            surface_kind,
            cap,
            parameter,
            yearly,
            monthly,
            ..
        } = ceiling;
        let named = [parameter, ParameterName::CapSurfaceKind];
        let mut certificate = Self {
            dwelling: dwelling.to_owned(),
            day: rules.day(),
            tier,
            surface_kind,
            area,
            cap,
            yearly,
            monthly,
            parameters: named
                .map(|name| CertifiedParameter::of(rules.parameter(name)))
                .to_vec(),
            checksum: String::new(),
        };
        certificate.checksum = certificate.computed_checksum();
        certificate
    }

    /// Computes everything again.
    ///
    /// The published values are held against the rulebook of this version; amended ones are the City's own, and their
    /// versions are given back for whoever wants to look them up.
    ///
    /// # Errors
    /// [`CertificateError`], the first that is found.
    pub fn verify(&self) -> Result<Vec<ParameterVersion>, CertificateError> {
        if self.checksum != self.computed_checksum() {
            return Err(CertificateError::Checksum);
        }
        let (yearly, monthly) = ceiling_of(self.area, self.cap);
        if (yearly, monthly) != (self.yearly, self.monthly) {
            return Err(CertificateError::Amounts { yearly, monthly });
        }
        let named = |name: ParameterName| {
            let same = |one: &&CertifiedParameter| one.version.name() == Some(name);
            self.parameters.iter().find(same).map(|one| one.value.as_str())
        };
        let cap = named(crate::rent::cap_parameter(self.tier));
        let kind = named(ParameterName::CapSurfaceKind);
        if cap != Some(&*self.cap.to_string()) || kind != Some(self.surface_kind.key()) {
            return Err(CertificateError::NotItsParameters);
        }
        let mut amended = Vec::new();
        for parameter in &self.parameters {
            let version = &parameter.version;
            if version.is_amended() {
                amended.push(version.clone());
                continue;
            }
            let name = version.name();
            let published = name.and_then(|name| {
                let history = Rulebook::published().history(name);
                history.into_iter().find(|known| known.version() == *version)
            });
            let (Some(name), Some(published)) = (name, published) else {
                return Err(CertificateError::UnknownParameter {
                    version: version.clone(),
                });
            };
            let value = canonical(&published.value);
            if value != parameter.value {
                return Err(CertificateError::OtherValue {
                    version: version.clone(),
                    published: value,
                });
            }
            if Rulebook::published().parameter(name, self.day).version() != *version {
                return Err(CertificateError::NotInForce {
                    version: version.clone(),
                });
            }
        }
        Ok(amended)
    }

    /// The checksum that follows from the content: SHA-256 over one line for each field, in the order of the type.
    pub fn computed_checksum(&self) -> String {
        let mut text = format!(
            "soglia rent certificate 1\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n",
            // A line break in a code could stand for the next field.
            self.dwelling.escape_default(),
            self.day,
            self.tier.key(),
            self.surface_kind.key(),
            self.area,
            self.cap,
            self.yearly,
            self.monthly
        );
        for parameter in &self.parameters {
            text.push_str(&format!(
                "{}={} {} {}\n",
                parameter.version,
                parameter.value.escape_default(),
                parameter.status.key(),
                parameter.source.escape_default()
            ));
        }
        sha256_hex(text.as_bytes())
    }
}

#[cfg(test)]
mod tests;
