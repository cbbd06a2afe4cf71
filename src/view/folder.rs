//! The files of folders that were dropped, found within bounds.

use std::collections::VecDeque;

use js_sys::{Array, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DataTransfer, File, FileList, FileSystemDirectoryEntry, FileSystemEntry, FileSystemFileEntry};

use crate::lang::vi;
use crate::page::words;

/// The most files that are taken at once; a province has fewer departments than this.
pub const MAX_FILES: usize = 300;
/// How deep folders are looked into.
const MAX_DEPTH: usize = 8;

/// What was found.
#[derive(Default)]
pub struct Found {
    /// The files.
    pub files: Vec<File>,
    hidden: usize,
    cut: bool,
}

impl Found {
    /// The files that were chosen one by one: all of them are meant.
    pub fn of(files: Vec<File>) -> Self {
        Self { files, ..Self::default() }
    }

    /// Takes a file of a folder, unless it is one that the official did not put there.
    pub fn take(&mut self, file: File) {
        if is_hidden(&file.name()) {
            self.hidden += 1;
        } else if self.files.len() < MAX_FILES {
            self.files.push(file);
        } else {
            self.cut = true;
        }
    }

    /// What to say of the files that were not taken.
    pub fn notes(&self) -> Vec<String> {
        let hidden = (self.hidden > 0).then(|| words::with_count(vi::DROP_SKIPPED, self.hidden));
        let cut = self.cut.then(|| words::with_count(vi::DROP_TOO_MANY, MAX_FILES));
        hidden.into_iter().chain(cut).collect()
    }
}

/// The entries of a drop. They have to be taken while the event is handled; the browser empties it afterwards.
pub fn entries(transfer: &DataTransfer) -> Vec<FileSystemEntry> {
    let items = transfer.items();
    (0..items.length()).filter_map(|index| items.get(index)?.webkit_get_as_entry().ok()?).collect()
}

/// The files of the entries, folders opened level by level.
pub async fn files(entries: Vec<FileSystemEntry>) -> Found {
    let mut found = Found::default();
    let mut open: VecDeque<(FileSystemEntry, usize)> = entries.into_iter().map(|entry| (entry, 0)).collect();
    while let Some((entry, depth)) = open.pop_front() {
        if found.cut {
            break;
        }
        if entry.is_directory() && depth < MAX_DEPTH && !is_hidden(&entry.name()) {
            let inner = children(entry.unchecked_ref()).await;
            open.extend(inner.into_iter().map(|entry| (entry, depth + 1)));
        } else if entry.is_file()
            && let Some(file) = file(entry.unchecked_ref()).await
        {
            found.take(file);
        }
    }
    found
}

/// The files of a folder that was chosen; the browser has opened it already.
pub fn chosen(files: Vec<File>) -> Found {
    let mut found = Found::default();
    for file in files {
        found.take(file);
    }
    found
}

/// The files of a list of the browser.
pub fn list_files(list: &FileList) -> Vec<File> {
    (0..list.length()).filter_map(|index| list.get(index)).collect()
}

/// What Word, Windows and macOS put beside documents.
fn is_hidden(name: &str) -> bool {
    name.starts_with('.') || name.starts_with("~$") || matches!(name, "Thumbs.db" | "desktop.ini" | "__MACOSX")
}

async fn file(entry: &FileSystemFileEntry) -> Option<File> {
    let promise = Promise::new(&mut |resolve, reject| entry.file_with_callback_and_callback(&resolve, &reject));
    JsFuture::from(promise).await.ok()?.dyn_into().ok()
}

/// The reader gives some entries at a time and an empty list behind the last; a failing one gives what it gave.
async fn children(folder: &FileSystemDirectoryEntry) -> Vec<FileSystemEntry> {
    let reader = folder.create_reader();
    let mut entries: Vec<FileSystemEntry> = Vec::new();
    loop {
        let promise = Promise::new(&mut |resolve, reject| {
            if let Err(error) = reader.read_entries_with_callback_and_callback(&resolve, &reject) {
                let _ = reject.call1(&JsValue::UNDEFINED, &error);
            }
        });
        let Some(batch) = JsFuture::from(promise).await.ok().and_then(|list| list.dyn_into::<Array>().ok()) else {
            return entries;
        };
        if batch.length() == 0 || entries.len() > MAX_FILES * 4 {
            return entries;
        }
        entries.extend(batch.iter().map(JsCast::unchecked_into));
    }
}
