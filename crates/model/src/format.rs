//! The formats that reports come in: what an official calls them, and how the names of their files end.

/// The formats of report files that are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
    /// Word since 2007.
    Docx,
    /// Word 97–2003.
    Doc,
    /// Rich Text Format.
    Rtf,
    /// `OpenDocument` text.
    Odt,
    /// PDF.
    Pdf,
    /// A web page.
    Html,
    /// A web page with what belongs to it in one file.
    Mht,
    /// Excel since 2007.
    Xlsx,
    /// Excel 97–2003.
    Xls,
    /// `OpenDocument` spreadsheet.
    Ods,
}

impl Format {
    /// All of them, in their order.
    pub const ALL: [Self; 12] = [
        Self::Text,
        Self::Markdown,
        Self::Docx,
        Self::Doc,
        Self::Rtf,
        Self::Odt,
        Self::Pdf,
        Self::Html,
        Self::Mht,
        Self::Xlsx,
        Self::Xls,
        Self::Ods,
    ];

    /// The name that the official knows it by, in Vietnamese.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "văn bản thuần (.txt)",
            Self::Markdown => "Markdown (.md)",
            Self::Docx => "Word (.docx)",
            Self::Doc => "Word 97–2003 (.doc)",
            Self::Rtf => "RTF (.rtf)",
            Self::Odt => "OpenDocument (.odt)",
            Self::Pdf => "PDF",
            Self::Html => "trang web (.html)",
            Self::Mht => "trang web (.mht)",
            Self::Xlsx => "Excel (.xlsx)",
            Self::Xls => "Excel 97–2003 (.xls)",
            Self::Ods => "bảng tính OpenDocument (.ods)",
        }
    }

    /// The endings of the names of such files, in lower case, the usual one first.
    pub fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Text => &["txt"],
            Self::Markdown => &["md", "markdown"],
            Self::Docx => &["docx", "docm", "dotx", "dotm"],
            Self::Doc => &["doc", "dot"],
            Self::Rtf => &["rtf"],
            Self::Odt => &["odt", "ott", "fodt"],
            Self::Pdf => &["pdf"],
            Self::Html => &["html", "htm", "xhtml"],
            Self::Mht => &["mht", "mhtml"],
            Self::Xlsx => &["xlsx", "xlsm"],
            Self::Xls => &["xls"],
            Self::Ods => &["ods"],
        }
    }

    /// The format of files whose names end so; `None` where no report is named so.
    pub fn of_ending(ending: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.endings().contains(&ending))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use crate::format::*;

    #[test]
    fn an_ending_belongs_to_one_format() {
        let mut met = HashSet::new();
        for format in Format::ALL {
            for ending in format.endings() {
                assert!(met.insert(ending), "{ending} stands twice");
                assert_eq!(Format::of_ending(ending), Some(format));
            }
        }
        assert_eq!(Format::of_ending("exe"), None);
    }
}
