// SPDX-License-Identifier: AGPL-3.0-or-later
//! Decisions about the rulebook itself: what is assumed can be amended, and suppositions can be saved.
use super::{CityRules, CityRulesPart, CityRulesPartId, Refusal, Verb};
use crate::{
    choosing::choose,
    context::{Context, Decided, NOTHING, here},
    id::{AmendmentId, CITY_RULES, ScenarioId},
    rulebook::{Amendment, NewValue, ParameterName, Scenario},
};
use soglia_kernel::{
    calendar::Day,
    edit::Edit,
    key::Identity,
    shape::{check_name, check_reason},
};

/// How many days ahead a rule may be set.
const MOST_DAYS_AHEAD: i64 = 3_653;

/// Most changes in one scenario, and most scenarios.
const MOST_SCENARIOS: usize = 200;

/// What a verb leads to.
///
/// # Errors
/// The refusal that a person can understand and mend.
pub fn decide(verb: &Verb, context: &Context<'_>) -> Decided {
    // There is one record of the rules. Begun again under another identity, it would be laid over the one that stands.
    if context.on != CITY_RULES.key() {
        return Err(Refusal::Unknown.into());
    }
    match verb {
        Verb::Say(fact) => match *fact {},
        Verb::SayOf { fact, .. } => match *fact {},
        Verb::Resolve(choosing) => {
            let rules: &CityRules = here(context, Refusal::Unknown)?;
            choose(context, rules, choosing, |_| Ok(()))
        }
        Verb::Amend {
            amendment,
            parameter,
            value,
            from,
            reason,
        } => amend(*amendment, *parameter, value, *from, reason, context),
        Verb::SaveScenario {
            scenario,
            name,
            changes,
        } => save_scenario(*scenario, name, changes, context),
        Verb::RemoveScenario { scenario } => remove_scenario(*scenario, context),
    }
}

fn amend(
    id: AmendmentId,
    parameter: ParameterName,
    value: &NewValue,
    from: Day,
    reason: &str,
    context: &Context<'_>,
) -> Decided {
    check_reason(reason)?;
    let present: Option<&CityRules> = context.here();
    if present.is_some_and(|rules| rules.amendments.iter().any(|known| known.id == id)) {
        return NOTHING;
    }
    let in_force = context.rulebook.parameter(parameter, from);
    if !in_force.is_amendable() {
        return Err(Refusal::NotAmendable.into());
    }
    if from < in_force.from || from > context.today().plus_days(MOST_DAYS_AHEAD) {
        return Err(Refusal::DayOutOfRange.into());
    }
    let Some(amended) = value.applied_to(&in_force.value) else {
        return Err(Refusal::ValueDoesNotFit.into());
    };
    if amended == in_force.value {
        return NOTHING;
    }
    let amendment = Amendment {
        id,
        parameter,
        value: value.clone(),
        from,
        reason: reason.trim().to_owned(),
        by: context.author.person,
        by_name: context.author.name.clone(),
        at: context.moment.at,
    };
    put(CityRulesPart::Amendment(Box::new(amendment)), context)
}

fn save_scenario(
    id: ScenarioId,
    name: &str,
    changes: &[(ParameterName, NewValue)],
    context: &Context<'_>,
) -> Decided {
    check_name(name)?;
    let present: Option<&CityRules> = context.here();
    let saved = present.map_or(&[][..], |rules| &rules.scenarios);
    if saved.iter().any(|known| known.id == id) {
        return NOTHING;
    }
    if saved.len() >= MOST_SCENARIOS || changes.len() > MOST_SCENARIOS || changes.is_empty() {
        return Err(Refusal::ScenarioOutOfRange.into());
    }
    let rules = context.rulebook.as_of(context.today());
    let fits =
        |(name, value): &(ParameterName, NewValue)| value.applied_to(&rules.parameter(*name).value).is_some();
    if !changes.iter().all(fits) {
        return Err(Refusal::ValueDoesNotFit.into());
    }
    let scenario = Scenario {
        id,
        name: name.trim().to_owned(),
        changes: changes.to_vec(),
        by: context.author.person,
        by_name: context.author.name.clone(),
        at: context.moment.at,
    };
    put(CityRulesPart::Scenario(Box::new(scenario)), context)
}

fn remove_scenario(id: ScenarioId, context: &Context<'_>) -> Decided {
    let present: Option<&CityRules> = context.here();
    if !present.is_some_and(|rules| rules.scenarios.iter().any(|known| known.id == id)) {
        return NOTHING;
    }
    context.one::<CityRules>(Edit::Drop(CityRulesPartId::Scenario(id)))
}

/// Whoever writes the first thing into the rules begins them.
fn put(part: CityRulesPart, context: &Context<'_>) -> Decided {
    let mut edits = Vec::with_capacity(2);
    if !context.exists() {
        edits.push(context.edit::<CityRules>(Edit::Begin(Box::default())));
    }
    edits.push(context.edit::<CityRules>(Edit::Put(part)));
    Ok(edits)
}
