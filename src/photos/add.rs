// SPDX-License-Identifier: AGPL-3.0-or-later
//! Adding photos: what they show is said first, so that taking one is a single touch.
use super::album::Album;
use crate::prelude::*;
use crate::{
    state::State,
    text::{language, photos as text, shell},
    ui::{Icon, Notice, Tone},
};
use leptos::task::spawn_local;
use soglia_domain::{
    action::Action,
    photo::{LONGEST_CAPTION, Photo, PhotoStage},
};
use web_sys::{File, HtmlInputElement};

/// What the next photos show, and how adding them went.
#[derive(Clone, Copy)]
struct Form {
    album: Album,
    state: State,
    stage: RwSignal<PhotoStage>,
    caption: RwSignal<String>,
    is_busy: RwSignal<bool>,
    /// Files that did not become photos, each with the reason.
    troubles: RwSignal<Vec<String>>,
}

/// The form.
pub(super) fn add(album: Album) -> AnyView {
    let form = Form {
        album,
        state: album.desk.state,
        stage: RwSignal::new(album.stage.unwrap_or_default()),
        caption: RwSignal::new(String::new()),
        is_busy: RwSignal::new(false),
        troubles: RwSignal::new(Vec::new()),
    };
    let stages = album.stage.map(|_| stages(form));
    let (caption, help) = (album.field("caption"), album.field("caption-help"));
    let troubles = move || {
        let troubles = form.troubles.get();
        (!troubles.is_empty()).then(|| {
            let lines = troubles.into_iter().map(|trouble| view! { <p>{trouble}</p> });
            let lines = lines.collect::<Vec<_>>();
            view! { <Notice tone=Tone::Bad>{lines.collect_view()}</Notice> }
        })
    };
    view! {
        <section class="record-section" aria-label=album.title.map(|_| text::add_title())>
            {album.title.map(|_| view! { <h2>{text::add_title()}</h2> })}
            {stages}
            <div class="form-group">
                <label class="form-label" for=caption.clone()>{text::caption()}</label>
                <p class="form-text" id=help.clone()>{text::caption_help()}</p>
                <input
                    type="text"
                    class="form-control"
                    id=caption
                    maxlength=LONGEST_CAPTION.to_string()
                    autocomplete="off"
                    aria-describedby=help
                    prop:value=move || form.caption.get()
                    on:input=move |event| form.caption.set(event_target_value(&event))
                />
            </div>
            <div class="button-row">
                {picker(form, "take", true)}
                {picker(form, "choose", false)}
            </div>
            <p class="form-text" role="status">
                {move || if form.is_busy.get() { text::preparing() } else { text::what_happens() }}
            </p>
            {troubles}
        </section>
    }
}

fn stages(form: Form) -> AnyView {
    let choices = PhotoStage::ALL.map(|stage| stage_choice(form, stage)).into_iter();
    view! {
        <fieldset class="form-group">
            <legend class="form-label">{text::stage()}</legend>
            <div class="choices choices-inline">{choices.collect_view()}</div>
        </fieldset>
    }
}

fn stage_choice(form: Form, stage: PhotoStage) -> AnyView {
    let id = format!("photo-stage-{}", stage.key());
    view! {
        <div class="form-check">
            <input
                type="radio"
                name="photo-stage"
                id=id.clone()
                prop:checked=move || form.stage.get() == stage
                on:change=move |_| form.stage.set(stage)
            />
            <label for=id>{soglia_wording::photo_stage(stage, language())}</label>
        </div>
    }
}

/// A button behind which the browser opens the camera or the photos of the device.
fn picker(form: Form, what: &str, camera: bool) -> AnyView {
    let id = form.album.field(what);
    let (class, icon, label) = if camera {
        ("btn btn-primary photo-pick", "it-camera", text::take())
    } else {
        ("btn btn-outline-primary photo-pick", "it-upload", text::choose())
    };
    view! {
        <label class=class for=id>
            <Icon name=icon/>
            <span>{label}</span>
            <input
                type="file"
                id=id.clone()
                accept="image/*"
                capture=camera.then_some("environment")
                multiple=!camera
                disabled=move || form.is_busy.get()
                on:change:target=move |event| take(form, &event.target())
            />
        </label>
    }
}

fn take(form: Form, input: &HtmlInputElement) {
    let mut files: Vec<File> = Vec::new();
    if let Some(list) = input.files() {
        files.extend((0..list.length()).filter_map(|at| list.get(at)));
    }
    // The same file can be chosen again, after it was mended.
    input.set_value("");
    if files.is_empty() || form.is_busy.get_untracked() {
        return;
    }
    form.is_busy.set(true);
    form.troubles.set(Vec::new());
    let Album { desk, add, .. } = form.album;
    let (stage, caption) = (form.stage.get_untracked(), form.caption.get_untracked());
    spawn_local(async move {
        for file in files {
            let trouble = match form.state.picture(&file).await {
                Ok(bytes) => {
                    let caption = caption.trim().to_owned();
                    let naming = move |photo| {
                        let photo = Photo {
                            stage,
                            caption,
                            ..photo
                        };
                        Action::on_key(desk.key, add(photo))
                    };
                    let added = form.state.act_with_photo(bytes, Box::new(naming)).await;
                    added.err().map(|error| shell::act_error(&error))
                }
                Err(trouble) => Some(text::trouble(&file.name(), trouble)),
            };
            if let Some(trouble) = trouble {
                form.troubles.try_update(|troubles| troubles.push(trouble));
            }
        }
        if form.troubles.try_with_untracked(Vec::is_empty) == Some(true) {
            form.caption.try_set(String::new());
        }
        form.is_busy.try_set(false);
    });
}
