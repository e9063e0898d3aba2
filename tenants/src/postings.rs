//! Postings: who serves where, in which role, on which beats, from when to when. Rights begin and end with them, to the instant
//! (SEC-13).

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sea_orm::{QueryResult, Value};
use uuid::Uuid;

use crate::accounts::{Desk, entry};
use crate::applications::AssistOffice;
use crate::commons::Commons;
use crate::error::{Error, Result};
use crate::ids::{AccountId, BeatId, PostingId, PrecinctId};
use crate::members::{Home, posted_for};
use crate::roles::{self, Role, Seat};

/// The most beats one posting names.
const BEATS: usize = 50;

/// The longest title, in characters.
const TITLE: usize = 60;

macro_rules! posting_columns {
    () => {
        "SELECT p.id, p.account_id, p.precinct_id, p.role, p.title, p.valid_from, p.valid_to, p.office FROM posting p"
    };
}

macro_rules! beat_columns {
    () => {
        "SELECT b.posting_id, b.beat_id FROM posting_beat b JOIN posting p ON p.id = b.posting_id"
    };
}

/// A posting (任职).
#[derive(Clone, Debug)]
pub struct Posting {
    /// The posting.
    pub id: PostingId,
    /// Whose it is.
    pub account: AccountId,
    /// Where.
    pub precinct: PrecinctId,
    /// As what.
    pub role: Role,
    /// How the post is called there.
    pub title: Option<String>,
    /// On which beats.
    pub beats: Vec<BeatId>,
    /// For which office of another department.
    pub office: Option<AssistOffice>,
    /// From when, inclusive.
    pub valid_from: DateTime<Utc>,
    /// Until when, exclusive; open if none.
    pub valid_to: Option<DateTime<Utc>>,
}

impl Posting {
    /// Whether the posting is not over yet, begun or not.
    pub fn unexpired(&self, now: DateTime<Utc>) -> bool {
        self.valid_to.is_none_or(|end| end > now)
    }

    /// Whether it gives rights now.
    pub fn valid(&self, now: DateTime<Utc>) -> bool {
        self.valid_from <= now && self.unexpired(now)
    }

    /// Whether there is an instant at which both this and one from `from` to `to` hold.
    fn overlaps(&self, from: DateTime<Utc>, to: Option<DateTime<Utc>>) -> bool {
        self.valid_to.is_none_or(|end| from < end) && to.is_none_or(|end| self.valid_from < end)
    }
}

/// A posting to be made in the desk's precinct.
#[derive(Clone, Debug)]
pub struct NewPosting {
    /// As what.
    pub role: Role,
    /// How the post is called there.
    pub title: Option<String>,
    /// On which of the precinct's beats.
    pub beats: Vec<BeatId>,
    /// For which office of another department: a clerk's, and nobody else's (JNT-01).
    pub office: Option<AssistOffice>,
    /// From when; now if none.
    pub valid_from: Option<DateTime<Utc>>,
    /// Until when, exclusive; open if none.
    pub valid_to: Option<DateTime<Utc>>,
}

impl NewPosting {
    /// Checks what needs no database: the period, the title, the seat.
    fn check(&self, home: &Home, now: DateTime<Utc>) -> Result<()> {
        let from = self.valid_from.unwrap_or(now);
        if from < now {
            return Err(Error::invalid("SEC-13", "validFrom", "rights cannot begin in the past"));
        }
        if self.valid_to.is_some_and(|end| end <= from) {
            return Err(Error::invalid("SEC-13", "validTo", "a posting ends after it begins"));
        }
        let allowed = match self.role.seat() {
            Seat::Station => !home.is_office,
            Seat::Office => home.is_office,
            Seat::Either => true,
        };
        if !allowed {
            return Err(Error::invalid("ROLE_SEAT", "role", format!("{} is not posted here", self.role)));
        }
        if (self.role == Role::DepartmentClerk) != self.office.is_some() {
            return Err(Error::invalid(
                "OFFICE",
                "office",
                "a clerk of another department is posted for its office, nobody else is",
            ));
        }
        if self.title.as_ref().is_some_and(|title| title.chars().count() > TITLE) {
            return Err(Error::invalid("TOO_LONG", "title", format!("a title has at most {TITLE} characters")));
        }
        if self.beats.len() > BEATS {
            return Err(Error::invalid("TOO_MANY", "beatIds", format!("a posting names at most {BEATS} beats")));
        }
        Ok(())
    }

