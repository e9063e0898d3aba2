//! Who may ask: accounts, and their postings to a precinct in a role for a time.

use sea_orm_migration::prelude::{DbErr, SchemaManager};

use crate::words::{shared_ledger, shared_table};

pub(crate) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    shared_table("account")
        .text("login")
        .text("display_name")
        .text("staff_number")
        .optional()
        .text("password_hash")
        .bytes("totp_sealed")
        .optional()
        .big_int("totp_step")
        .optional()
        .word("state", &["ACTIVE", "CLOSED"])
        .int("failed_count")
        .instant("locked_until")
        .optional()
        .int("epoch")
        .instant("created_at")
        .instant("updated_at")
        .unique(&["login"])
        .create(manager)
        .await?;
    shared_table("posting")
        .of_all("account_id", "account")
        .of_all("precinct_id", "precinct")
        .text("role")
        .text("title")
        .optional()
        .instants("valid_from", "valid_to")
        .instant("created_at")
        .index(&["account_id"])
        .index(&["precinct_id", "role"])
        .create(manager)
        .await?;
    // The beat is a tenant's row and this table is not: a key between them would tie both to one shard.
    shared_ledger("posting_beat", &["posting_id", "beat_id"])
        .of_all("posting_id", "posting")
        .of_all("precinct_id", "precinct")
        .uuid("beat_id")
        .index(&["precinct_id", "beat_id"])
        .create(manager)
        .await
}
