// SPDX-License-Identifier: AGPL-3.0-or-later
//! A device that delivers, and asks again until it has its answer.
use crate::field::Field;
use reqwest::blocking::Client;
use serde_json::{Value, json};
use soglia_domain::household::Verb as HouseholdVerb;
use soglia_domain::{
    action::Action,
    answer::Answer as Told,
    author::Author,
    calendar::Timestamp,
    household::HouseholdAnswer,
    id::{ChangeId, DeviceId, HouseholdId},
    money::Money,
};
use soglia_sync::change::Change;
use std::sync::atomic::Ordering;
use uuid::Uuid;

struct Device<'a> {
    field: &'a Field<'a>,
    client: Client,
    url: String,
    cookie: String,
    author: Author,
    device: Uuid,
    counter: u64,
}

/// Delivers batch after batch until it is over, and then the last one.
pub(crate) fn deliver(field: &Field<'_>, n: usize) {
    let mut device = sign_in(field, n);
    let mut household = HouseholdId(Uuid::now_v7());
    let mut turn = 0_usize;
    while !field.is_over.load(Ordering::Relaxed) {
        turn += 1;
        let mut batch = Vec::new();
        let after = device.counter;
        if turn % 7 == 1 {
            household = HouseholdId(Uuid::now_v7());
            let label = format!("Famiglia {n} {turn}");
            batch.push(device.change(Action::on(household, HouseholdVerb::Open { label })));
        }
        for euro in 0..1 + (turn % 5) as i64 {
            let answer = HouseholdAnswer::NetMonthlyIncome(Told::Known(Money::from_euro(euro)));
            batch.push(device.change(Action::on(household, HouseholdVerb::Say(answer))));
        }
        let body = json!({ "after": after, "changes": batch });
        let first = device.push(&body);
        if turn.is_multiple_of(5) {
            assert_eq!(device.push(&body), first);
        }
    }
}

fn sign_in<'a>(field: &'a Field<'a>, n: usize) -> Device<'a> {
    let (client, device) = (Client::new(), Uuid::now_v7());
    let asked =
        json!({ "name": format!("person{n}"), "password": crate::database::PASSWORD, "device": device });
    let mut url = String::new();
    loop {
        url = field.url(&url);
        let Ok(response) = client.post(format!("{url}/api/session")).json(&asked).send() else {
            continue;
        };
        assert_eq!(response.status(), 200);
        let cookie = response.headers()["set-cookie"].to_str().unwrap();
        let cookie = cookie.split(';').next().unwrap().to_owned();
        let Ok(session) = response.json::<Value>() else {
            continue;
        };
        return Device {
            field,
            client,
            url,
            cookie,
            author: serde_json::from_value(session["author"].clone()).unwrap(),
            device,
            counter: 0,
        };
    }
}

impl Device<'_> {
    fn change(&mut self, action: Action) -> Change {
        self.counter += 1;
        Change {
            id: ChangeId(Uuid::now_v7()),
            device: DeviceId(self.device),
            counter: self.counter,
            author: self.author.person,
            at: Timestamp {
                ms: 1_790_000_000_000,
                counter: 0,
            },
            action,
            seen: Vec::new(),
        }
    }

    /// Sends until an answer arrives as a whole, and notes what was answered.
    fn push(&mut self, body: &Value) -> Vec<(Uuid, u64)> {
        loop {
            let sent = self
                .client
                .post(format!("{}/api/changes", self.url))
                .header("cookie", &self.cookie)
                .json(body)
                .send();
            if let Ok(response) = sent {
                let status = response.status();
                if let Ok(text) = response.text() {
                    assert_eq!(status, 200, "{text}");
                    let answers = read(&text);
                    self.field.note(&answers);
                    return answers;
                }
            }
            self.url = self.field.url(&self.url);
        }
    }
}

fn read(text: &str) -> Vec<(Uuid, u64)> {
    let pushed: Value = serde_json::from_str(text).unwrap();
    let read = |answer: &Value| {
        let change = answer["change"].as_str().unwrap().parse().unwrap();
        let told = answer["answer"].as_object().unwrap().values().next().unwrap();
        (change, told["position"].as_u64().expect("every change stands"))
    };
    pushed["answers"].as_array().unwrap().iter().map(read).collect()
}
