//! Sessions: signing in with two factors, being locked out, being seen, signing out, being ended by somebody else (SEC-01).
//!
//! A session's rights are those of its posting at each moment; this file only says which session is open.

use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::QueryResult;
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use crate::audit::{Entry, Outcome, Stamped, Who};
use crate::commons::Commons;
use crate::error::{Error, Result};
use crate::ids::{AccountId, PrecinctId, SessionId};
use crate::members::{Kind, Member, Members, Posted, Use, posted_columns};
use crate::roles::{Domain, Role};
use crate::secrets::{Digest, Secret};
use crate::store::{Origin, Store};
use crate::totp::{self, Verdict};
use crate::transaction::Mode;
use crate::words::words;

/// A session unused for this long is over.
pub const IDLE: TimeDelta = TimeDelta::minutes(30);

/// A session is over after this long, used or not.
pub const ABSOLUTE: TimeDelta = TimeDelta::hours(12);

/// Failures after which an account is locked.
pub const ATTEMPTS: i32 = 5;

/// For how long it is locked.
pub const LOCKED_FOR: TimeDelta = TimeDelta::minutes(15);

/// The same, as moka counts it.
pub(crate) const LOCKED_FOR_STD: std::time::Duration = std::time::Duration::from_mins(15);

/// How often the time a session was last seen is written; a session that idles is therefore over at most this much early.
const TOUCH: TimeDelta = TimeDelta::minutes(1);

/// The longest description of a browser that is kept.
const USER_AGENT: usize = 200;

words! {
    /// The class of a terminal; an account has one open session in each (SEC-01).
    pub enum Terminal {
        /// A computer at a desk or window (内网电脑).
        Desktop = "DESKTOP",
        /// A hand-held police terminal (移动警务终端).
        Mobile = "MOBILE",
        /// A resident's own telephone, where he signed in by a code that was sent to it (居民手机).
        Phone = "PHONE",
    }
}

/// What somebody presents to sign in.
#[derive(Clone)]
pub struct SignIn {
    /// The login; case and surrounding blanks do not matter.
    pub login: String,
    /// The password.
    pub password: String,
    /// The one-time code, if it was asked for already.
    pub totp: Option<String>,
    /// The class of the terminal.
    pub terminal: Terminal,
    /// Its network address.
    pub address: String,
    /// What the browser says of itself.
    pub user_agent: String,
    /// The request's id.
    pub request_id: String,
}

impl std::fmt::Debug for SignIn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SignIn")
            .field("terminal", &self.terminal)
            .field("request_id", &self.request_id)
            .finish_non_exhaustive()
    }
}

/// An open session and its secret, which is shown this once.
#[derive(Clone)]
pub struct NewSession {
    /// What the browser keeps in its cookie.
    pub secret: String,
    /// Who signed in.
    pub member: Arc<Member>,
}

impl std::fmt::Debug for NewSession {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("NewSession").field("role", &self.member.role).finish_non_exhaustive()
    }
}

/// Why nobody was signed in.
#[derive(Debug, thiserror::Error)]
pub enum SignInRefusal {
    /// No account has this login and password; which of the two is wrong is not told (PRV-24).
    #[error("the login or the password is wrong")]
    BadCredentials,
    /// The password is right and a one-time code is needed.
    #[error("a one-time code is needed")]
    TotpRequired,
    /// The one-time code is wrong, or was used already.
    #[error("the one-time code is wrong or was used already")]
    TotpWrong,
    /// Too many failures.
    #[error("locked after too many failures until {until}")]
    Locked {
        /// When the next attempt is looked at.
        until: DateTime<Utc>,
    },
    /// Both factors are right, and the account is posted nowhere now (SEC-13).
    #[error("the account has no posting now")]
    NoPosting,
    /// Nothing was decided.
    #[error(transparent)]
    Failed(#[from] Error),
}

impl SignInRefusal {
    /// The stable code of the refusal.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::BadCredentials => "BAD_CREDENTIALS",
            Self::TotpRequired => "TOTP_REQUIRED",
            Self::TotpWrong => "TOTP_WRONG",
            Self::Locked { .. } => "LOCKED",
            Self::NoPosting => "NO_POSTING",
            Self::Failed(_) => "FAILED",
        }
    }
}

