//! Beats (警务区): what one community officer answers for.

use chrono::{DateTime, NaiveDate, Utc};

use crate::addresses::in_force;
use crate::error::{Error, Result};
use crate::ids::{BeatId, PrecinctId};
use crate::page::among;
use crate::roles::{Action, Domain, Role};
use crate::scope::{Precinct, Scope, owned};
use crate::transaction::Mode;

/// More beats than any precinct has.
const MOST: u64 = 500;

/// One beat.
#[derive(Clone, Debug)]
pub struct Beat {
    /// Its id.
    pub id: BeatId,
    /// The precinct it is part of.
    pub precinct: PrecinctId,
    /// Its code, unique in the precinct.
    pub code: String,
    /// Its name.
    pub name: String,
    /// First day.
    pub valid_from: NaiveDate,
    /// First day no longer.
    pub valid_to: Option<NaiveDate>,
}

/// Somebody posted to a beat (§1.2).
#[derive(Clone, Debug)]
pub struct Officer {
    /// The beat.
    pub beat: BeatId,
    /// The name, which is no secret: it hangs on the community's notice board.
    pub name: String,
    /// As what.
    pub role: Role,
    /// Since when.
    pub since: DateTime<Utc>,
}

impl From<row::Model> for Beat {
    fn from(row: row::Model) -> Self {
        Self {
            id: BeatId(row.id),
            precinct: PrecinctId(row.precinct_id),
            code: row.code,
            name: row.name,
            valid_from: row.valid_from,
            valid_to: row.valid_to,
        }
    }
}

impl Scope<Precinct> {
    /// The precinct's beats in force, by code.
    pub async fn beats(&self) -> Result<Vec<Beat>> {
        self.may(Domain::Places, Action::List)?;
        let today = self.store().clock().today();
        let rows = self.rows::<row::Entity>().filter(in_force(row::Column::ValidFrom, row::Column::ValidTo, today));
        let rows = rows.ascending(row::Column::Code).list(MOST).await?;
        Ok(rows.into_iter().map(Beat::from).collect())
    }

    /// One beat, in force or not.
    pub async fn beat(&self, id: BeatId) -> Result<Beat> {
        self.may(Domain::Places, Action::List)?;
        self.rows::<row::Entity>().get(id).await?.map(Beat::from).ok_or(Error::NotFound)
    }

    /// Beats by id, in no order, for objects that lead to them.
    pub async fn beats_by_id(&self, ids: &[BeatId]) -> Result<Vec<Beat>> {
        let rows = self.rows::<row::Entity>().filter(among(row::Column::Id, ids)).list(ids.len() as u64).await?;
        Ok(rows.into_iter().map(Beat::from).collect())
    }

    /// The community officers posted to the precinct's beats now, by beat and then the longest there first.
    pub async fn officers(&self) -> Result<Vec<Officer>> {
        self.may(Domain::Places, Action::List)?;
        let values = vec![self.precinct().into(), self.store().clock().now().into()];
        let rows = self.store().commons(Mode::Look).await?.query(OFFICERS, values).await?;
        rows.iter().map(Officer::read).collect()
    }
}

/// Postings are shared rows, so the precinct stands in the text as it would in a tenant's statement.
const OFFICERS: &str = "SELECT b.beat_id, a.display_name, p.role, p.valid_from FROM posting_beat b \
     JOIN posting p ON p.id = b.posting_id JOIN account a ON a.id = p.account_id \
     WHERE b.precinct_id = $1 AND p.role = 'COMMUNITY_OFFICER' AND a.state = 'ACTIVE' AND p.valid_from <= $2 AND (p.valid_to IS NULL OR p.valid_to > $2) \
     ORDER BY b.beat_id, p.valid_from, p.id";

impl Officer {
    fn read(row: &sea_orm::QueryResult) -> Result<Self> {
        let role: String = row.try_get_by_index(2)?;
        Ok(Self {
            beat: BeatId(row.try_get_by_index(0)?),
            name: row.try_get_by_index(1)?,
            role: role.parse().map_err(Error::internal)?,
            since: row.try_get_by_index(3)?,
        })
    }
}

owned!(row, BeatId);

pub(crate) mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "beat")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub precinct_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub code: String,
        pub name: String,
        pub valid_from: Date,
        pub valid_to: Option<Date>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}
