// SPDX-License-Identifier: AGPL-3.0-or-later
//! From a line to what the rules need to know of a household.
use crate::json_lines::{
    Fault, Field, Id, Ignored, Object, Place, day_up_to, decimal, each, flag, key_of, money, text,
};
use soglia_domain::{
    calendar::Day,
    eligibility::{Composition, PersonFacts, Situation},
    household::{Citizenship, IseeKind, MOST_MEMBERS, Relation},
    money::Money,
    rulebook::{Rules, ZoneIndex},
};
use std::borrow::Cow;

/// The fields of a household. The identity comes first, so that every answer can repeat it.
pub(super) const NAMES: [&str; 18] = [
    "id",
    "members",
    "citizenship",
    "regular_work",
    "resides_in_region",
    "works_in_region",
    "isee",
    "sap_patrimony",
    "equivalence_scale",
    "owns_adequate_home",
    "revoked_assignment_last_5_years",
    "illegal_occupation_last_5_years",
    "net_monthly_income",
    "zone",
    "followed_by_social_services",
    "manages_primary_needs",
    "temporary_difficulty",
    "needs_accompaniment",
];

const MEMBER: [&str; 4] = ["birth_date", "disability", "works", "relation"];

const ISEE: [&str; 3] = ["kind", "value", "dsu_date"];

/// Reads a household as it is on the day of the rules. Whatever is absent or null is unknown. No date lies after the
/// latest day.
pub(super) fn read<'a>(
    object: &Object<'a, 18>,
    latest: Day,
    rules: &Rules,
    ignored: &mut Ignored,
) -> Result<(Option<Id<'a>>, Situation), Fault> {
    let [
        id,
        members,
        citizenship,
        regular_work,
        resides_in_region,
        works_in_region,
        isee,
        sap_patrimony,
        equivalence_scale,
        owns_adequate_home,
        revoked_assignment,
        illegal_occupation,
        net_monthly_income,
        zone,
        followed_by_social_services,
        manages_primary_needs,
        temporary_difficulty,
        needs_accompaniment,
    ] = object.fields();
    let id = id.read(Id::parse)?;
    let (isee_kind, isee_value, dsu_date) = attested(isee, latest, ignored)?;
    let situation = Situation {
        composition: composition(members, latest, rules, ignored)?,
        equivalence_scale: equivalence_scale.read(scale)?,
        isee_kind,
        isee_value,
        dsu_date,
        sap_patrimony: sap_patrimony.read(money)?,
        net_monthly_income: net_monthly_income.read(money)?,
        zone: zone.read(|json| zone_of(json, rules))?.flatten(),
        citizenship: citizenship.read(key_of(&Citizenship::ALL, Citizenship::key))?,
        regular_work: regular_work.read(flag)?,
        resides_in_region: resides_in_region.read(flag)?,
        works_in_region: works_in_region.read(flag)?,
        owns_adequate_home: owns_adequate_home.read(flag)?,
        revoked_assignment: revoked_assignment.read(flag)?,
        illegal_occupation: illegal_occupation.read(flag)?,
        followed_by_social_services: followed_by_social_services.read(flag)?,
        manages_primary_needs: manages_primary_needs.read(flag)?,
        temporary_difficulty: temporary_difficulty.read(flag)?,
        needs_accompaniment: needs_accompaniment.read(flag)?,
    };
    Ok((id, situation))
}

fn composition(
    members: Field,
    latest: Day,
    rules: &Rules,
    ignored: &mut Ignored,
) -> Result<Composition, Fault> {
    let Some(json) = members.json() else {
        return Ok(Composition::default());
    };
    let mut people = [PersonFacts::default(); MOST_MEMBERS];
    let mut n_people = 0;
    let mut head = None;
    let read = each(json, |at, json| {
        let Some(place) = people.get_mut(at) else {
            return Err(members.fault(format!("a household has at most {MOST_MEMBERS} members")));
        };
        *place = match json {
            Some(json) => person(json, at, latest, ignored)?,
            None => PersonFacts::default(),
        };
        if place.relation == Some(Relation::Head) && head.replace(at).is_some() {
            let path = Place::Among("members", at).path("relation");
            return Err(Fault::of_field(path, "a household has one head"));
        }
        n_people = at + 1;
        Ok(())
    });
    read.map_err(|fault| fault.unwrap_or_else(|| members.fault("is a list of members in brackets")))?;
    // The rules take the first one for the head of household.
    people[..=head.unwrap_or(0)].rotate_right(usize::from(head.is_some()));
    Ok(Composition::of(people.into_iter().take(n_people), rules.day()))
}

fn person(json: &str, at: usize, latest: Day, ignored: &mut Ignored) -> Result<PersonFacts, Fault> {
    let mut object = Object::empty(&MEMBER, Place::Among("members", at));
    object.fill(json, ignored)?;
    let [birth_date, disability, works, relation] = object.fields();
    // No rule here asks for it, yet a slip in it is a slip.
    disability.read(flag)?;
    Ok(PersonFacts {
        birth_date: birth_date.read(day_up_to(latest))?,
        works: works.read(flag)?,
        relation: relation.read(key_of(&Relation::ALL, Relation::key))?,
    })
}

/// Kind, value and day of the attestation.
type Attested = (Option<IseeKind>, Option<Money>, Option<Day>);

fn attested(isee: Field, latest: Day, ignored: &mut Ignored) -> Result<Attested, Fault> {
    let mut object = Object::empty(&ISEE, Place::Within("isee"));
    if let Some(json) = isee.json() {
        object.fill(json, ignored)?;
    }
    let [kind, value, dsu_date] = object.fields();
    Ok((
        kind.read(key_of(&IseeKind::ALL, IseeKind::key))?,
        value.read(money)?,
        dsu_date.read(day_up_to(latest))?,
    ))
}

fn scale(json: &str) -> Result<u16, Cow<'static, str>> {
    const HOW: &str = "an equivalence scale is a decimal text such as \"2.46\", between 1.00 and 15.00";
    let found = decimal(json, 100, 1_500, HOW)?;
    u16::try_from(found).map_err(|_| HOW.into())
}

/// A zone that the table of market rents does not have is unknown.
fn zone_of(json: &str, rules: &Rules) -> Result<Option<ZoneIndex>, Cow<'static, str>> {
    let code = text(json).unwrap_or_default();
    match code.trim().as_bytes() {
        [letter, digits @ ..]
            if letter.is_ascii_alphabetic()
                && matches!(digits.len(), 1 | 2)
                && digits.iter().all(u8::is_ascii_digit) =>
        {
            Ok(rules.zone(&code))
        }
        _ => Err("a zone is an OMI code such as \"D12\"".into()),
    }
}