/// An open session, for its owner and for the security administrator.
#[derive(Clone, Debug)]
pub struct Session {
    /// The session.
    pub id: SessionId,
    /// Whose it is.
    pub account: AccountId,
    /// The class of the terminal.
    pub terminal: String,
    /// Its network address.
    pub address: String,
    /// What the browser said of itself.
    pub user_agent: String,
    /// When it was opened.
    pub created_at: DateTime<Utc>,
    /// When it was last used, to the minute.
    pub last_seen_at: DateTime<Utc>,
    /// When it is over whether used or not.
    pub expires_at: DateTime<Utc>,
}

/// Failures of a login that no account has.
#[derive(Debug, Default)]
pub(crate) struct Failures {
    count: i32,
    locked_until: Option<DateTime<Utc>>,
}

impl Failures {
    /// Counts an attempt as failed, as the statement in [`reserve`] does for accounts; the end of the lock if locked already.
    fn reserve(&mut self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        match self.locked_until {
            Some(until) if until > now => return Some(until),
            Some(_) => (self.count, self.locked_until) = (1, None),
            None => self.count += 1,
        }
        if self.count >= ATTEMPTS {
            self.locked_until = Some(now + LOCKED_FOR);
        }
        None
    }
}

/// An account as signing in needs it.
struct Candidate {
    id: AccountId,
    name: String,
    password_hash: String,
    totp_sealed: Option<Vec<u8>>,
    totp_step: Option<i64>,
    epoch: i32,
    /// Where what happens is written: the home precinct, or the first office for an account without a posting.
    chain: Option<PrecinctId>,
    role: String,
}

impl Members {
    /// Opens a session for whoever knows the password and shows a fresh one-time code, and ends his other session in the same
    /// class of terminal (SEC-01). Every attempt is written to the audit trail (SEC-04).
    ///
    /// An attempt counts as failed before anything is compared, so that no number of simultaneous attempts compares more than
    /// [`ATTEMPTS`] passwords; only a complete success clears the count.
    pub async fn sign_in(&self, attempt: SignIn) -> Result<NewSession, SignInRefusal> {
        let login = attempt.login.trim().to_lowercase();
        let Some(candidate) = candidate(self.store(), &login).await? else {
            return Err(self.turn_away(&attempt, login).await?);
        };
        match self.try_candidate(&attempt, &candidate).await {
            Ok(session) => Ok(session),
            Err(SignInRefusal::Failed(error)) => Err(SignInRefusal::Failed(error)),
            Err(refusal) => {
                let who = candidate.who(&attempt);
                self.record(candidate.chain, who, refused(&refusal).on("account", candidate.id)).await?;
                Err(refusal)
            }
        }
    }

    /// Ends the member's own session; a token or the operator has none and nothing happens.
    pub async fn sign_out(&self, member: &Member, origin: &Origin) -> Result<()> {
        let Some(id) = member.session() else { return Ok(()) };
        let commons = self.store().commons(Mode::Write).await?;
        end(&commons, id, self.store().clock().now()).await?;
        let who = member.who(&origin.terminal, &origin.request_id);
        commons
            .commit(member.precinct, who, Entry::new("signOut", Domain::Sessions.as_str()).on("session", id).rows(1))
            .await?;
        self.store().forget_members();
        Ok(())
    }

    /// The open sessions of an account, newest first.
    pub async fn sessions(&self, account: AccountId) -> Result<Vec<Session>> {
        let commons = self.store().commons(Mode::Look).await?;
        open_sessions(&commons, account, self.store().clock().now()).await
    }

