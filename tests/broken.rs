//! Damage of every kind to every format: an error, or what can be read with a finding; never a panic, and quickly.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
#![allow(clippy::print_stdout, reason = "how many damaged copies are read is worth knowing")]

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use tonghop_readers::document;

/// The whole files that are damaged: the samples, and one of each other format.
fn files() -> Vec<(String, Vec<u8>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = ["samples", "tests/same"].map(|folder| fs::read_dir(root.join(folder)).unwrap());
    let mut paths: Vec<_> = folders.into_iter().flatten().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let read = |path: &Path| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(path).unwrap());
    // The readers of PDF have damage tests of their own: in a build for tests a copy takes them a second.
    let of_a_format =
        |path: &&PathBuf| !["README.md", "expected.csv", "bao-cao.pdf"].iter().any(|name| path.ends_with(name));
    paths.iter().filter(of_a_format).map(|path| read(path)).collect()
}

/// Tries all copies: each ends, one way or the other.
fn check(name: &str, copies: impl Iterator<Item = Vec<u8>>) {
    let start = Instant::now();
    let (mut all, mut read) = (0, 0);
    for copy in copies {
        all += 1;
        let before = Instant::now();
        read += usize::from(document(name, &copy).is_ok());
        // No damage may make a small file take long; the bound leaves room for a busy machine.
        assert!(before.elapsed().as_secs() < 20, "{name}: copy {all} took {:?}", before.elapsed());
    }
    println!("{name}: {read} of {all} damaged copies are read, in {:?}", start.elapsed());
}

#[test]
fn truncated_files() {
    for (name, bytes) in files() {
        let copies = (0..50).map(|part| bytes[..bytes.len() * part / 50].to_vec());
        check(&name, copies);
    }
}

#[test]
fn flipped_bits_everywhere() {
    for (name, bytes) in files() {
        let mut seed = 1_u64;
        let copies = (0..100).map(|_| {
            let mut copy = bytes.clone();
            for _ in 0..8 {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                let at = usize::try_from(seed >> 33).unwrap() % (copy.len() * 8);
                copy[at / 8] ^= 1 << (at % 8);
            }
            copy
        });
        check(&name, copies);
    }
}
