//! Areas (区划) of the division code, and which precinct answers for them when (管辖).
//!
//! An area outlives its jurisdiction: a precinct takes it over on a date and gives it up on another, and whoever asks as of a
//! day is told who answered then.

use std::collections::HashMap;

use chrono::NaiveDate;
use sea_orm::{EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::addresses::in_force;
use crate::error::Result;
use crate::ids::{AreaId, PrecinctId};
use crate::page::among;
use crate::roles::{Action, Domain};
use crate::scope::{Reach, Scope, shared};
use crate::transaction::Mode;

/// More than any precinct answers for; a list is never unlimited.
const MOST: u64 = 2_000;

/// A committee's or village's area as the division code names it.
#[derive(Clone, Debug)]
pub struct Area {
    /// Its id.
    pub id: AreaId,
    /// Its division code: 12 digits, opaque here.
    pub division_code: String,
    /// Its name.
    pub name: String,
}

/// One interval in which a precinct answers for an area.
#[derive(Clone, Debug)]
pub struct Jurisdiction {
    /// The area.
    pub area: Area,
    /// The precinct that answers for it.
    pub precinct: PrecinctId,
    /// First day.
    pub valid_from: NaiveDate,
    /// First day no longer.
    pub valid_to: Option<NaiveDate>,
}

impl<R: Reach> Scope<R> {
    /// What these precincts answer for on a day, today when not said, by precinct and division code.
    pub async fn jurisdictions(&self, precincts: &[PrecinctId], as_of: Option<NaiveDate>) -> Result<Vec<Jurisdiction>> {
        self.may(Domain::Places, Action::List)?;
        let within: Vec<PrecinctId> = precincts.iter().copied().filter(|id| self.reach().admits(*id)).collect();
        let day = as_of.unwrap_or_else(|| self.store().clock().today());
        let select = row::Entity::find().filter(among(row::Column::PrecinctId, &within)).filter(in_force(
            row::Column::ValidFrom,
            row::Column::ValidTo,
            day,
        ));
        let commons = self.store().commons(Mode::Look).await?;
        let rows = commons.list(select, MOST).await?;
        let ids: Vec<AreaId> = rows.iter().map(|row| AreaId(row.area_id)).collect();
        let areas = commons.list(area_row::Entity::find().filter(among(area_row::Column::Id, &ids)), MOST).await?;
        let areas: HashMap<Uuid, Area> = areas.into_iter().map(|area| (area.id, Area::from(area))).collect();
        let mut found: Vec<Jurisdiction> = rows
            .into_iter()
            .filter_map(|row| areas.get(&row.area_id).map(|area| Jurisdiction::over(area, &row)))
            .collect();
        found.sort_by(|a, b| {
            (a.precinct, &a.area.division_code, a.area.id).cmp(&(b.precinct, &b.area.division_code, b.area.id))
        });
        Ok(found)
    }
}

impl Jurisdiction {
    fn over(area: &Area, row: &row::Model) -> Self {
        Self {
            area: area.clone(),
            precinct: PrecinctId(row.precinct_id),
            valid_from: row.valid_from,
            valid_to: row.valid_to,
        }
    }
}

impl From<area_row::Model> for Area {
    fn from(row: area_row::Model) -> Self {
        Self { id: AreaId(row.id), division_code: row.division_code, name: row.name }
    }
}

shared!(row);
shared!(area_row);

pub(crate) mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "jurisdiction")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub area_id: Uuid,
        pub precinct_id: Uuid,
        pub valid_from: Date,
        pub valid_to: Option<Date>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod area_row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "area")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub district_id: Uuid,
        pub division_code: String,
        pub name: String,
        pub name_key: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}
