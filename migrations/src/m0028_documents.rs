//! Documents handed in, and the received parts of those still on their way. The content itself is elsewhere, sealed
//! (docs/decisions/0013).

use sea_orm_migration::prelude::{DbErr, SchemaManager};

use crate::words::owned_table;

pub(crate) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    owned_table("document")
        .text("number")
        .text("kind")
        .word("state", &["UPLOADING", "READY", "REFUSED"])
        .text("refusal")
        .optional()
        .text("media_type")
        .optional()
        .big_int("size")
        .big_int("received")
        .bytes("sha256")
        .optional()
        .big_int("preview_size")
        .optional()
        .uuid("application_id")
        .optional()
        .text("case_ref")
        .optional()
        .to("person_id", "person")
        .optional()
        .uuid("uploaded_by")
        .text("uploaded_by_name")
        .instants("created_at", "completed_at")
        .int("version")
        .check("received", "\"received\" >= 0 AND \"received\" <= \"size\"")
        .unique(&["number"])
        .index(&["state", "created_at"])
        .index(&["application_id"])
        .index(&["case_ref"])
        .index(&["person_id"])
        .create(manager)
        .await?;
    owned_table("document_part")
        .to("document_id", "document")
        .big_int("begins_at")
        .int("length")
        .unique(&["document_id", "begins_at"])
        .create(manager)
        .await
}
