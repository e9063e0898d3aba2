//! Dwellings (住房): flats and rooms, which are neither households nor families (§2.3).

use crate::ids::DwellingId;
use crate::scope::owned;

owned!(row, DwellingId);

pub(crate) mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "dwelling")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub precinct_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub community_id: Uuid,
        pub beat_id: Option<Uuid>,
        pub building_id: Uuid,
        pub unit: String,
        pub room: String,
        pub label: String,
        pub label_key: String,
        pub usage: String,
        pub ordinal: i32,
        pub valid_from: Date,
        pub valid_to: Option<Date>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}
