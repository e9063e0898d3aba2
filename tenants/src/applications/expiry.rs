//! What was returned and not completed in time expires (逾期未补正); run nightly for every precinct.

use sea_orm::{ActiveValue::Set, ColumnTrait};

use super::hand::{Hand, Said};
use super::{ApplicationState as S, ApplicationStep as T, row};
use crate::error::{Error, Result};
use crate::ids::ApplicationId;
use crate::members::Kind;
use crate::scope::{Precinct, Scope};

/// How many are looked for at a time.
const BATCH: u64 = 200;

/// Expires every returned application whose last day is over, each in a unit of work of its own, and tells how many. For the operator's
/// command line only: no person decides this, a limit does.
pub async fn expire(scope: &Scope<Precinct>) -> Result<u64> {
    if scope.member().kind != Kind::Operator {
        return Err(Error::Denied);
    }
    let today = scope.store().clock().today();
    let mut expired = 0;
    loop {
        let late = scope
            .rows::<row::Entity>()
            .filter(row::Column::State.eq(S::Returned.as_str()))
            .filter(row::Column::ReturnedUntil.lt(today));
        let late = late.look(BATCH).await?;
        if late.is_empty() {
            return Ok(expired);
        }
        for row in &late {
            expired += u64::from(expire_one(scope, ApplicationId(row.id), row.version).await?);
        }
    }
}

/// Whether it expired; one that somebody completed meanwhile does not.
async fn expire_one(scope: &Scope<Precinct>, id: ApplicationId, seen: i32) -> Result<bool> {
    let mut hand = match Hand::take(scope, id, Some(seen)).await {
        Err(Error::Stale { .. }) => return Ok(false),
        taken => taken?,
    };
    let change = row::ActiveModel { closed_at: Set(Some(hand.book.now)), ..Default::default() };
    hand.step(T::Expire, S::Expired, change, Said::default()).await?;
    hand.finish(&["expireApplication"]).await?;
    Ok(true)
}
