//! Outlines that the page sends to be read.

use tonghop_drafts::draft::outline::Outline;
use tonghop_edge::outline::view;
use tonghop_job::Reply;

/// The outline of a file that the user kept.
pub fn read(text: &str) -> Reply {
    match Outline::from_json(text) {
        Ok(outline) => Reply::Outline { outline: Some(Box::new(view(&outline))), message: String::new() },
        Err(message) => Reply::Outline { outline: None, message },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_read_or_refused_with_a_sentence() {
        for shipped in Outline::shipped() {
            let Reply::Outline { outline: Some(read), .. } = read(&shipped.to_json()) else {
                unreachable!("an outline")
            };
            assert_eq!(*read, view(&shipped));
        }
        let Reply::Outline { outline: None, message } = read("{}") else { unreachable!("no outline") };
        assert!(message.starts_with("Tệp đề cương không đúng mẫu"));
    }
}
