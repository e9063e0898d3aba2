//! API tokens: what a machine presents instead of signing in. Each names domains, precincts, a purpose and an end, is shown
//! once and kept as a hash (PRV-23).
//!
//! A token can never do more than the posting it belongs to, at each moment: its scope narrows the role's, and it ends with the
//! posting if it does not end before.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::QueryResult;
use uuid::Uuid;

use crate::accounts::Desk;
use crate::audit::Entry;
use crate::commons::Commons;
use crate::error::{Error, Result};
use crate::ids::{AccountId, ApiTokenId, PrecinctId};
use crate::members::{Home, Kind, Member, Posted, posted_columns};
use crate::postings::Posting;
use crate::purposes::Purpose;
use crate::roles::{self, Action, Domain};
use crate::secrets::{Digest, Secret};
use crate::store::Store;
use crate::transaction::Mode;

/// The longest a token may last.
pub const LONGEST: TimeDelta = TimeDelta::days(365);

/// How often the time a token was last used is written.
const TOUCH: TimeDelta = TimeDelta::minutes(1);

/// The longest name, in characters.
const NAME: usize = 60;

/// The columns [`token`] reads, of `api_token t`.
macro_rules! token_columns {
    () => {
        "t.id, t.name, t.account_id, t.precinct_ids, t.domains, t.purpose, t.created_at, t.expires_at, t.revoked_at, t.last_used_at"
    };
}

/// An API token (接口令牌), without its secret.
#[derive(Clone, Debug)]
pub struct ApiToken {
    /// The token.
    pub id: ApiTokenId,
    /// What it is called.
    pub name: String,
    /// The account it acts for.
    pub account: AccountId,
    /// The stations it may name.
    pub precincts: Vec<PrecinctId>,
    /// What it may touch at most.
    pub domains: Vec<Domain>,
    /// What it was issued for.
    pub purpose: Purpose,
    /// When it was issued.
    pub created_at: DateTime<Utc>,
    /// When it is over.
    pub expires_at: DateTime<Utc>,
    /// When it was revoked, if it was.
    pub revoked_at: Option<DateTime<Utc>>,
    /// When it was last used, to the minute.
    pub last_used_at: Option<DateTime<Utc>>,
}

/// A token to be issued.
#[derive(Clone, Debug)]
pub struct NewApiToken {
    /// What it is called.
    pub name: String,
    /// The account it acts for, which is posted here.
    pub account: AccountId,
    /// The stations it may name; those of the posting if none are given.
    pub precincts: Vec<PrecinctId>,
    /// What it may touch at most.
    pub domains: Vec<Domain>,
    /// What it is issued for.
    pub purpose: Purpose,
    /// When it is over, at most a year from now.
    pub expires_at: DateTime<Utc>,
}

/// A token just issued, with its secret, which is shown this once.
#[derive(Clone)]
pub struct IssuedToken {
    /// The token.
    pub token: ApiToken,
    /// What the client presents as `Authorization: Bearer …`.
    pub secret: String,
}

impl std::fmt::Debug for IssuedToken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("IssuedToken").field("token", &self.token.id).finish_non_exhaustive()
    }
}

impl Desk {
    /// The tokens of accounts posted here, newest first; at most 1,000.
    pub async fn tokens(&self) -> Result<Vec<ApiToken>> {
        self.require("apiTokens", Domain::Tokens, Action::List).await?;
        let sql = concat!(
            "SELECT ",
            token_columns!(),
            " FROM api_token t JOIN posting p ON p.id = t.posting_id WHERE p.precinct_id = $1 \
             ORDER BY t.created_at DESC, t.id DESC LIMIT 1000"
        );
        self.reading().await?.query(sql, vec![self.precinct().into()]).await?.iter().map(token).collect()
    }

    /// One token of an account posted here.
    pub async fn token(&self, id: ApiTokenId) -> Result<ApiToken> {
        self.require("apiToken", Domain::Tokens, Action::List).await?;
        self.found(&self.reading().await?, id).await
    }

