// SPDX-License-Identifier: AGPL-3.0-or-later
//! `soglia user`: who may sign in, and as what.
mod access;
mod known;
mod link;

pub(super) use known::find;

use super::common::{CommandError, DataArgs, Done, open, say};
use crate::{password_rule, secret};
use clap::{Args, Subcommand, ValueEnum};
use known::note;
use serde_json::json;
use soglia_domain::{
    author::{Author, Role},
    id::{OrganisationId, PersonId},
};
use soglia_ledger::store::{Factors as _, People as _, Person};
use std::io::{IsTerminal, Read};
use uuid::Uuid;

#[derive(Subcommand)]
pub(super) enum UserCommand {
    /// Add someone who may sign in. The password is read from standard input; without one it is drawn and printed.
    Add {
        /// Name to sign in with, such as "marta.riva".
        sign_in: String,
        /// Full name, as colleagues know it; by default made from the name to sign in with.
        #[arg(long)]
        name: Option<String>,
        /// What the person may do.
        #[arg(long)]
        role: RoleArg,
        /// Department or partner the person works for.
        #[arg(long)]
        organisation: String,
        #[command(flatten)]
        data: DataArgs,
    },
    /// Give someone another role, organisation or name. Their devices then deliver what they hold, and fetch afresh what
    /// the person may see from now on.
    Change(ChangeArgs),
    /// Invite someone to set a password, also where they forgot theirs: prints what follows the address of the server, once.
    /// It opens for 7 days, one time.
    Invite {
        /// Name to sign in with.
        sign_in: String,
        #[command(flatten)]
        data: DataArgs,
    },
    /// End someone's access. Their devices deliver what they hold at the next contact, and delete the rest.
    End {
        /// Name to sign in with.
        sign_in: String,
        /// Give the access back instead.
        #[arg(long)]
        undo: bool,
        #[command(flatten)]
        data: DataArgs,
    },
    /// Link someone to their tax code, by which the identity provider lets them in. The code is read from standard input, so that it
    /// stands in no history of commands; it is kept as a hash under the key of the settings.
    Link(link::LinkArgs),
    /// Take the link of someone to their tax code away. All their sessions end.
    Unlink {
        /// Name to sign in with.
        sign_in: String,
        #[command(flatten)]
        data: DataArgs,
    },
    /// End someone's second factor: their telephone and their codes are gone, and they proved in person who they are.
    EndSecondFactor {
        /// Name to sign in with.
        sign_in: String,
        #[command(flatten)]
        data: DataArgs,
    },
}

#[derive(Args)]
pub(super) struct ChangeArgs {
    /// Name to sign in with.
    sign_in: String,
    /// Full name, as colleagues know it.
    #[arg(long)]
    name: Option<String>,
    /// What the person may do.
    #[arg(long)]
    role: Option<RoleArg>,
    /// Department or partner the person works for.
    #[arg(long)]
    organisation: Option<String>,
    /// Print the person as JSON.
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    data: DataArgs,
}

#[derive(Clone, Copy, ValueEnum)]
pub(super) enum RoleArg {
    SocialWorker,
    HousingOfficer,
    ManagingPartner,
    Coordinator,
    Auditor,
    Administrator,
}

impl From<RoleArg> for Role {
    fn from(role: RoleArg) -> Self {
        match role {
            RoleArg::SocialWorker => Self::SocialWorker,
            RoleArg::HousingOfficer => Self::HousingOfficer,
            RoleArg::ManagingPartner => Self::ManagingPartner,
            RoleArg::Coordinator => Self::Coordinator,
            RoleArg::Auditor => Self::Auditor,
            RoleArg::Administrator => Self::Administrator,
        }
    }
}

/// Names of organisations give their identity, so that colleagues added one by one work for the same one.
const ORGANISATIONS: Uuid = Uuid::from_u128(0x5f0e_8a3c_6a0b_4e57_9d1f_7a51_c3b2_0e64);

/// The identity of an organisation by its name.
pub(crate) fn organisation_id(name: &str) -> OrganisationId {
    OrganisationId(Uuid::new_v5(
        &ORGANISATIONS,
        name.trim().to_lowercase().as_bytes(),
    ))
}

