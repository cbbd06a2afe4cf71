//! The second step: what groups and control words mean.

use super::destination::{Destination, destination, starred};
use super::head::Head;
use super::state::{Group, Look, Story};
use super::story::{Ends, Layout, Paragraph, Writer};
use super::token::Token;
use crate::error::ReadError;
use crate::flow::{Within, flatten};
use crate::met::Damage;
use crate::rows::{CellShape, Merge, RowShape, Rows};
use crate::{Format, MAX_BLOCKS};
use tonghop_model::document::Document;

/// How deep groups may stand in each other; documents have some tens.
const MAX_GROUPS: usize = 10_000;

/// How deep notes and boxes may stand in each other; deeper ones are left out.
const MAX_STORIES: usize = 8;

/// Reads tokens.
#[derive(Debug)]
pub(super) struct Reader {
    pub head: Head,
    pub writer: Writer,
    rows: Rows,
    /// The groups that are open; the first is the file itself and stays.
    groups: Vec<Group>,
    /// The texts that are open: the main one, then the notes and boxes in it.
    stories: Vec<Story>,
    margins: Vec<Vec<Paragraph>>,
    /// How many letters stand for the last one, for programs that know no Unicode.
    pub skip: usize,
    /// The first half of a letter of two units.
    pub high: Option<u16>,
    /// Whether the last text was hidden, so that it counts once.
    pub was_hidden: bool,
    /// How many paragraphs of notes, boxes and margins are kept.
    kept: usize,
}

impl Reader {
    pub fn new() -> Self {
        let main = Story { within: Some(Within::Body), ..Story::default() };
        Self {
            head: Head::default(),
            writer: Writer::default(),
            rows: Rows::default(),
            groups: vec![Group::default()],
            stories: vec![main],
            margins: Vec::new(),
            skip: 0,
            high: None,
            was_hidden: false,
            kept: 0,
        }
    }

