// SPDX-License-Identifier: AGPL-3.0-or-later
//! Identifiers: one type for each thing, so that two of them cannot be mixed up.
/// Declares identities, one type for each thing. Where a kind of records stands behind it, the identity has a key.
#[macro_export]
macro_rules! ids {
    (@key $name:ident) => {};
    (@key $name:ident $kind:expr) => {
        impl $crate::key::Identity for $name {
            const KIND: $crate::key::Kind = $crate::key::Kind::new($kind);

            fn of(id: ::uuid::Uuid) -> Self {
                Self(id)
            }

            fn uuid(self) -> ::uuid::Uuid {
                self.0
            }
        }
    };
    ($($(#[$doc:meta])* $name:ident $(of $kind:expr)?;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, ::serde::Serialize, ::serde::Deserialize)]
        #[cfg_attr(feature = "schema", derive(::schemars::JsonSchema))]
        #[serde(transparent)]
        pub struct $name(pub ::uuid::Uuid);

        $crate::ids!(@key $name $($kind)?);

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                ::std::fmt::Display::fmt(&self.0, f)
            }
        }

        impl ::std::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                write!(f, "{}({})", stringify!($name), self.0)
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = ::uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    )*};
}

ids! {
    /// A person who signs in.
    PersonId;
    /// An organisation: a department or a partner.
    OrganisationId;
    /// A browser profile in which one person works.
    DeviceId;
    /// One change, made once on one device.
    ChangeId;
}
