//! Accounts (账号), their postings (任职) and sessions (会话) as GraphQL objects, and what the security administrator does with
//! them.

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject};
use chrono::{DateTime, Utc};
use futures_util::future::BoxFuture;
use tenants::accounts::{self as rows, AccountState, Credentials, Desk, NewAccount};
use tenants::applications::AssistOffice;
use tenants::ids::{AccountId, PrecinctId};
use tenants::page::Page;
use tenants::postings::{self, NewPosting};
use tenants::roles::Role;
use tenants::sessions;

use crate::beats::{self, Beat};
use crate::context::{Doorway, Found, Told};
use crate::error::{UserError, outcome};
use crate::id::Kind;
use crate::page::{Connection, List, listed, paging};
use crate::precincts::Precinct;
use crate::words::Word;

/// An account, as the desk of a precinct has it.
pub struct Account {
    precinct: PrecinctId,
    row: rows::Account,
}

/// A row of the list, with the precinct whose list it is.
pub type AccountRow = (PrecinctId, rows::Account);

#[expect(non_snake_case, reason = "a node is made by its name, as tuple nodes are")]
fn Account((precinct, row): AccountRow) -> Account {
    Account { precinct, row }
}

listed!(Account, AccountRow, "AccountConnection", "AccountEdge", |of| (of.1.login, of.1.id));

/// An account (账号): what somebody signs in with. Permission: ACCOUNTS LIST. Cost: 1.
#[Object]
impl Account {
    /// Opaque id.
    async fn id(&self, ctx: &Context<'_>) -> ID {
        ctx.id(Kind::Account, self.precinct, self.row.id)
    }

    /// The login (登录名).
    async fn login(&self) -> &str {
        &self.row.login
    }

    /// The holder's name (姓名).
    async fn name(&self) -> &str {
        &self.row.name
    }

    /// The holder's number in the service (警号).
    async fn staff_number(&self) -> Option<&str> {
        self.row.staff_number.as_deref()
    }

    /// Whether it can be used (状态).
    async fn state(&self) -> Word<AccountState> {
        Word(self.row.state)
    }

    /// Whether it is locked now, after failures (已锁定, SEC-01).
    async fn locked(&self) -> bool {
        self.row.locked_until.is_some()
    }

    /// Its postings within the administrator's reach, the latest first (任职). Cost: 1 each.
    async fn postings(&self) -> Vec<Posting> {
        self.row.postings.iter().cloned().map(Posting).collect()
    }

    /// Its open sessions, the newest first (会话). Permission: SESSIONS LIST. Cost: 1 each.
    async fn sessions(&self, ctx: &Context<'_>) -> Result<Vec<Session>> {
        let sessions = ctx.at(self.precinct)?.load.sessions_of.load(self.row.id).await.found(ctx)?;
        Ok(sessions.into_iter().map(|row| Session { precinct: self.precinct, row }).collect())
    }
}

/// A posting.
pub struct Posting(postings::Posting);

/// A posting (任职): somebody's role in a precinct for a time; rights begin and end with it, to the instant (SEC-13).
/// Permission: ACCOUNTS LIST. Cost: 1.
#[Object]
impl Posting {
    /// Opaque id.
    async fn id(&self, ctx: &Context<'_>) -> ID {
        ctx.id(Kind::Posting, self.0.precinct, self.0.id)
    }

    /// Where (单位).
    async fn precinct(&self, ctx: &Context<'_>) -> Result<Precinct> {
        crate::precincts::precinct(ctx, self.0.precinct)
    }

    /// As what (岗位).
    async fn role(&self) -> Word<Role> {
        Word(self.0.role)
    }

    /// How the post is called there (职务).
    async fn title(&self) -> Option<&str> {
        self.0.title.as_deref()
    }

    /// For which office of another department (所属单位).
    async fn office(&self) -> Option<Word<AssistOffice>> {
        self.0.office.map(Word)
    }

    /// On which beats (警务区).
    async fn beats(&self, ctx: &Context<'_>) -> Result<Vec<Beat>> {
        beats::of_posting(ctx, self.0.precinct, &self.0.beats).await
    }

    /// From when (起始时间).
    async fn valid_from(&self) -> DateTime<Utc> {
        self.0.valid_from
    }

    /// Until when, exclusive; open if none (终止时间).
    async fn valid_to(&self) -> Option<DateTime<Utc>> {
        self.0.valid_to
    }
}

