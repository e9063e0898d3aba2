//! Registering a stay on the spot, extending and ending it.

use chrono::NaiveDate;
use sea_orm::{ActiveValue::Set, ColumnTrait, ExprTrait};
use uuid::Uuid;

use super::need::need;
use super::newcomer::Stayer;
use super::{Stay, StayDecision, StayEnd, StayExemption, StayOutcome, StayReason, TakenAt, decision_row, row};
use crate::audit::Entry;
use crate::dwellings::row as dwelling_row;
use crate::error::{Error, Result};
use crate::events::{EventKind, NewEvent};
use crate::ids::{BeatId, DwellingId, PersonId, StayDecisionId, StayId, paper_number};
use crate::persons::row as person_row;
use crate::residence_permits::{PermitEnd, cancel_in};
use crate::roles::{Action, Domain};
use crate::scope::{Precinct, Scope, Work};

/// A stay to be registered.
#[derive(Clone, Debug)]
pub struct NewStay {
    /// Who stays.
    pub who: Stayer,
    /// Where.
    pub dwelling: DwellingId,
    /// Why.
    pub reason: StayReason,
    /// Where it is registered.
    pub taken_at: TakenAt,
    /// First day; not in the future.
    pub from: NaiveDate,
    /// The last day as stated.
    pub until: NaiveDate,
    /// A lodging that records its guests itself.
    pub exemption: Option<StayExemption>,
}

/// What came of it: a decision, and the stay where one was needed.
#[derive(Clone, Debug)]
pub struct StayTaken {
    /// The decision.
    pub decision: StayDecision,
    /// The stay with its voucher number.
    pub stay: Option<Stay>,
}

impl Scope<Precinct> {
    /// Registers a stay on the spot and gives its voucher number; of whom none is needed, only the decision is written.
    pub async fn register_stay(&self, new: &NewStay) -> Result<StayTaken> {
        self.may(Domain::Stays, Action::Manage)?;
        new.within_reason(self.store().clock().today())?;
        // Before the work is opened: a look has a connection of its own.
        let identified = self.identified(new).await?;
        let work = self.work().await?;
        let home = work.get::<dwelling_row::Entity>(new.dwelling).await?;
        self.keeps(home.beat_id.map(BeatId))?;
        let person = identified.entry(&work, &home).await?;
        if person.death_on.is_some() {
            return Err(Error::invalid("REG-11", "personId", "a dead person stays nowhere"));
        }
        let category = person.category.parse().map_err(Error::internal)?;
        let (outcome, ground) = need(category, identified.of_the_city, new.exemption);
        let stay = match outcome {
            StayOutcome::Needed => Some(new.write(&work, PersonId(person.id), &home).await?),
            StayOutcome::NotNeeded | StayOutcome::Exempt => None,
        };
        let decision = work.new_id();
        work.add(decision_row::ActiveModel {
            id: Set(decision),
            person_id: Set(person.id),
            dwelling_id: Set(new.dwelling.0),
            outcome: Set(outcome.as_str().to_owned()),
            ground: Set(ground.as_str().to_owned()),
            stay_id: Set(stay),
            decided_on: Set(self.store().clock().today()),
            decided_by: Set(self.member().account.map(Uuid::from)),
            decided_by_name: Set(self.member().name.clone()),
            recorded_at: Set(self.store().clock().now()),
            ..Default::default()
        })
        .await?;
        let taken = StayTaken {
            decision: work.get::<decision_row::Entity>(StayDecisionId(decision)).await?.try_into()?,
            stay: match stay {
                Some(id) => Some(work.get::<row::Entity>(StayId(id)).await?.try_into()?),
                None => None,
            },
        };
        let entry = Entry::new("registerStay", Domain::Stays.as_str()).on("person", person.id);
        work.commit(entry.when(format!("outcome={outcome} ground={ground}")).rows(1)).await?;
        Ok(taken)
    }

    /// Moves the stated last day of a stay that lasts.
    pub async fn extend_stay(&self, id: StayId, until: NaiveDate, expected_version: i32) -> Result<Stay> {
        self.may(Domain::Stays, Action::Manage)?;
        let work = self.work().await?;
        let stay = self.changeable_stay(&work, id, expected_version).await?;
        if until <= stay.stay_until {
            return Err(Error::invalid("STAY_DATES", "until", "an extension ends later than what it extends"));
        }
        let change = row::ActiveModel { stay_until: Set(until), ..Default::default() };
        self.change_stay(work, &stay, change, "extendStay").await
    }

