//! What requests that may be sent again have done: the id is the keyed hash of account and key, so that no key a client made up stands in
//! the database, and the answer is sealed because it may hold masked values of persons.

use sea_orm_migration::prelude::{DbErr, SchemaManager};

use crate::words::owned_table;

pub(crate) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    owned_table("idempotency")
        .bytes("request_hash")
        .bytes("answer_sealed")
        .optional()
        .instant("at")
        .index(&["at"])
        .create(manager)
        .await
}
