//! The wall: nothing in this crate reaches a tenant's rows but through a [`Scope`], and a scope begins every statement with its precinct.
//!
//! A [`Scope`] is not a sea-orm connection, and nothing outside this file holds one. `rows::<E>()` starts with
//! `precinct_id = $1`; what is added can only narrow it. A table says [`owned!`] or [`shared!`], or cannot be read at all.
//! Writes exist on [`Work`], which only a `Scope<Precinct>` opens, and stamp *and* filter by the precinct. Row-level security
//! on PostgreSQL is the net under this, never the filter. The mistakes that must not compile are in `tests/compile/`.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

use sea_orm::sea_query::{
    Condition, Expr, ExprTrait, IntoCondition, LockType, NullOrdering, Order, SelectStatement, SimpleExpr,
};
use sea_orm::{
    ActiveModelBehavior, ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, IntoActiveModel,
    ModelTrait, QueryFilter, QueryOrder, QueryResult, QuerySelect, QueryTrait, Select, Statement, Value,
};
use tokio::sync::{Mutex, OnceCell};
use uuid::Uuid;

use crate::audit::{self, Entry, Head, Sighted, Stamped, Who};
use crate::error::{Error, Result};
use crate::events::{self, NewEvent};
use crate::idempotency::{self, Met, Repeatable};
use crate::ids::{DistrictId, PersonId, PrecinctId};
use crate::members::Member;
use crate::page::among;
use crate::roles::{Action, Domain};
use crate::sightings::Today;
use crate::store::Store;
use crate::transaction::{Mode, Tx};

/// A table whose rows belong to a precinct. Declared with [`owned!`].
pub trait Owned: EntityTrait {
    /// The id type of its rows.
    type Id: Into<Value> + Into<Uuid> + Copy + Send;
    /// The column that says whose the row is.
    const PRECINCT: Self::Column;
    /// The column of the id.
    const ID: Self::Column;
}

/// A table that belongs to no precinct: districts, accounts, sessions. Declared with [`shared!`] and reached through `Store`.
pub trait Shared: EntityTrait {}

/// Says that an entity's rows belong to a precinct, and what their ids are.
macro_rules! owned {
    ($row:ident, $id:ty) => {
        impl crate::scope::Owned for $row::Entity {
            type Id = $id;
            const PRECINCT: $row::Column = $row::Column::PrecinctId;
            const ID: $row::Column = $row::Column::Id;
        }
    };
}
pub(crate) use owned;

/// Says that an entity's rows belong to no precinct.
macro_rules! shared {
    ($row:ident) => {
        impl crate::scope::Shared for $row::Entity {}
    };
}
pub(crate) use shared;

/// How far a scope reaches.
pub trait Reach: Send + Sync + 'static {
    /// The condition every statement begins with.
    fn within<E: Owned>(&self) -> SimpleExpr;
    /// The precinct of a row that may be read, if it may.
    fn admits(&self, precinct: PrecinctId) -> bool;
    /// What PostgreSQL's policies are told at the beginning of the transaction.
    fn settings(&self) -> String;
}

/// One precinct, to read and to write.
#[derive(Clone, Copy, Debug)]
pub struct Precinct(pub(crate) PrecinctId);

/// The precincts of a district, to read for a stated purpose.
#[derive(Clone, Debug)]
pub struct District {
    pub(crate) id: DistrictId,
    pub(crate) precincts: Vec<PrecinctId>,
    pub(crate) role: String,
}

impl Reach for Precinct {
    fn within<E: Owned>(&self) -> SimpleExpr {
        E::PRECINCT.eq(self.0.0)
    }

    fn admits(&self, precinct: PrecinctId) -> bool {
        self.0 == precinct
    }

    fn settings(&self) -> String {
        audit::enter(self.0)
    }
}

impl Reach for District {
    fn within<E: Owned>(&self) -> SimpleExpr {
        E::PRECINCT.is_in(self.precincts.iter().map(|precinct| precinct.0))
    }

