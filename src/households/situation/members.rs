// SPDX-License-Identifier: AGPL-3.0-or-later
//! Who lives together: naming one more, opening one, taking one out and undoing that.
use super::{member::MemberFields, read_only::member_line, sheet::Sheet};
use crate::prelude::*;
use crate::{
    households::{case::Case, sections::member_name},
    text::{households::situation as text, shell::act_error},
    ui::{Button, ButtonKind, Notice, Tone, focus_soon},
};
use leptos::task::spawn_local;
use soglia_domain::household::HouseholdPartId;
use soglia_domain::household::Verb as HouseholdVerb;
use soglia_domain::{
    action::Action,
    answer::Answer,
    household::{Member, MemberAnswer, MemberQuestion, Relation},
    id::MemberId,
};

/// The members with their questions.
#[component]
pub(super) fn Members(sheet: Sheet, is_brief: bool) -> impl IntoView {
    let case = sheet.case;
    let ids = Memo::new(move |_| {
        case.read(|household| {
            household
                .members
                .iter()
                .map(|member| member.id)
                .collect::<Vec<_>>()
        })
    });
    let error = RwSignal::new(None::<String>);
    let add = move |()| {
        let member = case.state.new_member_id();
        let is_first = ids.with_untracked(Vec::is_empty);
        spawn_local(async move {
            let household = case.id;
            let added = case
                .state
                .act(Action::on(household, HouseholdVerb::AddMember { member }))
                .await;
            match added {
                Ok(_) if is_first => {
                    // The first one named answers for the household.
                    let answer = MemberAnswer::Relation(Answer::Known(Relation::Head));
                    let head = Action::on(
                        household,
                        HouseholdVerb::SayOf {
                            part: HouseholdPartId::Member(member),
                            fact: answer,
                        },
                    );
                    error.set(
                        case.state
                            .act(head)
                            .await
                            .err()
                            .map(|refused| act_error(&refused)),
                    );
                }
                Ok(_) => error.set(None),
                Err(refused) => error.set(Some(act_error(&refused))),
            }
            case.drafts.update(|drafts| {
                drafts.member = Some(member);
                drafts.removed = None;
            });
            focus_member(member);
        });
    };
    view! {
        <Show when=move || ids.with(Vec::is_empty)>
            <p>{text::no_members()}</p>
        </Show>
        <ul class="member-list">
            <For each=move || ids.get() key=|id| *id children=move |id| view! { <OneMember sheet is_brief id error/> }/>
        </ul>
        <Removed case error/>
        {move || error.get().map(|error| view! { <p class="form-feedback" role="alert">{error}</p> })}
        <div class="member-add"><Button icon="it-plus" on_click=add>{text::add_member()}</Button></div>
    }
}

/// One member: a line, and the questions while it is open.
#[component]
fn OneMember(sheet: Sheet, is_brief: bool, id: MemberId, error: RwSignal<Option<String>>) -> impl IntoView {
    let case = sheet.case;
    let today = case.state.today();
    let line = Memo::new(move |_| {
        case.read(|household| {
            let found = household.members.iter().find(|member| member.id == id);
            found.map(|member| member_line(member, today)).unwrap_or_default()
        })
    });
    let is_open = Memo::new(move |_| case.drafts.with(|drafts| drafts.member == Some(id)));
    let toggle = move |_| {
        case.drafts
            .update(|drafts| drafts.member = (drafts.member != Some(id)).then_some(id));
    };
    let remove = move |()| {
        let taken = untrack(|| {
            case.read(|household| household.members.iter().find(|member| member.id == id).cloned())
        });
        let action = Action::on(case.id, HouseholdVerb::RemoveMember { member: id });
        case.act(action, move |result| match result {
            Ok(()) => {
                error.set(None);
                case.drafts.update(|drafts| drafts.removed = taken);
            }
            Err(sentence) => error.set(Some(sentence)),
        });
    };
    view! {
        <li class="member">
            <button
                type="button"
                class="member-line"
                aria-expanded=move || is_open.get().to_string()
                aria-controls=format!("member-{id}")
                on:click=toggle
            >
                <span>{move || line.get()}</span>
                <span class="member-open">
                    {move || if is_open.get() { text::close_member() } else { text::open_member() }}
                </span>
            </button>
            <div class="member-body" id=format!("member-{id}")>
                <Show when=move || is_open.get()>
                    <MemberFields sheet is_brief id/>
                    <Button kind=ButtonKind::Plain icon="it-close" on_click=remove>{text::remove_member()}</Button>
                </Show>
            </div>
        </li>
    }
}

/// Who was taken out last, with the way back.
#[component]
fn Removed(case: Case, error: RwSignal<Option<String>>) -> impl IntoView {
    move || {
        case.drafts.with(|drafts| drafts.removed.clone()).map(|member| {
            let name = member_name(&member);
            view! {
                <Notice tone=Tone::Info>
                    <p>{text::removed(&name)}</p>
                    <Button on_click=move |()| bring_back(case, member.clone(), error)>{text::undo()}</Button>
                </Notice>
            }
        })
    }
}

/// Names the member again with every answer that was there.
fn bring_back(case: Case, member: Member, error: RwSignal<Option<String>>) {
    spawn_local(async move {
        let (household, id) = (case.id, member.id);
        let mut actions = vec![Action::on(household, HouseholdVerb::AddMember { member: id })];
        let answered = MemberQuestion::ALL
            .iter()
            .filter(|question| !member.facts.is_not_asked(**question));
        actions.extend(answered.map(|question| {
            Action::on(
                household,
                HouseholdVerb::SayOf {
                    part: HouseholdPartId::Member(id),
                    fact: member.facts.get(*question),
                },
            )
        }));
        for action in actions {
            if let Err(refused) = case.state.act(action).await {
                return error.set(Some(act_error(&refused)));
            }
        }
        error.set(None);
        case.drafts.update(|drafts| drafts.removed = None);
    });
}

/// Puts the focus into the first field of a member once it is drawn: while records arrive that may be some frames later.
fn focus_member(member: MemberId) {
    focus_soon(format!("f-members-{member}-given_name"));
}
