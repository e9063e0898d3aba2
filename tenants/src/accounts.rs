//! Accounts, as the security administrator keeps them: opened with a posting and a second factor, unlocked, closed.
//!
//! An administrator reaches the accounts posted in his own precinct, or in any of the district's when he is posted in its
//! office. Any other account does not exist for him, and nobody administers himself (SEC-02).

use chrono::{DateTime, Utc};
use sea_orm::QueryResult;
use uuid::Uuid;

use crate::audit::{Entry, Outcome};
use crate::commons::Commons;
use crate::error::{Error, Result};
use crate::ids::{AccountId, PostingId, PrecinctId, SessionId};
use crate::passwords;
use crate::postings::{self, NewPosting, Posting};
use crate::roles::{Action, Domain};
use crate::scope::{Precinct, Scope};
use crate::sessions::{self, Session};
use crate::store::Store;
use crate::totp::{self, Enrolment};
use crate::transaction::Mode;
use crate::words::words;

/// The longest name and staff number, in characters.
const NAME: usize = 60;

words! {
    /// Whether an account can be used.
    pub enum AccountState {
        /// It can, as far as its postings go.
        Active = "ACTIVE",
        /// It cannot any more.
        Closed = "CLOSED",
    }
}

/// An account (账号).
#[derive(Clone, Debug)]
pub struct Account {
    /// The account.
    pub id: AccountId,
    /// By what its holder signs in; lower case.
    pub login: String,
    /// The holder's name.
    pub name: String,
    /// The holder's number in the service (警号).
    pub staff_number: Option<String>,
    /// Whether it can be used.
    pub state: AccountState,
    /// Until when it is locked after failures, if it is.
    pub locked_until: Option<DateTime<Utc>>,
    /// Its postings, the latest first: all those within the administrator's reach.
    pub postings: Vec<Posting>,
}

/// An account to be opened.
#[derive(Clone, Debug)]
pub struct NewAccount {
    /// 3–40 of `a-z 0-9 . _ -`, beginning with a letter; the same for the whole installation.
    pub login: String,
    /// The holder's name.
    pub name: String,
    /// The holder's number in the service (警号).
    pub staff_number: Option<String>,
    /// An initial password; generated if none.
    pub password: Option<String>,
    /// The first posting, in the desk's precinct.
    pub posting: NewPosting,
}

/// What is handed over once when an account is opened or reset, and kept nowhere in clear.
#[derive(Clone)]
pub struct Credentials {
    /// The account.
    pub account: AccountId,
    /// Its first posting, when it was opened.
    pub posting: Option<PostingId>,
    /// The initial password; none for a machine, which holds tokens only.
    pub password: Option<String>,
    /// The second factor to enrol, where the role needs one and it is new.
    pub totp: Option<Enrolment>,
}

impl std::fmt::Debug for Credentials {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Credentials").field("account", &self.account).finish_non_exhaustive()
    }
}

/// The administration of accounts, sessions and tokens in one precinct. From [`Scope::desk`].
#[derive(Clone, Debug)]
pub struct Desk(Scope<Precinct>);

impl Scope<Precinct> {
    /// The administration of this precinct's accounts; what the role may not do there is refused at each act.
    pub fn desk(&self) -> Desk {
        Desk(self.clone())
    }
}

impl Desk {
    /// Accounts posted here, now, later or last, by login after `after`; at most `limit`.
    pub async fn accounts(&self, after: Option<&str>, limit: u64) -> Result<Vec<Account>> {
        self.require("accounts", Domain::Accounts, Action::List).await?;
        let commons = self.reading().await?;
        let sql = "SELECT a.id, a.login, a.display_name, a.staff_number, a.state, a.locked_until FROM account a \
                   WHERE a.login > $1 AND a.id IN (SELECT p.account_id FROM posting p WHERE p.precinct_id = $2 \
                   AND (p.valid_to IS NULL OR p.valid_to > $3 OR NOT EXISTS (SELECT 1 FROM posting q \
                   WHERE q.account_id = p.account_id AND q.valid_from > p.valid_from))) ORDER BY a.login LIMIT $4";
        let (after, limit) = (after.unwrap_or(""), i64::try_from(limit.min(1_000)).unwrap_or(1_000));
        let rows =
            commons.query(sql, vec![after.into(), self.precinct().into(), self.now().into(), limit.into()]).await?;
        let mut accounts: Vec<Account> = rows.iter().map(|row| account(row, self.now())).collect::<Result<_>>()?;
        self.fill(&commons, after, &mut accounts).await?;
        Ok(accounts)
    }