    /// Ends a stay; nothing of it is deleted. Whoever leaves the city, dies or is registered in it holds no permit from then on.
    pub async fn end_stay(&self, id: StayId, on: NaiveDate, why: StayEnd, expected_version: i32) -> Result<Stay> {
        self.may(Domain::Stays, Action::Manage)?;
        let work = self.work().await?;
        let stay = self.changeable_stay(&work, id, expected_version).await?;
        if on < stay.stay_from || on > self.store().clock().today() {
            let message = "a stay ends on a day from its first to today";
            return Err(Error::invalid("STAY_DATES", "endedOn", message));
        }
        let with_permit = match why {
            StayEnd::Left => Some(PermitEnd::Left),
            StayEnd::Registered => Some(PermitEnd::LocalRegistration),
            StayEnd::Died => Some(PermitEnd::Died),
            StayEnd::Moved | StayEnd::Lapsed => None,
        };
        if let Some(reason) = with_permit {
            cancel_in(&work, PersonId(stay.person_id), reason).await?;
        }
        self.change_stay(work, &stay, ended(on, why), "endStay").await
    }

    /// A stay that lasts, is within the asker's beats and is at the version he saw.
    async fn changeable_stay(&self, work: &Work, id: StayId, expected_version: i32) -> Result<row::Model> {
        let stay = work.get::<row::Entity>(id).await?;
        self.keeps(stay.beat_id.map(BeatId))?;
        Error::unless_seen(expected_version, stay.version)?;
        if stay.ended_on.is_some() { Err(Error::Conflict("the stay has ended already")) } else { Ok(stay) }
    }

    async fn change_stay(
        &self,
        work: Work,
        stay: &row::Model,
        change: row::ActiveModel,
        function: &'static str,
    ) -> Result<Stay> {
        save(&work, stay, change).await?;
        let changed = work.get::<row::Entity>(StayId(stay.id)).await?;
        work.commit(Entry::new(function, Domain::Stays.as_str()).on("stay", stay.id).rows(1)).await?;
        changed.try_into()
    }
}

impl NewStay {
    fn within_reason(&self, today: NaiveDate) -> Result<()> {
        if self.from > today {
            return Err(Error::invalid("STAY_DATES", "from", "a stay is registered when it has begun"));
        }
        if self.until < self.from {
            return Err(Error::invalid("STAY_DATES", "until", "a stay ends no earlier than it begins"));
        }
        Ok(())
    }

    async fn write(&self, work: &Work, person: PersonId, home: &dwelling_row::Model) -> Result<Uuid> {
        if open_of(work, person).await?.is_some() {
            return Err(Error::Conflict("the person has a stay that lasts: end it first"));
        }
        let (scope, id) = (work.scope(), work.new_id());
        let now = scope.store().clock().now();
        work.add(row::ActiveModel {
            id: Set(id),
            number: Set(paper_number("ZZ", now, id)),
            person_id: Set(person.0),
            dwelling_id: Set(self.dwelling.0),
            community_id: Set(home.community_id),
            beat_id: Set(home.beat_id),
            reason: Set(self.reason.as_str().to_owned()),
            taken_at: Set(self.taken_at.as_str().to_owned()),
            stay_from: Set(self.from),
            stay_until: Set(self.until),
            registered_by: Set(scope.member().account.map(Uuid::from)),
            registered_by_name: Set(scope.member().name.clone()),
            version: Set(1),
            recorded_at: Set(now),
            updated_at: Set(now),
            ..Default::default()
        })
        .await?;
        work.emit(NewEvent::new(EventKind::StayChanged, "stay", id).version(1));
        Ok(id)
    }
}

async fn open_of(work: &Work, person: PersonId) -> Result<Option<row::Model>> {
    work.find::<row::Entity>(row::Column::PersonId.eq(person).and(row::Column::EndedOn.is_null())).await
}

fn ended(on: NaiveDate, why: StayEnd) -> row::ActiveModel {
    row::ActiveModel { ended_on: Set(Some(on)), end_reason: Set(Some(why.as_str().to_owned())), ..Default::default() }
}

async fn save(work: &Work, stay: &row::Model, mut change: row::ActiveModel) -> Result<()> {
    let ending = change.end_reason.is_set();
    change.id = Set(stay.id);
    change.version = Set(stay.version + 1);
    change.updated_at = Set(work.scope().store().clock().now());
    let told = NewEvent::new(EventKind::StayChanged, "stay", stay.id).version(stay.version + 1);
    let why = match &change.end_reason {
        Set(Some(word)) if ending => Some(word.parse::<StayEnd>().map_err(Error::internal)?),
        _ => None,
    };
    work.save(change).await?;
    work.emit(why.into_iter().fold(told, NewEvent::saying));
    Ok(())
}

/// Ends the stay that a person has, if any, within a caller's work: because the person was registered here (MOV-08), or died (R08),
/// which the person's row in this very work says.
pub(crate) async fn end_in(work: &Work, person: PersonId, on: NaiveDate) -> Result<()> {
    let Some(stay) = open_of(work, person).await? else { return Ok(()) };
    let died = work.get::<person_row::Entity>(person).await?.death_on.is_some();
    let why = if died { StayEnd::Died } else { StayEnd::Registered };
    save(work, &stay, ended(Ord::max(on, stay.stay_from), why)).await
}
