//! Paragraphs that a page break or a conversion has parted in the middle of a sentence are one again.
//!
//! A paragraph goes on in the next one where no mark ends it and the next begins with a word written small, as no
//! sentence and no item of a list does.

use tonghop_model::document::{Block, Document, Paragraph, Role};

/// Joins the parted paragraphs of the body; those in tables stay as they are.
pub fn join(document: &mut Document) {
    let mut joined: Vec<Block> = Vec::with_capacity(document.blocks.len());
    for block in std::mem::take(&mut document.blocks) {
        match (joined.last_mut(), block) {
            (Some(Block::Paragraph(open)), Block::Paragraph(next)) if goes_on(open, &next) => {
                open.text.append(&next.text);
            }
            (_, block) => joined.push(block),
        }
    }
    document.blocks = joined;
}

fn goes_on(open: &Paragraph, next: &Paragraph) -> bool {
    let running = |role| matches!(role, Role::Body | Role::ListItem(_));
    let open_end = open.text.chars().last().is_some_and(|&c| c.is_alphanumeric() || c == ',');
    let chars = next.text.chars();
    // "a) …" and "i. …" are items: a label is one letter and a mark.
    let word = chars.iter().take_while(|c| c.is_alphabetic()).count();
    let small =
        chars.first().is_some_and(|c| c.is_lowercase()) && chars.get(word).is_none_or(|&c| c == ' ' || c == ',');
    running(open.role)
        && next.role == Role::Body
        && next.label_len == 0
        && open.bold == next.bold
        && open_end
        && small
}

#[cfg(test)]
mod tests {
    use super::*;
    use tonghop_model::format::Format;
    use tonghop_model::span::{Mapper, Span};

    fn check(text: &str, expected: &[&str]) {
        let mut at = 0;
        let mut blocks = Vec::new();
        for line in text.split('\n') {
            let mut mapper = Mapper::new();
            mapper.push(line, at);
            at += line.chars().count() + 1;
            blocks.push(Block::Paragraph(Paragraph { text: mapper.finish(), ..Paragraph::default() }));
        }
        let mut document = Document {
            format: Format::Text,
            text: text.to_owned(),
            blocks,
            margins: Vec::new(),
            notices: Vec::new(),
            layout: None,
        };
        join(&mut document);
        let found: Vec<String> =
            document.paragraphs().iter().map(|(paragraph, _)| paragraph.text.to_string()).collect();
        assert_eq!(found, expected, "{text}");
        let covered: Vec<Span> = document.paragraphs().iter().map(|(paragraph, _)| paragraph.text.whole()).collect();
        assert!(covered.iter().all(|span| span.end <= text.chars().count()));
    }

    #[test]
    fn only_what_is_parted_is_joined() {
        check(
            "đăng 07 văn bản về phòng,\nchống dịch và 03 kế hoạch.",
            &["đăng 07 văn bản về phòng, chống dịch và 03 kế hoạch."],
        );
        check("gồm:\na) một việc\nb) hai việc", &["gồm:", "a) một việc", "b) hai việc"]);
        check("Kết quả\n- tiếp nhận 5 hồ sơ", &["Kết quả", "- tiếp nhận 5 hồ sơ"]);
        check("Hết câu.\nviết nhỏ", &["Hết câu.", "viết nhỏ"]);
        check("Sở Tư pháp\nSở Y tế", &["Sở Tư pháp", "Sở Y tế"]);
    }
}
