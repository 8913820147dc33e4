// SPDX-License-Identifier: AGPL-3.0-or-later
//! The surfaces of a dwelling: as stated, else as they follow from the measured spaces.
use super::{
    DwellingFacts,
    measure::{SpaceKind, cadastral_area, conventional_area, usable_area},
};
use crate::rulebook::Rules;
use soglia_kernel::area::{FloorArea, SurfaceKind};

impl DwellingFacts {
    /// The surface of one kind as somebody stated it.
    pub fn stated_surface(&self, kind: SurfaceKind) -> Option<FloorArea> {
        let stated = match kind {
            SurfaceKind::Usable => &self.usable_area,
            SurfaceKind::Cadastral => &self.cadastral_area,
            SurfaceKind::Conventional => &self.conventional_area,
            SurfaceKind::Unstated => return None,
        };
        stated.known().copied()
    }

    /// The surface of one kind: as stated where it is, else as it follows from the measured spaces. A cadastral surface
    /// follows only when the walls were measured too, because without them it would be too small. The state of repair
    /// counts as ordinary until somebody says that it is poor.
    pub fn surface(&self, kind: SurfaceKind, rules: &Rules) -> Option<FloorArea> {
        if let Some(stated) = self.stated_surface(kind) {
            return Some(stated);
        }
        let spaces = self.measured_spaces.known()?;
        match kind {
            SurfaceKind::Usable => usable_area(spaces),
            SurfaceKind::Conventional => {
                conventional_area(spaces, self.poor_state.known() == Some(&true), rules)
            }
            SurfaceKind::Cadastral if spaces.iter().any(|space| space.kind == SpaceKind::Walls) => {
                cadastral_area(spaces, rules)
            }
            SurfaceKind::Cadastral | SurfaceKind::Unstated => None,
        }
    }

    /// Whether the dwelling is one room, as stated or as measured; none while neither is known.
    pub fn is_one_room(&self) -> Option<bool> {
        if let Some(n_rooms) = self.habitable_rooms.known() {
            return Some(*n_rooms == 1);
        }
        let spaces = self.measured_spaces.known()?;
        let n_rooms = spaces
            .iter()
            .filter(|space| space.kind == SpaceKind::Room)
            .count();
        (n_rooms > 0).then_some(n_rooms == 1)
    }
}