    /// Gives accounts, in order of their logins, their postings.
    async fn fill(&self, commons: &Commons, after: &str, accounts: &mut [Account]) -> Result<()> {
        let Some(last) = accounts.last() else { return Ok(()) };
        let held = postings::of_logins(commons, self.precinct(), after, &last.login).await?;
        for posting in self.shown(held) {
            if let Some(account) = accounts.iter_mut().find(|account| account.id == posting.account) {
                account.postings.push(posting);
            }
        }
        Ok(())
    }

    /// How many accounts are posted here, now, later or last.
    pub async fn count_accounts(&self) -> Result<u64> {
        self.require("accounts", Domain::Accounts, Action::List).await?;
        let sql = "SELECT COUNT(DISTINCT p.account_id) FROM posting p WHERE p.precinct_id = $1 \
                   AND (p.valid_to IS NULL OR p.valid_to > $2 OR NOT EXISTS (SELECT 1 FROM posting q \
                   WHERE q.account_id = p.account_id AND q.valid_from > p.valid_from))";
        let rows = self.reading().await?.query(sql, vec![self.precinct().into(), self.now().into()]).await?;
        let count: i64 = rows.first().map(|row| row.try_get_by_index(0)).transpose()?.unwrap_or(0);
        Ok(u64::try_from(count).unwrap_or(0))
    }

    /// One account within reach.
    pub async fn account(&self, id: AccountId) -> Result<Account> {
        self.require("account", Domain::Accounts, Action::List).await?;
        let commons = self.reading().await?;
        let held = postings::of_account(&commons, id).await?;
        if !self.sees(&held) {
            return Err(Error::NotFound);
        }
        let sql = "SELECT id, login, display_name, staff_number, state, locked_until FROM account WHERE id = $1";
        let rows = commons.query(sql, vec![id.into()]).await?;
        let mut account = account(rows.first().ok_or(Error::NotFound)?, self.now())?;
        account.postings = self.shown(held);
        Ok(account)
    }

    /// The open sessions of an account within reach; of one's own without any right.
    pub async fn sessions(&self, id: AccountId) -> Result<Vec<Session>> {
        let commons = self.reading().await?;
        if self.scope().member().account != Some(id) {
            self.require("sessions", Domain::Sessions, Action::List).await?;
            if !self.sees(&postings::of_account(&commons, id).await?) {
                return Err(Error::NotFound);
            }
        }
        sessions::open_sessions(&commons, id, self.now()).await
    }

    /// The open sessions of every account that [`Desk::accounts`] lists, newest first: one statement for a page of accounts.
    pub async fn all_sessions(&self) -> Result<Vec<Session>> {
        self.require("sessions", Domain::Sessions, Action::List).await?;
        sessions::open_sessions_at(&self.reading().await?, self.precinct(), self.now()).await
    }