/// An open session.
pub struct Session {
    precinct: PrecinctId,
    row: sessions::Session,
}

/// An open session (会话, SEC-01). Permission: one's own without any; others' SESSIONS LIST. Cost: 1.
#[Object]
impl Session {
    /// Opaque id.
    async fn id(&self, ctx: &Context<'_>) -> ID {
        ctx.id(Kind::Session, self.precinct, self.row.id)
    }

    /// The class of the terminal (终端).
    async fn terminal(&self) -> &str {
        &self.row.terminal
    }

    /// Its network address (网络地址).
    async fn address(&self) -> &str {
        &self.row.address
    }

    /// What the browser said of itself (浏览器).
    async fn user_agent(&self) -> &str {
        &self.row.user_agent
    }

    /// When it was opened (登录时间).
    async fn created_at(&self) -> DateTime<Utc> {
        self.row.created_at
    }

    /// When it was last used, to the minute (最近使用).
    async fn last_seen_at(&self) -> DateTime<Utc> {
        self.row.last_seen_at
    }

    /// When it is over, used or not (到期时间).
    async fn expires_at(&self) -> DateTime<Utc> {
        self.row.expires_at
    }

    /// Whether it is the one that asks (当前会话).
    async fn current(&self, ctx: &Context<'_>) -> Result<bool> {
        Ok(ctx.member()?.session() == Some(self.row.id))
    }
}

/// The asker's own open sessions; a token has none.
pub(crate) async fn own_sessions(ctx: &Context<'_>) -> Result<Vec<Session>> {
    let opened = ctx.home()?;
    let (Some(account), precinct) = (ctx.member()?.account, opened.scope.precinct()) else { return Ok(Vec::new()) };
    let sessions = opened.scope.desk().sessions(account).await.told(ctx)?;
    Ok(sessions.into_iter().map(|row| Session { precinct, row }).collect())
}

/// A page of the accounts posted to a precinct, by login.
pub(crate) async fn accounts(
    ctx: &Context<'_>,
    precinct: PrecinctId,
    first: Option<i32>,
    after: Option<String>,
) -> Result<Connection<Account>> {
    let list = List { name: "accounts", owner: precinct.0 };
    let paging = paging(ctx, list, first, after.as_deref())?;
    let desk = ctx.at(precinct)?.scope.desk();
    let after = paging.after.as_ref().map(|key| key.sort.as_str());
    let found = desk.accounts(after, u64::from(paging.first) + 1).await.told(ctx)?;
    let page = Page::cut(found, paging.first).map(|row| (precinct, row));
    let count = Box::new(move || {
        let desk = desk.clone();
        Box::pin(async move { desk.count_accounts().await }) as BoxFuture<'static, _>
    });
    Ok(Connection::new(list, &paging, page, count))
}

/// An account to be opened, with its first posting.
#[derive(InputObject)]
pub struct CreateAccountInput {
    /// 3 to 40 of a-z, 0-9, dot, dash and underscore, beginning with a letter (登录名).
    pub login: String,
    /// The holder's name (姓名).
    pub name: String,
    /// The holder's number in the service (警号).
    pub staff_number: Option<String>,
    /// The precinct it is posted to; by default the administrator's own (单位).
    pub precinct_id: Option<ID>,
    /// The role of the posting (岗位).
    pub role: Word<Role>,
    /// How the post is called there (职务).
    pub title: Option<String>,
    /// The beats of the posting (警务区).
    pub beat_ids: Option<Vec<ID>>,
    /// The office of another department: of a clerk, and of nobody else (所属单位, JNT-01).
    pub office: Option<Word<AssistOffice>>,
    /// From when the posting holds; by default now.
    pub valid_from: Option<DateTime<Utc>>,
    /// Until when, exclusive; by default open.
    pub valid_to: Option<DateTime<Utc>>,
}

/// A posting to be made.
#[derive(InputObject)]
pub struct AssignPostingInput {
    /// Whom (账号).
    pub account_id: ID,
    /// Where; by default in the precinct whose list the account was read from (单位).
    pub precinct_id: Option<ID>,
    /// As what (岗位).
    pub role: Word<Role>,
    /// How the post is called there (职务).
    pub title: Option<String>,
    /// On which beats (警务区).
    pub beat_ids: Option<Vec<ID>>,
    /// The office of another department: of a clerk, and of nobody else (所属单位, JNT-01).
    pub office: Option<Word<AssistOffice>>,
    /// From when; by default now.
    pub valid_from: Option<DateTime<Utc>>,
    /// Until when, exclusive; by default open.
    pub valid_to: Option<DateTime<Utc>>,
}

