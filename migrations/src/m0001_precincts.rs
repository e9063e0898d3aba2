//! The district and its precincts, the tenants themselves.

use sea_orm_migration::prelude::{DbErr, SchemaManager};

use crate::words::shared_table;

pub(crate) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    shared_table("district")
        .text("code")
        .text("name")
        .instant("created_at")
        .unique(&["code"])
        .create(manager)
        .await?;
    // OFFICE is the district's own office: a tenant without a register, so that its staff have somewhere to be posted.
    shared_table("precinct")
        .of_all("district_id", "district")
        .text("code")
        .text("name")
        .text("short_name")
        .word("kind", &["STATION", "OFFICE"])
        .word("state", &["ACTIVE", "SUSPENDED", "CLOSED"])
        .text("address")
        .optional()
        .text("phone")
        .optional()
        .instant("created_at")
        .unique(&["code"])
        .index(&["district_id", "code"])
        .create(manager)
        .await
}
