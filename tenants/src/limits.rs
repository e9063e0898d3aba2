//! Statutory limits (法定期限): how long something may take or stands, as data with the days it is in force and its source.
//!
//! The numbers are the installation's, not a precinct's, so they are read through the store and without a scope. They are read before
//! a unit of work is opened: a look has a connection of its own, and a work that waited for one could wait for itself.

use chrono::{DateTime, Days, Months, NaiveDate, TimeDelta, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::addresses::in_force as on_day;
use crate::error::{Error, Result};
use crate::scope::shared;
use crate::store::Store;
use crate::transaction::Mode;
use crate::words::words;

/// More limits than any city has.
const MOST: u64 = 2_000;

words! {
    /// In what a limit is counted (期限单位).
    pub enum Unit as LimitUnit {
        /// Hours, from the moment on.
        Hours = "HOURS",
        /// Calendar days (日); the first day is not counted.
        Days = "DAYS",
        /// Working days of the calendar (工作日); the first day is not counted.
        WorkingDays = "WORKING_DAYS",
        /// Months (月): the same day of a later month, or its last.
        Months = "MONTHS",
        /// Years (年): the same day of a later year; of 29 February, the 28th in a common year.
        Years = "YEARS",
    }
}

/// A limit in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limit {
    /// What it limits, such as `permit.issue`.
    pub key: String,
    /// How many.
    pub value: u32,
    /// Of what.
    pub unit: Unit,
    /// The first day it is in force.
    pub valid_from: NaiveDate,
    /// The first day it is no longer; open if none.
    pub valid_to: Option<NaiveDate>,
    /// By which text.
    pub source: String,
}

impl Limit {
    /// The last day of the limit when it begins on `from`, by the calendar alone: days off are not moved. `None` for working days and
    /// hours, which need the calendar of days off or a moment, and beyond the end of time.
    pub fn last_day(&self, from: NaiveDate) -> Option<NaiveDate> {
        match self.unit {
            Unit::Days => from.checked_add_days(Days::new(u64::from(self.value))),
            Unit::Months => from.checked_add_months(Months::new(self.value)),
            Unit::Years => from.checked_add_months(Months::new(self.value.checked_mul(12)?)),
            Unit::WorkingDays | Unit::Hours => None,
        }
    }

    /// The moment at which a limit of hours ends; `None` for one of days.
    pub fn last_moment(&self, from: DateTime<Utc>) -> Option<DateTime<Utc>> {
        match self.unit {
            Unit::Hours => from.checked_add_signed(TimeDelta::hours(i64::from(self.value))),
            _ => None,
        }
    }
}

impl TryFrom<row::Model> for Limit {
    type Error = Error;

    fn try_from(row: row::Model) -> Result<Self> {
        Ok(Self {
            key: row.key,
            value: u32::try_from(row.value).map_err(Error::internal)?,
            unit: row.unit.parse().map_err(Error::internal)?,
            valid_from: row.valid_from,
            valid_to: row.valid_to,
            source: row.source,
        })
    }
}

/// The limit of this key in force on a day: the youngest of them. Without one nothing can be decided, which is refused as
/// `LIMIT_MISSING` and not guessed.
pub async fn in_force(store: &Store, key: &str, on: NaiveDate) -> Result<Limit> {
    let select = row::Entity::find()
        .filter(row::Column::Key.eq(key))
        .filter(on_day(row::Column::ValidFrom, row::Column::ValidTo, on))
        .order_by_desc(row::Column::ValidFrom);
    let found = store.commons(Mode::Look).await?.one(select).await?;
    let missing = || Error::invalid("LIMIT_MISSING", "", format!("no limit `{key}` is in force on {on}"));
    found.ok_or_else(missing)?.try_into()
}

/// Every limit in force on a day, by key and, of one key, the youngest last.
pub async fn on(store: &Store, day: NaiveDate) -> Result<Vec<Limit>> {
    let select = row::Entity::find()
        .filter(on_day(row::Column::ValidFrom, row::Column::ValidTo, day))
        .order_by_asc(row::Column::Key)
        .order_by_asc(row::Column::ValidFrom);
    let rows = store.commons(Mode::Look).await?.list(select, MOST).await?;
    rows.into_iter().map(Limit::try_from).collect()
}

/// Every limit there ever was, by key and first day.
pub async fn all(store: &Store) -> Result<Vec<Limit>> {
    let select = row::Entity::find().order_by_asc(row::Column::Key).order_by_asc(row::Column::ValidFrom);
    let rows = store.commons(Mode::Look).await?.list(select, MOST).await?;
    rows.into_iter().map(Limit::try_from).collect()
}

shared!(row);

pub(crate) mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "statutory_limit")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub key: String,
        pub value: i32,
        pub unit: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub valid_from: Date,
        pub valid_to: Option<Date>,
        pub source: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

#[cfg(test)]
mod tests {
    use super::*;

    fn limit(value: u32, unit: Unit) -> Limit {
        let from = NaiveDate::from_ymd_opt(2021, 10, 1).unwrap();
        Limit { key: "x".to_owned(), value, unit, valid_from: from, valid_to: None, source: "D".to_owned() }
    }

    #[test]
    fn pmt_04_a_year_from_29_february_ends_on_the_28th() {
        let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
        assert_eq!(limit(1, Unit::Years).last_day(day(2024, 2, 29)), Some(day(2025, 2, 28)));
        assert_eq!(limit(4, Unit::Years).last_day(day(2024, 2, 29)), Some(day(2028, 2, 29)));
        assert_eq!(limit(1, Unit::Months).last_day(day(2026, 1, 31)), Some(day(2026, 2, 28)));
        assert_eq!(limit(15, Unit::Days).last_day(day(2026, 11, 26)), Some(day(2026, 12, 11)));
        assert_eq!(limit(5, Unit::WorkingDays).last_day(day(2026, 11, 26)), None);
    }
}