    /// A login that no account has: the same work, the same count, the same lock (PRV-24).
    async fn turn_away(&self, attempt: &SignIn, login: String) -> Result<SignInRefusal> {
        let tag = hex::encode(&Sha256::digest(&login)[..4]);
        let refusal = if let Some(until) = self.reserve_unknown(login).await {
            SignInRefusal::Locked { until }
        } else {
            self.verify(&attempt.password, None).await?;
            SignInRefusal::BadCredentials
        };
        // The login itself is not written: people type passwords into the wrong field.
        let entry = refused(&refusal);
        let condition = format!("{}, unknown login {tag}", refusal.code());
        let chain = first_office(&self.store().commons(Mode::Look).await?).await?;
        self.record(chain, who(None, "unknown login", "", attempt), entry.when(condition)).await?;
        Ok(refusal)
    }

    /// Counts a failure of a login that no account has, in all gateways together while Redis answers, for accounts are counted in
    /// the database; the end of the lock if locked already.
    async fn reserve_unknown(&self, login: String) -> Option<DateTime<Utc>> {
        let now = self.store().clock().now();
        if let Some(locked) = self.store().link().reserve(&login, now).await {
            return locked;
        }
        let failures = self.store().member_cache().strangers.get_with(login, Arc::<Mutex<Failures>>::default);
        failures.lock().unwrap_or_else(PoisonError::into_inner).reserve(now)
    }

    async fn try_candidate(&self, attempt: &SignIn, candidate: &Candidate) -> Result<NewSession, SignInRefusal> {
        reserve(self.store(), candidate.id).await?;
        if !self.verify(&attempt.password, Some(candidate.password_hash.clone())).await? {
            return Err(SignInRefusal::BadCredentials);
        }
        let step = match self.second_factor(attempt, candidate)? {
            Second::Accepted(step) => step,
            Second::Wrong => return Err(SignInRefusal::TotpWrong),
            Second::Missing => {
                release(self.store(), candidate.id).await?;
                return Err(SignInRefusal::TotpRequired);
            }
        };
        self.open_session(attempt, candidate, step).await
    }

    /// Compares on a blocking thread, a few at a time, because each comparison takes 19 MiB.
    async fn verify(&self, password: &str, kept: Option<String>) -> Result<bool> {
        let _permit = self.store().member_cache().hashing.acquire().await.map_err(Error::internal)?;
        let password = password.to_owned();
        let compare = move || crate::passwords::verify(&password, kept.as_deref());
        tokio::task::spawn_blocking(compare).await.map_err(Error::internal)
    }

    fn second_factor(&self, attempt: &SignIn, candidate: &Candidate) -> Result<Second> {
        let needed = candidate.role.parse::<Role>().is_ok_and(Role::needs_second_factor);
        let (sealed, code) = match (&candidate.totp_sealed, &attempt.totp) {
            (None, _) if !needed => return Ok(Second::Accepted(None)),
            (_, None) => return Ok(Second::Missing),
            (None, Some(_)) => return Ok(Second::Wrong),
            (Some(sealed), Some(code)) => (sealed, code),
        };
        let secret = self.store().keys().open_common(sealed)?;
        Ok(match totp::check(&secret, code, self.store().clock().now(), candidate.totp_step) {
            Verdict::Accepted(step) => Second::Accepted(Some(step)),
            Verdict::Used | Verdict::Wrong => Second::Wrong,
        })
    }

    /// Takes the step, ends the other session of the terminal's class, opens the new one: all or nothing.
    async fn open_session(
        &self,
        attempt: &SignIn,
        candidate: &Candidate,
        step: Option<i64>,
    ) -> Result<NewSession, SignInRefusal> {
        let (store, now) = (self.store(), self.store().clock().now());
        let commons = store.commons(Mode::Write).await?;
        if !succeed(&commons, candidate, step).await? {
            return Err(SignInRefusal::TotpWrong);
        }
        let posted = match seat(&commons, candidate.id, now).await {
            Ok(posted) => posted,
            Err(refusal) => {
                // Both factors were right: the count is cleared though nobody comes in.
                commons.commit_silently().await?;
                return Err(refusal);
            }
        };
        let ended = end_others(&commons, candidate.id, attempt.terminal, now).await?;
        let secret = Secret::session(store.ids().bytes());
        let id = SessionId(store.ids().next(now));
        let from = Place { terminal: attempt.terminal, address: &attempt.address, user_agent: &attempt.user_agent };
        insert(&commons, id, &secret, &posted, &from, now).await?;
        let entry = Entry::new("signIn", Domain::Sessions.as_str()).on("session", id).rows(1);
        commons.commit(posted.home.precinct, candidate.who(attempt), entry).await?;
        for digest in ended {
            store.forget_member(&digest).await;
        }
        let secret = secret.reveal();
        let member = self.by_session(&secret).await?.ok_or(SignInRefusal::NoPosting)?;
        Ok(NewSession { secret, member })
    }

