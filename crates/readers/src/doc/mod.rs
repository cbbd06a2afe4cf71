//! Word 97–2003: a compound file of streams ([MS-DOC]). The main stream holds the text in pieces and the formats of
//! its runs; the stream of tables says where they are (`fib`), and holds styles and lists.
//!
//! The text is put together first (`text`); a position in the document is an index into it. What holds at a position
//! is found by its place in the main stream (`runs`, `format`, `styles`).

mod body;
mod fib;
mod format;
mod hung;
mod inline;
mod lists;
mod plc;
mod runs;
mod shape;
mod sprm;
mod styles;
mod text;

use crate::Format;
use crate::bytes::Bytes;
use crate::compound::Compound;
use crate::error::ReadError;
use crate::flow::Within;
use crate::met::Damage;
use crate::support::{Feature, done, not, partly};
use body::Body;
use fib::{Fib, Part, Story};
use format::Characters;
use lists::Lists;
use runs::{Kind, Runs};
use styles::Styles;
use text::Text;
use tonghop_model::document::{Block, Document};

/// What is read of an old document of Word.
pub(super) const SUPPORT: [Feature; 15] = [
    done("text in pieces, as quick saves leave it, in one byte or two a letter"),
    done("text in TCVN3, VNI, VISCII and VPS, told by the font of each run, else by its words, and said"),
    done("headings by outline level or built-in style"),
    done("automatic list numbers as printed, also through styles, with restarts and overrides"),
    done("tables with merged cells, nested tables"),
    done("text boxes, footnotes and endnotes, behind the paragraph that they hang on"),
    done("results of fields; headers and footers, apart"),
    partly("recorded changes: read as accepted, and said"),
    partly("hidden text: left out, and said"),
    partly(
        "properties that a quick save put on a piece of text: those of hidden, deleted and bold text, lists and tables",
    ),
    partly("symbols of fonts other than Symbol and Wingdings become bullets"),
    not("numbers of the lists of Word 6 and 95"),
    not("comments, pictures, embedded documents"),
    not("files of Word 6 and 95, which are refused"),
    not("documents with a password, which are refused"),
];

/// What a document is made of.
struct Parts<'a> {
    text: Text<'a>,
    characters: Runs<'a>,
    paragraphs: Runs<'a>,
    styles: Styles,
    /// The stream of properties that were too long for their place.
    data: Bytes<'a>,
}

/// Reads a document.
pub(super) fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let file = Compound::open(bytes)?;
    let main = file.stream("WordDocument").ok_or(ReadError::Damaged)?;
    let fib = Fib::read(&main)?;
    let table = file.stream(fib.table).ok_or(ReadError::Damaged)?;
    let data = file.stream("Data").unwrap_or_default();
    let (main, table) = (Bytes(&main), Bytes(&table));
    let parts = Parts::read(&fib, main, table, Bytes(&data))?;
    let lists = Lists::read(table, fib.part(Part::Lists), fib.part(Part::ListOverrides));
    let mut body = Body::new(&parts, lists, hung::notes_and_boxes(&fib, table));
    let blocks = body.story(fib.story(Story::Main), Within::Body)?;
    let blocks: Vec<Block> = blocks;
    let margins = body.margins(hung::margins(&fib, table))?;
    let cut = parts.text.cut || parts.text.units.len() < fib.story(Story::Main).end;
    let damage = Damage { cut, ..Damage::default() };
    let notices = damage.notices().chain(body.inlines.met.notices()).collect();
    Ok(Document { format: Format::Doc, text: body.flow.finish(), blocks, margins, layout: None, notices })
}

/// A part of the stream of tables.
fn part<'a>(fib: &Fib, table: Bytes<'a>, part: Part) -> Option<Bytes<'a>> {
    let (start, len) = fib.part(part)?;
    table.slice(start, len)
}

impl<'a> Parts<'a> {
    fn read(fib: &Fib, main: Bytes<'a>, table: Bytes<'a>, data: Bytes<'a>) -> Result<Self, ReadError> {
        let runs = |kind, pages| match part(fib, table, pages) {
            Some(pages) => Runs::read(main, pages, kind),
            None => Ok(Runs::default()),
        };
        let characters = runs(Kind::Characters, Part::CharacterRuns)?;
        let paragraphs = runs(Kind::Paragraphs, Part::ParagraphRuns)?;
        let text = Text::read(main, part(fib, table, Part::Pieces).ok_or(ReadError::Damaged)?)?;
        let styles = Styles::read(part(fib, table, Part::Styles), part(fib, table, Part::Fonts));
        Ok(Self { text, characters, paragraphs, styles, data })
    }

    /// How the character at a position is set, in a paragraph of a style.
    fn characters_at(&self, position: usize, style: u16) -> Characters {
        let mut characters = self.styles.characters(style);
        let Some(piece) = self.text.piece(position) else { return characters };
        let own = self.characters.at(piece.place(position)).map(|run| run.properties);
        if let Some(own) = own {
            self.styles.add_style_of(own, &mut characters);
        }
        characters = characters.styled();
        if let Some(own) = own {
            characters.apply(own);
        }
        characters.change(piece.change);
        characters
    }

    /// Where the run of characters ends that begins at a position.
    fn run_end(&self, position: usize) -> usize {
        let Some(piece) = self.text.piece(position) else { return usize::MAX };
        let run = self.characters.at(piece.place(position));
        run.map_or(piece.range.end, |run| piece.position(run.range.end))
    }
}
