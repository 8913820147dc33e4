// SPDX-License-Identifier: AGPL-3.0-or-later
//! One sort for the whole client: every kind of list that is sorted by code of its own costs some kilobytes to load.
use std::cmp::Ordering;

/// Sorts numbers of rows by what is said of them; equal ones keep their place.
pub fn order_rows(rows: &mut [u32], compare: &mut dyn FnMut(u32, u32) -> Ordering) {
    rows.sort_by(|a, b| compare(*a, *b));
}

/// The list sorted by what is said of its elements; equal ones keep their place.
pub fn sorted<T>(list: Vec<T>, compare: &mut dyn FnMut(&T, &T) -> Ordering) -> Vec<T> {
    let mut order: Vec<u32> = (0..list.len() as u32).collect();
    order_rows(&mut order, &mut |a, b| {
        compare(&list[a as usize], &list[b as usize])
    });
    let mut places: Vec<Option<T>> = list.into_iter().map(Some).collect();
    order
        .into_iter()
        .filter_map(|row| places[row as usize].take())
        .collect()
}

/// Up to a million elements, sorted by a number below 2^44; equal ones keep their place. For what is sorted while
/// somebody types: one number is compared, and nothing is looked up.
pub fn sorted_by_number<T: Copy>(list: &[T], number: impl Fn(&T) -> u64) -> Vec<T> {
    const PLACE: u64 = (1 << 20) - 1;
    let mut keys: Vec<u64> = list
        .iter()
        .zip(0_u64..)
        .map(|(element, place)| number(element) << 20 | place & PLACE)
        .collect();
    keys.sort_unstable();
    keys.iter()
        .filter_map(|key| list.get((key & PLACE) as usize).copied())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_elements_keep_their_place() {
        let list = vec![("b", 1), ("a", 1), ("c", 0), ("d", 1)];
        assert_eq!(
            sorted(list, &mut |x, y| x.1.cmp(&y.1)),
            [("c", 0), ("b", 1), ("a", 1), ("d", 1)]
        );
        let list = [("b", 1), ("a", 1), ("c", 0), ("d", 1)];
        assert_eq!(
            sorted_by_number(&list, |element| element.1),
            [("c", 0), ("b", 1), ("a", 1), ("d", 1)]
        );
    }
}
