//! From the application to the issue, the change of an address, and the end of a permit.

use chrono::{Months, NaiveDate};
use sea_orm::{ActiveValue::Set, ColumnTrait, ExprTrait};
use uuid::Uuid;

use super::{PermitEnd, PermitGround, PermitState, PermitStep, ResidencePermit, anniversary, event_row, row};
use crate::audit::Entry;
use crate::clock::younger_than;
use crate::dwellings::row as dwelling_row;
use crate::error::{Error, Result};
use crate::events::{EventKind, NewEvent};
use crate::ids::{BeatId, DwellingId, PersonId, ResidencePermitId, paper_number};
use crate::limits;
use crate::persons::{PopulationCategory, row as person_row};
use crate::roles::{Action, Domain};
use crate::scope::{Precinct, Scope, Work};
use crate::stays::row as stay_row;
use crate::words::words;

words! {
    /// Who applies for a permit (申领人): under 16 a guardian, for the old and the disabled also a near relative.
    pub enum PermitApplicant {
        /// The holder (本人).
        OneSelf = "SELF",
        /// A guardian (监护人).
        Guardian = "GUARDIAN",
        /// A near relative (近亲属).
        Relative = "RELATIVE",
    }
}

/// A permit to be applied for.
#[derive(Clone, Debug)]
pub struct NewPermit {
    /// For whom.
    pub person: PersonId,
    /// Where the person lives, by a registered stay.
    pub dwelling: DwellingId,
    /// The ground beside half a year of residence.
    pub ground: PermitGround,
    /// Who applies.
    pub applied_by: PermitApplicant,
    /// The guardian or relative.
    pub applicant: Option<PersonId>,
}

/// What the rules of an application are decided by, read before its work is opened.
struct Facts {
    today: NaiveDate,
    of_the_city: bool,
    city: String,
    residence_months: u32,
    own_age: u32,
    resident_since: Option<NaiveDate>,
}

impl Scope<Precinct> {
    /// Applies for a permit: half a year of registered residence and one ground, registered in another city, one in this city.
    pub async fn apply_for_residence_permit(&self, new: &NewPermit) -> Result<ResidencePermit> {
        self.may(Domain::Permits, Action::Manage)?;
        let facts = self.permit_facts(new).await?;
        let work = self.work().await?;
        let person = work.get::<person_row::Entity>(new.person).await?;
        let home = work.get::<dwelling_row::Entity>(new.dwelling).await?;
        self.keeps(home.beat_id.map(BeatId))?;
        new.is_eligible(&person, &facts)?;
        let since = new.residence(&work, &facts).await?;
        let (id, now) = (work.new_id(), self.store().clock().now());
        hold(&work, &person, &facts.city, id).await?;
        work.add(row::ActiveModel {
            id: Set(id),
            number: Set(paper_number("JZ", now, id)),
            person_id: Set(new.person.0),
            dwelling_id: Set(new.dwelling.0),
            community_id: Set(home.community_id),
            beat_id: Set(home.beat_id),
            city: Set(facts.city),
            ground: Set(new.ground.as_str().to_owned()),
            state: Set(PermitState::Applied.as_str().to_owned()),
            applied_by: Set(new.applied_by.as_str().to_owned()),
            applicant_id: Set(new.applicant.map(Uuid::from)),
            resident_since: Set(since),
            applied_on: Set(facts.today),
            extended: Set(false),
            endorsements: Set(0),
            version: Set(1),
            recorded_at: Set(now),
            updated_at: Set(now),
            ..Default::default()
        })
        .await?;
        let permit = work.get::<row::Entity>(ResidencePermitId(id)).await?;
        tell(&work, &permit, PermitStep::Apply).await?;
        work.commit(Entry::new("applyForResidencePermit", Domain::Permits.as_str()).on("residence_permit", id).rows(1))
            .await?;
        permit.try_into()
    }

    async fn permit_facts(&self, new: &NewPermit) -> Result<Facts> {
        let (store, today) = (self.store(), self.store().clock().today());
        let stays = self.rows::<stay_row::Entity>().filter(stay_row::Column::PersonId.eq(new.person));
        let stays = stays.descending(stay_row::Column::StayFrom).look(200).await?;
        Ok(Facts {
            today,
            of_the_city: self.is_registered_in_city(new.person, new.dwelling).await?,
            city: self.city_at(new.dwelling).await?,
            residence_months: limits::in_force(store, "permit.residence", today).await?.value,
            own_age: limits::in_force(store, "permit.own_application", today).await?.value,
            resident_since: resident_since(stays.iter().map(|stay| (stay.stay_from, stay.ended_on))),
        })
    }