    /// Writes what happened to nobody's session; without any precinct there is no chain, and nobody to protect.
    pub(crate) async fn record(&self, chain: Option<PrecinctId>, who: Who, entry: Entry) -> Result<()> {
        let Some(chain) = chain else { return Ok(()) };
        let stamped = Stamped { at: self.store().clock().now(), who: Arc::new(who), entry };
        self.store().trail().record(chain, vec![stamped], Vec::new()).await
    }
}

enum Second {
    Accepted(Option<i64>),
    Wrong,
    Missing,
}

impl Candidate {
    fn who(&self, attempt: &SignIn) -> Who {
        who(Some(self.id), &self.name, &self.role, attempt)
    }
}

fn who(account: Option<AccountId>, name: &str, role: &str, attempt: &SignIn) -> Who {
    Who {
        account,
        name: name.to_owned(),
        role: role.to_owned(),
        terminal: format!("{} {}", attempt.terminal, attempt.address),
        request_id: attempt.request_id.clone(),
    }
}

fn refused(refusal: &SignInRefusal) -> Entry {
    Entry::new("signIn", Domain::Sessions.as_str()).when(refusal.code()).ended(Outcome::Denied)
}

/// The account of a login, with its posting now or, failing that, the last one, for the audit trail.
async fn candidate(store: &Store, login: &str) -> Result<Option<Candidate>> {
    let commons = store.commons(Mode::Look).await?;
    let sql = "SELECT a.id, a.display_name, a.password_hash, a.totp_sealed, a.totp_step, a.epoch, p.precinct_id, p.role \
               FROM account a LEFT JOIN posting p ON p.account_id = a.id AND p.valid_from <= $2 \
               WHERE a.login = $1 AND a.state = 'ACTIVE' ORDER BY p.valid_from DESC, p.id DESC LIMIT 1";
    let rows = commons.query(sql, vec![login.into(), store.clock().now().into()]).await?;
    let Some(row) = rows.first() else { return Ok(None) };
    let chain: Option<Uuid> = row.try_get_by_index(6)?;
    Ok(Some(Candidate {
        id: row.try_get_by_index::<Uuid>(0)?.into(),
        name: row.try_get_by_index(1)?,
        password_hash: row.try_get_by_index(2)?,
        totp_sealed: row.try_get_by_index(3)?,
        totp_step: row.try_get_by_index(4)?,
        epoch: row.try_get_by_index(5)?,
        chain: if let Some(home) = chain { Some(home.into()) } else { first_office(&commons).await? },
        role: row.try_get_by_index::<Option<String>>(7)?.unwrap_or_default(),
    }))
}

/// Where what belongs to no precinct is written: the first district office, or the first precinct where there is none.
pub(crate) async fn first_office(commons: &Commons) -> Result<Option<PrecinctId>> {
    let sql = "SELECT id FROM precinct ORDER BY CASE kind WHEN 'OFFICE' THEN 0 ELSE 1 END, code LIMIT 1";
    let rows = commons.query(sql, vec![]).await?;
    rows.first().map(|row| Ok(row.try_get_by_index::<Uuid>(0)?.into())).transpose()
}

