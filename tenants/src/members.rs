//! Who asks: an account in one posting, resolved from the secret of a session or a token once per request.
//!
//! What was resolved is kept for 800 ms, so that a revocation is felt within a second in every process without a message
//! between them. Ends that are known beforehand (a posting's, a session's, a token's) are compared with the clock at every use
//! and hold to the instant (SEC-13, PRV-23).

use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use sea_orm::QueryResult;
use tokio::sync::Semaphore;
use uuid::Uuid;

use crate::applications::AssistOffice;
use crate::audit::Who;
use crate::commons::Commons;
use crate::error::{Error, Result};
use crate::ids::{AccountId, ApiTokenId, BeatId, DistrictId, PostingId, PrecinctId, SessionId};
use crate::purposes::Purpose;
use crate::roles::{self, Action, Domain, Role};
use crate::secrets::{self, Digest};
use crate::sessions::{self, Terminal};
use crate::store::Store;
use crate::tokens;
use crate::transaction::Mode;

/// How long what was read about a session or token is believed.
const FRESH: Duration = Duration::from_millis(800);

/// Sessions and tokens remembered at once.
const REMEMBERED: u64 = 20_000;

/// Logins that do not exist, whose failures are counted like those of accounts.
const STRANGERS: u64 = 20_000;

/// Passwords hashed at once; each takes 19 MiB and a core.
const HASHERS: usize = 2;

/// Somebody who may ask, in one posting.
#[derive(Clone, Debug)]
pub struct Member {
    /// The account; none for the operator's command line.
    pub account: Option<AccountId>,
    /// The name shown.
    pub name: String,
    /// The login.
    pub login: String,
    /// The role of the posting.
    pub role: Role,
    /// The posting.
    pub posting: Option<PostingId>,
    /// The home precinct: a station, or the district's office.
    pub precinct: PrecinctId,
    /// The district.
    pub district: DistrictId,
    /// The active stations within reach, by code: the home station, or all of the district for whoever is posted in its office;
    /// for a token those of them it names.
    pub precincts: Vec<PrecinctId>,
    /// The beats of the posting.
    pub beats: Vec<BeatId>,
    /// The office of another department that the posting is for (JNT-01).
    pub office: Option<AssistOffice>,
    /// By what the member came in.
    pub kind: Kind,
    /// Rises whenever the account's rights change.
    pub epoch: i32,
    /// When the member's rights end by themselves, unless used before: session, token or posting, whichever is first.
    pub lasts_until: DateTime<Utc>,
}

/// By what a member came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Signed in with password and second factor.
    Session {
        /// The session.
        id: SessionId,
        /// The class of its terminal.
        terminal: Terminal,
    },
    /// Presented an API token.
    Token {
        /// The token.
        id: ApiTokenId,
        /// Its name, for people.
        name: String,
        /// What it may touch at most.
        domains: Vec<Domain>,
        /// What it was issued for.
        purpose: Purpose,
    },
    /// The operator on the machine itself.
    Operator,
}

impl Member {
    /// Whether the role table grants the action and, for a token, its scope holds the domain (PRV-23).
    pub fn may(&self, domain: Domain, action: Action) -> bool {
        let within = match &self.kind {
            Kind::Token { domains, .. } => domains.contains(&domain),
            Kind::Session { .. } | Kind::Operator => true,
        };
        within && roles::may(self.role, domain, action)
    }

    /// Whether a precinct is within reach.
    pub fn reaches(&self, precinct: PrecinctId) -> bool {
        precinct == self.precinct || self.precincts.contains(&precinct)
    }

    /// Whether the role reads across its district.
    pub fn reads_district(&self) -> bool {
        self.role.is_district()
    }

    /// The session the member came in by, if it was one.
    pub fn session(&self) -> Option<SessionId> {
        match self.kind {
            Kind::Session { id, .. } => Some(id),
            Kind::Token { .. } | Kind::Operator => None,
        }
    }

    /// The class of the terminal, for the audit trail (SEC-06).
    pub fn terminal(&self) -> &'static str {
        match &self.kind {
            Kind::Session { terminal, .. } => terminal.as_str(),
            Kind::Token { .. } => "TOKEN",
            Kind::Operator => "OPERATOR",
        }
    }

    pub(crate) fn who(&self, terminal: &str, request_id: &str) -> Who {
        Who {
            account: self.account,
            name: self.name.clone(),
            role: self.role.as_str().to_owned(),
            terminal: terminal.to_owned(),
            request_id: request_id.to_owned(),
        }
    }
}

