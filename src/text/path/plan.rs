// SPDX-License-Identifier: AGPL-3.0-or-later
//! Wording of the support plan of a household.
use crate::text::{language, texts};
use soglia_domain::calendar::Day;
use soglia_wording::{Language, day_short};

/// The sentence in the language of the page, with what stands around it put in.
macro_rules! say {
    ($italian:literal, $english:literal) => {
        match language() {
            Language::Italian => format!($italian),
            Language::English => format!($english),
        }
    };
}

texts! {
    plan: "Piano", "Plan";
    title: "Piano individuale (PAI)", "Support plan";
    none: "Nessun piano, per ora. Con «Nuovo piano» si comincia, e ogni risposta si salva da sé.", "No plan so far. “New plan” begins one, and every answer saves itself.";
    none_to_read: "Nessun piano, per ora.", "No plan so far.";
    begin: "Nuovo piano", "New plan";
    opening: "Si apre il piano", "Opening the plan";
    missing: "Il piano non è più su questo dispositivo.", "The plan is no longer on this device.";
    family: "Versione per la famiglia", "Version for the family";
    late: "In ritardo", "Late";
    back: "Annulla", "Cancel";
    aim: "Dove si vuole arrivare", "Where the plan leads";
    nothing_said: "Niente di scritto.", "Nothing written.";

    goals: "Obiettivi", "Goals";
    no_goals: "Nessun obiettivo, per ora.", "No goals so far.";
    add_goal: "Aggiungi un obiettivo", "Add a goal";
    domain: "Ambito", "Domain";
    domain_missing: "Manca l’ambito: va scelto uno di questi.", "The domain is missing: please choose one of these.";
    goal: "Obiettivo", "Goal";
    goal_help: "Una cosa concreta, con parole che la famiglia userebbe. Misura, passi e consenso si scrivono subito dopo.", "One concrete thing, in words that the family would use. Measure, steps and consent come right after.";
    words_missing: "Mancano le parole: basta una frase.", "The words are missing: one sentence is enough.";
    edit_goal: "Completa o cambia", "Complete or change";
    goal_done: "Fatto", "Done";
    drop_goal: "Togli l’obiettivo", "Take the goal out";
    dropped: "Obiettivo tolto:", "Goal taken out:";
    put_back: "Rimetti", "Put back";
    agrees: "La persona è d’accordo", "The person agrees";
    disagrees: "La persona non è d’accordo", "The person does not agree";
    not_asked: "Consenso da chiedere", "Consent to be asked";
    outcome: "Scrivi che cosa ne è stato", "Write what became of it";

    signature: "Firma", "Signature";
    sign: "Fai firmare", "Sign";
    sign_words: "Queste sono le parole che si firmano. Vanno lette insieme.", "These are the words to be signed. Read them together.";
    sign_goals_first: "Prima della firma serve almeno un obiettivo.", "At least one goal is needed before the signature.";
    sign_here: "Qui si firma, con il dito, la penna o il mouse.", "Sign here, with a finger, a pen or the mouse.";
    pad: "Riquadro per la firma. Chi non può disegnare segna qui sotto che ha firmato su carta.", "Field for the signature. Who cannot draw marks below that it was signed on paper.";
    clear: "Cancella e rifai", "Clear and draw again";
    on_paper: "Ha firmato su carta", "Signed on paper";
    not_drawn: "Manca la firma: si disegna nel riquadro, oppure si segna che è su carta.", "The signature is missing: draw it in the field, or mark that it is on paper.";
    who_signs: "Nome e cognome di chi firma", "Name of who signs";
    who_signs_missing: "Manca il nome di chi firma.", "The name of who signs is missing.";
    day_missing: "Manca il giorno.", "The day is missing.";
    save_signature: "Salva la firma", "Save the signature";
    image_missing: "L’immagine non è su questo dispositivo.", "The image is not on this device.";
    hash: "Impronta del testo firmato (SHA-256)", "Checksum of what was signed (SHA-256)";
    same_words: "Il testo di oggi è quello firmato.", "Today’s words are those that were signed.";
    other_words: "Il testo è cambiato dopo questa firma.", "The words changed after this signature.";
    revise_fold: "Cambiare il piano firmato", "Change the signed plan";
    revise_help: "La firma e il testo firmato restano agli atti. Cambiate le parole, si firma di nuovo.", "The signature and what was signed are kept. Once the words are changed, the plan is signed again.";
    revise: "Riapri il piano", "Open the plan again";

    reviews: "Verifiche", "Reviews";
    no_reviews: "Nessuna verifica, per ora.", "No reviews so far.";
    review: "Scrivi una verifica", "Write a review";
    review_day: "Giorno della verifica", "Day of the review";
    review_words: "Che cosa è emerso", "What was found";
    next_review: "Prossima verifica", "Next review";
    next_help: "Può restare vuoto.", "May stay empty.";
    save_review: "Salva la verifica", "Save the review";

    over_time: "Come va nel tempo", "How it goes over time";
    over_time_help: "I livelli delle valutazioni del bisogno, da 1 (così non si va avanti) a 5 (il nucleo fa da sé).", "The levels of the needs assessments, from 1 (life cannot go on like this) to 5 (the household manages by itself).";
    no_levels: "I livelli vengono dalle valutazioni del bisogno chiuse, nella parte Percorso. Per ora non ce ne sono.", "The levels come from closed needs assessments, under Path. There are none so far.";
    same_numbers: "Gli stessi dati in una tabella", "The same data in a table";
    unknown: "non ancora noto", "not known yet";
    reached_short: "Obiettivi raggiunti", "Goals reached";

    end_title: "Fine del piano", "End of the plan";
    end_fold: "Concludere il piano", "End the plan";
    end: "Concludi il piano", "End the plan";
    end_day: "Ultimo giorno", "Last day";
    reason: "Motivo", "Reason";
    reason_missing: "Manca il motivo: va scelto uno di questi.", "The reason is missing: please choose one of these.";
    destination: "Dove va il nucleo", "Where the household goes";
    destination_help: "Per esempio una casa in affitto. Può restare vuoto.", "A rented home, for example. May stay empty.";
    save_end: "Registra la fine", "Record the end";
    follow_up: "Scrivi il contatto", "Write the contact";
    follow_up_day: "Giorno del contatto", "Day of the contact";
    follow_up_words: "Che cosa si è saputo", "What was heard";
    save_follow_up: "Salva il contatto", "Save the contact";
}

