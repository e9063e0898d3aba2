//! Certificates and extracts that were issued, with the hash of what was printed.

use sea_orm_migration::prelude::{DbErr, SchemaManager};

use crate::words::owned_table;

pub(crate) async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    owned_table("certificate")
        .text("number")
        .word("kind", &["PERSON_REGISTRATION", "HOUSEHOLD_REGISTRATION", "HISTORY_EXTRACT"])
        .to("person_id", "person")
        .optional()
        .to("household_id", "household")
        .optional()
        .check("subject", "(\"person_id\" IS NULL) <> (\"household_id\" IS NULL)")
        .date("as_of")
        .word("applicant", &["SELF", "GUARDIAN", "AGENCY", "COURT"])
        .to("document_id", "document")
        .optional()
        .text("purpose")
        .text("case_ref")
        .uuid("issued_by")
        .text("issued_by_name")
        .text("issued_by_role")
        .instants("issued_at", "revoked_at")
        .text("revoked_by_name")
        .optional()
        .text("revocation")
        .optional()
        .bytes("content_hash")
        .big_int("size")
        .int("version")
        .unique(&["number"])
        .index(&["person_id"])
        .index(&["household_id"])
        .create(manager)
        .await
}
