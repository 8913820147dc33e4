// SPDX-License-Identifier: AGPL-3.0-or-later
use crate::{
    changes::{income, income_of, open, propose, ready_dwelling, stored},
    place::{Place, problem},
};
use soglia_domain::key::Identity as _;
use soglia_domain::placement::Verb as PlacementVerb;
use soglia_domain::{action::Action, id::PlacementId};
use soglia_sync::change::Answer;
use uuid::Uuid;

#[test]
fn a_partner_sees_its_dwellings_and_who_is_proposed_for_them_and_no_more() {
    let place = Place::new();
    let anna = place.person("anna", "social-worker", "Welfare");
    let bruno = place.person("bruno", "housing-officer", "Casa");
    let sara = place.person("sara", "managing-partner", "Cooperativa");
    let theirs = ready_dwelling(&bruno, Some(sara.author.organisation));
    let other = ready_dwelling(&bruno, None);
    let (one, two) = (open(&anna, "Famiglia Uno"), open(&anna, "Famiglia Due"));
    anna.act(income(one, 900), Vec::new());
    let first = sara.pull(0);
    assert_eq!(first.records.len(), 1);
    assert_eq!(first.records[0].record.key(), theirs.key());

    let offer = PlacementId(Uuid::now_v7());
    anna.act(propose(one, theirs, offer), Vec::new());
    anna.act(propose(two, other, PlacementId(Uuid::now_v7())), Vec::new());
    let shown = sara.pull(first.cursor.0);
    // The dwelling, the household and the offer.
    assert_eq!(shown.records.len(), 3);
    let referred = stored(&shown, one.key());
    assert_eq!(income_of(referred), None);
    let fields: Vec<&str> = referred.revisions.keys().map(|field| field.0.as_str()).collect();
    assert_eq!(
        fields,
        [format!("open/{offer}")],
        "its own offer and nothing reserved"
    );
    let path = format!("/api/records/{}/history", one.key());
    let history = sara.get(&path).send().unwrap().text().unwrap();
    assert!(history.contains(r#"{"placement":{"offer":{"#) && !history.contains("net_monthly_income"));
    let hidden = format!("/api/records/{}/history", two.key());
    problem(sara.get(&hidden).send().unwrap(), 404);
    let refused = sara.act(income(two, 1), Vec::new());
    assert!(matches!(refused, Answer::Refused { .. }));

    let reason = "Ha trovato altro".to_owned();
    anna.act(Action::on(offer, PlacementVerb::Withdraw { reason }), Vec::new());
    let gone = sara.pull(shown.cursor.0);
    let mut removed = gone.removed.clone();
    removed.sort();
    assert_eq!(removed, [one.key().to_string(), offer.key().to_string()]);
    assert_eq!(gone.records.len(), 1);
}