/// Counts the attempt as failed before it is looked at; refused while the account is locked.
async fn reserve(store: &Store, account: AccountId) -> Result<(), SignInRefusal> {
    let now = store.clock().now();
    let commons = store.commons(Mode::Write).await?;
    let sql = "UPDATE account SET \
               failed_count = CASE WHEN locked_until IS NULL THEN failed_count + 1 ELSE 1 END, \
               locked_until = CASE WHEN locked_until IS NULL AND failed_count + 1 >= $4 THEN $3 ELSE NULL END \
               WHERE id = $1 AND (locked_until IS NULL OR locked_until <= $2)";
    let values = vec![account.into(), now.into(), (now + LOCKED_FOR).into(), ATTEMPTS.into()];
    if commons.execute(sql, values).await? == 1 {
        return Ok(commons.commit_silently().await?);
    }
    let rows = commons.query("SELECT locked_until FROM account WHERE id = $1", vec![account.into()]).await?;
    let until =
        rows.first().map(|row| row.try_get_by_index::<Option<DateTime<Utc>>>(0)).transpose().map_err(Error::from)?;
    Err(SignInRefusal::Locked { until: until.flatten().unwrap_or(now) })
}

/// Takes back one counted failure: the password was right, and nothing wrong was presented. The others stay, so that knowing
/// the password does not help to guess the code.
async fn release(store: &Store, account: AccountId) -> Result<()> {
    let commons = store.commons(Mode::Write).await?;
    let sql =
        "UPDATE account SET failed_count = failed_count - 1, locked_until = NULL WHERE id = $1 AND failed_count > 0";
    commons.execute(sql, vec![account.into()]).await?;
    commons.commit_silently().await
}

/// Clears the count and takes the step of the code; false when somebody else has just used the step, or changed the account.
async fn succeed(commons: &Commons, candidate: &Candidate, step: Option<i64>) -> Result<bool> {
    let sql = "UPDATE account SET failed_count = 0, locked_until = NULL, totp_step = COALESCE($3, totp_step) \
               WHERE id = $1 AND epoch = $2 AND state = 'ACTIVE' AND ($3 IS NULL OR totp_step IS NULL OR totp_step < $3)";
    let changed = commons.execute(sql, vec![candidate.id.into(), candidate.epoch.into(), step.into()]).await?;
    Ok(changed == 1)
}

/// Where the account comes in: its posting now, in a precinct at work, in a role that is a person's.
async fn seat(commons: &Commons, account: AccountId, now: DateTime<Utc>) -> Result<Posted, SignInRefusal> {
    let posted = posting_now(commons, account, now).await?.filter(|posted| !posted.role.is_machine());
    let posted = posted.ok_or(SignInRefusal::NoPosting)?;
    match posted.home.open() {
        Ok(()) => Ok(posted),
        Err(Error::NotFound) => Err(SignInRefusal::NoPosting),
        Err(error) => Err(error.into()),
    }
}

/// The posting an account acts in now: the one that began last.
async fn posting_now(commons: &Commons, account: AccountId, now: DateTime<Utc>) -> Result<Option<Posted>> {
    let sql = concat!(
        "SELECT ",
        posted_columns!(),
        " FROM account a JOIN posting p ON p.account_id = a.id JOIN precinct r ON r.id = p.precinct_id \
         WHERE a.id = $1 AND p.valid_from <= $2 AND (p.valid_to IS NULL OR p.valid_to > $2) \
         ORDER BY p.valid_from DESC, p.id DESC LIMIT 1"
    );
    let rows = commons.query(sql, vec![account.into(), now.into()]).await?;
    rows.first().map(|row| Posted::at(row, 0, now)).transpose()
}

/// Ends the account's open sessions in a class of terminal; returns their digests, for the cache.
pub(crate) async fn end_others(
    commons: &Commons,
    account: AccountId,
    terminal: Terminal,
    now: DateTime<Utc>,
) -> Result<Vec<Vec<u8>>> {
    let sql = "UPDATE session SET ended_at = $3 WHERE account_id = $1 AND terminal = $2 AND ended_at IS NULL RETURNING secret_hash";
    let rows = commons.query(sql, vec![account.into(), terminal.as_str().into(), now.into()]).await?;
    rows.iter().map(|row| Ok(row.try_get_by_index(0)?)).collect()
}

