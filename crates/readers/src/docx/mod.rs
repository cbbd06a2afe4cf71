//! Word since 2007: a zip file of XML parts (ECMA-376, Office Open XML), read in two steps: the syntax of each
//! part (`xml`), then what its elements mean (`body` and what it uses).

mod body;
mod inline;
mod numbering;
mod styles;
mod table;

use crate::Format;
use crate::error::ReadError;
use crate::flow::{Within, flatten};
use crate::met::Damage;
use crate::package::{Package, Relation};
use crate::support::{Feature, done, not, partly};
use crate::xml::{Tree, WORD};
use body::Body;
use numbering::Numbering;
use styles::Styles;
use tonghop_model::document::Document;

/// What is read of a document of Word.
pub(super) const SUPPORT: [Feature; 17] = [
    done("the transitional and the strict form"),
    done("runs joined within words and numbers; tabs, breaks, hyphens; letters that are set as capitals"),
    done("headings by style, name or outline level"),
    done("automatic list numbers as printed, also through styles, with restarts and overrides"),
    done("tables with merged cells, nested tables"),
    done("text boxes, each once"),
    done("footnotes and endnotes, behind the paragraph that refers to them"),
    done("content controls, links, results of fields"),
    done("headers and footers, apart"),
    done("text in TCVN3, VNI, VISCII and VPS, told by the font of each run, else by its words, and said"),
    partly("recorded changes: read as accepted, and said"),
    partly("hidden text: left out, and said"),
    partly("symbols of fonts other than Symbol and Wingdings become bullets"),
    partly("formulas give their letters in order"),
    not("comments"),
    not("pictures, charts, embedded documents"),
    not("documents with a password, which are refused"),
];

/// Reads a document.
pub(super) fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let parts = Parts::read(&mut Package::open(bytes)?)?;
    let mut body = Body::new(
        Styles::read(parts.styles.as_ref().and_then(Tree::top)),
        Numbering::read(parts.numbering.as_ref().and_then(Tree::top)),
    );
    body.add_notes(parts.footnotes.as_ref().and_then(Tree::top), false);
    body.add_notes(parts.endnotes.as_ref().and_then(Tree::top), true);
    let mut blocks = Vec::new();
    let content = parts.document.top().and_then(|top| top.child("body")).ok_or(ReadError::Damaged)?;
    body.blocks(content, Within::Body, &mut blocks)?;
    let mut margins = Vec::new();
    for part in &parts.margins {
        let mut found = Vec::new();
        part.top().map_or(Ok(()), |top| body.blocks(top, Within::Body, &mut found))?;
        flatten(found, &mut margins);
    }
    let (text, met) = body.finish();
    let notices = parts.damage.notices().chain(met.notices()).collect();
    Ok(Document { format: Format::Docx, text, blocks, margins, notices, layout: None })
}

/// The parts that a document is made of.
struct Parts {
    document: Tree,
    styles: Option<Tree>,
    numbering: Option<Tree>,
    footnotes: Option<Tree>,
    endnotes: Option<Tree>,
    /// Headers and footers in the order in which the sections name them.
    margins: Vec<Tree>,
    damage: Damage,
}

impl Parts {
    fn read(package: &mut Package) -> Result<Self, ReadError> {
        let main = package.relations("")?.into_iter().find(|relation| relation.kind == "officeDocument");
        let main = main.map_or_else(|| "word/document.xml".to_owned(), |relation| relation.target);
        let document = package.tree(&main, &WORD)?.ok_or(ReadError::Damaged)?;
        let relations = package.relations(&main).unwrap_or_default();
        let mut damaged = false;
        let mut part = |kind: &str, file: &str| -> Result<Option<Tree>, ReadError> {
            let named =
                relations.iter().find(|relation| relation.kind == kind).map(|relation| relation.target.clone());
            let path = named.unwrap_or_else(|| format!("word/{file}"));
            let (tree, broken) = package.optional(&path, &WORD)?;
            damaged |= broken;
            Ok(tree)
        };
        let styles = part("styles", "styles.xml")?;
        let numbering = part("numbering", "numbering.xml")?;
        let footnotes = part("footnotes", "footnotes.xml")?;
        let endnotes = part("endnotes", "endnotes.xml")?;
        let mut margins = Vec::new();
        for path in margin_paths(&document, &relations) {
            let (tree, broken) = package.optional(path, &WORD)?;
            damaged |= broken;
            margins.extend(tree);
        }
        let damage = Damage { cut: document.damaged, salvaged: package.is_salvaged(), parts: damaged };
        Ok(Self { document, styles, numbering, footnotes, endnotes, margins, damage })
    }
}

/// The paths of the headers and footers that sections refer to, each once.
fn margin_paths<'r>(document: &Tree, relations: &'r [Relation]) -> Vec<&'r str> {
    let mut paths: Vec<&str> = Vec::new();
    for element in document.elements() {
        let named = matches!(element.name(), "headerReference" | "footerReference");
        let relation = || relations.iter().find(|relation| element.attribute("id") == Some(relation.id.as_str()));
        if named
            && let Some(relation) = relation()
            && !paths.contains(&relation.target.as_str())
            && paths.len() < MAX_MARGINS
        {
            paths.push(&relation.target);
        }
    }
    paths
}

/// The most headers and footers that are read; a document has six a section.
const MAX_MARGINS: usize = 100;