    fn admits(&self, precinct: PrecinctId) -> bool {
        self.precincts.contains(&precinct)
    }

    fn settings(&self) -> String {
        let list: Vec<String> = self.precincts.iter().map(|precinct| precinct.0.to_string()).collect();
        format!("SET LOCAL ROLE \"{}\"; SET LOCAL app.precinct_ids = '{{{}}}'", self.role, list.join(","))
    }
}

/// Somebody's way into the rows within a reach. Cheap to clone; its clones share one read transaction.
pub struct Scope<R: Reach>(Arc<Inner<R>>);

struct Inner<R: Reach> {
    store: Store,
    reach: R,
    member: Arc<Member>,
    who: Arc<Who>,
    reading: OnceCell<Tx>,
    lone: AtomicBool,
    noted: std::sync::Mutex<Noted>,
    repeatable: OnceLock<Arc<Repeatable>>,
}

/// What the trail will say when the answer is ready.
#[derive(Clone, Default)]
struct Noted {
    entries: Vec<(PrecinctId, Stamped)>,
    sighted: Vec<(PrecinctId, Sighted)>,
}

impl Noted {
    /// What is to be written in a precinct's trail.
    fn of(&self, precinct: PrecinctId) -> (Vec<Stamped>, Vec<Sighted>) {
        let entries = self.entries.iter().filter(|(of, _)| *of == precinct).map(|(_, stamped)| stamped.clone());
        let sighted = self.sighted.iter().filter(|(of, _)| *of == precinct).map(|(_, sighted)| *sighted);
        (entries.collect(), sighted.collect())
    }
}

/// Forgets those of a precinct among the first so many.
fn forget<T>(noted: &mut Vec<(PrecinctId, T)>, first: usize, precinct: PrecinctId) {
    let later = noted.split_off(first);
    noted.retain(|(of, _)| *of != precinct);
    noted.extend(later);
}

impl<R: Reach> Clone for Scope<R> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<R: Reach> std::fmt::Debug for Scope<R> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Scope").field("role", &self.0.who.role).finish_non_exhaustive()
    }
}

impl<R: Reach> Scope<R> {
    pub(crate) fn new(store: Store, reach: R, member: Arc<Member>, who: Arc<Who>) -> Self {
        Self(Arc::new(Inner {
            store,
            reach,
            member,
            who,
            reading: OnceCell::new(),
            lone: AtomicBool::new(false),
            noted: std::sync::Mutex::default(),
            repeatable: OnceLock::new(),
        }))
    }

    /// Who asks.
    pub fn member(&self) -> &Member {
        &self.0.member
    }

    /// The store this scope reads from.
    pub fn store(&self) -> &Store {
        &self.0.store
    }

    /// Who the trail says did it.
    pub(crate) fn who(&self) -> &Arc<Who> {
        &self.0.who
    }

    pub(crate) fn reach(&self) -> &R {
        &self.0.reach
    }

    /// Refuses what the role table does not grant.
    pub fn may(&self, domain: Domain, action: Action) -> Result<()> {
        if self.0.member.may(domain, action) { Ok(()) } else { Err(Error::Denied) }
    }

    /// Every precinct that the asker reaches, whatever this scope does.
    pub(crate) fn everywhere(&self) -> Scope<District> {
        self.0.store.everywhere(&self.0.member, &self.0.who)
    }

    /// The whole district, to count in: see [`Store::counting`].
    pub(crate) async fn counting(&self) -> Result<Scope<District>> {
        self.0.store.counting(&self.0.member, &self.0.who).await
    }

