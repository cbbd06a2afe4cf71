//! Files of several parts as mails have them (RFC 2045, 2046): the first page in them.

/// How deep parts in parts are looked into.
const MAX_DEPTH: usize = 8;

/// The most parts that are looked at.
const MAX_PARTS: usize = 1000;

/// The bytes of the first page; `None` where there is none.
pub(super) fn page(bytes: &[u8]) -> Option<Vec<u8>> {
    find(bytes, 0)
}

fn find(bytes: &[u8], depth: usize) -> Option<Vec<u8>> {
    let (fields, content) = split_fields(bytes);
    let kind = field(&fields, "content-type").unwrap_or_default();
    let small = kind.to_ascii_lowercase();
    if small.starts_with("multipart/") && depth < MAX_DEPTH {
        let boundary = format!("--{}", parameter(&kind, "boundary")?);
        return parts(content, boundary.as_bytes()).into_iter().find_map(|part| find(part, depth + 1));
    }
    if !small.starts_with("text/html") && !small.starts_with("application/xhtml") {
        return None;
    }
    let encoding = field(&fields, "content-transfer-encoding").unwrap_or_default().to_ascii_lowercase();
    Some(match encoding.trim() {
        "quoted-printable" => quoted_printable(content),
        "base64" => base64(content),
        _ => content.to_vec(),
    })
}

/// The lines of a text with their ends.
fn lines(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    bytes.split_inclusive(|byte| *byte == b'\n')
}

/// The fields at the head of a part, lines that go on joined, and what stands behind the empty line.
fn split_fields(bytes: &[u8]) -> (Vec<String>, &[u8]) {
    let mut fields: Vec<String> = Vec::new();
    let mut at = 0;
    for line in lines(bytes) {
        at += line.len();
        let text = String::from_utf8_lossy(line);
        let text = text.trim_end();
        if text.is_empty() {
            // Blank lines before the first field are no end.
            if fields.is_empty() {
                continue;
            }
            break;
        }
        match fields.last_mut().filter(|_| text.starts_with([' ', '\t'])) {
            Some(field) => field.push_str(text),
            None => fields.push(text.to_owned()),
        }
    }
    (fields, &bytes[at..])
}

fn field(fields: &[String], name: &str) -> Option<String> {
    fields.iter().find_map(|field| {
        let (known, value) = field.split_once(':')?;
        known.trim().eq_ignore_ascii_case(name).then(|| value.trim().to_owned())
    })
}

/// A parameter of a field, such as the boundary of its parts.
fn parameter(field: &str, name: &str) -> Option<String> {
    let mut parameters = field.split(';').skip(1);
    let value = parameters.find_map(|parameter| {
        let (known, value) = parameter.split_once('=')?;
        known.trim().eq_ignore_ascii_case(name).then(|| value.trim())
    })?;
    Some(value.trim_matches('"').to_owned())
}

/// What stands between the lines of a boundary.
fn parts<'a>(bytes: &'a [u8], boundary: &[u8]) -> Vec<&'a [u8]> {
    let mut parts = Vec::new();
    let (mut at, mut begun) = (0, None);
    for line in lines(bytes) {
        let end = at + line.len();
        if line.starts_with(boundary) {
            parts.extend(begun.map(|begun| &bytes[begun..at]));
            begun = Some(end);
            if parts.len() >= MAX_PARTS {
                return parts;
            }
        }
        at = end;
    }
    // The last part of a file that breaks off has no end.
    parts.extend(begun.map(|begun| &bytes[begun..]));
    parts
}

fn quoted_printable(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    for line in lines(bytes) {
        let body = line.trim_ascii_end();
        let mut rest = body;
        let mut goes_on = false;
        while let Some((byte, behind)) = rest.split_first() {
            let code = (*byte == b'=').then(|| behind.get(..2).and_then(hex)).flatten();
            (rest, goes_on) = match code {
                Some(code) => {
                    out.push(code);
                    (&behind[2..], false)
                }
                None if *byte == b'=' && behind.is_empty() => (behind, true),
                None => {
                    out.push(*byte);
                    (behind, false)
                }
            };
        }
        if !goes_on && line.ends_with(b"\n") {
            out.push(b'\n');
        }
    }
    out
}

fn hex(digits: &[u8]) -> Option<u8> {
    u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
}

fn base64(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len() / 4 * 3);
    let (mut held, mut bits) = (0_u32, 0);
    for byte in bytes {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            b'=' => break,
            _ => continue,
        };
        held = held << 6 | u32::from(value);
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            out.push(u8::try_from(held >> bits & 0xFF).unwrap_or(0));
        }
    }
    out
}
