//! A name that there is not → the one that was meant.
//!
//! It knows nothing of what the names stand for.

/// The most similar candidate, if one is similar enough to be what was meant.
pub fn closest<T: AsRef<str>>(
    read: &str,
    candidates: impl IntoIterator<Item = T>,
) -> Option<String> {
    candidates
        .into_iter()
        .map(|candidate| {
            let similarity = strsim::jaro_winkler(read, candidate.as_ref());
            (similarity, candidate.as_ref().to_owned())
        })
        .filter(|(similarity, _)| *similarity > 0.75)
        .max_by(|left, right| left.0.total_cmp(&right.0).then(right.1.cmp(&left.1)))
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_far_name_gives_no_suggestion() {
        assert_eq!(closest("titel", ["title", "date"]), Some("title".into()));
        assert_eq!(closest("xyz", ["title", "date"]), None);
    }
}
