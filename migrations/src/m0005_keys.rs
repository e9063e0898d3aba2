//! Each precinct's sealed data key, the installation's own settings, and whose an id number is.

use sea_orm_migration::prelude::{DbErr, SchemaManager};

use crate::words::shared_ledger;

pub(crate) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    shared_ledger("tenant_key", &["precinct_id"])
        .of_all("precinct_id", "precinct")
        .bytes("wrapped")
        .instant("created_at")
        .create(manager)
        .await?;
    shared_ledger("installation", &["name"])
        .text("name")
        .text("value")
        .create(manager)
        .await?;
    // One id number, one person in the whole installation. No key to the person, who may live on another shard.
    shared_ledger("identity", &["number_hash"])
        .bytes("number_hash")
        .of_all("precinct_id", "precinct")
        .uuid("person_id")
        .instant("recorded_at")
        .create(manager)
        .await
}
