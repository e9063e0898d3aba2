//! Reading the trail back: entries for the auditor, who was shown a person, and whether the chain is whole (SEC-04…SEC-07).
//!
//! Reading the trail is itself written in it.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ColumnTrait, Value};
use uuid::Uuid;

use super::{Entry, Facts, Outcome, genesis, link};
use crate::error::{Error, Result};
use crate::ids::{AccountId, PersonId, PrecinctId};
use crate::members::Kind;
use crate::page::{Page, Paging, among};
use crate::purposes::Purpose;
use crate::roles::{Action, Domain};
use crate::scope::{Owned, Precinct, Rows, Scope};

/// Entries verified at a time.
const STRIDE: u64 = 1_000;

/// One entry of a precinct's trail (SEC-06).
#[derive(Clone, Debug)]
pub struct AuditEntry {
    /// The precinct whose trail it is in.
    pub precinct: PrecinctId,
    /// Its place in the chain, from 1 without a gap.
    pub seq: i64,
    /// When.
    pub at: DateTime<Utc>,
    /// Who; none for the operator and for unknown logins.
    pub account: Option<AccountId>,
    /// The name then.
    pub account_name: String,
    /// The role then.
    pub role: String,
    /// From which terminal: class and network address.
    pub terminal: String,
    /// The request's id.
    pub request_id: String,
    /// Which function.
    pub function: String,
    /// Which domain of the role table.
    pub domain: String,
    /// On which object: kind and id.
    pub object: Option<(String, Uuid)>,
    /// With which condition.
    pub condition: Option<String>,
    /// With which result.
    pub result: Outcome,
    /// How many rows were shown or changed.
    pub rows: i32,
    /// The purpose stated.
    pub purpose: Option<String>,
    /// The case file referred to.
    pub case_ref: Option<String>,
    /// The entry's hash, over itself and its predecessor's.
    pub hash: Vec<u8>,
}

/// Which entries a list holds; every part narrows it.
#[derive(Clone, Debug, Default)]
pub struct AuditFilter {
    /// Of an account.
    pub account: Option<AccountId>,
    /// Of a function, e.g. `personSearch`.
    pub function: Option<String>,
    /// With a result.
    pub result: Option<Outcome>,
    /// Not before this instant.
    pub from: Option<DateTime<Utc>>,
    /// Before this instant.
    pub to: Option<DateTime<Utc>>,
}

impl AuditFilter {
    /// The filter in words, for the trail's own entry.
    fn words(&self) -> String {
        let parts = [
            self.account.map(|account| format!("account={}", account.0)),
            self.function.as_ref().map(|function| format!("function={}", crate::masking::free_text(function))),
            self.result.map(|result| format!("result={result}")),
            self.from.map(|from| format!("from={}", from.to_rfc3339())),
            self.to.map(|to| format!("to={}", to.to_rfc3339())),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}

/// A person was shown to an account on a day (PRV-21).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sighting {
    /// To which account.
    pub account: AccountId,
    /// The name of its holder today.
    pub account_name: String,
    /// On which day.
    pub day: NaiveDate,
}

/// A day on which a person's record was shown in clear, and for which purpose; not to whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// The day.
    pub day: NaiveDate,
    /// The purpose stated.
    pub purpose: Option<Purpose>,
}

/// What verifying a chain found (SEC-05).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// How many entries were read and found whole before the first that is not, if one is not.
    pub entries: i64,
    /// Whether every entry is there, unchanged, up to the chain's head.
    pub intact: bool,
    /// The first place at which the chain does not hold: a changed or missing entry, or the first after a cut.
    pub broken_at: Option<i64>,
}

impl Scope<Precinct> {
    /// A page of the trail, the newest first.
    pub async fn audit_trail(&self, filter: &AuditFilter, paging: &Paging) -> Result<Page<AuditEntry>> {
        self.may_audit("auditTrail")?;
        let rows = self.entries(filter).filter_some(paging.after.as_ref(), |key| row::Column::Seq.lt(place(key.id)));
        let rows = rows.backwards(row::Column::Seq).list(u64::from(paging.first) + 1).await?;
        let page = Page::cut(rows, paging.first);
        let items: Vec<AuditEntry> = page.items.into_iter().map(AuditEntry::try_from).collect::<Result<_>>()?;
        self.note(self.precinct(), reading("auditTrail").when(filter.words()).rows(items.len()));
        Ok(Page { items, more: page.more })
    }

    /// How many entries the trail holds that a filter admits.
    pub async fn count_audit_trail(&self, filter: &AuditFilter) -> Result<u64> {
        self.may_audit("auditTrail")?;
        self.entries(filter).count().await
    }

