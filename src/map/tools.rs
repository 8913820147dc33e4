// SPDX-License-Identifier: AGPL-3.0-or-later
//! What stands on the map: nearer, farther, all of it, where this device is, and whose boundaries these are.
use super::{
    board::Board,
    canvas::{STEP, zoom},
    scene::Scene,
};
use crate::prelude::*;
use crate::{
    state::State,
    text::{map as text, shell},
    ui::{Button, Icon, Notice, Tone},
};
use leptos::task::spawn_local;

/// How far the search for this device came.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Here {
    NotAsked,
    Looking,
    Found,
    Failed(&'static str),
}

pub(super) fn tools(board: Board) -> AnyView {
    let sign = |icon: &'static str, words: &'static str, factor: f64| {
        view! {
            <button type="button" class="btn btn-outline-primary" aria-label=words title=words on:click=move |_| zoom(board, factor)>
                <Icon name=icon/>
            </button>
        }
    };
    let again = Callback::new(move |()| board.bring_ground());
    let no_ground = move || {
        board.lacks_ground.get().then(|| {
            view! {
                <div class="map-notice">
                    <Notice tone=Tone::Warn>
                        <p>{text::no_ground()}</p>
                        <Button icon="it-refresh" test="ground-again" on_click=again>{shell::fetch_again()}</Button>
                    </Notice>
                </div>
            }
        })
    };
    view! {
        {no_ground}
        <div class="map-zoom">
            {sign("it-plus", text::nearer(), STEP)} {sign("it-minus", text::farther(), 1.0 / STEP)}
        </div>
        <div class="map-foot">
            <Button test="map-all" on_click=Callback::new(move |()| board.change(Scene::fit))>
                {text::all()}
            </Button>
            {here(board)}
            <p class="map-source">{text::sources()}</p>
        </div>
    }
}

/// The button that asks for the position of this device, and what came of it.
fn here(board: Board) -> AnyView {
    let here = RwSignal::new(Here::NotAsked);
    let ask = Callback::new(move |()| {
        if here.get_untracked() == Here::Looking {
            return;
        }
        here.set(Here::Looking);
        spawn_local(async move {
            let found = State::here().await;
            if let Ok(spot) = found {
                board.change(|scene| {
                    scene.here = Some(spot);
                    scene.look(|view| view.showing(spot));
                });
            }
            here.try_set(found.map_or_else(|why| Here::Failed(text::not_here(why)), |_| Here::Found));
        });
    });
    let words = move || match here.get() {
        Here::NotAsked => "",
        Here::Looking => text::looking(),
        Here::Found => text::here_found(),
        Here::Failed(why) => why,
    };
    view! {
        <Button icon="it-map-marker" test="map-here" on_click=ask>{text::here()}</Button>
        <p class="map-source" role="status" data-test="map-here-said">{words}</p>
    }
}
