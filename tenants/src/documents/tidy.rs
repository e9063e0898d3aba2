//! Housekeeping: uploads that nobody finishes, and objects that no row names, are gone after a day.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{ColumnTrait, FromQueryResult};
use uuid::Uuid;

use super::{DocumentRefusal, DocumentState, part_row, row};
use crate::certificates;
use crate::error::{Error, Result};
use crate::files::{Name, What};
use crate::members::Kind;
use crate::scope::{Owned, Precinct, Scope};

/// How long an upload may stand still.
const PATIENCE: TimeDelta = TimeDelta::days(1);
/// Uploads ended at a time.
const STRIDE: u64 = 500;

impl Scope<Precinct> {
    /// Ends the uploads that were announced more than a day ago and takes their parts away, and the parts that a broken request
    /// left behind. For the operator on the machine; answers how many uploads ended.
    pub async fn tidy_uploads(&self) -> Result<usize> {
        if self.member().kind != Kind::Operator {
            return Err(Error::Denied);
        }
        let before = self.store().clock().now() - PATIENCE;
        let rows = self.rows::<row::Entity>().filter(row::Column::State.eq(DocumentState::Uploading.as_str()));
        let stale = rows.filter(row::Column::CreatedAt.lt(before)).look(STRIDE).await?;
        for upload in &stale {
            self.settle(upload, Err(DocumentRefusal::Abandoned)).await?;
        }
        self.sweep::<part_row::Entity>(What::Part, before).await?;
        self.sweep::<certificates::row::Entity>(What::Certificate, before).await?;
        Ok(stale.len())
    }

    /// Removes the objects that no row names. An object's id tells when it came, so one that is just arriving is let be.
    async fn sweep<E: Owned>(&self, what: What, before: DateTime<Utc>) -> Result<()>
    where
        E::Model: FromQueryResult + Send + Sync,
    {
        let files = self.store().files();
        let there = files.list(what, self.precinct()).await?;
        for id in there.into_iter().filter(|id| came_at(*id).is_none_or(|at| at < before)) {
            if self.rows::<E>().filter(E::ID.eq(id)).look(1).await?.is_empty() {
                files.remove(Name { what, precinct: self.precinct(), id }).await?;
            }
        }
        Ok(())
    }
}

fn came_at(id: Uuid) -> Option<DateTime<Utc>> {
    let (seconds, nanoseconds) = id.get_timestamp()?.to_unix();
    DateTime::from_timestamp(i64::try_from(seconds).ok()?, nanoseconds)
}
