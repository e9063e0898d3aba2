//! What happened in each precinct, in the order it was committed, and the number of the last event.
//!
//! The words of `kind` and `subject_kind` are closed in the application and grow with every domain; a check on them would have to be
//! made anew each time, which SQLite cannot.

use sea_orm_migration::prelude::{DbErr, SchemaManager};

use crate::words::owned_ledger;

pub(crate) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    owned_ledger("outbox", &["cursor"])
        .big_int("cursor")
        .uuid("id")
        .text("kind")
        .text("subject_kind")
        .uuid("subject_id")
        .int("version")
        .optional()
        .text("fact")
        .optional()
        .uuid("act_id")
        .optional()
        .instant("at")
        .unique(&["id"])
        .check("cursor", "\"cursor\" > 0")
        .create(manager)
        .await?;
    owned_ledger("outbox_head", &[]).big_int("cursor").create(manager).await
}