    /// Takes the tokens up to the end of the outermost group.
    pub fn read<'a>(&mut self, tokens: impl Iterator<Item = Token<'a>>) -> Result<(), ReadError> {
        for token in tokens {
            self.token(token)?;
            if self.groups.len() == 1 {
                break;
            }
        }
        Ok(())
    }

    /// The document of what was read.
    pub fn finish(mut self) -> Result<Document, ReadError> {
        // Groups that never end are a file that was cut.
        let damage = Damage { cut: self.groups.len() > 1, ..Damage::default() };
        while self.stories.len() > 1 {
            self.end_story()?;
        }
        if !self.story().open.lines.is_blank() {
            self.end(Ends::Paragraph)?;
        }
        let mut writer = self.writer;
        let blocks = self.rows.finish(&mut writer.flow);
        let mut margins = Vec::new();
        for margin in self.margins {
            flatten(writer.blocks(margin, Within::Body)?, &mut margins);
        }
        let notices = damage.notices().chain(writer.met.notices()).collect();
        let text = writer.flow.finish();
        Ok(Document { format: Format::Rtf, text, blocks, margins, layout: None, notices })
    }

    fn token(&mut self, token: Token) -> Result<(), ReadError> {
        match token {
            Token::Open => self.open()?,
            Token::Close => self.close()?,
            Token::Word(name, number) => {
                self.skip = 0;
                self.word(name, number)?;
            }
            Token::Symbol(b'*') => self.group().starred = true,
            Token::Symbol(sign) => self.symbol(sign),
            Token::Byte(byte) => self.byte(byte),
            Token::Text(text) => self.ascii(text),
        }
        Ok(())
    }

    fn open(&mut self) -> Result<(), ReadError> {
        self.skip = 0;
        let group = *self.group();
        let destination = match group.destination {
            // Of a text in two forms the second one is read, which names itself.
            Destination::Alternatives => Destination::Skipped,
            other => other,
        };
        self.groups.push(Group { destination, starred: false, story: false, ..group });
        if self.groups.len() > MAX_GROUPS { Err(ReadError::Hostile) } else { Ok(()) }
    }

    fn close(&mut self) -> Result<(), ReadError> {
        self.skip = 0;
        let closed = if self.groups.len() > 1 { self.groups.pop() } else { None };
        match closed {
            Some(group) if group.story => self.end_story(),
            _ => Ok(()),
        }
    }

    /// The innermost group.
    pub fn group(&mut self) -> &mut Group {
        let last = self.groups.len() - 1;
        &mut self.groups[last]
    }

    /// The text that is read.
    pub fn story(&mut self) -> &mut Story {
        // The main text is never closed.
        let last = self.stories.len() - 1;
        &mut self.stories[last]
    }

    fn word(&mut self, name: &str, number: Option<i32>) -> Result<(), ReadError> {
        let group = self.group();
        let now = group.destination;
        let named =
            if std::mem::take(&mut group.starred) { Some(starred(name, now)) } else { destination(name, now) };
        match named {
            Some(Destination::Story(within)) => self.begin_story(within),
            Some(destination) => self.group().destination = destination,
            None => match now {
                Destination::Fonts | Destination::Styles => self.head.word(name, number),
                Destination::Text | Destination::Label => {
                    let read = self.setting(name, number) || self.letter_word(name, number);
                    return if read { Ok(()) } else { self.structure(name, number) };
                }
                Destination::NestedRow => return self.structure(name, number),
                _ => {}
            },
        }
        Ok(())
    }

    fn begin_story(&mut self, within: Option<Within>) {
        if self.stories.len() >= MAX_STORIES {
            self.group().destination = Destination::Skipped;
            return;
        }
        let font = self.head.default_font;
        let group = self.group();
        group.destination = Destination::Text;
        group.story = true;
        group.look = Look { font, ..Look::default() };
        self.stories.push(Story { within, ..Story::default() });
    }

    fn end_story(&mut self) -> Result<(), ReadError> {
        if !self.story().open.lines.is_blank() {
            self.end(Ends::Paragraph)?;
        }
        let Some(story) = self.stories.pop() else { return Ok(()) };
        match story.within {
            Some(within) => self.story().open.hung.push((within, story.done)),
            None => self.margins.push(story.done),
        }
        Ok(())
    }

    /// Ends a paragraph, which goes to the blocks or, in a note, a box or a margin, waits for its place.
    fn end(&mut self, ends: Ends) -> Result<(), ReadError> {
        let main = self.stories.len() == 1;
        let story = self.story();
        let layout = story.layout;
        let mut paragraph = std::mem::take(&mut story.open);
        let nested = usize::from(ends != Ends::Paragraph && layout.depth() > 1);
        if ends == Ends::Row {
            paragraph.row = story.rows[nested].clone();
        }
        paragraph.ends = ends;
        paragraph.level = layout.level;
        paragraph.depth = if ends == Ends::Paragraph { layout.depth() } else { layout.depth().max(1) };
        paragraph.heading = match layout.outline {
            Some(outline) => (outline < 9).then_some(outline + 1),
            None => self.head.heading(layout.style),
        };
        if main {
            return self.writer.paragraph(paragraph, Within::Body, &mut self.rows);
        }
        self.story().done.push(paragraph);
        self.kept += 1;
        if self.kept > MAX_BLOCKS { Err(ReadError::Hostile) } else { Ok(()) }
    }

    /// Words that say how text and paragraphs are set; whether it was one of them.
    fn setting(&mut self, name: &str, number: Option<i32>) -> bool {
        let (on, default_font) = (number != Some(0), self.head.default_font);
        let size = number.and_then(|number| usize::try_from(number).ok());
        let look = &mut self.group().look;
        match name {
            "plain" => *look = Look { font: default_font, ..Look::default() },
            "b" => look.bold = on,
            "v" => look.hidden = on,
            "deleted" => look.deleted = on,
            "revised" => self.writer.met.changes |= on,
            "f" => look.font = number.unwrap_or(0),
            "uc" => self.group().stand_ins = size.unwrap_or(1),
            "deff" => {
                look.font = number.unwrap_or(0);
                self.head.default_font = number.unwrap_or(0);
            }
            "ansicpg" => self.head.code_page = number.unwrap_or(1252),
            "pard" => self.story().layout = Layout::default(),
            "intbl" => self.story().layout.in_table = true,
            "itap" => {
                let depth = size.unwrap_or(0);
                let layout = &mut self.story().layout;
                layout.depth = depth;
                layout.in_table |= depth > 0;
            }
            "ilvl" => self.story().layout.level = size.unwrap_or(0),
            "s" => self.story().layout.style = number.unwrap_or(0),
            "outlinelevel" => self.story().layout.outline = size.and_then(|size| u8::try_from(size).ok()),
            _ => return false,
        }
        true
    }

    /// Words that end paragraphs, cells and rows, or describe cells.
    fn structure(&mut self, name: &str, number: Option<i32>) -> Result<(), ReadError> {
        if self.group().destination == Destination::Label {
            return Ok(());
        }
        let nested = usize::from(self.group().destination == Destination::NestedRow);
        let look = self.group().look;
        let story = self.story();
        match name {
            "par" | "sect" if look.deleted => self.writer.met.changes = true,
            "par" | "sect" => self.end(Ends::Paragraph)?,
            "cell" | "nestcell" | "row" | "nestrow" => {
                let inner = name.starts_with("nest");
                let layout = story.layout;
                story.layout.in_table = true;
                story.layout.depth = if inner { layout.depth.max(2) } else { 1 };
                self.end(if name.ends_with("cell") { Ends::Cell } else { Ends::Row })?;
                self.story().layout = layout;
            }
            "trowd" => {
                story.rows[nested] = RowShape::default();
                story.cell = <(Merge, Merge)>::default();
            }
            "trleft" => story.rows[nested].left = number.unwrap_or(0),
            "clmrg" => story.cell.0 = Merge::Continued,
            "clvmrg" => story.cell.1 = Merge::Continued,
            "cellx" if story.rows[nested].cells.len() < MAX_CELLS => {
                let (across, down) = std::mem::take(&mut story.cell);
                story.rows[nested].cells.push(CellShape { right: number.unwrap_or(0), across, down });
            }
            _ => {}
        }
        Ok(())
    }
}

/// The most cells that are believed of a row; Word knows 63.
const MAX_CELLS: usize = 1000;
