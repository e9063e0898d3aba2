//! What residents ask about their own data, and within how many days it is answered (PRV-16).

use sea_orm_migration::prelude::{ConnectionTrait, DbErr, SchemaManager};

use crate::words::owned_table;

/// The law says "in time" (PIPL §50); the number of days is a default that a city replaces by its own.
const LIMIT: &str = "INSERT INTO statutory_limit (key, value, unit, valid_from, source) \
     VALUES ('rights.answer', 30, 'DAYS', '2021-11-01', 'D: default after PIPL §50, to be replaced by the local table')";

pub(crate) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    owned_table("rights_request")
        .text("number")
        .uuid("account_id")
        .to("person_id", "person")
        .optional()
        .word("kind", &["COPY", "CORRECT", "DELETE", "RESTRICT"])
        .bytes("text_sealed")
        .word("state", &["RECEIVED", "IN_WORK", "ANSWERED", "REFUSED"])
        .instant("received_at")
        .date("due_on")
        .bytes("answer_sealed")
        .optional()
        .word("reason", &["KEPT_BY_LAW", "NOT_OURS", "UNFOUNDED", "OTHERS_RIGHTS"])
        .optional()
        .uuid("handled_by")
        .optional()
        .text("handled_by_name")
        .optional()
        .instant("answered_at")
        .optional()
        .int("version")
        .check("refusal", "(\"state\" = 'REFUSED') = (\"reason\" IS NOT NULL)")
        .unique(&["number"])
        .index(&["state", "number"])
        .index(&["account_id", "number"])
        .create(manager)
        .await?;
    manager.get_connection().execute_unprepared(LIMIT).await.map(drop)
}
