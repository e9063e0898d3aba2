//! A household as it stood at a moment on the two time axes (REG-10): its row tells the present, its intervals the past.

use super::{FindHousehold, Household, HouseholdState};
use crate::clock::younger_than;
use crate::error::{Error, Result};
use crate::ids::DwellingId;
use crate::masking::ADULT_AGE;
use crate::memberships::{Membership, Moment};
use crate::persons::{row as person, shown_name};
use crate::scope::{Precinct, Scope};

impl Scope<Precinct> {
    /// The household with this number or id as it stood at a moment: its state, head, number of members and address. Before it
    /// was established in law, or known to the system, there is none ([`Error::NotFound`]).
    ///
    /// What has no axis of its own (kind, version, when it last changed) is the present's.
    pub async fn household_at(&self, find: &FindHousehold, moment: Moment) -> Result<Household> {
        let mut household = self.household(find).await?;
        if moment.is_now() {
            return Ok(household);
        }
        let ever = self.addresses_of(&[household.id], None).await?;
        let is_known = ever.iter().any(|address| moment.known.is_none_or(|at| address.recorded_at <= at));
        if !is_known || moment.on.is_some_and(|day| day < household.established_on) {
            return Err(Error::NotFound);
        }
        let stood = self.addresses_of(&[household.id], Some(moment)).await?;
        match stood.first() {
            Some(address) => self.move_to(&mut household, address.dwelling).await?,
            None if household.state == HouseholdState::Active => return Err(Error::NotFound),
            // It was closed by then.
            None => {}
        }
        let members = self.members_of(&[household.id], moment).await?;
        self.count_members(&mut household, &members).await?;
        Ok(household)
    }

    async fn move_to(&self, household: &mut Household, dwelling: DwellingId) -> Result<()> {
        let there = self.dwellings_by_id(&[dwelling]).await?.pop().ok_or(Error::NotFound)?;
        household.dwelling = there.id;
        (household.building, household.community, household.beat) = (there.building, there.community, there.beat);
        Ok(())
    }

    async fn count_members(&self, household: &mut Household, members: &[Membership]) -> Result<()> {
        household.member_count = i32::try_from(members.len()).unwrap_or(i32::MAX);
        if !members.is_empty() {
            // It closed later than that, or was not known to have closed.
            (household.state, household.closed_on) = (HouseholdState::Active, None);
        }
        if let Some(head) = members.iter().find(|member| member.is_head()) {
            household.head_name = self.head_name(head).await?;
        }
        Ok(())
    }

    async fn head_name(&self, head: &Membership) -> Result<String> {
        let row = self.rows::<person::Entity>().get(head.person).await?.ok_or(Error::NotFound)?;
        let is_minor = younger_than(row.birth_date, ADULT_AGE, self.store().clock().today());
        Ok(shown_name(row.name_masked, is_minor))
    }
}
