// SPDX-License-Identifier: AGPL-3.0-or-later
//! Which passwords do: long enough, and hard to guess for somebody who knows the person and the usual lists.
use zxcvbn::{Score, zxcvbn};

/// The fewest letters.
pub(crate) const FEWEST: usize = 12;

/// The most letters: longer ones only cost time.
pub(crate) const MOST: usize = 128;

/// Why a password does not do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unfit {
    Short,
    Long,
    /// It is guessed in less than 10^8 tries.
    Guessable,
}

/// Words that somebody guesses first here.
const OF_HERE: [&str; 6] = ["soglia", "milano", "comune", "casa", "welfare", "alloggio"];

/// Whether a password does, for somebody of these names.
pub(crate) fn check(password: &str, names: &[&str]) -> Result<(), Unfit> {
    match password.chars().count() {
        0..FEWEST => return Err(Unfit::Short),
        FEWEST..=MOST => {}
        _ => return Err(Unfit::Long),
    }
    let parts = names
        .iter()
        .flat_map(|name| name.split(|letter: char| !letter.is_alphanumeric()));
    let letters = |name: &&str| name.chars().filter(|letter| letter.is_alphanumeric()).collect();
    let joined: Vec<String> = names.iter().map(letters).collect();
    let joined = joined.iter().map(String::as_str);
    let known: Vec<&str> = joined.chain(parts).chain(OF_HERE).collect();
    if zxcvbn(password, &known).score() < Score::Three {
        return Err(Unfit::Guessable);
    }
    Ok(())
}

impl Unfit {
    /// What would do.
    pub(crate) const fn says(self) -> &'static str {
        match self {
            Self::Short => "a password has at least 12 characters",
            Self::Long => "a password has at most 128 characters",
            Self::Guessable => "this password is easy to guess: several unusual words are harder",
        }
    }

    /// Short stable name, for programs.
    pub(crate) const fn key(self) -> &'static str {
        match self {
            Self::Short => "password_short",
            Self::Long => "password_long",
            Self::Guessable => "password_guessable",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: [&str; 2] = ["marta.riva", "Marta Riva"];

    #[test]
    fn a_password_is_long_and_hard_to_guess() {
        for (password, expected) in [
            ("undici-11ab", Err(Unfit::Short)),
            ("passwordpassword", Err(Unfit::Guessable)),
            ("martariva2026", Err(Unfit::Guessable)),
            ("comunemilano", Err(Unfit::Guessable)),
            ("aaaaaaaaaaaaaaaa", Err(Unfit::Guessable)),
            ("qwertyuiop1234", Err(Unfit::Guessable)),
            ("lampione zucca traghetto", Ok(())),
            ("però què 🏠 soffitta", Ok(())),
        ] {
            assert_eq!(check(password, &NAMES), expected, "{password}");
        }
        assert_eq!(check(&"x7!".repeat(43), &NAMES), Err(Unfit::Long));
    }
}
