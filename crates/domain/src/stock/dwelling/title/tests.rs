// SPDX-License-Identifier: AGPL-3.0-or-later
use super::*;
use crate::rulebook::Rulebook;

const START: Day = Day::constant(2026, 6, 1);

fn rules() -> Rules {
    Rulebook::published().as_of(Day::constant(2026, 11, 22))
}

fn title(kind: TitleKind, to: Option<Day>) -> Title {
    Title {
        kind,
        from: START,
        to,
        holder_section: None,
    }
}

#[test]
fn section_6_2_a_free_loan_lasts_thirty_years_at_most() {
    let last = Day::constant(2056, 6, 1);
    let too_long = last.plus_days(1);
    let check =
        |kind, to, expected| assert_eq!(title(kind, Some(to)).check(&rules()), expected, "{kind:?} {to}");
    check(TitleKind::FreeLoanForUse, last, Ok(()));
    check(
        TitleKind::FreeLoanForUse,
        too_long,
        Err(Refusal::TitleTooLong { last }),
    );
    check(TitleKind::Concession, too_long, Ok(()));
}

#[test]
fn a_title_ends_after_it_begins_or_has_no_end() {
    let expected = Err(Refusal::TitleEndsBeforeItBegins);
    assert_eq!(title(TitleKind::Lease, Some(START)).check(&rules()), expected);
    assert_eq!(
        title(TitleKind::Lease, Some(START.plus_days(1))).check(&rules()),
        Ok(())
    );
    assert_eq!(title(TitleKind::FreeLoanForUse, None).check(&rules()), Ok(()));
}

#[test]
fn section_6_2_a_free_loan_to_a_social_enterprise_is_a_warning() {
    for kind in TitleKind::ALL {
        for section in RuntsSection::ALL {
            let held = Title {
                holder_section: Some(section),
                ..title(kind, None)
            };
            let expected = kind == TitleKind::FreeLoanForUse && section == RuntsSection::SocialEnterprises;
            assert_eq!(held.excludes_holder(), expected, "{kind:?} {section:?}");
            assert_eq!(held.check(&rules()), Ok(()));
        }
    }
}

#[test]
fn a_contract_lies_inside_the_title() {
    let last = Day::constant(2040, 12, 31);
    let ending = title(TitleKind::Concession, Some(last));
    assert!(contract_within_title(&ending, START, Some(last)));
    assert!(!contract_within_title(&ending, START, Some(last.plus_days(1))));
    assert!(!contract_within_title(&ending, START.plus_days(-1), Some(last)));
    assert!(!contract_within_title(&ending, START, None));
    let endless = title(TitleKind::Concession, None);
    assert!(contract_within_title(&endless, START, None));
    assert_eq!(ending.check_contract(last), Ok(()));
    assert_eq!(
        ending.check_contract(last.plus_days(1)),
        Err(Refusal::BeyondTitle { last })
    );
}
