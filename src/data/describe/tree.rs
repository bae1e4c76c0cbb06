//! The lines of a table → which of them are parts of which: by their codes, by their indents, or because
//! figures that stand together add up to another in every column.
//!
//! Adding up goes once down the lines and once up, and looks at [`PARTS`] of them at most for each.

use rust_decimal::Decimal;

/// A line of the table.
#[derive(Debug, Clone, Default)]
pub(super) struct Line {
    pub code: Option<String>,
    pub label: String,
    pub indent: usize,
    /// Its figures, one a column.
    pub amounts: Vec<Option<Decimal>>,
    /// Groups those below it and has no figure.
    pub is_heading: bool,
    pub is_total: bool,
}

/// By what the tree was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Grown {
    /// Every line stands by itself.
    Flat,
    /// A column says it.
    Stated,
    ByCodes,
    ByIndents,
    BySums,
}

/// The most parts of one sum that are looked for.
const PARTS: usize = 200;

/// The parent of each line, by its number.
pub(super) fn grow(lines: &[Line]) -> (Vec<Option<usize>>, Grown) {
    let sums = by_sums(lines);
    let coded = by_codes(lines).filter(|parents| adds_up(lines, parents));
    let indented = by_indents(lines).filter(|parents| adds_up(lines, parents));
    let count = |parents: &[Option<usize>]| parents.iter().flatten().count();
    let (mut parents, grown) = match (coded, indented) {
        (Some(coded), _) if count(&coded) >= count(&sums) => (coded, Grown::ByCodes),
        (_, Some(indented)) if count(&indented) >= count(&sums) => (indented, Grown::ByIndents),
        _ => (sums, Grown::BySums),
    };
    // A total of all has a code and an indent like the others.
    let roots: Vec<usize> = (0..lines.len())
        .filter(|line| parents[*line].is_none())
        .collect();
    let of_roots: Vec<Line> = roots.iter().map(|root| lines[*root].clone()).collect();
    for (root, parent) in roots.iter().zip(by_sums(&of_roots)) {
        parents[*root] = parent.map(|parent| roots[parent]);
    }
    under_headings(lines, &mut parents);
    let grown = match count(&parents) {
        0 => Grown::Flat,
        _ => grown,
    };
    (parents, grown)
}

/// `1.1` and `11` are parts of `1`, where there is one.
fn by_codes(lines: &[Line]) -> Option<Vec<Option<usize>>> {
    let codes = lines.iter().enumerate();
    let codes = codes.filter_map(|(number, line)| Some((line.code.as_deref()?, number)));
    let by_code: std::collections::HashMap<&str, usize> = codes.collect();
    let parent = |line: &Line| {
        let code = line.code.as_deref()?;
        let ends = code.char_indices().map(|(at, _)| at).skip(1);
        let mut shorter = ends.collect::<Vec<_>>().into_iter().rev();
        shorter.find_map(|end| {
            by_code
                .get(code[..end].trim_end_matches(['.', '-', '/']))
                .copied()
        })
    };
    let parents: Vec<Option<usize>> = lines.iter().map(parent).collect();
    parents.iter().any(Option::is_some).then_some(parents)
}

/// A line is part of the nearest one above that is indented less.
fn by_indents(lines: &[Line]) -> Option<Vec<Option<usize>>> {
    let mut above: Vec<usize> = Vec::new();
    let mut parents = Vec::with_capacity(lines.len());
    for (number, line) in lines.iter().enumerate() {
        while above
            .last()
            .is_some_and(|last| lines[*last].indent >= line.indent)
        {
            above.pop();
        }
        parents.push(above.last().copied());
        above.push(number);
    }
    parents.iter().any(Option::is_some).then_some(parents)
}