    /// Issues a token to a machine client posted here (PRV-23).
    ///
    /// The security administrator issues tokens to machines only: a token of a person's posting would let its holder act as that
    /// person. The operator on the machine itself may issue those as well, for the command line's users.
    pub async fn create_token(&self, new: NewApiToken) -> Result<IssuedToken> {
        self.require("createApiToken", Domain::Tokens, Action::Manage).await?;
        let now = self.now();
        new.check(now)?;
        let commons = self.writing().await?;
        let posting = self.posting_for(&commons, new.account).await?;
        let precincts = self.admitted(&commons, &posting, &new.precincts).await?;
        new.within_role(&posting)?;
        let secret = Secret::token(self.store().ids().bytes());
        let token = new.issue(ApiTokenId(self.new_id()), precincts, now);
        self.insert_token(&commons, &token, &posting, &secret).await?;
        self.commit(commons, Entry::new("createApiToken", Domain::Tokens.as_str()).on("api_token", token.id).rows(1))
            .await?;
        Ok(IssuedToken { token, secret: secret.reveal() })
    }

    /// Revokes a token; whoever presents it is refused within a second (PRV-23).
    pub async fn revoke_token(&self, id: ApiTokenId) -> Result<ApiToken> {
        self.require("revokeApiToken", Domain::Tokens, Action::Manage).await?;
        let commons = self.writing().await?;
        let token = self.found(&commons, id).await?;
        let sql = "UPDATE api_token SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL";
        commons.execute(sql, vec![id.into(), self.now().into()]).await?;
        self.commit(commons, Entry::new("revokeApiToken", Domain::Tokens.as_str()).on("api_token", id).rows(1)).await?;
        Ok(ApiToken { revoked_at: token.revoked_at.or(Some(self.now())), ..token })
    }

    async fn found(&self, commons: &Commons, id: ApiTokenId) -> Result<ApiToken> {
        let sql = concat!(
            "SELECT ",
            token_columns!(),
            " FROM api_token t JOIN posting p ON p.id = t.posting_id WHERE t.id = $1 AND p.precinct_id = $2"
        );
        let rows = commons.query(sql, vec![id.into(), self.precinct().into()]).await?;
        rows.first().map(token).transpose()?.ok_or(Error::NotFound)
    }

    /// The posting here that a token for the account belongs to.
    async fn posting_for(&self, commons: &Commons, account: AccountId) -> Result<Posting> {
        let held = crate::postings::of_account(commons, account).await?;
        let here = |posting: &Posting| posting.precinct == self.precinct() && posting.valid(self.now());
        let posting = held.into_iter().find(here).ok_or(Error::NotFound)?;
        let by_operator = self.scope().member().kind == Kind::Operator;
        if posting.role.is_machine() || by_operator { Ok(posting) } else { Err(Error::Denied) }
    }

    /// The stations the token may name: all those wished for, if the posting reaches them.
    async fn admitted(&self, commons: &Commons, posting: &Posting, wished: &[PrecinctId]) -> Result<Vec<PrecinctId>> {
        let home = Home::of(commons, posting.precinct).await?.ok_or(Error::NotFound)?;
        let reach = home.reach(commons).await?;
        if wished.is_empty() {
            return Ok(reach);
        }
        if wished.iter().all(|precinct| reach.contains(precinct)) { Ok(wished.to_vec()) } else { Err(Error::NotFound) }
    }

    async fn insert_token(
        &self,
        commons: &Commons,
        token: &ApiToken,
        posting: &Posting,
        secret: &Secret,
    ) -> Result<()> {
        let precincts: Vec<Uuid> = token.precincts.iter().map(|precinct| precinct.0).collect();
        let domains: Vec<&str> = token.domains.iter().map(|domain| domain.as_str()).collect();
        let sql = "INSERT INTO api_token (id, secret_hash, name, account_id, posting_id, precinct_ids, domains, purpose, \
                   created_at, created_by, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
        let values = vec![
            token.id.into(),
            secret.digest().as_bytes().to_vec().into(),
            token.name.as_str().into(),
            token.account.into(),
            posting.id.into(),
            serde_json::to_string(&precincts).map_err(Error::internal)?.into(),
            serde_json::to_string(&domains).map_err(Error::internal)?.into(),
            token.purpose.as_str().into(),
            token.created_at.into(),
            self.scope().member().account.map_or(Uuid::nil(), Uuid::from).into(),
            token.expires_at.into(),
        ];
        commons.execute(sql, values).await.map(drop)
    }
}

impl NewApiToken {
    /// Checks what needs no database.
    fn check(&self, now: DateTime<Utc>) -> Result<()> {
        if self.name.trim().is_empty() || self.name.chars().count() > NAME {
            return Err(Error::invalid("LENGTH", "name", format!("1 to {NAME} characters are needed here")));
        }
        if self.expires_at <= now {
            return Err(Error::invalid("PRV-23", "expiresAt", "a token ends in the future"));
        }
        if self.expires_at > now + LONGEST {
            return Err(Error::invalid("PRV-23", "expiresAt", "a token lasts at most a year"));
        }
        if self.domains.is_empty() {
            return Err(Error::invalid("PRV-23", "domains", "a token names what it may touch"));
        }
        Ok(())
    }

