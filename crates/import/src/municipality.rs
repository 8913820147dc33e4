// SPDX-License-Identifier: AGPL-3.0-or-later
//! Names of municipalities, as ISTAT writes them.
use crate::fold::{fold, words};
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

struct Names {
    by_name: HashMap<String, Municipality>,
    /// Names without "di", "del" and the like; none where two municipalities would share one.
    by_bare_name: HashMap<String, Option<Municipality>>,
}

/// The municipality of that name, however its accents and apostrophes are written: "MUGGIO'" is Muggiò. A name that
/// leaves out a small word counts too: "LOCATE TRIULZI" is Locate di Triulzi.
pub(crate) fn find(name: &str) -> Option<Municipality> {
    static NAMES: OnceLock<Names> = OnceLock::new();
    let names = NAMES.get_or_init(names);
    let folded = fold(name);
    let folded = folded.strip_prefix("comunedi").unwrap_or(&folded);
    let exact = names.by_name.get(folded).copied();
    exact.or_else(|| names.by_bare_name.get(&bare(name)).copied().flatten())
}

fn names() -> Names {
    let mut names = Names {
        by_name: HashMap::new(),
        by_bare_name: HashMap::new(),
    };
    for line in LIST.lines().filter(|line| !line.starts_with('#')) {
        let mut cells = line.split(';');
        let (Some(name), Some(_), Some(code)) = (cells.next(), cells.next(), cells.next()) else {
            continue;
        };
        let municipality = Municipality { name, code };
        names.by_name.insert(fold(name), municipality);
        let shared = names.by_bare_name.entry(bare(name));
        shared
            .and_modify(|known| *known = None)
            .or_insert(Some(municipality));
    }
    names
}

fn bare(name: &str) -> String {
    let small = ["di", "de", "del", "d", "con", "in", "sul", "sull", "al"];
    words(name)
        .split(' ')
        .filter(|word| !small.contains(word))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_however_they_are_written() {
        let check =
            |text: &str, expected: Option<&str>| assert_eq!(find(text).map(|m| m.name), expected, "{text}");
        check("RHO", Some("Rho"));
        check("MUGGIO'", Some("Muggiò"));
        check("Muggiò", Some("Muggiò"));
        check("CASSINA DE' PECCHI", Some("Cassina de' Pecchi"));
        check("LOCATE TRIULZI", Some("Locate di Triulzi"));
        check("Comune di Milano", Some("Milano"));
        check("Atlantide", None);
        check("", None);
    }

    #[test]
    fn the_table_holds_both_provinces_and_what_the_city_owns_elsewhere() {
        let n = |province: &str| {
            LIST.lines()
                .filter(|line| line.split(';').nth(1) == Some(province))
                .count()
        };
        assert_eq!((n("MI"), n("MB")), (133, 55));
        assert_eq!(find("Cesenatico").map(|m| m.code), Some("C574"));
    }
}
