// SPDX-License-Identifier: AGPL-3.0-or-later
//! `soglia rent`: rent ceilings of dwellings, one on each line, and certificates of them (docs/formats.md).
mod certificates;

pub use certificates::verify;

use crate::json_lines::{
    self, Answer, Fault, Id, Object, Place, Refused, Tally, key_of, money, surface, text,
};
use soglia_domain::{
    area::FloorArea,
    calendar::Day,
    certificate::RentCertificate,
    money::Money,
    rent::RentTier,
    rent::{burden, cap_parameter, rent_ceiling},
    rulebook::{Rulebook, Rules},
};
use std::io::{self, Read, Write};

/// Tells the highest rent of a dwelling on each line under the published caps of a day, or certifies it.
///
/// # Errors
/// When the input cannot be read or the output not written. A line that is wrong is answered and counted.
pub fn ceilings(
    as_of: Day,
    certificates: bool,
    input: impl Read + Send,
    output: impl Write,
) -> io::Result<Tally> {
    json_lines::run(&Ceilings::new(as_of, certificates), input, output)
}

/// The fields of a dwelling.
const NAMES: [&str; 5] = ["id", "surface_m2", "tier", "net_monthly_income", "code"];

/// Dwellings held against the published caps of a day.
struct Ceilings {
    rules: Rules,
    certificates: bool,
    /// The end of every answer at each tier, as it is the same on each line: cap, its parameter, surface and rules.
    ends: [String; 2],
}

/// What is known of a dwelling.
struct Dwelling<'a> {
    id: Option<Id<'a>>,
    /// How a certificate calls it.
    code: Option<String>,
    area: FloorArea,
    tier: RentTier,
    net_monthly_income: Option<Money>,
}

impl Ceilings {
    fn new(as_of: Day, certificates: bool) -> Self {
        let rules = Rulebook::published().as_of(as_of);
        let end = |tier: RentTier| {
            let parameter = rules.parameter(cap_parameter(tier));
            format!(
                ",\"parameter\":\"{}\",\"cap\":\"{}\",\"surface_kind\":\"{}\",\"rulebook\":\"{}\"}}",
                parameter.version(),
                rules.money(parameter.name),
                rules.cap_surface_kind().key(),
                rules.version(),
            )
        };
        Self {
            ends: RentTier::ALL.map(end),
            certificates,
            rules,
        }
    }

    fn read<'a>(&self, object: &Object<'a, 5>) -> Result<Dwelling<'a>, Fault> {
        let [id, surface_m2, tier, net_monthly_income, code] = object.fields();
        let named = match (self.certificates, id.json(), code.json()) {
            (false, ..) => None,
            (true, Some(id), None) => Some(text(id).map_or_else(|_| id.to_owned(), |id| id.into_owned())),
            (true, ..) => Some(code.need(text)?.into_owned()),
        };
        Ok(Dwelling {
            id: id.read(Id::parse)?,
            code: named,
            area: surface_m2.need(surface)?,
            tier: tier.need(key_of(&RentTier::ALL, RentTier::key))?,
            net_monthly_income: net_monthly_income.read(money)?,
        })
    }

    fn write(&self, dwelling: &Dwelling, output: &mut Vec<u8>) {
        let ceiling = rent_ceiling(dwelling.area, dwelling.tier, &self.rules);
        let id = dwelling.id.as_ref().unwrap_or(&Id::NONE).json();
        // Writing to memory cannot fail.
        let _ = write!(
            output,
            "{{\"id\":{id},\"yearly_ceiling\":\"{}\",\"monthly_ceiling\":\"{}\"",
            ceiling.yearly, ceiling.monthly
        );
        if let Some(share) = dwelling
            .net_monthly_income
            .and_then(|income| burden(ceiling.monthly, income))
        {
            let _ = write!(
                output,
                ",\"burden_percent\":\"{}.{:02}\"",
                share / 100,
                share % 100
            );
        }
        let end = RentTier::ALL.iter().position(|tier| *tier == dwelling.tier);
        output.extend_from_slice(self.ends[end.unwrap_or(0)].as_bytes());
    }
}

impl Answer for Ceilings {
    fn answer<'a>(&self, line: &'a str, output: &mut Vec<u8>, tally: &mut Tally) -> Result<(), Refused<'a>> {
        let mut object = Object::empty(&NAMES, Place::Line);
        let filled = object.fill(line, &mut tally.ignored);
        let dwelling = filled
            .and_then(|()| self.read(&object))
            .map_err(|fault| Refused::named(object.raw(0), fault))?;
        match &dwelling.code {
            None => self.write(&dwelling, output),
            Some(code) => {
                let certificate = RentCertificate::issue(code, dwelling.area, dwelling.tier, &self.rules);
                // Writing to memory cannot fail.
                let _ = serde_json::to_writer(output, &certificate);
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
