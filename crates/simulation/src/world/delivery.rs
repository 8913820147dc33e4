// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is on its way arrives, as the network does it.
use super::World;
use crate::network::Message;
use soglia_domain::id::DeviceId;
use soglia_sync::transport::TransportTrouble;

impl World {
    /// Something on its way arrives, in any order; or it is lost, or arrives twice.
    pub(super) fn deliver_one(&mut self) {
        let n_messages = self.network.0.borrow().len();
        if n_messages == 0 {
            return;
        }
        let at = if self.is_calm {
            0
        } else {
            self.chance.below(n_messages)
        };
        let message = self.network.0.borrow_mut().remove(at);
        let is_lost = !self.is_calm && self.chance.happens(80);
        let comes_twice = !self.is_calm && self.chance.happens(60);
        match message {
            Message::ToServer { from, request, slot } => {
                if is_lost {
                    if let Some(slot) = slot {
                        *slot.borrow_mut() = Some(Err(TransportTrouble::NoNetwork));
                    }
                    self.tell(|world| format!("a request of {} is lost", world.name(from)));
                } else {
                    if comes_twice {
                        let request = request.clone();
                        let copy = Message::ToServer {
                            from,
                            request,
                            slot: None,
                        };
                        self.network.0.borrow_mut().push(copy);
                    }
                    let response = self.server.answer(from, &request);
                    self.tell(|world| {
                        let trouble = response.as_ref().err();
                        format!("a request of {} is answered: {trouble:?}", world.name(from))
                    });
                    if let Some(slot) = slot {
                        let answer = Message::ToDevice { slot, response };
                        self.network.0.borrow_mut().push(answer);
                    }
                }
            }
            Message::ToDevice { slot, response } => {
                let response = if is_lost {
                    Err(TransportTrouble::NoNetwork)
                } else {
                    response
                };
                *slot.borrow_mut() = Some(response);
            }
        }
        self.poll_all();
    }

    fn name(&self, device: DeviceId) -> String {
        let at = self.devices.iter().position(|known| known.id() == device);
        at.map_or_else(|| "a former device".to_owned(), |at| at.to_string())
    }
}
