// SPDX-License-Identifier: AGPL-3.0-or-later
//! The end of a play: no more trouble, until everybody has everything.
use super::World;
use crate::network::Message;
use soglia_sync::{engine::ExchangeTrouble, transport::TransportTrouble};

impl World {
    /// No more trouble: everybody starts, and exchanges until there is nothing left to say.
    pub(super) fn calm_down(&mut self) -> Result<(), String> {
        self.is_calm = true;
        self.tell(|_| "calm".to_owned());
        self.network.break_off();
        self.server.store.heal();
        self.poll_all();
        for device in &mut self.devices {
            if device.storage.is_down() {
                device.go_down();
            }
            device.storage.restart();
            device.boot();
            device.is_online = true;
        }
        for n in 0..self.devices.len() {
            self.meet_the_server(n);
        }
        let mut ended = Vec::new();
        for _ in 0..8 {
            ended.clear();
            for n in 0..self.devices.len() {
                self.now_ms += 1_000;
                self.follow_clocks();
                ended.push(self.exchange_to_the_end(n));
            }
        }
        match ended.iter().position(|ended| *ended != Some(Ok(()))) {
            Some(n) => Err(format!("device {n} cannot exchange: {:?}", ended[n])),
            None => Ok(()),
        }
    }

    pub(super) fn exchange_to_the_end(&mut self, n: usize) -> Option<Result<(), ExchangeTrouble>> {
        self.devices[n].begin_exchange(&self.network);
        for _ in 0..200 {
            if let Some(ended) = self.devices[n].poll() {
                match &ended {
                    Err(ExchangeTrouble::Revoked) => self.wipe(n),
                    Err(ExchangeTrouble::Transport(TransportTrouble::SignedOut)) => self.sign_in(n),
                    _ => {}
                }
                return Some(ended);
            }
            // Only this device asks now, so one message goes and comes at a time.
            let message = self.network.0.borrow_mut().pop();
            match message {
                Some(Message::ToServer {
                    from,
                    request,
                    slot: Some(slot),
                }) => {
                    *slot.borrow_mut() = Some(self.server.answer(from, &request));
                }
                Some(Message::ToDevice { slot, response }) => *slot.borrow_mut() = Some(response),
                Some(Message::ToServer { .. }) | None => {}
            }
        }
        None
    }
}
