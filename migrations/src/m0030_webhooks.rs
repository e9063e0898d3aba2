//! Webhooks of integrators: a subscription that is kept, and how far it has been delivered.

use sea_orm_migration::prelude::{DbErr, SchemaManager};

use crate::words::shared_table;

pub(crate) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    shared_table("webhook")
        .of_all("token_id", "api_token")
        .text("name")
        .text("url")
        .text("document")
        .bytes("secret_sealed")
        .word("state", &["ACTIVE", "PAUSED", "FAILED", "REMOVED"])
        .text("cursor")
        .int("failures")
        .instant("failing_since")
        .optional()
        .instant("next_at")
        .uuid("lease_id")
        .optional()
        .instant("lease_until")
        .optional()
        .instant("last_delivered_at")
        .optional()
        .text("last_failure")
        .optional()
        .instant("created_at")
        .int("version")
        .index(&["state"])
        .index(&["token_id"])
        .create(manager)
        .await
}
