//! The audit chain of each precinct, its head, and who was shown which person on which day.

use sea_orm_migration::prelude::{DbErr, SchemaManager};

use crate::words::owned_ledger;

pub(crate) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    owned_ledger("audit_entry", &["seq"])
        .big_int("seq")
        .instant("at")
        .uuid("account_id")
        .optional()
        .text("account_name")
        .text("role")
        .text("terminal")
        .text("request_id")
        .text("function")
        .text("domain")
        .text("object_kind")
        .optional()
        .uuid("object_id")
        .optional()
        .text("condition")
        .optional()
        .word("result", &["OK", "DENIED", "NOT_FOUND", "INVALID", "FAILED"])
        .int("row_count")
        .text("purpose")
        .optional()
        .text("case_ref")
        .optional()
        .bytes("subjects")
        .optional()
        .bytes("prev_hash")
        .bytes("hash")
        .index(&["account_id", "at"])
        .create(manager)
        .await?;
    owned_ledger("audit_head", &[])
        .big_int("seq")
        .bytes("hash")
        .create(manager)
        .await?;
    owned_ledger("sighting", &["account_id", "day", "person_id"])
        .uuid("account_id")
        .date("day")
        .uuid("person_id")
        .index(&["person_id"])
        .create(manager)
        .await
}