    /// Rows of a table, beginning with the reach.
    pub(crate) fn rows<E: Owned>(&self) -> Rows<'_, E, R> {
        Rows { scope: self, select: E::find().filter(self.0.reach.within::<E>()) }
    }

    /// The open read transaction: one consistent snapshot for the whole operation.
    async fn reading(&self) -> Result<&Tx> {
        let open = || async {
            let store = &self.0.store;
            store.pool().begin(Mode::Read, &self.0.reach.settings(), store.meter_handle()).await
        };
        self.0.reading.get_or_try_init(open).await
    }

    /// A transaction of its own for a look at what is there this instant.
    async fn looking(&self) -> Result<Tx> {
        let store = &self.0.store;
        store.pool().begin(Mode::Look, &self.0.reach.settings(), store.meter_handle()).await
    }

    /// Notes what was read; it is written with the operation's next change, or else by [`Scope::finish`] before the answer leaves.
    pub fn note(&self, precinct: PrecinctId, entry: Entry) {
        let stamped = Stamped { at: self.0.store.clock().now(), who: Arc::clone(&self.0.who), entry };
        self.noted().entries.push((precinct, stamped));
    }

    /// How many entries of a function this operation has noted so far.
    pub(crate) fn noted_of(&self, function: &str) -> usize {
        self.noted().entries.iter().filter(|(_, stamped)| stamped.entry.function == function).count()
    }

    /// Counts persons about to be shown against the day's limit, and notes first sights (PRV-10).
    pub async fn sight(&self, precinct: PrecinctId, persons: &[PersonId]) -> Result<()> {
        let today = self.0.store.sightings().today(self).await?;
        self.sight_on(&today, precinct, persons)
    }

    /// The same where the day was looked up already: inside a work, which waits for no other connection.
    pub(crate) fn sight_on(&self, today: &Today, precinct: PrecinctId, persons: &[PersonId]) -> Result<()> {
        let new = today.show(persons)?;
        self.noted().sighted.extend(new.into_iter().map(|sighted| (precinct, sighted)));
        Ok(())
    }

    fn noted(&self) -> std::sync::MutexGuard<'_, Noted> {
        self.0.noted.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// Writes what was noted and waits for it: an answer whose audit entry failed must not leave (SEC-07).
    pub async fn finish(&self) -> Result<()> {
        let noted = std::mem::take(&mut *self.noted());
        let entries = noted.entries.iter().map(|(precinct, _)| *precinct);
        let precincts: BTreeSet<PrecinctId> = entries.chain(noted.sighted.iter().map(|(of, _)| *of)).collect();
        for precinct in precincts {
            let (entries, sighted) = noted.of(precinct);
            self.0.store.trail().record(precinct, entries, sighted).await?;
        }
        Ok(())
    }

    pub(crate) async fn run_all(&self, statement: Statement) -> Result<Vec<QueryResult>> {
        Ok(self.reading().await?.query_all_raw(statement).await?)
    }

    /// Runs a statement as of this instant, whatever the operation's snapshot holds; keeps no connection.
    pub(crate) async fn look_all(&self, statement: Statement) -> Result<Vec<QueryResult>> {
        Ok(self.looking().await?.query_all_raw(statement).await?)
    }

    pub(crate) fn statement(&self, sql: &str, values: Vec<Value>) -> Statement {
        Statement::from_sql_and_values(self.0.store.pool().backend(), sql, values)
    }
}

impl Scope<Precinct> {
    /// The precinct.
    pub fn precinct(&self) -> PrecinctId {
        self.0.reach.0
    }

    /// Runs a hand-written statement in which `$1` is this precinct; it must constrain every owned table by it.
    pub(crate) async fn query(&self, sql: &'static str, rest: Vec<Value>) -> Result<Vec<QueryResult>> {
        debug_assert!(sql.contains("precinct_id = $1"), "a hand-written statement without its precinct");
        let values = std::iter::once(self.precinct().into()).chain(rest).collect();
        self.run_all(self.statement(sql, values)).await
    }

    /// Says that the operation reads by one statement and no more: it is spared the transaction that would make several agree.
    pub fn reads_once(&self) {
        self.0.lone.store(true, Ordering::Relaxed);
    }

