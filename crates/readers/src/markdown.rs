//! Markdown: its marks stripped, its text led back to the file.

mod leaf;

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, CowStr, Event, Options, Parser, Tag, TagEnd};

use crate::error::ReadError;
use crate::support::{Feature, done, not, partly};
use crate::wording::{self, Beginning};
use crate::{Format, MAX_BLOCKS, decode};
use leaf::{Leaf, Offsets, label, lines_of};
use tonghop_model::document::{Block, Cell, Document, Role, Row, Table};
use tonghop_model::span::Span;

/// What is read of Markdown.
pub(super) const SUPPORT: [Feature; 9] = [
    done("headings, bold, quotes, escapes and entities"),
    done("nested lists with their printed labels"),
    done("tables"),
    done("links with their addresses; footnotes"),
    done("code as plain lines"),
    done("sentences that a page break cut into two paragraphs"),
    partly("told from plain text by the name of the file alone"),
    partly("HTML loses its tags and keeps its text, so that a table in HTML comes as lines"),
    not("addresses of pictures; their alternative text is kept"),
];

/// Reads Markdown; offsets count in the text as it is, marks included.
pub(super) fn read(bytes: &[u8], options: &crate::Options) -> Result<Document, ReadError> {
    let decode::Decoded { text, notices } = decode::text(bytes, options.letters)?;
    let parser = Parser::new_ext(&text, Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES);
    // Definitions of link targets have no events of their own, yet a report may hold text that looks like one.
    let mut definitions: Vec<Range<usize>> =
        parser.reference_definitions().iter().map(|(_, d)| d.span.clone()).collect();
    definitions.sort_by_key(|span| span.start);
    let mut walk = Walk::new(&text);
    for (event, range) in parser.into_offset_iter() {
        walk.event(event, range);
        if walk.blocks.len() + walk.cells > MAX_BLOCKS {
            return Err(ReadError::Hostile);
        }
    }
    for range in definitions {
        walk.source(range);
        walk.end_leaf();
    }
    walk.flush();
    let blocks = std::mem::take(&mut walk.blocks);
    Ok(Document { format: Format::Markdown, text, blocks, margins: Vec::new(), notices, layout: None })
}

/// What is known while the events go by.
struct Walk<'a> {
    text: &'a str,
    offsets: Offsets<'a>,
    blocks: Vec<Block>,
    /// The paragraph that text goes to.
    leaf: Option<Leaf>,
    /// The finished paragraph before it, kept back because the next one may go on with its sentence.
    last: Option<Leaf>,
    /// Labels of list items that wait for the first text of their item, as places in the source.
    labels: Vec<Range<usize>>,
    lists: usize,
    strong: usize,
    role: Role,
    table: Option<Table>,
    cells: usize,
    /// The addresses of the links that are open; `None` for pictures.
    links: Vec<Option<String>>,
    note: bool,
}