/// Whether the parts of most parents with figures add up to them, but for what rounding leaves.
fn adds_up(lines: &[Line], parents: &[Option<usize>]) -> bool {
    let mut sums: Vec<Vec<Decimal>> = lines
        .iter()
        .map(|line| vec![Decimal::ZERO; line.amounts.len()])
        .collect();
    let mut parts = vec![0_u32; lines.len()];
    for (line, parent) in lines.iter().zip(parents) {
        let Some(parent) = parent.filter(|_| !line.is_heading) else {
            continue;
        };
        parts[parent] += 1;
        for (sum, amount) in sums[parent].iter_mut().zip(&line.amounts) {
            *sum = sum.saturating_add(amount.unwrap_or_default());
        }
    }
    let mut right = 0_usize;
    let mut all = 0_usize;
    for ((line, sums), parts) in lines.iter().zip(&sums).zip(parts) {
        if parts == 0 || line.is_heading {
            continue;
        }
        for (sum, amount) in sums.iter().zip(&line.amounts) {
            let Some(amount) = amount else { continue };
            all += 1;
            let off = sum.saturating_sub(*amount).abs();
            right += usize::from(off.saturating_mul(Decimal::ONE_HUNDRED) <= amount.abs());
        }
    }
    right * 2 >= all
}

/// Sums before their parts, and then sums behind them.
pub(super) fn by_sums(lines: &[Line]) -> Vec<Option<usize>> {
    let mut parents = vec![None; lines.len()];
    let counted: Vec<usize> = (0..lines.len())
        .filter(|line| !lines[*line].is_heading)
        .collect();
    // Those that are part of nothing yet, the nearest last.
    let mut free: Vec<usize> = Vec::new();
    for line in counted.iter().rev().copied() {
        if let Some(parts) = parts_of(&lines[line], &free, lines) {
            for part in free.split_off(free.len() - parts) {
                parents[part] = Some(line);
            }
        }
        free.push(line);
    }
    let roots: Vec<usize> = free.iter().rev().copied().collect();
    free.clear();
    for line in roots {
        if let Some(parts) = parts_of(&lines[line], &free, lines) {
            for part in free.split_off(free.len() - parts) {
                parents[part] = Some(line);
            }
        }
        free.push(line);
    }
    parents
}

/// How many of the nearest free lines add up to this one: several with figures, or a single one of a
/// total.
fn parts_of(line: &Line, free: &[usize], lines: &[Line]) -> Option<usize> {
    let is_some = |amount: &Option<Decimal>| amount.is_some_and(|amount| !amount.is_zero());
    if !line.amounts.iter().any(is_some) {
        return None;
    }
    let mut sums = vec![Decimal::ZERO; line.amounts.len()];
    let mut some = 0;
    for (count, part) in free.iter().rev().take(PARTS).enumerate() {
        some += usize::from(lines[*part].amounts.iter().any(is_some));
        for (sum, amount) in sums.iter_mut().zip(&lines[*part].amounts) {
            *sum = sum.saturating_add(amount.unwrap_or_default());
        }
        let is_sum = sums.iter().zip(&line.amounts);
        let is_sum = is_sum
            .clone()
            .all(|(sum, amount)| amount.is_none_or(|amount| amount == *sum));
        if is_sum && (some > 1 || line.is_total) {
            return Some(count + 1);
        }
    }
    None
}

