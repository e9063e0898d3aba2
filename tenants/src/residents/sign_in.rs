//! Signing in with a code that was sent to a telephone: the first time it opens an account at a station that the resident chooses, with
//! a posting as a resident there; a session of it is like any other and has a class of terminal of its own (SEC-01).

use chrono::{DateTime, Utc};
use sea_orm::Value;
use uuid::Uuid;

use super::{NAME, Phone, codes, notices, of_phone};
use crate::audit::{Entry, Outcome, Who};
use crate::commons::Commons;
use crate::error::Error;
use crate::ids::{AccountId, PostingId, PrecinctId, SessionId};
use crate::members::{Members, Posted, posted_columns};
use crate::roles::{Domain, Role};
use crate::secrets::Secret;
use crate::sessions::{self, NewSession, Place, Terminal, first_office};
use crate::transaction::Mode;

/// What a resident presents.
#[derive(Clone)]
pub struct PhoneSignIn {
    /// The telephone number as it was typed.
    pub phone: String,
    /// The code as it was typed.
    pub code: String,
    /// The code of a station: needed the first time; later it moves an account that is linked to no record yet.
    pub station: Option<String>,
    /// The version of the notice that was read and accepted (PRV-28).
    pub notice: Option<i32>,
    /// The network address.
    pub address: String,
    /// What the browser says of itself.
    pub user_agent: String,
    /// The request's id.
    pub request_id: String,
}

impl std::fmt::Debug for PhoneSignIn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PhoneSignIn").field("request_id", &self.request_id).finish_non_exhaustive()
    }
}

/// A station that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Station {
    /// Which precinct.
    pub id: PrecinctId,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
}

/// Why nobody was signed in.
#[derive(Debug, thiserror::Error)]
pub enum PhoneRefusal {
    /// The code is not the last one sent, was used, was tried too often or is too old; or none was sent. Which, is not told.
    #[error("the code is wrong or no longer counts")]
    CodeWrong,
    /// The code is right, and the notice in force is to be read and accepted first; the code still counts (PRV-28).
    #[error("the notice is to be accepted first")]
    NoticeRequired,
    /// The code is right, and a station is to be chosen; the code still counts.
    #[error("a station is to be chosen")]
    StationRequired,
    /// The account was closed, or has no posting now.
    #[error("the account has no posting now")]
    NoPosting,
    /// Nothing was decided.
    #[error(transparent)]
    Failed(#[from] Error),
}

impl PhoneRefusal {
    /// The stable code of the refusal.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::CodeWrong => "CODE_WRONG",
            Self::NoticeRequired => "NOTICE_REQUIRED",
            Self::StationRequired => "STATION_REQUIRED",
            Self::NoPosting => "NO_POSTING",
            Self::Failed(_) => "FAILED",
        }
    }
}

type Outcomes<T> = Result<T, PhoneRefusal>;

/// An attempt whose code was right.
struct Entrant<'a> {
    attempt: &'a PhoneSignIn,
    phone: Phone,
    /// The account there is.
    account: Option<AccountId>,
    /// The version of the notice that is accepted by now.
    notice: i32,
    station: Option<Station>,
    now: DateTime<Utc>,
}

impl Members {
    /// Opens a session for whoever holds the telephone, and an account when there is none; his other session on a telephone ends.
    /// Every attempt is in the trail (SEC-04).
    pub async fn sign_in_by_phone(&self, attempt: &PhoneSignIn) -> Outcomes<NewSession> {
        let phone = Phone::parse(&attempt.phone)?;
        let hash = self.store().keys().phone_hash(phone.as_str());
        let known = of_phone(&self.store().commons(Mode::Look).await?, &hash).await?;
        let account = known.map(|(account, _)| account);
        match self.try_phone(attempt, phone, known).await {
            Err(refusal) if !matches!(refusal, PhoneRefusal::Failed(_)) => {
                let entry = Entry::new("signInByPhone", Domain::Sessions.as_str()).when(refusal.code());
                let chain = self.chain_of(account).await?;
                self.record(chain, who(account, attempt), entry.ended(Outcome::Denied)).await?;
                Err(refusal)
            }
            outcome => outcome,
        }
    }

