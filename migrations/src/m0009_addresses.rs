//! Standard addresses down to the building, each with the time it was valid.

use sea_orm_migration::prelude::{DbErr, SchemaManager};

use crate::words::owned_table;

pub(crate) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    owned_table("address")
        .to("community_id", "community")
        .to("parent_id", "address")
        .optional()
        .of_all("area_id", "area")
        .optional()
        .word("kind", &["ESTATE", "ZONE", "BUILDING", "SITE"])
        .text("name")
        .text("full_name")
        .text("full_key")
        .int("ordinal")
        .dates("valid_from", "valid_to")
        .index(&["kind", "full_name", "id"])
        .index(&["kind", "full_key"])
        .index(&["community_id", "kind", "full_name", "id"])
        .index(&["parent_id", "ordinal"])
        .create(manager)
        .await
}
