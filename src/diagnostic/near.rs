//! "Did you mean": the candidate nearest to a misspelt word.

/// The nearest candidate, if it is near enough for a suggestion. Case, `_` and `-` do not
/// count; among equals the first is chosen.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let plain = |text: &str| text.to_lowercase().replace('_', "-");
    let word = plain(word);
    // A comparison costs the product of the lengths, and such a long text is not a typing slip.
    if word.len() > 64 {
        return None;
    }
    candidates
        .into_iter()
        .filter_map(|c| {
            let other = plain(c);
            let distance = strsim::damerau_levenshtein(&word, &other);
            let length = word.chars().count().max(other.chars().count());
            (distance <= (length / 3).max(1) && distance < length).then_some((distance, c))
        })
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, c)| c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_found_and_strangers_are_not() {
        let keys = ["base_url", "timezone", "theme", "name"];
        let cases = [
            ("baseurl", Some("base_url")),
            ("base-url", Some("base_url")),
            ("time_zone", Some("timezone")),
            ("tehme", Some("theme")),
            ("Name", Some("name")),
            ("title", None),
            ("x", None),
        ];
        for (word, expected) in cases {
            assert_eq!(nearest(word, keys), expected, "{word}");
        }
    }
}