/// Where somebody signs in.
pub(crate) struct Place<'a> {
    pub(crate) terminal: Terminal,
    pub(crate) address: &'a str,
    pub(crate) user_agent: &'a str,
}

/// Opens a session of an account in a posting.
pub(crate) async fn insert(
    commons: &Commons,
    id: SessionId,
    secret: &Secret,
    posted: &Posted,
    from: &Place<'_>,
    now: DateTime<Utc>,
) -> Result<()> {
    let sql = "INSERT INTO session (id, secret_hash, account_id, posting_id, terminal, address, user_agent, \
               created_at, last_seen_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9)";
    let user_agent: String = from.user_agent.chars().take(USER_AGENT).collect();
    let values = vec![
        id.into(),
        secret.digest().as_bytes().to_vec().into(),
        posted.account.into(),
        posted.posting.into(),
        from.terminal.as_str().into(),
        from.address.into(),
        user_agent.into(),
        now.into(),
        (now + ABSOLUTE).into(),
    ];
    commons.execute(sql, values).await.map(drop)
}

/// The member of a session, read afresh; whoever acts touches the session when it was last seen a while ago.
pub(crate) async fn load(store: &Store, digest: Digest, used: Use) -> Result<Member> {
    let sql = concat!(
        "SELECT s.id, s.terminal, s.last_seen_at, s.expires_at, ",
        posted_columns!(),
        " FROM session s JOIN account a ON a.id = s.account_id JOIN posting p ON p.id = s.posting_id \
         JOIN precinct r ON r.id = p.precinct_id \
         WHERE s.secret_hash = $1 AND s.ended_at IS NULL AND a.state = 'ACTIVE'"
    );
    let now = store.clock().now();
    let commons = store.commons(Mode::Look).await?;
    let rows = commons.query(sql, vec![digest.as_bytes().to_vec().into()]).await?;
    let row = rows.first().ok_or(Error::NotFound)?;
    let seen: DateTime<Utc> = row.try_get_by_index(2)?;
    let over = row.try_get_by_index::<DateTime<Utc>>(3)?;
    if now >= over || now >= seen + IDLE {
        return Err(Error::NotFound);
    }
    let id = SessionId(row.try_get_by_index(0)?);
    let terminal: String = row.try_get_by_index(1)?;
    let kind = Kind::Session { id, terminal: terminal.parse().map_err(Error::internal)? };
    let used_at = if used == Use::Acting { now } else { seen };
    let member = Posted::at(row, 4, now)?.member(&commons, kind, over.min(used_at + IDLE)).await?;
    drop(commons);
    if used == Use::Acting && now - seen >= TOUCH {
        touch(store, id, now).await;
    }
    Ok(member)
}

/// Writes that the session was seen. Reading goes on when that fails: at worst the session idles out early.
async fn touch(store: &Store, id: SessionId, now: DateTime<Utc>) {
    let write = async {
        let commons = store.commons(Mode::Write).await?;
        let sql = "UPDATE session SET last_seen_at = $2 WHERE id = $1 AND ended_at IS NULL AND last_seen_at < $2";
        commons.execute(sql, vec![id.into(), now.into()]).await?;
        commons.commit_silently().await
    };
    if let Err(error) = write.await {
        tracing::warn!(%error, "a session's last use was not written");
    }
}

/// Ends a session.
pub(crate) async fn end(commons: &Commons, id: SessionId, now: DateTime<Utc>) -> Result<u64> {
    commons
        .execute("UPDATE session SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL", vec![id.into(), now.into()])
        .await
}

/// Ends every session of an account.
pub(crate) async fn end_all(commons: &Commons, account: AccountId, now: DateTime<Utc>) -> Result<u64> {
    let sql = "UPDATE session SET ended_at = $2 WHERE account_id = $1 AND ended_at IS NULL";
    commons.execute(sql, vec![account.into(), now.into()]).await
}

