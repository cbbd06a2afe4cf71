//! Files on their way into the list: too large ones are refused unread, and the same one is not taken twice.

use js_sys::{Array, ArrayBuffer, Uint8Array};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

use super::clock;
use super::dom;
use super::state::App;
use crate::lang::vi;
use crate::page::words;
use tonghop_job::{JobId, Request, too_large};

impl App {
    /// Takes files into the list by their names and has them read; `notes` are said with what became of them.
    pub fn add(self, mut files: Vec<File>, notes: Vec<String>) {
        // Browsers give them in the order of the disk, or with the one first that was grasped.
        files.sort_by_cached_key(|file| file.name().to_lowercase());
        clock::files_came();
        spawn_local(async move {
            let mut said = Vec::new();
            let mut added = 0;
            for file in files {
                if self.has(&file).await {
                    said.push(words::fill(vi::DROP_SAME, &[("name", &file.name())]));
                } else {
                    self.take(file);
                    added += 1;
                }
            }
            if added > 0 {
                said.insert(0, words::with_count(vi::DROP_ADDED, added));
            } else if said.is_empty() {
                said.push(vi::DROP_NOTHING.to_owned());
            }
            said.extend(notes);
            self.say(said.join(" "));
            self.files_wait();
            dom::catch_focus();
        });
    }

    /// Takes a text that was pasted, as a report of its own.
    pub fn add_text(self, text: &str) {
        let pasted = self.queue.with_untracked(|queue| {
            queue.entries().iter().filter(|entry| entry.name.starts_with(vi::DROP_PASTED)).count()
        });
        let name = match pasted {
            0 => vi::DROP_PASTED.to_owned(),
            n => words::with_count(vi::DROP_PASTED_AGAIN, n + 1),
        };
        if let Ok(file) = File::new_with_str_sequence(&Array::of1(&text.into()), &name) {
            self.add(vec![file], Vec::new());
        }
    }

    /// Asks for the samples, which the worker carries.
    pub fn add_samples(self) {
        self.ask(&Request::Samples);
    }

    /// Takes the samples as if they were dropped.
    pub(super) fn take_samples(self, names: &[String], files: &[Vec<u8>]) {
        let file = |(name, bytes): (&String, &Vec<u8>)| {
            File::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(&bytes[..])), name).ok()
        };
        self.add(names.iter().zip(files).filter_map(file).collect(), Vec::new());
    }

    fn take(self, file: File) {
        let size = bytes(&file);
        let job = self.queue.try_update(|queue| queue.add(file.name(), size)).unwrap_or_default();
        match too_large(size) {
            Some(message) => self.queue.update(|queue| queue.refuse(job, message)),
            None => self.files.update_value(|files| {
                files.insert(job, file);
            }),
        }
    }

    /// Whether the list holds a file of the same name, size and content.
    async fn has(self, file: &File) -> bool {
        let (name, size) = (file.name(), bytes(file));
        let alike: Vec<JobId> = self.queue.with_untracked(|queue| {
            let alike = |entry: &&crate::page::queue::Entry| entry.name == name && entry.size == size;
            queue.entries().iter().filter(alike).map(|entry| entry.job).collect()
        });
        for job in alike {
            let other = self.files.with_value(|files| files.get(&job).cloned());
            match other {
                Some(other) if same_content(file, &other).await => return true,
                // A file that was too large to be looked into is told by its name and size alone.
                None if too_large(size).is_some() => return true,
                _ => {}
            }
        }
        false
    }
}

/// The size of a file; the browser tells it as a number without fraction.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "sizes are whole and not negative")]
fn bytes(file: &File) -> u64 {
    file.size() as u64
}

/// A file that can no longer be read is like no other.
async fn same_content(one: &File, other: &File) -> bool {
    let read = async |file: &File| {
        let buffer: ArrayBuffer = JsFuture::from(file.array_buffer()).await.ok()?.dyn_into().ok()?;
        Some(Uint8Array::new(&buffer).to_vec())
    };
    match (read(one).await, read(other).await) {
        (Some(one), Some(other)) => one == other,
        _ => false,
    }
}
