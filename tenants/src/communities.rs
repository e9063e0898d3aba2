//! Communities (社区): what a residents' committee looks after, and a beat is made of.

use chrono::NaiveDate;

use crate::addresses::in_force;
use crate::error::{Error, Result};
use crate::ids::{AreaId, BeatId, CommunityId, PrecinctId};
use crate::page::among;
use crate::roles::{Action, Domain};
use crate::scope::{Precinct, Rows, Scope, owned};

/// More communities than any precinct has.
const MOST: u64 = 1_000;

/// One community.
#[derive(Clone, Debug)]
pub struct Community {
    /// Its id.
    pub id: CommunityId,
    /// The precinct it lies in.
    pub precinct: PrecinctId,
    /// The beat it is part of.
    pub beat: Option<BeatId>,
    /// The area of the division code it is, where one was matched.
    pub area: Option<AreaId>,
    /// Its code, unique in the precinct.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its division code.
    pub division_code: String,
    /// Its residents' committee (居委会).
    pub committee: Option<String>,
    /// First day.
    pub valid_from: NaiveDate,
    /// First day no longer.
    pub valid_to: Option<NaiveDate>,
}

impl From<row::Model> for Community {
    fn from(row: row::Model) -> Self {
        Self {
            id: CommunityId(row.id),
            precinct: PrecinctId(row.precinct_id),
            beat: row.beat_id.map(BeatId),
            area: row.area_id.map(AreaId),
            code: row.code,
            name: row.name,
            division_code: row.division_code,
            committee: row.committee,
            valid_from: row.valid_from,
            valid_to: row.valid_to,
        }
    }
}

impl Scope<Precinct> {
    /// The precinct's communities in force, by code.
    pub async fn communities(&self) -> Result<Vec<Community>> {
        self.may(Domain::Places, Action::List)?;
        read(self.communities_in_force()).await
    }

    /// The communities of these beats in force, by code.
    pub async fn communities_of(&self, beats: &[BeatId]) -> Result<Vec<Community>> {
        self.may(Domain::Places, Action::List)?;
        read(self.communities_in_force().filter(among(row::Column::BeatId, beats))).await
    }

    /// One community, in force or not.
    pub async fn community(&self, id: CommunityId) -> Result<Community> {
        self.may(Domain::Places, Action::List)?;
        self.rows::<row::Entity>().get(id).await?.map(Community::from).ok_or(Error::NotFound)
    }

    /// Communities by id, by code, for objects that lead to them.
    pub async fn communities_by_id(&self, ids: &[CommunityId]) -> Result<Vec<Community>> {
        read(self.rows::<row::Entity>().filter(among(row::Column::Id, ids))).await
    }

    fn communities_in_force(&self) -> Rows<'_, row::Entity, Precinct> {
        let today = self.store().clock().today();
        self.rows::<row::Entity>().filter(in_force(row::Column::ValidFrom, row::Column::ValidTo, today))
    }
}

async fn read(rows: Rows<'_, row::Entity, Precinct>) -> Result<Vec<Community>> {
    let rows = rows.ascending(row::Column::Code).list(MOST).await?;
    Ok(rows.into_iter().map(Community::from).collect())
}

owned!(row, CommunityId);

pub(crate) mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "community")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub precinct_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub beat_id: Option<Uuid>,
        pub area_id: Option<Uuid>,
        pub code: String,
        pub name: String,
        pub name_key: String,
        pub division_code: String,
        pub committee: Option<String>,
        pub valid_from: Date,
        pub valid_to: Option<Date>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}
