// SPDX-License-Identifier: AGPL-3.0-or-later
//! Who listens for what is new.
use crate::store::News;
use soglia_domain::id::DeviceId;
use std::{
    collections::{HashMap, VecDeque},
    sync::{Mutex, PoisonError},
};
use tokio::sync::{oneshot, watch};

/// Streams of one device at the same time: its tabs. The oldest one ends when one more comes.
const MOST_OF_ONE_DEVICE: usize = 3;

/// Who listens, and how all are told that the server stops.
pub(crate) struct Streams {
    pub(super) news: News,
    pub(super) stopping: watch::Sender<bool>,
    open: Mutex<Open>,
}

#[derive(Default)]
struct Open {
    n_opened: u64,
    of_device: HashMap<DeviceId, VecDeque<(u64, oneshot::Sender<()>)>>,
}

impl Streams {
    pub(super) fn new(news: News) -> Self {
        Self {
            news,
            stopping: watch::Sender::new(false),
            open: Mutex::default(),
        }
    }

    /// Ends all streams: a server that stops does not wait for them.
    pub(crate) fn end(&self) {
        self.stopping.send_replace(true);
    }

    /// One more stream of a device; what it gives back is told when the stream has to make room.
    pub(super) fn open(&self, device: DeviceId) -> (u64, oneshot::Receiver<()>) {
        let (make_room, told) = oneshot::channel();
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        open.n_opened += 1;
        let number = open.n_opened;
        let own = open.of_device.entry(device).or_default();
        own.push_back((number, make_room));
        if own.len() > MOST_OF_ONE_DEVICE
            && let Some((_, oldest)) = own.pop_front()
        {
            // One that is gone already has made room.
            let _ = oldest.send(());
        }
        (number, told)
    }

    /// How many listen.
    pub(super) fn n_open(&self) -> u64 {
        let open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        open.of_device.values().map(|own| own.len() as u64).sum()
    }

    pub(super) fn close(&self, device: DeviceId, number: u64) {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(own) = open.of_device.get_mut(&device) {
            own.retain(|(known, _)| *known != number);
            if own.is_empty() {
                open.of_device.remove(&device);
            }
        }
    }
}
