//! Trunk's last step: texts and scripts put in, the policy written, and the single file beside the served page.
//!
//! The two forms differ in where the two programs are: the served page names their files, the single file carries them,
//! compressed and in base64; the page's before the script that runs it, the worker's behind it, so that the page runs
//! while the rest is still read.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::html::{replace, sources, texts};
use crate::process::root;
use crate::size::sum;
use crate::step::Outcome;
use crate::{texts as vi, worker};

/// What the names of the programs' files begin with; a hash of their content follows.
pub const PAGE: &str = "tonghop-page-";
pub const WORKER: &str = "tonghop-worker-";

/// The scripts and programs of the page.
struct Parts {
    /// The glue of the page's program and what starts it.
    script: String,
    /// The glue of the worker's program and what starts it.
    worker: String,
    /// The names of the programs' files in the stage.
    programs: [String; 2],
}

/// Works on the folder that Trunk is about to put in the place of `dist`.
pub fn pack() -> Outcome {
    let stage = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from).ok_or("`pack` is called by Trunk.")?;
    let page = stage.join("index.html");
    let html = vi::fill(&read(&page)?, &read(&root().join("src/lang/vi.toml"))?)?;
    let first = script(&start("first")?)?;
    let html = replace(&html, "<script data-first", "</script>", &format!("<script>{first}</script>"))?.0;
    let (html, parts) = take_parts(&html, &stage)?;
    write(&stage.join("tonghop.html"), &with_policy(&single(&html, &parts, &stage)?, "'none'")?)?;
    // Until the programs are loaded; then the script forbids the page that as well.
    write(&page, &with_policy(&served(&html, &parts)?, "'self'")?)
}

/// What a browser runs at the start of the page, of the worker, and before both.
fn start(name: &str) -> Outcome<String> {
    read(&root().join("src/start").join(name).with_extension("js"))
}

/// A text that can stand in the page as a script.
fn script(text: &str) -> Outcome<String> {
    match ["</script", "<!--"].iter().find(|end| text.to_lowercase().contains(**end)) {
        Some(end) => Err(format!("A script contains {end}, which would end it within the page.")),
        None => Ok(text.to_owned()),
    }
}

/// Takes what Trunk put in out of the page, and the worker's program into the stage.
fn take_parts(html: &str, stage: &Path) -> Outcome<(String, Parts)> {
    let (html, link) = replace(html, "<link id=\"program\"", ">", "")?;
    let page = link.split("href=\"./").nth(1).and_then(|rest| rest.split('"').next());
    let page = page.filter(|name| name.starts_with(PAGE)).ok_or("index.html: #program names no program")?.to_owned();
    let (html, name) = replace(&html, "<script data-glue=\"", "\"></script>", "")?;
    let glue = stage.join(name);
    let parts = Parts {
        script: script(&format!("{}\n{}", read(&glue)?, start("page")?))?,
        worker: script(&format!("{}\n{}", read(&worker::glue())?, start("worker")?))?,
        programs: [page, worker_file(stage)?],
    };
    fs::remove_file(&glue).map_err(|error| format!("{}: {error}", glue.display()))?;
    Ok((html, parts))
}

/// Puts the worker's program beside the page's, named by its content as Trunk names files.
fn worker_file(stage: &Path) -> Outcome<String> {
    let wasm = bytes(&worker::wasm())?;
    let name = format!("{WORKER}{}_bg.wasm", &sum(&wasm)[..16]);
    fs::write(stage.join(&name), wasm).map_err(|error| format!("{name}: {error}"))?;
    Ok(name)
}

/// The page that a server hands out: its own program is asked for before anything runs, and the engine, which is only
/// named here, when that has come.
fn served(html: &str, parts: &Parts) -> Outcome<String> {
    let link = |id: &str, kind: &str, name: &str| {
        format!("<link id=\"{id}\" {kind} type=\"application/wasm\" crossorigin href=\"./{name}\">\n")
    };
    let [page, worker] = &parts.programs;
    let (own, engine) =
        (link("program", "rel=\"preload\" as=\"fetch\"", page), link("engine", "rel=\"alternate\"", worker));
    let links = format!("{own}{engine}</head>");
    let html = replace(html, "</head", ">", &links)?.0;
    let scripts = format!("{}<script>{}</script>\n</body>", data("worker", &parts.worker), parts.script);
    Ok(replace(&html, "</body", ">", &scripts)?.0)
}

/// The page that is opened from a disk.
fn single(html: &str, parts: &Parts, stage: &Path) -> Outcome<String> {
    let carried = |name: &String| Ok::<_, String>(STANDARD.encode(gzip(&bytes(&stage.join(name))?)?));
    let [page, worker] = &parts.programs;
    let scripts = format!(
        "{}{}<script>{}</script>\n{}</body>",
        data("worker", &parts.worker),
        data("program", &carried(page)?),
        parts.script,
        data("engine", &carried(worker)?),
    );
    Ok(replace(html, "</body", ">", &scripts)?.0)
}

/// A text that the page carries and does not run.
fn data(id: &str, text: &str) -> String {
    format!("<script id=\"{id}\" type=\"text/plain\">{text}</script>\n")
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

fn bytes(file: &Path) -> Outcome<Vec<u8>> {
    fs::read(file).map_err(|error| format!("{}: {error}", file.display()))
}

fn write(file: &Path, text: &str) -> Outcome {
    fs::write(file, text).map_err(|error| format!("{}: {error}", file.display()))
}
