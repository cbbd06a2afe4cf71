//! The example of `docs/catalogue.md` does what the page says.
#![allow(clippy::unwrap_used)] // A test may stop at what is not as it should be.

use std::path::Path;

use tonghop_figures::report;
use tonghop_series::catalogue::{Catalogue, System};

/// The text of the block of a page that is opened by this line.
fn block(page: &str, opening: &str) -> String {
    let (_, rest) = page.split_once(&format!("```{opening}\n")).unwrap();
    rest.split_once("```").unwrap().0.to_owned()
}

#[test]
fn the_example_of_a_new_system_reads_its_sentences() {
    let page = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/catalogue.md")).unwrap();
    let system: System = toml::from_str(&block(&page, "toml example")).unwrap();
    let id = format!("{}.", system.id);
    let mut systems = Catalogue::shipped().systems().to_vec();
    systems.push(system);
    let sentences = block(&page, "text sentences");
    let report = report::read("bao-cao.md", sentences.as_bytes(), &Catalogue::new(systems)).unwrap();
    let figures = report.facts.iter().filter_map(|fact| {
        let indicator = fact.indicator.as_deref().filter(|indicator| indicator.starts_with(&id))?;
        Some(format!("{indicator} = {} {}\n", fact.value, fact.unit))
    });
    assert_eq!(figures.collect::<String>(), block(&page, "text figures"));
}
