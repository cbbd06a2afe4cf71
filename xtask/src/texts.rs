//! The texts of the first screen, which stand in `src/lang/vi.toml` like all that the page says.

use toml::Table;

use crate::step::Outcome;

/// Puts the text of `[section] key` in the place of every `{vi.section.key}`.
pub fn fill(html: &str, toml: &str) -> Outcome<String> {
    let sections: Table = toml.parse().map_err(|error| format!("vi.toml: {error}"))?;
    let mut out = String::new();
    let mut parts = html.split("{vi.");
    out.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let (name, rest) = part.split_once('}').ok_or("index.html: {vi. is not closed")?;
        let text = name.split_once('.').and_then(|(section, key)| sections.get(section)?.get(key)?.as_str());
        let text = text.ok_or_else(|| format!("index.html: vi.toml has no text {name}"))?;
        out.push_str(&text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;"));
        out.push_str(rest);
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn texts_are_put_in_by_name() {
        let toml = "[app]\nname = \"A & B\"";
        assert_eq!(fill("<p>{vi.app.name}</p>{policy}", toml), Ok("<p>A &amp; B</p>{policy}".to_owned()));
        assert!(fill("{vi.app.title}", toml).is_err());
    }
}
