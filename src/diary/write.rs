// SPDX-License-Identifier: AGPL-3.0-or-later
//! Writing in the diary: a new entry, or one that corrects another.
use super::book::{Diary, Writing};
use crate::prelude::*;
use crate::{
    record::{FormField, VerbForm, keys_of},
    session::may::author,
    state::Open,
    text::{diary as text, language, shell},
    ui::{ButtonKind, focus_soon},
};
use leptos::task::spawn_local;
use soglia_domain::{
    action::Action,
    author::Role,
    diary_entry::{Circle, DiaryEntry, EntryTopic, LONGEST_ENTRY, Row, Verb},
    id::DiaryEntryId,
    record::Identity as _,
    rooms::Room as _,
    said::{Said, Sayable as _},
    shape::{Days, Shape},
};
use soglia_wording as wording;

/// The field that takes the focus when somebody begins to write.
const WORDS: &str = "diary-words";

/// The form. What is typed stays until it is saved or given up.
pub(super) fn write(diary: Diary, writing: Writing, entries: Memo<Vec<Row>>) -> AnyView {
    match writing {
        Writing::New => new_entry(diary),
        Writing::Correction(id) => correction(diary, id, entries),
    }
}

/// The circles in which the person at work stands, and the most usual one.
fn circles() -> (&'static [&'static str], Circle) {
    const PARTNER: [&str; 1] = [Circle::Partners.key()];
    const TEAM: [&str; 3] = [
        Circle::Team.key(),
        Circle::Department.key(),
        Circle::Partners.key(),
    ];
    if author().is_some_and(|author| author.role == Role::ManagingPartner) {
        (&PARTNER, Circle::Partners)
    } else {
        (&TEAM, Circle::Team)
    }
}

fn words() -> FormField {
    let shape = Shape::Text { most: LONGEST_ENTRY };
    FormField::new(WORDS, text::words(), shape)
        .with_help(text::words_help())
        .required(text::words_missing())
}

/// A new entry, with its day, its topic and who reads it.
fn new_entry(diary: Diary) -> AnyView {
    let (household, today) = (diary.household, diary.state.today());
    let (circles, usual) = circles();
    let day = FormField::new("diary-day", text::day(), Shape::Day(Days::Past))
        .required(shell::no_such_day())
        .with(&today);
    let topic = FormField::new("diary-topic", text::topic(), Shape::Choice(keys_of!(EntryTopic)))
        .with_words(|key| {
            let topic = EntryTopic::of(&Said::Choice(key)).unwrap_or_default();
            wording::entry_topic(topic, language()).to_owned()
        })
        .with(&EntryTopic::Meeting);
    let circle = FormField::new("diary-circle", text::circle(), Shape::Choice(circles))
        .with_words(|key| {
            let circle = Circle::of(&Said::Choice(key)).unwrap_or_default();
            wording::circle(circle, language()).to_owned()
        })
        .with(&usual);
    let words = words();
    let fields = vec![day.clone(), topic.clone(), circle.clone(), words.clone()];
    let verb = move || Verb::Write {
        household,
        day: day.get().unwrap_or(today),
        topic: topic.get().unwrap_or_default(),
        text: words.get_text(),
        circle: circle.get().unwrap_or_default(),
    };
    let name = format!("diary-{household}");
    form(diary, name, text::write_title(), None, fields, verb)
}

/// A correction begins with the words as they are.
fn correction(diary: Diary, id: DiaryEntryId, entries: Memo<Vec<Row>>) -> AnyView {
    let open = diary.state.record(move || id.key());
    // An entry is written once: the form is not drawn again under who corrects it.
    let before = Memo::new(move |_| {
        open.with(|open| match open {
            Open::Loading => None,
            Open::Missing => Some(String::new()),
            Open::Here(shown) => DiaryEntry::of(&shown.stored.record).map(|entry| entry.text.clone()),
        })
    });
    live(move || {
        let Some(before) = before.get() else {
            return view! { <p class="visually-hidden" role="status">{text::opening()}</p> };
        };
        let row = entries.with_untracked(|entries| entries.iter().find(|row| row.id == id).cloned());
        let words = words().with(&before);
        let typed = words.clone();
        let verb = move || Verb::Correct {
            household: diary.household,
            corrects: id,
            text: typed.get_text(),
        };
        let (name, about) = (format!("diary-{id}"), row.map(|row| corrected(&row)));
        form(diary, name, text::correct_title(), about, vec![words], verb)
    })
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

fn form(
    diary: Diary,
    name: String,
    title: &'static str,
    about: Option<AnyView>,
    fields: Vec<FormField>,
    verb: impl Fn() -> Verb + Send + Sync + 'static,
) -> AnyView {
    // One identity for one form: a second touch on its button writes nothing new.
    let id = diary.state.new_id::<DiaryEntryId>();
    let refused = RwSignal::new(None::<String>);
    let on_send = Callback::new(move |()| {
        let action = Action::on(id, verb());
        spawn_local(async move {
            match diary.state.act(action).await {
                Ok(_) => {
                    diary.writing.try_set(None);
                }
                Err(error) => {
                    refused.try_set(Some(shell::act_error(&error)));
                }
            }
        });
    });
    let form = VerbForm {
        name,
        fields,
        send: text::save().to_owned(),
        kind: ButtonKind::Primary,
        on_send,
        refused: refused.into(),
        cancel: Some((text::cancel(), Callback::new(move |()| diary.writing.set(None)))),
    };
    focus_soon(WORDS);
    view! {
        <section class="form-narrow" aria-labelledby="diary-form-title" data-test="diary-form">
            <h2 id="diary-form-title">{title}</h2>
            {about}
            {form.draw()}
        </section>
    }
}
