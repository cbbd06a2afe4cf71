//! Arguments to commands.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use lexopt::{Arg, Error, Parser, ValueExt};

use tonghop_figures::table::Closing;
use tonghop_model::vietnamese::period::Period;

/// What `--help` prints.
pub const HELP: &str = "\
Tổng Hợp: đọc báo cáo tháng, tổng hợp thành báo cáo 6 tháng. Mọi việc làm trên máy này.

Cách dùng:
  tonghop extract [--format json|table] [--text] [--decisions QUYẾT_ĐỊNH] TỆP…
      Trích số liệu của từng báo cáo. json (mặc định): mỗi báo cáo một dòng; table: bảng để đọc.
      --text: kèm nội dung báo cáo, nơi các vị trí start, end được đếm theo ký tự.
  tonghop check [--decisions QUYẾT_ĐỊNH] [-o KẾT_QUẢ] TỆP…
      Liệt kê những điểm cần xem lại của các báo cáo; -o: tệp .docx, .csv, .html hoặc .txt.
  tonghop consolidate [--period KỲ] [--agency TÊN] [--calendar] [--no-compare] [--outline ĐỀ_CƯƠNG]
                      [--decisions QUYẾT_ĐỊNH] [-o KẾT_QUẢ] TỆP…
      Tổng hợp các báo cáo tháng thành bảng của một kỳ; không có -o thì in JSON.
      --period: 2022-H1 (6 tháng đầu năm), 2022-H2, 2022-Q1 (quý), 2022-9M, 2022 (năm), 2022-05 (tháng);
                2021-10..2022-03 (từ tháng đến tháng); mặc định là nửa năm có nhiều báo cáo nhất.
      --agency: cơ quan của bảng, khi các tệp là của nhiều cơ quan; mặc định là cơ quan có nhiều báo cáo nhất.
      --calendar: số liệu tháng chốt theo tháng dương lịch; mặc định từ ngày 15 tháng trước đến ngày 14.
      --no-compare: không so sánh với cùng kỳ năm trước và kỳ trước.
      -o, --output: tệp kết quả .docx (dự thảo báo cáo), .xlsx, .csv, .html hoặc .json.
      --outline: đề cương của dự thảo: monthly (mặc định), request, hoặc tệp .json đã lưu.
      --decisions: tệp quyết định đã lưu từ trang (quyet-dinh.json): số đã quyết định được dùng thay số in,
                   dự thảo theo đề cương và chỗ sửa đã lưu.

Mã kết thúc: 0 xong; 1 có tệp không đọc hoặc không ghi được; 2 sai cách dùng.
";

/// What the program was asked to do.
#[derive(Debug)]
pub enum Command {
    /// Print the help.
    Help,
    /// Print what was understood of each report.
    Extract(Extract),
    /// List what does not fit.
    Check(Check),
    /// Make the table of a period.
    Consolidate(Consolidate),
}

/// `tonghop extract`.
#[derive(Debug)]
pub struct Extract {
    /// Whether to print a table to read instead of JSON.
    pub table: bool,
    /// Whether to add the text that offsets count in.
    pub text: bool,
    /// The file of decisions.
    pub decisions: Option<PathBuf>,
    /// The reports.
    pub files: Vec<PathBuf>,
}

/// `tonghop check`.
#[derive(Debug)]
pub struct Check {
    /// The file of decisions.
    pub decisions: Option<PathBuf>,
    /// Where to write, and in what format; `None`: text to standard output.
    pub output: Option<(PathBuf, List)>,
    /// The reports.
    pub files: Vec<PathBuf>,
}

/// The format of a list of findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// A Word file.
    Docx,
    /// Comma-separated values.
    Csv,
    /// A web page.
    Html,
    /// Plain text.
    Text,
}

