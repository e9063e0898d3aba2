//! Residents' communities and the beat they belong to.

use sea_orm_migration::prelude::{DbErr, SchemaManager};

use crate::words::owned_table;

pub(crate) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    owned_table("community")
        .to("beat_id", "beat")
        .optional()
        .of_all("area_id", "area")
        .optional()
        .text("code")
        .text("name")
        .text("name_key")
        .text("division_code")
        .text("committee")
        .optional()
        .dates("valid_from", "valid_to")
        .unique(&["code"])
        .index(&["beat_id", "code"])
        .create(manager)
        .await
}