/// What the process remembers about members and about those who try to become one.
pub(crate) struct Cache {
    members: moka::future::Cache<Digest, Known>,
    /// The same, read by whoever only watches: kept apart, so that watching is never taken for using.
    watched: moka::future::Cache<Digest, Known>,
    /// Failures of logins that no account has, so that they lock like the others and do not tell themselves apart (PRV-24).
    pub(crate) strangers: moka::sync::Cache<String, Arc<std::sync::Mutex<sessions::Failures>>>,
    pub(crate) hashing: Semaphore,
}

impl Default for Cache {
    fn default() -> Self {
        let known = || moka::future::Cache::builder().max_capacity(REMEMBERED).time_to_live(FRESH).build();
        Self {
            members: known(),
            watched: known(),
            strangers: moka::sync::Cache::builder()
                .max_capacity(STRANGERS)
                .time_to_idle(sessions::LOCKED_FOR_STD)
                .build(),
            hashing: Semaphore::new(HASHERS),
        }
    }
}

#[derive(Clone)]
struct Known {
    member: Arc<Member>,
    /// Before the statement, so that the time it took counts as age.
    read_at: Instant,
}

/// Why a secret resolves to nobody.
#[derive(Debug)]
enum Miss {
    Absent,
    Suspended,
    Unavailable(String),
    Internal(String),
}

impl From<Error> for Miss {
    fn from(error: Error) -> Self {
        match error {
            Error::NotFound => Self::Absent,
            Error::Suspended => Self::Suspended,
            Error::Unavailable(why) => Self::Unavailable(why),
            error => Self::Internal(error.to_string()),
        }
    }
}

/// The way from a secret to a member, and in and out of sessions. Cheap to make: see [`Store::members`].
#[derive(Clone, Debug)]
pub struct Members(Store);

impl Store {
    /// Who asks.
    pub fn members(&self) -> Members {
        Members(self.clone())
    }
}

impl Members {
    /// The member of a session's secret; `None` for whatever is no open session of an account with a posting now.
    ///
    /// Fails with [`Error::Suspended`] when the posting's precinct is, and with [`Error::Unavailable`] when the database is.
    pub async fn by_session(&self, secret: &str) -> Result<Option<Arc<Member>>> {
        match secrets::session_digest(secret) {
            Some(digest) => {
                let cache = &self.0.member_cache().members;
                self.resolve(cache, digest, || sessions::load(&self.0, digest, Use::Acting)).await
            }
            None => Ok(None),
        }
    }

    /// The member of an API token; `None` for whatever is no valid token of an account with a posting now (PRV-23).
    ///
    /// Fails as [`Members::by_session`] does.
    pub async fn by_token(&self, secret: &str) -> Result<Option<Arc<Member>>> {
        match secrets::token_digest(secret) {
            Some(digest) => {
                let cache = &self.0.member_cache().members;
                self.resolve(cache, digest, || tokens::load(&self.0, digest)).await
            }
            None => Ok(None),
        }
    }

    /// The operator on the machine itself, administering accounts of a precinct: for the command line, never for a request.
    pub async fn operator(&self, precinct: PrecinctId) -> Result<Arc<Member>> {
        let commons = self.0.commons(Mode::Look).await?;
        let home = Home::of(&commons, precinct).await?.ok_or(Error::NotFound)?;
        Ok(Arc::new(Member {
            account: None,
            name: "operator".to_owned(),
            login: "operator".to_owned(),
            role: Role::SecurityAdmin,
            posting: None,
            precinct,
            district: home.district,
            precincts: home.reach(&commons).await?,
            beats: Vec::new(),
            office: None,
            kind: Kind::Operator,
            epoch: 0,
            lasts_until: DateTime::<Utc>::MAX_UTC,
        }))
    }

    pub(crate) fn store(&self) -> &Store {
        &self.0
    }

    async fn resolve<F>(
        &self,
        cache: &moka::future::Cache<Digest, Known>,
        digest: Digest,
        load: impl Fn() -> F,
    ) -> Result<Option<Arc<Member>>>
    where
        F: Future<Output = Result<Member>>,
    {
        match cache.get(&digest).await {
            Some(known) if known.read_at.elapsed() < FRESH => return Ok(self.lasting(known.member)),
            Some(_) => cache.invalidate(&digest).await,
            None => {}
        }
        let reading = async {
            let read_at = Instant::now();
            Ok::<_, Miss>(Known { member: Arc::new(load().await?), read_at })
        };
        match cache.try_get_with(digest, reading).await {
            Ok(known) => Ok(self.lasting(known.member)),
            Err(miss) => match &*miss {
                Miss::Absent => Ok(None),
                Miss::Suspended => Err(Error::Suspended),
                Miss::Unavailable(why) => Err(Error::Unavailable(why.clone())),
                Miss::Internal(why) => Err(Error::internal(why)),
            },
        }
    }
}