/// `tonghop consolidate`.
#[derive(Debug)]
pub struct Consolidate {
    /// The period; `None`: the half-year of most reports.
    pub period: Option<Period>,
    /// Words of the name of the agency; `None`: that of most reports.
    pub agency: Option<String>,
    /// Between which days months are counted.
    pub closing: Closing,
    /// Whether the table is compared with earlier periods.
    pub compare: bool,
    /// The outline of the draft: the id of one that ships, or a file.
    pub outline: Option<OsString>,
    /// The file of decisions.
    pub decisions: Option<PathBuf>,
    /// Where to write, and in what format; `None`: JSON to standard output.
    pub output: Option<(PathBuf, Output)>,
    /// The reports.
    pub files: Vec<PathBuf>,
}

/// The format of what is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Output {
    /// The draft as a Word file.
    Docx,
    /// The table, its sources and findings as an Excel file.
    Xlsx,
    /// Comma-separated values.
    Csv,
    /// A web page with the table.
    Html,
    /// The form of the command line.
    Json,
}

/// Reads the arguments, without the program's name; the error is a Vietnamese sentence.
pub fn parse(args: impl IntoIterator<Item = OsString>) -> Result<Command, String> {
    let mut parser = Parser::from_args(args);
    match parser.next().map_err(sentence)? {
        Some(Arg::Short('h') | Arg::Long("help")) => Ok(Command::Help),
        Some(Arg::Value(command)) => match command.to_str() {
            Some("extract") => extract(&mut parser),
            Some("check") => check(&mut parser),
            Some("consolidate") => consolidate(&mut parser),
            _ => Err(format!("Không có lệnh “{}”.", command.to_string_lossy())),
        },
        Some(other) => Err(sentence(other.unexpected())),
        None => Err("Thiếu lệnh: extract, check hoặc consolidate.".to_owned()),
    }
}

fn extract(parser: &mut Parser) -> Result<Command, String> {
    let mut options = Extract { table: false, text: false, decisions: None, files: Vec::new() };
    while let Some(arg) = parser.next().map_err(sentence)? {
        match arg {
            Arg::Short('h') | Arg::Long("help") => return Ok(Command::Help),
            Arg::Long("text") => options.text = true,
            Arg::Long("decisions") => options.decisions = Some(path(parser)?),
            Arg::Long("format") => {
                let format = value(parser)?;
                options.table = match format.as_str() {
                    "json" => false,
                    "table" => true,
                    _ => return Err(format!("Không có định dạng “{format}”; chỉ có json và table.")),
                };
            }
            Arg::Value(file) => options.files.push(file.into()),
            other => return Err(sentence(other.unexpected())),
        }
    }
    some_files(&options.files)?;
    Ok(Command::Extract(options))
}

fn consolidate(parser: &mut Parser) -> Result<Command, String> {
    let mut options = Consolidate {
        period: None,
        agency: None,
        closing: Closing::Decree,
        compare: true,
        outline: None,
        decisions: None,
        output: None,
        files: Vec::new(),
    };
    while let Some(arg) = parser.next().map_err(sentence)? {
        match arg {
            Arg::Short('h') | Arg::Long("help") => return Ok(Command::Help),
            Arg::Long("period") => {
                let id = value(parser)?;
                let wrong = || {
                    format!(
                        "Không có kỳ “{id}”; ví dụ đúng: 2022-H1, 2022-Q1, 2022-9M, 2022, 2022-05, 2021-10..2022-03."
                    )
                };
                options.period = Some(Period::parse(&id).ok_or_else(wrong)?);
            }
            Arg::Long("agency") => options.agency = Some(value(parser)?),
            Arg::Long("calendar") => options.closing = Closing::Calendar,
            Arg::Long("no-compare") => options.compare = false,
            Arg::Long("decisions") => options.decisions = Some(path(parser)?),
            Arg::Long("outline") => options.outline = Some(parser.value().map_err(sentence)?),
            Arg::Short('o') | Arg::Long("output") => {
                let path = path(parser)?;
                options.output = Some((path.clone(), Output::of(&path)?));
            }
            Arg::Value(file) => options.files.push(file.into()),
            other => return Err(sentence(other.unexpected())),
        }
    }
    some_files(&options.files)?;
    no_overwriting(options.output.as_ref().map(|(path, _)| path), &options.files)?;
    Ok(Command::Consolidate(options))
}

