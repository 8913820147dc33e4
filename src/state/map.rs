// SPDX-License-Identifier: AGPL-3.0-or-later
//! What the map needs beside records: its boundaries, and where this device is when somebody asks for it.
pub use crate::device::here::NotHere;

use super::State;
use crate::{
    device::{here, http},
    fetched::NotFetched,
};
use soglia_map::{Ground, Spot};
use std::{cell::RefCell, rc::Rc};

/// Fetched with the first map that is opened; the service worker keeps it from the first visit on.
const FILE: &str = "/map.bin";

thread_local! {
    static GROUND: RefCell<Option<Rc<Ground>>> = const { RefCell::new(None) };
}

impl State {
    /// The boundaries, where they are here already.
    pub fn known_ground() -> Option<Rc<Ground>> {
        GROUND.with_borrow(Clone::clone)
    }

    /// The boundaries.
    ///
    /// # Errors
    /// [`NotFetched`]: trying again may bring them.
    pub async fn ground() -> Result<Rc<Ground>, NotFetched> {
        if let Some(ground) = Self::known_ground() {
            return Ok(ground);
        }
        let bytes = http::file(FILE).await?;
        let ground = Rc::new(Ground::read(&bytes).ok_or(NotFetched)?);
        GROUND.replace(Some(ground.clone()));
        Ok(ground)
    }

    /// Where this device is. Nobody keeps it.
    ///
    /// # Errors
    /// [`NotHere`].
    pub async fn here() -> Result<Spot, NotHere> {
        let (latitude, longitude) = here::position().await?;
        Ok(Spot::of(latitude, longitude))
    }
}
