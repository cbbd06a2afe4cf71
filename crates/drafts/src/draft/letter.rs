//! Letterhead, title, receivers and signature of the draft, from the months' own.
//!
//! Layout and spelling are those of Nghị định 30/2020/NĐ-CP, Phụ lục I. What the months do not say is left to fill in.

use super::paper::{Letterhead, Signer};
use super::wording::{BLANK, Words, capitalised};
use tonghop_model::vietnamese::fold;
use tonghop_model::vietnamese::lexicon::LEXICON;
use tonghop_series::report::Report;
use tonghop_statements::line::{Line, label};

/// How many paragraphs the letterhead and the title can take.
const HEAD: usize = 25;

/// How many receivers a report names at most.
const RECEIVERS: usize = 40;

/// What the last month's report says of itself.
#[derive(Clone, Debug, Default)]
pub struct Letter {
    /// The head of the first page.
    pub letterhead: Letterhead,
    /// The agency in running text.
    pub agency: Option<String>,
    /// What the title says before its period, with a small first letter.
    pub subject: Option<String>,
    /// The receivers.
    pub receivers: Vec<String>,
    /// Who signs.
    pub signer: Signer,
}

/// Reads the letter of a report; `year` is that of the draft's date.
pub fn letter(report: &Report, words: &Words) -> Letter {
    let lines = &report.lines;
    let header = &report.header;
    let province = header.province.as_deref();
    Letter {
        letterhead: Letterhead {
            parent: province.map_or_else(|| BLANK.to_owned(), |name| parent(name, lines)),
            agency: header.agency.as_deref().unwrap_or(BLANK).to_uppercase(),
            number: format!("Số: {BLANK}{}", header.number.as_deref().and_then(symbol).unwrap_or("/BC-…")),
            place_and_date: format!("{}, ngày {BLANK} tháng {BLANK} năm {}", province.unwrap_or(BLANK), words.year),
        },
        agency: header.agency.clone(),
        subject: subject(report, lines),
        receivers: receivers(lines),
        signer: signer(report, lines),
    }
}

/// "UBND TỈNH HÒA GIANG"; the months say whether it is a province or a city.
fn parent(province: &str, lines: &[Line]) -> String {
    let city = format!("thành phố {}", fold::fold_str(province));
    let is_city = lines
        .iter()
        .take(HEAD)
        .any(|line| fold::fold(line.paragraph.text.chars()).into_iter().collect::<String>().contains(&city));
    format!("UBND {} {}", if is_city { "THÀNH PHỐ" } else { "TỈNH" }, province.to_uppercase())
}

/// "/BC-STTTT" of "149/BC-STTTT".
fn symbol(number: &str) -> Option<&str> {
    number.find('/').map(|slash| &number[slash..])
}

/// "công tác thông tin và truyền thông": the words of the title before its period.
fn subject(report: &Report, lines: &[Line]) -> Option<String> {
    let period = report.header.period_span?;
    let before = |at: &Line| at.paragraph.text.whole().start < period.start;
    let at = lines.iter().take(HEAD).rposition(before)?;
    let line = &lines[at];
    let end =
        line.tokens.iter().position(|token| line.paragraph.text.span(token.at.clone()).start >= period.start)?;
    let mut from = 0;
    if line.is_word(0, "báo") && line.is_word(1, "cáo") {
        from = 2;
    }
    // A sentence of the opening is no title.
    let title = (from + 2..=20).contains(&end) && !line.tokens[from..end].iter().any(|token| token.is_mark(','));
    let drop = ["trong", "của", "năm", "kỳ"];
    let mut end = end;
    while end > from && drop.iter().any(|word| line.is_word(end - 1, word)) {
        end -= 1;
    }
    let text = line.text(from..end);
    if !title || end < from + 2 || text.chars().all(|c| !c.is_lowercase()) && text.chars().count() < 4 {
        return None;
    }
    let shouted = !text.chars().any(char::is_lowercase);
    let text = if shouted { text.to_lowercase() } else { text };
    let mut chars = text.chars();
    chars.next().map(|first| first.to_lowercase().chain(chars).collect())
}

/// The receivers behind "Nơi nhận:", without hyphens and marks; the report itself is sent to the addressee first.
fn receivers(lines: &[Line]) -> Vec<String> {
    let mut found = vec!["Như trên".to_owned()];
    let from = lines.iter().rposition(|line| line.begins(&LEXICON.receivers));
    let listed = from.map(|from| &lines[from + 1..]).unwrap_or_default().iter().take(RECEIVERS);
    for line in listed {
        let Some(label) = line.label.as_ref().filter(|label| label.kind == label::Kind::Bullet) else {
            if found.len() > 1 {
                break;
            }
            continue;
        };
        let text = line.text(label.tokens..line.tokens.len());
        let text = text.trim_end_matches([';', '.', ',', ' ']).to_owned();
        if !text.is_empty() && !found.iter().any(|known| fold::fold_str(known) == fold::fold_str(&text)) {
            found.push(text);
        }
    }
    if found.len() == 1 {
        found.push("Lưu: VT".to_owned());
    }
    found
}

/// The signer's title and name as the month has them.
fn signer(report: &Report, lines: &[Line]) -> Signer {
    let from = lines.iter().rposition(|line| line.begins(&LEXICON.receivers)).unwrap_or(0);
    let is_title = |line: &&Line| {
        let at = (0..line.tokens.len().min(5)).find(|&at| line.any_at(at, &LEXICON.signer_title));
        at.is_some() && line.tokens.len() <= 8 && !line.paragraph.text.chars().iter().any(|c| c.is_lowercase())
    };
    let titles: Vec<String> =
        lines[from..].iter().filter(is_title).take(2).map(|line| line.paragraph.text.to_string()).collect();
    Signer {
        titles: if titles.is_empty() { vec![BLANK.to_owned()] } else { titles },
        name: report.header.signer.clone().unwrap_or_else(|| BLANK.to_owned()),
    }
}

/// The title of the draft.
pub fn title(outline: &str, words: &Words) -> String {
    capitalised(&words.fill(outline))
}
