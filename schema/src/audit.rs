//! The audit trail (审计日志) as GraphQL objects, for the auditor.

use std::fmt::Write as _;

use async_graphql::{Context, ID, InputObject, Object, Result};
use chrono::{DateTime, Utc};
use futures_util::future::BoxFuture;
use tenants::audit::{self as rows, Outcome};
use tenants::ids::PrecinctId;

use crate::context::{Doorway, Told};
use crate::dates::Date;
use crate::id::Kind;
use crate::page::{Connection, List, listed, paging};
use crate::words::Word;

/// An entry of the trail.
pub struct AuditEntry(pub rows::AuditEntry);

listed!(AuditEntry, rows::AuditEntry, "AuditEntryConnection", "AuditEntryEdge", |row| ("", row.key()));

/// One entry of a precinct's audit trail (审计记录, SEC-06): who did what to what, when, from where, why and with which result;
/// without any C2 or C3 value. Permission: AUDIT LIST. Cost: 1.
#[Object]
impl AuditEntry {
    /// Its place in the precinct's chain, from 1 without a gap (序号).
    async fn seq(&self) -> i64 {
        self.0.seq
    }

    /// When (时间).
    async fn at(&self) -> DateTime<Utc> {
        self.0.at
    }

    /// The account, to filter by; none for the operator and for unknown logins (账号).
    async fn account_id(&self, ctx: &Context<'_>) -> Option<ID> {
        self.0.account.map(|account| ctx.id(Kind::Account, self.0.precinct, account))
    }

    /// The name then (姓名).
    async fn account_name(&self) -> &str {
        &self.0.account_name
    }

    /// The role then (岗位).
    async fn role(&self) -> &str {
        &self.0.role
    }

    /// From which terminal: class and network address (终端).
    async fn terminal(&self) -> &str {
        &self.0.terminal
    }

    /// The request's id, also in the answer and the logs (请求编号).
    async fn request_id(&self) -> &str {
        &self.0.request_id
    }

    /// Which function, such as personSearch (功能).
    async fn function(&self) -> &str {
        &self.0.function
    }

    /// Which domain of the role table (领域).
    async fn domain(&self) -> &str {
        &self.0.domain
    }

    /// On which object (对象).
    async fn object_id(&self, ctx: &Context<'_>) -> Option<ID> {
        let (kind, id) = self.0.object.as_ref()?;
        Some(ctx.id(Kind::of_table(kind)?, self.0.precinct, *id))
    }

    /// With which condition (条件).
    async fn condition(&self) -> Option<&str> {
        self.0.condition.as_deref()
    }

    /// With which result (结果).
    async fn result(&self) -> Word<Outcome> {
        Word(self.0.result)
    }

    /// How many rows were shown or changed (条数).
    async fn row_count(&self) -> i32 {
        self.0.rows
    }

    /// The purpose stated (用途).
    async fn purpose(&self) -> Option<&str> {
        self.0.purpose.as_deref()
    }

    /// The case file referred to (案卷号).
    async fn case_ref(&self) -> Option<&str> {
        self.0.case_ref.as_deref()
    }

    /// The entry's hash in hexadecimal, over itself and its predecessor's: kept elsewhere, it proves the trail up to here (校验值).
    async fn hash(&self) -> String {
        self.0.hash.iter().fold(String::with_capacity(64), |mut text, byte| {
            // Writing to a string cannot fail.
            let _ = write!(text, "{byte:02x}");
            text
        })
    }
}

/// Which entries a list holds; every part narrows it.
#[derive(Clone, Debug, Default, InputObject)]
pub struct AuditFilter {
    /// Of an account (账号).
    pub account_id: Option<ID>,
    /// Of a function, such as personSearch (功能).
    pub function: Option<String>,
    /// With a result (结果).
    pub result: Option<Word<Outcome>>,
    /// Not before this instant (起).
    pub from: Option<DateTime<Utc>>,
    /// Before this instant (止).
    pub to: Option<DateTime<Utc>>,
}

impl AuditFilter {
    /// An account's id is taken whichever precinct it was read in: the trail read is this precinct's own all the same.
    fn read(&self, ctx: &Context<'_>) -> Result<rows::AuditFilter> {
        let account = self.account_id.as_ref().map(|id| ctx.row(Kind::Account, id)).transpose()?;
        Ok(rows::AuditFilter {
            account: account.map(|(_, account)| account),
            function: self.function.clone().filter(|function| !function.is_empty()),
            result: self.result.map(|word| word.0),
            from: self.from,
            to: self.to,
        })
    }
}

/// A person was shown to an account on a day.
pub struct Sighting {
    precinct: PrecinctId,
    row: rows::Sighting,
}

/// A person was shown to an account on a day (查看记录, PRV-21). Permission: AUDIT LIST. Cost: 1.
#[Object]
impl Sighting {
    /// The account, to filter the trail by (账号).
    async fn account_id(&self, ctx: &Context<'_>) -> ID {
        ctx.id(Kind::Account, self.precinct, self.row.account)
    }

    /// Its holder's name (姓名).
    async fn account_name(&self) -> &str {
        &self.row.account_name
    }

    /// The day (日期).
    async fn day(&self) -> Date {
        Date(self.row.day)
    }
}

/// What verifying a trail found.
pub struct AuditVerdict(rows::Verdict);

/// What verifying a precinct's whole audit trail found (审计校验, SEC-05). Permission: AUDIT LIST. Cost: 500.
#[Object]
impl AuditVerdict {
    /// How many entries are whole, counted from the first (完好条数).
    async fn entries(&self) -> i64 {
        self.0.entries
    }

    /// Whether every entry is there and unchanged (是否完好).
    async fn intact(&self) -> bool {
        self.0.intact
    }

    /// The first place where an entry was changed, is missing or was cut off; none when the trail is whole (断点).
    async fn broken_at(&self) -> Option<i64> {
        self.0.broken_at
    }
}

/// A page of a precinct's trail, the newest first.
pub(crate) async fn audit_trail(
    ctx: &Context<'_>,
    precinct: PrecinctId,
    filter: Option<AuditFilter>,
    first: Option<i32>,
    after: Option<String>,
) -> Result<Connection<AuditEntry>> {
    let list = List { name: "auditTrail", owner: precinct.0 };
    let paging = paging(ctx, list, first, after.as_deref())?;
    let filter = filter.unwrap_or_default().read(ctx)?;
    let scope = ctx.at(precinct)?.scope.clone();
    let page = scope.audit_trail(&filter, &paging).await.told(ctx)?;
    let count = Box::new(move || {
        let (scope, filter) = (scope.clone(), filter.clone());
        Box::pin(async move { scope.count_audit_trail(&filter).await }) as BoxFuture<'static, _>
    });
    Ok(Connection::new(list, &paging, page, count))
}

/// Who was shown a person, and on which days.
pub(crate) async fn who_saw(ctx: &Context<'_>, precinct: PrecinctId, person_id: &ID) -> Result<Vec<Sighting>> {
    let person = ctx.row_in(Kind::Person, precinct, person_id)?;
    let seen = ctx.at(precinct)?.scope.who_saw(person).await.told(ctx)?;
    Ok(seen.into_iter().map(|row| Sighting { precinct, row }).collect())
}

/// Whether a precinct's trail is whole.
pub(crate) async fn verify(ctx: &Context<'_>, precinct: PrecinctId) -> Result<AuditVerdict> {
    ctx.at(precinct)?.scope.verify_trail().await.told(ctx).map(AuditVerdict)
}
