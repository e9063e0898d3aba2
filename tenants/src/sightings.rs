//! Distinct persons shown to an account in a day: the limit of PRV-10 and the index of "who saw whom" (PRV-21).

use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use chrono::NaiveDate;
use moka::future::Cache;
use uuid::Uuid;

use crate::audit::Sighted;
use crate::error::{Error, Result};
use crate::ids::{AccountId, PersonId};
use crate::scope::{Reach, Scope};

/// Whom an account was shown on a day.
type Persons = Arc<Mutex<HashSet<Uuid>>>;

/// Counts sights per account and day over all precincts it reads, from the database's own rows.
pub(crate) struct Sightings {
    limit: u32,
    /// Re-read each minute, so that what other processes showed counts here too.
    seen: Cache<(AccountId, NaiveDate), Persons>,
}

impl Sightings {
    pub(crate) fn new(limit: u32) -> Self {
        let seen = Cache::builder().time_to_live(Duration::from_mins(1)).max_capacity(10_000).build();
        Self { limit, seen }
    }

    /// Whom the asker was shown today.
    pub(crate) async fn today<R: Reach>(&self, scope: &Scope<R>) -> Result<Today> {
        let (limit, day) = (self.limit, scope.store().clock().today());
        let Some(account) = scope.member().account else { return Ok(Today { limit, of: None }) };
        let load = async {
            let seen = scope.seen_on(account, day).await?;
            Ok::<_, Error>(Arc::new(Mutex::new(seen)))
        };
        let seen = self.seen.try_get_with((account, day), load).await;
        let seen = seen.map_err(|error| Error::Unavailable(error.to_string()))?;
        Ok(Today { limit, of: Some((account, day, seen)) })
    }
}

/// Whom an account was shown on a day; nobody is counted where no account asks.
pub(crate) struct Today {
    limit: u32,
    of: Option<(AccountId, NaiveDate, Persons)>,
}

impl Today {
    /// Admits persons about to be shown, or refuses all of them; returns those not seen before today.
    pub(crate) fn show(&self, persons: &[PersonId]) -> Result<Vec<Sighted>> {
        let Some((account, day, seen)) = &self.of else { return Ok(Vec::new()) };
        let mut seen = seen.lock().unwrap_or_else(PoisonError::into_inner);
        let mut new: Vec<Uuid> =
            persons.iter().map(|person| person.0).filter(|person| !seen.contains(person)).collect();
        new.sort_unstable();
        new.dedup();
        if seen.len() + new.len() > self.limit as usize {
            return Err(Error::Quota { limit: self.limit });
        }
        seen.extend(&new);
        Ok(new.into_iter().map(|person| Sighted { account: *account, day: *day, person }).collect())
    }

    fn count(&self) -> usize {
        self.of.as_ref().map_or(0, |(_, _, seen)| seen.lock().unwrap_or_else(PoisonError::into_inner).len())
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
        let today = self.store().sightings().today(self).await?;
        Ok((today.count(), today.limit))
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
