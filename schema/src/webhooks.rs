//! Webhooks (推送订阅) as GraphQL objects: a subscription that is kept and delivered to a URL, by the rights of an API token.

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject};
use chrono::{DateTime, Utc};
use tenants::ids::PrecinctId;
use tenants::members::Standing;
use tenants::webhooks::{self as rows, IssuedWebhook, NewWebhook, WebhookState};

use crate::context::{Asking, Doorway, Told};
use crate::engine::Caller;
use crate::error::{UserError, outcome};
use crate::id::Kind;
use crate::live::{Opening, Unopened};
use crate::words::Word;

/// Where webhooks may lead: known to the process that delivers them, and to nobody here.
#[async_trait::async_trait]
pub trait Destinations: Send + Sync {
    /// Refuses a URL to which nothing would be delivered.
    async fn admit(&self, url: &str) -> tenants::Result<()>;
}

/// A webhook, as the desk of its precinct has it.
pub struct Webhook {
    precinct: PrecinctId,
    row: rows::Webhook,
}

/// A webhook (推送订阅): a subscription that is kept, and whose answers are sent to a URL as they come, under the rights that its token
/// has then (PRV-23). Permission: TOKENS LIST. Cost: 1.
#[Object]
impl Webhook {
    /// Opaque id.
    async fn id(&self, ctx: &Context<'_>) -> ID {
        ctx.id(Kind::Webhook, self.precinct, self.row.id)
    }

    /// What it is called (名称).
    async fn name(&self) -> &str {
        &self.row.name
    }

    /// The token by whose rights it hears, and with which it ends (接口令牌).
    async fn token_id(&self, ctx: &Context<'_>) -> ID {
        ctx.id(Kind::ApiToken, self.precinct, self.row.token)
    }

    /// Where it is delivered (推送地址).
    async fn url(&self) -> &str {
        &self.row.url
    }

    /// The subscription (订阅语句).
    async fn document(&self) -> &str {
        &self.row.document
    }

    /// Whether it is delivered (状态).
    async fn state(&self) -> Word<WebhookState> {
        Word(self.row.state)
    }

    /// Up to where it has been delivered (游标).
    async fn cursor(&self) -> &str {
        &self.row.cursor
    }

    /// Attempts that failed since the last that did not (连续失败次数).
    async fn failures(&self) -> i32 {
        self.row.failures
    }

    /// When a failed delivery is tried again (下次重试时间).
    async fn next_attempt_at(&self) -> Option<DateTime<Utc>> {
        (self.row.failures > 0 && self.row.state == WebhookState::Active).then_some(self.row.next_at)
    }

    /// When something was last delivered (最近投递时间).
    async fn last_delivered_at(&self) -> Option<DateTime<Utc>> {
        self.row.last_delivered_at
    }

    /// Why the last attempt failed: an HTTP status, or one of DNS, ADDRESS, CONNECT, TLS, TIMEOUT, BROKEN, or the error code that ended
    /// the subscription (最近失败原因).
    async fn last_failure(&self) -> Option<&str> {
        self.row.last_failure.as_deref()
    }

    /// When it was made (创建时间).
    async fn created_at(&self) -> DateTime<Utc> {
        self.row.created_at
    }

    /// Counts its changes; sent back as expectedVersion (REG-19).
    async fn version(&self) -> i32 {
        self.row.version
    }
}

/// The webhooks of the tokens of a precinct, the newest first.
pub(crate) async fn webhooks(ctx: &Context<'_>, precinct: PrecinctId) -> Result<Vec<Webhook>> {
    let rows = ctx.at(precinct)?.scope.desk().webhooks().await.told(ctx)?;
    Ok(rows.into_iter().map(|row| Webhook { precinct, row }).collect())
}

/// A webhook to be made.
#[derive(InputObject)]
pub struct CreateWebhookInput {
    /// The token by whose rights it hears (接口令牌).
    pub token_id: ID,
    /// What it is called: 1 to 60 characters (名称).
    pub name: String,
    /// Where it is delivered: https, and no private address unless this installation allows it (推送地址).
    pub url: String,
    /// The subscription: one operation without variables (订阅语句).
    pub document: String,
}

