// SPDX-License-Identifier: AGPL-3.0-or-later
//! All answers, to look at once more and to print: what is not known and what is strange first, then section by section,
//! each with the way to change it.
use super::{find_out::standing, go, sheet::Sheet};
use crate::households::{
    sections::{Section, member_name},
    situation::sheet::Stands,
};
use crate::prelude::*;
use crate::{
    text::{households as words, households::situation as text, language},
    ui::{Button, ButtonKind, Summary, SummaryLine},
};
use soglia_domain::{
    household::{Household, HouseholdQuestion, MemberQuestion},
    id::MemberId,
};
use soglia_wording as wording;

/// One answer.
#[derive(Clone, PartialEq)]
struct Line {
    section: Section,
    member: Option<MemberId>,
    field: String,
    label: String,
    words: String,
    stands: Stands,
}

/// An answer in words; one that nobody asked for is not the same as one that nobody knows.
fn told(line: &Line) -> String {
    match line.stands {
        Stands::NotAsked => words::not_written().to_owned(),
        Stands::Unknown | Stands::Known => line.words.clone(),
    }
}

/// The answers of a household, section by section; what does not arise is left out.
fn lines(household: &Household) -> Vec<Line> {
    let mut lines = Vec::new();
    for member in &household.members {
        let facts = &member.facts;
        lines.extend(MemberQuestion::ALL.iter().map(|question| Line {
            section: Section::Members,
            member: Some(member.id),
            field: format!("members/{}/{}", member.id, question.key()),
            label: wording::member_question(*question, language()).to_owned(),
            words: wording::member_answer(&facts.get(*question), language()),
            stands: Stands::of(facts.is_not_asked(*question), facts.is_known(*question)),
        }));
    }
    let facts = &household.facts;
    let asked = Section::all(false).into_iter().flat_map(|section| {
        let asked = section.questions(false).into_iter();
        asked.map(move |question| (section, question))
    });
    let arises = |(_, question): &(Section, HouseholdQuestion)| {
        facts.arises(*question) || !facts.is_not_asked(*question)
    };
    lines.extend(asked.filter(arises).map(|(section, question)| Line {
        section,
        member: None,
        field: question.key().to_owned(),
        label: wording::household_question(question, language()).to_owned(),
        words: wording::household_answer(&facts.get(question), language()),
        stands: Stands::of(facts.is_not_asked(question), facts.is_known(question)),
    }));
    lines
}

/// What a line is called where its section is not to be seen: with the name of the member.
fn full_label(household: &Household, line: &Line) -> String {
    let member = line.member.and_then(|id| household.member(id));
    match member {
        Some(member) => format!("{} ({})", line.label, member_name(member)),
        None => line.label.clone(),
    }
}

/// All answers.
pub(super) fn check(sheet: Sheet) -> AnyView {
    let case = sheet.case;
    let all = Memo::new(move |_| case.read(lines));
    let print = move |()| {
        // The person may close the dialogue; that is no error.
        let _ = window().print();
    };
    view! {
        <p class="form-text">{text::check_text()}</p>
        <div class="page-actions"><Button icon="it-print" on_click=print>{text::print()}</Button></div>
        {live(move || all.with(|all| unknown(sheet, all)))}
        {live(move || all.with(|all| strange(sheet, all)))}
        {live(move || all.with(|all| by_section(sheet, all)))}
    }
}

/// A button that leads to the section of a line; `label` says for those who hear the page what is changed.
fn way(sheet: Sheet, section: Section, member: Option<MemberId>, label: &str) -> AnyView {
    let case = sheet.case;
    let open = move |()| {
        if member.is_some() {
            case.drafts.update(|drafts| drafts.member = member);
        }
        go::to(case, Some(section));
    };
    let label = label.to_owned();
    view! {
        <Button kind=ButtonKind::Plain on_click=open>
            {text::change()} <span class="visually-hidden">": " {label}</span>
        </Button>
    }
}

fn titled(test: &'static str, title: String, lines: Vec<AnyView>) -> AnyView {
    if lines.is_empty() {
        return ().into_any();
    }
    view! {
        <section class="fit-missing" data-test=test>
            <h3>{title}</h3>
            <ul class="plain-list">{lines}</ul>
        </section>
    }
}

/// What is to be found out, with who does.
fn unknown(sheet: Sheet, all: &[Line]) -> AnyView {
    let tasks = sheet.tasks.get();
    let of_line = |line: &Line| {
        let label = sheet.case.read(|household| full_label(household, line));
        let task = tasks
            .iter()
            .find(|row| row.about.as_deref() == Some(line.field.as_str()));
        let who = match task {
            Some(row) => standing(sheet, row),
            None => view! { <p class="form-text">{text::nobody_finds_out()}</p> },
        };
        view! { <li>{label.clone()} {way(sheet, line.section, line.member, &label)} {who}</li> }
    };
    let lines: Vec<_> = all
        .iter()
        .filter(|line| line.stands == Stands::Unknown)
        .map(of_line)
        .collect();
    titled("check-unknown", text::to_find_out(lines.len()), lines)
}

/// What is strange.
fn strange(sheet: Sheet, all: &[Line]) -> AnyView {
    let found = sheet.doubts.get();
    let of_doubt = |found: &soglia_domain::household::doubts::Doubted| {
        let line = all.iter().find(|line| line.field == found.field)?;
        let label = sheet.case.read(|household| full_label(household, line));
        let words = wording::doubt(found.doubt, language());
        Some(view! {
            <li>{label.clone()} ": " {words} {way(sheet, line.section, line.member, &label)}</li>
        })
    };
    let lines: Vec<_> = found.iter().filter_map(of_doubt).collect();
    titled("check-strange", text::to_look_at(lines.len()), lines)
}

fn by_section(sheet: Sheet, all: &[Line]) -> AnyView {
    let section = |section: Section| {
        let (_, title) = section.words()?;
        let here: Vec<&Line> = all.iter().filter(|line| line.section == section).collect();
        Some(view! {
            <section class="path-section">
                <div class="path-head">
                    <h3>{title}</h3>
                    {way(sheet, section, None, title)}
                </div>
                {groups(sheet, &here)}
            </section>
        })
    };
    let sections = Section::all(false).into_iter();
    sections.filter_map(section).collect_view().into_any()
}

/// The answers of a section; those about people under their names.
fn groups(sheet: Sheet, lines: &[&Line]) -> AnyView {
    let together = |a: &&Line, b: &&Line| a.member == b.member;
    let group = |lines: &[&Line]| {
        let member = lines.first().and_then(|line| line.member);
        let name = member.and_then(|id| sheet.case.read(|household| household.member(id).map(member_name)));
        let answer = |line: &&Line| {
            let (term, words) = (line.label.clone(), told(line));
            view! { <SummaryLine term>{words}</SummaryLine> }
        };
        let answers: Vec<_> = lines.iter().map(answer).collect();
        view! {
            {name.map(|name| view! { <h4>{name}</h4> })}
            <Summary>{answers}</Summary>
        }
    };
    lines.chunk_by(together).map(group).collect_view().into_any()
}
