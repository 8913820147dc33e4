// SPDX-License-Identifier: AGPL-3.0-or-later
//! The sentences of the copy itself.
use crate::{Language, pick};

macro_rules! sentences {
    ($($(#[$doc:meta])* $name:ident => $italian:literal, $english:literal;)*) => {
        /// A sentence of the copy.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Held {
            $($(#[$doc])* $name,)*
        }

        /// A sentence of the copy.
        pub const fn held(sentence: Held, language: Language) -> &'static str {
            match sentence {
                $(Held::$name => pick(language, $italian, $english),)*
            }
        }
    };
}

sentences! {
    /// The title.
    Title => "Tutto ciò che è conservato sul nucleo", "Everything that is held about the household";
    /// By whom and when it was made.
    Made => "Copia fatta da", "Copy made by";
    /// What it is.
    Lead => "Copia per l’interessato (GDPR, art. 15). Ogni voce dice che cosa è scritto, chi lo ha scritto e quando.",
        "Copy for the data subject (GDPR, art. 15). Each entry says what is written, who wrote it and when.";
    /// Above what the worker has to look at.
    ReviewTitle => "Prima di consegnarla: per chi prepara la copia", "Before handing it over: for whoever prepares the copy";
    /// Who else is spoken of.
    ReviewOthers => "Diario, visite, compiti, valutazioni e presa in carico possono parlare di altre persone: vicini, parenti fuori dal nucleo, chi ha segnalato. Va coperto quello che lede i loro diritti (GDPR, art. 15, par. 4), e solo quello. Queste parti portano il segno «Da rileggere».",
        "Diary, visits, tasks, assessments and case may speak of others: neighbours, relatives outside the household, who reported something. What harms their rights is covered (GDPR, art. 15(4)), and only that. These parts are marked “To be read again”.";
    /// Members among themselves.
    ReviewMembers => "La copia è di tutto il nucleo. Se la chiede un solo componente, i dati degli altri adulti si danno solo con il loro accordo. In caso di violenza o di conflitto decide prima il responsabile della protezione dei dati.",
        "The copy is of the whole household. Where one member asks for it, data of the other adults are given with their agreement only. In cases of violence or conflict the data protection officer decides first.";
    /// Staff and what the law restricts.
    ReviewStaff => "I nomi di chi lavora stanno accanto a quello che hanno scritto e letto. Se vanno dati anche a chi chiede, e che cosa non va detto per legge (GDPR, art. 23), lo dice il responsabile della protezione dei dati.",
        "The names of staff stand beside what they wrote and read. Whether they are given to whoever asks, and what the law keeps from being told (GDPR, art. 23), is for the data protection officer to say.";
    /// The copy shows what its maker does not see elsewhere.
    ReviewWhole => "La copia è intera, anche dove chi la prepara di solito non legge: per esempio le voci del diario di un altro assessorato. Si usa solo per rispondere a chi chiede. Il registro degli accessi segna chi l’ha fatta.",
        "The copy is whole, also where whoever prepares it does not read as a rule: entries in the diary of another department, for example. It serves to answer the request alone. The audit notes who made it.";
    /// The mark.
    ToReview => "Da rileggere prima di consegnare: può parlare di altre persone.",
        "To be read again before handing over: it may speak of others.";
    /// Above the information of art. 15.
    Notice => "Informazioni su questi dati", "Information about these data";
    /// Two values.
    Reviews => "Valori in attesa di una scelta", "Values waiting for a choice";
    /// Beside a second value.
    Waits => "Scritto insieme a un altro valore: una persona deve scegliere.",
        "Written beside another value: a person has to choose.";
    /// The log.
    History => "Che cosa è stato scritto, dal più recente", "What was written, newest first";
    /// What the log is.
    HistoryLead => "Ogni modifica come sta nel registro, con quello che diceva, anche se dopo è cambiato.",
        "Each change as it stands in the log, with what it said, even where it changed later.";
    /// Before the log.
    HistoryShort => "Quello che è entrato prima che cominciasse il registro, per esempio da un elenco, non ha qui una riga.",
        "What came in before the log began, from a list for example, has no line here.";
    /// What an entry of the log did not say itself.
    Wrote => "Che cosa ha scritto", "What it wrote";
    /// What did not stand.
    Refused => "Modifiche non accolte", "Changes that did not stand";
    /// Why.
    RefusedWhy => "Perché non è stata accolta", "Why it did not stand";
    /// Forgotten content.
    RefusedForgotten => "Il contenuto è stato cancellato alla scadenza; resta solo che non è stata accolta.",
        "The content was deleted when its term was over; that it did not stand remains.";
    /// What could not be read.
    Aside => "Modifiche messe da parte", "Changes set aside";
    /// As it came.
    AsideText => "Come è arrivata", "As it came";
    /// Who looked.
    Readers => "Chi ha guardato", "Who looked";
    /// What it tells.
    ReadersLead => "Chi ha aperto questi dati o ne ha fatto una copia, dal più recente. La sincronizzazione dei tablet non è contata.",
        "Who opened these data or made a copy, newest first. The synchronisation of tablets is not counted.";
    /// A reader without a name.
    Somebody => "Chi aveva il link", "Whoever had the link";
    /// To whom.
    Opened => "A chi è aperto fuori dal Comune", "To whom it is open outside the City";
    /// Partners.
    OpenedPartner => "Partner che vede il nucleo adesso", "Partner that sees the household now";
    /// Waiting.
    OpenedWaits => "Partner che vede solo l’invio, in attesa di risposta", "Partner that sees the referral alone, until it answers";
    /// Links.
    OpenedLink => "Link condiviso, aperto il", "Shared link, opened on";
    /// A link nobody opened.
    OpenedNever => "Link condiviso: nessuna apertura risulta", "Shared link: no opening is known";
    /// Images.
    Images => "Immagini conservate", "Images held";
    /// How to get them.
    ImagesLead => "Le immagini non sono dentro questo file. Si scaricano dalla scheda in cui stanno e si consegnano insieme a questa copia.",
        "The images are not in this file. They are downloaded from the record in which they stand, and handed over with this copy.";
    /// Other cases.
    Related => "Altri fascicoli che nominano questo nucleo", "Other cases that name this household";
    /// What to do.
    RelatedLead => "Se è lo stesso nucleo, preso in carico due volte, va fatta una copia anche dell’altro fascicolo.",
        "Where it is the same household, taken in twice, a copy of the other case is needed too.";
    /// What is missing.
    Missing => "Che cosa non c’è in questa copia", "What is not in this copy";
    /// The codes.
    MissingCodes => "I codici che proteggono i link e i PIN: non dicono niente delle persone.",
        "The codes that protect links and PINs: they say nothing about people.";
    /// Copies.
    MissingBackups => "Le copie di sicurezza: contengono gli stessi dati, com’erano quando sono state fatte.",
        "The backups: they hold the same data, as they were when each was made.";
    /// Tablets.
    MissingTablets => "Quello che è ancora solo su un tablet e non è stato consegnato: arriva qui con la prossima consegna.",
        "What rests on a tablet alone and was not delivered: it comes here with the next delivery.";
    /// Paper.
    MissingPaper => "Carte e file che stanno fuori da questo programma.",
        "Papers and files outside this program.";
    /// Nothing under a title.
    None => "Niente.", "Nothing.";
    /// In the place of what is left out.
    LeftOut => "Non compreso: protegge il link", "Left out: it protects the link";
    /// Who wrote a value.
    WrittenBy => "scritto da", "written by";
    /// On which day.
    Device => "Dispositivo", "Device";
    /// Nobody works with it any more.
    InArchive => "Messo in archivio", "Put into the archive";
    /// Somebody does again.
    OutOfArchive => "Riaperto dall’archivio", "Taken out of the archive";
    /// An action on another record.
    Elsewhere => "Modifica fatta in un’altra scheda", "Change made in another record";
    /// A value among others of a list.
    Added => "Aggiunto", "Added";
    /// Taken out.
    TakenOut => "Tolto", "Taken out";
    /// In the record.
    StandsIn => "Sta in", "Stands in";
}

/// What somebody did with the data, by its name in the audit.
pub fn deed(key: &str, language: Language) -> &'static str {
    match key {
        "read" => pick(language, "Ha aperto la scheda", "Opened the record"),
        "history_read" => pick(language, "Ha letto la storia", "Read the history"),
        "exported" => pick(language, "Ha fatto questa copia", "Made this copy"),
        "link_opened" => pick(language, "Ha aperto il link condiviso", "Opened the shared link"),
        "refused" => pick(language, "Ha chiesto e non ha avuto", "Asked, and was refused"),
        _ => pick(language, "Altro accesso", "Other access"),
    }
}
