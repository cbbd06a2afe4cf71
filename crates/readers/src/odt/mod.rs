//! `OpenDocument` text (ISO/IEC 26300, OASIS): a zip file of XML parts, or all of it in one XML
//! file, read in two steps: the syntax of each part (`xml`), then what its elements mean (`body` and what it uses).

mod body;
mod inline;
mod lists;
mod styles;
mod table;

use crate::Format;
use crate::error::ReadError;
use crate::flow::{Within, flatten};
use crate::met::Damage;
use crate::package::Package;
use crate::support::{Feature, done, not, partly};
use crate::xml::{Element, OPEN_DOCUMENT, Tree};
use body::Body;
use styles::Styles;
use tonghop_model::document::Document;

/// What is read of an `OpenDocument` text.
pub(super) const SUPPORT: [Feature; 14] = [
    done("spans joined within words and numbers; spaces, tabs, breaks, soft hyphens"),
    done("headings with their levels, also numbered by the outline"),
    done("list labels as printed: levels, formats, start values, lists that continue others"),
    done("tables with merged cells, nested tables"),
    done("text boxes and shapes with text"),
    done("footnotes and endnotes, behind the paragraph that refers to them"),
    done("links, fields as last shown, indexes as last made"),
    done("headers and footers, apart"),
    done("all in one XML file (.fodt)"),
    partly("recorded changes: read as accepted, and said"),
    partly("hidden text, paragraphs, sections and rows: left out, and said"),
    not("comments"),
    not("pictures, charts, formulas, embedded documents"),
    not("documents with a password, which are refused"),
];

/// Reads a document.
pub(super) fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let parts = Parts::read(bytes)?;
    let top = parts.content.top().ok_or(ReadError::Damaged)?;
    let common = parts.styles.as_ref().and_then(Tree::top).unwrap_or(top);
    let content = top.child("body").and_then(|body| body.child("text")).ok_or(ReadError::Damaged)?;
    let mut body = Body::new(styles(top, common));
    let mut blocks = Vec::new();
    body.blocks(content, Within::Body, &mut blocks)?;
    body.styles = styles(common, common);
    let mut margins = Vec::new();
    for page in common.child("master-styles").into_iter().flat_map(Element::children).take(MAX_PAGES) {
        for margin in page.properties().filter(|part| is_margin(*part)) {
            let mut found = Vec::new();
            body.blocks(margin, Within::Body, &mut found)?;
            flatten(found, &mut margins);
        }
    }
    let notices = parts.damage.notices().chain(body.met.notices()).collect();
    Ok(Document { format: Format::Odt, text: body.flow.finish(), blocks, margins, notices, layout: None })
}

/// The most kinds of pages whose headers and footers are read.
const MAX_PAGES: usize = 100;

/// The parts that a document is made of.
struct Parts {
    content: Tree,
    /// The common styles; `None` where all stands in one part.
    styles: Option<Tree>,
    damage: Damage,
}

impl Parts {
    fn read(bytes: &[u8]) -> Result<Self, ReadError> {
        if !bytes.starts_with(b"PK") {
            let content = Tree::parse(&String::from_utf8_lossy(bytes), &OPEN_DOCUMENT)?;
            let damage = Damage { cut: content.damaged, ..Damage::default() };
            return Ok(Self { content, styles: None, damage });
        }
        let mut package = Package::open(bytes)?;
        let manifest = package.text("META-INF/manifest.xml").ok().flatten().unwrap_or_default();
        if manifest.contains("encryption-data") {
            return Err(ReadError::Locked);
        }
        let content = package.tree("content.xml", &OPEN_DOCUMENT)?.ok_or(ReadError::Damaged)?;
        let (styles, damaged) = package.optional("styles.xml", &OPEN_DOCUMENT)?;
        let damage = Damage { cut: content.damaged, salvaged: package.is_salvaged(), parts: damaged };
        Ok(Self { content, styles, damage })
    }
}

/// The styles that a part sees: its own go before the common ones.
fn styles<'t>(own: Element<'t>, common: Element<'t>) -> Styles<'t> {
    let mut styles = Styles::default();
    own.child("automatic-styles").into_iter().for_each(|group| styles.add(group));
    common.child("styles").into_iter().for_each(|group| styles.add(group));
    styles
}

fn is_margin(part: Element) -> bool {
    let named = part.name().strip_prefix("header").or_else(|| part.name().strip_prefix("footer"));
    matches!(named, Some("" | "-left" | "-first")) && part.attribute("display") != Some("false")
}
