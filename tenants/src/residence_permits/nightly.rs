//! What the night does to permits: those whose endorsement is late are suspended, holders to be reminded are told of once a year.

use chrono::{Days, NaiveDate};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition};
use uuid::Uuid;

use super::apply::take;
use super::endorse::suspend;
use super::{PermitState, PermitStep, row};
use crate::audit::Entry;
use crate::error::{Error, Result};
use crate::ids::ResidencePermitId;
use crate::limits;
use crate::members::Kind;
use crate::roles::Domain;
use crate::scope::{Precinct, Scope};

/// Permits a transaction.
const BATCH: u64 = 100;

/// What the night did in a precinct.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PermitNight {
    /// Permits suspended.
    pub suspended: usize,
    /// Holders to be reminded, told of for the first time.
    pub reminded: usize,
    /// Permits accepted and not issued in time, which somebody has to see to.
    pub overdue: u64,
}

impl Scope<Precinct> {
    /// Suspends what is late and notes whom to remind; doing it twice does nothing more. Only for the operator's command line.
    pub async fn permit_night(&self) -> Result<PermitNight> {
        if self.member().kind != Kind::Operator {
            return Err(Error::Denied);
        }
        let today = self.store().clock().today();
        let days = limits::in_force(self.store(), "permit.reminder", today).await?.value;
        let remind_by = today + Days::new(u64::from(days));
        let suspended = self.every_night(PermitStep::Suspend, late(today)).await?;
        let reminded = self.every_night(PermitStep::Remind, unreminded(remind_by)).await?;
        Ok(PermitNight { suspended, reminded, overdue: self.overdue_permits(today).await? })
    }

    /// Takes a step for every permit that meets a condition which the step ends; a batch is a transaction.
    async fn every_night(&self, step: PermitStep, which: Condition) -> Result<usize> {
        let mut done = 0;
        loop {
            let rows = self.rows::<row::Entity>().filter(which.clone()).ascending(row::Column::Id).look(BATCH).await?;
            if rows.is_empty() {
                return Ok(done);
            }
            let ids: Vec<Uuid> = rows.iter().map(|permit| permit.id).collect();
            done += self.night_batch(step, &which, &ids).await?;
        }
    }

    async fn night_batch(&self, step: PermitStep, which: &Condition, ids: &[Uuid]) -> Result<usize> {
        let work = self.work().await?;
        let mut changed = 0;
        for id in ids {
            // Asked anew inside the work: somebody may have endorsed it meanwhile.
            let still = which.clone().add(row::Column::Id.eq(ResidencePermitId(*id)));
            let Some(mut permit) = work.find::<row::Entity>(still).await? else { continue };
            if step == PermitStep::Suspend {
                suspend(&work, &mut permit).await?;
            } else {
                let change = row::ActiveModel { reminded_for: Set(permit.endorse_by), ..Default::default() };
                take(&work, &mut permit, step, change).await?;
            }
            changed += 1;
        }
        let entry = Entry::new("permitNight", Domain::Permits.as_str()).when(format!("step={step}")).rows(changed);
        work.commit(entry).await?;
        Ok(changed)
    }

    async fn overdue_permits(&self, today: NaiveDate) -> Result<u64> {
        use row::Column as C;
        let rows = self.rows::<row::Entity>().filter(C::State.eq(PermitState::Accepted.as_str()));
        rows.filter(C::DueOn.lt(today)).count().await
    }
}

fn valid() -> Condition {
    Condition::all().add(row::Column::State.eq(PermitState::Valid.as_str()))
}

fn late(today: NaiveDate) -> Condition {
    valid().add(row::Column::EndorseBy.lt(today))
}

/// Valid, to be endorsed by the day, and not yet reminded for that very year.
fn unreminded(by: NaiveDate) -> Condition {
    use sea_orm::sea_query::ExprTrait as _;
    let never = Condition::any()
        .add(row::Column::RemindedFor.is_null())
        .add(Expr::col(row::Column::RemindedFor).ne(Expr::col(row::Column::EndorseBy)));
    valid().add(row::Column::EndorseBy.lte(by)).add(never)
}
