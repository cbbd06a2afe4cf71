//! Dates as they are printed, with their fields, whether or not there is such a day.
//!
//! | printed | fields | exists |
//! |---|---|---|
//! | `17/11/2021` | 17, 11, 2021 | yes |
//! | `15-06-2020`, `15.6.2020` | 15, 6, 2020 | yes |
//! | `2022-02-13` | 13, 2, 2022 | yes |
//! | `31/12/21` | 31, 12, 2021 | yes |
//! | `30/02/2022`, `13/20/2022` | as printed | no |
//! | `22/11/22014` | 22, 11, 22014 | no |

use jiff::civil::Date;

/// The fields of a printed date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Printed {
    /// The day of the month.
    pub day: u8,
    /// The month.
    pub month: u8,
    /// The year.
    pub year: u32,
}

impl Printed {
    /// The day, where there is such a one.
    pub fn date(self) -> Option<Date> {
        let year = i16::try_from(self.year).ok().filter(|year| (1000..=2999).contains(year))?;
        Date::new(year, i8::try_from(self.month).ok()?, i8::try_from(self.day).ok()?).ok()
    }
}

/// Reads a date of three fields; `None` where the text is no such thing.
pub fn parse(text: &str) -> Option<Printed> {
    let mark = text.chars().find(|c| matches!(c, '/' | '-' | '.'))?;
    let mut fields = text.split(mark);
    let (first, month, last) = (fields.next()?, fields.next()?, fields.next()?);
    let (day, year) = if first.len() == 4 { (last, first) } else { (first, last) };
    if fields.next().is_some() || day.len() > 2 || month.len() > 2 || !matches!(year.len(), 2 | 4 | 5) {
        return None;
    }
    let digits = |field: &str| field.bytes().all(|b| b.is_ascii_digit()).then(|| field.parse::<u32>().ok()).flatten();
    // Reports of two-digit years are all of this century.
    let century = if year.len() == 2 { 2000 } else { 0 };
    Some(Printed {
        day: u8::try_from(digits(day)?).ok()?,
        month: u8::try_from(digits(month)?).ok()?,
        year: digits(year)? + century,
    })
}

/// A date in Vietnamese form, with the zeros that the decree on office work asks for: `05/4/2021`, `13/02/2022`.
pub fn format(date: Date) -> String {
    let zero = if date.month() < 3 { "0" } else { "" };
    format!("{:02}/{zero}{}/{}", date.day(), date.month(), date.year())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields() {
        for (text, printed) in [
            ("17/11/2021", Some("17/11/2021")),
            ("15-06-2020", Some("15/6/2020")),
            ("15.6.2020", Some("15/6/2020")),
            ("2022-02-13", Some("13/02/2022")),
            ("31/12/21", Some("31/12/2021")),
            ("30/02/2022", None),
            ("13/20/2022", None),
            ("22/11/22014", None),
        ] {
            assert_eq!(parse(text).unwrap().date().map(format).as_deref(), printed, "{text}");
        }
        for other in ["17/11", "1/2/3/4", "a/b/2021", "123/4/2021", ""] {
            assert_eq!(parse(other), None, "{other}");
        }
    }
}
