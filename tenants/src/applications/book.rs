//! The day, and the calendar it stands in: what a clock is counted by.

use chrono::{DateTime, NaiveDate, Utc};

use super::ApplicationState;
use crate::calendar::Calendar;
use crate::clock::younger_than;
use crate::error::{Error, Result};
use crate::limits::{self, Limit};
use crate::persons::ADULT_AGE;
use crate::store::Store;

/// The moment of one command or one answer. Read before a unit of work is opened.
#[derive(Clone, Debug)]
pub(crate) struct Book {
    pub(crate) now: DateTime<Utc>,
    pub(crate) today: NaiveDate,
    pub(crate) calendar: Calendar,
    limits: Vec<Limit>,
}

impl Book {
    pub(crate) async fn open(store: &Store) -> Result<Self> {
        let (now, today) = (store.clock().now(), store.clock().today());
        let (calendar, limits) = (Calendar::around(store, today).await?, limits::on(store, today).await?);
        Ok(Self { now, today, calendar, limits })
    }

    /// The last day of a limit that begins today, by the limit in force today.
    pub(crate) fn due(&self, key: &str) -> Result<NaiveDate> {
        let limit = self.limits.iter().rev().find(|limit| limit.key == key);
        let missing = || Error::invalid("LIMIT_MISSING", "", format!("no limit `{key}` is in force on {}", self.today));
        self.calendar.due(limit.ok_or_else(missing)?, self.today)
    }

    /// The day until which something due is at risk.
    pub(crate) fn horizon(&self) -> Result<NaiveDate> {
        self.due("application.at_risk")
    }

    pub(crate) fn is_minor(&self, birth: NaiveDate) -> bool {
        younger_than(birth, ADULT_AGE, self.today)
    }

    /// Working days that are left; while the clock stands, as many as when it was stopped.
    pub(super) fn remaining(
        &self,
        state: ApplicationState,
        due: Option<NaiveDate>,
        paused: Option<NaiveDate>,
    ) -> Option<i64> {
        let from = match state {
            ApplicationState::Suspended => paused?,
            state if state.is_running() => self.today,
            _ => return None,
        };
        Some(self.calendar.working_days(from, due?))
    }

    /// Whether the clock runs and has run out (OPS-03).
    pub(super) fn is_overdue(&self, state: ApplicationState, due: Option<NaiveDate>) -> bool {
        state.is_running() && due.is_some_and(|due| due < self.today)
    }
}
