// SPDX-License-Identifier: AGPL-3.0-or-later
//! One thing that was looked at, and how it stands.
use serde::Serialize;

/// How something stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Standing {
    /// As it should be.
    Well,
    /// It works, and somebody should look at it before people rely on it.
    Doubt,
    /// It does not work.
    Wrong,
}

impl Standing {
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Well => "well ",
            Self::Doubt => "doubt",
            Self::Wrong => "wrong",
        }
    }
}

/// One thing that was looked at.
#[derive(Debug, Serialize)]
pub(super) struct Found {
    /// Short stable name, for programs.
    pub(super) name: &'static str,
    pub(super) standing: Standing,
    /// What was found.
    pub(super) says: String,
    /// What to do; none where nothing is to be done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) mend: Option<String>,
}

impl Found {
    pub(super) fn well(name: &'static str, says: impl Into<String>) -> Self {
        Self {
            name,
            standing: Standing::Well,
            says: says.into(),
            mend: None,
        }
    }

    pub(super) fn doubt(name: &'static str, says: impl Into<String>, mend: impl Into<String>) -> Self {
        Self {
            name,
            standing: Standing::Doubt,
            says: says.into(),
            mend: Some(mend.into()),
        }
    }

    pub(super) fn wrong(name: &'static str, says: impl Into<String>, mend: impl Into<String>) -> Self {
        Self {
            standing: Standing::Wrong,
            ..Self::doubt(name, says, mend)
        }
    }
}