/// An account's open sessions, newest first; there are at most as many as classes of terminals.
pub(crate) async fn open_sessions(commons: &Commons, account: AccountId, now: DateTime<Utc>) -> Result<Vec<Session>> {
    let sql = "SELECT id, account_id, terminal, address, user_agent, created_at, last_seen_at, expires_at FROM session \
               WHERE account_id = $1 AND ended_at IS NULL AND expires_at > $2 AND last_seen_at > $3 ORDER BY created_at DESC, id DESC";
    let rows = commons.query(sql, vec![account.into(), now.into(), (now - IDLE).into()]).await?;
    rows.iter().map(session).collect()
}

/// The open sessions of all accounts posted to a precinct, now, later or last, newest first.
pub(crate) async fn open_sessions_at(
    commons: &Commons,
    precinct: PrecinctId,
    now: DateTime<Utc>,
) -> Result<Vec<Session>> {
    let sql = "SELECT id, account_id, terminal, address, user_agent, created_at, last_seen_at, expires_at FROM session \
               WHERE account_id IN (SELECT p.account_id FROM posting p WHERE p.precinct_id = $1 AND (p.valid_to IS NULL \
               OR p.valid_to > $2 OR NOT EXISTS (SELECT 1 FROM posting q WHERE q.account_id = p.account_id \
               AND q.valid_from > p.valid_from))) AND ended_at IS NULL AND expires_at > $2 AND last_seen_at > $3 \
               ORDER BY created_at DESC, id DESC";
    let rows = commons.query(sql, vec![precinct.into(), now.into(), (now - IDLE).into()]).await?;
    rows.iter().map(session).collect()
}

fn session(row: &QueryResult) -> Result<Session> {
    Ok(Session {
        id: row.try_get_by_index::<Uuid>(0)?.into(),
        account: row.try_get_by_index::<Uuid>(1)?.into(),
        terminal: row.try_get_by_index(2)?,
        address: row.try_get_by_index(3)?,
        user_agent: row.try_get_by_index(4)?,
        created_at: row.try_get_by_index(5)?,
        last_seen_at: row.try_get_by_index(6)?,
        expires_at: row.try_get_by_index(7)?,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(minutes: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000 + minutes * 60, 0).unwrap()
    }

    #[test]
    fn sec_01_the_fifth_failure_locks_for_fifteen_minutes() {
        let mut failures = Failures::default();
        assert!((0..5).all(|minute| failures.reserve(at(minute)).is_none()));
        assert_eq!(failures.reserve(at(5)), Some(at(4) + LOCKED_FOR));
        assert_eq!(failures.reserve(at(18)), Some(at(4) + LOCKED_FOR));
        assert_eq!(failures.reserve(at(19)), None);
    }

    #[test]
    fn sec_01_after_a_lock_the_count_begins_anew() {
        let mut failures = Failures::default();
        assert!((0..5).all(|_| failures.reserve(at(0)).is_none()));
        assert!((0..5).all(|_| failures.reserve(at(15)).is_none()));
        assert_eq!(failures.reserve(at(15)), Some(at(30)));
    }

    #[test]
    fn no_format_shows_a_password_or_a_code() {
        let attempt = SignIn {
            login: "zhang.wenjing".into(),
            password: "correct horse battery".into(),
            totp: Some("123456".into()),
            terminal: Terminal::Desktop,
            address: "10.1.1.1".into(),
            user_agent: String::new(),
            request_id: "r1".into(),
        };
        let text = format!("{attempt:?}");
        assert!(!text.contains("horse") && !text.contains("123456") && !text.contains("zhang"), "{text}");
    }

    proptest! {
        #[test]
        fn sec_01_no_quarter_of_an_hour_sees_more_than_five_attempts(gaps in prop::collection::vec(0_i64..20, 1..60)) {
            let mut failures = Failures::default();
            let mut looked_at = Vec::new();
            let mut minute = 0;
            for gap in gaps {
                minute += gap;
                if failures.reserve(at(minute)).is_none() {
                    looked_at.push(minute);
                }
            }
            // After five attempts the sixth is at least the lock away from the fifth.
            for window in looked_at.chunks(5).collect::<Vec<_>>().windows(2) {
                prop_assert!(window[1][0] - window[0][4] >= LOCKED_FOR.num_minutes());
            }
        }
    }
}
