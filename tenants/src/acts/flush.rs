//! Writing what an act changed, in one pass and in an order that never crosses another act's: the act, who is registered where, then
//! rows by table and id, the counts last.

use std::collections::BTreeSet;

use sea_orm::ActiveModelTrait;
use sea_orm::ColumnTrait;
use sea_orm::IntoActiveModel;
use sea_orm::sea_query::ExprTrait;
use uuid::Uuid;

use super::papers;
use super::register::{Draft, Register};
use super::registration::Step;
use super::words::RegistrationState;
use crate::clock::day_of;
use crate::error::{Error, Result};
use crate::households::address_row;
use crate::ids::{ActId, HouseholdId, PersonId};
use crate::masking;
use crate::residence_permits::{self, PermitEnd};
use crate::stays;

/// What an act touched.
#[derive(Debug, Default)]
pub(super) struct Touched {
    pub(super) households: BTreeSet<Uuid>,
    pub(super) persons: BTreeSet<Uuid>,
}

const SUPERSEDE_MEMBERSHIP: &str =
    "UPDATE membership SET superseded_at = $3 WHERE precinct_id = $1 AND id = $2 AND superseded_at IS NULL";
const SUPERSEDE_ADDRESS: &str =
    "UPDATE household_address SET superseded_at = $3 WHERE precinct_id = $1 AND id = $2 AND superseded_at IS NULL";
const SUPERSEDE_ITEM: &str =
    "UPDATE person_item SET superseded_at = $3 WHERE precinct_id = $1 AND id = $2 AND superseded_at IS NULL";
const SUPERSEDE_NAME: &str =
    "UPDATE person_name SET superseded_at = $3 WHERE precinct_id = $1 AND id = $2 AND superseded_at IS NULL";