    async fn try_phone(
        &self,
        attempt: &PhoneSignIn,
        phone: Phone,
        known: Option<(AccountId, i32)>,
    ) -> Outcomes<NewSession> {
        if !codes::attempt(self.store(), &phone, &attempt.code).await? {
            return Err(PhoneRefusal::CodeWrong);
        }
        let commons = self.store().commons(Mode::Look).await?;
        let notice = notices::in_force(self.store(), &commons).await?.version;
        if attempt.notice != Some(notice) && known.is_none_or(|(_, accepted)| accepted != notice) {
            return Err(PhoneRefusal::NoticeRequired);
        }
        let station = match attempt.station.as_deref() {
            Some(code) => station_of(&commons, code).await?,
            None => None,
        };
        drop(commons);
        let account = known.map(|(account, _)| account);
        if account.is_none() && station.is_none() {
            return Err(PhoneRefusal::StationRequired);
        }
        let now = self.store().clock().now();
        self.let_in(Entrant { attempt, phone, account, notice, station, now }).await
    }

    /// Uses the code up, opens what there is not yet, ends the other session on a telephone, opens the new one: all or nothing.
    async fn let_in(&self, entrant: Entrant<'_>) -> Outcomes<NewSession> {
        let (store, now) = (self.store(), entrant.now);
        let commons = store.commons(Mode::Write).await?;
        if !codes::consume(store, &commons, &entrant.phone, &entrant.attempt.code).await? {
            return Err(PhoneRefusal::CodeWrong);
        }
        let posted = self.seated(&commons, &entrant).await?;
        match posted.home.open() {
            Ok(()) => {}
            Err(Error::NotFound) => return Err(PhoneRefusal::NoPosting),
            Err(error) => return Err(error.into()),
        }
        let ended = sessions::end_others(&commons, posted.account, Terminal::Phone, now).await?;
        let secret = Secret::session(store.ids().bytes());
        let id = SessionId(store.ids().next(now));
        let attempt = entrant.attempt;
        let from = Place { terminal: Terminal::Phone, address: &attempt.address, user_agent: &attempt.user_agent };
        sessions::insert(&commons, id, &secret, &posted, &from, now).await?;
        let entry = Entry::new("signInByPhone", Domain::Sessions.as_str()).on("session", id).rows(1);
        commons.commit(posted.home.precinct, who(Some(posted.account), attempt), entry).await?;
        for digest in ended {
            store.forget_member(&digest).await;
        }
        let secret = secret.reveal();
        let member = self.by_session(&secret).await?.ok_or(PhoneRefusal::NoPosting)?;
        Ok(NewSession { secret, member })
    }

    /// The resident's posting: the one there is, moved where he wishes and may, or a new account's.
    async fn seated(&self, commons: &Commons, entrant: &Entrant<'_>) -> Outcomes<Posted> {
        let account = match entrant.account {
            Some(account) => {
                self.accepted(commons, account, entrant).await?;
                account
            }
            None => self.opened(commons, entrant).await?,
        };
        let posted = posting_of(commons, account, entrant.now).await?.ok_or(PhoneRefusal::NoPosting)?;
        match &entrant.station {
            Some(station) if station.id != posted.home.precinct => {
                self.moved(commons, posted, station, entrant.now).await
            }
            _ => Ok(posted),
        }
    }

    /// Opens an account without a password, and posts it as a resident.
    async fn opened(&self, commons: &Commons, entrant: &Entrant<'_>) -> Outcomes<AccountId> {
        let (store, now) = (self.store(), entrant.now);
        let station = entrant.station.as_ref().ok_or(PhoneRefusal::StationRequired)?;
        let account = AccountId(store.ids().next(now));
        let sql = "INSERT INTO account (id, login, display_name, password_hash, state, failed_count, epoch, created_at, updated_at) \
                   VALUES ($1, $2, $3, '', 'ACTIVE', 0, 1, $4, $4)";
        let login = format!("resident.{}", hex::encode(store.ids().bytes::<8>()));
        commons.execute(sql, vec![account.into(), login.into(), NAME.into(), now.into()]).await?;
        let sql = "INSERT INTO resident (account_id, phone_sealed, phone_hash, phone_masked, state, notice_version, \
                   notice_accepted_at, created_at, updated_at) VALUES ($1, $2, $3, $4, 'ACTIVE', $5, $6, $6, $6)";
        let values: Vec<Value> = vec![
            account.into(),
            store.keys().seal_common(store.ids(), entrant.phone.as_str().as_bytes())?.into(),
            store.keys().phone_hash(entrant.phone.as_str()).into(),
            entrant.phone.masked().into(),
            entrant.notice.into(),
            now.into(),
        ];
        commons.execute(sql, values).await?;
        self.post_resident(commons, account, station.id, now).await?;
        Ok(account)
    }