/// A webhook to be changed.
#[derive(InputObject)]
pub struct WebhookInput {
    /// Which webhook (推送订阅).
    pub webhook_id: ID,
    /// The version last seen; refused when it has changed since (REG-19).
    pub expected_version: Option<i32>,
}

/// A webhook to be delivered once more.
#[derive(InputObject)]
pub struct ReplayWebhookInput {
    /// Which webhook (推送订阅).
    pub webhook_id: ID,
    /// After which event: a cursor of what was delivered, or of events (游标).
    pub after: String,
    /// The version last seen; refused when it has changed since (REG-19).
    pub expected_version: Option<i32>,
}

/// A webhook made, or its secret changed.
#[derive(SimpleObject)]
pub struct WebhookSecretPayload {
    /// The webhook, unless refused.
    pub webhook: Option<Webhook>,
    /// By what the receiver verifies what it gets (whsec_…); shown this once (签名密钥).
    pub secret: Option<String>,
    /// Why it was refused.
    pub user_errors: Vec<UserError>,
}

/// A webhook changed.
#[derive(SimpleObject)]
pub struct WebhookPayload {
    /// The webhook as it is now, unless refused.
    pub webhook: Option<Webhook>,
    /// Why it was refused.
    pub user_errors: Vec<UserError>,
}

/// What the security administrator does with webhooks.
#[derive(Default)]
pub struct WebhookMutations;

#[Object]
impl WebhookMutations {
    /// Makes a webhook: from now on, what its subscription answers is sent to its URL. Its secret is shown this once (新建推送订阅, PRV-23).
    /// Permission: TOKENS MANAGE. Cost: 10.
    async fn create_webhook(&self, ctx: &Context<'_>, input: CreateWebhookInput) -> Result<WebhookSecretPayload> {
        let (precinct, token) = ctx.row(Kind::ApiToken, &input.token_id)?;
        let desk = ctx.at(precinct)?.scope.desk();
        let result = desk.token_standing("createWebhook", token).await;
        let (standing, user_errors) = outcome(result, ctx.asking().language())?;
        let Some(standing) = standing else {
            return Ok(WebhookSecretPayload { webhook: None, secret: None, user_errors });
        };
        if let (None, user_errors) = outcome(admit(ctx.asking(), &input.url).await, ctx.asking().language())? {
            return Ok(WebhookSecretPayload { webhook: None, secret: None, user_errors });
        }
        let cursor = match rehearse(ctx.asking(), standing, input.document.clone(), None).await? {
            Ok(cursor) => cursor,
            Err(unopened) => return Ok(refused(unopened, "document")),
        };
        let CreateWebhookInput { name, url, document, .. } = input;
        issued(ctx, precinct, desk.create_webhook(NewWebhook { token, name, url, document, cursor }).await)
    }

    /// Stops delivering until it is resumed; what happens meanwhile is delivered then (暂停推送). Permission: TOKENS MANAGE. Cost: 10.
    async fn pause_webhook(&self, ctx: &Context<'_>, input: WebhookInput) -> Result<WebhookPayload> {
        let (precinct, webhook) = ctx.row(Kind::Webhook, &input.webhook_id)?;
        let desk = ctx.at(precinct)?.scope.desk();
        changed(ctx, precinct, desk.pause_webhook(webhook, input.expected_version).await)
    }

    /// Delivers again, a webhook that was paused or given up, from where it was (恢复推送). Permission: TOKENS MANAGE. Cost: 10.
    async fn resume_webhook(&self, ctx: &Context<'_>, input: WebhookInput) -> Result<WebhookPayload> {
        let (precinct, webhook) = ctx.row(Kind::Webhook, &input.webhook_id)?;
        let desk = ctx.at(precinct)?.scope.desk();
        changed(ctx, precinct, desk.resume_webhook(webhook, input.expected_version).await)
    }

