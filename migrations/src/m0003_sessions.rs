//! Signed-in sessions; only a hash of the secret is kept.

use sea_orm_migration::prelude::{DbErr, SchemaManager};

use crate::words::shared_table;

pub(crate) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    shared_table("session")
        .bytes("secret_hash")
        .of_all("account_id", "account")
        .of_all("posting_id", "posting")
        .text("terminal")
        .text("address")
        .text("user_agent")
        .instant("created_at")
        .instant("last_seen_at")
        .instant("expires_at")
        .instant("ended_at")
        .optional()
        .unique(&["secret_hash"])
        .index(&["account_id", "created_at"])
        .create(manager)
        .await
}
