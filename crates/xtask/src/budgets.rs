// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a person may have to fetch, in kB as sent with brotli (1 kB is 1,000 bytes). The only place with these numbers. They
//! are not raised: what grows moves into parts that are fetched when their page is asked for.
//!
//! What the service worker stores in the background for work without a network is not counted here: it holds up nobody.

/// What several parts share travels in one file of this name.
pub(crate) struct Layer {
    pub(crate) name: &'static str,
    /// The parts for which it is made: what one of these shares with any other rests here, unless an earlier one has it. The
    /// last one holds all that no other names, so that a new area needs no line here.
    parts: &'static [&'static str],
}

/// Whoever needs one function of a shared file fetches all of it: so each holds what a part that is needed often, or weighs
/// much, shares with others, in the order that makes the heaviest parts lightest.
pub(crate) const LAYERS: [Layer; 16] = [
    Layer {
        name: "common",
        parts: &["phrase", "frame", "today", "households"],
    },
    Layer {
        name: "tables",
        parts: &["import"],
    },
    Layer {
        name: "levels",
        parts: &["needs"],
    },
    Layer {
        name: "planning",
        parts: &["plan"],
    },
    Layer {
        name: "pictures",
        parts: &["photos"],
    },
    Layer {
        name: "entries",
        parts: &["diary"],
    },
    Layer {
        name: "proofs",
        parts: &["certificate"],
    },
    Layer {
        name: "asking",
        parts: &["intake", "next"],
    },
    Layer {
        name: "supposing",
        parts: &["whatif", "letter"],
    },
    Layer {
        name: "ruling",
        parts: &["fitting", "rules"],
    },
    Layer {
        name: "care",
        parts: &["path", "map"],
    },
    Layer {
        name: "telling",
        parts: &["changes"],
    },
    Layer {
        name: "conditions",
        parts: &["case"],
    },
    Layer {
        name: "stock",
        parts: &["dwellings"],
    },
    Layer {
        name: "sheets",
        parts: &["family", "preview"],
    },
    Layer {
        name: "rest",
        parts: &[],
    },
];

/// What parts share and is smaller than this, as the linker left it, travels with the first pages: a function of some hundred
/// bytes must not make anybody fetch a whole file.
pub(crate) const SMALL: u64 = 3_600;

/// The parts that are used in the field. Any other belongs to a desk, and has less to weigh.
const OF_FIELD: [&str; 21] = [
    "agenda",
    "cards",
    "case",
    "changes",
    "deciding",
    "deliveries",
    "diary",
    "dwellings",
    "family",
    "fitting",
    "intake",
    "letter",
    "map",
    "needs",
    "next",
    "path",
    "photos",
    "plan",
    "rent",
    "sharing",
    "preview",
];

impl Layer {
    /// Whether a part belongs to this file or to an earlier one.
    pub(crate) fn holds(&self, part: &str) -> bool {
        self.parts.is_empty() || self.parts.contains(&part)
    }
}

/// What a part may weigh beyond an open household, with all that it needs.
pub(crate) fn of_area(part: &str) -> usize {
    if OF_FIELD.contains(&part) {
        FIELD_AREA
    } else {
        DESK_AREA
    }
}

/// What a part fetches besides code: it counts with the part.
const BESIDES: [(&str, &str); 1] = [("map", "map.bin")];

/// The files that a part fetches besides code.
pub(crate) fn files_of(part: &str) -> impl Iterator<Item = String> {
    let of_part = BESIDES.iter().filter(move |(name, _)| *name == part);
    of_part.map(|(_, file)| (*file).to_owned())
}

const FIELD_AREA: usize = 100;
const DESK_AREA: usize = 80;

/// All that a browser fetches until something is on the screen.
pub(crate) struct Visit {
    pub(crate) name: &'static str,
    pub(crate) kilobytes: usize,
    /// A visit that comes before it.
    after: Option<&'static Visit>,
    /// What is fetched on top, by the names that files have before they get their hash.
    files: &'static [&'static str],
}

const SIGN_IN: Visit = Visit {
    name: "first visit, to the sign-in",
    kilobytes: 350,
    after: None,
    files: &[
        "index.html",
        "boot.js",
        "soglia-client.js",
        "soglia-client_bg.wasm",
        "style.css",
        "fonts/titillium-web-400.woff2",
        "fonts/titillium-web-600.woff2",
        "icon.svg",
        "manifest.webmanifest",
    ],
};

const HOUSEHOLD: Visit = Visit {
    name: "to a household on the screen",
    kilobytes: 550,
    after: Some(&SIGN_IN),
    files: &[
        "parts/phrase.wasm",
        "parts/frame.wasm",
        "parts/common.wasm",
        "parts/today.wasm",
        "parts/households.wasm",
    ],
};

const SHARED_VIEW: Visit = Visit {
    name: "a shared view",
    kilobytes: 120,
    after: None,
    files: &[
        "share.html",
        "shared.js",
        "soglia-share.js",
        "soglia-share_bg.wasm",
        "style.css",
        "fonts/titillium-web-400.woff2",
        "fonts/titillium-web-600.woff2",
        "icon.svg",
    ],
};

pub(crate) const VISITS: [&Visit; 3] = [&SIGN_IN, &HOUSEHOLD, &SHARED_VIEW];

/// The visit whose parts every other area finds there already.
pub(crate) const FIRST: &Visit = &HOUSEHOLD;

impl Visit {
    /// Everything that is fetched, the visits before included.
    pub(crate) fn files(&self) -> Vec<&'static str> {
        let mut files = self.after.map_or_else(Vec::new, Visit::files);
        files.extend(self.files);
        files
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_that_nobody_names_belongs_to_the_desk() {
        assert_eq!(of_area("funding"), DESK_AREA);
        assert_eq!(of_area("dwellings"), FIELD_AREA);
        assert_eq!(of_area("path"), FIELD_AREA);
        assert_eq!(of_area("rules"), DESK_AREA);
        let layer_of = |part: &str| {
            LAYERS
                .iter()
                .find(|layer| layer.holds(part))
                .map(|layer| layer.name)
        };
        assert_eq!(layer_of("funding"), Some("rest"));
        assert_eq!(layer_of("dwellings"), Some("stock"));
    }

    #[test]
    fn a_visit_counts_what_came_before_it() {
        assert!(HOUSEHOLD.files().contains(&"index.html"));
        assert!(!SHARED_VIEW.files().contains(&"index.html"));
    }
}
