//! Letters in all the ways in which the format writes them, and where they go.

use super::destination::Destination;
use super::reader::Reader;
use super::state::{Group, Look};
use crate::decode;

impl Reader {
    /// Words that stand for a letter; whether it was one of them.
    pub fn letter_word(&mut self, name: &str, number: Option<i32>) -> bool {
        let letter = match name {
            "tab" => '\t',
            "line" | "page" | "column" | "lbr" => '\n',
            "emdash" => '—',
            "endash" => '–',
            "lquote" => '‘',
            "rquote" => '’',
            "ldblquote" => '“',
            "rdblquote" => '”',
            "bullet" => '•',
            "emspace" | "enspace" | "qmspace" => ' ',
            "u" => {
                self.unicode(number.unwrap_or(0));
                self.skip = self.group().stand_ins;
                return true;
            }
            _ => return false,
        };
        self.push(letter.encode_utf8(&mut [0; 4]));
        true
    }

    pub fn symbol(&mut self, sign: u8) {
        if self.skip > 0 {
            self.skip -= 1;
            return;
        }
        match sign {
            b'~' => self.push("\u{A0}"),
            b'_' => self.push("-"),
            // In TCVN3 the soft hyphen is the letter ư; elsewhere nothing of it is seen.
            b'-' => self.push("\u{AD}"),
            b'{' | b'}' | b'\\' => self.push(char::from(sign).encode_utf8(&mut [0; 4])),
            _ => {}
        }
    }

    pub fn byte(&mut self, byte: u8) {
        if self.skip > 0 {
            self.skip -= 1;
            return;
        }
        let Group { destination, look: Look { font, .. }, .. } = *self.group();
        let letter = match destination {
            // What picture the label is, its own rule tells.
            Destination::Label if self.head.is_symbol(font) => char::from_u32(0xF000 + u32::from(byte)),
            _ => Some(self.head.letter(font, byte)),
        };
        self.push(letter.unwrap_or(' ').encode_utf8(&mut [0; 4]));
    }

    pub fn ascii(&mut self, text: &str) {
        let skipped = self.skip.min(text.len());
        self.skip -= skipped;
        let text = &text[skipped..];
        let Group { destination, look, .. } = *self.group();
        if self.head.is_symbol(look.font) && destination != Destination::Fonts {
            text.bytes().for_each(|byte| self.byte(byte));
        } else {
            self.push(text);
        }
    }

    fn unicode(&mut self, number: i32) {
        // Numbers are signed words, so that the upper half is negative.
        let unit = u16::try_from(number.rem_euclid(0x1_0000)).unwrap_or(0);
        let units = self.high.take().into_iter().chain([unit]);
        if (0xD800..0xDC00).contains(&unit) {
            self.high = Some(unit);
            return;
        }
        self.push(&decode::units(units));
    }

    /// Appends text where the group says.
    fn push(&mut self, text: &str) {
        let Group { destination, look, .. } = *self.group();
        match destination {
            Destination::Fonts => return self.head.font_text(text),
            Destination::Styles => return self.head.style_text(text),
            Destination::Text | Destination::Label => {}
            _ => return,
        }
        self.writer.met.changes |= look.deleted;
        let hidden = std::mem::replace(&mut self.was_hidden, look.hidden);
        if look.deleted || look.hidden {
            self.writer.met.hidden += usize::from(look.hidden && !look.deleted && !hidden);
            return;
        }
        let coding = self.head.coding(look.font);
        let open = &mut self.story().open;
        let lines = if destination == Destination::Label { &mut open.label } else { &mut open.lines };
        lines.push(text, look.bold, coding);
    }
}
