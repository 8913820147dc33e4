// SPDX-License-Identifier: AGPL-3.0-or-later
//! The network: what is on its way, until the play lets it arrive, twice, late, or never.
use soglia_domain::id::DeviceId;
use soglia_sync::{
    transport::{PullRequest, Transport, TransportTrouble},
    wire::{Push, Pushed},
};
use std::{cell::RefCell, future::poll_fn, rc::Rc, task::Poll};

/// What a device asks.
#[derive(Clone)]
pub(crate) enum Request {
    /// To take changes; the body as it travels.
    Push(Vec<u8>),
    /// For what changed.
    Pull(PullRequest),
}

pub(crate) type Response = Result<Vec<u8>, TransportTrouble>;

/// Where a device waits for an answer.
pub(crate) type Slot = Rc<RefCell<Option<Response>>>;

/// Something on its way.
pub(crate) enum Message {
    /// To the server. A copy that the network made has no slot: nobody waits for its answer.
    ToServer {
        from: DeviceId,
        request: Request,
        slot: Option<Slot>,
    },
    /// To a device.
    ToDevice { slot: Slot, response: Response },
}

/// Everything on its way.
#[derive(Clone, Default)]
pub(crate) struct Network(pub(crate) Rc<RefCell<Vec<Message>>>);

impl Network {
    /// The connection breaks: whoever waits hears of it, and nothing arrives.
    pub(crate) fn break_off(&self) {
        for message in self.0.take() {
            match message {
                Message::ToServer { slot: Some(slot), .. } | Message::ToDevice { slot, .. } => {
                    *slot.borrow_mut() = Some(Err(TransportTrouble::NoNetwork));
                }
                Message::ToServer { slot: None, .. } => {}
            }
        }
    }
}

/// The way of one device to the server.
pub(crate) struct Wire {
    pub(crate) network: Network,
    pub(crate) device: DeviceId,
}

impl Wire {
    async fn ask(&self, request: Request) -> Response {
        let slot = Slot::default();
        let message = Message::ToServer {
            from: self.device,
            request,
            slot: Some(Rc::clone(&slot)),
        };
        self.network.0.borrow_mut().push(message);
        // Nobody is woken: the play asks everybody who waits after each of its steps.
        poll_fn(|_| slot.borrow_mut().take().map_or(Poll::Pending, Poll::Ready)).await
    }
}

impl Transport for Wire {
    async fn push(&self, push: &Push) -> Result<Pushed, TransportTrouble> {
        let body = soglia_json::to_vec(push).map_err(|_| TransportTrouble::NotUnderstood)?;
        let answer = self.ask(Request::Push(body)).await?;
        Pushed::read(&answer).map_err(|_| TransportTrouble::NotUnderstood)
    }

    async fn pull(&self, request: &PullRequest) -> Result<Vec<u8>, TransportTrouble> {
        self.ask(Request::Pull(request.clone())).await
    }
}