/// "Cominciato il 01/10/2026 da Anna Rossi".
pub fn begun(on: Day, by: &str) -> String {
    let on = day_short(on, language());
    say!("Cominciato il {on} da {by}", "Begun on {on} by {by}")
}

/// "Firma entro il 29/10/2026, 20 giorni lavorativi dall’inizio: ne restano 12".
pub fn sign_until(due: Day, of: u32, left: usize) -> String {
    let due = day_short(due, language());
    say!(
        "Firma entro il {due}, {of} giorni lavorativi dall’inizio: ne restano {left}",
        "To be signed by {due}, {of} working days from the beginning: {left} left"
    )
}

/// "Firma entro il 29/10/2026, 20 giorni lavorativi dall’inizio".
pub fn was_due(due: Day, of: u32) -> String {
    let due = day_short(due, language());
    say!(
        "La firma era entro il {due}, {of} giorni lavorativi dall’inizio",
        "The signature was due by {due}, {of} working days from the beginning"
    )
}

/// "Di 2 obiettivi non è scritto se la persona è d’accordo".
pub fn consents_missing(n: usize) -> String {
    match (language(), n) {
        (Language::Italian, 1) => {
            "Prima della firma: di un obiettivo non è scritto se la persona è d’accordo.".to_owned()
        }
        (Language::Italian, n) => {
            format!("Prima della firma: di {n} obiettivi non è scritto se la persona è d’accordo.")
        }
        (Language::English, 1) => {
            "Before the signature: for one goal it is not written whether the person agrees.".to_owned()
        }
        (Language::English, n) => {
            format!("Before the signature: for {n} goals it is not written whether the person agrees.")
        }
    }
}

/// "Entro il 03/04/2026".
pub fn by_day(day: Day) -> String {
    on("Entro il", "By", day)
}

/// "Firmato il 03/04/2026 da Maria Ionescu".
pub fn signed_by(day: Day, by: &str) -> String {
    let day = day_short(day, language());
    say!("Firmato il {day} da {by}", "Signed on {day} by {by}")
}

/// "Firma di Maria Ionescu", for who cannot see the image.
pub fn signature_of(by: &str) -> String {
    say!("Firma di {by}", "Signature of {by}")
}

/// "Prossima verifica il 03/04/2026".
pub fn next_on(day: Day) -> String {
    on("Prossima verifica il", "Next review on", day)
}

/// "Raggiunti 1 di 2 obiettivi".
pub fn reached(n: usize, all: usize) -> String {
    match (language(), all) {
        (Language::Italian, 1) => format!("Raggiunti {n} di 1 obiettivo"),
        (Language::Italian, all) => format!("Raggiunti {n} di {all} obiettivi"),
        (Language::English, 1) => format!("{n} of 1 goal reached"),
        (Language::English, all) => format!("{n} of {all} goals reached"),
    }
}

/// "Lavoro: 2 il 03/03/2026, 3 il 04/06/2026".
pub fn spoken(domain: &str, levels: &[(Day, u8)]) -> String {
    let level = |(day, level): &(Day, u8)| {
        let day = day_short(*day, language());
        say!("{level} il {day}", "{level} on {day}")
    };
    let levels: Vec<String> = levels.iter().map(level).collect();
    format!("{domain}: {}", levels.join(", "))
}

/// "Altri piani (2)".
pub fn others(n: usize) -> String {
    say!("Altri piani ({n})", "Other plans ({n})")
}

/// "Cominciato il 01/10/2026: Concluso".
pub fn one_of_others(begun: Day, state: &str) -> String {
    let begun = day_short(begun, language());
    say!("Cominciato il {begun}: {state}", "Begun on {begun}: {state}")
}

/// "Da chiedere dal 03/04/2026".
pub fn to_ask_from(day: Day) -> String {
    on("Da chiedere dal", "To be asked from", day)
}

/// "Concluso il 03/04/2026".
pub fn ended_on(day: Day) -> String {
    on("Concluso il", "Ended on", day)
}

fn on(italian: &'static str, english: &'static str, day: Day) -> String {
    format!(
        "{} {}",
        crate::text::pick(italian, english),
        day_short(day, language())
    )
}
