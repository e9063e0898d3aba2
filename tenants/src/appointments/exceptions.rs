//! Dated exceptions (特别安排): a day that is open otherwise than its weekday says, or closed.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ActiveValue::Set, ColumnTrait};

use super::opening::{Opening, OpeningDay, Window, checked, read, written};
use super::patterns::row as pattern_row;
use super::recheck::recheck;
use super::{entry, not_past, span};
use crate::applications::words_of;
use crate::error::{Error, Result};
use crate::ids::OpeningExceptionId;
use crate::roles::{Action, Domain};
use crate::scope::{Precinct, Scope, Work, owned};

/// The longest reason, in characters.
const REASON: usize = 200;
/// More exceptions than days that are looked at.
pub(super) const MOST: u64 = 1_000;

/// A day that is open otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpeningException {
    /// The day.
    pub day: NaiveDate,
    /// When it is open, by the beginning; closed if never.
    pub windows: Vec<Window>,
    /// Why.
    pub reason: String,
    /// Whether it no longer holds, and the day is as its weekday says.
    pub is_revoked: bool,
    /// Who set it last.
    pub set_by: String,
    /// When.
    pub set_at: DateTime<Utc>,
    /// Counts its changes (REG-19).
    pub version: i32,
}

impl TryFrom<row::Model> for OpeningException {
    type Error = Error;

    fn try_from(row: row::Model) -> Result<Self> {
        Ok(Self {
            day: row.day,
            windows: read(&row.windows)?,
            reason: row.reason,
            is_revoked: row.revoked,
            set_by: row.set_by_name,
            set_at: row.set_at,
            version: row.version,
        })
    }
}

/// How a day is to be open.
#[derive(Clone, Debug)]
pub struct NewException {
    /// The day.
    pub day: NaiveDate,
    /// When it is open then; an empty list closes it, and without a list it is again as its weekday says.
    pub windows: Option<Vec<Window>>,
    /// Why, in 1 to 200 characters.
    pub reason: String,
}

impl Scope<Precinct> {
    /// When the station is open on the days from `from` to `to`, both included.
    ///
    /// Refused: a span that is too long or ends before it begins (`SPAN`).
    pub async fn opening_calendar(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<OpeningDay>> {
        self.may_see_opening()?;
        let days = span(from, to)?;
        let opening = self.opening(from, to).await?;
        Ok(days.map(|day| opening.on(day)).collect())
    }

    /// Opens a day otherwise than its weekday says, or closes it, and looks at every booking of it again (APT-02); says how many do not
    /// fit any more.
    ///
    /// Refused: windows that cannot be, a day that is past, a station without any pattern (`OPENING`), no reason (`WORDS`).
    pub async fn set_opening_exception(&self, new: NewException) -> Result<usize> {
        self.may(Domain::Appointments, Action::Manage)?;
        self.must_be_a_person()?;
        let reason = words_of(&new.reason, "reason", REASON)?;
        let is_revoked = new.windows.is_none();
        let windows = written(&checked(new.windows.unwrap_or_default())?);
        not_past(self, new.day, "day")?;
        let calendar = self.appointment_calendar().await?;
        let work = self.appointment_work().await?;
        if work.find::<pattern_row::Entity>(pattern_row::Column::Weekday.gt(0)).await?.is_none() {
            return Err(Error::invalid("OPENING", "day", "say first when the station is open in a week"));
        }
        let found = work.find::<row::Entity>(row::Column::Day.eq(new.day)).await?;
        if is_revoked && found.is_none() {
            return Err(Error::invalid("OPENING", "day", "the day is as its weekday says"));
        }
        let change = row::ActiveModel {
            windows: Set(windows),
            reason: Set(reason),
            revoked: Set(is_revoked),
            set_by_name: Set(self.member().name.clone()),
            set_at: Set(self.store().clock().now()),
            ..Default::default()
        };
        put(&work, new.day, found, change).await?;
        let unfit = recheck(&work, calendar, new.day).await?;
        work.commit(entry("setOpeningException").when(new.day.to_string()).rows(unfit)).await?;
        Ok(unfit)
    }

    /// All that says when the station is open on these days.
    pub(super) async fn opening(&self, from: NaiveDate, to: NaiveDate) -> Result<Opening> {
        let calendar = self.appointment_calendar().await?;
        let patterns = self.rows::<pattern_row::Entity>().filter(super::patterns::not_over(from));
        let exceptions = self.rows::<row::Entity>().filter(row::Column::Day.between(from, to));
        Opening::of(patterns.list(super::patterns::MOST).await?, exceptions.list(MOST).await?, calendar)
    }
}

/// The day's row: one a day, changed when the day changes again.
async fn put(work: &Work, day: NaiveDate, found: Option<row::Model>, change: row::ActiveModel) -> Result<()> {
    match found {
        Some(row) => work.save(row::ActiveModel { id: Set(row.id), version: Set(row.version + 1), ..change }).await,
        None => work.add(row::ActiveModel { id: Set(work.new_id()), day: Set(day), version: Set(1), ..change }).await,
    }
}

owned!(row, OpeningExceptionId);

pub(crate) mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "opening_exception")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub precinct_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub day: Date,
        pub windows: String,
        pub reason: String,
        pub revoked: bool,
        pub set_by_name: String,
        pub set_at: DateTimeUtc,
        pub version: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}
