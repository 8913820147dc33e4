// SPDX-License-Identifier: AGPL-3.0-or-later
//! What stands in front of a copy of what is held: the information of GDPR, art. 15(1), in plain words.
use crate::{Language, pick};

/// Who answers for the data, as whoever runs the server said it.
#[derive(Clone, Debug, Default)]
pub struct Body {
    /// The controller, with how to reach it.
    pub controller: Option<String>,
    /// The data protection officer, with how to reach them.
    pub officer: Option<String>,
}

impl Body {
    fn controller(&self, language: Language) -> String {
        self.controller.clone().unwrap_or_else(|| {
            pick(
                language,
                "[Comune: titolare del trattamento, indirizzo, come raggiungerlo]",
                "[City: controller, address, how to reach it]",
            )
            .to_owned()
        })
    }

    fn officer(&self, language: Language) -> String {
        self.officer.clone().unwrap_or_else(|| {
            pick(
                language,
                "[Comune: responsabile della protezione dei dati, come raggiungerlo]",
                "[City: data protection officer, how to reach them]",
            )
            .to_owned()
        })
    }
}

/// Titles, each with its paragraphs.
pub fn notice(body: &Body, language: Language) -> Vec<(&'static str, Vec<String>)> {
    let mut sections = vec![(
        pick(language, "Chi tiene questi dati", "Who holds these data"),
        vec![body.controller(language), body.officer(language)],
    )];
    let fixed = SECTIONS.iter().map(|(title, paragraphs)| {
        let paragraphs = paragraphs.iter().map(|text| text[language as usize].to_owned());
        (title[language as usize], paragraphs.collect())
    });
    sections.extend(fixed);
    sections
}

/// A title and its paragraphs, each in Italian and in English.
type Section = ([&'static str; 2], &'static [[&'static str; 2]]);

const SECTIONS: &[Section] = &[
    (
        ["Perché si tengono", "Why they are held"],
        &[
            [
                "Per sapere di che cosa ha bisogno il nucleo, quali condizioni ha, quale casa e quale canone sono possibili; per \
                 proporre un alloggio, concordare un piano, seguire il percorso e rispondere delle decisioni.",
                "To know what the household needs, which conditions it meets, which dwelling and which rent are possible; to offer a \
                 dwelling, agree a plan, follow the case and answer for decisions.",
            ],
            [
                "È un compito di interesse pubblico: GDPR, art. 6, par. 1, lett. e); per i dati delicati, come la salute, art. 9, par. \
                 2, lett. g), con l’art. 2-sexies del D.Lgs. 196/2003. Il consenso non è la base.",
                "It is a task in the public interest: GDPR, art. 6(1)(e); for sensitive data, such as health, art. 9(2)(g) with D.Lgs. \
                 196/2003, art. 2-sexies. Consent is not the ground.",
            ],
        ],
    ),
    (
        ["Quali dati", "Which data"],
        &[[
            "Chi vive insieme, come è alloggiato, redditi e ISEE, condizioni per la casa popolare, bisogni, piano, diario, visite, \
             compiti, proposte, invii, foto. Tutto quello che c’è sta qui sotto.",
            "Who lives together, how they are housed, income and ISEE, conditions for public housing, needs, plan, diary, visits, \
             tasks, offers, referrals, photos. All there is stands below.",
        ]],
    ),
    (
        ["Da dove vengono", "Where they come from"],
        &[[
            "Dalle persone stesse e da chi le segue. Per ogni dato è scritto chi lo ha scritto e quando.",
            "From the people themselves, and from those who follow them. Each entry says who wrote it and when.",
        ]],
    ),
    (
        ["Chi li riceve", "Who receives them"],
        &[
            [
                "Assistenti sociali, Ufficio casa e coordinamento del Comune. Un partner vede il nucleo solo se gli viene inviato e \
                 accetta, o se gestisce un alloggio proposto, e mai redditi e condizioni. Con un link condiviso legge chi lo ha ricevuto.",
                "Social workers, housing officers and coordination of the City. A partner sees the household only where it is sent there \
                 and accepted, or runs a dwelling that is offered, and never income and conditions. A shared link is read by whoever \
                 received it.",
            ],
            [
                "Il programma non manda dati ad altri. Dove stanno il server e le copie di sicurezza lo dice il Comune.",
                "The program sends data to nobody else. Where the server and its backups stand, the City says.",
            ],
        ],
    ),
    (
        ["Per quanto tempo", "For how long"],
        &[[
            "La scheda e il registro delle modifiche restano finché lo dice il piano di conservazione del Comune (D.P.R. 445/2000, \
             art. 68). Gli accessi ai link, il contenuto delle modifiche non accolte e gli accessi scaduti si cancellano da soli.",
            "The record and the log of changes stay as long as the City’s plan for its archives says (D.P.R. 445/2000, art. 68). Views \
             of links, the content of refused changes and access that ran out are deleted by themselves.",
        ]],
    ),
    (
        ["Decisioni", "Decisions"],
        &[[
            "Il programma confronta i dati con le regole pubblicate e suggerisce. Decide sempre una persona, e ne scrive il motivo.",
            "The program holds the data against published rules, and suggests. A person always decides, and writes down why.",
        ]],
    ),
    (
        ["Che cosa si può chiedere", "What can be asked for"],
        &[
            [
                "Di correggere o completare un dato, di limitarne l’uso, di opporsi. La cancellazione non è possibile dove i dati \
                 servono a un compito pubblico o all’archivio (GDPR, art. 17, par. 3): chi risponde dice perché.",
                "To have data corrected or completed, their use restricted, to object. Erasure is not possible where the data serve a \
                 public task or an archive (GDPR, art. 17(3)): the answer says why.",
            ],
            [
                "Si risponde entro un mese. Chi non è d’accordo può rivolgersi al Garante per la protezione dei dati personali, o al \
                 giudice.",
                "The answer comes within a month. Whoever disagrees can turn to the Garante per la protezione dei dati personali, or to \
                 a court.",
            ],
        ],
    ),
];