    /// Runs what may be the operation's only statement, which constrains every owned table by this precinct. Whatever is read after it
    /// has its snapshot as always.
    pub(crate) async fn run_lone(&self, statement: Statement) -> Result<Vec<QueryResult>> {
        if self.0.lone.swap(false, Ordering::Relaxed) && !self.0.reading.initialized() {
            let store = &self.0.store;
            if let Some(rows) = store.pool().glance(self.precinct(), &statement, store.meter()).await? {
                return Ok(rows);
            }
        }
        self.run_all(statement).await
    }

    /// Says that the request may be sent again: what it changes here is changed once.
    pub fn repeats(&self, repeatable: Arc<Repeatable>) {
        let _ = self.0.repeatable.set(repeatable);
    }

    /// The same way in with a snapshot of its own: for what is looked at before a change, so that what is read after it sees the change.
    pub(crate) fn beforehand(&self) -> Self {
        let inner = &self.0;
        Self::new(inner.store.clone(), inner.reach, Arc::clone(&inner.member), Arc::clone(&inner.who))
    }

    /// Opens a unit of work: what it changes is committed together with its audit entry, or not at all.
    pub(crate) async fn work(&self) -> Result<Work> {
        let store = &self.0.store;
        let tx = store.pool().begin(Mode::Write, &self.0.reach.settings(), store.meter_handle()).await?;
        let tx = Arc::new(Entered { tx, at: Mutex::new(self.precinct()) });
        Ok(Work { scope: self.clone(), tx, news: std::sync::Mutex::default(), last: std::sync::Mutex::default() })
    }

    /// Opens a unit of work that also reaches another precinct: for a handoff between the two and nothing else (PRV-13).
    pub(crate) async fn crossing(&self, other: PrecinctId) -> Result<Crossing> {
        // Opened before the transaction is: to look for a key inside it would ask for a second connection.
        for precinct in [self.precinct(), other] {
            self.0.store.data_key(precinct).await?;
        }
        let here = self.work().await?;
        let beyond =
            Self::new(self.0.store.clone(), Precinct(other), Arc::clone(&self.0.member), Arc::clone(&self.0.who));
        let there = Work {
            scope: beyond,
            tx: Arc::clone(&here.tx),
            news: std::sync::Mutex::default(),
            last: std::sync::Mutex::default(),
        };
        Ok(Crossing { here, there })
    }

    /// Says that a work was committed: what was noted before it here is in the trail, and whoever listens is told.
    fn is_told(&self, told: Told) {
        let precinct = self.precinct();
        let mut noted = self.noted();
        forget(&mut noted.entries, told.entries, precinct);
        forget(&mut noted.sighted, told.sighted, precinct);
        drop(noted);
        self.store().trail().heads().ends(precinct, told.head);
        if let Some(cursor) = told.cursor {
            self.store().hub().committed(precinct, cursor);
        }
    }

    /// Says that the change under the request's key is made, and by this request.
    fn key_taken(&self) {
        if let Some(repeatable) = self.0.repeatable.get() {
            repeatable.met(self.precinct(), Met::First);
        }
    }
}

impl Scope<District> {
    /// The precincts within reach, in order of their code.
    pub fn precincts(&self) -> &[PrecinctId] {
        &self.0.reach.precincts
    }

    /// The district.
    pub fn district(&self) -> DistrictId {
        self.0.reach.id
    }
}

/// A query that already carries its reach; every method narrows it.
pub(crate) struct Rows<'s, E: Owned, R: Reach> {
    scope: &'s Scope<R>,
    select: Select<E>,
}

