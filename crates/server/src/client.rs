// SPDX-License-Identifier: AGPL-3.0-or-later
//! The built client: in a folder, or in the program itself.
use std::{
    borrow::Cow,
    path::{Path, PathBuf},
};

/// Names and bytes, by name.
#[cfg(any(test, feature = "embed-client"))]
pub(crate) type Files = &'static [(&'static str, &'static [u8])];

#[cfg(feature = "embed-client")]
mod embedded {
    include!(concat!(env!("OUT_DIR"), "/client.rs"));
}

/// Where the files of the client are.
#[derive(Clone, Debug)]
pub(crate) enum Client {
    /// In a folder, where another build may take their place while the server runs.
    Folder(PathBuf),
    /// In the program.
    #[cfg(any(test, feature = "embed-client"))]
    Program(Files),
}

impl Client {
    /// The client of a folder, where one is named; else the one in the program, where it holds one, else the one in `dist`.
    pub(crate) fn find(folder: Option<&Path>) -> Self {
        match folder {
            Some(folder) => Self::Folder(folder.to_owned()),
            #[cfg(feature = "embed-client")]
            None => Self::Program(embedded::FILES),
            #[cfg(not(feature = "embed-client"))]
            None => Self::Folder(PathBuf::from("dist")),
        }
    }

    /// The bytes of a file, by its name with `/` between folders.
    pub(crate) fn read(&self, name: &str) -> Option<Cow<'static, [u8]>> {
        match self {
            Self::Folder(folder) => std::fs::read(folder.join(name)).ok().map(Cow::Owned),
            #[cfg(any(test, feature = "embed-client"))]
            Self::Program(files) => {
                let at = files.binary_search_by_key(&name, |(name, _)| name).ok()?;
                files.get(at).map(|(_, bytes)| Cow::Borrowed(*bytes))
            }
        }
    }

    /// Whether there is a file of this name.
    pub(crate) fn holds(&self, name: &str) -> bool {
        match self {
            Self::Folder(folder) => folder.join(name).is_file(),
            #[cfg(any(test, feature = "embed-client"))]
            Self::Program(_) => self.read(name).is_some(),
        }
    }

    /// Where it is, in a sentence.
    pub(crate) fn place(&self) -> String {
        match self {
            Self::Folder(folder) => folder.display().to_string(),
            #[cfg(any(test, feature = "embed-client"))]
            Self::Program(_) => "the program".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILES: Files = &[
        ("fonts/a.woff2", b"font"),
        ("index.html", b"page"),
        ("index.html.br", b"small"),
    ];

    #[test]
    fn the_program_gives_what_it_holds_and_nothing_else() {
        let client = Client::Program(FILES);
        assert_eq!(client.read("index.html").as_deref(), Some(b"page".as_slice()));
        assert_eq!(client.read("index.html.br").as_deref(), Some(b"small".as_slice()));
        assert_eq!(client.read("fonts/a.woff2").as_deref(), Some(b"font".as_slice()));
        assert_eq!(client.read("fonts"), None);
        assert!(client.holds("index.html") && !client.holds("sw.js"));
    }

    #[test]
    fn a_folder_that_is_named_comes_before_what_the_program_holds() {
        let named = Client::find(Some(Path::new("/nowhere")));
        assert_eq!(
            (named.place(), named.read("index.html")),
            ("/nowhere".to_owned(), None)
        );
    }

    /// Built with `SOGLIA_EMBED_DIST` and the feature, the program holds that folder.
    #[cfg(feature = "embed-client")]
    #[test]
    fn the_program_holds_the_folder_it_was_built_with() {
        let client = Client::find(None);
        let page = client.read("index.html").expect("the page is in the program");
        let folder = option_env!("SOGLIA_EMBED_DIST").map_or_else(
            || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist"),
            PathBuf::from,
        );
        assert_eq!(
            std::fs::read(folder.join("index.html")).expect("it is in the folder"),
            *page
        );
        assert!(!client.holds(".fingerprint"));
    }
}
