// SPDX-License-Identifier: AGPL-3.0-or-later
//! The areas of the application: which page stands at which address, and in which part of the client it travels.
use super::{
    pages,
    parts::{PAGE, Part, part},
};
use crate::prelude::*;
use crate::{
    accounts, archive, audit, certificate, deliveries, dwellings, family, funding, map,
    routes::{self, Address},
    rules, settings, today,
};

areas! {
    // Area in its part: its addresses => its page;
    Today in today: Address::Today => || view! { <today::Page /> };
    Households in households: Address::Households | Address::NewHousehold | Address::Household(..)
        => || view! { <pages::Households /> };
    Dwellings in dwellings: Address::Dwellings | Address::Dwelling(..) => || view! { <pages::Dwellings /> };
    Map in map: Address::Map | Address::Round => map::page;
    Deliveries in deliveries: Address::Deliveries => || view! { <deliveries::Page /> };
    Import in import: Address::ImportDwellings => || view! { <dwellings::ImportPage /> };
    Certificate in certificate: Address::Certificate(..) | Address::OfferCertificate(..)
        => || live(|| certificate::page(routes::address()));
    Family in family: Address::FamilyPlan(..) => || live(|| family::page(routes::address()));
    Funding in funding: Address::Funding => funding::page;
    FundingSource in funding: Address::FundingSource(_) => || live(|| funding::source_page(routes::address()));
    Rules in rules: Address::Rules => rules::rules_page;
    WhatIf in whatif: Address::WhatIf => rules::what_if_page;
    Accounts in accounts: Address::Accounts => accounts::page;
    Audit in audit: Address::Audit => audit::page;
    Archive in archive: Address::Archive => archive::page;
    Settings in settings: Address::Settings => || view! { <settings::Page /> };
    About in settings: Address::About => || view! { <settings::AboutPage /> };
}

/// Draws a page.
type Page = fn() -> AnyView;

/// Asks for what every person needs first, while they are still typing their phrase.
pub fn fetch_early() {
    Area::Today.part().expect();
}

/// The page of an area, as soon as its part is here.
pub fn page(area: Area) -> AnyView {
    area.part().show(PAGE, |page| page())
}

/// Makes the areas out of their list.
macro_rules! areas {
    ($($area:ident in $part:ident: $address:pat => $page:expr;)*) => {
        /// What fills the page: one for each area, so that a list stays where it is while its records come and go beside it.
        #[derive(Clone, Copy, PartialEq, Eq)]
        pub enum Area {
            $(
                #[doc = concat!("In the part `", stringify!($part), "`.")]
                $area,
            )*
        }

        impl Area {
            /// The area of an address. Signing in and an invitation belong to none: they have to be there before anything else.
            pub const fn of(address: Address) -> Option<Self> {
                match address {
                    Address::SignIn | Address::Invitation => None,
                    $($address => Some(Self::$area),)*
                }
            }

            #[expect(non_snake_case, reason = "a macro cannot make names: the functions are called as their areas")]
            fn part(self) -> Part<Page> {
                match self {
                    $(Self::$area => part!($area in $part: $page, Page),)*
                }
            }
        }
    };
}

use areas;
