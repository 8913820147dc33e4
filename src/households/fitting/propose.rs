// SPDX-License-Identifier: AGPL-3.0-or-later
//! An offer being written: kind of rent, amount, and why this dwelling.
use crate::prelude::*;
use crate::{
    households::{case::Case, words},
    text::{households::fitting as text, language, shell::act_error},
    ui::{Button, ButtonKind, DateField, MoneyField},
};
use leptos::task::spawn_local;
use soglia_domain::placement::Verb as PlacementVerb;
use soglia_domain::{
    action::Action, answer::Answer, area::FloorArea, calendar::Day, id::DwellingId, money::Money,
    placement::Refusal, rent::RentTier, rent::rent_ceiling,
};

/// The form of an offer. What is typed stays until the offer is saved.
#[component]
pub(super) fn Propose(case: Case, dwelling: DwellingId, saved: RwSignal<bool>) -> impl IntoView {
    let rules = Memo::new(move |_| case.state.rules());
    let drafts = case.drafts;
    let area = Memo::new(move |_| {
        case.state.rows.with(|rows| {
            rows.dwelling(dwelling)
                .and_then(|row| row.surface(rules.with(|rules| rules.cap_surface_kind())))
        })
    });
    let tier = Memo::new(move |_| drafts.with(|drafts| drafts.offer.tier.unwrap_or(RentTier::Capped)));
    let ceiling_at = move |area: FloorArea, tier| rules.with(|rules| rent_ceiling(area, tier, rules).monthly);
    let ceiling = Memo::new(move |_| area.get().map(|area| ceiling_at(area, tier.get())));
    let typed = Memo::new(move |_| {
        let written = drafts.with(|drafts| drafts.offer.rent.clone());
        written.unwrap_or_else(|| ceiling.get().map(words::money).unwrap_or_default())
    });
    let rent = Memo::new(move |_| {
        ceiling
            .get()
            .map(|ceiling| typed.with(|typed| parse(typed, ceiling)))
    });
    let wrong = Memo::new(move |_| rent.get().and_then(Result::err));
    let error = RwSignal::new(None::<String>);
    let busy = StoredValue::new(false);
    let propose = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if wrong.with_untracked(Option::is_some) || busy.get_value() {
            return focus_rent();
        }
        busy.set_value(true);
        let written = drafts.with_untracked(|drafts| drafts.offer.clone());
        let action = Action::on(
            case.state.new_id::<soglia_domain::id::PlacementId>(),
            PlacementVerb::Offer {
                household: case.id,
                dwelling,
                tier: tier.get_untracked(),
                monthly_rent: rent.get_untracked().and_then(Result::ok),
                service_charges: written.charges,
                until: written.until,
                note: written.note.trim().to_owned(),
            },
        );
        spawn_local(async move {
            match case.state.act(action).await {
                Ok(_) => {
                    if let Some(refused) = written.instead_of {
                        // The new offer is safe; if the old draft cannot be cleared it only stays listed.
                        let _ = case.state.discard(refused).await;
                    }
                    drafts.update(|drafts| drafts.offer = Default::default());
                    saved.set(true);
                }
                Err(refused) => {
                    busy.try_set_value(false);
                    error.set(Some(act_error(&refused)));
                }
            }
        });
    };
    let amount = move || {
        let Some(ceiling) = ceiling.get() else {
            return view! { <p>{text::rent_unmeasured()}</p> }.into_any();
        };
        view! {
            <div class="form-group" data-invalid=move || wrong.with(Option::is_some).then_some("true")>
                <label class="form-label" for="proposal-rent">{text::monthly_rent()}</label>
                <p class="form-text" id="proposal-rent-help">{text::at_most(&words::money(ceiling))}</p>
                <p class="form-feedback" id="proposal-rent-error" role="status">{move || wrong.get()}</p>
                <input
                    id="proposal-rent"
                    class="form-control"
                    type="text"
                    inputmode="decimal"
                    autocomplete="off"
                    aria-describedby="proposal-rent-help proposal-rent-error"
                    aria-invalid=move || wrong.with(Option::is_some).then_some("true")
                    prop:value=move || typed.get()
                    on:change:target=move |event| {
                        let text = event.target().value();
                        drafts.update(|drafts| drafts.offer.rent = (!text.trim().is_empty()).then_some(text));
                    }
                />
            </div>
        }
        .into_any()
    };
    view! {
        <form class="proposal" on:submit=propose aria-labelledby="proposal-title">
            <h2 id="proposal-title">{text::proposal()}</h2>
            <Tiers case tier ceiling=move |tier| area.get().map(|area| ceiling_at(area, tier))/>
            {amount}
            {terms(case, rent)}
            <div class="form-group">
                <label class="form-label" for="proposal-note">{text::note()}</label>
                <p class="form-text" id="proposal-note-help">{text::note_help()}</p>
                <textarea
                    id="proposal-note"
                    class="form-control"
                    rows="4"
                    dir="auto"
                    aria-describedby="proposal-note-help"
                    prop:value=move || drafts.with(|drafts| drafts.offer.note.clone())
                    on:input:target=move |event| {
                        let text = event.target().value();
                        drafts.update(|drafts| drafts.offer.note = text);
                    }
                ></textarea>
            </div>
            {move || error.get().map(|error| view! { <p class="form-feedback" role="alert">{error}</p> })}
            <Button kind=ButtonKind::Primary submit=true>{text::send()}</Button>
        </form>
    }
}

