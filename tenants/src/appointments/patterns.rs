//! The weekly pattern (开放周例): one row a weekday and a time, set from a day on and never rewritten. The Saturday extension is a row like
//! any other.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition};

use super::opening::{Day, Window, checked, read, written};
use super::recheck::recheck;
use super::{entry, not_past};
use crate::error::{Error, Result};
use crate::ids::OpeningPatternId;
use crate::roles::{Action, Domain};
use crate::scope::{Precinct, Scope, Work, owned};

/// More rows than a station sets in the years a booking can see.
pub(super) const MOST: u64 = 2_000;

/// When a station is open on a weekday.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpeningPattern {
    /// The weekday.
    pub weekday: Day,
    /// When it is open, by the beginning; closed if never.
    pub windows: Vec<Window>,
    /// The first day it is in force.
    pub valid_from: NaiveDate,
    /// The first day it is no longer; open if none.
    pub valid_to: Option<NaiveDate>,
    /// Who set it.
    pub set_by: String,
    /// When.
    pub set_at: DateTime<Utc>,
}

impl OpeningPattern {
    /// Whether it is in force on a day.
    pub(super) fn is_on(&self, day: NaiveDate) -> bool {
        self.valid_from <= day && self.valid_to.is_none_or(|end| day < end)
    }
}

impl TryFrom<row::Model> for OpeningPattern {
    type Error = Error;

    fn try_from(row: row::Model) -> Result<Self> {
        Ok(Self {
            weekday: Day::of(row.weekday)?,
            windows: read(&row.windows)?,
            valid_from: row.valid_from,
            valid_to: row.valid_to,
            set_by: row.set_by_name,
            set_at: row.set_at,
        })
    }
}

/// A pattern to be set.
#[derive(Clone, Debug)]
pub struct NewPattern {
    /// For which weekdays.
    pub weekdays: Vec<Day>,
    /// From which day on.
    pub from: NaiveDate,
    /// When the station is open then; never, if there are none.
    pub windows: Vec<Window>,
}

impl Scope<Precinct> {
    /// The pattern in force on a day, by weekday; of several set for one day the last counts.
    pub async fn opening_pattern(&self, on: NaiveDate) -> Result<Vec<OpeningPattern>> {
        self.may_see_opening()?;
        let rows =
            self.rows::<row::Entity>().filter(row::Column::ValidFrom.lte(on)).filter(not_over(on)).list(MOST).await?;
        let mut rows: Vec<OpeningPattern> = rows.into_iter().map(OpeningPattern::try_from).collect::<Result<_>>()?;
        rows.sort_by_key(|row| (row.weekday, std::cmp::Reverse((row.valid_from, row.set_at))));
        rows.dedup_by_key(|row| row.weekday);
        Ok(rows)
    }

    /// Sets when the station is open on weekdays from a day on, and looks at every booking again (APT-02); says how many do not fit any
    /// more.
    ///
    /// Refused: windows that cannot be (`OPENING`), a day that is past (`OPENING`).
    pub async fn set_opening_pattern(&self, new: NewPattern) -> Result<usize> {
        self.may(Domain::Appointments, Action::Manage)?;
        self.must_be_a_person()?;
        let windows = written(&checked(new.windows)?);
        if new.weekdays.is_empty() {
            return Err(Error::invalid("OPENING", "weekdays", "name a weekday"));
        }
        not_past(self, new.from, "from")?;
        let calendar = self.appointment_calendar().await?;
        let work = self.appointment_work().await?;
        for row in work.list::<row::Entity>(not_over(new.from), MOST).await? {
            if new.weekdays.iter().any(|weekday| weekday.number() == row.weekday) {
                let valid_to = Set(Some(new.from.max(row.valid_from)));
                work.save(row::ActiveModel { id: Set(row.id), valid_to, ..Default::default() }).await?;
            }
        }
        for weekday in Day::ALL.iter().filter(|weekday| new.weekdays.contains(weekday)) {
            self.add_pattern(&work, *weekday, new.from, &windows).await?;
        }
        let unfit = recheck(&work, calendar, new.from).await?;
        let when =
            format!("{} from {}", new.weekdays.iter().map(|day| day.as_str()).collect::<Vec<_>>().join(","), new.from);
        work.commit(entry("setOpeningPattern").when(when).rows(unfit)).await?;
        Ok(unfit)
    }

    async fn add_pattern(&self, work: &Work, weekday: Day, from: NaiveDate, windows: &str) -> Result<()> {
        work.add(row::ActiveModel {
            id: Set(work.new_id()),
            weekday: Set(weekday.number()),
            windows: Set(windows.to_owned()),
            valid_from: Set(from),
            set_by_name: Set(self.member().name.clone()),
            set_at: Set(self.store().clock().now()),
            ..Default::default()
        })
        .await
    }
}

/// In force on a day or later.
pub(super) fn not_over(day: NaiveDate) -> Condition {
    Condition::any().add(row::Column::ValidTo.is_null()).add(row::Column::ValidTo.gt(day))
}

owned!(row, OpeningPatternId);

pub(crate) mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "opening_pattern")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub precinct_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub weekday: i16,
        pub windows: String,
        pub valid_from: Date,
        pub valid_to: Option<Date>,
        pub set_by_name: String,
        pub set_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}
