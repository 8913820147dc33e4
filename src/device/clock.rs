// SPDX-License-Identifier: AGPL-3.0-or-later
//! The clock of the device.
use leptos::prelude::window;
use soglia_domain::calendar::Day;

/// Milliseconds since 1970.
pub fn now_ms() -> i64 {
    js_sys::Date::now() as i64
}

/// How many milliseconds the local time is ahead of UTC at a moment: one to two hours in Milan.
pub fn local_offset_ms(at_ms: i64) -> i64 {
    let date = js_sys::Date::new(&wasm_bindgen::JsValue::from_f64(at_ms as f64));
    -(date.get_timezone_offset() as i64) * 60_000
}

/// A moment in local time, as milliseconds: what the wording crate turns into a sentence.
pub fn local_ms(at_ms: i64) -> i64 {
    at_ms + local_offset_ms(at_ms)
}

/// Today in Milan, wherever the device is: rules, deadlines and pages count by it.
pub fn today() -> Day {
    soglia_domain::calendar::Timestamp {
        ms: now_ms(),
        counter: 0,
    }
    .day()
}

/// Waits.
pub async fn wait(ms: i32) {
    drop(wasm_bindgen_futures::JsFuture::from(wait_promise(ms)).await);
}

/// A wait as the browser knows it.
pub(super) fn wait_promise(ms: i32) -> js_sys::Promise {
    js_sys::Promise::new(&mut |resolve, _| {
        // Where there is no timer there is no browser either; the promise then never resolves.
        drop(window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, ms));
    })
}

/// Does something and leaves how long it took where the browser's own tools show it.
pub fn measured<T>(name: &str, work: impl FnOnce() -> T) -> T {
    let began = begin_measure(name);
    let value = work();
    end_measure(name, &began);
    value
}

/// Begins a measurement; [`end_measure`] takes what it gives.
pub fn begin_measure(name: &str) -> String {
    let mark = format!("{name}-began");
    if let Some(performance) = window().performance() {
        drop(performance.mark(&mark));
    }
    mark
}

/// Ends a measurement.
pub fn end_measure(name: &str, mark: &str) {
    if let Some(performance) = window().performance() {
        drop(performance.measure_with_start_mark(name, mark));
        performance.clear_marks_with_mark_name(mark);
    }
}
