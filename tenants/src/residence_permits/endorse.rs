//! The yearly endorsement (签注): in the month before each full year; late, it restores a suspended permit and the years count anew.

use chrono::NaiveDate;
use sea_orm::ActiveValue::Set;

use super::apply::take;
use super::steps::Endorsement;
use super::{PermitGround, PermitState, PermitStep, ResidencePermit, anniversary, row};
use crate::error::{Error, Result};
use crate::ids::ResidencePermitId;
use crate::limits;
use crate::scope::{Precinct, Scope, Work};

impl Scope<Precinct> {
    /// Endorses a permit for another year, on the ground that holds now.
    pub async fn endorse_residence_permit(
        &self,
        id: ResidencePermitId,
        ground: Option<PermitGround>,
        seen: i32,
    ) -> Result<ResidencePermit> {
        let today = self.store().clock().today();
        let window = limits::in_force(self.store(), "permit.endorsement_window", today).await?.value;
        let (work, mut permit) = self.changeable_permit(id, seen).await?;
        let endorsable =
            [PermitState::Valid, PermitState::Suspended].iter().any(|state| permit.state == state.as_str());
        let by = permit.endorse_by.filter(|_| endorsable);
        let by = by.ok_or(Error::Conflict("the permit's state does not allow this"))?;
        match Endorsement::on(today, by, window) {
            Endorsement::Early => {
                let message = "a permit is endorsed in the month before its full year";
                return Err(Error::invalid("ENDORSED_EARLY", "permitId", message));
            }
            Endorsement::InTime => {
                let change = in_time(&permit, ground);
                take(&work, &mut permit, PermitStep::Endorse, change).await?;
            }
            Endorsement::Late => late(&work, &mut permit, today, ground).await?,
        }
        self.done(work, permit, "endorseResidencePermit").await
    }
}

fn on_ground(ground: Option<PermitGround>) -> row::ActiveModel {
    let mut change = row::ActiveModel::default();
    if let Some(ground) = ground {
        change.ground = Set(ground.as_str().to_owned());
    }
    change
}

/// The years go on: the next full year is counted from the same day as this one, so that a 29 February comes back (PMT-04).
fn in_time(permit: &row::Model, ground: Option<PermitGround>) -> row::ActiveModel {
    let endorsements = permit.endorsements + 1;
    let year = u32::try_from(endorsements + 1).unwrap_or(u32::MAX);
    row::ActiveModel {
        endorsements: Set(endorsements),
        endorse_by: Set(permit.counted_from.and_then(|from| anniversary(from, year))),
        ..on_ground(ground)
    }
}

/// Restored today, and the years count from today (PMT-03); suspended first, where the night has not done it yet.
async fn late(work: &Work, permit: &mut row::Model, today: NaiveDate, ground: Option<PermitGround>) -> Result<()> {
    if permit.state == PermitState::Valid.as_str() {
        suspend(work, permit).await?;
    }
    let change = row::ActiveModel {
        counted_from: Set(Some(today)),
        endorsements: Set(0),
        endorse_by: Set(anniversary(today, 1)),
        suspended_on: Set(None),
        ..on_ground(ground)
    };
    take(work, permit, PermitStep::Restore, change).await
}

/// Suspends a permit's functions: since the day after the one until which it was to be endorsed.
pub(super) async fn suspend(work: &Work, permit: &mut row::Model) -> Result<()> {
    let since = permit.endorse_by.and_then(|day| day.succ_opt());
    take(work, permit, PermitStep::Suspend, row::ActiveModel { suspended_on: Set(since), ..Default::default() }).await
}
