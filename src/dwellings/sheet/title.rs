// SPDX-License-Identifier: AGPL-3.0-or-later
//! The title under which the dwelling is held: its fields, and what is to be known about it.
use crate::prelude::*;
use crate::{
    record::Subject,
    text::{dwellings::measures as text, language},
    ui::{Choice, DateField, Notice, Tone},
};
use soglia_domain::{
    answer::Answer,
    calendar::Day,
    dwelling::{Dwelling, DwellingAnswer, DwellingQuestion, Verb},
    title::{RuntsSection, Title, TitleKind},
};
use soglia_wording as wording;

/// What is to be known about a title, beyond what it says.
pub(super) fn warning(subject: Subject<Dwelling>) -> AnyView {
    let warning = move || {
        let sentence = known(subject).and_then(|title| wording::title_warning(&title, language()))?;
        Some(view! {
            <Notice tone=Tone::Warn>
                <p data-test="title-warning">{sentence}</p>
            </Notice>
        })
    };
    warning.into_any()
}

fn known(subject: Subject<Dwelling>) -> Option<Title> {
    subject.read(|dwelling| dwelling.facts.title.known().copied())
}

/// What is being written of a title, before there is enough of it.
#[derive(Clone, Copy, Default, PartialEq)]
struct Written {
    kind: Option<TitleKind>,
    from: Option<Day>,
    to: Option<Day>,
    section: Option<RuntsSection>,
}

/// The fields of a title, saved with every answer from the moment it has a kind and a first day.
pub(super) fn fields(subject: Subject<Dwelling>, id: String) -> AnyView {
    let refused = RwSignal::new(None::<String>);
    let say = move |answer| subject.attempt(Verb::Say(DwellingAnswer::Title(answer)), refused);
    let error = Signal::derive(move || {
        let here = refused.get();
        here.or_else(|| subject.why_back(DwellingQuestion::Title.key()))
    });
    let written = RwSignal::new(untrack(|| {
        known(subject).map_or_else(Written::default, |title| Written {
            kind: Some(title.kind),
            from: Some(title.from),
            to: title.to,
            section: title.holder_section,
        })
    }));
    let write = move |change: &dyn Fn(&mut Written)| {
        written.update(|written| change(written));
        let now = written.get_untracked();
        if let (Some(kind), Some(from)) = (now.kind, now.from) {
            say(Answer::Known(Title {
                kind,
                from,
                to: now.to,
                holder_section: now.section,
            }));
        } else if untrack(|| known(subject)).is_some() {
            say(Answer::NotKnownYet);
        }
    };
    let day = |pick: fn(&Written) -> Option<Day>| {
        Signal::derive(move || written.with(|written| pick(written).map_or(Answer::NotAsked, Answer::Known)))
    };
    let key = |pick: fn(&Written) -> Option<&'static str>| {
        Signal::derive(move || {
            written
                .with(|written| pick(written).map_or(Answer::NotAsked, |key| Answer::Known(key.to_owned())))
        })
    };
    let kinds = TitleKind::ALL
        .map(|kind| {
            (
                kind.key().to_owned(),
                wording::title_kind(kind, language()).to_owned(),
            )
        })
        .to_vec();
    let sections = RuntsSection::ALL
        .map(|section| {
            (
                section.key().to_owned(),
                wording::runts_section(section, language()).to_owned(),
            )
        })
        .to_vec();
    let on_kind = Callback::new(move |answer: Answer<String>| {
        let kind = TitleKind::ALL
            .into_iter()
            .find(|kind| answer.known().is_some_and(|key| key == kind.key()));
        write(&|written| written.kind = kind);
    });
    let on_section = Callback::new(move |answer: Answer<String>| {
        let section = RuntsSection::ALL
            .into_iter()
            .find(|section| answer.known().is_some_and(|key| key == section.key()));
        write(&|written| written.section = section);
    });
    let on_from =
        Callback::new(move |answer: Answer<Day>| write(&|written| written.from = answer.known().copied()));
    let on_to =
        Callback::new(move |answer: Answer<Day>| write(&|written| written.to = answer.known().copied()));
    let unfinished = move || written.with(|written| written.kind.is_none() || written.from.is_none());
    view! {
        <Choice id label=text::title_kind() options=kinds value=key(|written| written.kind.map(TitleKind::key)) on_answer=on_kind/>
        <DateField id="title-from" label=text::title_from() value=day(|written| written.from) on_answer=on_from/>
        <DateField
            id="title-to"
            label=text::title_to()
            help=text::title_to_help()
            value=day(|written| written.to)
            on_answer=on_to
            error
        />
        <Choice
            id="title-section"
            label=text::title_section()
            options=sections
            value=key(|written| written.section.map(RuntsSection::key))
            on_answer=on_section
        />
        {move || unfinished().then(|| view! { <p class="muted">{text::title_unfinished()}</p> })}
    }
}