    /// Refuses a scope wider than the role: a token that promises what it cannot do misleads whoever reviews it.
    fn within_role(&self, posting: &Posting) -> Result<()> {
        match self.domains.iter().find(|domain| roles::actions(posting.role, **domain).is_empty()) {
            Some(domain) => {
                Err(Error::invalid("PRV-23", "domains", format!("{} may do nothing in {domain}", posting.role)))
            }
            None => Ok(()),
        }
    }

    fn issue(self, id: ApiTokenId, precincts: Vec<PrecinctId>, now: DateTime<Utc>) -> ApiToken {
        let mut domains = self.domains;
        domains.sort_unstable();
        domains.dedup();
        ApiToken {
            id,
            name: self.name,
            account: self.account,
            precincts,
            domains,
            purpose: self.purpose,
            created_at: now,
            expires_at: self.expires_at,
            revoked_at: None,
            last_used_at: None,
        }
    }
}

fn token(row: &QueryResult) -> Result<ApiToken> {
    let purpose: String = row.try_get_by_index(5)?;
    Ok(ApiToken {
        id: row.try_get_by_index::<Uuid>(0)?.into(),
        name: row.try_get_by_index(1)?,
        account: row.try_get_by_index::<Uuid>(2)?.into(),
        precincts: precincts(row, 3)?,
        domains: domains(row, 4)?,
        purpose: purpose.parse().map_err(Error::internal)?,
        created_at: row.try_get_by_index(6)?,
        expires_at: row.try_get_by_index(7)?,
        revoked_at: row.try_get_by_index(8)?,
        last_used_at: row.try_get_by_index(9)?,
    })
}

fn precincts(row: &QueryResult, column: usize) -> Result<Vec<PrecinctId>> {
    let text: String = row.try_get_by_index(column)?;
    let ids: Vec<Uuid> = serde_json::from_str(&text).map_err(Error::internal)?;
    Ok(ids.into_iter().map(PrecinctId).collect())
}

/// A domain this version does not know grants nothing: it is left out.
fn domains(row: &QueryResult, column: usize) -> Result<Vec<Domain>> {
    let text: String = row.try_get_by_index(column)?;
    let words: Vec<String> = serde_json::from_str(&text).map_err(Error::internal)?;
    Ok(words.iter().filter_map(|word| word.parse().ok()).collect())
}

/// The member of a token, read afresh; notes the use when the last one is a while ago.
pub(crate) async fn load(store: &Store, digest: Digest) -> Result<Member> {
    let sql = concat!(
        "SELECT ",
        token_columns!(),
        ", ",
        posted_columns!(),
        " FROM api_token t JOIN account a ON a.id = t.account_id JOIN posting p ON p.id = t.posting_id \
         JOIN precinct r ON r.id = p.precinct_id \
         WHERE t.secret_hash = $1 AND t.revoked_at IS NULL AND a.state = 'ACTIVE'"
    );
    let now = store.clock().now();
    let commons = store.commons(Mode::Look).await?;
    let rows = commons.query(sql, vec![digest.as_bytes().to_vec().into()]).await?;
    let row = rows.first().ok_or(Error::NotFound)?;
    let token = token(row)?;
    if token.expires_at <= now {
        return Err(Error::NotFound);
    }
    let kind = Kind::Token { id: token.id, name: token.name, domains: token.domains, purpose: token.purpose };
    let mut member = Posted::at(row, 10, now)?.member(&commons, kind, token.expires_at).await?;
    member.precincts.retain(|precinct| token.precincts.contains(precinct));
    drop(commons);
    if token.last_used_at.is_none_or(|used| now - used >= TOUCH) {
        touch(store, token.id, now).await;
    }
    Ok(member)
}

/// Writes that the token was used; reading goes on when that fails.
async fn touch(store: &Store, id: ApiTokenId, now: DateTime<Utc>) {
    let write = async {
        let commons = store.commons(Mode::Write).await?;
        let sql = "UPDATE api_token SET last_used_at = $2 WHERE id = $1";
        commons.execute(sql, vec![id.into(), now.into()]).await?;
        commons.commit_silently().await
    };
    if let Err(error) = write.await {
        tracing::warn!(%error, "a token's last use was not written");
    }
}
