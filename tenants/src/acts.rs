//! Register acts (登记行为): the only way the register changes (REG-08, REG-09).

use chrono::{DateTime, NaiveDate, Utc};

use crate::error::Result;
use crate::ids::ActId;
use crate::page::among;
use crate::scope::{Precinct, Scope, owned};

/// One approved act, append-only.
#[derive(Clone, Debug)]
pub struct Act {
    /// Its id.
    pub id: ActId,
    /// Its number, unique in the precinct.
    pub number: String,
    /// Its kind: a code of the set `act_kind`.
    pub kind: String,
    /// The day from which it holds in law (REG-10).
    pub effective_on: NaiveDate,
    /// The instant at which the system learned it (REG-10).
    pub recorded_at: DateTime<Utc>,
    /// The officer's name then.
    pub officer: String,
    /// The officer's role then.
    pub role: String,
    /// What was done, without C2 or C3 values.
    pub summary: String,
}

impl From<row::Model> for Act {
    fn from(row: row::Model) -> Self {
        Self {
            id: ActId(row.id),
            number: row.number,
            kind: row.kind,
            effective_on: row.effective_on,
            recorded_at: row.recorded_at,
            officer: row.account_name,
            role: row.account_role,
            summary: row.summary,
        }
    }
}

impl Scope<Precinct> {
    /// Acts by id, in no order.
    pub async fn acts(&self, ids: &[ActId]) -> Result<Vec<Act>> {
        let rows = self.rows::<row::Entity>().filter(among(row::Column::Id, ids));
        Ok(rows.list(ids.len() as u64).await?.into_iter().map(Act::from).collect())
    }
}

owned!(row, ActId);

pub(crate) mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "act")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub precinct_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub number: String,
        pub kind: String,
        pub effective_on: Date,
        pub recorded_at: DateTimeUtc,
        pub account_id: Option<Uuid>,
        pub account_name: String,
        pub account_role: String,
        pub summary: String,
        pub repairs_act_id: Option<Uuid>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}
