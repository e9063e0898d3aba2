//! Writing what an act changed, in one pass and in an order that never crosses another act's: the act, who is registered where, then
//! rows by table and id; the counts are left to the commit.

use std::collections::BTreeSet;

use sea_orm::sea_query::ExprTrait;
use sea_orm::{ActiveModelBehavior, ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, ModelTrait};
use uuid::Uuid;

use super::items;
use super::papers::{self, Paper};
use super::register::{Draft, Register};
use super::registration::Step;
use super::words::RegistrationState;
use crate::clock::day_of;
use crate::error::{Error, Result};
use crate::households::address_row;
use crate::ids::{ActId, HouseholdId, PersonId};
use crate::masking;
use crate::memberships::row as membership;
use crate::page::among;
use crate::persons::name_row;
use crate::residence_permits::{self, PermitEnd};
use crate::scope::Owned;
use crate::stays;
use crate::transaction::AT_ONCE;

/// What an act touched.
#[derive(Debug, Default)]
pub(super) struct Touched {
    pub(super) households: BTreeSet<Uuid>,
    pub(super) persons: BTreeSet<Uuid>,
}

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
        self.count_all();
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
        self.drafts(touched.households.iter().filter_map(|id| self.households.get(id))).await?;
        let persons = touched.persons.iter().filter_map(|id| self.persons.get(id));
        self.drafts(persons.filter(|draft| draft.has_changed())).await
    }

    /// Saves the rows that were there and adds those that were not.
    async fn drafts<'d, M, A>(&self, drafts: impl Iterator<Item = &'d Draft<M>> + Send) -> Result<()>
    where
        M: ModelTrait + IntoActiveModel<A> + 'd,
        A: ActiveModelTrait<Entity = M::Entity> + ActiveModelBehavior + Send,
        M::Entity: Owned + EntityTrait<Model = M>,
    {
        let (old, new): (Vec<_>, Vec<_>) = drafts.partition(|draft| draft.before.is_some());
        for draft in old {
            self.work.save(draft.now.clone().into_active_model().reset_all()).await?;
        }
        self.work.add_all(new.into_iter().map(|draft| draft.now.clone())).await
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
        self.supersede::<membership::Entity>(membership::Column::SupersededAt, &self.writes.superseded).await?;
        let made = self.ties.values().filter(|tie| !tie.stored).map(|tie| &tie.row);
        self.work.add_all(self.writes.ended.iter().chain(made).cloned()).await
    }

    /// Says of rows that they are believed no longer; one that somebody else closed meanwhile refuses the act.
    async fn supersede<E: Owned>(&self, column: E::Column, ids: &[Uuid]) -> Result<()> {
        for some in ids.chunks(AT_ONCE) {
            let believed = among(E::ID, some).and(column.is_null());
            let done = self.work.set_where::<E>(column, self.now.into(), believed).await?;
            if done != some.len() as u64 {
                return Err(Error::Contended);
            }
        }
        Ok(())
    }

    async fn homes(&self) -> Result<()> {
        self.supersede::<address_row::Entity>(address_row::Column::SupersededAt, &self.writes.addresses_superseded)
            .await?;
        self.work.add_all(self.writes.addresses.iter().cloned()).await?;
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
        self.supersede::<address_row::Entity>(address_row::Column::SupersededAt, &[row.id]).await?;
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
        self.supersede::<name_row::Entity>(name_row::Column::SupersededAt, &self.writes.names_superseded).await?;
        self.supersede::<items::row::Entity>(items::row::Column::SupersededAt, &self.writes.items_superseded).await?;
        self.work.add_all(self.writes.names.iter().cloned()).await?;
        self.work.add_all(self.writes.numbers.iter().cloned()).await?;
        self.work.add_all(self.writes.items.iter().cloned()).await
    }

    /// What the act concerned, and on which papers.
    async fn records(&self, touched: &Touched) -> Result<()> {
        let mut subjects = Vec::new();
        for id in &touched.households {
            subjects.push(self.household_subject(*id)?);
        }
        for id in &touched.persons {
            subjects.extend(self.person_subjects(*id)?);
        }
        self.work.add_all(subjects).await?;
        let papers: Vec<papers::row::Model> =
            self.writes.papers.iter().map(|paper| self.paper_row(paper)).collect::<Result<_>>()?;
        self.work.add_all(papers).await
    }

    fn paper_row(&self, paper: &Paper) -> Result<papers::row::Model> {
        Ok(papers::row::Model {
            precinct_id: self.work.scope().precinct().0,
            id: self.work.new_id(),
            act_id: self.act,
            kind: paper.kind.as_str().to_owned(),
            number_sealed: paper.number.as_deref().map(|number| self.seal(number)).transpose()?,
            issued_on: paper.issued_on,
        })
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