pub(super) async fn run(command: UserCommand) -> Done {
    let (sign_in, name, role, organisation, data) = match command {
        UserCommand::Change(args) => return change(args).await,
        UserCommand::EndSecondFactor { sign_in, data } => return end_factor(&sign_in, &data).await,
        UserCommand::Link(args) => return link::link(args).await,
        UserCommand::Unlink { sign_in, data } => return link::unlink(&sign_in, &data).await,
        UserCommand::Invite { sign_in, data } => return access::invite(&sign_in, &data).await,
        UserCommand::End { sign_in, undo, data } => return access::end(&sign_in, undo, &data).await,
        UserCommand::Add {
            sign_in,
            name,
            role,
            organisation,
            data,
        } => (sign_in, name, role, organisation, data),
    };
    let sign_in = sign_in.trim().to_lowercase();
    if sign_in.is_empty() || organisation.trim().is_empty() {
        return Err(CommandError::Usage(
            "a name and an organisation are needed".to_owned(),
        ));
    }
    let name = name.unwrap_or_else(|| full_name(&sign_in));
    let typed = read_password(&[&sign_in, &name])?;
    let no_chance = |_| CommandError::Input("the machine gives no random bytes".to_owned());
    let (password, drawn) = match typed {
        Some(password) => (password, false),
        None => (secret::random_hex::<12>().map_err(no_chance)?, true),
    };
    let author = Author {
        person: PersonId(Uuid::now_v7()),
        name,
        role: role.into(),
        organisation: organisation_id(&organisation),
        organisation_name: organisation.trim().to_owned(),
    };
    let hash = secret::hash_password(&password).map_err(no_chance)?;
    let person = Person {
        author,
        sign_in,
        password: hash,
    };
    let store = open(&data).await?;
    if !store.add_person(&person).await? {
        return Err(CommandError::Input(format!("{} exists already", person.sign_in)));
    }
    note(&store, person.author.person, "added").await?;
    if drawn {
        say(format_args!("{} was added; password: {password}", person.sign_in));
    } else {
        say(format_args!("{} was added", person.sign_in));
    }
    Ok(())
}

async fn change(args: ChangeArgs) -> Done {
    if args.name.is_none() && args.role.is_none() && args.organisation.is_none() {
        return Err(CommandError::Usage(
            "say what changes: --role, --organisation or --name".to_owned(),
        ));
    }
    let store = open(&args.data).await?;
    let mut author = find(&store, &args.sign_in).await?.author;
    if let Some(name) = args.name {
        author.name = name;
    }
    if let Some(role) = args.role {
        author.role = role.into();
    }
    if let Some(organisation) = &args.organisation {
        if organisation.trim().is_empty() {
            return Err(CommandError::Usage("an organisation has a name".to_owned()));
        }
        author.organisation = organisation_id(organisation);
        author.organisation_name = organisation.trim().to_owned();
    }
    store.change_rights(&author).await?;
    note(&store, author.person, "changed").await?;
    if args.json {
        say(json!({ "sign_in": args.sign_in.trim().to_lowercase(), "author": author }));
    } else {
        say(format_args!("{} was changed", args.sign_in));
    }
    Ok(())
}

async fn end_factor(sign_in: &str, data: &DataArgs) -> Done {
    let store = open(data).await?;
    let person = find(&store, sign_in).await?;
    store.end_factor(person.author.person).await?;
    note(&store, person.author.person, "second factor ended").await?;
    say(format_args!(
        "{} signs in with the password alone",
        person.sign_in
    ));
    Ok(())
}

/// The first line of standard input; none when a person sits there, or when it is empty.
fn read_password(names: &[&str]) -> Done<Option<String>> {
    let mut input = std::io::stdin();
    if input.is_terminal() {
        return Ok(None);
    }
    let mut text = String::new();
    input
        .read_to_string(&mut text)
        .map_err(|error| CommandError::Input(format!("the password does not read: {error}")))?;
    let password = text.lines().next().unwrap_or_default();
    if password.is_empty() {
        return Ok(None);
    }
    password_rule::check(password, names).map_err(|unfit| CommandError::Input(unfit.says().to_owned()))?;
    Ok(Some(password.to_owned()))
}

/// "marta.riva" becomes "Marta Riva".
fn full_name(sign_in: &str) -> String {
    let words = sign_in
        .split(['.', '-', '_', ' '])
        .filter(|word| !word.is_empty());
    let capital = |word: &str| {
        let mut letters = word.chars();
        letters
            .next()
            .map(|first| first.to_uppercase().chain(letters).collect::<String>())
            .unwrap_or_default()
    };
    words.map(capital).collect::<Vec<_>>().join(" ")
}
