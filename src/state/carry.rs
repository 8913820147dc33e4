// SPDX-License-Identifier: AGPL-3.0-or-later
//! Unsent work in a file that only a phrase opens: taken out of one device, brought to another one of the same person.
use super::{State, StorageTrouble};
use crate::device::{
    crypto::{CryptoTrouble, open_with_passphrase, seal_with_passphrase},
    files,
};
use soglia_domain::calendar::Timestamp;
use soglia_sync::{replica::Changed, storage::Storage as _, workfile::ImportTrouble};

/// Stands before the parts of a file: the work, then each photo, each with its length in front.
const MARK: &[u8] = b"SOGLIA1\n";

/// What a file holds, opened.
#[derive(Clone, PartialEq, Eq)]
pub struct Work {
    /// Changes in it.
    pub n_changes: usize,
    /// The oldest of them.
    pub since: Option<Timestamp>,
    work: Vec<u8>,
    photos: Vec<Vec<u8>>,
}

impl Work {
    /// Photos in it.
    pub fn n_photos(&self) -> usize {
        self.photos.len()
    }
}

/// Why a file was not written or taken in. Nothing of it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CarryTrouble {
    /// The phrase is another one, or the file was changed.
    WrongPhrase,
    /// It is no file of unsent work, or not a whole one.
    Damaged,
    /// It holds the work of somebody else.
    OtherPerson,
    /// A newer version wrote it.
    Newer,
    /// This device could not store it.
    NotSaved(StorageTrouble),
    /// The browser offers no cryptography here.
    Unavailable,
}

impl State {
    /// Offers everything that the server has not taken as a file. It stays here as well. Gives the name of the file.
    ///
    /// # Errors
    /// [`CarryTrouble`].
    pub async fn export_work(&self, phrase: &str) -> Result<String, CarryTrouble> {
        let closed = CarryTrouble::NotSaved(StorageTrouble::Closed);
        let store = self.store().ok_or(closed)?;
        let work = store.lock().await.export(self.now_ms()).await?;
        let mut bytes = MARK.to_vec();
        push_part(&mut bytes, &work);
        for photo in self.unsent_photos().await {
            push_part(&mut bytes, &photo);
        }
        let sealed = seal_with_passphrase(&bytes, phrase).await?;
        let name = format!("soglia-da-inviare-{}.soglia", self.today());
        if files::download(&name, "application/octet-stream", &sealed) {
            Ok(name)
        } else {
            Err(CarryTrouble::NotSaved(StorageTrouble::Failed))
        }
    }

    /// Opens a file that was chosen; nothing is taken in yet.
    ///
    /// # Errors
    /// [`CarryTrouble`].
    pub async fn open_work(&self, file: &web_sys::File, phrase: &str) -> Result<Work, CarryTrouble> {
        let sealed = files::read(file).await.ok_or(CarryTrouble::Damaged)?;
        let bytes = open_with_passphrase(&sealed, phrase).await?;
        let mut rest = bytes.strip_prefix(MARK).ok_or(CarryTrouble::Damaged)?;
        let mut parts = Vec::new();
        while !rest.is_empty() {
            let (part, after) = take_part(rest).ok_or(CarryTrouble::Damaged)?;
            parts.push(part.to_vec());
            rest = after;
        }
        if parts.is_empty() {
            return Err(CarryTrouble::Damaged);
        }
        let work = parts.remove(0);
        let store = self
            .store()
            .ok_or(CarryTrouble::NotSaved(StorageTrouble::Closed))?;
        let (codec, person) = {
            let replica = store.lock().await;
            let codec = replica.storage().codec().await;
            (codec, replica.signed_in().author.person)
        };
        let codec = codec.map_err(|trouble| CarryTrouble::NotSaved(trouble.into()))?;
        let read = (codec.read_work)(&work)?;
        if person != read.author {
            return Err(CarryTrouble::OtherPerson);
        }
        Ok(Work {
            n_changes: read.entries.len(),
            since: read.entries.iter().map(|entry| entry.change.at).min(),
            work,
            photos: parts,
        })
    }

    /// Takes in what a file holds: photos first, so that no action names one that is nowhere. Gives how many changes are
    /// new here.
    ///
    /// # Errors
    /// [`CarryTrouble`]; then no change of it is taken in.
    pub async fn import_work(&self, work: &Work) -> Result<usize, CarryTrouble> {
        self.take_photos(&work.photos)
            .await
            .map_err(CarryTrouble::NotSaved)?;
        let written = self
            .write(async |replica| match replica.import(&work.work).await {
                Ok(imported) => Ok((Ok(imported.n_added), imported.changed)),
                Err(ImportTrouble::Storage(trouble)) => Err(trouble.into()),
                Err(trouble) => Ok((Err(trouble), Changed::default())),
            })
            .await;
        match written {
            Ok(result) => Ok(result?),
            Err(super::ActError::NotSaved(trouble)) => Err(CarryTrouble::NotSaved(trouble)),
            Err(super::ActError::Refused(_)) => Err(CarryTrouble::Damaged),
        }
    }
}

fn push_part(bytes: &mut Vec<u8>, part: &[u8]) {
    let length = u32::try_from(part.len()).unwrap_or(u32::MAX);
    bytes.extend_from_slice(&length.to_le_bytes());
    bytes.extend_from_slice(part);
}

fn take_part(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = bytes.split_first_chunk::<4>()?;
    rest.split_at_checked(usize::try_from(u32::from_le_bytes(*length)).ok()?)
}

impl From<ImportTrouble> for CarryTrouble {
    fn from(trouble: ImportTrouble) -> Self {
        match trouble {
            ImportTrouble::OtherAuthor => Self::OtherPerson,
            ImportTrouble::Newer => Self::Newer,
            ImportTrouble::Damaged => Self::Damaged,
            ImportTrouble::Storage(trouble) => Self::NotSaved(trouble.into()),
        }
    }
}

impl From<CryptoTrouble> for CarryTrouble {
    fn from(trouble: CryptoTrouble) -> Self {
        match trouble {
            CryptoTrouble::WrongPhrase => Self::WrongPhrase,
            CryptoTrouble::NotUnderstood => Self::Damaged,
            CryptoTrouble::Unavailable => Self::Unavailable,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_come_out_as_they_went_in() {
        let mut bytes = Vec::new();
        push_part(&mut bytes, b"work");
        push_part(&mut bytes, b"");
        let (first, rest) = take_part(&bytes).expect("the first part is whole");
        assert_eq!(first, b"work");
        assert_eq!(take_part(rest), Some((b"".as_slice(), b"".as_slice())));
        assert_eq!(take_part(&bytes[..6]), None);
    }
}
