//! Webhooks (推送订阅): a subscription that is kept. It belongs to an API token, holds a GraphQL subscription and a URL, and remembers
//! how far it has been delivered, so that nothing is lost while the receiver or we are away.
//!
//! Here is what an administrator does with webhooks; `courier.rs` has what the process that delivers them does, and `signing.rs` by
//! what the receiver knows that it was us. What a webhook tells, and until when, is decided by the rights of its token (PRV-23).

mod courier;
mod signing;

use chrono::{DateTime, Utc};
use sea_orm::QueryResult;
use uuid::Uuid;

use crate::accounts::Desk;
use crate::audit::Entry;
use crate::commons::Commons;
use crate::error::{Error, Result};
use crate::ids::{ApiTokenId, WebhookId};
use crate::members::{Pass, Standing};
use crate::roles::{Action, Domain};
use crate::secrets::Digest;
use crate::words::words;

pub use courier::{Claim, LEASE, Waiting, Webhooks};
pub use signing::SigningKey;

/// The longest name, in characters.
const NAME: usize = 60;

/// The longest URL, in bytes.
const URL: usize = 2_000;

/// The most webhooks of one token that are not removed.
const MOST: i64 = 10;

words! {
    /// Whether a webhook is delivered.
    pub enum WebhookState {
        /// It is (投递中).
        Active = "ACTIVE",
        /// Not until it is resumed (已暂停).
        Paused = "PAUSED",
        /// Given up: its token has ended, its subscription no longer counts, or its receiver has been away too long (已失败).
        Failed = "FAILED",
        /// Never again (已移除).
        Removed = "REMOVED",
    }
}

/// The columns [`webhook`] reads, of `webhook w`.
macro_rules! webhook_columns {
    () => {
        "w.id, w.token_id, w.name, w.url, w.document, w.state, w.cursor, w.failures, w.next_at, w.last_delivered_at, \
         w.last_failure, w.created_at, w.version"
    };
}

/// A webhook (推送订阅), without its secret.
#[derive(Clone, Debug)]
pub struct Webhook {
    /// The webhook.
    pub id: WebhookId,
    /// The token by whose rights it hears.
    pub token: ApiTokenId,
    /// What it is called.
    pub name: String,
    /// Where it is delivered.
    pub url: String,
    /// The subscription.
    pub document: String,
    /// Whether it is delivered.
    pub state: WebhookState,
    /// The public cursor after which it goes on.
    pub cursor: String,
    /// Attempts that failed since the last that did not.
    pub failures: i32,
    /// When it is tried again, if it failed.
    pub next_at: DateTime<Utc>,
    /// When something was last delivered.
    pub last_delivered_at: Option<DateTime<Utc>>,
    /// Why the last attempt failed, a word of ours or a status; none since it went well.
    pub last_failure: Option<String>,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// Counts the changes an administrator made.
    pub version: i32,
}

/// A webhook to be made. URL, document and cursor have been looked at by those who understand them.
#[derive(Clone, Debug)]
pub struct NewWebhook {
    /// The token by whose rights it hears.
    pub token: ApiTokenId,
    /// What it is called.
    pub name: String,
    /// Where it is delivered.
    pub url: String,
    /// The subscription.
    pub document: String,
    /// The public cursor after which it begins.
    pub cursor: String,
}

/// A webhook with its secret, which is shown this once.
#[derive(Debug)]
pub struct IssuedWebhook {
    /// The webhook.
    pub webhook: Webhook,
    /// By what the receiver verifies a delivery.
    pub key: SigningKey,
}

/// What an administrator wishes of a webhook.
enum Wish {
    Pause,
    Resume,
    Remove,
    Rotate(Vec<u8>),
    Replay(String),
}

impl Desk {
    /// The webhooks of tokens issued here that are not removed, newest first; at most 1,000.
    pub async fn webhooks(&self) -> Result<Vec<Webhook>> {
        self.require("webhooks", Domain::Tokens, Action::List).await?;
        let sql = concat!(
            "SELECT ",
            webhook_columns!(),
            " FROM webhook w JOIN api_token t ON t.id = w.token_id JOIN posting p ON p.id = t.posting_id \
             WHERE p.precinct_id = $1 AND w.state <> 'REMOVED' ORDER BY w.created_at DESC, w.id DESC LIMIT 1000"
        );
        self.reading().await?.query(sql, vec![self.precinct().into()]).await?.iter().map(webhook).collect()
    }

    /// The webhook of a token issued here; for whoever is about to change it.
    pub async fn webhook(&self, function: &'static str, id: WebhookId) -> Result<Webhook> {
        self.require(function, Domain::Tokens, Action::Manage).await?;
        self.webhook_in(&self.reading().await?, id).await
    }

