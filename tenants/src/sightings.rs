//! Distinct persons shown to an account in a day: the limit of PRV-10 and the index of "who saw whom" (PRV-21).

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

use chrono::NaiveDate;
use moka::future::Cache;
use tokio::sync::Mutex;
use uuid::Uuid;

use crate::audit::Sighted;
use crate::error::{Error, Result};
use crate::ids::{AccountId, PersonId, PrecinctId};
use crate::scope::{Reach, Scope};

/// Counts sights per account and day over all precincts it reads, from the database's own rows.
pub(crate) struct Sightings {
    limit: u32,
    /// Re-read each minute, so that what other processes showed counts here too.
    seen: Cache<(AccountId, NaiveDate), Arc<Mutex<HashSet<Uuid>>>>,
}

impl Sightings {
    pub(crate) fn new(limit: u32) -> Self {
        let seen = Cache::builder().time_to_live(Duration::from_mins(1)).max_capacity(10_000).build();
        Self { limit, seen }
    }

    /// Persons a day and account.
    pub(crate) fn limit(&self) -> u32 {
        self.limit
    }

    /// How many were shown today.
    pub(crate) async fn shown<R: Reach>(&self, scope: &Scope<R>, account: AccountId) -> Result<usize> {
        let seen = self.today(scope, account).await?;
        let count = seen.lock().await.len();
        Ok(count)
    }

    /// Admits persons about to be shown, or refuses all of them; returns those not seen before today.
    pub(crate) async fn show<R: Reach>(
        &self,
        scope: &Scope<R>,
        _precinct: PrecinctId,
        persons: &[PersonId],
    ) -> Result<Vec<Sighted>> {
        let Some(account) = scope.member().account else { return Ok(Vec::new()) };
        let day = scope.store().clock().today();
        let seen = self.today(scope, account).await?;
        let mut seen = seen.lock().await;
        let mut new: Vec<Uuid> =
            persons.iter().map(|person| person.0).filter(|person| !seen.contains(person)).collect();
        new.sort_unstable();
        new.dedup();
        if seen.len() + new.len() > self.limit as usize {
            return Err(Error::Quota { limit: self.limit });
        }
        seen.extend(&new);
        Ok(new.into_iter().map(|person| Sighted { account, day, person }).collect())
    }

    async fn today<R: Reach>(&self, scope: &Scope<R>, account: AccountId) -> Result<Arc<Mutex<HashSet<Uuid>>>> {
        let day = scope.store().clock().today();
        let load = async {
            let seen = scope.seen_on(account, day).await?;
            Ok::<_, Error>(Arc::new(Mutex::new(seen)))
        };
        self.seen.try_get_with((account, day), load).await.map_err(|error| Error::Unavailable(error.to_string()))
    }
}

impl<R: Reach> Scope<R> {
    /// Persons an account was shown on a day in any precinct it reaches: the limit is one, wherever the next one is shown.
    async fn seen_on(&self, account: AccountId, day: NaiveDate) -> Result<HashSet<Uuid>> {
        use row::Column as C;
        let everywhere = self.everywhere();
        let rows = everywhere.rows::<row::Entity>().filter(C::AccountId.eq(account.0)).filter(C::Day.eq(day));
        Ok(rows.look(1_000_000).await?.into_iter().map(|row| row.person_id).collect())
    }

    /// Distinct persons shown to the asker today, and the limit.
    pub async fn shown_today(&self) -> Result<(usize, u32)> {
        let sightings = self.store().sightings();
        match self.member().account {
            Some(account) => Ok((sightings.shown(self, account).await?, sightings.limit())),
            None => Ok((0, sightings.limit())),
        }
    }
}

use sea_orm::ColumnTrait;

pub(crate) mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "sighting")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub precinct_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub account_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub day: Date,
        #[sea_orm(primary_key, auto_increment = false)]
        pub person_id: Uuid,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

impl crate::scope::Owned for row::Entity {
    type Id = PersonId;
    const PRECINCT: row::Column = row::Column::PrecinctId;
    const ID: row::Column = row::Column::PersonId;
}
