//! What the destination decides of a move, and how a move ends before anybody left.

use chrono::NaiveDate;
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;
use sea_orm::sea_query::ExprTrait as _;
use uuid::Uuid;

use super::rows::row;
use super::sides::Taken;
use super::states::{Step, TransferSide, TransferState};
use super::{Transfer, TransferFilter};
use crate::error::{Error, Result};
use crate::ids::{TransferId, paper_number};
use crate::limits;
use crate::masking;
use crate::roles::{Action, Domain};
use crate::scope::{Precinct, Scope};

/// The longest reason, in characters.
const REASON: usize = 200;

/// How many moves one run of the sweeper ends at most.
const SWEEP: u64 = 1_000;

fn reason(text: &str) -> Result<String> {
    let text = text.trim();
    if text.is_empty() || text.chars().count() > REASON {
        return Err(Error::invalid("REASON", "reason", format!("a reason has 1 to {REASON} characters")));
    }
    Ok(masking::free_text(text))
}

impl Scope<Precinct> {
    /// The destination permits the move, until the permit's last day; not by the officer who filed it.
    pub async fn permit_transfer(&self, id: TransferId, seen: i32) -> Result<Transfer> {
        self.may(Domain::Transfers, Action::Approve)?;
        let today = self.store().clock().today();
        let until = last_day(self, "move.permit", today).await?;
        let taken = Taken::open(self, (id, seen), TransferSide::Destination, Step::Permit).await?;
        if taken.row.applied_by.is_some() && taken.row.applied_by == self.member().account.map(Uuid::from) {
            return Err(Error::Conflict("the officer who filed it does not permit it"));
        }
        let permit = paper_number("ZQ", self.store().clock().now(), id.0);
        let name = self.member().name.clone();
        taken
            .finish("permitTransfer", |_| row::ActiveModel {
                permitted_by_name: Set(Some(name.clone())),
                permit_number: Set(Some(permit.clone())),
                permit_until: Set(Some(until)),
                ..Default::default()
            })
            .await
    }

    /// The destination does not permit the move, and says why.
    pub async fn refuse_transfer(&self, id: TransferId, seen: i32, why: &str) -> Result<Transfer> {
        self.may(Domain::Transfers, Action::Approve)?;
        self.end_transfer((id, seen), TransferSide::Destination, Step::Refuse, ("refuseTransfer", why)).await
    }

    /// The origin does not agree, and says why: the move is before the destination again.
    pub async fn decline_transfer(&self, id: TransferId, seen: i32, why: &str) -> Result<Transfer> {
        self.may(Domain::Transfers, Action::Manage)?;
        self.end_transfer((id, seen), TransferSide::Origin, Step::Decline, ("declineTransfer", why)).await
    }

    /// The applicant gives the move up, before anybody left.
    pub async fn cancel_transfer(&self, id: TransferId, seen: i32, why: &str) -> Result<Transfer> {
        self.may(Domain::Transfers, Action::Manage)?;
        self.end_transfer((id, seen), TransferSide::Destination, Step::Cancel, ("cancelTransfer", why)).await
    }

    async fn end_transfer(
        &self,
        of: (TransferId, i32),
        side: TransferSide,
        step: Step,
        (function, why): (&'static str, &str),
    ) -> Result<Transfer> {
        let why = reason(why)?;
        let taken = Taken::open(self, of, side, step).await?;
        let permit_goes = step == Step::Decline;
        taken
            .finish(function, |_| {
                let mut change = row::ActiveModel { reason: Set(Some(why.clone())), ..Default::default() };
                if permit_goes {
                    (change.permit_number, change.permit_until) = (Set(None), Set(None));
                }
                change
            })
            .await
    }

    /// Ends the moves whose permit ran out before anybody left; nothing else changes (MOV-05). Answers how many.
    pub async fn expire_transfers(&self) -> Result<u64> {
        let today = self.store().clock().today();
        let over = row::Column::State
            .eq(TransferState::Permitted.as_str())
            .and(row::Column::Side.eq(TransferSide::Destination.as_str()))
            .and(row::Column::PermitUntil.lt(today));
        let rows = self.rows::<row::Entity>().filter(over).look(SWEEP).await?;
        let mut ended = 0;
        for row in rows {
            let of = (TransferId(row.id), row.version);
            match Taken::open(self, of, TransferSide::Destination, Step::Expire).await {
                Ok(taken) => taken.finish("expireTransfer", |_| row::ActiveModel::default()).await?,
                // Somebody was faster: then it is no longer over by this.
                Err(Error::Stale { .. } | Error::Conflict(_)) => continue,
                Err(error) => return Err(error),
            };
            ended += 1;
        }
        Ok(ended)
    }

    /// The open moves that nobody has touched for longer than the sweeper's limit, by state (MOV-10).
    pub async fn still_transfers(&self) -> Result<TransferFilter> {
        let now = self.store().clock().now();
        let limit = limits::in_force(self.store(), "move.sweep", crate::clock::day_of(now)).await?;
        let since = now - chrono::TimeDelta::days(i64::from(limit.value));
        Ok(TransferFilter { still_since: Some(since), ..TransferFilter::default() })
    }
}

/// The last day of a limit that begins on `from`.
pub(super) async fn last_day(scope: &Scope<Precinct>, key: &str, from: NaiveDate) -> Result<NaiveDate> {
    let limit = limits::in_force(scope.store(), key, from).await?;
    limit.last_day(from).ok_or_else(|| Error::internal(format!("the limit {key} is not one of days")))
}