    /// The rights that a token issued here has now; refused when it has ended.
    pub async fn token_standing(&self, function: &'static str, id: ApiTokenId) -> Result<Standing> {
        self.require(function, Domain::Tokens, Action::Manage).await?;
        let sql = "SELECT t.secret_hash FROM api_token t JOIN posting p ON p.id = t.posting_id \
                   WHERE t.id = $1 AND p.precinct_id = $2";
        let rows = self.reading().await?.query(sql, vec![id.into(), self.precinct().into()]).await?;
        let pass = Pass::stored_token(digest(rows.first().ok_or(Error::NotFound)?, 0)?);
        let standing = self.store().members().standing_by(pass).await?;
        standing.ok_or_else(|| Error::invalid("WEBHOOK_TOKEN", "tokenId", "the token has ended"))
    }

    /// Makes a webhook, which is delivered from its cursor on; its secret is shown this once.
    pub async fn create_webhook(&self, new: NewWebhook) -> Result<IssuedWebhook> {
        self.require("createWebhook", Domain::Tokens, Action::Manage).await?;
        new.check()?;
        let commons = self.writing().await?;
        self.room_for_webhook(&commons, new.token).await?;
        let key = SigningKey::new(self.store().ids().bytes());
        let webhook = new.made(WebhookId(self.new_id()), self.now());
        self.insert_webhook(&commons, &webhook, &key).await?;
        let entry = Entry::new("createWebhook", Domain::Tokens.as_str()).on("webhook", webhook.id).rows(1);
        self.commit(commons, entry).await?;
        Ok(IssuedWebhook { webhook, key })
    }

    /// Stops delivering until [`Desk::resume_webhook`]; what happens meanwhile is delivered then.
    pub async fn pause_webhook(&self, id: WebhookId, expected: Option<i32>) -> Result<Webhook> {
        self.change_webhook("pauseWebhook", (id, expected), Wish::Pause).await
    }

    /// Delivers again, a webhook that was paused or given up, from where it was.
    pub async fn resume_webhook(&self, id: WebhookId, expected: Option<i32>) -> Result<Webhook> {
        self.change_webhook("resumeWebhook", (id, expected), Wish::Resume).await
    }

    /// Delivers never again.
    pub async fn remove_webhook(&self, id: WebhookId, expected: Option<i32>) -> Result<Webhook> {
        self.change_webhook("removeWebhook", (id, expected), Wish::Remove).await
    }

    /// Delivers everything after a cursor once more; the cursor has been looked at by those who understand it.
    pub async fn replay_webhook(&self, id: WebhookId, expected: Option<i32>, cursor: String) -> Result<Webhook> {
        self.change_webhook("replayWebhook", (id, expected), Wish::Replay(cursor)).await
    }

    /// Signs by a new secret from now on, which is shown this once.
    pub async fn rotate_webhook_secret(&self, id: WebhookId, expected: Option<i32>) -> Result<IssuedWebhook> {
        let key = SigningKey::new(self.store().ids().bytes());
        let sealed = key.sealed(self.store())?;
        let webhook = self.change_webhook("rotateWebhookSecret", (id, expected), Wish::Rotate(sealed)).await?;
        Ok(IssuedWebhook { webhook, key })
    }

    async fn change_webhook(
        &self,
        function: &'static str,
        (id, expected): (WebhookId, Option<i32>),
        wish: Wish,
    ) -> Result<Webhook> {
        self.require(function, Domain::Tokens, Action::Manage).await?;
        let commons = self.writing().await?;
        // Whoever delivers it loses his hold first: nothing he does after this is written over the change.
        let lock = "UPDATE webhook SET lease_id = NULL, lease_until = NULL WHERE id = $1";
        commons.execute(lock, vec![id.into()]).await?;
        let mut webhook = self.webhook_in(&commons, id).await?;
        match expected {
            Some(seen) if seen != webhook.version => return Err(Error::Stale { seen, now: webhook.version }),
            _ => webhook.version += 1,
        }
        let sealed = webhook.changed(wish, self.now())?;
        save(&commons, &webhook, sealed).await?;
        self.commit(commons, Entry::new(function, Domain::Tokens.as_str()).on("webhook", id).rows(1)).await?;
        Ok(webhook)
    }

    async fn webhook_in(&self, commons: &Commons, id: WebhookId) -> Result<Webhook> {
        let sql = concat!(
            "SELECT ",
            webhook_columns!(),
            " FROM webhook w JOIN api_token t ON t.id = w.token_id JOIN posting p ON p.id = t.posting_id \
             WHERE w.id = $1 AND p.precinct_id = $2 AND w.state <> 'REMOVED'"
        );
        let rows = commons.query(sql, vec![id.into(), self.precinct().into()]).await?;
        rows.first().map(webhook).transpose()?.ok_or(Error::NotFound)
    }

