//! Trunk's last step: one script inlined, the policy written, and the single file beside the served page.
//!
//! The two forms differ in one element only, `#program`: the served page names the wasm file, the single file
//! carries it, compressed and in base64.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::html::{replace, sources, texts};
use crate::process::root;
use crate::step::Outcome;

/// Works on the folder that Trunk is about to put in the place of `dist`.
pub fn pack() -> Outcome {
    let stage = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from).ok_or("`pack` is called by Trunk.")?;
    let page = stage.join("index.html");
    let html = with_script(&read(&page)?, &stage)?;
    let single = with_policy(&with_program(&html, &stage)?, "'none'")?;
    write(&stage.join("tonghop.html"), &single)?;
    // Until the program is loaded; then the script forbids the page that as well.
    write(&page, &with_policy(&html, "'self'")?)
}

/// Inlines the glue and the starter as one script, and takes the glue's file away.
fn with_script(html: &str, stage: &Path) -> Outcome<String> {
    let starter = read(&root().join("src/start.js"))?;
    let (_, name) = replace(html, "<script data-glue=\"", "\"></script>", "")?;
    let glue = stage.join(name);
    let script = format!("{}\n{starter}", read(&glue)?);
    if let Some(end) = ["</script", "<!--"].iter().find(|end| script.to_lowercase().contains(**end)) {
        return Err(format!("The script contains {end}, which would end it within the page."));
    }
    fs::remove_file(&glue).map_err(|error| format!("{}: {error}", glue.display()))?;
    Ok(replace(html, "<script data-glue=\"", "\"></script>", &format!("<script>{script}</script>"))?.0)
}

/// Inlines the program.
fn with_program(html: &str, stage: &Path) -> Outcome<String> {
    let (start, end) = ("<link id=\"program\"", ">");
    let (_, link) = replace(html, start, end, "")?;
    let name = link.split("href=\"./").nth(1).and_then(|rest| rest.split('"').next());
    let file = stage.join(name.ok_or("index.html: #program has no href")?);
    let wasm = fs::read(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    let text = STANDARD.encode(gzip(&wasm)?);
    Ok(replace(html, start, end, &format!("<script id=\"program\" type=\"text/plain\">{text}</script>"))?.0)
}

/// Writes the policy, which allows just the scripts and sheets that stand in the page.
fn with_policy(html: &str, connect: &str) -> Outcome<String> {
    let (script, style) = (sources(&texts(html, "script")), sources(&texts(html, "style")));
    let policy = [
        "default-src 'none'".to_owned(),
        format!("script-src {script} 'wasm-unsafe-eval'"),
        format!("style-src {style}"),
        "img-src data:".to_owned(),
        "worker-src blob:".to_owned(),
        format!("connect-src {connect}"),
        "base-uri 'none'".to_owned(),
        "form-action 'none'".to_owned(),
    ];
    Ok(replace(html, "{policy", "}", &policy.join("; "))?.0)
}

/// Compresses; the same bytes give the same bytes, for the header carries neither time nor name.
pub fn gzip(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).map_err(|error| format!("gzip: {error}"))
}

/// A text with plain line ends: a browser hashes what its parser made of the page, which turns CR LF into LF.
fn read(file: &Path) -> Outcome<String> {
    let text = fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    Ok(text.replace("\r\n", "\n"))
}

fn write(file: &Path, text: &str) -> Outcome {
    fs::write(file, text).map_err(|error| format!("{}: {error}", file.display()))
}
