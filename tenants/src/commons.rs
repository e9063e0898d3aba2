//! The tables that belong to no precinct, in one transaction of their own.

use sea_orm::{
    ActiveModelBehavior, ActiveModelTrait, ConnectionTrait, EntityTrait, FromQueryResult, QuerySelect, Select,
    Statement, Value,
};

use crate::audit::{self, Entry, Stamped, Who};
use crate::error::{Error, Result};
use crate::ids::PrecinctId;
use crate::scope::Shared;
use crate::store::Store;
use crate::transaction::Tx;

/// An open transaction over shared tables. Dropped without [`Commons::commit`], it leaves nothing behind.
pub(crate) struct Commons {
    store: Store,
    tx: Tx,
}

impl Commons {
    pub(crate) fn new(store: Store, tx: Tx) -> Self {
        Self { store, tx }
    }

    /// The first row of a query over a shared table.
    pub(crate) async fn one<E: Shared>(&self, select: Select<E>) -> Result<Option<E::Model>>
    where
        E::Model: FromQueryResult + Send + Sync,
    {
        Ok(select.limit(1).one(&self.tx).await?)
    }

    /// At most `limit` rows of a query over a shared table.
    pub(crate) async fn list<E: Shared>(&self, select: Select<E>, limit: u64) -> Result<Vec<E::Model>>
    where
        E::Model: FromQueryResult + Send + Sync,
    {
        Ok(select.limit(limit).all(&self.tx).await?)
    }

    /// Adds a row.
    pub(crate) async fn add<A>(&self, row: A) -> Result<()>
    where
        A: ActiveModelTrait + ActiveModelBehavior + Send,
        A::Entity: Shared,
    {
        A::Entity::insert(row).exec_without_returning(&self.tx).await?;
        Ok(())
    }

    /// Runs a hand-written statement over shared tables; returns the rows changed.
    pub(crate) async fn execute(&self, sql: &'static str, values: Vec<Value>) -> Result<u64> {
        let statement = Statement::from_sql_and_values(self.tx.get_database_backend(), sql, values);
        Ok(self.tx.execute_raw(statement).await?.rows_affected())
    }

    /// Runs a hand-written query over shared tables.
    pub(crate) async fn query(&self, sql: &'static str, values: Vec<Value>) -> Result<Vec<sea_orm::QueryResult>> {
        Ok(self.tx.query_all_raw(Statement::from_sql_and_values(self.tx.get_database_backend(), sql, values)).await?)
    }

    /// Tells PostgreSQL's policies which precinct the next statements are for.
    pub(crate) async fn enter(&self, precinct: PrecinctId) -> Result<()> {
        if self.tx.get_database_backend() == sea_orm::DbBackend::Postgres {
            self.tx.execute_unprepared(&audit::enter(precinct)).await?;
        }
        Ok(())
    }

    /// Commits the changes together with what the trail of `precinct` says of them (SEC-07).
    pub(crate) async fn commit(self, precinct: PrecinctId, who: Who, entry: Entry) -> Result<()> {
        self.enter(precinct).await?;
        let stamped = Stamped { at: self.store.clock().now(), who: who.into(), entry };
        let heads = self.store.trail().heads();
        let head = audit::append(&self.tx, precinct, heads, &[stamped]).await?;
        self.tx.commit().await?;
        heads.ends(precinct, head);
        Ok(())
    }

    /// Commits what needs no entry, such as the time a session was last seen.
    pub(crate) async fn commit_silently(self) -> Result<()> {
        self.tx.commit().await
    }

    pub(crate) async fn ping(&self) -> Result<()> {
        self.query("SELECT 1", vec![]).await.map(drop)
    }

    pub(crate) async fn wrapped_key(&self, precinct: PrecinctId) -> Result<Vec<u8>> {
        let rows = self.query("SELECT wrapped FROM tenant_key WHERE precinct_id = $1", vec![precinct.into()]).await?;
        let row = rows.first().ok_or_else(|| Error::internal("a precinct without a data key"))?;
        Ok(row.try_get_by_index(0)?)
    }
}
