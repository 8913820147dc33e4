// SPDX-License-Identifier: AGPL-3.0-or-later
//! This tab among others: whether somebody looks at it, and what tabs tell each other.
use super::{crypto::DataKey, handover, locks, message::set};
use js_sys::{Object, Promise, Reflect};
use leptos::prelude::{document, window_event_listener_untyped};
use std::cell::RefCell;
use uuid::Uuid;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{BroadcastChannel, MessageEvent, VisibilityState};

/// Every tab hears this one.
const CHANNEL: &str = "soglia";

/// Held by every tab that is unlocked, so that a new one knows whether there is somebody to ask.
const OPEN: &str = "soglia-open";

/// How long a tab that is open may take to hand its key to a new one.
const PATIENCE_MS: i32 = 1_500;

/// What one tab tells the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// Lock.
    Lock,
    /// Somebody signed in or out at the server: the session may be another one.
    Session,
    /// Something was written into this store.
    Wrote(Uuid),
    /// Somebody works in this store in another tab, which wants to write.
    NeedPen(Uuid),
    /// How does the exchange of this store stand?
    NeedStatus(Uuid),
    /// So does the exchange of this store stand.
    Status(Uuid, Exchange),
}

/// How the exchange with the server stands, for the tabs that leave it to another one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Exchange {
    /// Whether the last attempt reached the server.
    pub online: bool,
    /// Whether the server wants a new sign-in.
    pub signed_out: bool,
}

impl Told {
    const fn word(self) -> &'static str {
        match self {
            Self::Lock => "lock",
            Self::Session => "session",
            Self::Wrote(_) => "wrote",
            Self::NeedPen(_) => "need-pen",
            Self::NeedStatus(_) => "need-status",
            Self::Status(..) => "status",
        }
    }

    fn message(self) -> Object {
        let message = kind(self.word());
        let store = match self {
            Self::Lock | Self::Session => return message,
            Self::Wrote(store) | Self::NeedPen(store) | Self::NeedStatus(store) => store,
            Self::Status(store, exchange) => {
                set(&message, "online", &exchange.online.into());
                set(&message, "signedOut", &exchange.signed_out.into());
                store
            }
        };
        set(&message, "store", &store.to_string().into());
        message
    }

    fn read(word: &str, message: &JsValue) -> Option<Self> {
        let get = |name: &str| Reflect::get(message, &name.into()).ok();
        let is = |name: &str| get(name).is_some_and(|value| value.is_truthy());
        let store = || get("store")?.as_string()?.parse().ok();
        Some(match word {
            "lock" => Self::Lock,
            "session" => Self::Session,
            "wrote" => Self::Wrote(store()?),
            "need-pen" => Self::NeedPen(store()?),
            "need-status" => Self::NeedStatus(store()?),
            "status" => {
                let exchange = Exchange {
                    online: is("online"),
                    signed_out: is("signedOut"),
                };
                Self::Status(store()?, exchange)
            }
            _ => return None,
        })
    }
}

thread_local! {
    static TALK: RefCell<Option<BroadcastChannel>> = const { RefCell::new(None) };
    static IS_OPEN: RefCell<Option<locks::Held>> = const { RefCell::new(None) };
}

/// Listens to the other tabs as long as the page is open, and gives them the key of what is open here when they ask.
pub fn listen(heard: impl Fn(Told) + 'static) {
    let Ok(channel) = BroadcastChannel::new(CHANNEL) else {
        return;
    };
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let kind = Reflect::get(&event.data(), &"type".into()).ok();
        let Some(kind) = kind.and_then(|kind| kind.as_string()) else {
            return;
        };
        if kind == "need-key" {
            give_key();
        } else if let Some(told) = Told::read(&kind, &event.data()) {
            heard(told);
        }
    });
    channel.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // The application runs as long as its page, and so does what listens.
    on_message.forget();
    TALK.replace(Some(channel));
}

/// Tells the other tabs.
pub fn tell(told: &Told) {
    post(&told.message());
}

fn post(message: &JsValue) {
    TALK.with_borrow(|channel| {
        if let Some(channel) = channel {
            let _ = channel.post_message(message);
        }
    });
}

fn kind(word: &str) -> Object {
    let message = Object::new();
    set(&message, "type", &word.into());
    message
}

fn give_key() {
    let Some((vault, key)) = handover::held() else {
        return;
    };
    let message = kind("key");
    set(&message, "vault", &vault.to_string().into());
    set(&message, "key", key.as_js());
    post(&message);
}

/// Lets new tabs know that this one is unlocked, or no longer.
pub fn set_open(is_open: bool) {
    if !is_open {
        IS_OPEN.take();
        return;
    }
    leptos::task::spawn_local(async {
        let held = locks::request(OPEN, true).await;
        // It may have been locked again meanwhile.
        if handover::held().is_some() {
            IS_OPEN.replace(Some(held));
        }
    });
}

/// The key of the store that another tab has open.
pub async fn ask_for_key() -> Option<(Uuid, DataKey)> {
    if !locks::is_held(OPEN).await {
        return None;
    }
    let channel = BroadcastChannel::new(CHANNEL).ok()?;
    let answer = Promise::new(&mut |resolve, _| {
        let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            if handover::read(&event.data()).is_some() {
                let _ = resolve.call1(&JsValue::UNDEFINED, &event.data());
            }
        });
        channel.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        // A handful of bytes, once for each start.
        on_message.forget();
    });
    channel.post_message(&kind("need-key")).ok()?;
    let patience = super::clock::wait_promise(PATIENCE_MS);
    let race = Promise::race(&js_sys::Array::of2(&answer, &patience));
    let answer = JsFuture::from(race).await.ok()?;
    channel.close();
    handover::read(&answer)
}

/// Whether the tab is in view.
pub fn is_visible() -> bool {
    document().visibility_state() == VisibilityState::Visible
}

/// Calls `back` when the network comes back, and when somebody looks at this tab again.
pub fn on_return(back: impl Fn() + Clone + 'static) {
    let online = back.clone();
    // The application runs as long as its page, and so do these listeners.
    std::mem::forget(window_event_listener_untyped("online", move |_| online()));
    std::mem::forget(window_event_listener_untyped("focus", {
        let back = back.clone();
        move |_| back()
    }));
    std::mem::forget(window_event_listener_untyped("visibilitychange", move |_| {
        if is_visible() {
            back();
        }
    }));
}
