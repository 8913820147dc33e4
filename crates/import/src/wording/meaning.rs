// SPDX-License-Identifier: AGPL-3.0-or-later
//! Names of what columns mean.
use super::sentence::{Sentence, both};
use crate::mapping::Meaning;

/// The name of a meaning, for a choice on the page.
pub fn meaning(meaning: Meaning) -> Sentence {
    let (it, en) = match meaning {
        Meaning::Ignored => ("Non usata", "Not used"),
        Meaning::RowNumber => ("Numero della riga", "Row number"),
        Meaning::InventoryCode => ("Codice di inventario", "Inventory code"),
        Meaning::Kind => ("Tipologia", "Kind"),
        Meaning::Size => ("Consistenza", "Size"),
        Meaning::Rooms => ("Numero di vani", "Number of rooms"),
        Meaning::UsableArea => ("Superficie utile", "Usable surface"),
        Meaning::CadastralArea => ("Superficie catastale", "Cadastral surface"),
        Meaning::Address => ("Indirizzo", "Address"),
        Meaning::HouseNumber => ("Numero civico", "House number"),
        Meaning::Municipality => ("Comune", "Municipality"),
        Meaning::Municipio => ("Municipio", "Municipio"),
        Meaning::Neighbourhood => ("Quartiere (NIL)", "Neighbourhood (NIL)"),
        Meaning::Sheet => ("Foglio", "Cadastral sheet"),
        Meaning::Parcel => ("Mappale", "Cadastral parcel"),
        Meaning::Unit => ("Subalterno", "Cadastral unit"),
        Meaning::Floor => ("Piano", "Floor"),
        Meaning::EnergyClass => ("Classe energetica", "Energy class"),
        Meaning::Use => ("Destinazione", "Use"),
        Meaning::ContractYears => ("Durata del contratto", "Years of contract"),
        Meaning::ContractPeriod => ("Periodo del contratto", "Contract period"),
        Meaning::Latitude => ("Latitudine", "Latitude"),
        Meaning::Longitude => ("Longitudine", "Longitude"),
        Meaning::Edition => ("Edizione della lista", "Edition of the list"),
    };
    both(it, en)
}
