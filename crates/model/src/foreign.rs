//! What is dropped by mistake: content of a kind that holds no document, or none that is read.

/// A kind of content other than the formats of documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// A picture in JPEG.
    Jpeg,
    /// A picture in PNG.
    Png,
    /// A picture in GIF.
    Gif,
    /// A picture in TIFF.
    Tiff,
    /// A picture in WebP.
    WebP,
    /// A picture in HEIC or AVIF.
    Heic,
    /// A picture in BMP.
    Bmp,
    /// A film.
    Film,
    /// Sound.
    Sound,
    /// Sound or a film: RIFF holds both.
    SoundOrFilm,
    /// A program.
    Program,
    /// An archive in RAR.
    Rar,
    /// An archive in 7z.
    SevenZip,
    /// An archive in GZIP.
    Gzip,
    /// An archive in ZIP that is no document.
    Zip,
    /// A database.
    Database,
    /// A shortcut of Windows.
    Shortcut,
    /// A spreadsheet in the binary form of Excel since 2007.
    BinarySheets,
    /// Slides.
    Slides,
    /// A file of Office before 2007 other than of Word and Excel.
    OldOffice,
    /// XML of a kind that is not known.
    Xml,
    /// Bytes that are no text.
    Binary,
}

impl Foreign {
    /// What an official calls it, in Vietnamese.
    pub fn name(self) -> &'static str {
        match self {
            Self::Jpeg => "ảnh JPEG",
            Self::Png => "ảnh PNG",
            Self::Gif => "ảnh GIF",
            Self::Tiff => "ảnh TIFF",
            Self::WebP => "ảnh WebP",
            Self::Heic => "ảnh HEIC",
            Self::Bmp => "ảnh BMP",
            Self::Film => "phim",
            Self::Sound => "tệp âm thanh",
            Self::SoundOrFilm => "tệp âm thanh hoặc phim",
            Self::Program => "chương trình",
            Self::Rar => "tệp nén RAR",
            Self::SevenZip => "tệp nén 7z",
            Self::Gzip => "tệp nén GZIP",
            Self::Zip => "tệp nén ZIP",
            Self::Database => "cơ sở dữ liệu",
            Self::Shortcut => "lối tắt của Windows",
            Self::BinarySheets => "bảng tính nhị phân .xlsb",
            Self::Slides => "bản trình chiếu",
            Self::OldOffice => "tệp Office đời cũ",
            Self::Xml => "tệp XML",
            Self::Binary => "tệp nhị phân",
        }
    }
}
