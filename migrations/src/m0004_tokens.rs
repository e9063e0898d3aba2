//! Tokens of integrators: what they may read, for which purpose, until when.

use sea_orm_migration::prelude::{DbErr, SchemaManager};

use crate::words::shared_table;

pub(crate) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    // precinct_ids and domains are JSON arrays: a token is read whole and never searched by them.
    shared_table("api_token")
        .bytes("secret_hash")
        .text("name")
        .of_all("account_id", "account")
        .of_all("posting_id", "posting")
        .text("precinct_ids")
        .text("domains")
        .text("purpose")
        .instant("created_at")
        .uuid("created_by")
        .instant("expires_at")
        .instant("revoked_at")
        .optional()
        .instant("last_used_at")
        .optional()
        .unique(&["secret_hash"])
        .index(&["account_id", "created_at"])
        .create(manager)
        .await
}
