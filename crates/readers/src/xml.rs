//! The first step: a part's XML as a tree of elements, without meaning.
//!
//! Names are kept without their prefix: the strict and the transitional form of Office differ only in their
//! namespaces. A [`Vocabulary`] says which attributes of a format are looked at and where its text stands.
//! The tree is at most [`MAX_DEPTH`] deep, so that the second step may walk it by recursion.

mod vocabulary;

use std::collections::HashMap;
use std::str::FromStr;

use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use crate::error::ReadError;
use vocabulary::TextIn;
pub(super) use vocabulary::{HTML, OPEN_DOCUMENT, SHEET, Vocabulary, WORD};

/// How deep elements may stand in each other; a table within a table within a text box needs less than forty.
pub(super) const MAX_DEPTH: usize = 256;

/// The most elements of one part; a report of a hundred pages has a tenth of it.
const MAX_NODES: usize = 2_000_000;

/// The most properties of one thing that are looked at; the standard knows fewer than half as many.
const MAX_PROPERTIES: usize = 100;

/// The elements of a part.
#[derive(Debug, Default)]
pub(super) struct Tree {
    nodes: Vec<Node>,
    /// The names of elements, each once.
    names: Vec<String>,
    /// Whether the XML broke off or was malformed, so that only its first part is here.
    pub damaged: bool,
}

#[derive(Debug, Default)]
struct Node {
    name: u32,
    attributes: Vec<(&'static str, Box<str>)>,
    text: String,
    /// The first element within; 0 for none, as the root is within nothing.
    first: u32,
    /// The next element beside it; 0 for none.
    next: u32,
}

/// An element of a tree.
#[derive(Clone, Copy, Debug)]
pub(super) struct Element<'t> {
    tree: &'t Tree,
    node: &'t Node,
}

impl Tree {
    /// Reads a part. Malformed XML yields what stands before the fault.
    ///
    /// # Errors
    /// Where it nests too deep or has too many elements.
    pub fn parse(xml: &str, vocabulary: &'static Vocabulary) -> Result<Self, ReadError> {
        let mut builder = Builder::new(vocabulary);
        let mut reader = Reader::from_str(xml);
        reader.config_mut().allow_dangling_amp = true;
        loop {
            match reader.read_event() {
                Ok(Event::Eof) => break,
                Ok(event) => builder.event(&event)?,
                Err(_) => {
                    builder.tree.damaged = true;
                    break;
                }
            }
        }
        builder.tree.damaged |= builder.open.len() > 1;
        Ok(builder.finish())
    }

    /// What stands above all that the part holds.
    pub fn root(&self) -> Option<Element<'_>> {
        self.nodes.first().map(|node| Element { tree: self, node })
    }

    /// The outermost element of the part.
    pub fn top(&self) -> Option<Element<'_>> {
        self.root().and_then(|root| root.children().next())
    }

    /// All elements of the part in order.
    pub fn elements(&self) -> impl Iterator<Item = Element<'_>> {
        self.nodes.iter().skip(1).map(|node| Element { tree: self, node })
    }
}

impl<'t> Element<'t> {
    /// The name without its prefix; empty for text that stands between elements.
    pub fn name(self) -> &'t str {
        &self.tree.names[self.node.name as usize]
    }

    /// The value of an attribute that the vocabulary keeps, named without its prefix.
    pub fn attribute(self, name: &str) -> Option<&'t str> {
        self.node.attributes.iter().find(|(known, _)| *known == name).map(|(_, value)| &**value)
    }

    /// The number that an attribute gives; `None` where there is none, or something else.
    pub fn number<N: FromStr>(self, name: &str) -> Option<N> {
        self.attribute(name)?.parse().ok()
    }

    /// The `val` attribute, which most properties keep their value in.
    pub fn value(self) -> Option<&'t str> {
        self.attribute("val")
    }

    /// The elements directly within, in order.
    pub fn children(self) -> impl Iterator<Item = Element<'t>> {
        let tree = self.tree;
        let at = move |index: u32| (index > 0).then(|| Element { tree, node: &tree.nodes[index as usize] });
        std::iter::successors(at(self.node.first), move |element| at(element.node.next))
    }

    /// The first elements directly within: all of them where they are properties.
    pub fn properties(self) -> impl Iterator<Item = Element<'t>> {
        self.children().take(MAX_PROPERTIES)
    }

    /// The first property that has the name.
    pub fn child(self, name: &str) -> Option<Element<'t>> {
        self.properties().find(|element| element.name() == name)
    }

    /// The value of the first element directly within that has the name.
    pub fn child_value(self, name: &str) -> Option<&'t str> {
        self.child(name)?.value()
    }

    /// The number that is the value of the first element directly within that has the name.
    pub fn child_number<N: FromStr>(self, name: &str) -> Option<N> {
        self.child(name)?.number("val")
    }

    /// A switch such as `<w:b/>` or `<w:b w:val="0"/>`; `None` where it is not there.
    pub fn switch(self, name: &str) -> Option<bool> {
        self.child(name).map(|element| !matches!(element.value(), Some("0" | "false" | "off" | "none")))
    }

    /// The text directly within.
    pub fn text(self) -> &'t str {
        &self.node.text
    }
}