impl<E: Owned, R: Reach> Rows<'_, E, R>
where
    E::Model: FromQueryResult + Send + Sync,
{
    /// Adds a condition; it is and-ed behind the reach and cannot widen it.
    pub(crate) fn filter(mut self, condition: impl IntoCondition) -> Self {
        self.select = self.select.filter(condition.into_condition());
        self
    }

    /// Adds a condition if there is one.
    pub(crate) fn filter_some<T>(self, value: Option<T>, condition: impl FnOnce(T) -> SimpleExpr) -> Self {
        match value {
            Some(value) => self.filter(condition(value)),
            None => self,
        }
    }

    /// Orders ascending.
    pub(crate) fn ascending(mut self, column: E::Column) -> Self {
        self.select = self.select.order_by(column, Order::Asc);
        self
    }

    /// Orders descending, NULL last on every home.
    pub(crate) fn descending(mut self, column: E::Column) -> Self {
        self.select = self.select.order_by_with_nulls(column, Order::Desc, NullOrdering::Last);
        self
    }

    /// Orders descending by a column that is never NULL, so that its index is read backwards; with a word about NULL,
    /// PostgreSQL would sort instead.
    pub(crate) fn backwards(mut self, column: E::Column) -> Self {
        self.select = self.select.order_by(column, Order::Desc);
        self
    }

    /// Keeps the rows whose `column` is one of the `ids` of other rows, which begin with the same reach.
    pub(crate) fn whose<F: Owned>(self, column: E::Column, others: Rows<'_, F, R>, ids: F::Column) -> Self {
        let others = others.select.select_only().column(ids).into_query();
        self.filter(column.in_subquery(others))
    }

    /// Leaves out the rows whose `column` is one of the `ids` of other rows, which begin with the same reach.
    pub(crate) fn but_of<F: Owned>(self, column: E::Column, others: Rows<'_, F, R>, ids: F::Column) -> Self {
        let others = others.select.select_only().column(ids).into_query();
        self.filter(Condition::any().add(column.is_null()).add(column.not_in_subquery(others)))
    }

    /// The row with this id.
    pub(crate) async fn get(self, id: E::Id) -> Result<Option<E::Model>> {
        self.filter(E::ID.eq(id)).one().await
    }

    /// The row with this id as it is this instant, whatever the operation's snapshot holds; keeps no connection.
    pub(crate) async fn get_now(self, id: E::Id) -> Result<Option<E::Model>> {
        Ok(self.filter(E::ID.eq(id)).look(1).await?.pop())
    }

    /// The first row.
    pub(crate) async fn one(self) -> Result<Option<E::Model>> {
        Ok(self.list(1).await?.into_iter().next())
    }

    /// At most `limit` rows: there is no unlimited list.
    pub(crate) async fn list(self, limit: u64) -> Result<Vec<E::Model>> {
        let tx = self.scope.reading().await?;
        Ok(self.select.limit(limit).all(tx).await?)
    }

    /// At most `limit` rows as they are this instant, whatever the operation's snapshot holds; keeps no connection.
    pub(crate) async fn look(self, limit: u64) -> Result<Vec<E::Model>> {
        Ok(self.select.limit(limit).all(&self.scope.looking().await?).await?)
    }

    /// How many rows there are.
    pub(crate) async fn count(self) -> Result<u64> {
        let tx = self.scope.reading().await?;
        let row: Option<i64> =
            self.select.select_only().column_as(Expr::col(E::ID).count(), "n").into_tuple().one(tx).await?;
        Ok(row.and_then(|n| u64::try_from(n).ok()).unwrap_or(0))
    }
}

/// What a work's commit says: the last event's cursor, where the trail ends since, and how much of what the operation had noted.
struct Told {
    cursor: Option<i64>,
    head: Head,
    entries: usize,
    sighted: usize,
}

/// A transaction, and the precinct that PostgreSQL's policies were told of last.
struct Entered {
    tx: Tx,
    at: Mutex<PrecinctId>,
}

/// One transaction in two precincts, for what has two sides: a move between stations (MOV-02). Committed together or not at all.
pub(crate) struct Crossing {
    /// This precinct's part.
    pub(crate) here: Work,
    /// The other one's.
    pub(crate) there: Work,
}