    /// Opens an account with its first posting, a password and, unless the role needs none, a second factor.
    ///
    /// What is returned is shown this once. Refused: a login that is taken (`LOGIN_TAKEN`) or not one (`LOGIN`), a weak password
    /// (`PASSWORD_…`), and whatever [`Desk::assign_posting`] refuses.
    pub async fn create_account(&self, new: NewAccount) -> Result<Credentials> {
        self.require("createAccount", Domain::Accounts, Action::Manage).await?;
        new.check()?;
        let id = AccountId(self.new_id());
        let role = new.posting.role;
        let password =
            if role.is_machine() { None } else { Some(self.password(new.password.clone(), &new.login, &new.name)?) };
        let hash = match password.clone() {
            Some(password) => self.hash(password).await?,
            None => String::new(),
        };
        let second =
            if role.is_machine() || !role.needs_second_factor() { None } else { Some(self.second_factor(&new.login)?) };
        let (sealed, totp) = second.unzip();
        let commons = self.writing().await?;
        self.insert(&commons, id, &new, hash, sealed).await?;
        let posting = Some(self.post(&commons, id, &[], new.posting).await?);
        self.commit(commons, entry("createAccount").on("account", id)).await?;
        Ok(Credentials { account: id, posting, password, totp })
    }

    /// Closes an account for good: its postings end, its sessions end, its tokens are revoked.
    pub async fn close_account(&self, id: AccountId) -> Result<()> {
        let (commons, _) = self.manage(id, "closeAccount").await?;
        let now = self.now();
        for sql in [
            "UPDATE account SET state = 'CLOSED', updated_at = $2 WHERE id = $1",
            "UPDATE posting SET valid_to = CASE WHEN valid_from > $2 THEN valid_from ELSE $2 END \
             WHERE account_id = $1 AND (valid_to IS NULL OR valid_to > $2)",
            "UPDATE api_token SET revoked_at = $2 WHERE account_id = $1 AND revoked_at IS NULL",
        ] {
            commons.execute(sql, vec![id.into(), now.into()]).await?;
        }
        sessions::end_all(&commons, id, now).await?;
        self.commit(commons, entry("closeAccount").on("account", id)).await
    }

    /// Lets a locked account try again.
    pub async fn unlock_account(&self, id: AccountId) -> Result<()> {
        let (commons, _) = self.manage(id, "unlockAccount").await?;
        commons
            .execute("UPDATE account SET failed_count = 0, locked_until = NULL WHERE id = $1", vec![id.into()])
            .await?;
        self.commit(commons, entry("unlockAccount").on("account", id)).await
    }

    /// Gives a new password and, if asked, a new second factor; ends the account's sessions and unlocks it.
    pub async fn reset_password(&self, id: AccountId, password: Option<String>, new_totp: bool) -> Result<Credentials> {
        let account = self.account(id).await?;
        let machine = account.postings.iter().any(|posting| posting.role.is_machine());
        if machine || account.state == AccountState::Closed {
            return Err(Error::Conflict("the account does not sign in"));
        }
        let password = self.password(password, &account.login, &account.name)?;
        let hash = self.hash(password.clone()).await?;
        let (sealed, totp) = if new_totp { Some(self.second_factor(&account.login)?) } else { None }.unzip();
        let (commons, _) = self.manage(id, "resetPassword").await?;
        let sql = "UPDATE account SET password_hash = $2, totp_sealed = COALESCE($3, totp_sealed), \
                   totp_step = CASE WHEN $3 IS NULL THEN totp_step ELSE NULL END, \
                   failed_count = 0, locked_until = NULL, updated_at = $4 WHERE id = $1";
        commons.execute(sql, vec![id.into(), hash.into(), sealed.into(), self.now().into()]).await?;
        sessions::end_all(&commons, id, self.now()).await?;
        self.commit(commons, entry("resetPassword").on("account", id)).await?;
        Ok(Credentials { account: id, posting: None, password: Some(password), totp })
    }

    /// Ends a session: one's own, or that of an account within the security administrator's reach.
    pub async fn end_session(&self, id: SessionId) -> Result<()> {
        let rows = self.reading().await?.query("SELECT account_id FROM session WHERE id = $1", vec![id.into()]).await?;
        let owner = rows.first().map(|row| row.try_get_by_index::<Uuid>(0).map(AccountId)).transpose()?;
        let member = self.scope().member();
        let own = owner.is_some() && owner == member.account;
        if !own && !member.may(Domain::Sessions, Action::Manage) {
            // Whether the session exists is nothing to somebody who could not end it.
            self.denied("endSession", Domain::Sessions).await?;
            return Err(Error::NotFound);
        }
        let owner = owner.ok_or(Error::NotFound)?;
        let commons = self.writing().await?;
        if !own && !self.sees(&postings::of_account(&commons, owner).await?) {
            return Err(Error::NotFound);
        }
        sessions::end(&commons, id, self.now()).await?;
        self.commit(commons, Entry::new("endSession", Domain::Sessions.as_str()).on("session", id).rows(1)).await
    }

