//! Parts to the zip file that an Office file is: the same parts give the same bytes.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::markup::Markup;

/// A part: its path and its text.
pub type Part = (&'static str, String);

/// A relation of a part: its id, the last word of its type, and the path of its target.
pub type Relation<'a> = (&'a str, &'a str, &'a str);

const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The zip file of the parts, in their order; all carry the earliest date of the format, 1 January 1980.
pub fn package(parts: &[Part]) -> Vec<u8> {
    write(parts).unwrap_or_default()
}

/// Writing to memory fails only beyond four gigabytes, which the bounds of the readers never let come.
fn write(parts: &[Part]) -> zip::result::ZipResult<Vec<u8>> {
    let options = SimpleFileOptions::DEFAULT.compression_method(CompressionMethod::Deflated);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, text) in parts {
        zip.start_file(*path, options)?;
        zip.write_all(text.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}

/// The part that names the types of all parts.
pub fn content_types(types: &[(&str, &str)]) -> String {
    let mut xml = Markup::part();
    xml.start("Types", &[("xmlns", "http://schemas.openxmlformats.org/package/2006/content-types")]);
    let relations = "application/vnd.openxmlformats-package.relationships+xml";
    xml.empty("Default", &[("Extension", "rels"), ("ContentType", relations)]);
    xml.empty("Default", &[("Extension", "xml"), ("ContentType", "application/xml")]);
    for (path, kind) in types {
        let kind = format!("application/vnd.openxmlformats-officedocument.{kind}+xml");
        xml.empty("Override", &[("PartName", path), ("ContentType", &kind)]);
    }
    xml.finish()
}

/// A part of relations.
pub fn relations(relations: &[Relation<'_>]) -> String {
    let mut xml = Markup::part();
    xml.start("Relationships", &[("xmlns", RELATIONS)]);
    for (id, kind, target) in relations {
        xml.empty("Relationship", &[("Id", id), ("Type", &format!("{OFFICE}/{kind}")), ("Target", target)]);
    }
    xml.finish()
}