/// Puts what stands below a heading under it, as far as the next one; what a sum further away adds up
/// stays below that sum, with the heading between.
fn under_headings(lines: &[Line], parents: &mut [Option<usize>]) {
    let headings: Vec<usize> = (0..lines.len())
        .filter(|line| lines[*line].is_heading)
        .collect();
    // The first and the last part of each line, as sums have them.
    let mut parts: Vec<Option<(usize, usize)>> = vec![None; lines.len()];
    for (part, parent) in parents.iter().enumerate() {
        if let Some(parent) = parent {
            let (first, _) = parts[*parent].unwrap_or((part, part));
            parts[*parent] = Some((first, part));
        }
    }
    for (place, heading) in headings.iter().enumerate() {
        if parents[*heading].is_some() {
            continue;
        }
        let next = headings.get(place + 1).copied().unwrap_or(lines.len());
        // What adds up more than this section stands behind it, and is no part of it.
        let adds_sections = |line: &usize| {
            let parts = parts[*line];
            parts.is_some_and(|(first, last)| first < *heading || last >= next)
        };
        let end = (heading + 1..next).find(adds_sections).unwrap_or(next);
        let section = heading + 1..end;
        let mut outer = None;
        for line in section.clone() {
            match parents[line] {
                Some(parent) if section.contains(&parent) => {}
                above => {
                    outer = outer.or(above);
                    parents[line] = Some(*heading);
                }
            }
        }
        parents[*heading] = outer;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `label figure figure…`, a heading without figures; `+` before its label indents a line.
    fn lines(text: &str) -> Vec<Line> {
        let line = |line: &str| {
            let mut words = line.split_whitespace();
            let label = words.next().unwrap_or_default();
            let amounts: Vec<Option<Decimal>> = words.map(|word| word.parse().ok()).collect();
            let (code, label) = label
                .split_once(':')
                .map_or((None, label), |(code, label)| (Some(code), label));
            Line {
                code: code.map(str::to_owned),
                indent: label.matches('+').count(),
                label: label.to_owned(),
                is_heading: amounts.is_empty(),
                is_total: label.contains("total"),
                amounts,
            }
        };
        text.lines().map(line).collect()
    }

    fn grown(text: &str) -> (String, Grown) {
        let lines = lines(text);
        let (parents, grown) = grow(&lines);
        let name = |line: usize| lines[line].label.as_str();
        let drawn = parents
            .iter()
            .enumerate()
            .map(|(line, parent)| match parent {
                Some(parent) => format!("{}<{}", name(line), name(*parent)),
                None => name(line).to_owned(),
            });
        (drawn.collect::<Vec<_>>().join(" "), grown)
    }

    #[test]
    fn sums_stand_before_their_parts_or_behind_them() {
        assert_eq!(
            grown("all 30 33\na 10 11\na1 4 5\na2 6 6\nb 20 22\nb1 15 16\nb2 5 6"),
            (
                "all a<all a1<a a2<a b<all b1<b b2<b".to_owned(),
                Grown::BySums
            )
        );
        assert_eq!(
            grown("a1 4 5\na2 6 6\ntotal-a 10 11\nb1 15 16\nb2 5 6\ntotal-b 20 22\ntotal 30 33"),
            (
                "a1<total-a a2<total-a total-a<total b1<total-b b2<total-b total-b<total total"
                    .to_owned(),
                Grown::BySums
            )
        );
        assert_eq!(grown("a 1\nb 2\nc 4"), ("a b c".to_owned(), Grown::Flat));
    }

    #[test]
    fn headings_group_what_stands_below_them() {
        assert_eq!(
            grown("A\na1 4\na2 6\nsubtotal-a 10\nB\nb1 15\nb2 5\nsubtotal-b 20\ntotal 30").0,
            "A<total a1<subtotal-a a2<subtotal-a subtotal-a<A B<total b1<subtotal-b b2<subtotal-b \
             subtotal-b<B total"
        );
        assert_eq!(grown("A\na1 4\na2 6\nB\nb1 1").0, "A a1<A a2<A B b1<B");
        assert_eq!(
            grown("A\na1 4\na2 6\nB\nb1 1\nb2 1\ntotal 12").0,
            "A<total a1<A a2<A B<total b1<B b2<B total"
        );
    }

    #[test]
    fn codes_and_indents_count_where_they_add_up() {
        assert_eq!(
            grown("6:a 10\n60:b 7\n61:c 3.001\n7:d 2\nSUM:total 12"),
            ("a<total b<a c<a d<total total".to_owned(), Grown::ByCodes)
        );
        // Numbers of rows are no codes of parts.
        assert_eq!(grown("1:a 10\n2:b 7\n10:c 9\n11:d 8").1, Grown::Flat);
        assert_eq!(
            grown("a 10\n+b 7\n+c 3.01\nd 2\n+e 2"),
            ("a +b<a +c<a d +e<d".to_owned(), Grown::ByIndents)
        );
    }
}