    /// How many times, up to `most`, the asker has used a function since an instant; as it is now, and not itself noted.
    pub(crate) async fn uses_since(&self, function: &str, from: DateTime<Utc>, most: usize) -> Result<usize> {
        let (account, function) = (self.member().account, Some(function.to_owned()));
        let filter = AuditFilter { account, function, from: Some(from), ..AuditFilter::default() };
        Ok(self.entries(&filter).look(most as u64).await?.len())
    }

    fn entries(&self, filter: &AuditFilter) -> Rows<'_, row::Entity, Precinct> {
        use row::Column as C;
        self.rows::<row::Entity>()
            .filter_some(filter.account, |account| C::AccountId.eq(account))
            .filter_some(filter.function.as_deref(), |function| C::Function.eq(function))
            .filter_some(filter.result, |result| C::Result.eq(result.as_str()))
            .filter_some(filter.from, |from| C::At.gte(from))
            .filter_some(filter.to, |to| C::At.lt(to))
    }

    /// The accounts a person of this register was shown to, and the days, the latest first; at most 1,000 (PRV-21).
    pub async fn who_saw(&self, person: PersonId) -> Result<Vec<Sighting>> {
        self.may_audit("whoSaw")?;
        let sql = "SELECT s.account_id, a.display_name, s.day FROM sighting s LEFT JOIN account a ON a.id = s.account_id \
                   WHERE s.precinct_id = $1 AND s.person_id = $2 ORDER BY s.day DESC, a.display_name, s.account_id LIMIT 1000";
        let rows = self.query(sql, vec![person.into()]).await?;
        let seen: Vec<Sighting> = rows.iter().map(sighting).collect::<Result<_>>()?;
        self.note(self.precinct(), reading("whoSaw").on("person", person).rows(seen.len()));
        Ok(seen)
    }

    /// When a person's record was shown in clear, the latest first and each day and purpose once; for the person himself.
    ///
    /// The trail has no index on the person: the sightings say which accounts to look at, and since when.
    pub(crate) async fn reveals_of(&self, person: PersonId) -> Result<Vec<Seen>> {
        use crate::sightings::row as sighting_row;
        use row::Column as C;
        let sightings = self.rows::<sighting_row::Entity>().filter(sighting_row::Column::PersonId.eq(person));
        let sightings = sightings.backwards(sighting_row::Column::Day).list(1_000).await?;
        let Some(first) = sightings.last() else { return Ok(Vec::new()) };
        let mut accounts: Vec<AccountId> = sightings.iter().map(|row| AccountId(row.account_id)).collect();
        accounts.sort_unstable();
        accounts.dedup();
        // A day in China begins eight hours before the day of UTC.
        let since = first.day.and_time(chrono::NaiveTime::MIN).and_utc() - chrono::TimeDelta::hours(8);
        let entries = self.rows::<row::Entity>().filter(among(C::AccountId, &accounts)).filter(C::At.gte(since));
        let entries = entries.filter(C::Function.eq("revealPerson")).filter(C::ObjectId.eq(person));
        let entries = entries.filter(C::Result.eq(Outcome::Ok.as_str())).backwards(C::Seq).list(1_000).await?;
        let purpose = |entry: &row::Model| entry.purpose.as_deref().and_then(|word| word.parse::<Purpose>().ok());
        let seen = |entry: &row::Model| Seen { day: crate::clock::day_of(entry.at), purpose: purpose(entry) };
        let mut seen: Vec<Seen> = entries.iter().map(seen).collect();
        seen.dedup();
        Ok(seen)
    }

    /// Reads the whole chain of this precinct and recomputes every hash: finds a changed entry, a missing one and a cut tail.
    ///
    /// Permission: AUDIT LIST, or the operator on the machine. A head rewritten together with its tail is found only by whoever
    /// has kept an older hash: entries show theirs for that. What was found is noted; [`Scope::finish`] writes it.
    pub async fn verify_trail(&self) -> Result<Verdict> {
        if self.member().kind != Kind::Operator {
            self.may_audit("verifyTrail")?;
        }
        let verdict = self.verdict().await?;
        let words = verdict.broken_at.map_or_else(|| "intact".to_owned(), |seq| format!("broken at {seq}"));
        let rows = usize::try_from(verdict.entries).unwrap_or(usize::MAX);
        self.note(self.precinct(), reading("verifyTrail").when(words).rows(rows));
        Ok(verdict)
    }

    async fn verdict(&self) -> Result<Verdict> {
        let head = self.query("SELECT seq, hash FROM audit_head WHERE precinct_id = $1", Vec::new()).await?;
        let head = head.first().ok_or_else(|| Error::internal("a precinct without an audit chain"))?;
        let (last, end): (i64, Vec<u8>) = (head.try_get_by_index(0)?, head.try_get_by_index(1)?);
        let mut chain = Chain { precinct: self.precinct(), seq: 0, hash: genesis(self.precinct()) };
        loop {
            let rows = self.rows::<row::Entity>().filter(row::Column::Seq.gt(chain.seq)).ascending(row::Column::Seq);
            let rows = rows.list(STRIDE).await?;
            if !rows.iter().all(|row| chain.holds(row)) {
                return Ok(chain.broken());
            }
            if rows.is_empty() {
                let whole = chain.seq == last && chain.hash == end;
                return Ok(if whole { chain.whole() } else { chain.broken() });
            }
        }
    }

    /// Refuses whoever may not read the trail, and notes that it was tried.
    fn may_audit(&self, function: &'static str) -> Result<()> {
        self.may(Domain::Audit, Action::List)
            .inspect_err(|_| self.note(self.precinct(), reading(function).ended(Outcome::Denied)))
    }
}

