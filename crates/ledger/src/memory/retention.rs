// SPDX-License-Identifier: AGPL-3.0-or-later
//! Forgetting what is old, in memory.
use super::{Content, MemoryStore};
use crate::store::{Forgotten, Old, Outcome, Retention};

impl Retention for MemoryStore {
    async fn due(&self, old: &Old) -> Outcome<Forgotten> {
        Ok(forget(&mut (*self.now()).clone(), old))
    }

    async fn forget(&self, old: &Old) -> Outcome<Forgotten> {
        Ok(self.change(|content| forget(content, old)))
    }
}

fn n(before: usize, after: usize) -> u64 {
    u64::try_from(before - after).unwrap_or_default()
}

fn forget(content: &mut Content, old: &Old) -> Forgotten {
    let mut forgotten = Forgotten::default();
    let is_old = |link: &_| old.links.contains(link);
    let n_views = content.views.len();
    content.views.retain(|(link, _)| !is_old(link));
    forgotten.views = n(n_views, content.views.len());
    let visits = content.link_visits.iter().filter(|(link, _)| is_old(link));
    let n_visits: usize = visits.map(|(_, visits)| visits.len()).sum();
    content.link_visits.retain(|link, _| !is_old(link));
    let n_pins = content.wrong_pins.len();
    content.wrong_pins.retain(|link, _| !is_old(link));
    forgotten.visits = n(n_visits, 0) + n(n_pins, content.wrong_pins.len());
    for refused in content.refused.values_mut() {
        if refused.received_ms < old.refused_ms && !refused.text.is_empty() {
            refused.text.clear();
            forgotten.refused += 1;
        }
    }
    let n_sessions = content.sessions.len();
    content
        .sessions
        .retain(|_, session| session.expires_ms >= old.access_ms);
    forgotten.sessions = n(n_sessions, content.sessions.len());
    let n_invitations = content.invitations.len();
    content
        .invitations
        .retain(|_, (_, until)| *until >= old.access_ms);
    forgotten.invitations = n(n_invitations, content.invitations.len());
    let n_acting = content.acting.len();
    content
        .acting
        .retain(|_, acting| acting.until_ms >= old.access_ms);
    forgotten.delegations = n(n_acting, content.acting.len());
    let Content {
        devices,
        sessions,
        highest,
        ..
    } = content;
    let n_devices = devices.len();
    let is_silent = |device: &crate::store::Device| {
        device.last_ms < old.devices_ms
            && device.revoked_ms.is_none()
            && !sessions.values().any(|session| session.device == device.device)
    };
    devices.retain(|id, device| !is_silent(device) || highest.get(id).is_some_and(|highest| *highest > 0));
    forgotten.devices = n(n_devices, devices.len());
    for device in devices.values_mut() {
        if is_silent(device) && !device.name.is_empty() {
            device.name.clear();
            forgotten.devices += 1;
        }
    }
    forgotten
}