    async fn insert(
        &self,
        commons: &Commons,
        id: AccountId,
        new: &NewAccount,
        hash: String,
        sealed: Option<Vec<u8>>,
    ) -> Result<()> {
        let taken = commons.query("SELECT 1 FROM account WHERE login = $1", vec![new.login.as_str().into()]).await?;
        if !taken.is_empty() {
            return Err(Error::invalid("LOGIN_TAKEN", "login", "this login is taken"));
        }
        let sql = "INSERT INTO account (id, login, display_name, staff_number, password_hash, totp_sealed, state, \
                   failed_count, epoch, created_at, updated_at) VALUES ($1, $2, $3, $4, $5, $6, 'ACTIVE', 0, 1, $7, $7)";
        let values = vec![
            id.into(),
            new.login.as_str().into(),
            new.name.as_str().into(),
            new.staff_number.clone().into(),
            hash.into(),
            sealed.into(),
            self.now().into(),
        ];
        commons.execute(sql, values).await.map(drop)
    }

    /// The given password if it is acceptable, or a generated one.
    fn password(&self, given: Option<String>, login: &str, name: &str) -> Result<String> {
        let Some(password) = given else { return Ok(passwords::generate(self.store().ids().bytes())) };
        passwords::check(&password, login, name)
            .map_err(|weak| Error::invalid(weak.code(), "password", weak.to_string()))?;
        Ok(password)
    }

    async fn hash(&self, password: String) -> Result<String> {
        let _permit = self.store().member_cache().hashing.acquire().await.map_err(Error::internal)?;
        let salt = self.store().ids().bytes();
        let hashing = tokio::task::spawn_blocking(move || passwords::hash(&password, salt));
        hashing.await.map_err(Error::internal)?.map_err(Error::internal)
    }

    /// A fresh second factor: sealed to keep, and clear to hand over.
    fn second_factor(&self, login: &str) -> Result<(Vec<u8>, Enrolment)> {
        let secret = self.store().ids().bytes::<{ totp::SECRET_BYTES }>();
        let sealed = self.store().keys().seal_common(self.store().ids(), &secret)?;
        Ok((sealed, totp::enrolment(secret, login).map_err(Error::internal)?))
    }
}

/// What every act of administration is made of.
impl Desk {
    pub(crate) fn scope(&self) -> &Scope<Precinct> {
        &self.0
    }

    pub(crate) fn store(&self) -> &Store {
        self.0.store()
    }

    pub(crate) fn precinct(&self) -> PrecinctId {
        self.0.precinct()
    }

    pub(crate) fn now(&self) -> DateTime<Utc> {
        self.store().clock().now()
    }

    pub(crate) fn new_id(&self) -> Uuid {
        self.store().ids().next(self.now())
    }

    pub(crate) async fn reading(&self) -> Result<Commons> {
        self.store().commons(Mode::Look).await
    }

    pub(crate) async fn writing(&self) -> Result<Commons> {
        self.store().commons(Mode::Write).await
    }

    /// Commits a change with its entry in this precinct's chain, and believes nothing about members read before.
    pub(crate) async fn commit(&self, commons: Commons, entry: Entry) -> Result<()> {
        commons.commit(self.precinct(), self.0.who().as_ref().clone(), entry).await?;
        self.store().forget_members();
        Ok(())
    }

