//! Values, each with the number of its group → the values of each group, in one piece of memory.
//!
//! A counting sort: the cost grows with the values and the groups, and the order within a group is
//! that in which its values came. Knows nothing of words.

/// Values by the number of their group.
#[derive(Default)]
pub(super) struct Grouped<T> {
    /// Where each group begins, and where the last one ends.
    starts: Vec<u32>,
    values: Vec<T>,
}

impl<T: Copy + Default> Grouped<T> {
    /// Groups the values that `all` tells twice over, with groups below `groups`.
    pub(super) fn of<I: Iterator<Item = (u32, T)>>(groups: usize, all: impl Fn() -> I) -> Self {
        let mut starts = vec![0; groups + 1];
        // Not in loops: iterators within others are quicker from inside.
        all().for_each(|(group, _)| starts[group as usize] += 1);
        let mut next = 0;
        for start in &mut starts {
            next += *start;
            *start = next - *start;
        }
        let mut values = vec![T::default(); next as usize];
        all().for_each(|(group, value)| {
            let place = &mut starts[group as usize];
            values[*place as usize] = value;
            *place += 1;
        });
        // Each start has moved to the end of its group, which is where the next one begins.
        starts.rotate_right(1);
        starts[0] = 0;
        Grouped { starts, values }
    }

    pub(super) fn group(&self, number: u32) -> &[T] {
        let at = number as usize;
        &self.values[self.starts[at] as usize..self.starts[at + 1] as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::Grouped;

    #[test]
    fn a_group_has_its_values_in_the_order_in_which_they_came() {
        let all = [(3, 'a'), (1, 'b'), (3, 'c'), (0, 'd'), (3, 'a')];
        let grouped = Grouped::of(5, || all.into_iter());
        let groups: Vec<&[char]> = (0..5).map(|number| grouped.group(number)).collect();
        let expected: [&[char]; 5] = [&['d'], &['b'], &[], &['a', 'c', 'a'], &[]];
        assert_eq!(groups, expected);
    }
}
