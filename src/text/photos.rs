// SPDX-License-Identifier: AGPL-3.0-or-later
//! Wording of photos.
use crate::{
    state::PictureTrouble,
    text::{language, texts},
};
use soglia_wording::Language;

texts! {
    of_dwelling: "Foto dell’alloggio", "Photos of the dwelling";
    add_title: "Aggiungere foto", "Add photos";
    stage: "Che cosa mostrano", "What they show";
    caption: "Didascalia", "Caption";
    caption_help: "Per esempio: cucina, parete con umidità. Senza nomi di persone. Può restare vuota.", "For example: kitchen, damp wall. No names of people. It may stay empty.";
    take: "Scatta una foto", "Take a photo";
    choose: "Scegli dalle foto", "Choose from photos";
    preparing: "La foto si prepara…", "Preparing the photo…";
    what_happens: "Luogo, ora e fotocamera scritti nel file non vengono conservati. La foto si vede subito e parte quando c’è rete, dopo i testi.", "Place, time and camera written in the file are not kept. The photo shows at once and leaves when there is a network, after the texts.";
    none_title: "Nessuna foto", "No photos";
    none_text: "Le foto aggiunte qui si vedono subito, anche senza rete.", "Photos added here show at once, also without a network.";
    opening: "La foto si apre…", "Opening the photo…";
    not_yet: "Non ancora su questo tablet. Arriva con la rete, quando chi l’ha scattata l’ha consegnata.", "Not on this tablet yet. It comes with the network, once whoever took it has delivered it.";
    broken: "Questa foto è arrivata rovinata. Si può chiedere a chi l’ha scattata di aggiungerla di nuovo.", "This photo arrived damaged. Whoever took it can add it again.";
    remove: "Togli", "Take out";
    put_back: "Rimetti la foto", "Put the photo back";
    in_full: "Foto in grande", "Photo in full";
    close: "Chiudi", "Close";
    tab: "Foto", "Photos";
}

/// The photo that was taken out.
pub fn removed(alt: &str) -> String {
    match language() {
        Language::Italian => format!("Foto tolta: {alt}."),
        Language::English => format!("Photo taken out: {alt}."),
    }
}

/// The button that shows a photo in full.
pub fn open_full(alt: &str) -> String {
    match language() {
        Language::Italian => format!("Apri in grande: {alt}"),
        Language::English => format!("Open in full: {alt}"),
    }
}

/// Why a file did not become a photo, and what to do.
pub fn trouble(file: &str, trouble: PictureTrouble) -> String {
    let sentence = match (language(), trouble) {
        (Language::Italian, PictureTrouble::Empty) => "il file è vuoto. Si può scattare la foto di nuovo.",
        (Language::English, PictureTrouble::Empty) => "the file is empty. The photo can be taken again.",
        (Language::Italian, PictureTrouble::TooLarge) => {
            "il file è troppo grande per una foto: può avere al massimo 60 MB."
        }
        (Language::English, PictureTrouble::TooLarge) => {
            "the file is too large for a photo: it may have at most 60 MB."
        }
        (Language::Italian, PictureTrouble::Heic) => {
            "questo browser non legge le foto HEIC. Nelle impostazioni della fotocamera va scelto il formato JPEG («Più compatibile»), oppure si scatta da qui."
        }
        (Language::English, PictureTrouble::Heic) => {
            "this browser cannot read HEIC photos. Choose JPEG (“Most compatible”) in the settings of the camera, or take the photo from here."
        }
        (Language::Italian, PictureTrouble::NotAnImage) => {
            "non è una foto, o il file è rovinato. Va bene una foto JPEG, PNG o WebP."
        }
        (Language::English, PictureTrouble::NotAnImage) => {
            "it is not a photo, or the file is damaged. A JPEG, PNG or WebP photo will do."
        }
    };
    format!("{file}: {sentence}")
}
