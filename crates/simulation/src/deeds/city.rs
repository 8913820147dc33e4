// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is decided about the rules of the City.
use crate::chance::Chance;
use soglia_domain::{
    action::Action,
    area::SurfaceKind,
    calendar::Day,
    city_rules,
    id::{AmendmentId, CITY_RULES, ScenarioId},
    rulebook::{NewValue, ParameterName},
};

pub(super) fn of_the_rules(chance: &mut Chance) -> Action {
    let share = NewValue::Number(10 + chance.below(50) as u32);
    let verb = match chance.below(3) {
        0 => city_rules::Verb::Amend {
            amendment: AmendmentId(chance.id()),
            parameter: ParameterName::CapSurfaceKind,
            value: NewValue::SurfaceKind(chance.one_of(&[SurfaceKind::Usable, SurfaceKind::Cadastral])),
            // Long before the play or long after it, so that no rent that was right becomes wrong.
            from: Day::constant(2035, 1, 1 + chance.below(28) as i8),
            reason: "prova".to_owned(),
        },
        1 => city_rules::Verb::SaveScenario {
            scenario: ScenarioId(chance.id()),
            name: format!("Ipotesi {}", chance.below(9)),
            changes: vec![(ParameterName::CapServiceChargesShare, share)],
        },
        _ => city_rules::Verb::Amend {
            amendment: AmendmentId(chance.id()),
            parameter: ParameterName::SalvaCasaOneRoom,
            value: NewValue::Table(vec![20 + chance.below(5) as u32, 28]),
            from: Day::constant(2026, 10, 1 + chance.below(28) as i8),
            reason: "prova".to_owned(),
        },
    };
    Action::on(CITY_RULES, verb)
}