    /// Refuses what the role may not do, and writes that it was tried (SEC-04).
    pub(crate) async fn require(&self, function: &'static str, domain: Domain, action: Action) -> Result<()> {
        if self.0.member().may(domain, action) {
            return Ok(());
        }
        self.denied(function, domain).await?;
        Err(Error::Denied)
    }

    async fn denied(&self, function: &'static str, domain: Domain) -> Result<()> {
        self.0.note(self.precinct(), Entry::new(function, domain.as_str()).ended(Outcome::Denied));
        self.0.finish().await
    }

    pub(crate) async fn read_to_manage(&self, function: &'static str) -> Result<Commons> {
        self.require(function, Domain::Accounts, Action::Manage).await?;
        self.reading().await
    }

    /// A transaction that has locked the account, once it is clear that the administrator may change it: the account's postings
    /// that are not over are all within his reach, and it is not his own (SEC-02).
    pub(crate) async fn manage(&self, account: AccountId, function: &'static str) -> Result<(Commons, Vec<Posting>)> {
        self.require(function, Domain::Accounts, Action::Manage).await?;
        let commons = self.writing().await?;
        let sql = "UPDATE account SET epoch = epoch + 1, updated_at = $2 WHERE id = $1 AND state = 'ACTIVE'";
        let locked = commons.execute(sql, vec![account.into(), self.now().into()]).await?;
        let held = postings::of_account(&commons, account).await?;
        if locked == 0 || !self.sees(&held) {
            return Err(Error::NotFound);
        }
        let now = self.now();
        let elsewhere = held.iter().any(|posting| posting.unexpired(now) && !self.reaches(posting));
        if elsewhere || self.0.member().account == Some(account) {
            drop(commons);
            self.denied(function, Domain::Accounts).await?;
            return Err(Error::Denied);
        }
        Ok((commons, held))
    }

    /// Whether an account with these postings, the latest first, exists for the administrator.
    fn sees(&self, held: &[Posting]) -> bool {
        let now = self.now();
        let within = |posting: &Posting| self.reaches(posting);
        held.iter().any(|posting| posting.unexpired(now) && within(posting)) || held.first().is_some_and(within)
    }

    fn reaches(&self, posting: &Posting) -> bool {
        self.0.member().reaches(posting.precinct)
    }

    fn shown(&self, mut held: Vec<Posting>) -> Vec<Posting> {
        held.retain(|posting| self.reaches(posting));
        held
    }
}

impl NewAccount {
    fn check(&self) -> Result<()> {
        let letters = self.login.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'.' | b'_' | b'-'));
        let begins = self.login.bytes().next().is_some_and(|b| b.is_ascii_lowercase());
        if !(letters && begins && (3..=40).contains(&self.login.len())) {
            let words = "a login has 3 to 40 of a-z, 0-9, dot, dash and underscore, and begins with a letter";
            return Err(Error::invalid("LOGIN", "login", words));
        }
        for (field, text) in [("name", Some(&self.name)), ("staffNumber", self.staff_number.as_ref())] {
            if text.is_some_and(|text| text.trim().is_empty() || text.chars().count() > NAME) {
                return Err(Error::invalid("LENGTH", field, format!("1 to {NAME} characters are needed here")));
            }
        }
        Ok(())
    }
}

/// The entry of an act upon one account or posting.
pub(crate) fn entry(function: &'static str) -> Entry {
    Entry::new(function, Domain::Accounts.as_str()).rows(1)
}

fn account(row: &QueryResult, now: DateTime<Utc>) -> Result<Account> {
    let state: String = row.try_get_by_index(4)?;
    let locked_until: Option<DateTime<Utc>> = row.try_get_by_index(5)?;
    Ok(Account {
        id: row.try_get_by_index::<Uuid>(0)?.into(),
        login: row.try_get_by_index(1)?,
        name: row.try_get_by_index(2)?,
        staff_number: row.try_get_by_index(3)?,
        state: state.parse().map_err(Error::internal)?,
        locked_until: locked_until.filter(|until| *until > now),
        postings: Vec::new(),
    })
}
