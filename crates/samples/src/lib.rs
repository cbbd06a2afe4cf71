//! The six sample reports that the page offers for a first try; all in them is invented (`samples/README.md`).

/// A sample report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sample {
    /// The name of its file.
    pub name: &'static str,
    /// Its bytes.
    pub bytes: &'static [u8],
}

/// The sample reports, January to June 2022.
pub static SAMPLES: [Sample; 6] = [
    Sample { name: "bc-thang-01-2022.txt", bytes: include_bytes!("../../../samples/bc-thang-01-2022.txt") },
    Sample { name: "bc-thang-02-2022.md", bytes: include_bytes!("../../../samples/bc-thang-02-2022.md") },
    Sample { name: "bc-thang-03-2022.docx", bytes: include_bytes!("../../../samples/bc-thang-03-2022.docx") },
    Sample { name: "bc-thang-04-2022.txt", bytes: include_bytes!("../../../samples/bc-thang-04-2022.txt") },
    Sample { name: "bc-thang-05-2022.docx", bytes: include_bytes!("../../../samples/bc-thang-05-2022.docx") },
    Sample { name: "bc-thang-06-2022.txt", bytes: include_bytes!("../../../samples/bc-thang-06-2022.txt") },
];