/// Service charges apart from the rent with what both come to, and the last day of the contract.
fn terms(case: Case, rent: Memo<Option<Result<Money, String>>>) -> AnyView {
    let drafts = case.drafts;
    let charges = Memo::new(move |_| drafts.with(|drafts| drafts.offer.charges));
    let until = Memo::new(move |_| drafts.with(|drafts| drafts.offer.until));
    let below_zero = Signal::derive(move || {
        let is_negative = charges.get().is_some_and(|charges| charges.is_negative());
        is_negative.then(|| soglia_wording::placement_refusal(&Refusal::RentNegative, language()))
    });
    let on_charges = Callback::new(move |answer: Answer<Money>| {
        drafts.update(|drafts| drafts.offer.charges = answer.known().copied());
    });
    let on_until = Callback::new(move |answer: Answer<Day>| {
        drafts.update(|drafts| drafts.offer.until = answer.known().copied());
    });
    let total = move || {
        let (Some(charges), Some(Ok(rent))) = (charges.get(), rent.get()) else {
            return None;
        };
        let total = Money::from_cents(rent.cents() + charges.cents());
        Some(view! { <p data-test="proposal-total">{text::in_all(&words::money(total))}</p> })
    };
    view! {
        <MoneyField
            id="proposal-charges"
            label=text::service_charges()
            help=text::service_charges_help()
            value=Signal::derive(move || charges.get().map_or(Answer::NotAsked, Answer::Known))
            on_answer=on_charges
            error=below_zero
        />
        {total}
        <DateField
            id="proposal-until"
            label=text::until()
            help=text::until_help()
            value=Signal::derive(move || until.get().map_or(Answer::NotAsked, Answer::Known))
            on_answer=on_until
        />
    }
}

/// The two kinds of rent, each with its ceiling.
#[component]
fn Tiers<C>(case: Case, tier: Memo<RentTier>, ceiling: C) -> impl IntoView
where
    C: Fn(RentTier) -> Option<Money> + Copy + Send + Sync + 'static,
{
    view! {
        <fieldset class="form-group">
            <legend class="form-label">{crate::text::households::offers::tier()}</legend>
            {RentTier::ALL
                .map(|one| {
                    let id = format!("proposal-tier-{}", one.key());
                    view! {
                        <div class="form-check">
                            <input
                                type="radio"
                                id=id.clone()
                                name="proposal-tier"
                                prop:checked=move || tier.get() == one
                                on:change=move |_| {
                                    case.drafts
                                        .update(|drafts| {
                                            drafts.offer.tier = Some(one);
                                            drafts.offer.rent = None;
                                        });
                                }
                            />
                            <label for=id>
                                {soglia_wording::rent_tier(one, language())}
                                {move || ceiling(one).map(|most| format!(" – {}", text::at_most(&words::money(most)).to_lowercase()))}
                            </label>
                        </div>
                    }
                })
                .collect_view()}
        </fieldset>
    }
}

/// The rent as typed, if it is an amount within the ceiling.
fn parse(typed: &str, ceiling: Money) -> Result<Money, String> {
    let rent =
        Money::parse(typed).map_err(|error| soglia_wording::money_error(error, language()).to_owned())?;
    if rent > ceiling {
        return Err(soglia_wording::placement_refusal(
            &Refusal::RentAboveCeiling { ceiling },
            language(),
        ));
    }
    if rent.is_negative() {
        return Err(soglia_wording::placement_refusal(
            &Refusal::RentNegative,
            language(),
        ));
    }
    Ok(rent)
}

fn focus_rent() {
    use wasm_bindgen::JsCast;
    let field = document()
        .get_element_by_id("proposal-rent")
        .and_then(|field| field.dyn_into::<leptos::web_sys::HtmlElement>().ok());
    if let Some(field) = field {
        let _ = field.focus();
    }
}
