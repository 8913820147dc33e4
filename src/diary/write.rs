// SPDX-License-Identifier: AGPL-3.0-or-later
//! Writing in the diary: a new entry, or one that corrects another.
use super::book::{Diary, WORDS, Writing};
use crate::prelude::*;
use crate::{
    session::may::author,
    text::{diary as text, language, shell},
    ui::{Button, ButtonKind, DateField, keep_form},
};
use leptos::{html, task::spawn_local};
use soglia_domain::{
    action::Action,
    answer::Answer,
    author::Role,
    calendar::Day,
    diary_entry::{Circle, DiaryEntry, EntryTopic, LONGEST_ENTRY, Row, Verb},
    id::DiaryEntryId,
    record::Identity as _,
    rooms::Room as _,
};
use soglia_wording as wording;

/// What the form holds besides its words.
#[derive(Clone, Copy)]
struct Form {
    day: RwSignal<Answer<Day>>,
    topic: RwSignal<EntryTopic>,
    circle: RwSignal<Circle>,
}

/// The form. What is typed stays until it is saved or given up.
pub(super) fn write(diary: Diary, writing: Writing, entries: Memo<Vec<Row>>) -> AnyView {
    let element = NodeRef::<html::Form>::new();
    let circles = circles();
    let form = Form {
        day: RwSignal::new(Answer::Known(diary.state.today())),
        topic: RwSignal::new(EntryTopic::Meeting),
        circle: RwSignal::new(circles.first().copied().unwrap_or_default()),
    };
    let words = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let name = match writing {
        Writing::New => format!("diary-{}", diary.household),
        Writing::Correction(id) => {
            take_over(diary, id, words);
            format!("diary-{id}")
        }
    };
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(verb) = verb(diary, writing, form, &words.get_untracked()) else {
            return error.set(Some(shell::no_such_day().to_owned()));
        };
        let action = Action::on(diary.state.new_id::<DiaryEntryId>(), verb);
        spawn_local(async move {
            match diary.state.act(action).await {
                Ok(_) => {
                    diary.writing.try_set(None);
                }
                Err(refused) => {
                    error.try_set(Some(shell::act_error(&refused)));
                }
            }
        });
    };
    let about = match writing {
        Writing::New => about(form, &circles),
        Writing::Correction(id) => {
            let before = entries.with_untracked(|entries| entries.iter().find(|row| row.id == id).cloned());
            before.map(|row| corrected(&row)).into_any()
        }
    };
    let title = match writing {
        Writing::New => text::write_title(),
        Writing::Correction(_) => text::correct_title(),
    };
    view! {
        <form class="form-narrow diary-form" node_ref=element on:submit=save aria-labelledby="diary-form-title" data-test="diary-form">
            <h2 id="diary-form-title">{title}</h2>
            {keep_form(element, name)}
            {about}
            <div class="form-group" data-invalid=move || error.with(Option::is_some).then_some("true")>
                <label class="form-label" for=WORDS>{text::words()}</label>
                <p class="form-text" id="diary-words-help">{text::words_help()}</p>
                {move || error.get().map(|error| view! {
                    <p class="form-feedback" id="diary-words-error" role="alert">{error}</p>
                })}
                <textarea
                    id=WORDS
                    class="form-control"
                    rows="5"
                    maxlength=LONGEST_ENTRY.to_string()
                    aria-describedby="diary-words-help diary-words-error"
                    aria-invalid=move || error.with(Option::is_some).then_some("true")
                    prop:value=move || words.get()
                    on:input:target=move |event| {
                        words.set(event.target().value());
                        error.set(None);
                    }
                ></textarea>
            </div>
            <div class="button-row">
                <Button kind=ButtonKind::Primary submit=true>{text::save()}</Button>
                <Button kind=ButtonKind::Plain on_click=move |()| diary.writing.set(None)>{text::cancel()}</Button>
            </div>
        </form>
    }
}