/// A posting to be ended.
#[derive(InputObject)]
pub struct EndPostingInput {
    /// Which posting (任职).
    pub posting_id: ID,
    /// When; by default now.
    pub at: Option<DateTime<Utc>>,
}

/// An account to be closed or unlocked.
#[derive(InputObject)]
pub struct AccountInput {
    /// Which account (账号).
    pub account_id: ID,
}

/// An account whose password is forgotten.
#[derive(InputObject)]
pub struct ResetPasswordInput {
    /// Which account (账号).
    pub account_id: ID,
    /// Whether the second factor is lost too and is made anew; by default not.
    #[graphql(default)]
    pub new_second_factor: bool,
}

/// A session to be ended.
#[derive(InputObject)]
pub struct EndSessionInput {
    /// Which session (会话).
    pub session_id: ID,
}

/// A second factor to enrol (动态口令), shown this once.
#[derive(SimpleObject)]
pub struct SecondFactor {
    /// The secret in base32, to type into an authenticator.
    pub secret: String,
    /// The otpauth:// address, to show as a QR code.
    pub url: String,
}

/// An account opened or changed.
#[derive(Default, SimpleObject)]
pub struct AccountPayload {
    /// The account as it is now, unless refused.
    pub account: Option<Account>,
    /// The generated password, shown this once; none when there is no new one.
    pub password: Option<String>,
    /// The second factor to enrol, shown this once; none when there is no new one.
    pub second_factor: Option<SecondFactor>,
    /// Why it was refused.
    pub user_errors: Vec<UserError>,
}

/// A session ended.
#[derive(SimpleObject)]
pub struct EndSessionPayload {
    /// The session that is over now, unless refused.
    pub session_id: Option<ID>,
    /// Why it was refused.
    pub user_errors: Vec<UserError>,
}

/// What the security administrator does with accounts.
#[derive(Default)]
pub struct AccountMutations;

#[Object]
impl AccountMutations {
    /// Opens an account with a generated password and, where the role needs one, a second factor; both are shown this once
    /// (开户). Permission: ACCOUNTS MANAGE. Cost: 110.
    async fn create_account(&self, ctx: &Context<'_>, input: CreateAccountInput) -> Result<AccountPayload> {
        let CreateAccountInput { login, name, staff_number, precinct_id, role, title, beat_ids, office, .. } = input;
        let (valid_from, valid_to) = (input.valid_from, input.valid_to);
        let precinct = precinct_or(ctx, precinct_id, ctx.member()?.precinct)?;
        let (beats, office) = (beats(ctx, precinct, beat_ids)?, office.map(|word| word.0));
        let posting = NewPosting { role: role.0, title, beats, office, valid_from, valid_to };
        let desk = ctx.at(precinct)?.scope.desk();
        let result = desk.create_account(NewAccount { login, name, staff_number, password: None, posting }).await;
        handed_over(ctx, &desk, precinct, result).await
    }

    /// Posts an account to a precinct; its rights change at once, or when the posting begins (任命, SEC-13).
    /// Permission: ACCOUNTS MANAGE. Cost: 10.
    async fn assign_posting(&self, ctx: &Context<'_>, input: AssignPostingInput) -> Result<AccountPayload> {
        let AssignPostingInput { account_id, precinct_id, role, title, beat_ids, office, valid_from, valid_to } = input;
        let (listed, account) = ctx.row(Kind::Account, &account_id)?;
        let precinct = precinct_or(ctx, precinct_id, listed)?;
        let (beats, office) = (beats(ctx, precinct, beat_ids)?, office.map(|word| word.0));
        let posting = NewPosting { role: role.0, title, beats, office, valid_from, valid_to };
        let desk = ctx.at(precinct)?.scope.desk();
        let result = desk.assign_posting(account, posting).await.map(|_| account);
        changed(ctx, &desk, precinct, result).await
    }

