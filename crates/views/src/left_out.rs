// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a link does not show, by name, for whoever shares.
use soglia_domain::shared_link::SharedView;
use soglia_wording::Language;

/// What whoever has the link does not read, in words.
pub const fn left_out(view: SharedView, language: Language) -> &'static [&'static str] {
    match (view, language) {
        (SharedView::Contractor { .. }, Language::Italian) => &[
            "Chi ci abita e a chi è proposto",
            "Le note, che possono parlare di persone",
            "Il partner che lo gestisce e il titolo",
            "Canoni, contributi e storia delle modifiche",
        ],
        (SharedView::Contractor { .. }, Language::English) => &[
            "Who lives there and to whom it is offered",
            "The notes, which may speak of people",
            "The partner that runs it and the title",
            "Rents, money and the history of changes",
        ],
        (SharedView::FamilyPlan { .. }, Language::Italian) => &[
            "Nomi, telefoni e documenti della famiglia",
            "Le firme disegnate e il codice di controllo",
            "Che cosa è stato scritto nelle verifiche e dopo la fine",
            "Valutazioni, diario e visite",
        ],
        (SharedView::FamilyPlan { .. }, Language::English) => &[
            "Names, telephones and papers of the family",
            "The signatures that were drawn and the checksum",
            "What was written in reviews and after the end",
            "Assessments, diary and visits",
        ],
        (SharedView::CaseSummary { .. }, Language::Italian) => &[
            "Componenti, telefoni e codici fiscali",
            "I motivi dei passi che non sono una decisione",
            "Valutazioni, piano, diario, visite e foto",
            "I valori che non c’entrano con la decisione",
            "Chi ha fatto ogni passo, salvo la firma della decisione",
        ],
        (SharedView::CaseSummary { .. }, Language::English) => &[
            "Members, telephones and tax codes",
            "The reasons of steps that are no decision",
            "Assessments, plan, diary, visits and photos",
            "Values that the decision does not rest on",
            "Who took each step, except who signed the decision",
        ],
    }
}
