// SPDX-License-Identifier: AGPL-3.0-or-later
//! The response that suits the household: suggested with its reasons, chosen by a person.
use super::told::Told;
use crate::households::{case::Case, drafts::ResponseDraft};
use crate::prelude::*;
use crate::{
    text::{households::requirements as text, language},
    ui::{Button, ButtonKind, SavedHint, Summary, SummaryLine, TextField, focus_by_id},
};
use soglia_domain::household::Verb as HouseholdVerb;
use soglia_domain::{
    action::Action,
    answer::Answer,
    eligibility::{ResponseModel, Suggestion},
    household::{ChosenResponse, HouseholdAnswer, HouseholdQuestion},
};
use soglia_wording as wording;

/// The place of the reason among the drafts, and of its field on the page.
const REASON: &str = "choice/response";
const REASON_FIELD: &str = "f-response";

/// What is suggested and why, what was chosen, and the choice.
#[component]
pub(super) fn Response(case: Case, told: Memo<Option<Told>>) -> impl IntoView {
    let suggestion = Memo::new(move |_| told.with(|told| told.as_ref().map(|told| told.suggestion.clone())));
    let chosen = Memo::new(move |_| case.read(|household| household.facts.response.known().cloned()));
    view! {
        <section class="case-card" aria-labelledby="response-title" data-test="response">
            <h2 id="response-title" tabindex="-1">{text::response_title()}</h2>
            {move || suggestion.get().map(|suggestion| suggested(&suggestion))}
            {move || chosen.get().map(|chosen| standing(case, chosen, suggestion))}
            {case.may_write.then(|| view! { <Choose case suggestion chosen/> })}
        </section>
    }
}

fn name(model: Option<ResponseModel>) -> &'static str {
    model.map_or_else(text::no_response, |model| wording::response(model, language()))
}

/// The suggestion with its reasons as sentences.
fn suggested(suggestion: &Suggestion) -> AnyView {
    let reasons = suggestion
        .reasons
        .iter()
        .map(|reason| view! { <li>{wording::suggestion_reason(reason, language())}</li> })
        .collect_view();
    let key = suggestion.response.map_or("none", ResponseModel::key);
    view! {
        <p class="response-suggested" data-test="suggestion" data-model=key>
            {text::suggested()} ": " <strong>{name(suggestion.response)}</strong>
        </p>
        <ul class="response-reasons">{reasons}</ul>
    }
}

/// What was chosen, beside what was suggested at that time.
fn standing(case: Case, chosen: ChosenResponse, suggestion: Memo<Option<Suggestion>>) -> AnyView {
    let pending = Memo::new(move |_| case.is_pending(HouseholdQuestion::Response.key()));
    let then = chosen.suggested;
    let changed = move || {
        let now = suggestion.get()?.response;
        (now != then).then(|| view! { <p class="form-text">{text::suggestion_changed()}</p> })
    };
    let reason = (!chosen.reason.is_empty())
        .then(|| view! { <SummaryLine term=text::reason()>{chosen.reason}</SummaryLine> });
    view! {
        <div data-test="response-chosen" data-model=chosen.model.key()>
            <Summary>
                <SummaryLine term=text::chosen()>
                    {wording::response(chosen.model, language())} " " <SavedHint pending/>
                </SummaryLine>
                <SummaryLine term=text::suggested_then()>{name(then)}</SummaryLine>
                {reason}
            </Summary>
            {changed}
        </div>
    }
}

/// The three responses and the reason. What is picked and typed stays until it is saved.
#[component]
fn Choose(
    case: Case,
    suggestion: Memo<Option<Suggestion>>,
    chosen: Memo<Option<ChosenResponse>>,
) -> impl IntoView {
    let drafts = case.drafts;
    let written = Memo::new(move |_| {
        drafts.with(|drafts| drafts.response.clone()).unwrap_or_else(|| {
            chosen
                .get()
                .map_or_else(ResponseDraft::default, |chosen| ResponseDraft {
                    model: Some(chosen.model),
                    reason: chosen.reason,
                })
        })
    });
    let write = move |change: &dyn Fn(&mut ResponseDraft)| {
        let mut draft = written.get_untracked();
        change(&mut draft);
        drafts.update(|drafts| drafts.response = Some(draft));
        case.let_go(REASON);
    };
    let refuse = move |error: String| case.keep(REASON.to_owned(), String::new(), error);
    let save = move |()| {
        let draft = written.get_untracked();
        let Some(model) = draft.model else {
            return refuse(text::choose_first().to_owned());
        };
        let response = ChosenResponse {
            model,
            // Decided anew where it is written: a suggestion is never taken on trust.
            suggested: None,
            reason: draft.reason,
        };
        let action = Action::on(
            case.id,
            HouseholdVerb::Say(HouseholdAnswer::Response(Answer::Known(response))),
        );
        case.act(action, move |result| match result {
            Ok(()) => {
                drafts.update(|drafts| drafts.response = None);
                case.let_go(REASON);
            }
            Err(error) => {
                refuse(error);
                focus_by_id(REASON_FIELD);
            }
        });
    };
    let option = |model: ResponseModel| {
        let id = format!("response-{}", model.key());
        let is_suggested = Memo::new(move |_| {
            suggestion.with(|suggestion| suggestion.as_ref().is_some_and(|one| one.response == Some(model)))
        });
        view! {
            <div class="form-check">
                <input
                    type="radio"
                    id=id.clone()
                    name="response"
                    prop:checked=move || written.with(|written| written.model == Some(model))
                    on:change=move |_| write(&|draft| draft.model = Some(model))
                />
                <label for=id>
                    {wording::response(model, language())}
                    {move || is_suggested.get().then(|| format!(" ({})", text::suggested_mark()))}
                </label>
            </div>
        }
    };
    let reason = Signal::derive(move || written.with(|written| written.reason.clone()));
    let error = Signal::derive(move || case.draft(REASON).map(|draft| draft.error));
    view! {
        <fieldset class="form-group">
            <legend class="form-label">{text::choose_response()}</legend>
            <div class="choices">{ResponseModel::ALL.map(option).collect_view()}</div>
        </fieldset>
        <TextField
            id=REASON_FIELD
            label=text::response_reason()
            help=text::response_reason_help()
            value=reason
            on_save=move |typed: String| write(&|draft| draft.reason.clone_from(&typed))
            error
            long=true
        />
        <Button kind=ButtonKind::Outline on_click=save test="save-response">{text::save_response()}</Button>
    }
}
