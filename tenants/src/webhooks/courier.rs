//! Who delivers which webhook, and how far he is. Several processes ask; each webhook is held by one of them at a time, by a lease that
//! lapses when its holder dies. Whatever a holder writes is written only while he holds it, so that who lost it can undo nothing.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::QueryResult;
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::{SigningKey, digest};
use crate::error::{Error, Result};
use crate::ids::{LeaseId, WebhookId};
use crate::members::Pass;
use crate::store::Store;
use crate::transaction::Mode;

/// How long a webhook is held without a word of its holder.
pub const LEASE: TimeDelta = TimeDelta::seconds(30);

/// How soon a delivery that failed is tried again: the first time, and at most.
const RETRY: (TimeDelta, TimeDelta) = (TimeDelta::seconds(5), TimeDelta::hours(1));

/// How long a receiver may be away before its webhook is given up.
const PATIENCE: TimeDelta = TimeDelta::days(3);

/// The most webhooks looked at in one turn.
const MOST: i64 = 1_000;

/// The way to the webhooks of every precinct, for the process that delivers them. See [`Store::webhooks`].
#[derive(Clone, Debug)]
pub struct Webhooks(Store);

/// A webhook that is to be delivered, as one turn of a courier sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// The webhook.
    pub id: WebhookId,
    /// By which hold, if somebody ever held it.
    pub lease: Option<LeaseId>,
    /// Until when it is held.
    pub held_until: Option<DateTime<Utc>>,
    /// When it is next tried.
    pub next_at: DateTime<Utc>,
}

impl Waiting {
    /// Whether it may be claimed.
    pub fn is_free(&self, now: DateTime<Utc>) -> bool {
        self.next_at <= now && self.held_until.is_none_or(|until| until <= now)
    }
}

/// A webhook that is ours to deliver.
#[derive(Clone, Debug)]
pub struct Claim {
    /// The webhook.
    pub id: WebhookId,
    /// By which we hold it.
    pub lease: LeaseId,
    /// Where it is delivered.
    pub url: String,
    /// The subscription.
    pub document: String,
    /// The public cursor after which it goes on.
    pub cursor: String,
    /// By what its messages are signed.
    pub key: SigningKey,
    /// The pass of its token.
    pub pass: Pass,
}

impl Claim {
    /// The id of the message that tells of the event at a cursor: the same however often it is sent, and no other webhook's.
    pub fn message_id(&self, cursor: &str) -> String {
        let hash = Sha256::new().chain_update(self.id.0.as_bytes()).chain_update(cursor).finalize();
        format!("msg_{}", URL_SAFE_NO_PAD.encode(&hash[..18]))
    }
}

impl Store {
    /// The webhooks, to be delivered.
    pub fn webhooks(&self) -> Webhooks {
        Webhooks(self.clone())
    }
}

impl Webhooks {
    /// Every webhook that is delivered, free or held.
    pub async fn waiting(&self) -> Result<Vec<Waiting>> {
        let sql =
            "SELECT id, lease_id, lease_until, next_at FROM webhook WHERE state = 'ACTIVE' ORDER BY next_at LIMIT $1";
        let commons = self.0.commons(Mode::Look).await?;
        commons.query(sql, vec![MOST.into()]).await?.iter().map(waiting).collect()
    }

    /// Takes hold of a webhook; nothing when somebody else was first.
    pub async fn claim(&self, id: WebhookId) -> Result<Option<Claim>> {
        let now = self.now();
        let lease = LeaseId(self.0.ids().next(now));
        let commons = self.0.commons(Mode::Write).await?;
        let sql = "UPDATE webhook SET lease_id = $2, lease_until = $3 WHERE id = $1 AND state = 'ACTIVE' \
                   AND next_at <= $4 AND (lease_until IS NULL OR lease_until <= $4)";
        let taken = commons.execute(sql, vec![id.into(), lease.into(), (now + LEASE).into(), now.into()]).await?;
        if taken == 0 {
            return Ok(None);
        }
        let sql = "SELECT w.url, w.document, w.cursor, w.secret_sealed, t.secret_hash FROM webhook w \
                   JOIN api_token t ON t.id = w.token_id WHERE w.id = $1";
        let rows = commons.query(sql, vec![id.into()]).await?;
        let claim = self.claimed(rows.first().ok_or(Error::NotFound)?, id, lease)?;
        commons.commit_silently().await?;
        Ok(Some(claim))
    }

    fn claimed(&self, row: &QueryResult, id: WebhookId, lease: LeaseId) -> Result<Claim> {
        let sealed: Vec<u8> = row.try_get_by_index(3)?;
        Ok(Claim {
            id,
            lease,
            url: row.try_get_by_index(0)?,
            document: row.try_get_by_index(1)?,
            cursor: row.try_get_by_index(2)?,
            key: SigningKey::open(&self.0, &sealed)?,
            pass: Pass::stored_token(digest(row, 4)?),
        })
    }

