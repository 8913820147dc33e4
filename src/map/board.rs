// SPDX-License-Identifier: AGPL-3.0-or-later
//! The map as the parts of its page share it: one scene, what is chosen, and the next frame of the screen.
use super::{
    paint,
    scene::{Mark, Scene, Touched},
};
use crate::prelude::*;
use crate::{fetched::NotFetched, state::State};
use leptos::{html, task::spawn_local};
use soglia_domain::record::Key;

#[derive(Clone, Copy)]
pub(super) struct Board {
    scene: StoredValue<Scene, LocalStorage>,
    pub(super) canvas: NodeRef<html::Canvas>,
    /// What is chosen, on the map and in the list.
    pub(super) chosen: RwSignal<Option<Key>>,
    /// What stood in one place when it was touched: the list shows these alone.
    pub(super) in_one_place: RwSignal<Vec<Key>>,
    pub(super) n_marks: RwSignal<usize>,
    /// Whether the boundaries could not be fetched.
    pub(super) lacks_ground: RwSignal<bool>,
}

impl Board {
    pub(super) fn new() -> Self {
        let board = Self {
            scene: StoredValue::new_local(Scene::default()),
            canvas: NodeRef::new(),
            chosen: RwSignal::new(None),
            in_one_place: RwSignal::new(Vec::new()),
            n_marks: RwSignal::new(0),
            lacks_ground: RwSignal::new(false),
        };
        board.bring_ground();
        Effect::new(move |_| {
            let chosen = board.chosen.get();
            board.change(|scene| scene.choose(chosen));
        });
        board
    }

    /// Fetches the boundaries, unless they are here.
    pub(super) fn bring_ground(self) {
        self.change(|scene| scene.ground = State::known_ground());
        self.lacks_ground.set(false);
        spawn_local(async move {
            match State::ground().await {
                Ok(ground) => self.change(|scene| scene.ground = Some(ground)),
                Err(NotFetched) => drop(self.lacks_ground.try_set(true)),
            }
        });
    }

    /// Changes something, and draws it with the next frame of the screen, however much changes before.
    pub(super) fn change(self, change: impl FnOnce(&mut Scene)) {
        let was_asked = self.scene.try_update_value(|scene| {
            change(scene);
            std::mem::replace(&mut scene.is_asked, true)
        });
        if was_asked == Some(false) {
            request_animation_frame(move || self.paint());
        }
    }

    fn paint(self) {
        // None when the page is gone.
        self.scene.try_update_value(|scene| {
            scene.is_asked = false;
            if let Some(canvas) = self.canvas.get_untracked() {
                paint::paint(scene, &canvas);
            }
        });
    }

    /// Shows other marks.
    pub(super) fn show(self, marks: Vec<Mark>, is_round: bool) {
        self.n_marks.set(marks.len());
        self.change(|scene| scene.show(marks, is_round));
    }

    /// Chooses what stands at a point of the screen, or comes nearer to what stands there together.
    pub(super) fn touch(self, at: (f64, f64)) {
        let touched = self.scene.try_update_value(|scene| scene.touched(at));
        match touched.unwrap_or(Touched::Nothing) {
            Touched::Nothing => self.choose(None, Vec::new()),
            Touched::One(key) => self.choose(Some(key), Vec::new()),
            Touched::Several(extent) => self.change(|scene| scene.part(&extent)),
            Touched::OnePlace(keys) => {
                // Whoever touches it again gets the next one.
                let chosen = self.chosen.get_untracked();
                let at = keys.iter().position(|key| Some(*key) == chosen);
                let next = at.map_or(0, |at| (at + 1) % keys.len());
                self.choose(keys.get(next).copied(), keys);
            }
        }
    }

    /// Chooses something or nothing, and says what else stands in its place.
    pub(super) fn choose(self, chosen: Option<Key>, in_one_place: Vec<Key>) {
        self.in_one_place.set(in_one_place);
        self.chosen.set(chosen);
    }
}
