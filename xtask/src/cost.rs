//! What each part of the two programs costs: the code of its functions, told by their names.
//!
//! The compiler leaves the names in the file that it writes; the one that ships has lost them and is some tenths smaller.
//! What a part costs is nearly what the program would lose without it: data (tables of letters, words of messages)
//! and code that several parts share stand in lines of their own.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use crate::build::Profile;
use crate::process::root;
use crate::size::brotli;
use crate::step::Outcome;
use crate::worker;

/// The program of the page as the compiler leaves it.
const PAGE: &str = "target/wasm32-unknown-unknown/page/tonghop-page.wasm";

/// The parts with words of the paths of their functions; the first that fits counts.
const PARTS: &[(&str, &[&str])] = &[
    ("PDF: reading", &["read::pdf", "readers::pdf", "pdfboss_text", "pdfboss_core", "pdfboss_encoding"]),
    ("PDF: pictures of pages", &["pdfboss_render", "pdfboss_icc", "pdfboss_jpx", "pdfboss"]),
    (".docx", &["read::docx", "readers::docx"]),
    (".doc", &["read::doc::", "readers::doc::"]),
    (".rtf", &["read::rtf", "readers::rtf"]),
    (".odt", &["read::odt", "readers::odt"]),
    (".html, .mht", &["read::html", "readers::html", "html5gum"]),
    (".xlsx, .xls, .ods", &["read::sheet", "readers::sheet"]),
    (".md", &["read::markdown", "readers::markdown", "pulldown_cmark"]),
    (
        "zip and XML, for several formats",
        &["read::package", "readers::package", "read::xml", "readers::xml", "quick_xml", "zip::", "inflate"],
    ),
    ("encodings from before Unicode", &["vietnamese::legacy", "model::legacy"]),
    ("text, and what readers share", &["tonghop_engine::read::", "tonghop_readers"]),
    ("writing files", &["tonghop_engine::write", "tonghop_drafts::write", "deflate"]),
    ("regular expressions", &["regex", "aho_corasick"]),
    ("the worker's side of the wire", &["tonghop_worker::", "tonghop_job::", "tonghop_edge::"]),
    ("views", &["tonghop::view"]),
    ("what the page decides", &["tonghop::page"]),
    ("understanding, checking, drafting", &["tonghop_", "rust_decimal", "jiff"]),
    ("leptos", &["leptos", "tachys", "reactive", "any_spawner", "or_poisoned", "throw_error"]),
    ("the browser's edge", &["wasm_bindgen", "js_sys", "web_sys", "gloo"]),
    ("JSON", &["serde"]),
];

/// Prints the code of each part of both programs, in bytes and as a server would send it.
pub fn report() -> Outcome {
    let root = root();
    for (name, file) in [("page", root.join(PAGE)), ("worker", worker::compiled(Profile::Release))] {
        println!("{name:<36} {:>9} {:>9}", "bytes", "brotli");
        for (part, bytes) in parts(&file)? {
            println!("  {part:<34} {:>9} {:>9}", bytes.len(), brotli(&bytes)?);
        }
    }
    Ok(())
}

/// The code of each part of a program, the largest first.
fn parts(file: &Path) -> Outcome<Vec<(&'static str, Vec<u8>)>> {
    let shown = file.display();
    let bytes = fs::read(file).map_err(|_| format!("{shown} is not there: run `cargo xtask build`."))?;
    let module = Module::read(&bytes).ok_or_else(|| format!("{shown} is no wasm file with names."))?;
    let mut parts: HashMap<&str, Vec<u8>> = HashMap::new();
    for (function, code) in module.functions {
        let path = module.names.get(&function).map(|name| path(name)).unwrap_or_default();
        let fits = |(_, words): &&(&str, &[&str])| words.iter().any(|word| path.contains(word));
        let part = PARTS.iter().find(fits).map_or("the standard library and the rest", |(part, _)| part);
        parts.entry(part).or_default().extend(code);
    }
    parts.insert("data", module.data.to_vec());
    let mut parts: Vec<_> = parts.into_iter().collect();
    parts.sort_by_key(|(_, bytes)| std::cmp::Reverse(bytes.len()));
    Ok(parts)
}

