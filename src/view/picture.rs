//! The page of a PDF as a picture, with the figure marked, beneath the sentence that it stands in.

use std::sync::Arc;

use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::state::App;
use crate::lang::vi;
use crate::page::words::{count, fill};
use tonghop_job::{JobId, PictureView, Request};

/// How wide the picture is asked for, in pixels: small print of a page of A4 can be read at this width.
const WIDTH: u16 = 1_000;

/// How wide the picture is shown; the panel scrolls it.
const SHOWN: u32 = 680;

impl App {
    /// Asks for the picture of a page, from 0; `None`: of the page on which the stretch of text stands.
    pub fn ask_picture(self, job: JobId, page: Option<usize>, mark: (usize, usize)) {
        self.ask(&Request::Picture { job, page, mark, width: WIDTH });
    }
}

/// The page on which a stretch of a report's text stands, with the pages before and behind.
pub fn picture(app: App, job: JobId, file: String, mark: (usize, usize), printed: String) -> AnyView {
    app.ask_picture(job, None, mark);
    let shown = move || app.picture.get().filter(|picture| picture.job == job && picture.mark == mark);
    view! {
        <section class="page-picture" aria-label=vi::PICTURE_TITLE>
            {move || match shown() {
                Some(picture) => sheet(app, &picture, &file, &printed),
                None => view! { <p class="quiet">{vi::PICTURE_COMING}</p> }.into_any(),
            }}
        </section>
    }
    .into_any()
}

fn sheet(app: App, picture: &Arc<PictureView>, file: &str, printed: &str) -> AnyView {
    let (job, mark, page, pages) = (picture.job, picture.mark, picture.page, picture.pages);
    let to = |id: &'static str, name: &'static str, to: Option<usize>| {
        let go = move |_| to.into_iter().for_each(|page| app.ask_picture(job, Some(page), mark));
        view! { <button type="button" id=id disabled=to.is_none() on:click=go>{name}</button> }
    };
    let place = fill(vi::PICTURE_PAGE, &[("n", &count(page + 1)), ("all", &count(pages))]);
    let body = if picture.image.is_empty() {
        view! { <p class="quiet">{vi::PICTURE_FAILED}</p> }.into_any()
    } else {
        painted(picture, file, printed)
    };
    view! {
        <div class="walk">
            {to("page-previous", vi::PICTURE_PREVIOUS, page.checked_sub(1))}
            {to("page-next", vi::PICTURE_NEXT, Some(page + 1).filter(|next| *next < pages))}
            <span class="quiet" id="page-place" role="status">{place}</span>
        </div>
        {body}
    }
    .into_any()
}

fn painted(picture: &Arc<PictureView>, file: &str, printed: &str) -> AnyView {
    let height = SHOWN * picture.height / picture.width.max(1);
    let words = if picture.marks.is_empty() { vi::PICTURE_ALT } else { vi::PICTURE_ALT_MARKED };
    let alt = fill(words, &[("n", &count(picture.page + 1)), ("name", file), ("figure", printed)]);
    let part = |share: u32, whole: u32| format!("{}px", share * whole / 10_000);
    let marks = picture.marks.iter().map(|[left, top, right, bottom]| {
        view! {
            <span
                class="page-mark"
                style:left=part(*left, SHOWN)
                style:top=part(*top, height)
                style:width=part(right - left, SHOWN)
                style:height=part(bottom - top, height)
            ></span>
        }
    });
    let frame = NodeRef::<Div>::new();
    let first = picture.marks.first().map(|[left, top, _, _]| (left * SHOWN / 10_000, top * height / 10_000));
    Effect::new(move || {
        if let (Some(frame), Some((left, top))) = (frame.get(), first) {
            let frame: &HtmlElement = frame.unchecked_ref();
            let back = |place: u32, room: i32| i32::try_from(place).unwrap_or(0) - room / 2;
            frame.set_scroll_left(back(left, frame.client_width()));
            frame.set_scroll_top(back(top, frame.client_height()));
        }
    });
    view! {
        <div class="page-frame" tabindex="0" role="group" aria-label=vi::PICTURE_TITLE node_ref=frame>
            <div class="page-sheet" style:width=format!("{SHOWN}px") style:height=format!("{height}px")>
                <img src=picture.image.clone() alt=alt width=SHOWN height=height />
                {marks.collect_view()}
            </div>
        </div>
    }
    .into_any()
}
