//! Areas of the division code, and which precinct answers for them from when to when.

use sea_orm_migration::prelude::{DbErr, SchemaManager};

use crate::words::shared_table;

pub(crate) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    shared_table("area")
        .of_all("district_id", "district")
        .text("division_code")
        .text("name")
        .text("name_key")
        .unique(&["district_id", "division_code", "name"])
        .create(manager)
        .await?;
    shared_table("jurisdiction")
        .of_all("area_id", "area")
        .of_all("precinct_id", "precinct")
        .dates("valid_from", "valid_to")
        .unique(&["area_id", "valid_from"])
        .index(&["precinct_id", "valid_from"])
        .create(manager)
        .await
}