    /// Refuses what cannot be held beside what the account holds at the same time (SEC-02).
    fn compatible(&self, held: &[Posting], now: DateTime<Utc>) -> Result<()> {
        let from = self.valid_from.unwrap_or(now);
        let beside: Vec<Role> =
            held.iter().filter(|held| held.overlaps(from, self.valid_to)).map(|held| held.role).collect();
        if roles::compatible(&beside, self.role) {
            return Ok(());
        }
        let words = format!("{} cannot be held together with another posting of this account", self.role);
        Err(Error::invalid("SEC-02", "role", words))
    }
}

impl Desk {
    /// Posts an account to this precinct. The account's rights change at once, or when the posting begins (SEC-13).
    ///
    /// Refused: a role beside which the account holds an incompatible one (`SEC-02`), a role that is not posted here
    /// (`ROLE_SEAT`), a beat of another precinct (`NOT_FOUND`), an account out of the administrator's reach.
    pub async fn assign_posting(&self, account: AccountId, new: NewPosting) -> Result<PostingId> {
        let (commons, held) = self.manage(account, "assignPosting").await?;
        let id = self.post(&commons, account, &held, new).await?;
        self.commit(commons, entry("assignPosting").on("posting", id)).await?;
        Ok(id)
    }

    /// Ends a posting now, or at a later moment; whoever works under it is out within a second. Returns whose it was.
    pub async fn end_posting(&self, posting: PostingId, at: Option<DateTime<Utc>>) -> Result<AccountId> {
        let now = self.now();
        let at = at.unwrap_or(now);
        if at < now {
            return Err(Error::invalid("SEC-13", "validTo", "rights cannot end in the past"));
        }
        let account = self.account_of(posting, "endPosting").await?;
        let (commons, _) = self.manage(account, "endPosting").await?;
        // A posting that has not begun ends where it would have begun, and so never holds.
        let sql = "UPDATE posting SET valid_to = CASE WHEN valid_from > $2 THEN valid_from ELSE $2 END \
                   WHERE id = $1 AND (valid_to IS NULL OR valid_to > $2)";
        if commons.execute(sql, vec![posting.into(), at.into()]).await? == 0 {
            return Err(Error::Conflict("the posting is over already"));
        }
        if at == now {
            let sql = "UPDATE session SET ended_at = $2 WHERE posting_id = $1 AND ended_at IS NULL";
            commons.execute(sql, vec![posting.into(), now.into()]).await?;
        }
        self.commit(commons, entry("endPosting").on("posting", posting)).await?;
        Ok(account)
    }

    /// The account of a posting in this precinct.
    async fn account_of(&self, posting: PostingId, function: &'static str) -> Result<AccountId> {
        let commons = self.read_to_manage(function).await?;
        let sql = "SELECT account_id FROM posting WHERE id = $1 AND precinct_id = $2";
        let rows = commons.query(sql, vec![posting.into(), self.precinct().into()]).await?;
        Ok(rows.first().ok_or(Error::NotFound)?.try_get_by_index::<Uuid>(0)?.into())
    }

