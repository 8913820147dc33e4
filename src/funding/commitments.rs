// SPDX-License-Identifier: AGPL-3.0-or-later
//! The commitments of a source: the list, a new one, and setting the money of one free again.
use super::{
    asking::{Asking, asking},
    keeps_money,
};
use crate::prelude::*;
use crate::{
    record::FormField,
    routes::Address,
    state::State,
    text::{funding as text, language},
    ui::{ButtonKind, StateTag},
};
use soglia_domain::{
    action::Action,
    commitment::{Commitment, Row, Verb},
    id::{CommitmentId, DwellingId, FundingSourceId},
    money::MoneyError,
    record::Identity as _,
    rooms::Common,
    shape::Shape,
};
use soglia_wording as wording;

/// The commitments, newest first.
pub(super) fn list(state: State, id: FundingSourceId) -> AnyView {
    let rows = Memo::new(move |_| {
        let rows: Vec<Row> = state
            .rows
            .with(|rows| rows.under::<Commitment>(id.key()).cloned().collect());
        soglia_search::sorted(rows, &mut |a, b| (b.at, b.id).cmp(&(a.at, a.id)))
    });
    let lines = move || rows.with(|rows| rows.iter().map(|row| line(state, row)).collect_view());
    view! {
        <Show when=move || rows.with(Vec::is_empty)>
            <p class="muted">{text::no_commitments()}</p>
        </Show>
        <ul class="funding-commitments">{lines}</ul>
    }
}

fn line(state: State, row: &Row) -> AnyView {
    let dwelling = row.dwelling.and_then(|id| {
        let code = state
            .rows
            .with_untracked(|rows| rows.dwelling(id).map(|row| row.code.clone()))?;
        Some(view! { " " <a href=Address::dwelling(id).path()>{code}</a> })
    });
    let who = format!(
        "{}, {}",
        row.by_name,
        wording::day_short(row.at.day(), language())
    );
    let released = (!row.counts).then(|| view! { " " <StateTag label=text::released()/> });
    let id = row.id;
    let tools = (row.counts && keeps_money()).then(|| release(state, id));
    view! {
        <li class="funding-commitment" data-test="commitment" data-counts=row.counts.to_string()>
            <p>
                <strong>{wording::money(row.amount, language())}</strong> " " {row.purpose.clone()} {dwelling} {released}
            </p>
            <div class="timeline-who">{who} {tools}</div>
        </li>
    }
}

/// Sets the money of a commitment free again, with a reason.
fn release(state: State, id: CommitmentId) -> AnyView {
    asking(state, ButtonKind::Plain, "", text::release(), move |asking| {
        let name = format!("release-{id}");
        let reason = FormField::new(name.clone(), text::release_reason(), Shape::LINE)
            .required(wording::common_refusal(&Common::ReasonMissing, language()));
        let typed = reason.clone();
        let action = move || {
            let reason = typed.get_text();
            Ok(Action::on(id, Verb::Release { reason }))
        };
        asking.form(
            name,
            vec![reason],
            ButtonKind::Outline,
            text::ask_release(),
            action,
        )
    })
}

/// A new commitment. The server decides whether the source still has as much.
pub(super) fn commit(state: State, id: FundingSourceId) -> AnyView {
    let form = asking(
        state,
        ButtonKind::Primary,
        "it-plus",
        text::commit(),
        move |asking| form(asking, id),
    );
    view! { <div class="funding-tools">{form}</div> }
}

/// The dwelling with a code; nothing where no code was typed.
fn dwelling_of(state: State, code: &str) -> Result<Option<DwellingId>, String> {
    if code.is_empty() {
        return Ok(None);
    }
    let found = state.rows.with_untracked(|rows| {
        let row = rows
            .dwellings
            .iter()
            .find(|row| row.code.eq_ignore_ascii_case(code));
        row.map(|row| row.id)
    });
    found.map(Some).ok_or_else(|| text::dwelling_unknown().to_owned())
}

fn form(asking: Asking, source: FundingSourceId) -> AnyView {
    // One identity for one form: a second touch on its button asks for nothing new.
    let id = asking.state.new_id::<CommitmentId>();
    let amount = FormField::new("commit-amount", text::amount(), Shape::Amount)
        .required(wording::money_error(MoneyError::Empty, language()));
    let purpose = FormField::new("commit-purpose", text::purpose(), Shape::LINE)
        .with_help(text::purpose_help())
        .required(wording::common_refusal(&Common::ReasonMissing, language()));
    let code = FormField::new("commit-dwelling", text::dwelling(), Shape::LINE);
    let fields = vec![amount.clone(), purpose.clone(), code.clone()];
    let action = move || {
        let verb = Verb::Commit {
            source,
            amount: amount.get().unwrap_or_default(),
            purpose: purpose.get_text(),
            dwelling: dwelling_of(asking.state, &code.get_text())?,
        };
        Ok(Action::on(id, verb))
    };
    view! {
        <div class="form-narrow" data-test="commit-form">
            <h2>{text::commit()}</h2>
            <p class="form-text">{text::server_decides()}</p>
            {asking.form(format!("commit-{source}"), fields, ButtonKind::Primary, text::ask_commit(), action)}
        </div>
    }
}
