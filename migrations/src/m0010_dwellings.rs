//! Dwellings: a room behind a door, in a unit of a building.

use sea_orm_migration::prelude::{DbErr, SchemaManager};

use crate::words::owned_table;

pub(crate) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    owned_table("dwelling")
        .to("community_id", "community")
        .uuid("beat_id")
        .optional()
        .to("building_id", "address")
        .text("unit")
        .text("room")
        .text("label")
        .text("label_key")
        .word("usage", &["RESIDENTIAL", "COMMERCIAL", "DORMITORY", "PUBLIC"])
        .int("ordinal")
        .dates("valid_from", "valid_to")
        .index(&["building_id", "label", "id"])
        .index(&["label", "id"])
        .index(&["label_key"])
        .index(&["community_id", "usage"])
        .create(manager)
        .await
}
