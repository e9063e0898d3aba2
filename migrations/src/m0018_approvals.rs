//! Approvals to see a minor's clear values (PRV-07).

use sea_orm_migration::prelude::{DbErr, SchemaManager};

use crate::words::owned_table;

pub(crate) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    owned_table("reveal_approval")
        .text("number")
        .to("person_id", "person")
        .to("case_file_id", "case_file")
        .text("purpose")
        .text("reason")
        .uuid("requested_by")
        .text("requested_by_name")
        .instant("requested_at")
        .word("state", &["PENDING", "APPROVED", "REFUSED"])
        .uuid("decided_by")
        .optional()
        .text("decided_by_name")
        .optional()
        .instant("decided_at")
        .optional()
        .instant("expires_at")
        .optional()
        .index(&["state", "requested_at"])
        .index(&["person_id", "requested_by"])
        .create(manager)
        .await
}