fn check(parser: &mut Parser) -> Result<Command, String> {
    let mut options = Check { decisions: None, output: None, files: Vec::new() };
    while let Some(arg) = parser.next().map_err(sentence)? {
        match arg {
            Arg::Short('h') | Arg::Long("help") => return Ok(Command::Help),
            Arg::Long("decisions") => options.decisions = Some(path(parser)?),
            Arg::Short('o') | Arg::Long("output") => {
                let path = path(parser)?;
                options.output = Some((path.clone(), List::of(&path)?));
            }
            Arg::Value(file) => options.files.push(file.into()),
            other => return Err(sentence(other.unexpected())),
        }
    }
    some_files(&options.files)?;
    no_overwriting(options.output.as_ref().map(|(path, _)| path), &options.files)?;
    Ok(Command::Check(options))
}

impl List {
    fn of(path: &Path) -> Result<Self, String> {
        match ending(path).as_deref() {
            Some("docx") => Ok(Self::Docx),
            Some("csv") => Ok(Self::Csv),
            Some("html" | "htm") => Ok(Self::Html),
            Some("txt") => Ok(Self::Text),
            _ => Err(format!("Không ghi được “{}”; đuôi tệp phải là .docx, .csv, .html hoặc .txt.", path.display())),
        }
    }
}

impl Output {
    fn of(path: &Path) -> Result<Self, String> {
        match ending(path).as_deref() {
            Some("csv") => Ok(Self::Csv),
            Some("html" | "htm") => Ok(Self::Html),
            Some("json") => Ok(Self::Json),
            Some("docx") => Ok(Self::Docx),
            Some("xlsx") => Ok(Self::Xlsx),
            _ => Err(format!(
                "Không ghi được “{}”; đuôi tệp phải là .docx, .xlsx, .csv, .html hoặc .json.",
                path.display()
            )),
        }
    }
}

fn ending(path: &Path) -> Option<String> {
    path.extension().map(|ending| ending.to_string_lossy().to_lowercase())
}

fn path(parser: &mut Parser) -> Result<PathBuf, String> {
    parser.value().map(PathBuf::from).map_err(sentence)
}

fn no_overwriting(output: Option<&PathBuf>, files: &[PathBuf]) -> Result<(), String> {
    match files.iter().find(|&file| output.is_some_and(|output| same_file(output, file))) {
        Some(file) => Err(format!("Kết quả sẽ ghi đè báo cáo “{}”; hãy chọn tên khác.", file.display())),
        None => Ok(()),
    }
}

fn value(parser: &mut Parser) -> Result<String, String> {
    parser.value().and_then(ValueExt::string).map_err(sentence)
}

fn some_files(files: &[PathBuf]) -> Result<(), String> {
    if files.is_empty() { Err("Thiếu tệp báo cáo.".to_owned()) } else { Ok(()) }
}

fn same_file(a: &Path, b: &Path) -> bool {
    // A path that does not lead to a file cannot be made canonical, and is compared as it is written.
    let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.components().collect());
    let plain = |path: PathBuf| path.strip_prefix(".").map(Path::to_owned).unwrap_or(path);
    plain(real(a)) == plain(real(b))
}

fn sentence(error: Error) -> String {
    match error {
        Error::MissingValue { option: Some(option) } => format!("Tùy chọn {option} thiếu giá trị."),
        Error::UnexpectedOption(option) => format!("Không có tùy chọn {option}."),
        Error::UnexpectedValue { option, .. } => format!("Tùy chọn {option} không nhận giá trị."),
        Error::NonUnicodeValue(value) => format!("Giá trị “{}” không đọc được.", value.to_string_lossy()),
        other => format!("Sai cách dùng ({other})."),
    }
}