impl Members {
    /// The member, unless his rights have ended meanwhile (SEC-13).
    fn lasting(&self, member: Arc<Member>) -> Option<Arc<Member>> {
        (self.0.clock().now() < member.lasts_until).then_some(member)
    }
}

impl Store {
    /// Believes nothing about sessions and tokens that was read before now: for whoever has just changed some.
    pub(crate) fn forget_members(&self) {
        self.member_cache().members.invalidate_all();
        self.member_cache().watched.invalidate_all();
    }

    pub(crate) async fn forget_member(&self, digest: &[u8]) {
        if let Ok(digest) = <[u8; 32]>::try_from(digest) {
            self.member_cache().members.invalidate(&Digest::from(digest)).await;
            self.member_cache().watched.invalidate(&Digest::from(digest)).await;
        }
    }
}

/// Whether somebody acts, which keeps his session from idling out, or only has a stream open, which does not (SEC-01).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Use {
    Acting,
    Watching,
}

/// By what somebody holds a stream open: enough to ask again whether it still counts, and not the secret itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pass(Presented);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Presented {
    Session(Digest),
    Token(Digest),
}

impl Pass {
    /// The pass of a session's secret; none of what cannot be one.
    pub fn session(secret: &str) -> Option<Self> {
        secrets::session_digest(secret).map(|digest| Self(Presented::Session(digest)))
    }

    /// The pass of an API token; none of what cannot be one.
    pub fn token(secret: &str) -> Option<Self> {
        secrets::token_digest(secret).map(|digest| Self(Presented::Token(digest)))
    }

    /// The pass of a token as it is stored, for what goes on while nobody presents it.
    pub(crate) fn stored_token(digest: Digest) -> Self {
        Self(Presented::Token(digest))
    }
}

/// Somebody's rights for as long as they last. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Standing {
    members: Members,
    member: Arc<Member>,
    pass: Option<Pass>,
}

/// How often [`Standing::ended`] looks; with [`FRESH`] it stays within the second.
const LOOK: Duration = Duration::from_millis(100);

impl Members {
    /// The standing of a member who came in by `pass`; without one, he is believed until his rights end by themselves, which is for
    /// the operator on the machine.
    pub fn standing(&self, member: Arc<Member>, pass: Option<Pass>) -> Standing {
        Standing { members: self.clone(), member, pass }
    }

    /// The standing of whoever holds a pass; none when it does not count any more.
    ///
    /// Fails as [`Members::by_session`] does.
    pub async fn standing_by(&self, pass: Pass) -> Result<Option<Standing>> {
        let member = self.watched(pass).await?;
        Ok(member.map(|member| self.standing(member, Some(pass))))
    }

    async fn watched(&self, Pass(presented): Pass) -> Result<Option<Arc<Member>>> {
        let cache = &self.0.member_cache().watched;
        match presented {
            Presented::Session(digest) => {
                self.resolve(cache, digest, || sessions::load(&self.0, digest, Use::Watching)).await
            }
            Presented::Token(digest) => self.resolve(cache, digest, || tokens::load(&self.0, digest)).await,
        }
    }
}

impl Standing {
    /// The member as he was when the standing began.
    pub fn member(&self) -> &Arc<Member> {
        &self.member
    }

    /// The member as he is now. Fails with [`Error::Denied`] when his rights have ended or are no longer those of the same posting, and
    /// as [`Members::by_session`] does.
    pub async fn now(&self) -> Result<Arc<Member>> {
        let member = match self.pass {
            Some(pass) => self.members.watched(pass).await?,
            None => self.members.lasting(Arc::clone(&self.member)),
        };
        member.filter(|member| member.posting == self.member.posting).ok_or(Error::Denied)
    }

    /// Resolves within a second of the rights' end, with what [`Standing::now`] fails with then; a database that does not answer is
    /// no end.
    pub async fn ended(&self) -> Error {
        loop {
            match self.now().await {
                Ok(_) | Err(Error::Unavailable(_)) => tokio::time::sleep(LOOK).await,
                Err(error) => return error,
            }
        }
    }
}

/// A precinct as the place of a posting.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Home {
    pub(crate) precinct: PrecinctId,
    pub(crate) district: DistrictId,
    pub(crate) is_office: bool,
    state: State,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Active,
    Suspended,
    Closed,
}

impl Home {
    pub(crate) async fn of(commons: &Commons, precinct: PrecinctId) -> Result<Option<Self>> {
        let sql = "SELECT id, district_id, kind, state FROM precinct WHERE id = $1";
        commons.query(sql, vec![precinct.into()]).await?.first().map(|row| Self::at(row, 0)).transpose()
    }