    /// Holds on to a webhook for another [`LEASE`]; false when it is ours no more.
    pub async fn renew(&self, id: WebhookId, lease: LeaseId) -> Result<bool> {
        let sql = "UPDATE webhook SET lease_until = $3 WHERE id = $1 AND lease_id = $2 AND state = 'ACTIVE'";
        self.write(sql, vec![id.into(), lease.into(), (self.now() + LEASE).into()]).await
    }

    /// Notes that everything up to a cursor has been delivered; false when the webhook is ours no more.
    pub async fn delivered(&self, claim: &Claim, cursor: &str) -> Result<bool> {
        let sql = "UPDATE webhook SET cursor = $3, last_delivered_at = $4, failures = 0, failing_since = NULL, \
                   last_failure = NULL WHERE id = $1 AND lease_id = $2 AND state = 'ACTIVE'";
        self.write(sql, vec![claim.id.into(), claim.lease.into(), cursor.into(), self.now().into()]).await
    }

    /// Lets go of a webhook, which whoever comes first goes on delivering.
    pub async fn release(&self, claim: &Claim) -> Result<()> {
        let sql = "UPDATE webhook SET lease_id = NULL, lease_until = NULL WHERE id = $1 AND lease_id = $2";
        self.write(sql, vec![claim.id.into(), claim.lease.into()]).await.map(drop)
    }

    /// Lets go of a webhook that could not be delivered, to be tried again after a while, or never when it has failed for too long.
    /// `why` is a word of ours or a status.
    pub async fn failed(&self, claim: &Claim, why: &str) -> Result<()> {
        let now = self.now();
        let commons = self.0.commons(Mode::Write).await?;
        let sql = "UPDATE webhook SET failures = failures + 1, failing_since = COALESCE(failing_since, $3), last_failure = $4, \
                   lease_id = NULL, lease_until = NULL WHERE id = $1 AND lease_id = $2 AND state = 'ACTIVE' \
                   RETURNING failures, failing_since";
        let values = vec![claim.id.into(), claim.lease.into(), now.into(), why.into()];
        let rows = commons.query(sql, values).await?;
        let Some(row) = rows.first() else { return Ok(()) };
        let (failures, since): (i32, DateTime<Utc>) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
        let state = if now - since >= PATIENCE { "FAILED" } else { "ACTIVE" };
        let sql = "UPDATE webhook SET next_at = $2, state = $3 WHERE id = $1";
        commons.execute(sql, vec![claim.id.into(), (now + pause(failures)).into(), state.into()]).await?;
        commons.commit_silently().await
    }

    /// Gives up a webhook whose token has ended or whose subscription no longer counts.
    pub async fn give_up(&self, claim: &Claim, why: &str) -> Result<()> {
        let sql = "UPDATE webhook SET state = 'FAILED', failures = failures + 1, last_failure = $3, lease_id = NULL, \
                   lease_until = NULL WHERE id = $1 AND lease_id = $2 AND state = 'ACTIVE'";
        self.write(sql, vec![claim.id.into(), claim.lease.into(), why.into()]).await.map(drop)
    }

    /// Changes at most one webhook; whether it did.
    async fn write(&self, sql: &'static str, values: Vec<sea_orm::Value>) -> Result<bool> {
        let commons = self.0.commons(Mode::Write).await?;
        let changed = commons.execute(sql, values).await?;
        commons.commit_silently().await?;
        Ok(changed > 0)
    }

    fn now(&self) -> DateTime<Utc> {
        self.0.clock().now()
    }
}

/// How long to wait after so many failures: doubling from the first to the most.
fn pause(failures: i32) -> TimeDelta {
    let doublings = u32::try_from(failures - 1).unwrap_or(0).min(16);
    (RETRY.0 * 2_i32.pow(doublings)).min(RETRY.1)
}

fn waiting(row: &QueryResult) -> Result<Waiting> {
    Ok(Waiting {
        id: row.try_get_by_index::<Uuid>(0)?.into(),
        lease: row.try_get_by_index::<Option<Uuid>>(1)?.map(LeaseId),
        held_until: row.try_get_by_index(2)?,
        next_at: row.try_get_by_index(3)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failing_delivery_is_tried_after_five_seconds_doubling_to_an_hour() {
        let seconds: Vec<i64> = [1, 2, 3, 4, 10, 11, 40, i32::MAX].map(|n| pause(n).num_seconds()).into();
        assert_eq!(seconds, [5, 10, 20, 40, 2_560, 3_600, 3_600, 3_600]);
    }
}
