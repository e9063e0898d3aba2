//! API tokens (接口令牌) as GraphQL objects: what a machine presents instead of signing in (PRV-23).

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject};
use chrono::{DateTime, Utc};
use futures_util::future::join_all;
use tenants::accounts::{Account, AccountState, Desk};
use tenants::ids::{AccountId, PrecinctId};
use tenants::purposes::Purpose;
use tenants::roles::Domain;
use tenants::tokens::{self as rows, NewApiToken};

use crate::context::{Doorway, Told};
use crate::error::{UserError, outcome};
use crate::id::Kind;
use crate::precincts::Precinct;
use crate::words::Word;

/// Accounts looked through at a time.
const STRIDE: u64 = 500;

/// A token, as the desk of its precinct has it.
pub struct ApiToken {
    precinct: PrecinctId,
    row: rows::ApiToken,
}

/// An API token (接口令牌), without its secret: what it may touch, for which purpose, until when (PRV-23).
/// Permission: TOKENS LIST. Cost: 1.
#[Object]
impl ApiToken {
    /// Opaque id.
    async fn id(&self, ctx: &Context<'_>) -> ID {
        ctx.id(Kind::ApiToken, self.precinct, self.row.id)
    }

    /// What it is called (名称).
    async fn name(&self) -> &str {
        &self.row.name
    }

    /// The account it acts for (账号).
    async fn account_id(&self, ctx: &Context<'_>) -> ID {
        ctx.id(Kind::Account, self.precinct, self.row.account)
    }

    /// The stations it may name, those of them that are at work (可访问单位). Cost: 1 each.
    async fn precincts(&self, ctx: &Context<'_>) -> Result<Vec<Precinct>> {
        let opened = ctx.home()?;
        let found = join_all(self.row.precincts.iter().map(|id| opened.load.precincts.load(*id))).await;
        let found: Vec<_> = found.into_iter().map(|precinct| precinct.told(ctx)).collect::<Result<_>>()?;
        Ok(found.into_iter().flatten().map(Precinct::of).collect())
    }

    /// What it may touch at most (领域).
    async fn domains(&self) -> Vec<Word<Domain>> {
        self.row.domains.iter().copied().map(Word).collect()
    }

    /// What it was issued for (用途).
    async fn purpose(&self) -> Word<Purpose> {
        Word(self.row.purpose)
    }

    /// When it was issued (签发时间).
    async fn created_at(&self) -> DateTime<Utc> {
        self.row.created_at
    }

    /// When it is over (到期时间).
    async fn expires_at(&self) -> DateTime<Utc> {
        self.row.expires_at
    }

    /// When it was revoked, if it was (吊销时间).
    async fn revoked_at(&self) -> Option<DateTime<Utc>> {
        self.row.revoked_at
    }

    /// When it was last used, to the minute (最近使用).
    async fn last_used_at(&self) -> Option<DateTime<Utc>> {
        self.row.last_used_at
    }
}

/// The tokens of the accounts posted to a precinct, the newest first.
pub(crate) async fn api_tokens(ctx: &Context<'_>, precinct: PrecinctId) -> Result<Vec<ApiToken>> {
    let tokens = ctx.at(precinct)?.scope.desk().tokens().await.told(ctx)?;
    Ok(tokens.into_iter().map(|row| ApiToken { precinct, row }).collect())
}

/// A token to be issued.
#[derive(InputObject)]
pub struct CreateApiTokenInput {
    /// What it is called: 1 to 60 characters (名称).
    pub name: String,
    /// The machine's account it acts for; may be left out where the asker's precinct has exactly one (账号).
    pub account_id: Option<ID>,
    /// The stations it may name; by default all that the account reaches (可访问单位).
    pub precinct_ids: Option<Vec<ID>>,
    /// What it may touch at most (领域).
    pub domains: Vec<Word<Domain>>,
    /// What it is issued for (用途).
    pub purpose: Word<Purpose>,
    /// When it is over: at most a year from now (到期时间).
    pub expires_at: DateTime<Utc>,
}

/// A token to be revoked.
#[derive(InputObject)]
pub struct RevokeApiTokenInput {
    /// Which token (接口令牌).
    pub token_id: ID,
}