    /// Ends a posting, now or later; whoever works under it is out within a second (免职, SEC-13).
    /// Permission: ACCOUNTS MANAGE. Cost: 10.
    async fn end_posting(&self, ctx: &Context<'_>, input: EndPostingInput) -> Result<AccountPayload> {
        let (precinct, posting) = ctx.row(Kind::Posting, &input.posting_id)?;
        let desk = ctx.at(precinct)?.scope.desk();
        let result = desk.end_posting(posting, input.at).await;
        changed(ctx, &desk, precinct, result).await
    }

    /// Closes an account for good: its postings, sessions and tokens end with it (销户). Permission: ACCOUNTS MANAGE. Cost: 10.
    async fn close_account(&self, ctx: &Context<'_>, input: AccountInput) -> Result<AccountPayload> {
        let (precinct, account) = ctx.row(Kind::Account, &input.account_id)?;
        let desk = ctx.at(precinct)?.scope.desk();
        let result = desk.close_account(account).await.map(|()| account);
        changed(ctx, &desk, precinct, result).await
    }

    /// Lets a locked account try again (解锁, SEC-01). Permission: ACCOUNTS MANAGE. Cost: 10.
    async fn unlock_account(&self, ctx: &Context<'_>, input: AccountInput) -> Result<AccountPayload> {
        let (precinct, account) = ctx.row(Kind::Account, &input.account_id)?;
        let desk = ctx.at(precinct)?.scope.desk();
        let result = desk.unlock_account(account).await.map(|()| account);
        changed(ctx, &desk, precinct, result).await
    }

    /// Gives a new password and, if asked, a new second factor, shown this once; the account's sessions end (重置密码).
    /// Permission: ACCOUNTS MANAGE. Cost: 110.
    async fn reset_password(&self, ctx: &Context<'_>, input: ResetPasswordInput) -> Result<AccountPayload> {
        let (precinct, account) = ctx.row(Kind::Account, &input.account_id)?;
        let desk = ctx.at(precinct)?.scope.desk();
        let result = desk.reset_password(account, None, input.new_second_factor).await;
        handed_over(ctx, &desk, precinct, result).await
    }

    /// Ends a session: one's own, or anybody's by the security administrator (下线).
    /// Permission: one's own without any; others' SESSIONS MANAGE. Cost: 10.
    async fn end_session(&self, ctx: &Context<'_>, input: EndSessionInput) -> Result<EndSessionPayload> {
        let (precinct, session) = ctx.row(Kind::Session, &input.session_id)?;
        let result = ctx.at(precinct)?.scope.desk().end_session(session).await;
        let (ended, user_errors) = outcome(result, ctx.asking().language())?;
        Ok(EndSessionPayload { session_id: ended.map(|()| input.session_id), user_errors })
    }
}

/// The precinct an input names, or the one it leaves to us.
fn precinct_or(ctx: &Context<'_>, id: Option<ID>, default: PrecinctId) -> Result<PrecinctId> {
    id.map_or(Ok(default), |id| ctx.row(Kind::Precinct, &id).map(|(precinct, _): (_, PrecinctId)| precinct))
}

fn beats(ctx: &Context<'_>, precinct: PrecinctId, ids: Option<Vec<ID>>) -> Result<Vec<tenants::ids::BeatId>> {
    ids.unwrap_or_default().iter().map(|id| ctx.row_in(Kind::Beat, precinct, id)).collect()
}

/// The payload of a change: the account read anew.
async fn changed(
    ctx: &Context<'_>,
    desk: &Desk,
    precinct: PrecinctId,
    result: tenants::Result<AccountId>,
) -> Result<AccountPayload> {
    let (account, user_errors) = outcome(result, ctx.asking().language())?;
    let Some(account) = account else { return Ok(AccountPayload { user_errors, ..AccountPayload::default() }) };
    let row = desk.account(account).await.told(ctx)?;
    Ok(AccountPayload { account: Some(Account { precinct, row }), ..AccountPayload::default() })
}

/// The payload of what hands over credentials.
async fn handed_over(
    ctx: &Context<'_>,
    desk: &Desk,
    precinct: PrecinctId,
    result: tenants::Result<Credentials>,
) -> Result<AccountPayload> {
    let (result, handed) = match result {
        Ok(Credentials { account, password, totp, .. }) => (Ok(account), (password, totp)),
        Err(fault) => (Err(fault), (None, None)),
    };
    let second_factor = handed.1.map(|totp| SecondFactor { secret: totp.secret, url: totp.url });
    Ok(AccountPayload { password: handed.0, second_factor, ..changed(ctx, desk, precinct, result).await? })
}