impl<'a> Walk<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            text,
            offsets: Offsets::new(text),
            blocks: Vec::new(),
            leaf: None,
            last: None,
            labels: Vec::new(),
            lists: 0,
            strong: 0,
            role: Role::Body,
            table: None,
            cells: 0,
            links: Vec::new(),
            note: false,
        }
    }

    fn event(&mut self, event: Event, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, &range),
            Event::Text(text) => self.text(&text, range),
            Event::Code(text) => self.code(&text, range),
            Event::Html(html) | Event::InlineHtml(html) => self.html(&html, range),
            Event::SoftBreak => self.line_break(&range),
            Event::HardBreak => self.space(range.start),
            Event::Rule => self.flush(),
            // Marks that stand for something else; none of them is text of the report.
            Event::FootnoteReference(_) | Event::TaskListMarker(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {
            }
        }
    }

    fn start(&mut self, tag: Tag, range: Range<usize>) {
        match tag {
            Tag::Strong => self.strong += 1,
            Tag::Link { dest_url, .. } => self.links.push(Some(dest_url.into_string())),
            Tag::Image { .. } => self.links.push(None),
            Tag::Emphasis | Tag::Strikethrough | Tag::Superscript | Tag::Subscript => {}
            block => {
                self.end_leaf();
                self.start_block(block, range);
            }
        }
    }

    fn start_block(&mut self, tag: Tag, range: Range<usize>) {
        match tag {
            Tag::Heading { level, .. } => self.role = Role::Heading(level as u8),
            Tag::List(_) => self.lists += 1,
            Tag::Item => self.labels.push(label(self.text, range)),
            Tag::FootnoteDefinition(_) => self.note = true,
            Tag::CodeBlock(CodeBlockKind::Fenced(info)) => self.fence(&info, range),
            Tag::Table(_) => {
                self.flush();
                let span = Span::new(self.offsets.at(range.start), self.offsets.at(range.end));
                self.table = Some(Table { span, rows: Vec::new() });
            }
            Tag::TableHead | Tag::TableRow => {
                if let Some(table) = &mut self.table {
                    table.rows.push(Row::default());
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, range: &Range<usize>) {
        match tag {
            TagEnd::Strong => self.strong = self.strong.saturating_sub(1),
            TagEnd::Link | TagEnd::Image => self.address(range),
            TagEnd::Emphasis | TagEnd::Strikethrough | TagEnd::Superscript | TagEnd::Subscript => {}
            TagEnd::TableCell => self.end_cell(),
            TagEnd::Table => self.blocks.extend(self.table.take().map(Block::Table)),
            _ => {
                if tag == TagEnd::Item {
                    self.empty_item();
                }
                self.end_leaf();
                match tag {
                    TagEnd::Heading(_) => self.role = Role::Body,
                    TagEnd::List(_) => self.lists = self.lists.saturating_sub(1),
                    TagEnd::FootnoteDefinition => self.note = false,
                    _ => {}
                }
            }
        }
    }

    /// The paragraph that text goes to, begun with the labels that wait for it.
    fn leaf(&mut self) -> &mut Leaf {
        let role = match self.role {
            Role::Body if self.note => Role::Note,
            Role::Body if !self.labels.is_empty() => {
                Role::ListItem(u8::try_from(self.lists.saturating_sub(1)).unwrap_or(u8::MAX))
            }
            role => role,
        };
        let labels = std::mem::take(&mut self.labels);
        let (text, offsets) = (self.text, &self.offsets);
        self.leaf.get_or_insert_with(|| {
            let mut leaf = Leaf::new(role);
            for label in labels {
                leaf.label(&text[label.clone()], offsets.at(label.start));
            }
            leaf
        })
    }

    /// Text that may differ from its source, as entities do; it then points to where the source begins.
    fn text(&mut self, text: &str, range: Range<usize>) {
        let at = self.offsets.at(range.start);
        let step = usize::from(self.text.get(range) == Some(text));
        let strong = self.strong > 0;
        for (line, part) in lines_of(text) {
            if line > 0 {
                self.end_leaf();
            }
            self.leaf().push(part.1, at + part.0 * step, step, strong);
        }
    }

    /// Code within a line stands between backticks, and may go on in the next line behind marks of quotes.
    fn code(&mut self, text: &str, range: Range<usize>) {
        let (at, strong) = (self.offsets.at(range.start), self.strong > 0);
        let source = self.text.get(range).unwrap_or("");
        self.leaf().push_aligned(text, source, at, strong);
    }

    /// A stretch of the source as it is.
    fn source(&mut self, range: Range<usize>) {
        if let Some(text) = self.text.get(range.clone()) {
            self.text(text, range);
        }
    }

    fn space(&mut self, byte: usize) {
        let at = self.offsets.at(byte);
        if let Some(leaf) = &mut self.leaf {
            leaf.push(" ", at, 1, true);
        }
    }

    /// The end of a line within a paragraph: it only ends the paragraph where a list mark of the report's own
    /// follows, which Markdown does not know ("a)", "II.").
    fn line_break(&mut self, range: &Range<usize>) {
        let next = self.text.get(range.end..).unwrap_or("").trim_start();
        let glued = next.starts_with(char::is_alphanumeric) && self.leaf.as_ref().is_some_and(Leaf::ends_in_hyphen);
        if self.table.is_none() && self.role == Role::Body && wording::beginning(next) == Beginning::Mark {
            self.end_leaf();
        } else if !glued {
            self.space(range.start);
        }
    }

    /// Tags that Markdown writers use are dropped, other words in angle brackets are text.
    fn html(&mut self, html: &str, range: Range<usize>) {
        let at = self.offsets.at(range.start);
        let strong = self.strong > 0;
        for (start, part) in leaf::without_tags(html) {
            self.leaf().push(part, at + start, 1, strong);
        }
        if html.ends_with('\n') {
            self.end_leaf();
        }
    }

    fn fence(&mut self, info: &CowStr, range: Range<usize>) {
        if let Some(found) = self.text.get(range.clone()).and_then(|source| source.find(&**info)) {
            self.source(range.start + found..range.start + found + info.len());
            self.end_leaf();
        }
    }

    /// The address of a link stands behind its text, unless the text is the address.
    fn address(&mut self, range: &Range<usize>) {
        let Some(Some(address)) = self.links.pop() else { return };
        let Some(source) = self.text.get(range.clone()) else { return };
        let Some(found) = source.rfind(&address).filter(|found| *found > 1 && !address.is_empty()) else { return };
        let strong = self.strong > 0;
        let at = self.offsets.at(range.start + found);
        let leaf = self.leaf();
        leaf.push(" ", at.saturating_sub(1), 1, strong);
        leaf.push(&address, at, 1, strong);
    }

    /// An item without text keeps its number.
    fn empty_item(&mut self) {
        if self.labels.iter().any(|label| self.text[label.clone()].contains(char::is_alphanumeric)) {
            self.leaf();
        }
        self.labels.clear();
    }

    fn end_cell(&mut self) {
        let blocks = self.leaf.take().and_then(Leaf::finish).map(Block::Paragraph).into_iter().collect();
        self.cells += 1;
        if let Some(row) = self.table.as_mut().and_then(|table| table.rows.last_mut()) {
            row.cells.push(Cell { column: row.cells.len(), column_span: 1, row_span: 1, blocks });
        }
    }

    /// Ends the open paragraph; it is joined to the one before where that one's sentence goes on in it.
    fn end_leaf(&mut self) {
        let Some(leaf) = self.leaf.take() else { return };
        match &mut self.last {
            Some(last) if last.goes_on_in(&leaf) => last.join(leaf),
            _ => {
                self.flush();
                self.last = Some(leaf);
            }
        }
    }

    fn flush(&mut self) {
        let leaf = self.leaf.take();
        for leaf in self.last.take().into_iter().chain(leaf) {
            self.blocks.extend(leaf.finish().map(Block::Paragraph));
        }
    }
}

#[cfg(test)]
#[path = "markdown_tests.rs"]
mod tests;