    /// Reads id, district, kind and state from four columns of a row.
    pub(crate) fn at(row: &QueryResult, column: usize) -> Result<Self> {
        let (kind, state): (String, String) = (row.try_get_by_index(column + 2)?, row.try_get_by_index(column + 3)?);
        Ok(Self {
            precinct: row.try_get_by_index::<Uuid>(column)?.into(),
            district: row.try_get_by_index::<Uuid>(column + 1)?.into(),
            is_office: kind == "OFFICE",
            state: match state.as_str() {
                "ACTIVE" => State::Active,
                "SUSPENDED" => State::Suspended,
                _ => State::Closed,
            },
        })
    }

    /// Refuses a precinct that is not at work.
    pub(crate) fn open(&self) -> Result<()> {
        match self.state {
            State::Active => Ok(()),
            State::Suspended => Err(Error::Suspended),
            State::Closed => Err(Error::NotFound),
        }
    }

    /// The active stations somebody posted here may name, by code.
    pub(crate) async fn reach(&self, commons: &Commons) -> Result<Vec<PrecinctId>> {
        if !self.is_office {
            return Ok(vec![self.precinct]);
        }
        let sql =
            "SELECT id FROM precinct WHERE district_id = $1 AND kind = 'STATION' AND state = 'ACTIVE' ORDER BY code";
        let rows = commons.query(sql, vec![self.district.into()]).await?;
        rows.iter().map(|row| Ok(row.try_get_by_index::<Uuid>(0)?.into())).collect()
    }
}

/// What is common to the members of sessions and of tokens: who they are and where they are posted.
pub(crate) struct Posted {
    pub(crate) account: AccountId,
    name: String,
    login: String,
    epoch: i32,
    pub(crate) posting: PostingId,
    pub(crate) role: Role,
    pub(crate) valid_to: Option<DateTime<Utc>>,
    pub(crate) home: Home,
    office: Option<AssistOffice>,
}

/// The columns [`Posted::at`] reads, of `account a`, `posting p` and `precinct r`.
macro_rules! posted_columns {
    () => {
        "a.id, a.display_name, a.login, a.epoch, p.id, p.role, p.valid_from, p.valid_to, r.id, r.district_id, r.kind, r.state, p.office"
    };
}
pub(crate) use posted_columns;

impl Posted {
    /// Reads thirteen columns; nobody when the account's posting has not begun, is over, or its role is unknown (SEC-13).
    pub(crate) fn at(row: &QueryResult, column: usize, now: DateTime<Utc>) -> Result<Self> {
        let role: String = row.try_get_by_index(column + 5)?;
        let valid_from: DateTime<Utc> = row.try_get_by_index(column + 6)?;
        let valid_to: Option<DateTime<Utc>> = row.try_get_by_index(column + 7)?;
        if now < valid_from || valid_to.is_some_and(|end| end <= now) {
            return Err(Error::NotFound);
        }
        Ok(Self {
            account: row.try_get_by_index::<Uuid>(column)?.into(),
            name: row.try_get_by_index(column + 1)?,
            login: row.try_get_by_index(column + 2)?,
            epoch: row.try_get_by_index(column + 3)?,
            posting: row.try_get_by_index::<Uuid>(column + 4)?.into(),
            role: role.parse().map_err(Error::internal)?,
            valid_to,
            home: Home::at(row, column + 8)?,
            office: posted_for(row, column + 12)?,
        })
    }

    /// The member, once it is known by what he came in and how long that lasts.
    pub(crate) async fn member(self, commons: &Commons, kind: Kind, until: DateTime<Utc>) -> Result<Member> {
        self.home.open()?;
        Ok(Member {
            precincts: self.home.reach(commons).await?,
            beats: beats(commons, self.posting).await?,
            office: self.office,
            account: Some(self.account),
            name: self.name,
            login: self.login,
            role: self.role,
            posting: Some(self.posting),
            precinct: self.home.precinct,
            district: self.home.district,
            kind,
            epoch: self.epoch,
            lasts_until: self.valid_to.map_or(until, |end| end.min(until)),
        })
    }
}

/// The office a posting is for, if it is for one.
pub(crate) fn posted_for(row: &QueryResult, column: usize) -> Result<Option<AssistOffice>> {
    let office: Option<String> = row.try_get_by_index(column)?;
    office.as_deref().map(str::parse).transpose().map_err(Error::internal)
}

async fn beats(commons: &Commons, posting: PostingId) -> Result<Vec<BeatId>> {
    let sql = "SELECT beat_id FROM posting_beat WHERE posting_id = $1 ORDER BY beat_id";
    let rows = commons.query(sql, vec![posting.into()]).await?;
    rows.iter().map(|row| Ok(row.try_get_by_index::<Uuid>(0)?.into())).collect()
}
