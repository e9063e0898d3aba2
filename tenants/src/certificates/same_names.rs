//! How many people of the district bear a name, for parents who are choosing one (R25): a number and nothing else.

use chrono::{Days, FixedOffset, NaiveDate, NaiveTime, TimeZone as _, Utc};
use sea_orm::ColumnTrait;

use crate::audit::{Entry, Outcome};
use crate::error::{Error, Result};
use crate::names::{self, NameQuery};
use crate::persons::row;
use crate::roles::{Action, Domain};
use crate::scope::{Precinct, Scope};

/// How often an account may ask on a day: enough for a window, too little to look for somebody by trying.
pub const SAME_NAMES_A_DAY: usize = 30;

const FUNCTION: &str = "sameNameCount";

impl Scope<Precinct> {
    /// How many living persons of the district's registers bear exactly this name. Every asking is in the trail, without the name,
    /// and an account has [`SAME_NAMES_A_DAY`] of them.
    pub async fn same_name_count(&self, name: &str) -> Result<u64> {
        let entry = Entry::new(FUNCTION, Domain::Certificates.as_str());
        // Noted before it is counted, so that askings beside each other in one operation see each other.
        self.note(self.precinct(), entry.clone().when(format!("characters={}", name.trim().chars().count())));
        let counted = self.counted(name).await;
        if let Err(error) = &counted {
            self.note(self.precinct(), entry.ended(Outcome::of(error)));
        }
        counted
    }

    async fn counted(&self, name: &str) -> Result<u64> {
        self.may(Domain::Certificates, Action::Manage)?;
        let Some(NameQuery::Chinese(name)) = names::classify(name) else {
            return Err(Error::invalid("PRV-04", "name", "a whole name in characters is needed"));
        };
        let limit = SAME_NAMES_A_DAY + 1;
        let before = self.uses_since(FUNCTION, begin_of(self.store().clock().today()), limit).await?;
        if before + self.noted_of(FUNCTION) >= limit {
            let limit = u32::try_from(SAME_NAMES_A_DAY).map_err(Error::internal)?;
            return Err(Error::Quota { limit });
        }
        let rows = self.counting().await?;
        rows.rows::<row::Entity>()
            .filter(row::Column::Name.eq(name))
            .filter(row::Column::DeathOn.is_null())
            .count()
            .await
    }
}

/// The first instant of a day in China.
fn begin_of(day: NaiveDate) -> chrono::DateTime<Utc> {
    let zone = FixedOffset::east_opt(8 * 3600)
        .and_then(|zone| zone.from_local_datetime(&day.and_time(NaiveTime::MIN)).single());
    zone.map_or_else(
        || day.checked_sub_days(Days::new(1)).unwrap_or(day).and_time(NaiveTime::MIN).and_utc(),
        |at| at.to_utc(),
    )
}
