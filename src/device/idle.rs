// SPDX-License-Identifier: AGPL-3.0-or-later
//! How long nobody has touched this device. All tabs of a browser count as one.
use super::clock;
use leptos::prelude::{document, set_interval, window, window_event_listener_untyped};
use std::{cell::Cell, time::Duration};

/// When somebody last did something, in milliseconds since 1970. It says nothing about who or what.
const TOUCHED: &str = "soglia-touched";

/// After how many minutes the tablet locks.
const MINUTES: &str = "soglia-lock-minutes";

/// What a person may choose from.
pub const CHOICES: [i64; 3] = [5, 10, 30];

/// Unless somebody chose.
const USUAL: i64 = 10;

/// Writing down every key would be noise.
const NOTE_EVERY_MS: i64 = 5_000;

/// How often the time is looked at.
const LOOK_EVERY: Duration = Duration::from_secs(10);

thread_local! {
    static NOTED: Cell<i64> = const { Cell::new(0) };
}

/// Calls `lock` whenever nobody has touched the device for as long as was chosen. Called once.
pub fn start(lock: impl Fn() + Clone + 'static) {
    touch();
    for event in ["pointerdown", "keydown", "wheel", "touchmove"] {
        std::mem::forget(window_event_listener_untyped(event, |_| touch()));
    }
    let look = move || {
        if clock::now_ms() - touched() >= minutes() * 60_000 {
            lock();
        }
    };
    let back = look.clone();
    // A tab that was hidden, or a tablet that slept, looks before it shows anything.
    std::mem::forget(window_event_listener_untyped("visibilitychange", move |_| {
        if !document().hidden() {
            back();
        }
    }));
    set_interval(look, LOOK_EVERY);
}

/// Somebody is here.
pub fn touch() {
    let now = clock::now_ms();
    if (now - NOTED.get()).abs() < NOTE_EVERY_MS {
        return;
    }
    NOTED.set(now);
    write(TOUCHED, now);
}

fn touched() -> i64 {
    // A clock that was set back must not keep the tablet open.
    read(TOUCHED)
        .unwrap_or_default()
        .max(NOTED.get())
        .min(clock::now_ms())
}

/// After how many minutes the tablet locks.
pub fn minutes() -> i64 {
    read(MINUTES)
        .filter(|minutes| CHOICES.contains(minutes))
        .unwrap_or(USUAL)
}

/// Chooses after how many minutes the tablet locks.
pub fn choose_minutes(minutes: i64) {
    write(MINUTES, minutes);
}

fn read(name: &str) -> Option<i64> {
    let storage = window().local_storage().ok().flatten()?;
    storage.get_item(name).ok().flatten()?.parse().ok()
}

fn write(name: &str, number: i64) {
    // Where the browser keeps nothing, this tab counts by itself.
    if let Some(storage) = window().local_storage().ok().flatten() {
        let _ = storage.set_item(name, &number.to_string());
    }
}
