// SPDX-License-Identifier: AGPL-3.0-or-later
//! What is said of an address, and by which words.
use crate::http::app::App;
use axum::routing::{MethodFilter, MethodRouter};
use schemars::{Schema, SchemaGenerator};
use std::sync::Arc;

/// The schema of a type, as a reference where the type has a name.
pub(in crate::http) type Shape = fn(&mut SchemaGenerator) -> Schema;

/// One way to fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::http) struct Fault {
    pub(in crate::http) status: u16,
    pub(in crate::http) code: &'static str,
    pub(in crate::http) when: &'static str,
}

/// One method at one address.
pub(in crate::http) struct Route {
    pub(in crate::http) method: Method,
    /// Below `/api`.
    pub(in crate::http) path: &'static str,
    /// Verb and noun, unique.
    pub(in crate::http) name: &'static str,
    pub(in crate::http) tag: Tag,
    pub(in crate::http) summary: &'static str,
    /// More than the summary says; empty where that is all.
    pub(in crate::http) says: &'static str,
    pub(in crate::http) access: Access,
    /// The names in braces, with what each may be and what it means.
    pub(in crate::http) parts: &'static [(&'static str, Shape, &'static str)],
    /// The type whose fields may stand behind the question mark.
    pub(in crate::http) query: Option<Shape>,
    pub(in crate::http) body: Body,
    pub(in crate::http) answer: Answer,
    /// What may go wrong beside what follows from access, parts, query and body.
    pub(in crate::http) faults: &'static [Fault],
    pub(in crate::http) handler: fn(MethodFilter) -> MethodRouter<Arc<App>>,
}

/// The methods in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::http) enum Method {
    Get,
    Post,
    Put,
    Delete,
}

impl Method {
    pub(in crate::http) const fn key(self) -> &'static str {
        match self {
            Self::Get => "get",
            Self::Post => "post",
            Self::Put => "put",
            Self::Delete => "delete",
        }
    }

    const fn filter(self) -> MethodFilter {
        match self {
            Self::Get => MethodFilter::GET,
            Self::Post => MethodFilter::POST,
            Self::Put => MethodFilter::PUT,
            Self::Delete => MethodFilter::DELETE,
        }
    }
}

/// Under which heading of the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::http) enum Tag {
    Server,
    Session,
    Changes,
    Records,
    Devices,
    Photos,
    Lists,
    Calendar,
    Shared,
    Accounts,
    Audit,
}

impl Tag {
    pub(in crate::http) const ALL: [Self; 11] = [
        Self::Server,
        Self::Session,
        Self::Changes,
        Self::Records,
        Self::Devices,
        Self::Photos,
        Self::Lists,
        Self::Calendar,
        Self::Shared,
        Self::Accounts,
        Self::Audit,
    ];

    pub(in crate::http) const fn key(self) -> &'static str {
        match self {
            Self::Server => "server",
            Self::Session => "session",
            Self::Changes => "changes",
            Self::Records => "records",
            Self::Devices => "devices",
            Self::Photos => "photos",
            Self::Lists => "lists",
            Self::Calendar => "calendar",
            Self::Shared => "shared",
            Self::Accounts => "accounts",
            Self::Audit => "audit",
        }
    }

    /// What holds for all of its addresses.
    pub(in crate::http) const fn says(self) -> &'static str {
        match self {
            Self::Server => include_str!("../openapi/server.md"),
            Self::Session => include_str!("../openapi/session.md"),
            Self::Changes => include_str!("../openapi/changes.md"),
            Self::Records => include_str!("../openapi/records.md"),
            Self::Devices => include_str!("../openapi/devices.md"),
            Self::Photos => include_str!("../openapi/photos.md"),
            Self::Lists => include_str!("../openapi/lists.md"),
            Self::Calendar => include_str!("../openapi/calendar.md"),
            Self::Shared => include_str!("../openapi/shared.md"),
            Self::Accounts => include_str!("../openapi/accounts.md"),
            Self::Audit => include_str!("../openapi/audit.md"),
        }
    }
}

/// Who may ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::http) enum Access {
    Anybody,
    /// Somebody who is signed in, on a device that was not revoked.
    SignedIn,
    /// Somebody who is signed in, be it on a device that was revoked.
    SignedInAnywhere,
}

/// What has to come with the request.
#[derive(Clone, Copy)]
pub(in crate::http) enum Body {
    None,
    Json(Shape),
    /// Bytes, under one of these media types.
    Octets(&'static [&'static str]),
}

/// What comes back when nothing is wrong.
#[derive(Clone, Copy)]
pub(in crate::http) enum Answer {
    /// 204.
    Nothing,
    Json(Shape),
    /// A JSON document of somebody else's form.
    Document,
    /// An image.
    Image(&'static [&'static str]),
    /// A text of this media type.
    Text(&'static str),
    /// A stream that stays open.
    Events,
    /// A browser goes on at this page.
    Redirect(&'static str),
}

impl Route {
    /// As the router takes it.
    pub(in crate::http) fn handler(&self) -> MethodRouter<Arc<App>> {
        (self.handler)(self.method.filter())
    }
}
