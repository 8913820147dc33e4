// SPDX-License-Identifier: AGPL-3.0-or-later
//! The photos as a grid, each with what it shows; one at a time in full.
use super::album::Album;
use crate::prelude::*;
use crate::{
    state::{HttpTrouble, State},
    text::{language, photos as text},
    ui::{Button, ButtonKind, EmptyState, Notice, SavedHint, StateTag, Tone},
};
use leptos::{html, task::spawn_local};
use soglia_domain::{action::Action, photo::Photo, rooms::Verb};
use soglia_wording as wording;

/// What the figures share.
#[derive(Clone, Copy)]
struct Board {
    album: Album,
    /// The photo in full, with its address on this page.
    full: RwSignal<Option<(String, String)>>,
    /// The photo taken out last, so that it can be put back.
    removed: RwSignal<Option<Photo>>,
}

/// The grid.
pub(super) fn gallery(album: Album) -> AnyView {
    let board = Board {
        album,
        full: RwSignal::new(None),
        removed: RwSignal::new(None),
    };
    let photos = Memo::new(move |_| {
        let shown = album.desk.shown();
        let photos = shown.map(|shown| (album.photos)(&shown.stored.record).to_vec());
        let mut photos = photos.unwrap_or_default();
        photos.reverse();
        photos
    });
    let removed = move || {
        let photo = board.removed.get().filter(|_| album.may_add)?;
        let undo = move |()| {
            if let Some(photo) = board.removed.get_untracked() {
                board.removed.set(None);
                act(board, (album.add)(photo));
            }
        };
        let alt = alt(album, &photo);
        Some(view! {
            <Notice tone=Tone::Info>
                <p>{text::removed(&alt)}</p>
                <Button on_click=undo>{text::put_back()}</Button>
            </Notice>
        })
    };
    view! {
        <section class="record-section" aria-label=album.title>
            {album.title.map(|title| view! { <h2>{title}</h2> })}
            {removed}
            <Show when=move || album.title.is_some() && photos.with(Vec::is_empty)>
                <EmptyState title=text::none_title() text=text::none_text()/>
            </Show>
            <ul class="photo-grid" data-test="photo-grid">
                <For
                    each=move || photos.get()
                    key=|photo| photo.id
                    children=move |photo| figure(board, photo)
                />
            </ul>
            {in_full(board)}
        </section>
    }
}

fn act(board: Board, verb: Verb) {
    let desk = board.album.desk;
    spawn_local(async move {
        // A refusal here means that the record has moved on; the grid shows how it stands.
        desk.state.act(Action::on_key(desk.key, verb)).await.ok();
    });
}

/// What a photo shows, for who cannot see it.
fn alt(album: Album, photo: &Photo) -> String {
    let mut alt = wording::day(photo.taken, language());
    if album.stage.is_some() {
        let stage = wording::photo_stage(photo.stage, language());
        alt = format!("{stage}, {alt}");
    }
    if photo.caption.is_empty() {
        alt
    } else {
        format!("{}. {alt}", photo.caption)
    }
}

/// Where the image of a photo is.
#[derive(Clone, PartialEq)]
enum Image {
    Opening,
    Here(String),
    NotYet,
    Broken,
}

/// The image, followed until it is here: another device may be delivering it at this moment.
fn image(board: Board, photo: &Photo) -> RwSignal<Image> {
    let image = RwSignal::new(Image::Opening);
    let (id, key, state) = (photo.id, board.album.desk.key, board.album.desk.state);
    let last_ms = Memo::new(move |_| state.sync.with(|sync| sync.last_ms));
    Effect::new(move |_| {
        last_ms.track();
        if image.with_untracked(|image| matches!(image, Image::Here(_) | Image::Broken)) {
            return;
        }
        spawn_local(async move {
            let found = match state.photo_address(key, id).await {
                Ok(address) => Image::Here(address),
                Err(HttpTrouble::NotUnderstood) => Image::Broken,
                Err(_) => Image::NotYet,
            };
            // Two exchanges may have asked at once: the first answer stays.
            let is_late = image
                .try_with_untracked(|image| matches!(image, Image::Here(_)))
                .unwrap_or(true);
            match found {
                Image::Here(address) if is_late => State::forget_photo_address(&address),
                found => drop(image.try_set(found)),
            }
        });
    });
    on_cleanup(move || {
        if let Some(Image::Here(address)) = image.try_get_untracked() {
            State::forget_photo_address(&address);
        }
    });
    image
}

fn figure(board: Board, photo: Photo) -> AnyView {
    let Album { desk, may_remove, .. } = board.album;
    let image = image(board, &photo);
    let id = photo.id;
    let field = format!("photos/{id}");
    let pending = Signal::derive(move || {
        desk.state.photos.with(|queue| queue.waiting.contains(&id)) || desk.is_pending(&field)
    });
    let described = alt(board.album, &photo);
    let picture = move || match image.get() {
        Image::Opening => view! { <p class="photo-absent" role="status">{text::opening()}</p> },
        Image::NotYet => view! { <p class="photo-absent">{text::not_yet()}</p> },
        Image::Broken => view! { <p class="photo-absent">{text::broken()}</p> },
        Image::Here(address) => {
            let (src, alt) = (address.clone(), described.clone());
            let spoken = text::open_full(&described);
            let full = (address, described.clone());
            view! {
                <button
                    type="button"
                    class="photo-open"
                    aria-label=spoken
                    on:click=move |_| board.full.set(Some(full.clone()))
                >
                    <img src=src alt=alt loading="lazy" decoding="async"/>
                </button>
            }
        }
    };
    let removal = photo.clone();
    let remove = move |()| {
        board.removed.set(Some(removal.clone()));
        act(board, (board.album.remove)(id));
    };
    let remove = may_remove
        .then(|| view! { <Button kind=ButtonKind::Plain on_click=remove>{text::remove()}</Button> });
    let day = wording::day(photo.taken, language());
    let stage = board.album.stage.map(|_| {
        let label = wording::photo_stage(photo.stage, language());
        view! { <StateTag label/> " " }
    });
    view! {
        <li class="photo" data-test="photo" data-stage=photo.stage.key()>
            {picture}
            <div class="photo-words">
                <p class="photo-caption">{photo.caption}</p>
                <p class="form-text">{stage} {day}</p>
                <SavedHint pending/>
                {remove}
            </div>
        </li>
    }
}

/// One photo over the whole page. The browser's own dialog keeps the focus inside, and closes with Escape.
fn in_full(board: Board) -> AnyView {
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        let is_open = board.full.with(Option::is_some);
        if let Some(dialog) = dialog.get()
            && is_open
            && !dialog.open()
        {
            // Where it cannot open over the page, the photo stays in the grid.
            let _ = dialog.show_modal();
        }
    });
    let close = move |()| {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    let content = move || {
        let (address, alt) = board.full.get()?;
        Some(view! {
            <img src=address alt=alt.clone()/>
            <p>{alt}</p>
        })
    };
    view! {
        <dialog class="photo-full" node_ref=dialog aria-label=text::in_full() on:close=move |_| board.full.set(None)>
            {content}
            <Button on_click=close icon="it-close">{text::close()}</Button>
        </dialog>
    }
}