/// A token issued.
#[derive(SimpleObject)]
pub struct CreateApiTokenPayload {
    /// The token, unless refused.
    pub api_token: Option<ApiToken>,
    /// What the client presents as Authorization: Bearer …; shown this once and kept as a hash only (密钥).
    pub secret: Option<String>,
    /// Why it was refused.
    pub user_errors: Vec<UserError>,
}

/// A token revoked.
#[derive(SimpleObject)]
pub struct ApiTokenPayload {
    /// The token as it is now, unless refused.
    pub api_token: Option<ApiToken>,
    /// Why it was refused.
    pub user_errors: Vec<UserError>,
}

/// What the security administrator does with tokens.
#[derive(Default)]
pub struct ApiTokenMutations;

#[Object]
impl ApiTokenMutations {
    /// Issues a token to a machine's account; its secret is shown this once (签发令牌, PRV-23).
    /// Permission: TOKENS MANAGE. Cost: 10.
    async fn create_api_token(&self, ctx: &Context<'_>, input: CreateApiTokenInput) -> Result<CreateApiTokenPayload> {
        let (precinct, account) = match &input.account_id {
            Some(id) => ctx.row(Kind::Account, id).map(|(precinct, account)| (precinct, Some(account)))?,
            None => (ctx.member()?.precinct, None),
        };
        let desk = ctx.at(precinct)?.scope.desk();
        let result = issue(ctx, &desk, account, input).await?;
        let (issued, user_errors) = outcome(result, ctx.asking().language())?;
        let (api_token, secret) =
            issued.map(|issued| (ApiToken { precinct, row: issued.token }, issued.secret)).unzip();
        Ok(CreateApiTokenPayload { api_token, secret, user_errors })
    }

    /// Revokes a token; whoever presents it is refused within a second (吊销令牌, PRV-23). Permission: TOKENS MANAGE. Cost: 10.
    async fn revoke_api_token(&self, ctx: &Context<'_>, input: RevokeApiTokenInput) -> Result<ApiTokenPayload> {
        let (precinct, token) = ctx.row(Kind::ApiToken, &input.token_id)?;
        let result = ctx.at(precinct)?.scope.desk().revoke_token(token).await;
        let (token, user_errors) = outcome(result, ctx.asking().language())?;
        Ok(ApiTokenPayload { api_token: token.map(|row| ApiToken { precinct, row }), user_errors })
    }
}

async fn issue(
    ctx: &Context<'_>,
    desk: &Desk,
    account: Option<AccountId>,
    input: CreateApiTokenInput,
) -> Result<tenants::Result<rows::IssuedToken>> {
    let reach = input.precinct_ids.unwrap_or_default();
    let precincts = reach
        .iter()
        .map(|id| ctx.row(Kind::Precinct, id).map(|(precinct, _): (_, PrecinctId)| precinct))
        .collect::<Result<_>>()?;
    let account = match account {
        Some(account) => Ok(account),
        None => only_machine(ctx, desk).await,
    };
    Ok(match account {
        Ok(account) => {
            let domains = input.domains.into_iter().map(|word| word.0).collect();
            desk.create_token(NewApiToken {
                name: input.name,
                account,
                precincts,
                domains,
                purpose: input.purpose.0,
                expires_at: input.expires_at,
            })
            .await
        }
        Err(refusal) => Err(refusal),
    })
}

/// The one account of a machine that works at the desk's precinct now.
async fn only_machine(ctx: &Context<'_>, desk: &Desk) -> tenants::Result<AccountId> {
    let now = ctx.asking().store().clock().now();
    let (mut machines, mut after) = (Vec::new(), None);
    loop {
        let page = desk.accounts(after.as_deref(), STRIDE).await?;
        let Some(last) = page.last() else { break };
        after = Some(last.login.clone());
        machines.extend(page.into_iter().filter(|account| works_as_machine(account, now)).map(|account| account.id));
    }
    match machines.as_slice() {
        [machine] => Ok(*machine),
        _ => Err(tenants::Error::invalid(
            "ACCOUNT",
            "accountId",
            "say for which machine's account: there is not exactly one here",
        )),
    }
}

fn works_as_machine(account: &Account, now: DateTime<Utc>) -> bool {
    account.state == AccountState::Active
        && account.postings.iter().any(|posting| posting.role.is_machine() && posting.valid(now))
}