    /// Accepts an application: the time to issue the permit runs from today.
    pub async fn accept_residence_permit(&self, id: ResidencePermitId, seen: i32) -> Result<ResidencePermit> {
        let today = self.store().clock().today();
        let due = limits::in_force(self.store(), "permit.issue", today).await?.last_day(today);
        let change = row::ActiveModel { accepted_on: Set(Some(today)), due_on: Set(due), ..Default::default() };
        self.step_permit((id, seen), PermitStep::Accept, "acceptResidencePermit", |_| Ok(change)).await
    }

    /// Extends the time to issue a permit, once, to the longest the law allows.
    pub async fn extend_residence_permit(&self, id: ResidencePermitId, seen: i32) -> Result<ResidencePermit> {
        let limit = limits::in_force(self.store(), "permit.issue_extended", self.store().clock().today()).await?;
        let change = move |permit: &row::Model| {
            if permit.extended {
                return Err(Error::Conflict("the time to issue the permit was extended already"));
            }
            let due = permit.accepted_on.and_then(|accepted| limit.last_day(accepted));
            Ok(row::ActiveModel { extended: Set(true), due_on: Set(due), ..Default::default() })
        };
        self.step_permit((id, seen), PermitStep::Extend, "extendResidencePermit", change).await
    }

    /// Issues a permit; the years of residence count from today.
    pub async fn issue_residence_permit(&self, id: ResidencePermitId, seen: i32) -> Result<ResidencePermit> {
        self.may(Domain::Permits, Action::Manage)?;
        let known = self.rows::<row::Entity>().get_now(id).await?.ok_or(Error::NotFound)?;
        if self.is_registered_in_city(PersonId(known.person_id), DwellingId(known.dwelling_id)).await? {
            return Err(registered());
        }
        let today = self.store().clock().today();
        let change = row::ActiveModel {
            issued_on: Set(Some(today)),
            counted_from: Set(Some(today)),
            endorse_by: Set(anniversary(today, 1)),
            ..Default::default()
        };
        self.step_permit((id, seen), PermitStep::Issue, "issueResidencePermit", |_| Ok(change)).await
    }

    /// Registers the holder's new address in the city; the permit stays the same.
    pub async fn change_permit_address(
        &self,
        id: ResidencePermitId,
        dwelling: DwellingId,
        seen: i32,
    ) -> Result<ResidencePermit> {
        self.may(Domain::Permits, Action::Manage)?;
        let city = self.city_at(dwelling).await?;
        let home = self.rows::<dwelling_row::Entity>().get_now(dwelling).await?.ok_or(Error::NotFound)?;
        self.keeps(home.beat_id.map(BeatId))?;
        let change = move |permit: &row::Model| {
            if permit.city != city {
                return Err(Error::invalid(
                    "PERMIT_CITY",
                    "dwellingId",
                    "a permit follows its holder within its city only",
                ));
            }
            Ok(row::ActiveModel {
                dwelling_id: Set(home.id),
                community_id: Set(home.community_id),
                beat_id: Set(home.beat_id),
                ..Default::default()
            })
        };
        self.step_permit((id, seen), PermitStep::Move, "changePermitAddress", change).await
    }

    /// Cancels a permit for good; a registered death or a registration in the city ends the stay with it.
    pub async fn cancel_residence_permit(
        &self,
        id: ResidencePermitId,
        why: PermitEnd,
        seen: i32,
    ) -> Result<ResidencePermit> {
        let (work, mut permit) = self.changeable_permit(id, seen).await?;
        let person = PersonId(permit.person_id);
        if why == PermitEnd::Died && work.get::<person_row::Entity>(person).await?.death_on.is_none() {
            return Err(Error::invalid("PERMIT_END", "reason", "a death is registered before it ends a permit"));
        }
        cancel(&work, &mut permit, why).await?;
        if matches!(why, PermitEnd::Died | PermitEnd::LocalRegistration) {
            crate::stays::end_in(&work, person, self.store().clock().today()).await?;
        }
        self.done(work, permit, "cancelResidencePermit").await
    }