impl Register<'_> {
    /// Writes everything; answers what was touched.
    pub(super) async fn flush(&mut self, act: super::row::Model) -> Result<Touched> {
        let touched = self.finish();
        self.work.add(act.into_active_model().reset_all()).await?;
        self.steps().await?;
        self.households_and_persons(&touched).await?;
        self.end_stays().await?;
        self.memberships().await?;
        self.homes().await?;
        self.histories().await?;
        self.records(&touched).await?;
        self.count_all().await?;
        Ok(touched)
    }

    /// Brings copies and versions up, before anything is written.
    fn finish(&mut self) -> Touched {
        let touched = self.touched();
        for id in &touched.households {
            let (members, head) = (self.members(HouseholdId(*id)).len(), self.head(HouseholdId(*id)));
            let head = head.and_then(|head| self.persons.get(&head.0)).map(|draft| &draft.now);
            let head = head.map(|head| masking::person_name(&head.name, head.birth_date, self.today));
            if let Some(draft) = self.households.get_mut(id) {
                draft.now.member_count = i32::try_from(members).unwrap_or(i32::MAX);
                draft.now.head_name_masked = head.unwrap_or_else(|| draft.now.head_name_masked.clone());
                draft.now.version += i32::from(draft.before.is_some());
                (draft.now.act_id, draft.now.updated_at) = (self.act, self.now);
            }
        }
        for id in &touched.persons {
            let is_touched = self.marks.is_touched(*id);
            if let Some(draft) = self.persons.get_mut(id).filter(|draft| is_touched || draft.has_changed()) {
                draft.now.version += i32::from(draft.before.is_some());
                (draft.now.act_id, draft.now.updated_at) = (self.act, self.now);
            }
        }
        touched
    }

    fn touched(&self) -> Touched {
        let made = self.ties.values().filter(|tie| !tie.stored).map(|tie| &tie.row);
        let ties: Vec<(Uuid, Uuid)> =
            made.chain(&self.writes.ended).map(|row| (row.household_id, row.person_id)).collect();
        let changed = self.persons.iter().filter(|(_, draft)| draft.has_changed()).map(|(id, _)| *id);
        let persons: BTreeSet<Uuid> =
            changed.chain(ties.iter().map(|(_, person)| *person)).chain(self.marks.persons()).collect();
        // A head who changes his name changes his household's row, which shows it.
        let renamed = |id: &&Uuid| self.persons.get(id).is_some_and(Draft::is_shown_otherwise);
        let headed = persons.iter().filter(renamed).filter_map(|person| self.ties.get(person));
        let headed = headed.filter(|tie| tie.row.relation == crate::relations::HEAD).map(|tie| tie.row.household_id);
        let changed = self.households.iter().filter(|(_, draft)| draft.has_changed()).map(|(id, _)| *id);
        let households = changed.chain(ties.iter().map(|(household, _)| *household)).chain(headed).collect();
        Touched { households, persons }
    }

    /// Whoever has an open membership now and had none is registered since; whoever has none any more is what the form said.
    async fn steps(&mut self) -> Result<()> {
        for id in self.ties.keys().filter(|id| !self.ties_before.contains_key(id)) {
            if self.registration_state(*id)? == RegistrationState::Registered {
                return Err(Error::invariant("REG-01", "the person is registered already"));
            }
            self.writes.steps.insert(*id, Step { state: RegistrationState::Registered, since: self.on });
        }
        for (id, step) in &self.writes.steps {
            self.step(*id, *step).await?;
        }
        Ok(())
    }

    async fn households_and_persons(&self, touched: &Touched) -> Result<()> {
        let households = touched.households.iter().filter_map(|id| self.households.get(id));
        for draft in households {
            let row = draft.now.clone().into_active_model().reset_all();
            if draft.before.is_some() { self.work.save(row).await? } else { self.work.add(row).await? }
        }
        for draft in touched.persons.iter().filter_map(|id| self.persons.get(id)).filter(|draft| draft.has_changed()) {
            let row = draft.now.clone().into_active_model().reset_all();
            if draft.before.is_some() { self.work.save(row).await? } else { self.work.add(row).await? }
        }
        Ok(())
    }

    /// An entry in the register ends the temporary registration and the permit that stood for one, and so does a death (MOV-08, R08).
    async fn end_stays(&self) -> Result<()> {
        let known = |id: &Uuid| self.persons.get(id).is_some_and(|draft| draft.before.is_some());
        for (id, step) in self.writes.steps.iter().filter(|(id, _)| known(id)) {
            let end = match step.state {
                RegistrationState::Registered => PermitEnd::LocalRegistration,
                RegistrationState::Dead => PermitEnd::Died,
                _ => continue,
            };
            residence_permits::cancel_in(self.work, PersonId(*id), end).await?;
            stays::end_in(self.work, PersonId(*id), self.on).await?;
        }
        Ok(())
    }

    /// Closes every old row before any new one is written: no instant has two heads or two households.
    async fn memberships(&self) -> Result<()> {
        for id in &self.writes.superseded {
            self.supersede(SUPERSEDE_MEMBERSHIP, *id).await?;
        }
        let made = self.ties.values().filter(|tie| !tie.stored).map(|tie| &tie.row);
        for row in self.writes.ended.iter().chain(made) {
            self.work.add(row.clone().into_active_model().reset_all()).await?;
        }
        Ok(())
    }

    async fn supersede(&self, sql: &'static str, id: Uuid) -> Result<()> {
        match self.work.execute(sql, vec![id.into(), self.now.into()]).await? {
            1 => Ok(()),
            _ => Err(Error::Contended),
        }
    }

    async fn homes(&self) -> Result<()> {
        for id in &self.writes.addresses_superseded {
            self.supersede(SUPERSEDE_ADDRESS, *id).await?;
        }
        for row in &self.writes.addresses {
            self.work.add(row.clone().into_active_model().reset_all()).await?;
        }
        for (to, household) in &self.writes.homes {
            self.leave_home(*household, to.is_none()).await?;
            if let Some(dwelling) = to {
                self.work.add(self.address(household.0, *dwelling).into_active_model().reset_all()).await?;
            }
        }
        Ok(())
    }

    /// Ends the interval of the address a household has now.
    async fn leave_home(&self, household: HouseholdId, for_good: bool) -> Result<()> {
        use address_row::Column as C;
        let present = C::HouseholdId.eq(household).and(C::EffectiveTo.is_null()).and(C::SupersededAt.is_null());
        let Some(row) = self.work.find::<address_row::Entity>(present).await? else {
            return Ok(());
        };
        let on = if for_good { Ord::max(self.on, row.effective_from) } else { self.on };
        if on < row.effective_from {
            return Err(Error::invariant("REG-02", "the household came to its present address later"));
        }
        self.supersede(SUPERSEDE_ADDRESS, row.id).await?;
        if for_good || on > row.effective_from {
            let ended = address_row::Model {
                id: self.work.new_id(),
                effective_to: Some(on),
                recorded_at: self.now,
                act_id: self.act,
                ..row
            };
            self.work.add(ended.into_active_model().reset_all()).await?;
        }
        Ok(())
    }

    /// Former names and numbers, and items.
    async fn histories(&self) -> Result<()> {
        for id in &self.writes.names_superseded {
            self.supersede(SUPERSEDE_NAME, *id).await?;
        }
        for id in &self.writes.items_superseded {
            self.supersede(SUPERSEDE_ITEM, *id).await?;
        }
        for row in &self.writes.names {
            self.work.add(row.clone().into_active_model().reset_all()).await?;
        }
        for row in &self.writes.numbers {
            self.work.add(row.clone().into_active_model().reset_all()).await?;
        }
        for row in &self.writes.items {
            self.work.add(row.clone().into_active_model().reset_all()).await?;
        }
        Ok(())
    }

    /// What the act concerned, and on which papers.
    async fn records(&self, touched: &Touched) -> Result<()> {
        for id in &touched.households {
            self.work.add(self.household_subject(*id)?.into_active_model().reset_all()).await?;
        }
        for id in &touched.persons {
            for subject in self.person_subjects(*id)? {
                self.work.add(subject.into_active_model().reset_all()).await?;
            }
        }
        for paper in &self.writes.papers {
            let row = papers::row::Model {
                precinct_id: self.work.scope().precinct().0,
                id: self.work.new_id(),
                act_id: self.act,
                kind: paper.kind.as_str().to_owned(),
                number_sealed: paper.number.as_deref().map(|number| self.seal(number)).transpose()?,
                issued_on: paper.issued_on,
            };
            self.work.add(row.into_active_model().reset_all()).await?;
        }
        Ok(())
    }

    /// The act's own row.
    pub(super) fn act_row(&self, summary: String, repairs: Option<ActId>) -> super::row::Model {
        let member = self.work.scope().member();
        super::row::Model {
            precinct_id: self.work.scope().precinct().0,
            id: self.act,
            number: format!("DJ{}-{:010}", day_of(self.now).format("%Y%m%d"), self.act.as_u128() % 10_000_000_000),
            kind: self.kind.to_owned(),
            effective_on: self.on,
            recorded_at: self.now,
            account_id: member.account.map(Uuid::from),
            account_name: member.name.clone(),
            account_role: member.role.as_str().to_owned(),
            summary,
            repairs_act_id: repairs.map(Uuid::from),
            case_number: self.case_number.clone(),
        }
    }
}