/// A name of the compiler's as a path: `_ZN7tonghop6engine4read17h0123456789abcdefE`.
fn path(mangled: &str) -> String {
    let Some(mut rest) = mangled.strip_prefix("_ZN") else { return mangled.to_owned() };
    let mut parts = Vec::new();
    loop {
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let Ok(len) = rest[..digits].parse::<usize>() else { break };
        let Some(part) = rest.get(digits..digits + len) else { break };
        parts.push(part.replace("..", "::"));
        rest = &rest[digits + len..];
    }
    parts.join("::")
}

/// What of a wasm file is needed (WebAssembly core specification, 5.5).
#[derive(Default)]
struct Module<'a> {
    /// The index and the code of each function of the program.
    functions: Vec<(usize, &'a [u8])>,
    names: HashMap<usize, String>,
    data: &'a [u8],
}

impl<'a> Module<'a> {
    fn read(file: &'a [u8]) -> Option<Self> {
        let mut bytes = Bytes(file.strip_prefix(b"\0asm\x01\0\0\0")?);
        let (mut module, mut imported) = (Self::default(), 0);
        while !bytes.0.is_empty() {
            let kind = bytes.byte()?;
            let len = bytes.number()?;
            let mut section = Bytes(bytes.take(len)?);
            match kind {
                0 if section.text()? == "name" => module.read_names(section)?,
                2 => imported = imported_functions(section)?,
                10 => {
                    for index in 0..section.number()? {
                        let size = section.number()?;
                        module.functions.push((imported + index, section.take(size)?));
                    }
                }
                11 => module.data = section.0,
                _ => {}
            }
        }
        (!module.names.is_empty()).then_some(module)
    }

    fn read_names(&mut self, mut section: Bytes<'_>) -> Option<()> {
        while !section.0.is_empty() {
            let kind = section.byte()?;
            let len = section.number()?;
            let mut part = Bytes(section.take(len)?);
            if kind == 1 {
                for _ in 0..part.number()? {
                    let function = part.number()?;
                    self.names.insert(function, part.text()?.to_owned());
                }
            }
        }
        Some(())
    }
}

/// How many functions are imported, which are counted before those of the program.
fn imported_functions(mut section: Bytes) -> Option<usize> {
    let mut functions = 0;
    for _ in 0..section.number()? {
        section.text()?;
        section.text()?;
        match section.byte()? {
            0 => {
                section.number()?;
                functions += 1;
            }
            // A table or a memory: its bounds, and before those of a table the type of its elements.
            kind @ (1 | 2) => {
                if kind == 1 {
                    section.byte()?;
                }
                let bounds = 1 + usize::from(section.byte()? & 1);
                (0..bounds).try_for_each(|_| section.number().map(drop))?;
            }
            3 => drop(section.take(2)?),
            _ => return None,
        }
    }
    Some(functions)
}

/// Bytes that are still to be read.
struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    fn take(&mut self, len: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(len)?;
        self.0 = rest;
        Some(taken)
    }

    fn byte(&mut self) -> Option<u8> {
        self.take(1).map(|byte| byte[0])
    }

    /// A number in groups of seven bits, the lowest first.
    fn number(&mut self) -> Option<usize> {
        let mut number = 0_usize;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7F) << shift;
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }

    fn text(&mut self) -> Option<&'a str> {
        let len = self.number()?;
        std::str::from_utf8(self.take(len)?).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_paths() {
        assert_eq!(
            path("_ZN14tonghop_engine4read3pdf17h0123456789abcdefE"),
            "tonghop_engine::read::pdf::h0123456789abcdef"
        );
        assert_eq!(
            path("_ZN18pdfboss_core..Xref4read17h0123456789abcdefE"),
            "pdfboss_core::Xref::read::h0123456789abcdef"
        );
        assert_eq!(path("memcpy"), "memcpy");
    }

    #[test]
    fn functions_are_told_by_their_names() {
        let mut file = b"\0asm\x01\0\0\0".to_vec();
        // One imported function, one own function of two bytes, and the name of each.
        file.extend([2, 7, 1, 1, b'a', 1, b'b', 0, 0]);
        file.extend([10, 4, 1, 2, 0, 0x0B]);
        file.extend([0, 14, 4, b'n', b'a', b'm', b'e', 1, 7, 2, 0, 1, b'x', 1, 1, b'y']);
        let module = Module::read(&file).unwrap_or_default();
        assert_eq!(module.functions, [(1, &[0, 0x0B][..])]);
        assert_eq!(module.names.get(&1).map(String::as_str), Some("y"));
        assert!(Module::read(&file[..file.len() - 3]).is_none());
    }
}
