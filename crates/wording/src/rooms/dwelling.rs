// SPDX-License-Identifier: AGPL-3.0-or-later
//! Dwellings in words.
mod holding;
mod names;
mod photo;
mod refusal;

pub use holding::{measured_space, runts_section, space_kind, title, title_kind, title_warning};
pub use names::{dwelling_state, listed_size, origin};
pub use photo::{photo_size, photo_stage};
pub(crate) use refusal::refusal;

use crate::{Language, line::line, number, pick, review::resolved, say, words::words};
use soglia_domain::{
    dwelling::{Address, CadastralKey, DwellingAnswer, DwellingQuestion, Position, Verb},
    photo::Photo,
};

/// What people call such a record.
pub(crate) const fn name(language: Language) -> &'static str {
    pick(language, "Alloggio", "Dwelling")
}

/// What a person did, in one line.
pub(crate) fn verb(verb: &Verb, language: Language) -> String {
    match verb {
        Verb::Say(fact) => line(
            dwelling_question(fact.question(), language),
            &dwelling_answer(fact, language),
        ),
        Verb::SayOf { fact, .. } => match *fact {},
        Verb::Resolve(choosing) => resolved(choosing, field_name, language),
        Verb::MoveTo { to } => line(state_name(language), dwelling_state(to.kind(), language)),
        Verb::Import { code, listed, .. } => imported(code, listed, language),
        Verb::AddPhoto { photo } => added(photo, language),
        Verb::RemovePhoto { .. } => pick(language, "Foto tolta", "Photo taken out").to_owned(),
    }
}

const fn state_name(language: Language) -> &'static str {
    pick(language, "Stato dell’alloggio", "State of the dwelling")
}

fn imported(code: &str, listed: &[DwellingAnswer], language: Language) -> String {
    let list = listed.iter().find_map(|answer| {
        if let DwellingAnswer::Source(source) = answer {
            source.known()
        } else {
            None
        }
    });
    match list.map(|source| &source.list) {
        Some(list) => say!(
            language,
            "Alloggio {code} dall’elenco «{list}»",
            "Dwelling {code} from the list “{list}”"
        ),
        None => say!(
            language,
            "Alloggio {code} da un elenco",
            "Dwelling {code} from a list"
        ),
    }
}

fn added(photo: &Photo, language: Language) -> String {
    let stage = photo_stage(photo.stage, language);
    let said = match photo.caption.trim() {
        "" => stage.to_owned(),
        caption => format!("{stage}, {caption}"),
    };
    line(pick(language, "Foto aggiunta", "Photo added"), &said)
}

/// What people call a field; none for what only a newer version knows.
pub(crate) fn field_name(path: &str, language: Language) -> Option<&'static str> {
    if let Some(question) = DwellingQuestion::of_key(path) {
        return Some(dwelling_question(question, language));
    }
    match path {
        "created" => Some(pick(language, "Arrivo nel patrimonio", "Entry into the stock")),
        "state" => Some(state_name(language)),
        path if path.starts_with("photos/") => Some(pick(language, "Una foto", "A photo")),
        _ => None,
    }
}

words! {
    DwellingQuestion DwellingAnswer {
        /// A question about a dwelling.
        label dwelling_question;
        /// How to answer a question about a dwelling, where its label is not enough.
        help dwelling_help;
        /// An answer about a dwelling.
        answer dwelling_answer;
    }
    Address => "Indirizzo", "Address", reads address;
    CadastralKey => "Dati catastali", "Cadastral key", reads cadastral_key;
    Municipio => "Municipio", "Municipio";
    Nil => "Quartiere (NIL)", "Neighbourhood (NIL)";
    Position => "Posizione", "Position", reads position;
    UsableArea => "Superficie utile", "Usable surface",
        "In metri quadrati, senza muri, balconi e cantine. Per esempio 63,75",
        "In square metres, without walls, balconies and cellars. For example 63,75";
    CadastralArea => "Superficie catastale", "Cadastral surface";
    ConventionalArea => "Superficie convenzionale", "Conventional surface";
    MeasuredSpaces => "Misure", "Measurements", reads |spaces, language| {
        let lines: Vec<String> = spaces.iter().map(|space| measured_space(space, language)).collect();
        lines.join("; ")
    };
    PoorState => "Stato di conservazione scadente", "Poor state of repair";
    HabitableRooms => "Stanze abitabili", "Habitable rooms",
        "Senza cucina, bagno e corridoi", "Without kitchen, bathroom and corridors";
    Floor => "Piano", "Floor",
        "0 è il piano terra, −1 il seminterrato", "0 is the ground floor, −1 the basement",
        reads |floor, language| match floor {
            0 => pick(language, "Piano terra", "Ground floor").to_owned(),
            number => number::integer(i64::from(*number), language),
        };
    Lift => "Ascensore", "Lift";
    StepFree => "Accesso senza scalini", "Step-free access";
    EnergyClass => "Classe energetica", "Energy class", reads |class, _| class.key().to_owned();
    Note => "Note", "Notes",
        "Ciò che serve sapere di questo alloggio. Niente sulle persone.",
        "What is worth knowing about this dwelling. Nothing about people.";
    // The name of a partner is not part of the dwelling; the page that has it shows it.
    EntrustedTo => "Affidato a", "Entrusted to",
        reads |_, language| pick(language, "un soggetto partner", "a partner").to_owned();
    Title => "Titolo", "Title", reads title;
    ListedKind => "Tipo nell’elenco", "Kind in the list";
    ListedSize => "Consistenza nell’elenco", "Size in the list", reads listed_size;
    ListedUse => "Uso nell’elenco", "Use in the list";
    ListedContract => "Contratto nell’elenco", "Contract in the list";
    Source => "Elenco di provenienza", "Source list", reads |source, _| source.list.clone();
}

fn address(address: &Address, _: Language) -> String {
    let line = format!("{} {}", address.street, address.number);
    format!("{}, {}", line.trim_end(), address.municipality)
}

fn cadastral_key(key: &CadastralKey, language: Language) -> String {
    let CadastralKey { sheet, parcel, unit } = key;
    if unit.is_empty() {
        say!(
            language,
            "foglio {sheet}, particella {parcel}",
            "sheet {sheet}, parcel {parcel}"
        )
    } else {
        say!(
            language,
            "foglio {sheet}, particella {parcel}, subalterno {unit}",
            "sheet {sheet}, parcel {parcel}, unit {unit}"
        )
    }
}

fn position(position: &Position, _: Language) -> String {
    let (latitude, longitude) = (
        number::degrees(position.latitude),
        number::degrees(position.longitude),
    );
    format!("{latitude}, {longitude}")
}