    /// One step of a permit's life, and what else it changes.
    async fn step_permit(
        &self,
        (id, seen): (ResidencePermitId, i32),
        step: PermitStep,
        function: &'static str,
        change: impl FnOnce(&row::Model) -> Result<row::ActiveModel>,
    ) -> Result<ResidencePermit> {
        let (work, mut permit) = self.changeable_permit(id, seen).await?;
        let change = change(&permit)?;
        take(&work, &mut permit, step, change).await?;
        self.done(work, permit, function).await
    }

    /// A permit within the asker's beats, at the version he saw, with the work that is to change it.
    pub(super) async fn changeable_permit(&self, id: ResidencePermitId, seen: i32) -> Result<(Work, row::Model)> {
        self.may(Domain::Permits, Action::Manage)?;
        let work = self.work().await?;
        let permit = work.get::<row::Entity>(id).await?;
        self.keeps(permit.beat_id.map(BeatId))?;
        Error::unless_seen(seen, permit.version)?;
        Ok((work, permit))
    }

    pub(super) async fn done(&self, work: Work, permit: row::Model, function: &'static str) -> Result<ResidencePermit> {
        let entry = Entry::new(function, Domain::Permits.as_str()).on("residence_permit", permit.id);
        work.commit(entry.when(format!("state={}", permit.state)).rows(1)).await?;
        permit.try_into()
    }
}

impl NewPermit {
    fn is_eligible(&self, person: &person_row::Model, facts: &Facts) -> Result<()> {
        if person.death_on.is_some() {
            return Err(Error::invalid("REG-11", "personId", "a dead person holds no permit"));
        }
        if facts.of_the_city {
            return Err(registered());
        }
        if person.category != PopulationCategory::Floating.as_str() {
            return Err(ineligible("a residence permit is for citizens who are registered in another city"));
        }
        let needs_guardian = younger_than(person.birth_date, facts.own_age, facts.today);
        let by_others = self.applied_by != PermitApplicant::OneSelf;
        if by_others != self.applicant.is_some()
            || (needs_guardian && !by_others)
            || self.applicant == Some(self.person)
        {
            let message = "a guardian applies for a child, and who applies for somebody else is named";
            return Err(Error::invalid("PERMIT_GUARDIAN", "appliedBy", message));
        }
        Ok(())
    }

    /// Since when the person resides, by an open stay at this very dwelling and those it follows on.
    async fn residence(&self, work: &Work, facts: &Facts) -> Result<NaiveDate> {
        use stay_row::Column as C;
        let lasts = C::PersonId.eq(self.person).and(C::DwellingId.eq(self.dwelling)).and(C::EndedOn.is_null());
        if work.find::<stay_row::Entity>(lasts).await?.is_none() {
            return Err(ineligible("a permit is applied for where the stay is registered"));
        }
        let long_enough = |since: &NaiveDate| {
            since.checked_add_months(Months::new(facts.residence_months)).is_some_and(|day| day <= facts.today)
        };
        facts.resident_since.filter(long_enough).ok_or_else(|| ineligible("residence has not lasted long enough"))
    }
}

fn ineligible(message: &str) -> Error {
    Error::invalid("PERMIT_ELIGIBILITY", "personId", message)
}

fn registered() -> Error {
    Error::invalid("PMT-01", "personId", "whoever is registered in the city has no residence permit of it")
}

/// Since when residence goes on without a gap until now, by stays in any order; none unless one lasts.
fn resident_since(stays: impl Iterator<Item = (NaiveDate, Option<NaiveDate>)>) -> Option<NaiveDate> {
    let mut stays: Vec<_> = stays.collect();
    // The one that lasts first, then those that ended, the latest first.
    stays.sort_by_key(|(_, ended)| std::cmp::Reverse(ended.unwrap_or(NaiveDate::MAX)));
    let mut stays = stays.into_iter();
    let (mut since, _) = stays.next().filter(|(_, ended)| ended.is_none())?;
    for (from, ended) in stays {
        if ended.is_some_and(|ended| ended < since) {
            break;
        }
        since = Ord::min(from, since);
    }
    Some(since)
}

