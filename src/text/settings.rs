// SPDX-License-Identifier: AGPL-3.0-or-later
//! Wording of the settings and of the page about Soglia.
use super::{language as now, texts};
use soglia_wording::{Language, whole};

pub mod access;
pub mod calendar;
pub mod factor;

texts! {
    title: "Impostazioni", "Settings";
    language: "Lingua", "Language";
    person: "Persona e tablet", "Person and tablet";
    name: "Nome", "Name";
    role: "Compito", "Role";
    organisation: "Ente", "Organisation";
    device: "Sigla di questo tablet", "Mark of this tablet";
    sign_out_help: "Chi esce non perde niente: quello che è salvato su questo tablet resta qui, cifrato, anche se non è ancora consegnato. La frase lo riapre, anche senza rete.", "Signing out loses nothing: what is saved on this tablet stays here, encrypted, delivered or not. The phrase opens it again, also without a network.";
    lock_title: "Blocco", "Lock";
    lock_after: "Il tablet si blocca da solo se nessuno lo tocca per", "The tablet locks by itself if nobody touches it for";
    change_phrase: "Cambia la frase di sblocco", "Change the unlock phrase";
    old_phrase: "Frase di adesso", "Present phrase";
    phrase_changed: "La frase è cambiata. Da adesso si sblocca con quella nuova.", "The phrase is changed. From now on the new one unlocks.";
    install_title: "Soglia sulla schermata iniziale", "Soglia on the home screen";
    install_why: "Dalla schermata iniziale Soglia si apre come un’applicazione, e il browser di solito promette di conservare quello che c’è qui.", "From the home screen Soglia opens like an application, and the browser usually promises to keep what is here.";
    install_now: "Aggiungi alla schermata iniziale", "Add to the home screen";
    install_by_hand: "Questo browser non lo propone da solo: nel suo menu la voce si chiama di solito «Installa» o «Aggiungi a schermata Home».", "This browser does not offer it by itself: in its menu the entry is usually called “Install” or “Add to home screen”.";
    install_on_ios: "Su iPad e iPhone: in Safari toccare Condividi, poi «Aggiungi alla schermata Home». Senza, Safari cancella dopo sette giorni senza visite quello che non è ancora consegnato.", "On iPad and iPhone: in Safari tap Share, then “Add to Home Screen”. Without that, Safari deletes after seven days without a visit what is not delivered yet.";
    installed: "Soglia è aperta dalla schermata iniziale.", "Soglia was opened from the home screen.";
    storage: "Dati su questo tablet", "Records on this tablet";
    on_this_tablet: "Sono qui", "Here are";
    still_to_send: "Modifiche da inviare", "Changes to send";
    space: "Spazio usato", "Space in use";
    not_told: "Il browser non lo dice", "The browser does not tell";
    persisted: "Il browser promette di non cancellare questi dati da solo.", "The browser promises not to delete these records by itself.";
    not_persisted: "Il browser non promette di conservare questi dati se lo spazio finisce. Con Soglia installata sulla schermata iniziale la promessa di solito arriva. Quello che è consegnato è comunque al sicuro sul server.", "The browser does not promise to keep these records if space runs out. With Soglia installed on the home screen it usually does. What is delivered is safe at the server in any case.";
    persisted_unknown: "Il browser non ha ancora detto se conserva questi dati.", "The browser has not yet said whether it keeps these records.";
    version: "Versione", "Version";
    no_update: "È la versione più recente che questo tablet conosce.", "This is the latest version that this tablet knows of.";
    update_waits: "C’è una versione nuova. Si può prendere quando fa comodo: la pagina si riapre, quello che è salvato resta.", "There is a new version. Take it whenever it suits: the page opens again, what is saved stays.";
    update_now: "Aggiorna adesso", "Update now";

    about_title: "Informazioni su Soglia", "About Soglia";
    what_title: "Che cos’è", "What it is";
    what_it_is: "Soglia è lo strumento di lavoro di un esperimento abitativo del Comune di Milano. Due direzioni del Comune ed enti del Terzo settore danno casa a chi non può entrare nelle case popolari né pagare i prezzi del mercato, e a chi è seguito dai servizi sociali e ha bisogno di accompagnamento.", "Soglia is the working tool of a housing experiment of the City of Milan. Two City departments and third-sector bodies give homes to people who can neither enter public housing nor pay the market, and to people followed by social services who need accompaniment.";
    what_it_does_not: "Soglia calcola, spiega e propone. A decidere è sempre una persona.", "Soglia calculates, explains and proposes. A person always decides.";
    licence_title: "Licenza", "Licence";
    licence: "Soglia è software libero, con licenza GNU Affero General Public License versione 3 o successiva (AGPL-3.0-or-later). La documentazione ha licenza CC BY 4.0. I caratteri Titillium Web hanno licenza SIL Open Font License, le icone di Bootstrap Italia licenza BSD a 3 clausole.", "Soglia is free software under the GNU Affero General Public License, version 3 or later (AGPL-3.0-or-later). The documentation is under CC BY 4.0. The typeface Titillium Web is under the SIL Open Font License, the icons of Bootstrap Italia under the 3-clause BSD licence.";
    source_code: "Chi usa Soglia ha diritto al codice sorgente. L’indirizzo del deposito è scritto nel file publiccode.yml, che accompagna ogni installazione.", "Whoever uses Soglia is entitled to its source code. The address of the repository is written in publiccode.yml, which comes with every installation.";
    sources_title: "Fonti dei dati", "Sources";
    sources_help: "Ogni cifra che entra in un calcolo mostra la propria fonte dove compare.", "Every figure that enters a calculation shows its own source where it appears.";
    source_city: "Comune di Milano: elenchi degli immobili e dei beni confiscati, numeri civici, quartieri (NIL), municipi", "City of Milan: lists of buildings and confiscated property, house numbers, neighbourhoods (NIL), municipi";
    source_city_licence: "Licenza CC BY 4.0, dati.comune.milano.it. I dati sono stati rielaborati.", "Licence CC BY 4.0, dati.comune.milano.it. The data have been adapted.";
    source_istat: "ISTAT: confini e nomi dei comuni, distribuzioni usate per i nuclei dimostrativi", "ISTAT: boundaries and names of municipalities, distributions used for the demonstration households";
    source_istat_licence: "Licenza CC BY, istat.it. I dati sono stati rielaborati.", "Licence CC BY, istat.it. The data have been adapted.";
    source_omi: "Agenzia delle Entrate, Osservatorio del Mercato Immobiliare (OMI): valori di locazione per zona", "Agenzia delle Entrate, property market observatory (OMI): rent values by zone";
    source_omi_licence: "Fonte: Agenzia delle Entrate – OMI.", "Source: Agenzia delle Entrate – OMI.";
    source_rules: "Leggi, regolamenti e comunicati da cui vengono soglie e canoni", "Laws, regulations and notices that thresholds and rents come from";
    source_rules_licence: "Atti pubblici, citati uno per uno accanto a ogni requisito e a ogni calcolo.", "Public acts, cited one by one beside each condition and each calculation.";
    privacy_title: "Dati personali", "Personal data";
    privacy: "Nessuna pagina di Soglia chiede qualcosa ad altri siti. Nomi di persone non compaiono negli indirizzi né nei titoli delle pagine. Quello che resta su un tablet è cifrato e si apre solo con la frase di chi ci lavora.", "No page of Soglia asks anything of other sites. Names of people appear neither in addresses nor in page titles. What stays on a tablet is encrypted and opens only with the phrase of who works there.";
    access_title: "Accessibilità", "Accessibility";
    access: "Soglia è pensata per le WCAG 2.2, livello AA: si usa con la sola tastiera, con un lettore di schermo, con il testo ingrandito al 200 %, con contrasto alto e con meno movimento. Ogni pagina viene provata con uno strumento automatico.", "Soglia is made for WCAG 2.2, level AA: with the keyboard alone, with a screen reader, with text enlarged to 200 %, with high contrast and with less motion. Every page is checked with an automatic tool.";
    access_contact: "Se qualcosa non si riesce a usare, è un difetto di Soglia: chi gestisce il servizio lo vuole sapere.", "If something cannot be used, that is a fault of Soglia: those who run the service want to know.";
}

