// SPDX-License-Identifier: AGPL-3.0-or-later
//! Who sees a visit: the City; one of a partner also that partner, as long as it sees the household. Another partner that
//! sees the household too learns on which day a partner comes, and nothing else.
use super::{Purpose, Visit, VisitFact, VisitPart, VisitPartId, VisitState};
use crate::{id::VisitId, photo::PhotoId, pictured::Pictured};
use soglia_kernel::{
    access::{Audience, Partners, Roles},
    answer::Answer,
    author::Role,
    content::{Content, Fact as _, Reader},
    key::{Identity, Key, Kind},
    stored::FieldKey,
};

impl Visit {
    /// Who may choose between two values.
    pub(super) const RESOLVED_BY: Roles = Roles::TEAM_AND_PARTNER;

    /// To whom words of the visit are told: a record that names no partner is none of theirs, or was told to a stranger.
    const fn told_words(&self) -> Roles {
        if self.partner.is_some() {
            Roles::ALL
        } else {
            Roles::CITY
        }
    }

    /// Leaves of a visit what any partner that sees the household may know.
    fn keep_day(&mut self) {
        self.partner = None;
        self.dwelling = None;
        self.purpose = Purpose::Other;
        self.appointment.from = None;
        self.appointment.to = None;
        self.appointment.place.clear();
        self.who.name.clear();
        self.by_name.clear();
        self.safety = Answer::NotAsked;
        self.checks.clear();
        self.attempts.clear();
        self.photos.clear();
        self.state = self.state.without_words();
    }
}

impl Pictured for Visit {
    fn images(&self) -> Vec<PhotoId> {
        self.photos.iter().map(|photo| photo.id).collect()
    }
}

impl Content for Visit {
    const KIND: Kind = VisitId::KIND;
    const VERSION: u16 = 1;
    // Not the coordination, which is not told what is needed for safety.
    const TOLD_WHOLE: Roles = Roles::TEAM;

    type Fact = VisitFact;
    soglia_kernel::has_parts!(VisitPart, VisitPartId);
    soglia_kernel::no_part_facts!();
    soglia_kernel::has_state!(VisitState);

    fn say(&mut self, fact: &VisitFact) {
        match fact {
            VisitFact::Appointment(appointment) => self.appointment = appointment.clone(),
            VisitFact::Who(who) => self.who = who.clone(),
            VisitFact::Safety(safety) => self.safety = safety.clone(),
        }
    }

    fn said(&self, fact: &VisitFact) -> VisitFact {
        match fact {
            VisitFact::Appointment(_) => VisitFact::Appointment(self.appointment.clone()),
            VisitFact::Who(_) => VisitFact::Who(self.who.clone()),
            VisitFact::Safety(_) => VisitFact::Safety(self.safety.clone()),
        }
    }

    fn key(&self) -> Key {
        self.id.key()
    }

    fn roots(&self) -> Vec<Key> {
        vec![self.household.key()]
    }

    fn audience(&self) -> Audience {
        Audience {
            roles: Roles::CITY,
            partners: match self.partner {
                Some(_) => Partners::OfRoots,
                None => Partners::None,
            },
        }
    }

    fn told(&self, field: &FieldKey) -> Roles {
        let safety = VisitFact::Safety(Answer::NotAsked);
        if field.0 == safety.field() {
            self.told_words().and(safety.told())
        } else {
            self.told_words()
        }
    }

    fn redact(&mut self, reader: &Reader) {
        match reader.role {
            Role::SocialWorker | Role::HousingOfficer => {}
            Role::Coordinator | Role::Auditor | Role::Administrator => self.safety = Answer::NotAsked,
            Role::ManagingPartner => {
                if self.partner != Some(reader.organisation) {
                    self.keep_day();
                }
            }
        }
    }
}
