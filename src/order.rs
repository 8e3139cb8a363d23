//! Stable sorting of lists that are short or seldom sorted.
//!
//! In: a slice and how two of its items compare. Out: the slice in order; equal items keep theirs. Always: all lists share one copy of the
//! standard library's sort, which orders positions; a copy for each type of item costs about 10 KB of machine code. A list
//! that is long and sorted in each build calls the standard library itself.

use std::cmp::Ordering;

/// Sorts by a comparison.
pub fn sort_by<T>(items: &mut [T], mut compare: impl FnMut(&T, &T) -> Ordering) {
    let order = positions(items.len(), &mut |a, b| match (items.get(a), items.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    arrange(items, order);
}

/// Sorts by a key, which is computed at each comparison.
pub fn sort_by_key<T, K: Ord>(items: &mut [T], mut key: impl FnMut(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

/// For each place of the sorted list, the position of its item in the list as given.
fn positions(len: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..len).collect();
    order.sort_by(|&a, &b| compare(a, b));
    order
}

/// Brings each item to its place by swaps.
fn arrange<T>(items: &mut [T], mut order: Vec<usize>) {
    for place in 0..items.len() {
        let mut from = order[place];
        // Items of earlier places were swapped to later ones.
        while from < place {
            from = order[from];
        }
        order[place] = from;
        items.swap(place, from);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_are_in_the_order_of_a_stable_sort() {
        let mut state = 7_u32;
        for len in 0..60 {
            let given: Vec<(u8, usize)> = (0..len)
                .map(|place| {
                    state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    ((state >> 24) as u8 % 9, place)
                })
                .collect();
            let (mut ours, mut standard) = (given.clone(), given);
            sort_by_key(&mut ours, |(key, _)| *key);
            standard.sort_by_key(|(key, _)| *key);
            assert_eq!(ours, standard);
        }
    }
}
