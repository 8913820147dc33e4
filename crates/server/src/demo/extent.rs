// SPDX-License-Identifier: AGPL-3.0-or-later
//! How much to invent.
/// How much to invent.
#[derive(Clone, Copy)]
pub(crate) struct Extent {
    /// Dwellings inside Milan.
    pub(crate) n_municipal: usize,
    /// Confiscated dwellings.
    pub(crate) n_confiscated: usize,
    /// Dwellings around Milan.
    pub(crate) n_around: usize,
    /// Households.
    pub(crate) n_households: usize,
    /// Dwellings entrusted to the partner of the demonstration.
    pub(crate) n_entrusted: usize,
    /// Of five households, so many keep a line for each field, as cases do on which people work.
    pub(crate) worked_on_of_5: u128,
    /// Whether diaries and money are invented too; a measurement counts dwellings and households alone.
    pub(crate) has_diaries_and_money: bool,
    /// Whether every household has its case with what goes on in it, and not those with a diary alone.
    pub(crate) has_work_everywhere: bool,
}

impl Extent {
    /// The stock of the public notice.
    pub(crate) const NOTICE: Self = Self {
        n_municipal: 339,
        n_confiscated: 6,
        n_around: 143,
        n_households: 160,
        n_entrusted: 40,
        worked_on_of_5: 0,
        has_diaries_and_money: true,
        has_work_everywhere: false,
    };

    /// As many as asked, in the proportions of the notice.
    pub(crate) fn of(n_dwellings: usize, n_households: usize) -> Self {
        let n_around = n_dwellings * 143 / 488;
        let n_confiscated = n_dwellings * 6 / 488;
        Self {
            n_municipal: n_dwellings - n_around - n_confiscated,
            n_confiscated,
            n_around,
            n_households,
            n_entrusted: n_dwellings * 40 / 488,
            worked_on_of_5: 2,
            has_diaries_and_money: false,
            has_work_everywhere: false,
        }
    }

    /// The same, with a case for every household.
    pub(crate) const fn with_work(self, has_work_everywhere: bool) -> Self {
        Self {
            has_work_everywhere,
            ..self
        }
    }
}
