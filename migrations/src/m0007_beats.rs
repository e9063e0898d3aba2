//! Beats: what one community officer answers for.

use sea_orm_migration::prelude::{DbErr, SchemaManager};

use crate::words::owned_table;

pub(crate) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    owned_table("beat")
        .text("code")
        .text("name")
        .dates("valid_from", "valid_to")
        .unique(&["code"])
        .create(manager)
        .await
}
