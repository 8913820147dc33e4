// SPDX-License-Identifier: AGPL-3.0-or-later
//! By what two cases of one household are found to be alike, without telling anybody who it is.
use super::{Household, Member};
use soglia_kernel::answer::Answer;
use soglia_search::sound;

/// What two cases of one household have in common, each mark a number from which nobody reads the name.
pub fn marks(household: &Household) -> Vec<u64> {
    let mut marks = Vec::new();
    for member in &household.members {
        let code = member.facts.tax_code.known();
        let code = code.map(|code| number("code", &[code.as_str()]));
        for mark in [code, name_and_birth(member)].into_iter().flatten() {
            if !marks.contains(&mark) {
                marks.push(mark);
            }
        }
    }
    marks
}

/// Given and family name are often swapped, so their order does not count. Some people have one name alone.
fn name_and_birth(member: &Member) -> Option<u64> {
    let facts = &member.facts;
    let heard = |name: &Answer<String>| name.known().map(|name| sound(name)).unwrap_or_default();
    let (given, family) = (heard(&facts.given_name), heard(&facts.family_name));
    if given.is_empty() && family.is_empty() {
        return None;
    }
    let (first, second) = if given <= family {
        (given, family)
    } else {
        (family, given)
    };
    let birth = facts.birth_date.known()?;
    let day = format!("{}-{}-{}", birth.year(), birth.month(), birth.day());
    Some(number("name", &[&first, &second, &day]))
}

/// FNV-1a over the parts: quick, and the same on every device.
fn number(kind: &str, parts: &[&str]) -> u64 {
    let mut number = 0xcbf2_9ce4_8422_2325_u64;
    let mut take = |byte: u8| {
        number ^= u64::from(byte);
        number = number.wrapping_mul(0x0100_0000_01b3);
    };
    for part in std::iter::once(&kind).chain(parts) {
        part.bytes().for_each(&mut take);
        take(0);
    }
    number
}