    /// Delivers never again (移除推送订阅). Permission: TOKENS MANAGE. Cost: 10.
    async fn remove_webhook(&self, ctx: &Context<'_>, input: WebhookInput) -> Result<WebhookPayload> {
        let (precinct, webhook) = ctx.row(Kind::Webhook, &input.webhook_id)?;
        let desk = ctx.at(precinct)?.scope.desk();
        changed(ctx, precinct, desk.remove_webhook(webhook, input.expected_version).await)
    }

    /// Signs by a new secret from now on, which is shown this once (更换签名密钥). Permission: TOKENS MANAGE. Cost: 10.
    async fn rotate_webhook_secret(&self, ctx: &Context<'_>, input: WebhookInput) -> Result<WebhookSecretPayload> {
        let (precinct, webhook) = ctx.row(Kind::Webhook, &input.webhook_id)?;
        let desk = ctx.at(precinct)?.scope.desk();
        issued(ctx, precinct, desk.rotate_webhook_secret(webhook, input.expected_version).await)
    }

    /// Delivers everything after a cursor once more, under the same message ids (重新推送). Permission: TOKENS MANAGE. Cost: 10.
    async fn replay_webhook(&self, ctx: &Context<'_>, input: ReplayWebhookInput) -> Result<WebhookPayload> {
        let (precinct, id) = ctx.row(Kind::Webhook, &input.webhook_id)?;
        let desk = ctx.at(precinct)?.scope.desk();
        let webhook = desk.webhook("replayWebhook", id).await.told(ctx)?;
        let standing = desk.token_standing("replayWebhook", webhook.token).await;
        let (standing, user_errors) = outcome(standing, ctx.asking().language())?;
        let Some(standing) = standing else { return Ok(WebhookPayload { webhook: None, user_errors }) };
        match rehearse(ctx.asking(), standing, webhook.document, Some(input.after)).await? {
            Ok(cursor) => changed(ctx, precinct, desk.replay_webhook(id, input.expected_version, cursor).await),
            Err(unopened) => Ok(WebhookPayload { webhook: None, user_errors: refused(unopened, "after").user_errors }),
        }
    }
}

/// Refuses a URL that leads where nothing is delivered.
async fn admit(asking: &Asking, url: &str) -> tenants::Result<()> {
    match asking.engine().and_then(|engine| engine.destinations.as_ref()) {
        Some(destinations) => destinations.admit(url).await,
        None => Err(tenants::Error::Conflict("no webhooks are delivered here")),
    }
}

/// Whether a subscription would open under the token's rights, and where it would begin.
async fn rehearse(
    asking: &Asking,
    standing: Standing,
    document: String,
    resume: Option<String>,
) -> Result<std::result::Result<String, Unopened>> {
    let Some(engine) = asking.engine() else { return Err(asking.fail(&tenants::Error::internal("no engine"))) };
    let origin = asking.origin();
    let caller = Caller {
        member: Some(std::sync::Arc::clone(standing.member())),
        request_id: origin.request_id.clone(),
        terminal: origin.terminal.clone(),
        language: asking.language(),
        budget: None,
    };
    Ok(engine.rehearse(caller, Opening { standing: Some(standing), resume }, document).await)
}

fn refused(Unopened { code, message }: Unopened, field: &str) -> WebhookSecretPayload {
    let error = UserError { code, field: Some(field.to_owned()), message };
    WebhookSecretPayload { webhook: None, secret: None, user_errors: vec![error] }
}

fn issued(
    ctx: &Context<'_>,
    precinct: PrecinctId,
    result: tenants::Result<IssuedWebhook>,
) -> Result<WebhookSecretPayload> {
    let (issued, user_errors) = outcome(result, ctx.asking().language())?;
    let (webhook, secret) =
        issued.map(|issued| (Webhook { precinct, row: issued.webhook }, issued.key.reveal())).unzip();
    Ok(WebhookSecretPayload { webhook, secret, user_errors })
}

fn changed(ctx: &Context<'_>, precinct: PrecinctId, result: tenants::Result<rows::Webhook>) -> Result<WebhookPayload> {
    let (webhook, user_errors) = outcome(result, ctx.asking().language())?;
    Ok(WebhookPayload { webhook: webhook.map(|row| Webhook { precinct, row }), user_errors })
}