impl Crossing {
    /// Commits both parts, each with what its own trail says of it; the heads are locked in the order of the precincts' ids.
    pub(crate) async fn commit(self, here: Entry, there: Entry) -> Result<()> {
        let Self { here: own, there: other } = self;
        own.take_key().await?;
        let mut parts = [(own, here), (other, there)];
        parts.sort_by_key(|(work, _)| work.scope.precinct());
        let mut told = Vec::new();
        for (work, entry) in &parts {
            told.push(work.tell(vec![entry.clone()]).await?);
        }
        let [(one, _), (two, _)] = parts;
        let (scopes, entered) = ([one.scope, two.scope], one.tx);
        drop((one.news, two.news, two.tx));
        entered.commit().await?;
        scopes[0].key_taken();
        scopes.iter().zip(told).for_each(|(scope, told)| scope.is_told(told));
        Ok(())
    }
}

impl Entered {
    async fn commit(self: Arc<Self>) -> Result<()> {
        match Arc::into_inner(self) {
            Some(entered) => entered.tx.commit().await,
            None => Err(Error::internal("a transaction that somebody else still holds")),
        }
    }
}

/// Something that ends once in a scope: a unit of work in one precinct. Dropped, it leaves nothing behind.
pub(crate) struct Work {
    scope: Scope<Precinct>,
    tx: Arc<Entered>,
    news: std::sync::Mutex<Vec<NewEvent>>,
    last: std::sync::Mutex<Vec<Last>>,
}

/// A statement that waits for the commit, and its place among those.
struct Last {
    place: String,
    sql: &'static str,
    values: Vec<Value>,
}

impl Work {
    /// The scope that opened it.
    pub(crate) fn scope(&self) -> &Scope<Precinct> {
        &self.scope
    }

    /// The transaction, in this work's precinct: a crossing tells the policies anew when it changes sides.
    async fn tx(&self) -> Result<&Tx> {
        let mut at = self.tx.at.lock().await;
        if *at != self.scope.precinct() {
            if self.tx.tx.get_database_backend() == sea_orm::DbBackend::Postgres {
                self.tx.tx.execute_unprepared(&audit::enter(self.scope.precinct())).await?;
            }
            *at = self.scope.precinct();
        }
        Ok(&self.tx.tx)
    }

    /// A row by id, read inside this work.
    pub(crate) async fn get<E: Owned>(&self, id: E::Id) -> Result<E::Model> {
        self.find::<E>(E::ID.eq(id)).await?.ok_or(Error::NotFound)
    }

    /// The first row that meets a condition, read inside this work.
    pub(crate) async fn find<E: Owned>(&self, condition: impl IntoCondition) -> Result<Option<E::Model>> {
        let select = E::find().filter(self.scope.reach().within::<E>()).filter(condition.into_condition());
        Ok(select.one(self.tx().await?).await?)
    }

    /// Rows that meet a condition, at most `limit`, read inside this work.
    pub(crate) async fn list<E: Owned>(&self, condition: impl IntoCondition, limit: u64) -> Result<Vec<E::Model>> {
        let select = E::find().filter(self.scope.reach().within::<E>()).filter(condition.into_condition());
        Ok(select.limit(limit).all(self.tx().await?).await?)
    }

    /// The rows with these ids, in order of their ids and locked until the work ends: whoever changes several rows locks them in the
    /// same order as everybody else. SQLite has one writer and needs no lock.
    pub(crate) async fn lock<E: Owned>(&self, ids: &[Uuid]) -> Result<Vec<E::Model>> {
        self.lock_where::<E>(among(E::ID, ids)).await
    }

