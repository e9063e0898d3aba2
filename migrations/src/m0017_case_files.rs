//! Case files: the reason a clear value is shown refers to one.

use sea_orm_migration::prelude::{DbErr, SchemaManager};

use crate::words::owned_table;

pub(crate) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    owned_table("case_file")
        .text("number")
        .word("kind", &["APPLICATION", "INCIDENT", "VERIFICATION", "ASSISTANCE"])
        .text("title")
        .word("state", &["OPEN", "CLOSED"])
        .to("beat_id", "beat")
        .optional()
        .uuid("opened_by")
        .text("opened_by_name")
        .instants("opened_at", "closed_at")
        .int("version")
        .unique(&["number"])
        .index(&["state", "number"])
        .create(manager)
        .await
}
