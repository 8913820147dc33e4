// SPDX-License-Identifier: AGPL-3.0-or-later
//! Names of municipalities, as ISTAT writes them.
use crate::fold::fold;
use std::{collections::HashMap, sync::OnceLock};

/// A municipality.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Municipality {
    /// Name as ISTAT writes it.
    pub(crate) name: &'static str,
    /// Cadastral code: "F205" is Milan.
    pub(crate) code: &'static str,
}

/// The City's own.
pub(crate) const MILAN: Municipality = Municipality {
    name: "Milano",
    code: "F205",
};

const LIST: &str = include_str!("municipalities.txt");

/// The municipality of that name, however its accents and apostrophes are written: "MUGGIO'" is Muggiò.
pub(crate) fn find(name: &str) -> Option<Municipality> {
    static BY_NAME: OnceLock<HashMap<String, Municipality>> = OnceLock::new();
    let by_name = BY_NAME.get_or_init(|| {
        let lines = LIST.lines().filter(|line| !line.starts_with('#'));
        lines
            .filter_map(|line| {
                let mut cells = line.split(';');
                let (name, _, code) = (cells.next()?, cells.next()?, cells.next()?);
                Some((fold(name), Municipality { name, code }))
            })
            .collect()
    });
    let name = fold(name);
    let name = name.strip_prefix("comunedi").unwrap_or(&name);
    by_name.get(name).copied()
}