    /// Writes a posting inside a transaction that has locked the account.
    pub(crate) async fn post(
        &self,
        commons: &Commons,
        account: AccountId,
        held: &[Posting],
        new: NewPosting,
    ) -> Result<PostingId> {
        let now = self.now();
        let home = Home::of(commons, self.precinct()).await?.ok_or(Error::NotFound)?;
        new.check(&home, now)?;
        new.compatible(held, now)?;
        self.own_beats(&new.beats).await?;
        let id = PostingId(self.new_id());
        let sql = "INSERT INTO posting (id, account_id, precinct_id, role, title, valid_from, valid_to, created_at, office) \
                   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
        let values = vec![
            id.into(),
            account.into(),
            self.precinct().into(),
            new.role.as_str().into(),
            new.title.into(),
            new.valid_from.unwrap_or(now).into(),
            new.valid_to.into(),
            now.into(),
            new.office.map(AssistOffice::as_str).into(),
        ];
        commons.execute(sql, values).await?;
        for beat in new.beats {
            let sql = "INSERT INTO posting_beat (posting_id, beat_id, precinct_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
            commons.execute(sql, vec![id.into(), beat.into(), self.precinct().into()]).await?;
        }
        Ok(id)
    }

    /// Refuses beats that are not this precinct's: they do not exist here.
    async fn own_beats(&self, beats: &[BeatId]) -> Result<()> {
        if beats.is_empty() {
            return Ok(());
        }
        let rows = self.scope().query("SELECT id FROM beat WHERE precinct_id = $1", Vec::new()).await?;
        let own: Vec<Uuid> = rows.iter().map(|row| row.try_get_by_index(0)).collect::<Result<_, _>>()?;
        if beats.iter().all(|beat| own.contains(&beat.0)) { Ok(()) } else { Err(Error::NotFound) }
    }
}

/// All postings of an account, the latest first.
pub(crate) async fn of_account(commons: &Commons, account: AccountId) -> Result<Vec<Posting>> {
    let postings = concat!(posting_columns!(), " WHERE p.account_id = $1 ORDER BY p.valid_from DESC, p.id DESC");
    let beats = concat!(beat_columns!(), " WHERE p.account_id = $1 ORDER BY b.beat_id");
    read(commons, [postings, beats], vec![account.into()]).await
}

/// All postings of the accounts that were ever posted to a precinct and whose logins lie after one and up to another, the latest
/// first: two statements for a page of accounts.
pub(crate) async fn of_logins(
    commons: &Commons,
    precinct: PrecinctId,
    after: &str,
    upto: &str,
) -> Result<Vec<Posting>> {
    macro_rules! within {
        () => {
            " JOIN account a ON a.id = p.account_id WHERE a.login > $1 AND a.login <= $2 \
             AND a.id IN (SELECT q.account_id FROM posting q WHERE q.precinct_id = $3)"
        };
    }
    let postings = concat!(posting_columns!(), within!(), " ORDER BY p.valid_from DESC, p.id DESC");
    let beats = concat!(beat_columns!(), within!(), " ORDER BY b.beat_id");
    read(commons, [postings, beats], vec![after.into(), upto.into(), precinct.into()]).await
}

async fn read(commons: &Commons, [postings, beats]: [&'static str; 2], values: Vec<Value>) -> Result<Vec<Posting>> {
    let rows = commons.query(postings, values.clone()).await?;
    let mut postings: Vec<Posting> = rows.iter().map(posting).collect::<Result<_>>()?;
    let mut on: HashMap<Uuid, Vec<BeatId>> = HashMap::new();
    for row in commons.query(beats, values).await? {
        on.entry(row.try_get_by_index(0)?).or_default().push(row.try_get_by_index::<Uuid>(1)?.into());
    }
    for posting in &mut postings {
        posting.beats = on.remove(&posting.id.0).unwrap_or_default();
    }
    Ok(postings)
}

fn posting(row: &QueryResult) -> Result<Posting> {
    let role: String = row.try_get_by_index(3)?;
    Ok(Posting {
        id: row.try_get_by_index::<Uuid>(0)?.into(),
        account: row.try_get_by_index::<Uuid>(1)?.into(),
        precinct: row.try_get_by_index::<Uuid>(2)?.into(),
        role: role.parse().map_err(Error::internal)?,
        title: row.try_get_by_index(4)?,
        beats: Vec::new(),
        valid_from: row.try_get_by_index(5)?,
        valid_to: row.try_get_by_index(6)?,
        office: posted_for(row, 7)?,
    })
}
