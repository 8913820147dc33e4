// SPDX-License-Identifier: AGPL-3.0-or-later
//! The fields of a record, drawn from its tables of facts: what may stand in one follows from its shape, what it is
//! called from its words. Every answer saves itself; what is not accepted stays at its field. A fact whose form is its
//! own is drawn by the page, as a field that reads and writes its text in its own way.
use super::{
    control::{Around, Control, draw},
    desk::Desk,
    reviews::at_field,
    subject::Subject,
    typed::{map, read, written},
};
use crate::prelude::*;
use crate::{session::may::author, text::language, ui::SavedHint};
use soglia_domain::{
    answer::Answer,
    edit::Edit,
    question::Question,
    rooms::{Common, Record, Room, Verb},
    said::Said,
};
use soglia_wording::Language;
use std::sync::Arc;

/// The words of a table of facts. Its area says where they stand, in one line: [`worded!`](crate::worded).
pub trait Worded: Question {
    /// What is asked.
    fn label(self, language: Language) -> &'static str;
    /// How to answer, where the label is not enough.
    fn help(self, language: Language) -> Option<&'static str>;
    /// An answer in words.
    fn in_words(answer: &Self::Answer, language: Language) -> String;
}

/// Says where the words of a table of facts stand.
#[macro_export]
macro_rules! worded {
    ($($question:ty: $label:path, $help:path, $in_words:path;)*) => {$(
        impl $crate::record::Worded for $question {
            fn label(self, language: ::soglia_wording::Language) -> &'static str {
                $label(self, language)
            }

            fn help(self, language: ::soglia_wording::Language) -> Option<&'static str> {
                $help(self, language)
            }

            fn in_words(
                answer: &<Self as ::soglia_domain::question::Question>::Answer,
                language: ::soglia_wording::Language,
            ) -> String {
                $in_words(answer, language)
            }
        }
    )*};
}

type Reading = Arc<dyn Fn(&Record) -> Answer<String> + Send + Sync>;
type Writing = Arc<dyn Fn(Answer<String>) -> Result<Verb, String> + Send + Sync>;

/// A field of a record.
#[derive(Clone)]
pub struct Field {
    desk: Desk,
    /// The field in the record, as in its revisions.
    path: String,
    /// Where its text rests while it is not accepted; another place than the path where several fields make one answer.
    place: String,
    id: String,
    label: String,
    help: String,
    /// None where the page has to draw it.
    control: Option<Control>,
    is_required: bool,
    read: Reading,
    write: Writing,
}

/// An address inside the page for what is typed at a place.
pub fn field_id(place: &str) -> String {
    format!("f-{}", place.replace('/', "-"))
}

impl<R: Room + 'static> Subject<R> {
    /// The field of a fact of the record.
    pub fn ask<Q: Worded<Answer = R::Fact>>(self, question: Q) -> Field {
        let stands = move |room: &R| Some(room.said(&question.answer(&Answer::NotAsked)?));
        of_table(self, question, question.key().to_owned(), stands, Edit::Say)
    }

    /// The field of a fact of a part of the record.
    pub fn ask_of<Q: Worded<Answer = R::PartFact>>(self, part: R::PartId, question: Q) -> Option<Field>
    where
        R::PartId: Send + Sync,
    {
        let say = move |fact| Edit::SayOf { part, fact };
        let path = say(question.answer(&Answer::NotAsked)?).field().0;
        let stands = move |room: &R| room.said_of(&part, &question.answer(&Answer::NotAsked)?);
        Some(of_table(self, question, path, stands, say))
    }

    /// Whether the person may answer a question about the record.
    pub fn may_answer<Q: Worded<Answer = R::Fact>>(self, question: Q) -> bool {
        author().is_some_and(|author| question.by().has(author.role))
    }

    /// A field of its own form: it reads its text from the record, and makes of a text what is to be done.
    pub fn own<V: Into<Verb>>(
        self,
        path: impl Into<String>,
        control: Control,
        read: impl Fn(&R) -> Answer<String> + Send + Sync + 'static,
        write: impl Fn(Answer<String>) -> Result<V, String> + Send + Sync + 'static,
    ) -> Field {
        let path = path.into();
        Field {
            desk: self.desk(),
            id: field_id(&path),
            place: path.clone(),
            path,
            label: String::new(),
            help: String::new(),
            control: Some(control),
            is_required: false,
            read: Arc::new(move |record| R::of(record).map(&read).unwrap_or_default()),
            write: Arc::new(move |given| write(given).map(Into::into)),
        }
    }

    /// A fact in words; none while it is not known. Tracks.
    pub fn in_words<Q: Worded<Answer = R::Fact>>(self, question: Q) -> Option<String> {
        self.read(|room: &R| {
            let stands = room.said(&question.answer(&Answer::NotAsked)?);
            Some(Q::in_words(&stands, language()))
        })
    }
}

