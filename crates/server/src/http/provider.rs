// SPDX-License-Identifier: AGPL-3.0-or-later
//! Signing in at the identity provider of the City (decision 24): a browser goes there, comes back with a code, and its page asks
//! who came and opens the session. What is known in between lies in the store, by the hash of what a cookie of this browser holds.
mod arrival;

use super::{
    app::App,
    body, cookie, noted,
    problem::{Code, Problem},
    second_step, session,
};
use crate::{
    clock::now_ms,
    provider::{Provider, Trouble},
    secret,
};
use arrival::{Arrival, Failure};
use axum::{
    Json,
    body::Body,
    extract::{Query, State},
    http::{HeaderMap, HeaderValue, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};
use serde::Deserialize;
use soglia_domain::id::PersonId;
use soglia_ledger::store::{Accounts as _, Deed, Entry, People as _, Provider as _};
use soglia_sync::wire::{ProviderBegun, ProviderFinish, ProviderOffered, ProviderPerson};
use std::sync::Arc;

/// A device, its name and a code are short.
const MOST_BYTES: usize = 10_000;

/// A sign-in takes no longer, in milliseconds: 10 minutes.
const LONGEST_MS: i64 = 600_000;

/// More sign-ins under way than this are an attack on the disk; the oldest are forgotten.
const MOST_UNDER_WAY: usize = 10_000;

/// The page that goes on when a browser came back, whatever it brought: nobody can send it anywhere else.
const PAGE: &str = "/accesso/ritorno";

fn provider(app: &App) -> Result<&Provider, Problem> {
    app.provider
        .as_ref()
        .ok_or_else(|| Problem::not_found("there is no identity provider"))
}

fn over() -> Problem {
    Problem::gone(
        "provider_over",
        "this sign-in took longer than ten minutes, was used, or began in another browser",
    )
}

/// `GET /api/session/oidc`: what stands on the button; nothing where there is none.
pub(super) async fn offered(State(app): State<Arc<App>>) -> Response {
    let Some(provider) = &app.provider else {
        return StatusCode::NO_CONTENT.into_response();
    };
    let label = &provider.settings().label;
    let offered = ProviderOffered {
        it: label.it.clone(),
        en: label.en.clone(),
    };
    Json(offered).into_response()
}

/// `POST /api/session/oidc`: begins a sign-in. The browser gets a cookie, by which it is known when it comes back.
pub(super) async fn begin(State(app): State<Arc<App>>) -> Result<Response, Problem> {
    let sent = match provider(&app)?.send().await {
        Ok(sent) => sent,
        Err(trouble) => return Err(Failure::of(tell(trouble)).into()),
    };
    let token = secret::random_hex::<32>()?;
    let arrival = Arrival::Awaited {
        state_hash: secret::token_hash(&sent.state),
        held: sent.held,
    };
    keep(&app, &secret::token_hash(&token), &arrival).await?;
    let mut response = Json(ProviderBegun {
        address: sent.address,
    })
    .into_response();
    cookie::set_entry(&mut response, &token, LONGEST_MS / 1_000);
    Ok(response)
}

/// What a provider may send a browser back with. Anything else stands there for nobody.
#[derive(Deserialize)]
struct Brought {
    state: Option<String>,
    code: Option<String>,
    error: Option<String>,
}

/// `GET /api/session/oidc/return`: a browser came back. Whatever it brought, the page goes on at the same address.
pub(super) async fn come_back(
    State(app): State<Arc<App>>,
    headers: HeaderMap,
    uri: Uri,
) -> Result<Response, Problem> {
    let brought = Query::<Brought>::try_from_uri(&uri);
    let failed = match brought {
        Ok(Query(brought)) => settle(&app, &headers, brought).await?,
        Err(_) => None,
    };
    let mut response = StatusCode::SEE_OTHER.into_response();
    let location = HeaderValue::from_static(PAGE);
    response.headers_mut().insert(header::LOCATION, location);
    if let Some(failure) = failed {
        // Beside the answer, for who counts what each address tries.
        response.extensions_mut().insert(Code(failure.key()));
    }
    Ok(response)
}

/// Finds out who came back, and keeps it for the page. A browser that began nothing, or brings another state, changes nothing.
async fn settle(app: &App, headers: &HeaderMap, brought: Brought) -> Result<Option<Failure>, Problem> {
    let provider = provider(app)?;
    let Some((token_hash, text, arrival)) = under_way(app, headers).await? else {
        return Ok(None);
    };
    let Arrival::Awaited { state_hash, held } = arrival else {
        return Ok(None);
    };
    let state = brought.state.unwrap_or_default();
    if secret::token_hash(&state) != state_hash {
        return Ok(None);
    }
    if !app.store.take_entry(&token_hash, &text, now_ms()).await? {
        return Ok(None);
    }
    let arrived = match (brought.error, brought.code) {
        (None, Some(code)) => match provider.redeem(code, held).await {
            Ok(proven) => {
                let hash = provider.settings().hash(&proven.tax_code);
                match app.store.of_code(&hash).await? {
                    Some(author) => Arrival::Came {
                        person: author.person,
                        code_hash: hash,
                        vouched: proven.vouched,
                    },
                    None => Arrival::Failed(Failure::NotLinked),
                }
            }
            Err(trouble) => Arrival::Failed(Failure::of(tell(trouble))),
        },
        (Some(error), _) => Arrival::Failed(Failure::told(&error)),
        (None, None) => Arrival::Failed(Failure::Answer),
    };
    keep(app, &token_hash, &arrived).await?;
    let Arrival::Failed(failure) = arrived else {
        return Ok(None);
    };
    noted::outside(app, None, Deed::SignInFailed, "", failure.note()).await?;
    Ok(Some(failure))
}

/// `POST /api/session/oidc/person`: who came back, so that the page can say on which of its devices they sign in.
pub(super) async fn person(
    State(app): State<Arc<App>>,
    headers: HeaderMap,
) -> Result<Json<ProviderPerson>, Problem> {
    provider(&app)?;
    let came = came(&app, &headers).await?;
    let sign_in = app.store.sign_in_of(came.person).await?.ok_or_else(over)?;
    Ok(Json(ProviderPerson { sign_in }))
}

/// `POST /api/session/oidc/finish`: opens the session, once.
pub(super) async fn finish(
    State(app): State<Arc<App>>,
    headers: HeaderMap,
    request: Body,
) -> Result<Response, Problem> {
    provider(&app)?;
    let bytes = body::read_json(&headers, request, MOST_BYTES).await?;
    let asked: ProviderFinish = body::parse(&bytes)?;
    let came = came(&app, &headers).await?;
    let sign_in = app.store.sign_in_of(came.person).await?.ok_or_else(over)?;
    let person = app.store.person(&sign_in).await?.ok_or_else(over)?;
    if !came.vouched {
        second_step::second_step(&app, came.person, asked.code.as_deref()).await?;
    }
    if !app
        .store
        .take_entry(&came.token_hash, &came.text, now_ms())
        .await?
    {
        return Err(over());
    }
    let way = session::Way {
        vouched: came.vouched,
        note: if came.vouched {
            "identity provider, second factor"
        } else {
            "identity provider"
        },
    };
    let name = asked.device_name.as_deref();
    let mut response = session::open(&app, person.author, asked.device, name, way).await?;
    cookie::set_entry(&mut response, "", 0);
    Ok(response)
}

/// Somebody who came back, and did not sign in so far.
struct Came {
    token_hash: String,
    text: String,
    person: PersonId,
    vouched: bool,
}

/// Who came back in this browser. Why nobody did is told once.
async fn came(app: &App, headers: &HeaderMap) -> Result<Came, Problem> {
    let (token_hash, text, arrival) = under_way(app, headers).await?.ok_or_else(over)?;
    let (person, code_hash, vouched) = match arrival {
        Arrival::Awaited { .. } => return Err(over()),
        Arrival::Failed(failure) => {
            app.store.take_entry(&token_hash, &text, now_ms()).await?;
            return Err(failure.into());
        }
        Arrival::Came {
            person,
            code_hash,
            vouched,
        } => (person, code_hash, vouched),
    };
    // An administrator may have taken the link away since.
    let linked = app.store.of_code(&code_hash).await?;
    if linked.is_none_or(|author| author.person != person) {
        return Err(over());
    }
    if app.store.is_ended(person, now_ms()).await? {
        if app.store.take_entry(&token_hash, &text, now_ms()).await? {
            let note = Failure::Ended.note();
            noted::outside(app, Some(person), Deed::SignInFailed, "", note).await?;
        }
        return Err(Failure::Ended.into());
    }
    Ok(Came {
        token_hash,
        text,
        person,
        vouched,
    })
}

/// What is kept of the sign-in of this browser, under which name, and as it is written.
async fn under_way(app: &App, headers: &HeaderMap) -> Result<Option<(String, String, Arrival)>, Problem> {
    let Some(token) = cookie::entry(headers) else {
        return Ok(None);
    };
    let token_hash = secret::token_hash(token);
    let Some(text) = app.store.entry(&token_hash, now_ms()).await? else {
        return Ok(None);
    };
    // One of another version is as good as none.
    let arrival = serde_json::from_str(&text).ok();
    Ok(arrival.map(|arrival| (token_hash, text, arrival)))
}

async fn keep(app: &App, token_hash: &str, arrival: &Arrival) -> Result<(), Problem> {
    let now = now_ms();
    let text = serde_json::to_string(arrival).map_err(|_| Problem::internal())?;
    let entry = Entry {
        token_hash,
        text: &text,
        until_ms: now + LONGEST_MS,
    };
    Ok(app.store.keep_entry(entry, MOST_UNDER_WAY, now).await?)
}

/// Tells who runs the server what is wrong with the provider. Nothing of what it answered is in it.
fn tell(trouble: Trouble) -> Trouble {
    let words = match trouble {
        Trouble::Unreachable => "does not answer",
        Trouble::Clock => "has another time than this machine",
        Trouble::NoTaxCode => "sent no tax code in the claim that was set",
        Trouble::Answer(words) => words,
    };
    eprintln!("soglia: the identity provider: {words}");
    trouble
}