    async fn post_resident(
        &self,
        commons: &Commons,
        account: AccountId,
        station: PrecinctId,
        now: DateTime<Utc>,
    ) -> Outcomes<()> {
        let sql = "INSERT INTO posting (id, account_id, precinct_id, role, valid_from, created_at) VALUES ($1, $2, $3, $4, $5, $5)";
        let id = PostingId(self.store().ids().next(now));
        let values = vec![id.into(), account.into(), station.into(), Role::Resident.as_str().into(), now.into()];
        commons.execute(sql, values).await?;
        Ok(())
    }

    /// Keeps the version of the notice that was accepted now, if it is another.
    async fn accepted(&self, commons: &Commons, account: AccountId, entrant: &Entrant<'_>) -> Outcomes<()> {
        let sql = "UPDATE resident SET notice_version = $2, notice_accepted_at = $3, updated_at = $3 \
                   WHERE account_id = $1 AND notice_version <> $2";
        commons.execute(sql, vec![account.into(), entrant.notice.into(), entrant.now.into()]).await?;
        Ok(())
    }

    /// Posts a resident at another station, unless his record is linked at the one he has: what he asked for there stays there.
    async fn moved(
        &self,
        commons: &Commons,
        posted: Posted,
        station: &Station,
        now: DateTime<Utc>,
    ) -> Outcomes<Posted> {
        let old = posted.home.precinct;
        commons.enter(old).await?;
        let linked =
            "SELECT 1 FROM resident_confirmation WHERE precinct_id = $1 AND account_id = $2 AND state = 'CONFIRMED'";
        if !commons.query(linked, vec![old.into(), posted.account.into()]).await?.is_empty() {
            return Ok(posted);
        }
        let sql = "UPDATE resident_confirmation SET state = 'REPLACED', version = version + 1 \
                   WHERE precinct_id = $1 AND account_id = $2 AND state = 'PENDING'";
        commons.execute(sql, vec![old.into(), posted.account.into()]).await?;
        let sql = "UPDATE posting SET valid_to = $2 WHERE id = $1";
        commons.execute(sql, vec![posted.posting.into(), now.into()]).await?;
        self.post_resident(commons, posted.account, station.id, now).await?;
        posting_of(commons, posted.account, now).await?.ok_or(PhoneRefusal::NoPosting)
    }

    /// Where an attempt is written: the station of the account, or the first office.
    async fn chain_of(&self, account: Option<AccountId>) -> Outcomes<Option<PrecinctId>> {
        let commons = self.store().commons(Mode::Look).await?;
        let posted = match account {
            Some(account) => posting_of(&commons, account, self.store().clock().now()).await?,
            None => None,
        };
        match posted {
            Some(posted) => Ok(Some(posted.home.precinct)),
            None => Ok(first_office(&commons).await?),
        }
    }
}

fn who(account: Option<AccountId>, attempt: &PhoneSignIn) -> Who {
    Who { account, ..codes::stranger(&attempt.address, &attempt.request_id) }
}

/// The posting an account has as a resident now. Any other posting it may have been given needs a password and a second factor (SEC-01).
async fn posting_of(commons: &Commons, account: AccountId, now: DateTime<Utc>) -> crate::Result<Option<Posted>> {
    let sql = concat!(
        "SELECT ",
        posted_columns!(),
        " FROM account a JOIN posting p ON p.account_id = a.id JOIN precinct r ON r.id = p.precinct_id \
         WHERE a.id = $1 AND a.state = 'ACTIVE' AND p.role = 'RESIDENT' \
         AND p.valid_from <= $2 AND (p.valid_to IS NULL OR p.valid_to > $2) ORDER BY p.valid_from DESC, p.id DESC LIMIT 1"
    );
    let rows = commons.query(sql, vec![account.into(), now.into()]).await?;
    rows.first().map(|row| Posted::at(row, 0, now)).transpose()
}

/// The stations at work, by code.
pub(super) async fn stations(commons: &Commons) -> crate::Result<Vec<Station>> {
    let sql = "SELECT id, code, name FROM precinct WHERE kind = 'STATION' AND state = 'ACTIVE' ORDER BY code";
    commons.query(sql, vec![]).await?.iter().map(station).collect()
}

async fn station_of(commons: &Commons, code: &str) -> crate::Result<Option<Station>> {
    let sql = "SELECT id, code, name FROM precinct WHERE code = $1 AND kind = 'STATION' AND state = 'ACTIVE'";
    commons.query(sql, vec![code.trim().into()]).await?.first().map(station).transpose()
}

fn station(row: &sea_orm::QueryResult) -> crate::Result<Station> {
    Ok(Station {
        id: row.try_get_by_index::<Uuid>(0)?.into(),
        code: row.try_get_by_index(1)?,
        name: row.try_get_by_index(2)?,
    })
}