    /// The rows that meet a condition, ordered and locked as [`Work::lock`] does it.
    pub(crate) async fn lock_where<E: Owned>(&self, condition: impl IntoCondition) -> Result<Vec<E::Model>> {
        let select = E::find().filter(self.scope.reach().within::<E>()).filter(condition.into_condition());
        Ok(select.order_by_asc(E::ID).lock(LockType::NoKeyUpdate).all(self.tx().await?).await?)
    }

    /// What a column holds in the rows that meet a condition: to be asked for in another statement of this work.
    pub(crate) fn column<E: Owned>(&self, column: E::Column, condition: impl IntoCondition) -> SelectStatement {
        let select = E::find().select_only().column(column).filter(self.scope.reach().within::<E>());
        select.filter(condition.into_condition()).into_query()
    }

    /// Rows of a shared table, read inside this work.
    pub(crate) async fn common<E: Shared>(&self, condition: impl IntoCondition, limit: u64) -> Result<Vec<E::Model>> {
        Ok(E::find().filter(condition.into_condition()).limit(limit).all(self.tx().await?).await?)
    }

    /// Runs a hand-written query in which `$1` is this precinct, inside this work.
    pub(crate) async fn query(&self, sql: &'static str, rest: Vec<Value>) -> Result<Vec<QueryResult>> {
        debug_assert!(sql.contains("precinct_id"), "a hand-written statement without its precinct");
        let values: Vec<Value> = std::iter::once(self.scope.precinct().into()).chain(rest).collect();
        Ok(self.tx().await?.query_all_raw(self.scope.statement(sql, values)).await?)
    }

    /// Adds a row, stamped with the precinct.
    pub(crate) async fn add<A>(&self, row: A) -> Result<()>
    where
        A: ActiveModelTrait + ActiveModelBehavior + Send,
        A::Entity: Owned,
    {
        A::Entity::insert(self.stamped(row)).exec_without_returning(self.tx().await?).await?;
        Ok(())
    }

    /// Adds rows of one table, each stamped with the precinct, in as few statements as they fit into.
    pub(crate) async fn add_all<M, A>(&self, rows: impl IntoIterator<Item = M>) -> Result<()>
    where
        M: ModelTrait + IntoActiveModel<A>,
        A: ActiveModelTrait<Entity = M::Entity> + ActiveModelBehavior + Send,
        M::Entity: Owned,
    {
        let rows: Vec<A> = rows.into_iter().map(|row| self.stamped(row.into_active_model().reset_all())).collect();
        self.tx().await?.insert_all(&rows).await
    }

    /// Changes a row by its id, stamped *and* filtered: a row of another precinct does not exist.
    pub(crate) async fn save<A>(&self, row: A) -> Result<()>
    where
        A: ActiveModelTrait + ActiveModelBehavior + Send,
        A::Entity: Owned,
        <A::Entity as EntityTrait>::Model: IntoActiveModel<A>,
    {
        let id = row.get(A::Entity::ID).into_value().ok_or_else(|| Error::internal("a row without its id"))?;
        let mut changes = self.stamped(row);
        changes.not_set(A::Entity::PRECINCT);
        changes.not_set(A::Entity::ID);
        let update = A::Entity::update_many()
            .set(changes)
            .filter(self.scope.reach().within::<A::Entity>())
            .filter(A::Entity::ID.eq(id));
        match update.exec(self.tx().await?).await?.rows_affected {
            1 => Ok(()),
            _ => Err(Error::NotFound),
        }
    }

    /// Sets one column of the rows that meet a condition; answers how many there were.
    pub(crate) async fn set_where<E: Owned>(
        &self,
        column: E::Column,
        value: Value,
        condition: impl IntoCondition,
    ) -> Result<u64> {
        let update = E::update_many().col_expr(column, Expr::value(value)).filter(self.scope.reach().within::<E>());
        Ok(update.filter(condition.into_condition()).exec(self.tx().await?).await?.rows_affected)
    }

    fn stamped<A: ActiveModelTrait>(&self, mut row: A) -> A
    where
        A::Entity: Owned,
    {
        row.set(A::Entity::PRECINCT, self.scope.precinct().into());
        row
    }