/// The chain as far as it was found whole.
struct Chain {
    precinct: PrecinctId,
    seq: i64,
    hash: Vec<u8>,
}

impl Chain {
    /// Takes the next entry if it follows.
    fn holds(&mut self, row: &row::Model) -> bool {
        let seq = self.seq + 1;
        let follows = row.seq == seq
            && row.prev_hash == self.hash
            && row.hash == link(&self.hash, self.precinct, seq, &row.facts());
        if follows {
            (self.seq, self.hash) = (seq, row.hash.clone());
        }
        follows
    }

    fn whole(self) -> Verdict {
        Verdict { entries: self.seq, intact: true, broken_at: None }
    }

    fn broken(self) -> Verdict {
        Verdict { entries: self.seq, intact: false, broken_at: Some(self.seq + 1) }
    }
}

fn reading(function: &'static str) -> Entry {
    Entry::new(function, Domain::Audit.as_str())
}

fn sighting(row: &sea_orm::QueryResult) -> Result<Sighting> {
    Ok(Sighting {
        account: AccountId(row.try_get_by_index(0)?),
        account_name: row.try_get_by_index::<Option<String>>(1)?.unwrap_or_default(),
        day: row.try_get_by_index(2)?,
    })
}

impl row::Model {
    fn facts(&self) -> Facts<'_> {
        Facts {
            at: self.at,
            account: self.account_id,
            texts: [
                &self.account_name,
                &self.role,
                &self.terminal,
                &self.request_id,
                &self.function,
                &self.domain,
                &self.result,
            ],
            object_kind: self.object_kind.as_deref(),
            object_id: self.object_id,
            condition: self.condition.as_deref(),
            purpose: self.purpose.as_deref(),
            case_ref: self.case_ref.as_deref(),
            rows: self.row_count,
            subjects: self.subjects.as_deref(),
        }
    }
}

impl TryFrom<row::Model> for AuditEntry {
    type Error = Error;

    fn try_from(row: row::Model) -> Result<Self> {
        Ok(Self {
            precinct: PrecinctId(row.precinct_id),
            seq: row.seq,
            at: row.at,
            account: row.account_id.map(AccountId),
            account_name: row.account_name,
            role: row.role,
            terminal: row.terminal,
            request_id: row.request_id,
            function: row.function,
            domain: row.domain,
            object: row.object_kind.zip(row.object_id),
            condition: row.condition,
            result: row.result.parse().map_err(Error::internal)?,
            rows: row.row_count,
            purpose: row.purpose,
            case_ref: row.case_ref,
            hash: row.hash,
        })
    }
}

impl AuditEntry {
    /// The place as a page's key carries it: the chain has no ids, its places are unique.
    pub fn key(&self) -> Uuid {
        Seq(self.seq).into()
    }
}

/// An entry's place in its chain.
#[derive(Clone, Copy, Debug)]
pub struct Seq(i64);

impl From<Seq> for Uuid {
    fn from(seq: Seq) -> Self {
        Self::from_u64_pair(0, seq.0.unsigned_abs())
    }
}

impl From<Seq> for Value {
    fn from(seq: Seq) -> Self {
        seq.0.into()
    }
}

/// The place a page's key carries; one that is none of ours is before the first entry.
fn place(key: Uuid) -> Seq {
    Seq(i64::try_from(key.as_u128()).unwrap_or(0))
}

impl Owned for row::Entity {
    type Id = Seq;
    const PRECINCT: row::Column = row::Column::PrecinctId;
    const ID: row::Column = row::Column::Seq;
}

pub(crate) mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "audit_entry")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub precinct_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub seq: i64,
        pub at: DateTimeUtc,
        pub account_id: Option<Uuid>,
        pub account_name: String,
        pub role: String,
        pub terminal: String,
        pub request_id: String,
        pub function: String,
        pub domain: String,
        pub object_kind: Option<String>,
        pub object_id: Option<Uuid>,
        pub condition: Option<String>,
        pub result: String,
        pub row_count: i32,
        pub purpose: Option<String>,
        pub case_ref: Option<String>,
        pub subjects: Option<Vec<u8>>,
        pub prev_hash: Vec<u8>,
        pub hash: Vec<u8>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}
