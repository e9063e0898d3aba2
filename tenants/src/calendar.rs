//! The calendar by which working days are counted (工作日历, §3.8, T11): Monday to Friday, unless a row says otherwise.
//!
//! A day that begins a limit is not counted, and a limit that ends on a day off moves to the next working day (§2.7).

use std::collections::BTreeMap;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::error::{Error, Result};
use crate::limits::{Limit, Unit};
use crate::scope::shared;
use crate::store::Store;
use crate::transaction::Mode;
use crate::words::words;

/// More rows than the years a clock can see.
const MOST: u64 = 5_000;
/// How far back a clock that still runs may have begun, in days.
const BACK: u64 = 400;
/// No run of days off is longer: a calendar that has only days off ends somewhere.
const LONGEST: usize = 3_660;

words! {
    /// What a day of the calendar is (日期类型).
    pub enum DayKind {
        /// Worked, as its weekday says.
        Workday = "WORKDAY",
        /// Off, as a weekend is (休息日).
        Restday = "RESTDAY",
        /// Off, a public holiday (节假日).
        Holiday = "HOLIDAY",
        /// A weekend that is worked for a holiday elsewhere (调休上班).
        Shifted = "SHIFTED",
    }
}

impl DayKind {
    /// Whether it is worked.
    pub fn is_worked(self) -> bool {
        matches!(self, Self::Workday | Self::Shifted)
    }
}

/// A day that has a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarDay {
    /// The day.
    pub day: NaiveDate,
    /// What it is.
    pub kind: DayKind,
    /// By which arrangement.
    pub source: String,
}

/// Which days are worked. Pure once loaded.
#[derive(Clone, Debug, Default)]
pub struct Calendar {
    days: BTreeMap<NaiveDate, DayKind>,
}

impl Calendar {
    /// The calendar around a day: all that a clock running on it can need. Read before a unit of work is opened, as limits are.
    pub async fn around(store: &Store, day: NaiveDate) -> Result<Self> {
        let from = day.checked_sub_days(Days::new(BACK)).unwrap_or(day);
        let select = row::Entity::find().filter(row::Column::Day.gte(from)).order_by_asc(row::Column::Day);
        let rows = store.commons(Mode::Look).await?.list(select, MOST).await?;
        let days = rows.into_iter().map(CalendarDay::try_from).map(|day| day.map(|day| (day.day, day.kind)));
        Ok(Self { days: days.collect::<Result<_>>()? })
    }

    /// A calendar of these days.
    pub fn of(days: impl IntoIterator<Item = (NaiveDate, DayKind)>) -> Self {
        Self { days: days.into_iter().collect() }
    }

    /// What a day is by its row, if it has one.
    pub fn kind(&self, day: NaiveDate) -> Option<DayKind> {
        self.days.get(&day).copied()
    }

    /// Whether a day is worked: by its row, or else by its weekday.
    pub fn is_working(&self, day: NaiveDate) -> bool {
        let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        self.days.get(&day).map_or(!weekend, |kind| kind.is_worked())
    }

    /// The day itself if it is worked, or else the next that is.
    pub fn working_from(&self, day: NaiveDate) -> NaiveDate {
        day.iter_days().take(LONGEST).find(|day| self.is_working(*day)).unwrap_or(day)
    }

    /// The `count`th working day after a day, which is not counted itself; with a count of 0 the day or the next worked one.
    pub fn after(&self, day: NaiveDate, count: u32) -> NaiveDate {
        let Some(last) = count.checked_sub(1) else { return self.working_from(day) };
        let mut worked = day.iter_days().skip(1).take(LONGEST).filter(|day| self.is_working(*day));
        worked.nth(last as usize).unwrap_or(NaiveDate::MAX)
    }

    /// How many working days there are after `from` up to and with `to`; below zero when `to` lies before `from`.
    pub fn working_days(&self, from: NaiveDate, to: NaiveDate) -> i64 {
        if to < from {
            return -self.working_days(to, from);
        }
        let days = from.iter_days().skip(1).take_while(|day| *day <= to);
        i64::try_from(days.filter(|day| self.is_working(*day)).count()).unwrap_or(i64::MAX)
    }

    /// The last day of a limit that begins on `from`: the first day not counted, a last day off moved to the next working day.
    pub fn due(&self, limit: &Limit, from: NaiveDate) -> Result<NaiveDate> {
        let last = match limit.unit {
            Unit::WorkingDays => Some(self.after(from, limit.value)),
            Unit::Hours => from.checked_add_days(Days::new(u64::from(limit.value.div_ceil(24)))),
            Unit::Days | Unit::Months | Unit::Years => limit.last_day(from),
        };
        let last = last.ok_or_else(|| Error::internal("a limit beyond the end of time"))?;
        Ok(self.working_from(last))
    }

    /// A last day moved on by the working days of a pause, from the day it began to the day it ended.
    pub fn resumed(&self, due: NaiveDate, paused: NaiveDate, resumed: NaiveDate) -> NaiveDate {
        let lost = u32::try_from(self.working_days(paused, resumed)).unwrap_or(0);
        if lost == 0 { due } else { self.after(due, lost) }
    }
}

/// Every day that has a row, from a day on.
pub async fn days(store: &Store, from: NaiveDate) -> Result<Vec<CalendarDay>> {
    let select = row::Entity::find().filter(row::Column::Day.gte(from)).order_by_asc(row::Column::Day);
    let rows = store.commons(Mode::Look).await?.list(select, MOST).await?;
    rows.into_iter().map(CalendarDay::try_from).collect()
}

impl TryFrom<row::Model> for CalendarDay {
    type Error = Error;

    fn try_from(row: row::Model) -> Result<Self> {
        Ok(Self { day: row.day, kind: row.kind.parse().map_err(Error::internal)?, source: row.source })
    }
}

shared!(row);

pub(crate) mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "calendar_day")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub day: Date,
        pub kind: String,
        pub source: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

#[cfg(test)]
mod tests;
