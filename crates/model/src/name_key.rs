//! By what names are the same: without case, diacritics, punctuation and spacing.
//!
//! A scan loses the diacritics of an agency's name, and officials write "uỷ" and "ủy"; both are one name.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The letters and digits of a text, words parted by one space.
pub fn key(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.nfd().filter(|&c| !is_combining_mark(c)).flat_map(char::to_lowercase) {
        match c {
            'đ' | 'ð' | 'ɖ' => out.push('d'),
            _ if c.is_alphanumeric() => out.push(c),
            _ if !out.is_empty() && !out.ends_with(' ') => out.push(' '),
            _ => {}
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// The key of a province, without the word for what it is.
pub fn province_key(text: &str) -> String {
    let key = key(text);
    ["tinh ", "thanh pho ", "tp "].iter().find_map(|word| key.strip_prefix(word)).unwrap_or(&key).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_name_has_one_key() {
        for name in ["Uỷ ban Nhân dân  Đông Hoà", "ỦY BAN NHÂN DÂN ĐÔNG HÒA", "Uy ban nhan dan Ðong Hoa."]
        {
            assert_eq!(key(name), "uy ban nhan dan dong hoa");
        }
        assert_eq!(province_key("Tỉnh An Lạc"), province_key("an lac"));
        assert_eq!(key(" - "), "");
    }
}