    /// Runs a hand-written statement in which `$1` is this precinct.
    pub(crate) async fn execute(&self, sql: &'static str, rest: Vec<Value>) -> Result<u64> {
        debug_assert!(sql.contains("precinct_id"), "a hand-written statement without its precinct");
        let values: Vec<Value> = std::iter::once(self.scope.precinct().into()).chain(rest).collect();
        Ok(self.tx().await?.execute_raw(self.scope.statement(sql, values)).await?.rows_affected())
    }

    /// Leaves a statement to the commit: it changes a row that everybody in the precinct changes, so that whoever locks it early makes
    /// the others wait. They are run in the order of their places, which are the same for everybody.
    pub(crate) fn at_last(&self, place: String, sql: &'static str, values: Vec<Value>) {
        self.last.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push(Last { place, sql, values });
    }

    async fn run_last(&self) -> Result<()> {
        let mut last = std::mem::take(&mut *self.last.lock().unwrap_or_else(std::sync::PoisonError::into_inner));
        last.sort_by(|one, other| one.place.cmp(&other.place));
        for Last { sql, values, .. } in last {
            self.execute(sql, values).await?;
        }
        Ok(())
    }

    /// A new id of this installation.
    pub(crate) fn new_id(&self) -> Uuid {
        let store = self.scope.store();
        store.ids().next(store.clock().now())
    }

    /// Says that something happened: written to the outbox by [`Work::commit`], in this very transaction, and told to whoever listens
    /// after it.
    pub(crate) fn emit(&self, event: NewEvent) {
        self.news.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push(event);
    }

    /// Commits the changes together with what the trail says of them (SEC-07) and what happened by them.
    pub(crate) async fn commit(self, entry: Entry) -> Result<()> {
        self.commit_all(vec![entry]).await
    }

    /// The same where one command is several acts, each with an entry of its own.
    pub(crate) async fn commit_all(self, entries: Vec<Entry>) -> Result<()> {
        self.take_key().await?;
        let told = self.tell(entries).await?;
        let (scope, entered) = (self.scope, self.tx);
        entered.commit().await?;
        scope.key_taken();
        scope.is_told(told);
        Ok(())
    }

    /// Takes the key under which the request stands, if it has one.
    async fn take_key(&self) -> Result<()> {
        match self.scope.0.repeatable.get() {
            Some(repeatable) => idempotency::take(self, repeatable, self.scope.store().clock().now()).await,
            None => Ok(()),
        }
    }

    /// Writes what happened and what the trail says of it, with whatever the operation noted before. What everybody changes is locked
    /// last and in this order, counts and then the heads, so that it is locked briefly and never crosswise.
    async fn tell(&self, entries: Vec<Entry>) -> Result<Told> {
        let (store, precinct) = (self.scope.store(), self.scope.precinct());
        let at = store.clock().now();
        let noted = self.scope.noted().clone();
        let (mut stamped, sighted) = noted.of(precinct);
        let who = &self.scope.0.who;
        stamped.extend(entries.into_iter().map(|entry| Stamped { at, who: Arc::clone(who), entry }));
        let tx = self.tx().await?;
        audit::insert_sighted(tx, precinct, sighted).await?;
        self.run_last().await?;
        let news = std::mem::take(&mut *self.news.lock().unwrap_or_else(std::sync::PoisonError::into_inner));
        let cursor = events::append(tx, (precinct, at), store.ids(), &news).await?;
        let head = audit::append(tx, precinct, store.trail().heads(), &stamped).await?;
        Ok(Told { cursor, head, entries: noted.entries.len(), sighted: noted.sighted.len() })
    }

    /// Commits without a word in the trail: for a note about a request, which is no record of anybody's.
    pub(crate) async fn settle(self) -> Result<()> {
        self.tx.commit().await
    }
}