    /// Refuses one webhook too many, and the token of another precinct.
    async fn room_for_webhook(&self, commons: &Commons, token: ApiTokenId) -> Result<()> {
        let sql = "SELECT (SELECT COUNT(*) FROM webhook w WHERE w.token_id = t.id AND w.state <> 'REMOVED') \
                   FROM api_token t JOIN posting p ON p.id = t.posting_id WHERE t.id = $1 AND p.precinct_id = $2";
        let rows = commons.query(sql, vec![token.into(), self.precinct().into()]).await?;
        let made: i64 = rows.first().ok_or(Error::NotFound)?.try_get_by_index(0)?;
        if made < MOST { Ok(()) } else { Err(Error::Conflict("the token has as many webhooks as it may")) }
    }

    async fn insert_webhook(&self, commons: &Commons, webhook: &Webhook, key: &SigningKey) -> Result<()> {
        let sql = "INSERT INTO webhook (id, token_id, name, url, document, secret_sealed, state, cursor, failures, next_at, \
                   created_at, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0, $9, $9, $10)";
        let values = vec![
            webhook.id.into(),
            webhook.token.into(),
            webhook.name.as_str().into(),
            webhook.url.as_str().into(),
            webhook.document.as_str().into(),
            key.sealed(self.store())?.into(),
            webhook.state.as_str().into(),
            webhook.cursor.as_str().into(),
            webhook.created_at.into(),
            webhook.version.into(),
        ];
        commons.execute(sql, values).await.map(drop)
    }
}

impl NewWebhook {
    fn check(&self) -> Result<()> {
        if self.name.trim().is_empty() || self.name.chars().count() > NAME {
            return Err(Error::invalid("LENGTH", "name", format!("1 to {NAME} characters are needed here")));
        }
        if self.url.len() > URL {
            return Err(Error::invalid("LENGTH", "url", format!("a URL has at most {URL} bytes")));
        }
        Ok(())
    }

    fn made(self, id: WebhookId, now: DateTime<Utc>) -> Webhook {
        Webhook {
            id,
            token: self.token,
            name: self.name,
            url: self.url,
            document: self.document,
            state: WebhookState::Active,
            cursor: self.cursor,
            failures: 0,
            next_at: now,
            last_delivered_at: None,
            last_failure: None,
            created_at: now,
            version: 1,
        }
    }
}

impl Webhook {
    /// Makes a change; answers the sealed secret if it is a new one.
    fn changed(&mut self, wish: Wish, now: DateTime<Utc>) -> Result<Option<Vec<u8>>> {
        use WebhookState::{Active, Failed, Paused, Removed};
        match (wish, self.state) {
            (Wish::Pause, Active) => self.state = Paused,
            (Wish::Resume, Paused | Failed) => self.state = Active,
            (Wish::Remove, _) => self.state = Removed,
            (Wish::Replay(cursor), _) => self.cursor = cursor,
            (Wish::Rotate(sealed), _) => return Ok(Some(sealed)),
            (Wish::Pause, _) => return Err(Error::Conflict("the webhook is not being delivered")),
            (Wish::Resume, _) => return Err(Error::Conflict("the webhook is being delivered")),
        }
        (self.failures, self.next_at) = (0, now);
        Ok(None)
    }
}

/// Writes what an administrator may have changed. Without failures it does not fail any more.
async fn save(commons: &Commons, webhook: &Webhook, sealed: Option<Vec<u8>>) -> Result<()> {
    let sql = "UPDATE webhook SET state = $2, cursor = $3, next_at = $4, version = $5, failures = $6, \
               failing_since = CASE WHEN $6 = 0 THEN NULL ELSE failing_since END, \
               secret_sealed = COALESCE($7, secret_sealed) WHERE id = $1";
    let values = vec![
        webhook.id.into(),
        webhook.state.as_str().into(),
        webhook.cursor.as_str().into(),
        webhook.next_at.into(),
        webhook.version.into(),
        webhook.failures.into(),
        sealed.into(),
    ];
    commons.execute(sql, values).await.map(drop)
}

fn webhook(row: &QueryResult) -> Result<Webhook> {
    let state: String = row.try_get_by_index(5)?;
    Ok(Webhook {
        id: row.try_get_by_index::<Uuid>(0)?.into(),
        token: row.try_get_by_index::<Uuid>(1)?.into(),
        name: row.try_get_by_index(2)?,
        url: row.try_get_by_index(3)?,
        document: row.try_get_by_index(4)?,
        state: state.parse().map_err(Error::internal)?,
        cursor: row.try_get_by_index(6)?,
        failures: row.try_get_by_index(7)?,
        next_at: row.try_get_by_index(8)?,
        last_delivered_at: row.try_get_by_index(9)?,
        last_failure: row.try_get_by_index(10)?,
        created_at: row.try_get_by_index(11)?,
        version: row.try_get_by_index(12)?,
    })
}

/// A stored digest.
fn digest(row: &QueryResult, column: usize) -> Result<Digest> {
    let stored: Vec<u8> = row.try_get_by_index(column)?;
    let stored: [u8; 32] = stored.try_into().map_err(|_| Error::internal("a digest of the wrong length"))?;
    Ok(stored.into())
}