/// Puts a tree together from the beginnings and ends of elements.
pub(super) struct Builder {
    tree: Tree,
    known: HashMap<String, u32>,
    /// The elements that are open, the root first, each with the last element within it.
    open: Vec<(u32, u32)>,
    vocabulary: &'static Vocabulary,
}

impl Builder {
    /// A builder of a tree of which a vocabulary is kept.
    pub fn new(vocabulary: &'static Vocabulary) -> Self {
        let tree = Tree { nodes: vec![Node::default()], names: vec![String::new()], damaged: false };
        Self { tree, known: HashMap::new(), open: vec![(0, 0)], vocabulary }
    }

    fn event(&mut self, event: &Event) -> Result<(), ReadError> {
        match event {
            Event::Start(start) => self.start_tag(start),
            Event::Empty(start) => self.start_tag(start).map(|()| self.end()),
            Event::End(_) => {
                self.end();
                Ok(())
            }
            Event::Text(text) => self.text(&text.xml10_content()),
            Event::CData(text) => self.text(&text.xml10_content()),
            Event::GeneralRef(reference) => self.reference(reference),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) | Event::Eof => Ok(()),
        }
    }

    fn start_tag(&mut self, start: &BytesStart) -> Result<(), ReadError> {
        let vocabulary = self.vocabulary;
        let mut attributes = start.attributes();
        let attributes = attributes.with_checks(false).flatten().filter_map(|attribute| {
            let kept = vocabulary.attribute(attribute.key.local_name().as_ref())?;
            let value = attribute.normalized_value(XmlVersion::Implicit1_0).unwrap_or(attribute.value.clone());
            Some((kept, Box::from(&*value)))
        });
        self.start(start.local_name().as_ref(), attributes)
    }

    /// The tree; what is open ends here.
    pub fn finish(self) -> Tree {
        self.tree
    }

    /// Begins an element; it ends with [`Self::end`].
    ///
    /// # Errors
    /// Where it stands too deep or is one too many.
    pub fn start(
        &mut self,
        name: &str,
        attributes: impl Iterator<Item = (&'static str, Box<str>)>,
    ) -> Result<(), ReadError> {
        if self.open.len() > MAX_DEPTH {
            return Err(ReadError::Hostile);
        }
        let name = self.intern(name);
        let attributes = attributes.collect();
        self.push(Node { name, attributes, ..Node::default() })
    }

    fn push(&mut self, node: Node) -> Result<(), ReadError> {
        if self.tree.nodes.len() >= MAX_NODES {
            return Err(ReadError::Hostile);
        }
        let index = u32::try_from(self.tree.nodes.len()).unwrap_or(0);
        self.tree.nodes.push(node);
        if let Some((parent, last)) = self.open.last_mut() {
            let before = if *last == 0 {
                &mut self.tree.nodes[*parent as usize].first
            } else {
                &mut self.tree.nodes[*last as usize].next
            };
            *before = index;
            *last = index;
        }
        self.open.push((index, 0));
        Ok(())
    }

    /// Ends the innermost element.
    pub fn end(&mut self) {
        // The root stays open: the reader refuses an end too many.
        if self.open.len() > 1 {
            self.open.pop();
        }
    }

    /// Adds text within the innermost element.
    ///
    /// # Errors
    /// Where it is one element too many.
    pub fn text(&mut self, text: &str) -> Result<(), ReadError> {
        let Some((index, last)) = self.open.last().copied() else { return Ok(()) };
        let within = match self.vocabulary.text {
            TextIn::Elements(names) => {
                let name = &self.tree.names[self.tree.nodes[index as usize].name as usize];
                names.contains(&name.as_str()).then_some(index)
            }
            // What entities split is one text.
            TextIn::Between if last > 0 && self.tree.nodes[last as usize].name == 0 => Some(last),
            // Outside of the outermost element of XML there are only line ends.
            TextIn::Between if index == 0 && !self.vocabulary.loose => None,
            TextIn::Between => {
                self.push(Node { text: text.to_owned(), ..Node::default() })?;
                self.end();
                None
            }
        };
        if let Some(index) = within {
            self.tree.nodes[index as usize].text.push_str(text);
        }
        Ok(())
    }

    fn reference(&mut self, reference: &BytesRef) -> Result<(), ReadError> {
        if let Ok(Some(c)) = reference.resolve_char_ref() {
            self.text(c.encode_utf8(&mut [0; 4]))
        } else if let Some(text) = resolve_predefined_entity(reference) {
            self.text(text)
        } else {
            self.text(&format!("&{};", &**reference))
        }
    }

    fn intern(&mut self, name: &str) -> u32 {
        if let Some(known) = self.known.get(name) {
            return *known;
        }
        let index = u32::try_from(self.tree.names.len()).unwrap_or(0);
        self.tree.names.push(name.to_owned());
        self.known.insert(name.to_owned(), index);
        index
    }
}