/// The circles in which the person at work stands, the most usual one first.
fn circles() -> Vec<Circle> {
    let is_partner = author().is_some_and(|author| author.role == Role::ManagingPartner);
    if is_partner {
        vec![Circle::Partners]
    } else {
        vec![Circle::Team, Circle::Department, Circle::Partners]
    }
}

fn verb(diary: Diary, writing: Writing, form: Form, words: &str) -> Option<Verb> {
    let household = diary.household;
    let text = words.trim().to_owned();
    Some(match writing {
        Writing::New => Verb::Write {
            household,
            day: form.day.with_untracked(|day| day.known().copied())?,
            topic: form.topic.get_untracked(),
            text,
            circle: form.circle.get_untracked(),
        },
        Writing::Correction(corrects) => Verb::Correct {
            household,
            corrects,
            text,
        },
    })
}

/// A correction begins with the words as they are.
fn take_over(diary: Diary, id: DiaryEntryId, words: RwSignal<String>) {
    let open = diary.state.record(move || id.key());
    Effect::new(move |done: Option<bool>| {
        let written = open.with(|open| {
            let shown = open.here()?;
            DiaryEntry::of(&shown.stored.record).map(|entry| entry.text.clone())
        });
        let is_here = written.is_some();
        // What was put back from before, or typed meanwhile, is not written over.
        if done != Some(true)
            && let Some(written) = written
            && words.with_untracked(String::is_empty)
        {
            words.set(written);
        }
        done == Some(true) || is_here
    });
}

/// What a correction is about: it keeps the day, the topic and the readers of what it corrects.
fn corrected(row: &Row) -> AnyView {
    let about = format!(
        "{}, {}, {}",
        wording::day_short(row.day, language()),
        wording::entry_topic(row.topic, language()),
        wording::circle(row.circle, language()),
    );
    view! {
        <p>{about}</p>
        <p class="form-text">{text::correct_help()}</p>
    }
}

/// Day, topic and readers of a new entry.
fn about(form: Form, circles: &[Circle]) -> AnyView {
    let topics = EntryTopic::ALL.map(|topic| (topic.key(), wording::entry_topic(topic, language())));
    let circles: Vec<_> = circles
        .iter()
        .map(|circle| (circle.key(), wording::circle(*circle, language())))
        .collect();
    let on_topic = move |key: &str| {
        let chosen = EntryTopic::ALL.into_iter().find(|topic| topic.key() == key);
        form.topic.set(chosen.unwrap_or_default());
    };
    let on_circle = move |key: &str| {
        let chosen = Circle::ALL.into_iter().find(|circle| circle.key() == key);
        form.circle.set(chosen.unwrap_or_default());
    };
    view! {
        <DateField id="diary-day" label=text::day() value=form.day on_answer=move |day| form.day.set(day) required=true/>
        {one_of("diary-topic", text::topic(), &topics, move || form.topic.get().key(), on_topic)}
        {one_of("diary-circle", text::circle(), &circles, move || form.circle.get().key(), on_circle)}
    }
}

fn one_of(
    name: &'static str,
    legend: &'static str,
    options: &[(&'static str, &'static str)],
    chosen: impl Fn() -> &'static str + Copy + Send + Sync + 'static,
    on_choose: impl Fn(&str) + Copy + 'static,
) -> AnyView {
    let option = |(key, label): (&'static str, &'static str)| {
        let id = format!("{name}-{key}");
        view! {
            <div class="form-check">
                <input
                    type="radio"
                    id=id.clone()
                    name=name
                    prop:checked=move || chosen() == key
                    on:change=move |_| on_choose(key)
                />
                <label for=id>{label}</label>
            </div>
        }
    };
    view! {
        <fieldset class="form-group">
            <legend class="form-label">{legend}</legend>
            {options.iter().copied().map(option).collect_view()}
        </fieldset>
    }
}
