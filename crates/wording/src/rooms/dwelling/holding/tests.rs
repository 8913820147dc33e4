// SPDX-License-Identifier: AGPL-3.0-or-later
use super::*;
use soglia_domain::{area::FloorArea, calendar::Day};
use std::collections::BTreeSet;

const BOTH: [Language; 2] = [Language::Italian, Language::English];

fn loan(to: Option<Day>, section: Option<RuntsSection>) -> Title {
    Title {
        kind: TitleKind::FreeLoanForUse,
        from: Day::constant(2026, 6, 1),
        to,
        holder_section: section,
    }
}

#[test]
fn every_kind_has_a_name_of_its_own_in_both_languages() {
    for language in BOTH {
        let spaces: BTreeSet<_> = SpaceKind::ALL.map(|kind| space_kind(kind, language)).into();
        assert_eq!(spaces.len(), SpaceKind::ALL.len());
        let titles: BTreeSet<_> = TitleKind::ALL.map(|kind| title_kind(kind, language)).into();
        assert_eq!(titles.len(), TitleKind::ALL.len());
        let sections: BTreeSet<_> = RuntsSection::ALL
            .map(|section| runts_section(section, language))
            .into();
        assert_eq!(sections.len(), RuntsSection::ALL.len());
    }
}

#[test]
fn a_space_and_a_title_read_as_one_line() {
    let mut space = MeasuredSpace {
        kind: SpaceKind::Room,
        area: FloorArea::from_hundredths(1_450).expect("a surface in range"),
        height_cm: None,
    };
    assert_eq!(measured_space(&space, Language::Italian), "Stanza, 14,50 m²");
    space.height_cm = Some(165);
    assert_eq!(
        measured_space(&space, Language::English),
        "Room, 14.50 m², 165 cm high"
    );
    let open = title(&loan(None, None), Language::Italian);
    assert!(
        open.starts_with("Comodato d’uso gratuito, dal ") && !open.contains(" al "),
        "{open}"
    );
    let ended = loan(
        Some(Day::constant(2040, 12, 31)),
        Some(RuntsSection::PhilanthropicEntities),
    );
    let ended = title(&ended, Language::Italian);
    assert!(
        ended.contains(" al ") && ended.ends_with("Sezione RUNTS: Enti filantropici"),
        "{ended}"
    );
}

#[test]
fn only_a_free_loan_to_a_social_enterprise_has_a_warning() {
    for language in BOTH {
        let enterprise = loan(None, Some(RuntsSection::SocialEnterprises));
        assert!(title_warning(&enterprise, language).is_some_and(|sentence| sentence.contains("71")));
        assert_eq!(title_warning(&loan(None, None), language), None);
    }
}