/// Takes the one place a person has in a city (PMT-02), whichever precincts know the person.
async fn hold(work: &Work, person: &person_row::Model, city: &str, permit: Uuid) -> Result<()> {
    const HOLD: &str = "INSERT INTO permit_holder (precinct_id, number_hash, city, permit_id, recorded_at) \
         VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING";
    let number = person.number_hash.clone().ok_or_else(|| ineligible("a permit needs the citizen id number"))?;
    let now = work.scope().store().clock().now();
    match work.execute(HOLD, vec![number.into(), city.into(), permit.into(), now.into()]).await? {
        1 => Ok(()),
        _ => Err(Error::invalid("PMT-02", "personId", "the person has a residence permit of this city")),
    }
}

/// Takes a step of a permit's life within a work: the row, its event, and what is told of it.
pub(super) async fn take(
    work: &Work,
    permit: &mut row::Model,
    step: PermitStep,
    mut change: row::ActiveModel,
) -> Result<()> {
    let state: PermitState = permit.state.parse().map_err(Error::internal)?;
    let next = state.after(step).ok_or(Error::Conflict("the permit's state does not allow this"))?;
    change.id = Set(permit.id);
    change.state = Set(next.as_str().to_owned());
    change.version = Set(permit.version + 1);
    change.updated_at = Set(work.scope().store().clock().now());
    work.save(change).await?;
    *permit = work.get::<row::Entity>(ResidencePermitId(permit.id)).await?;
    tell(work, permit, step).await
}

async fn tell(work: &Work, permit: &row::Model, step: PermitStep) -> Result<()> {
    let (member, clock) = (work.scope().member(), work.scope().store().clock());
    work.add(event_row::ActiveModel {
        id: Set(work.new_id()),
        permit_id: Set(permit.id),
        step: Set(step.as_str().to_owned()),
        state: Set(permit.state.clone()),
        version: Set(permit.version),
        on_day: Set(clock.today()),
        dwelling_id: Set(Some(permit.dwelling_id)),
        ground: Set(Some(permit.ground.clone())),
        reason: Set(permit.cancel_reason.clone()),
        account_id: Set(member.account.map(Uuid::from)),
        account_name: Set(member.name.clone()),
        account_role: Set(member.role.as_str().to_owned()),
        recorded_at: Set(clock.now()),
        ..Default::default()
    })
    .await?;
    let told = NewEvent::new(EventKind::ResidencePermitChanged, "residence_permit", permit.id);
    work.emit(told.version(permit.version).saying(step));
    Ok(())
}

async fn cancel(work: &Work, permit: &mut row::Model, why: PermitEnd) -> Result<()> {
    let change = row::ActiveModel {
        cancelled_on: Set(Some(work.scope().store().clock().today())),
        cancel_reason: Set(Some(why.as_str().to_owned())),
        ..Default::default()
    };
    take(work, permit, PermitStep::Cancel, change).await?;
    let free = "DELETE FROM permit_holder WHERE precinct_id = $1 AND permit_id = $2";
    work.execute(free, vec![permit.id.into()]).await.map(drop)
}

/// Cancels the permit that a person has, if any, within a caller's work: at a move-in (MOV-08) or a death (R08).
pub(crate) async fn cancel_in(work: &Work, person: PersonId, reason: PermitEnd) -> Result<()> {
    let live = row::Column::PersonId.eq(person).and(row::Column::State.ne(PermitState::Cancelled.as_str()));
    match work.find::<row::Entity>(live).await? {
        Some(mut permit) => cancel(work, &mut permit, reason).await,
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn residence_goes_on_from_stay_to_stay_and_ends_with_a_gap() {
        let day = |month, day| NaiveDate::from_ymd_opt(2026, month, day).unwrap();
        let since = |stays: &[(NaiveDate, Option<NaiveDate>)]| resident_since(stays.iter().copied());
        assert_eq!(since(&[(day(5, 1), None), (day(2, 1), Some(day(5, 1)))]), Some(day(2, 1)));
        assert_eq!(since(&[(day(5, 1), None), (day(2, 1), Some(day(4, 30)))]), Some(day(5, 1)));
        assert_eq!(
            since(&[(day(2, 1), Some(day(5, 1))), (day(2, 1), None), (day(1, 1), Some(day(3, 1)))]),
            Some(day(1, 1))
        );
        assert_eq!(since(&[(day(2, 1), Some(day(5, 1)))]), None);
        assert_eq!(since(&[]), None);
    }
}