/// "10 minuti".
pub fn minutes(n: i64) -> String {
    match now() {
        Language::Italian => format!("{n} minuti"),
        Language::English => format!("{n} minutes"),
    }
}

/// The version in a sentence.
pub fn version_is(version: &str) -> String {
    match now() {
        Language::Italian => format!("Soglia {version}, in prova."),
        Language::English => format!("Soglia {version}, on trial."),
    }
}

/// "488 alloggi, 37 nuclei".
pub fn counts(n_dwellings: usize, n_households: usize) -> String {
    let (dwellings, households) = (
        whole(n_dwellings as u64, now()),
        whole(n_households as u64, now()),
    );
    match now() {
        Language::Italian => format!("{dwellings} alloggi, {households} nuclei"),
        Language::English => format!("{dwellings} dwellings, {households} households"),
    }
}

/// Bytes as people read them: "3,2 MB".
pub fn size(bytes: u64) -> String {
    let tenths = bytes / 100_000;
    let point = if now() == Language::Italian { ',' } else { '.' };
    match tenths {
        0..10_000 => format!("{}{point}{} MB", tenths / 10, tenths % 10),
        _ => format!("{} GB", whole(tenths / 10_000, now())),
    }
}

/// "3,2 MB di 2 GB".
pub fn used_of(used: u64, quota: u64) -> String {
    match now() {
        Language::Italian => format!("{} di {}", size(used), size(quota)),
        Language::English => format!("{} of {}", size(used), size(quota)),
    }
}
