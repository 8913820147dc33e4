// SPDX-License-Identifier: AGPL-3.0-or-later
//! Wording for a family that was perhaps taken in twice.
use crate::text::texts;

texts! {
    joined_tag: "unito a un altro", "joined to another";
    joined_title: "Questo fascicolo è unito a un altro", "This case is joined to another one";
    joined_text: "Si continua su", "Work goes on in";
    joined_open: "l’altro fascicolo", "the other case";
    separate: "Separa di nuovo", "Separate again";
    alike_title: "Forse è già seguito", "Perhaps already followed";
    alike_text: "Stesso codice fiscale, o stesso nome e giorno di nascita, in", "The same tax code, or the same name and day of birth, in";
    join: "È lo stesso nucleo: unisci", "It is the same household: join";
    tell_apart: "Sono due nuclei diversi", "These are two households";
    join_help: "Unire non cancella nulla: questo fascicolo resta leggibile e si può separare di nuovo.", "Joining deletes nothing: this case stays readable and can be separated again.";
}