/// The field of a question of a table.
fn of_table<R: Room + 'static, Q: Worded>(
    subject: Subject<R>,
    question: Q,
    path: String,
    stands: impl Fn(&R) -> Option<Q::Answer> + Send + Sync + 'static,
    say: impl Fn(Q::Answer) -> Edit<R> + Send + Sync + 'static,
) -> Field {
    let shape = question.shape();
    let words = |key| {
        let answer = question.answer(&Answer::Known(Said::Choice(key)));
        answer.map_or_else(String::new, |answer| Q::in_words(&answer, language()))
    };
    let verb = move |said: &Answer<Said>| R::op(say(question.answer(said)?)).stating();
    Field {
        desk: subject.desk(),
        id: field_id(&path),
        place: path.clone(),
        path,
        label: question.label(language()).to_owned(),
        help: question.help(language()).unwrap_or_default().to_owned(),
        control: Control::of(shape, words),
        is_required: false,
        read: Arc::new(move |record| {
            let said = R::of(record)
                .and_then(&stands)
                .and_then(|answer| Q::said(&answer));
            map(&said.unwrap_or_default(), written)
        }),
        write: Arc::new(move |given| {
            let said = match given {
                Answer::Known(typed) => Answer::Known(read(shape, &typed)?),
                Answer::NotKnownYet => Answer::NotKnownYet,
                Answer::NotAsked => Answer::NotAsked,
            };
            // A number may fit its limits and not its type.
            verb(&said).ok_or_else(|| soglia_wording::common_refusal(&Common::OutOfRange, language()))
        }),
    }
}

impl Field {
    /// With another address inside the page.
    #[must_use]
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = id.into();
        self
    }

    /// With these words.
    #[must_use]
    pub fn with_words(mut self, label: impl Into<String>, help: impl Into<String>) -> Self {
        (self.label, self.help) = (label.into(), help.into());
        self
    }

    /// With the words of a question.
    #[must_use]
    pub fn with_words_of(self, question: impl Worded) -> Self {
        let help = question.help(language()).unwrap_or_default();
        self.with_words(question.label(language()), help)
    }

    /// One of several fields that make one answer: its text rests in a place of its own.
    #[must_use]
    pub fn at(mut self, place: &str) -> Self {
        (self.place, self.id) = (place.to_owned(), field_id(place));
        self
    }

    /// Typed into one line, with the keyboard of that name.
    #[must_use]
    pub fn in_a_line(mut self, input_mode: &'static str) -> Self {
        self.control = Some(Control::Line { input_mode });
        self
    }

    /// One that always has its value.
    #[must_use]
    pub fn required(mut self) -> Self {
        self.is_required = true;
        self
    }

    /// Draws the control alone: for a page that shows beside it where the answer is.
    pub fn control(&self) -> AnyView {
        self.draw(self.saved())
    }

    /// Draws the field: the control, where its answer is, and whether two values wait there for a choice.
    pub fn ask(&self) -> AnyView {
        let saved = self.saved();
        let (desk, path, reviewed) = (self.desk, self.path.clone(), self.path.clone());
        let pending = Memo::new(move |_| desk.is_pending(&path));
        let review = move || at_field(&desk.shown()?.stored, &reviewed);
        view! {
            <div class="ask">
                {self.draw(saved)}
                <Show when=move || !saved.with(Answer::is_not_asked)>
                    <SavedHint pending/>
                </Show>
                {review}
            </div>
        }
    }

    /// The answer as it stands, or as it came back.
    fn saved(&self) -> Memo<Answer<String>> {
        let (desk, path, read) = (self.desk, self.path.clone(), self.read.clone());
        Memo::new(move |_| desk.read_at(&path, &*read).unwrap_or_default())
    }

    fn draw(&self, saved: Memo<Answer<String>>) -> AnyView {
        let Some(control) = self.control.clone() else {
            return ().into_any();
        };
        let (desk, is_required) = (self.desk, self.is_required);
        let (place, write) = (self.place.clone(), self.write.clone());
        let on_answer = Callback::new(move |given: Answer<String>| {
            let given = match given {
                Answer::NotAsked if is_required => Answer::Known(String::new()),
                Answer::NotAsked if saved.with_untracked(Answer::is_known) => Answer::NotKnownYet,
                Answer::NotAsked => return desk.let_go(&place),
                given => given,
            };
            let typed = given.known().cloned().unwrap_or_default();
            match write(given) {
                Ok(verb) => desk.save(place.clone(), typed, verb),
                Err(error) => desk.keep(place.clone(), typed, error),
            }
        });
        let place = self.place.clone();
        let value = Signal::derive(move || match desk.draft(&place) {
            Some(draft) if !draft.text.is_empty() || is_required => Answer::Known(draft.text),
            _ => saved.get(),
        });
        let around = Around {
            id: self.id.clone(),
            label: self.label.clone(),
            help: self.help.clone(),
            value,
            error: wrong(
                desk,
                self.place.clone(),
                (self.place == self.path).then(|| self.path.clone()),
            ),
            on_answer,
            is_required,
        };
        draw(control, around)
    }
}

/// What is wrong with what was typed at a place, or with the answer that came back from its field.
fn wrong(desk: Desk, place: String, path: Option<String>) -> Signal<Option<String>> {
    Signal::derive(move || {
        let typed = desk.draft(&place).map(|draft| draft.error);
        typed.or_else(|| desk.why_back(path.as_ref()?))
    })
}
