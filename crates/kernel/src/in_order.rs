// SPDX-License-Identifier: AGPL-3.0-or-later
//! Short lists put in order. A general sort is some kilobytes for each type, and every tablet would load them.

/// The items by their key, each key once: the first item that has it.
pub fn in_order<T, K: Ord>(items: impl IntoIterator<Item = T>, key: impl Fn(&T) -> K) -> Vec<T> {
    let mut ordered: Vec<T> = Vec::new();
    for item in items {
        let mine = key(&item);
        let at = ordered.partition_point(|other| key(other) < mine);
        if ordered.get(at).is_none_or(|other| key(other) != mine) {
            ordered.insert(at, item);
        }
    }
    ordered
}

#[cfg(test)]
mod tests {
    use super::in_order;

    #[test]
    fn a_list_comes_in_order_and_the_first_of_equals_stays() {
        let items = [(3, 'a'), (1, 'b'), (3, 'c'), (2, 'd')];
        assert_eq!(in_order(items, |item| item.0), [(1, 'b'), (2, 'd'), (3, 'a')]);
    }
}
