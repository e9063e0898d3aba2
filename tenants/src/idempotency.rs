//! Requests that their sender may send again (幂等): what they changed is changed once, and the second time they get the first answer,
//! byte for byte.
//!
//! The key is written in the change's own transaction, so it stands exactly when the change does; the answer follows when it is known. A
//! request that changed nothing keeps nothing and may be tried again.

use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::Value;
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::ids::{AccountId, PrecinctId, RequestId};
use crate::keys::Keys;
use crate::scope::{Precinct, Scope, Work, owned};

/// How long an answer can be had again.
pub const KEPT_FOR: TimeDelta = TimeDelta::days(7);

/// One request under a key of its sender's.
#[derive(Debug)]
pub struct Repeatable {
    id: RequestId,
    request: [u8; 32],
    place: Mutex<Option<(PrecinctId, Met)>>,
}

/// What a request met under its key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Met {
    /// Nothing: the change is this request's.
    First,
    /// An earlier request, which made the change.
    Earlier,
}

/// What an earlier request left under a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Earlier {
    /// It was another request: the key is taken.
    Other,
    /// Its change is made; its answer is not written yet, or never was because the process ended before.
    Unanswered,
    /// Its answer.
    Answered(Vec<u8>),
}

impl Repeatable {
    /// A request of an account; `request` is a hash of all that it asks.
    pub fn new(keys: &Keys, account: AccountId, key: &str, request: [u8; 32]) -> Self {
        let hash = keys.shared_hash(&format!("idempotency/{}/{key}", account.0));
        let id = RequestId(Uuid::from_slice(&hash).unwrap_or_default());
        Self { id, request, place: Mutex::default() }
    }

    /// Where its change was made, and by whom; nothing when nothing was changed.
    pub fn place(&self) -> Option<(PrecinctId, Met)> {
        *self.place.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn met(&self, precinct: PrecinctId, what: Met) {
        *self.place.lock().unwrap_or_else(PoisonError::into_inner) = Some((precinct, what));
    }
}

impl Scope<Precinct> {
    /// What an earlier request left in this precinct under the same key, as it is this instant.
    pub async fn earlier(&self, repeatable: &Repeatable) -> Result<Option<Earlier>> {
        let found = self.rows::<row::Entity>().get_now(repeatable.id).await?;
        let Some(found) = found else { return Ok(None) };
        if found.request_hash != repeatable.request {
            return Ok(Some(Earlier::Other));
        }
        let Some(sealed) = found.answer_sealed else { return Ok(Some(Earlier::Unanswered)) };
        let key = self.store().data_key(self.precinct()).await?;
        Ok(Some(Earlier::Answered(key.open(&sealed)?)))
    }

    /// Keeps the answer of a request whose change is made.
    pub async fn keep_answer(&self, repeatable: &Repeatable, answer: &[u8]) -> Result<()> {
        let sealed = self.store().data_key(self.precinct()).await?.seal(self.store().ids(), answer)?;
        let work = self.work().await?;
        work.save(row::ActiveModel {
            id: Set(repeatable.id.0),
            answer_sealed: Set(Some(sealed)),
            ..Default::default()
        })
        .await?;
        work.settle().await
    }

    /// Forgets what is older than [`KEPT_FOR`]; answers how many.
    pub async fn forget_answers(&self) -> Result<u64> {
        let before = self.store().clock().now() - KEPT_FOR;
        let work = self.work().await?;
        let forgotten = work.execute(FORGET, vec![before.into()]).await?;
        work.settle().await?;
        Ok(forgotten)
    }
}

const FORGET: &str = "DELETE FROM idempotency WHERE precinct_id = $1 AND at < $2";

/// A key that is there already leaves the row and the count of rows as they are.
const TAKE: &str = "INSERT INTO idempotency (precinct_id, id, request_hash, at) VALUES ($1, $2, $3, $4) \
     ON CONFLICT (precinct_id, id) DO NOTHING";

/// Takes the key of the work's request, inside its transaction; refused when an earlier request has it.
pub(crate) async fn take(work: &Work, repeatable: &Arc<Repeatable>, at: DateTime<Utc>) -> Result<()> {
    match repeatable.place() {
        Some((_, Met::First)) => return Ok(()),
        Some((_, Met::Earlier)) => return Err(Error::Repeated),
        None => {}
    }
    let values: Vec<Value> = vec![repeatable.id.into(), repeatable.request.to_vec().into(), at.into()];
    if work.execute(TAKE, values).await? == 1 {
        return Ok(());
    }
    repeatable.met(work.scope().precinct(), Met::Earlier);
    Err(Error::Repeated)
}

owned!(row, RequestId);

pub(crate) mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "idempotency")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub precinct_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub request_hash: Vec<u8>,
        pub answer_sealed: Option<Vec<u8>>,
        pub at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}
