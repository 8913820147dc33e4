// SPDX-License-Identifier: AGPL-3.0-or-later
use super::*;
use uuid::Uuid;

#[test]
fn every_path_leads_back_to_its_page() {
    let (household, dwelling) = (HouseholdId(Uuid::from_u128(7)), DwellingId(Uuid::from_u128(9)));
    let mut all = vec![
        Address::Today,
        Address::SignIn,
        Address::Funding,
        Address::FundingSource(FundingSourceId(Uuid::from_u128(3))),
        Address::Households,
        Address::NewHousehold,
        Address::Dwellings,
        Address::ImportDwellings,
        Address::Map,
        Address::Round,
        Address::Deliveries,
        Address::Rules,
        Address::WhatIf,
        Address::Settings,
        Address::About,
    ];
    all.extend(
        HouseholdTab::ALL
            .iter()
            .map(|tab| Address::Household(household, *tab)),
    );
    all.extend(
        DwellingTab::ALL
            .iter()
            .map(|tab| Address::Dwelling(dwelling, *tab)),
    );
    all.extend(RentTier::ALL.map(|tier| Address::Certificate(dwelling, tier)));
    all.push(Address::OfferCertificate(
        household,
        PlacementId(Uuid::from_u128(8)),
    ));
    all.push(Address::FamilyPlan(household, PlanId(Uuid::from_u128(6))));
    for address in all {
        assert_eq!(
            Address::parse(&address.path()),
            Some(address),
            "{}",
            address.path()
        );
    }
}

#[test]
fn a_path_that_is_no_page_is_none() {
    for path in [
        "/nuclei/abc",
        "/alloggi/7/canone/x",
        "/altro",
        "/nuclei//x/y",
        "/alloggi/00000000-0000-0000-0000-000000000009/certificato/altro",
    ] {
        assert_eq!(Address::parse(path), None, "{path}");
    }
}
