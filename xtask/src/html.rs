//! The few things that are done to the page's text: finding elements, taking their place, naming their hashes.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

use crate::step::Outcome;

/// The texts of all elements that open with exactly `<name>`, in order.
pub fn texts<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let (open, close) = (format!("<{name}>"), format!("</{name}>"));
    html.split(&open).skip(1).filter_map(|rest| rest.split(&close).next()).collect()
}

/// Puts `new` in the place of the text from `start` to the next `end`; gives what stood between the two.
pub fn replace<'a>(html: &'a str, start: &str, end: &str, new: &str) -> Outcome<(String, &'a str)> {
    let found = html.split_once(start).and_then(|(before, rest)| {
        let (between, after) = rest.split_once(end)?;
        Some((format!("{before}{new}{after}"), between))
    });
    found.ok_or_else(|| format!("index.html: {start}…{end} is missing"))
}

/// The source expressions by which a policy allows these texts.
pub fn sources(texts: &[&str]) -> String {
    let hash = |text: &&str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text.as_bytes())));
    texts.iter().map(hash).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{replace, sources, texts};

    #[test]
    fn only_plain_scripts_are_found() {
        let html = "<script>one</script><script type=\"text/plain\">data</script><script>two</script>";
        assert_eq!(texts(html, "script"), ["one", "two"]);
    }

    #[test]
    fn the_first_place_is_taken() {
        assert_eq!(replace("a<b>c<b>", "<", ">", "-"), Ok(("a-c<b>".to_owned(), "b")));
        assert_eq!(replace("a", "<", ">", "-"), Err("index.html: <…> is missing".to_owned()));
    }

    #[test]
    fn a_source_is_the_hash_that_browsers_compute() {
        // The SHA-256 of nothing, as any table of test vectors has it.
        assert_eq!(sources(&[""]), "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
    }
}
